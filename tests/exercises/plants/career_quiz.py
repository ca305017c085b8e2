"""Answers to the recap quiz of notebook 11."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, right_choices
from tpm_kit.exercises.career.career_quiz import QUESTIONS


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the right choices of the recap quiz, with some chosen otherwise."""
    return right_choices(QUESTIONS, chosen)


SOUND = (BAKERY, quiz())

PLANTED = {
    "QUIZ": [
        Plant(quiz(demand="strong"), "problem", ("Question 1", "counted are searches")),
        Plant(quiz(midpoint="median"), "problem", ("Question 6", "fewer than half earn more")),
        Plant(quiz(error="small"), "problem", ("Question 7", "above about $26,000")),
    ],
}
