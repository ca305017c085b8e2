"""What the feedback on a MoSCoW board of one sprint says.

Most rules are those of the release, over what is on the table for the sprint and with one sprint's room.
Codes MOSCOW-… and PRI-… are those of the domain reference (section 4); what it has no code for is PLAN-… or
SPRINT-….
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import wraps

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, Rule, rule
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.prioritization.moscow_item_rules import (
    IN_LANE,
    musts_stand_on_musts,
    musts_without_workaround,
    prerequisites_first,
    unsized_items,
)
from tpm_kit.exercises.prioritization.moscow_rules import (
    coulds_give_contingency,
    efforts,
    in_lane,
    lane_of,
    musts_within_limit,
    not_all_musts,
    promises_fit,
    something_must_ship,
    wont_is_written_down,
)
from tpm_kit.exercises.prioritization.moscow_sprint_facts import (
    horizon,
    last_sprints,
    release_needs,
    release_plan,
    sprint_case,
    waiting,
)
from tpm_kit.exercises.wording import names, points
from tpm_kit.methods.moscow import LANES

PLANNED = ("must", "should", "could")
A_LANE = {lane: f"a {name}" for lane, name in LANES.items()}


def _of_sprint(release_rule: Rule, *words: str) -> Rule:
    """Return a rule of the release as a rule of one sprint. `words` are what its check takes besides."""

    @wraps(release_rule.check)
    def check(answer: Placements, case: Case) -> Iterator[Finding]:
        return release_rule.check(answer, sprint_case(case), *words)

    return replace(release_rule, check=check)


@rule("MOSCOW-7", "effort", "capacity")
def promises_fit_the_sprint(answer: Placements, case: Case) -> Iterator[Finding]:
    """Must and Should together exceed what one sprint has room for."""
    sprint = sprint_case(case)
    if sprint.capacity:
        yield from promises_fit.check(answer, sprint, "sprint")
        return
    totals = efforts(answer, sprint)
    if totals["must"] + totals["should"]:
        yield Finding(
            "note",
            f"Must and Should add up to {points(totals['must'] + totals['should'])}. What one sprint has "
            f"room for is not known: the {points(case.capacity.points)} of this backlog are those of the "
            "release.",
            do="Compare the sum with what your team finished in each of its last three sprints.",
        )


@rule("PRI-4", "dependencies")
def prerequisites_in_the_sprint(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is ranked above its prerequisite, or needs one that is neither done nor on the table."""
    sprint, every = sprint_case(case), short_titles(case)
    yield from prerequisites_first.check(answer, sprint)
    here = {item.id for item in sprint.items}
    for lane in PLANNED:
        for item in in_lane(answer, sprint, lane):
            absent = [every[id].title for id in item.dependencies if id in every and id not in here]
            if absent:
                yield Finding(
                    # An export of the learner's own may still hold what was done long ago.
                    "caution" if case.own else "problem",
                    f"{item.title} is {A_LANE[lane]} of this sprint, but needs {names(absent)}: not on the "
                    "table, and not done before.",
                    "What it stands on is not there by the end of this sprint, so neither is the item.",
                    "Move it to Won't, which here means no more than: not in this sprint."
                    + (" If what it needs is done already, write that down." if case.own else ""),
                    (item.id,),
                )


def _until(item: BacklogItem, last: dict[str, int], case: Case) -> str:
    end = horizon(case)
    return f"{item.title} (until sprint {max(1, last.get(item.id, end))})" if end else item.title


@rule("SPRINT-1", "dependencies")
def awaited_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something that others wait for is no Must, while something that has more time is."""
    sprint, last, waits = sprint_case(case), last_sprints(case), waiting(case)
    musts = in_lane(answer, sprint, "must")
    awaited = [item for item in short_titles(sprint).values() if item.id in last and item.id in waits]
    found = False
    for item in awaited:
        lane = lane_of(answer, item.id)
        patient = [
            one
            for one in musts
            if last.get(one.id, horizon(case)) > last[item.id] and item.id not in one.dependencies
        ]
        if lane not in (None, "must") and patient:
            found = True
            yield _late(item, lane, patient, case)
    first = [item for item in awaited if lane_of(answer, item.id) == "must"]
    chosen = any(lane_of(answer, item.id) not in ("must", None) for item in sprint.items)
    if first and chosen and not found:
        yield Finding("good", _in_order(first, answer, case))


def _late(item: BacklogItem, lane: str, patient: list[BacklogItem], case: Case) -> Finding:
    last, behind = last_sprints(case), names([one.title for one in waiting(case)[item.id]], 3)
    until = f"can wait until sprint {last[item.id]} at most"
    by = f" It {until if last[item.id] > 1 else 'cannot wait for the next sprint'}." if horizon(case) else ""
    many = "is a Must" if len(patient) == 1 else "are Musts"
    longer = "more time" if horizon(case) else "less behind it" if len(patient) == 1 else "less behind them"
    return Finding(
        "caution",
        f"{item.title} {IN_LANE[lane]}, although others cannot begin before it is done: {behind}.{by} "
        f"{names([_until(one, last, case) for one in patient], 3)} {many} here, with {longer}.",
        "What must ship by the release need not be done in this sprint. What others stand on holds up all of "
        "them.",
        "Ask of each Must what goes wrong if it is done in the next sprint; then ask the same of what is "
        "not one.",
        (item.id, *(one.id for one in patient[:3])),
    )


def _in_order(first: list[BacklogItem], answer: Placements, case: Case) -> str:
    """Say what rightly comes first, and what the release needs and this sprint need not finish."""
    last, waits, end = last_sprints(case), waiting(case), horizon(case)
    for_whom = [f"{item.title} (for {names([one.title for one in waits[item.id]], 3)})" for item in first]
    text = f"What others wait for is a Must here: {names(for_whom)}."
    table = short_titles(sprint_case(case))
    later = [
        table[item.id]
        for item in release_needs(case)
        if item.id in table
        and lane_of(answer, item.id) in ("should", "could", "wont")
        and last.get(item.id, end) > 1
    ]
    if end and later:
        waiting_ones = names([_until(one, last, case) for one in later], 6)
        text += f" No Musts here, although the release needs them in time: {waiting_ones}."
    return text


@rule("SPRINT-2")
def follows_the_release(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something is planned here that your plan of the release leaves out."""
    plan, sprint = release_plan(case), sprint_case(case)
    for lane in PLANNED:
        for item in in_lane(answer, sprint, lane):
            if lane_of(plan, item.id) == "wont":
                yield Finding(
                    "caution",
                    f"{item.title} is {A_LANE[lane]} of this sprint, but your plan of the release has it in "
                    "Won't.",
                    "A sprint is there for what the release promises; anything else takes the place of that.",
                    "Change one of the two plans, or write down what is new since you made the first.",
                    (item.id,),
                )


RULES = (
    _of_sprint(not_all_musts, "sprint"),
    _of_sprint(something_must_ship, "sprint"),
    promises_fit_the_sprint,
    _of_sprint(musts_stand_on_musts, "sprint"),
    prerequisites_in_the_sprint,
    _of_sprint(musts_without_workaround, "sprint"),
    awaited_first,
    follows_the_release,
    _of_sprint(musts_within_limit, "sprint"),
    _of_sprint(coulds_give_contingency, "sprint"),
    _of_sprint(wont_is_written_down, "sprint"),
    _of_sprint(unsized_items),
)
