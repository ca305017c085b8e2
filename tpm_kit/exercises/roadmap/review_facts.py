"""Where a release stands three weeks in: what is done, what is begun, what is left, and the room there is for
it.

The plan before is the learner's own roadmap if every planned item lies on it, and else the worked one.
Sprints up to the one under way are closed: what they hold stays as planned. What is left of a bar that runs
beyond them is planned anew, and keeps the start that it had.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from tpm_kit.answers import Cells, Place, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.exercises.roadmap import bars as plan_bars
from tpm_kit.exercises.roadmap.bars import Bar, Bars
from tpm_kit.exercises.roadmap.news import News, news, review_day, sprint_under_way
from tpm_kit.exercises.roadmap.plan import NO_THEME, USES, Milestone, Plan, Planned
from tpm_kit.exercises.roadmap.roadmap_inputs import INPUTS
from tpm_kit.exercises.roadmap.sprint_words import column_of
from tpm_kit.exercises.roadmap.standing_plan import ROADMAP, Standing, standing
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.work_calendar import sprint_of

REVIEW_USES: Mapping[str, type] = {**USES, ROADMAP: Placements}
OUT = "out"
"""The row of what is left for after the release."""
YOURS, WORKED, PARTLY = "yours", "worked", "partly"


class Replan(Placements):
    """An answer to the review. What is left for after the release is "out", in whichever sprint it lies."""

    def value(self, part: str) -> str | None:
        """Return where a card lies, as `Placements` does, or "out"."""
        value = super().value(part)
        return OUT if value and value.startswith(f"{OUT}/") else value

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Return cards placed like that: card id -> "out", or row/column with its span."""
        first = f"{OUT}/{column_of(1)}"
        return super().of({id: first if value == OUT else value for id, value in values.items()})


@dataclass(frozen=True)
class Situation:
    """The release on the day of the review."""

    plan: Plan
    """As it was planned, with the sizes and dates of then."""
    before: Bars
    """The bars of the roadmap, by id."""
    whose: str
    """`YOURS`, `WORKED`, or `PARTLY`: the learner's, with items that are not placed."""
    today: datetime.date | None
    now: int
    """The number of the sprint under way, the last one that is closed."""
    news: tuple[News, ...]
    left: Plan
    """What is left to plan: open items with the points that are open, the wish, and the dates of today."""
    spent: Mapping[str, float]
    """Points that the closed sprints put into items that are begun and not done, by id."""
    room: Mapping[str, tuple[float, ...]]
    """Points that each team can finish, by sprint from the first on; one team called "" where all are one."""

    @property
    def open_sprints(self) -> range:
        """The numbers of the sprints that can still be planned."""
        return range(self.now + 1, self.plan.count + 1)

    @property
    def done(self) -> tuple[Bar, ...]:
        """The bars that the closed sprints finish."""
        return tuple(bar for bar in self.before.values() if bar.end <= self.now)

    @cached_property
    def wishes(self) -> tuple[str, ...]:
        """The ids of what is wanted besides, as far as the plan before has not got it."""
        return tuple(
            id for one in self.news if one.kind == "wish" for id in one.items if id in self.left.by_id
        )

    @cached_property
    def first(self) -> Mapping[str, int]:
        """The first sprint in which each open item can be worked on, where a change has moved it."""
        starts = {id: one.first for one in self.news if one.kind == "item" for id in one.items}
        return {
            id: sprint for id, sprint in starts.items() if id in self.left.by_id and sprint > self.now + 1
        }

    @cached_property
    def items(self) -> Mapping[str, Planned]:
        """Every item of the plan before and the wish by id, with the sizes and dates of today."""
        grown = {id: one.points for one in self.news if one.kind == "item" for id in one.items}
        found = {}
        for item in (*self.plan.items, *(one for one in self.left.items if one.id not in self.plan.by_id)):
            now = self.left.by_id.get(item.id, item)
            effort = None if item.effort is None else item.effort + grown.get(item.id, 0)
            found[item.id] = replace(now, effort=effort)
        return found


@once
def situation(case: Case) -> Situation:
    """Return where the release stands; see the module for what it starts from."""
    own = standing(_with_people(case))
    if own.mine and len(own.bars) == len(own.plan.items):
        return _situation(case, own, YOURS)
    return worked_situation(case) or _situation(case, own, PARTLY)


def _with_people(case: Case) -> Case:
    """Return a case of the learner's own with the people whom they named beside the sizes (exercise 6.2)."""
    typed = case.earlier.get(INPUTS.exercise.id)
    if not case.own or case.table(INPUTS.table) or not isinstance(typed, Cells) or not typed.cells:
        return case
    return replace(case, tables={**case.tables, INPUTS.table: tuple(INPUTS.rows(typed, case))})


@once
def worked_situation(case: Case) -> Situation | None:
    """Return where the release stands by the worked roadmap, whatever the learner's own; None without one."""
    worked = standing(replace(case, earlier={}))
    return _situation(case, worked, WORKED) if worked.bars else None


def _situation(case: Case, stands: Standing, whose: str) -> Situation:
    plan, before = stands.plan, dict(stands.bars)
    today = review_day(case, plan)
    now = sprint_under_way(today, case, plan)
    found = news(case, plan, before, now)
    spent = {
        bar.id: (plan.by_id[bar.id].effort or 0) * (now - bar.start + 1) / bar.span
        for bar in before.values()
        if bar.start <= now < bar.end
    }
    left = _left(case, plan, before, now, found, spent)
    return Situation(plan, before, whose, today, now, found, left, spent, _room(plan, found))


def _left(
    case: Case, plan: Plan, before: Bars, now: int, found: Iterable[News], spent: Mapping[str, float]
) -> Plan:
    """Return what is left to plan as a plan of its own: open points, new dates, and the wish."""
    more, dates, wishes = {}, {}, []
    for one in found:
        for id in one.items:
            if one.kind == "item":
                more[id] = more.get(id, 0) + one.points
                dates |= {id: one.deadline} if one.deadline else {}
            elif one.kind == "wish" and id not in plan.by_id:
                wishes.append(id)
    items = [
        replace(
            item,
            effort=None
            if item.effort is None
            else item.effort - spent.get(item.id, 0) + more.get(item.id, 0),
            deadline=dates.get(item.id, item.deadline),
        )
        for item in plan.items
        if not (item.id in before and before[item.id].end <= now)
    ]
    items += [_wished(case, id, plan) for id in dict.fromkeys(wishes)]
    ids = {item.id for item in items}
    items = [replace(item, needs=tuple(id for id in item.needs if id in ids)) for item in items]
    return replace(plan, items=tuple(items), milestones=_milestones(plan, dates))


def _wished(case: Case, id: str, plan: Plan) -> Planned:
    item = short_titles(case)[id]
    row = next((row for row in case.table("plan") if row["id"] == id), {})
    return Planned(
        id=id,
        title=item.title,
        theme=cut(item.theme, 60) or NO_THEME,
        effort=item.effort,
        team=row.get("team", ""),
        person=row.get("person", ""),
        deadline=item.deadline,
        needs=tuple(need for need in dict.fromkeys(item.dependencies) if need in plan.by_id),
        why="wanted by the sponsor",
        must=False,
    )


def _milestones(plan: Plan, dates: Mapping[str, datetime.date]) -> tuple[Milestone, ...]:
    """Return the milestones, those of a single item on its new date."""
    moved = []
    for one in plan.milestones:
        day = dates.get(one.items[0], one.date) if len(one.items) == 1 else one.date
        sprint = sprint_of(day, plan.sprints)
        if sprint:
            moved.append(one._replace(date=day, sprint=sprint))
    return tuple(sorted(moved, key=lambda one: one.date))


def _room(plan: Plan, found: Iterable[News]) -> dict[str, tuple[float, ...]]:
    room = {team: [points] * plan.count for team, points in (plan.teams or {"": plan.capacity}).items()}
    for one in found:
        # A team that the case does not have is one that all belong to.
        teams = [one.team] if one.team in room else list(room)
        for sprint in plan.numbers if one.kind == "team" else ():
            for team in teams if one.first <= sprint <= one.last else ():
                room[team][sprint - 1] = max(0.0, room[team][sprint - 1] - one.points / len(teams))
    return {team: tuple(points) for team, points in room.items()}


# What an answer makes of it ---------------------------------------------------------------------------------


def left_out(answer: Placements, here: Situation) -> list[str]:
    """Return the ids of the open items that the answer leaves for after the release."""
    return [place.id for place in answer.places if place.row == OUT and place.id in here.left.by_id]


def open_bars(answer: Placements, here: Situation) -> dict[str, Bar]:
    """Return a bar for each open item that the answer keeps in the release."""
    kept = tuple(place for place in answer.places if place.row != OUT)
    return plan_bars.bars(Placements(places=kept), here.left)


def whole_bars(answer: Placements, here: Situation) -> dict[str, Bar]:
    """Return the new plan as a whole: what is done, and the open bars with the start of what was begun."""
    found = {bar.id: bar for bar in here.done}
    for id, bar in open_bars(answer, here).items():
        old = here.before.get(id)
        if old and old.start <= here.now:
            found[id] = replace(bar, start=old.start, span=max(1, bar.end - old.start + 1))
        else:
            found[id] = bar
    return found


def load(answer: Placements, here: Situation) -> dict[str, tuple[float, ...]]:
    """Return the points planned for each team in each sprint, those of closed sprints included."""
    open_load = plan_bars.load(open_bars(answer, here), here.left).teams
    closed = {
        id: replace(bar, span=min(bar.span, here.now - bar.start + 1))
        for id, bar in here.before.items()
        if bar.start <= here.now
    }
    sizes = tuple(replace(item, effort=here.spent.get(item.id, item.effort)) for item in here.plan.items)
    past = plan_bars.load(closed, replace(here.plan, items=sizes)).teams
    nothing = (0.0,) * here.plan.count
    return {
        team: tuple(map(sum, zip(open_load.get(team, nothing), past.get(team, nothing), strict=True)))
        for team in dict.fromkeys((*here.room, *open_load, *past))
    }


def beginning(case: Case) -> Placements:
    """Return the old plan as far as it is open: what the learner finds on the board."""
    return beginning_of(situation(case))


def beginning_of(here: Situation) -> Placements:
    """Return the old plan of a situation as far as it is open."""
    places = []
    for bar in here.before.values():
        if bar.end > here.now:
            start = max(bar.start, here.now + 1)
            places.append(Place(id=bar.id, row=bar.row, column=column_of(start), span=bar.end - start + 1))
    return Placements(places=tuple(places))
