"""The published figures that the statements of 11.3 are made from, each with the place where it stands.

A test compares every one with its table in `data/salary`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Figure(NamedTuple):
    """A figure, in US dollars a year or as a number of rows: the table, by the name that the loader gives it,
    the row, by the fields that find it, and the column."""

    value: int
    table: str
    row: Mapping[str, str]
    column: str


_SYSTEMS = {"soc_code": "11-3021", "area_code": "US"}
_TECHNICAL = {"breakdown": "title_group", "title_group": "Technical Product Manager"}
_LISTINGS = {"anchor_id": "glassdoor_tpm_2022"}

FIGURES: dict[str, Figure] = {
    "filings": Figure(270, "offers", _TECHNICAL, "n"),
    "filed": Figure(169_100, "offers", _TECHNICAL, "p50"),
    "developers": Figure(135_980, "oews", {"soc_code": "15-1252", "area_code": "US"}, "p50"),
    "low": Figure(107_550, "oews", _SYSTEMS, "p10"),
    "median": Figure(175_140, "oews", _SYSTEMS, "p50"),
    "mean": Figure(192_160, "oews", _SYSTEMS, "mean"),
    "high": Figure(297_510, "oews", _SYSTEMS, "p90"),
    "listed-low": Figure(64_000, "anchors", _LISTINGS, "low"),
    "listed-high": Figure(163_000, "anchors", _LISTINGS, "high"),
    "p75-2022": Figure(207_850, "trend", {"soc_code": "11-3021", "year": "2022"}, "p75"),
    "level-3": Figure(186_950, "levels", {"soc_code": "11-3021", "area_code": "12420"}, "l3_annual"),
    "austin": Figure(176_990, "oews", {"soc_code": "11-3021", "area_code": "12420"}, "p50"),
}
CEILING_2022 = 239_200
"""What "#" stood for in the tables of May 2022 to 2024: this many dollars a year or more."""


def figure(name: str) -> int:
    """Return a figure by its name in `FIGURES`."""
    return FIGURES[name].value


def sum_of(name: str) -> str:
    """Return a figure with its thousands set apart.

    >>> sum_of("median")
    '175,140'
    """
    return f"{figure(name):,}"
