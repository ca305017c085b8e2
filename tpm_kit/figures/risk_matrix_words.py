"""What lies on a risk matrix, and how it is said in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tpm_kit.figures.words import listed, number, one_line, sentences

MOST_NAMES = 6
"""So many names are written in one cell; of more, the last line says how many."""
Cell = tuple[int, int]
Place = tuple[float, float]


class Point(NamedTuple):
    """A risk at a place: (likelihood, impact) in rows and columns from the lower left corner, so that 2.5 is
    the middle of the third. `note` gives its numbers to the text alternative."""

    name: str
    at: Place
    note: str = ""


class Move(NamedTuple):
    """A risk's way from one cell to another, as a response leads it."""

    name: str
    before: Cell
    after: Cell


def printed(
    words: Sequence[Sequence[str]], scores: Sequence[Sequence[float]] | None, row: int, column: int
) -> str:
    """Return what stands in a cell: the score, if there is one, and the level word."""
    score = "" if scores is None else number(scores[row][column])
    return one_line(f"{score} {words[row][column]}")


def shortened(names: Sequence[str]) -> list[str]:
    """Return the lines that list names in a cell."""
    if len(names) <= MOST_NAMES:
        return list(names)
    return [*names[: MOST_NAMES - 1], f"+ {len(names) - MOST_NAMES + 1} more"]


def described(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    points: Sequence[Point],
    moves: Sequence[Move],
    lists: Mapping[Cell, Sequence[str]],
    flagged: Sequence[Cell],
    curves: Sequence[str],
) -> str:
    """Return the text alternative: all cells with what is printed there, and all that lies on them."""

    def named(cell: Cell) -> str:
        return f"{one_line(rows[cell[0]])}, {one_line(columns[cell[1]])}"

    said = [
        f"{one_line(name)}, from low to high impact: {', '.join(word or 'no level' for word in row)}"
        for name, row in reversed([*zip(rows, cells, strict=True)])
    ]
    said += [": ".join(filter(None, (one_line(point.name), one_line(point.note)))) for point in points]
    said += [f"In {named(cell)}: {listed(map(one_line, names))}" for cell, names in sorted(lists.items())]
    said += [
        f"{one_line(move.name)} goes from {named(move.before)} to {named(move.after)}"
        if move.before != move.after
        else f"{one_line(move.name)} stays in {named(move.before)}"
        for move in moves
    ]
    said += [f"Curve of equal risk: {one_line(label)}" for label in curves]
    if flagged:
        said.append(f"Marked: {'; '.join(map(named, flagged))}")
    return sentences([one_line(title or "Risk matrix"), *said])
