"""Answers to the table of three times."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant, with_items
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, Review
from tpm_kit.exercises.roadmap.how_sure import EXERCISE

ITEMS = (
    BacklogItem("mill", "Mend the mill", effort=5),
    BacklogItem("flour", "Sift the flour", effort=5, dependencies=("mill",)),
    BacklogItem("oven", "Build the oven", effort=8),
    BacklogItem("trial", "Bake for a trial", effort=1, dependencies=("oven",)),
    BacklogItem("songs", "Play songs", effort=2),
)
PAST = {"mill": (4.0, 7.0, 14.0), "flour": (5.0, 9.0, 17.0), "oven": (9.0, 13.0, 25.0)}
EVIDENCE = tuple(
    {
        "id": id,
        "kind": "item",
        "plan": "A week.",
        "team": f"“{min(past):g} days.”",
        "past": past,
        "fact": f"Similar work took {past[0]:g}, {past[1]:g} and {past[2]:g} working days.",
    }
    for id, past in PAST.items()
)
MILESTONES = (
    {"id": "fair", "title": "The fair", "date": datetime.date(2030, 2, 5), "items": ("flour", "trial")},
    {"id": "open", "title": "Opening", "date": datetime.date(2030, 3, 1), "items": ("songs",)},
)
BAKERY = Case(
    name="how-sure",
    title="Bakery",
    items=ITEMS,
    sprint_start=datetime.date(2030, 1, 7),
    tables={"how-sure": EVIDENCE, "milestones": MILESTONES},
)
"""Monday 7 January to Tuesday 5 February 2030: 22 working days."""
CIRCLE = with_items(BAKERY, mill={"dependencies": ("flour",)})
"""The mill waits for the flour, and the flour for the mill."""
TIMES = {"mill": "4 6 14", "flour": "5 8 17", "oven": "9 14 25", "trial": "1 2 3"}
"""Expected 7, 9, 15 and 2: mill and flour end at 16 (SD 2.60), oven and trial at 17 (SD 2.69)."""
HAND = {"oven": {"days": "15", "sd": "2.7"}, "path": {"days": "17", "sd": "2.7"}, "finish": {"days": "20.5"}}


def typed(**changed: dict[str, str] | str) -> dict[str, Any]:
    """Return the sound answer with some cells typed otherwise: three times as one text, or cells by column;
    "" leaves one blank."""
    cells = {
        id: dict(zip(("optimistic", "likely", "pessimistic"), times.split(), strict=True))
        for id, times in TIMES.items()
    }
    for id, row in HAND.items():
        cells.setdefault(id, {}).update(row)
    for id, row in changed.items():
        row = (
            dict(zip(("optimistic", "likely", "pessimistic"), row.split(), strict=True))
            if isinstance(row, str)
            else row
        )
        cells.setdefault(id, {}).update(row)
    return {"cells": {id: {key: text for key, text in row.items() if text} for id, row in cells.items()}}


SOUND = (BAKERY, typed())


def review(raw: dict[str, Any], case: Case = BAKERY) -> Review:
    """Return what is said of a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw: dict[str, Any], case: Case = BAKERY) -> dict[tuple[str, str], Finding]:
    """Return what is said of a raw answer, by code and level: of several alike, the last."""
    return {(one.code, one.level): one for one in review(raw, case).findings}


def plant(level: str, *says: str, case: Case = BAKERY, also: tuple[str, ...] = (), **cells: Any) -> Plant:
    """Return the answer with these cells typed otherwise, as a planted mistake."""
    return Plant(typed(**cells), level, says, frozenset(also), case)


NO_PAST = replace(BAKERY, tables={"milestones": MILESTONES})
ONE_FACTOR = {
    "mill": "3 6 12",
    "flour": "4 8 16",
    "oven": {"optimistic": "7", "pessimistic": "28", "days": "15.2", "sd": "3.5"},
    "trial": "1 2 4",
}
PLANTED = {
    "SURE-1": [
        plant("problem", "Bake for a trial: likely", "“soon” is no number", trial={"likely": "soon"}),
        plant("problem", "“2 weeks” is in weeks", "about 10", trial={"likely": "2 weeks"}),
        plant("problem", "in points", trial={"likely": "2 points"}),
        plant("problem", "out of range", "0.1 to 1,000", trial={"pessimistic": "5000"}),
    ],
    "PERT-4": [
        plant(
            "problem", "Bake for a trial: likely", "0.5 is below the optimistic 1", trial={"likely": "0.5"}
        ),
        plant(
            "problem", "Sift the flour: pessimistic", "7 is below the likely 8", flour={"pessimistic": "7"}
        ),
    ],
    "SURE-2": [
        plant(
            "caution",
            "Bake for a trial: pessimistic is 2 working days",
            "never move the finish",
            trial="2 2 2",
        ),
        plant(
            "caution",
            "all 4 rows",
            "0.5 and the pessimistic 2 times",
            case=NO_PAST,
            also=("SURE-3",),
            **ONE_FACTOR,
            path={"days": "17.3", "sd": "3.5"},
            finish={"days": "21.2"},
        ),
    ],
    "SURE-3": [
        plant(
            "caution",
            "Mend the mill: pessimistic is 13, but one past case took 14",
            "4, 7 and 14",
            mill="4 6 13",
        ),
        plant(
            "caution", "likely is 4, as quick as the quickest of 3", "The team says: “4 days.”", mill="4 4 22"
        ),
        plant("caution", "likely is 3, quicker than any of 3", mill="3 3 22"),
        plant(
            "caution",
            "likely is 15, slower than any",
            mill="4 15 15",
            path={"days": "22.2", "sd": "2.7"},
            finish={"days": "24"},
        ),
        plant("caution", "optimistic is 5, but one past case took only 4", mill="5 6 13.9", also=()),
        plant("note", "optimistic is 2; the quickest past case took 4", mill="2 6 16"),
        plant("note", "Nothing is known here", "these 4 items", case=NO_PAST),
    ],
    "PERT-1": [
        plant(
            "problem",
            "Build the oven: days by hand is 16",
            "simple mean",
            "(9 + 4 × 14 + 25) ÷ 6",
            oven={"days": "16"},
        ),
        plant("problem", "middle between best and worst", oven={"days": "17"}),
        plant("problem", "the likely time itself", oven={"days": "14"}),
        plant("problem", "9, 14 and 25", oven={"days": "12"}),
        plant("problem", "The longest path: days by hand is 18", "simple means", path={"days": "18"}),
        plant("problem", "is 21.5", "not the sum of the expected times", path={"days": "21.5"}),
    ],
    "PERT-2": [
        plant("problem", "Build the oven: SD by hand is 4", "divided by 4", "(25 − 9) ÷ 6", oven={"sd": "4"}),
        plant("problem", "the whole span", oven={"sd": "16"}),
        plant(
            "problem",
            "The longest path: SD by hand is 3",
            "the sum of the SDs",
            "2.67 and 0.333",
            path={"sd": "3"},
        ),
        plant("problem", "the variance", path={"sd": "7.2"}),
    ],
    "CPM-4": [
        plant(
            "problem",
            "is 16, the expected end of Mend the mill → Sift the flour",
            path={"days": "16", "sd": "2.6"},
        ),
        plant("problem", "is 33, the sum of all 4 items", path={"days": "33"}),
    ],
    "PERT-3": [
        plant("problem", "is 19.3", "longest path alone", "another path", finish={"days": "19.3"}),
        plant("problem", "nearer to an even chance", finish={"days": "17"}),
        plant("problem", "is 25", "99.7 % are done", finish={"days": "25"}),
    ],
    "CPM-8": [
        plant("note", "Sift the flour → Mend the mill → Sift the flour", case=CIRCLE),
    ],
    "SURE-4": [
        plant("good", "P80", "of 10,000 runs are done by 5 February 2030", "correlation 0.5", trial="1 2 3"),
    ],
}
