"""A learner's own backlog from any CSV file with a header row: `read_backlog`.

The parts: `text_file` (path to text), `csv_table` (text to rows), `backlog_headers` and `backlog_columns`
(which column is which field), `unfit_columns` and `not_items` (what only looks like one), `backlog_rows` and
`backlog_links` (rows to items), `intake` (the account of what was read).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tpm_kit.checked_files import shown
from tpm_kit.exchange.backlog_columns import chosen_columns, columns_named
from tpm_kit.exchange.backlog_headers import recognised
from tpm_kit.exchange.backlog_rows import Rows
from tpm_kit.exchange.cells import number
from tpm_kit.exchange.csv_table import Expected, Row, Table, read_table
from tpm_kit.exchange.intake import BacklogFileError, Intake, Remarks, SetAside, listed
from tpm_kit.exchange.not_items import without_what_is_no_item
from tpm_kit.exchange.text_file import read_text
from tpm_kit.exchange.unfit_columns import without_unfit_columns
from tpm_kit.typed import date, plain

__all__ = ["BacklogFileError", "Intake", "SetAside", "read_backlog"]


def read_backlog(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str | None] | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
) -> Intake:
    """Read a backlog from a CSV file, and account for every row.

    `columns` corrects which column is which field, as in ``{"effort": "Weight"}``; None switches a field off.
    `where` keeps only the rows with these values, as in ``{"Issue Type": ["Story", "Bug"]}``.
    Raises BacklogFileError with one sentence when nothing can be read.
    """
    remarks = Remarks()
    text, encoding = read_text(path, remarks)
    name = Path(path).name
    table = read_table(text, name, _expected(columns), remarks)
    chosen = chosen_columns(table, columns, remarks)
    _require_names(table, chosen, name, remarks)
    table = without_what_is_no_item(table, chosen)
    chosen = without_unfit_columns(table, chosen, remarks)
    rows, filtered = _matching(table, where)
    items, unusable = Rows(table, chosen, remarks).items(rows)
    if not items:
        raise BacklogFileError(
            f"{name} has no row with a title, an id or a description: check what was exported."
        )
    unused, empty = _unused(table, chosen)
    return Intake(
        items=items,
        source=name,
        encoding=encoding,
        separator=table.separator,
        rows_read=table.rows_read,
        set_aside=tuple(sorted((*table.set_aside, *filtered, *unusable), key=lambda aside: aside.row)),
        mapping={
            field: tuple(dict.fromkeys(table.headers[i] for i in places)) for field, places in chosen.items()
        },
        unused=unused,
        empty_columns=empty,
        remarks=remarks.sentences(),
    )


def _expected(columns: Mapping[str, str | None] | None) -> Expected:
    named = columns.values() if isinstance(columns, Mapping) else ()
    plainly = {plain(str(header)) for header in named if header is not None} - {""}
    return Expected(lambda cell: bool(recognised(cell)), lambda cell: plain(cell) in plainly)


def _require_names(table: Table, chosen: Mapping[str, Sequence[int]], name: str, remarks: Remarks) -> None:
    if "title" in chosen:
        return
    if "id" in chosen or "summary" in chosen:
        remarks.add(
            "No column was recognised as titles, so the ids stand in for them; name one, as in "
            f'columns={{"title": "{_likely_title(table, chosen)}"}}'
        )
        return
    first = listed([shown(header) for header in table.headers], 8)
    if any(number(header) or date(header, True) for header in table.headers):
        raise BacklogFileError(
            f"{name} seems to have no header row (its first row is {first}): add a first row such as "
            "id, title, effort."
        )
    raise BacklogFileError(
        f"No column of {name} was recognised as a title (the first row is {first}): name it, as in "
        f'columns={{"title": "{_likely_title(table, chosen)}"}}, or add a header row if there is none.'
    )


def _likely_title(table: Table, chosen: Mapping[str, Sequence[int]]) -> str:
    """For an example: the column that no field took and that has the most texts which differ."""
    used = {i for places in chosen.values() for i in places}
    free = [i for i in range(len(table.headers)) if i not in used] or [0]

    def texts(place: int) -> tuple[bool, int]:
        found = {row.cells[place] for row in table.rows if row.cells[place] and not number(row.cells[place])}
        return plain(table.headers[place]).startswith(("iwant", "what")), len(found)

    return table.headers[max(free, key=texts)][:40]


def _matching(
    table: Table, where: Mapping[str, str | Sequence[str]] | None
) -> tuple[Sequence[Row], list[SetAside]]:
    """The rows that pass every condition of `where`, and the others with the condition that they miss."""
    if not isinstance(where or {}, Mapping):
        raise BacklogFileError('Give where as a dictionary, such as where={"Status": "To Do"}.')
    rows, aside = table.rows, []
    for header, wanted in (where or {}).items():
        places = columns_named(table, header)
        values = (
            [wanted]
            if isinstance(wanted, str) or not isinstance(wanted, Sequence | set | frozenset)
            else wanted
        )
        keys = {"" if value is None else str(value).strip().casefold() for value in values}
        matching = [row for row in rows if keys & _values(row, places, table)]
        if not matching:
            there = Counter(row.cells[i] for row in rows for i in places if row.cells[i])
            values_there = listed([f"{shown(value)} ({n})" for value, n in there.most_common(8)], 8)
            raise BacklogFileError(
                f"No row has {listed([shown(value) for value in values])} in {shown(header)}; "
                f"the values there are {values_there or 'all empty'}."
            )
        left = {row.number for row in matching}
        aside += [
            SetAside(row.number, f"{shown(header)} has another value than asked for")
            for row in rows
            if row.number not in left
        ]
        rows = matching
    return rows, aside


def _values(row: Row, places: Sequence[int], table: Table) -> set[str]:
    """What a condition is compared with: each filled cell, and of labels each label."""
    cells = {row.cells[i].casefold() for i in places if row.cells[i]}
    if (recognised(table.headers[places[0]]) or ("",))[0] == "labels":
        cells |= {part.strip() for cell in cells for part in re.split("[,;|\n]", cell)}
    return cells or {""}


def _unused(table: Table, chosen: Mapping[str, Sequence[int]]) -> tuple[tuple[str, ...], int]:
    """The headers with values that no field took, and how many of the other columns are empty."""
    used = {i for places in chosen.values() for i in places}
    rest = [i for i in range(len(table.headers)) if i not in used]
    filled = [i for i in rest if any(row.cells[i] for row in table.rows)]
    return tuple(dict.fromkeys(table.headers[i] for i in filled)), len(rest) - len(filled)
