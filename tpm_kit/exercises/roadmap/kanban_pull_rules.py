"""What the feedback on a Kanban board says of what is taken up today, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.kanban_cards import (
    BLOCKED,
    COLUMNS,
    URGENT,
    Morning,
    WorkCard,
    people,
    work_cards,
)
from tpm_kit.exercises.roadmap.kanban_rules import (
    blocked_stays_in_sight,
    done_means_done,
    known,
    limits_hold,
    stands_where_it_is,
    titles,
)
from tpm_kit.exercises.wording import names


def idle_names(board: Morning, but: str = "") -> list[str]:
    """Return the names of those who have time now, without one of them."""
    return [name for who, name in board.free().items() if who != but]


def have_time(people: list[str]) -> str:
    """Return a clause that says of people that they have time."""
    return f"{names(people, 3)} {'has' if len(people) == 1 else 'have'} time"


@rule("KANBAN-3")
def one_card_each(answer: Placements, case: Case) -> Iterator[Finding]:
    """One person has several cards in progress."""
    board, doubled = Morning(answer, case), False
    for who, name in people(case).items():
        own = [card for card in board.cards("doing") if card.who == who]
        if len(own) > 1:
            doubled = True
            yield _two_at_once(board, who, name, own)
    back = board.set_aside()
    if back and not doubled:
        put = [f"{card.title} waits for {other.title}" for card, other in back]
        yield Finding("good", f"Nobody has two cards in progress: {names(put)}.")


def _two_at_once(board: Morning, who: str, name: str, own: list[WorkCard]) -> Finding:
    stuck = [card for card in own if card.stands == BLOCKED]
    helpers = names(idle_names(board, who), 3)
    why = (
        f"{titles(stuck)} comes back on a day that nobody here chooses, and then both are open."
        if stuck
        else "Done in turn, the first would be finished far sooner and the last no later. And each "
        "change from one to the other costs the time to find one's way back in."
    )
    offer = f" Or hand one over: {helpers} could take it." if helpers and not stuck else ""
    help_out = (
        " Until then there is something to look at in Review." if stuck and board.cards("review") else ""
    )
    return Finding(
        "caution",
        f"{name} has {len(own)} cards in progress: {titles(own)}.",
        why,
        f"Put back what was begun last or hardly at all.{offer}{help_out}",
        tuple(card.id for card in own),
    )


@rule("KANBAN-4")
def finish_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something new is taken up while Review is full."""
    board = Morning(answer, case)
    waiting = [card for card in board.cards("review") if card.stands == "review"]
    if board.over("review") < 0 or not waiting:
        return
    new = [card for card in board.taken_up() if not (card.urgent or board.rushed(card))]
    for card in new:
        first = waiting[0]
        helpers = idle_names(board, first.who)
        yield Finding(
            "caution",
            f"{card.title} is taken up while Review is full: {titles(waiting)}.",
            "What is finished next has nowhere to go, so more is open and nothing comes out. A board is "
            "emptied from the right: what is nearest to Done goes first.",
            f"Leave it in To do. Ask who can look at {first.title}"
            + (f": {have_time(helpers)}." if helpers else "."),
            (card.id,),
        )
    if not new:
        yield Finding("good", f"While Review is full ({titles(waiting)}), nothing is begun that could wait.")


@rule("KANBAN-5")
def ready_to_begin(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card is taken up although what it needs is not done."""
    board = Morning(answer, case)
    every = work_cards(case)
    for card in board.taken_up():
        absent = [every[id] for id in card.needs if id in every and every[id].stands != "done"]
        if absent:
            where = [f"{one.title} ({COLUMNS[one.column]})" for one in absent]
            yield Finding(
                "problem",
                f"{card.title} is taken up, but needs {names(where)}.",
                "It would stand still as soon as it is begun, and take a place from something that can be "
                "finished.",
                "Leave it in To do until what it needs is done.",
                (card.id,),
            )


@rule("KANBAN-6", whole=True)
def nobody_waits(answer: Placements, case: Case) -> Iterator[Finding]:
    """A place is free, somebody has time, and a card that could be begun stays in To do."""
    board = Morning(answer, case)
    free = board.free()
    to_look_at = [card for card in board.cards("review") if card.stands == "review"]
    full = any(board.over(column) >= 0 for column in board.limits)
    ready = [] if full or len(free) <= len(to_look_at) else _ready(board)
    if ready:
        card, more = ready[0], len(ready) > 1
        doing, limit = len(board.cards("doing")), board.limits["doing"]
        who = have_time([card.person] if card.person else list(free.values()))
        yield Finding(
            "caution",
            f"{card.title} could be begun and stays in To do. In progress holds {doing} of {limit}, and "
            f"{who}.",
            "A limit says how much to begin at most. Where a place is free, somebody has time and Review is "
            "not full, work that waits gets nothing for its waiting.",
            f"Take it up{f', or another of the {len(ready)} that are ready' if more else ''}; or write down "
            "what the time is kept for.",
            (card.id,),
        )


def _ready(board: Morning) -> list[WorkCard]:
    """Return the cards in To do that could be begun now: what they need is done, and their person has nothing
    in progress, not even something blocked."""
    every = work_cards(board.case)
    busy = {card.who for card in board.cards("doing") if card.who}
    return [
        card
        for card in board.cards("to-do")
        if card.stands == "to-do"
        and card.who not in busy
        and all(every[id].stands == "done" for id in card.needs if id in every)
    ]


@rule("KANBAN-7")
def urgent_is_rare(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something is called urgent that can wait, or something that cannot wait is left in To do or in the
    crowd."""
    board = Morning(answer, case)
    open_ones = [card for card in board.placed if board.column(card) != "done" and card.stands != BLOCKED]
    for card in open_ones:
        lies_there = board.row(card) == URGENT
        if lies_there and not card.urgent:
            yield Finding(
                "caution",
                f"{card.title} is called urgent: {known(card)}",
                "What is urgent goes before everything else and may break a limit. Each further urgent card "
                "makes the others less so, and the usual ones slower.",
                "Put it into the flow, or write down what it costs if it waits for its turn.",
                (card.id,),
            )
        elif card.urgent and (board.column(card) == "to-do" or not lies_there):
            where = (
                "stays in To do" if board.column(card) == "to-do" else "lies in the flow like any other card"
            )
            yield Finding(
                "caution",
                f"{card.title} {where}, but cannot wait: {known(card)}",
                "While it is open, the damage grows by the hour. That is what the row Urgent is there for.",
                "Take it up in the row Urgent, and make room for it if there is none.",
                (card.id,),
            )
    rushed = [card for card in board.cards("doing") if card.urgent and board.rushed(card)]
    if rushed:
        held = " and every limit holds" if all(board.over(column) <= 0 for column in board.limits) else ""
        yield Finding("good", f"What cannot wait goes first{held}: {titles(rushed)}.")


RULES = (
    done_means_done,
    blocked_stays_in_sight,
    stands_where_it_is,
    limits_hold,
    one_card_each,
    finish_first,
    ready_to_begin,
    nobody_waits,
    urgent_is_rare,
)
