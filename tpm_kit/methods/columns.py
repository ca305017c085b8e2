"""Columns of checked numbers, as the scoring methods take them.

A column holds one number for each item. It may be a single number, a list, or an array whose last axis runs
over the items, so that many variants of one table (variants × items) are scored in one call.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


class InputError(ValueError):
    """A number that a method cannot use; its text is one sentence for the person who typed it.

    `field` names the column, `row` counts items from 1 (None for a single number), and `value` is what stood
    there (None where it is missing).
    """

    def __init__(self, sentence: str, field: str, row: int | None = None, value: Any = None) -> None:
        super().__init__(sentence)
        self.field = field
        self.row = row
        self.value = value


def column(
    field: str,
    values: ArrayLike,
    allowed: Callable[[NDArray[np.float64]], NDArray[np.bool_]],
    expected: str | Callable[[Any], str],
    error: Callable[..., InputError] = InputError,
) -> NDArray[np.float64]:
    """Return the values as numbers, each of them finite and allowed.

    `expected` says what to give, or is asked for it with the value that is refused. Raises what `error`
    returns for the first value that is missing (None, NaN, empty text), no number (other text, True),
    infinite or not allowed.
    """

    def refuse(at: tuple[int, ...], seen: str, value: Any) -> InputError:
        row = at[-1] + 1 if at else None
        advice = expected if isinstance(expected, str) else expected(value)
        return error(f"{field}{f' in row {row}' if row else ''} {seen}; {advice}", field, row, value)

    numbers = _numbers(values, refuse)
    with np.errstate(invalid="ignore"):
        bad = np.argwhere(~(np.isfinite(numbers) & allowed(numbers)))
    if len(bad):
        at = tuple(int(index) for index in bad[0])
        value = float(numbers[at])
        raise refuse(at, "is missing", None) if math.isnan(value) else refuse(at, f"is {value:.10g}", value)
    return numbers


def _numbers(values: ArrayLike, refuse: Callable[..., InputError]) -> NDArray[np.float64]:
    if isinstance(values, np.ndarray) and values.dtype.kind in "iuf":
        return values.astype(float)
    # As objects, since numpy would read the text "3" and True as numbers.
    cells = np.array(values, dtype=object)
    numbers = np.empty(cells.shape)
    for at, cell in np.ndenumerate(cells):
        try:
            empty = cell is None or (isinstance(cell, str) and not cell.strip())
            if not empty and isinstance(cell, str | bytes | bool | np.bool_):
                raise TypeError
            numbers[at] = math.nan if empty else float(cell)
        except (TypeError, ValueError, OverflowError):
            raise refuse(at, f"is {cell!r}, which is not a number", cell) from None
    return numbers


def same_length(columns: dict[str, NDArray[np.float64]], error: type[InputError] = InputError) -> None:
    """Raise `error` unless all columns hold equally many items; a single number goes with any length."""
    lengths = {field: numbers.shape[-1] for field, numbers in columns.items() if numbers.ndim}
    first = next(iter(lengths), "")
    for field, length in lengths.items():
        if length != lengths[first]:
            raise error(
                f"{first} has {lengths[first]} rows but {field} has {length}; give each item one number",
                field,
            )


def plain(numbers: NDArray[np.float64]) -> NDArray[np.float64] | float:
    """Return the array, or a plain float where it holds a single number."""
    return numbers if np.ndim(numbers) else float(numbers)
