"""What the feedback on a Kanban board says of where the cards stand.

Codes SCRUM-… and FLOW-… are those of the domain reference (sections 5.1 and 5.4); what it has no code for
is KANBAN-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.kanban_cards import BLOCKED, COLUMNS, ROWS, Morning, WorkCard
from tpm_kit.exercises.wording import names


def titles(cards: list[WorkCard], most: int = 4) -> str:
    """Return the titles of cards as a list in words."""
    return names([card.title for card in cards], most)


def known(card: WorkCard) -> str:
    """Return what is known of a card, to end a sentence with."""
    return f"“{card.fact}”"


@rule("SCRUM-4")
def done_means_done(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card stands in Done that is not done."""
    board = Morning(answer, case)
    wrong = [card for card in board.cards("done") if card.stands != "done"]
    for card in wrong:
        yield Finding(
            "problem",
            f"{card.title} stands in Done, but is not: {known(card)}",
            "Done means three things here: a second person has reviewed it, it is live, and whoever asked "
            "for it has seen it. Others plan with what stands in Done, and its place in Review looks free "
            "while somebody is still needed.",
            "Ask what the next step is and whose, and put the card where that step is taken.",
            (card.id,),
        )
    right = [card for card in board.cards("done") if card.stands == "done"]
    if right and not wrong:
        yield Finding("good", f"What stands in Done is done: {titles(right)}.")


@rule("FLOW-6")
def blocked_stays_in_sight(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card that cannot go on is put back, or looks as if somebody were at it; or one that can go on is
    called blocked."""
    board = Morning(answer, case)
    for card in board.placed:
        column, row = board.column(card), board.row(card)
        if card.stands == BLOCKED and column == "to-do":
            yield Finding(
                "problem",
                f"{card.title} stands in To do, although it was begun and is blocked: {known(card)}",
                "Out of In progress it is out of sight. Nobody asks after what it waits for, its age is no "
                "longer counted, and the place that it seems to give free fills up with something new.",
                "Leave it in the column in which it stopped, in the row Blocked. It keeps its place there.",
                (card.id,),
            )
        elif card.stands == BLOCKED and column == "doing" and row != BLOCKED:
            yield Finding(
                "problem",
                f"{card.title} lies in the row “{ROWS[row]}”, but stands still: {known(card)}",
                "On the board it looks as if somebody were at it, so nobody removes what is in its way.",
                "Put it into the row Blocked of the same column.",
                (card.id,),
            )
        elif row == BLOCKED and card.stands != BLOCKED:
            yield Finding(
                "problem",
                f"{card.title} lies in the row Blocked, but nothing outside the team stops it: {known(card)}",
                "Blocked is a call for help from outside. What waits for a colleague, or for its turn, is in "
                "the flow.",
                "Put it back into the flow.",
                (card.id,),
            )
    held = [card for card in board.cards("doing") if card.stands == board.row(card) == BLOCKED]
    if held:
        yield Finding("good", f"Blocked work stays in sight and keeps its place: {titles(held)}.")


SHOWN = {
    "to-do": "nobody has begun it",
    "doing": "it is begun and not finished",
    BLOCKED: "it is begun and not finished",
    "review": "its author has finished, and the next step is somebody else's",
    "done": "it is done",
}
TELLS = {
    "to-do": "A board that shows less than was begun hides what is open.",
    "doing": "In progress means that somebody works on it. Where nobody does, nobody is missed.",
    "review": "Review means that others can look at it now. They would look in vain.",
}


@rule("KANBAN-2")
def stands_where_it_is(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card stands in another column than the work."""
    board = Morning(answer, case)
    back = {card.id for card, _ in board.set_aside()}
    for card in board.placed:
        column = board.column(card)
        fits = (
            column in (card.column, "done")
            or card.id in back
            or (card.stands == "to-do" and column == "doing")
            or (card.stands == BLOCKED and column == "to-do")
        )
        if not fits:
            done = card.stands == "done"
            yield Finding(
                "problem",
                f"{card.title} stands in {COLUMNS[column]}, but {SHOWN[card.stands]}: {known(card)}",
                "What is finished and not shown takes up a place, and looks like work."
                if done
                else TELLS[column],
                "Put it where the work stands.",
                (card.id,),
            )


@rule("KANBAN-1")
def limits_hold(answer: Placements, case: Case) -> Iterator[Finding]:
    """A column holds more cards than its limit."""
    board = Morning(answer, case)
    over = [column for column in board.limits if board.over(column) > 0]
    for column in over:
        yield _too_many(board, column)
    if not over and any(board.cards(column) for column in board.limits):
        full = [
            f"{COLUMNS[column]} {len(board.cards(column))} of {limit}"
            for column, limit in board.limits.items()
        ]
        yield Finding("good", f"The limits hold: {names(full)}, with all that is blocked or urgent.")


def _too_many(board: Morning, column: str) -> Finding:
    """Return what is wrong with a column above its limit: a caution where it is not, or may not be, the
    learner's choice."""
    cards, limit, over = board.cards(column), board.limits[column], board.over(column)
    seen = (
        f"{COLUMNS[column]} holds {len(cards)} cards, {over} more than its limit of {limit}: "
        f"{titles(cards, 6)}."
    )
    rushed = [card for card in cards if board.rushed(card)]
    chosen = [card for card in cards if card.column != column and card not in rushed]
    ids = tuple(card.id for card in cards[:6])
    if rushed and not chosen:
        rest = (
            "It would hold without what is urgent"
            if over <= len(rushed)
            else "All but this was begun before today, and this is urgent"
        )
        return Finding(
            "caution",
            f"{seen} {rest}: {titles(rushed)}.",
            "Something urgent may break a limit, if all agree on it and know until when. Else the limit is "
            "gone from then on.",
            "See first whether something that was hardly begun can be put back. If not, write down why the "
            "limit gives way, and what is finished first to come back under it.",
            ids,
        )
    if not chosen:
        return Finding(
            "caution",
            f"{seen} All of it was begun before today.",
            "With more open than the team can work on, each card takes longer, and the newest hides the "
            "oldest.",
            "Begin nothing until the column is back under its limit, and write down which card is finished "
            "first; or say why your team's limit is higher.",
            ids,
        )
    own = board.case.own
    return Finding(
        "caution" if own else "problem",
        seen,
        "What is begun beyond the limit is not finished sooner. It makes the cards that are already open "
        "wait.",
        "Ask what can be finished, or put back, before anything else is taken up."
        + (" This limit is assumed: if your team has another one, write it down." if own else ""),
        ids,
    )
