"""Rank stability: how often an item stays in the top k when every input may be one step off.

The inputs of a score are judgements, and a lead that one step on a scale can undo is no lead. So each input
of each item is moved one step down, left as it is, or moved one step up, with equal chance and independently
of all others; the items are ranked; and this is done many times over.

The share of draws that give an item a rank is its rank acceptability in R. Lahdelma and P. Salminen, "SMAA-2:
Stochastic Multicriteria Acceptability Analysis for Group Decision Making", Operations Research 49(3), 2001.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_CLOSE = 1e-9
"""Scores that differ by less than this part of their size are tied: the difference is rounding."""


class StabilityInputError(ValueError):
    """Inputs that cannot be varied or scored; the message names the column and the row."""


@dataclass(frozen=True)
class Scale:
    """A step to the next value of a list, such as `Scale([0.25, 0.5, 1, 2, 3])`; none past its ends."""

    values: Sequence[float]

    def around(self, numbers: Floats, column: str) -> Floats:
        """Return the numbers one step down, as they are, and one step up: shape (3, items).

        Raises `StabilityInputError` for a number that is not on the scale.
        """
        scale = np.unique(_numbers(self.values, f"the scale of {column}"))
        place = abs(scale[:, None] - numbers).argmin(axis=0)
        off = ~np.isclose(scale[place], numbers, rtol=_CLOSE)
        if off.any():
            row = int(off.argmax())
            known = ", ".join(f"{value:g}" for value in scale)
            raise StabilityInputError(
                f"{column}, row {row + 1}: {numbers[row]:g} is not on the scale {known}"
            )
        return scale[np.clip(place + np.array([[-1], [0], [1]]), 0, scale.size - 1)]


@dataclass(frozen=True)
class Relative:
    """A step of a share of the number: `Relative(0.2)` is 20 % less or 20 % more."""

    share: float

    def around(self, numbers: Floats, column: str) -> Floats:
        """Return the numbers one step down, as they are, and one step up: shape (3, items)."""
        if not 0 < self.share < 1:
            raise StabilityInputError(
                f"the step of {column} must be a share between 0 and 1, not {self.share!r}"
            )
        return np.stack([numbers * (1 - self.share), numbers, numbers * (1 + self.share)])


@dataclass(frozen=True)
class Absolute:
    """A step of a fixed size: `Absolute(0.5, least=0.5)` is half a month, and never down to less than that.

    A step that would pass `least` or `most` is not taken.
    """

    size: float
    least: float = -np.inf
    most: float = np.inf

    def around(self, numbers: Floats, column: str) -> Floats:
        """Return the numbers one step down, as they are, and one step up: shape (3, items)."""
        if not (np.isfinite(self.size) and self.size > 0):
            raise StabilityInputError(f"the step of {column} must be a number above 0, not {self.size!r}")
        down, up = numbers - self.size, numbers + self.size
        return np.stack(
            [np.where(down >= self.least, down, numbers), numbers, np.where(up <= self.most, up, numbers)]
        )


class Stability(NamedTuple):
    """How the items fared over all runs; each array has shape (items,). Rank 1 is the highest score."""

    top_share: Floats
    """Share of the runs, from 0 to 1, in which the item is in the top k; they add up to k."""
    mean_rank: Floats
    low_rank: Floats
    """The 5th percentile of the rank: in one run of twenty or fewer the item ranks better."""
    high_rank: Floats
    """The 95th percentile of the rank: in one run of twenty or fewer the item ranks worse."""


def rank_stability(
    inputs: Mapping[str, ArrayLike],
    score: Callable[..., ArrayLike],
    k: int,
    steps: Mapping[str, Scale | Relative | Absolute],
    runs: int = 2000,
    seed: int = 20,
) -> Stability:
    """Return how often each item is in the top k, and its ranks, when each input may be one step off.

    `inputs` maps a column to its number for each item; `steps` maps a column to its step, and a column
    without one stays as it is. `score` is called once, with each column by name as an array of shape (runs,
    items), and returns scores of that shape, higher being better. The same seed gives the same result.

    A tie is broken by lot: t items that tie for s places left in the top k count s/t each, and all have the
    mean of the ranks they fill. A share p has the standard error √(p(1 − p)/runs): at most 0.011 for 2,000
    runs. Raises `StabilityInputError` for missing numbers, columns of unequal length, a step without its
    column, a k that is not from 1 to the number of items, and scores that are no numbers.
    """
    columns = {name: _numbers(values, name) for name, values in inputs.items()}
    items = _items(columns)
    if unknown := [name for name in steps if name not in columns]:
        raise StabilityInputError(f"there is a step for {unknown[0]}, but no such column among the inputs")
    if not (isinstance(k, int | np.integer) and 1 <= k <= items):
        raise StabilityInputError(
            f"k must be a whole number from 1 to {items}, the number of items, not {k!r}"
        )
    if not (isinstance(runs, int | np.integer) and runs >= 1):
        raise StabilityInputError(f"runs must be a whole number above 0, not {runs!r}")
    chance = np.random.default_rng(seed)
    varied = {
        name: _varied(steps[name].around(numbers, name), runs, chance)
        if name in steps
        else np.broadcast_to(numbers, (runs, items))
        for name, numbers in columns.items()
    }
    scores = np.asarray(score(**varied), dtype=float)
    if scores.shape != (runs, items):
        raise StabilityInputError(
            f"the score must return an array of shape {(runs, items)}, not {scores.shape}"
        )
    if not np.isfinite(scores).all():
        row = int((~np.isfinite(scores)).any(axis=0).argmax()) + 1
        raise StabilityInputError(f"row {row}: the score is no number for some step; look for an effort of 0")
    return _summary(scores, k)


def _numbers(values: ArrayLike, column: str) -> Floats:
    """Return a column as finite numbers."""
    try:
        numbers = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise StabilityInputError(f"{column} must be numbers") from None
    if numbers.ndim != 1 or not numbers.size:
        raise StabilityInputError(f"{column} must be a list of numbers, one for each item")
    if not np.isfinite(numbers).all():
        row = int((~np.isfinite(numbers)).argmax())
        said = "missing" if np.isnan(numbers[row]) else f"{numbers[row]:g}"
        raise StabilityInputError(f"{column}, row {row + 1}: the value is {said}; give a number")
    return numbers


def _items(columns: Mapping[str, Floats]) -> int:
    """Return the number of items, the same in each column."""
    lengths = {name: numbers.size for name, numbers in columns.items()}
    if not lengths:
        raise StabilityInputError("there are no inputs; give at least one column")
    (first, items), *others = lengths.items()
    for name, length in others:
        if length != items:
            raise StabilityInputError(f"columns differ in length: {first} has {items}, {name} has {length}")
    return items


def _varied(around: Floats, runs: int, chance: np.random.Generator) -> Floats:
    """Return draws from the three values of each item, shape (runs, items)."""
    items = around.shape[1]
    return around[chance.integers(3, size=(runs, items)), np.arange(items)]


def _summary(scores: Floats, k: int) -> Stability:
    above, tied = _standing(scores)
    ranks = above + (tied + 1) / 2
    low, high = np.percentile(ranks, [5, 95], axis=0, method="inverted_cdf")
    return Stability(np.clip((k - above) / tied, 0, 1).mean(axis=0), ranks.mean(axis=0), low, high)


def _standing(scores: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each score of a run how many are above it, and how many tie with it, itself included."""
    order = np.argsort(-scores, axis=1, kind="stable")
    falling = np.take_along_axis(scores, order, axis=1)
    new = np.ones(scores.shape, dtype=bool)
    new[:, 1:] = falling[:, :-1] - falling[:, 1:] > _CLOSE * abs(falling[:, :-1])
    place = np.arange(scores.shape[1])
    first = np.maximum.accumulate(np.where(new, place, 0), axis=1)
    ends = np.ones(scores.shape, dtype=bool)
    ends[:, :-1] = new[:, 1:]
    last = np.minimum.accumulate(np.where(ends, place, scores.shape[1])[:, ::-1], axis=1)[:, ::-1]
    above, tied = np.empty_like(order), np.empty_like(order)
    np.put_along_axis(above, order, first, axis=1)
    np.put_along_axis(tied, order, last - first + 1, axis=1)
    return above, tied
