"""Answers to the MoSCoW board of one sprint."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, BAKERY_LANES, Plant, lanes, with_items
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case

FIRST = replace(
    BAKERY,
    items=(
        *BAKERY.items,
        BacklogItem(
            "rye", "Bake rye", effort=5, deadline=datetime.date(2030, 3, 28), dependencies=("flour",)
        ),
        BacklogItem("yard", "Pave the yard", effort=9, workaround="planks"),
    ),
    sprint_start=datetime.date(2030, 2, 4),
    capacity=Capacity(sprints=4, points_per_sprint=50, focus_factor=0.8),
    tables={"moscow-sprint": tuple({"id": id, "note": f"Why {id} now."} for id in BAKERY_LANES)},
)
"""Room for 40 points. The oven cannot wait, the flour until sprint 2 at most, since the rye, due before
sprint 4 is over, needs it; neither rye nor yard is on the table."""
LANES = {**BAKERY_LANES, "salt": "should", "till": "must"}


def sprint(**moved: str) -> dict[str, Any]:
    """Return the sound answer, with some items in another lane."""
    return lanes(LANES, **moved)


def room(points: float, case: Case = FIRST) -> Case:
    """Return the case with so many points in each of its four sprints."""
    return replace(case, capacity=Capacity(4, points, 1.0))


def planned(case: Case = FIRST, **release: str) -> Case:
    """Return the case with a plan of the release: item id -> lane."""
    return replace(case, earlier={"moscow": Placements.of(release)})


def plant(
    answer: dict[str, Any],
    level: str,
    says: tuple[str, ...],
    also: frozenset[str] = frozenset(),
    case: Case = FIRST,
) -> Plant:
    """Return a wrong answer to the sprint above."""
    return Plant(answer, level, says, also, case)


SOUND = (FIRST, sprint())

PLANTED = {
    "MOSCOW-1": [
        plant(
            sprint(),
            "caution",
            ("62 %", "40 points of 65", "at most 60 %", "does the sprint really fail"),
            case=room(60, with_items(FIRST, dough={"effort": 20}, songs={"effort": 10})),
        )
    ],
    "MOSCOW-2": [
        plant(sprint(songs="should"), "caution", ("10 %", "5 points of 50", "About 5 points"), case=room(45)),
    ],
    "MOSCOW-4": [
        plant(
            sprint(sign="must", till="should"),
            "problem",
            ("Paint the sign", "the old sign can be read", "the sprint does not fail"),
        ),
    ],
    "MOSCOW-5": [
        plant(sprint(van="could"), "caution", ("each of the 9 items", "will not come in this sprint"))
    ],
    "MOSCOW-6": [
        plant(
            sprint(**dict.fromkeys(LANES, "must")),
            "problem",
            ("All 9 placed items are Musts",),
            frozenset({"MOSCOW-1", "MOSCOW-2", "MOSCOW-4", "MOSCOW-5", "MOSCOW-7"}),
        )
    ],
    "MOSCOW-7": [
        plant(
            sprint(),
            "problem",
            ("40 points (30 + 10)", "the sprint has room for 39", "at least 1 point out"),
            case=room(39),
        ),
    ],
    "MOSCOW-8": [
        plant(
            sprint(cakes="must", till="could"),
            "problem",
            ("a Could: Bake cakes needs Replace the till", "A sprint cannot promise"),
        ),
    ],
    "PRI-4": [
        plant(
            sprint(cakes="should", till="could"),
            "problem",
            ("Bake cakes is a Should", "Replace the till, which is only a Could"),
        ),
        plant(
            sprint(),
            "problem",
            ("Play songs is a Could of this sprint, but needs Pave the yard and Bake rye: not on the table",),
            case=with_items(FIRST, songs={"dependencies": ("yard", "rye", "elsewhere")}),
        ),
    ],
    "PLAN-1": [
        plant(
            sprint(oven="wont", dough="should", flour="should", till="should"),
            "caution",
            ("None of the 9 placed items is a Must", "is the sprint worth having"),
        )
    ],
    "PRI-6": [
        plant(
            sprint(),
            "note",
            ("known for 1 of 9 placed items", "Buy a van"),
            case=with_items(FIRST, van={"effort": None}),
        ),
    ],
    "SPRINT-1": [
        plant(
            sprint(flour="should"),
            "caution",
            (
                "Sift the flour is only a Should",
                "before it is done: Bake rye",
                "until sprint 2 at most",
                "Knead by machine (until sprint 4) and Replace the till (until sprint 4) are Musts here",
            ),
        ),
        plant(
            sprint(till="should"),
            "caution",
            (
                "Replace the till is only a Should",
                "Bake cakes",
                "Knead by machine (until sprint 4) is a Must",
            ),
            case=planned(cakes="must"),
        ),
    ],
    "SPRINT-2": [
        plant(
            sprint(),
            "caution",
            ("Play songs is a Could of this sprint, but your plan of the release has it in Won't",),
            case=planned(songs="wont", van="wont"),
        ),
    ],
}
