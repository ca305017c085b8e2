"""Answers to a story map: three activities of somebody who takes a train."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant, with_capacity, with_items
from tpm_kit.case import BacklogItem, Case


def row(id: str, kind: str, title: str, activity: str = "", effort: float | None = None, *needs: str) -> dict:
    """Return a row of the table "story-map"."""
    return {
        "id": id,
        "kind": kind,
        "title": title,
        "activity": activity,
        "effort": effort,
        "needs": needs,
        "note": "",
    }


TRAIN = Case(
    name="train",
    title="Train",
    items=(
        BacklogItem("search", "Search by town", effort=3),
        BacklogItem("pay", "Pay by card", effort=5),
        BacklogItem("seat", "Pick a seat", effort=5, dependencies=("pay",)),
        BacklogItem("gate", "Open the gate", effort=2),
        BacklogItem("points", "Collect points", effort=8, dependencies=("pay",)),
        BacklogItem("rails", "Lay the rails", effort=4),
        BacklogItem("ground", "Buy the ground", effort=2),
    ),
    tables={
        "story-map": (
            row("find", "activity", "Find a train"),
            row("book", "activity", "Buy a ticket"),
            row("ride", "activity", "Ride the train"),
            row("fares", "component", "Fare database"),
            row("search", "story", "Search by town", "find"),
            row("desk", "story", "Sell at the desk", "book", 1),
            row("pay", "story", "Pay by card", "book"),
            row("seat", "story", "Pick a seat", "book"),
            row("gate", "story", "Open the gate", "ride"),
            row("points", "story", "Collect points", "ride"),
            row("calm", "outcome", "Riders board without asking"),
            row("sit", "outcome", "Nobody stands for an hour", "", None, "seat"),
            row("launch", "output", "Launch the app"),
        )
    },
)
PLACES = {
    "find": "backbone/step-1",
    "book": "backbone/step-2",
    "ride": "backbone/step-3",
    "fares": "out/step-1",
    "search": "first/step-1",
    "desk": "first/step-2",
    "pay": "second/step-2",
    "seat": "second/step-2",
    "gate": "first/step-3",
    "points": "later/step-3",
    "calm": "first/outcome",
    "sit": "second/outcome",
    "launch": "out/outcome",
}
"""6 points in Release 1 (the thinnest slice there is), 10 in Release 2, 8 later."""


def train(**moved: str) -> dict[str, Any]:
    """Return the sound answer for the train, with some cards elsewhere: card id -> row/column."""
    places = {id: place.split("/") for id, place in {**PLACES, **moved}.items()}
    return {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in places.items()]}


RAILS = with_items(TRAIN, gate={"dependencies": ("rails",)}, rails={"dependencies": ("ground", "rails")})

plant = partial(Plant, case=TRAIN)
SOUND = (TRAIN, train())
PLANTED = {
    "MAP-1": [
        plant(train(gate="second/step-3"), "problem", ("Release 1 has nothing for Ride the train",)),
        plant(
            train(gate="second/step-3", search="later/step-1", pay="first/step-2"),
            "problem",
            ("Release 1 has nothing for Find a train and Ride the train",),
        ),
    ],
    "MAP-2": [
        plant(train(fares="backbone/step-2"), "problem", ("Fare database stands in Backbone",)),
        plant(train(fares="second/outcome"), "problem", ("Fare database stands in Release 2",)),
    ],
    "MAP-3": [
        plant(train(calm="out/outcome"), "problem", ("Release 1 has 3 stories and no outcome",)),
        plant(train(sit="later/outcome"), "problem", ("Release 2 has 2 stories and no outcome",)),
        plant(
            train(launch="second/outcome", sit="out/outcome"),
            "problem",
            ("Beside Release 2 stands “Launch the app”", "what the team delivers"),
        ),
        plant(train(launch="later/outcome"), "problem", ("Beside Later stands “Launch the app”",)),
        plant(
            train(pay="first/step-2", seat="first/step-2"),
            "caution",
            ("Release 2 promises “Nobody stands for an hour”, and holds no story",),
            case=with_items(TRAIN, points={"effort": 80}),
        ),
    ],
    "MAP-4": [
        plant(
            train(
                find="backbone/step-2",
                search="first/step-2",
                book="backbone/step-1",
                desk="first/step-1",
                pay="second/step-1",
                seat="second/step-1",
            ),
            "problem",
            ("Buy a ticket → Find a train → Ride the train", "Moving it alone is enough"),
        ),
        plant(train(ride="out/step-3"), "problem", ("Left out of the backbone: Ride the train",)),
    ],
    "MAP-5": [
        plant(
            train(seat="second/step-3"),
            "problem",
            ("Pick a seat stands under Ride the train, but helps with something else",),
        ),
        plant(
            train(ride="backbone/step-2", gate="first/step-2", points="later/step-2"),
            "problem",
            ("Buy a ticket and Ride the train share Step 2", "Pick a seat", "would belong to both"),
        ),
    ],
    "MAP-6": [
        plant(train(pay="backbone/step-2"), "problem", ("Pay by card is a story", "Backbone, Step 2")),
        plant(train(ride="first/step-3"), "problem", ("Ride the train is an activity", "Release 1, Step 3")),
        plant(train(points="later/outcome"), "problem", ("Collect points is a story", "Later, Outcome")),
        plant(
            train(launch="second/step-1"), "problem", ("Launch the app is a delivery", "Release 2, Step 1")
        ),
        plant(
            train(sit="second/step-2"),
            "problem",
            ("Nobody stands for an hour is an outcome", "Release 2, Step 2"),
            frozenset({"MAP-3"}),
        ),
    ],
    "MAP-7": [
        plant(
            train(seat="later/step-2"),
            "problem",
            ("“Nobody stands for an hour” stands beside Release 2", "Pick a seat, which comes later"),
        ),
        plant(train(seat="out/step-2"), "problem", ("Pick a seat, which is left out",)),
    ],
    "MAP-8": [
        plant(
            train(pay="first/step-2", seat="first/step-2", points="second/step-3"),
            "caution",
            ("16 points of 24", "67 %", "would take 6", "Pay by card (5 points)"),
        ),
    ],
    "MAP-9": [
        plant(
            train(),
            "note",
            ("Lay the rails (4 points) and Buy the ground (2 points)", "12 points with the stories"),
            case=RAILS,
        ),
        plant(train(), "caution", ("of 11 that the team can finish",), case=with_capacity(RAILS, 11)),
        plant(train(), "note", ("of 12 that the team can finish",), case=with_capacity(RAILS, 12)),
    ],
    "PRI-4": [
        plant(
            train(pay="later/step-2"),
            "problem",
            ("Pick a seat is planned for Release 2", "needs Pay by card, which comes later"),
        ),
        plant(
            train(seat="first/step-2"),
            "problem",
            ("Pick a seat is planned for Release 1", "Pay by card, which comes in Release 2"),
        ),
    ],
}


def without_dependencies(case: Case) -> Case:
    """Return the case with no item needing another."""
    return replace(case, items=tuple(replace(item, dependencies=()) for item in case.items))


def words(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer to the form, some rows in other words: `activity_1` for “activity 1”."""
    rows = {
        "activity_1": "Find a train",
        "activity_2": "Buy a ticket",
        "activity_3": "Ride the train",
        "outcome_1": "Riders board without asking",
        "outcome_2": "Nobody stands for an hour",
    }
    return {"cells": {id.replace("_", " "): {"words": text} for id, text in {**rows, **changed}.items()}}


OWN = Case("own-train", "Own train", TRAIN.items, own=True)
own_plant = partial(Plant, case=OWN)
INPUTS_SOUND = (OWN, words())

INPUTS_PLANTED = {
    "MAP-2": [
        own_plant(
            words(activity_2="Fare database"),
            "problem",
            ("Activity 2: “Fare database” names a part of the system (“database”)",),
        ),
        own_plant(words(activity_3="…"), "problem", ("Activity 3: “…” says nothing yet",)),
        own_plant(words(activity_5="Payment API"), "problem", ("Activity 5: “Payment API”", "(“api”)")),
    ],
    "MAP-3": [
        own_plant(
            words(outcome_1="Launch the app"),
            "problem",
            ("Outcome of Release 1: “Launch the app” says what the team delivers (“launch”)",),
        ),
        own_plant(words(outcome_2="tbd"), "problem", ("Outcome of Release 2: “tbd” says nothing yet",)),
        own_plant(
            words(outcome_2=" riders BOARD  without asking"),
            "problem",
            ("Outcome of Release 2: “riders BOARD without asking” is the outcome of Release 1 already",),
        ),
    ],
    "MAP-5": [
        own_plant(
            words(activity_3="find  a Train"),
            "problem",
            ("Activity 3: “find a Train” is activity 1 already",),
        ),
    ],
    "MAP-4": [
        own_plant(
            words(activity_4="Come back"),
            "good",
            ("in 4 activities: Find a train → Buy a ticket → Ride the train → Come back.",),
        ),
    ],
}
