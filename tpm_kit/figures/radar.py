"""Radar: ratings on several axes from 0 to the highest, with targets."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Polygon

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.labels import spread
from tpm_kit.figures.words import listed, number, one_line, sentences

RADIUS = 150.0
AROUND = 22.0
"""How far the names stand from the ends of the axes."""
PAIR = 2 * LINE + 4
"""Height of a name with its numbers below."""
AREA = "read along the axes: the area means nothing"
Point = tuple[float, float]


class Axis(NamedTuple):
    """What is rated, the rating now and the target, both from 0 to the highest; None is not rated."""

    name: str
    rating: float | None = None
    target: float | None = None

    def gap(self) -> float | None:
        """Return how far the rating is below the target; None where either is missing."""
        return None if self.rating is None or self.target is None else self.target - self.rating


class Radar(Chart):
    """Axes from one middle, with the ratings as a filled shape and the targets as a dashed outline.

    Both shapes have a gap where an axis is not rated. Each axis has its name and its numbers at its end.
    """

    def __init__(self, width: int = 860, height: int = 500) -> None:
        super().__init__(width, height)
        self._middle = (width / 2, (height - 40) / 2)
        self._rings = self.pool(lambda: self.line("edge", 0.9, zorder=0.5))
        self._spokes = self.line("edge", 0.9, zorder=0.5)
        self._fill = self.paint(
            self.put(Polygon([(0, 0)], alpha=0.18, linewidth=0, zorder=0.8)), facecolor="series0"
        )
        self._gaps = self.pool(lambda: self.line("series4", 3.2, solid_capstyle="butt", zorder=1.5))
        self._aimed = self.line("series1", 1.8, linestyle=(0, (4, 2)), zorder=1.8)
        self._rated = self.line("series0", 2.4, zorder=2)
        self._targets = self._marks("series1", "D", 8, "none", 2.2)
        self._ratings = self._marks("series0", "o", 6.5, "full", 2.3)
        self._scale = self.pool(lambda: self.text("grey", size=11, ha="right", zorder=2.5))
        self._names = self.pool(self.text)
        self._numbers = self.pool(lambda: self.text("grey", size=12))
        self._key = self.text("grey", size=12)

    def _marks(self, role: str, marker: str, size: float, fill: Any, zorder: float) -> Any:
        marks = self.line(
            role, linestyle="", marker=marker, markersize=size, markeredgewidth=1.6, zorder=zorder
        )
        marks.set_fillstyle(fill)
        return self.paint(marks, color=role)

    def update(
        self,
        axes: Sequence[Axis | tuple[Any, ...]],
        picks: Collection[int] = (),
        highest: int = 4,
        picked: str = "chosen",
    ) -> None:
        """Show the axes clockwise from the top; none shows an empty chart.

        `picks` are the positions of the axes to stress, such as the three widest gaps; `picked` says after
        "the gaps" which they are. Ratings go from 0 to `highest`, which must be above 0; what lies outside is
        drawn at the end. The title says how many targets are met.
        Raises ValueError if `highest` is not above 0.
        """
        if not highest > 0:
            raise ValueError(f"highest is {highest}: ratings need a scale from 0 to a number above it")
        axes = [_tidy(Axis(*one)) for one in axes]
        self._highest = highest
        self._draw_web(len(axes))
        self._draw_shapes(axes, picks)
        self._draw_names(axes, picks)
        words = _heading(axes)
        self.title(words)
        key = "solid, round: now · dashed, diamonds: target" + f" · thick: the gaps {picked}" * bool(picks)
        self.write(self._key, f"{key} · {AREA}" if axes else "", 12, 14, self.width - 24)
        rows = [
            f"{one_line(axis.name)}: {_said(axis)}{f' ({picked})' * (at in picks)}"
            for at, axis in enumerate(axes)
        ]
        self.alt = sentences([words, *rows, f"Scale from 0 to {number(highest)}" if axes else ""])

    # Where things lie --------------------------------------------------------------------------------------

    def _point(self, at: int, count: int, value: float) -> Point:
        turn = 2 * math.pi * at / count
        far = RADIUS * min(max(value / self._highest, 0.0), 1.0)
        return self._middle[0] + far * math.sin(turn), self._middle[1] + far * math.cos(turn)

    def _shape(self, values: Sequence[float | None]) -> list[Point]:
        """Return the corners of a closed shape; one that is missing makes a gap."""
        points = [
            (math.nan, math.nan) if value is None else self._point(at, len(values), value)
            for at, value in enumerate(values)
        ]
        return points + points[:1]

    # What is drawn -----------------------------------------------------------------------------------------

    def _draw_web(self, count: int) -> None:
        steps = (
            range(1, self._highest + 1) if count and self._highest <= 10 else [self._highest] * bool(count)
        )
        for ring, step in zip(self._rings.take(len(steps)), steps, strict=True):
            self.trace(ring, *zip(*self._shape([step] * count), strict=True))
        for text, step in zip(self._scale.take(len(steps)), steps, strict=True):
            x, y = self._point(0, 1, step)
            self.write(text, number(step), x - 9, y - 7)
        points = [
            each
            for at in range(count)
            for each in (self._middle, self._point(at, count, self._highest), (math.nan, math.nan))
        ]
        self.trace(self._spokes, [x for x, _ in points], [y for _, y in points])

    def _draw_shapes(self, axes: Sequence[Axis], picks: Collection[int]) -> None:
        for line, marks, kind in (
            (self._rated, self._ratings, "rating"),
            (self._aimed, self._targets, "target"),
        ):
            points = self._shape([getattr(axis, kind) for axis in axes])
            for artist in (line, marks):
                self.trace(artist, [x for x, _ in points], [y for _, y in points])
        whole = len(axes) > 2 and all(axis.rating is not None for axis in axes)
        corners = self._shape([axis.rating for axis in axes]) if whole else [self._middle] * 3
        if self._fill.get_visible() != whole or [tuple(one) for one in self._fill.get_xy()[:-1]] != corners:
            self._fill.set_xy(corners)
            self._fill.set_visible(whole)
        shown = [at for at in sorted(picks) if 0 <= at < len(axes) and axes[at].gap() is not None]
        for line, at in zip(self._gaps.take(len(shown)), shown, strict=True):
            ends = [self._point(at, len(axes), value) for value in axes[at][1:]]
            self.trace(line, *zip(*ends, strict=True))

    def _draw_names(self, axes: Sequence[Axis], picks: Collection[int]) -> None:
        count = len(axes)
        pools = (self._names.take(count), self._numbers.take(count))
        for at, ((x, y, side), axis, name, numbers) in enumerate(
            zip(self._spots(count), axes, *pools, strict=True)
        ):
            self.stress(name, at in picks)
            room = min(330.0, (self.width - 12 - x if side > 0 else x - 12) if side else 330.0)
            for text, words, level in (
                (name, axis.name, y + LINE / 2),
                (numbers, _said(axis), y - LINE / 2),
            ):
                shown = self.cut(words, room, text)
                wide = self.width_of(text, shown)
                self.write(text, shown, x - wide * (1 - side) / 2, level)

    def _spots(self, count: int) -> list[tuple[float, float, int]]:
        """Return for each name its edge, level and side: 1 right of the axes, −1 left, 0 above or below.

        Names on one side stand apart.
        """
        spots = []
        for at in range(count):
            turn = 2 * math.pi * at / count
            far = RADIUS + AROUND
            x, y = self._middle[0] + far * math.sin(turn), self._middle[1] + far * math.cos(turn)
            side = 0 if abs(math.sin(turn)) < 0.05 else (1 if math.sin(turn) > 0 else -1)
            spots.append((x, y + (4 if side == 0 and math.cos(turn) > 0 else -4 if side == 0 else 0), side))
        for side in (1, -1):
            mine = [at for at in range(count) if spots[at][2] == side]
            lowest, top = self._middle[1] - RADIUS, self._middle[1] + RADIUS - (4 if count > 2 else 0)
            for at, level in zip(mine, spread([spots[at][1] for at in mine], PAIR, lowest, top), strict=True):
                spots[at] = (spots[at][0], level, side)
        return spots


def _tidy(axis: Axis) -> Axis:
    rating, target = (
        value if value is not None and math.isfinite(value) else None for value in (axis.rating, axis.target)
    )
    return Axis(axis.name, rating, target)


def _said(axis: Axis) -> str:
    rating = "not rated" if axis.rating is None else f"now {number(axis.rating)}"
    return rating + ("" if axis.target is None else f", target {number(axis.target)}")


def _heading(axes: Sequence[Axis]) -> str:
    """Return how many targets are met, and where the widest gap is."""
    if not axes:
        return "Nothing to rate yet"
    gaps = [(gap, one_line(axis.name)) for axis in axes if (gap := axis.gap()) is not None]
    if not gaps:
        return f"{sum(axis.rating is not None for axis in axes)} of {len(axes)} rated"
    met, widest = sum(gap <= 0 for gap, _ in gaps), max(gap for gap, _ in gaps)
    words = f"{met} of {len(gaps)} target{'s' * (len(gaps) != 1)} met"
    names = [name for gap, name in gaps if gap == widest > 0]
    if names:
        shown = [*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else names
        words += f"; widest gap {number(widest)}: {listed(shown)}"
    return words
