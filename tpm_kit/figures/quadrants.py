"""Value against effort: a point for each item, four quadrants, and what was chosen within a budget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.labels import Box
from tpm_kit.figures.point_names import name_points
from tpm_kit.figures.words import amount, number, one_line, sentences

MARGINS = {"left": 48, "bottom": 46, "right": 24, "top": 58}
CORNERS = (
    ("Quick wins", False, True),
    ("Big bets", True, True),
    ("Fill-ins", False, False),
    ("Money pits", True, False),
)
"""What a quadrant is called: its name, and whether its effort and its value are high."""


class Item(NamedTuple):
    """An item with its effort and its value, each 0 or more in one unit for all."""

    name: str
    effort: float
    value: float


class Quadrants(Chart):
    """Effort to the right, value upwards. A chosen item is a filled point with its name in bold."""

    def __init__(self, width: int = 720, height: int = 440) -> None:
        super().__init__(width, height)
        self._axes = self.axes(**MARGINS)
        self._axes.grid(False)
        self._up = self.text("grey", va="top", on=self._axes)
        self._along = self.text("grey", ha="right", on=self._axes)
        self._cuts = [self.line("faint", linestyle="--", zorder=0.5) for _ in range(2)]
        self._frame = self.line("edge", zorder=0.5)
        self._corners = [
            self.text("grey", bold=True, ha="right" if dear else "left", va="top" if high else "bottom")
            for _, dear, high in CORNERS
        ]
        self._names = self.pool(self.text)
        self._leads = self.pool(lambda: self.line("faint", 0.8, zorder=1))
        self._points = [
            self.paint(
                self.line(linestyle="", marker="o", markersize=7, markeredgewidth=1.4),
                markerfacecolor=fill,
                markeredgecolor="series0",
            )
            for fill in ("paper", "series0")
        ]

    def update(
        self,
        items: Sequence[Item | tuple[Any, ...]],
        cuts: tuple[float, float],
        chosen: Sequence[int] = (),
        budget: float | None = None,
        units: tuple[str, str] = ("points", "value"),
    ) -> None:
        """Show the items, parted at `cuts` (effort, value); an item on a cut counts as high.

        `chosen` are the positions of the items taken, from 0; `budget` is how much effort there is for
        them. `units` are those of effort and value, for the axes.
        """
        items = [Item(*item) for item in items]
        self._scale(items, cuts)
        area = self.area(self._axes)
        self.write(self._up, f"Value, {units[1]}" if units[1] != "value" else "Value", 12, self.height - 34)
        self.write(self._along, f"Effort, {units[0]}", area.right, area.bottom - 34)
        self._draw(items, set(chosen), self._part(cuts, area))
        self._say(items, cuts, set(chosen), budget, units)

    def _scale(self, items: Sequence[Item], cuts: tuple[float, float]) -> None:
        efforts, values = ([*numbers] for numbers in zip(*(item[1:] for item in items), cuts, strict=True))
        # Beyond a cut there is always room for the names of the quadrants there.
        across, up = (
            (0, max(1.08 * max(numbers), 1.6 * cut) or 1)
            for numbers, cut in zip((efforts, values), cuts, strict=True)
        )
        self.reach(self._axes, across, up)

    def _part(self, cuts: tuple[float, float], area: Box) -> list[Box]:
        """Draw the cuts and name the quadrants; returns the room that both take."""
        x, y = self.to_pixels(self._axes, *cuts)
        for line, across, up in zip(
            self._cuts, ((x, x), area[::2]), ((area.bottom, area.top), (y, y)), strict=True
        ):
            line.set_data(across, up)
        self._frame.set_data([area.left, area.left, area.right], [area.top, area.bottom, area.bottom])
        boxes = [Box(x - 0.2, area.bottom, x + 0.2, area.top), Box(area.left, y - 0.2, area.right, y + 0.2)]
        for text, (name, dear, high) in zip(self._corners, CORNERS, strict=True):
            right, top = (area.right if dear else x) - 6, (area.top if high else y) - 4
            left, bottom = (x if dear else area.left) + 6, (y if high else area.bottom) + 4
            self.write(text, name, right if dear else left, top if high else bottom)
            wide = self.width_of(text)
            start = right - wide if dear else left
            boxes.append(
                Box(start, top - LINE if high else bottom, start + wide, top if high else bottom + LINE)
            )
        return boxes

    def _draw(self, items: Sequence[Item], chosen: set[int], corners: list[Box]) -> None:
        points = [self.to_pixels(self._axes, item.effort, item.value) for item in items]
        texts = self._names.take(len(items))
        for at, text in enumerate(texts):
            self.stress(text, at in chosen)
        area = self.area(self._axes)
        name_points(self, texts, [item.name for item in items], points, area, corners, self._leads)
        for markers, taken in zip(self._points, (False, True), strict=True):
            shown = [point for at, point in enumerate(points) if (at in chosen) is taken]
            markers.set_data([x for x, _ in shown], [y for _, y in shown])

    def _say(
        self,
        items: Sequence[Item],
        cuts: tuple[float, float],
        chosen: set[int],
        budget: float | None,
        units: tuple[str, str],
    ) -> None:
        effort = sum(item.effort for at, item in enumerate(items) if at in chosen)
        spent = amount(effort, units[0])
        if budget is not None:
            over = ", too much" if effort > budget + 1e-9 else ""
            spent = f"{number(effort)} of {amount(budget, units[0])}{over}"
        count = f"{len(items)} item{'s' * (len(items) != 1)}"
        title = f"{len(chosen)} of {count} chosen: {spent}" if items else "No item yet"
        self.title(title)
        said = []
        for name, dear, high in CORNERS:
            listing = "; ".join(
                f"{one_line(one.name)} (effort {number(one.effort)}, value {number(one.value)}"
                f"{', chosen' * (at in chosen)})"
                for at, one in enumerate(items)
                if (one.effort >= cuts[0], one.value >= cuts[1]) == (dear, high)
            )
            said.append(f"{name}: {listing or 'none'}")
        parted = (
            f"Parted at an effort of {number(cuts[0])} and a value of {number(cuts[1])}, which count as high"
        )
        self.alt = sentences([title, *([parted, *said] if items else [])])
