"""The plan that the exercises of notebook 06 share: what is planned, who does it, in which sprints, by when.

A plan comes from a case and the learner's earlier answers, `planned(case)`. What an answer makes of it, its
bars, stands in `bars`; sprints in words in `sprint_words`.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.exercises.roadmap.plan_choice import Choice, choose
from tpm_kit.exercises.wording import cut, points
from tpm_kit.methods.work_calendar import Sprint, last_sprint_by, sprint_of, sprints
from tpm_kit.typed import number

INPUTS_ID = "roadmap-inputs"
"""The exercise in which a learner says how large the items of their own backlog are."""
USES: Mapping[str, type] = {"moscow": Placements, "top-five": Placements, INPUTS_ID: Cells}
"""What an exercise that calls `planned` must name in its `uses`; with `"roadmap": Placements` for the
bars."""
USUAL_SPRINTS = 6
"""Assumed where a learner's own backlog names no capacity."""
USUAL_SHARE = 0.8
"""Share of the capacity that the plan takes, where it is assumed."""
MOST_POINTS = 1000
NO_THEME = "No theme"


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned item."""

    id: str
    title: str
    """Short enough for a card and a sentence."""
    theme: str
    effort: float | None
    """Story points; None if nobody has said."""
    team: str
    """The team whose capacity it takes; empty where all work as one."""
    person: str
    """Who must work on it in all of its sprints; empty if it may be anybody."""
    deadline: datetime.date | None
    needs: tuple[str, ...]
    """Ids of the planned items that must be done before."""
    why: str
    """"Must", "top five", "needed by …" or "first in your backlog"."""
    must: bool
    """Whether the release fails without it: a Must, or what a Must needs."""


class Milestone(NamedTuple):
    """A date that stands whatever the plan says. `items` are the planned ones that must be done by then."""

    id: str
    title: str
    date: datetime.date
    sprint: int
    """The number of the sprint that the date falls into."""
    items: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What is to be planned, and the room there is for it."""

    items: tuple[Planned, ...]
    """In the order of the backlog."""
    source: str
    """Where they come from, as a sentence."""
    count: int
    """Number of sprints."""
    sprints: tuple[Sprint, ...]
    """The sprints in dates; empty where nobody knows when the first one starts."""
    capacity: float
    """Points that all teams together can finish in one sprint, after the focus factor."""
    teams: Mapping[str, float]
    """The same for each team, by name; empty where all work as one."""
    milestones: tuple[Milestone, ...]
    """Those that fall into a sprint, by date."""
    assumed: str = ""
    """What had to be assumed of the sprints and their capacity, as sentences."""
    measured: bool = True
    """False where the capacity is assumed."""

    @cached_property
    def by_id(self) -> Mapping[str, Planned]:
        """The items by id."""
        return {item.id: item for item in self.items}

    @property
    def numbers(self) -> range:
        """The numbers of the sprints, from 1."""
        return range(1, self.count + 1)

    @property
    def points(self) -> float:
        """Points of all items together, as far as they are known."""
        return sum(item.effort or 0 for item in self.items)

    @property
    def room(self) -> float:
        """Points that fit into all sprints together."""
        return self.capacity * self.count

    def capacity_for(self, item: Planned) -> float:
        """Return the points that an item's team can finish in one sprint."""
        return self.teams.get(item.team, self.capacity)

    def least_span(self, item: Planned) -> int:
        """Return in how many sprints the item's team can finish it at the earliest, with nothing else to
        do."""
        return max(1, math.ceil(round((item.effort or 0) / self.capacity_for(item), 9)))

    def last_sprint(self, item: Planned) -> int:
        """Return the last sprint in which an item may end: by its deadline, or else the last of the plan; 0
        if no sprint ends by then."""
        if item.deadline is None or not self.sprints:
            return self.count
        return last_sprint_by(item.deadline, self.sprints)

    def dates(self, sprint: int) -> Sprint | None:
        """Return the sprint with that number in dates, or None where they are not known."""
        return self.sprints[sprint - 1] if 1 <= sprint <= len(self.sprints) else None


@once
def planned(case: Case) -> Plan:
    """Return the plan of a case. It needs the answers in `USES`, as far as there are any; see `plan_choice`.

    Efforts that a backlog lacks come from what the learner typed in the exercise `INPUTS_ID`. Sprints and
    capacity that a backlog of the learner's own does not name are assumed, and `assumed` says so.
    """
    typed = typed_figures(case)
    chosen = choose(case, [item.id for item in case.items if item.effort is None])
    rows = {row["id"]: row for row in case.table("plan")}
    items = tuple(
        _planned(item, chosen.choices, {**typed.get(item.id, {}), **rows.get(item.id, {})})
        for item in short_titles(case).values()
        if item.id in chosen.choices
    )
    count, capacity, assumed = _room(case, items)
    dated = dated_sprints(case, count)
    milestones = _milestones(case, dated, {item.id for item in items})
    measured = case.capacity is not None
    teams = team_points(case)
    return Plan(items, chosen.source, count, dated, capacity, teams, milestones, assumed, measured)


def typed_figures(case: Case) -> dict[str, dict[str, Any]]:
    """Return what the learner typed for items of their own backlog: id -> `effort` and `person`, as far as
    they can be used."""
    cells = case.earlier.get(INPUTS_ID)
    found: dict[str, dict[str, Any]] = {}
    for id, row in cells.cells.items() if isinstance(cells, Cells) else ():
        person = cut(row.get("person", ""), 60)
        found[id] = {"effort": effort_of(row.get("points", "")), "person": person}
    return found


def effort_of(text: str) -> float | None:
    """Return points as typed, above 0 and at most `MOST_POINTS`, or None.

    >>> effort_of("8 pts"), effort_of("2,5"), effort_of("-1"), effort_of("large")
    (8.0, 2.5, None, None)
    """
    typed = number(text)
    if not typed or typed.unit.casefold() not in ("", "pt", "pts", "point", "points"):
        return None
    return typed.value if 0 < typed.value <= MOST_POINTS else None


def _planned(item: BacklogItem, choices: Mapping[str, Choice], row: Mapping[str, Any]) -> Planned:
    """Return an item with what the case's table, or the learner, says of it in `row`."""
    choice = choices[item.id]
    return Planned(
        id=item.id,
        title=item.title,
        theme=cut(item.theme, 60) or NO_THEME,
        effort=row.get("effort") if item.effort is None else item.effort,
        team=row.get("team", ""),
        person=row.get("person", ""),
        deadline=item.deadline,
        needs=tuple(dict.fromkeys(id for id in item.dependencies if id in choices)),
        why=choice.why,
        must=choice.must,
    )


def _room(case: Case, items: tuple[Planned, ...]) -> tuple[int, float, str]:
    """Return the number of sprints, the points of one sprint, and what of it is assumed."""
    known = case.capacity
    if known:
        return known.sprints, known.points / known.sprints, ""
    # Nobody can say what fits; but a plan in which not everything fits into one sprint can be practised.
    work = sum(item.effort or 0 for item in items)
    each = float(max(1, math.ceil(round(work / (USUAL_SPRINTS * USUAL_SHARE), 9))))
    return (
        USUAL_SPRINTS,
        each,
        f"Your backlog names no capacity: {USUAL_SPRINTS} sprints are assumed, with room for {points(each)} "
        "in each, of which this plan takes about four fifths. capacity= gives use_backlog your own.",
    )


def team_points(case: Case) -> dict[str, float]:
    """Return the points that each team can finish in one sprint, after the focus factor, by name."""
    focus = case.capacity.focus_factor if case.capacity else 1.0
    return {team.name: team.points_per_sprint * focus for team in case.teams}


def dated_sprints(case: Case, count: int) -> tuple[Sprint, ...]:
    """Return the first sprints in dates; none where nobody knows when the first one starts."""
    if case.sprint_start is None:
        return ()
    try:
        return sprints(case.sprint_start, case.sprint_days, count, [day.date for day in case.holidays])
    except ValueError:  # Dates that lead out of the calendar: the plan then has numbers only.
        return ()


def _milestones(case: Case, dated: tuple[Sprint, ...], items: set[str]) -> tuple[Milestone, ...]:
    """Return the milestones that fall into a sprint; of a backlog of the learner's own, the release date."""
    rows = [(row["id"], row["title"], row["date"], row["items"]) for row in case.table("milestones")]
    if not rows and case.own and case.release_date:
        rows = [("release date", "Release", case.release_date, ())]
    found = [
        Milestone(free_id(id, items), title, day, sprint, tuple(one for one in needed if one in items))
        for id, title, day, needed in rows
        if (sprint := sprint_of(day, dated))
    ]
    return tuple(sorted(found, key=lambda one: one.date))


def free_id(id: str, taken: Collection[str]) -> str:
    """Return this id, with blanks behind it if it is taken, for what is no item."""
    while id in taken:
        id += " "
    return id
