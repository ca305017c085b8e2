"""The technical roadmap: what must be built below the features, and before them."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import card_note, effort_note
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.bars import NEAR, Bar
from tpm_kit.exercises.roadmap.enablers_cards import (
    FEATURES,
    KINDS,
    LATER,
    Enabler,
    Layout,
    details,
    enablers,
    features,
    titles,
)
from tpm_kit.exercises.roadmap.enablers_inputs import INPUTS, USES
from tpm_kit.exercises.roadmap.enablers_load_rules import LOAD_RULES
from tpm_kit.exercises.roadmap.enablers_rules import ORDER_RULES, PLACE_RULES
from tpm_kit.exercises.roadmap.roadmap_board import sprint_meter
from tpm_kit.exercises.roadmap.sprint_words import column_of, places, sprint_column
from tpm_kit.exercises.roadmap.standing_plan import standing
from tpm_kit.exercises.wording import cut
from tpm_kit.widgets.linked_board import LinkedBoard

ROW_NOTES = {
    "data": "where data lies, and how it moves",
    "interface": "what others see of us and we of them: versions, signatures",
    "platform": "what all services stand on: vault, alarms, tests",
}
LEGEND = (
    "A line leads from an enabler to what needs it; a red one is broken: the enabler is not done in time."
)
MOST_SPRINTS = 12
"""Sprints that have a name of their own where a worked answer is shown."""


def enablers_board(case: Case) -> LinkedBoard:
    """Return the board: the features fixed in their sprints, and every enabler in the tray."""
    plan, known = standing(case).plan, enablers(case)
    columns = [sprint_column(plan, sprint) for sprint in plan.numbers]
    fixed = sorted(features(case).values(), key=lambda bar: (bar.start, bar.end))
    return LinkedBoard(
        label=f"Technical roadmap for {case.title}",
        rows=[
            {"id": FEATURES, "label": "Features", "note": "from the roadmap; they stay"},
            *({"id": id, "label": label, "note": ROW_NOTES[id]} for id, label in KINDS.items()),
        ],
        columns=[*columns, {"id": LATER, "label": "Not now", "tone": "grey"}],
        cards=[*(_feature(bar, case) for bar in fixed), *(_card(one) for one in known.values())],
        details=details(case),
        spans=True,
        legend=LEGEND,
    )


def _feature(bar: Bar, case: Case) -> dict[str, Any]:
    item = standing(case).plan.by_id[bar.id]
    return {
        "id": bar.id,
        "title": item.title,
        "note": _note(item.effort, item.team),
        "row": FEATURES,
        "column": column_of(bar.start),
        "span": bar.span,
        "tone": "grey",
        "fixed": True,
    }


def _card(one: Enabler) -> dict[str, Any]:
    return {"id": one.id, "title": one.title, "note": _note(one.effort, one.team), "span": 1}


def _note(effort: float | None, team: str) -> str:
    return card_note(effort_note(effort), cut(team, 20))


def enablers_live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return the load of each sprint, features and enablers together, and the lines from each enabler to what
    needs it, the broken ones marked."""
    board = Layout(answer, case)
    links = []
    for id, one in board.known.items():
        for bar in board.unlocked(id):
            broken = id in board.later or (id in board.bars and board.bars[id].end >= bar.start)
            links.append({"from": id, "to": bar.id, "level": "problem" if broken else ""})
        for need in one.needs:
            before, after = board.bar(need), board.bars.get(id)
            broken = after and (need in board.later or (before and before.end >= after.start))
            links.append({"from": need, "to": id, "level": "problem" if broken else ""})
    return {**_meters(board), "links": links}


def _meters(board: Layout) -> dict[str, dict[str, Any]]:
    booked, rooms = board.load(), board.rooms()
    meters = {}
    for sprint in board.plan.numbers:
        held = sum(points[sprint - 1] for points in booked.values())
        over = [team for team, room in rooms.items() if booked[team][sprint - 1] > room + NEAR]
        meters[column_of(sprint)] = sprint_meter(held, sum(rooms.values()), over)
    return meters


def enablers_task(case: Case) -> str:
    """Return the task, and whose roadmap the features come from."""
    known, now = enablers(case), standing(case)
    many = "this enabler" if len(known) == 1 else f"each of these {len(known)} enablers"
    assumed = f" {now.plan.assumed}" if now.plan.assumed else ""
    return (
        f"Put {many} into the row of its kind and into the sprints in which it is built, so that it ends "
        "before the first feature that needs it starts. What no feature needs goes into Not now. "
        f"{now.source('The features stand as on')}{assumed}"
    )


def _hint_next(answer: Placements, case: Case) -> str:
    """Name the enabler that is needed first of those not placed, or the one whose lines are broken."""
    board = Layout(answer, case)
    for id in board.bars:
        if any(board.bars[id].end >= bar.start for bar in board.unlocked(id)):
            return f"A line from {board.title[id]} is broken: which of the features it leads to starts first?"
    open_ones = [id for id in board.known if id not in board.bars and board.unlocked(id)]
    if open_ones:
        id = min(open_ones, key=lambda one: board.unlocked(one)[0].start)
        bar = board.unlocked(id)[0]
        return (
            f"Begin with {board.title[id]}: {board.title[bar.id]} needs it and starts in sprint {bar.start}."
        )
    return "Select each card once more and ask: if this slips by one sprint, which feature slips with it?"


EXERCISE = Exercise(
    id="enablers",
    version=1,
    number="6.3",
    title="What must come before?",
    notebook=NOTEBOOK,
    task=enablers_task,
    answer=Placements,
    view=enablers_board,
    parts=titles,
    rules=(*ORDER_RULES, *LOAD_RULES, *PLACE_RULES),
    hints=(
        "Work backwards: take the feature that starts first, see which enablers it needs, and put them into "
        "the sprint before it. Then take the next feature.",
        "An enabler that needs another one must wait for it. Select a card to read what it needs and what "
        "needs it.",
        "Look at the points above each sprint. Where a team is over, ask which of its enablers is needed "
        "last, and whether it may be done later, or over two sprints.",
        _hint_next,
    ),
    live=enablers_live,
    worked=True,
    uses=USES,
    inputs=INPUTS,
    columns={
        FEATURES: "Features",
        **KINDS,
        **places(MOST_SPRINTS),
        LATER: "Not now",
    },
)
