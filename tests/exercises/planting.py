"""A small case in memory, and what a planted wrong answer is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tpm_kit.case import BacklogItem, Capacity, Case
from tpm_kit.widgets.quiz import Question

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


def right_choices(questions: Iterable[Question], chosen: Mapping[str, str]) -> dict[str, Any]:
    """Return a raw answer to a quiz: the right options, with some chosen otherwise, by the question's id;
    `_` in it stands for a hyphen."""
    right = {question.id: option.id for question in questions for option in question.options if option.right}
    return {"choices": {**right, **{id.replace("_", "-"): option for id, option in chosen.items()}}}


class Plant(NamedTuple):
    """A wrong answer, made from the sound one by the least change."""

    answer: dict[str, Any]
    level: str
    says: tuple[str, ...]
    """What the text of the finding must hold: the learner's own items and numbers."""
    also: frozenset[str] = frozenset()
    """Codes that the same mistake cannot but raise too."""
    case: Case = BAKERY
