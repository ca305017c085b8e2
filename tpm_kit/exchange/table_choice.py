"""What a learner asks of a foreign table: the columns that they name, and the rows that they want."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from tpm_kit.checked_files import did_you_mean, shown
from tpm_kit.exchange.backlog_headers import recognised
from tpm_kit.exchange.csv_table import Expected, Row, Table
from tpm_kit.exchange.intake import SetAside, TableFileError, listed
from tpm_kit.typed import plain


def expected(columns: Mapping[str, str | None] | None, known: Callable[[str], object]) -> Expected:
    """What tells the header row: headers that are `known`, and those that the learner named in `columns`."""
    named = columns.values() if isinstance(columns, Mapping) else ()
    plainly = {plain(str(header)) for header in named if header is not None} - {""}
    return Expected(lambda cell: bool(known(cell)), lambda cell: plain(cell) in plainly)


def named_columns(
    table: Table,
    columns: Mapping[str, str | None] | None,
    fields: Collection[str],
    known: Callable[[str], Sequence | None],
    example: str,
) -> dict[str, tuple[int, ...]]:
    """The column numbers (from 0) of each field that the learner named in `columns`; none for a field that is
    switched off. `known` gives the field that a name usually means, first of its answer.

    Raises TableFileError for a field or a header that does not exist.
    """
    if not isinstance(columns or {}, Mapping):
        raise TableFileError(f"Give columns as a dictionary, such as {example}.")
    wanted = {}
    for field, header in (columns or {}).items():
        if field not in fields:
            meant = (known(str(field)) or ("",))[0]
            hint = f"; did you mean “{meant}”?" if meant in fields else did_you_mean(str(field), fields)
            raise TableFileError(
                f"There is no field {shown(field)}{hint or '.'} The fields are {', '.join(fields)}."
            )
        wanted[field] = () if header is None else columns_named(table, header)
    return wanted


def columns_named(table: Table, header: object) -> tuple[int, ...]:
    """The numbers of the columns with this header; if there are none, TableFileError names the closest."""
    name = str(header).strip()
    for same in (str, plain):
        places = tuple(i for i, other in enumerate(table.headers) if same(name) and same(other) == same(name))
        if places:
            return places
    hint = did_you_mean(name, table.headers)
    columns = listed(_headers_with_values(table), 40)
    raise TableFileError(
        f"There is no column {shown(header)}{hint} The columns are {columns}; name one of them."
        if hint
        else f"There is no column {shown(header)}; the columns are {columns}; name one of them."
    )


def _headers_with_values(table: Table) -> list[str]:
    headers = dict.fromkeys(table.headers)
    filled = {table.headers[i] for row in table.rows for i, cell in enumerate(row.cells) if cell}
    return [header for header in headers if header in filled]


def matching(
    table: Table, where: Mapping[str, str | Sequence[str]] | None
) -> tuple[Sequence[Row], list[SetAside]]:
    """The rows that pass every condition of `where`, and the others with the condition that they miss."""
    if not isinstance(where or {}, Mapping):
        raise TableFileError('Give where as a dictionary, such as where={"Status": "To Do"}.')
    rows, aside = table.rows, []
    for header, wanted in (where or {}).items():
        places = columns_named(table, header)
        values = (
            [wanted]
            if isinstance(wanted, str) or not isinstance(wanted, Sequence | set | frozenset)
            else wanted
        )
        keys = {"" if value is None else str(value).strip().casefold() for value in values}
        found = [row for row in rows if keys & _values(row, places, table)]
        if not found:
            there = Counter(row.cells[i] for row in rows for i in places if row.cells[i])
            values_there = listed([f"{shown(value)} ({n})" for value, n in there.most_common(8)], 8)
            raise TableFileError(
                f"No row has {listed([shown(value) for value in values])} in {shown(header)}; "
                f"the values there are {values_there or 'all empty'}."
            )
        left = {row.number for row in found}
        aside += [
            SetAside(row.number, f"{shown(header)} has another value than asked for")
            for row in rows
            if row.number not in left
        ]
        rows = found
    return rows, aside


def _values(row: Row, places: Sequence[int], table: Table) -> set[str]:
    """What a condition is compared with: each filled cell, and of labels each label."""
    cells = {row.cells[i].casefold() for i in places if row.cells[i]}
    if (recognised(table.headers[places[0]]) or ("",))[0] == "labels":
        cells |= {part.strip() for cell in cells for part in re.split("[,;|\n]", cell)}
    return cells or {""}
