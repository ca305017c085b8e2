"""A small case in memory, answers that are sound, and answers that are wrong in one way each."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tpm_kit.case import BacklogItem, Capacity, Case, cases_folder, load_case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.prioritization_quiz import QUESTIONS
from tpm_kit.exercises.start_here import CARDS

SHIPPED = sorted((path for path in cases_folder().iterdir() if path.is_dir()), key=lambda path: path.name)

BAKERY = Case(
    name="bakery",
    title="Bakery",
    items=(
        BacklogItem("oven", "Mend the oven", effort=10, deadline=datetime.date(2030, 3, 1), value=6),
        BacklogItem("dough", "Knead by machine", effort=10, value=6),
        BacklogItem("salt", "Weigh the salt", effort=5, value=6, dependencies=("flour",)),
        BacklogItem("flour", "Sift the flour", effort=5, value=6),
        BacklogItem("sign", "Paint the sign", effort=5, value=5, workaround="the old sign can be read"),
        BacklogItem("till", "Replace the till", effort=5, value=6),
        BacklogItem("cakes", "Bake cakes", effort=5, value=4, dependencies=("till",)),
        BacklogItem("songs", "Play songs", effort=5, value=2),
        BacklogItem("van", "Buy a van", effort=8, value=1),
    ),
    release_date=datetime.date(2030, 3, 29),
    capacity=Capacity(sprints=6, points_per_sprint=12.5, focus_factor=0.8),
)
BAKERY_LANES = {
    **dict.fromkeys(("oven", "dough", "salt", "flour"), "must"),
    **dict.fromkeys(("sign", "till"), "should"),
    **dict.fromkeys(("cakes", "songs"), "could"),
    "van": "wont",
}
"""30, 10 and 10 points: 60, 20 and 20 %, as in the domain reference."""
BARE = Case(name="bare", title="Bare", items=tuple(BacklogItem(item.id, item.title) for item in BAKERY.items))
"""The same items with nothing known but their titles."""


def with_items(case: Case, **changes: Mapping[str, Any]) -> Case:
    """Return the case with fields of some items changed, by item id."""
    return replace(case, items=tuple(replace(item, **changes.get(item.id, {})) for item in case.items))


def with_capacity(case: Case, points: float | None) -> Case:
    """Return the case with that capacity, or with none."""
    return replace(case, capacity=None if points is None else Capacity(1, points, 1.0))


def lanes(placed: Mapping[str, str], **moved: str) -> dict[str, Any]:
    """Return a raw board answer: item id -> column, some of them moved elsewhere."""
    return {"places": [{"id": id, "row": "all", "column": lane} for id, lane in {**placed, **moved}.items()]}


def bakery(**moved: str) -> dict[str, Any]:
    """Return the sound answer for the bakery, with some items in another lane."""
    return lanes(BAKERY_LANES, **moved)


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the right choices of the recap quiz, with some chosen otherwise."""
    right = {question.id: option.id for question in QUESTIONS for option in question.options if option.right}
    return {"choices": {**right, **chosen}}


def practice(*order: str) -> dict[str, Any]:
    """Return the practice board with the cards in this order in the first lane."""
    return lanes(dict.fromkeys(order, "works"))


SOUND: dict[str, tuple[Case, dict[str, Any]]] = {
    "practice": (BAKERY, practice("top", *(id for id in CARDS if id != "top"))),
    "moscow": (BAKERY, bakery()),
    "prioritization-quiz": (BAKERY, quiz()),
}
"""A sound answer for each exercise, with its case."""


class Plant(NamedTuple):
    """A wrong answer, made from the sound one by the least change."""

    answer: dict[str, Any]
    level: str
    says: tuple[str, ...]
    """What the text of the finding must hold: the learner's own items and numbers."""
    also: frozenset[str] = frozenset()
    """Codes that the same mistake cannot but raise too."""
    case: Case = BAKERY


EVERYTHING_MUST = bakery(**dict.fromkeys(BAKERY_LANES, "must"))
SMALL_MUSTS = with_items(BAKERY, till={"effort": 10}, songs={"effort": 10})

PLANTED: dict[tuple[str, str], list[Plant]] = {
    ("practice", "START-1"): [
        Plant(practice(*CARDS), "problem", (CARDS["top"][0], "number 5 of 5")),
        Plant(lanes(dict.fromkeys(CARDS, "works"), top="not"), "problem", (CARDS["top"][0], "Not for me")),
    ],
    ("prioritization-quiz", "QUIZ"): [
        Plant(quiz(share="quarter"), "problem", ("Question 2", "25 %: 5 cards of 20.")),
        Plant(quiz(limit="relabel"), "problem", ("Question 6", "Rename two Musts")),
    ],
    ("moscow", "MOSCOW-1"): [
        Plant(
            bakery(sign="wont", cakes="wont"),
            "caution",
            ("60.4 %", "32 points of 53", "at most 60 %", "Knead by machine, Mend the oven"),
            case=with_items(BAKERY, dough={"effort": 12}, till={"effort": 10}, songs={"effort": 11}),
        )
    ],
    ("moscow", "MOSCOW-2"): [
        Plant(
            bakery(songs="should"), "caution", ("10 %", "5 points of 50", "About 5 points more", "Play songs")
        ),
    ],
    ("moscow", "MOSCOW-3"): [
        Plant(bakery(sign="wont", cakes="wont"), "note", ("67 %", "60 %"), case=SMALL_MUSTS),
    ],
    ("moscow", "MOSCOW-4"): [
        Plant(bakery(sign="must", salt="should"), "problem", ("Paint the sign", "the old sign can be read")),
    ],
    ("moscow", "MOSCOW-5"): [Plant(bakery(van="could"), "caution", ("each of the 9 items",))],
    ("moscow", "MOSCOW-6"): [
        Plant(
            EVERYTHING_MUST,
            "problem",
            ("All 9 placed items are Musts",),
            frozenset({"MOSCOW-1", "MOSCOW-2", "MOSCOW-4", "MOSCOW-5"}),
        )
    ],
    ("moscow", "MOSCOW-7"): [
        Plant(
            bakery(),
            "problem",
            ("40 points (30 + 10)", "room for 39", "at least 1 point out", "Paint the sign"),
            case=with_capacity(BAKERY, 39),
        ),
        Plant(bakery(), "note", ("50 points, 5 more than",), case=with_capacity(BAKERY, 45)),
    ],
    ("moscow", "MOSCOW-8"): [
        Plant(
            bakery(flour="could", songs="must"), "problem", ("a Could: Weigh the salt needs Sift the flour",)
        ),
        Plant(
            bakery(flour="wont", van="must"),
            "problem",
            ("a Won't: Weigh the salt needs Sift the flour",),
            case=with_items(BAKERY, van={"effort": 5}),
        ),
    ],
    ("moscow", "PRI-4"): [
        Plant(
            bakery(cakes="should", till="could"),
            "problem",
            ("Bake cakes is a Should", "Replace the till, which is only a Could"),
        ),
        Plant(
            bakery(flour="should", till="must"),
            "problem",
            ("Weigh the salt is a Must", "Sift the flour, which is only a Should"),
        ),
    ],
    ("moscow", "PLAN-2"): [
        Plant(bakery(oven="should"), "caution", ("Mend the oven", "1 March 2030", "only a Should")),
    ],
    ("moscow", "PLAN-1"): [
        Plant(
            bakery(oven="wont", dough="should", salt="should", flour="should"),
            "caution",
            ("None of the 9 placed items is a Must",),
            frozenset({"PLAN-2"}),
        )
    ],
    ("moscow", "PLAN-3"): [
        Plant(
            bakery(),
            "note",
            ("Replace the till", "value of 9", "is only a Should"),
            case=with_items(BAKERY, till={"value": 9}),
        )
    ],
    ("moscow", "PRI-6"): [
        Plant(
            bakery(),
            "note",
            ("known for 1 of 9 placed items", "Weigh the salt"),
            case=with_items(BAKERY, salt={"effort": None}),
        ),
    ],
}
"""At least one wrong answer for every rule of every exercise, by exercise and code."""


def sound_answers(exercise: Exercise) -> list[tuple[Case, dict[str, Any]]]:
    """Return the sound answers of an exercise: the worked ones of the shipped cases, and the one above."""
    worked = [(case, case.worked(exercise.id)) for case in map(load_case, SHIPPED) if exercise.worked]
    answers = [
        (case, lanes({id: column for id, (column, _) in answer.items()})) for case, answer in worked if answer
    ]
    return answers + ([SOUND[exercise.id]] if exercise.id in SOUND else [])
