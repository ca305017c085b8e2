"""A roadmap as a plain table (CSV), which `read` turns back into the same entries.

The file is UTF-8 with a byte order mark, has commas and ends its lines with CR LF: Excel opens it with all
accents right where the comma separates; elsewhere its Data ▸ From Text/CSV does.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator

from tpm_kit.exchange.csv_table import cells_of_any_length
from tpm_kit.exchange.outgoing import guarded, outgoing, unguarded
from tpm_kit.exchange.roadmap_entry import Entry, checked, number

COLUMNS = (
    "id",
    "title",
    "section",
    "start",
    "end",
    "milestone",
    "critical",
    "depends on",
    "points",
    "owner",
    "note",
)
_YES = {"yes": True, "": False}


class PlanFileError(ValueError):
    """A file that is no roadmap as `plan_csv` writes it; `str()` is one sentence with the row at fault."""


def plan_csv(entries: Iterable[Entry]) -> bytes:
    """Return the roadmap as a table with a row for each entry and the columns `COLUMNS`.

    Raises `ValueError` as `roadmap_entry.checked` does.
    """
    rows = [COLUMNS, *(tuple(map(guarded, _cells(entry))) for entry in outgoing(entries))]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def read(content: bytes) -> tuple[Entry, ...]:
    """Return the entries of a file that `plan_csv` wrote, or that somebody changed in a spreadsheet since.

    E-mail addresses, which are not written, are the only thing that may be missing. Raises `PlanFileError`.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanFileError("The file is not text in UTF-8; save it as CSV UTF-8.") from None
    with cells_of_any_length(len(text)):
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        except csv.Error as error:
            raise PlanFileError(f"The file is no table with commas ({error}).") from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise PlanFileError(f"Row 1 must hold the names of the columns: {', '.join(COLUMNS)}.")
    entries = [_entry(at, cells) for at, cells in enumerate(rows[1:], start=2)]
    try:
        return checked(entries)
    except ValueError as error:
        raise PlanFileError(str(error)) from None


def _cells(entry: Entry) -> list[str]:
    return [
        entry.id,
        entry.title,
        entry.section,
        entry.start.isoformat(),
        entry.end.isoformat(),
        "yes" if entry.milestone else "",
        "yes" if entry.critical else "",
        ";".join(id.replace("\\", "\\\\").replace(";", "\\;") for id in entry.needs),
        "" if entry.points is None else number(entry.points),
        entry.owner,
        entry.note,
    ]


def _entry(row: int, cells: list[str]) -> Entry:
    if len(cells) != len(COLUMNS):
        raise PlanFileError(f"Row {row} has {len(cells)} cells; it needs {len(COLUMNS)}.")
    value = dict(zip(COLUMNS, map(unguarded, cells), strict=True))
    try:
        return Entry(
            id=value["id"],
            title=value["title"],
            section=value["section"],
            start=datetime.date.fromisoformat(value["start"]),
            end=datetime.date.fromisoformat(value["end"]),
            milestone=_YES[value["milestone"]],
            critical=_YES[value["critical"]],
            needs=tuple(_split(value["depends on"])),
            points=float(value["points"]) if value["points"] else None,
            owner=value["owner"],
            note=value["note"],
        )
    except KeyError as error:
        raise PlanFileError(f"Row {row}: milestone and critical are yes or empty, not {error}.") from None
    except ValueError as error:
        raise PlanFileError(f"Row {row}: {error}") from None


def _split(text: str) -> Iterator[str]:
    """The ids in a cell, between semicolons; a backslash makes a semicolon part of an id."""
    if not text:
        return
    id, letters = "", iter(text)
    for letter in letters:
        if letter == ";":
            yield id
            id = ""
        else:
            id += next(letters, "") if letter == "\\" else letter
    yield id
