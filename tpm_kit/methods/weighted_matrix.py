"""The weighted decision matrix: few options, several criteria, and how much the answer hangs on the weights.

Scores are options × criteria, each on one scale on which higher is better: a cheap option gets a high score
for cost. The total of an option is Σ weight × score, with weights that add up to 1.

Sources: R. L. Keeney and H. Raiffa, "Decisions with Multiple Objectives" (1976), for the weighted sum and for
dominance; E. Triantaphyllou, "Multi-Criteria Decision Making Methods" (2000), for the change of one weight at
which the best option changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

_CLOSE = 1e-9
"""Totals and weights nearer to each other than this are the same: the difference is rounding."""


class MatrixInputError(ValueError):
    """Scores or weights that cannot be used; the message says which, where, and what is expected."""


class WeightSumError(MatrixInputError):
    """Weights that add up to neither 1 nor 100. `total` is what they add up to."""

    def __init__(self, total: float) -> None:
        super().__init__(
            f"the weights add up to {total:.10g}; they must add up to 1, or to 100 if they are percentages"
        )
        self.total = total


def _numbers(values: ArrayLike, what: str, dimensions: int) -> NDArray[np.float64]:
    """Return the values as finite numbers of so many dimensions."""
    try:
        numbers = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise MatrixInputError(f"{what} must be numbers, in rows of equal length") from None
    if numbers.ndim != dimensions or not numbers.size:
        raise MatrixInputError(
            f"{what} must be {('one number for each criterion', 'options × criteria')[dimensions - 1]}"
        )
    for at, value in np.ndenumerate(numbers):
        if not np.isfinite(value):
            said = "missing" if np.isnan(value) else f"{value:g}"
            raise MatrixInputError(f"{what}, {_place(at)}: the value is {said}; give a number")
    return numbers


def _place(at: Sequence[int]) -> str:
    """Return a position in words: "row 2, column 3" of a table, "column 3" of a single row."""
    return ", ".join(f"{axis} {n + 1}" for axis, n in zip(("row", "column")[-len(at) :], at, strict=True))


def normalised(weights: ArrayLike) -> NDArray[np.float64]:
    """Return the weights as fractions that add up to 1, shape (criteria,).

    They may be given as fractions or as percentages. Raises `WeightSumError` if they add up to neither 1 nor
    100, and `MatrixInputError` for a weight that is missing or below 0.

    >>> normalised([40, 35, 25]).tolist()
    [0.4, 0.35, 0.25]
    """
    numbers = _numbers(weights, "weights", 1)
    if (numbers < 0).any():
        at = int(np.argmax(numbers < 0))
        raise MatrixInputError(
            f"weights, column {at + 1}: {numbers[at]:g} is below 0, which no weight may be"
        )
    total = float(numbers.sum())
    for whole in (1, 100):
        if abs(total - whole) <= _CLOSE * whole:
            return numbers / whole
    raise WeightSumError(total)


def weighted_scores(
    scores: ArrayLike, weights: ArrayLike, scale: tuple[float, float] = (1, 10)
) -> NDArray[np.float64]:
    """Return the total of each option, shape (options,), on the scale of the scores.

    `scores` is options × criteria, each within `scale` (lowest, highest), higher meaning better for every
    criterion; `weights` are as in `normalised`. Raises `MatrixInputError` for a score that is missing or off
    the scale, and for numbers of criteria that differ.

    >>> weighted_scores([[9, 4, 3], [6, 7, 8]], [0.40, 0.35, 0.25]).round(2).tolist()
    [5.75, 6.85]
    """
    table, shares = _numbers(scores, "scores", 2), normalised(weights)
    if table.shape[1] != shares.size:
        raise MatrixInputError(f"there are {table.shape[1]} scores in each row, but {shares.size} weights")
    low, high = scale
    for at, value in np.ndenumerate(table):
        if not low <= value <= high:
            raise MatrixInputError(f"scores, {_place(at)}: {value:g} is off the scale of {low:g} to {high:g}")
    return table @ shares


def reweighted(weights: ArrayLike, criterion: int, weight: float) -> NDArray[np.float64]:
    """Return weights in which one criterion has that weight and the others share the rest in proportion.

    `criterion` is its position, counted from 0; `weight` lies between 0 and 1. Raises `MatrixInputError` if
    the others weigh nothing, since they then have no proportion, unless `weight` is 1.

    >>> reweighted([0.5, 0.3, 0.2], 0, 0.2).round(2).tolist()
    [0.2, 0.48, 0.32]
    """
    shares = normalised(weights)
    if not 0 <= criterion < shares.size:
        raise MatrixInputError(f"there is no criterion {criterion}; count them from 0 to {shares.size - 1}")
    if not 0 <= weight <= 1:
        raise MatrixInputError(f"the weight of one criterion must lie between 0 and 1, not {weight!r}")
    shares[criterion] = 0
    rest = shares.sum()
    if rest <= _CLOSE and weight < 1:
        raise MatrixInputError("the other criteria weigh nothing, so the rest cannot be shared in proportion")
    moved = shares * ((1 - weight) / rest) if weight < 1 else np.zeros_like(shares)
    moved[criterion] = weight
    return moved


class FlipPoints(NamedTuple):
    """Where the best option changes as one criterion's weight goes from 0 to 1."""

    weights: tuple[float, ...]
    """The weights at which the lead changes, rising, all inside (0, 1)."""
    leaders: tuple[tuple[int, ...], ...]
    """Who leads below the first, between each two, and above the last: positions of the options, counted from
    0; several if their totals are the same all along that stretch."""


def flip_points(
    scores: ArrayLike, weights: ArrayLike, criterion: int, scale: tuple[float, float] = (1, 10)
) -> FlipPoints:
    """Return the weights of one criterion at which the best option changes, and who leads between them.

    The other weights keep their proportions (`reweighted`), so each total is a straight line in the weight,
    and the flip points are where lines cross on the upper edge: exact, and none is missed. Errors are those
    of `weighted_scores` and `reweighted`.
    """
    start = weighted_scores(scores, reweighted(weights, criterion, 0), scale)
    slope = weighted_scores(scores, reweighted(weights, criterion, 1), scale) - start
    points: list[float] = []
    level = np.flatnonzero(start >= start.max() - _CLOSE)
    leads = level[np.argmax(slope[level])]
    leaders = [_together(start, slope, leads)]
    while (rising := np.flatnonzero(slope > slope[leads] + _CLOSE)).size:
        crossings = (start[leads] - start[rising]) / (slope[rising] - slope[leads])
        at = crossings.min()
        if at >= 1 - _CLOSE:
            break
        meeting = rising[crossings <= at + _CLOSE]
        leads = meeting[np.argmax(slope[meeting])]
        points.append(float(at))
        leaders.append(_together(start, slope, leads))
    return FlipPoints(tuple(points), tuple(leaders))


def _together(start: NDArray[np.float64], slope: NDArray[np.float64], leads: np.intp) -> tuple[int, ...]:
    """Return the options whose line is that of the leader."""
    same = (abs(start - start[leads]) <= _CLOSE) & (abs(slope - slope[leads]) <= _CLOSE)
    return tuple(np.flatnonzero(same).tolist())


def dominated(scores: ArrayLike) -> dict[int, tuple[int, ...]]:
    """Return each option that no weights can make the only best, with the options that dominate it.

    One option dominates another if it is at least as good by every criterion and better by one; positions are
    counted from 0. Options with the same scores do not dominate each other. Raises `MatrixInputError` for a
    missing score.

    >>> dominated([[5, 5], [5, 7], [9, 1]])
    {0: (1,)}
    """
    table = _numbers(scores, "scores", 2)
    found = {}
    for option, row in enumerate(table):
        better = (table >= row).all(axis=1) & (table > row).any(axis=1)
        if better.any():
            found[option] = tuple(np.flatnonzero(better).tolist())
    return found


def knocked_out(scores: ArrayLike, minimums: Sequence[float | None]) -> dict[int, tuple[int, ...]]:
    """Return each option that falls below a minimum, with the criteria by which it does.

    `minimums` holds for each criterion the lowest score that will do, or None where any will. Such an option
    is out whatever its total: a weighted sum would let other scores make up for it. Positions are counted
    from 0. Raises `MatrixInputError` for a missing score and for numbers of criteria that differ.

    >>> knocked_out([[9, 2], [6, 7]], [None, 3])
    {0: (1,)}
    """
    table = _numbers(scores, "scores", 2)
    if table.shape[1] != len(minimums):
        raise MatrixInputError(f"there are {table.shape[1]} scores in each row, but {len(minimums)} minimums")
    least = _numbers([-np.finfo(float).max if m is None else m for m in minimums], "minimums", 1)
    failing = ((option, tuple(np.flatnonzero(row < least).tolist())) for option, row in enumerate(table))
    return {option: criteria for option, criteria in failing if criteria}
