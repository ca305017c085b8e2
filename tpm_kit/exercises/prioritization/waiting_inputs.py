"""What the order of jobs needs and a backlog of the learner's own lacks: weeks, cost per week, and dates.

What a cell may hold, and the codes of what is wrong with it, stand in `waiting_cells`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_details, item_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.waiting_cells import BLANK, CODE, WORD, Reading, read_cell
from tpm_kit.exercises.prioritization.waiting_rules import money, weeks
from tpm_kit.exercises.wording import points
from tpm_kit.methods.wsjf import FIBONACCI
from tpm_kit.widgets.table import Table

ID = "waiting-inputs"
USES: Mapping[str, type] = {"moscow": Placements, ID: Cells}
MOST = 5
"""So many jobs are asked for: enough for the method, few enough to fill in."""


def asked_for(case: Case) -> list[BacklogItem]:
    """Return the items whose figures are asked for, up to `MOST`.

    Those with figures in the table stay, whatever else changes. The others are the first of the learner's
    MoSCoW answer, Musts before Shoulds, and then of the backlog."""
    board, typed = case.earlier.get("moscow", Placements()), case.earlier.get(ID, Cells())
    ids = {item.id: item for item in case.items}
    first = [id for lane in ("must", "should", "could") for id in board.column(lane) if id in ids]
    last = [id for id in board.column("wont") if id in ids]
    between = [id for id in ids if board.column_of(id) is None]
    wanted = [ids[id] for id in (*first, *between, *last)]
    chosen = {item.id for item in sorted(wanted, key=lambda item: item.id not in typed.cells)[:MOST]}
    return [item for item in wanted if item.id in chosen]


def _faults(answer: Cells, case: Case) -> Iterator[tuple[str, str, Reading]]:
    """Yield item, column and reading for each cell that cannot be used; a blank one beside a full one too."""
    for item in asked_for(case):
        for column in WORD:
            text = answer.text(item.id, column)
            reading = read_cell(column, text)
            if not text.strip() and column != "starts":
                other = "cost" if column == "weeks" else "weeks"
                if not answer.text(item.id, other).strip():
                    continue
                reading = Reading(code=CODE[column], fault=BLANK[column])
            if reading.fault:
                yield item.id, column, reading


def _found(code: str, answer: Cells, case: Case, why: str) -> Iterator[Finding]:
    titles = item_titles(case)
    for id, column, reading in _faults(answer, case):
        if reading.code == code:
            name = f"{titles[id]}: {WORD[column]}"
            yield Finding("problem", f"{name}. {reading.fault}", why, cards=(f"{id}:{column}",))


@rule("WSJF-2")
def weeks_are_known(answer: Cells, case: Case) -> Iterator[Finding]:
    """The weeks of work of a job are missing or cannot be used."""
    yield from _found(
        "WSJF-2", answer, case, "A cost per week is weighed against the weeks that the job takes."
    )


@rule("PRI-6")
def costs_are_known(answer: Cells, case: Case) -> Iterator[Finding]:
    """The cost of a week is missing or cannot be used, or says that waiting for anything is free."""
    yield from _found(
        "PRI-6", answer, case, "A guess with a reason is better than a blank, which nobody can argue with."
    )
    if _complete(answer, case):
        yield from _sums(answer, case)


@rule("DELAY-2")
def dates_are_known(answer: Cells, case: Case) -> Iterator[Finding]:
    """The week in which a cost begins cannot be used."""
    yield from _found(
        "DELAY-2", answer, case, "A job with a date costs nothing before it, and then its full rate."
    )


@rule("PRI-3")
def one_unit(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell is in another unit than its column."""
    yield from _found(
        "PRI-3", answer, case, "All rows must speak of weeks and of money per week to be compared."
    )
    costs = [read_cell("cost", answer.text(item.id, "cost")).value for item in asked_for(case)]
    if _complete(answer, case) and len(costs) > 2 and all(cost in FIBONACCI for cost in costs):
        listed = ", ".join(f"{cost:g}" for cost in costs)
        yield Finding(
            "note",
            f"Your costs are {listed}: all of them stand on the scale of SAFe's points.",
            "Points order one board and mean nothing in money, so no sum of delay can be made of them.",
            "If they are money, thousands a week for instance, go on.",
        )


def _complete(answer: Cells, case: Case) -> bool:
    return not set(_parts(case)) - answer.parts() and not any(_faults(answer, case))


def _sums(answer: Cells, case: Case) -> Iterator[Finding]:
    rows = list(waiting_rows(answer, case))
    work, cost = sum(row["weeks"] for row in rows), sum(row["cost"] for row in rows)
    if not cost:
        yield Finding(
            "problem",
            f"Waiting costs nothing for any of the {len(rows)} jobs.",
            "Then every order is as good as any other.",
            "Ask of one job at least what is lost in a week: hours by hand, payments, deals, a fine.",
        )
    else:
        yield Finding(
            "good",
            f"{len(rows)} {'job' if len(rows) == 1 else 'jobs'} with {weeks(work)} of work. Once all their "
            f"costs run, a week without them costs {money(cost, case)}.",
        )


def waiting_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the case's table from a complete and sound answer."""
    items = asked_for(case)
    needs = _needs(items)
    for item in items:
        figures: dict[str, Any] = {
            column: read_cell(column, answer.text(item.id, column)).value for column in WORD
        }
        yield {"id": item.id, **figures, "after": needs[item.id], "fact": ""}


def _needs(items: list[BacklogItem]) -> dict[str, tuple[str, ...]]:
    """Return what each of the items needs among them; a link that would close a circle is left out."""
    needs: dict[str, tuple[str, ...]] = {item.id: () for item in items}

    def reaches(start: str, end: str) -> bool:
        return start == end or any(reaches(one, end) for one in needs[start])

    for item in items:
        for needed in dict.fromkeys(item.dependencies):
            if needed in needs and not reaches(needed, item.id):
                needs[item.id] += (needed,)
    return needs


def _parts(case: Case) -> dict[str, str]:
    """Return the cells to be filled in; when the cost begins may stay blank."""
    titles = item_titles(case)
    return {
        f"{item.id}:{column}": f"{titles[item.id]}: {WORD[column]}"
        for item in asked_for(case)
        for column in ("weeks", "cost")
    }


def _table(case: Case) -> Table:
    items, titles = asked_for(case), item_titles(case)
    details = item_details(case)
    return Table(
        label=f"What waiting costs in {case.title}",
        columns=[
            {"id": "weeks", "label": "Work", "unit": "weeks", "kind": "number"},
            {"id": "cost", "label": "Cost of waiting", "unit": "money a week", "kind": "number"},
            {
                "id": "starts",
                "label": "Cost begins",
                "unit": "after … weeks",
                "note": "Blank: now",
                "kind": "number",
            },
        ],
        rows=[
            {
                "id": item.id,
                "title": titles[item.id],
                "note": points(item.effort) if item.effort is not None else "",
            }
            for item in items
        ],
        details={item.id: details[item.id] for item in items},
    )


def _live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return the faults at the cells that hold something."""
    faults: dict[str, dict[str, str]] = {}
    for id, column, reading in _faults(answer, case):
        if answer.text(id, column).strip():
            faults.setdefault(id, {})[column] = reading.fault
    return {"results": {}, "faults": faults}


def _task(case: Case) -> str:
    count = len(asked_for(case))
    placed = case.earlier.get("moscow", Placements()).places
    whence = "your MoSCoW board, Musts first" if placed else "your backlog"
    many = "the first job" if count == 1 else f"the first {count} jobs"
    return (
        f"For {many} of {whence}: how many weeks does each take, and what does every week without it cost? "
        "Check the table, and the board opens below it."
    )


INPUTS = Inputs(
    table="waiting",
    exercise=Exercise(
        id=ID,
        version=1,
        number="5.4 · your figures",
        title="What does a week cost?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        rules=(weeks_are_known, costs_are_known, dates_are_known, one_unit),
        hints=(
            "A week of waiting costs what is lost in it: hours of work by hand at what an hour costs, orders "
            "that fail at what each earns, deals lost in a year at what each is worth, divided by 52.",
            "A fixed date has a cost that begins later: write how many weeks from now, and as cost what each "
            "week after it brings, such as a fine or lost sales.",
            "Figures need not be exact to order jobs. Halve a cost and double it: if the order would stay, "
            "the guess is good enough.",
        ),
        live=_live,
        done_word="filled in",
        uses=USES,
    ),
    rows=waiting_rows,
)
