"""What the feedback on a roadmap says of load and capacity: sprints, teams, people.

Codes ROAD-9 and ROAD-10 are those of the domain reference (section 6.1). What it has no code for: LOAD-1 a
sprint booked beyond what its team can finish, LOAD-2 a bar too short or too long for its points.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import NEAR, Bar, Bars, bars, load
from tpm_kit.exercises.roadmap.plan import Plan, planned
from tpm_kit.exercises.roadmap.plan_findings import (
    Room,
    in_sprint,
    in_two_places,
    level_of_sums,
    too_much,
    unsized,
)
from tpm_kit.exercises.roadmap.roadmap_board import figure
from tpm_kit.exercises.roadmap.sprint_words import first_up, span_name, sprint_name
from tpm_kit.exercises.wording import names, percent, points

MOST_BOOKED = 0.9
"""Share of the capacity that a plan may take: a guide of this course. The rest is for what nobody knows
yet."""
FULL = 0.995
"""Share from which on a sprint counts as full."""
LONGER = 2
"""Sprints more than a team needs for a bar, from which on the bar is too long: a guide of this course."""


def rooms(placed: Bars, plan: Plan) -> list[Room]:
    """Return the room of each team; of all together where there are no teams."""
    booked = load(placed, plan)
    if not plan.teams:
        return [Room("", booked.total, plan.capacity)]
    return [Room(team, booked.teams[team], capacity) for team, capacity in plan.teams.items()]


def _too_short(bar: Bar, plan: Plan) -> bool:
    return bar.span < plan.least_span(plan.by_id[bar.id])


@rule("LOAD-1")
def sprints_hold_what_teams_can_finish(answer: Placements, case: Case) -> Iterator[Finding]:
    """A sprint is booked beyond what a team can finish in it."""
    plan = planned(case)
    placed = bars(answer, plan)
    found = False
    for room in rooms(placed, plan):
        over = [sprint for sprint in room.over() if not _explained(room, sprint, placed, plan)]
        found = found or bool(room.over())
        if over:
            yield too_much(
                room,
                over,
                placed,
                plan,
                "What does not fit is not done at the end of the sprint, and everything that waits for it "
                "moves.",
                "Move or stretch a bar that has float, or leave something that no Must needs in the tray.",
            )
    yield from _short_sprints(placed, plan, case)
    yield from unsized(plan.items)
    if placed and not found and any(map(sum, (room.points for room in rooms(placed, plan)))):
        yield Finding("good", _fullest(placed, plan))


def _explained(room: Room, sprint: int, placed: Bars, plan: Plan) -> bool:
    """Say whether a bar that is too short for its points fills the sprint alone: LOAD-2 says so."""
    return any(_too_short(bar, plan) for bar in in_sprint(room, sprint, placed, plan))


def _fullest(placed: Bars, plan: Plan) -> str:
    """Name the team and sprint that come closest to their capacity."""
    room, sprint = max(
        ((room, sprint) for room in rooms(placed, plan) for sprint in plan.numbers),
        key=lambda one: one[0].points[one[1] - 1] / one[0].capacity,
    )
    who = "No team is" if plan.teams else "No sprint is"
    team = f"{room.team} in {sprint_name(plan, sprint)}" if room.team else sprint_name(plan, sprint)
    held = f"{figure(room.points[sprint - 1])} of {figure(room.capacity)} points"
    return f"{who} booked beyond what can be finished; fullest is {team}, with {held}."


def _short_sprints(placed: Bars, plan: Plan, case: Case) -> Iterator[Finding]:
    """Note the sprints with holidays that hold more than fits into their days."""
    usual = max((sprint.days for sprint in plan.sprints), default=0)
    total = load(placed, plan).total
    for sprint in plan.sprints:
        held, fits = total[sprint.number - 1], plan.capacity * sprint.days / usual if usual else 0
        if sprint.days < usual and fits + NEAR < held <= plan.capacity + NEAR:
            off = [day.name for day in case.holidays if sprint.start <= day.date <= sprint.end]
            yield Finding(
                "note",
                f"{first_up(sprint_name(plan, sprint.number))} has {sprint.days} working days, not {usual}"
                f"{f' ({names(off)})' if off else ''}. By its days it has room for {figure(fits)} of the "
                f"usual {figure(plan.capacity)} points, and it holds {figure(held)}.",
                "A capacity in points is that of a whole sprint.",
                "Have something in it that may slip without harm.",
            )


@rule("LOAD-2")
def bars_are_as_long_as_their_work(answer: Placements, case: Case) -> Iterator[Finding]:
    """A bar is too short for its points, or much longer than they need."""
    plan = planned(case)
    for bar in bars(answer, plan).values():
        item = plan.by_id[bar.id]
        if not item.effort:
            continue
        least, capacity = plan.least_span(item), plan.capacity_for(item)
        who = item.team if item.team in plan.teams else "the team"
        if bar.span < least:
            yield Finding(
                level_of_sums(plan),
                f"{item.title} ({points(item.effort)}) lies in {span_name(bar.start, bar.end)}; {who} can "
                f"finish {points(round(capacity, 2))} in one sprint.",
                f"With nothing else to do it would take {least} sprints.",
                f"Stretch it over {least} sprints, or let it be split into parts that can be done one by one."
                if least <= plan.count
                else "That is more than there are: split it into parts that can be done one by one.",
                (item.id,),
            )
        elif bar.span >= least + LONGER:
            yield Finding(
                "caution",
                f"{item.title} ({points(item.effort)}) is stretched over {bar.span} sprints; {who} can "
                f"finish it in {least}.",
                f"That is {points(round(item.effort / bar.span, 2))} a sprint. Work that is begun and put "
                "aside takes longer, and shows nothing until its end.",
                "Start it later, or finish it sooner.",
                (item.id,),
            )


@rule("ROAD-9", whole=True)
def something_is_left_free(answer: Placements, case: Case) -> Iterator[Finding]:
    """The release, a team or a sprint is booked to the last point."""
    plan = planned(case)
    placed = bars(answer, plan)
    total = Room("", load(placed, plan).total, plan.capacity)
    booked, full = sum(total.points), _full(placed, plan)
    sums = (
        f"{figure(booked)} of {figure(plan.room)} points are booked "
        f"({percent(booked / plan.room, MOST_BOOKED)})"
    )
    tight = [
        f"{room.team} ({figure(sum(room.points))} of {figure(room.capacity * plan.count)} points)"
        for room in rooms(placed, plan)
        if _nearly_all(room, plan) and not room.over()
    ]
    seen = []
    if _nearly_all(total, plan):
        seen.append(f"{sums}; keep about a tenth free.")
    elif tight:
        seen.append(f"Nearly all is booked of {names(tight)}; keep about a tenth free.")
    if full:
        seen.append(f"Booked to the last point: {names(full)}.")
    if seen:
        yield Finding(
            "caution",
            " ".join(seen),
            "Support, illness and what nobody thought of take their time as well. Without free points the "
            "first surprise moves a date.",
            _what_gives(placed, plan) if _nearly_all(total, plan) or tight else "Stretch or move a bar.",
        )
    elif booked:
        yield Finding("good", f"{sums}; {figure(plan.room - booked)} are left for what nobody knows yet.")


def _nearly_all(room: Room, plan: Plan) -> bool:
    return sum(room.points) > MOST_BOOKED * room.capacity * plan.count + NEAR


def _what_gives(placed: Bars, plan: Plan) -> str:
    spare = [item.title for item in plan.items if item.id in placed and not item.must]
    if not spare:
        return "All of it is needed for a Must: ask what of a Must can come later."
    return f"What no Must needs can go back into the tray: {names(spare)}."


def _full(placed: Bars, plan: Plan) -> list[str]:
    """Return the sprints, with their team, that are full but not beyond."""
    return [
        f"{sprint_name(plan, sprint)}{f' of {room.team}' if room.team else ''} ({figure(held)} points)"
        for room in rooms(placed, plan)
        for sprint, held in enumerate(room.points, start=1)
        if FULL * room.capacity <= held <= room.capacity + NEAR
    ]


@rule("ROAD-10")
def people_do_one_thing_at_a_time(answer: Placements, case: Case) -> Iterator[Finding]:
    """Somebody is needed by two bars in the same sprint."""
    plan = planned(case)
    yield from in_two_places(bars(answer, plan), plan)


LOAD_RULES = (
    sprints_hold_what_teams_can_finish,
    bars_are_as_long_as_their_work,
    something_is_left_free,
    people_do_one_thing_at_a_time,
)
