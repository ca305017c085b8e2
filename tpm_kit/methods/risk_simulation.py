"""Risk events on a plan: cost and finish of many runs, in each of which some of the events happen.

A run throws the dice for every event. One that fires costs money and days, and makes its tasks longer by
these days; the network of the tasks then says what that does to the finish. Each event and each task draws
from a stream of its own, and a draw is turned into a size by the inverse of its distribution. So two
simulations with one seed are the same runs with something changed: whoever takes an event out, or makes it
rarer or smaller, sees in no run what comes from other dice (common random numbers).

Events are independent of each other, and so are days and cost of one event. What some have in common, such
as one supplier, has to be an event of its own; without it the worst runs look milder than they are.

Sources: D. Vose, "Risk Analysis" (3rd edition, 2008), for events with a chance and a size; A. M. Law,
"Simulation Modeling and Analysis" (5th edition, 2015), chapter 11, for common random numbers and the inverse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tpm_kit.methods.draws import cells, drawn, hits, sizes, stream
from tpm_kit.methods.network import Arranged, Link, arrange, tolerance
from tpm_kit.methods.schedule_risk import SHAPES
from tpm_kit.methods.three_point import Estimate

Floats = NDArray[np.float64]
OF = ("cost", "finish")


@dataclass(frozen=True)
class RiskEvent:
    """Something that may happen once: its chance, from 0 to 1, and what it costs if it does.

    `days`: working days lost, by which each of `tasks` takes longer; `cost`: money without these days. None
    is nothing. With a chance of 1 it happens in every run. Raises `ValueError` for a chance that is none.
    """

    id: str
    chance: float
    days: Estimate | None = None
    cost: Estimate | None = None
    tasks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        chance = self.chance
        if not isinstance(chance, Real) or isinstance(chance, bool) or not 0 <= chance <= 1:
            raise ValueError(f"{self.id}: the chance must be from 0 to 1, not {chance!r}")
        object.__setattr__(self, "chance", float(chance))
        object.__setattr__(self, "tasks", tuple(dict.fromkeys(self.tasks)))


class Curve(NamedTuple):
    """An exceedance curve: for each of `values`, rising, the share of runs (0 to 1) that end above it."""

    values: Floats
    shares: Floats


@dataclass(frozen=True, eq=False)
class RiskSimulation:
    """What the runs gave, shape (runs,) each. `cost`: money lost. `finish`: when it is finished, in the unit
    of the durations; None where there is no network."""

    cost: Floats
    finish: Floats | None

    @property
    def expected_cost(self) -> float:
        """The mean cost of the runs."""
        return float(self.cost.mean())

    def cost_percentile(self, p: float) -> float:
        """Return the cost that p per cent of the runs do not exceed; p from 0 to 100."""
        return self._percentile("cost", p)

    def finish_percentile(self, p: float) -> float:
        """Return the time by which p per cent of the runs are finished; p from 0 to 100.

        Raises `ValueError` where there is no network."""
        return self._percentile("finish", p)

    def exceeds(self, value: float, of: str = "cost") -> float:
        """Return the share of runs, 0 to 1, whose `"cost"` or `"finish"` lies above a value."""
        return float((self._of(of) > value + tolerance(abs(value))).mean())

    def exceedance(self, of: str = "cost", points: int = 101) -> Curve:
        """Return the share of runs above each of `points` values, from the least to the greatest of a run.

        Two points or more; where all runs are the same it is one. The first share is below 1 where many
        runs share the least value, such as a cost of 0 without any event; the last is 0.
        """
        if not _whole(points) or points < 2:
            raise ValueError(f"points must be a whole number, 2 or more, not {points!r}")
        ordered = np.sort(self._of(of))
        values = np.unique(np.linspace(ordered[0], ordered[-1], points))
        values[-1] = ordered[-1]  # rounding must not leave the greatest run above its own end
        return Curve(values, 1 - np.searchsorted(ordered, values, "right") / len(ordered))

    def _percentile(self, of: str, p: float) -> float:
        if not 0 <= p <= 100:
            raise ValueError(f"p must be from 0 to 100, not {p!r}")
        return float(np.percentile(self._of(of), p))

    def _of(self, of: str) -> Floats:
        if of not in OF:
            raise ValueError(f"`of` must be one of {', '.join(OF)}, not {of!r}")
        if of == "cost":
            return self.cost
        if self.finish is None:
            raise ValueError("there is no network, and so no finish; give estimates or durations")
        return self.finish


class Swing(NamedTuple):
    """What one uncertainty alone does: the result at its `low` and its `high` end, all others at `base`.

    `chance`: how likely an event is to fire at all; 1 for a task.
    """

    id: str
    low: float
    high: float
    base: float
    chance: float = 1.0

    @property
    def width(self) -> float:
        """How far the result moves."""
        return abs(self.high - self.low)


def simulate_risks(
    events: Iterable[RiskEvent],
    estimates: Mapping[str, Estimate] | None = None,
    links: Iterable[Link] = (),
    runs: int = 10_000,
    seed: int = 20,
    shape: str = "pert",
    cost_per_day: float = 0.0,
    durations: Mapping[str, Floats] | None = None,
) -> RiskSimulation:
    """Return cost and finish of many runs of a plan and its risks.

    `estimates`: three times for each task, by id; without any there is no finish. `durations` instead: what
    the runs of `schedule_risk.simulate` drew for the tasks, shape (runs,) each, so that the finish without
    events is the very finish of these runs. `links`: who waits for whom. An event that fires adds its days
    to each of its tasks; a task that is not in the network is passed over, but its days still cost
    `cost_per_day` (once for an event, however many tasks it holds up). `shape` is that of
    `schedule_risk.simulate`. Estimates of days in the unit of the tasks, of cost in the unit of the result.

    With links of kinds FS and SS an event can only add to cost and finish, in every run. With FF and SF a
    longer task may start earlier, and what starts with it, too: then a delay can even pull the finish in.
    A share p of the runs has the standard error √(p(1 − p) / runs).

    Raises `ValueError` for two events with one id, for both estimates and durations, and for numbers that
    cannot be used; `NetworkError` as `network.schedule` does.
    """
    events = tuple(events)
    _check(events, seed, shape, cost_per_day)
    if estimates and durations:
        raise ValueError("give estimates or durations of the tasks, not both")
    runs = _runs(runs, durations)
    net = arrange(durations or estimates or {}, links)
    times = {id: np.array(known, dtype=float) for id, known in (durations or {}).items()}
    for id, estimate in (estimates or {}).items():
        times[id] = drawn(estimate, cells(stream(seed, "task", id), runs), shape)
    cost = np.zeros(runs)
    for event in events:
        _strike(event, cost, times, seed, shape, cost_per_day)
    return RiskSimulation(cost, _finish(net, times, runs) if times else None)


def tornado(
    events: Iterable[RiskEvent],
    estimates: Mapping[str, Estimate] | None = None,
    links: Iterable[Link] = (),
    of: str = "finish",
    shape: str = "pert",
    cost_per_day: float = 0.0,
) -> list[Swing]:
    """Return what each uncertainty alone does to `"finish"` or `"cost"`, the widest swing first.

    The base: each task takes its P50, and no event fires. A task goes from its P10 to its P90, which one run
    in ten passes on either side; an event from not firing to firing with its likely effect (its P10 would be
    "does not fire" for every chance below 0.9, and hide that it can). So the swing of an event says what it
    does, not how likely it is: `chance` says that, and belongs beside it.

    One at a time misses what only happens together: two paths of which each has room, until both are late.
    For `"cost"` the tasks are left out, since only events cost money here. Equal swings keep their order.

    Sources: P. McNamee and J. Celona, "Decision Analysis for the Professional" (4th edition, 2008), chapter
    3, for 10-50-90 and the chart; T. G. Eschenbach, "Spiderplots versus Tornado Diagrams for Sensitivity
    Analysis", Interfaces 22(6), 1992, for what it leaves out.
    """
    events, estimates = tuple(events), dict(estimates or {})
    _check(events, 0, shape, cost_per_day)
    if of not in OF:
        raise ValueError(f"`of` must be one of {', '.join(OF)}, not {of!r}")
    if of == "cost":
        found = [Swing(one.id, 0.0, _likely_cost(one, cost_per_day), 0.0, one.chance) for one in events]
    elif estimates:
        found = _finish_swings(events, estimates, arrange(estimates, links), shape)
    else:
        raise ValueError("there is no network, and so no finish; give estimates")
    return sorted(found, key=lambda swing: -swing.width)


def _strike(
    event: RiskEvent, cost: Floats, times: Mapping[str, Floats], seed: int, shape: str, cost_per_day: float
) -> None:
    """Add what an event does to the cost and to the durations of its tasks, in the runs in which it fires."""
    tasks = [id for id in event.tasks if id in times]
    with_days = event.days is not None and bool(tasks or cost_per_day)
    if not event.chance or not (event.cost or with_days):
        return
    # Always in this order: the dice for the cost stay what they are if there are no days any more.
    chance, runs = stream(seed, "event", event.id), len(cost)
    fires = hits(event.chance, chance, runs)
    days, money = cells(chance, runs), cells(chance, runs)
    if with_days:
        lost = drawn(event.days, days[fires], shape)
        cost[fires] += cost_per_day * lost
        for id in tasks:
            times[id][fires] += lost
    if event.cost:
        cost[fires] += drawn(event.cost, money[fires], shape)


def _finish(net: Arranged, times: Mapping[str, Floats], runs: int) -> Floats:
    """Work the network forwards, in all runs at once."""
    early: dict[str, Floats] = {}
    finish = np.zeros(runs)
    for id in net.order:
        start = np.zeros(runs)
        for link in net.into[id]:
            np.maximum(start, early[link.before] + link.gap(times[link.before], times[id]), out=start)
        early[id] = start
        np.maximum(finish, start + times[id], out=finish)
    return finish


def _finish_swings(
    events: tuple[RiskEvent, ...], estimates: Mapping[str, Estimate], net: Arranged, shape: str
) -> list[Swing]:
    """Return the swings of the finish, all ends worked out at once: run 0 is the base, then low and high."""
    ends = 1 + 2 * (len(estimates) + len(events))
    tenths = {id: sizes(one, np.array([0.1, 0.5, 0.9]), shape) for id, one in estimates.items()}
    times = {id: np.full(ends, middle) for id, (_, middle, _) in tenths.items()}
    for at, (id, (low, _, high)) in enumerate(tenths.items()):
        times[id][1 + 2 * at : 3 + 2 * at] = low, high
    for at, event in enumerate(events, start=len(estimates)):
        for id in set(event.tasks) & times.keys() if event.days else ():
            times[id][2 + 2 * at] += event.days.likely
    finish = _finish(net, times, ends).tolist()
    chances = [*((id, 1.0) for id in estimates), *((event.id, event.chance) for event in events)]
    return [
        Swing(id, finish[1 + 2 * at], finish[2 + 2 * at], finish[0], chance)
        for at, (id, chance) in enumerate(chances)
    ]


def _likely_cost(event: RiskEvent, cost_per_day: float) -> float:
    days = event.days.likely if event.days else 0.0
    return (event.cost.likely if event.cost else 0.0) + cost_per_day * days


def _runs(runs: int, durations: Mapping[str, Floats] | None) -> int:
    """Return how many runs there are: as many as were drawn already, if any were."""
    if durations:
        (shape, *others) = {np.shape(drawn) for drawn in durations.values()}
        if others or len(shape) != 1 or not shape[0]:
            raise ValueError("the durations of all tasks must have one shape, (runs,)")
        return shape[0]
    if not _whole(runs) or runs < 1:
        raise ValueError(f"runs must be a whole number above 0, not {runs!r}")
    return int(runs)


def _check(events: tuple[RiskEvent, ...], seed: int, shape: str, cost_per_day: float) -> None:
    seen = set()
    for event in events:
        if event.id in seen:
            raise ValueError(f"{event.id} is there twice; each event needs an id of its own")
        seen.add(event.id)
    if not _whole(seed) or seed < 0:
        raise ValueError(f"the seed must be a whole number, 0 or more, not {seed!r}")
    if shape not in SHAPES:
        raise ValueError(f"the shape must be one of {', '.join(SHAPES)}, not {shape!r}")
    if not isinstance(cost_per_day, Real) or not 0 <= cost_per_day < float("inf"):
        raise ValueError(f"the cost per day must be a number, 0 or more, not {cost_per_day!r}")


def _whole(number: object) -> bool:
    return isinstance(number, int | np.integer) and not isinstance(number, bool)
