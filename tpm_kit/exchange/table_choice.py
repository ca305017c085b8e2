"""What a learner asks of a foreign table: the columns that they name, and the rows that they want."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.backlog_columns import columns_named
from tpm_kit.exchange.backlog_headers import recognised
from tpm_kit.exchange.csv_table import Expected, Row, Table
from tpm_kit.exchange.intake import SetAside, TableFileError, listed
from tpm_kit.typed import plain


def expected(columns: Mapping[str, str | None] | None, known: Callable[[str], object]) -> Expected:
    """What tells the header row: headers that are `known`, and those that the learner named in `columns`."""
    named = columns.values() if isinstance(columns, Mapping) else ()
    plainly = {plain(str(header)) for header in named if header is not None} - {""}
    return Expected(lambda cell: bool(known(cell)), lambda cell: plain(cell) in plainly)


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


def unused(table: Table, chosen: Mapping[str, Sequence[int]]) -> tuple[tuple[str, ...], int]:
    """The headers with values that no field took, and how many of the other columns are empty."""
    used = {i for places in chosen.values() for i in places}
    rest = [i for i in range(len(table.headers)) if i not in used]
    filled = [i for i in rest if any(row.cells[i] for row in table.rows)]
    return tuple(dict.fromkeys(table.headers[i] for i in filled)), len(rest) - len(filled)
