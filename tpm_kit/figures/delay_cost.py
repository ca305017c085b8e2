"""What waiting costs: a block for each job, as high as its cost per week and as long as it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Rectangle

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.labels import spread
from tpm_kit.figures.words import amount, number, one_line, sentences

MARGINS = {"left": 62, "bottom": 46, "right": 250, "top": 58}


class Block(NamedTuple):
    """One job: the cost runs from week `start` to week `finish`, at `rate` per week, and adds up to `cost`.

    `start` is 0 for a job that costs money from now on, and the week of its date for one with a date; such
    a job costs nothing if it is finished by then. Weeks are counted from now.
    """

    name: str
    start: float
    finish: float
    rate: float
    cost: float


class DelayCost(Chart):
    """Jobs in the order in which they are finished, first on top. The area of all blocks is the total cost.

    `weeks` and `rate` say how far the axes reach at least: given the sums of all durations and of all
    rates, they stay as they are while an order is put together.
    """

    def __init__(self, weeks: float = 0, rate: float = 0, width: int = 720, height: int = 360) -> None:
        super().__init__(width, height)
        self._least = (weeks, rate)
        self._axes = self.axes(**MARGINS)
        self._up = self.text("grey", va="top", on=self._axes)
        self._along = self.text("grey", ha="right", on=self._axes)
        self._sums = self.text("grey", ha="right", va="top", on=self._axes)
        self._names = self.pool(self.text)
        self._costs = self.pool(lambda: self.text(bold=True, ha="right"))
        self._ties = self.pool(lambda: self.line("faint", linestyle=":"))
        self._boxes = self.pool(lambda: self.put(Rectangle((0, 0), 0, 0, alpha=0.55, linewidth=0)))
        self._edges = self.pool(lambda: self.put(Rectangle((0, 0), 0, 0, fill=False, linewidth=1.2)))
        self._numbers: dict[str, int] = {}

    def update(
        self, blocks: Sequence[Block | tuple[Any, ...]], total: float, best: float | None, unit: str
    ) -> None:
        """Show the jobs placed so far, in their order, which may be none.

        `total` is what they cost together; `best` is the cost of the best order of all jobs, or None while
        some are not placed. All costs are in `unit`, such as "thousand" or "k€".
        """
        blocks = [Block(*block) for block in blocks]
        weeks = max([self._least[0], *(block.finish for block in blocks)]) or 10
        rate = max(self._least[1], sum(block.rate for block in blocks)) or 10
        self.reach(self._axes, (0, weeks), (0, rate * 1.02))
        self._write_axes(unit)
        self._draw(blocks, rate)
        line = self._line(blocks, total, best, unit)
        self.title(line)
        self.alt = sentences([line, *self._said(blocks, unit)])

    def _write_axes(self, unit: str) -> None:
        area, measure = self.area(self._axes), f", {unit}" if unit else ""
        self.write(self._up, f"Cost of delay{measure} per week", 12, self.height - 34, 500)
        self.write(self._sums, f"In all{measure}", self.width - 14, self.height - 34, 200)
        self.write(self._along, "Weeks from now", area.right, area.bottom - 34)

    def _draw(self, blocks: Sequence[Block], rate: float) -> None:
        tops, top = [], sum(block.rate for block in blocks)
        for block in blocks:
            tops.append(top)
            top -= block.rate
        shapes = (self._boxes.take(len(blocks)), self._edges.take(len(blocks)))
        for block, top, box, edge in zip(blocks, tops, *shapes, strict=True):
            role = f"series{self._number(block.name)}"
            for shape in (
                self.paint(box, facecolor=role, edgecolor="paper"),
                self.paint(edge, edgecolor=role),
            ):
                (left, bottom), (right, high) = (
                    self.to_pixels(self._axes, x, y)
                    for x, y in ((block.start, top - block.rate), (block.finish, top))
                )
                shape.set_bounds(left, bottom, right - left, high - bottom)
                shape.set_visible(block.finish > block.start)
        self._label(blocks, [top - block.rate / 2 for block, top in zip(blocks, tops, strict=True)])

    def _number(self, name: str) -> int:
        """Return the colour of a job: it keeps the one that it got first, wherever it goes."""
        return self._numbers.setdefault(name, len(self._numbers) % SERIES)

    def _label(self, blocks: Sequence[Block], middles: Sequence[float]) -> None:
        """Write each job's name and cost beside the chart, level with its block."""
        area, left, right = self.area(self._axes), self.width - MARGINS["right"] + 26, self.width - 14
        ends = [
            self.to_pixels(self._axes, max(block.start, block.finish), middle)
            for block, middle in zip(blocks, middles, strict=True)
        ]
        levels = spread([y for _, y in ends], LINE, area.bottom + 6, area.top)
        artists = (pool.take(len(blocks)) for pool in (self._names, self._costs, self._ties))
        for block, (x, y), level, name, cost, tie in zip(blocks, ends, levels, *artists, strict=True):
            self.write(cost, number(block.cost), right, level)
            self.write(name, block.name, left, level, right - left - self.width_of(cost) - 10)
            tie.set_data([x + 3, area.right + 4, left - 5], [y, y, level])

    def _line(self, blocks: Sequence[Block], total: float, best: float | None, unit: str) -> str:
        if not blocks:
            return "No job is placed yet"
        if best is None:
            return f"Placed so far: {amount(total, unit)}"
        return f"Your order: {amount(total, unit)} · best possible: {amount(best, unit)}"

    def _said(self, blocks: Sequence[Block], unit: str) -> list[str]:
        said = []
        for block in blocks:
            since = f" from week {number(block.start)} on" if block.start else ""
            said.append(
                f"{one_line(block.name)}: finished in week {number(block.finish)}, "
                f"{amount(block.rate, unit)} per week{since}, {number(block.cost)} in all"
            )
        return said
