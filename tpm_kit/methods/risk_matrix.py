"""Risk matrices as data, and what is wrong with their colours.

A matrix has a row for each band of likelihood and a column for each band of impact, both from low to high,
and a level word in each cell. Cells are (likelihood, impact), counted from 0.

Sources: NIST SP 800-30 r1 (2012), table I-2; PMBOK Guide, 6th edition, 11.3; L. A. Cox, "What's wrong with
risk matrices?", Risk Analysis 28(2), 2008.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from itertools import product as every

Cell = tuple[int, int]
Pair = tuple[Cell, Cell]
Point = tuple[float, float]
"""A likelihood and an impact, both as shares of the scale."""
WORDS = ("low", "medium", "high", "critical")


@dataclass(frozen=True)
class Matrix:
    """A matrix: its name, its level words from low to high, and the word in each cell.

    `cells` has a row for each band of likelihood, from low to high, with a word for each band of impact.
    `scores` has a number for each cell in the same order, or is None where the matrix is a table to look up.
    """

    name: str
    levels: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    scores: tuple[tuple[float, ...], ...] | None = None

    def __post_init__(self) -> None:
        """Raise `ValueError` for rows of unequal length and for a word that is no level."""
        strange = {word for row in self.cells for word in row} - set(self.levels)
        if strange:
            raise ValueError(f"{min(strange)!r} is not one of the levels {', '.join(self.levels)}")
        if not self.cells or not self.cells[0] or len({len(row) for row in self.cells}) != 1:
            raise ValueError("a matrix needs rows of the same length, with at least one cell")

    def level(self, likelihood: int, impact: int) -> str:
        """Return the level word of a cell."""
        return self.cells[likelihood][impact]

    def rank(self, level: str) -> int:
        """Return the place of a level, 0 for the lowest; `ValueError` for a word that is no level."""
        return self.levels.index(level)

    def score(self, likelihood: int, impact: int) -> float | None:
        """Return the score of a cell, or None if this matrix has none."""
        return None if self.scores is None else self.scores[likelihood][impact]


def product(
    bounds: Sequence[float] = (4, 9, 16), levels: Sequence[str] = WORDS, size: int = 5, name: str = ""
) -> Matrix:
    """Return the matrix that multiplies the ranks 1 to `size` and cuts the product into bands.

    `bounds` holds the highest product of each level but the last: (4, 9, 16) gives 1-4, 5-9, 10-16, 17-25.
    Raises `ValueError` unless the bounds ascend and are one fewer than the levels.
    """
    if len(bounds) != len(levels) - 1 or any(one >= other for one, other in pairwise(bounds)):
        raise ValueError("the bounds ascend, and there is one fewer of them than of the levels")
    ranks = range(1, size + 1)
    scores = tuple(tuple(float(row * column) for column in ranks) for row in ranks)
    cells = tuple(tuple(levels[sum(score > bound for bound in bounds)] for score in row) for row in scores)
    return Matrix(name or f"{size} × {size} product", tuple(levels), cells, scores)


def _pmbok() -> Matrix:
    chances = [Decimal(text) for text in ("0.1", "0.3", "0.5", "0.7", "0.9")]
    impacts = [Decimal(text) for text in ("0.05", "0.10", "0.20", "0.40", "0.80")]
    scores = tuple(
        tuple(float((chance * impact).quantize(Decimal("0.01"), ROUND_HALF_UP)) for impact in impacts)
        for chance in chances
    )
    words = ("low", "moderate", "high")
    cells = tuple(tuple(words[(score > 0.05) + (score >= 0.18)] for score in row) for row in scores)
    return Matrix("PMBOK probability × impact", words, cells, scores)


PRODUCT = product()
"""1-4 low, 5-9 medium, 10-16 high, 20-25 critical: the products between 16 and 20 do not occur."""
_NIST = ("very low", "low", "moderate", "high", "very high")
NIST = Matrix(
    "NIST SP 800-30 table I-2",
    _NIST,
    tuple(tuple(_NIST[int(rank)] for rank in row) for row in ("00011", "01112", "01223", "01234", "01234")),
)
"""A table to look up. It is not symmetrical: likelihood and impact cannot be swapped."""
PMBOK = _pmbok()
"""Probability times impact, two decimals, half up: to 0.05 low, 0.06 to 0.14 moderate, from 0.18 high."""


@dataclass(frozen=True)
class Audit:
    """What breaks the axioms of Cox (2008), as pairs of cells.

    `weak`: (green cell, red cell) where the green one holds a risk larger than one in the red cell.
    `betweenness`: (green cell, red cell) that touch, at an edge or a corner, so that a small increase jumps
    from green to red. `colouring`: (lower cell, higher cell) where the second one holds at least as much, its
    smallest risk and its largest, but has the lower level; or where both hold the same and the words differ.
    That is what Cox's third axiom says of pairs; which cells it would force to one colour is not asked.
    `greens` and `reds` count the cells of these colours.
    """

    weak: tuple[Pair, ...]
    betweenness: tuple[Pair, ...]
    colouring: tuple[Pair, ...]
    greens: int
    reds: int

    @property
    def clean(self) -> bool:
        """Whether no axiom is broken. A matrix without green or without red is clean, and `trivial`."""
        return not (self.weak or self.betweenness or self.colouring)

    @property
    def trivial(self) -> bool:
        """Whether there was nothing to judge: no green cell, or no red one."""
        return not (self.greens and self.reds)

    @property
    def edges(self) -> tuple[Pair, ...]:
        """Those of `betweenness` that share an edge."""
        return tuple(pair for pair in self.betweenness if _apart(*pair) == 1)

    @property
    def corners(self) -> tuple[Pair, ...]:
        """Those of `betweenness` that share no more than a corner."""
        return tuple(pair for pair in self.betweenness if _apart(*pair) == 2)


def audit(
    cells: Sequence[Sequence[str]],
    green: str | Collection[str],
    red: str | Collection[str],
    likelihood_edges: Sequence[float] | None = None,
    impact_edges: Sequence[float] | None = None,
    levels: Sequence[str] | None = None,
) -> Audit:
    """Return what breaks Cox's axioms in a matrix, with risk as likelihood × impact.

    `cells` as in `Matrix`; `green` and `red` are the words of the lowest and of the highest priority, and
    `levels` all words from low to high; without it those in between count alike. The edges of the bands
    ascend from 0 or more, one more of them than bands; without them the bands cut 0 to 1 evenly. Raises
    `ValueError` for other edges or words, rows of unequal length, or a word that is green and red.
    """
    if not cells or not cells[0] or len({len(row) for row in cells}) != 1:
        raise ValueError("a matrix needs rows of the same length, with at least one cell")
    green, red = _words(green), _words(red)
    if green & red:
        raise ValueError(f"{min(green & red)!r} cannot be green and red")
    rows, columns = _edges(likelihood_edges, len(cells)), _edges(impact_edges, len(cells[0]))
    ranges = {
        (row, column): (rows[row] * columns[column], rows[row + 1] * columns[column + 1])
        for row, column in every(range(len(cells)), range(len(cells[0])))
    }
    colours = {(row, column): cells[row][column] for row, column in ranges}
    greens = [cell for cell, word in colours.items() if word in green]
    reds = [cell for cell, word in colours.items() if word in red]
    weak = tuple((low, high) for low in greens for high in reds if ranges[low][1] > ranges[high][0])
    touching = tuple((low, high) for low in greens for high in reds if _steps_up(low, high))
    order = {word: (word in red) - (word in green) for word in colours.values()}
    if levels is not None:
        order = {word: list(levels).index(word) for word in colours.values()}
    return Audit(weak, touching, tuple(_inconsistent(ranges, colours, order)), len(greens), len(reds))


def _inconsistent(
    ranges: dict[Cell, tuple[Fraction, Fraction]], colours: dict[Cell, str], order: dict[str, int]
) -> Iterator[Pair]:
    for low, high in every(ranges, ranges):
        if ranges[low] == ranges[high]:
            wrong = low < high and colours[low] != colours[high]
        else:
            within = all(one <= other for one, other in zip(ranges[low], ranges[high], strict=True))
            wrong = within and order[colours[low]] > order[colours[high]]
        if wrong:
            yield low, high


def counterexample(
    smaller: Cell,
    larger: Cell,
    likelihood_edges: Sequence[float] | None = None,
    impact_edges: Sequence[float] | None = None,
    size: tuple[int, int] = (5, 5),
) -> tuple[Point, Point] | None:
    """Return a point in each of two cells, the one in `smaller` being the smaller risk, or None.

    The points lie inside their cells, near the corners that differ most, and have as few decimals (two to
    four) as will do. `size` is the number of bands, of likelihood and of impact; edges as for `audit`.
    """
    rows, columns = _edges(likelihood_edges, size[0]), _edges(impact_edges, size[1])
    for digits in (2, 3, 4):
        for share in (Fraction(1, 4), Fraction(1, 10), Fraction(1, 20), Fraction(1, 100)):
            low = _inside(smaller, rows, columns, share, digits)
            high = _inside(larger, rows, columns, 1 - share, digits)
            if low and high and low[0] * low[1] < high[0] * high[1]:
                return (float(low[0]), float(low[1])), (float(high[0]), float(high[1]))
    return None


def position(value: float, edges: Sequence[float]) -> float:
    """Return where a value lies on a scale of bands drawn equally wide: 2.5 is the middle of the third band.

    Straight between two edges, and at the end of the scale for what lies beyond it.
    """
    for band, (low, high) in enumerate(pairwise(edges)):
        if value <= high:
            return band + max(0.0, (value - low) / (high - low))
    return float(len(edges) - 1)


def iso_risk(
    risk: float, likelihood_edges: Sequence[float], impact_edges: Sequence[float], steps: int = 12
) -> list[Point]:
    """Return points of the curve on which likelihood × impact is `risk`, as `position`s of both.

    From the left to the right, `steps` of them in each band; none if no point of the matrix is that large.
    """
    impacts = {risk / likelihood_edges[-1]}
    for low, high in pairwise(impact_edges):
        impacts |= {low + (high - low) * step / steps for step in range(steps + 1)}
    return [
        (position(risk / impact, likelihood_edges), position(impact, impact_edges))
        for impact in sorted(impacts)
        if 0 < risk / likelihood_edges[-1] <= impact <= impact_edges[-1]
    ]


def _inside(
    cell: Cell, rows: Sequence[Fraction], columns: Sequence[Fraction], share: Fraction, digits: int
) -> tuple[Fraction, Fraction] | None:
    """Return the rounded point at a share of the way through a cell, if it lies inside."""
    point = []
    for edges, place in ((rows, cell[0]), (columns, cell[1])):
        value = round(edges[place] + share * (edges[place + 1] - edges[place]), digits)
        if not edges[place] < value < edges[place + 1]:
            return None
        point.append(value)
    return point[0], point[1]


def _words(words: str | Collection[str]) -> set[str]:
    return {words} if isinstance(words, str) else set(words)


def _edges(edges: Sequence[float] | None, bands: int) -> list[Fraction]:
    """Return the edges exactly, since 0.4 × 0.4 and 0.2 × 0.8 must come out equal."""
    if edges is None:
        return [Fraction(step, bands) for step in range(bands + 1)]
    exact = [Fraction(str(edge)) for edge in edges]
    if len(exact) != bands + 1 or exact[0] < 0 or any(one >= other for one, other in pairwise(exact)):
        raise ValueError(f"{bands} bands need {bands + 1} edges that ascend from 0 or more")
    return exact


def _steps_up(low: Cell, high: Cell) -> bool:
    """Say whether one step up, to the right, or both, leads from one cell to the other."""
    step = (high[0] - low[0], high[1] - low[1])
    return step in ((0, 1), (1, 0), (1, 1))


def _apart(low: Cell, high: Cell) -> int:
    return abs(high[0] - low[0]) + abs(high[1] - low[1])
