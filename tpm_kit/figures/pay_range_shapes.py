"""Where a row of pay is drawn, in its own unit."""

from __future__ import annotations

import math
from typing import NamedTuple

from tpm_kit.figures.pay_range_words import PERCENTILES, PayRow

SURE = 1.96
"""So many standard errors to either side make a 95 % range."""


class Shape(NamedTuple):
    """Where a row is drawn: the ends of its band and of the thick part; `open` if it goes on to the right."""

    left: float
    right: float
    thick: tuple[float, float]
    open: bool


def shape(row: PayRow) -> Shape | None:
    """Return the shape of a row, in its unit; None where nothing is published."""
    known = {key: value for key in PERCENTILES if (value := row.known(key)) is not None}
    if row.ceiling is not None:
        known |= {key: row.ceiling for key in PERCENTILES if key in row.topcoded}
    if not known:
        return None
    low, high = min(known.values()), max(known.values())
    middle = known.get("p50", known.get("p25", known.get("p75", low)))
    thick = (known.get("p25", middle), known.get("p75", middle))
    return Shape(low, high, thick, row.ceiling is not None)


def whisker(row: PayRow) -> tuple[float, float] | None:
    """Return the 95 % range of a row's mean; None where the mean or its standard error is not published."""
    if row.mean is None or row.rse is None or not math.isfinite(row.mean + row.rse):
        return None
    far = SURE * abs(row.mean) * row.rse / 100
    return row.mean - far, row.mean + far
