"""What the feedback says of a pair of risks that the matrix is said to rank the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.inversion_cells import COLUMNS, ROWS, bands, chosen, exposed, placed, read, summed
from tpm_kit.exercises.risk.levels import case_matrix, label
from tpm_kit.exercises.risk.pairs import Exposed, cell_of, printed, same, share, standing, sum_of
from tpm_kit.exercises.risk.register import money, policy
from tpm_kit.exercises.wording import percent


def pair(answer: Cells, case: Case) -> tuple[Exposed, Exposed] | None:
    """Return both risks once they lie in the cells that are said, or None."""
    risks = [exposed(answer, row) for row in ROWS]
    ready = all(placed(answer, row, case) for row in ROWS)
    return (risks[0], risks[1]) if ready and risks[0] and risks[1] else None


@rule("INVERT-1")
def numbers_can_be_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """A chance or a sum is none, or lies outside what can be."""
    for row, name in ROWS.items():
        for column in ("chance", "loss", "expected"):
            found = read(answer, row, column)
            if found.fault:
                yield Finding(
                    "problem",
                    f"{name}: {COLUMNS[column]} cannot be used. {found.fault}",
                    "Without the number nobody can say which risk is larger.",
                    cards=(f"{row}:{column}",),
                )


@rule("INVERT-2")
def cells_fit_the_numbers(answer: Cells, case: Case) -> Iterator[Finding]:
    """A risk lies in another cell than the one that is said."""
    for row, name in ROWS.items():
        risk, said = exposed(answer, row), chosen(answer, row)
        for at, column in enumerate(("likelihood", "impact")):
            if said[at] is None and answer.text(row, column):
                yield Finding(
                    "problem",
                    f"{name}: {column} is none of the five bands.",
                    do="Choose one of them.",
                    cards=(f"{row}:{column}",),
                )
            elif risk and said[at] is not None and said[at] != cell_of(risk, case)[at]:
                offered = bands(case, column)
                typed = share(risk.chance) if at == 0 else money(risk.loss, policy(case).currency)
                yield Finding(
                    "problem",
                    f"{name}: {column} is {offered[said[at]]}, and {_range(case, column, said[at])} does not "
                    f"hold {typed}.",
                    "The matrix ranks cells. In the wrong one it ranks another risk than yours.",
                    "Change the band or the number; the upper end of a band belongs to it.",
                    (f"{row}:{column}",),
                )


def _range(case: Case, column: str, band: int) -> str:
    """Return what a band reaches from and to."""
    found = policy(case)
    if column == "likelihood":
        ends = [0.0, *(one.upto for one in found.likelihoods)]
        return f"{percent(ends[band])} to {percent(ends[band + 1])}"
    ends = [0.0, *(one.cost for one in found.impacts)]
    low = money(ends[band], found.currency)
    if band == len(ends) - 2:
        return f"more than {low}"
    return f"{low} to {money(ends[band + 1], found.currency)}"


@rule("INVERT-3")
def expected_loss_is_the_product(answer: Cells, case: Case) -> Iterator[Finding]:
    """The expected loss is not chance times loss."""
    for row, name in ROWS.items():
        risk, typed = exposed(answer, row), read(answer, row, "expected").value
        if risk is None or typed is None or summed(answer, row):
            continue
        seen = f"{name}: expected loss is {typed:g} thousand. {_slip(risk, typed)}"
        yield Finding(
            "problem",
            seen,
            "The expected loss is what such a risk costs on average, over many like it: chance × loss.",
            f"Multiply again: {share(risk.chance)} of {money(risk.loss, policy(case).currency)}.",
            (f"{row}:expected",),
        )


def _slip(risk: Exposed, typed: float) -> str:
    """Return what a wrong product may come from."""
    if same(typed, risk.loss):
        return "That is the whole loss, as if the risk were certain."
    if same(typed, risk.chance * 100 * risk.loss):
        return "That is a hundred times too much: 35 % is 0.35 and not 35."
    if same(typed, -risk.expected):
        return "The sum is right; a loss is written here without a minus sign."
    if same(typed, risk.expected * 1000):
        return "The sum is right in single units; this column counts in thousands."
    return "Chance × loss is another sum."


@rule("INVERT-4")
def matrix_ranks_a_first(answer: Cells, case: Case) -> Iterator[Finding]:
    """The matrix does not rank risk A above risk B."""
    found = pair(answer, case)
    if found is None:
        return
    one, other = found
    where = f"The matrix prints {printed(one, case)} for A and {printed(other, case)} for B."
    ranks = standing(one, case), standing(other, case)
    if cell_of(one, case) == cell_of(other, case):
        yield Finding(
            "problem",
            f"{where} Both lie in the same cell.",
            "Within a cell the matrix says nothing: that hides a difference, and does not turn it round.",
            "Move one of them into another cell.",
        )
    elif ranks[0] == ranks[1]:
        yield Finding(
            "problem",
            f"{where} It ranks them alike.",
            "A tie hides which one is larger, and does not turn it round.",
            "Raise A by one band, of likelihood or of impact, and keep its numbers at the lower end.",
        )
    elif ranks[0] < ranks[1] and one.expected > other.expected:
        yield Finding(
            "problem",
            f"{where} It ranks B first, and A is expected to cost more: the names are swapped.",
            "You have found such a pair. A is meant to be the one that the matrix puts first.",
            "Exchange the two rows.",
        )
    elif ranks[0] < ranks[1]:
        yield Finding(
            "problem",
            f"{where} It ranks B first.",
            "A is meant to be the one that the matrix puts first, and B the one that costs more.",
            "Move A to a cell with a higher level or score than that of B.",
        )


@rule("INVERT-5")
def b_costs_more(answer: Cells, case: Case) -> Iterator[Finding]:
    """Of the two, the risk that the matrix ranks lower is not expected to cost more."""
    found = pair(answer, case)
    if found is None or standing(found[0], case) <= standing(found[1], case):
        return
    one, other = found
    sums = f"Risk A: {sum_of(one, case)}. Risk B: {sum_of(other, case)}."
    if same(one.expected, other.expected):
        yield Finding(
            "problem",
            f"{sums} The same loss is expected of both.",
            "The matrix makes a difference where there is none. It is not yet the wrong way round.",
            "Raise B a little within its cell, or lower A within its own.",
        )
    elif one.expected > other.expected:
        yield Finding(
            "problem",
            f"{sums} Here the matrix is right: A is expected to cost more.",
            "A cell holds many risks. Its lower left corner can hold a smaller one than the upper right "
            "corner of a cell that ranks below it.",
            "Bring A down to the lower ends of its bands, and B up to the upper ends of its own.",
        )
    elif all(summed(answer, row) for row in ROWS):
        currency = policy(case).currency
        yield Finding(
            "good",
            f"{sums} The matrix ranks A first ({printed(one, case)} against {printed(other, case)}), and B "
            f"is expected to cost {money(other.expected - one.expected, currency)} more.",
        )


def says(answer: Cells, row: str, case: Case) -> str:
    """Return what the matrix prints in the cell that was chosen for a risk, or ""."""
    cell = chosen(answer, row)
    return "" if None in cell else label(case_matrix(case), *cell)


RULES = (
    numbers_can_be_read,
    cells_fit_the_numbers,
    expected_loss_is_the_product,
    matrix_ranks_a_first,
    b_costs_more,
)
