"""What the feedback says of a matrix: which axiom of Cox (2008) its levels break, and where.

Both scales run from 0 to 1 and have five bands of the same width, as in Cox's paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.levels import CELLS, SIDE, audited, drawn, words
from tpm_kit.exercises.risk.pairs import Exposed, edges, sum_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.wording import count, names, percent
from tpm_kit.methods.risk_matrix import PRODUCT, Audit, Cell, Matrix, Pair, audit, counterexample

FEW = 2
"""So many pairs of cells are named; the rest is counted. Marks and chart show all cells."""
MOST_ALIKE = 15
"""Of 25 cells: with more of one level the matrix tells next to nothing apart."""

NOTHING = (PRODUCT, Audit((), (), (), 0, 0))
"""What there is to judge in an answer whose words are no levels."""


def judged(answer: Cells, case: Case) -> tuple[Matrix, Audit] | None:
    """Return the learner's matrix with its audit, or None while a cell is blank."""
    matrix = drawn(answer, case)
    return None if matrix is None else (matrix, audited(matrix))


def title(cell: Cell, case: Case) -> str:
    """Return what the feedback calls a cell: "Likely × Minor"."""
    bands = policy(case)
    return f"{bands.likelihoods[cell[0]].name} × {bands.impacts[cell[1]].name}"


def part(cell: Cell) -> str:
    """Return the id of a cell as a part of the answer."""
    return f"{cell[0] + 1}:{cell[1] + 1}"


def broken(pairs: Sequence[Pair], between: str, case: Case) -> tuple[str, tuple[str, ...]]:
    """Return the first of these pairs in words, and the ids of their cells."""
    shown = [f"{title(one, case)} {between} {title(other, case)}" for one, other in pairs[:FEW]]
    more = f"; and {len(pairs) - FEW} more such" if len(pairs) > FEW else ""
    cells = dict.fromkeys(cell for pair in pairs[:FEW] for cell in pair)
    return "; ".join(shown) + more, tuple(map(part, cells))


def example(smaller: Cell, larger: Cell, case: Case) -> str:
    """Return two risks with numbers, one in each cell, of which the first is the smaller."""
    points = counterexample(smaller, larger)
    if points is None:
        return ""
    (low, high), share = points, "of the largest loss"
    return (
        f"For example a chance of {percent(high[0])} for {percent(high[1])} {share} in {title(larger, case)} "
        f"comes to {_product(*high)}, and {percent(low[0])} for {percent(low[1])} in {title(smaller, case)} "
        f"to {_product(*low)}."
    )


def step_up(low: Cell, high: Cell, matrix: Matrix) -> str:
    """Return two risks on either side of the border between two cells that touch."""
    points = [[], []]
    for one, other in zip(low, high, strict=True):
        border = Fraction(max(one, other), SIDE) if one != other else Fraction(2 * one + 1, 2 * SIDE)
        step = Fraction(1, 100) if one != other else 0
        for point, value in zip(points, (border - step, border + step), strict=True):
            point.append(percent(float(value)))
    (chance, loss), (raised, dearer) = points
    return (
        f"For example a chance of {chance} for {loss} of the largest loss is {matrix.level(*low)}, and "
        f"{raised} for {dearer} is {matrix.level(*high)}."
    )


def _product(chance: float, loss: float) -> str:
    return f"{chance * loss * 100:.1f} %"


@rule("MATRIX-1", whole=True)
def no_low_above_critical(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell of the lowest level holds a larger risk than a cell of the highest (weak consistency)."""
    matrix, found = judged(answer, case) or NOTHING
    if not found.weak:
        return
    low, high = matrix.levels[0], matrix.levels[-1]
    which, cells = broken(found.weak, "against", case)
    yield Finding(
        "problem",
        f"{count(len(found.weak), 'pair')} of a {low} and a {high} cell the wrong way round: {which}. "
        f"{example(found.weak[0][1], found.weak[0][0], case)}",
        f"The one thing that a matrix must get right: no {low} risk may be larger than a {high} one.",
        f"Put a level between them: the {high} cell may come down, or the {low} one go up.",
        cells,
    )


@rule("MATRIX-2", whole=True)
def no_jump(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell of the lowest level touches a higher one of the highest level (betweenness)."""
    matrix, found = judged(answer, case) or NOTHING
    if not found.betweenness:
        return
    low, high = matrix.levels[0], matrix.levels[-1]
    which, cells = broken((*found.edges, *found.corners), "next to", case)
    edges = count(len(found.edges), "shared edge") if found.edges else ""
    corners = count(len(found.corners), "shared corner") if found.corners else ""
    yield Finding(
        "problem",
        f"From {low} straight to {high}, {names([one for one in (edges, corners) if one])}: {which}. "
        f"{step_up(*(found.edges or found.corners)[0], matrix)}",
        "A small step up in one estimate then throws a risk over all levels between, and nobody trusts the "
        "estimate or the matrix.",
        f"Between {low} and {high} there has to be a cell of another level, also across a corner.",
        cells,
    )


@rule("MATRIX-3", whole=True)
def same_risk_same_level(answer: Cells, case: Case) -> Iterator[Finding]:
    """Cells with risks of one size differ in level, or larger ones have a lower (consistent colouring)."""
    matrix, found = judged(answer, case) or NOTHING
    if not found.colouring:
        return
    pairs = sorted(found.colouring, key=lambda pair: pair[0] != pair[1][::-1])
    which, cells = broken(pairs, "against", case)
    one, other = pairs[0]
    levels = f"{matrix.level(*one)} and {matrix.level(*other)}"
    size = "hold risks of the same size" if one == other[::-1] else "the second holds the larger risks"
    # The example shows the larger risk where the level is the lower one.
    higher, lower = sorted((one, other), key=lambda cell: -matrix.rank(matrix.level(*cell)))
    yield Finding(
        "problem",
        f"{count(len(found.colouring), 'pair')} of cells with levels that do not fit: {which}. The first two "
        f"are {levels}, and {size}. {example(higher, lower, case)}",
        "Cells with risks of the same size deserve the same level, and one with larger risks no lower one. "
        "Likelihood and impact count alike here.",
        "Compare each cell with its mirror image across the diagonal, and with its neighbours above and to "
        "the right.",
        cells,
    )


@rule("MATRIX-4", whole=True)
def there_is_low_and_critical(answer: Cells, case: Case) -> Iterator[Finding]:
    """No cell has the lowest level, or none the highest: then there is nothing to audit."""
    whole, offered = judged(answer, case), words(case)
    low, high = offered[0], offered[-1]
    if whole is None:
        strange = f"A cell has a level that is none of {', '.join(offered)}."
        yield Finding("problem", strange, do="Choose one of these for each cell.")
        return
    found = whole[1]
    if found.trivial:
        lacking = [word for word, cells in ((low, found.greens), (high, found.reds)) if not cells]
        yield Finding(
            "problem",
            f"No cell is {' and none is '.join(lacking)}, so the audit has nothing to compare.",
            "A matrix that never says “let it be” or never says “act now” decides nothing.",
            f"Let the smallest risks be {low} and the largest {high}.",
        )


@rule("MATRIX-5", whole=True)
def levels_tell_apart(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nearly all cells have one level."""
    matrix, found = judged(answer, case) or NOTHING
    if found.trivial:
        return
    counts = Counter(word for row in matrix.cells for word in row)
    word, most = counts.most_common(1)[0]
    if most > MOST_ALIKE:
        yield Finding(
            "caution",
            f"{most} of {SIDE * SIDE} cells are {word}.",
            "Most risks then get the same level, and the matrix puts hardly anything in order, whatever the "
            "audit says.",
            f"Take {word} away where the audit allows another level.",
        )
    elif found.clean:
        each = [f"{counts[level]} {level}" for level in matrix.levels if counts[level]]
        yield Finding(
            "good",
            f"The audit finds nothing: {names(each, len(each))}. On scales with five bands of the same width "
            f"no {matrix.levels[0]} risk can be larger than a {matrix.levels[-1]} one.",
            f"Levels in between can still rank two risks the wrong way round: {_still(matrix)}"
            f"{_on_bands(matrix, case)}",
        )


def _on_bands(matrix: Matrix, case: Case) -> str:
    """Return a pair of the lowest and the highest level that lies the wrong way round on the bands of the
    case, which are not of the same width; "" if there is none."""
    scales, low, high = edges(case), matrix.levels[0], matrix.levels[-1]
    for larger, smaller in audit(matrix.cells, low, high, *scales, levels=matrix.levels).weak:
        points = counterexample(smaller, larger, *scales)
        if points:
            less, more = (sum_of(Exposed("", *point), case) for point in points)
            return (
                f" The bands of 7.3 are not of the same width. There even {low} and {high} can be the wrong "
                f"way round: {less}, in a cell that is {high}, and {more}, in one that is {low}."
            )
    return ""


def _still(matrix: Matrix) -> str:
    """Return the pair of risks that a clean matrix still ranks the wrong way round."""
    for upper, lower in permutations(CELLS, 2):
        if matrix.rank(matrix.level(*upper)) > matrix.rank(matrix.level(*lower)):
            points = counterexample(upper, lower)
            if points:
                (a, b), (c, d) = points
                return (
                    f"{percent(a)} × {percent(b)} = {_product(a, b)} is {matrix.level(*upper)}, and "
                    f"{percent(c)} × {percent(d)} = {_product(c, d)} is {matrix.level(*lower)}."
                )
    return "no pair of cells does here."


def faults(answer: Cells, case: Case) -> dict[str, dict[str, str]]:
    """Return what the audit finds at each cell, one sentence a cell, while the learner works."""
    offered = words(case)
    whole = judged(answer, case)
    if whole is None:
        return {}
    _, found = whole
    low, high = offered[0], offered[-1]
    said: dict[Cell, str] = {}
    for one, other in found.weak:
        said.setdefault(one, f"Holds larger risks than {title(other, case)}, which is {high}.")
        said.setdefault(other, f"Holds smaller risks than {title(one, case)}, which is {low}.")
    for one, other in found.betweenness:
        said.setdefault(one, f"Touches {title(other, case)}, which is {high}.")
        said.setdefault(other, f"Touches {title(one, case)}, which is {low}.")
    for one, other in found.colouring:
        said.setdefault(one, f"Its level does not fit that of {title(other, case)}.")
        said.setdefault(other, f"Its level does not fit that of {title(one, case)}.")
    rows: dict[str, dict[str, str]] = {}
    for (row, column), sentence in said.items():
        rows.setdefault(str(row + 1), {})[str(column + 1)] = sentence
    return rows


RULES = (
    no_low_above_critical,
    no_jump,
    same_risk_same_level,
    there_is_low_and_critical,
    levels_tell_apart,
)
