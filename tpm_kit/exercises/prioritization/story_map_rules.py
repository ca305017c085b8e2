"""What the feedback on a story map says of its backbone, and of what stands where.

Codes MAP-2, MAP-4 and MAP-5 are those of the domain reference (section 4.7); MAP-6 is a card in a place for
another kind.

A card has one place, so that no story can be put under two activities. MAP-5 therefore looks at two
activities in one step, above the same stories, and at a story under an activity that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.story_map_cards import (
    OUTCOME,
    PLANNED,
    ROWS,
    MapCard,
    StoryMap,
    ids,
    titles,
)
from tpm_kit.methods.story_map import out_of_order


@rule("MAP-2")
def no_parts_of_the_system(answer: Placements, case: Case) -> Iterator[Finding]:
    """The map shows a part of the system as if it were something that the user does."""
    board = StoryMap(answer, case)
    for card in board.cards.values():
        row, _ = board.place.get(card.id, ("out", ""))
        if card.kind == "component" and row != "out":
            yield Finding(
                "problem",
                f"{card.title} stands in {ROWS[row]}, but it is a part of the system.",
                "A map of components shows how the product is built. Nobody can see from it whether a user "
                "gets from one end to the other.",
                "Leave it out, and ask what the user does at this moment.",
                (card.id,),
            )


@rule("MAP-4")
def told_in_order(answer: Placements, case: Case) -> Iterator[Finding]:
    """The backbone is not the user's story: activities are out of order or left out."""
    board = StoryMap(answer, case)
    left = [board.cards[id] for id in board.narrative if board.place.get(id, ("", ""))[0] == "out"]
    if left:
        yield Finding(
            "problem",
            f"Left out of the backbone: {titles(left)}.",
            "The backbone is the whole of what the user does. What is built first is decided in the rows "
            "below.",
            "Put each activity into the backbone.",
            ids(left),
        )
    moved = [board.cards[id] for id in out_of_order([card.id for card in board.backbone], board.narrative)]
    told = " → ".join(card.title for card in board.backbone)
    if moved:
        yield Finding(
            "problem",
            f"Your backbone reads: {told}. The user does it in another order; look at {moved[0].title}.",
            "The backbone follows the user from left to right, not importance or effort. Only then a row "
            "below it can be read as a way through the product.",
            "Select the activity and read when it happens. "
            + ("Moving it alone is enough." if len(moved) == 1 else f"At least {len(moved)} have to move."),
            (moved[0].id,),
        )
    elif len(board.backbone) == len(board.narrative) > 1:
        yield Finding("good", f"The backbone follows the user: {told}.")


@rule("MAP-5")
def under_its_own_activity(answer: Placements, case: Case) -> Iterator[Finding]:
    """A story stands under two activities, under none, or under one that is not its own."""
    board = StoryMap(answer, case)
    backbone = {card.id for card in board.backbone}
    for step, above in board.above.items():
        here = board.stories(*PLANNED, step=step)
        if len(above) > 1:
            below = f", so that {titles(here)} would belong to both" if here else ""
            yield Finding(
                "problem",
                f"{titles(above)} share {board.steps[step]}{below}.",
                "Each story helps with one activity. Under two of them nobody can tell which one it serves, "
                "or which one still has none.",
                "Give each activity a step of its own.",
                ids(above),
            )
        strange = [card for card in here if not _at_home(card, above, backbone, board.all_told)]
        if strange:
            one = len(strange) == 1
            stand = f"{titles(strange)} {'stands' if one else 'stand'}"
            under = f"under {titles(above)}, but {'helps' if one else 'help'} with something else."
            bare = f"in {board.steps[step]}, which has no activity."
            yield Finding(
                "problem",
                f"{stand} {under if above else bare}",
                "A story hangs below what the user is doing when they need it, and is counted there.",
                "Select the card and read what it is for: at which moment does the user need that?",
                ids(strange),
            )


def _at_home(card: MapCard, above: list[MapCard], backbone: set[str], all_told: bool) -> bool:
    """Say whether a story may stand below these activities. Where nobody knows its own, any will do."""
    if card.activity in backbone:
        return card.activity in {activity.id for activity in above}
    return bool(above or card.activity) or not all_told


PROPER = {
    "activity": ("an activity", "activities make up the backbone"),
    "story": ("a story", "stories go below an activity, into a release"),
    "outcome": ("an outcome", "outcomes stand in the last column, beside a release"),
    "output": ("a delivery", "what the team delivers is neither an activity nor a story"),
}


@rule("MAP-6")
def each_kind_in_its_place(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card lies in a place for another kind of card."""
    board = StoryMap(answer, case)
    for id, (row, column) in board.place.items():
        card = board.cards[id]
        if row == "out" or card.kind == "component" or _fits(card.kind, row, column):
            continue
        what, instead = PROPER[card.kind]
        where = f"{ROWS[row]}, {board.steps.get(column, 'Outcome')}"
        yield Finding(
            "problem",
            f"{card.title} is {what} and stands in {where}.",
            f"On a story map {instead}.",
            "Leave it out." if card.kind == "output" else "Move it there, or leave it out.",
            (id,),
        )


def _fits(kind: str, row: str, column: str) -> bool:
    """Say whether a card of this kind may stand there. An output beside a release is for MAP-3 to find."""
    if kind in ("outcome", "output"):
        return row != "backbone" and column == OUTCOME
    return column != OUTCOME and (row == "backbone") is (kind == "activity")


BACKBONE_RULES = (no_parts_of_the_system, told_in_order, each_kind_in_its_place, under_its_own_activity)
