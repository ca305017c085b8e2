"""A risk matrix: a level word and a score in each cell, with risks, curves of equal risk and arrows on it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.lines import Line2D

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.labels import Box
from tpm_kit.figures.point_names import name_points
from tpm_kit.figures.risk_matrix_words import (
    MOST_NAMES,
    Cell,
    Move,
    Place,
    Point,
    described,
    printed,
    shortened,
)

LEFT, RIGHT, TOP, BOTTOM = 128, 20, 62, 66
LOW = 54
"""Least height of a row, in pixels."""
PALEST, DARKEST = 0.05, 0.55
"""How much of the colour the lowest and the highest level have: lightness tells them apart, not the hue."""
SMALL = 12
HEAD = 8.0
"""Length of the two strokes of an arrow's head."""


class RiskMatrix(Chart):
    """Likelihood upwards, impact to the right, both from low to high."""

    def __init__(self, width: int = 720) -> None:
        super().__init__(width, TOP + 5 * LOW + BOTTOM)
        self._high = float(LOW)
        self._shape = (0, 0)
        self._printed: list[Box] = []
        self._boxes = self.pool(lambda: self.bar("series1", zorder=0.3))
        self._grid = self.line("edge", 1, zorder=0.6)
        self._words = self.pool(lambda: self.text(size=SMALL, zorder=0.8))
        self._inside = self.pool(lambda: self.text(size=SMALL, bold=True, zorder=0.9))
        self._rows = self.pool(lambda: self.text(ha="right", zorder=0.8))
        self._columns = self.pool(lambda: self.text(ha="center", zorder=0.8))
        self._edges = self.pool(lambda: self.text("grey", SMALL, ha="center", zorder=0.8))
        self._up = self.text("grey", zorder=0.8)
        self._along = self.text("grey", ha="right", zorder=0.8)
        self._marks = self.line("ink", 2.5, zorder=1.1, solid_joinstyle="miter")
        self._ways = self.line("ink", 1.6, zorder=1.2)
        # What follows a slider lies above the rest.
        self._curves = self.pool(lambda: self.line("series0", 1.5, linestyle=(0, (5, 2.5)), zorder=4))
        self._leads = self.pool(lambda: self.line("faint", 0.8, zorder=5))
        self._points = self.paint(
            self.line(linestyle="", marker="o", markersize=8, markeredgewidth=1.8, zorder=6),
            markerfacecolor="paper",
            markeredgecolor="ink",
        )
        self._names = self.pool(lambda: self.text(bold=True, zorder=7))

    def update(
        self,
        words: Sequence[Sequence[str]],
        levels: Sequence[str],
        rows: Sequence[str],
        columns: Sequence[str],
        scores: Sequence[Sequence[float]] | None = None,
        points: Sequence[Point | tuple[Any, ...]] = (),
        moves: Sequence[Move | tuple[Any, ...]] = (),
        inside: Mapping[Cell, Sequence[str]] | None = None,
        curves: Sequence[tuple[str, Sequence[Place]]] = (),
        flagged: Sequence[Cell] = (),
        title: str = "",
        axes: tuple[str, str] = ("Likelihood", "Impact"),
        edges: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> None:
        """Show a matrix and what lies on it.

        `words` are the level words, rows from the lowest likelihood, each from the lowest impact; "" is a
        cell without a level. `levels` are the words from low to high; `rows` and `columns` name the bands,
        `edges` the borders between them, one more than bands. `inside` lists names in cells, by (likelihood,
        impact) from 0; `curves` are labels with places as in `Point`; `flagged` cells are framed. Raises
        `ValueError` unless there is a word for each row and column.
        """
        if len(words) != len(rows) or any(len(row) != len(columns) for row in words):
            raise ValueError(f"{len(rows)} rows and {len(columns)} columns need a word for each cell")
        points = [Point(*point) for point in points]
        moves = [Move(*move) for move in moves]
        lists = {cell: list(names) for cell, names in (inside or {}).items() if names}
        self._measure(len(rows), len(columns), lists)
        self._tint(words, list(levels))
        self._write_cells(words, scores, lists)
        self._write_sides(rows, columns, axes, edges)
        self._frame(flagged)
        self._draw_moves(moves)
        self._draw_curves(curves)
        self._draw_points(points)
        self.title(title or "Risk matrix")
        cells = [
            [printed(words, scores, row, column) for column in range(len(columns))]
            for row in range(len(rows))
        ]
        curved = [label for label, places in curves if places]
        self.alt = described(title, rows, columns, cells, points, moves, lists, flagged, curved)

    # Where things are ------------------------------------------------------------------------------------

    def _measure(self, rows: int, columns: int, lists: Mapping[Cell, Sequence[str]]) -> None:
        most = max((min(len(names), MOST_NAMES) for names in lists.values()), default=0)
        self._high = max(float(LOW), 24 + LINE * most)
        self._shape = (rows, columns)
        self._wide = (self.width - LEFT - RIGHT) / max(columns, 1)
        self.fit(round(TOP + BOTTOM + self._high * max(rows, 1)))

    def _pixel(self, at: Place) -> Place:
        """Return where a place of the matrix lies, from the left and from below."""
        return LEFT + at[1] * self._wide, BOTTOM + at[0] * self._high

    def _cells(self) -> list[Cell]:
        return [(row, column) for row in range(self._shape[0]) for column in range(self._shape[1])]

    # What is drawn ---------------------------------------------------------------------------------------

    def _tint(self, words: Sequence[Sequence[str]], levels: Sequence[str]) -> None:
        step = (DARKEST - PALEST) / max(len(levels) - 1, 1)
        for box, (row, column) in zip(self._boxes.take(len(self._cells())), self._cells(), strict=True):
            self.lay(box, *self._pixel((row, column)), self._wide, self._high)
            word = words[row][column]
            alpha = PALEST + step * levels.index(word) if word in levels else 0.0
            if box.get_alpha() != alpha:
                box.set_alpha(alpha)
        rows, columns = self._shape
        ways = [((row, 0), (row, columns)) for row in range(rows + 1)]
        ways += [((0, column), (rows, column)) for column in range(columns + 1)]
        self._strokes(self._grid, [[*map(self._pixel, way)] for way in ways])

    def _write_cells(
        self,
        words: Sequence[Sequence[str]],
        scores: Sequence[Sequence[float]] | None,
        lists: Mapping[Cell, Sequence[str]],
    ) -> None:
        room = self._wide - 16
        self._printed = []
        for text, (row, column) in zip(self._words.take(len(self._cells())), self._cells(), strict=True):
            x, y = self._pixel((row + 1, column))
            self.write(text, printed(words, scores, row, column), x + 8, y - 12, room)
            self._printed.append(Box(x + 8, y - 20, x + 8 + self.width_of(text), y - 4))
        lines = [
            (cell, at, name)
            for cell, names in sorted(lists.items())
            for at, name in enumerate(shortened(names))
            if cell in set(self._cells())
        ]
        for text, ((row, column), at, name) in zip(self._inside.take(len(lines)), lines, strict=True):
            x, y = self._pixel((row + 1, column))
            self.write(text, name, x + 8, y - 29 - LINE * at, room)

    def _write_sides(
        self,
        rows: Sequence[str],
        columns: Sequence[str],
        axes: tuple[str, str],
        edges: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        for at, (text, name) in enumerate(zip(self._rows.take(len(rows)), rows, strict=True)):
            self.write(text, name, LEFT - 10, self._pixel((at + 0.5, 0))[1], LEFT - 20)
        for at, (text, name) in enumerate(zip(self._columns.take(len(columns)), columns, strict=True)):
            below = 31 if edges[1] else 16
            self.write(text, name, self._pixel((0, at + 0.5))[0], BOTTOM - below, self._wide - 8)
        # The ends of the scales would leave the picture, or lie on each other at the corner.
        inner = [(0, at, edge) for at, edge in enumerate(edges[0]) if 0 < at < len(edges[0]) - 1]
        inner += [(1, at, edge) for at, edge in enumerate(edges[1]) if 0 < at < len(edges[1]) - 1]
        for text, (side, at, edge) in zip(self._edges.take(len(inner)), inner, strict=True):
            x, y = self._pixel((0, at) if side else (at, 0))
            self.write(text, edge, x if side else x - 24, y - 13 if side else y, self._wide if side else 46)
        self.write(self._up, axes[0], 12, self.height - 42, self.width - 24)
        self.write(self._along, axes[1], self.width - RIGHT, 14, self.width - RIGHT - 12)

    def _frame(self, flagged: Sequence[Cell]) -> None:
        inset = 3 / self._high, 3 / self._wide
        loops = []
        for row, column in flagged:
            low, high = row + inset[0], row + 1 - inset[0]
            left, right = column + inset[1], column + 1 - inset[1]
            corners = [(low, left), (low, right), (high, right), (high, left), (low, left)]
            loops.append([*map(self._pixel, corners)])
        self._strokes(self._marks, loops)

    def _draw_moves(self, moves: Sequence[Move]) -> None:
        """Draw an arrow for each move; those between the same two cells run side by side."""
        strokes, seen = [], {}
        for move in moves:
            if move.before == move.after:
                continue
            nth = seen[move.before, move.after] = seen.get((move.before, move.after), 0) + 1
            aside = 7 * (nth // 2) * (1 if nth % 2 else -1)
            strokes += _arrow(
                *(self._pixel((row + 0.4, column + 0.5)) for row, column in (move.before, move.after)), aside
            )
        self._strokes(self._ways, strokes)

    def _draw_curves(self, curves: Sequence[tuple[str, Sequence[Place]]]) -> None:
        shown = [[self._pixel(at) for at in places] for _, places in curves if places]
        for line, places in zip(self._curves.take(len(shown)), shown, strict=True):
            self.trace(line, [x for x, _ in places], [y for _, y in places])

    def _draw_points(self, points: Sequence[Point]) -> None:
        places = [self._pixel(point.at) for point in points]
        self.trace(self._points, [x for x, _ in places], [y for _, y in places])
        right, top = self._pixel(self._shape)
        names, texts = [point.name for point in points], self._names.take(len(points))
        area = Box(LEFT, BOTTOM, right, top)
        name_points(self, texts, names, places, area, self._printed, self._leads)

    def _strokes(self, line: Line2D, strokes: Sequence[Sequence[Place]]) -> None:
        """Lay one line through several strokes."""
        places = [place for stroke in strokes for place in (*stroke, (math.nan, math.nan))][:-1]
        self.trace(line, [x for x, _ in places], [y for _, y in places])


def _arrow(start: Place, end: Place, aside: float) -> list[list[Place]]:
    """Return the strokes of an arrow between two places, moved aside by so many pixels."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    across, up = -aside * math.sin(angle), aside * math.cos(angle)
    (x, y), tip = (start[0] + across, start[1] + up), (end[0] + across, end[1] + up)
    barbs = [
        (tip[0] - HEAD * math.cos(angle + turn), tip[1] - HEAD * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    return [[(x, y), tip], [barbs[0], tip, barbs[1]]]
