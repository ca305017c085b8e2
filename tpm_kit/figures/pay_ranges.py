"""Ranges of pay, one row for an occupation or a place, with an offer held against them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import MaxNLocator

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.labels import Box
from tpm_kit.figures.paragraph import SMALL, STEP, Paragraph
from tpm_kit.figures.pay_range_shapes import Shape, shape, whisker
from tpm_kit.figures.pay_range_words import PayRow, heading, pay_row, placed, said, the_key, worded
from tpm_kit.figures.words import drawable, one_line, sentences

__all__ = ["PayRanges", "PayRow", "pay_row", "placed"]

NAMES, NOTES, PLACES = 320, 150, 190
"""The most room for names on the left, for notes on the right, and for notes with places of the offer."""
ENDS = 66
"""Room for the value at either end of a band."""
HEAD, FOOT, ROW = 100, 50, 48
THIN, THICK, MEDIAN = 8, 16, 22
"""Heights of a band, of its middle half and of the median's line."""
FARTHEST = 2
"""An offer of more than so many times the highest figure would squeeze all others: it is off the scale."""
TICKS = 10
"""The scale seldom has more ticks than that."""
OFFER = 4.5
"""What follows a slider lies above the rest, which then need not be drawn anew."""


class PayRanges(Chart):
    """A band from the 10th to the 90th percentile for each row, the middle half thick, the median a line.

    A band whose upper end the source cut off has an arrow there. `update` is fast where only the offer moved.
    """

    def __init__(self, width: int = 960) -> None:
        super().__init__(width, HEAD + FOOT + ROW)
        self._shade = self.bar("series4", alpha=0.16, zorder=0.4)
        self._grid = self.pool(lambda: self.line("edge", 0.8, zorder=0.5))
        self._ticks = self.pool(lambda: self.text("grey", ha="center"))
        self._grid.take(TICKS), self._ticks.take(TICKS)
        self._key = Paragraph(self, most=2)
        self._along = self.text("grey", size=SMALL)
        self._source = Paragraph(self)
        self._names, self._unders = self.pool(self.text), self.pool(self._small)
        [self._like] = self._names.take(1)
        self._notes = [self.pool(lambda: self._small(ha="right")) for _ in range(2)]
        self._thin = self.pool(lambda: self.bar("series0", alpha=0.4))
        self._thick = self.pool(lambda: self.bar("series0", alpha=0.75))
        self._outlines = self.line("ink", 1.6)
        self._medians = self.line("ink", 3, solid_capstyle="butt")
        self._whiskers = self.line("series1", 1.6)
        self._means = self._marks("series1", "D", 5)
        self._arrows = self._marks("series0", ">", 9)
        self._none = self.pool(self._small)
        self._places = self.pool(lambda: self._small("ink", ha="right", zorder=OFFER))
        self._lows = self.pool(lambda: self._small(ha="right"))
        self._highs = self.pool(lambda: self._small())
        self._middles = self.pool(lambda: self._small("ink", ha="center", bold=True))
        self._band_name = self._small("series4", zorder=OFFER)
        self._offer = self.line("series4", 2.6, zorder=OFFER)
        self._offer_name = self.text("series4", bold=True, zorder=OFFER)

    def _small(self, role: str = "grey", **style: Any) -> Any:
        return self.text(role, size=SMALL, **style)

    def _marks(self, role: str, marker: str, size: float) -> Any:
        marks = self.line(role, linestyle="", marker=marker, markersize=size, markeredgewidth=0)
        return self.paint(marks, color=role, markerfacecolor=role)

    def update(
        self,
        rows: Sequence[PayRow | tuple[Any, ...]],
        offer: float | None = None,
        offer_name: str = "your offer",
        band: tuple[float, float] | None = None,
        band_name: str = "to negotiate in",
        means: bool = False,
        counted: str = "jobs",
        along: str = "US dollars a year, base pay before tax",
        citation: str = "",
        title: str = "",
        between: tuple[str, str] | None = None,
    ) -> None:
        """Show the rows in their order; none shows an empty chart.

        `offer` is a line through all rows, in their unit; `band` a stretch of pay from low to high, shaded.
        None leaves either out. With `means` the mean of each row is drawn, too, with the 95 % range that its
        standard error gives. `counted` says what `jobs` counts, `along` is the unit. `citation` stands
        below, on up to four lines. Without `title`, the chart says itself what it shows. `between` outlines
        the stretch between two percentiles in each row, such as ("p50", "p75").
        """
        rows = [PayRow(*one) for one in rows]
        shapes = [shape(row) for row in rows]
        offer = offer if offer is not None and math.isfinite(offer) else None
        band = tuple(sorted(band)) if band is not None and all(map(math.isfinite, band)) else None
        room = self.width - 24
        lines = len(self._source.lines(citation, room))
        self.fit(HEAD + FOOT + ROW * max(1, len(rows)) + STEP * lines)
        self._floor, self._roof = FOOT + STEP * lines, self.height - HEAD
        spans = [whisker(row) for row in rows] if means else []
        self._scale(rows, shapes, spans, [one for one in (offer, *(band or ())) if one is not None], counted)
        filled = any(shapes) or offer is not None or band is not None
        self._frame(filled, along, citation)
        self._key.write(the_key(rows, means, between) if any(shapes) else "", 12, self.height - 30, room)
        self._draw_names(rows, shapes)
        self._draw_notes(rows, counted)
        self._draw_bands(rows, shapes)
        self._draw_outlines(rows, between)
        self._draw_means(rows, spans)
        self._draw_offer(offer, offer_name, self._draw_ends(rows, shapes))
        self._draw_band(band, band_name)
        self.title(title or heading(rows))
        marks = [] if offer is None else [f"{one_line(offer_name)} {worded(offer)}"]
        marks += [f"{one_line(band_name)} {worded(band[0])} to {worded(band[1])}"] if band else []
        self.alt = sentences(
            [
                one_line(title or heading(rows)),
                *(mark[:1].upper() + mark[1:] for mark in marks),
                *(said(row, counted) for row in rows),
                one_line(along)[:1].upper() + one_line(along)[1:] if rows else "",
                one_line(citation),
            ]
        )

    # Where things lie --------------------------------------------------------------------------------------

    def _scale(
        self,
        rows: Sequence[PayRow],
        shapes: Sequence[Shape | None],
        spans: Sequence[tuple[float, float] | None],
        marks: Sequence[float],
        counted: str,
    ) -> None:
        """Find the room for names and notes, and whole steps between these: they stand still for a while."""
        like = self._along
        wide = [self.width_of(self._like, drawable(row.name[:60])) for row in rows]
        wide += [self.width_of(like, drawable(row.under[:60])) for row in rows]
        self._left = 12 + min(max(wide, default=0) + 14, NAMES) + ENDS
        notes = [note for row in rows for note in row.notes(counted)]
        most = min(max((self.width_of(like, drawable(note)) + 14 for note in notes), default=0), NOTES)
        self._side = PLACES if any(row.place for row in rows) else most
        self._right = self.width - 14 - self._side - ENDS
        ends = [end for one in shapes if one for end in one[:2]] + [
            end for span in spans for end in span or ()
        ]
        highest = max(ends, default=max(marks, default=0.0))
        ends += [mark for mark in marks if 0 <= mark <= FARTHEST * highest]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        if high == low:
            low, high = low - 0.1 * abs(low) - 1, high + 0.1 * abs(high) + 1
        count = max(2, int((self._right - self._left) / 84))
        self._steps = MaxNLocator(count, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high).tolist()
        self._low, self._high = self._steps[0], self._steps[-1]

    def _x(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return self._left + share * (self._right - self._left)

    def _y(self, at: int) -> float:
        """Return the level of a row's band; the median stands above it, the mean below."""
        return self._roof - ROW * (at + 0.5) - 3

    # What is drawn -----------------------------------------------------------------------------------------

    def _frame(self, filled: bool, along: str, citation: str) -> None:
        ticks = self._steps if filled else []
        for line, tick in zip(self._grid.take(len(ticks)), ticks, strict=True):
            self.trace(line, [self._x(tick)] * 2, [self._floor, self._roof])
        room = (self._x(ticks[1]) - self._x(ticks[0]) if ticks[1:] else ENDS) - 6
        for text, tick in zip(self._ticks.take(len(ticks)), ticks, strict=True):
            self.write(text, worded(tick), self._x(tick), self._floor - 12, room)
        self.write(
            self._along, along if filled else "", self._left, self._floor - 30, self.width - self._left
        )
        self._source.write(citation, 12, self._floor - FOOT + 6, self.width - 24)

    def _draw_names(self, rows: Sequence[PayRow], shapes: Sequence[Shape | None]) -> None:
        room = self._left - ENDS - 16
        pools = (pool.take(len(rows)) for pool in (self._names, self._unders, self._none))
        for at, (row, one, name, under, none) in enumerate(zip(rows, shapes, *pools, strict=True)):
            y = self._y(at)
            self.write(name, row.name, 12, y + 8 * bool(row.under), room)
            self.write(under, row.under, 12, y - 9, room)
            self.write(none, "" if one else "no pay published", self._left + 6, y)

    def _draw_notes(self, rows: Sequence[PayRow], counted: str) -> None:
        x, room = self.width - 14, self._side
        pools = (pool.take(len(rows)) for pool in (*self._notes, self._places))
        for at, (row, *texts) in enumerate(zip(rows, *pools, strict=True)):
            notes = [*row.notes(counted), row.place]
            filled = [note for note in notes if note]
            level = self._y(at) + 7.5 * (len(filled) - 1)
            for text, note in zip(texts, notes, strict=True):
                self.write(text, note, x, level, room)
                level -= STEP * bool(note)

    def _draw_bands(self, rows: Sequence[PayRow], shapes: Sequence[Shape | None]) -> None:
        shown = [(self._y(at), one) for at, one in enumerate(shapes) if one]
        pools = (pool.take(len(shown)) for pool in (self._thin, self._thick))
        for (y, one), thin, thick in zip(shown, *pools, strict=True):
            left, right, start, end = (self._x(value) for value in (*one[:2], *one.thick))
            self.lay(thin, left, y - THIN / 2, max(right - left, 1), THIN)
            self.lay(thick, start, y - THICK / 2, end - start, THICK)
        tips = [(self._x(one.right) + 4, y) for y, one in shown if one.open]
        self.trace(self._arrows, [x for x, _ in tips], [y for _, y in tips])
        medians = [(at, row.known("p50")) for at, row in enumerate(rows)]
        middles = [(self._x(value), self._y(at)) for at, value in medians if value is not None]
        across = [each for x, _ in middles for each in (x, x, math.nan)]
        up = [each for _, y in middles for each in (y - MEDIAN / 2, y + MEDIAN / 2, math.nan)]
        self.trace(self._medians, across, up)

    def _draw_outlines(self, rows: Sequence[PayRow], between: tuple[str, str] | None) -> None:
        across: list[float] = []
        up: list[float] = []
        for at, row in enumerate(rows if between else ()):
            low, high = (row.known(key) for key in between)
            if low is None or high is None:
                continue
            (left, right), y = (self._x(low), self._x(high)), self._y(at)
            across += [left, right, right, left, left, math.nan]
            up += [y - THICK / 2 - 2] * 2 + [y + THICK / 2 + 2] * 2 + [y - THICK / 2 - 2, math.nan]
        self.trace(self._outlines, across, up)

    def _draw_means(self, rows: Sequence[PayRow], spans: Sequence[tuple[float, float] | None]) -> None:
        shown = [(at, span) for at, span in enumerate(spans) if span]
        across = [each for _, span in shown for each in (self._x(span[0]), self._x(span[1]), math.nan)]
        up = [each for at, _ in shown for each in (self._y(at) - 17, self._y(at) - 17, math.nan)]
        self.trace(self._whiskers, across, up)
        self.trace(
            self._means, [self._x(sum(span) / 2) for _, span in shown], [self._y(at) - 17 for at, _ in shown]
        )

    def _draw_offer(self, offer: float | None, name: str, taken: Sequence[Box]) -> None:
        """Draw the offer as an upright line with gaps where words stand, which then need not give way."""
        level, inside = self._roof + 12, offer is not None and self._low <= offer <= self._high
        x = self._x(offer) if inside else 0.0
        words = "" if offer is None else f"{one_line(name)} {worded(offer)}"
        if offer is not None and not inside:
            words = f"◂ {words}, off the scale" if offer < self._low else f"{words}, off the scale ▸"
            x = self._left if offer < self._low else self._right
        crossed = sorted((box.bottom, box.top) for box in taken if box.left - 3 < x < box.right + 3)
        ends = [self._floor, *(end for span in crossed for end in span), level + 8] if inside else []
        up = [each for pair in zip(ends[::2], ends[1::2], strict=True) for each in (*pair, math.nan)]
        self.trace(self._offer, [x] * len(up), up)
        self._beside(self._offer_name, words, x, level)

    def _draw_band(self, band: tuple[float, float] | None, name: str) -> None:
        low, high = (min(max(end, self._low), self._high) for end in band or (0, 0))
        if self._shade.get_visible() != (band is not None):
            self._shade.set_visible(band is not None)
        words = f"{one_line(name)}: {worded(band[0])} to {worded(band[1])}" if band else ""
        left = self._x(low)
        self.lay(self._shade, left, self._floor, max(self._x(high) - left, 1), self._roof + 22 - self._floor)
        self._beside(self._band_name, words, left - 6, self._roof + 30)

    def _beside(self, text: Any, words: str, x: float, y: float) -> None:
        """Write words to the right of an upright line, or to its left where there is no room."""
        words = self.cut(words, self.width - 36, text)
        wide = self.width_of(text, words)
        self.write(text, words, x + 6 if x + 6 + wide < self.width - 12 else max(12, x - 6 - wide), y)

    def _draw_ends(self, rows: Sequence[PayRow], shapes: Sequence[Shape | None]) -> list[Box]:
        """Write the values at both ends of each band and at its median, and return the room they take."""
        taken = []
        pools = (pool.take(len(rows)) for pool in (self._lows, self._highs, self._middles))
        for at, (row, one, low, high, middle) in enumerate(zip(rows, shapes, *pools, strict=True)):
            y, median = self._y(at), row.known("p50")
            closed = one and one.left < one.right and row.known("p10") is not None
            taken.append(
                self._value(low, one.left if closed else None, self._x(one.left) - 6 if one else 0, y)
            )
            ends = one and (one.open or (one.left < one.right and row.known("p90") is not None))
            x = self._x(one.right) + (12 if one.open else 6) if one else 0
            taken.append(self._value(high, one.right if ends else None, x, y, "≥ " * bool(one and one.open)))
            taken.append(self._value(middle, median, 0 if median is None else self._x(median), y + 19))
        return [box for box in taken if box.left < box.right]

    def _value(self, text: Any, value: float | None, x: float, y: float, before: str = "") -> Box:
        """Write a value, and return the box that it takes."""
        words = "" if value is None else self.cut(before + worded(value), ENDS + 20, text)
        self.write(text, words, x, y)
        wide = self.width_of(text, words) if words else 0.0
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[text.get_ha()] * wide
        return Box(left, y - 7, left + wide, y + 7)
