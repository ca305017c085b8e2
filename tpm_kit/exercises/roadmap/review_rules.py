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
from tpm_kit.exercises.roadmap.bars import NEAR, Bar, clashes, effort_bars, late
from tpm_kit.exercises.roadmap.plan import Planned
from tpm_kit.exercises.roadmap.review_facts import Situation, left_out, load, open_bars, situation
from tpm_kit.exercises.roadmap.roadmap_board import figure
from tpm_kit.exercises.roadmap.sprint_words import sprint_name
from tpm_kit.exercises.wording import date, names, points
from tpm_kit.methods.capacity import double_booked

MOST_NAMED = 6


def overloads(answer: Placements, here: Situation) -> list[tuple[str, int, float, float]]:
    """Return the open sprints that ask too much of a team: team, sprint, points planned, points there are."""
    booked = load(answer, here)
    return [
        (team, sprint, booked[team][sprint - 1], room[sprint - 1])
        for team, room in here.room.items()
        for sprint in here.open_sprints
        if booked[team][sprint - 1] > room[sprint - 1] + NEAR
    ]


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


def _titles(bars: list[Bar], here: Situation) -> str:
    return names([here.items[bar.id].title for bar in bars], MOST_NAMED)


def _start(text: str) -> str:
    """Return words as the beginning of a sentence; `capitalize` would make names of months small."""
    return text[:1].upper() + text[1:]


@rule("LOAD-1")
def sprints_hold_what_teams_can_finish(answer: Placements, case: Case) -> Iterator[Finding]:
    """A sprint asks more of a team than it can finish now."""
    here = situation(case)
    kept, over = open_bars(answer, here), overloads(answer, here)
    for team, sprint, planned, room in over:
        bars = [
            bar
            for bar in kept.values()
            if bar.start <= sprint <= bar.end and (not team or here.left.by_id[bar.id].team == team)
        ]
        who = team or "the team"
        usual = here.plan.teams.get(team, here.plan.capacity)
        fallen = f" (before: {figure(usual)})" if room < usual - NEAR else ""
        shown = bars[:MOST_NAMED]
        yield Finding(
            "problem" if here.plan.measured else "caution",
            f"{_start(sprint_name(here.plan, sprint))} asks {points(round(planned, 2))} of {who}, which can "
            f"finish {points(round(room, 2))} in it{fallen}: {_titles(bars, here)}.",
            "What does not fit slips anyway. In the plan it slips where you choose, and people hear of it "
            "now.",
            "Move something later, stretch it, or leave it for after the release.",
            tuple(bar.id for bar in shown),
        )
    unsized = [here.left.by_id[id].title for id in kept if here.left.by_id[id].effort is None]
    if unsized:
        yield Finding(
            "note",
            f"Nobody has said how large these are, so that they count as nothing: {names(unsized)}.",
            "The sprints hold more than it looks.",
        )
    if kept and not over:
        yield Finding(
            "good", f"{'No team' if here.plan.teams else 'No sprint'} is asked for more than can be finished."
        )


@rule("ROAD-5", "dependencies")
def needs_are_done_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item starts before one that it needs is done, or stays although that one leaves."""
    here = situation(case)
    for before, after in clashes(open_bars(answer, here), here.left):
        first, then = here.left.by_id[before.id], here.left.by_id[after.id]
        yield Finding(
            "problem",
            f"{then.title} starts in {sprint_name(here.plan, after.start)}, but needs {first.title}, which "
            f"is done at the end of sprint {before.end}.",
            "A slip is handed on: whatever needs an item slips with it.",
            f"Start it after sprint {before.end}, finish what it needs sooner, or leave it for after the "
            "release.",
            (then.id, first.id),
        )
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
    booked = effort_bars(open_bars(answer, here), here.left)
    together: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for one in double_booked(booked):
        together.setdefault((one.person, one.ids), []).append(one.sprint)
    for (person, ids), sprints in together.items():
        where = names([f"sprint {sprint}" for sprint in sprints])
        yield Finding(
            "problem",
            f"{person} is needed in {where} by {names([here.left.by_id[id].title for id in ids])}.",
            "Whoever is on two things at once is late with both.",
            "Do one after the other; which of them has the earlier date?",
            ids,
        )


@rule("ROAD-11", "deadline", "sprint_start")
def dates_are_kept(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item with a date is done after it, or leaves the release."""
    here = situation(case)
    kept = open_bars(answer, here)
    missed = [*late(kept, here.left)]
    for item, bar, last in missed:
        can = last > here.now
        yield Finding(
            "problem" if can else "caution",
            f"{item.title} is done at the end of {sprint_name(here.plan, bar.end)}, but is due on "
            f"{date(item.deadline)}.",
            "This date is not ours to move."
            if can
            else "No sprint that can still be planned is over by then, so the date is lost already.",
            f"End it in {sprint_name(here.plan, last)} at the latest; let what has no date wait for it."
            if can
            else "Tell whoever waits for it today, and agree on another date.",
            (item.id,),
        )
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
