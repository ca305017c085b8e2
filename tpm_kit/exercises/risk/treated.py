"""The risks that need a response: those above the appetite, by the places that count.

The places are the learner's of 7.3 if they placed every risk, else the worked ones, or what the evidence
counts to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.evidence import counted, fixed_places, no_place, suggested_places, to_place
from tpm_kit.exercises.risk.levels import REPAIR, matrix_of
from tpm_kit.exercises.risk.matrix_board import Cell, MatrixPlaces, level_of, places
from tpm_kit.exercises.risk.register import Risk, expected_cost, expected_days, open_risks, policy

PLACED = "place-risks"
"""The exercise whose answer the places come from."""
USES: Mapping[str, type] = {PLACED: MatrixPlaces, REPAIR: Cells}
"""What an exercise that calls `treated` must name in its `uses`."""
MOST = 8
"""Rows of the table: what one sitting can settle."""
FEWEST = 3
"""Rows if nothing lies above the appetite: the highest ones, to have something to decide."""
_SAME = {"medium": ("medium", "moderate"), "moderate": ("moderate", "medium")}


class Standing(NamedTuple):
    """Where the risks lie, and who put them there."""

    at: Mapping[str, Cell]
    """(likelihood, impact) by risk, each 0 to 4."""
    mine: bool
    """Whether the learner placed them."""
    whose: str
    """Whose places that are, to go on with in a sentence."""


@once
def standing(case: Case) -> Standing:
    """Return the places that count; see the module for whose these are."""
    fixed, answer = fixed_places(case), case.earlier.get(PLACED)
    wanted = {id for id, risk in to_place(case).items() if not no_place(risk)}
    mine = places(answer, case) if isinstance(answer, Placements) else {}
    if wanted and wanted <= set(mine):
        return Standing({**fixed, **mine}, True, "your places of 7.3")
    partly = "since yours of 7.3 are not complete" if mine else "since you have none in 7.3 yet"
    evidence = {id: one.place for id, one in counted(case).items() if id in wanted and one.place}
    if case.own:
        known = {**evidence, **suggested_places(case), **mine}
        return Standing(known, False, f"the places that your register gives, {partly}")
    return Standing({**evidence, **fixed}, False, f"the worked places, {partly}")


def appetite_rank(case: Case) -> int:
    """Return the rank of the highest level that may stay without a decision; the middle one of a matrix that
    has no such word."""
    matrix, word = matrix_of(case), policy(case).appetite.casefold()
    known = {level.casefold(): level for level in matrix.levels}
    found = next((known[name] for name in _SAME.get(word, (word,)) if name in known), None)
    return (len(matrix.levels) - 1) // 2 if found is None else matrix.rank(found)


def above_appetite(cell: Cell, case: Case) -> bool:
    """Say whether a place has a level above the appetite."""
    return matrix_of(case).rank(level_of(cell, case)) > appetite_rank(case)


class Treated(NamedTuple):
    """The risks of the table, most serious first."""

    risks: tuple[Risk, ...]
    left: int
    """How many more lie above the appetite."""
    above: bool
    """Whether these are above the appetite; if not, they are the highest of those that are not."""


@once
def treated(case: Case) -> Treated:
    """Return the risks that need a response, at most `MOST`."""
    at, matrix = standing(case).at, matrix_of(case)
    placed = sorted(
        (risk for risk in open_risks(case) if risk.id in at),
        key=lambda risk: (
            -matrix.rank(matrix.level(*at[risk.id])),
            -(matrix.score(*at[risk.id]) or 0),
            -exposure(risk, case),
        ),
    )
    above = [risk for risk in placed if above_appetite(at[risk.id], case)]
    if above:
        return Treated(tuple(above[:MOST]), len(above) - len(above[:MOST]), True)
    return Treated(tuple(placed[:FEWEST]), 0, False)


def exposure(risk: Risk, case: Case) -> float:
    """Return what a risk costs on average, in thousand euros: chance times money and days at the day's cost.
    What is not known counts as nothing."""
    days = expected_days(risk) or 0.0
    return (expected_cost(risk) or 0.0) + days * policy(case).cost_per_day
