"""The cells of an offer: which are asked for, and what a learner types into them.

The published figures are in US dollars a year, so sums are read as such and nothing is converted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tpm_kit.exercises.career.money import FOREIGN, HOURS, LEAST, periods_in, stripped
from tpm_kit.exercises.risk.chances import read_share
from tpm_kit.exercises.wording import cut
from tpm_kit.salary_data import occupations
from tpm_kit.typed import figure_in, number

ENTRY, KIND, SHARE = "entry", "kind", "share"
COLUMNS = {ENTRY: "what it says", KIND: "counted as", SHARE: "how likely"}
"""The columns by id, as sentences call them."""
ROLE, PLACE, BASE, BONUS, EQUITY, TOTAL, BESIDE, LOW, HIGH = (
    "role",
    "place",
    "base",
    "bonus",
    "equity",
    "total",
    "beside",
    "low",
    "high",
)
GROUNDS = ("ground-1", "ground-2")
ROWS = {
    ROLE: ("Occupation", "the closest one; TPM is none", (KIND,)),
    PLACE: ("Place", "a metro, a state, or US", (ENTRY, KIND)),
    BASE: ("Base", "fixed pay", (ENTRY, KIND)),
    BONUS: ("Bonus", "", (ENTRY, KIND, SHARE)),
    EQUITY: ("Equity", "shares or options; likely: blank means certain", (ENTRY, KIND, SHARE)),
    TOTAL: ("Total of one year", "what you count on", (ENTRY,)),
    BESIDE: ("Set beside the range", "which sum, and where it lies", (ENTRY, KIND)),
    LOW: ("Ask for at least", "base a year", (ENTRY,)),
    HIGH: ("Ask for at most", "base a year", (ENTRY,)),
    GROUNDS[0]: ("First ground", "why they should pay it", (ENTRY, KIND)),
    GROUNDS[1]: ("Second ground", "may stay blank", (ENTRY, KIND)),
}
"""The rows: title, note, and the columns that are asked for."""
KIND_WORDS = {
    ROLE: "which one",
    PLACE: "where the work is done",
    BESIDE: "where it lies",
    **dict.fromkeys(GROUNDS, "of what kind"),
}
"""What the choice is called in rows where nothing is counted."""
REMOTE_PLACE, REMOTE_FLAT = "remote-place", "remote-flat"
WORK = {
    "on-site": "on site or hybrid",
    REMOTE_PLACE: "remote, paid by where I live",
    REMOTE_FLAT: "remote, one rate wherever I live",
}
PER = {"year": "dollars a year", "month": "dollars a month", "hour": "dollars an hour"}
TIMES = {"year": 1, "month": 12, "hour": HOURS}
"""How many of each make a year."""
PERCENT, AMOUNT, NONE, YEARLY = "percent", "amount", "none", "yearly"
BONUSES = {PERCENT: "% of base a year", AMOUNT: "dollars a year", NONE: "there is none"}
VESTING = {f"over-{years}": years for years in (1, 2, 3, 4, 5, 6)}
EQUITIES = {
    YEARLY: "worth that each year",
    **{
        id: f"worth that in all, vests over {years} year{'s' if years > 1 else ''}"
        for id, years in VESTING.items()
    },
    NONE: "there is none",
}
BANDS = {
    "below-10": "below the 10th percentile",
    "10-25": "10th to 25th percentile",
    "25-50": "25th percentile to median",
    "50-75": "median to 75th percentile",
    "75-90": "75th to 90th percentile",
    "above-90": "above the 90th percentile",
    "unknown": "cannot be said: not published",
}
ENDS = {
    "below-10": (0, 10),
    "10-25": (10, 25),
    "25-50": (25, 50),
    "50-75": (50, 75),
    "75-90": (75, 90),
    "above-90": (90, 100),
}
PUBLISHED, OTHER, SCOPE, RESULT, NEED = "published", "other", "scope", "result", "need"
KINDS_OF_GROUND = {
    PUBLISHED: "published pay",
    OTHER: "another written offer",
    SCOPE: "what the role carries",
    RESULT: "what I have brought about",
    NEED: "what I need",
}
_CHOICES = {
    PLACE: WORK,
    BASE: PER,
    BONUS: BONUSES,
    EQUITY: EQUITIES,
    BESIDE: BANDS,
    **dict.fromkeys(GROUNDS, KINDS_OF_GROUND),
}
MOST = 10_000_000
"""Dollars a year from `LEAST` to which base pay lies; outside of them it is a slip of the unit."""
_FOR = {"year": "pay for a year", "month": "pay for a month", "hour": "pay for an hour"}


class Reading(NamedTuple):
    """What a cell holds, or why it cannot be used; `foreign` says that it is in another currency."""

    value: float | None = None
    fault: str = ""
    foreign: bool = False


def read_dollars(text: str, per: str = "year") -> Reading:
    """Return a sum of US dollars, 0 or more; "k" behind it says thousands. A text that names a period must
    name `per`.

    >>> read_dollars("$142,850").value, read_dollars("160k").value, read_dollars("US$ 1,200 a year").value
    (142850.0, 160000.0, 1200.0)
    >>> read_dollars("€65.000").foreign, read_dollars("a lot").fault
    (True, '“a lot” is no sum; write it as 142,850 or 143k.')
    """
    shown = f"“{cut(text, 30)}”"
    if FOREIGN.search(text):
        return Reading(fault=f"{shown} is not in US dollars, and the published figures are.", foreign=True)
    said = periods_in(text)
    if said and said != [per]:
        return Reading(
            fault=f"{shown} is {' and '.join(_FOR[one] for one in said)}, and here {_FOR[per]} is asked for."
        )
    found = figure_in(stripped(text))
    if found is None:
        return Reading(fault=f"{shown} is no sum; write it as 142,850 or 143k.")
    if not 0 <= found.value <= MOST:
        return Reading(fault=f"{shown} is out of range.")
    return Reading(found.value)


def read_yearly(text: str) -> Reading:
    """Return pay for a year. Below 1,000 it is read as thousands, which is how people say it.

    >>> read_yearly("160").value, read_yearly("160k").value, read_yearly("160,000").value
    (160000.0, 160000.0, 160000.0)
    """
    found = read_dollars(text)
    return found._replace(value=found.value * 1000) if found.value and found.value < LEAST else found


def read_percent(text: str) -> Reading:
    """Return a percentage as a share; a bonus of more than the base itself is read, too, up to three times.

    >>> read_percent("10 %").value, read_percent("12,5").value, read_percent("0.1").fault
    (0.1, 0.125, '“0.1” could be 0.1 % or 10 %; write the percentage.')
    """
    shown, found = f"“{cut(text, 30)}”", number(text)
    if found is None or found.unit not in ("", "%", "percent", "per cent") or not 0 <= found.value <= 300:
        return Reading(fault=f"{shown} is no percentage; write it as 10 %.")
    if 0 < found.value < 1 and not found.unit:
        return Reading(
            fault=f"{shown} could be {found.value:g} % or {found.value * 100:g} %; write the percentage."
        )
    return Reading(round(found.value / 100, 9))


def read_chance(text: str) -> Reading:
    """Return how likely something is, as a share from 0 to 1.

    >>> read_chance("50").value, read_chance("120 %").fault
    (0.5, '“120 %” is no chance in percent; write a number from 0 to 100.')
    """
    share, typed = read_share(text), number(text)
    if share is None and typed and 0 < typed.value < 1 and not typed.unit:
        both = f"{typed.value:g} % or {typed.value * 100:g} %"
        return Reading(fault=f"“{cut(text, 30)}” could be {both}; write it with its %.")
    if share is None:
        return Reading(fault=f"“{cut(text, 30)}” is no chance in percent; write a number from 0 to 100.")
    return Reading(share)


def choices(row: str) -> Mapping[str, str]:
    """Return what can be chosen in a row, by id; {} where nothing is."""
    return {one.soc: one.title for one in occupations()} if row == ROLE else _CHOICES.get(row, {})


def cell_titles() -> dict[str, str]:
    """Return what the feedback calls each cell that is asked for, by `row:column`."""
    return {
        f"{row}:{column}": f"{title}: {_called(row, column)}"
        for row, (title, _, asked) in ROWS.items()
        for column in asked
    }


def _called(row: str, column: str) -> str:
    return KIND_WORDS.get(row, COLUMNS[column]) if column == KIND else COLUMNS[column]
