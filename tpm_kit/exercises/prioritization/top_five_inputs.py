"""What comparing the methods needs and a backlog of the learner's own lacks: the inputs of each method.

RICE and ICE are not asked for again where the table of exercise 5.3 is complete. A method with a blank column
is left out; two at least must remain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.case_tables import TABLES, TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_details
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.score_it_cells import scored_items, scored_titles
from tpm_kit.exercises.prioritization.top_five_cells import FIELDS, STEPS
from tpm_kit.exercises.prioritization.top_five_ranks import (
    COLUMNS,
    LABELS,
    TABLE,
    WORDS,
    typed_ice,
    typed_rice,
    weighed,
)
from tpm_kit.exercises.wording import cut, names, points
from tpm_kit.methods.wsjf import unanchored
from tpm_kit.widgets.table import Table

ID = "top-five-inputs"
USES: Mapping[str, type] = {
    "moscow": Placements,
    "score-it": Cells,
    "waiting-inputs": Cells,
    "kano-inputs": Cells,
    ID: Cells,
}
LEAST = 2
"""With fewer methods there is nothing to compare."""


def asked(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the methods whose inputs are asked for, with their columns."""
    known = {"rice": typed_rice(case), "ice": typed_ice(case)}
    return {id: columns for id, columns in COLUMNS.items() if not known.get(id)}


def _parts(case: Case) -> dict[str, str]:
    columns = [column for many in asked(case).values() for column in many]
    return {
        f"{id}:{column}": f"{title}: {FIELDS[column].label.lower()}"
        for id, title in scored_titles(case).items()
        for column in columns
    }


def _blank(answer: Cells, case: Case, columns: tuple[str, ...]) -> list[str]:
    """Return the columns in which nothing is typed."""
    return [
        column for column in columns if not any(answer.text(id, column).strip() for id in scored_titles(case))
    ]


def used(answer: Cells, case: Case) -> dict[str, tuple[str, ...]]:
    """Return the methods that are asked for and begun, each column of theirs somewhere."""
    return {id: columns for id, columns in asked(case).items() if not _blank(answer, case, columns)}


def _readings(answer: Cells, case: Case) -> Iterator[tuple[str, str, float | str]]:
    """Yield item, column and reading for each cell that is filled in."""
    for id in scored_titles(case):
        for columns in asked(case).values():
            for column in columns:
                if text := answer.text(id, column).strip():
                    yield id, column, FIELDS[column].read(text)


def _required(answer: Cells, case: Case) -> set[str]:
    """Return the cells of the methods that are used; only those must be complete."""
    columns = [column for many in used(answer, case).values() for column in many]
    return {part for part in _parts(case) if part.rpartition(":")[2] in columns}


@rule("PRI-6")
def cells_can_be_used(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds what its method cannot use."""
    titles = scored_titles(case)
    for id, column, reading in _readings(answer, case):
        if isinstance(reading, str):
            yield Finding(
                "problem",
                f"{titles[id]}: {FIELDS[column].label.lower()}. {reading}",
                "One wrong input moves the ranks of all the others.",
                cards=(f"{id}:{column}",),
            )


@rule("WSJF-3", whole=True)
def points_are_relative(answer: Cells, case: Case) -> Iterator[Finding]:
    """A column of points has no 1, so that its points are relative to nothing."""
    if "wsjf" not in used(answer, case):
        return
    columns: dict[str, list[float]] = {column: [] for column in COLUMNS["wsjf"]}
    for _, column, reading in _readings(answer, case):
        if column in columns and isinstance(reading, float):
            columns[column].append(reading)
    for column in unanchored({column: given for column, given in columns.items() if given}):
        yield Finding(
            "problem",
            f"No item has 1 in the column {FIELDS[column].label.lower()}; the least there is "
            f"{min(columns[column]):g}.",
            "WSJF's points say how many times the least item of its column another one is.",
            "Give the least item 1, and the others points beside it.",
        )


@rule("TOP-4", whole=True)
def enough_to_compare(answer: Cells, case: Case) -> Iterator[Finding]:
    """Fewer than two methods have all their inputs, or some are left out."""
    begun, wanted = used(answer, case), asked(case)
    ready = [id for id in COLUMNS if id not in wanted or id in begun]
    ready += ["value"] if weighed(scored_items(case)) else []
    labels = names([LABELS[id] for id in ready], 5) or "none"
    if len(ready) < LEAST:
        yield Finding(
            "problem",
            f"Methods with all their inputs: {labels}. At least two are needed.",
            "With fewer there is nothing to compare.",
            "CD3 asks for least: what a week of waiting costs, and the weeks of work.",
        )
    else:
        yield Finding("good", f"{WORDS[len(ready)].capitalize()} methods can be compared: {labels}.")
    lacking = [
        f"{LABELS[id]} ({names([FIELDS[column].label.lower() for column in _blank(answer, case, columns)])})"
        for id, columns in wanted.items()
        if id not in begun
    ]
    lacking += [] if "value" in ready else [f"{LABELS['value']} (values or efforts in your file)"]
    if lacking:
        yield Finding(
            "note",
            f"Left out for what is blank: {names(lacking, 5)}.",
            "A method takes part once it has each of its inputs for every item.",
        )


def method_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the case's table from a sound answer; None for what is not known."""
    values = {(id, column): reading for id, column, reading in _readings(answer, case)}
    for id in scored_titles(case):
        numbers: dict[str, Any] = {column: values.get((id, column)) for column in TABLES[TABLE].columns}
        yield {**numbers, "id": id, "fact": ""}


def _table(case: Case) -> Table:
    facts = item_details(case)
    items = scored_items(case)
    return Table(
        label=f"Inputs of the methods for {case.title}",
        columns=[
            {"id": id, "label": field.label, "unit": field.unit, "note": field.note, "kind": "number"}
            for id, field in FIELDS.items()
            if any(id in columns for columns in asked(case).values())
        ],
        rows=[
            {
                "id": item.id,
                "title": item.title,
                "note": points(item.effort) if item.effort is not None else "",
            }
            for item in items
        ],
        details={item.id: [*facts[item.id], *_typed_before(item.id, case)] for item in items},
    )


def _typed_before(id: str, case: Case) -> list[list[str]]:
    """Return what the learner wrote of an item in exercise 5.4, so that it need not be looked up."""
    before = case.earlier.get("waiting-inputs", Cells())
    cost, work = (cut(before.text(id, column), 30) for column in ("cost", "weeks"))
    return [["In exercise 5.4", f"cost of a week {cost}, weeks of work {work}"]] if cost and work else []


def _live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return the faults at the cells that hold something."""
    faults: dict[str, dict[str, str]] = {}
    for id, column, reading in _readings(answer, case):
        if isinstance(reading, str):
            faults.setdefault(id, {})[column] = reading
    return {"results": {}, "faults": faults}


def _task(case: Case) -> str:
    items, methods = scored_items(case), asked(case)
    many = f"{len(items)} items of exercise 5.3" if len(items) != 1 else "item of exercise 5.3"
    known = [LABELS[id] for id in ("rice", "ice") if id not in methods]
    have = (
        f" {names(known)} {'is' if len(known) == 1 else 'are'} there from your table of 5.3." if known else ""
    )
    return (
        f"Give {names([LABELS[id] for id in methods])} what they need for the {many}; a method that you do "
        f"not want stays blank, and two must remain.{have} Check the table, and the board opens below it."
    )


INPUTS = Inputs(
    table=TABLE,
    exercise=Exercise(
        id=ID,
        version=1,
        number="5.7 · your figures",
        title="What do the methods need?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        required=_required,
        rules=(cells_can_be_used, points_are_relative, enough_to_compare),
        hints=(
            "Fill in one method at a time, down its columns: rows are compared with each other, and that is "
            "easier while one question is in mind.",
            "CD3 needs money: what is lost in a week without the item, in hours of work by hand, orders or "
            "fines. A guess with a reason will do.",
            "For WSJF look for the least item of a column and give it 1. Then ask of the others how many "
            f"times as much they are: {STEPS}.",
        ),
        live=_live,
        done_word="filled in",
        uses=USES,
    ),
    rows=method_rows,
)
