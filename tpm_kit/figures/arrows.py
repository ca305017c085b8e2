"""Arrows along straight pieces, as few artists for any number of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.figures.chart import Chart

Point = tuple[float, float]
HEADS = {(1, 0): ">", (-1, 0): "<", (0, 1): "^", (0, -1): "v"}
"""The marker of an arrow's head by the direction in which it points."""


class Arrow(NamedTuple):
    """An arrow through points. A `strong` one is thick and dark, a `broken` one dashed."""

    points: Sequence[Point]
    strong: bool = False
    broken: bool = False


class Arrows:
    """All arrows of a chart, in its pixels; made once, and drawn anew by `draw`."""

    def __init__(self, chart: Chart) -> None:
        self._lines = {
            (strong, broken): chart.line(
                "ink" if strong else "faint",
                2 if strong else 1.2,
                linestyle=(0, (4, 2.5)) if broken else "-",
                solid_joinstyle="miter",
                zorder=2.2 + strong / 10,
            )
            for strong in (False, True)
            for broken in (False, True)
        }
        self._heads = {
            (strong, marker): _head(chart, marker, strong) for strong in (False, True) for marker in "><^v"
        }

    def draw(self, arrows: Sequence[Arrow]) -> None:
        """Show these arrows and no others."""
        for key, line in self._lines.items():
            points = [
                point
                for arrow in arrows
                if (arrow.strong, arrow.broken) == key
                for point in (*arrow.points, (math.nan, math.nan))
            ]
            line.set_data([x for x, _ in points], [y for _, y in points])
        tips: dict[tuple[bool, str], list[Point]] = {key: [] for key in self._heads}
        for arrow in arrows:
            (x, y), tip = arrow.points[-2:]
            tips[arrow.strong, HEADS[_direction(tip[0] - x, tip[1] - y)]].append(tip)
        for key, head in self._heads.items():
            head.set_data([x for x, _ in tips[key]], [y for _, y in tips[key]])


def _head(chart: Chart, marker: str, strong: bool) -> Any:
    role = "ink" if strong else "grey"
    # The tip, not the middle of the marker, belongs where the arrow ends: markers are drawn a little back.
    head = chart.line(role, 1, linestyle="", marker=marker, markersize=5.5 if strong else 4.6, zorder=2.4)
    head.set_markeredgewidth(0)
    return chart.paint(head, color=role)


def _direction(right: float, up: float) -> tuple[int, int]:
    """Return the nearest of the four directions."""
    if abs(right) >= abs(up):
        return (1 if right >= 0 else -1), 0
    return 0, (1 if up >= 0 else -1)


def elbow(
    before: tuple[float, float, float], after: tuple[float, float, float], bar: float, row: float
) -> list[Point]:
    """Return the corners of an arrow from the end of one bar to the start of another, in another row.

    Bars are (left, right, level) and `bar` high; rows are `row` apart. It runs on in the row of the first,
    where no other bar lies, and turns into the second from above or below. Where the second begins too soon
    for that, it goes back between two rows, and into the second from the left.
    """
    (_, end, y), (start, stop, level) = before, after
    down = -1 if level < y else 1
    turn = start + min(7.0, (stop - start) / 2)
    if turn > end + 1:
        return [(end, y), (turn, y), (turn, level - down * (bar / 2 + 3))]
    between = y + down * row / 2
    out, back = end + 6, start - 9
    return [(end, y), (out, y), (out, between), (back, between), (back, level), (start - 3, level)]
