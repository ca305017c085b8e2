"""Backlog items as cards: what a board shows of an item, the same in every exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import Any

from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.wording import cut

LONGEST_TITLE = 80
"""Letters of a title on a card and in a finding; the whole of it then stands among the facts."""
LONGEST = 320
"""Letters of a fact that a board shows. A tracker's description can fill pages."""


class _Same:
    """A case as a key: the very same object, since a case never changes but cannot be hashed."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.case is other.case


def once(work: Callable[[Case], Any]) -> Callable[[Case], Any]:
    """Keep what a function finds out about a case: every rule and every change of an answer asks again."""
    kept = lru_cache(maxsize=8)(lambda same: work(same.case))
    return wraps(work)(lambda case: kept(_Same(case)))


@once
def short_titles(case: Case) -> Mapping[str, BacklogItem]:
    """Return the items by id, with titles that fit on a card and into a sentence."""
    return MappingProxyType(
        {item.id: replace(item, title=cut(item.title, LONGEST_TITLE)) for item in case.items}
    )


def item_titles(case: Case) -> dict[str, str]:
    """Return the titles by id, as the cards show them."""
    return {id: item.title for id, item in short_titles(case).items()}


def item_cards(case: Case) -> list[dict[str, Any]]:
    """Return a card for each backlog item of the case."""
    year = case.release_date.year if case.release_date else None
    return [
        {"id": item.id, "title": item.title, "note": _note(item, year)}
        for item in short_titles(case).values()
    ]


def _note(item: BacklogItem, year: int | None) -> str:
    due = ""
    if item.deadline:
        due = f"due {item.deadline.day} {item.deadline:%b}"
        due += f" {item.deadline.year}" if item.deadline.year != year else ""
    return card_note(effort_note(item.effort), due)


def card_note(*facts: str) -> str:
    """Return the line below a card's title: the facts that are not empty, none torn apart at a line end."""
    return " · ".join(fact.replace(" ", "\u00a0") for fact in facts if fact)


def effort_note(effort: float | None) -> str:
    """Return an effort as a card shows it: "8 pts"; empty if unknown."""
    return "" if effort is None else f"{effort:.10g} {'pt' if effort == 1 else 'pts'}"


def item_details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts behind each card, as pairs of name and text; what is not known is left out."""
    titles = item_titles(case)
    return {item.id: _facts(item, titles, case.own) for item in case.items}


def _facts(item: BacklogItem, titles: dict[str, str], own: bool) -> list[list[str]]:
    numbers = [
        f"{name} {number:.10g}{unit}"
        for name, number, unit in (
            ("value", item.value, "" if own else " of 10"),
            ("reach", item.reach, "" if own else " a quarter"),
            ("confidence", item.confidence and item.confidence * 100, " %"),
        )
        if number is not None
    ]
    facts = [
        ("Id", item.id),
        ("Title", item.title if len(item.title) > LONGEST_TITLE else ""),
        ("What", item.summary),
        ("For", item.persona),
        ("Needs", ", ".join(titles.get(id, id) for id in item.dependencies)),
        ("Workaround", item.workaround),
        ("Evidence", item.evidence),
        ("Numbers", ", ".join(numbers)),
        ("Labels", ", ".join(item.labels)),
    ]
    return [[name, cut(text, LONGEST)] for name, text in facts if text]
