"""Three-point estimates: an optimistic, a likely and a pessimistic time, and what they say about a path.

Sources: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, "Application of a Technique for Research and
Development Program Evaluation", Operations Research 7(5), 1959, for PERT; S. Kotz and J. R. van Dorp, "Beyond
Beta" (2004), for the triangular distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real
from statistics import NormalDist
from typing import NamedTuple

FIELDS = ("optimistic", "likely", "pessimistic")


class EstimateError(ValueError):
    """An estimate that cannot be used; `field` names the number that is wrong: one of `FIELDS`."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class Normal(NamedTuple):
    """A normal distribution: mean and standard deviation, both in the unit of the estimates."""

    mean: float
    sd: float


@dataclass(frozen=True)
class Estimate:
    """The time a task takes if all goes well, as it mostly does, and if much goes wrong; in one unit.

    Raises `EstimateError` unless 0 ≤ optimistic ≤ likely ≤ pessimistic. All three may be the same: a time
    that is certain.
    """

    optimistic: float
    likely: float
    pessimistic: float

    def __post_init__(self) -> None:
        for field in FIELDS:
            value = getattr(self, field)
            if (
                not isinstance(value, Real)
                or isinstance(value, bool)
                or not math.isfinite(value)
                or value < 0
            ):
                raise EstimateError(f"the {field} time must be a number, 0 or more, not {value!r}", field)
            object.__setattr__(self, field, float(value))
        if self.optimistic > self.likely:
            raise EstimateError(
                f"the optimistic time {self.optimistic:g} is above the likely {self.likely:g}", "optimistic"
            )
        if self.likely > self.pessimistic:
            raise EstimateError(
                f"the likely time {self.likely:g} is above the pessimistic {self.pessimistic:g}",
                "pessimistic",
            )

    @property
    def mean(self) -> float:
        """The expected time of PERT: (O + 4M + P) / 6, the likely time counted four times."""
        return (self.optimistic + 4 * self.likely + self.pessimistic) / 6

    @property
    def sd(self) -> float:
        """The standard deviation of PERT: (P − O) / 6, as if each end lay three deviations out."""
        return (self.pessimistic - self.optimistic) / 6

    @property
    def triangular_mean(self) -> float:
        """The mean of a triangle over the three times: (O + M + P) / 3."""
        return (self.optimistic + self.likely + self.pessimistic) / 3

    @property
    def triangular_sd(self) -> float:
        """The standard deviation of that triangle: √((O² + M² + P² − OM − OP − MP) / 18)."""
        # The same sum from the differences: the squares of large times would cancel out to nothing.
        low, high = self.likely - self.optimistic, self.pessimistic - self.likely
        return math.sqrt((low * low + low * high + high * high) / 18)


def path_finish(estimates: Iterable[Estimate]) -> Normal:
    """Return the finish of tasks that are done one after another, as PERT has it.

    Means add up, and so do variances; standard deviations do not. It holds if the tasks are independent of
    each other and no other path ends later: where paths join, the true finish is later than this one says.
    No task at all finishes at 0.

    >>> path_finish([Estimate(1, 2, 3), Estimate(1, 4, 7)])
    Normal(mean=6.0, sd=1.0540925533894598)
    """
    estimates = tuple(estimates)
    mean = math.fsum(estimate.mean for estimate in estimates)
    return Normal(mean, math.sqrt(math.fsum(estimate.sd**2 for estimate in estimates)))


def probability_by(time: float, mean: float, sd: float) -> float:
    """Return the probability, from 0 to 1, that a normal finish is at this time or before.

    With a deviation of 0 the finish is certain: 0 before the mean, 1 from it on. Raises `ValueError` for a
    negative deviation and for anything that is no number.
    """
    _check(time=time, mean=mean, sd=sd)
    return NormalDist(mean, sd).cdf(time) if sd else float(time >= mean)


def time_at(probability: float, mean: float, sd: float) -> float:
    """Return the time by which a normal finish has come with this probability.

    Raises `ValueError` for a probability that is not between 0 and 1 (both excluded: a normal finish is
    never certain), a negative deviation, and anything that is no number.
    """
    _check(probability=probability, mean=mean, sd=sd)
    if not 0 < probability < 1:
        raise ValueError(f"the probability must be between 0 and 1, not {probability!r}")
    return NormalDist(mean, sd).inv_cdf(probability) if sd else float(mean)


def _check(**numbers: float) -> None:
    for name, number in numbers.items():
        if not isinstance(number, Real) or not math.isfinite(number):
            raise ValueError(f"{name} must be a number, not {number!r}")
    if numbers["sd"] < 0:
        raise ValueError(f"sd must be 0 or more, not {numbers['sd']!r}")
