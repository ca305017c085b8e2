"""Answers to what is done about the risks of a bakery, on the case and on the same register as one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.risk_bakery import COOK, MILL, OWN, POLICY, RATS, RISKY, SMOKE
from tpm_kit.answers import Cells
from tpm_kit.case import Case

SAID = {
    "mill:response": "avoid",
    "mill:action": "mill-a",
    "mill:owner": "Ann Lee",
    "mill:trigger": "No flour by 8 in the morning; then we bake rye.",
    "mill:date": "20 January",
    "smoke:response": "mitigate",
    "smoke:action": "smoke-a",
    "smoke:owner": "Bo Falk",
    "smoke:trigger": "Two complaints in a week; then we bake at night.",
    "smoke:date": "2030-01-10",
    "cook:response": "mitigate",
    "cook:action": "cook-a",
    "cook:owner": "Cy Roth",
    "cook:trigger": "The cook is away for a third day; then Bo bakes the bread.",
    "cook:date": "1 Feb 2030",
    "rats:response": "mitigate",
    "rats:action": "rats-a",
    "rats:owner": "Ann Lee",
    "rats:date": "by 12 January",
}
"""The register has a trigger for the rats."""
OWN_SAID = {
    **{cell: text for cell, text in SAID.items() if not cell.endswith("action")},
    "mill:action": "Drop the rye from the release",
    "mill:cost": "1,000",
    "smoke:action": "Rehearse with a small fire",
    "smoke:cost": "0.5 k",
    "smoke:after": "10 %",
    "cook:action": "Train Bo in all recipes",
    "cook:cost": "€2000",
    "cook:after": "10",
    "rats:action": "Set traps and a checklist for the evening",
    "rats:cost": "300 €",
    "rats:after": "10",
}


def _said(cells: dict[str, str], changed: dict[str, str]) -> dict[str, Any]:
    found = cells | {cell.replace("_", ":"): text for cell, text in changed.items()}
    return Cells.of({cell: text for cell, text in found.items() if text}).raw()


def said(**changed: str) -> dict[str, Any]:
    """Return the sound raw answer with other texts in some cells, called row_column; "" blanks one."""
    return _said(SAID, changed)


def own(**changed: str) -> dict[str, Any]:
    """Return a sound raw answer for the own register, with other texts in some cells."""
    return _said(OWN_SAID, changed)


def escalated(*risks: str, **changed: str) -> dict[str, Any]:
    """Return the sound raw answer with these risks put before the mayor."""
    up = {f"{risk}_response": "escalate" for risk in risks} | {
        f"{risk}_action": f"{risk}-escalate" for risk in risks
    }
    return said(**up, **changed)


def plant(answer: dict[str, Any], level: str, *says: str, case: Case = RISKY, also: tuple = ()) -> Plant:
    """Return a plant for this case."""
    return Plant(answer, level, says, frozenset(also), case)


STALE = replace(RISKY, risk=replace(POLICY, review_days=4))
SOUND = (RISKY, said())
PLANTED = {
    "RISK-1": [
        plant(said(smoke_date="soon"), "problem", f"{SMOKE}: date. “soon” is no day."),
        plant(said(cook_date="1/2/30"), "problem", "can be 1 February 2030 or 2 January 2030", "2030-02-01"),
        plant(said(cook_owner="Zoe"), "problem", f"{COOK}: owner. “Zoe” is nobody of this case."),
    ],
    "RISK-4": [
        plant(
            said(smoke_response="transfer"),
            "problem",
            f"{SMOKE}: response. You call it “Transfer”, which lets somebody else pay; chance and lost days "
            "stay as they are. But by “Sweep the chimney” the chance goes from 30 % to 10 %.",
        ),
        plant(
            said(cook_response="avoid"),
            "problem",
            f"{COOK}: response. You call it “Avoid”, which changes the plan so that the event cannot happen. "
            "But by “Teach Bo Falk the recipes” the days lost go from 20 to 4.",
        ),
        plant(said(cook_action="mill-a"), "problem", f"{COOK}: action. “mill-a” says nothing that could"),
    ],
    "RISK-7": [
        plant(
            said(cook_response="accept", cook_action="cook-accept", cook_trigger="if it gets worse"),
            "problem",
            f"{COOK}: trigger. “if it gets worse” has no number and no day",
            "This risk lies above the appetite.",
        ),
        plant(
            said(
                cook_response="accept", cook_action="cook-accept", cook_trigger="The cook is away for 3 days"
            ),
            "caution",
            f"{COOK}: trigger. “The cook is away for 3 days” says when it comes, and not what you do then.",
        ),
        plant(
            said(mill_trigger="when it happens"),
            "caution",
            f"{MILL}: trigger. “when it happens” says only that the risk has come",
        ),
    ],
    "RISK-12": [
        plant(
            said(mill_date="1 January"),
            "problem",
            f"{MILL}: date. 1 January 2030 is past; today is 2 January 2030.",
        ),
        plant(
            said(mill_date="16 February"),
            "problem",
            f"{MILL}: date. 16 February 2030 comes after 15 February 2030, by when the risk can strike.",
        ),
        plant(
            said(mill_date="19 January"),
            "caution",
            f"{MILL}: date. You have 19 January 2030; the facts say that it takes until 20 January 2030.",
        ),
        plant(
            said(),
            "note",
            f"Last looked at more than 4 days ago: {SMOKE} (5 days ago), {MILL} (5 days ago)",
            case=STALE,
        ),
    ],
    "RISK-13": [
        plant(
            said(mill_response="transfer", mill_action="mill-b"),
            "caution",
            f"{MILL}: action. “Agree a penalty for each late delivery” costs €4,000. Before: 50 % × (6 days "
            "× €1,000 + €2,000) = €4,000. After: 50 % × 6 days × €1,000 = €3,000. That removes €1,000.",
            "you pay €3,000 more than you get back",
            also=("RESP-4",),
        ),
    ],
    "RESP-1": [
        plant(
            said(smoke_owner="Ann Lee", cook_owner="Ann Lee"),
            "caution",
            f"“Ann Lee” owns 4 of 4: {SMOKE}, {MILL}, {RATS} and {COOK}.",
        ),
    ],
    "RESP-2": [
        plant(
            escalated("mill", "cook", "rats"),
            "caution",
            f"You escalate 3 of 4: {MILL}, {RATS} and {COOK}.",
            "To the Mayor this reads",
        ),
        plant(
            said(
                **{f"{risk}_response": "accept" for risk in ("mill", "smoke", "cook", "rats")},
                **{f"{risk}_action": f"{risk}-accept" for risk in ("mill", "smoke", "cook")},
                rats_action="rats-b",
            ),
            "caution",
            "You accept all 4.",
        ),
    ],
    "RESP-3": [
        plant(
            said(smoke_response="transfer", smoke_action="smoke-b", smoke_date="15 January"),
            "note",
            f"{SMOKE}: action. The facts say: “Brings a risk of its own: the insurer may want a new "
            "chimney”.",
        ),
    ],
    "RESP-4": [
        plant(
            said(),
            "good",
            "4 responses (3 × mitigate and 1 × avoid) cost €3,800 and take away €12,700 on average.",
        ),
    ],
}
OWN_PLANTS = {
    "RISK-4": [
        plant(
            own(smoke_response="transfer"),
            "caution",
            f"{SMOKE}: response. You call it “Transfer”, which lets somebody else pay; chance and lost days "
            "stay as they are. The action says “Rehearse”, which sounds like “Mitigate”.",
            case=OWN,
        ),
        plant(own(mill_action="?"), "problem", f"{MILL}: action. “?” says nothing that could be", case=OWN),
    ],
    "RISK-13": [
        plant(
            own(cook_cost="5000", cook_after=""),
            "caution",
            f"{COOK}: action. “Train Bo in all recipes” costs €5,000. Before: 20 % × 20 days × €1,000 = "
            "€4,000. Even if nothing were left of it, that would remove €4,000.",
            case=OWN,
        ),
        plant(own(cook_cost="a lot"), "problem", f"{COOK}: cost. “a lot” is no amount.", case=OWN),
    ],
    "RISK-1": [
        plant(own(mill_owner="the team"), "problem", f"{MILL}: owner. “the team” is not one", case=OWN),
        plant(
            own(mill_owner="Ann Lee and Bo Falk"),
            "problem",
            "owner. “Ann Lee and Bo Falk” is not one",
            case=OWN,
        ),
    ],
}
