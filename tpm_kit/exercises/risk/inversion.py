"""Where does the matrix lie? A pair of risks that the matrix ranks the wrong way round."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.inversion_cells import ROWS, bands, exposed, read, titles
from tpm_kit.exercises.risk.inversion_rules import RULES, says
from tpm_kit.exercises.risk.levels import CELLS, case_matrix, label
from tpm_kit.exercises.risk.pairs import Exposed, cell_of, edges, on_chart, ranked, share, sum_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.wording import percent
from tpm_kit.methods.risk_matrix import counterexample
from tpm_kit.widgets.table import Table


def inversion_table(case: Case) -> Table:
    """Return the table: a row for each of the two risks."""
    currency = policy(case).currency

    def choice(column: str, name: str) -> dict[str, Any]:
        options = [[str(rank), band] for rank, band in enumerate(bands(case, column), start=1)]
        return {"id": column, "label": name, "kind": "choice", "options": options}

    return Table(
        label="Two risks that the matrix ranks the wrong way round",
        columns=[
            {"id": "chance", "label": "Chance", "unit": "%", "kind": "number"},
            {"id": "loss", "label": "Loss", "unit": f"thousand {currency}", "kind": "number"},
            choice("likelihood", "Likelihood"),
            choice("impact", "Impact"),
            {"id": "says", "label": "The matrix says", "kind": "result"},
            {
                "id": "expected",
                "label": "Expected loss",
                "unit": f"thousand {currency}",
                "note": "chance × loss",
                "kind": "number",
            },
        ],
        rows=[
            {"id": "a", "title": ROWS["a"], "note": "the matrix ranks it first"},
            {"id": "b", "title": ROWS["b"], "note": "it is expected to cost more"},
        ],
        details={row: [["Bands", _bands(case)]] for row in ROWS},
    )


def _bands(case: Case) -> str:
    found = policy(case)
    chances = ", ".join(f"{band.name} to {percent(band.upto)}" for band in found.likelihoods)
    *costs, last = found.impacts
    losses = ", ".join(f"{band.name} to {band.cost:g}" for band in costs)
    return f"{chances}. In thousand {found.currency}: {losses}, {last.name} above."


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the matrix prints in the chosen cells, and what cannot be read."""
    faults: dict[str, dict[str, str]] = {}
    for row in ROWS:
        for column in ("chance", "loss", "expected"):
            if fault := read(answer, row, column).fault:
                faults.setdefault(row, {})[column] = fault
    return {"results": {row: {"says": says(answer, row, case)} for row in ROWS}, "faults": faults}


def chart(case: Case) -> Any:
    """Return the chart below the table."""
    from tpm_kit.figures.risk_matrix import RiskMatrix

    return RiskMatrix()


def plotted(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the matrix with those risks whose chance and loss can be read."""
    shown = [risk for risk in (exposed(answer, row) for row in ROWS) if risk]
    title = "Along a dashed curve the expected loss is the same" if shown else "No risk on the matrix yet"
    return on_chart(shown, title, case)


@once
def best_pair(case: Case) -> tuple[Exposed, Exposed] | None:
    """Return the pair that the matrix ranks the wrong way round by the most: of those near the corners of
    cells, and of these with different levels, if there are such."""
    matrix, scales, found = case_matrix(case), edges(case), []
    for upper, lower in permutations(CELLS, 2):
        if ranked(upper, matrix) > ranked(lower, matrix):
            points = counterexample(upper, lower, *scales)
            if points:
                pair = Exposed(ROWS["a"], *points[0]), Exposed(ROWS["b"], *points[1])
                differ = matrix.level(*upper) != matrix.level(*lower)
                found.append((differ, pair[1].expected / pair[0].expected, pair))
    return max(found, default=(False, 0.0, None))[2]


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return a pair that the matrix ranks the wrong way round, as the cells of the table."""
    found = best_pair(case)
    if found is None:
        return {}
    values: dict[str, tuple[str, str]] = {}
    for row, risk in zip(ROWS, found, strict=True):
        values |= _worked(row, risk, case)
    return values


def _worked(row: str, risk: Exposed, case: Case) -> dict[str, tuple[str, str]]:
    likelihood, impact = cell_of(risk, case)
    corner = "near the lower end" if row == "a" else "near the upper end"
    printed = label(case_matrix(case), likelihood, impact)
    return {
        f"{row}:chance": (f"{risk.chance * 100:.6g} %", f"It lies {corner} of its band."),
        f"{row}:loss": (f"{risk.loss:.6g}", f"It lies {corner} of its band."),
        f"{row}:likelihood": (str(likelihood + 1), f"The band of {share(risk.chance)}."),
        f"{row}:impact": (str(impact + 1), f"The matrix prints {printed} there."),
        f"{row}:expected": (f"{risk.expected:.6g}", f"{sum_of(risk, case)}."),
    }


def _hint_start(answer: Cells, case: Case) -> str:
    first = exposed(answer, "a")
    if first is None:
        return (
            "A cell is a range. Compare the smallest risk that fits into a high cell with the largest that "
            "fits into a lower one."
        )
    return (
        f"Of A, {sum_of(first, case)}. How large can a risk be in a cell that the matrix ranks lower? Look "
        "for cells that the dashed curve of A crosses."
    )


def _hint_pair(answer: Cells, case: Case) -> str:
    found = best_pair(case)
    if found is None:
        return "Every cell of this matrix has the same rank; no pair can be ranked the wrong way round."
    rows, columns = bands(case, "likelihood"), bands(case, "impact")
    (up, right), (down, left) = (cell_of(risk, case) for risk in found)
    return (
        f"One such pair: A in {rows[up]} × {columns[right]}, near the lower ends of both bands, and B in "
        f"{rows[down]} × {columns[left]}, near the upper ends of both."
    )


EXERCISE = Exercise(
    id="inversion",
    version=1,
    number="7.4",
    title="Where does the matrix lie?",
    notebook=NOTEBOOK,
    task="Write down two risks: A, which the matrix ranks first, and B, which is expected to cost more. "
    "The matrix ranks by level, and within a level by score.",
    answer=Cells,
    view=inversion_table,
    parts=lambda case: titles(),
    rules=RULES,
    hints=(
        "The matrix sees the cell only. Two risks in one cell can differ by a factor of ten.",
        _hint_start,
        _hint_pair,
    ),
    live=live,
    done_word="filled in",
    chart=chart,
    plotted=plotted,
    solution=solution,
    worked_called="One such pair",
)
