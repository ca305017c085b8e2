"""What the feedback on a plan of 90 days says of the order of its steps: the rule PLAN-1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.ninety_days_plan import Placed, Plan, group_name, ids, titles
from tpm_kit.exercises.career.ninety_days_steps import BUILD, CHOOSE, DOING, LEARNING, SHOWING


def _when(placed: Sequence[Placed]) -> str:
    return f"come from {placed[0].weeks} on" if placed[1:] else f"comes in {placed[0].weeks}"


@rule("PLAN-1")
def steps_come_in_order(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something is changed before it is learnt how it is built, or shown before there is anything."""
    plan = Plan(answer, case)
    for group in plan.begun:
        yield from _learn_first(plan, group)
        yield from _choose_first(plan, group)
        yield from _show_last(plan, group)


def _learn_first(plan: Plan, group: str) -> Iterator[Finding]:
    doing, learning = plan.of(group, DOING), plan.of(group, LEARNING)
    early = [one for one in doing if not learning or one.at < learning[0].at]
    if not early:
        return
    builds = early[0].step.kind == BUILD
    why = (
        "Who changes what they have not looked at repeats what others have tried, or breaks what they rely "
        "on."
        if builds
        else "Practice without knowing how the thing works makes a habit of the first guess."
    )
    if learning:
        yield Finding(
            "problem",
            f"{group_name(group)}: {titles(early)} {_when(early)}, before you learn how it is built "
            f"with “{learning[0].step.title}” in {learning[0].weeks}.",
            why,
            "Let the learning come first, or in the same weeks.",
            ids(early),
        )
    else:
        yield Finding(
            "caution",
            f"{group_name(group)}: you do {titles(early)}, and nothing is planned to learn how it is built.",
            why,
            "Add a step to read or a course. If you know it well already, accept this and say from where.",
            ids(early),
        )


def _choose_first(plan: Plan, group: str) -> Iterator[Finding]:
    choose, all_of_it = plan.of(group, (CHOOSE,)), plan.of(group)
    if choose and all_of_it[0].at < choose[0].at:
        first = all_of_it[0]
        yield Finding(
            "caution",
            f"{group_name(group)}: “{choose[0].step.title}” comes in {choose[0].weeks}, after "
            f"“{first.step.title}” in {first.weeks}.",
            "What you choose there says what the other steps are about.",
            "Choose first; it takes an hour.",
            ids(choose),
        )


def _show_last(plan: Plan, group: str) -> Iterator[Finding]:
    made = [one for one in plan.of(group) if one.step.kind not in (*SHOWING, CHOOSE) and one.step.artefact]
    early = [one for one in plan.of(group, SHOWING) if not made or one.at < made[0].at]
    if not early:
        return
    then = (
        f"{_when(early)}, before “{made[0].step.title}” in {made[0].weeks} leaves anything to talk about"
        if made
        else f"{'are' if early[1:] else 'is'} planned, and no step of this gap makes anything to talk about"
    )
    yield Finding(
        "problem" if made else "caution",
        f"{group_name(group)}: {titles(early)} {then}.",
        "Feedback needs a thing that others can look at; without one they are polite.",
        "Let a step that leaves something come first, or in the same weeks.",
        ids(early),
    )
