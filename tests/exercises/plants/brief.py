"""Answers to the brief of the bakery: the chimney is still too much, rats and thief have been forgotten."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.plants.responses import SAID as RESPONSES
from tests.exercises.risk_bakery import RISKS, RISKY
from tpm_kit.answers import Cells
from tpm_kit.case import Case

OLD = {"rats": datetime.date(2029, 12, 1), "thief": datetime.date(2029, 12, 18)}
"""Last looked at 32 and 15 days before 2 January 2030."""
ESCALATED = {
    **RESPONSES,
    "smoke:response": "escalate",
    "smoke:action": "smoke-escalate",
    "smoke:owner": "Mayor",
}


def briefed(responses: dict[str, str] | None = None, **changes: dict[str, Any]) -> Case:
    """Return the bakery with answers to 7.6, and with fields of some risks changed, by id."""
    old = {id: {"reviewed": day} for id, day in OLD.items()}
    rows = tuple({**row, **old.get(row["id"], {}), **changes.get(row["id"], {})} for row in RISKS)
    earlier = {"responses": Cells.of(ESCALATED if responses is None else responses)}
    return replace(RISKY, tables={**RISKY.tables, "risks": rows}, earlier=earlier)


BRIEFED = briefed()
SAID = {
    "smoke:owner": "Bo Falk",
    "smoke:reviewed": "28 December 2029",
    "smoke:decision": "more",
    "rats:owner": "Ann Lee",
    "rats:reviewed": "2030-01-02",
    "rats:decision": "none",
    "thief:owner": "Cy Roth",
    "thief:reviewed": "2 January",
    "thief:decision": "owner",
}


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column; "" blanks one."""
    cells = SAID | {cell.replace("_", ":"): text for cell, text in changed.items()}
    return Cells.of({cell: text for cell, text in cells.items() if text}).raw()


plant = partial(Plant, case=BRIEFED)
SOUND = (BRIEFED, said())
PLANTED = {
    "RISK-1": [
        plant(
            said(thief_owner="The team"),
            "problem",
            ("A thief takes the till: owner. “The team” is nobody in particular.", "Name one person"),
        ),
        plant(
            said(rats_owner="Ann Lee and Bo Falk"),
            "problem",
            ("Rats come into the store: owner. “Ann Lee and Bo Falk” are several.",),
        ),
    ],
    "RISK-12": [
        plant(
            said(rats_reviewed="1 December 2029"),
            "problem",
            (
                "Rats come into the store: last looked at. 1 December 2029 is 32 days ago, and a review "
                "holds for 14.",
            ),
        ),
        plant(
            said(thief_reviewed="9 January 2030"),
            "problem",
            ("9 January 2030 is still to come; today is 2 January 2030.",),
        ),
        plant(
            said(thief_reviewed="soon"), "problem", ("A thief takes the till: last looked at. “soon” is no",)
        ),
    ],
    "RISK-6": [
        plant(
            said(smoke_decision="none"),
            "problem",
            (
                "The chimney smokes: decision. What is left is high, above the appetite “medium”, and nobody "
                "decides.",
                "Put it to the Mayor",
            ),
        ),
        plant(
            said(smoke_decision="owner"),
            "problem",
            ("The chimney smokes: decision. What is left is high, above the appetite “medium”, and Bo Falk",),
        ),
    ],
    "BRIEF-1": [
        plant(
            said(rats_decision="accept"),
            "caution",
            (
                "Rats come into the store: decision. The Mayor is asked about it, although what is left is "
                "medium, within the appetite “medium”.",
            ),
        ),
    ],
    "BRIEF-2": [
        plant(
            said(),
            "good",
            (
                "All 3 risks have an owner (Ann Lee, Bo Falk and Cy Roth) and a review that still holds. The "
                "Mayor is asked about “The chimney smokes”.",
            ),
        ),
    ],
}
