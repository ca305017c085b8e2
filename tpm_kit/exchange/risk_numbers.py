"""Chances, losses and places of a register's rows, read as their columns have them, every doubt said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from tpm_kit.case_risk import IMPACTS, LIKELIHOODS
from tpm_kit.checked_files import shown
from tpm_kit.exchange import risk_amounts as amounts
from tpm_kit.exchange import risk_levels as read
from tpm_kit.exchange.csv_table import Row, Table
from tpm_kit.exchange.intake import Remarks, TableFileError

EFFECTS = ("impact", "cost", "days")
"""The fields that tell how bad it gets; registers mix up which of them holds a scale, money or time."""
MOST = {"cost": 1e7, "days": 1e5}
"""Beyond ten thousand million euros, or 400 years, a loss is a slip of the keyboard."""
WITHOUT_NUMBERS = ("", "zeros", "nothing", "text")
"""Kinds of columns that say of no risk how bad it gets; "" is no column."""
STEPS_SAID = {
    "steps": "holds steps of a scale of 1 to {}, spread over the five of the matrix",
    "words": "holds words, read as steps of five (low is 2, medium 3, high 4)",
    "pmbok": "holds shares up to 1, read as the PMBOK's scale of effects (.05, .10, .20, .40, .80)",
}


class Numbers:
    """Reads the numbers of one table; `columns` gives the column numbers of each field, `scale` the end of
    its scales of steps where the learner said it, else 0."""

    def __init__(
        self,
        table: Table,
        columns: Mapping[str, Sequence[int]],
        rows: Sequence[Row],
        remarks: Remarks,
        scale: int = 0,
    ) -> None:
        self._table, self._columns, self._remarks = table, columns, remarks
        cells = {field: [self.cell(row, field) for row in rows] for field in columns}
        self._decimal = {
            field: amounts.decimals(cells[field], table.separator, field.startswith(("cost", "impact")))
            for field in columns
        }
        self.kinds: dict[str, read.Column] = {}
        """How each column of chances and of effects was read."""
        for field in ("chance", *EFFECTS):
            if field in columns:
                kind = read.column_of_chances if field == "chance" else read.column_of_impacts
                self.kinds[field] = kind(cells[field], self.header(field), self._decimal[field], scale)
        self._settle_effects()
        self._refuse_zeros()
        self._say_scales(cells)

    def header(self, field: str) -> str:
        """Return the header of the first column of a field."""
        return self._table.headers[self._columns[field][0]]

    def cell(self, row: Row, field: str) -> str:
        """Return the text of a row in a field."""
        return row.text(self._columns.get(field, ()))

    def _settle_effects(self) -> None:
        """Decide for columns of money and of time whether they hold amounts or rather steps of a scale."""
        some = any(self._kind(field) not in WITHOUT_NUMBERS for field in EFFECTS)
        for field in ("cost", "days"):
            column = self.kinds.get(field)
            if column is None:
                continue
            header = self.header(field)
            named = amounts.money_header(header) if field == "cost" else amounts.names_a_unit_of_time(header)
            plain_days = field == "days" and not re.search("impact|auswirkung", header, re.I)
            measured = column.kind in ("money", "days") or column.scale == 100
            steps = column.kind in ("steps", "pmbok")
            if measured or (steps and (named or plain_days)) or (column.kind == "zeros" and some):
                self.kinds[field] = read.Column("money" if field == "cost" else "days")

    def _refuse_zeros(self) -> None:
        """Refuse a register in which nothing is likely, or nothing would hurt: every number given is 0."""
        zeros = [field for field in EFFECTS if self._kind(field) == "zeros"]
        if self._kind("chance") == "zeros":
            self._refuse("likelihood", "chance", "happen")
        if zeros and all(self._kind(field) in WITHOUT_NUMBERS for field in EFFECTS):
            self._refuse("impact", zeros[0], "do any harm")

    def _refuse(self, what: str, field: str, could: str) -> NoReturn:
        raise TableFileError(
            f"The {what} is 0 in every row ({shown(self.header(field))}), so none of these risks "
            f"could {could}, and all of them would lie on one spot of the matrix. Such a 0 mostly "
            "means that nobody has filled the column in: fill it in, or leave it out with "
            f'columns={{"{field}": None}} and place the risks yourself.'
        )

    def _say_scales(self, cells: Mapping[str, Sequence[str]]) -> None:
        for field, column in self.kinds.items():
            header = shown(self.header(field))
            if column.kind in STEPS_SAID:
                said = STEPS_SAID[column.kind].format(column.scale)
                asks = "; if it ends elsewhere, say so, as in scale=3" if column.guess else ""
                self._remarks.add(f"{header} {said}{asks}")
            elif column.kind == "percent" and not any("%" in cell for cell in cells[field]):
                self._remarks.add(f"{header} holds numbers up to 100, read as percentages")
            elif column.kind == "zeros":
                self._remarks.add(f"{header} is 0 in every row and was not used")
            elif column.kind == "unknown":
                self._remarks.add(f"{header} holds numbers above 100, which are no chances")
            elif column.kind == "money" and field == "impact":
                self._remarks.add(f"{header} holds amounts of money")
        texts = [text for field in ("impact", "cost") for text in cells.get(field, ())]
        for other in sorted(amounts.currencies(texts)):
            self._remarks.add(
                f"Amounts are in {other}: nothing was converted, whatever sign stands before them"
            )

    def of(self, row: Row) -> dict[str, Any]:
        """Return the chance, the losses and the suggested place of a row."""
        share, likely = self._chance(row)
        found: dict[str, Any] = {"chance": share}
        for field in ("days", "cost"):
            low, middle, high = self._loss(row, field)
            found |= {f"{field}_low": low, field: middle, f"{field}_high": high}
        grave = max((step for field in EFFECTS if (step := self._step(row, field))), default=0)
        if grave and not likely and share is not None:
            likely = 1 + sum(share > band.upto for band in LIKELIHOODS[:-1])
        if likely and not grave and (found["days"] is not None or found["cost"] is not None):
            grave = 1 + max(
                sum((found["days"] or 0) > band.days for band in IMPACTS[:-1]),
                sum((found["cost"] or 0) > band.cost for band in IMPACTS[:-1]),
            )
        by_levels = any(column.kind in STEPS_SAID for column in self.kinds.values())
        found["likelihood"] = LIKELIHOODS[likely - 1].name if likely and by_levels else ""
        found["impact"] = IMPACTS[grave - 1].name if grave and by_levels else ""
        return found

    def _chance(self, row: Row) -> tuple[float | None, int]:
        """Return the chance as a share, if it is one, or else its step, if it is one."""
        text = self.cell(row, "chance")
        if not text:
            return None, 0
        reading = read.chance(text, self.kinds["chance"], self._decimal["chance"])
        if reading is None:
            self._odd(row, "chance", text)
            return None, 0
        if reading.share == 0:
            self._remarks.add(
                "A chance of 0 counts as unknown: what cannot happen is no risk", f"row {row.number}"
            )
            return None, 0
        if reading.share == 1:
            self._remarks.add(
                "A chance of 100 % is an issue, and no risk any more; if it has happened, its status says so",
                f"row {row.number}",
            )
        return reading.share, reading.step or 0

    def _step(self, row: Row, field: str) -> int:
        """Return the step of an effect that a column gives in steps or words, or 0."""
        column, text = self.kinds.get(field), self.cell(row, field)
        if not text or column is None or column.kind not in STEPS_SAID:
            return 0
        reading = read.impact(text, column, self._decimal[field])
        if reading is None:
            self._odd(row, field, text)
        return reading.step or 0 if reading else 0

    def _loss(self, row: Row, field: str) -> tuple[float | None, ...]:
        """Return days or money as low, most likely and high."""
        kind = "money" if field == "cost" else "days"
        sources = [source for source in (field, "impact") if self._kind(source) == kind]
        spread = next((found for source in sources if (found := self._amount(row, source, field))), None)
        ends = [
            self._amount(row, f"{field}_{end}", field) if f"{field}_{end}" in self._columns else None
            for end in ("low", "high")
        ]
        low, middle, high = spread or (None, None, None)
        low, high = (ends[0][1] if ends[0] else low), (ends[1][1] if ends[1] else high)
        known = [value for value in (low, middle, high) if value is not None]
        if not known:
            return None, None, None
        if middle is None:
            middle = sum(known) / len(known)
        values = (middle if low is None else low, middle, middle if high is None else high)
        if list(values) != sorted(values):
            self._remarks.add(
                f"Low, likely and high {field} were not in this order and were put in it", f"row {row.number}"
            )
        return tuple(sorted(values))

    def _kind(self, field: str) -> str:
        return self.kinds[field].kind if field in self.kinds else ""

    def _amount(self, row: Row, source: str, field: str) -> amounts.Spread | None:
        text = self.cell(row, source)
        if not text:
            return None
        read_as = amounts.thousands if field == "cost" else amounts.working_days
        found = read_as(text, self.header(source), self._decimal[source])
        if found is None or not 0 <= found[0] <= found[2] <= MOST[field]:
            self._odd(row, source, text)
            return None
        return found

    def _odd(self, row: Row, field: str, text: str) -> None:
        if text.lstrip().startswith("="):
            what = "a formula, not its result, gives no value; save the sheet as CSV with its values"
        elif text.strip() in ("-1", "\N{MINUS SIGN}1"):
            what = "-1 was read as: not known"
        elif re.fullmatch(r"0+(?:[.,]0+)?", text.strip()):
            what = "0 is no step of a scale, so it gives no value"
        else:
            what = "what could not be read gives no value"
        self._remarks.add(f"{shown(self.header(field))}: {what}", f"row {row.number} {shown(text)}")
