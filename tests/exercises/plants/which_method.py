"""Choices of a method for each situation."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, right_choices
from tpm_kit.exercises.prioritization.which_method import QUESTIONS


def quiz(**chosen: str) -> dict[str, Any]:
    """Return the fitting choices, with some chosen otherwise; `_` in a name stands for a hyphen."""
    return right_choices(QUESTIONS, chosen)


SOUND = (BAKERY, quiz())

PLANTED = {
    "QUIZ": [
        Plant(quiz(date="rice"), "problem", ("Question 1", "the highest scores", "scores low")),
        Plant(quiz(offer="wsjf"), "problem", ("Question 3", "SAFe's WSJF", "It is no amount")),
        Plant(quiz(boards="higher"), "problem", ("Question 4", "12 is more than 7", "smallest job")),
        Plant(quiz(first_version="rescore"), "problem", ("Question 6", "higher impact")),
    ],
}
