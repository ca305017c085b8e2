"""What a learner types into the table of expected values: chances, and sums of money with their signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.amounts import MOST, in_thousands
from tpm_kit.exercises.risk.chances import PERCENT, in_cases
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.value_sums import sums
from tpm_kit.exercises.wording import cut, names
from tpm_kit.typed import number

CHANCE, VALUE = "chance", "value"
LABELS = {CHANCE: "chance", VALUE: "value"}


class Reading(NamedTuple):
    """What a cell holds: a chance from 0 to 1 or a sum in thousands, or a sentence about what is wrong."""

    value: float = 0.0
    fault: str = ""


class SumRow(NamedTuple):
    """A row of the table: its title and note, and which of the two columns it asks for."""

    id: str
    title: str
    note: str
    asks: tuple[str, ...]


@once
def rows(case: Case) -> dict[str, SumRow]:
    """Return the rows by id, in their order."""
    found, made = sums(case), []
    made += [SumRow(one.id, one.title, "threat", (CHANCE, VALUE)) for one in found.threats]
    made += [SumRow(one.id, one.title, "chance to gain", (CHANCE, VALUE)) for one in found.gains]
    if len(found.threats) > 1:
        count = {2: "two", 3: "three"}.get(len(found.threats), str(len(found.threats)))
        made.append(
            SumRow(found.any, f"At least one of the {count} threats", "they are independent", (CHANCE,))
        )
    if found.threats:
        what = "threats and gain together" if found.gains else "for the threats together"
        made.append(SumRow(found.reserve, "Contingency reserve", what, (VALUE,)))
    for option in found.options:
        made += [
            SumRow(one.id, f"{option.title}: {one.title}", "branch", (CHANCE,)) for one in option.branches
        ]
        made.append(SumRow(option.id, option.title, "option: branches and cost", (VALUE,)))
    if found.options:
        made.append(SumRow(found.better, "The better option", "by how much it is better", (VALUE,)))
    if found.events:
        titles = names([event.title[0].lower() + event.title[1:] for event in found.events])
        made.append(SumRow(found.both, "P80 of these together", titles, (VALUE,)))
    return {row.id: row for row in made}


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell that a complete answer fills in, by `row:column`."""
    return {
        f"{row.id}:{column}": f"{row.title}: {LABELS[column]}"
        for row in rows(case).values()
        for column in row.asks
    }


def read_chance(text: str) -> Reading:
    """Return a chance from 0 to 1, as typed in any of its forms.

    >>> [read_chance(text).value for text in ("40 %", "0,4", "2 of 5", "40")]
    [0.4, 0.4, 0.4, 0.4]
    """
    shown = f"“{cut(text, 24)}”"
    share = in_cases(text)
    if share is not None:
        return Reading(share) if share <= 1 else Reading(fault=f"{shown} is more than 1, and no chance.")
    found = number(text)
    if found is None or found.unit not in ("", *PERCENT):
        return Reading(fault=f"{shown} is no chance; write 40 %, 0.4 or 2 of 5.")
    # 1 and below is a share, above it people mean percent.
    value = found.value / 100 if found.unit or found.value > 1 else found.value
    if not 0 <= value <= 1:
        return Reading(fault=f"{shown} is no chance: it must be from 0 to 100 %.")
    return Reading(value)


def read_money(text: str, currency: str = "€") -> Reading:
    """Return a sum in thousands, as typed in single units; "k" behind it says thousands.

    >>> read_money("−€11,237").value, read_money("-11.2k").value, read_money("1.400 €").value
    (-11.237, -11.2, 1.4)
    """
    shown = f"“{cut(text, 24)}”"
    value = in_thousands(text, currency)
    if value is None:
        return Reading(fault=f"{shown} is no sum; write it in single {currency}, such as −{currency}1,200.")
    if abs(value) > MOST:
        return Reading(fault=f"{shown} is out of range.")
    return Reading(value)


class Sheet:
    """The table as typed: sums in thousands, chances from 0 to 1; None where a cell is blank or faulty."""

    def __init__(self, answer: Cells, case: Case) -> None:
        self.answer = answer
        currency = policy(case).currency
        self._readings: dict[tuple[str, str], Reading] = {}
        for row in rows(case).values():
            for column in (CHANCE, VALUE):
                text = answer.text(row.id, column)
                if text.strip():
                    reading = read_chance(text) if column == CHANCE else read_money(text, currency)
                    self._readings[row.id, column] = reading if column in row.asks else _not_asked(column)

    def chance(self, row: str) -> float | None:
        """Return the chance in a row."""
        return self._value(row, CHANCE)

    def money(self, row: str) -> float | None:
        """Return the sum in a row, in thousands."""
        return self._value(row, VALUE)

    def _value(self, row: str, column: str) -> float | None:
        reading = self._readings.get((row, column))
        return reading.value if reading and not reading.fault else None

    def text(self, row: str, column: str) -> str:
        """Return what stands in a cell, for a sentence."""
        return cut(self.answer.text(row, column), 24)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Yield row, column and a sentence for each cell that cannot be used."""
        for (row, column), reading in self._readings.items():
            if reading.fault:
                yield row, column, reading.fault


def _not_asked(column: str) -> Reading:
    what = "no single value" if column == VALUE else "no chance"
    return Reading(fault=f"This row asks for {what}; leave this cell blank.")


def right_chance(typed: float, true: float) -> bool:
    """Say whether a chance is this one, rounded to whole percents at the coarsest."""
    return abs(typed - true) <= 0.00501


def right_money(typed: float, true: float) -> bool:
    """Say whether a sum in thousands is this one: means rounded to a tenth of a day may go into it."""
    return abs(typed - true) <= max(0.03, 0.006 * abs(true))
