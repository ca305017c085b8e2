"""The self-assessment: the one group that the learner may name."""

from __future__ import annotations

import pytest

from tests.exercises.planting import BAKERY
from tests.exercises.plants.self_assessment import said
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.self_assessment import EXERCISE
from tpm_kit.exercises.career.self_assessment_rows import gaps
from tpm_kit.exercises.career.skills import GROUPS

OWN = {
    "role_called": "Security",
    "own_rating": "1",
    "own_evidence": "Drew the threat model of the till with Sam in May.",
    "own_target": "3",
    "own_gap": "2",
    "own_impact": "3",
}


def test_a_group_that_the_learner_names_is_rated_and_drawn_and_no_gap_of_the_plan():
    assert EXERCISE.review(EXERCISE.read(said(**OWN)), BAKERY).outcome is Outcome.STRONG
    answer = EXERCISE.read(said(**OWN))
    assert EXERCISE.plotted(answer, BAKERY)["axes"][-1] == ("Security", 1, 3)
    assert len(EXERCISE.plotted(EXERCISE.read(said()), BAKERY)["axes"]) == len(GROUPS)
    assert gaps(answer) == ("technical", "data", "leadership")
    assert gaps(EXERCISE.read(said(first_group="own"))) == ("data", "leadership")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"own_gap": "1"}, "Security: gap. You have 1, with a rating of 1 and your own target, 3."),
        ({"own_evidence": "good at it"}, "Security: evidence. “good at it” judges you"),
        ({"own_target": "0", "own_gap": "0"}, "Security: own target. Your target is 0, and you rate"),
        ({"own_impact": "9"}, "Security: impact of the gap. “9” is not 1, 2 or 3."),
    ],
)
def test_it_is_judged_like_the_others(changed, says):
    answer = EXERCISE.read(said(**OWN | changed))
    assert any(one.seen.startswith(says) for one in EXERCISE.review(answer, BAKERY).findings)


def test_once_begun_it_has_to_be_named_and_filled_in_whole():
    begun = EXERCISE.read(said(own_rating="2"))
    assert EXERCISE.missing(begun, BAKERY) == ["role:called", "own:target", "own:gap", "own:impact"]
    named = EXERCISE.read(said(role_called="<img src=x onerror=alert(1)>" * 9))
    assert "own:rating" in EXERCISE.missing(named, BAKERY)
    assert len(EXERCISE.plotted(named, BAKERY)["axes"][-1].name) <= 40
