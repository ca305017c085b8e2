"""A sound pair of risks, and pairs that are not: other cells, other sums, the wrong order."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.answers import Cells

PAIR = {
    "a:chance": "82 %",
    "a:loss": "1.5",
    "a:likelihood": "5",
    "a:impact": "1",
    "a:expected": "1.23",
    "b:chance": "20 %",
    "b:loss": "12",
    "b:likelihood": "2",
    "b:impact": "3",
    "b:expected": "2.4",
}
"""Two cells with other ranks, yet not ranked the wrong way round: 5 against 6, both medium."""
RIGHT = {
    "a:chance": "81 %",
    "a:loss": "0.5",
    "a:likelihood": "5",
    "a:impact": "1",
    "a:expected": "0.405",
    "b:chance": "5 %",
    "b:loss": "30",
    "b:likelihood": "1",
    "b:impact": "4",
    "b:expected": "1.5",
}
"""5 medium before 4 low, and €405 against €1,500."""


def pair(of: dict[str, str] | None = None, **cells: str) -> dict[str, Any]:
    """Return a raw answer with some cells otherwise, as in `a_loss="3"`."""
    return Cells.of({**(of or RIGHT), **{id.replace("_", ":"): text for id, text in cells.items()}}).raw()


SOUND = (BAKERY, pair())
PLANTED = {
    "INVERT-1": [
        Plant(pair(a_chance="often"), "problem", ("Risk A: chance", "“often” is no chance")),
        Plant(pair(a_chance="0 %"), "problem", ("what cannot happen is no risk",)),
        Plant(pair(b_chance="100"), "problem", ("“100”: what is certain is an issue, and no risk",)),
        Plant(pair(b_chance="140 %"), "problem", ("no chance is above 100 %",)),
        Plant(pair(b_loss="-30"), "problem", ("Risk B: loss", "a risk without a loss is none")),
        Plant(pair(b_loss="30 apples"), "problem", ("“30 apples” is no sum in thousands",)),
        Plant(pair(a_expected="9999999"), "problem", ("Risk A: expected loss", "is out of range")),
    ],
    "INVERT-2": [
        Plant(
            pair(a_likelihood="4"),
            "problem",
            ("Risk A: likelihood is Likely, and 50 % to 80 % does not hold 81 %.",),
        ),
        Plant(
            pair(b_impact="5"),
            "problem",
            ("Risk B: impact is Severe, and more than €40,000 does not hold",),
        ),
        Plant(pair(b_impact="3"), "problem", ("Moderate, and €5,000 to €15,000 does not hold €30,000.",)),
    ],
    "INVERT-3": [
        Plant(
            pair(b_expected="2.5"),
            "problem",
            ("Risk B: expected loss is 2.5 thousand. Chance × loss is another sum.", "5 % of €30,000"),
        ),
        Plant(pair(b_expected="30"), "problem", ("That is the whole loss, as if the risk were certain.",)),
        Plant(pair(b_expected="150"), "problem", ("a hundred times too much",)),
        Plant(pair(b_expected="-1.5"), "problem", ("written here without a minus sign",)),
        Plant(pair(b_expected="1500"), "problem", ("this column counts in thousands",)),
    ],
    "INVERT-4": [
        Plant(pair(PAIR), "problem", ("prints 5 medium for A and 6 medium for B. It ranks B first.",)),
        Plant(
            pair(b_chance="90 %", b_loss="1", b_likelihood="5", b_impact="1", b_expected="0.9"),
            "problem",
            ("prints 5 medium for A and 5 medium for B. Both lie in the same cell.",),
        ),
        Plant(
            pair(b_chance="5 %", b_loss="90", b_impact="5", b_expected="4.5"),
            "problem",
            ("prints 5 medium for A and 5 medium for B. It ranks them alike.",),
        ),
        Plant(
            pair({f"{'b' if id[0] == 'a' else 'a'}{id[1:]}": text for id, text in RIGHT.items()}),
            "problem",
            ("prints 4 low for A and 5 medium for B. It ranks B first, and A is expected to cost more",),
        ),
    ],
    "INVERT-5": [
        Plant(
            pair(b_loss="16", b_chance="2 %", b_expected="0.32"),
            "problem",
            ("81 % of €500 is €405", "2 % of €16,000 is €320", "Here the matrix is right: A"),
        ),
        Plant(
            pair(a_chance="90 %", a_loss="1", a_expected="0.9", b_chance="3 %", b_expected="0.9"),
            "problem",
            ("90 % of €1,000 is €900", "3 % of €30,000 is €900", "The same loss is expected of both."),
        ),
    ],
}
