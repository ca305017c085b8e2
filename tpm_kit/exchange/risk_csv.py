"""A learner's own risk register from any CSV file with a header row: `read_register`.

The parts: `text_file` and `csv_table` (path to rows, as for a backlog), `risk_headers` and `risk_columns`
(which column is which field), `risk_levels` (what single chances and effects mean), `risk_numbers` and
`risk_texts` (rows to risks), `register_update` (what changed since the last reading).
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tpm_kit.checked_files import shown
from tpm_kit.exchange import risk_texts
from tpm_kit.exchange.account import Account, of_fields, of_file
from tpm_kit.exchange.cells import day, day_order, one_line
from tpm_kit.exchange.csv_table import Row, Table, read_table
from tpm_kit.exchange.intake import Remarks, TableFileError, listed
from tpm_kit.exchange.not_items import without_what_is_no_item
from tpm_kit.exchange.register_update import RiskRow
from tpm_kit.exchange.risk_columns import chosen_columns
from tpm_kit.exchange.risk_headers import recognised
from tpm_kit.exchange.risk_levels import parsed
from tpm_kit.exchange.risk_numbers import Numbers
from tpm_kit.exchange.risk_scores import check_scores
from tpm_kit.exchange.table_choice import expected, matching
from tpm_kit.exchange.text_file import read_text
from tpm_kit.typed import date

__all__ = ["RegisterIntake", "TableFileError", "read_register"]

LONGEST_TEXT = 2000
FIELDS = ("title", "cause", "effect", "chance", "impact", "owner", "trigger", "status")
"""The fields whose absence is said."""
GIVEN: Mapping[str, tuple[str, ...]] = {
    "chance": ("chance", "likelihood"),
    "impact": ("impact", "cost", "days"),
}
"""The fields of a risk that a column may have given, where they are called otherwise."""


@dataclass(frozen=True, repr=False, kw_only=True)
class RegisterIntake(Account):
    """A register read from a file, with a full account: ``rows_read == len(risks) + len(set_aside)``.

    `mapping` says what each field was read from: `chance` and `impact` are the columns as the file has them,
    whether they hold shares, amounts or steps of a scale. `news` is what changed since the last reading.
    """

    risks: tuple[RiskRow, ...]


def read_register(
    path: str | os.PathLike[str],
    columns: Mapping[str, str | None] | None = None,
    where: Mapping[str, str | Sequence[str]] | None = None,
    scale: int | None = None,
) -> RegisterIntake:
    """Read a risk register from a CSV file, and account for every row.

    `columns` corrects which column is which field, as in ``{"impact": "Tragweite"}``; None switches a field
    off. `where` keeps only the rows with these values. `scale` is the end of the scale that chances and
    effects are given in, where they are steps and the file does not tell.
    Raises TableFileError with one sentence when nothing can be read, or when every chance or every impact
    is 0.
    """
    if scale is not None and (type(scale) is not int or not 2 <= scale <= 100):
        raise TableFileError(f"scale must be a whole number from 2 to 100, not {shown(scale)}.")
    remarks = Remarks()
    text, encoding = read_text(path, remarks)
    name = Path(path).name
    table = read_table(text, name, expected(columns, recognised), remarks)
    chosen = chosen_columns(table, columns, remarks)
    _require_texts(table, chosen, name)
    table = without_what_is_no_item(table, chosen)
    rows, filtered = matching(table, where)
    kept, empty_rows = risk_texts.rows_with_risks(rows, lambda row, field: _text(row, chosen, field))
    if not kept:
        raise TableFileError(f"{name} has no row with a title or a description: check what was exported.")
    risks = _risks(table, chosen, kept, remarks, scale or 0)
    return RegisterIntake(
        **of_file(name, encoding, table, (*filtered, *empty_rows), remarks),
        **of_fields(table, chosen, FIELDS, "risks", risks, _value),
        risks=risks,
    )


def _value(risk: RiskRow, field: str) -> object:
    """Return what a risk holds of a field; None if nothing."""
    values = (risk.get(name) for name in GIVEN.get(field, (field,)))
    return next((value for value in values if value not in (None, "", ())), None)


def _text(row: Row, chosen: Mapping[str, Sequence[int]], field: str) -> str:
    """Return what a row says in a field."""
    return row.text(chosen.get(field, ()))


def _require_texts(table: Table, chosen: Mapping[str, Sequence[int]], name: str) -> None:
    if any(field in chosen for field in risk_texts.TELLING):
        return
    first = listed([shown(header) for header in table.headers], 8)
    if all(parsed(header) or date(header, True) for header in table.headers):
        raise TableFileError(
            f"{name} seems to have no header row (its first row is {first}): add a first row such as "
            "id, risk, probability, impact."
        )
    raise TableFileError(
        f"No column of {name} was recognised as the risks (the first row is {first}): name it, as in "
        f'columns={{"title": "{_likely_text(table)}"}}, or add a header row if there is none.'
    )


def _likely_text(table: Table) -> str:
    """For an example: the column with the longest texts."""
    longest = max(range(len(table.headers)), key=lambda i: sum(len(row.cells[i]) for row in table.rows))
    return table.headers[longest][:40]


def _risks(
    table: Table,
    chosen: Mapping[str, Sequence[int]],
    rows: Sequence[Row],
    remarks: Remarks,
    scale: int,
) -> tuple[RiskRow, ...]:
    numbers = Numbers(table, chosen, rows, remarks, scale)
    check_scores(table, rows, numbers, remarks)
    of_impact = numbers.kinds.get("impact")
    in_words = of_impact is not None and of_impact.kind == "text"
    if in_words:
        remarks.add(f"{shown(numbers.header('impact'))} holds texts, so it was read as the effect")

    def text(row: Row, field: str) -> str:
        found = _text(row, chosen, field)
        return _text(row, chosen, "impact") if field == "effect" and in_words and not found else found

    orders = {field: day_order(_text(row, chosen, field) for row in rows) for field in ("date", "reviewed")}
    names = risk_texts.ids(rows, text, "id" in chosen, remarks)
    found = []
    for id, row in zip(names, rows, strict=True):
        texts = {
            field: _cut(text(row, field), field, row, remarks)
            for field in ("cause", "event", "effect", "fact", "trigger", "action", "contingency")
        }
        found.append(
            {
                "id": id,
                "title": risk_texts.title(row, text),
                **texts,
                "category": risk_texts.cut(one_line(text(row, "category")), 60),
                "items": _parts(text(row, "items")),
                "owner": risk_texts.cut(one_line(text(row, "owner")), 60),
                "status": risk_texts.state(text(row, "status"), row, remarks),
                **{field: _day(text(row, field), field, orders[field], row, remarks) for field in orders},
                **numbers.of(row),
            }
        )
    return tuple(found)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[,;|\n]", text) if part.strip()))


def _cut(text: str, field: str, row: Row, remarks: Remarks) -> str:
    if len(text) > LONGEST_TEXT:
        remarks.add(f"A text longer than {LONGEST_TEXT} letters was cut", f"row {row.number} ({field})")
    return risk_texts.cut(text, LONGEST_TEXT)


def _day(text: str, field: str, day_first: bool | None, row: Row, remarks: Remarks) -> datetime.date | None:
    if not text:
        return None
    found, fault = day(text, day_first)
    if fault:
        remarks.add(f"{field}: {fault}", f"row {row.number} {shown(text)}")
    return found
