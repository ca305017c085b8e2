"""Tests at three levels: what they find, and what mending costs by where a defect is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.case import Case
from tpm_kit.explorers import Explorer, Range
from tpm_kit.methods.defect_cost import DefectCost, Level, defect_cost

DEFECTS = 40
"""Defects of one release of the model."""
UNIT, JOINT, END = "Unit tests", "Integration tests", "End-to-end tests"
HOURS_EACH = {"unit": 0.05, "joint": 0.2, "end": 1.5}
"""Hours a release for each test, to write, run and keep up; figures of the model, to be thought over."""
CHANCE = {"unit": 0.008, "joint": 0.02, "end": 0.06}
"""The chance that one test sees a defect that its level can see."""
REACH = {"joint": 0.6, "end": 0.85}
MENDING = {"unit": 1.0, "joint": 3.0, "end": 5.0}
"""Hours to mend a defect that a level finds."""
NOTHING = 0.5
"""Hours that a step must save to be worth a word."""


def cost(values: Mapping[str, float]) -> DefectCost:
    """Return what the defects of a release cost with the sliders as they stand."""
    reach = {**REACH, "unit": values["reach"] / 100}
    levels = [
        Level(name, values[id], reach[id], CHANCE[id], HOURS_EACH[id], MENDING[id])
        for id, name in (("unit", UNIT), ("joint", JOINT), ("end", END))
    ]
    return defect_cost(DEFECTS, levels, values["users"])


def _sliders(case: Case) -> dict[str, Range]:
    return {
        "reach": Range("Defects that a unit test can see at all", 10, 90, 5, 50, "%"),
        "unit": Range(UNIT, 0, 600, 20, 60, "tests"),
        "joint": Range(JOINT, 0, 200, 10, 20, "tests"),
        "end": Range(END, 0, 60, 2, 40, "tests"),
        "users": Range("To mend what users find", 1, 60, 1, 12, "hours each", {1: "1 hour each"}),
    }


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    return {
        "places": [(place.name, place.found, place.finding, place.mending) for place in cost(values).places]
    }


def best_step(values: Mapping[str, float], case: Case) -> tuple[str, float, float]:
    """Return the slider of tests whose step saves most hours, its value after it, and the hours saved (0 or
    less if no step saves any)."""
    now = cost(values).hours
    steps = []
    for id in HOURS_EACH:
        one = _sliders(case)[id]
        for to in (values[id] + one.step, values[id] - one.step):
            if one.least <= to <= one.most:
                steps.append((now - cost({**values, id: to}).hours, id, to))
    saved, id, to = max(steps)
    return id, to, saved


def _says(values: Mapping[str, float], case: Case) -> str:
    now = cost(values)
    *levels, users = now.places
    found = ", ".join(f"{place.name.lower()} find {place.found:.1f}" for place in levels)
    shares = ", ".join(
        f"{place.found / place.reached * 100:.0f} %" if place.reached else "none" for place in levels
    )
    return (
        f"Of {DEFECTS} defects {found} and users {users.found:.1f}; of what reaches them the three levels "
        f"find {shares}. Tests take {now.finding:.0f} hours and mending {now.mending:.0f}, "
        f"{users.mending:.0f} of them for what users find: {now.hours:.0f} hours in all. "
        f"{_step(values, case)}"
    )


def _step(values: Mapping[str, float], case: Case) -> str:
    id, to, saved = best_step(values, case)
    if saved < NOTHING:
        return (
            "No single step of a slider for tests saves half an hour more. What a defect does to users and "
            "to trust is not counted here."
        )
    name = {"unit": UNIT, "joint": JOINT, "end": END}[id].lower()
    change = to - values[id]
    how = f"{abs(change):g} {'more' if change > 0 else 'fewer'} {name}"
    return f"The step that saves most: {how} would save {saved:.1f} hours."


def _chart() -> Any:
    from tpm_kit.figures.defect_hours import DefectHours

    return DefectHours()


EXPLORER = Explorer(
    title="Where should a defect be found?",
    task=f"A model of {DEFECTS} defects that pass three levels of tests; it mends one for "
    f"{MENDING['unit']:g} hour where unit tests find it, {MENDING['joint']:g} at integration and "
    f"{MENDING['end']:g} end to end. Set what users' finds cost from your own tickets: the often quoted "
    "hundredfold has no sound source.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
