"""Backlog items as cards: what a board shows of an item, the same in every exercise."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from tpm_kit.case import BacklogItem, Case

LONGEST_TITLE = 80
"""Letters of a title on a card; the whole of it then stands among the facts."""
LONGEST = 320
"""Letters of a fact that a board shows. A tracker's description can fill pages."""


def item_cards(case: Case) -> list[dict[str, Any]]:
    """Return a card for each backlog item of the case."""
    return [
        {"id": item.id, "title": shorten(item.title, LONGEST_TITLE, placeholder=" …"), "note": _note(item)}
        for item in case.items
    ]


def _note(item: BacklogItem) -> str:
    parts = [
        f"{item.effort:g}\u00a0{'pt' if item.effort == 1 else 'pts'}" if item.effort is not None else "",
        f"due\u00a0{item.deadline.day}\u00a0{item.deadline:%b}" if item.deadline else "",
    ]
    return " · ".join(filter(None, parts))


def item_details(case: Case) -> dict[str, list[list[str]]]:
    """Return the facts behind each card, as pairs of name and text; what is not known is left out."""
    titles = {item.id: item.title for item in case.items}
    return {item.id: _facts(item, titles) for item in case.items}


def _facts(item: BacklogItem, titles: dict[str, str]) -> list[list[str]]:
    numbers = [
        f"{name} {number:g}{unit}"
        for name, number, unit in (
            ("value", item.value, " of 10"),
            ("reach", item.reach, " a quarter"),
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
    return [[name, shorten(text, LONGEST, placeholder=" …")] for name, text in facts if text]
