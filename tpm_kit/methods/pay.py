"""What published percentiles of pay say about one offer, about two places and about several years.

A range is any object with `p10`, `p25`, `p50`, `p75`, `p90` (amounts in one unit, None where not published),
`topcoded` (names of percentiles that are censored: only known to be `floor` or more) and `floor`;
`Percentiles` is one made from figures of one's own. Where a method needs more of a range, it says so.

Sources: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, technical notes and
frequently asked questions, for percentiles, relative standard errors, top codes and the new method of May
2021; R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4),
1996, for reading between percentiles on straight lines.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from statistics import quantiles
from typing import NamedTuple, Protocol

from tpm_kit.methods.pay_change import Break as Break
from tpm_kit.methods.pay_change import Change as Change
from tpm_kit.methods.pay_change import Stretch as Stretch
from tpm_kit.methods.pay_change import change as change

NAMES = ("p10", "p25", "p50", "p75", "p90")
FEWEST, ENOUGH = 5, 10
"""Below so many figures no quartile is made, and below so many no tenth."""
SURE = 1.96
"""Standard errors within which 95 of 100 estimates lie from chance alone, if the error is normal."""


class PayError(ValueError):
    """Figures that cannot be used, in one sentence."""


class Published(Protocol):
    """A range of pay as published."""

    @property
    def p10(self) -> float | None: ...
    @property
    def p25(self) -> float | None: ...
    @property
    def p50(self) -> float | None: ...
    @property
    def p75(self) -> float | None: ...
    @property
    def p90(self) -> float | None: ...
    @property
    def topcoded(self) -> Sequence[str]: ...
    @property
    def floor(self) -> float | None: ...


@dataclass(frozen=True)
class Percentiles:
    """A range of pay from figures of one's own, all in one unit; the errors in percent of the figure."""

    p10: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p90: float | None = None
    mean: float | None = None
    mean_rse: float | None = None
    employment: float | None = None
    topcoded: tuple[str, ...] = ()
    floor: float | None = None

    @property
    def published(self) -> bool:
        """Is there any percentile?"""
        return any(getattr(self, name) is not None for name in NAMES)


class Position(NamedTuple):
    """Where an amount lies: between the percentiles `low` and `high` (None: nothing is known on that side).

    `estimate` is the percentile itself, 10 to 90, read on a straight line between the two published ones;
    None where that would be a guess. `words` say it for a sentence, as in "between ...".
    """

    low: int | None
    high: int | None
    estimate: float | None
    words: str


def amount(value: object, what: str = "the amount") -> float:
    """Return a number of money above 0. Raises `PayError` otherwise."""
    if not isinstance(value, Real) or isinstance(value, bool) or not math.isfinite(value) or value <= 0:
        raise PayError(f"{what} must be a number above 0, not {str(value)[:40]!r}")
    return float(value)


def percentiles(values: Sequence[float]) -> Percentiles:
    """Return the percentiles of amounts, read on straight lines between the sorted ones: the quartiles of at
    least `FEWEST`, the tenths of at least `ENOUGH`.

    >>> found = percentiles([50, 10, 30, 20, 40])
    >>> found.p10, found.p25, found.p50, found.p75
    (None, 20.0, 30.0, 40.0)
    """
    if len(values) < FEWEST:
        return Percentiles()
    twentieths = quantiles(values, n=20, method="inclusive")
    p10, p25, p50, p75, p90 = (twentieths[at] for at in (1, 4, 9, 14, 17))
    return Percentiles(p10, p25, p50, p75, p90) if len(values) >= ENOUGH else Percentiles(None, p25, p50, p75)


def knots(pay: Published) -> list[tuple[int, float]]:
    """Return (percentile, amount) for each published one, rising. Raises `PayError` if the amounts fall."""
    found = [
        (int(name[1:]), amount(getattr(pay, name), name)) for name in NAMES if getattr(pay, name) is not None
    ]
    for (low, below), (high, above) in pairwise(found):
        if below > above:
            raise PayError(f"the {ordinal(low)} percentile is above the {ordinal(high)}")
    return found


def ordinal(number: int) -> str:
    """Return 1 as 1st, 22 as 22nd, 75 as 75th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def called(number: int) -> str:
    """Return what a sentence calls a percentile: 25 the 25th percentile, 50 the median."""
    return "median" if number == 50 else f"{ordinal(number)} percentile"


def position(offer: float, pay: Published) -> Position:
    """Return where an offer lies within a range.

    Between two published percentiles it is read on a straight line. Outside the published ones there is no
    number: an offer above the 90th percentile is "above the 90th percentile" however high it is. Raises
    `PayError` for an offer that is no amount above 0, and for percentiles that fall.
    """
    offer = amount(offer, "the offer")
    found = knots(pay)
    if not found:
        return Position(None, None, None, "in a place without published percentiles")
    at = [number for number, value in found if value == offer]
    if len(at) > 1:
        return Position(
            at[0], at[-1], None, f"at the {ordinal(at[0])} to the {ordinal(at[-1])} percentile at once"
        )
    if at:
        return Position(at[0], at[0], float(at[0]), f"at the {called(at[0])}")
    if offer < found[0][1]:
        return Position(None, found[0][0], None, f"below the {called(found[0][0])}")
    if offer > found[-1][1]:
        return _above(offer, found[-1][0], pay)
    high = next(place for place, (_, value) in enumerate(found) if value > offer)
    (low_number, below), (high_number, above) = found[high - 1], found[high]
    estimate = low_number + (offer - below) / (above - below) * (high_number - low_number)
    between = f"between the {_between(low_number, high_number)}"
    return Position(
        low_number, high_number, estimate, f"at about the {ordinal(round(estimate))} percentile, {between}"
    )


def _between(low: int, high: int) -> str:
    short = ordinal(low) if 50 not in (low, high) else called(low)
    return f"{short} and the {called(high)}"


def _above(offer: float, last: int, pay: Published) -> Position:
    """Return the position above the last percentile with a figure: the next one may be censored."""
    following = next((int(name[1:]) for name in NAMES if int(name[1:]) > last), None)
    if following is None or f"p{following}" not in pay.topcoded or pay.floor is None:
        return Position(last, None, None, f"above the {called(last)}")
    if offer < pay.floor:
        words = f"between the {_between(last, following)}"
        return Position(last, following, None, f"{words}, which is only known to be {pay.floor:,.0f} or more")
    words = f"above the {called(last)}; whether above the {called(following)} is not known"
    return Position(last, None, None, f"{words}: that is {pay.floor:,.0f} or more")


def midpoint(low: float, high: float) -> float:
    """Return the middle between the ends of a range. It is not the median: pay is denser at the lower end, so
    half of the people mostly earn less than the middle. Raises `PayError`."""
    low, high = _ends(low, high)
    return (low + high) / 2


def spread(low: float, high: float) -> float:
    """Return the spread of a range as compensation people give it: (high - low) / low. Raises `PayError`."""
    low, high = _ends(low, high)
    return (high - low) / low


def _ends(low: float, high: float) -> tuple[float, float]:
    low, high = amount(low, "the low end"), amount(high, "the high end")
    if low > high:
        raise PayError("the low end is above the high end")
    return low, high


def real(value: float, year: int, to: int, index: dict[int, float]) -> float:
    """Return what an amount of `year` is worth in money of the year `to`: value × index(to) / index(year).

    `index` is a price index by year, all on one base. Raises `PayError` for a year that it lacks.
    """
    value = amount(value)
    for one in (year, to):
        if one not in index:
            raise PayError(f"the price index has no figure for {one}")
    return value * amount(index[to], f"the index of {to}") / amount(index[year], f"the index of {year}")


class Comparison(NamedTuple):
    """How far one figure is from another: `difference` is the second less the first, `share` that of the
    first. `margin` is what the difference may be from sampling alone, 1.96 standard errors of it; `beyond`
    says whether it is larger, None where an error is not published. `words` say what was taken."""

    difference: float
    share: float
    margin: float | None
    beyond: bool | None
    words: str


def margin_of(figure: float, rse: float) -> float:
    """Return how far an estimate may be off from sampling alone, 1.96 standard errors of it; `rse` is its
    relative standard error in percent."""
    return SURE * figure * rse / 100


def compare(first: Published, second: Published, name: str = "p50") -> Comparison:
    """Compare two ranges in a percentile or the mean, with their `mean_rse` (relative standard errors, %).

    The errors of the two are taken as independent, so neither place may be part of the other. BLS publishes
    no standard error of a percentile: that of the mean is taken for it, in percent, which is a stand-in and
    rather too small for the ends of a range. Raises `PayError` where a figure is not published.
    """
    figures = []
    for pay, which in ((first, "the first"), (second, "the second")):
        if getattr(pay, name) is None:
            raise PayError(f"{which} range has no published figure {name}")
        figures.append(amount(getattr(pay, name), f"{name} of {which} range"))
    one, other = figures
    errors = [getattr(pay, "mean_rse", None) for pay in (first, second)]
    taken = "taken from the relative standard errors of the two means"
    if name != "mean":
        taken += ", since none is published for a percentile"
    if any(error is None for error in errors):
        words = (
            "a standard error is not published, so nobody can say whether the difference is more than chance"
        )
        return Comparison(other - one, (other - one) / one, None, None, words)
    margin = math.hypot(margin_of(one, errors[0]), margin_of(other, errors[1]))
    beyond = abs(other - one) > margin
    sentence = "more than" if beyond else "no more than"
    words = f"{sentence} sampling alone would give in 95 of 100 cases, {taken}"
    return Comparison(other - one, (other - one) / one, margin, beyond, words)
