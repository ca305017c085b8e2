"""User story map: what the user does from left to right, and which slice of it comes first."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.story_map_cards import (
    OUTCOME,
    PLANNED,
    ROWS,
    StoryMap,
    card_details,
    card_titles,
    map_cards,
    steps,
    titles,
    total,
)
from tpm_kit.exercises.prioritization.story_map_inputs import INPUTS
from tpm_kit.exercises.prioritization.story_map_release_rules import RELEASE_RULES, thinnest
from tpm_kit.exercises.prioritization.story_map_rules import BACKBONE_RULES
from tpm_kit.exercises.wording import points
from tpm_kit.widgets.board import Board

MOST_STEPS = 12
"""Steps that have a name of their own where a worked answer is shown."""


def story_board(case: Case) -> Board:
    """Return the board: a column for each step, one for outcomes, and every card in the tray, by title."""
    cards = sorted(map_cards(case).values(), key=lambda card: (card.title.casefold(), card.id))
    return Board(
        label=f"Story map for {case.title}",
        rows=[{"id": id, "label": label} for id, label in ROWS.items()],
        columns=[
            *({"id": id, "label": label} for id, label in steps(case).items()),
            {"id": OUTCOME, "label": "Outcome", "tone": "blue"},
        ],
        cells=[{"row": "backbone", "column": OUTCOME, "label": "stays empty"}],
        cards=[{"id": card.id, "title": card.title, "note": _size(card.effort)} for card in cards],
        details=card_details(case),
    )


def _size(effort: float | None) -> str:
    return "" if effort is None else f"{effort:.10g}\u00a0{'pt' if effort == 1 else 'pts'}"


def map_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return how many stories of Release 1 stand in each step, and their effort together."""
    board = StoryMap(answer, case)
    first = board.stories("first")
    meters = {}
    for step, above in board.above.items():
        count = len(board.stories("first", step=step))
        meters[step] = {"text": f"Release 1: {count}", "over": bool(first and above and not count)}
    effort = total(first)
    meters[OUTCOME] = {"text": f"R1: {_size(effort)}" if effort else ""}
    return meters


def map_task(case: Case) -> str:
    """Return the task, with the number of activities and stories."""
    cards = map_cards(case).values()
    kinds = Counter(card.kind for card in cards)
    known = {user.name for user in case.users}
    personas = Counter(case.item(card.id).persona for card in cards if _of_backlog(card.id, case))
    who = next((name for name, _ in personas.most_common() if name in known), "user")
    rest = "; leave out what does not belong" if kinds["component"] or kinds["output"] else ""
    return (
        f"Tell the {who[:1].lower()}{who[1:]}'s story: {kinds['activity']} activities into the backbone, in "
        f"order, and each of the {kinds['story']} stories below its activity, in the release that should "
        f"bring it. Put an outcome beside Release 1 and Release 2{rest}."
    )


def _of_backlog(id: str, case: Case) -> bool:
    return any(item.id == id for item in case.items)


def _hint_skeleton(answer: Placements, case: Case) -> str:
    board = StoryMap(answer, case)
    bare = [
        card for step, above in board.above.items() if not board.stories("first", step=step) for card in above
    ]
    ask = "Of each activity ask for the least that lets the user get past it, even with handwork behind it."
    return f"{ask} Release 1 has nothing yet for {titles(bare)}." if bare else ask


def _hint_size(answer: Placements, case: Case) -> str:
    board = StoryMap(answer, case)
    least, first = thinnest(board), total(board.stories("first"))
    if least is None or not first:
        return (
            "A good first release is small: add up the smallest story below each activity, and see how far "
            "above that you are."
        )
    return (
        f"The smallest planned story of each activity comes to {points(least)} in all; your Release 1 takes "
        f"{first:g} of the {total(board.stories(*PLANNED)):g} on the map. Each point more should have its "
        "reason."
    )


EXERCISE = Exercise(
    id="story-map",
    version=1,
    number="5.6",
    title="Which slice comes first?",
    notebook=NOTEBOOK,
    task=map_task,
    answer=Placements,
    view=story_board,
    parts=card_titles,
    rules=(*BACKBONE_RULES, *RELEASE_RULES),
    hints=(
        "Begin with the backbone: what does the user do first, and what then? Select a card to read when it "
        "happens. What nobody ever does, because it is a part of the system, is no activity.",
        _hint_skeleton,
        "Ask of each card that could stand beside a release: who can do what afterwards that they could not "
        "do before? If the card only says that something is launched or shipped, there is no answer.",
        _hint_size,
    ),
    live=map_meters,
    worked=True,
    uses={"moscow": Placements},
    inputs=INPUTS,
    columns={**ROWS, **{f"step-{n}": f"Step {n}" for n in range(1, MOST_STEPS + 1)}, OUTCOME: "Outcome"},
)
