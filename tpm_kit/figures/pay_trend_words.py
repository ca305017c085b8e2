"""What a chart of pay over the years says, and the years of a line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.figures.pay_range_words import worded
from tpm_kit.figures.words import listed, number, one_line, sentences

__all__ = ["PayLine", "YearPay", "gaps", "heading", "said", "the_key", "worded"]


class YearPay(NamedTuple):
    """What was paid in a year, in the money of that year (`nominal`) and in that of one year (`real`).

    None is not published. With `censored` both are floors: the pay is at least that. `broken` says in words
    why the figure does not compare with the one of the year before it, such as "new method of estimation";
    empty if it does.
    """

    year: int
    nominal: float | None
    real: float | None = None
    censored: bool = False
    broken: str = ""


class PayLine(NamedTuple):
    """An occupation, or a percentile of one, with its years in any order; of a year given twice, the last."""

    name: str
    years: Sequence[YearPay | tuple[Any, ...]]

    def tidy(self, real: bool) -> PayLine:
        """Return the line with its years in order and what is no number as None; without `real`, none."""
        years = {}
        for one in (YearPay(*each) for each in self.years):
            kept = one.real if real and one.nominal is not None else None
            years[one.year] = one._replace(nominal=_finite(one.nominal), real=_finite(kept))
        return PayLine(self.name, [years[year] for year in sorted(years)])

    def breaks(self) -> list[YearPay]:
        """Return the years of a tidy line that do not compare with the one before, in their order."""
        return [one for one in self.years[1:] if one.broken]

    def last(self) -> YearPay | None:
        """Return the last published year of a tidy line."""
        return next((one for one in reversed(self.years) if one.nominal is not None), None)

    def stretch(self) -> list[YearPay]:
        """Return the last years of a tidy line that compare with each other, up to the last published."""
        found: list[YearPay] = []
        for one in reversed(self.years):
            if one.nominal is None or one.censored or (found and one.year != found[-1].year - 1):
                if found:
                    break
                if one.nominal is not None:
                    return []
                continue
            found.append(one)
            if one.broken:
                break
        return found[::-1]


def _finite(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else value


def the_key(lines: Sequence[PayLine], prices_of: int | None) -> str:
    """Return what the strokes and marks of a chart mean, as far as they are in it."""
    years = [one for line in lines for one in line.years]
    if not any(one.nominal is not None for one in years):
        return ""
    parts = ["solid, round points: as it was paid"]
    if any(one.real is not None for one in years):
        parts.append(f"dashed, square points: in prices of {prices_of}")
    if any(one.censored and one.nominal is not None for one in years):
        parts.append("arrow: the source cut it off there, the true figure is higher")
    if any(line.breaks() for line in lines):
        parts.append("dotted upright: not to be compared across it")
    return " · ".join(parts)


def gaps(lines: Sequence[PayLine]) -> str:
    """Return why lines have gaps: each reason once, with the names where not all lines have it."""
    found: dict[tuple[int, str], list[str]] = {}
    for line in lines:
        for one in line.breaks():
            found.setdefault((one.year, f"gap before {one.year}: {one_line(one.broken)}"), []).append(
                line.name
            )
        for one in line.years:
            if one.nominal is None:
                found.setdefault((one.year, f"{one.year} not published"), []).append(line.name)
    parts = []
    for (_, words), names in sorted(found.items(), key=lambda item: item[0]):
        whose = "" if len(names) == len(lines) else f" ({listed(one_line(name) for name in names)})"
        parts.append(words[:1].upper() + words[1:] + whose)
    return sentences(parts)


def _change(first: float, last: float) -> str:
    share = round(100 * (last / first - 1), 1)
    return f"{'+' * (share > 0)}{number(share, 1)} %"


def heading(lines: Sequence[PayLine], measure: str, prices_of: int | None) -> str:
    """Return what the chart shows: of one line, how much it changed in its last years that compare."""
    years = [one.year for line in lines for one in line.years if one.nominal is not None]
    if not years:
        return "No pay over the years yet" if not lines else "No pay is published for these years"
    if len(lines) > 1:
        return f"{measure} pay, {min(years)} to {max(years)}"
    stretch = lines[0].stretch()
    if len(set(years)) == 1:
        return f"{measure} pay, {years[0]}"
    if len(stretch) < 2 or stretch[0].nominal <= 0:
        return f"{measure} pay, {min(years)} to {max(years)}: the last year stands alone"
    first, last = stretch[0], stretch[-1]
    words = f"{measure}, {first.year} to {last.year}: {_change(first.nominal, last.nominal)} as paid"
    if first.real and last.real is not None:
        words += f", {_change(first.real, last.real)} in prices of {prices_of}"
    return words


def said(line: PayLine, prices_of: int | None) -> str:
    """Return a tidy line in words, with all its numbers."""
    parts = []
    for one in line.years:
        least = "at least " * one.censored
        words = "not published" if one.nominal is None else least + worded(one.nominal)
        real = "" if one.real is None else f" ({least}{worded(one.real)} in prices of {prices_of})"
        parts.append(f"{one.year} {words}{real}")
    return f"{one_line(line.name)}: {', '.join(parts) or 'no year'}"
