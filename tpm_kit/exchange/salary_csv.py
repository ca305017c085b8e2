"""A learner's own list of pay from any CSV file with a header row: `read_salaries`.

The parts: `text_file` and `csv_table` (path to rows, as for a backlog), `salary_headers` (which column is
which field), `salary_amounts` (what single cells mean). No currency is converted: each stays apart.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tpm_kit.checked_files import shown
from tpm_kit.exchange.account import Account, of_fields, of_file
from tpm_kit.exchange.cells import decimal_mark, is_no_value, one_line
from tpm_kit.exchange.csv_table import Row, Table, read_table
from tpm_kit.exchange.intake import Remarks, SetAside, TableFileError, listed
from tpm_kit.exchange.not_items import without_what_is_no_item
from tpm_kit.exchange.salary_amounts import (
    IN_A_YEAR,
    STRONG,
    SURELY_A_YEAR,
    Amount,
    Unreadable,
    amount,
    currency_of,
    one_period,
    period_of,
    yearly,
)
from tpm_kit.exchange.salary_headers import AMOUNTS, FIELDS, TOTAL, in_thousands, recognised, unit_of
from tpm_kit.exchange.table_choice import expected, named_columns
from tpm_kit.exchange.text_file import read_text

__all__ = ["OwnPay", "SalaryIntake", "TableFileError", "read_salaries"]

NUMERIC = re.compile(r"\d[\d.,'’\s]*")
IN_FULL = 1000
"""Under a header that says thousands an amount from here on is written in full all the same."""
WHAT = ("currency", "period")
PLURALS = {"currency": "currencies", "period": "periods"}
READERS = {"currency": lambda text: currency_of(text.upper()) or currency_of(text), "period": period_of}


class OwnPay(NamedTuple):
    """One row: pay for a year of full work in `currency`, "" where the file names none. `low` and `high` are
    the same for one amount; None is an end that is open. `written` is the cell as it stands in the file, and
    `period` what it is for there."""

    row: int
    title: str
    company: str
    place: str
    low: float | None
    high: float | None
    currency: str
    period: str
    date: str
    written: str


GIVEN = ("title", "place", "currency", "period", "date")
"""The fields whose absence is said."""


@dataclass(frozen=True, repr=False, kw_only=True)
class SalaryIntake(Account):
    """A list of pay read from a file: ``rows_read == len(figures) + len(set_aside)``. `news` is the number of
    figures in each currency."""

    figures: tuple[OwnPay, ...]


def read_salaries(
    path: str | os.PathLike[str],
    columns: Mapping[str, str | None] | None = None,
) -> SalaryIntake:
    """Read a list of pay from a CSV file, and account for every row.

    `columns` corrects which column is which field, as in ``{"pay": "Brutto"}``; None switches a field off.
    Raises TableFileError with one sentence when nothing can be read.
    """
    remarks = Remarks()
    text, encoding = read_text(path, remarks)
    name = Path(path).name
    table = read_table(text, name, expected(columns, recognised), remarks)
    chosen = _chosen(table, columns, remarks)
    if not any(field in chosen for field in AMOUNTS):
        raise TableFileError(_without_pay(table, name))
    table = without_what_is_no_item(table, chosen)
    figures, faults = _figures(_Reader(table, chosen, remarks), table.rows)
    if not figures:
        why = f"row {faults[0].row}, {faults[0].reason}" if faults else "there is no row"
        raise TableFileError(f"{name} has no pay that can be read: {why}.")
    return SalaryIntake(
        **of_file(name, encoding, table, faults, remarks),
        **of_fields(table, chosen, GIVEN, "figures", figures, _value),
        news=(("Currencies", _currencies(figures)),),
        figures=tuple(figures),
    )


def _value(one: OwnPay, field: str) -> object:
    """Return what a figure holds in a field; of an amount its low end, or its high one."""
    if field == "pay":
        return one.low if one.low is not None else one.high
    return getattr(one, field)


def _currencies(figures: Sequence[OwnPay]) -> str:
    counts = Counter(one.currency for one in figures)
    said = ", ".join(f"{many} in {code or 'no named currency'}" for code, many in counts.items())
    return f"{said}; none is converted"


def _chosen(
    table: Table, columns: Mapping[str, str | None] | None, remarks: Remarks
) -> dict[str, tuple[int, ...]]:
    """The column numbers of each field that has any, the learner's own `columns` first."""
    wanted = named_columns(table, columns, FIELDS, recognised, 'columns={"pay": "Brutto"}')
    taken = {i for places in wanted.values() for i in places}
    found: dict[str, list[tuple[int, int]]] = {}
    for i, header in enumerate(table.headers):
        known = recognised(header)
        filled = any(not is_no_value(row.cells[i]) for row in table.rows)
        if known and filled and i not in taken and known[0] not in wanted:
            found.setdefault(known[0], []).append((known[1], i))
        elif filled and i not in taken and TOTAL.search(header):
            remarks.add(f"{shown(header)} was not taken: only base pay compares with published figures")
    best = {field: (min(places)[1],) for field, places in found.items()}
    for field, places in found.items():
        for _, i in sorted(places)[1:]:
            kept = shown(table.headers[best[field][0]])
            remarks.add(f"{shown(table.headers[i])} could also be the {field}; {kept} was taken")
    chosen = {field: wanted.get(field) or best.get(field, ()) for field in FIELDS}
    return {field: places for field, places in chosen.items() if places}


def _without_pay(table: Table, name: str) -> str:
    """Return that no column was taken for pay, with the one to name: the one that holds most figures."""
    figures = [
        sum(bool(re.search(r"\d", row.cells[i])) for row in table.rows) for i in range(len(table.headers))
    ]
    likely = table.headers[max(range(len(figures)), key=lambda i: figures[i])]
    totals = [shown(one) for one in table.headers if TOTAL.search(one)]
    more = (
        f" {listed(totals, 3)} may hold more than base pay; published figures are base pay." if totals else ""
    )
    return (
        f'{name} has no column that looks like pay; name it, as in columns={{"pay": "{likely}"}}. '
        f"The columns are {listed([shown(one) for one in table.headers], 40)}.{more}"
    )


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, chosen: Mapping[str, tuple[int, ...]], remarks: Remarks) -> None:
        self.table, self.chosen, self.remarks = table, chosen, remarks
        self.fields = [field for field in AMOUNTS if field in chosen]
        cells = [self.text(row, field) for row in table.rows for field in self.fields]
        bodies = [match.strip() for cell in cells for match in NUMERIC.findall(cell)]
        self.decimal, _ = decimal_mark(bodies, table.separator)

    def text(self, row: Row, field: str) -> str:
        """Return what a row says in a field, on one line; "" for nothing."""
        return one_line(row.text(self.chosen.get(field, ())))

    def figure(self, row: Row) -> OwnPay:
        """Return what a row holds. Raises `Unreadable`."""
        cells = {field: text for field in self.fields if (text := self.text(row, field))}
        if not cells:
            raise Unreadable("no pay in it")
        if "pay" in cells and not re.search(r"\d", cells["pay"]) and len(cells) > 1:
            del cells["pay"]
        ends = cells if "pay" not in cells else {"pay": cells["pay"]}
        try:
            read = {field: amount(text, self.decimal) for field, text in ends.items()}
        except Unreadable as error:
            raise Unreadable(f"{error}: {shown(' / '.join(ends.values()))}") from None
        read = {field: self._scaled(field, one) for field, one in read.items()}
        low, high = _both(read)
        currency = self._named(row, "currency", read)
        named = self._named(row, "period", read)
        period = named or _likely_period(low if low is not None else high, currency)
        made = [yearly(end, period, currency) for end in (low, high)]
        if None not in made and made[0] > made[1]:
            raise Unreadable("the low end is above the high end")
        for remark in self._remarks(ends, read, currency, named, period):
            self.remarks.add(remark, f"row {row.number}")
        texts = [self.text(row, field) for field in ("title", "company", "place")]
        written = " / ".join(ends.values())
        return OwnPay(row.number, *texts, *made, currency, period, self.text(row, "date"), written)

    def _scaled(self, field: str, read: Amount) -> Amount:
        """Return an amount times 1,000 where the header says so and the cell does not hold the whole sum."""
        header = self.table.headers[self.chosen[field][0]]
        ends = [end for end in (read.low, read.high) if end is not None]
        if not in_thousands(header) or max(ends) >= IN_FULL:
            return read
        self.remarks.add(f"{shown(header)} was read as thousands")
        return read._replace(
            **{end: value * 1000 for end in ("low", "high") if (value := getattr(read, end))}
        )

    def _named(self, row: Row, what: str, read: Mapping[str, Amount]) -> str:
        """Return the currency or the period of a row: what its cells of pay name, else its column for that,
        else their headers; "" where nobody names it. Raises `Unreadable` for two."""
        headers = [self.table.headers[self.chosen[field][0]] for field in read]
        found = {getattr(one, what) for one in read.values()} - {""}
        found = found or {READERS[what](self.text(row, what))} - {""}
        found = found or {unit_of(header)[WHAT.index(what)] for header in headers} - {""}
        if len(found) > 1:
            raise Unreadable(f"two {PLURALS[what]} in one row ({' and '.join(sorted(found))})")
        return found.pop() if found else ""

    def _remarks(
        self, ends: Mapping[str, str], read: Mapping[str, Amount], currency: str, named: str, period: str
    ) -> Iterator[str]:
        """Yield what a learner should know of how a row was read."""
        if any(one.beside for one in read.values()):
            yield "What stands behind a plus was left out, it is no base pay"
        if currency == "USD" and any(re.search(r"(?<![A-Za-z])\$", text) for text in ends.values()):
            yield "“$” was read as US dollars"
        if not currency:
            yield "No currency is named; such figures stay apart"
        if not named:
            yield "No period is named; so high an amount was taken for a year"
        if period != "year":
            times = f"{IN_A_YEAR[period]:,}"
            yield f"Pay for {one_period(period)} was multiplied by {times} for a year of full work"


def _likely_period(value: float, currency: str) -> str:
    """Return the year for an amount that nothing else can be. Raises `Unreadable`."""
    if currency in STRONG and value >= SURELY_A_YEAR:
        return "year"
    raise Unreadable(f"{value:,.10g} without saying whether that is an hour, a month or a year")


def _both(read: Mapping[str, Amount]) -> tuple[float | None, float | None]:
    """Return the ends: of the one cell, or of a low and a high one."""
    if "pay" in read:
        return read["pay"].low, read["pay"].high
    low, high = read.get("low"), read.get("high")
    return (low.low if low else None), (high.high if high else None)


def _figures(reader: _Reader, rows: Sequence[Row]) -> tuple[list[OwnPay], list[SetAside]]:
    """Return what was read, and the rows that could not be with the reason."""
    figures, faults = [], []
    for row in rows:
        try:
            figures.append(reader.figure(row))
        except Unreadable as error:
            faults.append(SetAside(row.number, str(error)))
    return figures, faults
