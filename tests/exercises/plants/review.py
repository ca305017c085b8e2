"""Answers to the review: the harbour in its second sprint, with a storm, an illness and a wish."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant, with_items
from tests.exercises.plants.roadmap import FAIR, HARBOUR, OPENING, PLACES, who
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case

DAY = datetime.date(2030, 1, 28)
"""A Monday in the middle of sprint 2."""
NO_CHANGE = {"items": (), "points": None, "team": "", "start": None, "deadline": None, "date": DAY}
STORM = {
    "id": "storm",
    "kind": "item",
    "title": "A storm breaks the first piles",
    "fact": "Nobody can go on before 18 February; 4 points more.",
    "items": ("pier",),
    "points": 4.0,
    "start": datetime.date(2030, 2, 18),
    "deadline": OPENING,
}
ILLNESS = {
    "id": "illness",
    "kind": "team",
    "title": "Two of the Yard fall ill",
    "fact": "8 points a sprint fewer from 4 March on.",
    "points": 8.0,
    "team": "Yard",
    "start": datetime.date(2030, 3, 4),
}
WISH = {
    "id": "wish",
    "kind": "wish",
    "title": "The mayor wants a flag",
    "fact": "For the season.",
    "items": ("flag",),
}


def changed(*rows: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Return rows of the table "changes"."""
    return tuple({**NO_CHANGE, **row} for row in rows)


AUDIENCES = tuple(
    {"id": id, "title": title, "milestones": milestones, "fact": fact}
    for id, title, milestones, fact in (
        ("team", "Dock and Yard", (), "They build."),
        ("sponsor", "The mayor", (), "She pays."),
        ("supervisor", "The harbour master", ("fair",), "He opens the harbour."),
    )
)
REVIEWED = replace(
    with_items(HARBOUR, nets={"dependencies": ("lamps",)}, flag={"effort": 9}),
    tables={
        **HARBOUR.tables,
        "plan": (*HARBOUR.tables["plan"], who("flag", "Yard")),
        "changes": changed(STORM, ILLNESS, WISH),
        "promise": AUDIENCES,
    },
    earlier={**HARBOUR.earlier, "roadmap": Placements.of(PLACES)},
)
"""Crane and wires are done after sprint 2, and 4.5 of the pier's 9 points; 8.5 are open. Dock can finish 6
points in each sprint, Yard 6 and in sprint 5 only 2."""
REPLAN = {
    "boat": "Boats/sprint-3",
    "pier": "Quay/sprint-4 x2",
    "lamps": "Lights/sprint-3 x2",
    "nets": "out/sprint-5",
    "flag": "out/sprint-5",
}


def replan(**moved: str) -> dict[str, Any]:
    """Return the sound raw answer, with some cards elsewhere; "" leaves one in the tray."""
    places = {id: place for id, place in {**REPLAN, **moved}.items() if place}
    return Placements.of(places).raw()


def with_changes(*rows: dict[str, Any], case: Case = REVIEWED) -> Case:
    """Return the case with these changes only."""
    return replace(case, tables={**case.tables, "changes": changed(*rows)})


def with_people(case: Case = REVIEWED, **people: str) -> Case:
    """Return the case with people for some of its items."""
    rows = tuple({**row, "person": people.get(row["id"], row["person"])} for row in case.table("plan"))
    return replace(case, tables={**case.tables, "plan": rows})


ANCHOR = replace(
    with_items(REVIEWED, flag={"effort": 1, "dependencies": ("anchor",)}),
    items=(
        *with_items(REVIEWED, flag={"effort": 1, "dependencies": ("anchor",)}).items,
        BacklogItem("anchor", "Cast an anchor", effort=2),
    ),
)
"""The wish needs what nobody has planned."""
UNDATED = with_changes(
    {**STORM, "deadline": None}, ILLNESS, WISH, case=with_items(REVIEWED, pier={"deadline": None})
)
plant = partial(Plant, case=REVIEWED)
SOUND = (REVIEWED, replan())
PLANTED = {
    "LOAD-1": [
        plant(
            replan(nets="Boats/sprint-5"),
            "problem",
            (
                "Sprint 5 (4 to 15 March) holds 3 points of Yard, 1 more than the 2 that are left of the 6: "
                "Mend the nets.",
            ),
        ),
        plant(
            replan(boat="Boats/sprint-4"),
            "problem",
            (
                "Sprint 4 (18 February to 1 March) holds 9.25 points of Dock, 3.25 more than the 6: Paint "
                "the boat and Lengthen the pier.",
            ),
        ),
    ],
    "ROAD-5": [
        plant(
            replan(nets="Boats/sprint-3"),
            "problem",
            (
                "Mend the nets starts in sprint 3 (4 to 15 February), but needs Hang new lamps, which is "
                "done at the end of sprint 4 (18 February to 1 March).",
                "Start it in sprint 5 or later, finish what it needs sooner, or leave it for after the "
                "release.",
            ),
        ),
        plant(
            replan(lamps="out/sprint-3", nets="Boats/sprint-4"),
            "problem",
            ("Mend the nets stays in the release, but needs Hang new lamps, which you leave for later.",),
            frozenset({"ROAD-11"}),
        ),
        plant(
            replan(flag="Boats/sprint-3"),
            "problem",
            ("Buy a flag needs Cast an anchor, which the plan does not hold.",),
            case=ANCHOR,
        ),
    ],
    "ROAD-10": [
        plant(
            replan(boat="Boats/sprint-4"),
            "problem",
            (
                "Dee is on 2 bars at once in sprint 4 (18 February to 1 March): Paint the boat and Lengthen "
                "the pier.",
            ),
            case=with_people(with_items(REVIEWED, boat={"effort": 1}), boat="Dee", pier="Dee"),
        ),
    ],
    "ROAD-11": [
        plant(
            replan(),
            "problem",
            (
                "Hang new lamps is done at the end of sprint 4 (18 February to 1 March); it is due on "
                "20 February 2030.",
                "End it in sprint 3 (4 to 15 February) at the latest.",
            ),
            case=with_items(REVIEWED, lamps={"deadline": FAIR}),
        ),
        plant(
            replan(lamps="out/sprint-3"),
            "problem",
            ("Hang new lamps leaves the release, but is due on 15 March 2030.",),
        ),
        plant(
            replan(),
            "caution",
            ("Paint the boat is done at the end of sprint 3", "so the date is lost already"),
            case=with_items(REVIEWED, boat={"deadline": datetime.date(2030, 1, 30)}),
        ),
    ],
    "REVIEW-1": [
        plant(
            replan(flag="Boats/sprint-3 x3", nets="Boats/sprint-5"),
            "problem",
            ("You take in Buy a flag (9 points), and nothing of Yard leaves for it",),
            frozenset({"LOAD-1"}),
        ),
    ],
    "REVIEW-2": [
        plant(
            replan(boat="Boats/sprint-2"),
            "problem",
            (
                "What is open of Paint the boat starts in sprint 2 (21 January to 1 February), which is "
                "under way.",
                "Start it in sprint 3 or later.",
            ),
        ),
    ],
    "REVIEW-3": [
        plant(
            replan(pier="Quay/sprint-3 x3", boat="out/sprint-5"),
            "problem",
            (
                "Lengthen the pier goes on in sprint 3 (4 to 15 February), but cannot before sprint 4.",
                "A storm breaks the first piles",
            ),
        ),
    ],
    "REVIEW-4": [
        plant(
            replan(pier="out/sprint-4", boat="Boats/sprint-4"),
            "caution",
            (
                "Lengthen the pier leaves the release, although 4.5 points are spent on it; 8.5 would "
                "finish it.",
            ),
            case=UNDATED,
        ),
    ],
    "REVIEW-5": [
        plant(
            replan(lamps="Lights/sprint-4 x2"),
            "note",
            ("Hang new lamps could have stayed where it was",),
        ),
    ],
}
