"""Choices of five among items that several methods rank."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, BARE, Plant, lanes, with_items
from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.prioritization.top_five_ranks import COLUMNS

INPUTS = {
    "oven": (4000, 2, 1, 1, 9, 9, 8, 900, 1, 13, 13, 8, 1),
    "dough": (3000, 2, 0.8, 1, 8, 8, 8, 800, 1, 13, 8, 5, 1),
    "flour": (2500, 2, 0.8, 1, 8, 8, 7, 700, 1, 8, 8, 5, 1),
    "salt": (2000, 2, 0.8, 1, 7, 8, 7, 600, 1, 8, 5, 5, 1),
    "till": (1600, 2, 0.8, 1, 7, 8, 6, 500, 1, 5, 5, 5, 1),
    "sign": (300, 0.5, 0.8, 1, 3, 5, 5, 100, 1, 2, 2, 2, 1),
    "cakes": (100, 0.5, 0.5, 1, 2, 5, 4, 50, 1, 1, 1, 1, 1),
}
"""What each method needs: every method but value/effort ranks the items in this order, without a tie."""


def with_inputs(case: Case, **changed: Mapping[str, Any]) -> Case:
    """Return the case with these inputs, some of them changed, by item id and column."""
    names = [column for columns in COLUMNS.values() for column in columns]
    rows = (
        {"id": id, "fact": "", **dict(zip(names, numbers, strict=True)), **changed.get(id, {})}
        for id, numbers in INPUTS.items()
    )
    return replace(case, tables={**case.tables, "top-five": tuple(rows)})


VALUES = {"oven": 9.5, "dough": 9, "flour": 8, "salt": 7, "till": 6, "sign": 2, "cakes": 1}
PLAIN = with_items(BAKERY, **{id: {"value": value, "effort": 5} for id, value in VALUES.items()})
CASE = with_inputs(PLAIN)
PLACED = {
    **dict.fromkeys(("oven", "dough", "flour", "salt", "till"), "top"),
    **dict.fromkeys(("sign", "cakes"), "later"),
}


def choice(**moved: str) -> dict[str, Any]:
    """Return the sound choice, with some cards in another column."""
    return lanes(PLACED, **moved)


SOUND = (CASE, choice())


def after(moscow: Mapping[str, str], case: Case = CASE) -> Case:
    """Return the case for a learner who has put these items into these lanes of the MoSCoW board."""
    return replace(case, earlier={"moscow": Placements.of(moscow)})


def surveyed(**counts: tuple[int, ...]) -> Case:
    """Return the case with a Kano survey that counted these answers."""
    rows = tuple({"id": id, "with_it": "", "without_it": "", "counts": of} for id, of in counts.items())
    return replace(CASE, tables={**CASE.tables, "kano": rows})


OVERRULED = frozenset({"PRI-1"})

PLANTED = {
    "TOP-1": [
        Plant(choice(till="later"), "problem", ("top five holds 4 items, 1 too few",), OVERRULED, CASE),
        Plant(choice(sign="top"), "problem", ("top five holds 6 items, 1 too many",), OVERRULED, CASE),
    ],
    "PRI-1": [
        Plant(
            choice(till="later", sign="top"),
            "caution",
            (
                "None of the methods has Paint the sign in the top five (RICE 6, ICE 6, CD3 6, WSJF 6, "
                "Value/effort 6), and you took it",
                "All five methods have Replace the till in the top five (RICE 5,",
            ),
            case=CASE,
        ),
        Plant(
            choice(),
            "caution",
            (
                "Only two of five methods have Replace the till",
                "RICE 5, ICE 6, CD3 6, WSJF 6, Value/effort 5",
                "Three of five methods have Paint the sign",
                "you left it out",
            ),
            case=with_inputs(
                PLAIN,
                till={"ice_ease": 1, "cost": 80, "user_value": 1, "urgency": 2, "risk_reduction": 1},
            ),
        ),
    ],
    "PRI-2": [
        Plant(
            choice(),
            "caution",
            ("You took Replace the till and left out Paint the sign", "% of the runs"),
            case=with_inputs(PLAIN, sign={"reach": 1500, "impact": 2}),
        ),
    ],
    "PRI-4": [
        Plant(
            choice(),
            "problem",
            ("Knead by machine is in your top five and needs Paint the sign, which you left out",),
            case=with_items(CASE, dough={"dependencies": ("sign",)}),
        ),
        Plant(
            choice(),
            "problem",
            ("Knead by machine is in your top five and needs Bake cakes, which you left out",),
            frozenset({"TOP-5"}),
            case=with_items(CASE, dough={"dependencies": ("songs",)}, songs={"dependencies": ("cakes",)}),
        ),
        Plant(
            choice(),
            "problem",
            ("needs Buy a van, which is in Won't on your MoSCoW board",),
            frozenset({"TOP-5"}),
            case=after({"van": "wont"}, with_items(CASE, dough={"dependencies": ("van",)})),
        ),
        Plant(
            lanes({id: PLACED[id] for id in ("oven", "dough", "salt", "flour", "till", "sign", "cakes")}),
            "problem",
            ("Weigh the salt is number 3, but needs Sift the flour, which is only number 4",),
            case=CASE,
        ),
    ],
    "PRI-7": [
        Plant(
            choice(),
            "note",
            ("ICE has Mend the oven and Knead by machine at rank 1 (648 each)",),
            case=with_inputs(PLAIN, dough={"ice_impact": 9, "ice_confidence": 9}),
        ),
        Plant(
            choice(),
            "note",
            ("CD3 has Replace the till and Paint the sign at rank 5 (500 each)", "By CD3 it is open"),
            case=with_inputs(PLAIN, sign={"cost": 500}),
        ),
    ],
    "KANO-7": [
        Plant(
            choice(),
            "caution",
            (
                "You took Knead by machine (Attractive to 20 of 33), and left out Paint the sign (Must-be to "
                "18 of 33)",
            ),
            case=surveyed(dough=(20, 5, 3, 5, 0, 0), sign=(5, 5, 18, 5, 0, 0)),
        ),
    ],
    "TOP-2": [
        Plant(
            choice(),
            "caution",
            ("Knead by machine is in Won't on your MoSCoW board, and here you took it",),
            case=after({"dough": "wont"}),
        ),
        Plant(
            choice(),
            "caution",
            ("Paint the sign is a Must on your MoSCoW board, and here you left it out",),
            case=after({"sign": "must"}),
        ),
    ],
    "TOP-3": [
        Plant(
            choice(),
            "note",
            ("Paint the sign is due on 8 March 2030, in this release, and you left it out",),
            case=with_items(CASE, sign={"deadline": datetime.date(2030, 3, 8)}),
        ),
    ],
    "TOP-4": [
        Plant(
            choice(),
            "note",
            ("Compared are RICE, ICE, CD3 and Value/effort; WSJF is left out", "all 7 items"),
            case=with_inputs(PLAIN, till={"urgency": None}),
        ),
        Plant(
            choice(),
            "note",
            ("RICE and Value/effort are left out", "how steady the ranks are"),
            case=with_inputs(with_items(PLAIN, oven={"value": None}), sign={"reach": None}),
        ),
    ],
    "TOP-5": [
        Plant(
            choice(),
            "note",
            (
                "Your five also need work that is not among these 7 items: Buy a van (8 points) and Play "
                "songs (5 points). Together with your five that makes 38 points.",
            ),
            case=with_items(CASE, dough={"dependencies": ("van",)}, van={"dependencies": ("songs", "oven")}),
        ),
        Plant(
            choice(),
            "note",
            ("not among these 7 items: Buy a van and Play songs (5 points).",),
            case=with_items(
                CASE, dough={"dependencies": ("van",)}, van={"dependencies": ("songs",), "effort": None}
            ),
        ),
    ],
}


def figures(*methods: str, **changed: Mapping[str, str]) -> dict[str, Any]:
    """Return a raw answer to the table of inputs: what these methods need, with some cells changed."""
    usual = {"reach": "900", "impact": "2", "confidence": "80 %", "person_months": "1", "ice_impact": "7"}
    usual |= {"ice_confidence": "8", "ice_ease": "6", "cost": "1,200", "weeks": "2", "user_value": "1"}
    usual |= {"urgency": "1", "risk_reduction": "1", "job_size": "1"}
    columns = [column for method in methods for column in COLUMNS[method]]
    ids = [item.id for item in BARE.items[:8]]
    return {"cells": {id: {one: usual[one] for one in columns} | changed.get(id, {}) for id in ids}}


ALL_METHODS = ("rice", "ice", "cd3", "wsjf")
OWN = replace(BAKERY, own=True)
INPUTS_SOUND = (OWN, figures(*ALL_METHODS))

INPUTS_PLANTED = {
    "PRI-6": [
        Plant(
            figures(*ALL_METHODS, oven={"cost": "free"}),
            "problem",
            ("Mend the oven: cost of waiting. “free”",),
            case=OWN,
        ),
        Plant(
            figures(*ALL_METHODS, sign={"urgency": "4"}),
            "problem",
            ("Paint the sign: urgency. “4” is not on the scale. Type 1, 2, 3, 5, 8",),
            case=OWN,
        ),
    ],
    "WSJF-3": [
        Plant(
            figures(*ALL_METHODS, **{item.id: {"urgency": "3"} for item in BARE.items[:8]}),
            "problem",
            ("No item has 1 in the column urgency; the least there is 3.",),
            case=OWN,
        ),
    ],
    "TOP-4": [
        Plant(
            figures("cd3"),
            "problem",
            ("Methods with all their inputs: CD3. At least two are needed.",),
            case=replace(BARE, own=True),
        ),
        Plant(
            figures("rice", "ice", "cd3", oven={"user_value": "1", "urgency": "1"}),
            "note",
            ("WSJF (risk reduction and job size)",),
            case=OWN,
        ),
    ],
}
