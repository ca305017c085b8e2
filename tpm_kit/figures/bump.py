"""Ranks by several methods: a column for each method, a line for each item, rank 1 on top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.labels import spread
from tpm_kit.figures.words import listed, number, one_line, percent, sentences

MARGINS = {"left": 212, "bottom": 16, "right": 264, "top": 80}
MARKERS = "oDs^vPX*"
"""Shapes of the picks, so that they can be told apart without colour."""
ASIDE = 13.0
"""How far apart tied items stand."""

Point = tuple[float, float]


class Item(NamedTuple):
    """An item with its rank by each method, 1 being the first; None where a method does not rank it.

    Items that tie have the same rank. `stability` is the share of trials, 0 to 1, in which the item stays
    among the first, or None if it is not known.
    """

    name: str
    ranks: Sequence[float | None]
    stability: float | None = None


class Bump(Chart):
    """Where the methods agree, lines run level. The reader's picks are thick, with markers and bold names."""

    def __init__(self, width: int = 900, height: int = 420) -> None:
        super().__init__(width, height)
        self._heads = self.pool(lambda: self.text("grey", size=12, ha="center"))
        self._stable = self.text("grey", size=12, ha="right")
        self._ranks = self.pool(lambda: self.text("grey", ha="center"))
        self._cut = self.line("faint", linestyle="--")
        self._ties = self.pool(lambda: self.line("faint", 0.8, linestyle=":"))
        self._lines = self.pool(self.line)
        self._marks = self.pool(lambda: self.line(linestyle=""))
        self._lefts = self.pool(lambda: self.text(ha="right"))
        self._rights = self.pool(self.text)
        self._shares = self.pool(lambda: self.text(ha="right"))

    def update(
        self,
        methods: Sequence[str],
        items: Sequence[Item | tuple[Any, ...]],
        picks: Sequence[int] = (),
        top: int = 5,
    ) -> None:
        """Show the ranks of the items by these methods, each name in full in `alt`.

        `picks` are the positions of the reader's own choice among the items, from 0; `top` is how many count
        as the first, for the line below them and for what `stability` means. Raises `ValueError` for an item
        that has not one rank for each method.
        """
        items = [Item(*item) for item in items]
        for item in items:
            if len(item.ranks) != len(methods):
                raise ValueError(
                    f"{one_line(item.name)} has {len(item.ranks)} ranks for {len(methods)} methods; "
                    "give one for each, None where there is none"
                )
        self._measure(methods, items)
        self._head(methods, items, top)
        columns = [self._places(items, at) for at in range(len(methods))]
        runs = [[column.get(at) for column in columns] for at in range(len(items))]
        self._draw(runs, list(picks))
        self._name(items, runs, picks)
        self._say(methods, items, picks, top)

    def _measure(self, methods: Sequence[str], items: Sequence[Item]) -> None:
        """Work out where the columns and the ranks lie."""
        left, right = MARGINS["left"], self.width - MARGINS["right"]
        step = (right - left) / max(1, len(methods) - 1)
        self._columns = [left + step * at for at in range(len(methods))]
        if len(methods) == 1:
            self._columns = [(left + right) / 2]
        self._last = math.ceil(max([len(items), *(rank for item in items for rank in _known(item))]))
        below = LINE * sum(not item.ranks or item.ranks[-1] is None for item in items)
        high = self.height - MARGINS["top"] - MARGINS["bottom"] - min(below, 60)
        self._step = min(high / max(1, self._last), 40)
        self._top = self.height - MARGINS["top"] - self._step / 2

    def _level(self, rank: float) -> float:
        return self._top - (rank - 1) * self._step

    def _places(self, items: Sequence[Item], method: int) -> dict[int, Point]:
        """Return where the items stand that the method ranks; ties stand side by side."""
        groups: dict[float, list[int]] = {}
        for at, item in enumerate(items):
            if item.ranks[method] is not None:
                groups.setdefault(float(item.ranks[method]), []).append(at)
        # In the first and last column they keep to the inside, clear of the names.
        inward = 0.0 if method == 0 else 1.0 if method == len(self._columns) - 1 else 0.5
        places = {}
        for rank, tied in groups.items():
            gap = min(ASIDE, 60 / len(tied))
            start = self._columns[method] - inward * (len(tied) - 1) * gap
            places |= {at: (start + n * gap, self._level(rank)) for n, at in enumerate(tied)}
        return places

    def _head(self, methods: Sequence[str], items: Sequence[Item], top: int) -> None:
        """Write the names of the columns and the ranks, and draw the line below the first."""
        left, right, high = MARGINS["left"] - 34, self.width - MARGINS["right"] + 14, self.height - 56
        room = self._columns[1] - self._columns[0] - 4 if len(methods) > 1 else 200
        for head, name, x in zip(self._heads.take(len(methods)), methods, self._columns, strict=True):
            self.write(head, name, x, high, room)
        for rank, text in enumerate(self._ranks.take(self._last), start=1):
            self.write(text, rank, left + 6, self._level(rank))
        known = any(item.stability is not None for item in items)
        self.write(self._stable, f"stays in top {top}" if known else "", self.width - 12, high)
        self._cut.set_visible(0 < top < self._last)
        self._cut.set_data([left, right], [self._level(top + 0.5)] * 2)

    def _draw(self, runs: Sequence[Sequence[Point | None]], picks: list[int]) -> None:
        """Draw a line for each item, with gaps where it has no rank; the picks lie on top."""
        order = sorted(range(len(runs)), key=lambda at: at in picks)
        artists = (self._lines.take(len(runs)), self._marks.take(len(runs)))
        for at, line, marks in zip(order, *artists, strict=True):
            points = [point or (math.nan, math.nan) for point in runs[at]]
            for artist in (line, marks):
                artist.set_data([x for x, _ in points], [y for _, y in points])
            picked = at in picks
            number = picks.index(at) if picked else 0
            role = f"series{number % SERIES}" if picked else "faint"
            self.paint(line, color=role).set_linewidth(2.4 if picked else 0.9)
            self.paint(marks, markerfacecolor=role, markeredgecolor="paper")
            marks.set_marker(MARKERS[number % len(MARKERS)] if picked else "o")
            marks.set(markersize=8 if picked else 4, markeredgewidth=0.6 if picked else 0)

    def _name(
        self, items: Sequence[Item], runs: Sequence[Sequence[Point | None]], picks: Sequence[int]
    ) -> None:
        """Write the names on both sides, and on the right how stable each item is.

        What the last method does not rank stands below the others on the right.
        """
        starts = {at: run[0] for at, run in enumerate(runs) if run and run[0]}
        ends = {at: run[-1] for at, run in enumerate(runs) if run and run[-1]}
        below = (None, self._level(self._last + 1))
        levels = spread([ends.get(at, below)[1] for at in range(len(items))], LINE, 12, self._top + 8)
        heights = spread([y for _, y in starts.values()], LINE, 12, self._top + 8)
        ties = self._ties.take(len(starts) + len(ends))
        left, right = MARGINS["left"] - 40, self.width - MARGINS["right"] + 20
        for (at, (x, y)), level, text in zip(
            starts.items(), heights, self._lefts.take(len(starts)), strict=True
        ):
            self.stress(text, at in picks, "grey")
            self.write(text, items[at].name, left, level, left - 10)
            ties.pop().set_data([left + 3, x - 6], [level, y])
        shares, room = self._shares.take(len(items)), self.width - right - 66
        for at, text in enumerate(self._rights.take(len(items))):
            self.stress(text, at in picks, "grey")
            self.stress(shares[at], at in picks, "grey")
            share = items[at].stability
            self.write(
                shares[at],
                "" if share is None else percent(share),
                self.width - 12,
                levels[at],
            )
            self.write(text, items[at].name if at in ends else f"– {items[at].name}", right, levels[at], room)
            if at in ends:
                x, y = ends[at]
                ties.pop().set_data([x + 6, right - 3], [y, levels[at]])

    def _say(self, methods: Sequence[str], items: Sequence[Item], picks: Sequence[int], top: int) -> None:
        ranked = f"Ranks by {len(methods)} method{'s' * (len(methods) != 1)}" if items else "No item yet"
        self.title(f"{ranked} · your picks are the thick lines" if picks else ranked)
        said = []
        for at, item in enumerate(items):
            ranks = listed(
                f"{one_line(method)} {self._said(items, n, item.ranks[n])}"
                for n, method in enumerate(methods)
            )
            stays = (
                ""
                if item.stability is None
                else f"; stays in the top {top} in {percent(item.stability)} of trials"
            )
            said.append(f"{one_line(item.name)}{' (your pick)' * (at in picks)}: {ranks}{stays}")
        self.alt = sentences([ranked, *said])

    def _said(self, items: Sequence[Item], method: int, rank: float | None) -> str:
        if rank is None:
            return "no rank"
        tied = sum(item.ranks[method] == rank for item in items) > 1
        return f"{number(rank)}{' (tied)' * tied}"


def _known(item: Item) -> list[float]:
    return [rank for rank in item.ranks if rank is not None]
