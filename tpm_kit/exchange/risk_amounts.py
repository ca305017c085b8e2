"""Money and time as registers write them: with or without a unit, one number or two."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable

from tpm_kit.exchange.cells import GROUP_OF_THREE, LONGEST, OTHER, decimal_mark, number

HEDGE = re.compile(
    r"^(?:<=?|>=?|≤|≥|~|≈|ca\.?|circa|about|approx(?:\.|imately)?|around|up to|bis zu|etwa|max\.?)\s*", re.I
)
CURRENCY = r"(?:€|\$|£|eur(?:o|os)?|usd|gbp|chf|dollars?)"
THOUSAND = r"(?:k|t|tsd\.?|thousand|tausend)"
MILLION = r"(?:m|mio\.?|mn|mln|million(?:s|en)?)"
MONEY = re.compile(
    rf"(?P<pre>{CURRENCY})?\s*(?P<body>[\d.,'’\s]*\d)\s*(?P<scale>{THOUSAND}|{MILLION})?\s*(?P<post>{CURRENCY})?",
    re.I,
)
DURATION = re.compile(
    r"(?P<body>[\d.,]*\d)\s*(?P<unit>h|hrs?|hours?|stunden?|d|pd|pt|days?|tagen?|tage|arbeitstagen?|"
    r"working days?|business days?|person[- ]days?|w|weeks?|wochen?|months?|monaten?)\.?",
    re.I,
)
DAYS_IN = {"h": 1 / 8, "s": 1 / 8, "d": 1.0, "p": 1.0, "t": 1.0, "a": 1.0, "b": 1.0, "w": 5.0, "m": 21.0}
"""Working days by the first letter of the unit; eight hours are a day, five days a week, 21 a month."""


Spread = tuple[float, float, float]
"""An amount: low, most likely, high."""


def thousands(text: str, header: str, decimal: str) -> Spread | None:
    """Return an amount of money in thousands: the two ends and the middle of a range, or one number thrice.

    Plain numbers are whole units of the currency, unless the header says thousands or millions. None where
    the cell holds no amount.
    """
    return _spread(text, lambda part, unit: _thousands(part, unit or _scale_of(header), decimal))


def _thousands(text: str, unit: str, decimal: str) -> float | None:
    match = MONEY.fullmatch(text)
    found = number(match["body"].strip(), decimal) if match else None
    if not found or not math.isfinite(found.value):
        return None
    unit = match["scale"] or unit
    return found.value * (1e3 if re.fullmatch(MILLION, unit, re.I) else 1.0 if unit else 1e-3)


def working_days(text: str, header: str, decimal: str) -> Spread | None:
    """Return a duration in working days, spread as `thousands` does; plain numbers are days unless the header
    says otherwise. None where the cell holds no duration."""
    return _spread(text, lambda part, unit: _working_days(part, unit or _duration_of(header), decimal))


def _working_days(text: str, unit: str, decimal: str) -> float | None:
    match = DURATION.fullmatch(text)
    found = number(match["body"] if match else text, decimal)
    if not found or found.percent or not math.isfinite(found.value):
        return None
    return found.value * DAYS_IN[(match["unit"] if match else unit)[0].lower()]


def _spread(text: str, read: Callable[[str, str], float | None]) -> Spread | None:
    """Return low, middle and high of a cell with one amount or with two; a unit behind the second is that of
    the first as well."""
    text = HEDGE.sub("", text.strip())
    if len(text) > LONGEST:
        return None
    one = read(text, "")
    if one is not None:
        return (round(one, 6),) * 3
    ends = re.split(r"\s*[-–—…]\s*|\s+(?:to|bis)\s+", text)
    if len(ends) != 2:
        return None
    unit = re.search(
        rf"(?<=[\d\s])({THOUSAND}|{MILLION}|[hdw]|hours|days|weeks|months|stunden|tage|wochen|monate)"
        rf"\.?\s*{CURRENCY}?$",
        ends[1],
        re.I,
    )
    # The second end first: where its unit is none of this kind, it cannot be lent to the first.
    if (high := read(ends[1], "")) is None:
        return None
    low = read(ends[0], unit[1] if unit else "")
    if low is None or low > high:
        return None
    return round(low, 6), round((low + high) / 2, 6), round(high, 6)


def decimals(cells: Iterable[str], separator: str, money: bool = False) -> str:
    """Return the decimal mark of a column. With `money`, three digits after a mark are thousands unless a
    cell of the column proves otherwise."""
    bodies = [body for cell in cells if (body := re.sub(r"[^\d.,]+$|^[^\d.,]+", "", cell[:LONGEST]))]
    mark, proved = decimal_mark(bodies, separator)
    grouped = next((body for body in bodies if GROUP_OF_THREE.fullmatch(body)), "") if money else ""
    return OTHER["," if "," in grouped else "."] if grouped and not proved else mark


def money_header(header: str) -> bool:
    """Say whether a header names a currency."""
    return bool(re.search(rf"(?:^|[\s(\[/]|{THOUSAND}){CURRENCY}(?:$|[\s)\]/])", header, re.I))


def names_a_unit_of_time(header: str) -> bool:
    """Say whether a header names days, weeks or the like."""
    return bool(
        re.search(r"\b(?:hours?|days?|weeks?|months?|stunden|tagen?|wochen|monaten?|d|pt)\b", header, re.I)
    )


def currencies(texts: Iterable[str]) -> set[str]:
    """Return the currencies other than the euro that texts name."""
    found = (
        match for text in texts for match in re.findall(r"\$|£|\b(?:usd|gbp|chf)\b", text[:LONGEST], re.I)
    )
    return {match.upper() for match in found}


def _scale_of(header: str) -> str:
    match = re.search(
        rf"(?:^|[\s(\[])({THOUSAND}|{MILLION})\s*{CURRENCY}|\bin\s+({THOUSAND}|{MILLION})\b"
        rf"|[(\[]\s*({THOUSAND}|{MILLION})\s*[)\]]",
        header,
        re.I,
    )
    return next(filter(None, match.groups())) if match else ""


def _duration_of(header: str) -> str:
    match = re.search(r"\b(hours?|stunden|weeks?|wochen|months?|monate)\b", header, re.I)
    return match[1] if match else "d"


def is_money(text: str) -> bool:
    """Say whether a cell holds an amount with a currency, or thousands of one."""
    match = MONEY.fullmatch(HEDGE.sub("", text)) if len(text) <= LONGEST else None
    # A bare "5 M" or "3 t" is no money: a currency must be there, or thousands of them.
    return bool(
        match and (match["pre"] or match["post"] or (match["scale"] or "").lower() in ("k", "tsd", "tsd."))
    )


def is_duration(text: str) -> bool:
    """Say whether a cell holds a duration with its unit."""
    return len(text) <= LONGEST and DURATION.fullmatch(HEDGE.sub("", text)) is not None
