"""Sprints and their dates in words, and the ids of their columns on a board."""

from __future__ import annotations

import datetime

from tpm_kit.exercises.roadmap.plan import Plan
from tpm_kit.methods.work_calendar import Sprint

_COLUMN = "sprint-"


def column_of(sprint: int) -> str:
    """Return the id of the column of a sprint: "sprint-3"."""
    return f"{_COLUMN}{sprint}"


def sprint_column(plan: Plan, sprint: int) -> dict[str, str]:
    """Return the column of a sprint as a board takes it, with its dates if they are known."""
    dated = plan.dates(sprint)
    note = {"note": dates(dated, short=True)} if dated else {}
    return {"id": column_of(sprint), "label": f"Sprint {sprint}", **note}


def places(most: int) -> dict[str, str]:
    """Return what each place of a bar in the first `most` sprints is called, by its value in an answer:
    "Sprints 2 to 4" for "sprint-2 x3"."""
    return {
        column_of(start) + (f" x{span}" if span > 1 else ""): first_up(span_name(start, start + span - 1))
        for start in range(1, most + 1)
        for span in range(1, most + 2 - start)
    }


def number_of(column: str) -> int | None:
    """Return the number of the sprint that a column stands for, or None for another column."""
    number = column.removeprefix(_COLUMN)
    sound = column.startswith(_COLUMN) and number.isascii() and number.isdigit() and len(number) < 5
    return int(number) if sound else None


def day(date: datetime.date, year: int | None = None) -> str:
    """Return a date without its year, if it lies in `year`; with it otherwise.

    >>> day(datetime.date(2027, 2, 26), 2027), day(datetime.date(2028, 1, 7), 2027)
    ('26 February', '7 January 2028')
    """
    return f"{date.day} {date:%B}" + (f" {date.year}" if year not in (None, date.year) else "")


def short_day(date: datetime.date) -> str:
    """Return a date as a card shows it: "26 Feb"."""
    return f"{date.day} {date:%b}"


def dates(sprint: Sprint, short: bool = False) -> str:
    """Return the first and the last working day of a sprint: "8 to 19 February".

    `short` gives "8–19 Feb", for the head of a column.
    """
    first, last = sprint.first_day, sprint.last_day
    month = "%b" if short else "%B"
    start = (
        f"{first.day}"
        if (first.year, first.month) == (last.year, last.month)
        else f"{first.day} {first:{month}}"
    )
    dash = "–" if short and start.isdigit() else " – " if short else " to "
    return f"{start}{dash}{last.day} {last:{month}}"


def sprint_name(plan: Plan, sprint: int) -> str:
    """Return a sprint with its dates, as far as they are known: "sprint 3 (8 to 19 February)"."""
    dated = plan.dates(sprint)
    return f"sprint {sprint} ({dates(dated)})" if dated else f"sprint {sprint}"


def span_name(start: int, end: int) -> str:
    """Return the sprints that a bar covers: "sprint 2" or "sprints 2 to 4"."""
    return f"sprint {start}" if start == end else f"sprints {start} to {end}"


def first_up(text: str) -> str:
    """Return a text with its first letter large, for the beginning of a sentence.

    >>> first_up("sprint 3 (8 to 19 February)")
    'Sprint 3 (8 to 19 February)'
    """
    return text[:1].upper() + text[1:]
