"""Answers to the recap quiz."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, right_choices
from tpm_kit.exercises.prioritization.recap import QUESTIONS


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the right choices of the recap quiz, with some chosen otherwise."""
    return right_choices(QUESTIONS, chosen)


SOUND = (BAKERY, quiz())

PLANTED = {
    "QUIZ": [
        Plant(quiz(share="quarter"), "problem", ("Question 2", "25 %: 5 cards of 20.")),
        Plant(quiz(limit="relabel"), "problem", ("Question 6", "Rename two Musts")),
    ],
}
