"""Answers to the recap quiz of notebook 07."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, right_choices
from tpm_kit.exercises.risk.risk_quiz import QUESTIONS


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the right choices of the recap quiz, with some chosen otherwise."""
    return right_choices(QUESTIONS, chosen)


SOUND = (BAKERY, quiz())

PLANTED = {
    "QUIZ": [
        Plant(quiz(average="fair"), "problem", ("Question 2", "It is fair", "Nothing outweighs anything")),
        Plant(quiz(nist="product"), "problem", ("Question 5", "should be multiplied", "it is no product")),
        Plant(quiz(sum="sum"), "problem", ("Question 9", "€50,000", "enough in 99.8 % of cases")),
    ],
}
