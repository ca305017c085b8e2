"""What a plan of 90 days holds: its columns, its gaps, and what lies where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.career.ninety_days_steps import CHOOSE, STEPS, Step
from tpm_kit.exercises.career.self_assessment_example import GAPS, SIZES
from tpm_kit.exercises.career.self_assessment_rows import USUAL_HOURS, gaps, hours_of, rows
from tpm_kit.exercises.career.skills import GROUPS
from tpm_kit.exercises.wording import names

BEFORE = "self-assessment"
USES = {BEFORE: Cells}


class Column(NamedTuple):
    """Some weeks of the plan."""

    id: str
    name: str
    weeks: int


COLUMNS = (
    Column("w1", "Weeks 1–2", 2),
    Column("w3", "Weeks 3–4", 2),
    Column("w5", "Weeks 5–6", 2),
    Column("w7", "Weeks 7–8", 2),
    Column("w9", "Weeks 9–10", 2),
    Column("w11", "Weeks 11–13", 3),
)
"""The last column is three weeks, and has room for half as much again."""
LATE = ("w9", "w11")
MOST_LATE = 0.5
"""Share of the hours that weeks 9 to 13 may hold: they are 5 of 13 weeks, 38 %. Half is a guide of ours."""
_AT = {column.id: at for at, column in enumerate(COLUMNS)}


class Ground(NamedTuple):
    """What a plan stands on."""

    gaps: tuple[str, ...]
    """The groups to be worked on, in their order."""
    mine: bool
    """Whether they are the learner's; else they are those of the worked answer to 11.6."""
    sizes: Mapping[str, int]
    """How wide each gap is, where that is known."""
    hours: float
    """Hours in two weeks."""
    said: bool
    """Whether the learner has said the hours."""


@once
def ground(case: Case) -> Ground:
    """Return the gaps and the hours of 11.6, or the worked gaps if the learner has chosen none."""
    answer = case.earlier.get(BEFORE)
    answer = answer if isinstance(answer, Cells) else Cells()
    hours = hours_of(answer)
    chosen, known = gaps(answer), rows(answer)
    sizes = {id: known[id].difference or 0 for id in chosen if known[id].open} if chosen else SIZES
    return Ground(chosen or GAPS, bool(chosen), sizes, hours or USUAL_HOURS, hours is not None)


def steps(case: Case) -> dict[str, Step]:
    """Return the steps that are on the board, by id: those of the gaps, gap after gap."""
    chosen = ground(case).gaps
    return {step.id: step for group in chosen for step in STEPS.values() if step.group == group}


@dataclass(frozen=True)
class Placed:
    """A step in the plan, the number of its column from 0, and the row it lies in."""

    step: Step
    at: int
    row: str

    @property
    def weeks(self) -> str:
        """The column as a sentence calls it."""
        return COLUMNS[self.at].name.lower()


def room(column: Column, case: Case) -> float:
    """Return the hours that fit into a column."""
    return ground(case).hours * column.weeks / 2


class Plan:
    """The steps that lie on the board. Each belongs to the gap it was written for, whatever its row."""

    def __init__(self, answer: Placements, case: Case) -> None:
        self.case, self.ground, known = case, ground(case), steps(case)
        self.placed = [
            Placed(known[place.id], _AT[place.column], place.row)
            for place in answer.places
            if place.id in known and place.column in _AT and place.row in self.ground.gaps
        ]

    def of(self, group: str, kinds: Iterable[str] | None = None) -> list[Placed]:
        """Return the steps of a gap, all or those of some kinds, the earliest first."""
        wanted = None if kinds is None else set(kinds)
        mine = [one for one in self.placed if one.step.group == group]
        return sorted(
            (one for one in mine if wanted is None or one.step.kind in wanted), key=lambda one: one.at
        )

    def within(self, column: Column) -> list[Placed]:
        """Return the steps in a column, in the order of the gaps."""
        inside = [one for one in self.placed if COLUMNS[one.at] is column]
        return sorted(inside, key=lambda one: self.ground.gaps.index(one.step.group))

    @property
    def begun(self) -> tuple[str, ...]:
        """The gaps that have a step."""
        return tuple(group for group in self.ground.gaps if self.of(group))

    @property
    def hours(self) -> int:
        """The hours of all steps."""
        return total(self.placed)


def total(placed: Iterable[Placed]) -> int:
    """Return the hours of some steps."""
    return sum(one.step.hours for one in placed)


def hours(number: float) -> str:
    """Return hours with their unit.

    >>> hours(1), hours(7.5)
    ('1 hour', '7.5 hours')
    """
    return f"{number:.10g} {'hour' if number == 1 else 'hours'}"


def group_name(id: str) -> str:
    """Return the name of a group."""
    return GROUPS[id].name


def needed(answer: Placements, case: Case) -> set[str]:
    """Return what a complete plan still lacks: the first step of each gap that has none yet."""
    plan, known = Plan(answer, case), steps(case)
    idle = set(plan.ground.gaps) - set(plan.begun)
    return {step.id for step in known.values() if step.group in idle and step.kind == CHOOSE}


def titles(placed: Sequence[Placed]) -> str:
    """Return the titles of some steps as a list in words."""
    return names([f"“{one.step.title}”" for one in placed], len(placed))


def ids(placed: Sequence[Placed]) -> tuple[str, ...]:
    """Return the ids of some steps."""
    return tuple(one.step.id for one in placed)
