"""Answers to the board on which responses are bought or not."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.plants.how_sure import BAKERY as TIMED
from tests.exercises.plants.how_sure import typed
from tpm_kit.answers import Cells
from tpm_kit.case import Case, RiskPolicy
from tpm_kit.exercise import Finding, Review
from tpm_kit.exercises.risk.buy_or_bear import EXERCISE


def risk(id: str, title: str, chance: float, days: float, cost: float, *items: str) -> dict[str, Any]:
    """Return a row of the register whose days and cost are certain once it fires."""
    figures = {
        f"{name}{end}": value
        for name, value in (("days", days), ("cost", cost))
        for end in ("_low", "", "_high")
    }
    return {"id": id, "title": title, "chance": chance, "items": items, "status": "open", **figures}


def response(
    id: str,
    action: str,
    cost: float,
    chance: float,
    days: float,
    loss: float,
    note: str = "",
    kind: str = "mitigate",
) -> dict[str, Any]:
    """Return a row of the responses; its risk is the first letter of its id."""
    figures = {
        f"{name}{end}_after": value
        for name, value in (("days", days), ("cost", loss))
        for end in ("_low", "", "_high")
    }
    row = {
        "id": id,
        "risk": id[0],
        "kind": kind,
        "action": action,
        "owner": "Baker",
        "cost": cost,
        "note": note,
    }
    return {**row, "due": datetime.date(2030, 1, 10), "chance_after": chance, **figures}


RISKS = (
    risk("a", "The oven cracks", 0.5, 2, 16, "oven"),
    risk("b", "The mill burns", 0.21, 0, 16),
    risk("c", "The flour is bad", 0.5, 5, 14, "songs"),
    risk("d", "The till is robbed", 0.2, 0, 15),
    risk("e", "The sign falls down", 0.1, 0, 5),
)
"""Expected losses, a day at €1,000: 9, 3.36, 9.5, 3 and 0.5. Scores: 12, 12, 9, 6 and 4."""
RESPONSES = (
    response("a1", "Heat it slowly.", 3, 0.3, 2, 16),
    response("a2", "Buy spare bricks.", 2, 0.5, 2, 10),
    response("b1", "Fit a sprinkler.", 2.2, 0.05, 0, 16),
    response("c1", "Test each sack.", 5, 0.1, 5, 14),
    response(
        "c2", "Change the miller.", 5, 0.1, 5, 14, "Good flour. Brings a risk of its own: he is far away."
    ),
    response("d1", "Insure the till.", 1.5, 0.2, 0, 5, kind="transfer"),
    response("e1", "Nail it on.", 1, 0.05, 0, 5),
    response("e2", "Let it hang.", 0, 0.1, 0, 5, kind="accept"),
)
"""They remove 3.6, 3, 2.56, 7.6, 7.6, 2 and 0.25; the last one is no response to buy."""
BAKERY = replace(
    TIMED,
    name="buy-or-bear",
    risk=RiskPolicy(today=datetime.date(2029, 12, 18), budget=6.5, cost_per_day=1.0),
    tables={**TIMED.tables, "risks": RISKS, "responses": RESPONSES},
    earlier={"how-sure": Cells.read(typed())},
)
"""Within €6,500 c1 and d1 are worth most: 2.6 + 0.5."""
SLOW = replace(
    BAKERY,
    tables={
        **BAKERY.tables,
        "risks": (*RISKS, risk("f", "The bricks come late", 0.9, 6, 0, "oven")),
        "responses": (*RESPONSES, response("f1", "Fetch the bricks.", 3.5, 0.3, 6, 0)),
    },
)
"""With one that is worth only 0.1, and moves the date."""
UNTIMED = replace(BAKERY, earlier={})


def bought(*ids: str, case: Case = BAKERY) -> dict[str, Any]:
    """Return the answer that buys these and bears the rest."""
    columns = {id: "buy" if id in ids else "bear" for id in EXERCISE.parts(case)}
    return {"places": [{"id": id, "row": "all", "column": column} for id, column in columns.items()]}


SOUND = (BAKERY, bought("c1", "d1"))


def review(raw: dict[str, Any], case: Case = BAKERY) -> Review:
    """Return what is said of a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw: dict[str, Any], case: Case = BAKERY) -> dict[tuple[str, str], Finding]:
    """Return what is said of a raw answer, by code and level: of several alike, the last."""
    return {(one.code, one.level): one for one in review(raw, case).findings}


def plant(level: str, ids: str, *says: str, case: Case = BAKERY, also: tuple[str, ...] = ()) -> Plant:
    """Return the answer that buys these responses, as a planted mistake."""
    return Plant(bought(*ids.split(), case=case), level, says, frozenset(also), case)


PLANTED = {
    "BUY-1": [plant("problem", "b1 c1 d1", "costs €8,700, €2,200 more than the budget of €6,500")],
    "RISK-13": [
        plant(
            "caution",
            "c1 e1",
            "“Nail it on” costs €1,000 and takes away €250 of expected loss (The sign falls down)",
        )
    ],
    "BUY-2": [
        plant(
            "caution",
            "a1 a2",
            "“Heat it slowly” and “Buy spare bricks” work against one risk, The oven cracks",
            "Alone they take away €3,600 and €3,000, together €5,400",
            "“Heat it slowly” costs €3,000 and takes away €2,400 more; “Buy spare bricks” costs €2,000 and "
            "takes away €1,800 more",
        )
    ],
    "BUY-4": [
        plant("caution", "c1", "€1,500 of the budget are left", "the best by €500", "cost at most €1,500")
    ],
    "BUY-3": [
        plant(
            "caution",
            "a1 d1",
            "takes away €5,600 for €4,500: it is worth €1,100",
            "Within €6,500 another set is worth €3,100, €2,000 more",
            "Try one for one: dearer ones",
        ),
        plant(
            "note",
            "d1 f1",
            "worth €600",
            "another set is worth €3,100, €2,500 more",
            "earlier than with that one",
            case=SLOW,
        ),
    ],
    "RISK-9": [
        plant(
            "caution",
            "a1 b1",
            "scores 12 or more, what you bear 9 or less",
            "The mill burns scores 12 and loses €3,360 on average; The flour is bad scores 9 and loses "
            "€9,500",
            also=("BUY-3",),
        )
    ],
    "BUY-5": [plant("note", "c2 d1", "The note to “Change the miller” says", "he is far away")],
    "RISK-14": [plant("good", "c1 d1", "at P80", "percentiles do not add up")],
    "BUY-6": [
        plant("good", "c1 d1", "P80 of the finish", "By 5 February 2030"),
        plant("note", "c1 d1", "no three times for your items", "exercise 6.6", case=UNTIMED),
    ],
}
