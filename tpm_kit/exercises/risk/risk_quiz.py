"""The recap quiz of notebook 07."""

from __future__ import annotations

from tpm_kit.exercises.quizzes import quiz
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.quiz_levels import LEVEL_QUESTIONS
from tpm_kit.exercises.risk.quiz_money import MONEY_QUESTIONS

QUESTIONS = (*LEVEL_QUESTIONS, *MONEY_QUESTIONS)
"""Ten questions with one right option each."""

EXERCISE = quiz("risk-quiz", "7.11", NOTEBOOK, QUESTIONS)
