"""What a learner types into the table of three times, and what is worked out of it.

Codes PERT-… are those of the domain reference (section 6.3); what it has no code for is SURE-….
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.roadmap.how_sure_target import Target, target
from tpm_kit.exercises.roadmap.plan import free_id
from tpm_kit.exercises.wording import cut, date
from tpm_kit.methods.three_point import Estimate
from tpm_kit.methods.work_calendar import working_days
from tpm_kit.typed import days, number

TIMES = {"optimistic": "optimistic", "likely": "likely", "pessimistic": "pessimistic"}
"""The columns for the three times, and what they are called in a sentence."""
HAND = {"days": "days by hand", "sd": "SD by hand"}
"""The columns for what is worked out by hand."""
LABELS = {**TIMES, **HAND}
LONGEST_DAYS = 1000
OTHER_UNITS = {
    "h": ("hours", 1 / 8),
    "hour": ("hours", 1 / 8),
    "hr": ("hours", 1 / 8),
    "w": ("weeks", 5),
    "wk": ("weeks", 5),
    "week": ("weeks", 5),
    "m": ("months", 21),
    "mo": ("months", 21),
    "month": ("months", 21),
    "sprint": ("sprints", 10),
}
"""Units that people type instead of working days: their names, and how many working days one has."""


class Reading(NamedTuple):
    """What a cell holds: its value in working days, or the code of what is wrong and a sentence about it."""

    value: float = 0.0
    code: str = ""
    fault: str = ""


class HandRow(NamedTuple):
    """A row below the items, worked out by hand: its id, title, and what it asks for."""

    id: str
    title: str
    note: str


def path_row(case: Case) -> HandRow:
    """Return the row of the longest path."""
    return HandRow(
        free_id("path", short_titles(case)),
        "The longest path",
        "by hand: days = sum of the expected times; SD of that sum",
    )


def finish_row(case: Case) -> HandRow:
    """Return the row of the whole network."""
    return HandRow(
        free_id("finish", short_titles(case)),
        "All of it done, 80 % sure",
        "by hand: working days from the start, or the date",
    )


def hand_item(case: Case) -> str:
    """Return the id of the item whose figures are worked out by hand: the largest."""
    return max(target(case).items, key=lambda item: item.effort or 0).id


def row_titles(case: Case) -> dict[str, str]:
    """Return the titles of all rows by id: the items, and the two below them."""
    items = {item.id: item.title for item in target(case).items}
    return items | {row.id: row.title for row in (path_row(case), finish_row(case))}


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell that a complete answer fills in, by `row:column`."""
    titles = row_titles(case)
    cells = [(item.id, column) for item in target(case).items for column in TIMES]
    at = next(place for place, (id, _) in enumerate(cells) if id == hand_item(case)) + len(TIMES)
    cells[at:at] = [(hand_item(case), column) for column in HAND]
    cells += [(path_row(case).id, column) for column in HAND] + [(finish_row(case).id, "days")]
    return {f"{row}:{column}": f"{titles[row]}: {LABELS[column]}" for row, column in cells}


def read_days(text: str, least: float = 0.1) -> Reading:
    """Return what a text means in working days.

    >>> read_days("12").value, read_days("2,5 days").value, read_days("3 weeks").fault
    (12.0, 2.5, '“3 weeks” is in weeks; in working days that is about 15.')
    """
    found = number(text)
    shown = f"“{cut(text, 24)}”"
    if found is None:
        return Reading(code="SURE-1", fault=f"{shown} is no number of working days.")
    unit = found.unit.removeprefix("working ").rstrip(".").removesuffix("s")
    if unit in OTHER_UNITS:
        name, each = OTHER_UNITS[unit]
        about = f"; in working days that is about {found.value * each:.3g}" if 0 < found.value < 1e4 else ""
        return Reading(code="SURE-1", fault=f"{shown} is in {name}{about}.")
    if unit in ("p", "pt", "point", "sp"):
        fault = f"{shown} is in points, which say how large an item is and not how long it takes."
        return Reading(code="SURE-1", fault=fault)
    if unit not in ("", "d", "day", "wd"):
        return Reading(code="SURE-1", fault=f"{shown} is not in working days; write the number alone.")
    if not least <= found.value <= LONGEST_DAYS:
        fault = f"{shown} is out of range; give working days from {least:g} to {LONGEST_DAYS:,}."
        return Reading(code="SURE-1", fault=fault)
    return Reading(found.value)


def read_finish(text: str, plan: Target) -> Reading:
    """Return what a text means as a finish: working days from the start, or a date such as "19 March"."""
    day = _date(text, plan.start) if plan.start else None
    if day is None:
        return read_days(text)
    time = working_days(plan.start, day, plan.holidays)
    if not 0 < time <= LONGEST_DAYS:
        fault = (
            f"“{cut(text, 24)}” is no date within {LONGEST_DAYS:,} working days from {date(plan.start)} on."
        )
        return Reading(code="SURE-1", fault=fault)
    return Reading(float(time))


def _date(text: str, start: datetime.date) -> datetime.date | None:
    """Return a date as typed; without a year it is the first one from the start on."""
    whole = days(text)
    if whole:
        return whole[0] if len(whole) == 1 else None
    found = [day for year in (start.year, start.year + 1) for day in days(f"{text} {year}")]
    return next((day for day in found if day >= start), None)


def readings(answer: Cells, case: Case) -> dict[str, dict[str, Reading]]:
    """Return what the filled cells hold, by row and column, with their faults."""
    found: dict[str, dict[str, Reading]] = {}
    asked = cell_titles(case)
    for row in row_titles(case):
        texts = {column: answer.text(row, column) for column in LABELS if f"{row}:{column}" in asked}
        found[row] = {
            column: read_days(text, 0.0 if column == "sd" else 0.1)
            for column, text in texts.items()
            if text.strip()
        }
    finish = finish_row(case).id
    if "days" in found[finish]:
        found[finish]["days"] = read_finish(answer.text(finish, "days"), target(case))
    for item in target(case).items:
        _check_order(found[item.id])
    return found


def _check_order(row: dict[str, Reading]) -> None:
    """Mark times that stand in the wrong order; the later of two columns has the fault."""
    known = [column for column in TIMES if column in row and not row[column].fault]
    for at, column in enumerate(known):
        for before in known[:at]:
            if row[before].value > row[column].value and not row[column].fault:
                fault = f"{row[column].value:g} is below the {before} {row[before].value:g}."
                row[column] = row[column]._replace(code="PERT-4", fault=fault)


def faults(answer: Cells, case: Case) -> Iterator[tuple[str, str, Reading]]:
    """Yield row, column and reading for each cell that cannot be used."""
    for row, cells in readings(answer, case).items():
        for column, reading in cells.items():
            if reading.fault:
                yield row, column, reading


def typed(answer: Cells, case: Case, row: str, column: str) -> float | None:
    """Return the number in a cell, or None if it is blank or cannot be used."""
    reading = readings(answer, case).get(row, {}).get(column)
    return reading.value if reading and not reading.fault else None


def decimals(text: str) -> int:
    """Return how many decimals were typed.

    >>> decimals("23.17 days"), decimals("23,2"), decimals("23")
    (2, 1, 0)
    """
    digits = "".join(letter if letter.isdigit() else "." if letter in ".," else "" for letter in text)
    return len(digits.rpartition(".")[2]) if "." in digits else 0


def estimates(answer: Cells, case: Case) -> dict[str, Estimate]:
    """Return the estimates of the items whose three times can be used, by id."""
    rows = readings(answer, case)
    found = {}
    for item in target(case).items:
        row = rows[item.id]
        if all(column in row and not row[column].fault for column in TIMES):
            found[item.id] = Estimate(*(row[column].value for column in TIMES))
    return found


def three_times(estimate: Estimate) -> str:
    """Return the three times as a learner wrote them: "9, 12 and 20"."""
    return f"{estimate.optimistic:g}, {estimate.likely:g} and {estimate.pessimistic:g}"


def cell_faults(answer: Cells, case: Case) -> dict[str, dict[str, str]]:
    """Return a sentence for each faulty cell, by row and column, to be shown while typing."""
    found: dict[str, dict[str, Any]] = {}
    for row, column, reading in faults(answer, case):
        found.setdefault(row, {})[column] = reading.fault
    return found
