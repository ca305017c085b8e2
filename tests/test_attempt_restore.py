"""What is stored comes back on screen; what no longer fits is said, and is not lost."""

from __future__ import annotations

import pytest

from tests.driving import drop, elements, feedback, place, press, text
from tests.exercises.planting import bakery, lanes
from tpm_kit.exercises import EXERCISES

MOSCOW = EXERCISES["moscow"]
QUIZ = EXERCISES["prioritization-quiz"]


def test_tomorrow_the_board_is_as_it_was(begin):
    place(begin().view, bakery())
    again = begin()
    assert again.view.answer == bakery()
    head = text(again.frame.head.tree)
    assert "9 of 9 placed" in head
    assert "saving" not in head
    assert again.view.meters["must"]["text"] == "30 pts · 60 %"


def test_opening_an_exercise_again_and_again_writes_nothing(begin):
    for exercise in (MOSCOW, QUIZ):
        attempt = begin(exercise)
        attempt.restore()
        attempt.renew()
        assert not attempt.workbook.path.exists()
        assert attempt.workbook.entries() == {}


def test_an_answer_that_another_window_changed_is_kept_beside_this_one(begin):
    one, two = begin(), begin()
    drop(one.view, "oven", "must")
    drop(two.view, "dough", "could")
    entry = one.workbook.entry("moscow")
    assert entry.answer == lanes({"dough": "could"})
    assert [(earlier.answer, earlier.why) for earlier in entry.earlier] == [
        (lanes({"oven": "must"}), "changed in another window")
    ]
    drop(two.view, "oven", "could")
    assert len(two.workbook.entry("moscow").earlier) == 1


@pytest.mark.parametrize("times", [1, 3])
def test_an_answer_to_an_older_version_is_kept_and_said(begin, times):
    begin().workbook.change("moscow", version=0, answer=bakery())
    attempt = begin()
    for _ in range(times):
        attempt.restore()
        assert attempt.view.answer == bakery()
        assert "This exercise has changed since you answered it." in feedback(attempt)
    drop(attempt.view, "songs", "wont")
    entry = attempt.workbook.entry("moscow")
    assert entry.version == MOSCOW.version
    assert [(one.answer, one.version) for one in entry.earlier] == [(bakery(), 0)]
    again = begin()
    assert "has changed since" not in feedback(again)


@pytest.mark.parametrize(
    "stored",
    [
        lanes({"gone": "must", "oven": "must"}),
        lanes({"oven": "must", "dough": "a lane of old"}),
        {"places": [{"id": "oven", "column": "must"}, {"id": "dough", "row": "all", "column": "must"}]},
        {"places": [{"id": "oven", "row": "another", "column": "must"}]},
        {"places": 5},
        {"choices": {}},
        {"places": [{"id": "oven", "row": "all", "column": "must"}] * 2},
    ],
)
def test_what_cannot_be_shown_is_said_and_not_lost(begin, stored):
    begin().workbook.change("moscow", version=1, answer=stored)
    attempt = begin()
    attempt.restore()
    assert [
        one[0] for one in elements(attempt.frame.foot.tree) if one[1].get("class") == "tpm-sign tpm-caution"
    ] == ["p"]
    assert attempt.workbook.entry("moscow").answer == stored
    press(attempt.frame.foot, "check")
    drop(attempt.view, "salt", "must")
    entry = attempt.workbook.entry("moscow")
    assert [one.answer for one in entry.earlier] == [stored]
    press(attempt.frame.foot, "put-back", "0")
    assert attempt.workbook.entry("moscow").answer == stored
    assert "salt" not in str(attempt.view.answer)
