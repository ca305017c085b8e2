"""Answers to the table of promises."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.plants import how_sure
from tpm_kit.answers import Cells
from tpm_kit.case import Case

AUDIENCES = (
    {"id": "team", "title": "The bakers", "milestones": (), "fact": "They bake."},
    {"id": "sponsor", "title": "The owner", "milestones": (), "fact": "She pays."},
    {"id": "supervisor", "title": "The mayor", "milestones": (), "fact": "He opens the fair."},
)


def due(day: datetime.date) -> Case:
    """Return the bakery with three times typed, and the fair on that day."""
    fair, *others = how_sure.MILESTONES
    tables = {
        **how_sure.BAKERY.tables,
        "promise": AUDIENCES,
        "milestones": ({**fair, "date": day}, *others),
    }
    return replace(how_sure.BAKERY, tables=tables, earlier={"how-sure": Cells.read(how_sure.typed())})


BAKERY = due(datetime.date(2030, 2, 8))
TIGHT = due(datetime.date(2030, 2, 5))
"""22 working days: P80 is in time, P95 is the day after."""
LATE = due(datetime.date(2030, 1, 31))
"""19 working days: P80 is two days later."""
CHOSEN = {"team": "p50 even", "sponsor": "p80 four", "supervisor": "p95 nineteen"}


def chosen(**changed: str) -> dict[str, Any]:
    """Return the sound answer with some rows chosen otherwise: "date sentence"."""
    rows = {id: row.split() for id, row in {**CHOSEN, **changed}.items()}
    return {"cells": {id: dict(zip(("date", "words"), row, strict=True)) for id, row in rows.items()}}


SOUND = (BAKERY, chosen())


def plant(level: str, *says: str, case: Case = BAKERY, also: tuple[str, ...] = (), **rows: str) -> Plant:
    """Return the answer with these rows chosen otherwise, as a planted mistake."""
    return Plant(chosen(**rows), level, says, frozenset(also), case)


PLANTED = {
    "PERT-5": [
        plant("problem", "The mayor: date is", "(P50)", "P95", supervisor="p50 even"),
        plant("caution", "The owner: date is", "P80", sponsor="p50 even"),
        plant("note", "one run of five", "what nearly always holds is", supervisor="p80 four"),
    ],
    "PROMISE-1": [
        plant(
            "problem",
            "The owner: sentence",
            "nineteen of twenty",
            "four runs of five make it",
            sponsor="p80 nineteen",
        ),
        plant("problem", "The bakers: sentence", "one run of two makes it", team="p50 four"),
    ],
    "PROMISE-2": [
        plant("problem", "The mayor: sentence", "One run of twenty is later than", supervisor="p95 certain"),
        plant("caution", "The bakers: sentence", "we do not name a day", team="p50 fast"),
    ],
    "PROMISE-3": [
        plant("caution", "The bakers: date is", "less", "Parkinson", team="p95 nineteen"),
    ],
    "PROMISE-4": [
        plant("caution", "The mayor: sentence warns", "8 February 2030", supervisor="p95 warn"),
        plant("caution", "The owner: sentence warns", sponsor="p80 warn"),
        plant("problem", "(P95) is 1 working day after 5 February 2030", "split Build the oven", case=TIGHT),
        plant(
            "problem",
            "(P80) is 2 working days after 31 January 2030",
            "choose the sentence that warns",
            case=LATE,
        ),
        plant("note", "(P80) is 2 working days after 31 January 2030", case=LATE, supervisor="p95 warn"),
    ],
    "PROMISE-5": [
        plant(
            "caution",
            "The owner: date is",
            "but the mayor is told",
            also=("PERT-5",),
            sponsor="p95 nineteen",
            supervisor="p80 four",
        ),
    ],
}
