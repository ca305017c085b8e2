"""Technical roadmaps of a small ferry: four enablers, three features in their sprints."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant, lanes
from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Capacity, Case, Team


def row(id: str, kind: str, **known: Any) -> dict[str, Any]:
    """Return a row of the table "enablers"."""
    blank = {"title": "", "team": "", "effort": None, "unlocks": (), "needs": ()}
    return {**blank, "id": id, "kind": kind, "outcome": f"What {id} is for.", "fact": f"Why {id}.", **known}


def roadmap(**places: str) -> Placements:
    """Return a roadmap: item id -> number of its first sprint, with " x2" where it spans two."""
    return Placements.of({id: f"all/sprint-{place}" for id, place in places.items()})


def with_roadmap(case: Case, **places: str) -> Case:
    """Return the case with another roadmap of the learner's."""
    return replace(case, earlier={**case.earlier, "roadmap": roadmap(**places)})


def with_enabler(case: Case, id: str, **changes: Any) -> Case:
    """Return the case with other values in the row of one enabler."""
    rows = [{**row, **changes} if row["id"] == id else row for row in case.table("enablers")]
    return replace(case, tables={**case.tables, "enablers": tuple(rows)})


FERRY = Case(
    name="ferry",
    title="Ferry",
    items=(
        BacklogItem("keel", "Mend the keel", effort=6),
        BacklogItem("sail", "Sell tickets", effort=8, dependencies=("keel",)),
        BacklogItem("map", "Show the map", effort=9),
        BacklogItem("crew", "Call the crew", effort=5),
        BacklogItem("radio", "Play the radio", effort=5),
    ),
    capacity=Capacity(sprints=5, points_per_sprint=20, focus_factor=1.0),
    teams=(Team("Blue", 10), Team("Red", 10)),
    tables={
        "plan": tuple(
            {"id": id, "team": team, "person": ""}
            for id, team in (("keel", "Blue"), ("sail", "Blue"), ("map", "Red"), ("crew", "Blue"))
        ),
        "enablers": (
            row("keel", "data"),
            row("dock", "platform", title="Build the dock", team="Red", effort=4, unlocks=("map",)),
            row(
                "gate",
                "interface",
                title="Set the gate",
                team="Blue",
                effort=2,
                unlocks=("crew",),
                needs=("dock",),
            ),
            row("mast", "platform", title="Raise the mast", team="Blue", effort=5, unlocks=("radio",)),
        ),
    },
    earlier={
        "moscow": Placements.read(lanes(dict.fromkeys(("sail", "map", "crew"), "must"))),
        "roadmap": roadmap(sail="2", map="2 x2", crew="5"),
    },
)
"""Two teams with 10 points a sprint each. Tickets (8, Blue) in sprint 2, the map (9, Red) in 2 and 3, the
crew (5, Blue) in 5."""
PLACES = {
    "keel": "data/sprint-1",
    "dock": "platform/sprint-1",
    "gate": "interface/sprint-4",
    "mast": "platform/later",
}


def ferry(**moved: str) -> dict[str, Any]:
    """Return the sound answer, with some enablers elsewhere: id -> row/column, with " x2" for a span."""
    return Placements.of({**PLACES, **moved}).raw()


plant = partial(Plant, case=FERRY)
SOUND = (FERRY, ferry())
PLANTED = {
    "ROAD-8": [
        plant(
            ferry(dock="platform/sprint-3"),
            "problem",
            (
                "Build the dock ends in sprint 3, but is needed before by Show the map (starts in sprint 2).",
                "Let it end in sprint 1 at the latest.",
            ),
        ),
        plant(
            ferry(gate="interface/sprint-4 x2"),
            "problem",
            ("Set the gate ends in sprint 5", "Call the crew (starts in sprint 5)", "sprint 4 at the latest"),
        ),
        plant(
            ferry(keel="data/later"),
            "problem",
            ("Mend the keel is left for later, but is needed before by Sell tickets (starts in sprint 2)",),
        ),
        plant(
            ferry(gate="interface/sprint-2"),
            "problem",
            (
                "Set the gate ends in sprint 2, but is needed before by Call the crew (starts in sprint 2)",
                "cannot be done before the end of sprint 2",
                "It needs Build the dock first",
                "Call the crew moves to sprint 3 or later on your roadmap (6.2)",
            ),
            case=with_roadmap(FERRY, sail="3", map="2 x2", crew="2"),
        ),
        plant(
            ferry(),
            "note",
            ("No feature has a sprint yet",),
            case=replace(FERRY, earlier={"moscow": Placements()}),
        ),
    ],
    "ROAD-5": [
        plant(
            ferry(gate="interface/sprint-1"),
            "problem",
            (
                "Set the gate starts in sprint 1, but needs Build the dock, which ends in sprint 1",
                "Start it in sprint 2",
            ),
            frozenset({"TECH-2", "TECH-3"}),
        ),
        plant(
            ferry(dock="platform/later"),
            "problem",
            ("Set the gate starts in sprint 4, but needs Build the dock, which is left for later",),
            frozenset({"ROAD-8"}),
        ),
    ],
    "LOAD-1": [
        plant(
            ferry(),
            "problem",
            ("Sprint 1, Red: of 10 points the enablers take 12.5, 2.5 too many: Build the dock 12.5.",),
            case=with_enabler(FERRY, "dock", effort=12.5),
        ),
        plant(
            ferry(gate="interface/sprint-2 x3"),
            "problem",
            (
                "Sprint 2, Blue: of 10 points the features take 8 and leave 2; the enablers take 2.5, 0.5 "
                "too many: Set the gate 2.5.",
            ),
            case=with_enabler(FERRY, "gate", effort=7.5),
        ),
        plant(
            ferry(),
            "note",
            ("Nobody has said how large these enablers are", "Set the gate"),
            case=with_enabler(FERRY, "gate", effort=None),
        ),
    ],
    "TECH-1": [
        plant(
            ferry(mast="platform/sprint-3"),
            "caution",
            (
                "Raise the mast (5 points, Blue) lies in sprint 3, and no feature on the roadmap needs it",
                "It would unlock Play the radio, which is not on it.",
            ),
        ),
        plant(ferry(), "good", ("no feature on the roadmap needs it: Raise the mast.",)),
    ],
    "TECH-2": [
        plant(
            ferry(gate="interface/sprint-2"),
            "caution",
            (
                "Set the gate ends in sprint 2; the first to need it, Call the crew, starts in sprint 5. "
                "There is room for it up to sprint 4.",
                "For 2 sprints",
            ),
        ),
    ],
    "TECH-3": [
        plant(
            ferry(
                keel="data/sprint-1",
                dock="platform/sprint-1",
                gate="interface/sprint-1",
                mast="platform/sprint-1",
            ),
            "caution",
            ("All 4 enablers lie in sprint 1, 17 points together",),
            frozenset({"ROAD-5", "LOAD-1", "TECH-1", "TECH-2"}),
        ),
    ],
    "TECH-4": [
        plant(
            ferry(dock="data/sprint-1"),
            "caution",
            ("Build the dock lies in “Data and migration”; it belongs to “Platform”",),
        ),
        plant(ferry(mast="features/later"), "caution", ("Raise the mast lies in “Features”",)),
    ],
    "TECH-5": [
        plant(
            ferry(keel="data/sprint-2"),
            "note",
            ("Mend the keel lies in sprint 2 here and in sprints 1 to 2 on your roadmap (6.2)",),
            case=with_roadmap(FERRY, keel="1 x2", sail="3", map="2 x2", crew="5"),
        ),
    ],
}


OWN = replace(FERRY, name="own-ferry", title="Own ferry", tables={}, own=True)


def named(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the sound raw answer to the table of enablers: `enabler_1` for “enabler 1”."""
    rows = {
        "enabler_1": {"what": "Mend the keel", "kind": "data", "unlocks": "sail"},
        "enabler_2": {
            "what": "Build the dock",
            "kind": "platform",
            "unlocks": "map",
            "also": "crew",
            "points": "4",
        },
    }
    cells = {id: {**rows.get(id, {}), **changed.get(id, {})} for id in {**rows, **changed}}
    return {
        "cells": {
            id.replace("_", " "): {column: text for column, text in row.items() if text}
            for id, row in cells.items()
        }
    }


own_plant = partial(Plant, case=OWN)
INPUTS_SOUND = (OWN, named())
INPUTS_PLANTED = {
    "TECH-6": [
        own_plant(
            named(enabler_2={"what": "..."}), "problem", ("Enabler 2: what it is. “...” says nothing yet.",)
        ),
        own_plant(
            named(enabler_2={"points": "large"}),
            "problem",
            ("Enabler 2: points. “large” is no number of points above 0 and up to 1,000",),
        ),
        own_plant(
            named(enabler_1={"unlocks": "keel"}),
            "problem",
            ("Enabler 1: unlocks. Mend the keel unlocks itself",),
        ),
        own_plant(
            named(enabler_2={"also": "keel"}, enabler_1={"also": "keel"}),
            "problem",
            ("Enabler 1: unlocks too. Mend the keel unlocks itself",),
        ),
    ],
    "TECH-7": [
        own_plant(
            named(enabler_3={"what": " mend the  KEEL", "kind": "data", "unlocks": "crew"}),
            "problem",
            ("Enabler 3: what it is. Mend the keel is enabler 1 already",),
        ),
        own_plant(
            named(enabler_2={"what": "sail", "unlocks": "keel", "also": ""}),
            "problem",
            ("Enabler 1: unlocks. Mend the keel and Sell tickets unlock each other",),
        ),
    ],
    "TECH-1": [
        own_plant(named(), "good", ("2 enablers unlock Sell tickets, Show the map and Call the crew.",)),
    ],
}
