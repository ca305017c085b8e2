"""What is planned in each sprint against what the team can do: a lane for each team, a column a sprint."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Rectangle

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.colours import SERIES
from tpm_kit.figures.words import amount, number, one_line, sentences

NAMES, RIGHT = 190, 20
"""Room for the names on the left, and what is left free on the right."""
HEAD, FOOT, LANE = 72, 34, 92
"""Room above the lanes and below them, and the height of a lane."""
FLOOR, ROOF = 12, 22
"""What a lane leaves free below and above its bars."""
ROUNDING = 1e-9


class Team(NamedTuple):
    """A team with its load and its capacity in each sprint, in one unit for all; each 0 or more.

    A capacity of None is not known.
    """

    name: str
    load: Sequence[float]
    capacity: Sequence[float | None]


class SprintLoad(Chart):
    """Bars for the load; what is over the capacity stands above its mark, hatched and with a bold number."""

    def __init__(self, width: int = 900) -> None:
        super().__init__(width, HEAD + FOOT + LANE)
        self._heads = self.pool(lambda: self.text("grey", size=12, bold=True, ha="center"))
        self._dates = self.pool(lambda: self.text("grey", size=12, ha="center"))
        self._names = self.pool(lambda: self.text(bold=True))
        self._sums = self.pool(lambda: self.text("grey", size=12))
        self._grounds = self.line("edge", 1)
        self._bars = self.pool(lambda: self.put(Rectangle((0, 0), 0, 0, alpha=0.55, linewidth=0)))
        self._overs = self.pool(
            lambda: self.paint(
                self.put(Rectangle((0, 0), 0, 0, fill=False, hatch="////", linewidth=1.6)),
                edgecolor="series4",
            )
        )
        self._marks = self.line("ink", 2.2, zorder=2.5)
        self._loads = self.pool(lambda: self.text(size=12, ha="center", va="bottom"))
        self._key = self.text("grey", size=12)

    def update(
        self,
        sprints: Sequence[str],
        teams: Sequence[Team | tuple[Any, ...]],
        unit: str = "points",
        notes: Sequence[str] = (),
    ) -> None:
        """Show the load of each team in each sprint.

        `sprints` are their names, with short `notes` below them such as the first day. All lanes have one
        scale. Raises `ValueError` for a team that has not one load and one capacity for each sprint.
        """
        teams = [Team(*team) for team in teams]
        for team in teams:
            if not len(team.load) == len(team.capacity) == len(sprints):
                raise ValueError(
                    f"{one_line(team.name)} has {len(team.load)} loads and {len(team.capacity)} capacities "
                    f"for {len(sprints)} sprints; give one for each"
                )
        self.fit(HEAD + FOOT + LANE * max(1, len(teams)))
        self._measure(sprints, teams)
        self._write_heads(sprints, notes)
        self._draw(teams)
        self._name(teams, unit)
        self._say(sprints, teams, unit)

    def _measure(self, sprints: Sequence[str], teams: Sequence[Team]) -> None:
        """Work out where the columns and the floors of the lanes lie, and the pixels for one unit of load."""
        self._column = (self.width - NAMES - RIGHT) / max(1, len(sprints))
        self._middles = [NAMES + self._column * (at + 0.5) for at in range(len(sprints))]
        self._floors = [self.height - HEAD - LANE * (at + 1) + FLOOR for at in range(len(teams))]
        most = max((value or 0 for team in teams for value in (*team.load, *team.capacity)), default=0)
        self._scale = (LANE - FLOOR - ROOF) / (most or 1)
        self._wide = min(64.0, self._column * 0.62)

    def _write_heads(self, sprints: Sequence[str], notes: Sequence[str]) -> None:
        room = self._column - 6
        for text, name, x in zip(self._heads.take(len(sprints)), sprints, self._middles, strict=True):
            self.write(text, name, x, self.height - 42, room)
        for text, note, x in zip(self._dates.take(len(notes)), notes, self._middles, strict=False):
            self.write(text, note, x, self.height - 59, room)

    def _draw(self, teams: Sequence[Team]) -> None:
        """Draw the bars, what stands above a mark, and the marks."""
        cells = [
            (at, x, floor, load, capacity)
            for at, (team, floor) in enumerate(zip(teams, self._floors, strict=True))
            for x, load, capacity in zip(self._middles, team.load, team.capacity, strict=True)
        ]
        half, marks = self._wide / 2, []
        ear = min(7.0, (self._column - self._wide) / 2 - 3)
        artists = (pool.take(len(cells)) for pool in (self._bars, self._overs, self._loads))
        for (at, x, floor, load, capacity), bar, over, text in zip(cells, *artists, strict=True):
            full = load * self._scale
            kept = full if capacity is None else min(full, capacity * self._scale)
            self.paint(bar, facecolor=f"series{at % SERIES}")
            bar.set_bounds(x - half, floor, self._wide, kept)
            over.set_bounds(x - half, floor + kept, self._wide, full - kept)
            over.set_visible(too_much(load, capacity))
            self.stress(text, too_much(load, capacity), "grey")
            top = max(full, (capacity or 0) * self._scale)
            self.write(text, number(load) if load else "", x, floor + top + 3, self._column)
            if capacity is not None:
                marks.append((x, floor + capacity * self._scale))
        self._marks.set_data(
            [x for middle, _ in marks for x in (middle - half - ear, middle + half + ear, math.nan)],
            [y for _, mark in marks for y in (mark, mark, math.nan)],
        )
        self._grounds.set_data(
            [x for _ in teams for x in (NAMES, self.width - RIGHT, math.nan)],
            [y for floor in self._floors for y in (floor, floor, math.nan)],
        )

    def _name(self, teams: Sequence[Team], unit: str) -> None:
        texts = (pool.take(len(teams)) for pool in (self._names, self._sums))
        for team, floor, name, total in zip(teams, self._floors, *texts, strict=True):
            self.write(name, team.name, 12, floor + 38, NAMES - 26)
            self.write(total, _of(sum(team.load), _whole(team), unit), 12, floor + 20, NAMES - 26)
        key = "thick line: capacity" + " · hatched, bold: over it" * any(map(_over, teams)) if teams else ""
        self.write(self._key, key, 12, 14, self.width - 24)

    def _say(self, sprints: Sequence[str], teams: Sequence[Team], unit: str) -> None:
        over = sum(map(_over, teams))
        title = "No team yet"
        if teams:
            known = any(capacity is not None for team in teams for capacity in team.capacity)
            count = f"{over} time{'s' * (over != 1)}" if over else "never"
            title = "Load by sprint" + f", {unit}" * bool(unit)
            title += f": {count} over capacity" if known else ": the capacity is not known"
        self.title(title)
        said = []
        for team in teams:
            cells = [
                f"{one_line(name)} {_of(load, capacity)}" + _excess(load, capacity)
                for name, load, capacity in zip(sprints, team.load, team.capacity, strict=True)
            ]
            said.append(f"{one_line(team.name)}: {'; '.join(cells) or 'no sprint'}")
        self.alt = sentences([title, *said])


def too_much(load: float, capacity: float | None) -> bool:
    """Say whether a load is above the capacity, by more than rounding; never where that is not known."""
    return capacity is not None and load > capacity + ROUNDING


def _over(team: Team) -> int:
    return sum(too_much(*cell) for cell in zip(team.load, team.capacity, strict=True))


def _whole(team: Team) -> float | None:
    return None if None in team.capacity else sum(team.capacity)


def _of(load: float, capacity: float | None, unit: str = "") -> str:
    return amount(load, unit) if capacity is None else f"{number(load)} of {amount(capacity, unit)}"


def _excess(load: float, capacity: float | None) -> str:
    return f", {number(load - capacity)} too much" if too_much(load, capacity) else ""
