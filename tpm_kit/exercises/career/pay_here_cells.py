"""What a learner types when reading off pay: dollars, a year, a number of jobs, a standard error."""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.exercises.career.money import FOREIGN, LEAST, periods_in, stripped
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import figure_in, number

MOST = 5_000_000
"""Dollars a year above which nothing is read as pay."""
MAY = re.compile(r"may|mai|0?5", re.IGNORECASE)
_AT_LEAST = re.compile(r"^\s*(?:≥|>=?|at least|over|more than|from)\s*|\s*(?:\+|or more|and more)\s*$", re.I)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
NOT_PUBLISHED = re.compile(
    r"(?:not (?:published|released|available|given|known)|unpublished|n\.?\s*/?\s*a\.?|none|no figure|"
    r"unknown|[-–—*#]+)\.?",
    re.IGNORECASE,
)
"""How people write that there is no figure."""


class Pay(NamedTuple):
    """A figure of pay as typed: dollars a year, or a sentence about what is wrong with it."""

    dollars: float = 0.0
    bare: float = 0.0
    """The number that stands there, before thousands were made dollars."""
    hourly: bool = False
    """Whether it says that it is pay an hour."""
    at_least: bool = False
    fault: str = ""
    code: str = ""


def shown(text: str) -> str:
    """Return what was typed, for a sentence."""
    return f"“{cut(text, 32)}”"


def read_pay(text: str) -> Pay:
    """Return a figure of pay. Below 1,000 it is read as thousands, which is how people say it.

    >>> [read_pay(text).dollars for text in ("$134,120", "134.12k", "134", "USD 134 120 a year")]
    [134120.0, 134120.0, 134000.0, 134120.0]
    """
    if FOREIGN.search(text):
        why = f"{shown(text)} is in another currency; the table is in US dollars, and nothing is converted."
        return Pay(fault=why, code="SAL-1")
    bare, periods = stripped(text), periods_in(text)
    hourly, at_least = "hour" in periods, bool(_AT_LEAST.search(bare))
    found = figure_in(_AT_LEAST.sub("", bare))
    if "month" in periods:
        return Pay(fault=f"{shown(text)} is pay a month; the table has pay a year.")
    if found is None:
        return Pay(fault=f"{shown(text)} is no single figure; write one number in dollars a year.")
    thousands = found.value == found.bare < LEAST and not hourly
    dollars = round(found.value * (1000 if thousands else 1), 2)
    if not 0 < dollars <= MOST:
        return Pay(fault=f"{shown(text)} is out of range for a year's pay in dollars.")
    return Pay(dollars, found.bare, hourly, at_least)


class Year(NamedTuple):
    """A year as typed, or a sentence about what is wrong with it."""

    year: int = 0
    fault: str = ""


def read_year(text: str) -> Year:
    """Return the year of a text such as "2025", "May 2025" or "2025-05".

    >>> [read_year(text).year for text in ("2025", "May 2025", "05/2025")]
    [2025, 2025, 2025]
    """
    found = _YEAR.findall(text)
    rest = re.sub(r"^\s*as of\b", "", _YEAR.sub(" ", text), flags=re.IGNORECASE).strip(" .,/()-")
    if len(found) != 1 or (rest and not MAY.fullmatch(rest)):
        return Year(
            fault=f"{shown(text)} is no year of these estimates; write the year, or May and the year."
        )
    return Year(int(found[0]))


class Count(NamedTuple):
    """A number of jobs or a standard error as typed, "not published" (None), or a fault."""

    value: float | None = None
    fault: str = ""


def read_jobs(text: str) -> Count:
    """Return a number of jobs; None where the learner says that none is published.

    >>> read_jobs("31,960").value, read_jobs("32k").value, read_jobs("not published")
    (31960.0, 32000.0, Count(value=None, fault=''))
    """
    if NOT_PUBLISHED.fullmatch(text.strip()):
        return Count()
    bare = re.sub(r"\s*(?:jobs?|people|workers|employees)\s*$", "", stripped(text), flags=re.IGNORECASE)
    found = figure_in(bare)
    if found is None or not 0 <= found.bare < 1e9:
        return Count(
            fault=f"{shown(text)} is no number of jobs; where none is published, write: not published."
        )
    return Count(found.value)


def read_error(text: str) -> Count:
    """Return a relative standard error in percent; None where the learner says that none is published.

    >>> read_error("1.1 %").value, read_error("1,1").value, read_error("± 1.1").value
    (1.1, 1.1, 1.1)
    """
    if NOT_PUBLISHED.fullmatch(text.strip()):
        return Count()
    sign, words = r"^\s*(?:±|\+/-|\+-)\s*", r"\s*(?:rse|of the mean(?: pay)?)\s*$"
    found = number(re.sub(f"{sign}|{words}", "", stripped(text), flags=re.IGNORECASE))
    if found is None or found.unit not in ("", "%", "percent", "per cent") or not 0 <= found.value < 1e7:
        return Count(
            fault=f"{shown(text)} is no standard error; write it in percent, such as it stands there."
        )
    return Count(found.value)


def same_pay(typed: float, true: float) -> bool:
    """Say whether dollars a year are this figure, in full or rounded to thousands, hundreds or tens.

    >>> same_pay(134_000, 134_120), same_pay(134_500, 134_120), same_pay(134_100, 134_120)
    (True, False, True)
    """
    room = next((grain / 2 for grain in (1000, 100) if typed % grain == 0), 5)
    return abs(typed - true) <= room


def same_jobs(typed: float, true: float) -> bool:
    """Say whether a number of jobs is this one, rounded within 2 % at the coarsest."""
    return abs(typed - true) <= max(5, 0.02 * true)


def same_error(typed: float, true: float) -> bool:
    """Say whether a standard error in percent is this one, to a tenth, or to whole percents."""
    return abs(typed - true) <= (0.5 if typed == round(typed) and typed >= 1 else 0.0501)
