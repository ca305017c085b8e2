"""What the feedback on a roadmap says of its order and its dates.

Codes ROAD-4 to ROAD-6 are those of the domain reference (section 6.1). What it has no code for: ROAD-11 work
that ends after its deadline, ROAD-12 a card in a row where nobody looks for it, ROAD-13 work left in the
tray, ROAD-14 the bars that have no float.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import Bars, bars, clashes
from tpm_kit.exercises.roadmap.plan import Milestone, Plan, planned
from tpm_kit.exercises.roadmap.plan_findings import MOST_NAMED, missed_dates, too_early
from tpm_kit.exercises.roadmap.roadmap_board import DATES, has_theme, part_titles, row_of, rows
from tpm_kit.exercises.roadmap.sprint_words import day, number_of, span_name, sprint_name
from tpm_kit.exercises.wording import date, names
from tpm_kit.methods.work_calendar import working_days

MOST_CIRCLES = 3


@rule("ROAD-4", "dependencies")
def needs_run_in_no_circle(answer: Placements, case: Case) -> Iterator[Finding]:
    """Items wait for one another in a circle, so that none of them can come first."""
    plan = planned(case)
    for circle in circles(plan):
        titles = [plan.by_id[id].title for id in circle]
        path = " needs ".join([*titles, titles[0]] if len(titles) <= MOST_NAMED else titles[:MOST_NAMED])
        more = f", and so on through {len(titles)} items" if len(titles) > MOST_NAMED else ""
        yield Finding(
            "problem",
            f"These items wait for one another in a circle: {path}{more}.",
            "None of them can begin before the others are done, so that no order of them holds.",
            "Take one of these links out of your backlog file and read it again; two things that truly need "
            "each other are one piece of work.",
            tuple(circle[:MOST_NAMED]),
        )


def circles(plan: Plan) -> list[list[str]]:
    """Return the first few circles of needs, each as the ids of its items, every one needing the next."""
    needs = {item.id: set(item.needs) for item in plan.items}
    found: list[list[str]] = []
    while len(found) < MOST_CIRCLES:
        try:
            TopologicalSorter(needs).prepare()
            break
        except CycleError as error:
            circle = error.args[1][:0:-1]
            needs[circle[-1]].discard(circle[0])
            found.append(circle)
    return found


@rule("ROAD-5", "dependencies")
def needs_are_done_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item starts before one that it needs is done, or is planned without it."""
    plan = planned(case)
    placed = bars(answer, plan)
    in_circles = [set(circle) for circle in circles(plan)]
    held, broken = _links(placed, plan), 0
    for clash in clashes(placed, plan):
        if not any({clash.before.id, clash.after.id} <= circle for circle in in_circles):
            broken += 1
            yield too_early(clash, plan)
    for id, need in _without_needs(placed, plan):
        broken += 1
        yield Finding(
            "problem",
            f"{plan.by_id[id].title} is planned, but needs {plan.by_id[need].title}, which is not.",
            "It cannot work before what it stands on is there.",
            "Plan both, or leave both in the tray.",
            (id, need),
        )
    if held and not broken and not in_circles:
        many = {1: "The one line holds", 2: "Both lines hold"}.get(held, f"All {held} lines hold")
        yield Finding("good", f"{many}: everything starts after what it needs is done.")


def _links(placed: Bars, plan: Plan) -> int:
    """Return how many needs have both their ends on the board."""
    return sum(need in placed and need != id for id in placed for need in plan.by_id[id].needs)


def _without_needs(placed: Bars, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield placed items with a need that is left in the tray for good: what must be planned is still to
    come."""
    for id in placed:
        for need in plan.by_id[id].needs:
            if need not in placed and not plan.by_id[need].must:
                yield id, need


@rule("ROAD-6", "sprint_start")
def milestones_are_points_in_time(answer: Placements, case: Case) -> Iterator[Finding]:
    """A milestone is stretched, or lies in a sprint that its date does not fall into."""
    plan, titles = planned(case), part_titles(case)
    right = 0
    for one, start, span in _milestones(answer, plan):
        falls = f"{date(one.date)}, falls into {sprint_name(plan, one.sprint)}"
        if span > 1:
            yield Finding(
                "problem",
                f"{titles[one.id]} covers {span_name(start, start + span - 1)}.",
                "A milestone is a point in time: it takes no work, so it has no length. A bar says that "
                "somebody is at it for so long.",
                f"Shorten it to one sprint. Its date, {falls}.",
                (one.id,),
            )
        elif start != one.sprint:
            yield Finding(
                "problem",
                f"{titles[one.id]} lies in {sprint_name(plan, start)}; its date, {falls}.",
                "A date that others set stands where it stands, and everything is planned back from it.",
                f"Move it to sprint {one.sprint}.",
                (one.id,),
            )
        else:
            right += 1
    if right and right == len(plan.milestones):
        what = f"All {right} dates lie in their sprints" if right > 1 else "The date lies in its sprint"
        yield Finding("good", f"{what}.")


def _milestones(answer: Placements, plan: Plan) -> Iterator[tuple[Milestone, int, int]]:
    """Yield the placed milestones, each with its first sprint and how many it covers."""
    known = {one.id: one for one in plan.milestones}
    for place in answer.places:
        start = number_of(place.column)
        if place.id in known and start in plan.numbers:
            yield known[place.id], start, min(place.span, plan.count - start + 1)


@rule("ROAD-11", "deadline", "sprint_start")
def deadlines_are_met(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item ends after its deadline."""
    plan = planned(case)
    placed = bars(answer, plan)
    missed = [*missed_dates(placed, plan)]
    yield from missed
    due = [id for id in placed if plan.by_id[id].deadline]
    # A margin gained by a bar too short for its points is none; LOAD-2 names the bar.
    short = any(placed[id].span < plan.least_span(plan.by_id[id]) for id in placed)
    every = len(due) == sum(item.deadline is not None for item in plan.items)
    if due and every and not missed and not short:
        yield Finding("good", _margins(placed, plan, case))


def _margins(placed: Bars, plan: Plan, case: Case) -> str:
    """Say for each deadline how many working days are to spare."""
    ends: dict[datetime.date, datetime.date] = {}
    for id, bar in placed.items():
        deadline = plan.by_id[id].deadline
        if deadline:
            done = plan.dates(bar.end).last_day
            ends[deadline] = max(done, ends.get(deadline, done))
    off = [holiday.date for holiday in case.holidays]
    year = plan.sprints[0].start.year
    parts = []
    for deadline, done in sorted(ends.items()):
        spare = working_days(done + datetime.timedelta(days=1), deadline, off)
        days = f"{spare} working {'day' if spare == 1 else 'days'}"
        parts.append(f"{day(deadline, year)} with {days} to spare")
    return f"{'Every deadline is' if len(parts) > 1 else 'The deadline is'} met: {names(parts)}."


@rule("ROAD-12")
def cards_lie_in_their_rows(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card lies in a row where nobody looks for it."""
    plan, titles, labels = planned(case), part_titles(case), rows(planned(case))
    belongs = {item.id: row_of(item, plan) for item in plan.items if has_theme(item)}
    belongs |= {one.id: DATES for one in plan.milestones}
    astray = [
        place
        for place in answer.places
        if place.row in labels and place.id in titles and _astray(place.row, belongs.get(place.id))
    ]
    if astray:
        shown = astray[:MOST_NAMED]
        more = f", and {len(astray) - len(shown)} more" if len(astray) > len(shown) else ""
        listed = "; ".join(_where(titles[one.id], one.row, belongs.get(one.id), labels) for one in shown)
        yield Finding(
            "caution",
            f"Not in their row: {listed}{more}." if len(astray) > 1 else f"Not in its row: {listed}.",
            "Whoever reads the roadmap looks for work under its theme, and for dates in the row of the "
            "dates.",
            "Move the card, or say why it serves another theme than the backlog says.",
            tuple(one.id for one in shown),
        )


def _astray(row: str, right: str | None) -> bool:
    """Say whether a row is wrong: another than the right one, or the dates for an item without a theme."""
    return row == DATES if right is None else row != right


def _where(title: str, row: str, right: str | None, labels: Mapping[str, str]) -> str:
    there = f", its theme is {labels[right]}" if right in labels and right != DATES else ""
    return f"{title} (in {labels[row]}{there})"


ORDER_RULES = (
    needs_run_in_no_circle,
    needs_are_done_first,
    milestones_are_points_in_time,
    deadlines_are_met,
    cards_lie_in_their_rows,
)
