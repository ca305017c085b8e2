"""Opportunity score: importance, plus importance that is not satisfied.

A need that is met better than it is important gains nothing and loses nothing: a negative gap counts as 0.
Compute it within one segment; the average over a whole market hides the segments that are badly served.
Source: Anthony Ulwick, "What Customers Want" (2005), and Strategyn's outcome-driven innovation.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, plain, same_length

SCALES = {10: (0, 10), 5: (1, 5)}
"""Lowest and highest number of each scale: ten times the share of high ratings, or raw ratings of 1 to 5."""
BANDS = ((15.0, "extreme"), (12.0, "strong"), (10.0, "worth considering"), (0.0, "unattractive"))
"""Where each band begins, for numbers of 0 to 10; 15 itself is still strong."""


class OpportunityInputError(InputError):
    """An importance, satisfaction, rating or score off its scale; see `InputError` for `field` and `row`."""


def opportunity(
    importance: ArrayLike, satisfaction: ArrayLike, scale: Literal[10, 5] = 10
) -> NDArray[np.float64] | float:
    """Return importance + max(importance − satisfaction, 0) for each need; higher is less well served.

    Both are numbers or columns on one scale. `scale=10`, the standard, is 0 to 10: ten times the share of
    people who answered 4 or 5 of 5 (`top_two_box`), and gives 0 to 20. `scale=5` takes raw ratings of 1 to 5
    and gives 1 to 9, for which there are no bands.

    Raises `OpportunityInputError`, which names the column and the row, and `ValueError` for another scale.

    >>> opportunity([9, 9], [3, 9]).tolist()
    [15.0, 9.0]
    """
    least, most = _ends(scale)

    def on_scale(field: str, values: ArrayLike) -> NDArray[np.float64]:
        return column(
            field,
            values,
            lambda n: (n >= least) & (n <= most),
            f"the scale is {least} to {most}",
            OpportunityInputError,
        )

    importance, satisfaction = on_scale("importance", importance), on_scale("satisfaction", satisfaction)
    same_length({"importance": importance, "satisfaction": satisfaction}, OpportunityInputError)
    return plain(importance + np.maximum(importance - satisfaction, 0))


def top_two_box(ratings: ArrayLike) -> NDArray[np.float64] | float:
    """Return ten times the share of ratings that are 4 or 5: a number on the scale of 0 to 10.

    `ratings` are whole numbers of 1 to 5, one for each person asked; of an array (needs × people) each row
    gives a number. It is not the mean: people who are torn and people who shrug differ here.

    Raises `OpportunityInputError` for a rating that is missing or off the scale, and where there are none.

    >>> top_two_box([5, 4, 4, 2, 1])
    6.0
    """
    numbers = column(
        "rating",
        ratings,
        lambda n: np.isin(n, range(1, 6)),
        "use 1, 2, 3, 4 or 5, and leave out who did not answer",
        OpportunityInputError,
    )
    if not numbers.ndim or not numbers.shape[-1]:
        raise OpportunityInputError("there are no ratings to count; give one for each person asked", "rating")
    return plain(10 * np.count_nonzero(numbers >= 4, axis=-1) / numbers.shape[-1])


def band(score: ArrayLike, scale: Literal[10, 5] = 10) -> NDArray[np.str_] | str:
    """Return Ulwick's word for each score.

    Above 15 extreme; 12 to 15 strong; 10 to below 12 worth considering; below 10 unattractive, which holds
    for mature markets.

    The bands belong to the scale of 0 to 10. Raises `OpportunityInputError` for `scale=5`, whose scores end
    at 9 and would all be unattractive, and for a score outside 0 to 20.

    >>> band([15.5, 15, 12, 9])
    array(['extreme', 'strong', 'strong', 'unattractive'], dtype='<U17')
    """
    if _ends(scale)[1] != 10:
        raise OpportunityInputError(
            "scores of raw ratings of 1 to 5 have no bands, since they end at 9; "
            "turn the ratings into shares with top_two_box",
            "score",
        )
    numbers = column(
        "score", score, lambda n: (n >= 0) & (n <= 20), "scores are 0 to 20", OpportunityInputError
    )
    # Rounded, so that 8.2 + (8.2 − 4.4) is 12 and not a hair below.
    numbers = np.round(numbers, 9)
    words = np.select(
        [numbers > start if word == "extreme" else numbers >= start for start, word in BANDS],
        [word for _, word in BANDS],
        default="",
    )
    return words if words.ndim else str(words)


def _ends(scale: int) -> tuple[int, int]:
    if scale not in SCALES:
        raise ValueError(f"scale is {scale!r}; use 10 for numbers of 0 to 10, or 5 for raw ratings of 1 to 5")
    return SCALES[scale]
