"""Answers to the practice board."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant, lanes
from tpm_kit.exercises.start_here import CARDS


def practice(*order: str) -> dict[str, Any]:
    """Return the practice board with the cards in this order in the first lane."""
    return lanes(dict.fromkeys(order, "works"))


SOUND = (BAKERY, practice("top", *(id for id in CARDS if id != "top")))

PLANTED = {
    "START-1": [
        Plant(practice(*CARDS), "problem", (CARDS["top"][0], "number 5 of 5")),
        Plant(lanes(dict.fromkeys(CARDS, "works"), top="not"), "problem", (CARDS["top"][0], "Not for me")),
    ],
}
