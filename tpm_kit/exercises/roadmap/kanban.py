"""A Kanban board with limits: where the work of the first sprint truly stands, and what is taken up today."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.kanban_cards import (
    COLUMNS,
    FLOW,
    ROWS,
    TABLE,
    Morning,
    WorkCard,
    card_titles,
    limits,
    people,
    work_cards,
)
from tpm_kit.exercises.roadmap.kanban_inputs import INPUTS
from tpm_kit.exercises.roadmap.kanban_pull_rules import RULES, idle_names
from tpm_kit.exercises.roadmap.kanban_rules import titles
from tpm_kit.exercises.wording import names
from tpm_kit.widgets.board import Board

NOTES = {
    "to-do": "Nobody is at it",
    "doing": "Somebody is at it",
    "review": "Made; others look at it",
    "done": "Reviewed, live, seen by whoever asked",
}
TONES = {"doing": "blue", "done": "green"}


def kanban_board(case: Case) -> Board:
    """Return the board: four columns, a row for what is blocked and one for what is urgent."""
    return Board(
        label=f"Kanban board for {case.title}",
        rows=[{"id": id, "label": label} for id, label in ROWS.items()],
        columns=[
            {"id": id, "label": label, "note": NOTES[id]} | ({"tone": TONES[id]} if id in TONES else {})
            for id, label in COLUMNS.items()
        ],
        cards=[
            {"id": card.id, "title": card.title, "note": card.person} for card in work_cards(case).values()
        ],
        details={card.id: _facts(card, case) for card in work_cards(case).values()},
    )


def _facts(card: WorkCard, case: Case) -> list[list[str]]:
    cards = work_cards(case)
    facts = (
        ("What is known", card.fact),
        ("Part of", card.item),
        ("Needs", names([cards[id].title for id in card.needs if id in cards])),
    )
    return [[name, text] for name, text in facts if text]


def as_it_hangs(case: Case) -> Placements:
    """Return the board as the team finds it in the morning; blank where nobody knows."""
    shown = {row["id"]: f"{FLOW}/{row['board']}" for row in case.table(TABLE) if row["board"]}
    return Placements.of(shown)


def kanban_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return how many cards each column holds, beside its limit if it has one."""
    board = Morning(answer, case)
    meters: dict[str, dict[str, Any]] = {}
    for column in COLUMNS:
        count = len(board.cards(column))
        limit = board.limits.get(column)
        meters[column] = {"text": str(count)}
        if limit:
            over = count > limit
            meters[column] = {"text": f"{count} of {limit}", "share": min(1.0, count / limit), "over": over}
    return meters


def kanban_task(case: Case) -> str:
    """Return the task, with the number of cards and people and the limits."""
    count, cards, most = len(people(case)), len(work_cards(case)), limits(case)
    hangs = (
        "This is the board as it hangs one morning of the first sprint. Put each of its"
        if as_it_hangs(case).places
        else "It is morning. Put each of the"
    )
    many = (
        f"{hangs} {cards} cards where the work truly stands" if cards != 1 else "Put the card where it stands"
    )
    team = "1 person" if count == 1 else f"{count} people"
    whence = f"with {team} the limits are" if count else "as limits are assumed"
    return (
        f"{many}, and decide what the team takes up today: {whence} {most['doing']} in progress and "
        f"{most['review']} in review, blocked cards included."
    )


def _hint_facts(answer: Placements, case: Case) -> str:
    board = Morning(answer, case)
    aside = [card for card, _ in board.set_aside()]
    off = [
        card
        for card in board.placed
        if board.column(card) != card.column and card.stands != "to-do" and card not in aside
    ]
    ask = (
        "Select each card and read what is known of it, before you believe where it hangs. Who takes the "
        "next step: nobody, its author, somebody else in the team, or somebody outside?"
    )
    if not off:
        return ask
    return f"{ask} {len(off)} {'card hangs' if len(off) == 1 else 'cards hang'} elsewhere than the work is."


def _hint_right(answer: Placements, case: Case) -> str:
    board = Morning(answer, case)
    waiting = [card for card in work_cards(case).values() if card.stands == "review"]
    ask = "Read a board from right to left: what would it take to get the card next to Done over the line?"
    free = names(idle_names(board), 4)
    if not waiting or not free:
        return ask
    look = f"Somebody has to look at {titles(waiting)}."
    return f"{ask} {look} With nothing in progress that can go on: {free}."


def _hint_room(answer: Placements, case: Case) -> str:
    urgent = [card for card in work_cards(case).values() if card.urgent]
    ask = (
        "Where there is no room, something can be put back instead of breaking the limit: best what was "
        "hardly begun, and whose person has another card."
    )
    return f"{ask} {titles(urgent)} needs a place." if urgent else ask


EXERCISE = Exercise(
    id="kanban",
    version=1,
    number="6.10",
    title="What do we take up today?",
    notebook=NOTEBOOK,
    task=kanban_task,
    answer=Placements,
    view=kanban_board,
    parts=card_titles,
    rules=RULES,
    hints=(_hint_facts, _hint_right, _hint_room),
    live=kanban_meters,
    worked=True,
    inputs=INPUTS,
    start=as_it_hangs,
    columns={**ROWS, **COLUMNS},
)
