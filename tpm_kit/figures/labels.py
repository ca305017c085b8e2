"""Where labels go, so that none lies on another. All lengths are in CSS pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MISTAKABLE = 100.0
"""What it costs, in covered square pixels, if a label is nearer to another point than to its own."""
BEARABLE = 90.0
"""So many covered square pixels can stay: a thin line behind a label."""


class Box(NamedTuple):
    """A rectangle by its edges; y points up."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """Return the area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0.0

    def nearest(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return the place inside that is nearest to a point."""
        x, y = point
        return min(max(x, self.left), self.right), min(max(y, self.bottom), self.top)

    def distance(self, point: tuple[float, float]) -> float:
        """Return how far a point is away; 0 inside."""
        return math.dist(point, self.nearest(point))


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return positions at least `gap` apart, between `low` and `high`, close to those wanted, in their order.

    Where there is no room for that gap, they stand evenly from `low` to `high`. Equal wishes keep the order
    in which they are given. Groups that touch are moved as one to the mean of what they want (the method of
    isotonic regression by pooling adjacent violators: Barlow and others, "Statistical Inference under Order
    Restrictions", 1972).
    """
    if len(wanted) > 1:
        gap = min(gap, (high - low) / (len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    # Without the gaps, positions need only not fall; groups hold (sum of wishes, how many).
    groups: list[tuple[float, int]] = []
    for step, index in enumerate(order):
        total, count = wanted[index] - step * gap, 1
        while groups and groups[-1][0] / groups[-1][1] >= total / count:
            total, count = total + groups[-1][0], count + groups[-1][1]
            groups.pop()
        groups.append((total, count))
    most = high - (len(wanted) - 1) * gap
    level = [max(low, min(most, total / count)) for total, count in groups for _ in range(count)]
    placed = [0.0] * len(wanted)
    for step, index in enumerate(order):
        placed[index] = level[step] + step * gap
    return placed


def place(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    area: Box,
    taken: Iterable[Box] = (),
    away: float = 9.0,
) -> list[Box]:
    """Return a box for the label of each point, each put where it covers least of what is there already.

    `sizes` are the labels' widths and heights; `area` is where they may lie; `taken` is covered from the
    start, as are the points themselves. Greedy: the point with the most neighbours chooses first, from places
    around it, near ones first, and from the whole area if those are taken.
    """
    crowd = [sum(abs(x - a) < 150 and abs(y - b) < 40 for a, b in points) for x, y in points]
    covered = [*taken, *(Box(x - away + 3, y - away + 3, x + away - 3, y + away - 3) for x, y in points)]
    boxes: dict[int, Box] = {}

    def covers(box: Box) -> int:
        return round(sum(box.overlap(other) for other in covered))

    def free(box: Box) -> bool:
        return not any(box.overlap(other) for other in boxes.values())

    def price(box: Box, at: int) -> float:
        own = box.distance(points[at]) - 2
        mistakable = sum(box.distance(other) < own for other in points)
        return covers(box) + MISTAKABLE * mistakable

    for at in sorted(range(len(points)), key=lambda one: -crowd[one]):
        # In order of liking, so that the first of equally free ones is the best.
        near = [_inside(box, area) for box in _around(points[at], sizes[at], away)]
        best = min(near, key=lambda box: (not free(box), price(box, at)))
        if price(best, at) > BEARABLE or not free(best):
            everywhere = _all(points[at], sizes[at], area)
            best = next((box for box in everywhere if covers(box) <= BEARABLE and free(box)), best)
        boxes[at] = best
        covered.append(best)
    return [boxes[at] for at in range(len(points))]


def _around(point: tuple[float, float], size: tuple[float, float], away: float) -> list[Box]:
    (x, y), (wide, high) = point, size
    boxes = []
    for ring in (0, 0.6, 1.2, 1.8, 2.6, 3.6, 5):
        far = away + ring * high
        right, left, middle = x + away, x - away - wide, x - wide / 2
        beside, above, below = y - high / 2, y + far, y - far - high
        spots = [(right, beside), (left, beside)] if not ring else []
        spots += [(middle, above), (middle, below), (right, above - away), (right, below + away)]
        spots += [(left, above - away), (left, below + away)]
        boxes += [Box(a, b, a + wide, b + high) for a, b in spots]
    return boxes


def _all(point: tuple[float, float], size: tuple[float, float], area: Box) -> list[Box]:
    """Return the boxes of a label all over the area, near ones first."""
    wide, high = size
    rows, columns = int((area.top - area.bottom) // high), int((area.right - area.left - wide) // 12) + 1
    corners = [
        (area.left + 12 * column, area.bottom + high * row)
        for row in range(rows)
        for column in range(columns)
    ]
    # A step up is worth more than one aside, as labels are wide.
    corners.sort(key=lambda at: abs(at[0] + wide / 2 - point[0]) + 3 * abs(at[1] + high / 2 - point[1]))
    return [Box(x, y, x + wide, y + high) for x, y in corners]


def _inside(box: Box, area: Box) -> Box:
    """Return the box, moved by as much as it sticks out of the area."""
    right = max(0.0, area.left - box.left) - max(0.0, box.right - area.right)
    up = max(0.0, area.bottom - box.bottom) - max(0.0, box.top - area.top)
    return Box(box.left + right, box.bottom + up, box.right + right, box.top + up)
