"""Published pay, as exercises, explorers and a notebook read it: `data/salary`, read when first asked for.

"Technical Product Manager" is no official occupation, so there is no official figure of its pay: here are the
occupations next to it, and by `frame` what visa filings under such titles offered and what product titles
were advertised with. Each record knows its source, and `citation` what must stand where it is shown.

Nothing is read before it is asked for, and pandas is loaded for `frame` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from tpm_kit.salary_areas import AreaSearch
from tpm_kit.salary_checks import read_rows, salary_folder
from tpm_kit.salary_lookup import Lookup
from tpm_kit.salary_records import Anchor as Anchor
from tpm_kit.salary_records import Area as Area
from tpm_kit.salary_records import Industry as Industry
from tpm_kit.salary_records import Occupation as Occupation
from tpm_kit.salary_records import PayLevels as PayLevels
from tpm_kit.salary_records import PayRange as PayRange
from tpm_kit.salary_records import SalaryDataError as SalaryDataError
from tpm_kit.salary_records import TitleShare as TitleShare
from tpm_kit.salary_sources import citation as citation
from tpm_kit.salary_tables import PERCENTILES
from tpm_kit.salary_tables import TABLES as TABLES

if TYPE_CHECKING:
    import pandas

NATION = Area("US", "United States", "national", "", None)
FLOORS = ((2022, 239_200), (2019, 208_000))
"""From that May on, a top-coded percentile meant at least so many dollars a year."""


@cache
def _frame(name: str) -> pandas.DataFrame:
    """Return a table as a frame that nobody may change."""
    from tpm_kit.salary_frames import read_frame

    return read_frame(salary_folder(), TABLES[name])


@cache
def _rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of a small table, numbers as numbers, an empty figure as None."""
    return read_rows(salary_folder(), TABLES[name])


def frame(name: str) -> pandas.DataFrame:
    """Return a table as a new frame: codes are text, numbers float64, "not published" NaN.

    `name` is one of `TABLES`; `KeyError` otherwise. Raises `SalaryDataError` for a file with faults.
    """
    return _frame(name).copy()


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return the occupations, by their codes."""
    return tuple(
        Occupation(
            row["soc_code"],
            row["occupation"],
            row["relation_to_tpm"],
            row["share_of_tpm_titles_lca"],
            row["share_of_product_titles_lca"],
        )
        for row in _rows("occupations")
    )


def occupation(soc: str) -> Occupation | None:
    """Return an occupation by its code, or None."""
    return next((one for one in occupations() if one.soc == soc), None)


@cache
def _lookup(name: str) -> Lookup:
    return Lookup(salary_folder(), TABLES[name])


@cache
def areas() -> tuple[Area, ...]:
    """Return all areas: the nation, the states and territories, the metros and the rest of each state."""
    lookup = _lookup("oews")
    found = (next(iter(lookup.rows(code).values())) for code in lookup.areas)
    return tuple(
        Area(row["area_code"], row["area"], row["area_type"], row["state"], row["metro_rank"])
        for row in found
    )


@cache
def _areas_by_code() -> Mapping[str, Area]:
    return {area.code: area for area in areas()}


@cache
def _search() -> AreaSearch:
    return AreaSearch(areas())


def area(code: str) -> Area | None:
    """Return an area by its code (US, TX, 12420), or None."""
    return _areas_by_code().get(code)


def find_area(text: str) -> list[Area]:
    """Return the areas that a typed text may mean, best first: a code, or the beginning of words of a name.

    A state's two letters or name give the state and then its areas, larger metros first. Where nothing
    begins like that, areas with a city of a similar spelling come instead; [] if there is none.
    """
    return _search().find(text)


def _range(row: Mapping[str, Any], job: Occupation, place: Area, **others: Any) -> PayRange:
    """Return the range that a row of any OEWS table holds."""
    names = ("mean", "employment", *PERCENTILES)
    return PayRange(
        occupation=job,
        area=place,
        year=row["year"],
        mean_rse=row.get("mean_rse_pct"),
        employment_rse=row.get("employment_rse_pct"),
        **{name: row[name] for name in names},
        **others,
    )


def pay(soc: str, area: str | Area = "US") -> PayRange | None:
    """Return what an occupation paid in an area in May 2025, or None where the table has no such row.

    A row whose wages were not released is there with None for each figure: see `PayRange.published`.
    """
    code = area.code if isinstance(area, Area) else area
    row, job, where = _lookup("oews").rows(code).get(soc), occupation(soc), _areas_by_code().get(code)
    if row is None or job is None or where is None:
        return None
    more = {name: row[name] for name in ("jobs_per_1000", "location_quotient")}
    return _range(row, job, where, **more)


def industries(soc: str) -> tuple[Industry, ...]:
    """Return the industries of the nation for which there is a row for the occupation, widest first."""
    return tuple(
        Industry(row["industry_code"], row["industry"], row["industry_level"])
        for row in _rows("industry")
        if row["soc_code"] == soc
    )


def pay_in_industry(soc: str, code: str) -> PayRange | None:
    """Return what an occupation paid in an industry of the nation in May 2025, or None without such a row."""
    job = occupation(soc)
    for row in _rows("industry"):
        if job and row["soc_code"] == soc and row["industry_code"] == code:
            field = Industry(code, row["industry"], row["industry_level"])
            return _range(row, job, NATION, industry=field)
    return None


def trend(soc: str) -> tuple[PayRange, ...]:
    """Return what an occupation paid in the nation in each May from 2019 on, oldest first; () if unknown.

    BLS warns that OEWS is no time series: a `broader_group` is another occupation, May 2021 brought a new
    method of estimation, and a censored percentile has no figure but a floor.
    """
    job = occupation(soc)
    rows = sorted((row for row in _rows("trend") if row["soc_code"] == soc), key=lambda row: row["year"])
    return tuple(
        _range(
            row,
            job,
            NATION,
            topcoded=(censored := tuple(row["topcoded"].split())),
            floor=next((floor for since, floor in FLOORS if row["year"] >= since), None)
            if censored
            else None,
            source=f"oews-{row['year']}",
            comparability=row["comparability"],
            published_as="" if row["comparability"] == "same_occupation" else row["published_title"],
        )
        for row in rows
        if job
    )


def levels(soc: str, area: str | Area) -> PayLevels | None:
    """Return the four prevailing wage levels of July 2025 to June 2026, or None: metro and nonmetro only."""
    code = area.code if isinstance(area, Area) else area
    row, job = _lookup("levels").rows(code).get(soc), occupation(soc)
    if row is None or job is None:
        return None
    where = _areas_by_code().get(code) or Area(code, row["area"], row["area_type"], row["state"], None)
    return PayLevels(
        job,
        where,
        row["wage_year"],
        tuple(row[f"l{level}_hourly"] for level in range(1, 5)),
        tuple(row[f"l{level}_annual"] for level in range(1, 5)),
    )


def title_shares(title_group: str = "Technical Product Manager") -> tuple[TitleShare, ...]:
    """Return under which occupations employers filed a title group, most filings first; () if unknown."""
    found = [
        TitleShare(
            row["title_group"],
            row["soc_code"],
            row["soc_code_detail"],
            row["soc_title"],
            row["n"],
            row["median_base_from"],
            row["share_of_title_group"],
        )
        for row in _rows("bridge")
        if row["title_group"] == title_group
    ]
    return tuple(sorted(found, key=lambda share: -share.n))


@cache
def anchors() -> tuple[Anchor, ...]:
    """Return the dated ranges of the past: the Glassdoor listings of 2022 and what stood beside them."""
    return tuple(
        Anchor(
            row["anchor_id"],
            row["role"],
            row["location"],
            row["period_start"],
            row["period_end"],
            row["range_kind"],
            row["low"],
            row["high"],
            row["count"],
            row["source"],
            row["note"],
            "glassdoor" if row["range_kind"] == "listing range" else f"oews-{row['period_end'][:4]}",
        )
        for row in _rows("anchors")
    )
