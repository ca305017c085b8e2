"""The tables of a case folder that single exercises need: their columns, and reading them.

Each is a file `<name>.csv` beside `backlog.csv`. A case need not have all of them: an exercise whose table is
missing says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from tpm_kit import case_risk_tables as risk
from tpm_kit.case_career_tables import HIRING, check_hiring
from tpm_kit.case_table_cells import (
    ABOVE_0,
    AMOUNT,
    ANSWER,
    COUNTS,
    DATE,
    IDS,
    JOB,
    MAYBE,
    MAYBE_ABOVE_0,
    MAYBE_AMOUNT,
    MAYBE_DATE,
    PAST,
    SHARE,
    TEN,
    TEXT,
    YES,
    Cell,
    number,
    one_of,
    scale,
)
from tpm_kit.case_table_checks import (
    Rows,
    check_changes,
    check_enablers,
    check_externals,
    check_horizons,
    check_how_sure,
    check_kanban,
    check_kano,
    check_milestones,
    check_options,
    check_plan,
    check_story_map,
    check_waiting,
)
from tpm_kit.case_value_tables import EXPECTED_VALUE, check_expected_value, check_value_risks
from tpm_kit.checked_files import Problems, did_you_mean, read_table, shown

TableRow = Mapping[str, Any]


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


TABLES: Mapping[str, Table] = {
    "moscow-sprint": Table({"id": TEXT, "note": TEXT}),
    "score-it": Table(
        {
            "id": TEXT,
            "reach": TEXT,
            "impact": TEXT,
            "confidence": TEXT,
            "evidence": one_of("data", "test", "interviews", "estimate", "none"),
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
            "kind": one_of("activity", "component", "story", "outcome", "output"),
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
            "weight": number(lambda number: number <= 1, "a number from 0 to 1"),
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
            "impact": scale(3, 2, 1, 0.5, 0.25),
            "confidence": SHARE,
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
    "horizons": Table(
        {
            "id": TEXT,
            "title": TEXT,
            "measure": MAYBE,
            "baseline": MAYBE_AMOUNT,
            "target": MAYBE_AMOUNT,
            "unit": MAYBE,
            "items": IDS,
            "date": MAYBE_DATE,
            "note": TEXT,
        },
        of_items=False,
        check=check_horizons,
    ),
    "plan": Table({"id": TEXT, "team": TEXT, "person": MAYBE}),
    "milestones": Table({"id": TEXT, "title": TEXT, "date": DATE, "items": IDS}, of_items=False),
    "enablers": Table(
        {
            "id": TEXT,
            "kind": one_of("data", "interface", "platform"),
            "title": MAYBE,
            "team": MAYBE,
            "effort": MAYBE_ABOVE_0,
            "unlocks": IDS,
            "needs": IDS,
            "outcome": TEXT,
            "fact": TEXT,
        },
        of_items=False,
        check=check_enablers,
    ),
    "externals": Table(
        {"id": TEXT, "item": TEXT, "title": TEXT, "owner": MAYBE, "date": MAYBE_DATE, "fact": TEXT},
        of_items=False,
        check=check_externals,
    ),
    "kanban": Table(
        {
            "id": TEXT,
            "title": TEXT,
            "item": MAYBE,
            "person": MAYBE,
            "board": one_of("to-do", "doing", "review", "done"),
            "stands": one_of("to-do", "doing", "blocked", "review", "done"),
            "needs": IDS,
            "urgent": YES,
            "fact": TEXT,
        },
        of_items=False,
        check=check_kanban,
    ),
    "changes": Table(
        {
            "id": TEXT,
            "kind": one_of("item", "team", "wish"),
            "date": DATE,
            "title": TEXT,
            "fact": TEXT,
            "items": IDS,
            "points": MAYBE_ABOVE_0,
            "team": MAYBE,
            "start": MAYBE_DATE,
            "deadline": MAYBE_DATE,
        },
        of_items=False,
        check=check_changes,
    ),
    "how-sure": Table(
        {
            "id": TEXT,
            "kind": one_of("item", "path", "finish"),
            "plan": MAYBE,
            "team": MAYBE,
            "past": PAST,
            "fact": MAYBE,
        },
        of_items=False,
        check=check_how_sure,
    ),
    "promise": Table(
        {"id": one_of("team", "sponsor", "supervisor"), "title": TEXT, "milestones": IDS, "fact": TEXT},
        of_items=False,
    ),
    "risks": Table(risk.RISKS, of_items=False, check=risk.check_risks),
    "responses": Table(risk.RESPONSES, of_items=False, check=risk.check_responses),
    "statements": Table(risk.STATEMENTS, of_items=False, check=risk.check_statements),
    "expected-value": Table(EXPECTED_VALUE, of_items=False, check=check_expected_value),
    "hiring": Table(HIRING, of_items=False, check=check_hiring),
}
"""The tables by name. Texts are facts that a learner reads; `cost` is money for each week of delay, from
week `starts` on; `after` names what must be done before; survey answers are 1 (like) to 5 (dislike);
`counts` are needed only where a survey's single answers are not at hand; `board` is where a board shows a
card and `stands` how far it truly is; `past` are the working days that similar work took; an audience's
`milestones` are the dates that it waits for."""


# Checks of a table against another one, then against the settings of the case.
OF_ANOTHER = (
    ("kano", "kano-survey", check_kano),
    ("responses", "risks", risk.check_risk_of),
    ("expected-value", "risks", check_value_risks),
)
OF_SETTINGS = {
    "plan": check_plan,
    "milestones": check_milestones,
    "risks": partial(risk.check_risk_names, "risks.csv"),
    "responses": partial(risk.check_risk_names, "responses.csv"),
}


def read_tables(
    folder: Any, items: Collection[str], problems: Problems, settings: Mapping[str, Any] | None = None
) -> dict[str, tuple[TableRow, ...]]:
    """Return the tables that the folder holds, by name; each fault goes to `problems`.

    With `settings` None, teams and the start of the release go unchecked.
    """
    present = {name: folder / f"{name}.csv" for name in TABLES if (folder / f"{name}.csv").is_file()}
    faults: dict[str, Problems] = {name: [] for name in present}
    rows = {name: _read(path, TABLES[name], items, faults[name]) for name, path in present.items()}
    for name, other, check in OF_ANOTHER:
        if name in rows and not faults[name] and not faults.get(other):
            faults[name] += check(rows[name], rows.get(other, {}))
    for name, check in OF_SETTINGS.items():
        if name in rows and not faults[name] and settings is not None:
            faults[name] += check(rows[name], items, settings)
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
