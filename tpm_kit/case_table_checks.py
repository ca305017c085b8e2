"""What the rows of a case's tables refer to: items, one another, other tables.

Each check is given rows by their number in the file, every cell read, and yields one sentence for each fault:
file, row and column, what is wrong, and what to do.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tpm_kit.checked_files import circles, did_you_mean, listed, shown

Rows = Mapping[int, Mapping[str, Any]]


def check_waiting(rows: Rows, items: Collection[str]) -> Iterator[str]:
    """Find ids in `after` that no item has, and jobs that wait for one another in a circle."""
    for number, row in rows.items():
        for id in row["after"]:
            if id not in items:
                hint = did_you_mean(id, items) or "; correct the id or take it out."
                yield f"waiting.csv, row {number}, after: there is no item {shown(id)} in backlog.csv{hint}"
    number_of = {row["id"]: number for number, row in rows.items()}
    needs = {row["id"]: {id for id in row["after"] if id in number_of} for row in rows.values()}
    for circle in circles(needs):
        start = min(circle, key=number_of.get)
        at = circle.index(start)
        path = " needs ".join(shown(id)[1:-1] for id in (*circle[at:], *circle[:at], start))
        yield (
            f"waiting.csv, row {number_of[start]}, after: the jobs wait for one another in a circle "
            f"({path}); take one of these links out."
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
                hint = did_you_mean(id, known) or "; correct the id or take it out."
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
