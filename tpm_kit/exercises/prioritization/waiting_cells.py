"""What a learner types for weeks, money per week and dates: what it means, or what is wrong with it.

Codes WSJF-… and PRI-… are those of the domain reference (sections 4 and 4.4); what it has no code for is
DELAY-….
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.exercises.wording import cut
from tpm_kit.typed import number

WORD = {"weeks": "weeks of work", "cost": "cost of a week", "starts": "cost begins"}
"""The columns by id, as sentences call them."""
CODE = {"weeks": "WSJF-2", "cost": "PRI-6", "starts": "DELAY-2"}
"""What it is called when a cell of that column cannot be used. Another unit is PRI-3."""
ADVICE = {
    "weeks": "give the weeks that the work takes, from 0.1 to 520",
    "cost": "give the money that each week without it costs, such as 1,500",
    "starts": "give the weeks from now after which the cost begins, up to 520, or leave it blank for now",
}
BLANK = {
    "weeks": "The weeks of work are missing; without them there is nothing to divide the cost by.",
    "cost": "The cost of a week is missing; blank is not 0. Write 0 if waiting costs nothing.",
}
MOST_WEEKS = 520
MOST_MONEY = 999_999_999
SIGN = "[$€£¥₣₤₦₩₪₫₱₴₹₺₽฿]"
NAME = "eur|euros?|usd|dollars?|gbp|pounds?|chf"
WINDOW = re.compile(
    r"(?:/|\bper|\ba|\bp)\s*(day|d|week|wk|w|month|mo|m|quarter|q|year|yr|y)s?\.?$", flags=re.IGNORECASE
)
POINTS = ("p", "pt", "point", "sp", "story point")


class Reading(NamedTuple):
    """What a cell holds: its value, or the code of what is wrong with it and a sentence that says it."""

    value: float = 0.0
    code: str = ""
    fault: str = ""


def read_cell(column: str, text: str) -> Reading:
    """Return what a text in a column means: weeks, money a week, or weeks from now (blank: now).

    >>> read_cell("weeks", "3 weeks").value, read_cell("cost", "€1,900 a week").value
    (3.0, 1900.0)
    """
    return _cost(text) if column == "cost" else _weeks(column, text)


def _weeks(column: str, text: str) -> Reading:
    if column == "starts" and text.strip().casefold() in ("", "now", "today"):
        return Reading()
    found = number(re.sub(r"^\s*(in|after|week)\s+(?=[0-9])", "", text, flags=re.IGNORECASE))
    if found is None:
        return _unusable(column, text, "is no number of weeks")
    unit = found.unit.rstrip("s.")
    if unit not in ("", "w", "wk", "week"):
        return Reading(code="PRI-3", fault=f"{_shown(text)} {_other_unit(found.value, unit)}")
    if not (0.1 if column == "weeks" else 0) <= found.value <= MOST_WEEKS:
        return _unusable(column, text, "is out of range")
    return Reading(round(found.value, 6))


def _other_unit(value: float, unit: str) -> str:
    if unit in ("d", "day") and 0 < value < 10_000:
        return f"is in days; five working days are 1 week, so write {value / 5:.4g}."
    if unit in ("m", "mo", "month") and 0 < value < 1_000:
        return f"is in months; write weeks, about {value * 52 / 12:.1f}."
    if unit in POINTS:
        return "is in points, which say how large a job is and not how long it takes; write weeks."
    return "is not in weeks; write the number of weeks alone."


def _cost(text: str) -> Reading:
    found = number(re.sub(rf"^\s*({SIGN}|{NAME})\s*", "", text, flags=re.IGNORECASE))
    if found is None:
        return _unusable("cost", text, "is no amount of money")
    if found.value < 1000 and re.search(r"[0-9]\.[0-9]{3}(?![0-9])", text):
        # Thousands in the style of other countries: "1.900" would count as 1.9.
        advice = "write thousands with a comma or without a mark, such as 1,900"
        return Reading(code="PRI-6", fault=f"{_shown(text)} could mean thousands; {advice}.")
    window = WINDOW.search(found.unit)
    unit = found.unit[: window.start()].strip() if window else found.unit
    if window and window[1][0] != "w":
        return Reading(code="PRI-3", fault=f"{_shown(text)} {_other_window(found.value, window[1][0])}")
    if unit.rstrip("s.") in POINTS:
        return Reading(code="PRI-3", fault=f"{_shown(text)} is in points, not in money; {ADVICE['cost']}.")
    if not re.fullmatch(rf"({SIGN}|{NAME})?", unit):
        return Reading(
            code="PRI-6", fault=f"{_shown(text)} cannot be read as money; write the amount alone, in full."
        )
    if not 0 <= found.value <= MOST_MONEY:
        return _unusable("cost", text, "is out of range")
    return Reading(round(found.value, 6))


def _other_window(value: float, window: str) -> str:
    in_a_year = {"m": 12, "q": 4, "y": 1}.get(window)
    if in_a_year is None or not 0 < value < 1e12:
        return f"is not by the week; {ADVICE['cost']}."
    return f"is not by the week; in a week that is about {value * in_a_year / 52:,.0f}."


def _unusable(column: str, text: str, what: str) -> Reading:
    return Reading(code=CODE[column], fault=f"{_shown(text)} {what}; {ADVICE[column]}.")


def _shown(text: str) -> str:
    plain = "".join(one if one.isprintable() else " " for one in text)
    return f"“{cut(plain, 30)}”"
