"""Answers to the recap quiz of notebook 06."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, right_choices
from tpm_kit.exercises.roadmap.roadmap_quiz import QUESTIONS


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the right choices of the recap quiz, with some chosen otherwise."""
    return right_choices(QUESTIONS, chosen)


SOUND = (BAKERY, quiz())

PLANTED = {
    "QUIZ": [
        Plant(quiz(promise="middle"), "problem", ("Question 2", "9 June", "the other half ends later")),
        Plant(quiz(float="twelve"), "problem", ("Question 3", "12 days", "They share the same 4 days.")),
        Plant(quiz(limits="fifth"), "problem", ("Question 5", "Begin a fifth card", "then five are open")),
    ],
}
