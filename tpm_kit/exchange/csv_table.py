"""From text to a table: which separator, which quotes, which header row; every row accounted for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from tpm_kit.checked_files import shown
from tpm_kit.exchange.cells import clean, is_no_value
from tpm_kit.exchange.intake import Remarks, SetAside, TableFileError, listed

SEPARATORS = ",;\t|"
SAMPLE = 200
HEADER_WITHIN = 30
EMPTY_ROW = "empty row"
REPEATED_HEADER = "repeats the header"


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet shows it, and as many trimmed cells as there are headers."""

    number: int
    cells: tuple[str, ...]

    def text(self, places: Iterable[int]) -> str:
        """The first of the cells at these places that says something; empty if none does."""
        cells = (self.cells[i] for i in places)
        return next((cell for cell in cells if not is_no_value(cell)), "")


@dataclass(frozen=True)
class Table:
    """A table as it stands in the file; `rows_read == len(rows) + len(set_aside)`."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    set_aside: tuple[SetAside, ...]
    separator: str
    rows_read: int


def without_repeats(rows: Sequence[Row]) -> tuple[list[Row], list[SetAside]]:
    """The rows that differ from all before them, and those that are the same again."""
    first: dict[tuple[str, ...], int] = {}
    kept, aside = [], []
    for row in rows:
        same = first.setdefault(row.cells, row.number)
        if same == row.number:
            kept.append(row)
        else:
            aside.append(SetAside(row.number, f"same as row {same}"))
    return kept, aside


class Expected(NamedTuple):
    """Tells the headers that the caller expects: by their usual names, or because a learner named them."""

    is_known: Callable[[str], bool]
    is_named: Callable[[str], bool]


def read_table(text: str, name: str, expected: Expected, remarks: Remarks) -> Table:
    """The table in `text`. The `expected` headers guide the choice of the separator and of the header row.

    Raises TableFileError when there is no header row or nothing below it.
    """
    with cells_of_any_length(len(text)):
        lines = list(io.StringIO(text, newline=""))
        separator = _declared_separator(lines)
        if separator:
            lines = lines[1:]
        else:
            separator = max(SEPARATORS, key=lambda candidate: _fit(lines, candidate, expected))
        records = list(_records(lines, separator))
    while records and not any(records[-1][0]):
        if len(records[-1][0]) > 1:
            break
        records.pop()
    at = _header_at([cells for cells, _ in records[:HEADER_WITHIN]], expected)
    if at is None:
        raise TableFileError(f"{name} is empty: export it again, with a header row.")
    return _table(records, at, separator, name, remarks)


@contextmanager
def cells_of_any_length(length: int) -> Iterator[None]:
    """Let the csv module read cells of up to `length` characters, which is more than it does by itself."""
    before = csv.field_size_limit(max(length + 1, 131_072))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _declared_separator(lines: list[str]) -> str:
    first = lines[0].rstrip("\r\n").strip('"') if lines else ""
    return first[4] if len(first) == 5 and first[:4].lower() == "sep=" else ""


def _fit(lines: list[str], separator: str, expected: Expected) -> tuple[float, ...]:
    """How well the first rows make a table with this separator; larger is better."""
    sample = [cells for cells, _ in islice(_records(lines, separator), SAMPLE)]
    at = _header_at(sample[:HEADER_WITHIN], expected)
    if at is None:
        return (0.0,)
    header = sample[at]
    body = [cells for cells in sample[at + 1 :] if any(cells)]
    fitting = sum(len(cells) == len(header) for cells in body) / len(body) if body else 1.0
    return (_known(header, expected), len(header) > 1, fitting, len(header))


def _known(cells: list[str], expected: Expected) -> int:
    return sum(expected.is_known(cell) or expected.is_named(cell) for cell in map(clean, cells))


def _header_at(records: list[list[str]], expected: Expected) -> int | None:
    """The first row with two known headers or with one among three cells or more; else the first filled row.

    Lines of prose may stand above the header. A row with a header that a learner named goes first, unless
    a row above it has as many expected headers.
    """
    rows = {i: cleaned for i, cells in enumerate(records) if any(cleaned := list(map(clean, cells)))}
    known = {i: _known(cells, expected) for i, cells in rows.items()}
    named = next((i for i, cells in rows.items() if any(map(expected.is_named, cells))), None)
    first, usual, widest = next(iter(rows), None), None, 0
    for i, cells in rows.items():
        width = sum(map(bool, cells))
        likely = known[i] > 1 or (known[i] == 1 and width > max(2, widest))
        # Below a first row with a known header only a wider row can be the real header.
        if usual is None and likely and (width > widest or not known[first]):
            usual = i
        widest = max(widest, width)
    if named is not None and (usual is None or named < usual or known[named] > known[usual]):
        return named
    return usual if usual is not None else first


def _records(lines: list[str], separator: str) -> Iterator[tuple[list[str], bool]]:
    """Each record's cells, and whether its quotation marks had to be taken as text."""
    at, width = 0, 0
    while at < len(lines):
        cells, used, as_text = _record(lines, at, separator, width)
        at += used
        width = len(cells) if width < 2 else width
        yield cells, as_text


def _record(lines: list[str], at: int, separator: str, width: int) -> tuple[list[str], int, bool]:
    line = lines[at].rstrip("\r\n")
    if '"' not in line:
        return (line.split(separator) if line else []), 1, False
    cells, used = _parsed(lines, at, separator, strict=True)
    if cells is not None and not (separator == "\t" and used > 1 and _all_fit(lines[at : at + used], width)):
        return cells, used, False
    plain = [_without_quotes(cell) for cell in line.split(separator)]
    if len(plain) != width:
        cells, used = _parsed(lines, at, separator, strict=False)
        if cells is not None and (len(cells) == width or (not width and used == 1)):
            return cells, used, False
    return plain, 1, True


def _parsed(lines: list[str], at: int, separator: str, strict: bool) -> tuple[list[str] | None, int]:
    """One record by the csv module and the lines it took; None when its quotes are wrong or never close."""
    left = len(lines) - at
    reader = csv.reader(
        chain(map(lines.__getitem__, range(at, len(lines))), ("\n",)), delimiter=separator, strict=strict
    )
    try:
        cells = next(reader)
    except csv.Error:
        return None, 0
    # An open quotation mark reads on past the last line, into the one added here.
    return (cells, reader.line_num) if reader.line_num <= left else (None, 0)


def _all_fit(lines: list[str], width: int) -> bool:
    return width > 1 and all(line.count("\t") == width - 1 for line in lines)


def _without_quotes(cell: str) -> str:
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if whole else cell


def _table(records: list, at: int, separator: str, name: str, remarks: Remarks) -> Table:
    headers = _headers(records[at][0])
    rows, aside = [], []
    for number, (raw, as_text) in enumerate(records, 1):
        cells = [clean(cell) for cell in raw]
        reason = _reason_to_skip(cells, headers, number <= at)
        if number == at + 1:
            continue
        if reason:
            aside.append(SetAside(number, reason))
            continue
        if as_text:
            remarks.add("A quotation mark is out of place and was read as plain text", f"row {number}")
        _remark_on_width(cells, headers, number, remarks)
        rows.append(Row(number, tuple(cells[: len(headers)]) + ("",) * (len(headers) - len(cells))))
    if not rows:
        raise TableFileError(
            f"{name} has a header row ({listed([shown(h) for h in headers])}) but no rows below it."
        )
    return Table(headers, tuple(rows), tuple(aside), separator, len(rows) + len(aside))


def _headers(raw: list[str]) -> tuple[str, ...]:
    names = [" ".join(clean(cell).split()) for cell in raw]
    while len(names) > 1 and not names[-1]:
        names.pop()
    return tuple(header or f"column {i}" for i, header in enumerate(names, 1))


def _reason_to_skip(cells: list[str], headers: tuple[str, ...], above_header: bool) -> str:
    if not any(cells):
        return EMPTY_ROW
    if above_header:
        return "above the header row"
    return REPEATED_HEADER if _headers(cells) == headers else ""


def _remark_on_width(cells: list[str], headers: tuple[str, ...], number: int, remarks: Remarks) -> None:
    surplus = [cell for cell in cells[len(headers) :] if cell]
    if surplus:
        remarks.add(
            "A row has more cells than the header; the surplus was not used",
            f"row {number} {listed([shown(cell) for cell in surplus])}",
        )
    if len(cells) < len(headers):
        remarks.add("A row has fewer cells than the header; the rest counts as empty", f"row {number}")
