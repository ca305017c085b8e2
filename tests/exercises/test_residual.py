"""Where risks lie after their responses: the way that each response allows, and whose responses those are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.plants.residual import (
    AFTER,
    CARRIED,
    ESCALATED,
    INSURED,
    PENALTY,
    RESPONDED,
    WARNED,
    put,
    with_responses,
)
from tests.exercises.plants.responses import own, said
from tests.exercises.risk_bakery import COOK, HOSTILE, MILL, OWN, RESPONSES, RISKS, RISKY, SMOKE
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.matrix_board import MatrixPlaces
from tpm_kit.exercises.risk.residual import EXERCISE
from tpm_kit.exercises.risk.residual_facts import ways

PAYLANE = load_case(cases_folder() / "paylane")


def review(raw, case=RESPONDED):
    return EXERCISE.review(EXERCISE.read(raw), case)


def after(case, id):
    likelihood, impact = ways(case)[id].after
    return f"{likelihood + 1}/{impact + 1}"


def test_each_response_moves_the_axis_whose_numbers_it_changes():
    assert {id: after(RESPONDED, id) for id in AFTER} == AFTER
    assert (
        after(INSURED, "smoke") == "3/2"
    )  # Two days are left: the money no longer counts as the higher band.
    assert after(PENALTY, "mill") == "3/4"  # Six days are left, so that the money makes no difference.
    assert after(WARNED, "smoke") == "3/4"  # 30 and 25 % are the same band.
    assert after(CARRIED, "cook") == after(ESCALATED, "cook") == "2/5"


def test_an_axis_that_a_response_leaves_stays_where_the_learner_put_it():
    places = {"mill": "4/5", "smoke": "5/5", "cook": "1/5", "rats": "5/4", "thief": "1/1"}
    case = replace(RESPONDED, earlier={**RESPONDED.earlier, "place-risks": MatrixPlaces.of(places)})
    assert {id: after(case, id) for id in ("mill", "smoke", "rats")} == {
        "mill": "1/5",
        "smoke": "2/5",
        "rats": "2/4",
    }
    assert "the places before them are your places of 7.3" in EXERCISE.task_for(case)
    # Rarer than its evidence from the start: a response does not make it likelier.
    rare = MatrixPlaces.of({**places, "rats": "2/5"})
    rows = tuple({**row, "chance_after": 0.3} if row["id"] == "rats-a" else row for row in RESPONSES)
    earlier = {**case.earlier, "place-risks": rare}
    case = replace(case, tables={**case.tables, "responses": rows}, earlier=earlier)
    assert after(case, "rats") == "2/5"


def test_the_board_shows_both_places_of_each_risk_and_an_arrow():
    board = EXERCISE.view(RESPONDED)
    fixed = {card["id"]: (card["row"], card["column"]) for card in board.cards if card.get("fixed")}
    assert fixed == {
        "smoke-before": ("3", "4"),
        "mill-before": ("3", "4"),
        "rats-before": ("4", "3"),
        "cook-before": ("2", "5"),
    }
    assert [card["id"] for card in board.cards if not card.get("fixed")] == ["smoke", "mill", "rats", "cook"]
    board.answer = put()
    assert EXERCISE.read(board.answer).parts() == set(AFTER)
    live = EXERCISE.live(EXERCISE.read(put(cook="2/5")), RESPONDED)
    assert {(link["from"], link["to"]) for link in live["links"]} == {(f"{id}-before", id) for id in AFTER}
    assert live["outlined"] == ["cook"]
    assert [live[column]["text"] for column in "12345"] == ["", "", "", "", "1 to decide"]
    assert dict(map(tuple, board.details["cook"]))["What it does"] == "The days lost go from 20 to 4"


def test_a_response_that_the_matrix_cannot_show_leaves_the_card_where_it_was():
    result = review(put(smoke="3/4"), WARNED)
    assert [(one.code, one.level) for one in result.findings] == [("RISK-6", "caution"), ("RES-2", "good")]
    assert "Above the appetite: The chimney smokes." in result.findings[1].seen
    assert EXERCISE.hint(2, EXERCISE.read(put()), CARRIED) == f"Look again at {COOK}."
    assert "1 card" not in EXERCISE.hint(2, MatrixPlaces(), CARRIED)
    assert EXERCISE.hint(2, MatrixPlaces(), CARRIED).startswith("One card lies where the grey one is")


def test_what_the_decider_owns_is_decided():
    case = with_responses(said(cook_response="accept", cook_action="cook-accept", cook_owner="Mayor"))
    result = review(put(cook="2/5"), case)
    assert [one.code for one in result.findings if one.level == "caution"] == []
    assert result.outcome is Outcome.STRONG


def test_a_caution_is_about_one_risk_and_can_be_accepted_with_a_reason():
    found = [one for one in review(put(cook="2/5"), CARRIED).findings if one.level == "caution"]
    assert [(one.key, one.cards) for one in found] == [("RISK-6 cook", ("cook",))]


def test_without_responses_there_is_nothing_to_place():
    assert EXERCISE.task_for(RISKY) == (
        "No risk has a response yet. Choose them in 7.6, and what they leave comes here."
    )
    assert EXERCISE.view(RISKY).cards == []
    assert review(put(), RISKY).findings == ()


def test_a_mitigation_of_unknown_effect_must_move_somewhere():
    case = replace(OWN, earlier={"responses": Cells.read(own(smoke_after=""))})
    assert ways(case)["smoke"].after is None
    stays = {"mill": "1/4", "smoke": "3/4", "cook": "2/5", "rats": "2/3"}
    found = [one for one in review(MatrixPlaces.of(stays).raw(), case).findings if one.code == "RISK-5"]
    assert [one.seen for one in found] == [
        f"{SMOKE}: it lies where it lay before “Rehearse with a small fire”."
    ]
    moved = review(MatrixPlaces.of({**stays, "smoke": "2/2"}).raw(), case)
    assert [(one.code, one.level) for one in moved.findings] == [("RISK-6", "caution"), ("RES-2", "note")]


@pytest.mark.parametrize(
    "places",
    [
        [{"id": "gone", "row": "1", "column": "1"}],
        [{"id": "mill", "row": "9", "column": "1"}, {"id": "smoke", "row": "all", "column": "must"}],
        [{"id": "mill-before", "row": "1", "column": "1"}],
        [{"id": "roof", "row": "1", "column": "1"}, {"id": "thief", "row": "5", "column": "5"}],
    ],
)
def test_places_that_are_none_are_left_out(places):
    raw = Placements.read({"places": places}).raw()
    assert review(raw).findings == ()
    assert review(raw).outcome is Outcome.INCOMPLETE
    assert EXERCISE.live(EXERCISE.read(raw), RESPONDED)["links"] == []


def test_texts_of_an_own_register_are_text():
    rows = tuple({**row, "title": HOSTILE, "event": HOSTILE} for row in RISKS)
    case = replace(OWN, tables={"risks": rows}, earlier={"responses": Cells.read(own(mill_action=HOSTILE))})
    assert HOSTILE not in EXERCISE.view(case).to_html()
    assert len(ways(case)) == 4


def test_the_worked_places_follow_from_the_worked_responses():
    case = EXERCISE.ground(PAYLANE, lambda id: None)
    worked = {part: value for part, (value, _) in PAYLANE.worked("residual").items()}
    assert {id: after(case, id) for id in worked} == worked
    result = review(MatrixPlaces.of(worked).raw(), case)
    assert [one.seen for one in result.findings] == [
        "Before the responses: 1 critical and 6 high. After them: 1 high, 4 medium and 2 low. Above the "
        "appetite: Brackwater opens its test late."
    ]
    assert "the worked responses, since you have none in 7.6 yet" in EXERCISE.task_for(case)
    assert MILL not in EXERCISE.task_for(case)


def test_a_card_to_leave_where_it_is_is_not_to_be_moved_along_an_axis():
    finding = next(one for one in review(put(smoke="2/4"), WARNED).findings if one.code == "RISK-5")
    assert finding.do == "Put it where its grey card lies."


def test_a_card_in_the_wrong_place_is_not_said_to_lie_above_the_appetite_as_well():
    codes = [one.code for one in review(put(rats="4/3")).findings if one.cards == ("rats",)]
    assert codes == ["RISK-5"]
