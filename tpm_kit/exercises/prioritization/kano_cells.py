"""What the cells of the Kano table may hold, and what the numbers typed there give away."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.exercises.prioritization.kano_survey import Feature
from tpm_kit.exercises.wording import cut
from tpm_kit.methods import kano
from tpm_kit.typed import number

AGAIN = "again"
CHOICES = {letter: name for letter, name in kano.CATEGORIES.items() if letter != "Q"} | {AGAIN: "Ask again"}
GROUPS = {"alike": "All alike", "two": "Two groups"}
COEFFICIENTS = {"better": "Better", "worse": "Worse"}
NAMES = {"category": "Category", **COEFFICIENTS, "groups": "Groups"}
"""The columns that the learner fills in."""
LONGEST = 20
"""Letters of a cell that a finding repeats."""
TOLERANCE = 0.01 + 1e-9
"""Two decimals are enough."""
SURE = 0.006
"""How close a wrong sum must be to what was typed to be recognised: its rounding to two decimals."""


def cell_title(feature: Feature, column: str) -> str:
    """Return the name of a cell, as the feedback calls it."""
    return f"{NAMES[column]} of {feature.title}"


def short(text: str) -> str:
    """Return what was typed, short enough for a sentence."""
    return cut(text, LONGEST)


def typed(text: str) -> float | None:
    """Return a coefficient as typed ("0.4", "0,4", "40 %"), or None if it is none.

    >>> typed("−40 %"), typed("0,4"), typed("40 points")
    (-0.4, 0.4, None)
    """
    found = number(text)
    if found is None or found.unit not in ("", "%"):
        return None
    return found.value / 100 if found.unit == "%" else found.value


def fault(column: str, text: str) -> str | None:
    """Return what is wrong with a coefficient as such, or None. The counts play no part in it."""
    value, worse = typed(text), column == "worse"
    if value is None:
        return f"Write a number such as {'−0.45 or −45 %' if worse else '0.45 or 45 %'}."
    if worse and 0 < value <= 1:
        return "Worse is written with a minus sign: it says how far satisfaction falls."
    if not 0 <= (-value if worse else value) <= 1:
        ends = "−1 and 0" if worse else "0 and 1"
        return f"{COEFFICIENTS[column]} lies between {ends}; write 45 % as {'−' if worse else ''}0.45."
    return None


def right(feature: Feature, column: str) -> float:
    """Return a coefficient of a feature."""
    return (kano.better if column == "better" else kano.worse)(feature.counts)


def size(column: str, text: str) -> float | None:
    """Return the size of a coefficient as typed, without its sign, or None if no coefficient can have it. A
    Worse without its minus sign has one: that is KANO-3's business."""
    value = typed(text)
    if value is None or abs(value) > 1 or (column == "better" and value < 0):
        return None
    return abs(value)


def slip(feature: Feature, column: str, text: str) -> str | None:
    """Return the code of what is wrong with the size of a coefficient, or None."""
    mine, due = size(column, text), abs(right(feature, column))
    if mine is None:
        return "KANO-10"
    if abs(mine - due) <= TOLERANCE:
        return None
    if abs(mine - due * sum(feature.counts[:4]) / feature.total) <= SURE:
        return "KANO-2"
    other = abs(right(feature, "worse" if column == "better" else "better"))
    return "KANO-1" if abs(mine - other) <= SURE else "KANO-10"


def category_slip(feature: Feature, chosen: str) -> str | None:
    """Return the code of what is wrong with a category, or None if it is the mode. Where so many answers
    contradict themselves that the question must be asked again, KANO-4 says all."""
    mode = feature.mode
    if chosen in (mode, AGAIN) or feature.ask_again:
        return None
    if feature.count(chosen) == feature.count(mode):
        return "KANO-9"  # a tie, decided by the order of the categories
    if mode + chosen in ("AM", "MA") or (mode in "AOM" and chosen == "R"):
        return "KANO-1"
    by_average = chosen == feature.averaged and not by_berger(feature, chosen)
    return "KANO-5" if by_average else "KANO-9"


def by_berger(feature: Feature, chosen: str) -> bool:
    """Say whether a category is right by Berger's rule."""
    return kano.aggregate(feature.counts, "berger") == chosen


def coefficients(answer: Cells, surveyed: dict[str, Feature]) -> Iterator[tuple[Feature, str, str]]:
    """Yield (feature, column, text as typed) for each coefficient that is filled in."""
    for feature in surveyed.values():
        for column in COEFFICIENTS:
            if text := answer.text(feature.id, column):
                yield feature, column, text


def categories(answer: Cells, surveyed: dict[str, Feature]) -> Iterator[tuple[Feature, str]]:
    """Yield (feature, category) for each category that is chosen."""
    for feature in surveyed.values():
        if (chosen := answer.text(feature.id, "category")) in CHOICES:
            yield feature, chosen
