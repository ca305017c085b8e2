"""What a learner types about a pair of risks: chance, loss, cell and expected loss of each."""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.risk.amounts import MOST, THOUSAND, without_currency
from tpm_kit.exercises.risk.chances import PERCENT, in_cases
from tpm_kit.exercises.risk.pairs import Exposed, cell_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import number

ROWS = {"a": "Risk A", "b": "Risk B"}
COLUMNS = {
    "chance": "chance",
    "loss": "loss",
    "likelihood": "likelihood",
    "impact": "impact",
    "expected": "expected loss",
}


class Reading(NamedTuple):
    """A number as it counts (a chance from 0 to 1, money in thousands), or what is wrong with the text."""

    value: float | None = None
    fault: str = ""


def titles() -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {f"{row}:{column}": f"{ROWS[row]}: {COLUMNS[column]}" for row in ROWS for column in COLUMNS}


def read(answer: Cells, row: str, column: str) -> Reading:
    """Return what the text in a cell of numbers means; nothing at all for a blank one."""
    text = answer.text(row, column).strip()
    if not text:
        return Reading()
    return _chance(text) if column == "chance" else _money(text, column)


def _chance(text: str) -> Reading:
    found, share = number(text), in_cases(text)
    if share is None:
        if found is None or found.unit not in ("", *PERCENT):
            return Reading(fault=f"{_shown(text)} is no chance; write it as 35 %, 0.35 or 7 in 20.")
        # Below 1 a number without a sign can only be meant as a share: nobody counts in tenths of a percent.
        share = found.value if not found.unit and 0 < found.value < 1 else found.value / 100
    if share <= 0:
        return Reading(fault=f"{_shown(text)}: what cannot happen is no risk. Give a chance above 0 %.")
    if share >= 1:
        why = "what is certain is an issue, and no risk" if share == 1 else "no chance is above 100 %"
        return Reading(fault=f"{_shown(text)}: {why}. Give a chance below 100 %.")
    return Reading(share)


def _money(text: str, column: str) -> Reading:
    plain = without_currency(text)
    found = number(plain)
    unit = found.unit.rstrip(".") if found else ""
    if found and not unit and plain != text:
        meant = f"{found.value / 1000:g}"
        return Reading(fault=f"{_shown(text)} is in single units; in thousands that is {meant}.")
    if found is None or unit not in ("", *THOUSAND):
        return Reading(fault=f"{_shown(text)} is no sum in thousands; write 1.5 for 1,500.")
    if column == "loss" and found.value <= 0:
        return Reading(fault=f"{_shown(text)}: a risk without a loss is none. Give a loss above 0.")
    if abs(found.value) > MOST:
        return Reading(fault=f"{_shown(text)} thousand is out of range; the column counts in thousands.")
    return Reading(found.value)


def _shown(text: str) -> str:
    return f"“{cut(text, 30)}”"


def exposed(answer: Cells, row: str) -> Exposed | None:
    """Return a risk whose chance and loss can both be read, or None."""
    chance, loss = read(answer, row, "chance").value, read(answer, row, "loss").value
    return None if chance is None or loss is None else Exposed(ROWS[row], chance, loss)


def chosen(answer: Cells, row: str) -> tuple[int | None, int | None]:
    """Return the bands chosen for a risk, likelihood and impact from 0, None for one that is not."""
    places = {str(rank): rank - 1 for rank in range(1, 6)}
    return places.get(answer.text(row, "likelihood")), places.get(answer.text(row, "impact"))


def placed(answer: Cells, row: str, case: Case) -> bool:
    """Say whether a risk lies in the cell that was chosen for it."""
    risk = exposed(answer, row)
    return risk is not None and chosen(answer, row) == cell_of(risk, case)


def bands(case: Case, column: str) -> list[str]:
    """Return the names of the bands of likelihood or of impact, from low to high."""
    found = policy(case)
    return [band.name for band in (found.likelihoods if column == "likelihood" else found.impacts)]


def summed(answer: Cells, row: str) -> bool | None:
    """Say whether the expected loss is chance × loss, to the decimals it has; None if one is missing."""
    risk, typed = exposed(answer, row), read(answer, row, "expected").value
    if risk is None or typed is None:
        return None
    places = re.search(r"[.,](\d+)\D*$", answer.text(row, "expected"))
    decimals = len(places[1]) if places else 0
    # Half a unit of the last place, and a hair for what a sum of such numbers cannot hold exactly.
    return abs(risk.expected - typed) <= 0.5 * 10**-decimals + 1e-9
