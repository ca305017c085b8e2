"""Answers to the Kanban board, and to what an own backlog is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import BARE, Plant
from tpm_kit.case import BacklogItem, Case

ROWS = {
    "mixer": ("Mend the mixer", "Ann", "done", "", "Ben tried it, it runs, and the baker has seen it."),
    "recipe": ("Write the recipe", "Ben", "review", "", "Ben has written it; nobody has tasted it yet."),
    "oven": ("Set up the oven", "Ann", "blocked", "mixer", "Half built; the fitter comes on Friday."),
    "menu": ("Draw the menu", "Cem", "doing", "", "Two pages of four are drawn."),
    "till": ("Teach the till", "Dan", "doing", "", "Dan types in the prices."),
    "lamp": ("Hang the lamp", "Ben", "to-do", "", "Not begun."),
    "shelf": ("Build the shelf", "Cem", "to-do", "", "Not begun; Cem has the wood."),
    "sign": ("Paint the sign", "Dan", "to-do", "recipe;menu", "Not begun."),
}
"""Four people: 3 cards in progress and 1 in review. Both are full."""
PLACED = {
    "mixer": "flow/done",
    "recipe": "flow/review",
    "oven": "blocked/doing",
    "menu": "flow/doing",
    "till": "flow/doing",
    "lamp": "flow/to-do",
    "shelf": "flow/to-do",
    "sign": "flow/to-do",
}


def shop(urgent: str = "", needs: str | None = None, **stands: str) -> Case:
    """Return the shop's case, with some cards further on, one urgent, or the sign's needs changed."""
    rows = []
    for id, (title, person, state, before, fact) in ROWS.items():
        before = needs if id == "sign" and needs is not None else before
        rows.append(
            {
                "id": id,
                "title": title,
                "item": "shop",
                "person": person,
                "board": "to-do",
                "stands": stands.get(id, state),
                "needs": tuple(filter(None, before.split(";"))),
                "urgent": "yes" if id == urgent else "",
                "fact": fact,
            }
        )
    items = (BacklogItem("shop", "Open the shop"),)
    return Case(name="shop", title="Shop", items=items, tables={"kanban": tuple(rows)})


def board(**moved: str) -> dict[str, Any]:
    """Return the sound answer, with some cards elsewhere, each as "row/column"."""
    places = {id: to.split("/") for id, to in {**PLACED, **moved}.items()}
    return {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in places.items()]}


def plant(
    answer: dict[str, Any],
    level: str,
    *says: str,
    also: frozenset[str] = frozenset(),
    case: Case | None = None,
) -> Plant:
    """Return a wrong answer to the shop's board."""
    return Plant(answer, level, says, also, case or shop())


ROOM = shop(till="done", recipe="done")
"""A place is free in progress and one in review."""
SOUND = (shop(), board())

PLANTED = {
    "SCRUM-4": [
        plant(
            board(recipe="flow/done"),
            "problem",
            "Write the recipe stands in Done, but is not: “Ben has written it; nobody has tasted it yet.”",
        ),
    ],
    "FLOW-6": [
        plant(
            board(oven="flow/to-do"),
            "problem",
            "Set up the oven stands in To do, although it was begun and is blocked: “Half built;",
        ),
        plant(board(oven="flow/doing"), "problem", "Set up the oven lies in the row “In the flow”"),
        plant(board(menu="blocked/doing"), "problem", "Draw the menu lies in the row Blocked, but nothing"),
    ],
    "KANBAN-1": [
        plant(
            board(lamp="flow/doing"),
            "problem",
            "In progress holds 4 cards, 1 more than its limit of 3: Set up the oven, Draw the menu, Teach "
            "the till and Hang the lamp.",
            also=frozenset({"KANBAN-4"}),
        ),
        plant(
            board(lamp="urgent/doing"),
            "caution",
            "1 more than its limit of 3",
            "It would hold without what is urgent: Hang the lamp.",
            case=shop(urgent="lamp"),
        ),
        plant(
            board(lamp="flow/doing"),
            "caution",
            "1 more than its limit of 3",
            "All of it was begun before today.",
            case=shop(lamp="doing"),
        ),
    ],
    "KANBAN-2": [
        plant(board(mixer="flow/to-do"), "problem", "Mend the mixer stands in To do, but it is done"),
        plant(board(menu="flow/to-do"), "problem", "Draw the menu stands in To do, but it is begun"),
        plant(
            board(till="flow/review", recipe="flow/done"),
            "problem",
            "Teach the till stands in Review, but it is begun and not finished: “Dan types in the prices.”",
            case=shop(recipe="done"),
        ),
        plant(
            board(recipe="flow/to-do"),
            "problem",
            "Write the recipe stands in To do, but its author has finished",
        ),
    ],
    "KANBAN-3": [
        plant(
            board(till="flow/done", shelf="flow/doing"),
            "caution",
            "Cem has 2 cards in progress: Draw the menu and Build the shelf.",
            "Ann, Ben and Dan could take it.",
            case=shop(till="done", shelf="doing"),
        ),
        plant(
            board(recipe="flow/done", till="flow/done", lamp="flow/doing"),
            "caution",
            "Ann has 2 cards in progress: Set up the oven and Hang the lamp.",
            "Set up the oven comes back on a day that nobody here chooses",
            case=replace(
                ROOM,
                tables={
                    "kanban": tuple(
                        dict(row, person="Ann") if row["id"] == "lamp" else row
                        for row in ROOM.table("kanban")
                    )
                },
            ),
        ),
    ],
    "KANBAN-4": [
        plant(
            board(till="flow/done", lamp="flow/doing"),
            "caution",
            "Hang the lamp is taken up while Review is full: Write the recipe.",
            "Ask who can look at Write the recipe: Ann and Dan have time.",
            case=shop(till="done"),
        ),
    ],
    "KANBAN-5": [
        plant(
            board(till="flow/done", recipe="flow/done", sign="flow/doing"),
            "problem",
            "Paint the sign is taken up, but needs Draw the menu (In progress).",
            case=ROOM,
        ),
    ],
    "KANBAN-6": [
        plant(
            board(till="flow/done", recipe="flow/done"),
            "caution",
            "Hang the lamp could be begun and stays in To do. In progress holds 2 of 3, and Ben has time.",
            case=ROOM,
        ),
    ],
    "KANBAN-7": [
        plant(board(lamp="urgent/to-do"), "caution", "Hang the lamp is called urgent: “Not begun.”"),
        plant(
            board(),
            "caution",
            "Hang the lamp stays in To do, but cannot wait: “Not begun.”",
            case=shop(urgent="lamp"),
        ),
        plant(
            board(till="flow/done", lamp="flow/doing", recipe="flow/done"),
            "caution",
            "Hang the lamp lies in the flow like any other card, but cannot wait",
            case=shop(urgent="lamp", till="done", recipe="done"),
        ),
    ],
}

OWN = replace(BARE, own=True)
STATES = {
    "oven": ("at-it", "Ann"),
    "dough": ("made", "Ben"),
    "salt": ("stopped", "Cem"),
    "flour": ("not-begun", "Ben"),
    "sign": ("seen", ""),
    "till": ("looked-at", "Dan"),
    "cakes": ("not-begun", ""),
    "songs": ("not-begun", "Ann"),
}


def told(case: Case = OWN, **changed: tuple[str, str]) -> dict[str, Any]:
    """Return a filled-in table of an own backlog, some rows changed."""
    rows = {
        id: state for id, state in {**STATES, **changed}.items() if any(item.id == id for item in case.items)
    }
    return {
        "cells": {
            id: {column: text for column, text in zip(("far", "who"), row, strict=True) if text}
            for id, row in rows.items()
        }
    }


NOBODY = {id: ("not-begun", "") for id in STATES}
FEW = replace(OWN, items=OWN.items[:2])
INPUTS_SOUND = (OWN, told())

INPUTS_PLANTED = {
    "KANBAN-8": [
        Plant(
            told(oven=("at-it", "Ann, Ben")),
            "problem",
            ("Mend the oven: who works on it. “Ann, Ben” looks like several people.",),
            case=OWN,
        ),
        Plant(told(oven=("at-it", "?!")), "problem", ("“?!” is no name. Write one",), case=OWN),
    ],
    "KANBAN-9": [
        Plant(told(**NOBODY), "note", ("Nobody is named, so the limits are 1 and 1",), case=OWN),
        Plant(told(FEW), "note", ("Only 2 items are on the board.",), case=FEW),
    ],
}
