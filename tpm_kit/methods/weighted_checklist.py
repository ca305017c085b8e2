"""The weighted checklist: a total of scores in steps, and how much it hangs on one score or one weight.

A checklist has a score in whole steps from 0 to `TOP` and a weight of 0 or more for each factor. Its total is
the share of the possible, Σ weight × score / (TOP × Σ weight), from 0 to 1. It says how much of what was
asked for is there, and nothing about what to do: for that somebody has to name a line.

The sum is the additive value model of R. L. Keeney and H. Raiffa, "Decisions with Multiple Objectives"
(1976); moving one input at a time is the one-way sensitivity of R. T. Clemen, "Making Hard Decisions" (1991).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

TOP = 3
"""The highest score."""
_CLOSE = 1e-9
"""Totals nearer to each other than this are the same: the difference is rounding."""


class ChecklistInputError(ValueError):
    """Scores or weights that cannot be used; the message says which and what is expected."""


class Range(NamedTuple):
    """The lowest and the highest total, as shares of the possible."""

    low: float
    high: float


class Crossing(NamedTuple):
    """One input, moved as little as needed until the total lies on the other side of a line."""

    factor: int
    """Position of the factor, counted from 0."""
    now: int
    needed: int

    @property
    def steps(self) -> int:
        """How many steps lie between the two, 1 or more."""
        return abs(self.needed - self.now)


def _checked(scores: Sequence[int], weights: Sequence[int]) -> None:
    if not scores or len(scores) != len(weights):
        raise ChecklistInputError(f"there are {len(scores)} scores and {len(weights)} weights; give one each")
    for name, values, most in (("score", scores, TOP), ("weight", weights, math.inf)):
        for at, value in enumerate(values):
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
                limit = f"from 0 to {TOP}" if name == "score" else "of 0 or more"
                raise ChecklistInputError(f"{name} {at + 1} is {value!r}; give a whole number {limit}")
    if not any(weights):
        raise ChecklistInputError("every weight is 0, so nothing counts; give at least one factor a weight")


def share(scores: Sequence[int], weights: Sequence[int]) -> float:
    """Return the total as a share of the possible, from 0 to 1.

    `scores` and `weights` are whole numbers, one each for every factor. Raises `ChecklistInputError` for
    numbers that differ in length, are off the scale, or all of whose weights are 0.

    >>> share([3, 0], [1, 2])
    0.3333333333333333
    """
    _checked(scores, weights)
    return sum(w * s for w, s in zip(weights, scores, strict=True)) / (TOP * sum(weights))


def above(total: float, line: float) -> bool:
    """Say whether a total reaches a line, both as shares; a total on the line does."""
    return total >= line - _CLOSE


def step_sizes(weights: Sequence[int]) -> tuple[float, ...]:
    """Return by how much one step of each score moves the total, as shares of the possible.

    Errors are those of `share`.

    >>> step_sizes([1, 3])
    (0.08333333333333333, 0.25)
    """
    _checked([0] * len(weights), weights)
    return tuple(weight / (TOP * sum(weights)) for weight in weights)


def score_crossings(scores: Sequence[int], weights: Sequence[int], line: float) -> tuple[Crossing, ...]:
    """Return each single score whose move takes the total across the line, fewest steps first.

    A total that reaches the line has to fall below it, any other has to reach it. Scores that cannot do so
    alone are left out. Errors are those of `share`.

    >>> score_crossings([2, 1], [1, 2], 0.5)
    (Crossing(factor=1, now=1, needed=2), Crossing(factor=0, now=2, needed=3))
    """
    side = above(share(scores, weights), line)

    def crosses(factor: int, score: int) -> bool:
        moved = [*scores[:factor], score, *scores[factor + 1 :]]
        return above(share(moved, weights), line) != side

    return _crossings(scores, weights, range(TOP + 1), crosses)


def weight_crossings(
    scores: Sequence[int], weights: Sequence[int], line: float, most: int
) -> tuple[Crossing, ...]:
    """Return each single weight whose move takes the total across the line, fewest steps first.

    The weight moves in whole steps from 0 to `most`, the others stay as they are. Otherwise as
    `score_crossings`.
    """
    side = above(share(scores, weights), line)

    def crosses(factor: int, weight: int) -> bool:
        moved = [*weights[:factor], weight, *weights[factor + 1 :]]
        return any(moved) and above(share(scores, moved), line) != side

    return _crossings(weights, weights, range(most + 1), crosses)


def _crossings(
    now: Sequence[int], weights: Sequence[int], scale: range, crosses: Callable[[int, int], bool]
) -> tuple[Crossing, ...]:
    """Return for each factor the nearest step that crosses; of two equally near ones the lower."""
    found = []
    for factor, present in enumerate(now):
        steps = sorted(scale, key=lambda step, present=present: (abs(step - present), step))
        needed = next((step for step in steps if step != present and crosses(factor, step)), None)
        if needed is not None:
            found.append(Crossing(factor, present, needed))
    return tuple(sorted(found, key=lambda one: (one.steps, -weights[one.factor], one.factor)))


def one_step_off(scores: Sequence[int], weights: Sequence[int]) -> Range:
    """Return the totals if every score at once is a step too high, and if every one is a step too low.

    Errors are those of `share`.
    """
    _checked(scores, weights)
    return Range(
        share([max(score - 1, 0) for score in scores], weights),
        share([min(score + 1, TOP) for score in scores], weights),
    )


def any_weights(scores: Sequence[int], low: int, high: int) -> Range:
    """Return the lowest and the highest total that any weights from `low` (1 or more) to `high` can give.

    A weighted mean is lowest with the heaviest weight on the lowest scores and the lightest on all others,
    so of the scores in order only the place of the cut has to be tried. Raises `ChecklistInputError` for
    scores off the scale and for limits that are not in order.

    >>> any_weights([0, 3], 1, 3)
    Range(low=0.25, high=0.75)
    """
    if not 1 <= low <= high:
        raise ChecklistInputError(f"weights from {low!r} to {high!r}: give limits of 1 or more, in order")
    ranked = sorted(scores)
    count = len(ranked)
    rising = [share(ranked, [high] * cut + [low] * (count - cut)) for cut in range(count + 1)]
    falling = [share(ranked, [low] * cut + [high] * (count - cut)) for cut in range(count + 1)]
    return Range(min(rising), max(falling))
