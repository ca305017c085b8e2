"""What changes three weeks into a release: the changes of a case, or ones invented for a learner's own
plan."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tpm_kit.case import Case
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.roadmap.bars import Bars
from tpm_kit.exercises.roadmap.plan import Plan
from tpm_kit.exercises.roadmap.sprint_words import sprint_name
from tpm_kit.exercises.wording import points
from tpm_kit.methods.work_calendar import sprint_of

TABLE = "changes"
WEEKS = 3
"""So far into the plan the review is held, where a case names no day."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing that has changed since the roadmap was made."""

    id: str
    kind: str
    """"item": work grows; "team": people are missing; "wish": somebody wants more."""
    title: str
    fact: str
    items: tuple[str, ...] = ()
    points: float = 0.0
    """Of an item: points more. Of a team: points a sprint fewer, after the focus factor."""
    team: str = ""
    """Whose capacity falls; empty where all work as one."""
    first: int = 1
    """Of an item: the first sprint in which what is left of it can be worked on. Of a team: the first one
    with fewer points."""
    last: int = 1000
    """Of a team: the last sprint with fewer points."""
    deadline: datetime.date | None = None
    """Of an item: its new date."""


def review_day(case: Case, plan: Plan) -> datetime.date | None:
    """Return the day of the review: that of the case's changes, or three weeks after the first sprint
    began."""
    days = [row["date"] for row in case.table(TABLE)]
    if days:
        return max(days)
    return plan.sprints[0].start + datetime.timedelta(weeks=WEEKS) if plan.sprints else None


def sprint_under_way(day: datetime.date | None, case: Case, plan: Plan) -> int:
    """Return the number of the sprint that the review falls into; at most the last but one, so that there is
    something left to plan. Without dates, it is the one that three weeks lead into."""
    if day is not None and plan.sprints:
        found = sprint_of(day, plan.sprints) or (0 if day < plan.sprints[0].start else plan.count)
    else:
        found = WEEKS * 7 // case.sprint_days + 1
    return max(0, min(found, plan.count - 1))


def news(case: Case, plan: Plan, before: Bars, now: int) -> tuple[News, ...]:
    """Return what has changed for a plan with these bars, in sprint `now`.

    Of several wishes of the case the first one counts that the plan does not hold already, and an item that
    the plan does not hold cannot grow. A case without a table of changes gets three that are invented.
    """
    rows = case.table(TABLE)
    if not rows:
        return tuple(_invented(case, plan, before, now))
    found, wished = [], False
    for row in rows:
        if row["kind"] == "item" and not any(_open(id, before, now) for id in row["items"]):
            continue
        if row["kind"] == "wish":
            if wished or any(id in plan.by_id for id in row["items"]):
                continue
            wished = True
        found.append(_of(row, case, plan))
    return tuple(found)


def _open(id: str, before: Bars, now: int) -> bool:
    return id in before and before[id].end > now


def _of(row, case: Case, plan: Plan) -> News:
    focus = case.capacity.focus_factor if case.capacity else 1.0
    known = [id for id in row["items"] if id in short_titles(case)]
    amount = row["points"] or 0.0
    return News(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        fact=row["fact"],
        items=tuple(known),
        points=amount * focus if row["kind"] == "team" else amount,
        team=row["team"],
        first=_first(row["start"], row["kind"], plan),
        deadline=row["deadline"],
    )


def _first(day: datetime.date | None, kind: str, plan: Plan) -> int:
    """Return the first sprint that begins on that day or later; of a team, the one that the day falls into:
    a sprint that somebody leaves in the middle of counts as one without them."""
    if day is None or not plan.sprints:
        return 1
    if kind == "team":
        return sprint_of(day, plan.sprints) or (1 if day < plan.sprints[0].start else plan.count + 1)
    later = [sprint.number for sprint in plan.sprints if sprint.first_day >= day]
    return min(later, default=plan.count + 1)


def _invented(case: Case, plan: Plan, before: Bars, now: int) -> Iterable[News]:
    """Yield three changes made from the learner's own plan. Nothing here claims that they happened."""
    running = [bar.id for bar in before.values() if bar.start <= now < bar.end]
    ahead = [bar.id for bar in before.values() if bar.end > now]
    sized = [id for id in running or ahead if plan.by_id[id].effort]
    if sized:
        item = max((plan.by_id[id] for id in sized), key=lambda item: item.effort)
        more = item.effort / 2
        what = "under way" if running else "still ahead"
        yield News(
            "item grows",
            "item",
            f"{item.title} grows by half",
            f"Invented for this exercise: the largest item {what} takes {points(round(more, 2))} more than "
            f"the {item.effort:.10g} that were estimated.",
            (item.id,),
            more,
        )
    sprint = min(now + 2, plan.count)
    fewer = plan.capacity / 3
    yield News(
        "people away",
        "team",
        f"A third of the team is away in sprint {sprint}",
        f"Invented for this exercise: in {sprint_name(plan, sprint)} the team finishes "
        f"{plan.capacity - fewer:.3g} points in place of {plan.capacity:.10g}.",
        points=fewer,
        first=sprint,
        last=sprint,
    )
    wish = _unplanned(case, plan)
    if wish:
        title = short_titles(case)[wish].title
        yield News(
            "one more wish",
            "wish",
            f"The sponsor wants {title}",
            "Invented for this exercise: whoever pays for the release asks for one more thing, the first in "
            "your backlog that is not planned.",
            (wish,),
        )


def _unplanned(case: Case, plan: Plan) -> str | None:
    """Return the first item of the backlog that is not planned; one with a known effort, if there is any."""
    free: Sequence[str] = [item.id for item in case.items if item.id not in plan.by_id]
    sized = [id for id in free if short_titles(case)[id].effort]
    return next(iter((*sized, *free)), None)
