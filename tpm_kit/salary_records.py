"""What is read from the tables of pay: one record an occupation, area, range or summary.

Pay is gross annual base pay in nominal US dollars. None means "not published", never zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tpm_kit.salary_sources import citation
from tpm_kit.salary_tables import PERCENTILES


class SalaryDataError(ValueError):
    """Tables of pay that cannot be used. `problems` holds one sentence for each fault."""

    def __init__(self, *problems: str):
        super().__init__("\n".join(problems))
        self.problems: tuple[str, ...] = problems


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of the US Standard Occupational Classification that lies next to a TPM's work.

    `share` is the part of the visa filings for the title Technical Product Manager that employers put under
    this occupation, `product_share` that of all product titles; both 0 to 1.
    """

    soc: str
    title: str
    relation: str
    share: float
    product_share: float


@dataclass(frozen=True, slots=True)
class Area:
    """A place: `type` is national, state, metro or nonmetro. `state` is two letters, "" for the nation;
    `rank` is that of a metro by all its jobs, 1 the largest, None elsewhere."""

    code: str
    name: str
    type: str
    state: str
    rank: int | None

    @property
    def cities(self) -> tuple[str, ...]:
        """What its name is put together from, without the states: Austin, Round Rock and San Marcos."""
        return tuple(re.split(r"-+|/", self.name.partition(",")[0]))


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry of the nation; `level` is all, ownership, sector or detail."""

    code: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class PayRange:
    """What an occupation pays in a place and year, as published.

    `employment` is the number of jobs; `mean_rse` and `employment_rse` are relative standard errors in
    percent. A percentile in `topcoded` is None and lies at `floor` or above: it is censored, not missing.
    `industry` narrows a national range; `published_as` is the title under which the figures were published
    where it is another, wider one (`comparability` is then broader_group).
    """

    occupation: Occupation
    area: Area
    year: int
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    mean: int | None
    mean_rse: float | None
    employment: int | None
    employment_rse: float | None
    topcoded: tuple[str, ...] = ()
    floor: int | None = None
    source: str = "oews"
    industry: Industry | None = None
    jobs_per_1000: float | None = None
    location_quotient: float | None = None
    comparability: str = "same_occupation"
    published_as: str = ""

    @property
    def percentiles(self) -> dict[str, int | None]:
        """The five percentiles by their names, p10 to p90, None where not published or censored."""
        return {name: getattr(self, name) for name in PERCENTILES}

    @property
    def published(self) -> bool:
        """Is there any percentile?"""
        return any(value is not None for value in self.percentiles.values())

    @property
    def citation(self) -> str:
        """What must stand where this range is shown."""
        return citation(self.source)

    def __str__(self) -> str:
        where = f"{self.area.name}{f', {self.industry.name}' if self.industry else ''}"
        figures = [f"{name} {self._shown(name)}" for name in (*PERCENTILES, "mean")]
        error = "not published" if self.mean_rse is None else f"{self.mean_rse:g} %"
        jobs = "not published" if self.employment is None else f"{self.employment:,}"
        return "\n".join(
            [
                f"{self.occupation.title} ({self.occupation.soc}), {where}, May {self.year}",
                f"Gross base pay a year in US dollars: {', '.join(figures)}",
                f"Jobs: {jobs}; relative standard error of the mean: {error}",
                *([f"Published for a broader group: {self.published_as}"] if self.published_as else []),
                self.citation,
            ]
        )

    def _shown(self, name: str) -> str:
        if name in self.topcoded:
            return f"{self.floor:,} or more"
        value = getattr(self, name)
        return "not published" if value is None else f"{value:,}"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text("..." if cycle else str(self))


@dataclass(frozen=True, slots=True)
class PayLevels:
    """The four prevailing wage levels of an occupation in an area, I to IV: legal floors for visa holders,
    built from OEWS, and no company's job levels. The place may stand on a neighbour's figures unsaid."""

    occupation: Occupation
    area: Area
    wage_year: str
    hourly: tuple[float, float, float, float]
    annual: tuple[int, int, int, int]
    source: str = "oflc"


@dataclass(frozen=True, slots=True)
class TitleShare:
    """How many filings of a title group were put under an occupation; `share` is of the group, 0 to 1.
    `median` is that of the lower ends of the offered pay, None below five filings."""

    title_group: str
    soc: str
    soc_detail: str
    soc_title: str
    n: int
    median: int | None
    share: float
    source: str = "lca"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dated range of the past. `kind` is "listing range" (the ends of what was listed) or "p10-p90";
    `high` is None where it is censored. `start` and `end` are months such as 2022-07; `count` is a
    text such as 2000+."""

    id: str
    role: str
    location: str
    start: str
    end: str
    kind: str
    low: int
    high: int | None
    count: str
    source_text: str
    note: str
    source: str
