"""Limits for work in progress: what they do to how much is finished, and to how long each card takes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from tpm_kit.case import Case
from tpm_kit.explorers import Explorer, Range
from tpm_kit.methods.kanban_flow import draw_cards, simulate
from tpm_kit.methods.littles_law import average_wip

PEOPLE = 6
CARDS, DRAWS = 24, 8
"""Cards of one run, and runs with other cards each: so many that the curves do not hang on a single card."""
MAKE, REVIEW = 3.0, 1.0
"""Days of making and of review that a card takes on average, without interruption."""
MOST = 8
"""The highest limit; one step further there is none."""
NEARLY = 0.95
LIMITS: tuple[int | None, ...] = (*range(1, MOST + 1), None)


class Figures(NamedTuple):
    """What a limit leads to: cards done a day, and days from start to done, on average."""

    throughput: float
    lead_time: float


@cache
def figures(limit: int | None, reviewers: int) -> Figures:
    """Return the figures for a limit of both columns, over all draws together; None is no limit."""
    runs = [
        simulate(draw_cards(CARDS, seed, MAKE, REVIEW), PEOPLE - reviewers, reviewers, limit, limit)
        for seed in range(DRAWS)
    ]
    return Figures(
        CARDS * DRAWS / math.fsum(run.days for run in runs),
        math.fsum(run.lead_time for run in runs) / DRAWS,
    )


def _name(limit: int | None) -> str:
    return "no limit" if limit is None else str(limit)


def _set(values: Mapping[str, float]) -> tuple[int, int]:
    """Return the position of the limit in `LIMITS`, and the number of reviewers."""
    return round(values["limit"]) - 1, round(values["reviewers"])


def _sliders(case: Case) -> dict[str, Range]:
    return {
        "limit": Range("Limit of each column", 1, MOST + 1, 1, 4, "cards", {MOST + 1: "no limit"}),
        "reviewers": Range(f"Of {PEOPLE} people, in review", 1, 3, 1, 2, "people", {1: "1 person"}),
    }


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    at, reviewers = _set(values)
    return {
        "steps": [(_name(limit), *figures(limit, reviewers)) for limit in LIMITS],
        "present": at,
        "along": "Limit of In progress, and of Review",
    }


def _says(values: Mapping[str, float], case: Case) -> str:
    at, reviewers = _set(values)
    now = figures(LIMITS[at], reviewers)
    wip = average_wip(now.throughput, now.lead_time)
    head = "With no limit" if LIMITS[at] is None else f"With a limit of {LIMITS[at]}"
    return (
        f"{head}, {PEOPLE - reviewers} people who make and {reviewers} who review"
        f"{'s' if reviewers == 1 else ''}, {now.throughput:.2f} cards are done a day and each takes "
        f"{now.lead_time:.1f} days. By Little's law {wip:.1f} are open on average: {now.throughput:.2f} × "
        f"{now.lead_time:.1f}, before rounding. {_beside(at, reviewers)}"
    )


def enough(reviewers: int) -> int:
    """Return the position of the lowest limit that lets out at least `NEARLY` as much as the best one."""
    out = [figures(limit, reviewers).throughput for limit in LIMITS]
    return next(at for at, one in enumerate(out) if one >= NEARLY * max(out))


def _beside(at: int, reviewers: int) -> str:
    """Say what the limit is like beside the lowest that lets out nearly all, or beside none if it is that."""
    at_best = enough(reviewers)
    now, best, free = (figures(LIMITS[one], reviewers) for one in (at, at_best, -1))
    if at == at_best:
        most = max(figures(limit, reviewers).throughput for limit in LIMITS)
        return (
            f"At no other limit does much more come out (the most is {most:.2f}); without any it would be "
            f"{free.throughput:.2f} a day and {free.lead_time:.1f} days."
        )
    than = (
        f"A limit of {LIMITS[at_best]} lets out {best.throughput:.2f} a day, each after "
        f"{best.lead_time:.1f} days"
    )
    if at < at_best:
        return f"{than}: here some people have nothing to do."
    return (
        f"{than}: here {now.lead_time - best.lead_time:.1f} days more go by while cards wait for people, who "
        "change from one to the other."
    )


def _chart() -> Any:
    from tpm_kit.figures.flow import FlowByLimit

    return FlowByLimit()


EXPLORER = Explorer(
    title="What does a limit do?",
    task=f"A model: {CARDS} cards of {MAKE:g} days' making and {REVIEW:g} day's review, one in five blocked "
    "for a while; whoever works on several cards loses a fifth of the day for each one more.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
