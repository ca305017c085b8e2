"""What the tables of pay in `data/salary` must hold: their columns, keys and the order within a row.

Money is gross annual base pay in nominal US dollars, unless a column says `hourly`. An empty figure means
"not published", never zero; an empty dimension of a summary means "all". Codes are text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_PAY = 2_000_000
"""Dollars a year above which a figure in these tables is taken for a slip of the pen."""
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
PLAIN = r"(?=\S)[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,300}(?<=\S)"
"""Words on one line, without blanks at their ends."""
SOC = r"\d\d-\d{4}"


@dataclass(frozen=True)
class Text:
    """A column of text: one of `options` or as the `pattern` says, whatever is given; `advice` words it."""

    empty: bool = False
    options: tuple[str, ...] = ()
    pattern: str = PLAIN
    advice: str = "what stands there in the source"

    @property
    def wanted(self) -> str:
        """What to give, for a sentence."""
        return " or ".join(filter(None, [", ".join(self.options[:-1]), *self.options[-1:]])) or self.advice


@dataclass(frozen=True)
class Number:
    """A column of numbers from `least` to `most`; `whole` ones have no decimals."""

    least: float
    most: float
    whole: bool = True
    empty: bool = False

    @property
    def wanted(self) -> str:
        """What to give, for a sentence."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {self.least:g} to {self.most:,.0f}" + (", or nothing" if self.empty else "")


@dataclass(frozen=True)
class Table:
    """One file: its columns, those that make a row the only one of its kind, and groups that must not fall
    from left to right. `source` is what `citation` knows it by."""

    file: str
    source: str
    columns: Mapping[str, Text | Number]
    key: tuple[str, ...]
    rising: tuple[tuple[str, ...], ...] = ()
    factor: tuple[tuple[str, str, float], ...] = ()
    """(hourly, annual, hours): the annual figure is the hourly one times the hours, within rounding."""
    blank: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """(column, value, figures): the figures are empty where the column has that value, and nowhere else."""
    sound: int | None = None
    """The CRC-32 of a large file that was checked whole: it need not be checked at each reading."""


WORDS = Text()
ALL = Text(empty=True)
OCCUPATION = Text(pattern=SOC, advice="a code such as 15-1252")
PAY = Number(1_000, MOST_PAY)
NOT_PUBLISHED = Number(1_000, MOST_PAY, empty=True)
PEOPLE = Number(1, 200_000_000)
ERROR = Number(0, 100, whole=False, empty=True)
STATUS = Text(options=("ok", "wages_not_released", "employment_not_released"))
FIVE = dict.fromkeys(PERCENTILES, NOT_PUBLISHED)
SHARE = Number(0, 1, whole=False)
WAGES = {
    "employment": Number(1, 200_000_000, empty=True),
    "employment_rse_pct": ERROR,
    "jobs_per_1000": Number(0, 1_000, whole=False, empty=True),
    "location_quotient": Number(0, 1_000, whole=False, empty=True),
    "mean": NOT_PUBLISHED,
    "mean_rse_pct": ERROR,
    **FIVE,
    "status": STATUS,
}
NOT_RELEASED = (("status", "wages_not_released", ("mean", *PERCENTILES)),)
YEAR = Number(2019, 2100)

TABLES: dict[str, Table] = {
    "oews": Table(
        "us_wages_oews.csv",
        "oews",
        {
            "year": YEAR,
            "area_type": Text(options=("national", "state", "metro", "nonmetro")),
            "area_code": Text(pattern=r"US|[A-Z]{2}|\d{5}|\d{7}", advice="US, TX, 12420 or 5600006"),
            "area": WORDS,
            "state": Text(empty=True, pattern=r"[A-Z]{2}", advice="two capital letters"),
            "metro_rank": Number(1, 10_000, empty=True),
            "soc_code": OCCUPATION,
            "occupation": WORDS,
            **WAGES,
        },
        ("year", "area_code", "soc_code"),
        (PERCENTILES,),
        blank=NOT_RELEASED,
        sound=0x5898A1C7,
    ),
    "industry": Table(
        "us_wages_oews_industry.csv",
        "oews",
        {
            "year": YEAR,
            "industry_level": Text(options=("all", "ownership", "sector", "detail")),
            "industry_code": Text(
                pattern=r"[0-9A-Z-]{6}", advice="a code of six signs, such as 541500 or 31--34"
            ),
            "industry": WORDS,
            "soc_code": OCCUPATION,
            "occupation": WORDS,
            **{
                name: kind
                for name, kind in WAGES.items()
                if name not in ("jobs_per_1000", "location_quotient")
            },
        },
        ("year", "industry_code", "soc_code"),
        (PERCENTILES,),
        blank=NOT_RELEASED,
    ),
    "trend": Table(
        "us_wages_oews_trend.csv",
        "oews-trend",
        {
            "year": YEAR,
            "soc_code": OCCUPATION,
            "occupation": WORDS,
            "published_soc_code": OCCUPATION,
            "published_title": WORDS,
            "comparability": Text(options=("same_occupation", "broader_group")),
            "employment": PEOPLE,
            "mean": PAY,
            **FIVE,
            "topcoded": Text(empty=True, pattern=r"p\d\d( p\d\d)*", advice="names such as p90"),
        },
        ("year", "soc_code"),
        (PERCENTILES,),
    ),
    "levels": Table(
        "us_prevailing_wage_levels_oflc.csv",
        "oflc",
        {
            "wage_year": Text(pattern=r"20\d\d-\d\d", advice="two years such as 2025-26"),
            "area_type": Text(options=("metro", "nonmetro")),
            "area_code": Text(pattern=r"\d{5}|\d{7}", advice="12420 or 5600006"),
            "area": WORDS,
            "state": Text(pattern=r"[A-Z]{2}", advice="two capital letters"),
            "soc_code": OCCUPATION,
            "occupation": WORDS,
            **{f"l{level}_hourly": Number(1, 1_000, whole=False) for level in range(1, 5)},
            **{f"l{level}_annual": PAY for level in range(1, 5)},
        },
        ("wage_year", "area_code", "soc_code"),
        (
            ("l1_hourly", "l2_hourly", "l3_hourly", "l4_hourly"),
            ("l1_annual", "l2_annual", "l3_annual", "l4_annual"),
        ),
        factor=tuple((f"l{level}_hourly", f"l{level}_annual", 2080.0) for level in range(1, 5)),
        sound=0x3014D3E1,
    ),
    "occupations": Table(
        "soc_lookup.csv",
        "lca",
        {
            "soc_code": OCCUPATION,
            "occupation": WORDS,
            "relation_to_tpm": WORDS,
            "share_of_tpm_titles_lca": SHARE,
            "share_of_product_titles_lca": SHARE,
        },
        ("soc_code",),
    ),
    "offers": Table(
        "tpm_offers_lca_summary.csv",
        "lca",
        {
            "breakdown": WORDS,
            "title_group": ALL,
            "level_order": Number(1, 7, empty=True),
            "level": ALL,
            "state": ALL,
            "employer_filings_band": ALL,
            "n": Number(5, 1_000_000),
            **dict.fromkeys((*PERCENTILES, "mean"), PAY),
        },
        ("title_group", "level", "state", "employer_filings_band"),
        (PERCENTILES,),
    ),
    "bridge": Table(
        "tpm_title_soc_bridge_lca.csv",
        "lca",
        {
            "title_group": WORDS,
            "soc_code": OCCUPATION,
            "soc_code_detail": Text(pattern=SOC + r"(\.\d\d)?", advice="a code such as 15-1299.09"),
            "soc_title": WORDS,
            "n": Number(1, 1_000_000),
            "median_base_from": NOT_PUBLISHED,
            "share_of_title_group": SHARE,
        },
        ("title_group", "soc_code_detail"),
    ),
    "postings": Table(
        "product_posting_summary_cc0.csv",
        "aijobs",
        {
            "breakdown": WORDS,
            "job_title": WORDS,
            "experience_level": Text(empty=True, options=("EN", "MI", "SE", "EX")),
            "work_year": Number(2020, 2100, empty=True),
            "remote_ratio": Number(0, 100, empty=True),
            "n_ranges": Number(20, 10_000_000),
            "n_distinct_ranges": Number(1, 10_000_000),
            **{f"{end}_{name}": PAY for end in ("low", "high") for name in PERCENTILES},
        },
        ("job_title", "experience_level", "work_year", "remote_ratio"),
        (
            tuple(f"low_{name}" for name in PERCENTILES),
            tuple(f"high_{name}" for name in PERCENTILES),
            *((f"low_{name}", f"high_{name}") for name in PERCENTILES),
            ("n_distinct_ranges", "n_ranges"),
        ),
    ),
    "company-sizes": Table(
        "data_ai_salaries_by_company_size_cc0.csv",
        "aijobs",
        {
            "years": Text(pattern=r"20\d\d-20\d\d", advice="two years such as 2020-2022"),
            "company_size": Text(options=("S", "M", "L")),
            "experience_level": Text(options=("all", "EN", "MI", "SE", "EX")),
            "n": Number(5, 1_000_000),
            **dict.fromkeys((*PERCENTILES, "mean"), PAY),
        },
        ("years", "company_size", "experience_level"),
        (PERCENTILES,),
    ),
    "anchors": Table(
        "anchors.csv",
        "glassdoor",
        {
            "anchor_id": WORDS,
            "role": WORDS,
            "location": WORDS,
            "period_start": Text(pattern=r"20\d\d-(0[1-9]|1[0-2])", advice="a month such as 2022-07"),
            "period_end": Text(pattern=r"20\d\d-(0[1-9]|1[0-2])", advice="a month such as 2022-08"),
            "range_kind": Text(options=("listing range", "p10-p90")),
            "low": PAY,
            "high": NOT_PUBLISHED,
            "count": Text(pattern=r"\d+\+?", advice="a count such as 843910 or 2000+"),
            "source": WORDS,
            "note": ALL,
        },
        ("anchor_id",),
        (("low", "high"),),
    ),
}
"""The tables by the names that `course.pay.frame` takes."""
