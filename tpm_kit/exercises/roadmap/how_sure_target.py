"""What must be done by which date: the items of exercise 6.6, how they wait for each other, and the calendar.

The items are those of the case's milestone with the most work behind it, with all that they need; on a
backlog without milestones the first of the roadmap's items.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.exercises.roadmap.plan import USES as PLAN_USES
from tpm_kit.exercises.roadmap.plan import planned
from tpm_kit.methods.work_calendar import add_working_days, working_days

ID = "how-sure"
"""The exercise, and the table of its evidence."""
USES: Mapping[str, type] = {**PLAN_USES, ID: Cells}
MOST = 8
"""So many items are asked for where no milestone names them: three times are typed for each."""


@dataclass(frozen=True)
class Target:
    """What must be done, and by when."""

    items: tuple[BacklogItem, ...]
    needs: tuple[tuple[str, str], ...]
    """Pairs of ids: the first must be done before the second starts. No circle."""
    title: str
    """What the date is called; empty where there is none."""
    date: datetime.date | None
    start: datetime.date | None
    """The day on which work starts; None where nobody has said."""
    holidays: tuple[datetime.date, ...]
    circle: tuple[str, ...]
    """Ids of items that wait for each other, the first one again last; a need that closed it is left out."""
    left_out: int
    """How many items of the roadmap are not asked for."""

    @property
    def due(self) -> int | None:
        """Working days from the start to the date, both counted; None where one of the two is not known."""
        if self.start is None or self.date is None:
            return None
        return working_days(self.start, self.date, self.holidays)

    def day(self, time: float) -> datetime.date | None:
        """Return the day on which work that ends at this time (working days from the start) is done."""
        if self.start is None:
            return None
        whole = max(1, math.ceil(time - 1e-6))
        try:
            return add_working_days(self.start, whole - 1, self.holidays)
        except ValueError:  # Out of the calendar.
            return None

    def late(self, time: float) -> int:
        """Return how many working days after the date that is: 0 if it is in time, or nobody knows."""
        due = self.due
        return 0 if due is None else max(0, math.ceil(time - 1e-6) - due)


def evidence(case: Case) -> Mapping[str, TableRow]:
    """Return what the case knows of how long such items take, by id."""
    return {row["id"]: row for row in case.table(ID) if row["kind"] == "item"}


@once
def target(case: Case) -> Target:
    """Return what must be done in a case, and by when."""
    items = short_titles(case)
    rows = [row for row in case.table("milestones") if any(id in items for id in row["items"])]
    if rows:
        wanted = [(row, _with_needs(row["items"], items)) for row in rows]
        row, ids = max(wanted, key=lambda one: len(one[1]))
        return _target(case, ids, row["title"], row["date"], 0)
    # A circle of too many items leaves the roadmap without any.
    plan = [item.id for item in planned(case).items] or [item.id for item in case.items][:1]
    typed = case.earlier.get(ID)
    kept = [id for id in plan if isinstance(typed, Cells) and id in typed.cells]
    ids: set[str] = set()
    for id in (*kept, *plan):
        together = ids | _with_needs((id,), {one: items[one] for one in plan})
        ids = together if len(together) <= MOST else ids
    ids = ids or set(plan[:1])  # one whose needs alone are too many
    return _target(case, ids, "Release" if case.release_date else "", case.release_date, len(plan) - len(ids))


def _with_needs(ids: Iterable[str], items: Mapping[str, BacklogItem]) -> set[str]:
    """Return these ids with all that they need, directly or not."""
    found: set[str] = set()
    waiting = [id for id in ids if id in items]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [need for need in items[id].dependencies if need in items]
    return found


def _target(case: Case, ids: set[str], title: str, date: datetime.date | None, left_out: int) -> Target:
    items = tuple(item for item in short_titles(case).values() if item.id in ids)
    needs, circle = _without_circles(items)
    holidays = tuple(day.date for day in case.holidays)
    start = case.sprint_start
    if start is not None:
        try:
            start = add_working_days(start, 0, holidays)
        except ValueError:
            start = None
    return Target(items, needs, title, date, start, holidays, circle, left_out)


def _without_circles(
    items: tuple[BacklogItem, ...],
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return who waits for whom, less what would close a circle, and the first circle found."""
    ids = {item.id for item in items}
    needs: list[tuple[str, str]] = []
    circle: tuple[str, ...] = ()
    for item in items:
        for need in dict.fromkeys(item.dependencies):
            if need not in ids:
                continue
            way = _way(item.id, need, needs)
            if way is None:
                needs.append((need, item.id))
            else:
                circle = circle or (*way, item.id)
    return tuple(needs), circle


def _way(start: str, end: str, needs: list[tuple[str, str]]) -> tuple[str, ...] | None:
    """Return the ids on a way from one item to another along what waits for what, or None."""
    ways = [(start,)]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        for after in (two for one, two in needs if one == way[-1] and two not in seen):
            seen.add(after)
            ways.append((*way, after))
    return None
