"""A sound matrix, and matrices that break one axiom each."""

from __future__ import annotations

from typing import Any

from tests.exercises.planting import BAKERY, Plant
from tpm_kit.exercises.risk.repair_matrix import filled, solution, start

TENS = ("c25", "c52", "c34", "c43")
WORKED = {part: level for part, (level, _) in solution(BAKERY).items()}


def matrix(**cells: str) -> dict[str, Any]:
    """Return the worked matrix with some cells otherwise, as in `c15="high"` for likelihood 1, impact 5."""
    changed = {f"{id[1]}:{id[2]}": level for id, level in cells.items()}
    return filled(lambda cell: {**WORKED, **changed}[f"{cell[0] + 1}:{cell[1] + 1}"]).raw()


def alike(level: str, **cells: str) -> dict[str, Any]:
    """Return a matrix with one level everywhere, but for some cells."""
    return matrix(**{f"c{part[0]}{part[2]}": level for part in WORKED} | cells)


SOUND = (BAKERY, matrix())
PLANTED = {
    "MATRIX-1": [
        Plant(
            start(BAKERY).raw(),
            "problem",
            (
                "4 pairs of a low and a critical cell the wrong way round: Rare × Severe against Unlikely",
                "and 2 more such",
                "19 % for 99 % of the largest loss in Rare × Severe comes to 18.8 %",
                "21 % for 81 % in Unlikely × Severe to 17.0 %",
            ),
            frozenset({"MATRIX-2"}),
        ),
    ],
    "MATRIX-2": [
        # Up to 4 low, from 10 on critical: no edge in common, and two corners.
        Plant(
            matrix(**dict.fromkeys(("c15", "c51"), "medium"), **dict.fromkeys(TENS, "critical")),
            "problem",
            (
                "From low straight to critical, 2 shared corners: Rare × Major next to Unlikely × Severe; "
                "Likely × Negligible next to Almost certain × Minor.",
                "a chance of 19 % for 79 % of the largest loss is low, and 21 % for 81 % is critical.",
            ),
        ),
        Plant(
            start(BAKERY).raw(),
            "problem",
            (
                "2 shared edges and 2 shared corners: Rare × Severe next to Unlikely × Severe",
                "a chance of 19 % for 90 % of the largest loss is low, and 21 % for 90 % is critical.",
            ),
            frozenset({"MATRIX-1"}),
        ),
    ],
    "MATRIX-3": [
        Plant(
            matrix(c23="high"),
            "problem",
            (
                "4 pairs of cells with levels that do not fit: Unlikely × Moderate against Possible × Minor",
                "The first two are high and medium, and hold risks of the same size.",
                "55 % for 35 % of the largest loss in Possible × Minor comes to 19.2 %, and 25 % for 45 % in "
                "Unlikely × Moderate to 11.2 %",
            ),
        ),
        Plant(
            matrix(c55="high"),
            "problem",
            (
                "Possible × Severe against Almost certain × Severe",
                "The first two are critical and high, and the second holds the larger risks.",
            ),
        ),
    ],
    "MATRIX-4": [
        Plant(alike("medium"), "problem", ("No cell is low and none is critical, so the audit has nothing",)),
        Plant(alike("low"), "problem", ("No cell is critical, so",)),
        Plant(alike("critical"), "problem", ("No cell is low, so",)),
    ],
    "MATRIX-5": [
        Plant(alike("high", c11="low", c55="critical"), "caution", ("23 of 25 cells are high.",)),
    ],
}
