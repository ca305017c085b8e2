"""The plan of 90 days as plain text, to be read and copied."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.career.ninety_days_plan import COLUMNS, Placed, Plan, group_name, hours, room, total
from tpm_kit.exercises.career.ninety_days_steps import KINDS


def plan_text(answer: Placements, case: Case) -> str:
    """Return the plan as plain text: the gaps, what is done in which weeks, and what there is to show then.

    `case` must be grounded for the exercise `ninety-days`, whose answer this is.
    """
    plan = Plan(answer, case)
    return "\n".join([*_head(plan), *_weeks(plan), *_shown(plan)]) + "\n"


def _head(plan: Plan) -> Iterator[str]:
    whose = "" if plan.ground.mine else " (of the worked answer to 11.6)"
    yield "My 90 days"
    yield f"Gaps to close{whose}: " + "; ".join(_gap(plan, group) for group in plan.ground.gaps) + "."
    assumed = "" if plan.ground.said else ", assumed"
    yield f"Time: {hours(plan.ground.hours)} in two weeks{assumed}; {hours(plan.hours)} planned."


def _gap(plan: Plan, group: str) -> str:
    size = plan.ground.sizes.get(group)
    return (
        f"{group_name(group)} ({size} {'step' if size == 1 else 'steps'} up)" if size else group_name(group)
    )


def _weeks(plan: Plan) -> Iterator[str]:
    if not plan.placed:
        yield ""
        yield "Nothing is planned yet."
        return
    for column in COLUMNS:
        inside = plan.within(column)
        yield ""
        yield f"{column.name} ({total(inside)} of {hours(room(column, plan.case))})"
        yield from map(_line, inside)
        if not inside:
            yield "- nothing"


def _line(one: Placed) -> str:
    left = f" To show: {one.step.artefact}." if one.step.artefact else " Nothing to show."
    kind = f"{KINDS[one.step.kind]}, {hours(one.step.hours)}"
    return f"- {group_name(one.step.group)}: {one.step.title} ({kind}).{left}"


def _shown(plan: Plan) -> Iterator[str]:
    begun = [group for group in plan.ground.gaps if any(one.step.artefact for one in plan.of(group))]
    if begun:
        yield ""
        yield "What I can show after 13 weeks"
    for group in begun:
        artefacts = [one.step.artefact for one in plan.of(group) if one.step.artefact]
        yield f"- {group_name(group)}: {'; '.join(artefacts)}."
