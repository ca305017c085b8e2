"""A bakery with a risk register: four risks above the appetite, one below, one that has happened."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from tests.exercises.planting import BAKERY
from tpm_kit.case import Case, RiskPolicy

POLICY = RiskPolicy(
    today=datetime.date(2030, 1, 2),
    decider="Mayor",
    cost_per_day=1.0,
    people=("Ann Lee", "Bo Falk", "Cy Roth", "Mayor"),
)
MILL, SMOKE, COOK, RATS = (
    "The mill delivers late",
    "The chimney smokes",
    "The cook falls ill",
    "Rats come into the store",
)


def risk(
    id: str, title: str, chance: float, days: tuple, cost: tuple, date: str, **more: Any
) -> dict[str, Any]:
    """Return a row of the table `risks`; days and cost are low, likely and high."""
    row = {
        "id": id,
        "title": title,
        "event": f"{title}.",
        "chance": chance,
        "date": datetime.date.fromisoformat(date),
        "status": "open",
        "reviewed": datetime.date(2029, 12, 28),
    }
    row |= dict(zip(("days_low", "days", "days_high"), days, strict=True))
    return {**row, **dict(zip(("cost_low", "cost", "cost_high"), cost, strict=True)), **more}


def response(id: str, kind: str, action: str, cost: float, due: str, **after: Any) -> dict[str, Any]:
    """Return a row of the table `responses`; `after` are the numbers that change, and `note`."""
    before = next(row for row in RISKS if row["id"] == id.partition("-")[0])
    names = ("chance", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")
    row = {"id": id, "risk": before["id"], "kind": kind, "action": action, "cost": cost}
    row |= {"due": datetime.date.fromisoformat(due), "note": after.pop("note", "")}
    return {**row, **{f"{name}_after": before[name] for name in names}, **after}


RISKS = (
    risk("mill", MILL, 0.5, (3, 6, 9), (2, 2, 2), "2030-02-15"),
    risk("smoke", SMOKE, 0.3, (2, 2, 2), (20, 20, 20), "2030-03-01", trigger="Two complaints in a week."),
    risk("cook", COOK, 0.2, (20, 20, 20), (0, 0, 0), "2030-03-15"),
    risk("rats", RATS, 0.6, (3, 3, 3), (0, 0, 0), "2030-03-20", trigger="The first trap closes."),
    risk("thief", "A thief takes the till", 0.05, (0, 0, 0), (1, 1, 1), "2030-03-29"),
    risk("roof", "The roof leaks", 1, (1, 1, 1), (0, 0, 0), "2030-01-02", status="happened"),
)
"""Above "medium": mill and smoke (3 × 4), rats (4 × 3), cook (2 × 5)."""
RESPONSES = (
    response("mill-a", "avoid", "Buy the flour from the second mill.", 1, "2030-01-20", chance_after=0.05),
    response(
        "mill-b",
        "transfer",
        "Agree a penalty for each late delivery.",
        4,
        "2030-01-20",
        **dict.fromkeys(("cost_low_after", "cost_after", "cost_high_after"), 0),
    ),
    response("smoke-a", "mitigate", "Sweep the chimney.", 0.5, "2030-01-10", chance_after=0.1),
    response(
        "smoke-b",
        "transfer",
        "Insure against claims of the neighbours.",
        2,
        "2030-01-15",
        **dict.fromkeys(("cost_low_after", "cost_after", "cost_high_after"), 2),
        note="A yearly premium. Brings a risk of its own: the insurer may want a new chimney.",
    ),
    response("smoke-c", "mitigate", "Warn the neighbours.", 0.1, "2030-01-10", chance_after=0.25),
    response(
        "cook-a",
        "mitigate",
        "Teach Bo Falk the recipes.",
        2,
        "2030-02-01",
        **dict.fromkeys(("days_low_after", "days_after", "days_high_after"), 4),
    ),
    response("rats-a", "mitigate", "Set traps.", 0.3, "2030-01-12", chance_after=0.1),
    response("rats-b", "accept", "Keep a day free for cleaning.", 0, "2030-01-12"),
)
RISKY: Case = replace(BAKERY, risk=POLICY, tables={"risks": RISKS, "responses": RESPONSES})
OWN: Case = replace(
    BAKERY,
    name="own-bakery",
    own=True,
    risk=replace(POLICY, people=()),
    tables={"risks": RISKS},
)
"""The same register as a learner's own: nobody has said what could be done."""
HOSTILE = "<img src=x onerror=alert(1)>"
