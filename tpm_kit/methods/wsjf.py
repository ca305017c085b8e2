"""SAFe's weighted shortest job first: three sums of points, divided by points of size.

This is not CD3 (`cost_of_delay.py`), though it borrows Reinertsen's name for it. CD3 divides money per week
by weeks, so it can say whether a month of delay costs more than 100,000. SAFe adds three columns of points,
each relative to its own smallest item, and divides by points: the result orders one board and means nothing
in money, or beside the score of another board.

Sources: Scaled Agile Framework, "Weighted Shortest Job First"; Jason Yip, "Problems I have with SAFe-style
WSJF".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, plain, same_length

FIBONACCI = (1, 2, 3, 5, 8, 13, 20)
"""SAFe's scale, a modified Fibonacci row: 1 for the smallest item of a column, the others relative to it."""


class WsjfInputError(InputError):
    """A column that WSJF cannot use; see `InputError` for `field` and `row`."""


class OffScaleError(WsjfInputError):
    """A number that the scale does not have, or without a scale one that is not above 0."""


class SizeMissingError(WsjfInputError):
    """An item without a job size: there is nothing to divide by."""


def wsjf(
    value: ArrayLike,
    urgency: ArrayLike,
    risk: ArrayLike,
    size: ArrayLike,
    scale: Sequence[float] | None = FIBONACCI,
) -> NDArray[np.float64] | float:
    """Return (value + urgency + risk) ÷ size for each item; higher comes first.

    `value`: user and business value. `urgency`: time criticality. `risk`: risk reduction or opportunity
    enablement. `size`: job size. All are points on `scale`, each a number or a column; with `scale=None` any
    points above 0 will do, for teams with a scale of their own.

    Raises `OffScaleError`, `SizeMissingError`, or `WsjfInputError` for what else is missing or no number;
    each names the column and the row.

    >>> wsjf([8, 13], [5, 8], [3, 1], [2, 8]).tolist()
    [8.0, 2.75]
    """
    columns = {"value": value, "urgency": urgency, "risk": risk, "size": size}
    columns = {field: _points(field, values, scale) for field, values in columns.items()}
    same_length(columns, WsjfInputError)
    total = columns["value"] + columns["urgency"] + columns["risk"]
    return plain(total / columns["size"])


def unanchored(columns: Mapping[str, ArrayLike]) -> list[str]:
    """Return the names of the columns in which no item has 1, and which are therefore not relative.

    Raises `WsjfInputError` for a value that is missing or no number.

    >>> unanchored({"value": [1, 8, 13], "size": [2, 3, 5]})
    ['size']
    """
    return [field for field, values in columns.items() if not np.any(_points(field, values, None) == 1)]


def _points(field: str, values: ArrayLike, scale: Sequence[float] | None) -> NDArray[np.float64]:
    if scale is None:
        return column(field, values, lambda n: n > 0, "give points above 0", _refusal)
    steps = ", ".join(f"{step:g}" for step in scale)
    return column(field, values, lambda n: np.isin(n, scale), f"use one of {steps}", _refusal)


def _refusal(sentence: str, field: str, row: int | None, value: Any) -> WsjfInputError:
    """Return the error whose class says what is wrong with the value."""
    kind = WsjfInputError
    if value is None and field == "size":
        kind = SizeMissingError
    elif isinstance(value, float):
        kind = OffScaleError
    return kind(sentence, field, row, value)
