"""Value against effort: four quadrants, and the set of items with most value that a budget can hold.

Where a quadrant ends is a choice: at the medians of the items, or at two fixed numbers. Medians always fill
both halves as far as ties allow, so they compare items with each other; fixed numbers hold from one quarter
to the next.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, same_length

QUADRANTS: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (True, False): "quick win",
        (True, True): "big bet",
        (False, False): "fill-in",
        (False, True): "money pit",
    }
)
"""The name of each quadrant by (high value, high effort)."""
MOST_KEPT = 50_000
"""So many sets are compared for a budget. Numbers of two or three digits stay far below."""


class ValueEffortError(InputError):
    """A value, effort, cut or budget that cannot be used; see `InputError` for `field` and `row`."""


def ratio(value: ArrayLike, effort: ArrayLike) -> NDArray[np.float64]:
    """Return value per unit of effort for each item: what "most for the work first" sorts by.

    Arguments and errors are those of `quadrants`.

    >>> ratio([8, 6], [5, 1]).tolist()
    [1.6, 6.0]
    """
    value, effort = _items(value, effort)
    return value / effort


def quadrants(
    value: ArrayLike, effort: ArrayLike, cut: Literal["median"] | tuple[float, float] = "median"
) -> NDArray[np.str_]:
    """Return the name of each item's quadrant, one of `QUADRANTS`.

    `value`: 0 or more, in any one unit. `effort`: above 0, in any one unit. `cut` is "median" or a pair
    (value, effort). An item that lies on a cut counts as high, for value and for effort alike.

    Raises `ValueEffortError`, which names the column and the row.

    >>> quadrants([8, 8, 2, 2], [1, 5, 1, 5], cut=(5, 3)).tolist()
    ['quick win', 'big bet', 'fill-in', 'money pit']
    """
    value, effort = _items(value, effort)
    value_cut, effort_cut = cuts(value, effort, cut)
    high, dear = (value >= value_cut).tolist(), (effort >= effort_cut).tolist()
    return np.array([QUADRANTS[sides] for sides in zip(high, dear, strict=True)], dtype=str)


def cuts(
    value: ArrayLike, effort: ArrayLike, cut: Literal["median"] | tuple[float, float] = "median"
) -> tuple[float, float]:
    """Return the value and the effort at which the quadrants part, in the items' own units.

    Arguments and errors are those of `quadrants`; the median of no items raises `ValueEffortError` too.
    """
    value, effort = _items(value, effort)
    if isinstance(cut, str):
        if cut != "median":
            advice = 'use "median" or a pair (value, effort)'
            raise ValueEffortError(f"cut is {cut!r}; {advice}", "cut", value=cut)
        if not len(value):
            raise ValueEffortError("there are no items to take a median of; give at least one", "value")
        return float(np.median(value)), float(np.median(effort))
    numbers = column("cut", cut, np.isfinite, "give a pair (value, effort)", ValueEffortError)
    if numbers.shape != (2,):
        raise ValueEffortError('cut must be "median" or a pair (value, effort)', "cut", value=cut)
    return float(numbers[0]), float(numbers[1])


def best_within(value: ArrayLike, effort: ArrayLike, budget: float) -> list[int]:
    """Return the items whose efforts fit the budget and whose values add up to most, as positions from 0.

    `value` and `effort` as in `quadrants`, `budget` in the unit of effort, 0 or more. Of two sets with the
    same value the one with less effort is taken, and of those the one without the later item. Exact as
    typed: three efforts of 0.1 fit a budget of 0.3. It takes no notice of what an item needs; see to
    prerequisites before.

    Method: the 0/1 knapsack, by the list of sets that no other set beats in both value and effort (Nemhauser
    and Ullmann, "Discrete dynamic programming and capital allocation", Management Science 15, 1969).

    Raises `ValueEffortError`, which names the column and the row, or asks for rounder efforts where so many
    sets stay unbeaten that comparing them would take minutes.

    >>> best_within([10, 7, 6], [6, 4, 3], budget=7)
    [1, 2]
    """
    value, effort = _items(value, effort)
    most = column("budget", budget, lambda n: n >= 0, "give one number, 0 or more", ValueEffortError)
    if most.ndim:
        raise ValueEffortError("budget must be one number, 0 or more", "budget", value=budget)
    values = _whole(value.tolist())
    *efforts, limit = _whole([*effort.tolist(), float(most)])

    # (effort, −value, items as bits): the sets worth keeping, by rising effort and rising value.
    kept = [(0, 0, 0)]
    for position, (gain, cost) in enumerate(zip(values, efforts, strict=True)):
        larger = [(e + cost, v - gain, items | 1 << position) for e, v, items in kept if e + cost <= limit]
        merged, kept = sorted(kept + larger), []
        for candidate in merged:
            if not kept or candidate[1] < kept[-1][1]:
                kept.append(candidate)
        if len(kept) > MOST_KEPT:
            raise ValueEffortError(
                "there are too many sets to compare; round the efforts to fewer digits", "effort"
            )
    return [position for position in range(len(values)) if kept[-1][2] >> position & 1]


def _items(value: ArrayLike, effort: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    value = column("value", value, lambda n: n >= 0, "give a number, 0 or more", ValueEffortError)
    effort = column("effort", effort, lambda n: n > 0, "give a number above 0", ValueEffortError)
    for field, numbers in (("value", value), ("effort", effort)):
        if numbers.ndim != 1:
            raise ValueEffortError(f"{field} must be one list; give one number for each item", field)
    same_length({"value": value, "effort": effort}, ValueEffortError)
    return value, effort


def _whole(numbers: list[float]) -> list[int]:
    """Return the numbers as multiples of the largest unit that measures all of them as they were typed."""
    exact = [Fraction(repr(number)) for number in numbers]
    unit = math.lcm(*(number.denominator for number in exact))
    return [int(number * unit) for number in exact]
