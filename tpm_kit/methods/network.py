"""The critical path method: when each task of a network can start, when it must, and what sets the finish.

Time begins at 0 and is counted in one unit, such as working days. A task that starts at 3 and takes 4 ends at
7, and what follows it may start at 7: the end is exclusive. On a calendar its last working day is therefore
the seventh, not the eighth.

Sources: J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling", Proceedings of the Eastern
Joint Computer Conference, 1959; for links other than finish to start, with lags, see the precedence diagram
method in the PMBOK Guide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from numbers import Real
from typing import NamedTuple, TypeVar

import networkx as nx

KINDS = ("FS", "SS", "FF", "SF")
"""Finish to start, start to start, finish to finish, start to finish: the first letter is the task before."""

MOST_PATHS = 1000
"""So many critical paths are listed at most: twenty pairs of equal tasks in a row have a million."""

CLOSE = 1e-9
"""A float below this part of the finish and one unit together is rounding, and counts as 0."""

Amount = TypeVar("Amount")


class NetworkError(ValueError):
    """Tasks and links that make no network; the message names the task or the link."""


class CycleError(NetworkError):
    """Tasks that wait for each other in a circle; `path` holds their ids in order, the first again last."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(f"these tasks wait for each other in a circle: {' → '.join(path)}")
        self.path = path


@dataclass(frozen=True)
class Link:
    """A task that waits for another: `kind` says which ends are tied, `lag` is the least time between them.

    A lag below 0 is a lead: with FS and −2 the task may start 2 before the other one ends. Raises
    `NetworkError` for a task tied to itself, an unknown kind, and a lag that is no finite number.
    """

    before: str
    after: str
    kind: str = "FS"
    lag: float = 0.0

    def __post_init__(self) -> None:
        if self.before == self.after:
            raise NetworkError(f"{self.before} cannot wait for itself")
        if self.kind not in KINDS:
            raise NetworkError(
                f"{self.before} → {self.after}: a link is one of {', '.join(KINDS)}, not {self.kind!r}"
            )
        if not _finite(self.lag):
            raise NetworkError(f"{self.before} → {self.after}: the lag must be a number, not {self.lag!r}")

    def gap(self, before: Amount, after: Amount) -> Amount | float:
        """Return the least time from the start of the one task to the start of the other.

        `before` and `after` are the durations of the two, as numbers or as arrays of one shape; a gap that
        depends on neither is one number.
        """
        if self.kind == "FS":
            return before + self.lag
        if self.kind == "FF":
            return before - after + self.lag
        return self.lag - after if self.kind == "SF" else self.lag


class Times(NamedTuple):
    """When a task runs: early and late start and finish, and how far it can move.

    `total_float`: how far it can move without moving the finish of all. `free_float`: how far without moving
    the early dates of any task that waits for it, nor the finish.
    """

    es: float
    ef: float
    ls: float
    lf: float
    total_float: float
    free_float: float


class Arranged(NamedTuple):
    """A network in order: the ids, each after all that it waits for, and the links into and out of each."""

    order: tuple[str, ...]
    into: Mapping[str, list[Link]]
    out_of: Mapping[str, list[Link]]


@dataclass(frozen=True)
class Schedule:
    """The dates of all tasks, in the order given, and the finish: the latest end of any task."""

    tasks: Mapping[str, Times]
    finish: float
    durations: Mapping[str, float]
    links: tuple[Link, ...]

    @cached_property
    def critical(self) -> frozenset[str]:
        """The tasks without total float: a day more for one of them is a day more for all."""
        return frozenset(id for id, times in self.tasks.items() if times.total_float == 0)

    @cached_property
    def critical_paths(self) -> tuple[tuple[str, ...], ...]:
        """Every chain of critical tasks, each as early as the one before allows, from time 0 to the finish.

        The longest possible chains: a chain that is part of another is not listed. `MOST_PATHS` at most, by
        the order in which the tasks were given; `critical_path_count` says how many there are.
        """
        graph = self._driving
        found = (
            tuple(path) for first in graph if not graph.in_degree(first) for path in _chains(graph, first)
        )
        return tuple(islice(found, MOST_PATHS))

    @cached_property
    def critical_path_count(self) -> int:
        """How many critical paths there are, whether listed or not."""
        graph = self._driving
        ways: dict[str, int] = {}
        for id in reversed(list(nx.topological_sort(graph))):
            ways[id] = sum(ways[after] for after in graph[id]) or 1
        return sum(ways[id] for id in graph if not graph.in_degree(id))

    @cached_property
    def _driving(self) -> nx.DiGraph:
        """The critical tasks, and the links between them that leave no time to spare."""
        graph = nx.DiGraph()
        graph.add_nodes_from(id for id in self.tasks if id in self.critical)
        within = tolerance(self.finish)
        for link in self.links:
            if {link.before, link.after} <= self.critical:
                gap = link.gap(self.durations[link.before], self.durations[link.after])
                if self.tasks[link.after].es - self.tasks[link.before].es - gap <= within:
                    graph.add_edge(link.before, link.after)
        return graph


def schedule(durations: Mapping[str, float], links: Iterable[Link] = ()) -> Schedule:
    """Return when each task can start and must end, its float, and the critical paths.

    `durations`: the time that each task takes, by its id, 0 or more; 0 is a milestone. A task starts as soon
    as all its links allow, but never before time 0: a lead that would ask for an earlier start has no more
    effect than a start at 0. A task cannot be stretched or split: a link to its finish moves its start.

    The finish is the latest end of any task, which with leads need not be a task that nothing waits for.
    A float within rounding of 0 is 0, so that means in thirds do not hide a critical path.

    Raises `CycleError` for tasks that wait for each other, `NetworkError` for links to unknown tasks, the
    same link twice, and durations that are negative or no finite numbers.

    >>> schedule({"A": 2, "B": 3, "C": 4}, [Link("A", "C"), Link("B", "C")]).tasks["A"]
    Times(es=0.0, ef=2.0, ls=1.0, lf=3.0, total_float=1.0, free_float=1.0)
    """
    times = {id: _duration(id, duration) for id, duration in durations.items()}
    links = tuple(links)
    net = arrange(times, links)
    early, late = {}, {}
    for id in net.order:
        starts = [early[link.before] + link.gap(times[link.before], times[id]) for link in net.into[id]]
        early[id] = max([0.0, *starts])
    finish = max((early[id] + times[id] for id in times), default=0.0)
    for id in reversed(net.order):
        starts = [late[link.after] - link.gap(times[id], times[link.after]) for link in net.out_of[id]]
        late[id] = min([finish - times[id], *starts])
    if not math.isfinite(finish):
        raise NetworkError("the durations and lags are too large to be added up")
    tasks = {}
    for id, time in times.items():
        spare = [early[link.after] - early[id] - link.gap(time, times[link.after]) for link in net.out_of[id]]
        free = min([finish - early[id] - time, *spare])
        tasks[id] = _times(early[id], late[id], time, free, tolerance(finish))
    return Schedule(tasks, finish, times, links)


def arrange(ids: Iterable[str], links: Iterable[Link]) -> Arranged:
    """Return the tasks in an order in which each comes after all that it waits for, as near as possible to
    the order given.

    Raises `CycleError` and `NetworkError` as `schedule` does.
    """
    ids = tuple(ids)
    net = Arranged(ids, {id: [] for id in ids}, {id: [] for id in ids})
    graph = nx.DiGraph()
    graph.add_nodes_from(ids)
    seen = set()
    for link in links:
        for id, other in ((link.before, link.after), (link.after, link.before)):
            if id not in net.into:
                raise NetworkError(f"{id} is tied to {other}, but there is no task {id}")
        if (same := (link.before, link.after, link.kind)) in seen:
            raise NetworkError(f"{link.before} → {link.after} ({link.kind}) is there twice")
        seen.add(same)
        graph.add_edge(link.before, link.after)
        net.into[link.after].append(link)
        net.out_of[link.before].append(link)
    place = {id: number for number, id in enumerate(ids)}
    try:
        return net._replace(order=tuple(nx.lexicographical_topological_sort(graph, key=place.__getitem__)))
    except nx.NetworkXUnfeasible:
        raise CycleError(_circle(graph, place)) from None


def tolerance(finish: Amount) -> Amount:
    """Return the time below which a difference is rounding, for a finish: a number or an array."""
    return CLOSE * (finish + 1)


def _circle(graph: nx.DiGraph, place: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids of one circle, beginning and ending with the one that was given first."""
    ids = [before for before, _ in nx.find_cycle(graph)]
    start = ids.index(min(ids, key=place.__getitem__))
    return (*ids[start:], *ids[:start], ids[start])


def _chains(graph: nx.DiGraph, first: str) -> Iterable[list[str]]:
    """Yield every path from a task to one that has no follower; without recursion, as paths may be long."""
    path, followers = [first], [iter(graph[first])]
    if not graph[first]:
        yield path
    while path:
        if (after := next(followers[-1], None)) is None:
            path.pop()
            followers.pop()
        else:
            path.append(after)
            followers.append(iter(graph[after]))
            if not graph[after]:
                yield path


def _times(early: float, late: float, duration: float, free: float, within: float) -> Times:
    """Return the times of a task; floats that are only rounding become 0, and the start the early one."""
    total = late - early
    if total <= within:
        late, total = early, 0.0
    free = 0.0 if free <= within else min(free, total)
    return Times(early, early + duration, late, late + duration, total, free)


def _duration(id: str, duration: float) -> float:
    if not _finite(duration) or duration < 0:
        raise NetworkError(f"{id}: the duration must be a number, 0 or more, not {duration!r}")
    return float(duration)


def _finite(number: object) -> bool:
    """Return whether this is a number that can be added up."""
    return isinstance(number, Real) and not isinstance(number, bool) and math.isfinite(number)
