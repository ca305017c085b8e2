"""One exercise from the first card to the last reason, worked as a browser works it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.driving import (
    HOSTILE_MESSAGES,
    NASTY,
    controls,
    drop,
    elements,
    feedback,
    place,
    press,
    send,
    sent,
    text,
)
from tests.exercises.planting import BAKERY, bakery, with_items
from tests.exercises.plants.recap import quiz
from tpm_kit.exercises import EXERCISES

MOSCOW = EXERCISES["moscow"]
QUIZ = EXERCISES["prioritization-quiz"]
ACCEPT = "We can add people in week four."


def test_a_whole_exercise_from_blank_to_strong(begin):
    attempt = begin()
    foot = attempt.frame.foot
    assert "0 of 9 placed" in text(attempt.frame.head.tree)
    press(foot, "check")
    assert "Nothing to check yet." in feedback(attempt)
    drop(attempt.view, "oven", "must")
    press(foot, "check")
    assert (
        "Incomplete. Still to do: Knead by machine, Weigh the salt, Sift the flour and 5 more."
        in feedback(attempt)
    )
    place(attempt.view, bakery(songs="should"))
    assert "9 of 9 placed" in text(attempt.frame.head.tree)
    press(foot, "check")
    assert "Needs work. 1 caution." in feedback(attempt)
    drop(attempt.view, "songs", "could")
    assert "You have changed your answer since this check. Check again." in feedback(attempt)
    press(foot, "check")
    assert "Strong." in feedback(attempt)
    assert "Check again" not in feedback(attempt)
    assert attempt.workbook.entry("moscow").attempts == 3


@pytest.mark.parametrize("seen", ["start", "again"])
def test_start_over_asks_first_and_can_be_undone(begin, seen):
    attempt = begin()
    place(attempt.view, bakery())
    press(attempt.frame.foot, "start")
    assert "What you have placed (9) will be cleared" in feedback(attempt)
    assert attempt.view.answer == bakery()
    press(attempt.frame.foot, "start")
    assert "will be cleared" not in feedback(attempt)
    press(attempt.frame.foot, "start")
    press(attempt.frame.foot, "start-over")
    assert attempt.view.answer == {"places": []}
    assert attempt.workbook.entry("moscow").answer is None
    if seen == "again":
        attempt = begin()
    press(attempt.frame.foot, "start")
    assert "There is nothing to clear." in feedback(attempt)
    assert "(started over)" in feedback(attempt)
    press(attempt.frame.foot, "put-back", "0")
    assert attempt.view.answer == bakery()
    assert "The earlier answer is back." in feedback(attempt)
    assert [one.answer for one in attempt.workbook.entry("moscow").earlier] == [bakery()]


def test_moving_all_cards_back_leaves_no_answer_behind(begin):
    attempt = begin()
    drop(attempt.view, "oven", "must")
    drop(attempt.view, "oven", "")
    assert attempt.workbook.entry("moscow").answer is None
    press(attempt.frame.foot, "start-over")
    assert attempt.workbook.entry("moscow").earlier == ()


def test_hints_open_one_by_one_and_stay_open(begin):
    attempt = begin()
    for n in range(1, len(MOSCOW.hints) + 2):
        press(attempt.frame.foot, "hint")
        opened = min(n, len(MOSCOW.hints))
        assert f"Hint {opened}. " in feedback(attempt)
        assert f"Hint {opened + 1}. " not in feedback(attempt)
        assert attempt.frame.foot.said
    assert controls(attempt.frame.foot)["hint"]["disabled"] == ""
    assert f"Hint {len(MOSCOW.hints)}. " in feedback(begin())


def test_compare_opens_only_after_a_complete_answer_was_checked(begin):
    attempt = begin()
    foot = attempt.frame.foot
    drop(attempt.view, "oven", "should")
    for _ in range(2):
        press(foot, "check")
        assert "disabled" in controls(foot)["compare"]
        press(foot, "compare")
        assert "Because of" not in feedback(attempt)
        press(foot, "compare")
    place(attempt.view, bakery(oven="should"))
    press(foot, "check")
    assert "disabled" not in controls(foot)["compare"]
    press(foot, "compare")
    (table,) = [one for one in elements(foot.tree) if one[0] == "table"]
    assert "1 of 9 differ, shown first." in text(table)
    rows = [[text(cell) for cell in row[2:]] for row in elements(table) if row[0] == "tr"]
    assert rows[1] == ["Mend the oven (oven)", "Should", "Must", "Because of oven."]
    assert len(rows) == 10
    press(foot, "start-over")
    press(foot, "compare")
    assert "Because of" not in feedback(attempt)


def test_there_is_no_worked_answer_for_an_own_backlog(begin):
    attempt = begin(case=replace(BAKERY, own=True))
    assert "compare" not in controls(attempt.frame.foot)
    assert "no worked answer for a backlog of your own" in feedback(attempt)


def test_a_caution_can_be_accepted_with_a_reason(begin):
    attempt = begin()
    foot = attempt.frame.foot
    place(attempt.view, bakery(songs="should"))
    press(foot, "check")
    assert set(attempt.view.marks) == set()
    press(foot, "accept", "MOSCOW-2")
    assert "keep-reason MOSCOW-2" in controls(foot)
    press(foot, "keep-reason", "MOSCOW-2", reason_MOSCOW_2="x")
    press(foot, "keep-reason", "MOSCOW-2", **{"reason MOSCOW-2": "too short"})
    assert "Write the reason as a sentence" in feedback(attempt)
    assert attempt.workbook.entry("moscow").reasons == {}
    press(foot, "keep-reason", "MOSCOW-2", **{"reason MOSCOW-2": ACCEPT})
    assert "Sound with a trade-off. 1 accepted with a reason." in feedback(attempt)
    assert f"Accepted: {ACCEPT}" in feedback(attempt)
    again = begin()
    press(again.frame.foot, "check")
    assert "Sound with a trade-off." in feedback(again)
    other_numbers = begin(case=with_items(BAKERY, till={"effort": 6}))
    press(other_numbers.frame.foot, "check")
    assert "Needs work. 1 caution." in feedback(other_numbers)
    press(other_numbers.frame.foot, "accept", "MOSCOW-2")
    assert "You accepted this when it read: Coulds take 10 %" in feedback(other_numbers)


def test_a_problem_offers_no_acceptance_and_marks_its_cards(begin):
    attempt = begin()
    place(attempt.view, bakery(sign="must", salt="should"))
    press(attempt.frame.foot, "check")
    assert attempt.view.marks == {"sign": {"level": "problem", "text": "✕ problem"}}
    (key,) = [one.key for one in attempt._review.findings if one.level == "problem"]
    assert f"accept {key}" not in controls(attempt.frame.foot)
    press(attempt.frame.foot, "keep-reason", key, **{f"reason {key}": ACCEPT})
    assert "Needs work. 1 problem." in feedback(attempt)


def test_the_reasons_of_a_quiz_appear_after_check_and_choices_are_kept(begin):
    attempt = begin(QUIZ)
    first, second = list(quiz(workaround="yes")["choices"].items())[:2]
    for question, option in (first, second):
        press(attempt.view, question, option)
    before = text(attempt.view.tree)
    assert "Right." not in before
    assert "Costly is not the same as impossible." not in before
    press(attempt.frame.foot, "check")
    after = text(attempt.view.tree)
    assert "Costly is not the same as impossible." in after
    assert "✓ Right. " in after
    assert "Coulds are the contingency." not in after
    assert begin(QUIZ).view.answer == {"choices": dict([first, second])}


@pytest.mark.parametrize("exercise", [MOSCOW, QUIZ, EXERCISES["practice"]], ids=lambda one: one.id)
def test_no_message_raises_anything(begin, exercise):
    attempt = begin(exercise)
    if exercise is MOSCOW:
        place(attempt.view, bakery(songs="should"))
        press(attempt.frame.foot, "check")
    for content in HOSTILE_MESSAGES:
        kept = attempt.frame.foot.kept
        send(attempt.frame.foot, content)
        send(attempt.frame.head, content)
        answered = isinstance(content, dict) and isinstance(content.get("name"), str)
        assert attempt.frame.foot.kept == kept + answered
    json.dumps(attempt.frame.foot.tree, ensure_ascii=False).encode()
    assert begin(exercise).workbook.messages == []


def test_hints_in_a_file_may_be_more_than_there_are(begin):
    begin().workbook.change("moscow", hints=99)
    attempt = begin()
    press(attempt.frame.foot, "hint")
    assert f"Hint {len(MOSCOW.hints)}. " in feedback(attempt)


def test_one_drop_is_answered_with_one_message_that_has_the_meters(begin, monkeypatch):
    attempt = begin()
    drop(attempt.view, "oven", "must")
    messages = sent(attempt.view, monkeypatch)
    drop(attempt.view, "dough", "could")
    assert [sorted(message) for message in messages] == [["kept", "meters"]]


def test_titles_are_text_and_never_markup(begin):
    case = with_items(BAKERY, sign={"title": NASTY, "workaround": NASTY}, till={"title": f"{NASTY} again"})
    attempt = begin(case=case)
    place(attempt.view, bakery(sign="must", salt="should"))
    press(attempt.frame.foot, "check")
    press(attempt.frame.foot, "compare")
    assert NASTY in feedback(attempt)
    tags = {one[0] for panel in (attempt.frame.head, attempt.frame.foot) for one in elements(panel.tree)}
    assert not any("<" in tag or tag == "img" for tag in tags)
    for html in (attempt.frame.to_html(), attempt.frame.foot.to_html(), attempt.view.to_html()):
        assert "<img" not in html
        assert "&lt;img" in html


def test_an_exercise_that_starts_with_an_answer(begin):
    begun = replace(MOSCOW, start=lambda case: MOSCOW.read(bakery()))
    attempt = begin(begun)
    assert "9 of 9 placed" in text(attempt.frame.head.tree)
    assert attempt.workbook.entry("moscow").answer is None
    press(attempt.frame.foot, "check")
    assert "Strong." in feedback(attempt)
    assert attempt.workbook.entry("moscow").answer == attempt.view.answer
    drop(attempt.view, "van", "must")
    press(attempt.frame.foot, "start-over")
    assert (attempt.workbook.entry("moscow").answer, attempt.view.answer) == (
        None,
        MOSCOW.read(bakery()).raw(),
    )


def test_a_start_is_not_kept_before_anything_is_done(begin):
    begun = replace(MOSCOW, start=lambda case: MOSCOW.read(bakery()))
    begin(begun)
    again = begin(replace(MOSCOW, start=lambda case: MOSCOW.read(bakery(van="could"))))
    assert {place["id"]: place["column"] for place in again.view.answer["places"]}["van"] == "could"
    drop(again.view, "van", "wont")
    assert begin(begun).view.answer == again.view.answer
