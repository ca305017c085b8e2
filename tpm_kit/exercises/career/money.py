"""Sums of US dollars as people type them: another currency, and the period that a sum is for."""

from __future__ import annotations

import re

HOURS = 2080
"""Hours of a full-time year, as BLS turns hourly pay into yearly pay."""
LEAST = 1_000
"""Dollars a year below which people mean thousands."""
FOREIGN = re.compile(
    r"[€£¥₹₽₩]|\b(?:eur|euros?|gbp|pounds?|chf|francs?|cad|aud|nzd|inr|rupees?|jpy|yen|pln|sek|nok|dkk|brl|"
    r"sgd)\b|(?<![a-z])(?:c|ca|a|au|nz|s|hk|r)\$",
    re.IGNORECASE,
)
_PER = r"(?:/|\bper\b|\ban?\b)\s*"
_PERIODS = {
    "year": re.compile(
        rf"{_PER}(?:years?|yr|y|annum)\b\.?|\bp\.? ?a\.?(?!\w)|\b(?:annual(?:ly)?|yearly)\b", re.I
    ),
    "month": re.compile(rf"{_PER}(?:months?|mo|mth)\b\.?|\bmonthly\b|\bp\. ?m\.?(?!\w)", re.I),
    "hour": re.compile(rf"(?:{_PER})?\b(?:hours?|hrs?|h|hourly)\b\.?", re.I),
}
_BESIDE = re.compile(
    r"^\s*(?:~|≈|about|around|approx\.?|ca\.?|circa)\s*|(?:us\s*)?\$|"
    r"\b(?:usd|(?:us[- ]?)?dollars?)\b\.?",
    re.IGNORECASE,
)
"""What says that a figure is rounded, or that it is in dollars."""


def periods_in(text: str) -> list[str]:
    """Return the periods that a text names.

    >>> periods_in("$62.50/h"), periods_in("120,000 p.a."), periods_in("120k")
    (['hour'], ['year'], [])
    """
    return [period for period, pattern in _PERIODS.items() if pattern.search(text)]


def stripped(text: str) -> str:
    """Return a text without what says that its figure is rounded, in dollars or for a period.

    >>> stripped("about $120,000 a year")
    '120,000'
    """
    text = _BESIDE.sub(" ", text)
    for pattern in _PERIODS.values():
        text = pattern.sub(" ", text)
    return text.strip()
