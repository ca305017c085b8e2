"""The matrix of a register of one's own: what is judged where little is known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.planting import BARE
from tests.exercises.plants.place_risks import PLACED, bakery_risks, board
from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Outcome
from tpm_kit.exercises.risk.evidence import fixed_places, suggested_places, to_place
from tpm_kit.exercises.risk.matrix_board import IDS, places
from tpm_kit.exercises.risk.place_risks import EXERCISE, place_solution


def review(raw, case):
    return EXERCISE.review(EXERCISE.read(raw), case)


def found(raw, case) -> dict[tuple[str, str], list[Finding]]:
    """The findings by code and level."""
    codes: dict[tuple[str, str], list[Finding]] = {}
    for one in review(raw, case).findings:
        codes.setdefault((one.code, one.level), []).append(one)
    return codes


def bad(raw, case) -> set[str]:
    return {f"{code} {level}" for code, level in found(raw, case) if level in ("problem", "caution")}


BLANK = dict.fromkeys(("chance", "days", "cost"))


def own(**changed) -> Case:
    return bakery_risks({id.replace("_", "-"): one for id, one in changed.items()}, own=True)


def test_a_place_in_an_own_register_is_a_beginning_and_can_be_moved():
    case = own(R_01={"likelihood": "4", "impact": " severe "})
    assert fixed_places(case) == {}
    assert suggested_places(case) == {"R-01": (3, 4), "R-02": (1, 1)}
    assert places(EXERCISE.beginning(case), case) == {"R-01": (3, 4), "R-02": (1, 1)}
    assert not any(card.get("fixed") for card in EXERCISE.view(case).cards)
    assert EXERCISE.task_for(case).endswith("They lie where your register has them.")
    assert EXERCISE.beginning(bakery_risks()).parts() == frozenset()


def test_without_chance_days_and_cost_nothing_is_judged_and_nothing_praised():
    case = own(**{id.replace("-", "_"): BLANK for id in ("R-02", *PLACED)})
    raw = board(R_02="5/5", R_01="1/1", R_03="5/5")
    assert bad(raw, case) == set()
    assert [code for code, level in found(raw, case) if level == "good"] == ["RISK-3"]
    note = found(raw, case)["PLACE-7", "note"][0].seen
    assert note.startswith("Your register has 7 risks without a chance (")
    assert set(place_solution(case)) == set()
    assert EXERCISE.hint(2, EXERCISE.read(raw), case).startswith("Nothing here can be counted")


def test_with_days_alone_a_place_can_be_too_low_but_not_too_high():
    case = own(R_08={"cost": None})
    assert bad(board(R_02="2/2", R_08="3/4"), case) == set()
    assert bad(board(R_02="2/2", R_08="3/2"), case) == {"PLACE-2 caution"}
    assert "PLACE-7 note" in {" ".join(key) for key in found(board(R_02="2/2"), case)}


def test_without_evidence_the_numbers_are_the_registers():
    case = own(R_03={"fact": " "}, R_05={"fact": ""})
    one = found(board(R_02="2/2", R_03="3/1"), case)["PLACE-1", "caution"][0]
    assert (
        one.seen == "The flour comes late lies in Possible (20 to 50 %). By your register the chance is 75 %."
    )
    assert one.do.startswith("Look for that share on the left of the board, or correct the register")
    assert dict(EXERCISE.view(case).details["R-05"])["Estimate"] == "chance 40 %, 1 day lost, €4,000 besides"


def test_closed_risks_are_no_cards():
    case = own(R_05={"status": "closed"})
    assert "R-05" not in to_place(case)
    review_of_it = review(board(R_02="2/2", R_05="5/5"), case)
    assert review_of_it.outcome is Outcome.STRONG
    assert not [one for one in review_of_it.findings if "The till fails" in one.seen]


@pytest.mark.parametrize("chance", [0.0001, 0.004])
def test_a_tiny_chance_is_not_said_to_be_none(chance):
    case = own(R_03={"chance": chance})
    assert "the chance is 0 %" not in found(board(R_02="2/2"), case)["PLACE-1", "problem"][0].seen


def test_hostile_texts_huge_numbers_and_ids_that_are_gone():
    image = "<img src=x onerror=alert(1)>"
    case = own(R_01={"title": image * 20, "fact": image, "days": 9e9, "cost": 9e9}, R_02={"title": ""})
    raw = board(R_02="2/2", R_99="1/1", R_03="9/9", R_04="2/4")
    view = EXERCISE.view(case)
    view.answer = raw
    assert "<img" not in view.to_html()
    assert all(len(card["title"]) <= 80 for card in view.cards)
    assert {card["title"] for card in view.cards} >= {"R-02"}
    answer = EXERCISE.read(raw)
    assert set(places(answer, case)) == set(PLACED) - {"R-03"} | {"R-02"}
    assert "PLACE-2" not in {code for code, level in found(raw, case) if level == "problem"}
    assert EXERCISE.live(answer, case)
    lanes = Placements.of({"R-01": "must", "R-03": "5/x"})
    assert places(lanes, case) == {}


def test_a_case_without_a_register_shows_an_empty_board():
    assert EXERCISE.parts(BARE) == {}
    assert EXERCISE.view(BARE).cards == []
    assert EXERCISE.task_for(BARE)
    assert [EXERCISE.hint(step, EXERCISE.answer(), BARE)[-1] for step in range(3)] == [".", ".", "."]


@settings(max_examples=80)
@given(
    st.dictionaries(
        st.sampled_from([*(risk for risk in PLACED), "R-02", "R-10", "gone"]),
        st.tuples(st.sampled_from([*IDS, "0", "all"]), st.sampled_from([*IDS, "must"])),
    ),
    st.lists(st.sampled_from([*PLACED]), max_size=4),
    st.booleans(),
)
def test_no_answer_makes_a_rule_fail(placed, blank, mine):
    case = bakery_risks(dict.fromkeys(blank, BLANK), own=mine)
    raw = {"places": [{"id": id, "row": row, "column": column} for id, (row, column) in placed.items()]}
    answer = EXERCISE.read(raw)
    for one in EXERCISE.review(answer, case).findings:
        assert one.seen
        assert " None " not in one.seen
    EXERCISE.live(answer, case)
    assert [EXERCISE.hint(step, answer, case) for step in range(3)]
