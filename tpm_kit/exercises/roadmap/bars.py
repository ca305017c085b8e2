"""What an answer makes of a plan: a bar for each placed item, their load, their float, what is late, what
slips.

A bar that covers sprints 2 and 3 starts on the first working day of sprint 2 and is done at the end of the
last working day of sprint 3. What needs it can start in sprint 4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.exercises.roadmap.plan import Plan, Planned
from tpm_kit.exercises.roadmap.sprint_words import number_of
from tpm_kit.methods import capacity as sums

NEAR = 1e-9
"""Points that differ by less are the same: thirds of a point add up to a whole one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A planned item on the board."""

    id: str
    row: str
    start: int
    """Number of its first sprint."""
    span: int
    """Sprints that it covers."""

    @property
    def end(self) -> int:
        """Number of its last sprint."""
        return self.start + self.span - 1


class Load(NamedTuple):
    """Points by sprint, from the first on: of each team by name (one called "" where all work as one), and of
    all together."""

    teams: Mapping[str, tuple[float, ...]]
    total: tuple[float, ...]


class Clash(NamedTuple):
    """A bar that starts before one that it needs is done."""

    before: Bar
    after: Bar


Bars = Mapping[str, Bar]


def bars(answer: Placements, plan: Plan, ids: Collection[str] | None = None) -> dict[str, Bar]:
    """Return the bars by id, in the order of the answer: the planned items, or those of `ids`, that lie in a
    sprint.

    Places that the board no longer has do not count, and a span ends with the last sprint.
    """
    found, known = {}, plan.by_id if ids is None else ids
    for place in answer.places:
        start = number_of(place.column)
        if place.id in known and start in plan.numbers:
            span = min(place.span, plan.count - start + 1)
            found[place.id] = Bar(place.id, place.row, start, span)
    return found


def effort_bars(bars: Bars, plan: Plan) -> list[sums.Bar]:
    """Return the bars as `methods.capacity` takes them; an unknown effort counts as none."""
    items = [(plan.by_id[bar.id], bar) for bar in bars.values()]
    return [
        sums.Bar(item.id, item.team if plan.teams else "", bar.start, bar.span, item.effort or 0, item.person)
        for item, bar in items
    ]


def load(bars: Bars, plan: Plan) -> Load:
    """Return the points planned in each sprint, each bar's points spread evenly over its sprints."""
    booked = effort_bars(bars, plan)
    found = sums.load(booked, plan.count)
    nothing = (0.0,) * plan.count
    teams = {team: found.get(team, nothing) for team in plan.teams or ("",)}
    return Load({**teams, **found}, sums.total_load(booked, plan.count))


def clashes(bars: Bars, plan: Plan) -> Iterator[Clash]:
    """Yield each need that is not done before the bar that needs it starts. What is not placed is left
    out."""
    for id, bar in bars.items():
        for need in plan.by_id[id].needs:
            if need in bars and need != id and bars[need].end >= bar.start:
                yield Clash(bars[need], bar)


def floats(bars: Bars, plan: Plan) -> dict[str, int]:
    """Return by how many sprints each bar could slip without harm; below 0 where harm is done already.

    Harm is a missed deadline, its own or that of a bar that needs it, directly or not, or work after the last
    sprint. Bars that need it are thought to slip as far as they can themselves (the total float of the
    critical path method, with the start of each bar given by where it lies). Capacity is not looked at: a bar
    may have float and no free pair to use it. Empty while needs run in a circle.
    """
    latest: dict[str, int] = {}
    dependents: dict[str, list[str]] = {id: [] for id in bars}
    for id in bars:
        for need in plan.by_id[id].needs:
            if need in bars:
                dependents[need].append(id)
    try:
        order = list(TopologicalSorter(dependents).static_order())
    except CycleError:
        return {}
    for id in order:  # What needs a bar comes before the bar itself.
        starts = [latest[after] - bars[after].span for after in dependents[id]]
        latest[id] = min([plan.last_sprint(plan.by_id[id]), *starts])
    return {id: latest[id] - bar.end for id, bar in bars.items()}


def critical(bars: Bars, plan: Plan) -> tuple[str, ...]:
    """Return the ids of the bars without float, by their start: what cannot end one sprint later without
    missing a deadline or leaving the plan, even if all that needs it moves as far back as it can. See
    `floats`."""
    left = floats(bars, plan)
    return tuple(sorted((id for id in left if left[id] <= 0), key=lambda id: (bars[id].start, bars[id].end)))


def late(bars: Bars, plan: Plan) -> Iterator[tuple[Planned, Bar, int]]:
    """Yield each item that ends after its deadline, with its bar and the last sprint that would do (0: none).

    Nothing is late where nobody knows when the sprints are.
    """
    for id, bar in bars.items():
        item = plan.by_id[id]
        last = plan.last_sprint(item)
        if item.deadline and bar.end > last:
            yield item, bar, last


def slips(before: Bars, after: Bars) -> dict[str, int | None]:
    """Return what ends at another time in the second plan: by id the sprints that it slips (below 0: it comes
    sooner), or None for what is no longer planned. New bars are not in it."""
    moved = {id: after[id].end - bar.end if id in after else None for id, bar in before.items()}
    return {id: sprints for id, sprints in moved.items() if sprints != 0}
