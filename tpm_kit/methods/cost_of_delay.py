"""Cost of delay: what waiting costs in money, and the order of jobs in which it costs least.

Everything here is money per unit of time, such as thousands per week, and durations in that same unit.
Points do not belong here; for them see `wsjf.py`. One team works on one job at a time, unless said
otherwise.

Sources: Donald Reinertsen, "The Principles of Product Development Flow" (2009), where CD3 is called WSJF;
Black Swan Farming for the name CD3; W. E. Smith, "Various optimizers for single-stage production" (1956) for
the rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, plain, same_length

MOST_SEARCHED = 12
"""So many jobs with dates or needs are searched for their best order: 4,096 sets, a fraction of a second."""

_AMOUNTS = {
    "duration": (lambda n: n > 0, "give a time above 0"),
    "cost": (lambda n: n >= 0, "give money per unit of time, 0 or more"),
    "starts": (lambda n: n >= 0, "give the time from now, 0 or more"),
}
"""The numbers of a job: what is allowed, and what to give."""


class DelayInputError(InputError):
    """A duration, cost or date that cannot be used; see `InputError` for `field` and `row`."""


class OrderError(ValueError):
    """Jobs that cannot be worked on in this order, or in any."""


class TooManyJobsError(ValueError):
    """More jobs than the search for the best order takes on."""


@dataclass(frozen=True)
class Job:
    """A piece of work that costs money for as long as it is not there.

    `duration`: time that the team needs for it, above 0. `cost`: money lost per unit of time without it, 0
    or more. `starts`: time from now at which the loss begins, 0 or more; a regulator's date costs nothing
    before it. `after`: ids of the jobs that must be finished first. Raises `DelayInputError`.
    """

    id: str
    duration: float
    cost: float
    starts: float = 0.0
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in _AMOUNTS:
            object.__setattr__(self, field, self._checked(field))
        if isinstance(self.after, str):
            raise DelayInputError(f"job {self.id}: after must be a list of ids", "after", value=self.after)
        object.__setattr__(self, "after", tuple(self.after))

    def _checked(self, field: str) -> float:
        try:
            number = _amounts(field, getattr(self, field))
            if number.ndim:
                raise DelayInputError(f"{field} must be a single number", field)
        except DelayInputError as wrong:
            raise DelayInputError(f"job {self.id}: {wrong}", field, value=wrong.value) from None
        return float(number)


class Step(NamedTuple):
    """One job of an order: its start and finish, what its delay costs, and the cost of all jobs so far."""

    id: str
    start: float
    finish: float
    cost: float
    total: float


def cd3(cost: ArrayLike, duration: ArrayLike) -> NDArray[np.float64] | float:
    """Return cost of delay divided by duration, for each job; higher comes first.

    `cost`: money per unit of time, 0 or more. `duration`: in that unit of time, above 0. Each is a number or
    a column. The result is money per unit of time, per unit of time of work. Raises `DelayInputError`, which
    names the column and the row.

    >>> cd3([3000, 7000, 9000], [3, 4, 6]).tolist()
    [1000.0, 1750.0, 1500.0]
    """
    cost, duration = _amounts("cost", cost), _amounts("duration", duration)
    same_length({"cost": cost, "duration": duration}, DelayInputError)
    return plain(cost / duration)


def cumulative(order: Sequence[Job], queue_only: bool = False) -> list[Step]:
    """Return what each job of the order costs, with its times, for a table or a chart.

    A job costs its rate from its own `starts` until it is finished; with `queue_only` only until work on it
    begins, which is the cost of the queue alone. Raises `OrderError` where a job comes before one that it
    needs.
    """
    _check(order)
    for id, needed in unmet(order):
        raise OrderError(f"{id} needs {needed}, which does not come before it; put {needed} first")
    steps = []
    now = total = Fraction(0)
    for job in order:
        cost = _charge(job, now, queue_only)
        finish = now + _exact(job.duration)
        total += cost
        steps.append(Step(job.id, float(now), float(finish), float(cost), float(total)))
        now = finish
    return steps


def delay_cost(order: Sequence[Job], queue_only: bool = False) -> float:
    """Return the money that the delay of all jobs costs, when they are done one after another in this order.

    `queue_only` and errors are those of `cumulative`.

    >>> delay_cost([Job("A", 3, 3000), Job("B", 4, 7000), Job("C", 6, 9000)])
    175000.0
    """
    steps = cumulative(order, queue_only)
    return steps[-1].total if steps else 0.0


def parallel_cost(jobs: Sequence[Job]) -> float:
    """Return the money that delay costs when the team works on all jobs at once and finishes them together.

    Each job gets a share of the team in proportion to its duration, so all end when the last one in a queue
    would. Raises `OrderError` where a job needs another, since they cannot run side by side.

    >>> parallel_cost([Job("A", 3, 3000), Job("B", 4, 7000), Job("C", 6, 9000)])
    247000.0
    """
    _check(jobs)
    for job in jobs:
        if job.after:
            raise OrderError(f"{job.id} needs {job.after[0]}, so the two cannot be worked on at once")
    end = sum((_exact(job.duration) for job in jobs), Fraction(0))
    return float(sum(_exact(job.cost) * max(end - _exact(job.starts), 0) for job in jobs))


def unmet(order: Sequence[Job]) -> list[tuple[str, str]]:
    """Return (job, needed job) by id wherever the needed job does not stand before the job, or not at all."""
    done: set[str] = set()
    pairs = []
    for job in order:
        pairs += [(job.id, needed) for needed in job.after if needed not in done]
        done.add(job.id)
    return pairs


def cd3_order(jobs: Sequence[Job]) -> list[Job]:
    """Return the jobs by falling CD3; of equal ones the one given first. Dates and needs are ignored.

    This is Smith's rule, and the best order of independent jobs that all cost money from now on.
    """
    _check(jobs)
    return sorted(jobs, key=lambda job: -_exact(job.cost) / _exact(job.duration))


def best_order(jobs: Sequence[Job], queue_only: bool = False) -> list[Job]:
    """Return an order with the least total delay cost; of several, the one closest to the order given.

    Closest means: at the first place where two best orders differ, the job given first. Exact: by Smith's
    rule where every job costs money from now on and needs no other, else by search. Idling never helps,
    since no job gets cheaper by waiting. For one team; two teams side by side are another problem.

    `queue_only` is that of `cumulative`. Raises `OrderError` where jobs need each other in a circle or need
    one that is not there, and `TooManyJobsError` for more than `MOST_SEARCHED` jobs where a search is due.
    """
    _check(jobs)
    if not any(job.starts or job.after for job in jobs):
        return cd3_order(jobs)
    _check_needs(jobs)
    if len(jobs) > MOST_SEARCHED:
        raise TooManyJobsError(
            f"{len(jobs)} jobs with dates or needs are too many to search; give at most {MOST_SEARCHED}"
        )
    return [jobs[position] for position in _search(jobs, queue_only)]


def _search(jobs: Sequence[Job], queue_only: bool) -> tuple[int, ...]:
    """Return the positions of the jobs in their best order.

    What the rest costs depends on which jobs are done and not on their order, so each set is solved once
    (Held and Karp, "A dynamic programming approach to sequencing problems", 1962).
    """
    position = {job.id: at for at, job in enumerate(jobs)}
    needs = [sum(1 << position[needed] for needed in set(job.after)) for job in jobs]
    durations = [_exact(job.duration) for job in jobs]

    @cache
    def rest(done: int) -> tuple[Fraction, tuple[int, ...]]:
        start = sum(duration for at, duration in enumerate(durations) if done >> at & 1)
        options = []
        for at, job in enumerate(jobs):
            if not done >> at & 1 and needs[at] & done == needs[at]:
                cost, tail = rest(done | 1 << at)
                options.append((cost + _charge(job, start, queue_only), (at, *tail)))
        return min(options, default=(Fraction(0), ()))

    return rest(0)[1]


def _charge(job: Job, start: Fraction, queue_only: bool) -> Fraction:
    """Return the delay cost of a job on which work starts then."""
    end = start if queue_only else start + _exact(job.duration)
    return _exact(job.cost) * max(end - _exact(job.starts), Fraction(0))


def _check(jobs: Sequence[Job]) -> None:
    seen: set[str] = set()
    for job in jobs:
        if job.id in seen:
            raise OrderError(f"{job.id} is there twice; give each job an id of its own")
        seen.add(job.id)


def _check_needs(jobs: Sequence[Job]) -> None:
    ids = {job.id for job in jobs}
    for job in jobs:
        for needed in job.after:
            if needed not in ids:
                raise OrderError(f"{job.id} needs {needed}, which is not among the jobs; add it")
    try:
        TopologicalSorter({job.id: job.after for job in jobs}).prepare()
    except CycleError as circle:
        chain = " → ".join(circle.args[1])
        raise OrderError(f"these jobs wait for each other: {chain}; take one of the needs away") from None


def _amounts(field: str, values: ArrayLike) -> NDArray[np.float64]:
    allowed, advice = _AMOUNTS[field]
    return column(field, values, allowed, advice, DelayInputError)


@lru_cache(1000)
def _exact(number: float) -> Fraction:
    """Return the number as it was typed, so that equal ratios are equal: 0.3 ÷ 0.9 is 0.1 ÷ 0.3."""
    return Fraction(repr(number))
