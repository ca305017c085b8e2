"""When it is finished: how many runs of a simulation end on which day, what is promised, and what drives it.

Times are numbers, such as working days from the start, with the end exclusive: a run that ends at 12.4 is
finished on the day that ends at 13.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import permutations, product
from typing import Any, NamedTuple

import numpy as np
from matplotlib.patches import Polygon

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import amount, drawable, fixed, listed, number, one_line, percent, sentences

MARGINS = {"left": 20, "bottom": 46, "right": 360, "top": 118}
DRIVERS = 8
"""So many drivers are drawn; the text names them all."""
DRIVER = 32
STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50, 100)
MOST_BARS = 48


class Driver(NamedTuple):
    """A task, and how strongly it drives the finish: a rank correlation or a share, from −1 to 1."""

    name: str
    strength: float


class Bars(NamedTuple):
    """A histogram: `edges` has one more than `counts`; a finish on an edge belongs to the bar before it."""

    counts: np.ndarray
    edges: np.ndarray


def bars(finishes: Sequence[float] | np.ndarray) -> Bars:
    """Return how many finishes lie in each step of time: whole days where there are enough of them.

    What is not finite is left out.
    """
    known = np.asarray(finishes, dtype=float).ravel()
    known = known[np.isfinite(known)]
    if not known.size:
        return Bars(np.zeros(0, int), np.zeros(1))
    wide = float(known.max() - known.min())
    step = next((step for step in STEPS if wide / step < MOST_BARS), 0) or math.ceil(wide / MOST_BARS)
    if wide >= 20:
        step = max(1, step)
    # A finish a rounding error above an edge still belongs to it.
    at = np.ceil(np.round(known / step, 9)).astype(np.int64)
    counts = np.bincount(at - at.min())
    return Bars(counts, (np.arange(len(counts) + 1) + at.min() - 1) * step)


class FinishDates(Chart):
    """The finishes as bars, those after the deadline hatched, with lines for P50, P80 and the deadline, and a
    list of what drives them beside it."""

    def __init__(self, width: int = 960, height: int = 400) -> None:
        super().__init__(width, height)
        self._axes = self.axes(**MARGINS)
        self._axes.yaxis.set_visible(False)
        self._axes.grid(False)
        self._axes.tick_params(labelbottom=False)
        self._along = self.text("grey", size=12, ha="right")
        self._ground_line = self.line("faint")
        self._ticks = self.pool(lambda: self.text("grey", ha="center"))
        self._in_time = self._shape(alpha=0.55, linewidth=0)
        self._late = self._shape(fill=False, hatch="////", linewidth=0.9)
        self._outline = self.line("series0", 1.1)
        self._lines = [
            self.line("ink", 1.6, linestyle="--"),
            self.line("ink", 2),
            self.line("series4", 2.6),
        ]
        self._marks = [self.text(bold=True), self.text(bold=True), self.text("series4", bold=True)]
        self._head = self.text("grey", size=12)
        self._names = self.pool(self.text)
        self._values = self.pool(lambda: self.text(bold=True, ha="right"))
        self._tracks = self.pool(lambda: self.bar("edge"))
        self._strengths = self.pool(lambda: self.bar("series3"))
        self._more = self.text("grey", size=12)

    def _shape(self, **style: Any) -> Polygon:
        shape = self.put(Polygon([(0, 0)], **style))
        return self.paint(shape, facecolor="series0", edgecolor="series0")

    def update(
        self,
        finishes: Sequence[float] | np.ndarray,
        p50: float | None = None,
        p80: float | None = None,
        deadline: float | None = None,
        in_time: float | None = None,
        drivers: Sequence[Driver | tuple[Any, ...]] = (),
        measure: str = "Rank correlation with the finish",
        shares: bool = False,
        dated: Callable[[float], str] | None = None,
        unit: str = "working days",
    ) -> None:
        """Show the finishes of all runs, shape (runs,); none shows an empty chart.

        `p50`, `p80` and `deadline` are times on the same axis, `in_time` the share of runs, 0 to 1, that
        are finished by the deadline; None leaves each out. `drivers`, strongest first, are measured by
        `measure`, which heads their list; with `shares` their numbers are shares in percent. `dated` turns a
        time into a short date, "15 Mar"; without it times are shown in `unit`.
        """
        self._dated, self._unit = dated, unit
        found = bars(finishes)
        drivers = [Driver(*one) for one in drivers]
        marks = [("P50", p50), ("P80", p80), ("deadline", deadline)]
        marks = [(name, None if at is None or not math.isfinite(at) else at) for name, at in marks]
        self._scale(found, [at for _, at in marks if at is not None])
        self._draw_bars(found, marks[2][1])
        self._draw_marks(marks, in_time)
        self._draw_drivers(drivers, measure, shares)
        self._say(found, marks, in_time, drivers, measure, shares)

    def _when(self, time: float) -> str:
        return self._dated(time) if self._dated else amount(round(time, 1), self._unit)

    def _scale(self, found: Bars, times: Sequence[float]) -> None:
        low, high = min([*found.edges[:1], *times]), max([*found.edges[-1:], *times])
        edge = 0.04 * (high - low) or 1.0
        self.reach(self._axes, (low - edge, high + edge), (0, float(max(found.counts, default=1)) * 1.06))
        area = self.area(self._axes)
        self._ground_line.set_data([area.left, area.right], [area.bottom, area.bottom])
        ticks = [tick for tick in self._axes.xaxis.get_major_locator()() if low - edge <= tick <= high + edge]
        if self._dated:
            ticks = [tick for tick in ticks if tick == round(tick)]
        if not found.counts.size and not times:
            ticks = []
        for text, tick in zip(self._ticks.take(len(ticks)), ticks, strict=True):
            x, _ = self.to_pixels(self._axes, tick, 0)
            words = self.cut(self._dated(tick) if self._dated else number(tick), 86, text)
            self.write(text, words if x > self.width_of(text, words) / 2 + 4 else "", x, area.bottom - 13)
        words = "finished on" if self._dated else f"finished after, {self._unit}"
        self.write(self._along, words, area.right, area.bottom - 34, area.right - 20)

    def _draw_bars(self, found: Bars, deadline: float | None) -> None:
        """Draw the bars as one shape up to the deadline, and another after it."""
        corners = []
        for count, left, right in zip(found.counts, found.edges, found.edges[1:], strict=False):
            corners += [(left, count), (right, count)]
        edges = [float(edge) for edge in found.edges]
        part = edges[-1] if deadline is None else min(max(deadline, edges[0]), edges[-1])
        points = [self.to_pixels(self._axes, x, y) for x, y in corners]
        x, low = self.to_pixels(self._axes, part, 0)
        for shape, pick in ((self._in_time, min), (self._late, max)):
            kept = [(pick(one, x), y) for one, y in points] or [(0.0, 0.0)]
            shape.set_xy([(kept[0][0], low), *kept, (kept[-1][0], low)])
            shape.set_visible(bool(points))
        outline = [(points[0][0], low), *points, (points[-1][0], low)] if points else []
        self._outline.set_data([x for x, _ in outline], [y for _, y in outline])

    def _draw_marks(self, marks: Sequence[tuple[str, float | None]], in_time: float | None) -> None:
        """Draw the lines, each as high as its own words."""
        area = self.area(self._axes)
        known = [at for at, (_, time) in enumerate(marks) if time is not None]
        for at, (line, text) in enumerate(zip(self._lines, self._marks, strict=True)):
            line.set_visible(at in known)
            text.set_visible(at in known)
        words = [self._mark(*marks[at], in_time) for at in known]
        xs = [self.to_pixels(self._axes, marks[at][1], 0)[0] for at in known]
        wide = [self.width_of(self._marks[at], drawable(one)) for at, one in zip(known, words, strict=True)]
        spots = _beside(xs, wide, 12, area.right + 30)
        for at, said, x, (left, level) in zip(known, words, xs, spots, strict=True):
            y = area.top + 14 + 22 * level
            self._lines[at].set_data([x, x], [area.bottom, y + 8])
            self.write(self._marks[at], said, max(12, left), y, area.right + 18)

    def _mark(self, name: str, at: float, in_time: float | None) -> str:
        if name == "deadline":
            return f"deadline {self._when(at)}" + (
                f": {percent(in_time)} in time" if in_time is not None else ""
            )
        return f"{name} {self._when(at)}"

    def _draw_drivers(self, drivers: Sequence[Driver], measure: str, shares: bool) -> None:
        shown = drivers[:DRIVERS]
        left, right = self.width - MARGINS["right"] + 50, self.width - 16
        top = self.height - 58
        self.write(self._head, measure if drivers else "", left, top, right - left)
        pools = (self._names, self._values, self._tracks, self._strengths)
        artists = (pool.take(len(shown)) for pool in pools)
        for at, (one, name, value, track, bar) in enumerate(zip(shown, *artists, strict=True)):
            y = top - 26 - at * DRIVER
            self.write(value, _strength(one, shares), right, y)
            self.write(name, one.name, left, y, right - left - 56)
            track.set_bounds(left, y - 16, right - left, 4)
            share = min(1.0, abs(one.strength)) if math.isfinite(one.strength) else 0.0
            bar.set_bounds(left, y - 16, (right - left) * share, 4)
        more = len(drivers) - len(shown)
        self.write(self._more, f"and {more} more" if more else "", left, top - 26 - DRIVERS * DRIVER)

    def _say(
        self,
        found: Bars,
        marks: Sequence[tuple[str, float | None]],
        in_time: float | None,
        drivers: Sequence[Driver],
        measure: str,
        shares: bool,
    ) -> None:
        runs = int(found.counts.sum())
        if not runs:
            self.title("No run yet")
        else:
            first, last = self._when(float(found.edges[1])), self._when(float(found.edges[-1]))
            self.title(f"{number(runs)} run{'s' * (runs != 1)}, finished from {first} to {last}")
        said = [self._mark(name, at, in_time) for name, at in marks if at is not None]
        strengths = listed(f"{one_line(one.name)} {_strength(one, shares)}" for one in drivers)
        last = f"{one_line(measure)}: {strengths}" if drivers else ""
        self.alt = sentences([self._title.get_text(), *(one[0].upper() + one[1:] for one in said), last])


def _beside(xs: Sequence[float], wide: Sequence[float], low: float, high: float) -> list[tuple[float, int]]:
    """Return for words beside upright lines where they begin, and at which level, 0 being the lowest.

    A line ends at the level of its own words. Of all sides and orders the first is taken in which the fewest
    words leave the room from `low` to `high`, and the fewest are crossed by a line.
    """
    best, least = [], math.inf
    for order in permutations(range(len(xs))):
        for sides in product((0, 1), repeat=len(xs)):
            lefts = [x - 6 - w if side else x + 6 for x, w, side in zip(xs, wide, sides, strict=True)]
            out = sum(left < low or left + w > high for left, w in zip(lefts, wide, strict=True))
            crossed = sum(
                order[line] > order[at] and lefts[at] - 4 < x < lefts[at] + wide[at] + 4
                for at in range(len(xs))
                for line, x in enumerate(xs)
            )
            if 10 * out + crossed < least:
                best, least = list(zip(lefts, order, strict=True)), 10 * out + crossed
    return best


def _strength(one: Driver, shares: bool) -> str:
    if not math.isfinite(one.strength):
        return "unknown"
    return percent(one.strength) if shares else fixed(one.strength)
