"""Notebook 00: a small board to practise on."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise, Finding, rule
from tpm_kit.widgets.board import Board

NOTEBOOK = "00-start-here.ipynb"

CARDS = {
    "drag": ("Drag me", "with the mouse or a finger"),
    "click": ("Click me, then click a lane", "or tap and tap"),
    "keys": ("Space, arrows, Space", "select me with a click or Tab first"),
    "number": ("Press 1 or 2", "the number of a lane"),
    "top": ("Put me on top of “Works for me”", "order counts on some boards"),
}


def practice_board(case: Case) -> Board:
    """Return the practice board: five cards, two lanes."""
    return Board(
        label="Practice board",
        columns=[
            {
                "id": "works",
                "label": "Works for me",
                "tone": "green",
                "note": "Ways of moving a card that suit me",
            },
            {"id": "not", "label": "Not for me", "tone": "grey", "note": "Ways I leave to others"},
        ],
        cards=[{"id": id, "title": title, "note": note} for id, (title, note) in CARDS.items()],
        details={
            "drag": [["How", "Press, pull the card over a lane, let go. Outside every lane it goes back."]],
            "click": [
                ["How", "One click lifts the card, the next puts it where you click. Escape takes it back."]
            ],
            "keys": [
                [
                    "How",
                    "Space lifts, the arrow keys move, Space puts down. Left of the first lane is the tray.",
                ]
            ],
            "number": [
                [
                    "How",
                    "With a card selected, 1 sends it to the first lane, 2 to the second, and the next "
                    "card is selected.",
                ]
            ],
            "top": [
                ["How", "Drop it on the upper half of the first card, or lift it and press the up arrow."]
            ],
        },
    )


@rule("START-1")
def top_card_on_top(answer: Placements, case: Case) -> Iterator[Finding]:
    """The card that asks to be on top is not."""
    lane = answer.column("works")
    title = CARDS["top"][0]
    if "top" in lane and lane[0] != "top":
        yield Finding(
            "problem",
            f"{title} is number {lane.index('top') + 1} of {len(lane)} in its lane.",
            "On a ranked board the order within a lane is part of the answer.",
            "Lift the card and press the up arrow, or drop it above the first one.",
            ("top",),
        )
    elif "top" in answer.column("not"):
        yield Finding(
            "problem",
            f"{title} lies in “Not for me”.",
            do="Move it to “Works for me”, above the others.",
            cards=("top",),
        )
    elif lane:
        yield Finding(
            "good",
            f"{len(lane)} of {len(CARDS)} cards are in “Works for me”, the right one on top."
            if "top" in lane
            else f"{len(lane)} placed so far.",
        )


EXERCISE = Exercise(
    id="practice",
    version=1,
    number="0.1",
    title="Move five cards",
    notebook=NOTEBOOK,
    task="Try each way of moving a card, and keep the last card on top.",
    answer=Placements,
    view=practice_board,
    parts=lambda case: {id: title for id, (title, _) in CARDS.items()},
    rules=(top_card_on_top,),
    hints=("Select a card: above the board stands how it wants to be moved.",),
)
