"""What the feedback on an order of jobs says: what its delay costs, and where the order goes wrong.

Codes WSJF-… are those of the domain reference (section 4.4); what it has no code for is DELAY-….

All sums are money per week and weeks. One team does one job after another; a job costs its rate from its own
start (0 is now) until it is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tpm_kit.answers import Ranking
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import item_titles
from tpm_kit.exercises.wording import names
from tpm_kit.methods.cost_of_delay import (
    Job,
    OrderError,
    Step,
    TooManyJobsError,
    best_order,
    cd3,
    cumulative,
    delay_cost,
)

TABLE = "waiting"
COLUMN = "order"
Jobs = Sequence[Job]


class Change(NamedTuple):
    """Another order, what makes it another, and what it saves."""

    saved: float
    order: tuple[Job, ...]
    moved: tuple[Job, ...]


def money(amount: float, case: Case) -> str:
    """Return an amount of money; a backlog of the learner's own has a currency that nobody named."""
    text = f"{amount:,.2f}".removesuffix(".00")
    return text if case.own else f"€{text}"


def weeks(number: float) -> str:
    """Return a time with its unit.

    >>> weeks(1), weeks(2.5)
    ('1 week', '2.5 weeks')
    """
    return f"{round(number, 2):.10g} {'week' if number == 1 else 'weeks'}"


def jobs(case: Case) -> dict[str, Job]:
    """Return the jobs by id, in the order of the case's table; each needs only what is in the table too."""
    rows = {row["id"]: row for row in case.table(TABLE)}
    return {
        id: Job(
            id, row["weeks"], row["cost"], row["starts"], tuple(one for one in row["after"] if one in rows)
        )
        for id, row in rows.items()
    }


def job_titles(case: Case) -> dict[str, str]:
    """Return the titles of the jobs by id, as the cards show them."""
    titles = item_titles(case)
    return {row["id"]: titles.get(row["id"], row["id"]) for row in case.table(TABLE)}


def ordered(answer: Ranking, case: Case) -> tuple[Job, ...]:
    """Return the jobs that the learner has placed, in their order."""
    known = jobs(case)
    return tuple(known[id] for id in answer.column(COLUMN) if id in known)


def too_soon(order: Jobs) -> list[tuple[Job, Job]]:
    """Return (job, the job it needs) wherever both are placed and the first stands before the second."""
    place = {job.id: at for at, job in enumerate(order)}
    return [(job, order[place[id]]) for job in order for id in job.after if place.get(id, -1) > place[job.id]]


def steps(order: Jobs) -> list[Step]:
    """Return when each job is done and what its delay costs, whether or not what it needs comes first."""
    return cumulative([replace(job, after=()) for job in order])


def total(order: Jobs) -> float:
    """Return the delay cost of an order, whether or not what a job needs comes first."""
    return delay_cost([replace(job, after=()) for job in order])


@lru_cache(64)
def least(every: tuple[Job, ...]) -> float | None:
    """Return the delay cost of the best order; None where there is none, or too many jobs to search."""
    try:
        return delay_cost(best_order(every))
    except (OrderError, TooManyJobsError):
        return None


def swaps(order: Jobs) -> Iterator[Change]:
    """Yield what a swap of two neighbours saves, for each swap that saves anything and can be worked."""
    for at in range(len(order) - 1):
        first, second = order[at : at + 2]
        yield from _better(order, (*order[:at], second, first, *order[at + 2 :]), (first, second))


def moves(order: Jobs, at: int, places: range) -> Iterator[Change]:
    """Yield what it saves to move the job at that place to another, for each move that saves anything and
    can be worked."""
    rest = (*order[:at], *order[at + 1 :])
    for to in places:
        yield from _better(order, (*rest[:to], order[at], *rest[to:]), (order[at],))


def _better(order: Jobs, other: tuple[Job, ...], moved: tuple[Job, ...]) -> Iterator[Change]:
    saved = total(order) - total(other)
    if saved > 0 and set(too_soon(other)) <= set(too_soon(order)):
        yield Change(saved, other, moved)


@rule("WSJF-7")
def needed_jobs_first(answer: Ranking, case: Case) -> Iterator[Finding]:
    """A job stands before one that it needs. Cost per week ÷ weeks knows nothing of needs."""
    order, titles = ordered(answer, case), job_titles(case)
    place = {job.id: at for at, job in enumerate(order, start=1)}
    for job, needed in too_soon(order):
        yield Finding(
            "problem",
            f"{titles[job.id]} is number {place[job.id]} and needs {titles[needed.id]}, which is only number "
            f"{place[needed.id]}.",
            "Nobody can begin it there, so the order has no sum. Cost per week ÷ weeks judges each job by "
            "itself and knows nothing of what it needs.",
            "Put what is needed first; the two then count together, as one longer job.",
            (job.id, needed.id),
        )
    if too_soon(order):
        return
    for job in order:
        for needed in (one for one in order if one.id in job.after and _ratio(one) < _ratio(job)):
            ratios = f"{money(_ratio(needed), case)} against {money(_ratio(job), case)}"
            yield Finding(
                "good",
                f"{titles[needed.id]} comes before {titles[job.id]}, which needs it. By cost per week ÷ "
                f"weeks ({ratios}) it would come after.",
            )


def _ratio(job: Job) -> float:
    return cd3(job.cost, job.duration)


@rule("WSJF-1", whole=True)
def by_the_ratio(answer: Ranking, case: Case) -> Iterator[Finding]:
    """Neighbours stand by cost per week, and not by cost per week ÷ weeks."""
    order, titles = ordered(answer, case), job_titles(case)
    if too_soon(order):
        return
    start = {step.id: step.start for step in steps(order)}
    for change in swaps(order):
        first, second = change.moved
        if first.cost <= second.cost or max(first.starts, second.starts) > start[first.id]:
            continue
        yield Finding(
            "problem",
            f"{_figures(first, titles, case)} stands right before {_figures(second, titles, case)}. For each "
            f"week of work the first ends a cost of {money(_ratio(first), case)} a week, the second one of "
            f"{money(_ratio(second), case)}.",
            "The job that costs more a week also keeps the team longer, and all that time the other one "
            "costs money too.",
            "Compare neighbours by cost per week ÷ weeks of work, the higher first.",
            (first.id, second.id),
        )


def _figures(job: Job, titles: Mapping[str, str], case: Case) -> str:
    return f"{titles[job.id]} ({money(job.cost, case)} a week, {weeks(job.duration)})"


@rule("WSJF-6", whole=True)
def dated_jobs_in_time(answer: Ranking, case: Case) -> Iterator[Finding]:
    """A job whose cost begins later is done sooner than it need be while others cost money, or later than it
    should be."""
    order, titles = ordered(answer, case), job_titles(case)
    if too_soon(order):
        return
    for at, step in enumerate(steps(order)):
        job = order[at]
        held = _held_up(order, at)
        if job.starts and step.finish > job.starts:
            yield from _late(order, at, step, titles[job.id], case)
        elif held:
            yield _early(order, at, step, held, titles, case)
        elif job.starts:
            spare = f" with {weeks(job.starts - step.finish)} to spare" if job.starts > step.finish else ""
            yield Finding(
                "good",
                f"{titles[job.id]} is done after {weeks(step.finish)}, in time{spare}: its cost begins after "
                f"{weeks(job.starts)}.",
            )


def _held_up(order: Jobs, at: int) -> Change | None:
    """Return the later place that saves most for a job whose cost begins later, while it is still in time."""
    fits = []
    for change in moves(order, at, range(at + 1, len(order))) if order[at].starts else ():
        finish = next(step.finish for step in steps(change.order) if step.id == order[at].id)
        fits += [change] if finish <= order[at].starts else []
    return max(fits, default=None, key=lambda change: change.saved)


def _early(order: Jobs, at: int, step: Step, held: Change, titles: Mapping[str, str], case: Case) -> Finding:
    job = order[at]
    waiting = [titles[one.id] for one in order[at + 1 : held.order.index(job) + 1]]
    return Finding(
        "caution",
        f"{titles[job.id]} is done after {weeks(step.finish)}, but its cost begins only after "
        f"{weeks(job.starts)}. Meanwhile {names(waiting, 3)} must wait, which costs "
        f"{money(held.saved, case)}.",
        "Until its cost begins, waiting for it is free, however much a week costs from then on.",
        "Do first what costs money already, as long as this job is still done in time. If you do not "
        "trust the estimates and want the room, accept this and say so: that sum is its price.",
        (job.id,),
    )


def _late(order: Jobs, at: int, step: Step, title: str, case: Case) -> Iterator[Finding]:
    sooner = max(moves(order, at, range(at)), default=None, key=lambda change: change.saved)
    if sooner:
        over = step.finish - order[at].starts
        yield Finding(
            "problem",
            f"{title} is done after {weeks(step.finish)}, {weeks(over)} after its cost begins: "
            f"{money(step.cost, case)}.",
            "A date is no reason to begin at once, but it is one to be done by then.",
            f"Try it further up; moved alone, it saves up to {money(sooner.saved, case)}.",
            (order[at].id,),
        )


@rule("DELAY-1", whole=True)
def least_cost(answer: Ranking, case: Case) -> Iterator[Finding]:
    """The order costs more in delay than the best one."""
    order, titles = ordered(answer, case), job_titles(case)
    best = least(tuple(jobs(case).values()))
    if best is None or too_soon(order):
        return
    mine = total(order)
    if mine <= best:
        yield Finding(
            "good",
            f"This order costs {money(mine, case)} in delay. No other order of these jobs costs less.",
        )
        return
    # Where one job is early by choice, and nothing else is amiss, WSJF-6 has said so and named the price.
    early = (_held_up(order, at) for at in range(len(order)))
    yield Finding(
        "note" if any(change and total(change.order) <= best for change in early) else "caution",
        f"This order costs {money(mine, case)} in delay, {money(mine - best, case)} more than the best one "
        f"({money(best, case)}).",
        "The sums know only what stands on the cards. If something else speaks for your order, write "
        "down what.",
        _one_change(order, titles, case),
    )


def _one_change(order: Jobs, titles: Mapping[str, str], case: Case) -> str:
    """Return the one change that saves most: a swap of neighbours, else a move of one job."""
    change = max(swaps(order), default=None, key=lambda change: change.saved)
    if change:
        first, second = (titles[job.id] for job in change.moved)
        return (
            f"One swap of neighbours to try: {second} before {first}. That alone saves "
            f"{money(change.saved, case)}."
        )
    every = (change for at in range(len(order)) for change in moves(order, at, range(len(order))))
    change = max(every, default=None, key=lambda change: change.saved)
    if change:
        title = titles[change.moved[0].id]
        return f"Move {title} by more than one place: that alone saves up to {money(change.saved, case)}."
    return "No job moved alone makes it less: more than one has to move."


RULES = (needed_jobs_first, by_the_ratio, dated_jobs_in_time, least_cost)
