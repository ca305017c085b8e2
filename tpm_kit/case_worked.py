"""Which parts a worked answer is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

PARTLY = {
    "roadmap": ("milestones",),
    "review": (),
    "change-log": (),
    "responses": ("risks",),
    "residual": ("risks",),
    "place-risks": ("risks",),
    "buy-or-bear": ("risks", "responses"),
    "brief": ("risks",),
    "write-risks": ("statements",),
}
"""Exercises that plan some of the backlog's items and some or all rows of these tables. Which those are
follows from other answers, so a worked answer need not cover all."""
OF_TABLE = {"risk-or-not": "statements"}
"""Exercises about all rows of a table with another name."""


def worked_ids(
    exercise: str, items: Collection[str], tables: Mapping[str, Collection[str]]
) -> tuple[Collection[str], bool]:
    """Return the ids that a worked answer is about, and whether it must cover all of them.

    They are the rows of the table that is called like the exercise, else the items of the backlog. `tables`
    holds the ids of each table by name.
    """
    if exercise in PARTLY:
        return [*items, *(id for name in PARTLY[exercise] for id in tables.get(name, ()))], False
    return tables.get(OF_TABLE.get(exercise, exercise)) or items, True
