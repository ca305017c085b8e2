"""What the feedback on a plan of 90 days says.

CAR-1 and CAR-2 are the domain reference's (section 11): no artefact; only courses, no practice. What it has
no code for is PLAN-…: 1 the order, 2 more than fits, 3 one of the four stages missing, 4 all at the end,
5 a gap without a step or with none that closes it, 6 a step in the row of another gap, 7 what holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.ninety_days_order_rules import steps_come_in_order
from tpm_kit.exercises.career.ninety_days_plan import (
    COLUMNS,
    LATE,
    MOST_LATE,
    Plan,
    group_name,
    hours,
    ids,
    room,
    titles,
    total,
)
from tpm_kit.exercises.career.ninety_days_steps import (
    CHOOSE,
    DOING,
    FOLLOW,
    LEARNING,
    SHADOW,
    STAGES,
)
from tpm_kit.exercises.wording import names, percent

BEGIN = 2
"""Columns in which something should begin."""


@rule("CAR-1")
def something_is_left(answer: Placements, case: Case) -> Iterator[Finding]:
    """A gap, or the whole plan, has no step that leaves something to show."""
    plan = Plan(answer, case)
    bare = [group for group in plan.begun if not any(one.step.artefact for one in plan.of(group))]
    if bare and len(bare) == len(plan.begun):
        yield Finding(
            "problem",
            f"No step of this plan leaves anything to show: {titles(plan.placed)}.",
            "After 90 days you would have spent hours and could show nobody, yourself included, what "
            "changed.",
            "Take steps with an artefact; select a card to read what is left of it.",
            ids(plan.placed),
        )
        return
    for group in bare:
        mine = plan.of(group)
        yield Finding(
            "problem",
            f"{group_name(group)}: nothing is left to show of {titles(mine)}.",
            "In 11.6 a rating without evidence counts for little, and this gap would have none.",
            "Add a step with an artefact for it.",
            ids(mine),
        )


@rule("CAR-2")
def something_is_practised(answer: Placements, case: Case) -> Iterator[Finding]:
    """A gap, or the whole plan, holds reading and courses and no practice."""
    plan = Plan(answer, case)
    learnt = [group for group in plan.begun if plan.of(group, LEARNING)]
    dry = [group for group in learnt if not plan.of(group, (*DOING, SHADOW))]
    everywhere = not any(one.step.kind in (*DOING, SHADOW) for one in plan.placed)
    if dry and everywhere:
        mine = [one for group in dry for one in plan.of(group, LEARNING)]
        yield Finding(
            "problem",
            f"You learn for {hours(total(mine))} with {titles(mine)}, and practise nothing.",
            "Reading and courses give words for a skill. The skill comes from doing it, and that is what "
            "is asked.",
            "Exchange some of them for steps in which you do it, or sit beside somebody who does.",
            ids(mine),
        )
        return
    for group in dry:
        mine = plan.of(group, LEARNING)
        yield Finding(
            "caution",
            f"{group_name(group)}: you learn for {hours(total(mine))} with {titles(mine)}, and practise "
            "nothing.",
            "What is not used within weeks is forgotten, and the rating of this gap would stay as it is.",
            "Add one step in which you do it, even a small one. If you practise it in your daily work "
            "anyway, "
            "accept this and say at what.",
            ids(mine),
        )


@rule("PLAN-2")
def weeks_hold_it(answer: Placements, case: Case) -> Iterator[Finding]:
    """Some weeks hold more hours than there are."""
    plan = Plan(answer, case)
    for column in COLUMNS:
        inside, most = plan.within(column), room(column, case)
        load = total(inside)
        if load > most:
            whose = "that you give" if plan.ground.said else "that are assumed"
            yield Finding(
                "problem",
                f"{column.name} hold {hours(load)}, {load - most:.10g} more than the {hours(most)} {whose}: "
                f"{titles(inside)}.",
                "What does not fit is put off, and the first to be put off is what nobody waits for.",
                "Move a step to weeks with room, or leave one out. The hours in two weeks stand in 11.6.",
                ids(inside),
            )


@rule("PLAN-3")
def four_stages_are_there(answer: Placements, case: Case) -> Iterator[Finding]:
    """One of the four stages is missing from the plan."""
    plan = Plan(answer, case)
    there = {one.step.stage for one in plan.placed}
    if any(one.step.kind in LEARNING for one in plan.placed):
        there.add("practise")  # CAR-2 speaks of learning without practice
    missing = [name for stage, name in STAGES.items() if stage not in there]
    if plan.placed and missing:
        many = len(missing) > 1
        yield Finding(
            "caution",
            f"Of the four stages {names(missing)} {'are' if many else 'is'} missing.",
            "Who skips the choice learns a little of everything; who skips the learning guesses; who skips "
            "the "
            "practice knows and cannot; who does not stay current is out of date in a year.",
            f"Take a step of the kind {_kinds_for(missing)}.",
        )


def _kinds_for(missing: Sequence[str]) -> str:
    kinds = {
        "choose": "choose",
        "learn": "read",
        "practise": "shadow, practise or build",
        "current": "follow",
    }
    return "; ".join(kinds[stage] for stage, name in STAGES.items() if name in missing)


@rule("PLAN-4")
def it_begins_early(answer: Placements, case: Case) -> Iterator[Finding]:
    """Most of the hours lie in the last weeks, or nothing begins in the first month."""
    plan = Plan(answer, case)
    late = [one for one in plan.placed if COLUMNS[one.at].id in LATE]
    if not plan.placed:
        return
    share = total(late) / plan.hours
    first = min(one.at for one in plan.placed)
    if share > MOST_LATE:
        seen = f"{hours(total(late))} of {plan.hours}, {percent(share, MOST_LATE)}, lie in weeks 9 to 13"
        yield _late(f"{seen}.")
    elif first >= BEGIN:
        yield _late(f"Nothing begins before {COLUMNS[first].name.lower()}.")


def _late(seen: str) -> Finding:
    return Finding(
        "caution",
        seen,
        "What is late already has no weeks left to be put off to, and nobody can answer your work any more.",
        "Bring small steps forward: choosing and reading take a few hours, and feedback is worth most early.",
    )


@rule("PLAN-5")
def every_gap_has_a_step(answer: Placements, case: Case) -> Iterator[Finding]:
    """A gap has no step, or is only chosen and followed."""
    plan = Plan(answer, case)
    idle = [group_name(group) for group in plan.ground.gaps if group not in plan.begun]
    if plan.placed and idle:
        many, mine = len(idle) > 1, plan.ground.mine
        yield Finding(
            "problem",
            f"There is no step for {names(idle)}.",
            f"{'They are' if many else 'It is'} among the gaps that "
            f"{'you chose in 11.6' if mine else 'were worked out'}"
            " as those that hold back most.",
            f"Give {'each' if many else 'it'} one step with an artefact, even of an hour, or take another "
            "gap in 11.6.",
        )
    for group in plan.begun:
        mine = plan.of(group)
        if all(one.step.kind in (CHOOSE, FOLLOW) for one in mine):
            yield Finding(
                "caution",
                f"{group_name(group)}: you plan {titles(mine)}, and nothing in which you learn or do it.",
                "Choosing and following say what there is. The rating of this gap would stay as it is.",
                "Add a step to learn how it is built, and one to practise it.",
                ids(mine),
            )


@rule("PLAN-6")
def steps_lie_in_their_rows(answer: Placements, case: Case) -> Iterator[Finding]:
    """A step lies in the row of a gap that it does not close."""
    for one in Plan(answer, case).placed:
        if one.row != one.step.group:
            yield Finding(
                "problem",
                f"“{one.step.title}” lies in the row {group_name(one.row)}, and belongs to "
                f"{group_name(one.step.group)}.",
                "A row says what is done for one gap. With a step of another in it, it looks closer to "
                "closed "
                "than it is.",
                "Move it to its own row; each card names its group.",
                (one.step.id,),
            )


@rule("PLAN-7")
def what_holds(answer: Placements, case: Case) -> Iterator[Finding]:
    """Every gap has a step in the right order with something to show, and the weeks hold it."""
    rules = RULES[:-1]
    plan = Plan(answer, case)
    if not plan.placed or any(
        one.level in ("problem", "caution") for each in rules for one in each(answer, case)
    ):
        return
    shown = [one for one in plan.placed if one.step.artefact]
    fullest = max(COLUMNS, key=lambda column: total(plan.within(column)) / room(column, case))
    load = total(plan.within(fullest))
    yield Finding(
        "good",
        f"{len(plan.placed)} steps, {hours(plan.hours)}, leave {len(shown)} things to show, and each of the "
        f"{len(plan.begun)} gaps has one. The fullest weeks are {fullest.name.removeprefix('Weeks ')}, with "
        f"{load} of {hours(room(fullest, case))}.",
        "Whether the gap is closed then, the evidence column of 11.6 will tell.",
    )


RULES = (
    something_is_left,
    something_is_practised,
    steps_come_in_order,
    weeks_hold_it,
    four_stages_are_there,
    it_begins_early,
    every_gap_has_a_step,
    steps_lie_in_their_rows,
    what_holds,
)
