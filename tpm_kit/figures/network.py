"""A network of tasks: a box for each with its duration and its times, and arrows to all that wait for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Rectangle

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.layers import layers
from tpm_kit.figures.words import listed, number, one_line, sentences

SIDE, HEAD, FOOT = 14, 40, 40
HIGH, WIDE = 82, 168
"""The size of a box; it is narrower where there are many columns."""
GAP = 26
"""Between two boxes of a column."""
ARROW = 40
"""Between two columns at least; half of it where there are many."""


class Task(NamedTuple):
    """A task with what is known of its times, as texts; "" is not known yet. A `strong` one is critical."""

    name: str
    duration: float
    early: tuple[str, str] = ("", "")
    """Its earliest start and end."""
    late: tuple[str, str] = ("", "")
    """Its latest start and end."""
    spare: str = ""
    strong: bool = False


class Network(Chart):
    """Boxes in columns, each right of what it waits for. Critical ones are outlined, with thick arrows
    between them."""

    def __init__(self, width: int = 900) -> None:
        super().__init__(width, HEAD + FOOT + HIGH)
        self._ways = self.pool(lambda: self.line("grey", 1.2, zorder=1))
        self._heads = self.line(linestyle="", marker=">", markersize=5.5, zorder=1.2)
        self.paint(self._heads, markerfacecolor="ink", markeredgecolor="ink")
        self._boxes = self.pool(
            lambda: self.paint(
                self.put(Rectangle((0, 0), 0, 0, zorder=2)), facecolor="paper", edgecolor="faint"
            )
        )
        self._rules = self.line("edge", 1, zorder=2.2)
        self._names = self.pool(lambda: self.text(bold=True, ha="center"))
        self._durations = self.pool(lambda: self.text("grey", size=12, ha="center"))
        self._times = self.pool(self.text)
        self._spares = self.pool(lambda: self.text("grey", size=12, ha="center"))
        self._key = self.text("grey", size=12)

    def update(
        self,
        tasks: Sequence[Task | tuple[Any, ...]],
        links: Sequence[tuple[int, int]] = (),
        unit: str = "days",
    ) -> None:
        """Show tasks and links; a link is a pair of positions, from 0: a task, and one that waits for it."""
        tasks = [Task(*task) for task in tasks]
        links = list(dict.fromkeys(link for link in links if link[0] != link[1]))
        self._place(len(tasks), links)
        self._draw_links(tasks, links)
        self._draw_boxes(tasks, unit)
        self._say(tasks, links, unit)

    def _place(self, count: int, links: Sequence[tuple[int, int]]) -> None:
        """Work out the middles of the boxes, and of the places where links pass by."""
        columns, self._routes = layers(count, links)
        rows = max(map(len, columns), default=1)
        self.fit(HEAD + FOOT + rows * HIGH + (rows - 1) * GAP)
        arrow = ARROW if len(columns) < 7 else ARROW / 2
        self._wide = max(24.0, min(WIDE, (self.width - 2 * SIDE + arrow) / max(1, len(columns)) - arrow))
        inner = self.height - HEAD - FOOT
        first, last = SIDE + self._wide / 2, self.width - SIDE - self._wide / 2
        step = (last - first) / (len(columns) - 1) if len(columns) > 1 else 0.0
        self._at: dict[object, tuple[float, float]] = {}
        for n, column in enumerate(columns):
            each = min(HIGH + 2.4 * GAP, inner / max(1, len(column)))
            top = FOOT + inner / 2 + each * (len(column) - 1) / 2
            for at, place in enumerate(column):
                self._at[place] = (first + n * step, top - at * each)

    def _draw_links(self, tasks: Sequence[Task], links: Sequence[tuple[int, int]]) -> None:
        half, tips = self._wide / 2, []
        for (before, after), way, line in zip(links, self._routes, self._ways.take(len(links)), strict=True):
            points = []
            for place in way:
                x, y = self._at[place]
                if place != before:
                    points.append((x - half, y))
                if place != after:
                    points.append((x + half, y))
            tips.append((points[-1][0] - 3, points[-1][1]))
            line.set_data([x for x, _ in points], [y for _, y in points])
            strong = tasks[before].strong and tasks[after].strong
            line.set_linewidth(2.1 if strong else 0.9)
            self.paint(line, color="ink" if strong else "grey")
        self._heads.set_data([x for x, _ in tips], [y for _, y in tips])

    def _draw_boxes(self, tasks: Sequence[Task], unit: str) -> None:
        half, room = self._wide / 2, self._wide / 2 - 8
        artists = (
            pool.take(len(tasks)) for pool in (self._boxes, self._names, self._durations, self._spares)
        )
        times = self._times.take(4 * len(tasks))
        rules = []
        for at, (task, box, name, duration, spare) in enumerate(zip(tasks, *artists, strict=True)):
            x, y = self._at[at]
            box.set_bounds(x - half, y - HIGH / 2, self._wide, HIGH)
            box.set_linewidth(2.4 if task.strong else 0.9)
            self.paint(box, facecolor="paper", edgecolor="ink" if task.strong else "grey")
            for level in (y + HIGH / 2 - 21, y - HIGH / 2 + 21):
                rules += [(x - half, level), (x + half, level), (math.nan, math.nan)]
            self.write(name, task.name, x, y + 9, self._wide - 10)
            self.write(duration, _lasts(task, unit), x, y - 9, self._wide - 10)
            self.write(spare, f"float {task.spare}" if task.spare else "", x, y - HIGH / 2 + 11, room)
            corners = ((*task.early, HIGH / 2 - 11), (*task.late, 11 - HIGH / 2))
            for row, (start, end, level) in enumerate(corners):
                left, right = times[4 * at + 2 * row : 4 * at + 2 * row + 2]
                side = room if not task.spare or row == 0 else room / 2.4
                self.write(left, start, x - half + 6, y + level, side)
                cut = self.cut(end, side, right)
                self.write(right, cut, x + half - 6 - self.width_of(right, cut), y + level)
        self._rules.set_data([x for x, _ in rules], [y for _, y in rules])

    def _say(self, tasks: Sequence[Task], links: Sequence[tuple[int, int]], unit: str) -> None:
        title = f"{len(tasks)} task{'s' * (len(tasks) != 1)}, durations in {unit}" if tasks else "No task yet"
        self.title(title)
        key = "above: earliest start and end · below: latest start, float, latest end · outlined: critical"
        self.write(self._key, key if tasks else "", SIDE, 15, self.width - 2 * SIDE)
        said = []
        for at, task in enumerate(tasks):
            needs = [one_line(tasks[before].name) for before, after in links if after == at]
            parts = [f"{one_line(task.name)}: {_lasts(task, unit)}"]
            parts.append(f"after {listed(needs)}" if needs else "at the start")
            parts += [f"{what} {one_line(' to '.join(pair))}" for what, pair in _known(task)]
            parts += [f"float {one_line(task.spare)}"] * bool(task.spare) + ["critical"] * task.strong
            said.append(", ".join(parts))
        self.alt = sentences([title, *said])


def _lasts(task: Task, unit: str) -> str:
    return f"{number(task.duration)} {unit.removesuffix('s') if task.duration == 1 else unit}"


def _known(task: Task) -> list[tuple[str, tuple[str, str]]]:
    pairs = (("earliest", task.early), ("latest", task.late))
    return [(what, (start or "?", end or "?")) for what, (start, end) in pairs if start or end]
