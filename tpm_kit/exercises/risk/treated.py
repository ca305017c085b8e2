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
from tpm_kit.exercises.risk.levels import REPAIR, appetite_rank, matrix_of
from tpm_kit.exercises.risk.matrix_board import Cell, MatrixPlaces, places
from tpm_kit.exercises.risk.offers import loss
from tpm_kit.exercises.risk.register import Risk, open_risks

PLACED = "place-risks"
"""The exercise whose answer the places come from."""
USES: Mapping[str, type] = {PLACED: MatrixPlaces, REPAIR: Cells}
"""What an exercise that calls `treated` must name in its `uses`."""
MOST = 8
"""Rows of the table: what one sitting can settle."""
FEWEST = 3
"""Rows if nothing lies above the appetite: the highest ones, to have something to decide."""


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


def above_appetite(cell: Cell, case: Case) -> bool:
    """Say whether a place has a level above the appetite, or above the middle one if none has its name."""
    matrix = matrix_of(case)
    named = appetite_rank(matrix, case)
    highest = (len(matrix.levels) - 1) // 2 if named is None else named
    return matrix.rank(matrix.level(*cell)) > highest


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
    """Return what a risk costs on average, in thousands: its `loss`, where nobody knows it nothing."""
    return loss(risk, case) or 0.0
