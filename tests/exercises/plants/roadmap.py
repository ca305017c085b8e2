"""Answers to the roadmap: a harbour with two teams, five sprints and two dates."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant, with_items
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case, Team

FAIR, OPENING = datetime.date(2030, 2, 20), datetime.date(2030, 3, 15)
"""In the middle of sprint 4, and on the last day of sprint 5."""


def chosen(column: str, *ids: str) -> Placements:
    """Return an earlier answer with these items in that column."""
    return Placements.of(dict.fromkeys(ids, column))


def who(id: str, team: str, person: str = "") -> dict[str, str]:
    """Return a row of the table "plan"."""
    return {"id": id, "team": team, "person": person}


HARBOUR = Case(
    name="harbour",
    title="Harbour",
    items=(
        BacklogItem("crane", "Mend the crane", theme="Quay", effort=5),
        BacklogItem(
            "pier", "Lengthen the pier", theme="Quay", effort=9, dependencies=("crane",), deadline=FAIR
        ),
        BacklogItem("wires", "Lay the wires", theme="Lights", effort=3),
        BacklogItem(
            "lamps", "Hang new lamps", theme="Lights", effort=4, dependencies=("wires",), deadline=OPENING
        ),
        BacklogItem("boat", "Paint the boat", theme="Boats", effort=5),
        BacklogItem("nets", "Mend the nets", theme="Boats", effort=3),
        BacklogItem("flag", "Buy a flag", theme="Boats", effort=1),
    ),
    sprint_start=datetime.date(2030, 1, 7),
    release_date=OPENING,
    capacity=Capacity(sprints=5, points_per_sprint=24, focus_factor=0.5),
    teams=(Team("Dock", 12), Team("Yard", 12)),
    tables={
        "plan": (
            who("crane", "Dock", "Ben"),
            who("pier", "Dock"),
            who("wires", "Yard", "Ben"),
            who("lamps", "Yard"),
            who("boat", "Dock"),
            who("nets", "Yard"),
        ),
        "milestones": (
            {"id": "opening", "title": "Season opens", "date": OPENING, "items": ("lamps",)},
            {"id": "fair", "title": "Spring fair", "date": FAIR, "items": ("pier",)},
        ),
    },
    earlier={"moscow": chosen("must", "pier", "lamps"), "top-five": chosen("top", "boat", "nets")},
)
"""Two teams with 6 points a sprint each; 29 points are planned of 60."""
PLACES = {
    "fair": "dates/sprint-4",
    "opening": "dates/sprint-5",
    "crane": "Quay/sprint-1",
    "pier": "Quay/sprint-2 x2",
    "wires": "Lights/sprint-2",
    "lamps": "Lights/sprint-3 x2",
    "boat": "Boats/sprint-4",
    "nets": "Boats/sprint-5",
}


def harbour(**moved: str) -> dict[str, Any]:
    """Return the sound raw answer, with some cards elsewhere; "" leaves one in the tray."""
    places = {id: place for id, place in {**PLACES, **moved}.items() if place}
    return Placements.of(places).raw()


def needing(**needs: tuple[str, ...]) -> Case:
    """Return the harbour with other needs."""
    return with_items(HARBOUR, **{id: {"dependencies": ids} for id, ids in needs.items()})


plant = partial(Plant, case=HARBOUR)
SOUND = (HARBOUR, harbour())
PLANTED = {
    "ROAD-4": [
        plant(
            harbour(),
            "problem",
            ("in a circle: Mend the crane needs Lengthen the pier needs Mend the crane.",),
            case=needing(crane=("pier",)),
        ),
        plant(
            harbour(),
            "problem",
            ("in a circle: Mend the nets needs Mend the nets.",),
            case=needing(nets=("nets",)),
        ),
    ],
    "ROAD-5": [
        plant(
            harbour(lamps="Lights/sprint-2 x2"),
            "problem",
            (
                "Hang new lamps starts in sprint 2 (21 January to 1 February), but needs Lay the wires, "
                "which is done at the end of sprint 2 (21 January to 1 February).",
                "Start it in sprint 3 or later",
            ),
        ),
        plant(
            harbour(wires="Lights/sprint-5", nets="Boats/sprint-1"),
            "problem",
            ("Hang new lamps starts in sprint 3", "No sprint is left after that one"),
        ),
        plant(
            harbour(boat=""),
            "problem",
            ("Mend the nets is planned, but needs Paint the boat, which is not.",),
            frozenset({"ROAD-13"}),
            case=needing(nets=("boat",)),
        ),
    ],
    "ROAD-6": [
        plant(
            harbour(fair="dates/sprint-3 x2"),
            "problem",
            (
                "Spring fair covers sprints 3 to 4.",
                "20 February 2030, falls into sprint 4 (18 February to 1 March)",
            ),
        ),
        plant(
            harbour(fair="dates/sprint-3"),
            "problem",
            (
                "Spring fair lies in sprint 3 (4 to 15 February); its date, 20 February 2030, falls into "
                "sprint 4 (18 February to 1 March).",
            ),
        ),
    ],
    "ROAD-9": [
        plant(
            harbour(),
            "caution",
            ("Booked to the last point: sprint 1 (7 to 18 January) of Dock (6 points).",),
            case=with_items(HARBOUR, crane={"effort": 6}),
        ),
    ],
    "ROAD-10": [
        plant(
            harbour(wires="Lights/sprint-1"),
            "problem",
            ("Ben is on 2 bars at once in sprint 1 (7 to 18 January): ", "Mend the crane", "Lay the wires"),
        ),
        plant(
            harbour(crane="Quay/sprint-1 x2", pier="Quay/sprint-3", wires="Lights/sprint-1 x2"),
            "problem",
            ("at once in sprint 1 (7 to 18 January) and sprint 2 (21 January to 1 February)",),
            case=with_items(HARBOUR, pier={"effort": 5}),
        ),
    ],
    "ROAD-11": [
        plant(
            harbour(pier="Quay/sprint-3 x2", boat="Boats/sprint-5"),
            "problem",
            (
                "Lengthen the pier is done at the end of sprint 4 (18 February to 1 March); it is due on "
                "20 February 2030.",
                "End it in sprint 3 (4 to 15 February) at the latest.",
            ),
        ),
        plant(
            harbour(),
            "caution",
            ("it is due on 17 January 2030.", "No sprint of this plan is over by then."),
            case=with_items(HARBOUR, pier={"deadline": datetime.date(2030, 1, 17)}),
        ),
    ],
    "ROAD-12": [
        plant(
            harbour(boat="Lights/sprint-4"),
            "caution",
            ("Not in its row: Paint the boat (in Lights, its theme is Boats).",),
        ),
        plant(
            harbour(boat="Lights/sprint-4", fair="Quay/sprint-4"),
            "caution",
            ("Not in their row: Spring fair (in Quay); Paint the boat (in Lights, its theme is Boats).",),
        ),
    ],
    "ROAD-13": [
        plant(
            harbour(nets=""),
            "caution",
            ("Left in the tray, although there is room: Mend the nets (top five, 3 pts) in sprint 1.",),
        ),
        plant(
            harbour(nets=""),
            "note",
            ("Not on this roadmap: Mend the nets (top five, 31 pts).", "there is no place for it"),
            case=with_items(HARBOUR, nets={"effort": 31}),
        ),
    ],
    "ROAD-14": [
        plant(
            harbour(),
            "good",
            (
                "3 of 6 bars have no float. Before a date: Mend the crane → Lengthen the pier. At the end of "
                "the plan: Mend the nets.",
            ),
        ),
        plant(
            harbour(nets="Boats/sprint-1"),
            "good",
            (
                "Every bar has float. Least, 1 sprint: Mend the crane, Lengthen the pier, Lay the wires, "
                "Hang new lamps and 1 more.",
            ),
            case=with_items(HARBOUR, pier={"deadline": datetime.date(2030, 3, 1)}),
        ),
    ],
    "LOAD-1": [
        plant(
            harbour(boat="Boats/sprint-3"),
            "problem",
            (
                "Sprint 3 (4 to 15 February) holds 9.5 points of Dock, 3.5 more than the 6: Paint the boat "
                "and Lengthen the pier.",
            ),
        ),
    ],
    "LOAD-2": [
        plant(
            harbour(pier="Quay/sprint-2"),
            "problem",
            (
                "Lengthen the pier (9 points) lies in sprint 2; Dock can finish 6 points in one sprint.",
                "it would take 2 sprints",
            ),
        ),
        plant(
            harbour(nets="Boats/sprint-3 x3"),
            "caution",
            (
                "Mend the nets (3 points) is stretched over 3 sprints; Yard can finish it in 1.",
                "1 point a sprint",
            ),
        ),
    ],
}

OWN = Case(
    name="own-harbour",
    title="Own harbour",
    items=tuple(replace(item, effort=5 if item.id == "crane" else None) for item in HARBOUR.items),
    own=True,
    earlier=HARBOUR.earlier,
)


def sizes(**typed: str) -> dict[str, Any]:
    """Return the sound raw answer to the table of sizes, some cells with another text."""
    cells = {"pier": "8", "wires": "3", "lamps": "3", "boat": "5", "nets": "2,5"}
    return {"cells": {id: {"points": text} for id, text in {**cells, **typed}.items()}}


INPUTS_SOUND = (OWN, sizes())
own_plant = partial(Plant, case=OWN)
INPUTS_PLANTED = {
    "PRI-6": [
        own_plant(sizes(pier="large"), "problem", ("Lengthen the pier: “large” is no number of points.",)),
        own_plant(sizes(boat="3 days"), "problem", ("Paint the boat: “3 days” is no number",)),
        own_plant(sizes(boat="0"), "problem", ("Paint the boat: “0” is no number",)),
        own_plant(sizes(nets="1e9"), "problem", ("Mend the nets: “1e9” is no number", "at most 1000")),
    ],
    "LOAD-2": [
        own_plant(
            sizes(pier="200", nets="2"),
            "caution",
            ("Lengthen the pier has 200 points, Mend the nets 2 points: 100 times as many.",),
        ),
        own_plant(
            sizes(pier="200"), "caution", ("Lengthen the pier has 200 points, Mend the nets 2.5 points: 80",)
        ),
    ],
}
