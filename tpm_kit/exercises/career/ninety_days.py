"""My 90 days: steps towards the three gaps of 11.6, spread over thirteen weeks."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import card_note
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.ninety_days_example import sound_plan
from tpm_kit.exercises.career.ninety_days_plan import (
    COLUMNS,
    USES,
    Plan,
    ground,
    group_name,
    hours,
    needed,
    room,
    steps,
    total,
)
from tpm_kit.exercises.career.ninety_days_rules import RULES
from tpm_kit.exercises.career.ninety_days_steps import KINDS, STAGES, Step
from tpm_kit.exercises.career.ninety_days_text import plan_text
from tpm_kit.exercises.career.self_assessment_example import WHO
from tpm_kit.exercises.career.skills import GROUPS
from tpm_kit.exercises.wording import names
from tpm_kit.widgets.board import Board
from tpm_kit.widgets.with_text import WithText

HEADING = "The plan, as it stands"
TONES = {"w1": "blue", "w3": "blue", "w5": "green", "w7": "green", "w9": "amber", "w11": "amber"}


def view(case: Case) -> WithText:
    """Return the board, weeks across and gaps down, every step in the tray; below it the plan as text."""
    here = ground(case)
    board = Board(
        label="My 90 days",
        columns=[{"id": column.id, "label": column.name, "tone": TONES[column.id]} for column in COLUMNS],
        rows=[{"id": id, "label": group_name(id) + _size(here.sizes.get(id))} for id in here.gaps],
        cards=[{"id": id, "title": step.title, "note": _note(step)} for id, step in steps(case).items()],
        details={id: _facts(step) for id, step in steps(case).items()},
        tray="Not in the plan",
    )
    return WithText(board, HEADING)


def _size(size: int | None) -> str:
    return f", gap {size}" if size else ""


def _note(step: Step) -> str:
    return card_note(group_name(step.group), KINDS[step.kind], f"{step.hours} h")


def _facts(step: Step) -> list[list[str]]:
    return [
        ["Left to show", step.artefact or "nothing"],
        ["Kind", KINDS[step.kind]],
        ["Stage", STAGES.get(step.stage, "shows your work to others")],
        ["Takes", hours(step.hours)],
    ]


def live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return the hours in each column with the room there is, and the plan as text."""
    plan = Plan(answer, case)
    meters: dict[str, Any] = {"text": plan_text(answer, case)}
    for column in COLUMNS:
        load, most = total(plan.within(column)), room(column, case)
        meters[column.id] = {
            "text": f"{load} of {most:.10g} h",
            "share": min(load / most, 1),
            "over": load > most,
        }
    return meters


def task(case: Case) -> str:
    """Return the task: whose gaps, and how many hours."""
    here = ground(case)
    listed = names([group_name(id) for id in here.gaps])
    whose = (
        f"Your {'gaps' if len(here.gaps) > 1 else 'gap'} of 11.6: {listed}."
        if here.mine
        else f"You have chosen no gap in 11.6 yet, so these are the gaps of {WHO}: {listed}."
    )
    given = "you give" if here.said else "are assumed (11.6 lets you change them)"
    return (
        f"{whose} Plan 13 weeks with the {hours(here.hours)} in two weeks that {given}: move steps into the "
        "row of their gap, and leave the rest in the tray. Select a card to read what is left to show of it."
    )


def _hint_order(answer: Placements, case: Case) -> str:
    return (
        "For each gap think in four stages: choose one area, learn how it is built, practise it or sit "
        "beside "
        "somebody who does, and stay current. You need not take every card: ask which you would show "
        "somebody "
        "in week 13."
    )


def _hint_room(answer: Placements, case: Case) -> str:
    """Hold the hours of all cards against the hours there are."""
    known, here = steps(case), ground(case)
    there = sum(step.hours for step in known.values())
    most = sum(room(column, case) for column in COLUMNS)
    if there <= most:
        fits = "so the time is not what holds you back"
    else:
        fits = "so about half of them fit" if there > 1.6 * most else "so not all of them need to fit"
    plan = Plan(answer, case)
    now = f" So far you have planned {hours(plan.hours)}." if plan.placed else ""
    return (
        f"All {len(known)} steps take {hours(there)}; 13 weeks with {hours(here.hours)} in two weeks have "
        f"{hours(most)}, {fits}.{now}"
    )


def _hint_look(answer: Placements, case: Case) -> str:
    """Name the gap that has least to show, and a kind of step for it."""
    plan = Plan(answer, case)
    least = min(plan.ground.gaps, key=lambda id: sum(bool(one.step.artefact) for one in plan.of(id)))
    count = sum(bool(one.step.artefact) for one in plan.of(least))
    things = f"{count} thing{'' if count == 1 else 's'}"
    return (
        f"{group_name(least)} has {things} to show so far, the fewest. A step to read, one to practise and "
        "an "
        "hour of feedback on it make a small whole of three: place them one after the other."
    )


EXERCISE = Exercise(
    id="ninety-days",
    version=1,
    number="11.10",
    title="My 90 days",
    notebook=NOTEBOOK,
    task=task,
    answer=Placements,
    view=view,
    parts=lambda case: {id: step.title for id, step in steps(case).items()},
    required=needed,
    rules=RULES,
    hints=(_hint_order, _hint_room, _hint_look),
    live=live,
    solution=sound_plan,
    worked_called="One sound plan",
    uses=USES,
    columns={**{column.id: column.name for column in COLUMNS}, **{id: group_name(id) for id in GROUPS}},
)
