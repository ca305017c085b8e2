"""The tables of a case folder that single exercises need: their columns, and reading them.

Each is a file `<name>.csv` beside `backlog.csv`. A case need not have all of them: an exercise whose table is
missing says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from tpm_kit.case_table_checks import Rows, check_kano, check_options, check_story_map, check_waiting
from tpm_kit.checked_files import Problems, did_you_mean, read_table, shown

TableRow = Mapping[str, Any]


class Cell(NamedTuple):
    """What a cell must hold: `read` gives its value or raises `ValueError`; `advice` says what to give."""

    read: Callable[[str], Any]
    advice: str


def _nothing(rows: Rows, items: Collection[str]) -> Iterable[str]:
    return ()


class Table(NamedTuple):
    """A table: its columns, and whether each `id` must be one of the backlog's items."""

    columns: Mapping[str, Cell]
    of_items: bool = True
    once: bool = True
    """Whether each id stands in one row only."""
    check: Callable[[Rows, Collection[str]], Iterable[str]] = _nothing
    """Yields a sentence for each fault in what the rows refer to; given the rows by number, and the items."""


def _some(text: str) -> str:
    if not text:
        raise ValueError
    return text


def _number(fits: Callable[[float], bool], advice: str) -> Cell:
    def read(text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text) or not fits(number := float(text)):
            raise ValueError
        return number

    return Cell(read, advice)


def _one_of(*options: str) -> Cell:
    def read(text: str) -> str:
        if text not in options:
            raise ValueError
        return text

    return Cell(read, f"one of {', '.join(options)}")


def _six_counts(text: str) -> tuple[float, ...]:
    counts = tuple(map(AMOUNT.read, text.split(";"))) if text else ()
    if text and not (len(counts) == 6 and sum(counts[:4]) and not any(count % 1 for count in counts)):
        raise ValueError
    return counts


def _scale(*steps: float) -> Cell:
    return _number(lambda number: number in steps, f"one of {', '.join(f'{step:g}' for step in steps)}")


TEXT = Cell(_some, "a text")
MAYBE = Cell(str, "a text, or nothing")
IDS = Cell(lambda text: tuple(filter(None, (id.strip() for id in text.split(";")))), "ids, separated by ;")
AMOUNT = _number(math.isfinite, "a number, 0 or more")
ABOVE_0 = _number(lambda number: number > 0, "a number above 0")
MAYBE_ABOVE_0 = Cell(lambda text: ABOVE_0.read(text) if text else None, "a number above 0, or nothing")
TEN = _number(lambda number: 1 <= number <= 10, "a number from 1 to 10")
ANSWER = _number(lambda number: number in range(1, 6), "a whole number from 1 to 5")
COUNTS = Cell(_six_counts, "nothing, or whole numbers for A;O;M;I;R;Q, not all of the first four 0")
JOB = _scale(1, 2, 3, 5, 8, 13, 20)

TABLES: Mapping[str, Table] = {
    "moscow-sprint": Table({"id": TEXT, "note": TEXT}),
    "score-it": Table(
        {
            "id": TEXT,
            "reach": TEXT,
            "impact": TEXT,
            "confidence": TEXT,
            "evidence": _one_of("data", "test", "interviews", "estimate", "none"),
            "effort": TEXT,
            "months": ABOVE_0,
        }
    ),
    "waiting": Table(
        {"id": TEXT, "weeks": ABOVE_0, "cost": AMOUNT, "starts": AMOUNT, "after": IDS, "fact": TEXT},
        check=check_waiting,
    ),
    "kano": Table({"id": TEXT, "with_it": TEXT, "without_it": TEXT, "counts": COUNTS}),
    "kano-survey": Table(
        {"id": TEXT, "respondent": TEXT, "segment": TEXT, "with_it": ANSWER, "without_it": ANSWER},
        once=False,
    ),
    "story-map": Table(
        {
            "id": TEXT,
            "kind": _one_of("activity", "component", "story", "outcome", "output"),
            "title": TEXT,
            "activity": MAYBE,
            "effort": MAYBE_ABOVE_0,
            "needs": IDS,
            "note": MAYBE,
        },
        of_items=False,
        check=check_story_map,
    ),
    "options": Table(
        {
            "id": TEXT,
            "title": TEXT,
            "criterion": TEXT,
            "weight": _number(lambda number: number <= 1, "a number from 0 to 1"),
            "score": TEN,
        },
        of_items=False,
        once=False,
        check=check_options,
    ),
    "top-five": Table(
        {
            "id": TEXT,
            "reach": AMOUNT,
            "impact": _scale(3, 2, 1, 0.5, 0.25),
            "confidence": _number(lambda number: 0 < number <= 1, "a number above 0 and at most 1"),
            "person_months": ABOVE_0,
            "ice_impact": TEN,
            "ice_confidence": TEN,
            "ice_ease": TEN,
            "cost": AMOUNT,
            "weeks": ABOVE_0,
            "user_value": JOB,
            "urgency": JOB,
            "risk_reduction": JOB,
            "job_size": JOB,
            "fact": MAYBE,
        }
    ),
}
"""The tables by name. Texts are facts that a learner reads; `cost` is money for each week of delay, from
week `starts` on; `after` names what must be done before; survey answers are 1 (like) to 5 (dislike);
`counts` are needed only where a survey's single answers are not at hand."""


def read_tables(folder: Any, items: Collection[str], problems: Problems) -> dict[str, tuple[TableRow, ...]]:
    """Return the tables that the folder holds, by name; each fault goes to `problems`."""
    present = {name: folder / f"{name}.csv" for name in TABLES if (folder / f"{name}.csv").is_file()}
    faults: dict[str, Problems] = {name: [] for name in present}
    rows = {name: _read(path, TABLES[name], items, faults[name]) for name, path in present.items()}
    if "kano" in rows and not faults["kano"] and not faults.get("kano-survey"):
        faults["kano"] += check_kano(rows["kano"], rows.get("kano-survey", {}))
    problems += [fault for found in faults.values() for fault in found]
    return {name: tuple(found.values()) for name, found in rows.items()}


def _read(path: Any, table: Table, items: Collection[str], problems: Problems) -> dict[int, TableRow]:
    """Return the rows by number. What they refer to is checked once `problems`, blank so far, stays so."""
    seen: dict[str, int] = {}
    values = {}
    for row in read_table(path, path.name, table.columns, problems) or []:
        if not row.whole:
            continue
        where, id = f"{path.name}, row {row.number}", row.cells["id"]
        if table.of_items and id and id not in items:
            hint = did_you_mean(id, items) or "; correct the id or take the row out."
            problems.append(f"{where}, id: there is no item {shown(id)} in backlog.csv{hint}")
        if table.once and id in seen:
            problems.append(f"{where}, id: {shown(id)} stands in row {seen[id]} already; use each id once.")
        seen.setdefault(id, row.number)
        values[row.number] = _values(row.cells, table, where, problems)
    if not problems:
        problems += table.check(values, items)
    return values


def _values(cells: Mapping[str, str], table: Table, where: str, problems: Problems) -> TableRow:
    values = {}
    for column, cell in table.columns.items():
        text = cells[column]
        try:
            values[column] = cell.read(text)
        except ValueError:
            what = f"{shown(text)} will not do" if text else "the cell is empty"
            problems.append(f"{where}, {column}: {what}; give {cell.advice}.")
    return values
