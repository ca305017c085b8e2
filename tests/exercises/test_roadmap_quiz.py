"""The recap of the roadmap is a fair quiz: no option gives itself away, and each says why it fits or not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.roadmap_quiz import quiz
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.roadmap_quiz import EXERCISE, QUESTIONS

questions = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
WRONG = [(question.id, one.id) for question in QUESTIONS for one in question.options if not one.right]


def test_there_are_eight_questions_of_four_options():
    assert [len(question.options) for question in QUESTIONS] == [4] * 8


@questions
def test_options_are_of_even_length_and_have_reasons_of_their_own(question):
    lengths = [len(option.text) for option in question.options]
    assert max(lengths) <= 1.3 * min(lengths)
    assert len({option.reason for option in question.options}) == len(question.options)
    assert all(len(option.reason) > len(option.text) for option in question.options)
    assert question.text[-1] == "?"
    for text in (part for option in question.options for part in (option.text, option.reason)):
        assert text[0].isupper() or text[0].isdigit()
        assert text[-1] == "."
        assert text.isprintable()
        assert "  " not in text


def test_neither_place_nor_length_gives_the_right_option_away():
    places = [[option.right for option in question.options].index(True) for question in QUESTIONS]
    assert set(places) == {0, 1, 2, 3}
    assert all(one != other for one, other in pairwise(places))
    longest = [max(question.options, key=lambda option: len(option.text)).right for question in QUESTIONS]
    assert sum(longest) <= 2
    reasons = [max(question.options, key=lambda option: len(option.reason)).right for question in QUESTIONS]
    assert sum(reasons) <= 3


@pytest.mark.parametrize(("id", "option"), WRONG, ids=lambda text: text)
def test_each_wrong_option_is_told_why_and_the_right_one_is_not_given_away(id, option):
    review = EXERCISE.review(EXERCISE.read(quiz(**{id: option})), BAKERY)
    question = next(one for one in QUESTIONS if one.id == id)
    right = next(one for one in question.options if one.right)
    (problem,) = [one for one in review.findings if one.level == "problem"]
    assert question.option(option).reason == problem.why
    assert right.text not in problem.seen + problem.why + problem.do
    assert [one.seen for one in review.findings if one.level == "good"] == ["7 of 8 right."]
    assert review.outcome is Outcome.NEEDS_WORK


def test_it_needs_nothing_of_a_backlog():
    assert EXERCISE.review(EXERCISE.read(quiz()), BARE).outcome is Outcome.STRONG
    part = EXERCISE.read({"choices": {"later": "order"}})
    assert EXERCISE.review(part, BARE).outcome is Outcome.INCOMPLETE
    gone = EXERCISE.review(EXERCISE.read({"choices": {"later": "an option of old", "gone": "x"}}), BAKERY)
    assert [one.seen for one in gone.findings] == [
        "Question 1: the option that you chose is no longer there."
    ]
