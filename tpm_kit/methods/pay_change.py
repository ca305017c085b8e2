"""What published pay of several years says of its change, and where it says nothing.

Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, frequently asked
questions: the estimates are not designed as a time series, groups of occupations were redefined, and May 2021
brought a new method of estimation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Yearly(Protocol):
    """A range of pay of one year: the percentiles and the mean besides, None where there is no figure.

    `topcoded` names the percentiles that are censored, only known to be `floor` or more. `comparability` and
    `published_as` say what group of occupations the figures are of.
    """

    @property
    def year(self) -> int: ...
    @property
    def comparability(self) -> str: ...
    @property
    def published_as(self) -> str: ...
    @property
    def topcoded(self) -> Sequence[str]: ...
    @property
    def floor(self) -> float | None: ...


@dataclass(frozen=True)
class Break:
    """Why the figures of two years do not go on one line; `before` and `after` are years."""

    before: int
    after: int
    reason: str


@dataclass(frozen=True)
class Stretch:
    """Years that can be compared, with the figures of each, oldest first."""

    years: tuple[int, ...]
    values: tuple[float, ...]

    @property
    def total(self) -> float | None:
        """The change from the first to the last year as a share of the first; None for a single year."""
        return self.values[-1] / self.values[0] - 1 if len(self.years) > 1 else None

    @property
    def yearly(self) -> float | None:
        """The even yearly growth that gives the same change; None for a single year."""
        years = self.years[-1] - self.years[0]
        return (self.values[-1] / self.values[0]) ** (1 / years) - 1 if years else None


@dataclass(frozen=True)
class Change:
    """What can be said of pay over the years: the comparable stretches, and the breaks between them."""

    stretches: tuple[Stretch, ...] = ()
    breaks: tuple[Break, ...] = ()

    @property
    def latest(self) -> Stretch | None:
        """The last stretch, or None."""
        return self.stretches[-1] if self.stretches else None


NEW_METHOD = {2021: "from May 2021 on BLS estimates with another method"}


def change(trend: Sequence[Yearly], name: str = "p50", methods: dict[int, str] = NEW_METHOD) -> Change:
    """Return the comparable stretches of a figure over the years, and why each of them ends.

    A line breaks where the method of estimation changed, where only a broader group was published, and where
    the figure is censored or missing. `name` is a percentile or the mean, `methods` says by the year in which
    another method began what it is. Raises `ValueError` for a figure that is not above 0.
    """
    stretches: list[list[tuple[int, float]]] = []
    breaks: list[Break] = []
    ranges = sorted(trend, key=lambda pay: pay.year)
    open_end = False
    for place, pay in enumerate(ranges):
        reason = _break(ranges[place - 1], pay, name, methods) if place else ""
        if reason:
            breaks.append(Break(ranges[place - 1].year, pay.year, reason))
        value = getattr(pay, name)
        if value is None:
            open_end = False
            continue
        if reason or not open_end:
            stretches.append([])
        if not value > 0:
            raise ValueError(f"{name} of {pay.year} must be above 0, not {value}")
        stretches[-1].append((pay.year, float(value)))
        open_end = True
    made = tuple(Stretch(*(tuple(one) for one in zip(*stretch, strict=True))) for stretch in stretches)
    return Change(made, tuple(breaks))


def _break(before: Yearly, after: Yearly, name: str, methods: dict[int, str]) -> str:
    """Return why a line must not join two years, or ""."""
    reasons = [reason for year, reason in methods.items() if before.year < year <= after.year]
    if (before.comparability, before.published_as) != (after.comparability, after.published_as):
        wider = before if before.comparability == "broader_group" else after
        reasons.append(f"{wider.year} has a broader group of occupations only")
    for pay in (before, after):
        if getattr(pay, name) is None:
            known = (
                f"is only known to be {pay.floor:,.0f} or more"
                if name in pay.topcoded
                else "is not published"
            )
            reasons.append(f"the figure of {pay.year} {known}")
    return "; ".join(reasons)
