"""The matrix that gives each place its level: the learner's own from 7.5, the case's, or the usual one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.register import policy
from tpm_kit.methods.risk_matrix import PRODUCT, WORDS, Audit, Cell, Matrix, audit, product

REPAIR = "repair-matrix"
"""The exercise in which the learner repairs a matrix."""
_SAME = {"medium": "moderate", "moderate": "medium"}
"""What one matrix calls a level, and another one otherwise."""
YOURS = "your matrix of 7.5"
CASES = "the matrix of the case"
SIDE = 5
CELLS: tuple[Cell, ...] = tuple((row, column) for row in range(SIDE) for column in range(SIDE))
"""All cells, as (likelihood, impact) from 0."""


@once
def matrix_of(case: Case) -> Matrix:
    """Return the matrix that counts: the learner's own if it is whole and its audit finds nothing, else the
    case's, else the product of the two ranks. The exercise must list `REPAIR` among what it uses."""
    answer = case.earlier.get(REPAIR)
    mine = drawn(answer, case) if isinstance(answer, Cells) else None
    if mine is not None:
        found = audited(mine)
        if found.clean and not found.trivial:
            return mine
    return case_matrix(case)


@once
def case_matrix(case: Case) -> Matrix:
    """Return the case's own matrix, or else the product of the two ranks, 1-4 low to 20-25 critical."""
    given = policy(case)
    if given.matrix:
        return Matrix(CASES, tuple(given.levels), given.matrix, PRODUCT.scores)
    # The words of the bands can be the case's own where there are as many.
    return product(levels=given.levels) if len(given.levels) == len(WORDS) else PRODUCT


def words(case: Case) -> tuple[str, ...]:
    """Return the level words to repair a matrix with, low to high: the case's own, or the usual four where
    it has fewer than three."""
    levels = case_matrix(case).levels
    return levels if len(levels) > 2 else WORDS


def drawn(answer: Cells, case: Case) -> Matrix | None:
    """Return the matrix that the answer to 7.5 holds, or None while a cell of it is blank."""
    offered, places = words(case), [str(rank) for rank in range(1, SIDE + 1)]
    cells = tuple(tuple(answer.text(row, column) for column in places) for row in places)
    if any(word not in offered for row in cells for word in row):
        return None
    return Matrix(YOURS, offered, cells, PRODUCT.scores)


@lru_cache(maxsize=8)
def audited(matrix: Matrix) -> Audit:
    """Return what breaks Cox's axioms, the lowest level being green and the highest red."""
    return audit(matrix.cells, matrix.levels[0], matrix.levels[-1], levels=matrix.levels)


def appetite_rank(matrix: Matrix, case: Case) -> int | None:
    """Return the rank of the highest level that may stay; None if the matrix has no level of that name."""
    ranks = {level.casefold(): rank for rank, level in enumerate(matrix.levels)}
    word = policy(case).appetite.casefold()
    return ranks.get(word, ranks.get(_SAME.get(word, "")))


def tint(matrix: Matrix, level: str) -> int:
    """Return the tint of a level on a board, 1 for the lowest to 5 for the highest."""
    most = max(len(matrix.levels) - 1, 1)
    return 1 + round(4 * matrix.rank(level) / most)


def label(matrix: Matrix, likelihood: int, impact: int) -> str:
    """Return what is printed in a cell: its score, if there is one, and its level."""
    score, level = matrix.score(likelihood, impact), matrix.level(likelihood, impact)
    return level if score is None else f"{score:g} {level}"


def cells(matrix: Matrix) -> list[dict[str, Any]]:
    """Return the cells of a board: row and column from "1" for the lowest, what is printed, and the tint."""
    return [
        {
            "row": str(row + 1),
            "column": str(column + 1),
            "label": label(matrix, row, column),
            "tint": tint(matrix, level),
        }
        for row, levels in enumerate(matrix.cells)
        for column, level in enumerate(levels)
    ]


def said_of(matrix: Matrix) -> str:
    """Return one sentence that says which matrix gives the levels."""
    if matrix.name == YOURS:
        return "The levels come from your matrix of 7.5."
    if matrix.name == CASES:
        return "The levels come from the matrix that the case brings along."
    if matrix.scores is None:
        return f"The levels are looked up in {matrix.name}."
    bands = []
    for level in matrix.levels:
        here = [matrix.score(*place) for place in places(matrix, level)]
        if here:
            bands.append(f"{min(here):g} to {max(here):g} {level}")
    return f"The level is the product of the two ranks: {', '.join(bands)}."


def places(matrix: Matrix, level: str) -> list[Cell]:
    """Return the cells with this level, as (likelihood, impact) from 0."""
    return [
        (row, column)
        for row, levels in enumerate(matrix.cells)
        for column, word in enumerate(levels)
        if word == level
    ]
