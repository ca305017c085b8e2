"""What a bakery waits for from outside: bricks with owner and day, a permit with neither, paint with an "
"owner."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Review
from tpm_kit.exercises.roadmap.externals import EXERCISE

HOSTILE = "<img src=x onerror=alert(1)>"

THINGS = (
    {
        "id": "bricks",
        "item": "oven",
        "title": "Hearth and Sons: the bricks",
        "owner": "Ines Falk",
        "date": datetime.date(2030, 1, 18),
        "fact": "Ines Falk promised the bricks for 18 January.",
    },
    {
        "id": "permit",
        "item": "dough",
        "title": "Town hall: a permit for the machine",
        "owner": "",
        "date": None,
        "fact": "The building desk answers questions.",
    },
    {
        "id": "paint",
        "item": "sign",
        "title": "Paint shop: the red",
        "owner": "Paul Blank",
        "date": None,
        "fact": "Paul Blank mixes it.",
    },
)
ROADMAP = {"oven": "2", "dough": "3", "sign": "5"}


def with_roadmap(case: Case, **places: str) -> Case:
    """Return the case with a roadmap of the learner's: item id -> number of its first sprint."""
    answer = Placements.of({id: f"all/sprint-{place}" for id, place in places.items()})
    return replace(case, earlier={"roadmap": answer})


SHOP = with_roadmap(
    replace(BAKERY, sprint_start=datetime.date(2030, 1, 7), tables={"externals": THINGS}), **ROADMAP
)
"""The sprints start on 7 and 21 January, 4 and 18 February, 4 and 18 March 2030, all of them Mondays."""
CELLS = {
    "bricks": {"owner": "Ines Falk", "date": "18 Jan 2030", "fallback": "bake on the small oven"},
    "permit": {
        "owner": "ask the building desk, by 14 January 2030",
        "date": "ask by 2030-01-14",
        "fallback": "knead by hand for two weeks",
    },
    "paint": {
        "owner": "Falk & Blank (Paul Blank)",
        "date": "ask Paul Blank, by 11.02.2030",
        "fallback": "use the blue that is left, and hope for red",
    },
}


def cells(**changed: dict[str, str]) -> dict[str, Any]:
    """Return the sound raw answer, with other texts in some cells; "" blanks one."""
    rows = {id: {**row, **changed.get(id, {})} for id, row in CELLS.items()}
    return {"cells": {id: {column: text for column, text in row.items() if text} for id, row in rows.items()}}


OWN = replace(SHOP, name="own-bakery", tables={}, own=True)


def own(**changed: dict[str, str]) -> dict[str, Any]:
    """Return a sound raw answer for the bakery as a learner's own backlog, with other texts in some cells."""
    rows = {
        "oven": {
            "what": "bricks",
            "owner": "Ines Falk",
            "date": "18 Jan 2030",
            "fallback": "bake on the small oven",
        },
        "dough": {
            "what": "a permit",
            "owner": "Ines Falk",
            "date": "1 Feb 2030",
            "fallback": "knead by hand",
        },
    }
    found = {id: {**rows.get(id, {}), **changed.get(id, {})} for id in {**rows, **changed}}
    return {
        "cells": {id: {column: text for column, text in row.items() if text} for id, row in found.items()}
    }


def review(raw: dict[str, Any], case: Case = SHOP) -> Review:
    """Return what is said of a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def faults(raw: dict[str, Any], case: Case = SHOP) -> dict[str, dict[str, str]]:
    """Return what is said at the cells while typing: row -> column -> sentence."""
    return EXERCISE.live(EXERCISE.read(raw), case)["faults"]


BRICKS, PERMIT, PAINT = (str(thing["title"]) for thing in THINGS)
SOUND = (SHOP, cells())
PLANTED = {
    "ROAD-7": [
        Plant(
            cells(bricks={"owner": "the sales department"}),
            "problem",
            (f"{BRICKS}: who owns it there. “the sales department” is no person",),
            case=SHOP,
        ),
        Plant(
            cells(bricks={"owner": "Hearth and Sons"}),
            "problem",
            ("“Hearth and Sons” is no person",),
            case=SHOP,
        ),
        Plant(
            cells(permit={"owner": "tbd"}),
            "problem",
            (f"{PERMIT}: who owns it there. “tbd” names nobody",),
            case=SHOP,
        ),
        Plant(
            cells(permit={"owner": "ask the building desk"}),
            "problem",
            ("It does not say by when you ask; write “ask the building desk, by …” with the day",),
            case=SHOP,
        ),
        Plant(
            cells(paint={"date": "soon"}), "problem", (f"{PAINT}: promised for. “soon” is no day",), case=SHOP
        ),
        Plant(cells(paint={"date": "ask"}), "problem", ("write “ask by …” with the day",), case=SHOP),
        Plant(
            cells(),
            "problem",
            (
                f"{BRICKS}: promised for. It is promised for 18 January 2030; your roadmap starts Mend the "
                "oven on 7 January 2030, in sprint 1, which ends on 17 January 2030.",
                "The whole sprint would be spent waiting.",
            ),
            case=with_roadmap(replace(SHOP, sprint_days=11), **{**ROADMAP, "oven": "1"}),
        ),
        Plant(
            cells(),
            "caution",
            (
                "It is promised for 18 January 2030; your roadmap starts Mend the oven on 7 January 2030, in "
                "sprint 1.",
            ),
            case=with_roadmap(SHOP, **{**ROADMAP, "oven": "1"}),
        ),
        Plant(
            cells(permit={"date": "ask by 4 February 2030"}),
            "problem",
            ("You ask by 4 February 2030. Your roadmap starts Knead by machine on 4 February 2030.",),
            case=SHOP,
        ),
        Plant(
            cells(permit={"date": "ask by 29 January 2030"}),
            "caution",
            ("Your roadmap starts Knead by machine on 4 February 2030, 4 working days later.",),
            case=SHOP,
        ),
    ],
    "IMP-4": [
        Plant(
            cells(bricks={"date": "01/02/2030"}),
            "problem",
            (f"{BRICKS}: promised for. “01/02/2030” can be 1 February 2030 or 2 January 2030", "2030-02-01"),
            case=SHOP,
        ),
        Plant(
            cells(permit={"owner": "ask the building desk, by 1/2/30"}),
            "problem",
            (f"{PERMIT}: who owns it there. “1/2/30” can be",),
            case=SHOP,
        ),
    ],
    "WAIT-1": [
        Plant(
            cells(bricks={"fallback": "hope that they come"}),
            "problem",
            (f"{BRICKS}: if it is late. “hope that they come” is no fallback",),
            case=SHOP,
        ),
        Plant(
            cells(paint={"fallback": "wait and see"}),
            "problem",
            ("“wait and see” is no fallback",),
            case=SHOP,
        ),
    ],
    "WAIT-2": [
        Plant(
            cells(bricks={"owner": "Tom Reyes"}),
            "problem",
            (f"{BRICKS}: who owns it there. You have “Tom Reyes”; the facts name Ines Falk.",),
            case=SHOP,
        ),
        Plant(
            cells(bricks={"owner": "ask the yard, by 8 Jan 2030"}),
            "problem",
            ("You have “the yard”; the facts name Ines Falk.",),
            case=SHOP,
        ),
        Plant(
            cells(permit={"owner": "Tom Reyes"}),
            "problem",
            (f"{PERMIT}: who owns it there. You have “Tom Reyes”; the facts name nobody.",),
            case=SHOP,
        ),
        Plant(
            cells(bricks={"date": "17 Jan 2030"}),
            "problem",
            (f"{BRICKS}: promised for. You have 17 January 2030; the facts say 18 January 2030.",),
            case=SHOP,
        ),
        Plant(
            cells(bricks={"date": "ask by 8 Jan 2030"}),
            "problem",
            ("You ask for a day; the facts say 18 January 2030.",),
            case=SHOP,
        ),
        Plant(
            cells(paint={"date": "1 March 2030"}),
            "problem",
            (f"{PAINT}: promised for. You have 1 March 2030; the facts give no day.",),
            case=SHOP,
        ),
    ],
    "WAIT-3": [
        Plant(
            own(
                sign={
                    "what": "red",
                    "owner": "ines falk",
                    "date": "1 March 2030",
                    "fallback": "use the blue",
                },
            ),
            "note",
            ("Ines Falk owns all 3: Mend the oven, Knead by machine and Paint the sign.",),
            case=OWN,
        )
    ],
}
