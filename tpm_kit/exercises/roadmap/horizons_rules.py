"""What the feedback on a Now / Next / Later board says of its entries and their order.

Codes ROAD-1, ROAD-2 and ROAD-5 are those of the domain reference (section 6.1). What it has no code for:
ROAD-15 an outcome left off the roadmap, ROAD-16 how sure a roadmap may be, near and far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.horizons_cards import COLUMNS, MOST, ORDER, Card, Horizons, in_release
from tpm_kit.exercises.wording import date, names


def titles(cards: Iterable[Card]) -> str:
    """Return the titles of cards as a list in words."""
    return names([card.named for card in cards], MOST)


def ids(cards: Iterable[Card]) -> tuple[str, ...]:
    """Return the ids of cards."""
    return tuple(card.id for card in cards)


def verb(cards: list[Card], one: str, many: str) -> str:
    """Return the verb that fits the number of cards."""
    return one if len(cards) == 1 else many


@rule("ROAD-1")
def entries_are_outcomes(answer: Placements, case: Case) -> Iterator[Finding]:
    """The roadmap lists a feature without saying what it should change."""
    board = Horizons(answer, case)
    entries = [card for column in ORDER for card in board.column(column)]
    features = [card for card in entries if not card.measure]
    if features:
        yield Finding(
            "problem",
            f"{titles(features)} {verb(features, 'stands', 'stand')} on the roadmap, and nothing says what "
            f"{verb(features, 'it', 'each')} should change, for whom and by how much.",
            "A list of features fixes the solution before anybody knows whether it works. Once it is built, "
            "nobody can say whether it was worth it, and a cheaper way is never looked for.",
            f"Put {verb(features, 'it', 'them')} under {COLUMNS['out']}. With a measure that goes from one "
            f"figure to another {verb(features, 'it', 'each')} can come back as an outcome.",
            ids(features),
        )
    elif len(entries) > 1:
        yield Finding("good", f"All {len(entries)} entries say what changes, from what to what.")


@rule("ROAD-2")
def no_dates_in_later(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card with a date stands in Later."""
    for card in Horizons(answer, case).column("later"):
        dues = [due for due in card.dues if not in_release(due, case)]
        if dues and card.measure:
            yield Finding(
                "caution",
                f"{card.named} stands in Later with a date, {date(dues[0].date)}.",
                "Later is what nobody has estimated yet, so a date in it is read as a promise that nobody "
                "has checked, or is not read at all.",
                "If somebody else has set the date, put the outcome into Next and plan it back from that "
                "day. If it is only hoped for, take the date off.",
                (card.id,),
            )


@rule("ROAD-5", "dependencies")
def needs_come_first(answer: Placements, case: Case) -> Iterator[Finding]:
    """An outcome stands in an earlier horizon than one that it needs."""
    board = Horizons(answer, case)
    held = 0
    for card in (card for column in ORDER for card in board.column(column)):
        here = board.place[card.id]
        for need in (board.cards[id] for id in card.needs):
            there = board.place.get(need.id)
            if there is None or (there in ORDER and ORDER[there] <= ORDER[here]):
                held += there is not None
                continue
            yield Finding(
                "problem",
                f"{card.named} stands in {COLUMNS[here]} and needs {need.named}, which stands in "
                f"{COLUMNS[there]}.",
                "What it is built on is not there when its turn comes, however much it is wanted.",
                f"Move {need.named} forward, or {card.named} back.",
                (card.id, need.id),
            )
            held = -MOST * MOST
    if held > 0:
        yield Finding("good", "Nothing stands before what it needs.")


@rule("ROAD-15")
def outcomes_are_entries(answer: Placements, case: Case) -> Iterator[Finding]:
    """An outcome is left off the roadmap though it says what should change."""
    board = Horizons(answer, case)
    left = [
        card
        for card in board.column("out")
        if card.measure and not any(in_release(due, case) for due in card.dues)
    ]
    for card in left:
        yield Finding(
            "caution",
            f"{card.named} is left off the roadmap, and yet says what should change ({card.measure}).",
            "What is not on the roadmap is not talked about, so those who wait for it get no answer, not "
            "even “after this release”.",
            "Put it into Later, which promises nothing.",
            (card.id,),
        )


@rule("ROAD-16", whole=True)
def certainty_falls(answer: Placements, case: Case) -> Iterator[Finding]:
    """Later is empty, or Now holds work that nobody has estimated."""
    board = Horizons(answer, case)
    later = board.column("later")
    for card in board.column("now"):
        if card.unsized and case.has("effort"):
            yield Finding(
                "note",
                f"{card.named} stands in Now, and nobody has estimated {names(card.unsized)}.",
                "What is begun next needs an estimate; what comes later does not.",
                "Estimate it with the team before the first sprint is planned.",
                (card.id,),
            )
    if not later:
        yield Finding(
            "note",
            "Later is empty: your roadmap ends with the release.",
            "Where the product goes after it is what people outside the team ask first.",
            "Later needs no date and no estimate, only the next outcomes that you believe in.",
        )
    elif not any(card.dues or not card.measure for card in later):
        yield Finding(
            "good",
            f"Later holds {titles(later)}, without a date. Nobody needs to split or estimate what stands "
            "there.",
        )


ENTRY_RULES = (
    entries_are_outcomes,
    no_dates_in_later,
    needs_come_first,
    outcomes_are_entries,
    certainty_falls,
)
