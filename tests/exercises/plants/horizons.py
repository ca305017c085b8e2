"""Answers to a Now / Next / Later board: a railway with six sprints of ten points."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant, lanes, with_items
from tpm_kit.case import BacklogItem, Capacity, Case, Team


def row(id: str, title: str, items: str, change: str = "", date: datetime.date | None = None) -> dict:
    """Return a row of the table "horizons"; `change` is "measure|12|3|unit", empty for a feature."""
    measure, before, after, unit = (*change.split("|"), "", "", "")[:4]
    return {
        "id": id,
        "title": title,
        "measure": measure,
        "baseline": float(before) if before else None,
        "target": float(after) if after else None,
        "unit": unit,
        "items": tuple(items.split()),
        "date": date,
        "note": "",
    }


RAILWAY = Case(
    name="railway",
    title="Railway",
    items=(
        BacklogItem("track", "Lay the track", effort=8),
        BacklogItem(
            "wagons",
            "Buy wagons",
            effort=4,
            dependencies=("track",),
            deadline=datetime.date(2030, 2, 22),
        ),
        BacklogItem("print", "Print timetables", effort=2),
        BacklogItem("bell", "Ring a bell", effort=1),
        BacklogItem("tickets", "Sell tickets online", effort=10, dependencies=("wagons",)),
        BacklogItem("stove", "Put a stove into each carriage", effort=5),
        BacklogItem("basket", "Hand out baskets", effort=4, dependencies=("tickets",)),
        BacklogItem("extra", "Run extra trains", effort=6),
        BacklogItem("coffee", "Serve coffee", effort=4),
    ),
    sprint_start=datetime.date(2030, 1, 7),
    release_date=datetime.date(2030, 3, 29),
    capacity=Capacity(sprints=6, points_per_sprint=10, focus_factor=1.0),
    tables={
        "horizons": (
            row("run", "Trains reach the coast", "track wagons", "Trains a day|0|6|"),
            row("know", "Riders know when to come", "print bell", "Riders who ask|40|10|%"),
            row("queue", "Nobody queues for a ticket", "tickets", "Wait at the desk|12|3|minutes"),
            row("warm", "Riders are warm in winter", "stove", "Complaints a month|1500|200|"),
            row("pets", "Dogs travel too", "basket", "Dogs a day|0|20|"),
            row(
                "fair",
                "The fair gets its trains",
                "extra",
                "Visitors by train|5|30|%",
                datetime.date(2031, 5, 1),
            ),
            row("drinks", "Serve coffee on board", "coffee"),
        )
    },
)
"""The sprints end on 18 January, 1 and 15 February, 1, 15 and 29 March, so that sprint 3 is the last one
before the wagons are due."""
PLACES = {
    "run": "now",
    "know": "now",
    "queue": "next",
    "fair": "next",
    "warm": "later",
    "pets": "later",
    "drinks": "out",
}
"""15 of 20 points in Now, 16 of 40 in Next."""
railway = partial(lanes, PLACES)
plant = partial(Plant, case=RAILWAY)

TEAMS = replace(
    RAILWAY,
    teams=(Team("Rails", 4), Team("Desk", 6)),
    tables={
        **RAILWAY.tables,
        "plan": tuple(
            {"id": item.id, "team": "Rails" if item.id in ("track", "wagons") else "Desk", "person": ""}
            for item in RAILWAY.items
        ),
    },
)
"""The track takes Rails two sprints and the wagons one, which ends just in time."""

SOUND = (RAILWAY, railway())
PLANTED = {
    "ROAD-1": [
        plant(
            railway(drinks="next"),
            "problem",
            ("“Serve coffee on board” stands on the roadmap, and nothing says what it should change",),
        ),
    ],
    "ROAD-2": [
        plant(
            railway(fair="later"),
            "caution",
            ("“The fair gets its trains” stands in Later with a date, 1 May 2031.", "into Next"),
        ),
    ],
    "ROAD-3": [
        plant(
            railway(fair="now"),
            "problem",
            (
                "Now holds 21 points, and the first two sprints have room for 20",
                "“Riders know when to come” (3 points), “The fair gets its trains” (6 points) and "
                "“Trains reach the coast” (12 points)",
                "1 point too many",
                "Move “Riders know when to come” (3 points) to Next: no date",
            ),
        ),
        plant(
            railway(),
            "note",
            ("Next holds 42 points, and the rest of the release has room for 40",),
            case=with_items(RAILWAY, tickets={"effort": 36}),
        ),
        plant(railway(), "note", ("runs on into Next: Rails 12 of 8 points",), case=TEAMS),
    ],
    "ROAD-9": [
        plant(
            railway(warm="now"),
            "caution",
            (
                "Now holds 20 of 20 points (100 %): nothing is left free.",
                "“Riders know when to come” (3 points)",
            ),
        ),
        plant(
            railway(drinks="now"),
            "caution",
            ("Now holds 19 of 20 points (95 %): 1 point is left free.",),
            frozenset({"ROAD-1"}),
        ),
    ],
    "ROAD-5": [
        plant(
            railway(queue="later", pets="next"),
            "problem",
            (
                "“Dogs travel too” stands in Next and needs “Nobody queues for a ticket”, "
                "which stands in Later.",
            ),
        ),
        plant(
            railway(queue="out"),
            "problem",
            ("“Dogs travel too” stands in Later", "which stands in Not an entry yet"),
            frozenset({"ROAD-15"}),
        ),
    ],
    "ROAD-11": [
        plant(
            railway(run="next"),
            "problem",
            (
                "“Trains reach the coast” stands in Next and must be there by 22 February 2030",
                "Buy wagons is done at the end of sprint 4 at the earliest, and sprint 3 is the last",
                "Move “Trains reach the coast” to Now.",
            ),
        ),
        plant(
            railway(run="out"),
            "problem",
            ("“Trains reach the coast” stands in Not an entry yet", "by 22 February 2030", "Put it into Now"),
            frozenset({"ROAD-5"}),
        ),
        plant(
            railway(),
            "caution",
            (
                "done at the end of sprint 2",
                "sprint 1 is the last that ends by then",
                "Even if all of it began",
            ),
            case=with_items(RAILWAY, wagons={"deadline": datetime.date(2030, 1, 31)}),
        ),
        plant(
            railway(),
            "caution",
            ("done at the end of sprint 2 at the earliest, and no sprint ends by then",),
            case=with_items(RAILWAY, wagons={"deadline": datetime.date(2029, 12, 24)}),
        ),
    ],
    "ROAD-15": [
        plant(
            railway(know="out"),
            "caution",
            (
                "“Riders know when to come” is left off",
                "(Riders who ask: from 40 to 10 %)",
                "Put it into Later",
            ),
        ),
    ],
    "ROAD-16": [
        plant(railway(warm="next", pets="next"), "note", ("Later is empty",)),
        plant(
            railway(),
            "note",
            ("“Riders know when to come” stands in Now, and nobody has estimated Ring a bell.",),
            case=with_items(RAILWAY, bell={"effort": None}),
        ),
    ],
}

OWN = Case(
    "own-railway",
    "Own railway",
    tuple(
        replace(item, theme=theme)
        for item, theme in zip(
            RAILWAY.items,
            ["Coast", "Coast", "Desk", "Desk", "Desk", "Ride", "Ride", "Ride", "Ride"],
            strict=True,
        )
    ),
    own=True,
)
"""Ride has 19 points, Desk 13, Coast 12."""


def outcomes(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the sound raw answer to the form, with other texts in some cells; theme -> column -> text."""
    rows = {
        "Coast": {"outcome": "Trains reach the coast", "measure": "Trains a day", "from": "0", "to": "6"},
        "Desk": {
            "outcome": "Nobody queues for a ticket",
            "measure": "Wait at the desk",
            "from": "12 minutes",
            "to": "3 minutes",
        },
    }
    rows = {id: {**rows.get(id, {}), **changed.get(id, {})} for id in {**rows, **changed}}
    return {"cells": {id: {column: text for column, text in row.items() if text} for id, row in rows.items()}}


own_plant = partial(Plant, case=OWN)
INPUTS_SOUND = (OWN, outcomes())
INPUTS_PLANTED = {
    "ROAD-1": [
        own_plant(
            outcomes(Coast={"outcome": "Launch the coast line"}),
            "problem",
            ("Coast: what changes. “Launch the coast line” says what the team delivers (“launch”)",),
        ),
        own_plant(
            outcomes(Desk={"measure": "tbd"}), "problem", ("Desk: measured by. “tbd” says nothing yet",)
        ),
    ],
    "OKR-2": [
        own_plant(outcomes(Coast={"to": "many"}), "problem", ("Coast: to. “many” is no figure.", "620")),
        own_plant(outcomes(Coast={"from": "-1"}), "problem", ("Coast: from. “-1” is no figure.",)),
        own_plant(
            outcomes(Desk={"to": "3 days"}),
            "problem",
            ("Desk: to. “3 days” and “12 minutes” are in different units",),
        ),
        own_plant(outcomes(Desk={"to": "12"}), "problem", ("Desk: to. It is 12 today as well",)),
    ],
    "ROAD-17": [
        own_plant(
            outcomes(),
            "good",
            (
                "2 outcomes, which rest on 25 points of work: Nobody queues for a ticket and Trains reach "
                "the coast.",
            ),
        ),
    ],
}
