"""The six comparisons of places: which pairs are taken from the table of pay, and what each comes to.

Taken are metropolitan areas and the occupations that employers named in visa filings for Technical Product
Managers, each occupation once. Each kind of comparison has a measure of how well a pair shows it, and takes
the pair that shows it best; nothing is chosen by hand. Standard errors are published to a tenth of a percent,
so a pair whose verdict would turn within that rounding is not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tpm_kit.methods.pay import Comparison, Percentiles, compare
from tpm_kit.salary_data import PayRange, areas, occupations, pay

FIRST, SECOND, UNSURE, ABSENT = "first", "second", "unsure", "absent"
PAY, JOBS = "pay", "jobs"
FEW = 50
"""Jobs in a place that counts as one with few."""
TIMES_MORE = 1000
"""How many times more jobs the large place of the first trap has."""
MANY_TIMES = 100
"""How many times more jobs the large place has beside one with few."""
LARGE = 10_000
"""Jobs in places that count as large."""
COUNTED = 1_000
"""Jobs from which two numbers of jobs are compared."""
ROUNDING = 0.05
"""Percent by which a published standard error may be off, since it is rounded to a tenth."""


class Pair(NamedTuple):
    """One comparison: two places, in the order of their names, and what is compared, pay or jobs."""

    kind: str
    what: str
    one: PayRange
    other: PayRange

    @property
    def id(self) -> str:
        """The id of its row: it names occupation, places and measure, so that it fits no other pair."""
        return f"{self.what}-{self.one.occupation.soc}-{self.one.area.code}-{self.other.area.code}"

    @property
    def figures(self) -> tuple[float | None, float | None]:
        """What is compared: mean pay in dollars a year, or jobs; None where not published."""
        return tuple(
            getattr(one, "mean" if self.what == PAY else "employment") for one in (self.one, self.other)
        )

    @property
    def errors(self) -> tuple[float | None, float | None]:
        """The relative standard errors of the two figures in percent."""
        name = "mean_rse" if self.what == PAY else "employment_rse"
        return tuple(getattr(one, name) for one in (self.one, self.other))

    @property
    def verdict(self) -> str:
        """What holds: the first or the second is higher, unsure, or absent without a published figure."""
        found = compared(self)
        if found is None:
            return ABSENT
        return UNSURE if not found.beyond else SECOND if found.difference > 0 else FIRST


def compared(pair: Pair, off: float = 0.0) -> Comparison | None:
    """Return the comparison of a pair, its standard errors raised by `off` percent; None where a figure or a
    standard error is not published."""
    if None in (*pair.figures, *pair.errors):
        return None
    one, other = (
        Percentiles(mean=figure, mean_rse=max(0.0, error + off))
        for figure, error in zip(pair.figures, pair.errors, strict=True)
    )
    return compare(one, other, "mean")


def _holds(pair: Pair) -> bool:
    """Say whether the gap is beyond its margin even if each error was rounded down."""
    found = compared(pair, ROUNDING)
    return bool(found and found.beyond)


def _unsure(pair: Pair) -> bool:
    """Say whether the gap is within its margin even if each error was rounded up."""
    found = compared(pair, -ROUNDING)
    return bool(found and found.beyond is False)


def _ratio(pair: Pair) -> float:
    low, high = sorted(pair.figures)
    return high / low


def _pair(kind: str, what: str, one: PayRange, other: PayRange) -> Pair:
    return Pair(kind, what, *sorted((one, other), key=lambda place: place.area.name))


def _few_and_many(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """A place with few jobs beside one with a thousand times as many: the widest gap that is not sure."""
    for few in _with_jobs(places, most=FEW):
        for many in _with_jobs(places, least=TIMES_MORE * few.employment):
            pair = _pair("few-and-many", PAY, few, many)
            if _unsure(pair):
                yield _ratio(pair), pair


def _narrow(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """Two large places: the narrowest gap that is sure."""
    for one, other in combinations(_with_jobs(places, least=LARGE), 2):
        pair = _pair("narrow", PAY, one, other)
        if _holds(pair):
            yield -_ratio(pair), pair


def _few_but_sure(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """A place with few jobs that pays more than a large one: the widest gap that is sure all the same."""
    for few in _with_jobs(places, most=FEW):
        for many in _with_jobs(places, least=MANY_TIMES * few.employment):
            pair = _pair("few-but-sure", PAY, few, many)
            if few.mean > many.mean and _holds(pair):
                yield _ratio(pair), pair


def _no_pay(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """The place with the most jobs whose pay is not released, beside the one with the most similar number."""
    for silent in (one for one in places if one.mean is None and one.employment is not None):
        near = min(
            _with_jobs(places), key=lambda one: (abs(one.employment - silent.employment), one.area.name)
        )
        yield silent.employment, _pair("no-pay", PAY, silent, near)


def _no_jobs(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """The largest metropolitan area whose pay is released and whose number of jobs is not, beside the one
    next in size from which its pay differs for sure."""
    for silent in (one for one in places if one.employment is None and one.mean is not None):
        pairs = [_pair("no-jobs", PAY, silent, one) for one in _with_jobs(places)]
        sure = [pair for pair in pairs if _holds(pair)]
        if sure:
            ranks = {id(pair): abs(pair.one.area.rank - pair.other.area.rank) for pair in sure}
            yield -silent.area.rank, min(sure, key=lambda pair: (ranks[id(pair)], pair.id))


def _more_jobs(places: list[PayRange]) -> Iterator[tuple[float, Pair]]:
    """Two numbers of jobs: the widest gap that is not sure."""
    for one, other in combinations(_with_jobs(places, least=COUNTED), 2):
        pair = _pair("more-jobs", JOBS, one, other)
        if _unsure(pair):
            yield _ratio(pair), pair


def _with_jobs(places: Iterable[PayRange], least: float = 0, most: float = float("inf")) -> list[PayRange]:
    """Return the places with pay and a number of jobs between the two."""
    return [
        one
        for one in places
        if one.mean is not None and one.employment is not None and least <= one.employment <= most
    ]


KINDS: tuple[Callable[[list[PayRange]], Iterator[tuple[float, Pair]]], ...] = (
    _few_and_many,
    _narrow,
    _few_but_sure,
    _no_pay,
    _no_jobs,
    _more_jobs,
)
"""The kinds of comparison, in the order in which each takes the occupation that shows it best."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the comparisons, in the order of the occupations, so that the order tells nothing."""
    metros = [one for one in areas() if one.type == "metro"]
    left = {
        job.soc: [known for one in metros if (known := pay(job.soc, one.code))]
        for job in occupations()
        if job.share
    }
    found = []
    for kind in KINDS:
        best = max(
            (shown for places in left.values() for shown in kind(places)),
            key=lambda shown: (shown[0], shown[1].id),
            default=None,
        )
        if best:
            found.append(best[1])
            del left[best[1].one.occupation.soc]
    return tuple(sorted(found, key=lambda pair: pair.one.occupation.soc))
