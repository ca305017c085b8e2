"""The six comparisons of places: which pairs are taken from the table of pay, and what each comes to.

Taken are metropolitan areas and the occupations that employers named in visa filings for Technical Product
Managers, each occupation once. Each kind of comparison has the pair that shows it best, of those whose
verdict holds however the standard errors were rounded; `tests/exercises/test_places.py` finds them again.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tpm_kit.methods.pay import Comparison, Percentiles, compare
from tpm_kit.salary_data import PayRange, pay

FIRST, SECOND, UNSURE, ABSENT = "first", "second", "unsure", "absent"
PAY, JOBS = "pay", "jobs"
CHOSEN = {
    # Two numbers of jobs, 1,000 or more each: the widest gap that is not sure.
    "more-jobs": (JOBS, "11-3021", "14860", "38900"),
    # Two places with 10,000 jobs or more: the narrowest gap that is sure.
    "narrow": (PAY, "13-1082", "19100", "33460"),
    # At most 50 jobs, better paid than a hundred times as many: the widest gap that is sure all the same.
    "few-but-sure": (PAY, "15-1211", "38300", "39380"),
    # At most 50 jobs beside a thousand times as many: the widest gap that is not sure.
    "few-and-many": (PAY, "15-1252", "22140", "47900"),
    # The largest place whose pay is released and whose number of jobs is not, beside the one next in size
    # from which its pay differs for sure.
    "no-jobs": (PAY, "15-1299", "26420", "47900"),
    # The place with the most jobs whose pay is not released, beside the one with the most similar number.
    "no-pay": (PAY, "15-2051", "17410", "31540"),
}
"""What is compared, the occupation and the two areas, by the kind of comparison. They stand in the order of
the occupations, so that the order tells nothing."""


class Pair(NamedTuple):
    """One comparison: two places, in the order of their names, and what is compared, pay or jobs."""

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


def compared(pair: Pair) -> Comparison | None:
    """Return the comparison of a pair; None where a figure or a standard error is not published."""
    if None in (*pair.figures, *pair.errors):
        return None
    one, other = (
        Percentiles(mean=figure, mean_rse=error)
        for figure, error in zip(pair.figures, pair.errors, strict=True)
    )
    return compare(one, other, "mean")


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the comparisons, with what is published of both places."""
    return tuple(Pair(what, pay(soc, one), pay(soc, other)) for what, soc, one, other in CHOSEN.values())
