"""What a learner types for the inputs of the methods: each cell as a number, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tpm_kit.exercises.prioritization.score_it_cells import READERS, Fault
from tpm_kit.exercises.prioritization.waiting_cells import read_cell
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.rice import IMPACTS
from tpm_kit.methods.wsjf import FIBONACCI
from tpm_kit.typed import number

STEPS = ", ".join(map(str, FIBONACCI[:-1])) + f" or {FIBONACCI[-1]}"


class Field(NamedTuple):
    """A column of the table: its names, and how a text in it is read: a number, or what is wrong with it."""

    label: str
    unit: str
    note: str
    read: Callable[[str], float | str]


def _scored(column: str) -> Callable[[str], float | str]:
    """Read as the table of scores does."""

    def read(text: str) -> float | str:
        found = READERS[column](text)
        return f"{found.what}. {found.do}" if isinstance(found, Fault) else found

    return read


def _waited(column: str) -> Callable[[str], float | str]:
    """Read as the table of what waiting costs does."""

    def read(text: str) -> float | str:
        found = read_cell(column, text)
        return found.fault or found.value

    return read


def _relative(text: str) -> float | str:
    typed = number(text)
    if typed is None or typed.unit not in ("", "p", "pt", "pts", "point", "points"):
        return f"“{cut(text, 24)}” is not understood. Type {STEPS}."
    if typed.value not in FIBONACCI:
        return f"“{cut(text, 24)}” is not on the scale. Type {STEPS}."
    return typed.value


_SCALE = " · ".join(f"{step:g} {word}" for step, word in IMPACTS.items())
FIELDS: Mapping[str, Field] = {
    "reach": Field("Reach", "RICE · customers a quarter", "", _scored("reach")),
    "impact": Field("Impact", "RICE · on one customer", _SCALE, _scored("impact")),
    "confidence": Field("Confidence", "RICE · %", "", _scored("confidence")),
    "person_months": Field("Effort", "RICE · person-months", "at least 0.5", _scored("effort")),
    "ice_impact": Field("Value to the goals", "ICE · 1–10", "", _scored("ease")),
    "ice_confidence": Field("How sure", "ICE · 1–10", "10 = proven", _scored("ease")),
    "ice_ease": Field("Ease", "ICE · 1–10", "10 = least work", _scored("ease")),
    "cost": Field("Cost of waiting", "CD3 · money a week", "", _waited("cost")),
    "weeks": Field("Work", "CD3 · weeks", "", _waited("weeks")),
    "user_value": Field("User value", "WSJF · points", "least = 1", _relative),
    "urgency": Field("Urgency", "WSJF · points", "least = 1", _relative),
    "risk_reduction": Field("Risk reduction", "WSJF · points", "least = 1", _relative),
    "job_size": Field("Job size", "WSJF · points", "least = 1", _relative),
}
"""What each column of the case's table is called when a learner fills it in."""
