"""RICE: reach × impact × confidence ÷ effort.

Source: Sean McBride, "RICE: Simple prioritization for product managers", Intercom.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tpm_kit.methods.columns import InputError, column, plain, same_length

IMPACTS: Mapping[float, str] = MappingProxyType(
    {3.0: "massive", 2.0: "high", 1.0: "medium", 0.5: "low", 0.25: "minimal"}
)
"""The effect on one person reached: the only numbers that the scale has, and their words."""
CONFIDENCES: Mapping[float, str] = MappingProxyType({1.0: "high", 0.8: "medium", 0.5: "low"})
"""The confidences that Intercom uses, and their words. Others are legal."""
MOONSHOT = 0.5
"""Below this confidence Intercom calls an idea a moonshot."""


class RiceInputError(InputError):
    """A reach, impact, confidence or effort that RICE cannot use; see `InputError` for `field` and `row`."""


def rice(
    reach: ArrayLike, impact: ArrayLike, confidence: ArrayLike, effort: ArrayLike
) -> NDArray[np.float64] | float:
    """Return the RICE score of each item; higher comes first.

    `reach`: people or events in one fixed period, the same for all items, 0 or more. `impact`: one of
    `IMPACTS`. `confidence`: a fraction above 0, at most 1. `effort`: person-months of all disciplines, above
    0. Each is a number or a column; a single number holds for every item. The score is impact on that many
    people per person-month, and means something only beside scores of the same period and scale.

    Raises `RiceInputError`, which names the column and the row.

    >>> rice([2000, 5000], [2, 0.5], [0.8, 1], [3, 1]).round(2).tolist()
    [1066.67, 2500.0]
    """
    reach = column(
        "reach", reach, lambda n: n >= 0, "give the people or events per period, 0 or more", RiceInputError
    )
    impact = column(
        "impact", impact, lambda n: np.isin(n, list(IMPACTS)), "use 3, 2, 1, 0.5 or 0.25", RiceInputError
    )
    confidence = _confidence(confidence)
    effort = column("effort", effort, lambda n: n > 0, "give person-months, above 0", RiceInputError)
    same_length(
        {"reach": reach, "impact": impact, "confidence": confidence, "effort": effort}, RiceInputError
    )
    return plain(reach * impact * confidence / effort)


def is_moonshot(confidence: ArrayLike) -> NDArray[np.bool_] | bool:
    """Say of each confidence (a fraction above 0, at most 1) whether it is below one half.

    Raises `RiceInputError` as `rice` does.
    """
    below = _confidence(confidence) < MOONSHOT
    return below if np.ndim(below) else bool(below)


def _confidence(values: ArrayLike) -> NDArray[np.float64]:
    return column("confidence", values, lambda n: (n > 0) & (n <= 1), _fraction, RiceInputError)


def _fraction(value: Any) -> str:
    if isinstance(value, float) and 10 <= value <= 100:
        return f"for {value:.10g} % write {value / 100:.10g}"
    return "give a fraction above 0 and at most 1, such as 0.8"
