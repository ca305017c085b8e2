"""Build the roadmap: themes and sprints, what needs what, what fits, and the dates that others set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.bars import bars
from tpm_kit.exercises.roadmap.plan import USES, Plan, Planned, planned
from tpm_kit.exercises.roadmap.roadmap_board import DATES, figure, part_titles, roadmap_board, roadmap_live
from tpm_kit.exercises.roadmap.roadmap_float_rules import FLOAT_RULES
from tpm_kit.exercises.roadmap.roadmap_inputs import INPUTS
from tpm_kit.exercises.roadmap.roadmap_load_rules import LOAD_RULES, rooms
from tpm_kit.exercises.roadmap.roadmap_rules import ORDER_RULES, circles
from tpm_kit.exercises.roadmap.sprint_words import dates, first_up, places, sprint_name
from tpm_kit.exercises.wording import date, names, points
from tpm_kit.methods.work_calendar import sprint_of

MOST_SPRINTS = 26
"""Sprints whose columns are named where a worked answer is shown."""


def roadmap_required(answer: Placements, case: Case) -> set[str]:
    """Return what must be on the roadmap: what the release fails without, and the dates."""
    plan = planned(case)
    return {*(item.id for item in plan.items if item.must), *(one.id for one in plan.milestones)}


def roadmap_task(case: Case) -> str:
    """Return the task, with the sums of the plan and what is assumed of it."""
    plan = planned(case)
    count = len(plan.items)
    many = f"{count} items" if count != 1 else "item"
    size = f" ({points(round(plan.points, 2))})" if plan.points else ""
    room = f"{plan.count} sprints of {points(round(plan.capacity, 2))}"
    whole = f", {figure(plan.room)} in all," if plan.measured else ""
    put = (
        f" Put the {len(plan.milestones)} dates into their sprints, too." if len(plan.milestones) > 1 else ""
    )
    musts = sum(item.must for item in plan.items)
    tray = (
        " What no Must needs may stay in the tray." if musts else " What does not fit may stay in the tray."
    )
    stay = "" if musts == count else tray
    return (
        f"Plan the {many}{size} into {room}{whole} so that everything starts after what it needs, and every "
        f"deadline is met.{put}{stay} {plan.source}{f' {plan.assumed}' if plan.assumed else ''}"
    )


def _hint_dates(answer: Placements, case: Case) -> str:
    plan = planned(case)
    due = sorted((item for item in plan.items if item.deadline), key=lambda item: item.deadline)
    if not due or not plan.sprints:
        return (
            "Begin with what many others wait for and work forward from there: what an item stands on has to "
            "be done a sprint before."
        )
    first = due[0]
    text = (
        "Begin with the dates and plan back from them. The first is "
        f"{date(first.deadline)}, for {first.title}."
    )
    last, falls = plan.last_sprint(first), sprint_of(first.deadline, plan.sprints)
    if not last:
        return f"{text} No sprint is over by then, so look first for another way to meet it."
    if falls and falls > last:
        text += f" It falls into sprint {falls}, which is not over by then."
    return f"{text} The work must be done at the end of {sprint_name(plan, last)} at the latest."


def _hint_chain(answer: Placements, case: Case) -> str:
    plan = planned(case)
    chain = longest_chain(plan)
    if circles(plan):
        return "Some of your items wait for one another in a circle. Check shows which; put that right first."
    if len(chain) < 2:
        return (
            "No planned item needs another: only dates, capacity and people decide when each of them comes."
        )
    least = sum(plan.least_span(item) for item in chain)
    last = plan.last_sprint(chain[-1])
    until = "until its date" if last < plan.count else "in all"
    spare = {0: " Not one of them can be lost."}.get(last - least, "")
    spare = " That does not fit: ask which of them can be made smaller." if last < least else spare
    return (
        f"The chain with the least room: {' → '.join(item.title for item in chain)}. It takes at least "
        f"{least} sprints, one after the other, and there are {last} {until}.{spare}"
    )


def longest_chain(plan: Plan) -> Sequence[Planned]:
    """Return the chain of needs that leaves the fewest sprints until the date of its last item (or the end of
    the plan), each item as short as its team can make it; none while needs run in a circle."""
    if circles(plan):
        return ()
    best: dict[str, list[Planned]] = {}

    def length(chain: Sequence[Planned]) -> int:
        return sum(plan.least_span(item) for item in chain)

    waiting = list(plan.items)
    while waiting:
        item = waiting.pop(0)
        if all(need in best for need in item.needs):
            before = max((best[need] for need in item.needs), key=length, default=[])
            best[item.id] = [*before, item]
        else:
            waiting.append(item)
    chains = [chain for chain in best.values() if len(chain) > 1]
    return min(chains, key=lambda chain: plan.last_sprint(chain[-1]) - length(chain), default=())


def _hint_load(answer: Placements, case: Case) -> str:
    plan = planned(case)
    placed = bars(answer, plan)
    over = [(room, sprint) for room in rooms(placed, plan) for sprint in room.over()]
    if over:
        room, sprint = over[0]
        team = f" of {room.team}" if room.team else ""
        free = min(plan.numbers, key=lambda one: room.points[one - 1])
        return (
            f"{first_up(sprint_name(plan, sprint))} holds {figure(room.points[sprint - 1])} points{team}, "
            f"of {figure(room.capacity)}. Most room is in sprint {free}, with "
            f"{figure(room.points[free - 1])} booked: which bar could reach into it?"
        )
    long = [item for item in plan.items if plan.least_span(item) > 1]
    if long:
        item = max(long, key=lambda one: one.effort)
        return (
            f"Points spread evenly over the sprints of a bar. {item.title} has {points(item.effort)}, and "
            f"{item.team or 'the team'} finishes {points(round(plan.capacity_for(item), 2))} in a sprint: it "
            f"needs {plan.least_span(item)} sprints at least."
        )
    return "Points spread evenly over the sprints of a bar: stretch it where a sprint would hold too much."


def _hint_people(answer: Placements, case: Case) -> str:
    plan = planned(case)
    on: dict[str, list[str]] = {}
    for item in plan.items:
        if item.person:
            on.setdefault(item.person, []).append(item.title)
    shared = [f"{person} ({names(titles)})" for person, titles in on.items() if len(titles) > 1]
    if shared:
        return (
            f"More than one item needs {'; '.join(shared)}. Put the items of one person one after the other."
        )
    return (
        "Leave about a tenth of the points free, in each sprint some: support and surprises will take it. "
        "What does not fit then belongs into the tray."
    )


def roadmap_chart(case: Case) -> Any:
    """Return the chart: the load of each team in each sprint against what it can finish."""
    from tpm_kit.figures.sprint_load import SprintLoad

    return SprintLoad()


def roadmap_plot(answer: Placements, case: Case) -> dict[str, Any]:
    """Return what the chart draws."""
    plan = planned(case)
    room = [(one.team or "All together", one.points, one.capacity) for one in rooms(bars(answer, plan), plan)]
    return {
        "sprints": [f"Sprint {sprint}" for sprint in plan.numbers],
        "teams": [(name, points, [capacity] * plan.count) for name, points, capacity in room],
        "notes": [dates(sprint, short=True) for sprint in plan.sprints],
    }


EXERCISE = Exercise(
    id="roadmap",
    version=1,
    number="6.2",
    title="Build the roadmap",
    notebook=NOTEBOOK,
    task=roadmap_task,
    answer=Placements,
    view=roadmap_board,
    parts=part_titles,
    required=roadmap_required,
    rules=(*ORDER_RULES, *LOAD_RULES, *FLOAT_RULES),
    hints=(_hint_dates, _hint_chain, _hint_load, _hint_people),
    live=roadmap_live,
    chart=roadmap_chart,
    plotted=roadmap_plot,
    worked=True,
    done_word="planned",
    uses=USES,
    inputs=INPUTS,
    columns={DATES: "Dates", **places(MOST_SPRINTS)},
)
