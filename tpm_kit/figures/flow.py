"""What a limit does: how much comes out, and how long each piece takes, for one limit after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import number, one_line, sentences

LEFT, RIGHT, BOTTOM, TOP = 62, 22, 62, 58
BETWEEN = 34
"""Height of the gap between the two parts, in which the title of the lower one stands."""
MOVING = 4
"""What follows a slider lies above the rest."""
ROOM = 0.2
"""Share of the highest value that stays free above it, for its number."""
FAR_OFF = 1.5
"""A step that stands apart and is so many times as high as the others would flatten them: it is drawn at the
upper edge, with its number."""
DECIMALS = (2, 1)
"""Of the numbers in the upper and in the lower part."""


class Step(NamedTuple):
    """One limit by its name, with what comes out a day and the days that a piece takes on average."""

    name: str
    throughput: float
    lead_time: float


class FlowByLimit(Chart):
    """Throughput above, lead time below, over the same limits; made to follow a slider.

    With `apart` the last step is none of the row, such as "no limit", and no line leads to it.
    """

    def __init__(self, apart: bool = True, width: int = 720, height: int = 380) -> None:
        super().__init__(width, height)
        self._apart = apart
        high = (height - TOP - BOTTOM - BETWEEN) / 2
        self._parts = [
            self.axes(LEFT, BOTTOM + high + BETWEEN, RIGHT, TOP),
            self.axes(LEFT, BOTTOM, RIGHT, TOP + high + BETWEEN),
        ]
        upper, lower = (self.area(axes) for axes in self._parts)
        for axes in self._parts:
            axes.set_xticks([])
        self.write(self.text("grey", on=self._parts[0]), "Finished a day", 12, upper.top + 12)
        self.write(self.text("grey", on=self._parts[1]), "Days from start to finish", 12, lower.top + 12)
        self._along = self.text("grey", on=self._parts[1])
        self._names = self.pool(lambda: self.text(ha="center"))
        self._lines = [self.line(role, 2) for role in ("series0", "series1")]
        self._dots = [
            self.line(role, linestyle="", marker="o", markersize=4.5) for role in ("series0", "series1")
        ]
        self._upright = self.line("ink", 1.5, zorder=MOVING)
        self._here = self.paint(
            self.line(linestyle="", marker="o", markersize=7.5, markeredgewidth=1.6, zorder=MOVING),
            markerfacecolor="paper",
            markeredgecolor="ink",
        )
        self._values = self.pool(lambda: self.text(bold=True, zorder=MOVING))

    def update(self, steps: Sequence[Step | tuple[Any, ...]], present: int = 0, along: str = "Limit") -> None:
        """Show the steps in their order, with the one at position `present` marked.

        `along` says what the steps are, below their names.
        """
        steps = [Step(*step) for step in steps]
        present = min(max(present, 0), max(len(steps) - 1, 0))
        across = self._frame(steps, along)
        values = [[step.throughput for step in steps], [step.lead_time for step in steps]]
        levels = [
            [min(self.to_pixels(axes, 0, value)[1], self.area(axes).top - 3) for value in part]
            for axes, part in zip(self._parts, values, strict=True)
        ]
        self._draw(across, levels)
        self._mark(across, levels, values, present)
        self._say(steps, present, along)

    def _frame(self, steps: Sequence[Step], along: str) -> list[float]:
        """Set the axes to the values, name the steps, and return where each stands, from left to right."""
        for part, axes in enumerate(self._parts, start=1):
            self.reach(axes, (0, 1), (0, (self._top([step[part] for step in steps]) or 1) * (1 + ROOM)))
        area, many = self.area(self._parts[1]), max(len(steps), 1)
        wide = (area.right - area.left) / many
        across = [area.left + wide * (at + 0.5) for at in range(len(steps))]
        for text, step, x in zip(self._names.take(len(steps)), steps, across, strict=True):
            self.write(text, step.name, x, area.bottom - 14, wide - 6)
        self.write(self._along, along, area.left, area.bottom - 38, area.right - area.left)
        return across

    def _top(self, values: Sequence[float]) -> float:
        """Return the highest value that a part shows to scale."""
        row = max(values[:-1] if self._apart and len(values) > 1 else values, default=0)
        return row if row and max(values) > FAR_OFF * row else max(values, default=0)

    def _draw(self, across: Sequence[float], levels: Sequence[Sequence[float]]) -> None:
        joined = len(across) - 1 if self._apart else len(across)
        for line, dots, level in zip(self._lines, self._dots, levels, strict=True):
            self.trace(line, across[: max(joined, 0)], level[: max(joined, 0)])
            self.trace(dots, across, level)

    def _mark(
        self,
        across: Sequence[float],
        levels: Sequence[Sequence[float]],
        values: Sequence[Sequence[float]],
        present: int,
    ) -> None:
        """Mark the present step in both parts, with its values."""
        if not across:
            self._values.take(0)
            self.trace(self._upright, [], [])
            self.trace(self._here, [], [])
            return
        x, (upper, lower) = across[present], (self.area(axes) for axes in self._parts)
        gap = float("nan")
        self.trace(self._upright, [x, x, x, x, x], [lower.bottom, lower.top, gap, upper.bottom, upper.top])
        self.trace(self._here, [x, x], [level[present] for level in levels])
        last = len(across) - 1
        wanted = [(part, present) for part in (0, 1)]
        wanted += [(part, last) for part in (0, 1) if last != present and self._off(values[part])]
        for text, (part, at) in zip(self._values.take(len(wanted)), wanted, strict=True):
            off = at == last and self._off(values[part])
            words = f"{number(values[part][at], DECIMALS[part])}{' ↑' if off else ''}"
            self._write_value(text, words, (across[at], levels[part][at]), off, self._parts[part])

    def _off(self, values: Sequence[float]) -> bool:
        """Say whether the last value lies above what its part shows."""
        return bool(values) and values[-1] > self._top(values)

    def _write_value(self, text: Any, words: str, at: tuple[float, float], off: bool, axes: Axes) -> None:
        """Write a number beside its mark: above it, or for one that is `off` below it; to the left where it
        stands far right."""
        (x, y), area, wide = at, self.area(axes), self.width_of(text, words)
        far_right = off or x > area.left + 0.75 * (area.right - area.left)
        level = area.top - 19 if off else min(max(y + 11, area.bottom + 9), area.top - 7)
        self.write(text, words, x - 9 - wide if far_right else x + 9, level)

    def _say(self, steps: Sequence[Step], present: int, along: str) -> None:
        if not steps:
            self.title("No limit to compare yet")
            self.alt = "No limit to compare yet."
            return
        now = steps[present]
        self.title(f"{along}: {one_line(now.name)}")
        self.alt = sentences(
            [
                f"{one_line(along)} {one_line(now.name)}: {number(now.throughput)} finished a day, "
                f"{number(now.lead_time, 1)} days from start to finish",
                *(
                    f"{one_line(step.name)}: {number(step.throughput)} a day, "
                    f"{number(step.lead_time, 1)} days"
                    for step in steps
                ),
            ]
        )
