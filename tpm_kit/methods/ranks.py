"""Ranks by score, with their ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column

DIGITS = 12
"""Scores that agree to this many significant digits are equal; sums of decimals differ in the 16th."""


def _compared(scores: ArrayLike) -> NDArray[np.float64]:
    """Return the scores rounded to the digits that count."""
    numbers = column("score", scores, np.isfinite, "give each item a score")
    if numbers.ndim != 1:
        raise InputError("scores must be one list; give one score for each item", "score")
    return np.array([float(f"{number:.{DIGITS}g}") for number in numbers])


def ranks(scores: ArrayLike) -> NDArray[np.int64]:
    """Return the rank of each score: 1 for the highest, and equal scores share the best rank of their group.

    Scores are equal when they agree to 12 significant digits. Raises `InputError` for a missing (None, NaN)
    or infinite score.

    >>> ranks([40, 10, 40, 25]).tolist()
    [1, 4, 1, 3]
    """
    numbers = _compared(scores)
    ascending = np.sort(numbers)
    return 1 + len(numbers) - np.searchsorted(ascending, numbers, side="right")


def ties(scores: ArrayLike) -> list[list[int]]:
    """Return the groups of items with equal scores, best group first, as positions counted from 0.

    Equality and errors are those of `ranks`.

    >>> ties([40, 10, 40, 25])
    [[0, 2]]
    """
    places = ranks(scores)
    groups = [np.flatnonzero(places == place).tolist() for place in np.unique(places)]
    return [group for group in groups if len(group) > 1]
