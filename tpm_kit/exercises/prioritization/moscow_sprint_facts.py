"""What the board of one sprint knows: what is on the table, its capacity, and what can wait until when."""

from __future__ import annotations

import datetime
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.prioritization.moscow_rules import lane_of, promised

TABLE = "moscow-sprint"
RELEASE = "moscow"
"""The exercise whose answer is the plan of the release."""
MOST = 12
"""So many items of a learner's own backlog are put on the table."""


def release_plan(case: Case) -> Placements:
    """Return the learner's answer to the MoSCoW board of the release; blank if there is none."""
    return case.earlier.get(RELEASE, Placements())


def on_the_table(case: Case) -> dict[str, str]:
    """Return why each item is on the table now, by id.

    Without a table in the case: the Musts and Shoulds of the learner's release plan, or else the first items
    of the backlog; at most `MOST` of them, and no reason.
    """
    items = {item.id for item in case.items}
    rows = {row["id"]: row["note"] for row in case.table(TABLE) if row["id"] in items}
    return rows or dict.fromkeys([item.id for item in (promised(case) or case.items)[:MOST]], "")


def sprint_case(case: Case) -> Case:
    """Return the case cut down to one sprint: what is on the table, and the capacity of one sprint.

    A backlog of the learner's own names the capacity of a release only, so that of a sprint is not known.
    """
    items = {item.id: item for item in case.items}
    whole = case.capacity
    known = whole and not (case.own and whole.sprints == 1)
    return replace(
        case,
        items=tuple(items[id] for id in on_the_table(case)),
        capacity=replace(whole, sprints=1) if known else None,
    )


def sprint_of(day: datetime.date, case: Case) -> int | None:
    """Return the number of the sprint that a day falls into, 1 being the first (and any day before it)."""
    if case.sprint_start is None:
        return None
    return max(1, (day - case.sprint_start).days // case.sprint_days + 1)


def sprints_over(day: datetime.date, case: Case) -> int | None:
    """Return how many sprints are over by the end of a day: the last one whose work is done by then."""
    if case.sprint_start is None:
        return None
    return max(0, ((day - case.sprint_start).days + 1) // case.sprint_days)


def waiting(case: Case) -> dict[str, list[BacklogItem]]:
    """Return what directly waits for each item, as far as the release cannot do without it."""
    last = last_sprints(case)
    waits: dict[str, list[BacklogItem]] = {}
    for item in short_titles(case).values():
        for needed in dict.fromkeys(item.dependencies) if item.id in last else ():
            waits.setdefault(needed, []).append(item)
    return waits


def last_sprints(case: Case) -> dict[str, int]:
    """Return the last sprint that each item can wait for, by id: the last that is over by its own date, and
    one before that of each item that needs it.

    It holds what the release cannot do without (see `release_needs`; everything, if that is nothing) and
    what that stands on. Without dates the numbers are 0 and below: they order the items, and name no sprint.
    A circle of needs leaves it empty.
    """
    items = {item.id: item for item in case.items}
    needs = {item.id: [id for id in item.dependencies if id in items] for item in case.items}
    try:
        order = [*TopologicalSorter(needs).static_order()]
    except CycleError:
        return {}
    last = {item.id: _own_last(item, case) for item in release_needs(case) or case.items}
    for id in reversed(order):
        for needed in needs[id] if id in last else ():
            last[needed] = min(last.get(needed, last[id]), last[id] - 1)
    return last


def release_needs(case: Case) -> list[BacklogItem]:
    """Return the Musts of the learner's release plan, and what has a date in it and no workaround."""
    plan, end = release_plan(case), case.release_date
    return [
        item
        for item in case.items
        if lane_of(plan, item.id) == "must"
        or (item.deadline and not item.workaround and not (end and item.deadline > end))
    ]


def _own_last(item: BacklogItem, case: Case) -> int:
    """Return the last sprint of an item: the last that is over by its own date (the first if none is), or
    else that of the release; 0 without dates."""
    end = horizon(case)
    if not end:
        return 0
    return min(end, max(1, sprints_over(item.deadline, case) or 0)) if item.deadline else end


def horizon(case: Case) -> int:
    """Return the number of the release's last sprint; 0 if it is not known."""
    return (case.release_date and sprint_of(case.release_date, case)) or 0
