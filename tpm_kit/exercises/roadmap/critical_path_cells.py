"""What a learner types into the table of times: each cell as a number of days, and how time is counted.

Codes CPM-… are those of the domain reference (section 6.2); what it has no code for is PATH-….
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.roadmap.critical_path_network import DAYS, FOLLOWERS, LAST, TASKS, solved
from tpm_kit.exercises.wording import cut
from tpm_kit.typed import number

TIMES = {
    "es": "earliest start",
    "ef": "earliest end",
    "ls": "latest start",
    "lf": "latest end",
    "float": "float",
}
"""The columns of numbers, and what they are called in a sentence."""
MARKS = {"critical": "critical", "then": "critical then"}
"""The columns of yes and no: as the network is, and if one task takes longer."""
ANSWERS = {"yes": "yes", "no": "no"}
MOST_DAYS = 1000
OTHER_UNITS = ("w", "wk", "week", "month", "m", "h", "hour", "sprint")


class Reading(NamedTuple):
    """What a cell holds: its number of days, or a sentence about what is wrong with it."""

    value: float | None = None
    fault: str = ""


def read_time(text: str) -> Reading:
    """Return what a text means as a time or a float, in days.

    >>> read_time("7 days").value, read_time("day 7").value, read_time("1 week").fault
    (7.0, 7.0, '“1 week” is not in days.')
    """
    found = number(re.sub(r"^\s*day\s+(?=[0-9])", "", text, flags=re.IGNORECASE))
    unit = found.unit.rstrip(".").removesuffix("s") if found else ""
    if found is None or unit not in ("", "d", "day", *OTHER_UNITS):
        return Reading(fault=f"“{cut(text, 24)}” is no number of days.")
    if unit in OTHER_UNITS:
        return Reading(fault=f"“{cut(text, 24)}” is not in days.")
    if not abs(found.value) <= MOST_DAYS:
        return Reading(fault=f"“{cut(text, 24)}” is out of range.")
    return Reading(found.value)


def days(value: float) -> str:
    """Return a number as the feedback writes it.

    >>> days(13.0), days(-2.5)
    ('13', '−2.5')
    """
    return f"{value:.10g}".replace("-", "−")


class Sheet:
    """The table as typed: numbers by task and column, marks, and how the learner counts time.

    `step` is 1 where days are counted (a task of 7 days runs from day 1 to day 7, the next one begins on day
    8), 0 where points in time are (from 0 to 7, the next one begins at 7). `mixed` says that starts are
    counted from 1, and ends as if from 0.
    """

    def __init__(self, answer: Cells) -> None:
        self._answer = answer
        self._readings = {
            (id, column): read_time(answer.text(id, column))
            for id in TASKS
            for column in TIMES
            if answer.text(id, column).strip()
        }
        firsts = [self.time(id, "es") for id in TASKS if not TASKS[id].needs]
        from_one = 1 in firsts and 0 not in firsts
        spans = [self._span(id) for id in TASKS]
        self.mixed = from_one and spans.count(0) > spans.count(-1)
        self.step = 1 if from_one and not self.mixed else 0

    def _span(self, id: str) -> float | None:
        """Return by how much the time from a task's earliest start to its end differs from its days."""
        start, end = self.time(id, "es"), self.time(id, "ef")
        return None if start is None or end is None else end - start - DAYS[id]

    def time(self, id: str, column: str) -> float | None:
        """Return the number in a cell; None for a blank one or one that cannot be used."""
        return self._readings.get((id, column), Reading()).value

    def faults(self) -> dict[tuple[str, str], str]:
        """Return what is wrong with each cell that cannot be used, by task and column."""
        return {cell: reading.fault for cell, reading in self._readings.items() if reading.fault}

    def mark(self, id: str, column: str) -> bool | None:
        """Return whether a task is marked as critical; None where nothing is chosen."""
        return {"yes": True, "no": False}.get(self._answer.text(id, column))

    def marked(self, column: str) -> frozenset[str] | None:
        """Return the tasks that are marked as critical; None until all tasks are judged."""
        marks = {id: self.mark(id, column) for id in TASKS}
        return None if None in marks.values() else frozenset(id for id, mark in marks.items() if mark)

    def all_known(self) -> bool:
        """Say whether each cell of numbers holds one."""
        return all(self.time(id, column) is not None for id in TASKS for column in TIMES)

    def before(self, id: str) -> dict[str, float] | None:
        """Return when the tasks end that this one needs, by id; None while one of them is not known."""
        return self._known(TASKS[id].needs, "ef")

    def after(self, id: str) -> dict[str, float] | None:
        """Return when the tasks must start that wait for this one; None while one of them is not known."""
        return self._known(FOLLOWERS[id], "ls")

    def finish(self) -> float | None:
        """Return when all is done by the learner's own ends, or None while they are not known."""
        ends = self._known(LAST, "ef")
        return max(ends.values()) if ends else None

    def _known(self, ids: tuple[str, ...], column: str) -> dict[str, float] | None:
        times = {id: self.time(id, column) for id in ids}
        return None if None in times.values() else times

    def expected(self, id: str, column: str, step: int | None = None) -> float | None:
        """Return what the learner's own other numbers come to in a cell of times; None while one is missing.

        So one slip is one fault, and not one in each cell that builds on it. `step` is that of the sheet
        unless another is asked for.
        """
        step = self.step if step is None else step
        start, end = self.time(id, "es"), self.time(id, "lf")
        if column == "es":
            ends = self.before(id)
            return None if ends is None else max(ends.values()) + step if ends else float(step)
        if column == "ef":
            return None if start is None else start + DAYS[id] - step
        if column == "ls":
            return None if end is None else end - DAYS[id] + step
        starts = self.after(id)
        return None if starts is None else min(starts.values()) - step if starts else self.finish()

    def right(self, id: str, column: str) -> float:
        """Return the right number of a cell, in the learner's way of counting."""
        times = solved().tasks[id]
        if column == "float":
            return times.total_float
        later = self.step if column in ("es", "ls") else 0
        return getattr(times, column) + (1 if self.mixed else later)

    def float(self, id: str) -> float | None:
        """Return the float of a task by the learner's own starts: latest less earliest."""
        early, late = self.time(id, "es"), self.time(id, "ls")
        return None if early is None or late is None else late - early

    def free_float(self, id: str) -> float | None:
        """Return by how much a task can slip, by the learner's own early times, before it moves another."""
        end, nexts = self.time(id, "ef"), self._known(FOLLOWERS[id], "es")
        limit = min(nexts.values()) - self.step if nexts else None
        if not FOLLOWERS[id]:
            limit = self.finish()
        return None if end is None or limit is None else limit - end
