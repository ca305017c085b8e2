"""Tornado: what each uncertainty alone does to a result, the widest bar on top."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from matplotlib.ticker import MaxNLocator

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import amount, listed, one_line, sentences

NAMES, NOTES = 256, 112
"""Room for the names on the left, and for the notes on the right."""
ENDS = 78
"""Room for the value at either end of a bar."""
HEAD, FOOT, ROW, BAR = 84, 62, 30, 16
"""Room above the rows and below them, and the heights of a row and of its bar."""
TICKS = 8
"""The scale has no more ticks than that."""
MARKS = 2
"""So many lines can be drawn besides the base."""
MOVING, ABOVE = 4, 4.5
"""What follows a slider lies above the rest, which then need not be drawn anew."""
GAP = 24
ALONE = "Each moves alone here, the others hold still: what only happens together is not seen."


class Bar(NamedTuple):
    """An uncertainty with the result at its low and at its high end; `note` is a word beside it."""

    name: str
    low: float
    high: float
    note: str = ""


class Mark(NamedTuple):
    """A line to hold the bars against, such as a date."""

    name: str
    at: float


class Tornado(Chart):
    """Bars around the base: what lies above it hatched, with the values at both ends, and up to two lines.

    The first `most` bars are drawn; the text names them all.
    """

    def __init__(self, width: int = 860, most: int = 15) -> None:
        super().__init__(width, HEAD + FOOT)
        self._most = most
        self._grid = self.pool(lambda: self.line("edge", 0.8, zorder=0.5))
        self._ticks = self.pool(lambda: self.text("grey", ha="center"))
        self._ticks.take(TICKS), self._grid.take(TICKS)
        self._along = self.text("grey", size=12)
        self._key = self.text("grey", size=12)
        self._notes_head = self.text("grey", size=12, ha="right")
        strokes = [("ink", 1.4, "-"), ("ink", 1.8, "--"), ("series4", 2.6, "-")]
        self._lines = [self.line(role, wide, linestyle=one, zorder=ABOVE) for role, wide, one in strokes]
        self._swatches = [self.line(role, wide, linestyle=one) for role, wide, one in strokes]
        self._words = [self.text(size=12, bold=at > 0) for at in range(1 + MARKS)]
        self._names = self.pool(self.text)
        self._notes = self.pool(lambda: self.text("grey", ha="right", zorder=MOVING))
        self._below = self.pool(lambda: self._bar("series3", "series3", alpha=0.7))
        # A hatch takes the colour of the edge.
        self._above = self.pool(lambda: self._bar("series1", "paper", alpha=0.9, hatch="////"))
        self._lows = self.pool(lambda: self.text(size=12, ha="right", zorder=ABOVE))
        self._highs = self.pool(lambda: self.text(size=12, zorder=ABOVE))

    def _bar(self, role: str, edge: str, **style: Any) -> Any:
        bar = self.bar(role, linewidth=0.9, zorder=MOVING, **style)
        return self.paint(bar, facecolor=role, edgecolor=edge)

    def update(
        self,
        bars: Sequence[Bar | tuple[Any, ...]],
        base: float | None = None,
        marks: Sequence[Mark | tuple[Any, ...]] = (),
        base_name: str = "base",
        along: str = "Finish",
        notes: str = "",
        written: Callable[[float], str] | None = None,
        unit: str = "",
    ) -> None:
        """Show the bars in their order, the widest first; none shows an empty chart.

        `base` is the result with all at rest; None leaves its line out. The first two `marks` are drawn, and
        all are said; those that are not finite are left out, as are such bars. `along` says what the values
        are, `notes` what the notes are. `written` turns a value into words, "€4,200" or "15 Mar"; without it
        values are shown in `unit`.
        """
        self._worded = written or (lambda value: amount(round(value, 1), unit))
        bars = [bar for bar in (Bar(*one) for one in bars) if all(map(math.isfinite, bar[1:3]))]
        base = base if base is None or math.isfinite(base) else None
        marks = [mark for mark in (Mark(*one) for one in marks) if math.isfinite(mark.at)]
        shown = bars[: self._most]
        self.fit(HEAD + FOOT + ROW * max(1, len(shown)))
        lines = [*([] if base is None else [(0, Mark(base_name, base))]), *enumerate(marks[:MARKS], start=1)]
        self._scale(shown, [line.at for _, line in lines])
        self._frame(bool(shown or lines), along, notes if shown else "")
        self._draw_lines(lines)
        self._draw(shown, base, [self._x(line.at) for _, line in lines])
        more = len(bars) - len(shown)
        key = "plain: below the base · hatched: above it" if shown and base is not None else ""
        self.write(self._key, key + f" · and {more} more below" * bool(more), 12, 14, self.width - 24)
        self._say(bars, base, marks, base_name, along, notes)

    def _scale(self, bars: Sequence[Bar], lines: Sequence[float]) -> None:
        values = [value for bar in bars for value in bar[1:3]] + list(lines)
        low, high = min(values, default=0.0), max(values, default=0.0)
        if high == low:
            low, high = low - 1, high + 1
        # Whole steps, so that the scale stands still while a slider moves the bars a little.
        self._steps = MaxNLocator(TICKS - 3, steps=[1, 2, 5, 10]).tick_values(low, high).tolist()
        self._low, self._high = self._steps[0], self._steps[-1]
        self._left, self._right = NAMES + ENDS, self.width - NOTES - ENDS
        self._floor, self._roof = FOOT, self.height - HEAD

    def _x(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return self._left + share * (self._right - self._left)

    def _frame(self, filled: bool, along: str, notes: str) -> None:
        """Draw faint upright lines with their values below."""
        ticks = self._steps if filled else []
        for line, tick in zip(self._grid.take(len(ticks)), ticks, strict=True):
            self.trace(line, [self._x(tick)] * 2, [self._floor, self._roof])
        room = (self._x(ticks[1]) - self._x(ticks[0]) if ticks[1:] else ENDS) - 6
        for text, tick in zip(self._ticks.take(len(ticks)), ticks, strict=True):
            self.write(text, self._worded(tick), self._x(tick), self._floor - 12, room)
        words = along if filled else ""
        self.write(self._along, words, self._left, self._floor - 30, self._right - self._left + ENDS)
        self.write(self._notes_head, notes, self.width - 14, self._roof + 10, NOTES - 20)

    def _draw_lines(self, lines: Sequence[tuple[int, Mark]]) -> None:
        """Draw the base and the marks, with a key above: beside the lines their words would meet."""
        kept = dict(lines)
        left = 12.0
        room = (self.width - 24) / max(len(kept), 1) - 32
        for at, (line, swatch, text) in enumerate(zip(self._lines, self._swatches, self._words, strict=True)):
            if at not in kept:
                self.trace(line, [], [])
                self.trace(swatch, [], [])
                self.write(text, "", 0, 0)
                continue
            x, y = self._x(kept[at].at), self.height - 46
            self.trace(line, [x, x], [self._floor, self._roof + 4])
            self.trace(swatch, [left + 4, left + 4], [y - 8, y + 8])
            self.write(text, self._mark(kept[at]), left + 12, y, room)
            left += 12 + self.width_of(text) + GAP

    def _mark(self, mark: Mark) -> str:
        return f"{one_line(mark.name)} {self._worded(mark.at)}".strip()

    def _draw(self, bars: Sequence[Bar], base: float | None, lines: Sequence[float]) -> None:
        pools = (self._names, self._notes, self._below, self._above, self._lows, self._highs)
        artists = (pool.take(len(bars)) for pool in pools)
        for at, (bar, name, note, below, above, low, high) in enumerate(zip(bars, *artists, strict=True)):
            y = self._roof - ROW * (at + 0.5)
            ends = sorted(bar[1:3])
            middle = min(max(ends[0] if base is None else base, ends[0]), ends[1])
            left, part, right = (self._x(value) for value in (ends[0], middle, ends[1]))
            self.lay(below, left, y - BAR / 2, part - left, BAR)
            self.lay(above, part, y - BAR / 2, right - part, BAR)
            self.write(name, bar.name, 12, y, NAMES - 18)
            self.write(note, bar.note, self.width - 14, y, NOTES - 20)
            words = self._ends(bar, ends, base)
            for text, word, x in zip((low, high), words, (left, right), strict=True):
                self._write_end(text, word, x, y, lines)

    def _ends(self, bar: Bar, ends: Sequence[float], base: float | None) -> tuple[str, str]:
        """Return the words at both ends of a bar; an end at the base is told by its line."""
        if not self._moves(bar):
            return "", "moves nothing"
        apart = [base is None or abs(self._x(end) - self._x(base)) > 0.5 for end in ends]
        low, high = (self._worded(end) if far else "" for end, far in zip(ends, apart, strict=True))
        return low, high

    def _write_end(self, text: Any, words: str, x: float, y: float, lines: Sequence[float]) -> None:
        """Write words beside the end of a bar, clear of the lines as far as there is room."""
        words = self.cut(words, ENDS + 14, text)
        wide, step = self.width_of(text, words), 1 if text.get_ha() == "left" else -1
        at = x + 6 * step
        for line in sorted(lines, key=lambda line: line * step):
            if -4 < (line - at) * step < wide + 4:
                at = line + 6 * step
        low, high = NAMES, self.width - NOTES + 16
        out = at + wide > high if step > 0 else at - wide < low
        self.write(text, words, x + 6 * step if out else at, y)

    def _moves(self, bar: Bar) -> bool:
        """Say whether the two ends of a bar can be told apart in the picture."""
        return abs(self._x(bar.high) - self._x(bar.low)) > 0.5

    def _say(
        self,
        bars: Sequence[Bar],
        base: float | None,
        marks: Sequence[Mark],
        base_name: str,
        along: str,
        notes: str,
    ) -> None:
        if not bars:
            self.title("Nothing is uncertain yet")
            self.alt = sentences(
                ["Nothing is uncertain yet", *(_first_up(self._mark(mark)) for mark in marks)]
            )
            return
        first = one_line(bars[0].name)
        title = f"{first} moves it most" if self._moves(bars[0]) else "Nothing moves it alone"
        self.title(f"{one_line(along)}: {title}")
        lines = [*([] if base is None else [Mark(base_name, base)]), *marks]
        said = listed(self._mark(line) for line in lines)
        rows = [f"{one_line(bar.name)}: " + self._span(bar) + self._note(bar, notes) for bar in bars]
        self.alt = sentences([self._title.get_text(), _first_up(said), *rows, ALONE])

    def _span(self, bar: Bar) -> str:
        if not self._moves(bar):
            return "moves nothing"
        low, high = self._worded(bar.low), self._worded(bar.high)
        return f"hardly moves it from {low}" if low == high else f"from {low} to {high}"

    def _note(self, bar: Bar, notes: str) -> str:
        return f" ({one_line(f'{notes} {bar.note}')})" if bar.note else ""


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
