"""What the feedback says of the whole matrix: what is above the appetite, what is first, what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.levels import appetite_rank, said_of
from tpm_kit.exercises.risk.matrix_board import Cell, short_title
from tpm_kit.exercises.risk.placing import Placing, titles
from tpm_kit.exercises.risk.register import Risk, expected_cost, expected_days, money
from tpm_kit.exercises.wording import count, cut, names
from tpm_kit.methods.risk_matrix import NIST, PMBOK, Matrix

FEWEST = 5
"""Risks below which nothing is said of how they spread."""
CROWD = 0.5
"""Share of the risks in one cell from which on the matrix no longer orders them."""
ONE_LEVEL = 0.8
"""The same for one level."""


@rule("PLACE-4", whole=True)
def above_the_appetite(answer: Placements, case: Case) -> Iterator[Finding]:
    """Risks lie above the appetite."""
    board = Placing(answer, case)
    if board.swap:
        return
    if board.appetite is None:
        yield Finding(
            "note",
            f"The appetite is “{cut(board.policy.appetite, 30)}”, and the matrix has no level of that name: "
            f"{names(board.matrix.levels)}.",
            "So nobody can say which risk needs a decision.",
            "Name the appetite with one of these words.",
        )
        return
    on = list(board.board.values())
    above = [risk for risk, cell in on if board.rank(cell) > board.appetite]
    at = [risk for risk, cell in on if board.rank(cell) == board.appetite]
    word = board.matrix.levels[board.appetite]
    edge = f"{count(len(at), 'risk').capitalize()} {'is' if len(at) == 1 else 'are'} {word}, just within it."
    edge = edge if at else f"No risk is {word}."
    if above:
        above.sort(key=lambda risk: -board.rank(board.board[risk.id][1]))
        level = "Levels above the appetite may not stay" if len(above) > 1 else "It may not stay"
        yield Finding(
            "note",
            f"Above the appetite ({word}) {_lie(above)}. {edge}",
            f"{level} without a response, or a decision with a name under it ({board.policy.decider}). "
            f"{said_of(board.matrix)}",
            "Begin with the highest when you choose the responses in 7.6.",
        )
    elif board.risks and not _unsure(board):
        yield Finding("good", f"No risk lies above the appetite ({word}). {edge}")


def _lie(many: Sequence[Risk]) -> str:
    return f"{'lies' if len(many) == 1 else 'lie'} {count(len(many), 'risk')}: {titles(many, 6)}"


def _unsure(board: Placing) -> bool:
    """Say whether a place is wrong, or could not be checked."""
    return any(
        board.likelihood_off(risk) or board.impact_off(risk) or not board.counted(risk).place
        for risk in board.risks
    )


@rule("PLACE-5", whole=True)
def something_is_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """Most risks lie in one cell or have one level, so that none is first."""
    board = Placing(answer, case)
    on = board.board
    if len(on) < FEWEST or not board.risks:
        return
    by_cell: dict[Cell, list[Risk]] = defaultdict(list)
    by_level: dict[str, list[Risk]] = defaultdict(list)
    for risk, cell in on.values():
        by_cell[cell].append(risk)
        by_level[board.matrix.level(*cell)].append(risk)
    cell, crowd = max(by_cell.items(), key=lambda one: len(one[1]))
    level, alike = max(by_level.items(), key=lambda one: len(one[1]))
    if len(crowd) >= CROWD * len(on):
        where = f"in one cell, {_cell_name(board, cell)}"
        yield _no_order(board, crowd, f"{len(crowd)} of {len(on)} risks lie {where}")
    elif len(alike) >= ONE_LEVEL * len(on):
        yield _no_order(board, alike, f"{len(alike)} of {len(on)} risks are {level}")


def _no_order(board: Placing, many: Sequence[Risk], seen: str) -> Finding:
    own = [risk for risk in many if risk.id in board.at][:4]
    return Finding(
        "caution",
        f"{seen}, such as {titles(own)}.{_spread(board, many)}" if own else f"{seen}.{_spread(board, many)}",
        "When nearly everything is the same, the matrix does not say what comes first. That is range "
        "compression: wide bands make unlike risks look alike.",
        "Go through their evidence once more: is it the same chance and the same loss? If it is, write down "
        "by what you order them instead.",
        tuple(risk.id for risk in own),
    )


def _spread(board: Placing, many: Sequence[Risk]) -> str:
    """Say how unlike risks are by chance times loss, the days counted in money; "" if that is not known."""
    losses = []
    for risk in many:
        if expected_days(risk) is not None and expected_cost(risk) is not None:
            losses.append((expected_cost(risk, board.policy.cost_per_day), risk))
    if len(losses) < 2:
        return ""
    (low, small), (high, great) = (pick(losses, key=lambda one: one[0]) for pick in (min, max))
    if high < 2 * low or not high:
        return ""
    least, most = (money(loss, board.policy.currency) for loss in (low, high))
    return (
        f" By chance times loss they reach from {least} ({short_title(small)}) to {most} "
        f"({short_title(great)})."
    )


@rule("PLACE-6", whole=True)
def matrices_disagree(answer: Placements, case: Case) -> Iterator[Finding]:
    """By one of the usual matrices a risk is above the appetite, and by another it is not."""
    board = Placing(answer, case)
    if board.swap:
        return
    lines = [(matrix, appetite_rank(matrix, case)) for matrix in (board.matrix, NIST, PMBOK)]
    known = [(matrix, line) for matrix, line in lines if line is not None]
    torn = [risk for risk in board.risks if len({_above(*one, board.at[risk.id]) for one in known}) > 1]
    if not torn:
        return
    risk = max(torn, key=lambda risk: _distance([matrix for matrix, _ in known], board.at[risk.id]))
    cell = board.at[risk.id]
    said = [f"{matrix.level(*cell)} in {_called(matrix, board)}" for matrix, _ in known]
    more = len(torn) - 1
    others = f" So it is with {count(more, 'other')}." if more else ""
    yield Finding(
        "note",
        f"{short_title(risk)} lies in {_cell_name(board, cell)}. That place is {names(said)}: above the "
        f"appetite by one matrix, and within it by another.{others}",
        "The evidence is the same each time. A level is what people have agreed on, and no measurement.",
        "Say which matrix a level comes from, and give the chance and the loss beside it.",
        (risk.id,),
    )


def _above(matrix: Matrix, line: int, cell: Cell) -> bool:
    return matrix.rank(matrix.level(*cell)) > line


def _distance(matrices: Sequence[Matrix], cell: Cell) -> float:
    """Return how far apart matrices see a cell: 1 for the lowest level in one, the highest in another."""
    shares = [matrix.rank(matrix.level(*cell)) / max(1, len(matrix.levels) - 1) for matrix in matrices]
    return max(shares) - min(shares)


def _called(matrix: Matrix, board: Placing) -> str:
    if matrix is board.matrix:
        return "the matrix of this board"
    return "table I-2 of NIST SP 800-30" if matrix is NIST else "the PMBOK's probability × impact"


def _cell_name(board: Placing, cell: Cell) -> str:
    row, column = board.policy.likelihoods[cell[0]].name, board.policy.impacts[cell[1]].name
    return f"{row} and {column}"


@rule("PLACE-7")
def not_checked(answer: Placements, case: Case) -> Iterator[Finding]:
    """Some places could not be checked, for want of a chance or a loss."""
    board = Placing(answer, case)
    chance = [risk for risk in board.risks if board.counted(risk).likelihood is None]
    loss = [risk for risk in board.risks if not board.counted(risk).whole]
    if not (chance or loss):
        return
    gaps = [
        f"{count(len(many), 'risk')} without {what} ({titles(many, 3)})"
        for many, what in ((chance, "a chance"), (loss, "days, money or both"))
        if many
    ]
    yield Finding(
        "note",
        f"Your register has {names(gaps)}. Their places are not checked by it, or only in part.",
        "A place without a count is an opinion. It may be right; nobody can see why.",
        "Write down how often it happened, out of how many cases, and what it cost then. A register with "
        "columns for chance, days and cost is read with them.",
    )
