"""The recap quiz of notebook 07."""

from __future__ import annotations

from tpm_kit.answers import Choices
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.quiz_rules import question_titles, right_options
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.quiz_levels import LEVEL_QUESTIONS
from tpm_kit.exercises.risk.quiz_money import MONEY_QUESTIONS
from tpm_kit.widgets.quiz import Quiz

QUESTIONS = (*LEVEL_QUESTIONS, *MONEY_QUESTIONS)
"""Ten questions with one right option each."""

EXERCISE = Exercise(
    id="risk-quiz",
    version=1,
    number="7.11",
    title="Recap",
    notebook=NOTEBOOK,
    task="Choose an answer to each question, then check: every option then gets its reason.",
    answer=Choices,
    view=lambda case: Quiz(QUESTIONS),
    parts=lambda case: question_titles(QUESTIONS),
    rules=(right_options("QUIZ", QUESTIONS),),
    done_word="answered",
)
