"""A learner's own backlog from any CSV file with a header row: `read_backlog`.

The parts: `text_file` (path to text), `csv_table` (text to rows), `backlog_columns` (which column is which
field), `backlog_rows` and `backlog_links` (rows to items), `intake` (the account of what was read).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tpm_kit.checked_files import shown
from tpm_kit.exchange.backlog_columns import chosen_columns, columns_named, recognised
from tpm_kit.exchange.backlog_rows import Rows
from tpm_kit.exchange.cells import date, number, plain
from tpm_kit.exchange.csv_table import Row, Table, read_table
from tpm_kit.exchange.intake import BacklogFileError, Intake, Remarks, SetAside, listed
from tpm_kit.exchange.text_file import read_text

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
    own_headers = (
        {plain(str(header)) for header in columns.values()} if isinstance(columns, Mapping) else set()
    )
    table = read_table(
        text, name, lambda cell: bool(recognised(cell)) or plain(cell) in own_headers - {""}, remarks
    )
    chosen = chosen_columns(table, columns, remarks)
    _require_names(table, chosen, name)
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


def _require_names(table: Table, chosen: Mapping[str, Sequence[int]], name: str) -> None:
    if any(field in chosen for field in ("id", "title", "summary")):
        return
    first = listed([shown(header) for header in table.headers], 8)
    if any(number(header) or date(header, True) for header in table.headers):
        raise BacklogFileError(
            f"{name} seems to have no header row (its first row is {first}): add a first row such as "
            "id, title, effort."
        )
    raise BacklogFileError(
        f"No column of {name} was recognised as a title (the first row is {first}): name it, as in "
        f'columns={{"title": "{table.headers[0][:40]}"}}, or add a header row if there is none.'
    )


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
