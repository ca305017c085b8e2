"""A learner's own backlog from any CSV file with a header row: `read_backlog`.

The parts: `text_file` (path to text), `csv_table` (text to rows), `backlog_headers` and `backlog_columns`
(which column is which field), `unfit_columns` and `not_items` (what only looks like one), `backlog_rows` and
`backlog_links` (rows to items), `table_choice` (which rows were asked for), `account` (what was read, and
what was not).
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tpm_kit.case import BacklogItem
from tpm_kit.checked_files import shown
from tpm_kit.exchange.account import Account, of_fields, of_file
from tpm_kit.exchange.backlog_columns import chosen_columns
from tpm_kit.exchange.backlog_headers import recognised
from tpm_kit.exchange.backlog_rows import Rows
from tpm_kit.exchange.cells import number
from tpm_kit.exchange.csv_table import Table, read_table
from tpm_kit.exchange.intake import Remarks, SetAside, TableFileError, listed
from tpm_kit.exchange.not_items import without_what_is_no_item
from tpm_kit.exchange.table_choice import expected, matching
from tpm_kit.exchange.text_file import read_text
from tpm_kit.exchange.unfit_columns import without_unfit_columns
from tpm_kit.typed import date, plain

__all__ = ["Intake", "SetAside", "TableFileError", "read_backlog"]

FIELDS = tuple(field for field in BacklogItem.__dataclass_fields__ if field != "id")
"""The fields whose absence is said."""


@dataclass(frozen=True, repr=False, kw_only=True)
class Intake(Account):
    """A backlog read from a file, with a full account: ``rows_read == len(items) + len(set_aside)``."""

    items: tuple[BacklogItem, ...]


def read_backlog(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str | None] | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
) -> Intake:
    """Read a backlog from a CSV file, and account for every row.

    `columns` corrects which column is which field, as in ``{"effort": "Weight"}``; None switches a field off.
    `where` keeps only the rows with these values, as in ``{"Issue Type": ["Story", "Bug"]}``.
    Raises TableFileError with one sentence when nothing can be read.
    """
    remarks = Remarks()
    text, encoding = read_text(path, remarks)
    name = Path(path).name
    table = read_table(text, name, expected(columns, recognised), remarks)
    chosen = chosen_columns(table, columns, remarks)
    _require_names(table, chosen, name, remarks)
    table = without_what_is_no_item(table, chosen)
    chosen = without_unfit_columns(table, chosen, remarks)
    rows, filtered = matching(table, where)
    items, unusable = Rows(table, chosen, remarks).items(rows)
    if not items:
        raise TableFileError(
            f"{name} has no row with a title, an id or a description: check what was exported."
        )
    fields = of_fields(table, chosen, FIELDS, "items", items, lambda item, field: getattr(item, field, None))
    _say_more(fields["fields"], fields["mapping"], items)
    return Intake(
        items=items,
        **of_file(name, encoding, table, (*filtered, *unusable), remarks),
        **fields,
    )


def _say_more(
    fields: dict[str, str], mapping: Mapping[str, Sequence[str]], items: Sequence[BacklogItem]
) -> None:
    """Say what a column of items that are blocked became, and what the efforts come to."""
    if "blocks" in fields:
        source = ", ".join(map(shown, mapping["blocks"]))
        fields["blocks"] = f"from {source}, read as dependencies of the items named there"
    efforts = [item.effort for item in items if item.effort is not None]
    if "effort" in fields and efforts:
        fields["effort"] += f", sum {sum(efforts):.10g}"


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
        raise TableFileError(
            f"{name} seems to have no header row (its first row is {first}): add a first row such as "
            "id, title, effort."
        )
    raise TableFileError(
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
