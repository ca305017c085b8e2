"""Now, Next, Later: which outcomes come first, and what is no entry of a roadmap yet."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, card_note, effort_note, short_titles
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.bars import NEAR
from tpm_kit.exercises.roadmap.horizons_cards import (
    COLUMNS,
    Card,
    Horizons,
    horizon_cards,
    in_release,
    release,
)
from tpm_kit.exercises.roadmap.horizons_fit_rules import FIT_RULES, MOST_BOOKED
from tpm_kit.exercises.roadmap.horizons_inputs import INPUTS
from tpm_kit.exercises.roadmap.horizons_rules import ENTRY_RULES
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, date, names, points
from tpm_kit.widgets.board import Board


def horizons_board(case: Case) -> Board:
    """Return the board: three horizons and a lane for what is no entry, every card in the tray."""
    spans = _spans(case)
    return Board(
        label=f"Now, Next, Later for {case.title}",
        columns=[
            {"id": "now", "label": COLUMNS["now"], "note": spans["now"], "tone": "blue"},
            {"id": "next", "label": COLUMNS["next"], "note": spans["next"], "tone": "green"},
            {"id": "later", "label": COLUMNS["later"], "note": spans["later"], "tone": "amber"},
            {"id": "out", "label": COLUMNS["out"], "note": "a wish, or a thing to build", "tone": "grey"},
        ],
        cards=card_notes(case),
        details=card_details(case),
    )


def _spans(case: Case) -> dict[str, str]:
    """Return what each horizon covers, with dates where they are known."""
    known = release(case)

    def span(first: int, last: int) -> str:
        words = f"sprints {first} {'and' if last == first + 1 else 'to'} {last}"
        words = f"sprint {first}" if first == last else words
        if len(known.sprints) < last:
            return words
        return f"{words}, until {date(known.sprints[last - 1].last_day)}"

    after = known.count > known.now
    return {
        "now": span(1, known.now),
        "next": span(known.now + 1, known.count) if after else f"after sprint {known.now}",
        "later": "after the release",
    }


def card_notes(case: Case) -> list[dict[str, Any]]:
    """Return the cards as the board takes them."""
    cards = horizon_cards(case).values()
    return [{"id": card.id, "title": card.title, "note": _note(card, case)} for card in cards]


def _note(card: Card, case: Case) -> str:
    day = card.dues[0].date if card.dues else None
    year = f" {day.year}" if day and not in_release(card.dues[0], case) else ""
    return card_note(effort_note(card.points), f"by {short_day(day)}{year}" if day else "")


def card_details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts behind each card, as pairs of name and text."""
    cards, items = horizon_cards(case), short_titles(case)
    return {
        card.id: [
            [name, cut(text, LONGEST)]
            for name, text in (
                ("What changes", card.measure or "nothing is said"),
                ("Why", card.note),
                ("Rests on", ", ".join(_sized(items[id]) for id in card.items)),
                ("Needs first", ", ".join(cards[id].title for id in card.needs)),
                ("Fixed date", ", ".join(date(due.date) for due in card.dues)),
                ("No estimate yet", ", ".join(card.unsized)),
            )
            if text
        ]
        for card in cards.values()
    }


def _sized(item: BacklogItem) -> str:
    return item.title if item.effort is None else f"{item.title} ({item.effort:.10g})"


def horizons_titles(case: Case) -> dict[str, str]:
    """Return the titles of the cards by id."""
    return {id: card.title for id, card in horizon_cards(case).items()}


def horizons_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return the points in Now and Next with the room there is, and how many cards lie in the other two."""
    board = Horizons(answer, case)
    meters: dict[str, dict[str, Any]] = {}
    for column in ("now", "next"):
        load, room = board.load(column), board.room(column)
        meters[column] = {"text": f"{load:.10g} pts"}
        if room:
            meters[column] = {"text": f"{load:.10g} of {room:.10g} pts", "share": min(load / room, 1)}
    if board.room("now"):
        meters["now"] |= {"limit": MOST_BOOKED, "over": board.load("now") > board.room("now") + NEAR}
    for column in ("later", "out"):
        count = len(board.column(column))
        meters[column] = {"text": f"{count} {'card' if count == 1 else 'cards'}"}
    return meters


def horizons_task(case: Case) -> str:
    """Return the task, with the number of cards and the room in Now."""
    known = release(case)
    room = Horizons(Placements(), case).room("now")
    fits = "" if room is None else f", with room for {points(room)}"
    first = "the first sprint" if known.now == 1 else "the first two sprints"
    assumed = "" if case.capacity else f" {known.count} sprints are assumed."
    return (
        f"Sort the {len(horizon_cards(case))} cards: Now is {first}{fits}; Next is the rest of the release; "
        f"Later is what comes after it. What says no more than what to build goes to {COLUMNS['out']}."
        f"{assumed}"
    )


def _hint_needs(answer: Placements, case: Case) -> str:
    cards = horizon_cards(case)
    waiting = {id: [card for card in cards.values() if id in card.needs] for id in cards}
    most = max(waiting, key=lambda id: len(waiting[id]), default="")
    ask = "Ask of each card what must be there before it; select a card to read what it needs."
    if not most or not waiting[most]:
        return ask
    return f"{ask} For {cards[most].named} wait {names([card.named for card in waiting[most]])}."


def _hint_dates(answer: Placements, case: Case) -> str:
    cards = horizon_cards(case).values()
    dated = [(due, card) for card in cards for due in card.dues if in_release(due, case)]
    ask = (
        "Begin with the dates that others have set, and count back: what must be done one after the other "
        "before that day, and in which sprint must the first of it begin?"
    )
    if not dated:
        return ask
    due, card = min(dated, key=lambda pair: pair[0].date)
    return f"{ask} The first date is {date(due.date)}, for {card.named}."


EXERCISE = Exercise(
    id="horizons",
    version=1,
    number="6.1",
    title="Now, next or later?",
    notebook=NOTEBOOK,
    task=horizons_task,
    answer=Placements,
    view=horizons_board,
    parts=horizons_titles,
    rules=(*ENTRY_RULES, *FIT_RULES),
    hints=(
        "Read each card aloud as “we will know that it worked when …”. If the sentence has no end, the card "
        "names a thing to build and not an outcome.",
        _hint_dates,
        _hint_needs,
        "Now is a promise, Next a direction, Later a belief. So Now must fit with a tenth to spare, and "
        "Later needs neither dates nor estimates.",
    ),
    live=horizons_meters,
    worked=True,
    uses=INPUTS.exercise.uses,
    inputs=INPUTS,
    columns=COLUMNS,
)
