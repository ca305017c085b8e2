"""What a fair quiz is: no option gives itself away, and each says why it fits or does not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.which_method import quiz
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.which_method import EXERCISE, QUESTIONS

questions = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
WRONG = [(question.id, one.id) for question in QUESTIONS for one in question.options if not one.right]


@questions
def test_options_are_of_even_length_and_have_reasons_of_their_own(question):
    lengths = [len(option.text) for option in question.options]
    assert max(lengths) <= 1.3 * min(lengths)
    assert len({option.reason for option in question.options}) == len(question.options)
    assert all(len(option.reason) > len(option.text) for option in question.options)
    for text in (part for option in question.options for part in (option.text, option.reason)):
        assert text[0].isupper()
        assert text[-1] == "."


def test_neither_place_nor_length_gives_the_right_option_away():
    places = [[option.right for option in question.options].index(True) for question in QUESTIONS]
    assert len(set(places)) == 4
    assert all(one != other for one, other in pairwise(places))
    longest = [max(question.options, key=lambda option: len(option.text)).right for question in QUESTIONS]
    assert sum(longest) <= 2
    reasons = [max(question.options, key=lambda option: len(option.reason)).right for question in QUESTIONS]
    assert sum(reasons) <= 3


@pytest.mark.parametrize(("id", "option"), WRONG, ids=lambda text: text)
def test_each_wrong_option_is_told_why_and_the_right_one_is_not_given_away(id, option):
    raw = quiz()
    raw["choices"][id] = option
    review = EXERCISE.review(EXERCISE.read(raw), BAKERY)
    question = next(one for one in QUESTIONS if one.id == id)
    right = next(one for one in question.options if one.right)
    (problem,) = [one for one in review.findings if one.level == "problem"]
    assert question.option(option).reason == problem.why
    assert right.text not in problem.seen + problem.why + problem.do
    assert [one.seen for one in review.findings if one.level == "good"] == ["5 of 6 right."]
    assert review.outcome is Outcome.NEEDS_WORK


def test_it_needs_nothing_of_a_backlog():
    assert EXERCISE.review(EXERCISE.read(quiz()), BARE).outcome is Outcome.STRONG
    assert EXERCISE.review(EXERCISE.read({"choices": {"date": "moscow"}}), BARE).outcome is Outcome.INCOMPLETE
    gone = EXERCISE.review(EXERCISE.read({"choices": {"date": "an option of old", "gone": "x"}}), BARE)
    assert [one.seen for one in gone.findings] == [
        "Question 1: the option that you chose is no longer there."
    ]
