"""ICE: impact, confidence and ease, multiplied or averaged.

Both conventions are common and can rank the same items differently, so every score must say which one it is.
Source: Sean Ellis; GrowthHackers help, "Selecting an ICE score".
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, plain, same_length

CONVENTIONS = ("product", "mean")
"""The two ways to join the three numbers: a product of 1 to 1,000, or a mean of 1 to 10."""


class IceInputError(InputError):
    """An impact, confidence or ease outside 1 to 10; see `InputError` for `field` and `row`."""


def ice(
    impact: ArrayLike,
    confidence: ArrayLike,
    ease: ArrayLike,
    how: Literal["product", "mean"] = "product",
) -> NDArray[np.float64] | float:
    """Return the ICE score of each item; higher comes first.

    `impact`, `confidence` and `ease` are each 1 to 10 (fractions are legal, since several people's votes are
    often averaged); a high ease is a cheap item. Each is a number or a column. `how` is "product" or "mean".

    Raises `IceInputError`, which names the column and the row, and `ValueError` for another `how`.

    The same two items, ranked both ways:

    >>> ice([10, 6], [10, 6], [1, 6], how="product").tolist()
    [100.0, 216.0]
    >>> ice([10, 6], [10, 6], [1, 6], how="mean").tolist()
    [7.0, 6.0]
    """
    if how not in CONVENTIONS:
        raise ValueError(f'how is {how!r}; use "product" or "mean"')
    columns = {
        field: column(field, values, lambda n: (n >= 1) & (n <= 10), advice, IceInputError)
        for field, values, advice in (
            ("impact", impact, "give 1 (none to speak of) to 10 (huge)"),
            ("confidence", confidence, "give 1 (a guess) to 10 (proven)"),
            ("ease", ease, "give 1 (hard and dear) to 10 (easy and cheap)"),
        )
    }
    same_length(columns, IceInputError)
    first, second, third = columns.values()
    return plain(first * second * third if how == "product" else (first + second + third) / 3)
