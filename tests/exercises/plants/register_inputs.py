"""A register of five risks, and wrong ones, for the table that asks who has none."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import Plant
from tpm_kit.case import BacklogItem, Case

OWN = Case(
    name="own-bakery",
    title="Bakery",
    items=(BacklogItem("A-1", "Mend the oven"), BacklogItem("A-2", "Sell cakes")),
    own=True,
)
NAMES = ("Oven", "Mill", "Baker", "Till", "Flood")


def row(name: str, **cells: str) -> dict[str, str]:
    """Return the cells of one risk, some of them written otherwise; "" is a blank one."""
    told = {
        "title": f"{name} fails",
        "cause": f"{name} is old",
        "event": f"{name} breaks in the night",
        "effect": f"No {name.lower()}, no bread",
        "chance": "20",
        "days": "2",
        "cost": "1,500",
        "owner": "Ann",
    }
    return {id: text for id, text in {**told, **cells}.items() if text}


def register(**first: str) -> dict[str, Any]:
    """Return the raw answer with five risks, some cells of the first one written otherwise."""
    changes = {"R-1": first}
    return {
        "cells": {f"R-{n}": row(name, **changes.get(f"R-{n}", {})) for n, name in enumerate(NAMES, start=1)}
    }


INPUTS_SOUND = (OWN, register())

INPUTS_PLANTED = {
    "RISK-15": [
        Plant(register(chance="100 %"), "problem", ("Risk 1: chance. “100 %” is certain.",), case=OWN),
        Plant(register(days="0", cost="0"), "problem", ("It costs neither days nor money.",), case=OWN),
    ],
    "RISK-2": [
        Plant(register(event="Oven is old"), "problem", ("It says the same as the cause.",), case=OWN),
    ],
    "RISK-16": [
        Plant(register(title="Mill fails"), "problem", ("is risk 1 already",), case=OWN),
    ],
    "RISK-17": [
        Plant(register(owner=""), "note", ("Nobody owns Oven fails.",), case=OWN),
    ],
}
