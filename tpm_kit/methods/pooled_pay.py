"""The percentiles of several groups taken together, such as three occupations, from those of each.

The mean of three medians is not the median of all: what is added up is how many people of each group earn
less than an amount, weighted by the size of the group, and the percentile is read from that sum (the
distribution of a mixture). Within a group the share below an amount is read on straight lines between its
published percentiles. Below its lowest and above its highest one nothing is known but that a tenth of the
group lies there, so a percentile of all that reaches into such a tail comes with the lowest and the highest
amount it can be.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tpm_kit.methods.pay import NAMES, PayError, Published, amount, knots

TINY = 1e-12


class Bounds(NamedTuple):
    """The lowest and the highest amount that a percentile can be; `high` is infinite above a censored one."""

    low: float
    high: float

    @property
    def sharp(self) -> bool:
        """Are the two the same, to the unit?"""
        return self.high - self.low < 1


@dataclass(frozen=True)
class Pooled:
    """Groups taken together. Each percentile is the middle of its `bounds`, None where those have no end: it
    is then in `topcoded`, and `floor` is the least that it can be. `employment` is the sum of the weights,
    `mean` the weighted mean or None."""

    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None
    mean: float | None
    employment: float
    bounds: dict[str, Bounds]
    topcoded: tuple[str, ...] = ()
    floor: float | None = None
    mean_rse: float | None = None


@dataclass(frozen=True)
class _Group:
    """One group: published amounts with the shares below them, and where a censored percentile begins."""

    weight: float
    values: list[float]
    shares: list[float]
    floor: float | None

    def share(self, value: float, highest: bool, right: bool) -> float:
        """Return the least or the highest share below an amount, from its right or its left."""
        place = (bisect_right if right else bisect_left)(self.values, value)
        if place == 0:
            return self.shares[0] if highest else 0.0
        if place == len(self.values):
            return self._beyond(value, right) if highest else self.shares[-1]
        below, above = self.values[place - 1], self.values[place]
        step = self.shares[place] - self.shares[place - 1]
        return self.shares[place - 1] + (value - below) / (above - below) * step

    def _beyond(self, value: float, right: bool) -> float:
        if self.floor is not None and (value < self.floor or (value == self.floor and not right)):
            return int(NAMES[len(self.values)][1:]) / 100
        return 1.0


def pooled(ranges: Sequence[Published], weights: Sequence[float] | None = None) -> Pooled:
    """Return the percentiles of all groups together; `weights` are by default their `employment`.

    Raises `PayError` for no range at all, a percentile that is not published (a censored one may be missing)
    and a weight that is no number above 0.
    """
    if not ranges:
        raise PayError("there is no range to be pooled")
    sizes = [getattr(pay, "employment", None) for pay in ranges] if weights is None else list(weights)
    if len(sizes) != len(ranges):
        raise PayError(f"there are {len(sizes)} weights for {len(ranges)} ranges")
    sizes = [amount(size, "the number of jobs") for size in sizes]
    groups = [_group(pay, size / sum(sizes)) for pay, size in zip(ranges, sizes, strict=True)]
    bounds = {name: _bounds(groups, int(name[1:]) / 100) for name in NAMES}
    open_ended = tuple(name for name, bound in bounds.items() if math.isinf(bound.high))
    means = [getattr(pay, "mean", None) for pay in ranges]
    return Pooled(
        **{name: None if name in open_ended else sum(bound) / 2 for name, bound in bounds.items()},
        mean=None
        if None in means
        else sum(group.weight * mean for group, mean in zip(groups, means, strict=True)),
        employment=sum(sizes),
        bounds=bounds,
        topcoded=open_ended,
        floor=bounds[open_ended[0]].low if open_ended else None,
    )


def _group(pay: Published, weight: float) -> _Group:
    found = knots(pay)
    censored = [name for name in NAMES if name in pay.topcoded and getattr(pay, name) is None]
    missing = [name for name in NAMES if getattr(pay, name) is None and name not in censored]
    if missing:
        raise PayError(f"{' and '.join(missing)} of one range is not published, so it cannot be pooled")
    if not found or censored != list(NAMES[len(found) :]):
        raise PayError("only the upper percentiles of a range can be censored")
    return _Group(
        weight,
        [value for _, value in found],
        [number / 100 for number, _ in found],
        pay.floor if censored else None,
    )


def _bounds(groups: Sequence[_Group], share: float) -> Bounds:
    """Return the least and the highest amount that can have that share of all below it."""
    floors = [group.floor for group in groups if group.floor is not None]
    places = sorted({value for group in groups for value in group.values} | set(floors))

    def total(value: float, highest: bool, right: bool) -> float:
        return sum(group.weight * group.share(value, highest, right) for group in groups)

    low = _crossing(places, lambda value, right: total(value, True, right), share + TINY)
    high = _crossing(places, lambda value, right: total(value, False, right), share - TINY)
    return Bounds(round(low, 2), round(max(low, high), 2))


def _crossing(places: Sequence[float], share: Callable[[float, bool], float], wanted: float) -> float:
    """Return the amount at which a share, straight between the places and rising, comes to the wanted one."""
    last, at = places[0], share(places[0], True)
    if at >= wanted:
        return last
    for place in places[1:]:
        before = share(place, False)
        if before >= wanted:
            return last + (wanted - at) / (before - at) * (place - last)
        last, at = place, share(place, True)
        if at >= wanted:
            return last
    return math.inf
