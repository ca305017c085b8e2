"""MoSCoW sums: how effort divides over Must, Should and Could.

Source: Agile Business Consortium, DSDM Agile Project Framework handbook, chapter 10 "MoSCoW Prioritisation".
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType

LANES: Mapping[str, str] = MappingProxyType(
    {"must": "Must", "should": "Should", "could": "Could", "wont": "Won't (this time)"}
)
"""The four priorities by id, highest first."""

MUST_LIMIT = 0.6
"""Largest share of effort for Musts that the handbook advises."""
COULD_GUIDE = 0.2
"""Share of effort for Coulds that the handbook advises: the contingency."""


def effort_by_lane(places: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the total effort in each lane.

    `places` holds a lane id and an effort (points, or any one unit) for each item. Raises `ValueError` for an
    unknown lane and for an effort that is not a number above 0.
    """
    totals = dict.fromkeys(LANES, 0.0)
    for lane, effort in places:
        if lane not in totals:
            raise ValueError(f"there is no lane {lane!r}; use {', '.join(LANES)}")
        if not (math.isfinite(effort) and effort > 0):
            raise ValueError(f"effort must be a number above 0, not {effort!r}")
        totals[lane] += effort
    return totals


def effort_shares(totals: Mapping[str, float]) -> dict[str, float]:
    """Return the shares of Must, Should and Could in the effort of the three together, as fractions.

    Won't is left out of the sum, since none of it is planned. All shares are 0 while nothing is planned.

    >>> effort_shares({"must": 30, "should": 10, "could": 10, "wont": 21})
    {'must': 0.6, 'should': 0.2, 'could': 0.2}
    """
    planned = {lane: totals[lane] for lane in ("must", "should", "could")}
    whole = math.fsum(planned.values())
    # Rounded, so that 0.1 + 0.1 + 0.1 of 0.5 is 60 % and not a hair above.
    return {lane: round(effort / whole, 12) if whole else 0.0 for lane, effort in planned.items()}
