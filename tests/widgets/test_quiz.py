"""The quiz: choices, reasons after the check, and nothing from a browser or a file that it does not know."""

from __future__ import annotations

import pytest

from tests.driving import HOSTILE_MESSAGES, NASTY, elements, press, send, text
from tpm_kit.exercises.prioritization.recap import QUESTIONS
from tpm_kit.widgets.quiz import Option, Question, Quiz

PAIR = (
    Question(
        "one", "First?", (Option("a", "Yes", "Since it is so.", True), Option("b", "No", "It is not so."))
    ),
    Question("two", NASTY, (Option("a", NASTY, NASTY), Option("b", "Other", "Well.", True))),
)


@pytest.fixture
def quiz() -> Quiz:
    return Quiz(PAIR)


def checked(quiz: Quiz) -> dict[str, str]:
    radios = [one[1] for one in elements(quiz.tree) if one[0] == "input"]
    return {radio["name"]: radio["value"] for radio in radios if "checked" in radio}


def test_a_choice_is_kept_shown_and_told_once(quiz):
    calls = []
    quiz.on_answer(lambda: calls.append(quiz.answer))
    press(quiz, "one", "b")
    press(quiz, "one", "a")
    assert quiz.answer == {"choices": {"one": "a"}}
    assert checked(quiz) == {"one": "a"}
    assert calls == [{"choices": {"one": "b"}}, {"choices": {"one": "a"}}]


def test_reasons_stand_under_marked_questions_only(quiz):
    press(quiz, "one", "b")
    assert "It is not so." not in text(quiz.tree)
    quiz.mark({"one": ("problem", "problem")})
    shown = text(quiz.tree)
    assert "✓ Right. Since it is so." in shown
    assert "✕ No. It is not so." in shown
    assert "Well." not in shown
    quiz.mark({})
    assert "Since it is so." not in text(quiz.tree)


def test_an_answer_put_there_is_the_answer(quiz):
    quiz.answer = {"choices": {"two": "b", "one": "a"}}
    assert checked(quiz) == {"one": "a", "two": "b"}
    quiz.answer = {"choices": {"one": "gone", "three": "a", "two": "b"}}
    assert quiz.answer == {"choices": {"two": "b"}}
    quiz.answer = {}
    assert quiz.answer == {"choices": {}}


def test_what_is_given_out_is_a_copy(quiz):
    press(quiz, "one", "a")
    quiz.answer["choices"]["two"] = "b"
    assert quiz.answer == {"choices": {"one": "a"}}


@pytest.mark.parametrize(
    "content",
    [
        *HOSTILE_MESSAGES,
        {"name": "one"},
        {"name": "one", "value": "z"},
        {"name": "one", "value": ["a"]},
        {"name": "z", "value": "a"},
    ],
    ids=lambda content: repr(content)[:40],
)
def test_no_message_chooses_what_is_not_there(quiz, content):
    send(quiz, content)
    assert quiz.answer == {"choices": {}}


def test_texts_are_never_markup(quiz):
    quiz.mark({"two": ("problem", "problem")})
    assert NASTY in text(quiz.tree)
    assert "<img" not in quiz.to_html()
    assert quiz.to_html().count("&lt;img") >= 2
    assert not any("<" in one[0] for one in elements(quiz.tree))


def test_the_static_copy_has_the_questions_and_no_buttons(quiz):
    html = quiz.to_html()
    assert "1. First?" in html
    assert "Other" in html
    assert "<input" not in html


@pytest.mark.parametrize("right", [(), ("a", "b")])
def test_a_question_has_one_right_option(right):
    with pytest.raises(ValueError, match="question 'q' needs exactly one right option"):
        Question("q", "Which?", tuple(Option(id, id, id, id in right) for id in "ab"))


def test_every_option_of_the_course_has_its_own_reason():
    for question in QUESTIONS:
        ids = [option.id for option in question.options]
        assert len(set(ids)) == len(ids) >= 3
        reasons = [option.reason for option in question.options]
        assert len(set(reasons)) == len(reasons)
        assert all(reason.endswith(".") for reason in reasons)
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
