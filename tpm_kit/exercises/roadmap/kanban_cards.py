"""What lies on a Kanban board: its cards, how far each truly is, who works on it, and what the limits are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, item_titles, once
from tpm_kit.exercises.wording import cut

TABLE = "kanban"
COLUMNS = {"to-do": "To do", "doing": "In progress", "review": "Review", "done": "Done"}
FLOW, BLOCKED, URGENT = "flow", "blocked", "urgent"
ROWS = {FLOW: "In the flow", BLOCKED: "Blocked", URGENT: "Urgent"}
LONGEST_NAME = 40
"""Letters of a person's name in a finding."""


class WorkCard(NamedTuple):
    """One piece of work: whose it is, how far it truly is, and what is known of it."""

    id: str
    title: str
    item: str
    """Title of the backlog item that it is a part of; "" for none, or if it is the item itself."""
    person: str
    stands: str
    """Where it truly stands: a column, or "blocked" for begun and standing still."""
    needs: tuple[str, ...]
    """Ids of the cards that must be done before it is begun."""
    urgent: bool
    fact: str

    @property
    def column(self) -> str:
        """The column that it stands in: what is blocked stays where it was stopped."""
        return "doing" if self.stands == BLOCKED else self.stands

    @property
    def who(self) -> str:
        """Its person, as one name to compare; "" for nobody."""
        return " ".join(self.person.split()).casefold()


@once
def work_cards(case: Case) -> Mapping[str, WorkCard]:
    """Return the cards by id, in the order of the case's table."""
    titles = item_titles(case)
    cards = {}
    for row in case.table(TABLE):
        item = titles.get(row["item"], "") if row["item"] != row["id"] else ""
        cards[row["id"]] = WorkCard(
            id=row["id"],
            title=cut(row["title"], LONGEST_TITLE),
            item=item,
            person=cut(row["person"], LONGEST_NAME),
            stands=row["stands"],
            needs=row["needs"],
            urgent=bool(row["urgent"]),
            fact=cut(row["fact"], LONGEST),
        )
    return MappingProxyType(cards)


def card_titles(case: Case) -> dict[str, str]:
    """Return the titles of the cards by id."""
    return {card.id: card.title for card in work_cards(case).values()}


@once
def people(case: Case) -> Mapping[str, str]:
    """Return the names of the people on the cards, by what they are compared by."""
    known: dict[str, str] = {}
    for card in work_cards(case).values():
        if card.who:
            known.setdefault(card.who, card.person)
    return MappingProxyType(known)


@once
def limits(case: Case) -> Mapping[str, int]:
    """Return the most cards that In progress and Review may hold.

    Together there are as many as people, a third of them in Review: nobody then needs to begin a second card,
    and what is made is looked at. It is a first guess, as every limit is; a team moves it later.
    """
    count = len(people(case))
    review = max(1, round(count / 3))
    return MappingProxyType({"doing": max(1, count - review), "review": review})


class Morning:
    """The board as an answer lays it, beside how far the cards truly are."""

    def __init__(self, answer: Placements, case: Case) -> None:
        cards = work_cards(case)
        self.case, self.limits = case, limits(case)
        self.places = {
            place.id: (place.row, place.column)
            for place in answer.places
            if place.id in cards and place.column in COLUMNS and place.row in ROWS
        }
        self.placed = [cards[id] for id in self.places]

    def column(self, card: WorkCard) -> str:
        """Return the column in which a card lies; "" for none."""
        return self.places.get(card.id, ("", ""))[1]

    def row(self, card: WorkCard) -> str:
        """Return the row in which a card lies; "" for none."""
        return self.places.get(card.id, ("", ""))[0]

    def cards(self, column: str) -> list[WorkCard]:
        """Return the cards in a column, in all its rows."""
        return [card for card in self.placed if self.column(card) == column]

    def over(self, column: str) -> int:
        """Return how many cards a column holds above its limit; 0 or less if it keeps to it."""
        return len(self.cards(column)) - self.limits[column]

    def taken_up(self) -> list[WorkCard]:
        """Return the cards that nobody has begun, and that lie in In progress."""
        return [card for card in self.cards("doing") if card.stands == "to-do"]

    def rushed(self, card: WorkCard) -> bool:
        """Say whether a card cannot wait, and lies where everybody sees that. Of a learner's own work nobody
        else knows whether it can."""
        return self.row(card) == URGENT and (card.urgent or self.case.own)

    def set_aside(self) -> list[tuple[WorkCard, WorkCard]]:
        """Return the cards that were begun and put back, since their person has another one in progress,
        each with that other one."""
        busy = {card.who: card for card in self.cards("doing") if card.who}
        return [
            (card, busy[card.who])
            for card in self.cards("to-do")
            if card.stands == "doing" and card.who in busy
        ]

    def free(self) -> dict[str, str]:
        """Return the people who have nothing in progress that they could work on now: name by who."""
        busy = {card.who for card in self.cards("doing") if card.stands != BLOCKED}
        return {who: name for who, name in people(self.case).items() if who not in busy}
