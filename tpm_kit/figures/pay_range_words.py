"""What a chart of pay ranges says: a row of it, its key, its heading and its text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.figures.words import number, one_line

PERCENTILES = {"p10": "10th percentile", "p25": "25th", "p50": "median", "p75": "75th", "p90": "90th"}
"""The percentiles of a row, and how a text names them."""


class PayRow(NamedTuple):
    """The percentiles of pay of an occupation or a place. None is not published, never zero.

    `topcoded` names the percentiles that the source cut off, such as ("p90",): they are at least `floor`.
    `jobs` is the number that stands behind the figures, `rse` the relative standard error of the `mean` in
    percent. `under` is a second line below the name, `place` where the offer lies in this row, in words.
    """

    name: str
    p10: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p90: float | None = None
    topcoded: Sequence[str] = ()
    floor: float | None = None
    jobs: float | None = None
    rse: float | None = None
    mean: float | None = None
    under: str = ""
    place: str = ""

    def known(self, percentile: str) -> float | None:
        """Return the percentile, such as "p90"; None where it is not published or was cut off."""
        value = getattr(self, percentile)
        cut = percentile in self.topcoded
        return None if cut or value is None or not math.isfinite(value) else value

    @property
    def ceiling(self) -> float | None:
        """What the percentiles that were cut off are at least; None where none was, or nothing is known."""
        if not any(key in self.topcoded for key in PERCENTILES):
            return None
        values = [self.known(key) for key in PERCENTILES] + [self.floor]
        return max((one for one in values if one is not None and math.isfinite(one)), default=None)

    def notes(self, counted: str) -> tuple[str, str]:
        """Return how many stand behind the figures, and how sure the mean is; empty where not published."""
        jobs = "" if self.jobs is None else f"{worded(self.jobs)} {one_line(counted)}"
        return jobs, "" if self.rse is None else f"standard error {number(self.rse, 1)} %"


def pay_row(name: str, pay: Any, under: str = "", place: str = "") -> PayRow:
    """Return the row of a range that has the percentiles, `topcoded`, `floor`, `employment`, `mean` and
    `mean_rse` as attributes; of None, a row where nothing is published."""
    fields = {key: key for key in (*PERCENTILES, "topcoded", "floor", "mean")}
    fields |= {"jobs": "employment", "rse": "mean_rse"}
    known = {} if pay is None else {key: getattr(pay, field) for key, field in fields.items()}
    return PayRow(name, **known, under=under, place=place)


def worded(value: float) -> str:
    """Return an amount in figures: whole from a thousand on, with cents below.

    >>> worded(135980.4), worded(62.5)
    ('135,980', '62.5')
    """
    return number(value, 0 if abs(value) >= 1000 else 2)


def placed(position: Any) -> str:
    """Return a short form for `PayRow.place` of a position with `low`, `high` and `estimate`, in percentiles.

    None for `low` or `high` is nothing known on that side, for `estimate` that it would be a guess.
    """
    if position.estimate is not None:
        at = round(position.estimate)
        return "at the median" if position.estimate == 50 else f"about the {_ordinal(at)} percentile"
    if position.low is None:
        return "" if position.high is None else f"below the {_called(position.high)}"
    if position.high is None:
        return f"above the {_called(position.low)}"
    return f"{_ordinal(position.low)} to {_ordinal(position.high)} percentile"


def _called(percentile: int) -> str:
    return "median" if percentile == 50 else f"{_ordinal(percentile)} percentile"


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th") if count % 100 not in (11, 12, 13) else "th"
    return f"{count}{ending}"


def the_key(rows: Sequence[PayRow], means: bool, between: tuple[str, str] | None = None) -> str:
    """Return what the marks of a chart mean, as far as they are in it."""
    parts = ["thin: 10th to 90th percentile", "thick: the middle half, 25th to 75th", "upright line: median"]
    if between:
        parts.append(
            "outlined: " + " to ".join(PERCENTILES[key].removesuffix(" percentile") for key in between)
        )
    if means and any(row.mean is not None and row.rse is not None for row in rows):
        parts.append("diamond: mean, with its 95 % range")
    if any(row.ceiling is not None for row in rows):
        parts.append("arrow: the source cut it off there, the true figure is higher")
    if any(row.rse is not None for row in rows):
        parts.append("standard error: of the mean, and of the sample alone")
    return " · ".join(parts)


def heading(rows: Sequence[PayRow]) -> str:
    """Return what the chart shows, in one line."""
    if not rows:
        return "No range of pay yet"
    published = [row for row in rows if any(row.known(key) is not None for key in PERCENTILES)]
    if not published:
        return "No pay is published for " + ("this row" if len(rows) == 1 else "any of these rows")
    medians = [value for row in published if (value := row.known("p50")) is not None]
    if len(medians) > 1:
        return f"Medians from {worded(min(medians))} to {worded(max(medians))}: half earn less, half more"
    [row] = published[:1]
    low, high = row.known("p25"), row.known("p75")
    if len(rows) == 1 and low is not None and high is not None:
        return f"The middle half is paid {worded(low)} to {worded(high)}"
    return (
        f"Half earn less than the median of {worded(medians[0])}, half more" if medians else "Ranges of pay"
    )


def said(row: PayRow, counted: str) -> str:
    """Return a row in words, with all its numbers."""
    name = one_line(f"{row.name} ({row.under})" if row.under else row.name)
    percentiles = [_percentile(row, key) for key in PERCENTILES]
    blank = all(row.known(key) is None and key not in row.topcoded for key in PERCENTILES)
    parts = ["no pay published"] if blank else [one for one in percentiles if one]
    if row.mean is not None:
        parts.append(f"mean {worded(row.mean)}")
    jobs, _ = row.notes(counted)
    parts += [jobs] if jobs else []
    if row.rse is not None:
        parts.append(f"standard error of the mean {number(row.rse, 1)} %")
    parts += [f"the offer: {one_line(row.place)}"] if row.place else []
    return f"{name}: {', '.join(parts)}"


def _percentile(row: PayRow, key: str) -> str:
    if key in row.topcoded:
        return f"{PERCENTILES[key]} " + (
            "cut off" if row.ceiling is None else f"at least {worded(row.ceiling)}"
        )
    value = row.known(key)
    return f"{PERCENTILES[key]} " + ("not published" if value is None else worded(value))
