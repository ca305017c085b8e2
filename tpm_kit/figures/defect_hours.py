"""Hours that a release spends on its defects: a bar for each place where they are found."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import Rectangle

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import amount, number, one_line, sentences

NAMES, RIGHT = 210, 150
"""Room for the names on the left, and for the figures behind the bars on the right."""
HEAD, FOOT, ROW, BAR = 66, 44, 58, 24
"""Room above the rows and below them, the height of a row and that of its bar."""
STEPS = (1, 2, 5, 10)


class Place(NamedTuple):
    """A place with the defects found there, and the hours to find and to mend them; each 0 or more."""

    name: str
    found: float
    finding: float
    mending: float


class DefectHours(Chart):
    """Bars of hours: plain for tests, hatched for mending, with the defects that each place finds."""

    def __init__(self, width: int = 820) -> None:
        super().__init__(width, HEAD + FOOT + ROW)
        self._rulers = self.line("edge", 1)
        self._names = self.pool(lambda: self.text(bold=True))
        self._counts = self.pool(lambda: self.text("grey", size=12))
        self._tests = self.pool(lambda: self.bar("series0", alpha=0.75))
        self._mends = self.pool(
            lambda: self.paint(
                self.put(Rectangle((0, 0), 0, 0, fill=False, hatch="////", linewidth=1.2)),
                edgecolor="series1",
            )
        )
        self._hours = self.pool(lambda: self.text(bold=True))
        self._parts = self.pool(lambda: self.text("grey", size=12))
        self._ticks = [self.text("grey", size=12, ha="center") for _ in range(3)]
        self._key = self.text("grey", size=12)

    def update(self, places: Sequence[Place | tuple[Any, ...]], unit: str = "hours") -> None:
        """Show the places in the order in which a defect passes them. All bars have one scale, which grows in
        steps of 1, 2 and 5, so that it stands still while a number changes little."""
        places = [Place(*place) for place in places]
        self.fit(HEAD + FOOT + ROW * max(1, len(places)))
        self._reach = reach(max((place.finding + place.mending for place in places), default=0))
        self._draw(places)
        self._write_names(places, unit)
        self._rule(len(places), unit)
        self._say(places, unit)

    def _across(self, hours: float) -> float:
        return NAMES + hours / self._reach * (self.width - NAMES - RIGHT)

    def _floors(self, count: int) -> list[float]:
        """Return the lower edges of the bars."""
        return [self.height - HEAD - ROW * at - (ROW + BAR) / 2 for at in range(count)]

    def _draw(self, places: Sequence[Place]) -> None:
        count = len(places)
        for place, floor, test, mend in zip(
            places, self._floors(count), self._tests.take(count), self._mends.take(count), strict=True
        ):
            middle, end = self._across(place.finding), self._across(place.finding + place.mending)
            self.lay(test, NAMES, floor, middle - NAMES, BAR)
            self.lay(mend, middle, floor, end - middle, BAR)

    def _write_names(self, places: Sequence[Place], unit: str) -> None:
        count, room = len(places), NAMES - 26
        pools = (self._names, self._counts, self._hours, self._parts)
        rows = zip(places, self._floors(count), *(pool.take(count) for pool in pools), strict=True)
        for place, floor, name, found, hours, parts in rows:
            middle = floor + BAR / 2
            self.write(name, place.name, 12, middle + 9, room)
            self.write(found, _found(place), 12, middle - 9, room)
            whole = place.finding + place.mending
            behind = self._across(whole) + 8
            self.write(hours, amount(round(whole), unit), behind, middle + 9, self.width - behind - 4)
            self.write(parts, _parts(place), behind, middle - 9, self.width - behind - 4)

    def _rule(self, count: int, unit: str) -> None:
        marks = [0, self._reach / 2, self._reach]
        top, bottom = self.height - HEAD, self.height - HEAD - ROW * max(1, count)
        ends = [(mark, top - 6 if mark else bottom) for mark in marks]
        self.trace(
            self._rulers,
            [x for mark, _ in ends for x in (self._across(mark), self._across(mark), math.nan)],
            [y for _, end in ends for y in (end, top, math.nan)],
        )
        for text, mark in zip(self._ticks, marks, strict=True):
            self.write(text, number(mark), self._across(mark), top + 10, RIGHT)
        key = f"plain: {unit} for tests · hatched: {unit} for mending what is found there" if count else ""
        self.write(self._key, key, 12, 18, self.width - 24)

    def _say(self, places: Sequence[Place], unit: str) -> None:
        if not places:
            self.title("No place to find defects yet")
            self.alt = "No place to find defects yet."
            return
        finding, mending = (math.fsum(each) for each in zip(*(place[2:] for place in places), strict=True))
        whole = (
            f"{amount(round(finding + mending), unit)} a release: {round(finding)} for tests and "
            f"{round(mending)} for mending"
        )
        self.title(whole)
        self.alt = sentences(
            [
                whole,
                *(
                    f"{one_line(place.name)}: {_found(place)}, "
                    f"{amount(round(place.finding + place.mending), unit)} ({_parts(place)})"
                    for place in places
                ),
            ]
        )


def reach(hours: float) -> float:
    """Return how far a scale goes that holds this: 1, 2 or 5 times a power of ten, at least 10.

    >>> reach(0), reach(51), reach(180), reach(200)
    (10.0, 100.0, 200.0, 200.0)
    """
    power = 10.0 ** max(1, math.floor(math.log10(max(hours, 1))))
    return next(step * power for step in STEPS if hours <= step * power)


def _found(place: Place) -> str:
    return f"{number(place.found, 1)} found here" if place.found else "none found here"


def _parts(place: Place) -> str:
    parts = [(place.finding, "tests"), (place.mending, "mending")]
    return " + ".join(f"{round(hours)} {what}" for hours, what in parts if hours) or "nothing"
