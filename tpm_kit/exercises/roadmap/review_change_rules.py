"""What the feedback on a re-plan says of the changes: what is past, what has moved, and what was asked for.

The domain reference has no code for it: REVIEW-1 a wish that costs nothing, REVIEW-2 work in sprints that are
closed, REVIEW-3 work before it can be done, REVIEW-4 begun work that is thrown away, REVIEW-5 moves that
nothing asks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Place, Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import clashes, effort_bars, late
from tpm_kit.exercises.roadmap.changes import UNCHANGED, Change, differences
from tpm_kit.exercises.roadmap.plan_findings import level_of_sums
from tpm_kit.exercises.roadmap.review_facts import (
    Situation,
    beginning,
    left_out,
    open_bars,
    situation,
    whole_bars,
)
from tpm_kit.exercises.roadmap.review_rules import PLAN_RULES, dropped_dates, lost_needs, overloads
from tpm_kit.exercises.roadmap.sprint_words import sprint_name
from tpm_kit.exercises.wording import names, points
from tpm_kit.methods.capacity import double_booked


def moves(answer: Placements, here: Situation) -> list[Change]:
    """Return the differences between the roadmap and the new plan, unchanged items included."""
    return differences(here.before, whole_bars(answer, here), here.plan)


def _sized(id: str, here: Situation) -> str:
    item = here.left.by_id[id]
    return item.title if item.effort is None else f"{item.title} ({points(round(item.effort, 2))})"


@rule("REVIEW-1")
def a_wish_has_its_price(answer: Placements, case: Case) -> Iterator[Finding]:
    """What is wanted besides is taken in, and nothing makes room for it."""
    here = situation(case)
    kept, out = open_bars(answer, here), left_out(answer, here)
    full = {(room.team, sprint) for room, over in overloads(answer, here) for sprint in over}
    for id in here.wishes:
        item = here.left.by_id[id]
        if id in out:
            yield Finding(
                "good",
                f"{item.title} stays out of this release. The change log asks you why, so that whoever "
                "wants it hears a reason and not silence.",
            )
        if id not in kept:
            continue
        team = item.team if here.plan.teams else ""
        room = [one for one in out if one not in here.wishes and here.left.by_id[one].team in ("", item.team)]
        tight = any((team, sprint) in full for sprint in range(kept[id].start, kept[id].end + 1))
        if tight and not room:
            yield Finding(
                level_of_sums(here.plan),
                f"You take in {_sized(id, here)}, and nothing {f'of {team} ' if team else ''}leaves for it, "
                "although its sprints hold more than can be finished.",
                "A plan that says yes to everything says no later, and then the work decides what is "
                "missing.",
                "Show what has to leave for it, or leave it for after the release.",
                (id,),
            )
        elif room and not tight:
            make = "makes" if len(room) == 1 else "make"
            leaving = names([_sized(one, here) for one in room])
            yield Finding("good", f"{_sized(id, here)} comes in; {leaving} {make} room.")
        elif not tight:
            yield Finding("good", f"{_sized(id, here)} comes in and fits.")


@rule("REVIEW-2")
def the_past_stands(answer: Placements, case: Case) -> Iterator[Finding]:
    """Open work is planned in a sprint that is over or under way."""
    here = situation(case)
    for id, bar in open_bars(answer, here).items():
        if bar.start <= here.now:
            state = "is under way" if bar.start == here.now else "is over"
            yield Finding(
                "problem",
                f"What is open of {here.left.by_id[id].title} starts in "
                f"{sprint_name(here.plan, bar.start)}, which {state}.",
                "What these sprints hold is done or promised already; a review decides about the next ones.",
                f"Start it in sprint {here.now + 1} or later.",
                (id,),
            )


@rule("REVIEW-3")
def nothing_starts_before_it_can(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is planned in a sprint in which, after the changes, nobody can work on it."""
    here = situation(case)
    for id, bar in open_bars(answer, here).items():
        first = here.first.get(id, 0)
        if here.now < bar.start < first:
            why = next(one.title for one in here.news if one.kind == "item" and id in one.items)
            yield Finding(
                "problem",
                f"{here.left.by_id[id].title} goes on in {sprint_name(here.plan, bar.start)}, but cannot "
                f"before sprint {first}. What has happened: {why}.",
                "People would wait in it for somebody else.",
                f"Start it in sprint {first} or later, and see what those who wait for it can do until then.",
                (id,),
            )


@rule("REVIEW-4")
def begun_work_is_finished(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item that is begun leaves the release."""
    here = situation(case)
    for id in left_out(answer, here):
        if here.spent.get(id):
            item = here.left.by_id[id]
            yield Finding(
                "caution",
                f"{item.title} leaves the release, although {points(round(here.spent[id], 2))} are spent on "
                f"it; {round(item.effort, 2):.10g} would finish it.",
                "Half-done work helps nobody, and has to be learned again when it is taken up.",
                "Leave something that is not begun, or accept this and write down what is more urgent.",
                (id,),
            )


@rule("REVIEW-5", whole=True)
def no_more_moves_than_needed(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something has moved that could have stayed where it was."""
    here = situation(case)
    if not _holds(answer, here):
        return
    found = moves(answer, here)
    changed = [change.id for change in found if change.kind != UNCHANGED]
    needless = [id for id in changed if id in here.left.by_id and _could_stay(id, answer, here, case)]
    if needless:
        yield Finding(
            "note",
            f"{names([here.items[id].title for id in needless])} could have stayed where "
            f"{'it was' if len(needless) == 1 else 'each of them was'}: the plan would hold as well.",
            "Every date that moves has to be told, and people believe the next one less.",
            "Put it back, unless you have a reason that the plan does not show.",
            tuple(needless),
        )
    elif changed and found:
        yield Finding("good", f"{len(changed)} of {len(found)} items change, and each of them had to.")
    elif found:
        yield Finding(
            "good",
            f"Nothing moves: the plan takes in what has changed without touching its {len(found)} items.",
        )


def _could_stay(id: str, answer: Placements, here: Situation, case: Case) -> bool:
    """Say whether the plan would hold with this one item where the old plan had it."""
    was = next((place for place in beginning(case).places if place.id == id), None)
    return was is not None and _holds(_with(answer, was), here)


def _with(answer: Placements, place: Place) -> Placements:
    return Placements(places=(*(one for one in answer.places if one.id != place.id), place))


def _holds(answer: Placements, here: Situation) -> bool:
    """Say whether a plan breaks nothing."""
    kept = open_bars(answer, here)
    soonest = {id: max(here.now + 1, here.first.get(id, 0)) for id in kept}
    lost = {item.id for item, _, last in late(kept, here.left) if last > here.now}
    return not (
        overloads(answer, here)
        or lost
        or dropped_dates(answer, here)
        or any(clashes(kept, here.left))
        or any(lost_needs(answer, here))
        or double_booked(effort_bars(kept, here.left))
        or any(kept[id].start < first for id, first in soonest.items())
    )


RULES = (
    *PLAN_RULES,
    a_wish_has_its_price,
    the_past_stands,
    nothing_starts_before_it_can,
    begun_work_is_finished,
    no_more_moves_than_needed,
)
