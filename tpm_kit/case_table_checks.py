"""What the rows of a case's tables refer to: items, one another, other tables.

Each check is given rows by their number in the file, every cell read, and yields one sentence for each fault:
file, row and column, what is wrong, and what to do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tpm_kit.checked_files import circles, did_you_mean, listed, shown

Rows = Mapping[int, Mapping[str, Any]]
TAKE_OUT = "; correct the id or take it out."


def check_waiting(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find ids in `after` that no item has, and jobs that wait for one another in a circle."""
    for number, row in rows.items():
        yield from _absent(f"waiting.csv, row {number}, after", items, *row["after"])
    yield from _circles(rows, "waiting.csv", "after", "jobs")


def _absent(where: str, items: Collection[str], *ids: str, advice: str = TAKE_OUT) -> Iterator[str]:
    """Find ids that no item of the backlog has; `where` names file, row and column."""
    for id in ids:
        if id not in items:
            hint = did_you_mean(id, items) or advice
            yield f"{where}: there is no item {shown(id)} in backlog.csv{hint}"


def _circles(rows: Rows, file: str, column: str, what: str) -> Iterator[str]:
    """Find rows that need one another in a circle, by the ids in a column; `what` they are called."""
    number_of = {row["id"]: number for number, row in rows.items()}
    needs = {row["id"]: {id for id in row[column] if id in number_of} for row in rows.values()}
    for circle in circles(needs):
        start = min(circle, key=number_of.get)
        at = circle.index(start)
        path = " needs ".join(shown(id)[1:-1] for id in (*circle[at:], *circle[:at], start))
        yield (
            f"{file}, row {number_of[start]}, {column}: the {what} wait for one another in a circle "
            f"({path}); take one of these links out."
        )


def check_kanban(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find cards of an item that the backlog lacks, and cards that need what is not on the board, or one
    another in a circle."""
    ids = [row["id"] for row in rows.values()]
    for number, row in rows.items():
        if row["item"]:
            advice = "; correct the id, or leave the cell empty."
            yield from _absent(f"kanban.csv, row {number}, item", items, row["item"], advice=advice)
        for id in row["needs"]:
            if id not in ids:
                hint = did_you_mean(id, ids) or TAKE_OUT
                yield f"kanban.csv, row {number}, needs: there is no card {shown(id)} in the table{hint}"
    yield from _circles(rows, "kanban.csv", "needs", "cards")


_NEEDED = {"item": ("items", "points"), "team": ("points", "start"), "wish": ("items",)}
"""The columns without which a change of that kind changes nothing."""


def check_changes(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find changes that name no item of the backlog, or that lack what a change of their kind needs."""
    for number, row in rows.items():
        yield from _absent(f"changes.csv, row {number}, items", items, *row["items"])
        for column in _NEEDED[row["kind"]]:
            if not row[column]:
                yield (
                    f"changes.csv, row {number}, {column}: the cell is empty; a change of the kind "
                    f"{shown(row['kind'])} needs it."
                )


def check_story_map(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find cells that name an activity which the map lacks, or need what neither map nor backlog has."""
    activities = [row["id"] for row in rows.values() if row["kind"] == "activity"]
    known = {*items, *(row["id"] for row in rows.values())}
    for number, row in rows.items():
        where, id = f"story-map.csv, row {number}", row["activity"]
        if id and id not in activities:
            hint = did_you_mean(id, activities) or "; give the id of a row of that kind, or nothing."
            yield f"{where}, activity: there is no activity {shown(id)} in the table{hint}"
        for id in row["needs"]:
            if id not in known:
                hint = did_you_mean(id, known) or TAKE_OUT
                yield f"{where}, needs: there is no {shown(id)} in the table or in backlog.csv{hint}"


def check_options(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find options and criteria that make no decision matrix: one title for an option, one weight for a
    criterion, one score for each pair, at least two options, and weights that add up to 1."""
    faults = [
        *_unlike(rows, "id", "title"),
        *_unlike(rows, "title", "id"),
        *_unlike(rows, "criterion", "weight"),
    ]
    faults += [*_scores(rows)]
    options = list(dict.fromkeys(row["id"] for row in rows.values()))
    first = min(rows)
    if len(options) < 2:
        faults.append(
            f"options.csv, row {first}, id: {shown(options[0])} is the only option; add another one."
        )
    weights = {row["criterion"]: row["weight"] for row in rows.values()}
    total = math.fsum(weights.values())
    if not faults and abs(total - 1) > 1e-9:
        faults.append(
            f"options.csv, row {first}, weight: the weights of {listed(weights)} add up to {total:.6g}; "
            "make them add up to 1."
        )
    yield from faults


def _unlike(rows: Rows, of: str, column: str) -> Iterator[str]:
    """Find rows in which something has another value than where it first stands."""
    firsts: dict[str, tuple[int, Any]] = {}
    for number, row in rows.items():
        before, value = firsts.setdefault(row[of], (number, row[column]))
        if value != row[column]:
            yield (
                f"options.csv, row {number}, {column}: {shown(row[of])} has {shown(row[column])} here and "
                f"{shown(value)} in row {before}; give it the same {column} everywhere."
            )


def _scores(rows: Rows) -> Iterator[str]:
    """Find pairs of option and criterion that are scored twice or not at all."""
    scored: dict[tuple[str, str], int] = {}
    for number, row in rows.items():
        before = scored.setdefault((row["id"], row["criterion"]), number)
        if before != number:
            yield (
                f"options.csv, row {number}, criterion: {shown(row['id'])} has a score for "
                f"{shown(row['criterion'])} in row {before} already; keep one of the two rows."
            )
    options = list(dict.fromkeys(id for id, _ in scored))
    for criterion in dict.fromkeys(criterion for _, criterion in scored):
        lacking = [id for id in options if (id, criterion) not in scored]
        if lacking:
            number = min(at for (_, name), at in scored.items() if name == criterion)
            yield (
                f"options.csv, row {number}, criterion: {shown(criterion)} has no score for {listed(lacking)}"
                "; add the rows, or correct the name of the criterion."
            )


def check_kano(kano: Rows, survey: Rows) -> Iterator[str]:
    """Find features of which nobody's answer is known: no counts, and no row in the survey."""
    answered = {row["id"] for row in survey.values()}
    for number, row in kano.items():
        if not row["counts"] and row["id"] not in answered:
            yield (
                f"kano.csv, row {number}, counts: {shown(row['id'])} has neither counts here nor answers in "
                "kano-survey.csv; give one of them."
            )


def check_enablers(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find enablers that unlock or need what is not there, that wait for one another in a circle, or of which
    something is not said: of an item the backlog says it, of other work the table must."""
    ids = [row["id"] for row in rows.values()]
    known = {*items, *ids}
    for number, row in rows.items():
        where, of_item = f"enablers.csv, row {number}", row["id"] in items
        for column in ("unlocks", "needs"):
            for id in row[column]:
                if id not in known:
                    hint = did_you_mean(id, known) or TAKE_OUT
                    yield f"{where}, {column}: there is no {shown(id)} in the table or in backlog.csv{hint}"
        for column in ("title", "team", "effort", "unlocks", "needs"):
            if of_item and row[column]:
                yield f"{where}, {column}: {shown(row['id'])} is an item; leave what the backlog says blank."
            elif not of_item and not row[column] and column not in ("team", "needs"):
                yield f"{where}, {column}: the cell is empty, and {shown(row['id'])} is no item; fill it in."
    yield from _circles(rows, "enablers.csv", "needs", "enablers")


def check_externals(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find what no item of the backlog waits for, and owners whom the fact does not name."""
    for number, row in rows.items():
        where = f"externals.csv, row {number}"
        yield from _absent(f"{where}, item", items, row["item"], advice="; correct the id.")
        if row["owner"] and row["owner"] not in row["fact"]:
            yield (
                f"{where}, owner: {shown(row['owner'])} does not stand in the fact, which is all that a "
                "learner reads; name the owner there too."
            )


def check_plan(rows: Rows, items: Collection[str], settings: Mapping[str, Any]) -> Iterator[str]:
    """Find items planned for a team that the settings lack."""
    teams = [team["name"] for team in settings["teams"]]
    for number, row in rows.items():
        if row["team"] not in teams:
            hint = did_you_mean(row["team"], teams) or "; add it below a line [[teams]], or correct the name."
            yield f"plan.csv, row {number}, team: there is no team {shown(row['team'])} in case.toml{hint}"


def check_how_sure(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find items without evidence, past cases that the text does not name, and missing rows by hand."""
    for number, row in rows.items():
        where = f"how-sure.csv, row {number}"
        if row["kind"] != "item":
            if row["id"] != row["kind"] or any(row[column] for column in ("plan", "team", "past", "fact")):
                yield f"{where}, id: a row of that kind is called like its kind and holds nothing else."
            continue
        yield from _absent(f"{where}, id", items, row["id"], advice="; correct the id or take the row out.")
        for column in ("plan", "team", "fact"):
            if not row[column]:
                yield f"{where}, {column}: the cell is empty; give a text."
        if len(row["past"]) < 2:
            yield f"{where}, past: give the working days of at least two past cases, separated by ;."
        named = re.findall(r"[0-9]+(?:[.][0-9]+)?", row["fact"])
        for time in row["past"]:
            if f"{time:g}" not in named:
                yield f"{where}, past: {time:g} does not stand in the fact, which is read; add it there."
    kinds = [row["kind"] for row in rows.values()]
    for kind in ("path", "finish"):
        if kind not in kinds:
            after = max(rows, default=1) + 1
            yield f"how-sure.csv, row {after}, kind: there is no row of kind {kind}; add one."


def check_milestones(rows: Rows, items: Collection[str], settings: Mapping[str, Any]) -> Iterator[str]:
    """Find milestones of items that the backlog lacks, and those before the first sprint."""
    start = settings["release"]["sprint_start"]
    for number, row in rows.items():
        where = f"milestones.csv, row {number}"
        yield from _absent(f"{where}, items", items, *row["items"])
        if row["date"] < start:
            yield f"{where}, date: {row['date']} is before the first sprint, {start}; correct one of the two."


def check_horizons(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find measures that do not say from what to what, and items that no backlog has or two cards share."""
    owner: dict[str, int] = {}
    for number, row in rows.items():
        where = f"horizons.csv, row {number}"
        for figure in ("baseline", "target"):
            if (row[figure] is None) is bool(row["measure"]):
                advice = "give a number" if row["measure"] else "leave the cell empty or give a measure"
                yield f"{where}, {figure}: a measure goes from a figure to a figure; {advice}."
        if row["measure"] and row["baseline"] == row["target"] is not None:
            yield f"{where}, target: {row['target']:g} is the baseline too; give the figure to reach."
        if not row["items"]:
            yield f"{where}, items: the cell is empty; give the items of backlog.csv that the card rests on."
        yield from _absent(f"{where}, items", items, *row["items"])
        for id in row["items"]:
            if id in items and owner.setdefault(id, number) != number:
                yield (
                    f"{where}, items: {shown(id)} stands in row {owner[id]} already, and its points would "
                    "count twice; keep it in one row."
                )
