"""What a team can do in a sprint, what is planned for it, and moving work until the two fit.

Capacity is people x days x focus factor - leave, in person-days. The load of a plan is in story points, or in
any other one unit: a bar's points are spread evenly over the sprints that it covers.

Levelling is serial: tasks are placed one by one, each at the earliest time at which its predecessors are
finished and enough of the cap is free (J. E. Kelley, "The critical-path method: resources planning and
scheduling", 1963). The task that may wait least comes first, so that waiting is taken from float before the
finish is delayed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from numbers import Integral, Real
from typing import NamedTuple

MOST_TRIED = 5000
"""So many placements `level` tries; enough to be exact for six tasks, and for most plans of a dozen."""
MOST_SEARCHED = 40
"""Of more tasks than this only one plan is made, the longest way to the end first."""


class CapacityError(ValueError):
    """Bars or tasks that make no plan; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Work that one team does in one sprint or in several, one after the other.

    `first`: number of its first sprint, 1 or more. `span`: sprints that it covers, 1 or more. `points`: its
    whole effort, 0 or more. `person`: who must work on it in all of its sprints; empty if it may be anybody.
    Raises `CapacityError`.
    """

    id: str
    team: str
    first: int
    span: int
    points: float
    person: str = ""

    def __post_init__(self) -> None:
        for name in ("first", "span"):
            value = getattr(self, name)
            if not isinstance(value, Integral) or type(value) is bool or value < 1:
                raise CapacityError(f"{self.id}: {name} must be a whole number of at least 1, not {value!r}")
        if not _fits(self.points):
            raise CapacityError(f"{self.id}: points must be a number of at least 0, not {self.points!r}")

    @property
    def sprints(self) -> range:
        """The numbers of the sprints that the bar covers."""
        return range(self.first, self.first + self.span)


class Booking(NamedTuple):
    """A person whom two bars or more need in one sprint."""

    person: str
    sprint: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A task to be levelled: it takes `units` of the cap for `duration`, once all of `after` are finished.

    `duration`: 0 or more, in any one unit of time. `units`: 0 or more. Raises `CapacityError`.
    """

    id: str
    duration: float
    after: tuple[str, ...] = ()
    units: float = 1

    def __post_init__(self) -> None:
        for name in ("duration", "units"):
            value = getattr(self, name)
            if not _fits(value):
                raise CapacityError(f"{self.id}: {name} must be a number of at least 0, not {value!r}")
        if isinstance(self.after, str):
            raise CapacityError(f"{self.id}: after must be a list of ids, not {self.after!r}")
        object.__setattr__(self, "after", tuple(dict.fromkeys(self.after)))


class Levelled(NamedTuple):
    """A levelled plan: start and finish of each task by id, the finish of the whole, and what had to wait.

    `moved` holds the ids that start later than their predecessors alone would let them, in the order given.
    """

    times: Mapping[str, tuple[float, float]]
    finish: float
    moved: tuple[str, ...]


def capacity(people: float, days: float, focus_factor: float, leave: float = 0.0) -> float:
    """Return a team's capacity in person-days: people x days x focus factor - leave.

    `people`: full-time people, 0 or more. `days`: working days in the period, 0 or more. `focus_factor`:
    share of the time that goes into planned work, above 0 and at most 1. `leave`: person-days away, 0 or
    more. Raises `ValueError`, which names the value that cannot be used.

    >>> capacity(5, 10, 0.75, leave=3)
    34.5
    """
    for name, value in (("people", people), ("days", days), ("leave", leave)):
        if not _fits(value):
            raise ValueError(f"{name} must be a number of at least 0, not {value!r}")
    if not _fits(focus_factor) or not 0 < focus_factor <= 1:
        raise ValueError(f"focus_factor must be above 0 and at most 1, not {focus_factor!r}")
    work = _exact(people) * _exact(days) * _exact(focus_factor)
    if _exact(leave) > work:
        raise ValueError(f"leave must be at most the {float(work):g} person-days there are, not {leave!r}")
    return float(work - _exact(leave))


def spread(bar: Bar) -> dict[int, float]:
    """Return the bar's points in each of its sprints, by the sprint's number.

    >>> spread(Bar("PL-1", "Blue", first=2, span=2, points=5))
    {2: 2.5, 3: 2.5}
    """
    return dict.fromkeys(bar.sprints, float(_exact(bar.points) / bar.span))


def load(bars: Iterable[Bar], sprints: int) -> dict[str, tuple[float, ...]]:
    """Return the points planned for each team, by sprint from the first to number `sprints`.

    Teams stand in the order in which the bars name them. What a bar has after the last sprint is left out.
    """
    loads: dict[str, list[Fraction]] = {}
    for bar in bars:
        points = loads.setdefault(bar.team, [Fraction(0)] * sprints)
        for sprint in bar.sprints[: max(0, sprints - bar.first + 1)]:
            points[sprint - 1] += _exact(bar.points) / bar.span
    # Summed as fractions: three thirds of a point fill one point, and not a hair more.
    return {team: tuple(map(float, points)) for team, points in loads.items()}


def total_load(bars: Iterable[Bar], sprints: int) -> tuple[float, ...]:
    """Return the points planned for all teams together, by sprint; see `load`."""
    together = (Bar(bar.id, "", bar.first, bar.span, bar.points) for bar in bars)
    return load(together, sprints).get("", (0.0,) * sprints)


def double_booked(bars: Iterable[Bar]) -> list[Booking]:
    """Return who is needed by two bars or more in one sprint, by sprint and then by name."""
    needed: dict[tuple[int, str], list[str]] = {}
    for bar in bars:
        for sprint in bar.sprints if bar.person else ():
            needed.setdefault((sprint, bar.person), []).append(bar.id)
    return [
        Booking(person, sprint, tuple(ids))
        for (sprint, person), ids in sorted(needed.items())
        if len(ids) > 1
    ]


def level(tasks: Iterable[Task], cap: float) -> Levelled:
    """Return when each task runs if at no time more than `cap` units are at work.

    A plan that ends no later than the network and the work demand is kept as soon as it is found; else up to
    `MOST_TRIED` placements are tried and the earliest finish is kept. That is exact for six tasks; for many,
    trying everything takes too long, and the result is a good plan, not a proven best one.

    Raises `CapacityError` for an id that is there twice or not at all, for tasks that wait for each other,
    and for a cap that is no number above 0 or too small for a single task.
    """
    plan = {}
    for task in tasks:
        if task.id in plan:
            raise CapacityError(f"{task.id} is there twice; give each task an id of its own")
        plan[task.id] = task
    if not _fits(cap) or not cap:
        raise CapacityError(f"the cap must be a number above 0, not {cap!r}")
    order = _in_order(plan)
    for task in plan.values():
        if task.units > cap:
            raise CapacityError(f"{task.id} takes {task.units:g} units, more than the cap of {cap:g}")
    search = _Search(plan, order, _exact(cap))
    times = {id: search.best[id] for id in plan}
    return Levelled(
        {id: (float(start), float(end)) for id, (start, end) in times.items()},
        float(max((end for _, end in times.values()), default=0)),
        tuple(
            id for id in plan if times[id][0] > max((times[need][1] for need in plan[id].after), default=0)
        ),
    )


def _in_order(plan: Mapping[str, Task]) -> list[str]:
    for task in plan.values():
        for need in task.after:
            if need not in plan:
                raise CapacityError(f"{task.id} comes after {need}, which is not among the tasks; add it")
    try:
        return list(TopologicalSorter({id: task.after for id, task in plan.items()}).static_order())
    except CycleError as circle:
        chain = " → ".join(circle.args[1])
        raise CapacityError(f"these tasks wait for each other: {chain}; take one link away") from None


class _Search:
    """Placing tasks one by one, at first in the order of their latest starts, then in other orders.

    Some order of placing leads to an earliest finish; a branch is left when even without the cap what is
    still to be placed would end no earlier than the best plan so far.
    """

    def __init__(self, plan: Mapping[str, Task], order: Sequence[str], cap: Fraction) -> None:
        self.plan, self.cap, self.tried = plan, cap, 0
        self.duration = {id: _exact(task.duration) for id, task in plan.items()}
        self.units = {id: _exact(task.units) for id, task in plan.items()}
        self.tail = self._tails(order)
        # The task with the longest way to the end has the earliest latest start.
        self.rank = sorted(plan, key=lambda id: -self.tail[id])
        work = sum((self.duration[id] * self.units[id] for id in plan), Fraction(0))
        self.bound = max([work / cap, *self.tail.values()])
        self.best: dict[str, tuple[Fraction, Fraction]] = {}
        while len(self.best) < len(plan):
            id = self._ready(self.best)[0]
            self.best[id] = self._times(id, self.best)
        self.finish = max((end for _, end in self.best.values()), default=Fraction(0))
        if self.finish > self.bound and len(plan) <= MOST_SEARCHED:
            self._place({})

    def _tails(self, order: Sequence[str]) -> dict[str, Fraction]:
        """Return the time from the start of each task to the end of all that depends on it."""
        tails = dict(self.duration)
        for id in reversed(order):
            for need in self.plan[id].after:
                tails[need] = max(tails[need], self.duration[need] + tails[id])
        return tails

    def _place(self, placed: dict[str, tuple[Fraction, Fraction]]) -> None:
        """Try what can come next, and after it all the rest, while an earlier finish is possible."""
        if len(placed) == len(self.plan):
            self.best, self.finish = placed, max(end for _, end in placed.values())
            return
        for id in self._ready(placed):
            if self.finish <= self.bound or self.tried >= MOST_TRIED:
                return
            self.tried += 1
            start, end = self._times(id, placed)
            if start + self.tail[id] < self.finish:
                self._place({**placed, id: (start, end)})

    def _ready(self, placed: Mapping[str, tuple[Fraction, Fraction]]) -> list[str]:
        done = placed.keys()
        return [id for id in self.rank if id not in done and done >= set(self.plan[id].after)]

    def _times(self, id: str, placed: Mapping[str, tuple[Fraction, Fraction]]) -> tuple[Fraction, Fraction]:
        """Return the earliest start and finish that predecessors and cap allow."""
        ready = max((placed[need][1] for need in self.plan[id].after), default=Fraction(0))
        later = sorted({end for _, end in placed.values() if end > ready})
        start = next(time for time in (ready, *later) if self._free(id, time, placed))
        return start, start + self.duration[id]

    def _free(self, id: str, time: Fraction, placed: Mapping[str, tuple[Fraction, Fraction]]) -> bool:
        """Say whether the cap leaves room for the task from then on; use only rises where a task starts."""
        until = time + self.duration[id]
        moments = [time, *(start for start, _ in placed.values() if time < start < until)]
        return all(
            self.units[id] + sum(self.units[other] for other, (s, e) in placed.items() if s <= moment < e)
            <= self.cap
            for moment in moments
        )


def _fits(number: float) -> bool:
    return isinstance(number, Real) and type(number) is not bool and math.isfinite(number) and number >= 0


@lru_cache(1000)
def _exact(number: float) -> Fraction:
    """Return the number as it was typed, so that 0.1 + 0.2 is 0.3."""
    return Fraction(repr(float(number)))
