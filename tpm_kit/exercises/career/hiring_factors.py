"""The factors of a hiring decision, what is counted for each, and what the case or the backlog tells of them.

The factors are those of the domain reference, section 11. The steps are a scale of this course: they make two
scores comparable, and are no standard of the field.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.career.checklist import Factor
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import Number, number

TABLE = "hiring"
COUNT = "count"
CORE = ("complexity", "team", "change")
"""The three factors without which nobody can say whether such a role has work to do."""
LARGEST = 100_000
_OF = re.compile(r"(\d{1,6})(?: items)? *(?:/|out of|of)(?: the)? *([1-9]\d{0,5})(?: items)?")
"""A share as it is counted, such as "12 of 26"."""


class Counted(NamedTuple):
    """A factor with what is counted for it, its unit, and the counts from which on it scores 1, 2 and 3."""

    factor: Factor
    what: str
    unit: str
    limits: tuple[float, float, float]
    units: tuple[str, ...]
    """What may stand behind the number, in small letters."""
    share: bool = False
    """Whether it is a part of all items, and so 100 % at most."""
    shrinks: bool = False
    """Whether it can lie below 0."""

    def step(self, count: float) -> int:
        """Return the score that a count belongs to."""
        return sum(count >= limit for limit in self.limits)


class Reading(NamedTuple):
    """The number in a cell, or what is wrong with it."""

    value: float | None = None
    fault: str = ""


def _share(what: str) -> tuple[str, str, str, str]:
    return (f"Fewer than 10 % {what}.", "10 % to below 25 %.", "25 % to below 50 %.", "Half of them or more.")


_PERCENT = ("", "%", "percent", "per cent")
FACTORS: tuple[Counted, ...] = (
    Counted(
        Factor(
            "complexity",
            "Complexity of the product",
            _share("of the items wait for another one"),
            "complexity",
        ),
        "items that wait for another one",
        "% of the items",
        (10, 25, 50),
        _PERCENT,
        share=True,
    ),
    Counted(
        Factor(
            "team",
            "Size of the engineering team",
            ("Up to 3 engineers.", "4 to 8.", "9 to 20.", "21 or more."),
            "size of the team",
        ),
        "engineers who build the product",
        "engineers",
        (4, 9, 21),
        ("", "engineers", "people", "persons", "developers", "fte"),
    ),
    Counted(
        Factor(
            "change",
            "Rate of change of the technology",
            _share("of the items are there because others change an interface, a platform or a rule"),
            "rate of change",
        ),
        "items that others force by changing something",
        "% of the items",
        (10, 25, 50),
        _PERCENT,
        share=True,
    ),
    Counted(
        Factor(
            "growth",
            "Stage of growth",
            (
                "Less than 10 % more customers in a year, or fewer.",
                "10 % to below 30 %.",
                "30 % to below 100 %.",
                "Twice as many or more.",
            ),
            "stage of growth",
        ),
        "more customers than a year ago",
        "% in a year",
        (10, 30, 100),
        _PERCENT,
        shrinks=True,
    ),
    Counted(
        Factor(
            "integration",
            "Share of the work that is integration",
            _share("of the items need something new of a system that belongs to others"),
            "share of integration",
        ),
        "items that need something new of others' systems",
        "% of the items",
        (10, 25, 50),
        _PERCENT,
        share=True,
    ),
    Counted(
        Factor(
            "today",
            "Who does this work today",
            (
                "Less than 4 hours a week are taken from people who have another job.",
                "4 to below 12 hours.",
                "12 to below 24 hours.",
                "24 hours or more.",
            ),
            "hours that it takes from others today",
        ),
        "hours that people with another job spend on it",
        "hours a week",
        (4, 12, 24),
        (
            "",
            "h",
            "hours",
            "hour",
            "hours a week",
            "h a week",
            "h/week",
            "hours/week",
            "hours per week",
            "h per week",
        ),
    ),
)
LIST: tuple[Factor, ...] = tuple(one.factor for one in FACTORS)


def read_count(text: str, counted: Counted) -> Reading:
    """Return the number that a cell holds for a factor; nothing at all for a blank one.

    >>> read_count("46 %", FACTORS[0]).value, read_count("12 of 26", FACTORS[0]).value
    (46.0, 46.15384615384615)
    >>> read_count("six", FACTORS[1]).value is None
    True
    """
    if not text.strip():
        return Reading()
    shown = f"“{cut(text, 30)}”"
    part = _OF.fullmatch(text.strip().casefold()) if counted.share else None
    found = Number(100 * int(part[1]) / int(part[2]), "%") if part else number(text)
    if found is None or found.unit not in counted.units:
        return Reading(fault=f"{shown} cannot be read; write a figure, in {counted.unit}.")
    value = found.value
    if counted.share and not found.unit and 0 < value < 1:
        value *= 100
    if value < 0 and not counted.shrinks:
        return Reading(fault=f"{shown}: nothing can be counted below 0.")
    if (counted.share and value > 100) or abs(value) > LARGEST:
        why = "no part is more than 100 % of the whole" if counted.share else "that is out of range"
        return Reading(fault=f"{shown}: {why}.")
    return Reading(value)


def count_of(answer: Cells, counted: Counted) -> float | None:
    """Return what the learner counted, if it can be read."""
    return read_count(answer.text(counted.factor.id, COUNT), counted).value


@once
def known(case: Case) -> dict[str, TableRow]:
    """Return the rows of the case's table by id; none for a backlog of the learner's own."""
    return {row["id"]: row for row in case.table(TABLE)}


def fact(case: Case, id: str) -> str:
    """Return what is known about a row; "" if nothing is."""
    row = known(case).get(id)
    return row["fact"] if row else _from_items(case) if id == "complexity" else ""


def true_count(case: Case, id: str) -> float | None:
    """Return what the facts count to: those of the case, or the dependencies of the backlog.

    None where nobody but the learner can know.
    """
    row = known(case).get(id)
    if row:
        return row["count"]
    return waiting_share(case) if id == "complexity" else None


def _waiting(case: Case) -> int:
    ids = {item.id for item in case.items}
    return sum(bool(ids & set(item.dependencies) - {item.id}) for item in case.items)


def waiting_share(case: Case) -> float | None:
    """Return how many percent of the items wait for another item; None if the backlog does not say."""
    return 100 * _waiting(case) / len(case.items) if case.items and case.has("dependencies") else None


def _from_items(case: Case) -> str:
    share = waiting_share(case)
    if share is None:
        return ""
    return f"By its dependencies {_waiting(case)} of the {len(case.items)} items wait for another one."
