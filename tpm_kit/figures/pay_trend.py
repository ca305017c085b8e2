"""Pay over the years: as it was paid, and in the prices of one year.

A line ends where figures cannot be compared, such as before a new method of estimation, and where a year is
not published. A figure that the source cut off at a ceiling is an arrow that stands alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import MaxNLocator

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.labels import spread
from tpm_kit.figures.paragraph import SMALL, STEP, Paragraph
from tpm_kit.figures.pay_trend_words import PayLine, YearPay, gaps, heading, said, the_key, worded
from tpm_kit.figures.words import one_line, sentences

__all__ = ["PayLine", "PayTrend", "YearPay"]

LEFT, RIGHT, HEAD, PLOT, FOOT = 84, 290, 88, 250, 40
"""Room beside, above and below the plot, and its height."""
EDGE = 20
"""Room within the plot for the values of points at its edges."""
TICKS = 5
MOVING = 4
"""What follows a slider, the real pay, lies above the rest, which then need not be drawn anew."""
Point = tuple[float, float]
APART: Point = (math.nan, math.nan)


class PayTrend(Chart):
    """Nominal pay as solid lines, real pay as dashed ones, with gaps and arrows. One line has its values
    beside its points; of several, each has its name and its last figure at its end."""

    def __init__(self, width: int = 900) -> None:
        super().__init__(width, HEAD + PLOT + FOOT)
        self._grid = self.pool(lambda: self.line("edge", 0.8, zorder=0.5))
        self._ticks = self.pool(lambda: self.text("grey", ha="right"))
        self._years = self.pool(lambda: self.text("grey", ha="center"))
        self._breaks = self.pool(lambda: self.line("faint", 1.2, linestyle=(0, (1, 3)), zorder=0.6))
        self._grid.take(TICKS + 3), self._ticks.take(TICKS + 3), self._years.take(12), self._breaks.take(2)
        self._key, self._gaps, self._source = Paragraph(self, most=2), Paragraph(self), Paragraph(self)
        self._along = self.text("grey", size=SMALL)
        self._leads = self.pool(lambda: self.line("faint", 0.8, zorder=1))
        self._names = self.pool(self.text)
        self._name = Paragraph(self, "ink", most=3)
        self._lasts = self.pool(lambda: self.text("grey", size=SMALL))
        self._nominal = self.pool(lambda: self.line("ink", 2.2, marker="o", markersize=4.5))
        self._nominal_cut = self.pool(lambda: self._arrows(full=True))
        self._real = self.pool(
            lambda: self.line("ink", 1.6, linestyle=(0, (4, 2)), marker="s", markersize=3.4, zorder=MOVING)
        )
        self._real_cut = self.pool(lambda: self._arrows(full=False))
        self._values = self.pool(lambda: self.text(size=SMALL, ha="center", zorder=MOVING))

    def _arrows(self, full: bool) -> Any:
        marks = self.line("ink", linestyle="", marker="^", markersize=7.5, zorder=2 if full else MOVING)
        marks.set_fillstyle("full" if full else "none")
        return marks

    def update(
        self,
        lines: Sequence[PayLine | tuple[Any, ...]],
        prices_of: int | None = None,
        along: str = "US dollars a year, base pay before tax",
        measure: str = "Median",
        citation: str = "",
        title: str = "",
    ) -> None:
        """Show the lines; none shows an empty chart.

        `prices_of` is the year in whose prices `real` is, None if no line has any: then no real pay is drawn.
        `along` is the unit, `measure` what of pay is shown. `citation` stands below, on up to four lines.
        Without `title`, the chart says itself what it shows.
        """
        lines = [PayLine(*one).tidy(prices_of is not None) for one in lines]
        room, notes = self.width - 24, gaps(lines)
        count = sum(
            len(one.lines(words, room)) for one, words in ((self._gaps, notes), (self._source, citation))
        )
        self.fit(HEAD + PLOT + FOOT + STEP * count)
        self._floor, self._roof = self.height - HEAD - PLOT, self.height - HEAD
        self._scale(lines)
        self._frame(lines, f"{one_line(measure)}, {one_line(along)}")
        self._key.write(the_key(lines, prices_of), 12, self.height - 30, room)
        used = self._gaps.write(notes, 12, self._floor - FOOT + 12, room)
        self._source.write(citation, 12, self._floor - FOOT + 12 - STEP * used, room)
        self._draw_lines(lines)
        self._draw_names(lines)
        self._draw_values(lines[0].years if len(lines) == 1 else ())
        words = one_line(title or heading(lines, one_line(measure), prices_of))
        self.title(words)
        self.alt = sentences(
            [
                words,
                *(said(line, prices_of) for line in lines),
                notes,
                f"{one_line(measure)}, {one_line(along)}" if lines else "",
                one_line(citation),
            ]
        )

    # Where things lie --------------------------------------------------------------------------------------

    def _scale(self, lines: Sequence[PayLine]) -> None:
        years = [one.year for line in lines for one in line.years] or [0]
        self._first, self._last = min(years), max(years)
        values = [v for line in lines for one in line.years for v in (one.nominal, one.real) if v is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        if low == high:
            low, high = low - 0.1 * abs(low) - 1, high + 0.1 * abs(high) + 1
        self._steps = MaxNLocator(TICKS, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high).tolist()

    def _x(self, year: float) -> float:
        wide = self.width - RIGHT - LEFT - 60
        share = (year - self._first) / (self._last - self._first) if self._last > self._first else 0.5
        return LEFT + 30 + share * wide

    def _y(self, value: float) -> float:
        low, high = self._steps[0], self._steps[-1]
        return self._floor + EDGE + (value - low) / (high - low) * (PLOT - 2 * EDGE)

    # What is drawn -----------------------------------------------------------------------------------------

    def _frame(self, lines: Sequence[PayLine], along: str) -> None:
        filled = any(one.nominal is not None for line in lines for one in line.years)
        steps = self._steps if filled else []
        right = self.width - RIGHT
        for line, text, step in zip(
            self._grid.take(len(steps)), self._ticks.take(len(steps)), steps, strict=True
        ):
            self.trace(line, [LEFT, right], [self._y(step)] * 2)
            self.write(text, worded(step), LEFT - 8, self._y(step), LEFT - 12)
        begins = f"; the scale begins at {worded(steps[0])}" if steps and steps[0] else ""
        self.write(self._along, along + begins if filled else "", 12, self._roof + 16, self.width - 24)
        span = range(self._first, self._last + 1) if self._last - self._first < 12 else ()
        found = MaxNLocator(8, integer=True).tick_values(self._first, self._last)
        years = list(span) or [year for year in found if self._first <= year <= self._last]
        years = years if any(line.years for line in lines) else []
        for text, year in zip(self._years.take(len(years)), years, strict=True):
            self.write(text, f"{year:.0f}", self._x(year), self._floor - 14)
        parts = sorted({one.year for line in lines for one in line.breaks()})
        for line, year in zip(self._breaks.take(len(parts)), parts, strict=True):
            self.trace(line, [self._x(year - 0.5)] * 2, [self._floor, self._roof])

    def _draw_lines(self, lines: Sequence[PayLine]) -> None:
        for kind, solid, cut in (
            ("nominal", self._nominal, self._nominal_cut),
            ("real", self._real, self._real_cut),
        ):
            artists = (pool.take(len(lines)) for pool in (solid, cut))
            for at, (line, joined, arrows) in enumerate(zip(lines, *artists, strict=True)):
                colour = f"series{at % SERIES}"
                for artist in (joined, arrows):
                    self.paint(artist, color=colour, markeredgecolor=colour)
                self.trace(joined, *zip(*(self._joined(line, kind) or [APART]), strict=True))
                alone = [(one.year, getattr(one, kind)) for one in line.years if one.censored]
                points = [(self._x(year), self._y(value)) for year, value in alone if value is not None]
                self.trace(arrows, [x for x, _ in points], [y for _, y in points])

    def _joined(self, line: PayLine, kind: str) -> list[Point]:
        """Return the points of a line, with a gap between two years that do not belong together."""
        points: list[Point] = []
        before: YearPay | None = None
        for one in line.years:
            value = getattr(one, kind)
            if value is None or one.censored:
                before = None
                continue
            if before is None or one.broken or one.year != before.year + 1:
                points.append(APART)
            points.append((self._x(one.year), self._y(value)))
            before = one
        return points

    def _draw_names(self, lines: Sequence[PayLine]) -> None:
        """Write each name at the end of its line, one below the other, and join them where they part.

        The name of the only line has room for three lines of text, and its last value stands at its point.
        """
        ends = [line.last() for line in lines]
        wanted = [self._floor + LINE / 2 if one is None else self._y(one.nominal) for one in ends]
        levels = spread(wanted, LINE + 2, self._floor + LINE / 2, self._roof)
        x = self.width - RIGHT + 22
        alone = lines[0].name if len(lines) == 1 else ""
        self._name.write(alone, x, levels[0] + STEP / 2 if alone else 0, self.width - 14 - x)
        pools = (pool.take(len(lines)) for pool in (self._leads, self._names, self._lasts))
        for at, (line, one, y, lead, name, last) in enumerate(zip(lines, ends, levels, *pools, strict=True)):
            value = "not published" if one is None else f"{'≥ ' * one.censored}{worded(one.nominal)}"
            room, alone = self.width - 14 - x, len(lines) == 1
            words = "" if alone and one is not None else self.cut(value, 96, last)
            self.write(name, "" if alone else line.name, x, y, room - self.width_of(last, words) - 8)
            beside = x + self.width_of(name) + 8 if name.get_text() else x
            self.write(last, words, beside, y - STEP * alone, room)
            self.paint(lead, color=f"series{at % SERIES}")
            self.trace(lead, *([[], []] if one is None else self._lead(one, x - 5, y)))

    def _lead(self, one: YearPay, x: float, y: float) -> tuple[list[float], list[float]]:
        return [self._x(one.year) + 6, self.width - RIGHT, x], [self._y(one.nominal)] * 2 + [y]

    def _draw_values(self, years: Sequence[YearPay]) -> None:
        """Write the values of the only line: the higher of a year above its point, the lower below it."""
        shown = []
        for one in years if len(years) <= 12 else ():
            higher = one.nominal is not None and one.real is not None and one.real > one.nominal
            if one.nominal is not None:
                shown.append((one, one.nominal, "ink", -14 if higher else 14))
            if one.real is not None and one.real != one.nominal:
                shown.append((one, one.real, "grey", 14 if higher else -14))
        room = (self._x(self._last) - self._x(self._first)) / max(1, self._last - self._first) - 4
        room = room if self._last > self._first else 120.0
        for text, (one, value, role, up) in zip(self._values.take(len(shown)), shown, strict=True):
            self.paint(text, color=role)
            self.write(
                text, "≥ " * one.censored + worded(value), self._x(one.year), self._y(value) + up, room
            )
