"""What the plan waits for from outside: the rows of the table, and what an answer says about each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST_TITLE, item_titles, once
from tpm_kit.exercises.roadmap.externals_cells import COLUMNS, Reading, read_cell
from tpm_kit.exercises.roadmap.standing_plan import standing
from tpm_kit.exercises.wording import cut

TABLE = "externals"
WHAT = "what"
"""The column in which a learner says what an item of their own backlog waits for."""


class Row(NamedTuple):
    """One thing from outside, or one item of a learner's own backlog that may wait for something."""

    id: str
    item: str
    """Id of the item that waits."""
    work: str
    """Its title."""
    title: str
    owner: str
    """Who owns it, if the case says so."""
    day: datetime.date | None
    """For when it is promised, if the case says so."""
    fact: str
    start: datetime.date | None
    """First working day of the item's bar; None if it has none or the dates are unknown."""
    sprint: int | None
    """Number of the sprint in which the bar starts."""
    sprint_end: datetime.date | None
    """Last working day of that sprint."""


@once
def rows(case: Case) -> tuple[Row, ...]:
    """Return the rows: those of the case's table, or one for each planned item of another backlog."""
    now = standing(case)
    titles = item_titles(case)
    found = []
    for row in case.table(TABLE) or [{"id": item.id, "item": item.id} for item in now.plan.items]:
        item = row["item"]
        bar = now.bars.get(item)
        dated = now.plan.dates(bar.start) if bar else None
        found.append(
            Row(
                row["id"],
                item,
                titles.get(item, item),
                cut(row.get("title", ""), LONGEST_TITLE) or titles.get(item, item),
                row.get("owner", ""),
                row.get("date"),
                row.get("fact", ""),
                dated.first_day if dated else None,
                bar.start if bar else None,
                dated.last_day if dated else None,
            )
        )
    return tuple(found)


def given(case: Case) -> bool:
    """Say whether the case tells what is waited for. On another backlog the learner does."""
    return bool(case.table(TABLE))


def columns(case: Case) -> dict[str, str]:
    """Return the columns to be filled in, as sentences call them."""
    return COLUMNS if given(case) else {WHAT: "what it waits for", **COLUMNS}


def begun(answer: Cells, case: Case) -> list[Row]:
    """Return the rows in which something is typed."""
    return [row for row in rows(case) if any(answer.text(row.id, column).strip() for column in columns(case))]


def readings(answer: Cells, case: Case) -> Iterator[tuple[Row, str, Reading]]:
    """Yield row, column and reading of each cell that is filled in, but for what is waited for."""
    for row in rows(case):
        thing = f"{row.title} {answer.text(row.id, WHAT)}"
        for column in COLUMNS:
            text = answer.text(row.id, column)
            if text.strip():
                yield row, column, read_cell(column, text, thing)


def blanks(answer: Cells, case: Case) -> Iterator[tuple[Row, str]]:
    """Yield row and column of each blank cell beside a cell that is filled in."""
    for row in begun(answer, case):
        for column in columns(case):
            if not answer.text(row.id, column).strip():
                yield row, column
