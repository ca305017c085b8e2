"""What the technical roadmap needs and a backlog of the learner's own lacks: which work unlocks which items.

An item that others wait for, or with a label such as "platform", may be an enabler or not; only its team
knows. So the table asks, and names such items beside its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import LONGEST_TITLE, once, short_titles
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.enablers_cards import KINDS, TABLE
from tpm_kit.exercises.roadmap.plan import effort_of, free_id
from tpm_kit.exercises.roadmap.standing_plan import USES as EARLIER
from tpm_kit.exercises.roadmap.standing_plan import standing
from tpm_kit.exercises.wording import cut, names
from tpm_kit.widgets.table import Table

ID = "enablers-inputs"
USES: Mapping[str, type] = {**EARLIER, ID: Cells}
MOST = 5
"""Enablers that can be named."""
ROWS = {f"enabler {n}": f"Enabler {n}" for n in range(1, MOST + 1)}
WORDS = {
    "what": "what it is",
    "kind": "kind",
    "unlocks": "unlocks",
    "also": "unlocks too",
    "points": "points",
}
"""The columns by id, as sentences call them."""
NEEDED = ("what", "kind", "unlocks")
_TECHNICAL = re.compile(
    r"\b(?:tech(?:nical)?|platform|infra(?:structure)?|migrat\w+|refactor\w*|security|devops|ops|architecture|"
    r"enabler|spike|foundation|api|schema|database|pipeline|monitoring|tooling|debt)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A row of the table as it can be used. `item` is the backlog item of that name, if there is one."""

    row: str
    what: str
    item: BacklogItem | None
    kind: str
    unlocks: tuple[str, ...]
    points: float | None


@once
def likely(case: Case) -> tuple[BacklogItem, ...]:
    """Return the planned items that may be enablers: those that others wait for, and those labelled so."""
    items, planned = short_titles(case), standing(case).plan
    found = []
    for item in planned.items:
        waiting = sum(item.id in other.needs for other in planned.items)
        words = " ".join((items[item.id].theme, *items[item.id].labels))
        if waiting or _TECHNICAL.search(words[:1000]):
            found.append((-waiting, items[item.id]))
    return tuple(item for _, item in sorted(found, key=lambda one: one[0])[:MOST])


def named(answer: Cells, case: Case) -> list[Named]:
    """Return the rows in which something is named."""
    items, planned = short_titles(case), standing(case).plan.by_id
    called = {" ".join(item.title.casefold().split()): item for item in items.values()}
    called |= {id.casefold(): item for id, item in items.items()}
    found = []
    for row in ROWS:
        what = " ".join(answer.text(row, "what").split())
        item = called.get(what.casefold()) if what else None
        unlocks = (answer.text(row, column) for column in ("unlocks", "also"))
        kind, typed = answer.text(row, "kind"), answer.text(row, "points")
        if what:
            known = tuple(dict.fromkeys(one for one in unlocks if one in planned))
            title = item.title if item else cut(what, LONGEST_TITLE)
            found.append(Named(row, title, item, kind if kind in KINDS else "", known, effort_of(typed)))
    return found


def _finding(row: str, column: str, fault: str, why: str = "", do: str = "") -> Finding:
    return Finding("problem", f"{ROWS[row]}: {WORDS[column]}. {fault}", why, do, (f"{row}:{column}",))


@rule("TECH-6")
def rows_can_be_used(answer: Cells, case: Case) -> Iterator[Finding]:
    """A row lacks something, or holds what cannot be used."""
    known = {one.row: one for one in named(answer, case)}
    for row, one in known.items():
        if not re.search(r"[^\W\d_]{2}", one.what):
            yield _finding(row, "what", f"“{cut(one.what, 40)}” says nothing yet.", do="Say what is built.")
        if not one.kind:
            yield _finding(row, "kind", "It is not chosen.", do="Choose the kind that fits best.")
        if not one.unlocks:
            why = "An enabler that unlocks nothing is work for its own sake."
            yield _finding(
                row, "unlocks", "It is not chosen.", why, "Choose an item that cannot start without it."
            )
        elif one.item and one.item.id in one.unlocks:
            column = "unlocks" if answer.text(row, "unlocks") == one.item.id else "also"
            yield _finding(row, column, f"{one.what} unlocks itself.", do="Choose an item that waits for it.")
        typed = answer.text(row, "points").strip()
        if typed and one.points is None:
            fault = f"“{cut(typed, 30)}” is no number of points above 0 and up to 1,000."
            yield _finding(row, "points", fault, do="Write a number, or leave the cell blank.")
    for row in ROWS:
        if row not in known and any(answer.text(row, column).strip() for column in WORDS):
            yield _finding(row, "what", "It is blank.", do="Name the work, or clear the row.")


@rule("TECH-7")
def each_once(answer: Cells, case: Case) -> Iterator[Finding]:
    """Two rows name the same enabler, or unlock each other."""
    seen: dict[str, Named] = {}
    rows = named(answer, case)
    for one in rows:
        before = seen.setdefault(one.what.casefold(), one)
        if before is not one:
            fault = f"{one.what} is {ROWS[before.row].lower()} already."
            yield _finding(
                one.row, "what", fault, "Its points would count twice.", "Clear one of the two rows."
            )
    items = {one.item.id: one for one in rows if one.item}
    for one in rows:
        for id in one.unlocks:
            other = items.get(id)
            if other and one.item and one.item.id in other.unlocks and one.row < other.row:
                fault = f"{one.what} and {other.what} unlock each other."
                yield _finding(
                    one.row, "unlocks", fault, "Neither could ever begin.", "Take one of the two out."
                )


@rule("TECH-1")
def what_they_unlock(answer: Cells, case: Case) -> Iterator[Finding]:
    """Says what the enablers unlock. It is yours to judge, so this finds no fault."""
    rows = named(answer, case)
    if not rows or any(rows_can_be_used(answer, case)) or any(each_once(answer, case)):
        return
    planned = standing(case).plan.by_id
    unlocked = [planned[id].title for id in dict.fromkeys(id for one in rows for id in one.unlocks)]
    count = "1 enabler unlocks" if len(rows) == 1 else f"{len(rows)} enablers unlock"
    yield Finding("good", f"{count} {names(unlocked)}.")


def enabler_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the case's table from a complete and sound answer."""
    rows = named(answer, case)
    taken = {item.id for item in case.items}
    ids = {one.item.id: one.item.id for one in rows if one.item}
    for one in rows:
        id = one.item.id if one.item else free_id(one.row, taken)
        yield {
            "id": id,
            "kind": one.kind,
            "title": one.what,
            "team": "",
            "effort": one.points,
            "unlocks": tuple(need for need in one.unlocks if need not in ids),
            # What unlocks this one: another row that names it among what it unlocks.
            "needs": tuple(
                other.item.id if other.item else free_id(other.row, taken)
                for other in rows
                if other is not one and id in other.unlocks
            ),
            "outcome": "",
            "fact": "",
        }


def _parts(case: Case) -> dict[str, str]:
    return {
        f"{row}:{column}": f"{title}: {WORDS[column]}" for row, title in ROWS.items() for column in NEEDED
    }


def _required(answer: Cells, case: Case) -> set[str]:
    """Return the cells that must be filled in: those of the first row, and of every row that is begun."""
    begun = [row for row in ROWS if row == "enabler 1" or any(answer.text(row, one).strip() for one in WORDS)]
    return {f"{row}:{column}" for row in begun for column in NEEDED}


def _table(case: Case) -> Table:
    items = [[item.id, item.title] for item in standing(case).plan.items]
    kinds = [list(kind) for kind in KINDS.items()]
    hints = [f"perhaps: {cut(item.title, 50)}" for item in likely(case)]
    notes = [*hints, *[""] * MOST][:MOST]
    return Table(
        label=f"Enablers of {case.title}",
        columns=[
            {
                "id": "what",
                "label": "What is built",
                "note": "in your words, or an item's id",
                "kind": "text",
            },
            {"id": "kind", "label": "Kind", "kind": "choice", "options": kinds},
            {"id": "unlocks", "label": "Unlocks", "kind": "choice", "options": items},
            {"id": "also", "label": "And", "note": "if it unlocks two", "kind": "choice", "options": items},
            {"id": "points", "label": "Size", "unit": "points", "note": "if known", "kind": "number"},
        ],
        rows=[
            {"id": row, "title": title, "note": note}
            for (row, title), note in zip(ROWS.items(), notes, strict=True)
        ],
    )


def _live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what is wrong with single cells; what is blank is only missing."""
    faults: dict[str, dict[str, str]] = {}
    for check in (rows_can_be_used, each_once):
        for finding in check(answer, case):
            row, _, column = finding.cards[0].rpartition(":")
            if answer.text(row, column).strip():
                fault = finding.seen.removeprefix(f"{ROWS[row]}: {WORDS[column]}. ")
                faults.setdefault(row, {})[column] = " ".join(filter(None, (fault, finding.do)))
    return {"results": {}, "faults": faults}


def _task(case: Case) -> str:
    return (
        f"Name up to {MOST} pieces of technical work that features of yours stand on, and what each unlocks: "
        "a migration, a new version of an interface, a test environment. An item of your backlog may be one "
        f"of them. {standing(case).plan.source} Check the table, and the board opens below it."
    )


INPUTS = Inputs(
    table=TABLE,
    exercise=Exercise(
        id=ID,
        version=1,
        number="6.3 · your enablers",
        title="What do your features stand on?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        required=_required,
        rules=(rows_can_be_used, each_once, what_they_unlock),
        hints=(
            "Ask an engineer of each planned item: what must be there before you can begin, that nobody has "
            "asked for? Data that must move, keys, a test system, an alarm.",
            "One row is enough to begin with. Take the work that most items wait for.",
        ),
        live=_live,
        done_word="filled in",
        uses=USES,
    ),
    rows=enabler_rows,
)
