"""Repair the matrix: levels for 25 cells, until the audit finds nothing. Later exercises use the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.levels import REPAIR, SIDE, audited, drawn, words
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.repair_matrix_rules import RULES, broken, faults, part, title
from tpm_kit.methods.risk_matrix import Cell
from tpm_kit.widgets.table import Table

RANKS = range(SIDE)
FAULTY = (5, 9)
"""The matrix to begin with: a product up to 5 is low, up to 9 in between, and above that critical."""
SOUND = (5, 14)
"""The worked one: up to 5 low, from 15 on critical, and what lies between in order."""


def cells() -> list[Cell]:
    """Return all cells, with the highest likelihood first, as they stand on screen."""
    return [(row, column) for row in reversed(RANKS) for column in RANKS]


def score(cell: Cell) -> int:
    """Return the product of the ranks of a cell."""
    return (cell[0] + 1) * (cell[1] + 1)


def repair_table(case: Case) -> Table:
    """Return the table: a row for each likelihood, the highest on top, and a level to choose in each cell."""
    bands, offered = policy(case), words(case)
    return Table(
        label="A matrix to repair",
        columns=[
            {
                "id": str(column + 1),
                "label": bands.impacts[column].name,
                "unit": f"impact {column + 1}",
                "kind": "choice",
                "options": [[word, word] for word in offered],
            }
            for column in RANKS
        ],
        rows=[
            {
                "id": str(row + 1),
                "title": bands.likelihoods[row].name,
                "note": f"likelihood {row + 1}",
            }
            for row in reversed(RANKS)
        ],
    )


def filled(level: Callable[[Cell], str]) -> Cells:
    """Return a whole answer with this level in each cell."""
    return Cells.of({part(cell): level(cell) for cell in cells()})


def start(case: Case) -> Cells:
    """Return the faulty matrix to begin with."""
    offered = words(case)
    return filled(lambda cell: _cut(score(cell), FAULTY, (offered[0], offered[1], offered[-1])))


def _cut(value: int, bounds: tuple[int, int], levels: tuple[str, str, str]) -> str:
    return levels[sum(value > bound for bound in bounds)]


def worked_level(cell: Cell, offered: tuple[str, ...]) -> str:
    """Return the level of a cell in the worked matrix: those between low and critical share the scores from
    6 to 12 evenly."""
    low, high = SOUND
    between = sorted({score(one) for one in cells() if low < score(one) <= high})
    if score(cell) not in between:
        return offered[0] if score(cell) <= low else offered[-1]
    inner = offered[1:-1]
    return inner[between.index(score(cell)) * len(inner) // len(between)]


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return a matrix in which the audit finds nothing: part -> (level, reason)."""
    offered = words(case)
    return {
        part(cell): (
            worked_level(cell, offered),
            f"{cell[0] + 1} × {cell[1] + 1} = {score(cell)}; the largest risk in it is {score(cell) * 4} %, "
            f"the smallest {cell[0] * cell[1] * 4} % of the most that can be lost.",
        )
        for cell in cells()
    }


def parts(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {part(cell): title(cell, case) for cell in cells()}


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the audit finds at each cell."""
    return {"results": {}, "faults": faults(answer, case)}


def chart(case: Case) -> Any:
    """Return the chart below the table."""
    from tpm_kit.figures.risk_matrix import RiskMatrix

    return RiskMatrix()


def plotted(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the learner's matrix, with the cells framed that the audit finds."""
    bands, offered = policy(case), words(case)
    shown = [
        [word if (word := answer.text(str(row + 1), str(column + 1))) in offered else "" for column in RANKS]
        for row in RANKS
    ]
    found = faults(answer, case)
    flagged = [(int(row) - 1, int(column) - 1) for row, columns in found.items() for column in columns]
    return {
        "words": shown,
        "levels": offered,
        "rows": [band.name for band in bands.likelihoods],
        "columns": [band.name for band in bands.impacts],
        "scores": [[score((row, column)) for column in RANKS] for row in RANKS],
        "flagged": sorted(flagged),
        "title": _summary(answer, case),
    }


def _summary(answer: Cells, case: Case) -> str:
    """Return in one line what the audit finds."""
    matrix = drawn(answer, case)
    if matrix is None:
        blank = SIDE * SIDE - sum(bool(answer.value(part(cell))) for cell in cells())
        return f"Cells without a level: {blank}" if blank else "Not every cell has one of the levels"
    found, low, high = audited(matrix), matrix.levels[0], matrix.levels[-1]
    if found.trivial:
        return f"Nothing to audit: there has to be a {low} and a {high} cell"
    counts = {
        f"{low} above {high}": len(found.weak),
        "jumps at an edge": len(found.edges),
        "jumps at a corner": len(found.corners),
        "levels that do not fit": len(found.colouring),
    }
    said = [f"{count} × {what}" for what, count in counts.items() if count]
    return f"The audit finds: {', '.join(said)}" if said else "The audit finds nothing"


def task(case: Case) -> str:
    """Return the task, with the words that count as lowest and highest."""
    offered = words(case)
    return (
        f"A matrix that another team works by: up to 5 {offered[0]}, up to 9 {offered[1]}, from 10 on "
        f"{offered[-1]}. Change as few cells as you need until the audit finds nothing; your matrix then "
        "counts in the other exercises. The audit takes both scales from 0 to 100 %, in five bands of the "
        "same width."
    )


def _hint_where(answer: Cells, case: Case) -> str:
    matrix = drawn(answer, case)
    if matrix is None:
        return "Give every cell a level first; the audit looks at whole matrices only."
    found = audited(matrix)
    for pairs in (found.weak, found.edges, found.corners, found.colouring):
        if pairs:
            return f"Look at one pair first: {broken(pairs[:1], 'and', case)[0]}."
    if found.trivial:
        return f"The audit needs a {matrix.levels[0]} and a {matrix.levels[-1]} cell to compare."
    return "The audit finds nothing in your matrix. Look at how many cells of each level are left."


def _hint_cells(answer: Cells, case: Case) -> str:
    matrix = drawn(answer, case)
    if matrix is None:
        return _hint_where(answer, case)
    found = audited(matrix)
    counts = Counter(cell for pairs in (found.weak, found.betweenness) for pair in pairs for cell in pair)
    if found.clean:
        return _hint_where(answer, case)
    if not counts:
        return (
            "Cells that mirror each other across the diagonal, such as 2 × 3 and 3 × 2, need the same level; "
            "a step up or to the right never lowers it."
        )
    cell, times = counts.most_common(1)[0]
    inner = " or ".join(matrix.levels[1:-1])
    return (
        f"{title(cell, case)} takes part in {times} of the faults. Make it {inner}, do the same with its "
        "mirror image across the diagonal, and see what is left."
    )


EXERCISE = Exercise(
    id=REPAIR,
    version=1,
    number="7.5",
    title="Repair the matrix",
    notebook=NOTEBOOK,
    task=task,
    answer=Cells,
    view=repair_table,
    parts=parts,
    rules=RULES,
    hints=(
        "The largest risk in a cell lies at its upper right corner, the smallest at its lower left. Compare "
        "the two where the lowest and the highest level come close.",
        _hint_where,
        _hint_cells,
    ),
    live=live,
    done_word="given a level",
    chart=chart,
    plotted=plotted,
    start=start,
    solution=solution,
    worked_called="One sound matrix",
)
