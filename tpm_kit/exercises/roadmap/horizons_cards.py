"""What lies on the Now / Next / Later board: its columns, its cards, and what follows from where they lie.

Now is the first two sprints, Next the rest of the release, Later what comes after it. A date is fixed if an
item has a deadline and no workaround, or if the card itself carries one.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, once, short_titles
from tpm_kit.exercises.roadmap.bars import NEAR
from tpm_kit.exercises.roadmap.plan import USUAL_SPRINTS, dated_sprints, team_points
from tpm_kit.exercises.wording import cut, points
from tpm_kit.methods.work_calendar import Sprint, last_sprint_by

COLUMNS = {"now": "Now", "next": "Next", "later": "Later", "out": "Not an entry yet"}
ORDER = {"now": 0, "next": 1, "later": 2}
"""The columns of the roadmap itself, from left to right."""
NOW = 2
"""Sprints that Now covers, where there are more than that."""
FARTHEST = 200
"""Sprints that are counted to find the one that a far date falls into."""
MOST = 30
"""Cards that one finding names: all of them, on any board that can be read."""


class Due(NamedTuple):
    """A fixed date, and the items that must be done by then."""

    date: datetime.date
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card: an outcome with a measure, or a feature without."""

    id: str
    title: str
    measure: str
    """What changes, from what to what, as a phrase; empty for a feature."""
    items: tuple[str, ...]
    points: float | None
    """Story points of its items together, as far as they are known; None if none is."""
    unsized: tuple[str, ...]
    """Titles of the items without an estimate."""
    dues: tuple[Due, ...]
    needs: tuple[str, ...]
    """Ids of the cards that must be done before this one."""
    note: str = ""

    @property
    def named(self) -> str:
        """The title in quotation marks: many an outcome is a whole sentence."""
        return f"“{self.title}”"

    @property
    def sized_title(self) -> str:
        """The title in quotation marks, with the points, if they are known."""
        return self.named if self.points is None else f"{self.named} ({points(self.points)})"


class Release(NamedTuple):
    """The sprints of the release, and what fits into one."""

    count: int
    now: int
    """Sprints that Now covers."""
    capacity: float | None
    """Points in one sprint, after the focus factor; None if nobody knows."""
    sprints: tuple[Sprint, ...]
    """In dates: those of the release, and after it as many as the dates on the cards need. Empty: unknown."""

    @property
    def starts(self) -> Mapping[str, int]:
        """The first sprint of each horizon."""
        return {"now": 1, "next": self.now + 1, "later": self.count + 1, "out": self.count + 1}


def amount(number: float) -> str:
    """Return a figure of a measure: 1900 as “1,900”, 91.5 as it is."""
    return f"{number:,.10g}"


@once
def horizon_cards(case: Case) -> Mapping[str, Card]:
    """Return the cards by id, by title in the order of the alphabet."""
    rows = {row["id"]: row for row in case.table("horizons")}
    items = short_titles(case)
    owner: dict[str, str] = {}
    for id, row in rows.items():
        for item in row["items"]:
            owner.setdefault(item, id) if item in items else None
    cards = [_card(row, owner, items) for row in rows.values()]
    return {card.id: card for card in sorted(cards, key=lambda card: (card.title.casefold(), card.id))}


def _card(row: Mapping[str, Any], owner: Mapping[str, str], items: Mapping[str, BacklogItem]) -> Card:
    mine = [items[id] for id, card in owner.items() if card == row["id"]]
    sizes = [item.effort for item in mine if item.effort is not None]
    return Card(
        id=row["id"],
        title=cut(row["title"], LONGEST_TITLE),
        measure=_measure(row),
        items=tuple(item.id for item in mine),
        points=math.fsum(sizes) if sizes else None,
        unsized=tuple(item.title for item in mine if item.effort is None),
        dues=tuple(_dues(mine, row["date"])),
        needs=tuple(_needs(row["id"], mine, owner, items)),
        note=cut(row["note"], LONGEST),
    )


def _measure(row: Mapping[str, Any]) -> str:
    if not row["measure"]:
        return ""
    unit = cut(row["unit"], 40)
    change = f"from {amount(row['baseline'])} to {amount(row['target'])}"
    return f"{cut(row['measure'], 100)}: {change}{' ' + unit if unit else ''}"


def _dues(items: Iterable[BacklogItem], own: datetime.date | None) -> Iterator[Due]:
    items = list(items)
    days = {item.deadline for item in items if item.deadline and not item.workaround}
    for day in sorted({*days, *([own] if own else [])}):
        due = (i for i in items if own == day or (i.deadline == day and not i.workaround))
        yield Due(day, tuple(item.id for item in due))


def _needs(
    id: str, mine: Iterable[BacklogItem], owner: Mapping[str, str], items: Mapping[str, BacklogItem]
) -> list[str]:
    """Return the cards that hold what these items need, directly or through items on no card."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    ahead = [need for item in mine for need in item.dependencies]
    while ahead:
        need = ahead.pop(0)
        if need in seen or need not in items:
            continue
        seen.add(need)
        if need not in owner:
            ahead += items[need].dependencies
        elif owner[need] != id:
            found[owner[need]] = None
    return list(found)


@once
def release(case: Case) -> Release:
    """Return the sprints that the horizons are made of."""
    known = case.capacity
    count = known.sprints if known else USUAL_SPRINTS
    last = max((due.date for card in horizon_cards(case).values() for due in card.dues), default=None)
    ahead = (last - case.sprint_start).days // case.sprint_days + 2 if last and case.sprint_start else 0
    dated = dated_sprints(case, max(count, min(ahead, FARTHEST)))
    return Release(count, NOW if count > NOW else 1, known.points / count if known else None, dated)


@once
def _lengths(case: Case) -> Mapping[str, int]:
    """Return the sprints that each item takes at least: of the team that does it, or of all together."""
    teams = team_points(case)
    team_of = {row["id"]: row["team"] for row in case.table("plan")}
    together = release(case).capacity

    def length(item: BacklogItem) -> int:
        room = teams.get(team_of.get(item.id, ""), together)
        return max(1, math.ceil(item.effort / room - NEAR)) if item.effort and room else 1

    return {item.id: length(item) for item in case.items}


class Horizons:
    """Where the cards lie, and what follows from it."""

    def __init__(self, answer: Placements, case: Case, moved: Mapping[str, str] | None = None) -> None:
        self.case, self.release, self.cards = case, release(case), horizon_cards(case)
        placed = {id: answer.column_of(id) for id in self.cards}
        self.place = {**{id: column for id, column in placed.items() if column in COLUMNS}, **(moved or {})}
        self._owner = {item: card.id for card in self.cards.values() for item in card.items}
        self._items = {item.id: item for item in case.items}
        self._ends: dict[str, int] = {}

    def moved(self, places: Mapping[str, str]) -> Horizons:
        """Return the board with some cards elsewhere: card id -> column."""
        return Horizons(Placements(), self.case, {**self.place, **places})

    def column(self, column: str) -> list[Card]:
        """Return the cards in a column, in the order of the board's cards."""
        return [card for id, card in self.cards.items() if self.place.get(id) == column]

    def load(self, column: str) -> float:
        """Return the points in a column, as far as they are known."""
        return math.fsum(card.points or 0 for card in self.column(column))

    def room(self, column: str) -> float | None:
        """Return the points that fit into Now or Next; None if nobody knows."""
        count = {"now": self.release.now, "next": self.release.count - self.release.now}[column]
        return None if self.release.capacity is None else round(self.release.capacity * count, 9)

    def end(self, item: str) -> int:
        """Return the sprint at whose end an item is done at the earliest.

        It starts no sooner than the horizon of its card and no sooner than the sprint after all that it
        needs. What lies nowhere yet is taken to start at once, and so is what stands on no card.
        """
        ahead = [item]
        begun: set[str] = set()
        while ahead:
            one = ahead[-1]
            needs = [need for need in self._items[one].dependencies if need in self._items]
            # What is begun already waits for this one in a circle, and is passed over.
            open_ones = [need for need in needs if need not in self._ends and need not in begun]
            begun.add(one)
            if open_ones and one not in self._ends:
                ahead += open_ones
                continue
            ahead.pop()
            column = self.place.get(self._owner.get(one, ""), "now")
            ends = [self._ends[need] + 1 for need in needs if need in self._ends]
            first = max([self.release.starts[column], *ends])
            self._ends.setdefault(one, first + _lengths(self.case)[one] - 1)
        return self._ends[item]

    def late(self, card: Card) -> Iterator[tuple[Due, str, int, int]]:
        """Yield each date that a card on the roadmap cannot keep: the date, the item that is done last, the
        sprint at whose end that is, and the last sprint that ends by the date."""
        if self.release.sprints:
            for due in card.dues:
                by = last_sprint_by(due.date, self.release.sprints)
                last = max(due.items, key=self.end, default=None)
                if last is not None and self.end(last) > by:
                    yield due, last, self.end(last), by

    def all_needs(self, card: Card) -> list[Card]:
        """Return the cards that must be done before this one, those that they need included."""
        found: dict[str, Card] = {}
        ahead = list(card.needs)
        while ahead:
            need = ahead.pop(0)
            if need not in found and need != card.id:
                found[need] = self.cards[need]
                ahead += self.cards[need].needs
        return list(found.values())


def in_release(due: Due, case: Case) -> bool:
    """Say whether a date falls before the end of the release, as far as that is known."""
    dated, count = release(case).sprints, release(case).count
    end = dated[count - 1].end if len(dated) >= count else case.release_date
    return end is not None and due.date <= end
