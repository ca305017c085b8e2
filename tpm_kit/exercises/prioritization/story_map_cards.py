"""What lies on a story map: its cards, its rows and columns, and where an answer puts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, item_details, item_titles
from tpm_kit.exercises.wording import cut, names, points

RELEASES = {"first": "Release 1", "second": "Release 2", "later": "Later"}
"""The releases by the id of their row, soonest first."""
PLANNED = tuple(RELEASES)
ROWS = {"backbone": "Backbone", **RELEASES, "out": "Left out"}
OUTCOME = "outcome"
"""The column beside the steps, which says what a release changes for people."""


class MapCard(NamedTuple):
    """One card: an activity, a component, a story, an outcome or an output."""

    id: str
    kind: str
    title: str
    activity: str
    """Id of the activity that a story belongs to; "" where nobody knows."""
    effort: float | None
    """Story points; None if not known, or not a story."""
    needs: tuple[str, ...]
    """Ids of what must be done before: other stories, or items that are not on the map."""
    note: str


def map_cards(case: Case) -> dict[str, MapCard]:
    """Return the cards of the case's map by id. What the backlog knows of a story comes from there."""
    items = {item.id: item for item in case.items}
    cards = {}
    for row in case.table("story-map"):
        item = items.get(row["id"])
        cards[row["id"]] = MapCard(
            row["id"],
            row["kind"],
            cut(item.title if item else row["title"], LONGEST_TITLE),
            row["activity"],
            item.effort if item else row["effort"],
            item.dependencies if item else row["needs"],
            row["note"],
        )
    return cards


def card_titles(case: Case) -> dict[str, str]:
    """Return the titles by id, as the cards show them."""
    return {card.id: card.title for card in map_cards(case).values()}


def card_details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts behind each card: those of the backlog for its items, otherwise the note."""
    cards, details = map_cards(case), item_details(case)
    called = {**item_titles(case), **card_titles(case)}
    facts = {}
    for card in cards.values():
        own = [["When" if card.kind == "activity" else "What", cut(card.note, LONGEST)]]
        needs = [["Needs", cut(", ".join(called.get(id, id) for id in card.needs), LONGEST)]]
        facts[card.id] = details.get(card.id) or [fact for fact in own + needs if fact[1]]
    return facts


def steps(case: Case) -> dict[str, str]:
    """Return the columns for the steps of the user's story: one for each activity."""
    count = sum(row["kind"] == "activity" for row in case.table("story-map"))
    return {f"step-{n}": f"Step {n}" for n in range(1, count + 1)}


def titles(cards: Sequence[MapCard], most: int = 6) -> str:
    """Return the titles of the cards in words; of many the first few and the number of the others."""
    return names([card.title for card in cards], most)


def ids(cards: Sequence[MapCard], most: int = 6) -> tuple[str, ...]:
    """Return the ids of the cards that `titles` names."""
    return tuple(card.id for card in cards[:most])


def total(cards: Iterable[MapCard | BacklogItem]) -> float:
    """Return the effort of those cards that have one."""
    return sum(card.effort for card in cards if card.effort is not None)


def with_effort(card: MapCard | BacklogItem) -> str:
    """Return a title, with its effort if that is known."""
    return card.title if card.effort is None else f"{card.title} ({points(card.effort)})"


class StoryMap:
    """An answer laid out: the cards in each cell, in their order. Places that the map lacks do not count."""

    def __init__(self, answer: Placements, case: Case) -> None:
        self.cards = map_cards(case)
        self.steps = steps(case)
        self._cells: dict[tuple[str, str], list[MapCard]] = {}
        self.place: dict[str, tuple[str, str]] = {}
        for place in answer.places:
            if place.id in self.cards and place.row in ROWS and place.column in (*self.steps, OUTCOME):
                self.place[place.id] = (place.row, place.column)
                self._cells.setdefault(self.place[place.id], []).append(self.cards[place.id])
        of_kind = [card for card in self.cards.values() if card.kind == "activity"]
        self.narrative = [card.id for card in of_kind]
        """Ids of the activities in the order of the user's story."""
        self.above = {step: self.cell("backbone", step, "activity") for step in self.steps}
        """The activities in the backbone, by step."""
        self.backbone = [card for cards in self.above.values() for card in cards]
        self.all_told = all(card.id in self.place for card in of_kind)
        """Whether no activity is left in the tray."""

    def cell(self, row: str, column: str, *kinds: str) -> list[MapCard]:
        """Return the cards in a cell, those of the given kinds."""
        return [card for card in self._cells.get((row, column), []) if not kinds or card.kind in kinds]

    def stories(self, *rows: str, step: str = "") -> list[MapCard]:
        """Return the stories in these rows, from left to right, or those in one step alone."""
        columns = [step] if step else self.steps
        return [card for row in rows for column in columns for card in self.cell(row, column, "story")]
