"""Rows that look like items and are none: totals, lines of dashes, text below the table."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tpm_kit.exchange.cells import decimal_mark, number
from tpm_kit.exchange.csv_table import EMPTY_ROW, REPEATED_HEADER, Row, Table
from tpm_kit.exchange.intake import SetAside
from tpm_kit.typed import plain

TOTALS = frozenset(
    map(plain, ("total", "sum", "summe", "gesamt", "somme", "suma", "totale", "totaal", "soma"))
)
DASHES = re.compile(r":?-{2,}:?")
FOOTER = re.compile(r"(?:generated|exported|created|printed) (?:by|on|at|from)\b|notes?:|source:", re.I)
Columns = Mapping[str, Sequence[int]]


def without_what_is_no_item(table: Table, columns: Columns) -> Table:
    """The table with such rows set aside, each with its reason."""
    reasons = dict(_dashes_and_totals(table, columns))
    reasons |= dict.fromkeys(_group_names(table), "the name of a group above a repeated header")
    rest = [row for row in table.rows if row.number not in reasons]
    reasons |= dict.fromkeys(_below(rest, table, columns, reasons), "text below the table")
    aside = [SetAside(number, reason) for number, reason in reasons.items()]
    rows = tuple(row for row in table.rows if row.number not in reasons)
    return replace(table, rows=rows, set_aside=(*table.set_aside, *aside))


def _dashes_and_totals(table: Table, columns: Columns) -> Iterator[tuple[int, str]]:
    efforts = [_first(row, columns, "effort") for row in table.rows]
    decimal, _ = decimal_mark(efforts, table.separator)
    others_have_ids = sum(bool(_first(row, columns, "id")) for row in table.rows) > 1
    so_far = 0.0
    for row, cell in zip(table.rows, efforts, strict=True):
        found = number(cell, decimal)
        effort = found.value if found and math.isfinite(found.value) else 0.0
        if all(DASHES.fullmatch(text) for text in row.cells if text):
            yield row.number, "a line of dashes, not an item"
        elif TOTALS & {plain(_first(row, columns, field)) for field in ("id", "title")} and (
            (so_far > 0 and math.isclose(effort, so_far))
            or (others_have_ids and not _first(row, columns, "id"))
        ):
            yield row.number, "a total, not an item"
        else:
            so_far += max(effort, 0.0)


def _first(row: Row, columns: Columns, field: str) -> str:
    return next((row.cells[i] for i in columns.get(field, ()) if row.cells[i]), "")


def _group_names(table: Table) -> Iterator[int]:
    """Exports of grouped boards repeat the header for each group, below a line with the group's name."""
    headers = {aside.row for aside in table.set_aside if aside.reason == REPEATED_HEADER}
    for row in table.rows:
        if row.number + 1 in headers and row.cells[0] and not any(row.cells[1:]) and len(row.cells) > 2:
            yield row.number


def _below(rows: Sequence[Row], table: Table, columns: Columns, no_items: Mapping[int, str]) -> Iterator[int]:
    """The rows below the last full one with text in the first column alone.

    Where the first column holds the titles such a row may well be an item that nobody has estimated yet:
    there it counts as text only below an empty row or a total, or when it says itself that it is a note.
    """
    full = [row.number for row in rows if sum(map(bool, row.cells)) > 1]
    if not full:
        return
    breaks = {aside.row for aside in table.set_aside if aside.reason == EMPTY_ROW} | no_items.keys()
    after_break = min((n for n in breaks if n > full[-1]), default=math.inf)
    titles_first = 0 in columns.get("title", ())
    for row in rows:
        if (
            row.number > full[-1]
            and row.cells[0]
            and (not titles_first or row.number > after_break or FOOTER.match(row.cells[0]))
        ):
            yield row.number
