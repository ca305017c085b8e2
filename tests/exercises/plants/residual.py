"""Where the risks of a bakery lie after the responses that were chosen for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.exercises.planting import Plant
from tests.exercises.plants.responses import escalated, said
from tests.exercises.risk_bakery import COOK, MILL, RISKY, SMOKE
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.risk.matrix_board import MatrixPlaces

AFTER = {"mill": "1/4", "smoke": "2/4", "cook": "2/3", "rats": "2/3"}
"""Before: mill and smoke 3/4, cook 2/5, rats 4/3."""


def with_responses(raw: dict[str, Any]) -> Case:
    """Return the bakery with this answer to 7.6."""
    return replace(RISKY, earlier={"responses": Cells.read(raw)})


RESPONDED = with_responses(said())
INSURED = with_responses(said(smoke_response="transfer", smoke_action="smoke-b", smoke_date="15 January"))
WARNED = with_responses(said(smoke_action="smoke-c"))
ESCALATED = with_responses(escalated("cook"))
CARRIED = with_responses(said(cook_response="accept", cook_action="cook-accept"))
PENALTY = with_responses(said(mill_response="transfer", mill_action="mill-b"))


def put(**places: str) -> dict[str, Any]:
    """Return the sound raw answer with some risks elsewhere, as "likelihood/impact" from 1 to 5."""
    return MatrixPlaces.of({**AFTER, **places}).raw()


def plant(answer: dict[str, Any], level: str, *says: str, case: Case = RESPONDED, also: tuple = ()) -> Plant:
    """Return a plant for this case."""
    return Plant(answer, level, says, frozenset(also), case)


SOUND = (RESPONDED, put())
PLANTED = {
    "RISK-5": [
        plant(
            put(mill="1/3"),
            "problem",
            f"{MILL}: you lowered its impact. By “Buy the flour from the second mill” the chance goes from "
            "50 % to 5 %.",
        ),
        plant(
            put(cook="1/3"),
            "problem",
            f"{COOK}: you lowered its likelihood. By “Teach Bo Falk the recipes” the days lost go from 20 "
            "to 4.",
        ),
        plant(
            put(rats="4/3"),
            "problem",
            "it lies where it lay before “Set traps”, by which the chance goes from 60 % to 10 %.",
        ),
        plant(put(rats="2/4"), "problem", "its impact is higher than before the response"),
        plant(
            put(smoke="2/2"),
            "problem",
            f"{SMOKE}: you lowered its likelihood. By “Insure against claims of the neighbours” the bill "
            "goes from €20,000 to €2,000.",
            "whether it comes, and the days that it takes, are the same",
            case=INSURED,
        ),
        plant(
            put(mill="3/3"),
            "problem",
            f"{MILL}: you lowered its impact. By “Agree a penalty for each late delivery” the bill goes from "
            "€2,000 to €0. The 6 days are still lost, and of days and money the higher band counts.",
            case=PENALTY,
        ),
        plant(
            put(smoke="2/4"),
            "problem",
            f"{SMOKE}: you lowered its likelihood. By “Warn the neighbours” the chance goes from 30 % to "
            "25 %. That stays within the same band, so on the matrix it does not move.",
            case=WARNED,
        ),
        plant(
            put(cook="2/3"),
            "problem",
            f"{COOK}: you lowered its impact. By “Carry on as planned” chance, days and bill stay as they "
            "are.",
            "Who accepts a risk carries all of it.",
            case=CARRIED,
        ),
    ],
    "RES-1": [
        plant(
            put(rats="1/3"),
            "problem",
            "likelihood. The response leaves a chance of 10 %.",
            "You moved it too far down",
        ),
        plant(
            put(cook="2/4"),
            "problem",
            f"{COOK}: impact. The response leaves a loss of 4 days.",
            "You moved it not far enough",
        ),
    ],
    "RISK-6": [
        plant(
            put(smoke="3/4"),
            "caution",
            f"{SMOKE}: it is still “high” after “Warn the neighbours” (mitigate), above “medium”.",
            "only if the Mayor has said so by name",
            case=WARNED,
        ),
        plant(
            put(cook="2/5"),
            "caution",
            f"{COOK}: it is still “high” after “Carry on as planned” (accept)",
            case=CARRIED,
        ),
    ],
    "RES-2": [
        plant(put(), "good", "Before the responses: 4 high. After them: 3 medium and 1 low. None is above"),
        plant(
            put(cook="2/5"),
            "good",
            f"1 high, 2 medium and 1 low. Above the appetite: {COOK}.",
            case=ESCALATED,
        ),
    ],
}
