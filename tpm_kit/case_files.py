"""What stands in a case folder, read into plain values: settings, backlog rows, worked answers.

Every function appends what is wrong to `problems`, one sentence each, and goes on to find the rest.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Collection, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tpm_kit.case_risk import RISK, check_risk
from tpm_kit.case_worked import worked_ids
from tpm_kit.checked_files import (
    A_DATE,
    A_TEXT,
    Optional,
    Problems,
    Row,
    a_count,
    a_number,
    check_once,
    check_settings,
    circles,
    did_you_mean,
    listed,
    read_table,
    read_toml,
    shown,
)

Folder = Path | Traversable

NAME = re.compile(r"[a-z0-9-]+")
"""How a case folder and a worked answer may be named."""

_TEXTS = {
    "title": "a short title for the card",
    "summary": "one or two sentences on what the item is",
    "theme": "the theme that the item belongs to",
    "persona": "the user it is for",
}


NUMBERS = {
    "effort": a_number(lambda n: n > 0, "story points as a number above 0, such as 3"),
    "value": a_number(lambda n: 1 <= n <= 10, "a number from 1 to 10"),
    "reach": a_number(lambda n: n >= 0, "people per quarter as a number, 0 or more"),
    "confidence": a_number(lambda n: 0 <= n <= 1, "a number from 0 to 1, such as 0.8"),
}
_SETTINGS = {
    "title": A_TEXT,
    "company": A_TEXT,
    "product": A_TEXT,
    "note": A_TEXT,
    "release": {
        "sprint_start": A_DATE,
        "sprint_days": a_count("the calendar days of a sprint as a whole number, such as 14"),
        "release_date": A_DATE,
    },
    "capacity": {
        "sprints": a_count("the sprints in the release as a whole number, such as 6"),
        "points_per_sprint": a_number(lambda n: n > 0, "story points as a number above 0, such as 24"),
        "focus_factor": a_number(lambda n: 0 < n <= 1, "a number above 0 and at most 1, such as 0.75"),
    },
    "users": [{"name": A_TEXT, "role": A_TEXT, "need": A_TEXT}],
    "goals": [
        {
            "title": A_TEXT,
            "measure": A_TEXT,
            "baseline": a_number(lambda n: True, "today's figure as a number"),
            "target": a_number(lambda n: True, "the figure to reach as a number"),
            "unit": A_TEXT,
        }
    ],
    "teams": Optional(
        [
            {
                "name": A_TEXT,
                "points_per_sprint": a_number(lambda n: n > 0, "story points as a number above 0, such as 7"),
            }
        ]
    ),
    "holidays": Optional([{"date": A_DATE, "name": A_TEXT}]),
    "risk": Optional(RISK),
}

_WORKED = {"column": "the column the item stands in", "reason": "why the item stands there"}
_COLUMNS = ("id", *_TEXTS, *NUMBERS, "dependencies", "deadline", "workaround", "evidence")


def read_settings(folder: Folder, problems: Problems) -> dict[str, Any] | None:
    """Return `case.toml` as nested dictionaries in which every key is there and fits, or None.

    Lists that a case may leave out, `teams` and `holidays`, are empty then.
    """
    settings = read_toml(folder / "case.toml", "case.toml", problems)
    if settings is None:
        return None
    before = len(problems)
    check_settings(settings, _SETTINGS, "case.toml", problems)
    if len(problems) > before:
        return None
    release = settings["release"]
    if release["release_date"] <= release["sprint_start"]:
        problems.append(
            f"case.toml, release.release_date: {release['release_date']} is not after the start of the "
            f"first sprint, {release['sprint_start']}; correct one of the two."
        )
    settings = {"teams": [], "holidays": [], "risk": None, **settings}
    _check_teams(settings["teams"], settings["capacity"]["points_per_sprint"], problems)
    check_risk(settings["risk"] or {}, problems)
    check_once(settings["holidays"], "case.toml, holidays", "date", "take one of the two out", problems)
    return settings


def _check_teams(teams: Sequence[Mapping[str, Any]], points: float, problems: Problems) -> None:
    check_once(teams, "case.toml, teams", "name", "give each team a name of its own", problems)
    total = math.fsum(team["points_per_sprint"] for team in teams)
    if teams and abs(total - points) > 1e-9:
        problems.append(
            f"case.toml, teams: points_per_sprint of {listed([team['name'] for team in teams])} add up to "
            f"{total:.10g}, and capacity.points_per_sprint is {points:.10g}; make the two agree."
        )


def read_items(
    folder: Folder, settings: Mapping[str, Any] | None, problems: Problems
) -> list[dict[str, Any]] | None:
    """Return the backlog as the fields of each item; check the worked answers against it on the way.

    None when the table cannot be read. With `settings` None, personas go unchecked.
    """
    rows = read_table(folder / "backlog.csv", "backlog.csv", _COLUMNS, problems)
    if rows is None:
        return None
    _check_ids(rows, "backlog.csv", problems)
    personas = [user["name"] for user in settings["users"]] if settings else None
    items = [_item(row, personas, problems) for row in rows if row.whole]
    _check_dependencies(rows, problems)
    return items if all(row.whole for row in rows) else None


def check_worked(
    folder: Folder, ids: Sequence[str], tables: Mapping[str, Collection[str]], problems: Problems
) -> None:
    """Check every worked answer against the ids that it is about; see `case_worked`."""
    if all(ids) and len(set(ids)) == len(ids):
        for path in _worked_files(folder):
            read_worked(path, *worked_ids(path.name.removesuffix(".csv"), ids, tables), problems)


def read_worked(
    path: Folder, ids: Collection[str], whole: bool, problems: Problems
) -> dict[str, tuple[str, str]] | None:
    """Return a worked answer as part id -> (value, reason), in the order of the file; None if unreadable.

    The part is an id, or `id:column` for a cell of a table that the learner fills in. Nothing but `ids` may
    be covered, and with `whole` every one of them must be.
    """
    file = f"worked/{path.name}"
    rows = read_table(path, file, ("id", "column", "reason"), problems)
    if rows is None:
        return None
    ids_sound = _check_ids(rows, file, problems)
    known = set(ids)
    for row in rows:
        id = row.cells.get("id", "")
        if id and _covers(id, known) is None:
            ids_sound = False
            what = f"{_at(row, 'id', file)}: there is no item {shown(id)} to place"
            problems.append(what + _hint(id, known))
        for field, advice in _WORKED.items():
            if row.whole and not row.cells[field]:
                problems.append(f"{_at(row, field, file)}: the cell is empty; give {advice}.")
    answer = {row.cells["id"]: (row.cells["column"], row.cells["reason"]) for row in rows if row.whole}
    covered = {_covers(row.cells.get("id", ""), known) for row in rows}
    missing = [id for id in ids if id not in covered]
    if ids_sound and missing and whole:
        advice = "a row for it" if len(missing) == 1 else "a row for each"
        where = f"{file}, row {rows[-1].number + 1}, id"
        problems.append(f"{where}: there is no row for {listed(missing)}; add {advice}.")
    return answer


def _covers(part: str, known: Collection[str]) -> str | None:
    """Return the id that a part belongs to, or None."""
    return next((id for id in (part, part.partition(":")[0]) if id in known), None)


def _worked_files(folder: Folder) -> list[Folder]:
    worked = folder / "worked"
    if not worked.is_dir():
        return []
    files = (path for path in worked.iterdir() if path.name.endswith(".csv"))
    return sorted(files, key=lambda path: path.name)


def _at(row: Row, field: str, file: str = "backlog.csv") -> str:
    return f"{file}, row {row.number}, {field}"


def _hint(id: str, known: Collection[str]) -> str:
    return did_you_mean(id, sorted(known)) or "; correct the id or take it out."


def _check_ids(rows: Sequence[Row], file: str, problems: Problems) -> bool:
    before = len(problems)
    first: dict[str, int] = {}
    for row in rows:
        id = row.cells.get("id", "")
        if not id:
            problems.append(f"{_at(row, 'id', file)}: the cell is empty; give the item an id of its own.")
        elif id in first:
            what = f"{shown(id)} stands in row {first[id]} already"
            problems.append(f"{_at(row, 'id', file)}: {what}; use each id once.")
        first.setdefault(id, row.number)
    return len(problems) == before


def _item(row: Row, personas: Collection[str] | None, problems: Problems) -> dict[str, Any]:
    cells = row.cells
    for field, advice in _TEXTS.items():
        if not cells[field]:
            problems.append(f"{_at(row, field)}: the cell is empty; give {advice}.")
    if personas is not None and cells["persona"] and cells["persona"] not in personas:
        hint = did_you_mean(cells["persona"], personas) or "; use a name from there."
        problems.append(f"{_at(row, 'persona')}: {shown(cells['persona'])} is no user in case.toml{hint}")
    return {
        **cells,
        **{field: _cell_number(row, field, problems) for field in NUMBERS},
        "dependencies": _dependencies(row),
        "deadline": _cell_date(row, "deadline", problems),
    }


def _cell_number(row: Row, field: str, problems: Problems) -> float | None:
    text, kind = row.cells[field], NUMBERS[field]
    number = float(text) if re.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?", text) else None
    if number is not None and kind.fits(number):
        return number
    what = f"{shown(text)} will not do" if text else "the cell is empty"
    problems.append(f"{_at(row, field)}: {what}; give {kind.advice}.")
    return None


def _cell_date(row: Row, field: str, problems: Problems) -> datetime.date | None:
    text = row.cells[field]
    if not text:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    what = f"{shown(text)} is not a date"
    problems.append(f"{_at(row, field)}: {what}; write year-month-day, such as 2030-01-31.")
    return None


def _dependencies(row: Row) -> tuple[str, ...]:
    names = (name.strip() for name in row.cells.get("dependencies", "").split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def _check_dependencies(rows: Sequence[Row], problems: Problems) -> None:
    """Report links to items that do not exist, and each circle of links as the path of its items.

    While a row has no id, links may well mean that row, so unknown ones are left for later.
    """
    all_named = all(row.cells.get("id") for row in rows)
    by_id = {row.cells["id"]: row for row in reversed(rows) if row.cells.get("id")}
    for row in rows:
        for name in _dependencies(row) if row.whole else ():
            if name not in by_id and all_named:
                what = f"{_at(row, 'dependencies')}: there is no item {shown(name)}"
                problems.append(what + _hint(name, by_id))
    needs = {id: {name for name in _dependencies(row) if name in by_id} for id, row in by_id.items()}
    for path in circles(needs):
        start = min(range(len(path)), key=lambda place: by_id[path[place]].number)
        path = [*path[start:], *path[:start]]
        what = f"{_at(by_id[path[0]], 'dependencies')}: the items wait for one another in a circle"
        names = [shown(id)[1:-1] for id in [*path, path[0]]]
        problems.append(f"{what} ({' needs '.join(names)}); take one of these links out.")
