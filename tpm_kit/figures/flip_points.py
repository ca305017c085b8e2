"""How the scores of options change with the weight of one criterion, and where the lead changes hands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.labels import spread
from tpm_kit.figures.words import fixed, listed, one_line, sentences

MARGINS = {"left": 48, "bottom": 50, "right": 250, "top": 74}
MOVING = 5
"""The order of what a step of the slider moves: above all else, which so stays as it is drawn."""
FIGURES = 58.0
"""Room for the figures in the column of the scores."""
CLOSE = 1e-9
"""Scores nearer to each other than this are the same: the difference is rounding."""


class Option(NamedTuple):
    """An option's score when the criterion weighs nothing (`low`) and when it alone counts (`high`)."""

    name: str
    low: float
    high: float

    def score(self, weight: float) -> float:
        """Return the score at a weight from 0 to 1: linear, as the others keep their proportions."""
        return self.low + weight * (self.high - self.low)


class FlipPoints(Chart):
    """A line for each option over the weight of one criterion; made to follow a slider.

    `scale` is the lowest and highest score there may be; without it the axis fits the options.
    """

    def __init__(self, scale: tuple[float, float] | None = None, width: int = 720, height: int = 360) -> None:
        super().__init__(width, height)
        self._scale = scale
        self._axes = self.axes(**MARGINS)
        area = self.area(self._axes)
        self.write(self.text("grey", va="top", on=self._axes), "Score", 12, height - 34)
        self._along = self.text("grey", on=self._axes)
        self._now = self.text(ha="center", zorder=MOVING)
        self.write(
            self.text("grey", ha="right", va="top", on=self._axes), "Score now", width - 14, height - 34
        )
        self._upright = self.line("ink", 1.5, zorder=MOVING)
        self._drops = self.pool(lambda: self.line("grey", linestyle=":"))
        self._flips = self.pool(lambda: self.text(bold=True, ha="center"))
        self._lines = self.pool(lambda: self.line())
        self._dots = self.pool(lambda: self.line(marker="o", markersize=5, zorder=MOVING))
        self._names = self.pool(self.text)
        self._scores = self.pool(lambda: self.text(ha="right", zorder=MOVING))
        self._rings = self.paint(
            self.line(linestyle="", marker="o", markersize=6.5, markeredgewidth=1.4),
            markerfacecolor="paper",
            markeredgecolor="ink",
        )
        self._column = (area.right + 26, width - 14)

    def update(
        self,
        criterion: str,
        options: Sequence[Option | tuple[Any, ...]],
        flips: Sequence[float],
        present: float,
    ) -> None:
        """Show the scores of the options, the weights at which the lead changes, and the present weight.

        Weights are fractions from 0 to 1. `flips` are in rising order, as `flip_points` of the methods gives
        them.
        """
        options = [Option(*option) for option in options]
        self._frame(criterion, options, present)
        self._draw(options, present)
        self._mark(options, flips)
        self._say(criterion, options, flips, present)

    def _frame(self, criterion: str, options: Sequence[Option], present: float) -> None:
        ends = [end for option in options for end in (option.low, option.high)] or [0, 1]
        low, high = self._scale or (min(ends), max(ends))
        room = (high - low) * 0.05 or 0.5
        self.reach(self._axes, (0, 1), (low - room, high + room))
        area, (left, right) = self.area(self._axes), self._column
        self.write(self._along, f"Weight of {criterion}", left - 6, area.bottom - 11, right - left + 6)
        x, _ = self.to_pixels(self._axes, present, low)
        self.trace(self._upright, [x, x], [area.bottom, area.top])
        self.write(self._now, f"now {fixed(present)}", x, area.bottom - 32)

    def _draw(self, options: Sequence[Option], present: float) -> None:
        (left, right), area, many = self._column, self.area(self._axes), len(options)
        best = leaders(options, present)
        ends = [
            [self.to_pixels(self._axes, at, option.score(at)) for at in (0, 1, present)] for option in options
        ]
        levels = spread([y for _, (_, y), _ in ends], LINE, area.bottom + 6, area.top)
        artists = (pool.take(many) for pool in (self._lines, self._dots, self._names, self._scores))
        for n, (option, line, dot, name, score) in enumerate(zip(options, *artists, strict=True)):
            (x0, y0), (x1, y1), now = ends[n]
            leads = n in best
            self.paint(line, color=f"series{n % SERIES}").set_linewidth(2.2 if leads else 1.2)
            self.paint(dot, color=f"series{n % SERIES}")
            self.trace(line, [x0, x1, x1 + 6, left - 5], [y0, y1, y1, levels[n]])
            self.trace(dot, [now[0]], [now[1]])
            self.stress(name, leads)
            self.stress(score, leads)
            self.write(score, fixed(option.score(present)), right, levels[n])
            self.write(name, option.name, left, levels[n], right - left - FIGURES)

    def _mark(self, options: Sequence[Option], flips: Sequence[float]) -> None:
        """Mark the flip points on the upper edge of the lines, with their weights above the chart."""
        area = self.area(self._axes)
        tops = [max((option.score(flip) for option in options), default=0) for flip in flips]
        points = [self.to_pixels(self._axes, flip, top) for flip, top in zip(flips, tops, strict=True)]
        self.trace(self._rings, [x for x, _ in points], [y for _, y in points])
        across = spread([x for x, _ in points], 40, area.left, area.right)
        artists = (self._drops.take(len(flips)), self._flips.take(len(flips)))
        for flip, (x, y), at, drop, text in zip(flips, points, across, *artists, strict=True):
            self.trace(drop, [x, x, at], [y, area.top, area.top + 6])
            self.write(text, fixed(flip), at, area.top + 15)

    def _say(self, criterion: str, options: Sequence[Option], flips: Sequence[float], present: float) -> None:
        if not options:
            self.title("No option yet")
            self.alt = "No option yet."
            return
        names = [one_line(option.name) for option in options]

        def ahead(weight: float) -> str:
            return listed(names[at] for at in leaders(options, weight))

        best = leaders(options, present)
        score = options[best[0]].score(present)
        plural = "s" * (len(best) == 1)
        lead = f"{ahead(present)} lead{plural} with {fixed(score)}"
        change = f"The lead changes at {listed(map(fixed, flips))}" if flips else "No weight changes the lead"
        # Letters take most of the time of a step, so the title has no number that changes with each.
        self.title(f"Now {ahead(present)} lead{plural}")
        scores = listed(
            f"{name} {fixed(option.score(present))}" for name, option in zip(names, options, strict=True)
        )
        edges = [0, *flips, 1]
        middles = [(below + above) / 2 for below, above in pairwise(edges)]
        self.alt = sentences(
            [
                f"With a weight of {fixed(present)} for {one_line(criterion)}, {lead}",
                f"Scores: {scores}",
                change,
                f"From weight 0 to 1 the lead is with {', then '.join(map(ahead, middles))}",
            ]
        )


def leaders(options: Sequence[Option], weight: float) -> list[int]:
    """Return the positions of the options with the highest score at a weight; several if they tie."""
    scores = [option.score(weight) for option in options]
    return [at for at, score in enumerate(scores) if score >= max(scores) - CLOSE]
