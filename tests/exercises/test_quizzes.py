"""What a fair quiz is: no option gives itself away, and each says why it fits or does not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.exercises.planting import BAKERY, BARE, right_choices
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career import career_quiz
from tpm_kit.exercises.prioritization import which_method
from tpm_kit.exercises.risk import risk_quiz
from tpm_kit.exercises.roadmap import roadmap_quiz

MODULES = {
    "which-method": which_method,
    "roadmap-quiz": roadmap_quiz,
    "risk-quiz": risk_quiz,
    "career-quiz": career_quiz,
}
QUESTIONS = [(module, question) for module in MODULES.values() for question in module.QUESTIONS]
WRONG = [
    (module, question, option)
    for module, question in QUESTIONS
    for option in question.options
    if not option.right
]


def test_the_recap_of_the_roadmap_has_eight_questions_of_four_options():
    assert [len(question.options) for question in roadmap_quiz.QUESTIONS] == [4] * 8


@pytest.mark.parametrize(
    "question",
    [question for _, question in QUESTIONS],
    ids=[f"{module.EXERCISE.id} {question.id}" for module, question in QUESTIONS],
)
def test_options_are_of_even_length_and_have_reasons_of_their_own(question):
    lengths = [len(option.text) for option in question.options]
    assert max(lengths) <= 1.3 * min(lengths)
    assert len({option.reason for option in question.options}) == len(question.options)
    assert all(len(option.reason) > len(option.text) for option in question.options)
    assert question.text[-1] == "?"
    for text in (part for option in question.options for part in (option.text, option.reason)):
        assert text[0].isupper() or text[0].isdigit() or text[0] in "€$"
        assert text[-1] == "."
        assert text.isprintable()
        assert "  " not in text


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_neither_place_nor_length_gives_the_right_option_away(module):
    questions = module.QUESTIONS
    places = [[option.right for option in question.options].index(True) for question in questions]
    assert set(places) == {0, 1, 2, 3}
    assert all(one != other for one, other in pairwise(places))
    longest = [max(question.options, key=lambda option: len(option.text)).right for question in questions]
    assert sum(longest) <= 2
    reasons = [max(question.options, key=lambda option: len(option.reason)).right for question in questions]
    assert sum(reasons) <= 3


@pytest.mark.parametrize(
    ("module", "question", "option"),
    WRONG,
    ids=[f"{module.EXERCISE.id} {question.id} {option.id}" for module, question, option in WRONG],
)
def test_each_wrong_option_is_told_why_and_the_right_one_is_not_given_away(module, question, option):
    exercise = module.EXERCISE
    raw = right_choices(module.QUESTIONS, {question.id: option.id})
    review = exercise.review(exercise.read(raw), BAKERY)
    right = next(one for one in question.options if one.right)
    (problem,) = [one for one in review.findings if one.level == "problem"]
    assert problem.why == option.reason
    assert right.text not in problem.seen + problem.why + problem.do
    count = len(module.QUESTIONS)
    praise = f"{count - 1} of {count} right."
    assert [one.seen for one in review.findings if one.level == "good"] == [praise]
    assert review.outcome is Outcome.NEEDS_WORK


@pytest.mark.parametrize(
    ("module", "first", "option"),
    [
        (which_method, "date", "moscow"),
        (roadmap_quiz, "later", "order"),
        (risk_quiz, "issue", "move"),
        (career_quiz, "demand", "weak"),
    ],
    ids=MODULES,
)
def test_it_needs_nothing_of_a_backlog(module, first, option):
    exercise = module.EXERCISE
    raw = right_choices(module.QUESTIONS, {})
    assert exercise.review(exercise.read(raw), BARE).outcome is Outcome.STRONG
    part = exercise.read({"choices": {first: option}})
    assert exercise.review(part, BARE).outcome is Outcome.INCOMPLETE
    gone = exercise.read({"choices": {first: "an option of old", "gone": "x"}})
    for case in (BARE, BAKERY):
        assert [one.seen for one in exercise.review(gone, case).findings] == [
            "Question 1: the option that you chose is no longer there."
        ]
