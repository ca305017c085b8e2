"""Answers to the matrix of a small bakery."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.case import Case, RiskPolicy

TODAY = datetime.date(2030, 1, 4)
ROWS = {
    "R-01": ("The oven breaks down", 0.04, 12, 20, "1 of 25 ovens broke in a year; 12 days, €20,000."),
    "R-02": ("The power fails", 0.1, 1, 1, "1 of 10 winters; 1 day, €1,000."),
    "R-03": ("The flour comes late", 0.75, 0.5, 1, "3 of 4 orders came late; half a day, €1,000."),
    "R-04": ("The baker is ill", 0.15, 8, 3, "3 of 20 months; 8 days, €3,000."),
    "R-05": ("The till fails", 0.4, 1, 4, "2 of 5 tills failed in a year; 1 day, €4,000."),
    "R-07": ("Mice get into the store", 0.1, 2, 12, "1 of 10 bakeries in the street; 2 days, €12,000."),
    "R-08": ("The van stands still", 0.3, 4, 10, "3 of 10 vans in a year; 4 days, €10,000."),
    "R-10": ("The window is broken", 1, 1, 2, "It broke on Monday."),
}
"""Id -> title, chance, days, cost and evidence. The ids fit the first shipped case as well."""
PLACED = {"R-01": "1/5", "R-03": "4/1", "R-04": "2/4", "R-05": "3/2", "R-07": "2/3", "R-08": "3/3"}


def bakery_risks(
    changed: Mapping[str, Mapping[str, Any]] | None = None, own: bool = False, **policy: Any
) -> Case:
    """Return the bakery with its register, fields of some risks or of the policy changed."""
    rows = []
    for id, (title, chance, days, cost, fact) in ROWS.items():
        row = {
            "id": id,
            "title": title,
            "event": f"{title}.",
            "items": ("oven",),
            "fact": fact,
            "chance": chance,
            "days": days,
            "cost": cost,
            "status": "happened" if id == "R-10" else "open",
            "likelihood": "Unlikely" if id == "R-02" else "",
            "impact": "Minor" if id == "R-02" else "",
        }
        rows.append({**row, **(changed or {}).get(id, {})})
    here = RiskPolicy(today=TODAY, cost_per_day=1.0, **policy)
    return replace(BAKERY, own=own, tables={"risks": tuple(rows)}, risk=here)


def board(**moved: str) -> dict[str, Any]:
    """Return the sound answer, with some risks elsewhere, each as "row/column"; R_01 stands for R-01."""
    places = {**PLACED, **{id.replace("_", "-"): to for id, to in moved.items()}}
    split = {id: to.split("/") for id, to in places.items()}
    return {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in split.items()]}


def plant(answer: dict[str, Any], level: str, *says: str, case: Case | None = None, also: str = "") -> Plant:
    """Return a wrong answer to the bakery's matrix."""
    return Plant(answer, level, says, frozenset(also.split()), case or bakery_risks())


EXCHANGED = {id.replace("-", "_"): to[::-1] for id, to in PLACED.items()}
ALIKE = bakery_risks(
    {
        id: {"chance": 0.3, "days": 4, "cost": cost, "fact": ""}
        for id, cost in zip(PLACED, (0.1, 1, 2, 4, 8, 14), strict=True)
    }
)
ALL_ALIKE = {id.replace("-", "_"): "3/3" for id in PLACED}
SOUND = (bakery_risks(), board())

PLANTED = {
    "RISK-3": [
        plant(
            board(R_10="2/2"),
            "problem",
            "The window is broken is on the matrix, but it is certain or has happened already: “It broke on "
            "Monday.”",
            "Put it back into the tray, and its work into the plan.",
        ),
        plant(
            board(),
            "problem",
            "The till fails is on the matrix with a chance of 0 %",
            case=bakery_risks({"R-05": {"chance": 0}}),
        ),
        plant(
            board(),
            "problem",
            "The till fails is on the matrix, but would cost neither days nor money",
            case=bakery_risks({"R-05": {"days": 0, "cost": 0}}),
        ),
    ],
    "RISK-11": [
        plant(
            board(**EXCHANGED),
            "problem",
            "With likelihood and impact exchanged, 5 risks would lie nearer to the evidence: The oven breaks "
            "down, The flour comes late, The baker is ill, The till fails and 1 more. As they lie they are "
            "22 bands off in all, exchanged 0.",
            "Take The oven breaks down: which is higher",
        ),
    ],
    "PLACE-1": [
        plant(
            board(R_03="3/1"),
            "caution",
            "The flour comes late lies in Possible (20 to 50 %). Counted, the chance is 75 %: “3 of 4 orders",
            "One band too low",
            "leave it there and write down what",
        ),
        plant(
            board(R_03="1/1"),
            "problem",
            "The flour comes late lies in Rare (up to 5 %). Counted, the chance is 75 %",
            "3 bands too low",
        ),
        plant(board(R_01="2/5"), "caution", "One band too high", also="PLACE-4 PLACE-6"),
    ],
    "PLACE-2": [
        plant(
            board(R_05="3/1"),
            "caution",
            "The till fails lies in Negligible (up to 0.5 days or €2,000). If it happens it mostly costs 1 "
            "day and €4,000: “2 of 5 tills",
            "One band too low",
        ),
        plant(
            board(R_01="1/3"),
            "problem",
            "The oven breaks down lies in Moderate (up to 5 days or €15,000). If it happens it mostly costs "
            "12 days: “1 of 25",
            "2 bands too low",
        ),
    ],
    "PLACE-3": [
        plant(
            board(R_04="2/2"),
            "problem",
            "The baker is ill lies in Minor. That is its band by money (€3,000); by days (8 days) it is a "
            "higher one.",
            "Place it by its days.",
        ),
        plant(
            board(R_07="2/2"),
            "problem",
            "Mice get into the store lies in Minor. That is its band by days (2 days); by money (€12,000) it "
            "is a higher one.",
            "Place it by its money.",
        ),
    ],
    "PLACE-4": [
        plant(
            board(R_08="4/4"),
            "note",
            "Above the appetite (medium) lies 1 risk: The van stands still. 4 risks are medium, just within "
            "it.",
            "without a response, or a decision with a name under it (CEO). The level is the product",
            case=bakery_risks({"R-08": {"chance": 0.6, "days": 8}}),
        ),
        plant(
            board(),
            "note",
            "The appetite is “amber”, and the matrix has no level of that name: low, medium, high "
            "and critical.",
            case=bakery_risks(appetite="amber"),
        ),
    ],
    "PLACE-5": [
        plant(
            board(**ALL_ALIKE),
            "caution",
            "6 of 7 risks lie in one cell, Possible and Moderate, such as The oven breaks down, The flour "
            "comes late, The baker is ill and The till fails. By chance times loss they reach from €1,230 "
            "(The oven breaks down) to €5,400 (The van stands still).",
            case=ALIKE,
        ),
        plant(
            board(R_03="4/2"),
            "caution",
            "6 of 7 risks are medium, such as The oven breaks down, The flour comes late",
            case=bakery_risks({"R-03": {"days": 2}}),
        ),
    ],
    "PLACE-6": [
        plant(
            board(R_08="3/4"),
            "note",
            "The van stands still lies in Possible and Major. That place is high in the matrix of this "
            "board, moderate in table I-2 of NIST SP 800-30 and high in the PMBOK's probability × impact: "
            "above the appetite by one matrix, and within it by another.",
            case=bakery_risks({"R-08": {"days": 8}}),
            also="PLACE-4",
        ),
    ],
    "PLACE-7": [
        plant(
            board(),
            "note",
            "Your register has 1 risk without a chance (The till fails) and 2 risks without days, money or "
            "both (The till fails and The van stands still).",
            case=bakery_risks({"R-05": {"chance": None, "days": None, "cost": None}, "R-08": {"cost": None}}),
        ),
    ],
}
