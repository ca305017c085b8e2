"""What the feedback on the ladder says.

The codes are this course's own: LADDER-1 the wrong scope, LADDER-2 the wrong track, LADDER-3 a title taken
for a scope, LADDER-4 a responsibility that fits two places, LADDER-5 the learner's own step.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.ladder_cards import (
    DUTIES,
    LADDER,
    LADDER_SOURCE,
    NEXT,
    NOW,
    OWN,
    REACH,
    SCOPES,
    TRACK_NOTES,
    TRACKS,
    Duty,
    named,
    place_of,
    placed,
)

WIDTHS = tuple(SCOPES)


def scopes_of(duty: Duty, track: str) -> list[str]:
    """Return the scopes that fit a responsibility, in this track where it fits the track at all."""
    of_track = [scope for one, scope in duty.places if one == track]
    return of_track or [scope for _, scope in duty.places]


def is_off(duty: Duty, track: str, scope: str) -> tuple[bool, bool]:
    """Return whether the scope, and whether the track, is one that the responsibility does not show."""
    return scope not in scopes_of(duty, track), all(one != track for one, _ in duty.places)


@rule("LADDER-1")
def scope_is_shown_by_the_words(answer: Placements, case: Case) -> Iterator[Finding]:
    """A responsibility lies at a scope that its words do not show."""
    for duty, track, scope in placed(answer):
        if duty.title or not is_off(duty, track, scope)[0]:
            continue
        fitting = scopes_of(duty, track)
        wider = {WIDTHS.index(scope) < WIDTHS.index(one) for one in fitting}
        # What fits a product and a portfolio lies on both sides of a product line.
        side = "else" if len(wider) > 1 else "wider than that" if True in wider else "narrower than that"
        yield Finding(
            "problem",
            f"“{duty.text}” lies in {SCOPES[scope]}, which is {REACH[scope]}. The words “{duty.width}” show "
            f"something {side}.",
            "Scope is what a decision reaches over. It is what changes from one rung to the next, more than "
            "the kind of work.",
            "Ask who would notice if it were decided wrongly: users of one part, of one product, of several, "
            "or of all that the firm makes?",
            (duty.id,),
        )
    yield from _all_fit(answer)


def _all_fit(answer: Placements) -> Iterator[Finding]:
    there = placed(answer)
    if len(there) == len(DUTIES) and not any(any(is_off(*one)) for one in there):
        yield Finding(
            "good",
            f"All {len(DUTIES)} responsibilities lie where their words put them, those that name a title "
            "too.",
        )


@rule("LADDER-2")
def track_is_shown_by_who_reports(answer: Placements, case: Case) -> Iterator[Finding]:
    """A responsibility without reports lies in the manager track, or the other way round."""
    for duty, track, scope in placed(answer):
        if duty.title or not is_off(duty, track, scope)[1]:
            continue
        if track == "manager":
            shown = f"“{duty.people}” says so" if duty.people else "no word speaks of leading"
            seen, why = (
                f"but nobody reports to them in it: {shown}.",
                "Teaching, advising and deciding for others are work of experts, too. A manager hires, "
                "agrees goals and reviews work and pay.",
            )
        else:
            seen, why = (
                f"but others report to them, as “{duty.people}” says.",
                "A manager answers for what others achieve. That is another trade than doing it well "
                "oneself, and it has to be learnt and wanted.",
            )
        yield Finding(
            "problem",
            f"“{duty.text}” lies in the row {TRACKS[track]}, {seen}",
            why,
            "Ask of each: whose goals, reviews and pay depend on this person?",
            (duty.id,),
        )


@rule("LADDER-3")
def titles_are_no_scope(answer: Placements, case: Case) -> Iterator[Finding]:
    """A responsibility was placed by the title that stands in it."""
    for duty, track, scope in placed(answer):
        if not duty.title or not any(is_off(duty, track, scope)):
            continue
        yield Finding(
            "problem",
            f"“{duty.text}” lies in {named((track, scope))}. The title {duty.title} does not put it there; "
            f"look at “{duty.width}” and “{duty.people}”.",
            "Titles are given as each firm likes. Two people with the same one may decide about a part of an "
            "app, or about all that a firm makes.",
            "Cross the title out and place what is left.",
            (duty.id,),
        )


@rule("LADDER-4")
def some_fit_two_places(answer: Placements, case: Case) -> Iterator[Finding]:
    """A responsibility that lies in one of the two places that it fits is told of the other."""
    for duty, *place in placed(answer):
        if len(duty.places) == 1 or tuple(place) not in duty.places:
            continue
        other = next(one for one in duty.places if one != tuple(place))
        yield Finding(
            "good",
            f"“{duty.text}” fits {named(tuple(place))}, where you have it, and {named(other)} as well.",
            duty.why,
            cards=(duty.id,),
        )


@rule("LADDER-5")
def the_next_step(answer: Placements, case: Case) -> Iterator[Finding]:
    """The way from where the learner is to where they want to be."""
    now, then = (place_of(answer, id) for id in (NOW, NEXT))
    if not now or not then:
        return
    far = steps_wider(now, then) > 1
    yield Finding(
        "caution" if far else "note",
        f"“{OWN[NOW]}” lies in {named(now)}; “{OWN[NEXT]}” in {named(then)}. {_distance(now, then)}",
        f"{'Each step is another trade, and two years are short for several. ' if far else ''}One public "
        f"ladder has {LADDER} ({LADDER_SOURCE}). It is an illustration: titles and years vary by firm, and "
        "its own ranges overlap.",
        _advice(now, then),
        (NOW, NEXT),
    )


def steps_wider(now: tuple[str, str], then: tuple[str, str]) -> int:
    """Return by how many scopes the second place is wider than the first; negative if it is narrower."""
    return WIDTHS.index(then[1]) - WIDTHS.index(now[1])


def _distance(now: tuple[str, str], then: tuple[str, str]) -> str:
    steps = steps_wider(now, then)
    parts = []
    if steps:
        count = ("one step", "two steps", "three steps")[abs(steps) - 1]
        parts.append(f"{count} {'wider' if steps > 0 else 'narrower'}")
    if now[0] != then[0]:
        parts.append(f"a change of track: from where {TRACK_NOTES[now[0]]} to where {TRACK_NOTES[then[0]]}")
    return f"That is {' and '.join(parts)}." if parts else "That is the same place."


def _advice(now: tuple[str, str], then: tuple[str, str]) -> str:
    """Return what to try first on the way from one place to another."""
    if now == then:
        return "To stay is a plan as well: say what you will know or be trusted with then, and are not now."
    wider = steps_wider(now, then)
    if wider > 1:
        between = REACH[WIDTHS[WIDTHS.index(now[1]) + 1]]
        return (
            f"Put a step between: {between}. If your firm is too small to have one, accept this and say so."
        )
    if now[0] != then[0]:
        first = (
            "teach or stand in for a manager" if then[0] == "manager" else "take on one piece without a team"
        )
        return f"Try the other track before you change: {first} for a quarter, and see if you like the days."
    if wider < 0:
        return (
            "Narrower can mean deeper. Say what you want to know better, or it will be read as a step back."
        )
    next_one = REACH[WIDTHS[WIDTHS.index(now[1]) + 1]]
    return f"Ask for one decision that reaches over {next_one}, before you ask for a title."


RULES = (
    scope_is_shown_by_the_words,
    track_is_shown_by_who_reports,
    titles_are_no_scope,
    some_fit_two_places,
    the_next_step,
)
