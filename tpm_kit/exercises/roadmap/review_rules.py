"""What the feedback on a re-plan says of dates, order, people and room: the rules of a roadmap, with what has
changed since.

Codes ROAD-… are those of the domain reference (section 6.1); LOAD-1 and ROAD-11 are those of the roadmap.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.roadmap.bars import clashes
from tpm_kit.exercises.roadmap.plan import Planned
from tpm_kit.exercises.roadmap.plan_findings import (
    Room,
    in_two_places,
    missed_dates,
    too_early,
    too_much,
    unsized,
)
from tpm_kit.exercises.roadmap.review_facts import Situation, left_out, load, open_bars, situation
from tpm_kit.exercises.wording import date, names


def overloads(answer: Placements, here: Situation) -> list[tuple[Room, list[int]]]:
    """Return the teams of which too much is asked, each with the numbers of the open sprints that do."""
    found, booked = [], load(answer, here)
    for team, fits in here.room.items():
        usual = here.plan.teams.get(team, here.plan.capacity)
        room = Room(team, booked[team], usual, dict(enumerate(fits, start=1)))
        over = [sprint for sprint in room.over() if sprint in here.open_sprints]
        if over:
            found.append((room, over))
    return found


def lost_needs(answer: Placements, here: Situation) -> Iterator[tuple[Planned, Planned]]:
    """Yield items that stay in the release, each with something it needs that is left for later."""
    kept, out = open_bars(answer, here), left_out(answer, here)
    for id in kept:
        for need in here.left.by_id[id].needs:
            if need in out:
                yield here.left.by_id[id], here.left.by_id[need]


def dropped_dates(answer: Placements, here: Situation) -> list[Planned]:
    """Return the items that are left for later although they fall due before the last sprint is over."""
    if not here.plan.sprints:
        return []
    end = here.plan.sprints[-1].end
    items = (here.left.by_id[id] for id in left_out(answer, here) if id not in here.wishes)
    return [item for item in items if item.deadline and item.deadline <= end]


@rule("LOAD-1")
def sprints_hold_what_teams_can_finish(answer: Placements, case: Case) -> Iterator[Finding]:
    """A sprint asks more of a team than it can finish now."""
    here = situation(case)
    kept, over = open_bars(answer, here), overloads(answer, here)
    for room, sprints in over:
        yield too_much(
            room,
            sprints,
            kept,
            here.left,
            "What does not fit slips anyway. In the plan it slips where you choose, and people hear of it "
            "now.",
            "Move something later, stretch it, or leave it for after the release.",
        )
    yield from unsized(here.left.by_id[id] for id in kept)
    if kept and not over:
        yield Finding(
            "good", f"{'No team' if here.plan.teams else 'No sprint'} is asked for more than can be finished."
        )


@rule("ROAD-5", "dependencies")
def needs_are_done_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item starts before one that it needs is done, or stays although that one leaves."""
    here = situation(case)
    for clash in clashes(open_bars(answer, here), here.left):
        yield too_early(clash, here.left, "leave it for after the release")
    for then, first in lost_needs(answer, here):
        yield Finding(
            "problem",
            f"{then.title} stays in the release, but needs {first.title}, which you leave for later.",
            "It cannot be finished without what it stands on.",
            f"Keep {first.title}, or leave both.",
            (then.id, first.id),
        )
    yield from _wishes_without_needs(answer, here, case)


def _wishes_without_needs(answer: Placements, here: Situation, case: Case) -> Iterator[Finding]:
    """Find a wish that is taken in although something that it needs was never planned."""
    kept, every = open_bars(answer, here), short_titles(case)
    for id in here.wishes:
        lost = [
            need for need in every[id].dependencies if need in every and need not in here.items and need != id
        ]
        if id in kept and lost:
            yield Finding(
                # An export of the learner's own may still hold what was done long ago.
                "caution" if case.own else "problem",
                f"{every[id].title} needs {names([every[need].title for need in lost])}, which the plan "
                "does not hold.",
                "Whoever asks for one thing asks for all that it stands on.",
                "Leave it for after the release, with what it needs.",
                (id,),
            )


@rule("ROAD-10")
def nobody_is_in_two_places(answer: Placements, case: Case) -> Iterator[Finding]:
    """Somebody is needed by two items in the same sprint."""
    here = situation(case)
    yield from in_two_places(open_bars(answer, here), here.left)


@rule("ROAD-11", "deadline", "sprint_start")
def dates_are_kept(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item with a date is done after it, or leaves the release."""
    here = situation(case)
    kept = open_bars(answer, here)
    missed = [*missed_dates(kept, here.left, here.now)]
    yield from missed
    gone = dropped_dates(answer, here)
    for item in gone:
        yield Finding(
            "problem",
            f"{item.title} leaves the release, but is due on {date(item.deadline)}.",
            "This date is not ours to move.",
            "Keep it, and leave something without a date.",
            (item.id,),
        )
    dated = [item for item in here.left.items if item.deadline and item.id in kept]
    if len(dated) > 1 and not missed and not gone:
        yield Finding("good", f"All {len(dated)} dates that are still ahead are kept.")


PLAN_RULES = (
    sprints_hold_what_teams_can_finish,
    needs_are_done_first,
    nobody_is_in_two_places,
    dates_are_kept,
)
