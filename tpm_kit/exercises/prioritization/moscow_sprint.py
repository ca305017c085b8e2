"""MoSCoW on one sprint: what it fails without, and what a later sprint can bring."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, item_cards, item_details, item_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.moscow import hint_sums, lane_columns, moscow_meters
from tpm_kit.exercises.prioritization.moscow_rules import lane_of
from tpm_kit.exercises.prioritization.moscow_sprint_facts import (
    RELEASE,
    on_the_table,
    promised,
    release_plan,
    sprint_case,
    sprint_of,
    sprints_over,
    waiting,
)
from tpm_kit.exercises.prioritization.moscow_sprint_rules import RULES
from tpm_kit.exercises.wording import cut, date, names, points
from tpm_kit.methods.moscow import LANES
from tpm_kit.widgets.board import Board

NOTES = {
    "must": "The sprint fails without it",
    "should": "Expected of this sprint, but it would not fail without",
    "could": "Done if there is time; the first to go",
    "wont": "Not in this sprint",
}
ABOUT = ("Id", "Title", "What", "For")
"""The facts of a card that come before those of the sprint."""


def sprint_board(case: Case) -> Board:
    """Return the board: four lanes, what is on the table for the sprint in the tray."""
    return Board(
        label=f"MoSCoW board of one sprint for {case.title}",
        columns=lane_columns(NOTES),
        cards=item_cards(sprint_case(case)),
        details=_details(case),
    )


def _details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts of each item, and what matters for a sprint: why now, and who waits for it."""
    facts, titles, plan = item_details(case), item_titles(case), release_plan(case)
    details = {}
    for id, why in on_the_table(case).items():
        waits = [titles[item.id] for item in case.items if id in item.dependencies]
        lane = lane_of(plan, id)
        more = (
            ("Why now", why),
            ("In your release", LANES[lane] if lane else ""),
            ("Needed by", ", ".join(waits)),
        )
        at = sum(name in ABOUT for name, _ in facts[id])
        new = [[name, cut(text, LONGEST)] for name, text in more if text]
        details[id] = [*facts[id][:at], *new, *facts[id][at:]]
    return details


def sprint_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return each lane's share of the effort planned for the sprint."""
    return moscow_meters(answer, sprint_case(case))


def sprint_task(case: Case) -> str:
    """Return the task, with what is on the table and the capacity of one sprint."""
    sprint = sprint_case(case)
    count = len(sprint.items)
    many = "1 item" if count == 1 else f"{count} items"
    if case.own:
        whence = "the first Musts and Shoulds of your release" if promised(case) else "first in your backlog"
        return (
            f"On the table for one sprint {'is' if count == 1 else 'are'} {many}, {whence}. What does the "
            "sprint fail without, and what can wait for a later one?"
        )
    work = sum(item.effort or 0 for item in sprint.items)
    size = f", {points(work)} of work," if work else ""
    room = f" It has room for {points(sprint.capacity.points)}." if sprint.capacity else ""
    return (
        f"For the first sprint {many}{size} {'is' if count == 1 else 'are'} on the table: what does this "
        f"sprint fail without, and what can wait for a later one?{room}"
    )


def _hint_awaited(answer: Placements, case: Case) -> str:
    waits = waiting(case)
    most = max(on_the_table(case), default="", key=lambda id: len(waits.get(id, ())))
    behind = waits.get(most, [])
    if not behind:
        return "Ask of each item who cannot begin before it is done: that holds up more than itself."
    when = min((item.deadline for item in behind if item.deadline), default=None)
    number, over = (when and sprint_of(when, case)), (when and sprints_over(when, case))
    first = f" The first of these dates is {date(when)}" if when else ""
    first += f", in sprint {number}" if number else ""
    first += f": sprint {over} is the last that is over by then" if over and over < number else ""
    first += "." if when else ""
    together = "wait for one and the same item" if len(behind) > 1 else "waits for an item on the table"
    return f"{names([item.title for item in behind])} {together}; “Needed by” shows which.{first}"


def _hint_elsewhere(answer: Placements, case: Case) -> str:
    titles, here = item_titles(case), on_the_table(case)
    for item in sprint_case(case).items:
        for needed in item.dependencies:
            if needed in titles and needed not in here:
                return (
                    f"{titles[item.id]} needs {titles[needed]}, which nobody has put on the table. Read "
                    "“Needs” on each card before you promise it."
                )
    return "Nothing can be promised before what it stands on: ask of each item what must be there first."


def _hint_sums(answer: Placements, case: Case) -> str:
    return hint_sums(answer, sprint_case(case))


EXERCISE = Exercise(
    id="moscow-sprint",
    version=1,
    number="5.2",
    title="What must this sprint bring?",
    notebook=NOTEBOOK,
    task=sprint_task,
    answer=Placements,
    view=sprint_board,
    parts=lambda case: item_titles(sprint_case(case)),
    rules=RULES,
    hints=(
        "A Must of the release need not be a Must of this sprint. Ask of each: what goes wrong if it is "
        "done in the next sprint?",
        _hint_awaited,
        _hint_elsewhere,
        _hint_sums,
    ),
    live=sprint_meters,
    worked=True,
    uses={RELEASE: Placements},
    columns=LANES,
)
