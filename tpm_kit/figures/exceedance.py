"""Exceedance: how likely it is that more is lost than this, or that it is later than that, for several plans.

A curve falls from left to right: at each value it shows the share of runs that end above it. P80 is where it
is down to 20 %.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.ticker import FuncFormatter

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import amount, one_line, percent, sentences

MARGINS = {"left": 66, "bottom": 62, "right": 342, "top": 64}
CURVES = 8
"""So many curves are drawn; the text names them all."""
TICKS = 10
"""Axes have no more ticks than that."""
BLOCK = 37
"""Height of what the list says of one curve."""
STYLES = ("-", "--", ":", "-.")
"""Curves differ by their strokes as well as by their colours."""
LEVELS = (("P50", 0.5), ("P80", 0.2))
"""What is marked on each curve, and the share of runs above it."""


class Plan(NamedTuple):
    """A curve by its name: for each of `values`, rising, the share of runs (0 to 1) that end above it.

    `p50` and `p80` are marked on it; `above` is the share of runs above the limit. None leaves each out.
    """

    name: str
    values: Sequence[float]
    shares: Sequence[float]
    p50: float | None = None
    p80: float | None = None
    above: float | None = None


class Exceedance(Chart):
    """Falling curves over one axis, each with its P50 and P80, and a limit; a list beside them says both."""

    def __init__(self, width: int = 960, height: int = 400) -> None:
        super().__init__(width, height)
        self._axes = self.axes(**MARGINS)
        self._axes.set_ylim(0, 1.04)
        self._axes.set_yticks([0, 0.2, 0.5, 0.8, 1])
        self._axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _at: percent(share)))
        self._axes.tick_params(labelbottom=False)
        self._ticks = self.pool(lambda: self.text("grey", ha="center"))
        self._ticks.take(TICKS)
        self._up = self.text("grey", size=12)
        self._along = self.text("grey", size=12)
        self._limit = self.line("ink", 1.8, linestyle=(0, (1, 1)))
        self._limit_name = self.text(size=12, bold=True)
        self._lines = [self.line(f"series{n}", 2, linestyle=STYLES[n % len(STYLES)]) for n in range(CURVES)]
        self._dots = [
            self.line(f"series{n}", linestyle="", marker="o", markersize=5, zorder=3) for n in range(CURVES)
        ]
        self._keys = [self.line(f"series{n}", 2, linestyle=STYLES[n % len(STYLES)]) for n in range(CURVES)]
        self._names = self.pool(lambda: self.text(bold=True))
        self._facts = self.pool(lambda: self.text(size=12))
        self._more = self.text("grey", size=12)

    def update(
        self,
        plans: Sequence[Plan | tuple[Any, ...]],
        limit: float | None = None,
        limit_name: str = "limit",
        along: str = "Cost",
        written: Callable[[float], str] | None = None,
        unit: str = "",
    ) -> None:
        """Show a curve for each plan; none shows an empty chart.

        `limit` is drawn as an upright line, None leaves it out. `along` says what the values are. `written`
        turns a value into words, "€4,200" or "15 Mar"; without it values are shown in `unit`.
        """
        self._worded = written or (lambda value: amount(value, unit))
        plans = [_known(Plan(*plan)) for plan in plans]
        limit = limit if limit is None or math.isfinite(limit) else None
        self._scale(plans, limit, along)
        self._draw(plans)
        self._draw_limit(limit, limit_name)
        self._list(plans, limit, limit_name)
        self._say(plans, limit, limit_name, along)

    def _scale(self, plans: Sequence[Plan], limit: float | None, along: str) -> None:
        """Set the axis to what is shown, and write its ticks."""
        ends = [value for plan in plans for value in (*plan.values, plan.p50, plan.p80) if value is not None]
        ends += [] if limit is None else [limit]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        edge = 0.03 * (high - low) or 1.0
        self.reach(self._axes, (low - edge, high + edge), (0, 1.04))
        area = self.area(self._axes)
        ticks = self._axes.xaxis.get_major_locator()() if ends else ()
        ticks = [tick for tick in ticks if low - edge <= tick <= high + edge]
        room = (area.right - area.left) / max(len(ticks), 1)
        for text, tick in zip(self._ticks.take(len(ticks)), ticks, strict=True):
            x, _ = self.to_pixels(self._axes, tick, 0)
            self.write(text, self._worded(tick), x, area.bottom - 15, room - 6)
        self.write(self._up, "share of runs above", 12, area.top + 16)
        self.write(self._along, along, area.left, area.bottom - 40, area.right - area.left)

    def _draw(self, plans: Sequence[Plan]) -> None:
        for at, (line, dots) in enumerate(zip(self._lines, self._dots, strict=True)):
            plan = plans[at] if at < len(plans) else Plan("", (), ())
            # Below the least run all runs are above: the curve comes down from there.
            steps = [(plan.values[0], 1.0)] if plan.values else []
            steps += zip(plan.values, plan.shares, strict=True)
            marks = zip(plan[3:5], (share for _, share in LEVELS), strict=True)
            marks = [mark for mark in marks if mark[0] is not None]
            for artist, points in ((line, steps), (dots, marks)):
                points = [self.to_pixels(self._axes, *point) for point in points]
                self.trace(artist, [x for x, _ in points], [y for _, y in points])

    def _draw_limit(self, limit: float | None, name: str) -> None:
        if limit is None:
            self.trace(self._limit, [], [])
            self.write(self._limit_name, "", 0, 0)
            return
        area = self.area(self._axes)
        x, _ = self.to_pixels(self._axes, limit, 0)
        self.trace(self._limit, [x, x], [area.bottom, area.top + 8])
        said, room = f"{one_line(name)} {self._worded(limit)}", area.right - area.left - 130
        words = self.cut(said, room, self._limit_name)
        left = min(x + 6, area.right + 20 - self.width_of(self._limit_name, words))
        # Clear of the words at the upper left, which head the axis.
        self.write(self._limit_name, words, max(left, 150), area.top + 16)

    def _list(self, plans: Sequence[Plan], limit: float | None, limit_name: str) -> None:
        """Write beside the curves what each comes to."""
        left, top = self.width - MARGINS["right"] + 34, self.height - 58
        room, shown = self.width - 14 - left - 34, plans[:CURVES]
        texts = (pool.take(len(shown)) for pool in (self._names, self._facts))
        for at, (plan, name, facts) in enumerate(zip(shown, *texts, strict=True)):
            y = top - at * BLOCK
            self.trace(self._keys[at], [left, left + 26], [y, y])
            self.write(name, plan.name, left + 34, y, room)
            self.write(facts, " · ".join(self._figures(plan, limit)), left + 34, y - 16, room)
        for key in self._keys[len(shown) :]:
            self.trace(key, [], [])
        more = len(plans) - len(shown)
        self.write(self._more, f"and {more} more" if more else "", left, 18)

    def _figures(self, plan: Plan, limit: float | None) -> list[str]:
        figures = [
            f"{name} {self._worded(value)}"
            for (name, _), value in zip(LEVELS, plan[3:5], strict=True)
            if value is not None
        ]
        over = plan.above is not None and limit is not None
        return figures + ([f"{percent(plan.above)} above"] if over else [])

    def _say(self, plans: Sequence[Plan], limit: float | None, limit_name: str, along: str) -> None:
        if not plans:
            self.title("No run yet")
            self.alt = "No run yet."
            return
        self.title(f"{one_line(along)}: how likely it is to be above a value")
        said = [f"{one_line(plan.name)}: {self._whole(plan, limit)}" for plan in plans]
        line = "" if limit is None else f"{one_line(limit_name)} {self._worded(limit)}"
        self.alt = sentences([self._title.get_text(), line[:1].upper() + line[1:], *said])

    def _whole(self, plan: Plan, limit: float | None) -> str:
        ends = (
            [f"from {self._worded(plan.values[0])} to {self._worded(plan.values[-1])}"] if plan.values else []
        )
        return ", ".join(ends + self._figures(plan, limit)) or "no run"


def _known(plan: Plan) -> Plan:
    """Return a plan of plain numbers, without points and marks that are not finite."""
    values, shares = (np.asarray(part, float).tolist() for part in plan[1:3])
    points = zip(values, shares, strict=True)
    points = [point for point in points if all(map(math.isfinite, point))]
    marks = [None if one is None or not math.isfinite(one) else float(one) for one in plan[3:]]
    return Plan(plan.name, [value for value, _ in points], [share for _, share in points], *marks)
