"""Responses in a learner's own words: one alone, costs that cannot be read, and what lowers nothing."""

from __future__ import annotations

from dataclasses import replace

from tests.exercises.plants.responses import own
from tests.exercises.risk_bakery import OWN
from tpm_kit.answers import Cells
from tpm_kit.exercises.risk.buy_market import market
from tpm_kit.exercises.risk.matrix_board import MatrixPlaces
from tpm_kit.exercises.risk.responses import EXERCISE
from tpm_kit.exercises.risk.treated import treated

ALONE = {"mill": "1/1", "smoke": "3/4", "cook": "1/1", "rats": "1/1", "thief": "1/1"}


def seen(raw, code, case=OWN):
    return [one.seen for one in EXERCISE.review(EXERCISE.read(raw), case).findings if one.code == code]


def test_one_response_is_not_counted_as_several():
    case = replace(OWN, earlier={"place-risks": MatrixPlaces.of(ALONE)})
    assert [risk.id for risk in treated(case).risks] == ["smoke"]
    assert seen(own(), "RESP-4", case)[0].startswith("The one response (")
    assert "For it say the response" in EXERCISE.task_for(case)


def test_a_cost_that_cannot_be_read_is_not_nothing():
    raw = own(rats_cost="a lot")
    assert seen(own(), "RESP-4")
    assert seen(raw, "RESP-4") == []
    assert "is no amount" in seen(raw, "RISK-13")[0]
    bought = market(replace(OWN, earlier={"responses": Cells.read(raw)}))
    assert "rats-own" not in bought.offers
    assert "rats-own" in market(replace(OWN, earlier={"responses": Cells.read(own())})).offers


def test_what_leaves_the_chance_as_it_was_is_asked_about():
    assert seen(own(rats_response="mitigate", rats_after="60"), "RISK-4")[0].endswith(
        "You call it “Mitigate”, and the chance stays at 60 %."
    )


def test_one_letter_is_no_response():
    assert "“x” says nothing that could be done" in seen(own(rats_action="x"), "RISK-4")[0]
