"""A price index of the United States for the months to which the published pay refers.

Source: U.S. Bureau of Labor Statistics, Consumer Price Index for All Urban Consumers (CPI-U), U.S. city
average, all items, not seasonally adjusted, series CUUR0000SA0. May 2024 and May 2025 as in table 1 of the
news release for May 2025; the earlier ones as in two independent copies of the series, which agree.
"""

from __future__ import annotations

CPI_U_MAY: dict[int, float] = {
    2019: 256.092,
    2020: 256.394,
    2021: 269.195,
    2022: 292.296,
    2023: 304.127,
    2024: 314.069,
    2025: 321.465,
}
"""The index of each May, 1982-84 = 100: OEWS gives pay as of May."""

CITATION = (
    "U.S. Bureau of Labor Statistics, Consumer Price Index for All Urban Consumers (CPI-U), U.S. city "
    "average, all items, not seasonally adjusted, 1982-84 = 100, May of each year (www.bls.gov/cpi)."
)
"""What must stand where the index is used. It is the whole country's: prices differ from place to place."""
