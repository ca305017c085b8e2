"""What the feedback on a story map says of its releases: walking skeleton, outcomes, order, size.

Codes MAP-1, MAP-3 and PRI-4 are those of the domain reference (sections 4 and 4.7). What it has no code for:
MAP-7 an outcome before the stories that it rests on, MAP-8 a first release that is no thin slice, MAP-9 work
for the first release that the map does not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import LONGEST_TITLE
from tpm_kit.exercises.prioritization.story_map_cards import (
    OUTCOME,
    PLANNED,
    RELEASES,
    ROWS,
    MapCard,
    StoryMap,
    ids,
    titles,
    total,
    with_effort,
)
from tpm_kit.exercises.wording import cut, names, percent, points
from tpm_kit.methods.story_map import Story, missing_activities

HALF = 0.5
"""Share of the map's effort above which a first release is no thin slice: a guide of this course."""
SOONEST = {row: rank for rank, row in enumerate((*RELEASES, "out"))}


@rule("MAP-1", whole=True)
def walking_skeleton(answer: Placements, case: Case) -> Iterator[Finding]:
    """Release 1 has no story for an activity, so that nobody can walk the whole way."""
    board = StoryMap(answer, case)
    missed, first = _missed(board), board.stories("first")
    if missed:
        yield Finding(
            "problem",
            f"Release 1 has nothing for {titles(missed)}.",
            "Who uses Release 1 gets stuck there, however good the rest is. The first release is a walking "
            "skeleton: the thinnest slice that touches every activity.",
            "Bring a small story up into Release 1 for each; one with handwork behind it will do.",
            ids(missed),
        )
    elif len(board.backbone) == len(board.narrative) > 0:
        sums = f" ({points(total(first))})" if total(first) else ""
        verdict = "" if _could_be_thinner(board) else ": a walking skeleton"
        yield Finding(
            "good",
            f"Release 1 touches all {len(board.backbone)} activities with {len(first)} stories{sums}"
            f"{verdict}.",
        )


def _missed(board: StoryMap) -> list[MapCard]:
    """Return the activities for which Release 1 has no story."""
    below = [
        Story(card.id, activity.id, row)
        for row in PLANNED
        for step, above in board.above.items()
        for card in board.cell(row, step, "story")
        for activity in above
    ]
    gone = missing_activities(below, [card.id for card in board.backbone], "first")
    return [board.cards[id] for id in gone]


@rule("MAP-3", whole=True)
def releases_have_outcomes(answer: Placements, case: Case) -> Iterator[Finding]:
    """A release has no outcome, or a delivery in its place."""
    board = StoryMap(answer, case)
    for row, name in RELEASES.items():
        stories, outcomes = board.stories(row), board.cell(row, OUTCOME, "outcome")
        outputs = board.cell(row, OUTCOME, "output")
        for card in outputs:
            yield Finding(
                "problem",
                f"Beside {name} stands “{card.title}”. That says what the team delivers, not what changes "
                "for people.",
                "When it is delivered, nobody knows yet whether the release was worth it.",
                "Leave it out, and look for a card that says who can do what afterwards.",
                (card.id,),
            )
        if outcomes and stories:
            due = [card for card in outcomes if not _too_late(board, card, row)]
            if due and not (row == "first" and _missed(board)):
                what = "an outcome" if len(due) == 1 else "these outcomes"
                yield Finding("good", f"{name} is for {what}: {titles(due)}.")
        elif outcomes:
            yield Finding(
                "caution",
                f"{name} promises “{titles(outcomes)}”, and holds no story.",
                "Nothing in the release brings what it promises.",
                "Give the release the stories that bring it, or move the outcome to the release that does.",
                ids(outcomes),
            )
        elif stories and not outputs and row != "later":
            count = f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}"
            yield Finding(
                "problem",
                f"{name} has {count} and no outcome.",
                "Without an outcome a release is a list of work: nobody can say when it has done its job, or "
                "what may be dropped.",
                "Put the change that these stories bring into the column Outcome, beside the release.",
            )


@rule("MAP-7")
def outcomes_can_come(answer: Placements, case: Case) -> Iterator[Finding]:
    """An outcome stands beside a release that lacks a story which it rests on."""
    board = StoryMap(answer, case)
    for row in PLANNED:
        for outcome in board.cell(row, OUTCOME, "outcome"):
            for card in _too_late(board, outcome, row):
                yield Finding(
                    "problem",
                    f"“{outcome.title}” stands beside {ROWS[row]}, but rests on {card.title}, which "
                    f"{_when(board.place[card.id][0])}.",
                    "A release can be held to an outcome only if what brings it is in it, or came before.",
                    "Move the outcome or the story.",
                    (outcome.id, card.id),
                )


@rule("PRI-4", "dependencies")
def needs_come_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """A story is planned before another story that it needs."""
    board = StoryMap(answer, case)
    for row in PLANNED:
        for card in board.stories(row):
            for needed in _too_late(board, card, row):
                yield Finding(
                    "problem",
                    f"{card.title} is planned for {ROWS[row]}, but needs {needed.title}, which "
                    f"{_when(board.place[needed.id][0])}.",
                    "It cannot work before what it stands on is there.",
                    "Bring what it needs forward, or move it back.",
                    (card.id, needed.id),
                )


def _too_late(board: StoryMap, card: MapCard, row: str) -> list[MapCard]:
    """Return the stories that the card needs and that come later than this row."""
    placed = [
        id for id in card.needs if id in board.place and board.cards[id].kind == "story" and id != card.id
    ]
    return [board.cards[id] for id in placed if SOONEST.get(board.place[id][0], 0) > SOONEST[row]]


def _when(row: str) -> str:
    return {"out": "is left out", "later": "comes later"}.get(row, f"comes in {ROWS[row]}")


@rule("MAP-8", "effort", whole=True)
def first_slice_is_thin(answer: Placements, case: Case) -> Iterator[Finding]:
    """Release 1 takes more than half of the effort on the map, and could be thinner."""
    board = StoryMap(answer, case)
    first, mapped = total(board.stories("first")), total(board.stories(*PLANNED))
    if not first:
        return
    sums = f"Release 1 takes {points(first)} of {mapped:.10g} on the map ({percent(first / mapped, HALF)})"
    if _could_be_thinner(board):
        biggest = sorted(
            (card for card in board.stories("first") if card.effort), key=lambda card: -card.effort
        )
        yield Finding(
            "caution",
            f"{sums}; the thinnest slice through every activity would take {thinnest(board):.10g}.",
            "The first release is there to learn whether the way works. The larger it is, the later you "
            "learn it, and the more is built on a guess. More than half is no thin slice.",
            f"Ask of the largest ({names([with_effort(card) for card in biggest[:3]])}): can the user get "
            "past this step with less?",
        )
    else:
        yield Finding("good", f"{sums}.")


def _could_be_thinner(board: StoryMap) -> bool:
    """Say whether Release 1 takes more than half of the effort, and more than the thinnest slice would."""
    first, mapped, least = total(board.stories("first")), total(board.stories(*PLANNED)), thinnest(board)
    return first > HALF * mapped and least is not None and round(first - least, 9) > 0


def thinnest(board: StoryMap) -> float | None:
    """Return the effort of the smallest planned stories, one for each activity, or None if one has none."""
    efforts = [
        min((card.effort for card in board.stories(*PLANNED, step=step) if card.effort), default=None)
        for step, above in board.above.items()
        if above
    ]
    return None if not efforts or None in efforts else sum(efforts)


@rule("MAP-9", "dependencies", whole=True)
def work_off_the_map(answer: Placements, case: Case) -> Iterator[Finding]:
    """Release 1 needs work that the map does not show."""
    board = StoryMap(answer, case)
    first = board.stories("first")
    hidden = _needed_off_the_map(board, case, first)
    if not hidden:
        return
    more, whole = total(hidden), total([*first, *hidden])
    room = case.capacity.points if case.capacity else None
    sums = f" That makes {points(whole)} with the stories of Release 1" if more else ""
    fits = f", of {room:.10g} that the team can finish" if sums and room else ""
    yield Finding(
        "caution" if sums and room and round(whole - room, 9) > 0 else "note",
        "Release 1 also needs work that the user never sees, and that is not on the map: "
        f"{names([with_effort(card) for card in hidden])}.{sums}{fits}{'.' if sums else ''}",
        "A story map shows the user's way, not all the work. A plan made from it alone is too short.",
        "Plan this work before the stories that need it, or look for thinner stories that do without.",
    )


def _needed_off_the_map(board: StoryMap, case: Case, stories: list[MapCard]) -> list[BacklogItem]:
    """Return the items that these stories need, directly or through others, and that are not on the map."""
    items, found = {item.id: item for item in case.items}, {}
    ahead = [id for card in stories for id in card.needs]
    while ahead:
        id = ahead.pop(0)
        if id in items and id not in board.cards and id not in found:
            found[id] = replace(items[id], title=cut(items[id].title, LONGEST_TITLE))
            ahead += items[id].dependencies
    return list(found.values())


RELEASE_RULES = (
    walking_skeleton,
    releases_have_outcomes,
    outcomes_can_come,
    needs_come_first,
    first_slice_is_thin,
    work_off_the_map,
)
