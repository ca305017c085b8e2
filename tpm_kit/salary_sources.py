"""Where each figure of pay comes from: what must stand under a figure or a table that shows it."""

from __future__ import annotations

import re

OEWS = (
    "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, {when} (www.bls.gov/oes). "
    "BLS.gov cannot vouch for the data or analyses derived from these data after the data have been "
    "retrieved from BLS.gov."
)
CITATIONS = {
    "oews": OEWS.format(when="May 2025"),
    "oews-trend": OEWS.format(when="May 2019 to May 2025"),
    "oflc": "U.S. Department of Labor, Office of Foreign Labor Certification, prevailing wage data, "
    "July 2025–June 2026 (flag.dol.gov).",
    "lca": "U.S. Department of Labor, OFLC, LCA disclosure data FY2024 Q1; selection and grouping by this "
    "course.",
    "aijobs": "aijobs.net Global AI, ML, Data Science Salary Index, CC0 1.0 (aijobs.net/salaries); ranges "
    "derived by this course.",
    "glassdoor": "Glassdoor listings, United States, July–August 2022, more than 2,000 roles, as quoted in a "
    "published article and not checked again: the ends of a listing range, shown as history.",
}
YEARS = range(2019, 2026)


def citation(source: str) -> str:
    """Return the citation of a source, as a record's `source` names it; `oews-2022` is OEWS of May 2022.

    Raises `KeyError` for another name.
    """
    if source in CITATIONS:
        return CITATIONS[source]
    if (found := re.fullmatch(r"oews-(\d{4})", source)) and int(found[1]) in YEARS:
        return OEWS.format(when=f"May {found[1]}")
    raise KeyError(
        f"there is no source {source!r}; there are {', '.join(CITATIONS)} and oews-2019 to oews-2025"
    )
