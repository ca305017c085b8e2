"""The board on which responses are bought, on odd registers and on those of a learner's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.plants.buy_or_bear import BAKERY, RESPONSES, RISKS, bought, found, response, review, risk
from tests.exercises.plants.responses import own as own_responses
from tests.exercises.plants.responses import said
from tests.exercises.risk_bakery import OWN, RISKY
from tpm_kit.answers import Placements
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.buy_market import Basket, market
from tpm_kit.exercises.risk.buy_or_bear import EXERCISE, buy_chart, buy_meters, buy_plot


def without(row: dict, *names: str) -> dict:
    """Return a row in which these figures are not known."""
    gone = {key for key in row for name in names if key == name or key.startswith(f"{name}_")}
    return {**row, **dict.fromkeys(gone)}


def test_a_register_without_figures_says_what_is_missing():
    rows = tuple(without(row, "days", "cost") for row in RISKS)
    case = replace(BAKERY, own=True, tables={"risks": rows})
    assert "None of the open risks has a chance and what it would cost" in EXERCISE.task_for(case)
    assert EXERCISE.parts(case) == {}
    assert EXERCISE.review(EXERCISE.read(None), case).outcome is Outcome.NOT_ATTEMPTED
    assert buy_meters(Placements(), case) == {}
    buy_chart(case).update(**buy_plot(Placements(), case))
    bare = replace(case, tables={})
    assert EXERCISE.task_for(bare).startswith("There is no open risk in this register yet")
    assert EXERCISE.worked_answer(bare) == {}


def test_a_risk_without_figures_is_left_out_and_named():
    rows = (without(RISKS[0], "chance"), without(RISKS[1], "days"), *RISKS[2:])
    case = replace(BAKERY, tables={**BAKERY.tables, "risks": rows})
    here = market(case)
    assert here.unknown == ("The oven cracks",)
    assert here.before["b"].loss(1.0) == pytest.approx(3.36)
    assert "Without a chance, or days and money: The oven cracks; is left out." in EXERCISE.task_for(case)
    assert "a1" not in here.offers


def test_a_response_of_unknown_cost_or_effect_is_left_out_and_counted():
    silent = without(response("d2", "Hope.", 1, 0, 0, 0), "chance", "days", "cost")
    unpriced = {**response("d3", "Pray.", 1, 0, 0, 0), "cost": None}
    case = replace(BAKERY, tables={**BAKERY.tables, "responses": (*RESPONSES, silent, unpriced)})
    assert market(case).unpriced == 2
    assert "2 responses are left out, since nobody has said" in EXERCISE.task_for(case)


def test_in_a_register_of_ones_own_the_responses_of_7_6_are_on_offer():
    typed = own_responses(rats_cost="")
    case = EXERCISE.ground(OWN, lambda id: {"responses": typed}.get(id))
    here = market(case)
    assert {id: (offer.cost, offer.after.chance) for id, offer in here.offers.items()} == {
        "smoke-own": (0.5, 0.1),
        "mill-own": (1.0, 0.0),
        "cook-own": (2.0, 0.1),
    }
    task = EXERCISE.task_for(case)
    assert "These are your responses of 7.6." in task
    assert "One response is left out, since nobody has said what it costs or changes." in task
    # 0.3 × 22 less 0.1 × 22, and 0.5 × 8; what the training takes away is no more than it costs.
    assert here.removes(["smoke-own", "mill-own"]) == pytest.approx(4.4 + 4)
    worked = EXERCISE.worked_answer(case)
    assert {id: value for id, (value, _) in worked.items()} == {
        "smoke-own": "buy",
        "mill-own": "buy",
        "cook-own": "bear",
    }
    nothing = EXERCISE.ground(OWN, lambda id: None)
    assert EXERCISE.task_for(nothing).startswith("No response has a cost and says what it changes")


def test_what_was_chosen_in_7_6_is_marked_on_its_card():
    case = EXERCISE.ground(RISKY, lambda id: {"responses": said()}.get(id))
    notes = {card["id"]: card["note"] for card in EXERCISE.view(case).cards}
    assert notes["mill-a"].endswith(" · yours in 7.6")
    assert "7.6" not in notes["mill-b"]
    assert "rats-b" not in notes
    untouched = EXERCISE.ground(RISKY, lambda id: None)
    assert not any("7.6" in card["note"] for card in EXERCISE.view(untouched).cards)


def test_strange_answers_and_texts_break_nothing():
    evil = '<img src=x onerror="alert(1)">'
    rows = (*RESPONSES, response("d2", f"{evil} {'x' * 3000}", 10**9, 0, 0, 0, f"A risk of its own: {evil}"))
    risks = (*RISKS, risk("g", evil, 0.5, 9999, 10**9, "no such item"))
    case = replace(BAKERY, tables={**BAKERY.tables, "risks": risks, "responses": rows})
    raw = bought("d2", case=case)
    raw["places"] += [
        {"id": "gone", "row": "all", "column": "buy"},
        {"id": "x", "row": "?", "column": "moon"},
    ]
    reviewed = EXERCISE.review(EXERCISE.read(raw), case)
    assert ("BUY-1", "problem") in {(one.code, one.level) for one in reviewed.findings}
    assert Basket(EXERCISE.read(raw), case).bought == {"d2"}
    assert "<img" not in EXERCISE.view(case).to_html()
    for step in range(3):
        assert EXERCISE.hint(step, EXERCISE.read(raw), case)
    buy_chart(case).update(**buy_plot(EXERCISE.read(raw), case))


def test_no_budget_and_free_responses():
    policy = replace(BAKERY.risk, budget=0.0)
    rows = (*RESPONSES, response("d2", "Ask nicely.", 0, 0.1, 0, 15))
    case = replace(BAKERY, risk=policy, tables={**BAKERY.tables, "responses": rows})
    assert market(case).best == {"d2"}
    assert buy_meters(EXERCISE.read(bought("d2", case=case)), case)["buy"]["share"] == 0.0
    assert ("BUY-3", "good") in found(bought("d2", case=case), case)


def test_an_incomplete_board_gets_no_verdict_on_the_whole():
    raw = {"places": [{"id": "a1", "row": "all", "column": "buy"}]}
    codes = {one.code for one in review(raw).findings}
    assert codes == {"BUY-1", "RISK-13"}
