"""The best set within a budget, where things come in groups of which one choice each is taken.

This is the multiple-choice knapsack, solved exactly by the list of sets that no other set beats in both cost
and worth.

Sources: G. L. Nemhauser and Z. Ullmann, "Discrete dynamic programming and capital allocation", Management
Science 15, 1969, for the list; H. Kellerer, U. Pferschy and D. Pisinger, "Knapsack Problems" (2004), chapter
11, for choices in groups.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real
from typing import NamedTuple

EXACT = 1_000_000
"""Costs and the budget are compared in millionths, so that three times 0.1 fit a budget of 0.3."""
MOST_KEPT = 200_000
"""So many sets are compared at once; more would take seconds."""


class Choice(NamedTuple):
    """One way to deal with a group: what it costs, 0 or more, and what it is worth, less or more than 0."""

    cost: float
    worth: float


class Best(NamedTuple):
    """The best set: for each group the position of its choice, or None for none; and both sums."""

    taken: tuple[int | None, ...]
    cost: float
    worth: float


def best_set(groups: Sequence[Sequence[Choice]], budget: float) -> Best:
    """Return the set of choices, at most one of each group, that is worth most within the budget.

    Taking nothing of a group costs nothing and is worth nothing; a choice that is worth no more than that is
    never taken. Of two sets with the same worth the one with the lower cost is taken. `budget`, 0 or more, is
    in the unit of the costs.

    Raises `ValueError` for a cost below 0, for what is no number, and where so many sets stay unbeaten that
    comparing them would take long.

    >>> best_set([[Choice(6, 10)], [Choice(4, 7), Choice(5, 9)], [Choice(3, 6)]], budget=8)
    Best(taken=(None, 1, 0), cost=8.0, worth=15.0)
    """
    limit = _whole(budget, "the budget")
    # (cost, −worth, choices): the sets worth keeping, by rising cost and rising worth.
    kept: list[tuple[int, float, tuple[int | None, ...]]] = [(0, 0.0, ())]
    for group in groups:
        grown = [(cost, loss, (*taken, None)) for cost, loss, taken in kept]
        for at, choice in enumerate(group):
            price, worth = _whole(choice.cost, "a cost"), _number(choice.worth)
            if worth > 0:
                grown += [
                    (cost + price, loss - worth, (*taken, at))
                    for cost, loss, taken in kept
                    if cost + price <= limit
                ]
        kept = _unbeaten(grown)
        if len(kept) > MOST_KEPT:
            raise ValueError("there are too many sets to compare; leave some choices out")
    cost, loss, taken = kept[-1]
    return Best(taken, cost / EXACT, -loss)


def _unbeaten(sets: list[tuple[int, float, tuple[int | None, ...]]]) -> list:
    kept: list = []
    for one in sorted(sets, key=lambda one: one[:2]):
        if not kept or one[1] < kept[-1][1] - 1e-9:
            kept.append(one)
    return kept


def _whole(value: float, name: str) -> int:
    if _number(value) < 0:
        raise ValueError(f"{name} must be 0 or more, not {value!r}")
    return round(value * EXACT)


def _number(value: float) -> float:
    if not isinstance(value, Real) or isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(f"costs and worths must be numbers, not {value!r}")
    return float(value)
