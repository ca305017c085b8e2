"""A Gantt chart: a bar for each item from its first day to its last, with what waits for what.

Times are dates, or whole numbers where there are none, such as those of sprints. Both ends of a bar belong to
it: from 2 to 3 it fills both.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Rectangle

from tpm_kit.figures.arrows import Arrow, Arrows, elbow
from tpm_kit.figures.chart import Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.time_grid import Period, Scale, Time, in_words, short, span
from tpm_kit.figures.words import drawable, listed, one_line, sentences

NAMES = 312
"""Where the bars begin; left of it stand the names."""
RIGHT = 58
"""Room right of the last day, for the date of a milestone there."""
HEAD, FOOT = 82, 48
"""Room above the rows for the title and the periods, and below them for today and the key."""
ROW, HEADING = 23, 28
BAR = 13


class Row(NamedTuple):
    """An item: a bar from `start` to `end`, both of them part of it, in a section.

    A `critical` one is outlined, and its name is bold: a delay there delays the end.
    """

    name: str
    start: Time
    end: Time
    section: str = ""
    critical: bool = False


class Milestone(NamedTuple):
    """A point in time without duration: the end of the day, or of the sprint, `at`."""

    name: str
    at: Time


class Gantt(Chart):
    """Items by section, dependencies as arrows, milestones as diamonds; as high as the rows need."""

    def __init__(self, width: int = 960) -> None:
        super().__init__(width, HEAD + FOOT + ROW)
        self._shades = self.pool(
            lambda: self.paint(self.put(Rectangle((0, 0), 0, 0, alpha=0.4, linewidth=0)), facecolor="edge")
        )
        self._rules = self.line("edge", 0.8, zorder=1.1)
        self._names_of_periods = self.pool(lambda: self.text("grey", size=12, bold=True))
        self._starts = self.pool(lambda: self.text("grey", size=12))
        self._headings = self.pool(lambda: self.text(bold=True))
        self._names = self.pool(self.text)
        self._drops = self.pool(lambda: self.line("faint", 1, linestyle=(0, (2, 3)), zorder=1.2))
        self._today = self.line("series4", 2, zorder=1.4)
        self._today_name = self.text("series4", size=12, bold=True)
        self._bars = self.pool(lambda: self.put(Rectangle((0, 0), 0, 0, alpha=0.5, linewidth=0, zorder=2)))
        self._edges = self.pool(lambda: self.put(Rectangle((0, 0), 0, 0, fill=False, zorder=2.1)))
        self._arrows = Arrows(self)
        self._diamonds = self.line(linestyle="", marker="D", markersize=6.5, zorder=2.6)
        self.paint(self._diamonds, markerfacecolor="ink", markeredgecolor="ink")
        self._dates = self.pool(lambda: self.text(size=12, bold=True))
        self._key = self.text("grey", size=12)

    def update(
        self,
        rows: Sequence[Row | tuple[Any, ...]],
        links: Sequence[tuple[int, int]] = (),
        milestones: Sequence[Milestone | tuple[Any, ...]] = (),
        today: Time | None = None,
        periods: Sequence[Period | tuple[Any, ...]] = (),
        first: Time | None = None,
        last: Time | None = None,
    ) -> None:
        """Show items and milestones, each with its dates in `alt`.

        `links` are pairs of positions in `rows`, from 0: an item, and one that waits for it. `periods` are
        the columns of the grid, such as sprints; without any they are weeks, or the numbers themselves. The
        axis reaches from `first` to `last` at least. Sections come in the order of their first item. Raises
        `ValueError` for an item that ends before it starts, and `TypeError` where dates and numbers are
        mixed.
        """
        rows, periods = [Row(*row) for row in rows], [Period(*period) for period in periods]
        stones = sorted((Milestone(*one) for one in milestones), key=lambda one: one.at)
        late = next((row for row in rows if row.end < row.start), None)
        if late:
            raise ValueError(f"{one_line(late.name)} ends before it starts: {late.start} to {late.end}")
        times = [time for one in (*rows, *periods) for time in (one.start, one.end)]
        ends = [time for time in (first, last) if time is not None]
        self._scale = Scale.over([*times, *ends, *(one.at for one in stones)], (NAMES, self.width - RIGHT))
        self._called = {one.start: one.name for one in periods if one.start == one.end and one.name}
        self._place(rows, stones)
        self._draw_grid(periods or self._scale.periods(), today)
        self._draw_milestones(stones)
        self._draw_rows(rows)
        self._draw_links(rows, links)
        self._say(rows, links, stones, today)

    def _place(self, rows: Sequence[Row], stones: Sequence[Milestone]) -> None:
        """Work out how high the figure is, and at which level each milestone, item and heading lies."""
        self._sections = list(dict.fromkeys(row.section for row in rows))
        groups = [("Milestones", [*range(-len(stones), 0)])] if stones else []
        groups += [
            (name, [at for at, row in enumerate(rows) if row.section == name]) for name in self._sections
        ]
        named = sum(bool(drawable(name)) for name, _ in groups)
        self.fit(HEAD + FOOT + HEADING * named + ROW * max(1, len(rows) + len(stones)))
        self._levels: dict[int, float] = {}
        self._heads: list[tuple[str, float]] = []
        y = self.height - HEAD
        for name, members in groups:
            if drawable(name):
                y -= HEADING
                self._heads.append((name, y + HEADING / 2 - 3))
            for at in members:
                y -= ROW
                self._levels[at] = y + ROW / 2

    def _draw_grid(self, periods: Sequence[Period], today: Time | None) -> None:
        """Draw the periods with their names and their first days, and the line of today."""
        top, scale = self.height - HEAD, self._scale
        spans = [(scale.x(one.start), scale.x(one.end, 1)) for one in periods]
        for box, (left, right) in zip(self._shades.take(len(spans) // 2), spans[1::2], strict=True):
            box.set_bounds(left, FOOT, right - left, top - FOOT)
        edges = sorted({x for span in spans for x in span})
        self._rules.set_data(
            [x for edge in edges for x in (edge, edge, math.nan)],
            [y for _ in edges for y in (FOOT, top + 36, math.nan)],
        )
        # Numbers with a name need not be said twice.
        starts = [short(one.start) if scale.dates or not one.name else "" for one in periods]
        step = scale.step(periods, 12 + max((self.width_of(self._key, text) for text in starts), default=0))
        texts = (pool.take(len(periods)) for pool in (self._names_of_periods, self._starts))
        for at, (one, begun, name, start) in enumerate(zip(periods, starts, *texts, strict=True)):
            left = spans[at][0] + 4
            room = spans[min(at + step, len(spans)) - 1][1] - left - 2
            named, dated = (
                at % step == 0 and room > 24,
                at % step == 0 and room >= self.width_of(start, begun),
            )
            self.write(name, one.name if named else "", left, top + 28, room)
            self.write(start, begun if dated else "", left, top + (11 if one.name else 18))
        self._draw_today(today, top)

    def _draw_today(self, today: Time | None, top: float) -> None:
        shown = today is not None and self._scale.holds(today)
        for artist in (self._today, self._today_name):
            artist.set_visible(shown)
        if shown:
            x, words = self._scale.x(today, 0.5), f"today, {self._short(today)}"
            self._today.set_data([x, x], [FOOT - 6, top + 2])
            wide = self.width_of(self._today_name, words)
            self.write(self._today_name, words, min(x - 3, self.width - 12 - wide), FOOT - 15)

    def _draw_milestones(self, stones: Sequence[Milestone]) -> None:
        ends = [(self._scale.x(one.at, 1), self._levels[at - len(stones)]) for at, one in enumerate(stones)]
        self._diamonds.set_data([x for x, _ in ends], [y for _, y in ends])
        artists = (pool.take(len(ends)) for pool in (self._drops, self._dates))
        for one, (x, y), drop, date in zip(stones, ends, *artists, strict=True):
            drop.set_data([x, x], [FOOT, y])
            self.write(date, self._short(one.at), x + 10, y, self.width - x - 14)
        for text, (name, y) in zip(self._headings.take(len(self._heads)), self._heads, strict=True):
            self.write(text, name, 12, y, NAMES - 24)
        self._stones = [one.name for one in stones]

    def _draw_rows(self, rows: Sequence[Row]) -> None:
        """Draw the bars and write all names, those of the milestones too."""
        self._spans = []
        boxes = (pool.take(len(rows)) for pool in (self._bars, self._edges))
        for at, (row, bar, edge) in enumerate(zip(rows, *boxes, strict=True)):
            left, right = self._scale.x(row.start), self._scale.x(row.end, 1)
            right = max(right, left + 3)
            self._spans.append((left, right, self._levels[at]))
            role = f"series{self._sections.index(row.section) % SERIES}"
            for box in (bar, edge):
                box.set_bounds(left, self._levels[at] - BAR / 2, right - left, BAR)
            self.paint(bar, facecolor=role)
            self.paint(edge, edgecolor="ink" if row.critical else role)
            edge.set_linewidth(1.9 if row.critical else 0.7)
        names = [(name, False) for name in self._stones] + [(row.name, row.critical) for row in rows]
        levels = [self._levels[at] for at in range(-len(self._stones), len(rows))]
        for text, (name, bold), y in zip(self._names.take(len(names)), names, levels, strict=True):
            self.stress(text, bold)
            self.write(text, name, 24, y, NAMES - 36)

    def _draw_links(self, rows: Sequence[Row], links: Sequence[tuple[int, int]]) -> None:
        self._arrows.draw(
            [
                Arrow(
                    elbow(self._spans[before], self._spans[after], BAR, ROW),
                    rows[before].critical and rows[after].critical,
                    too_soon(rows, before, after),
                )
                for before, after in links
            ]
        )

    def _say(
        self,
        rows: Sequence[Row],
        links: Sequence[tuple[int, int]],
        stones: Sequence[Milestone],
        today: Time | None,
    ) -> None:
        many = f"{len(rows)} item{'s' * (len(rows) != 1)}"
        named = sum(bool(drawable(name)) for name in self._sections)
        where = f" in {named} sections" if named > 1 else ""
        times = [time for row in rows for time in (row.start, row.end)]
        title = f"{many}{where}, {self._span(min(times), max(times))}" if rows else "No item yet"
        self.title(title)
        dashed = any(too_soon(rows, *link) for link in links)
        key = ["outlined, in bold: critical, a delay there delays the end"] * any(
            row.critical for row in rows
        )
        key += ["dashed: begins before what it needs is done"] * dashed
        self.write(self._key, " · ".join(key), 12, 13, self.width - 24)
        order = sorted(range(len(rows)), key=lambda at: self._sections.index(rows[at].section))
        said = [self._said(rows, at, links) for at in order]
        points = [f"Milestone {one_line(one.name)}: {self._words(one.at)}" for one in stones]
        now = f"Today is {self._words(today)}" if today is not None and rows else ""
        self.alt = sentences([title, now, *points, *said])

    def _words(self, time: Time) -> str:
        """Return a time in words; a number as the period that it stands for is called, if it has a name."""
        return one_line(self._called.get(time, in_words(time)))

    def _short(self, time: Time) -> str:
        return self._called.get(time, short(time))

    def _span(self, start: Time, end: Time) -> str:
        if start == end or start in self._called:
            return " to ".join(dict.fromkeys((self._words(start), self._words(end))))
        return span(start, end)

    def _said(self, rows: Sequence[Row], at: int, links: Sequence[tuple[int, int]]) -> str:
        row, needs = rows[at], [before for before, after in links if after == at]
        section = f" ({one_line(row.section)})" if row.section else ""
        waits = f", after {listed(one_line(rows[one].name) for one in needs)}" if needs else ""
        soon = [one_line(rows[one].name) for one in needs if too_soon(rows, one, at)]
        early = f", begins before {listed(soon)} {'is' if len(soon) == 1 else 'are'} done" if soon else ""
        return (
            f"{one_line(row.name)}{section}: {self._span(row.start, row.end)}"
            f"{', critical' * row.critical}{waits}{early}"
        )


def too_soon(rows: Sequence[Row], before: int, after: int) -> bool:
    """Say whether an item begins before the one that it waits for is done."""
    return rows[after].start <= rows[before].end
