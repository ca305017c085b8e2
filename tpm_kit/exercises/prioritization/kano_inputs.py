"""The counts of a Kano survey that the learner ran, for a backlog of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Exercise, Finding, Inputs, rule
from tpm_kit.exercises.cards import item_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.wording import cut, names
from tpm_kit.methods import kano
from tpm_kit.typed import number
from tpm_kit.widgets.table import Table

ROWS = {f"feature-{n}": f"Feature {n}" for n in range(1, 6)}
"""So many features can be given: enough for the method, few enough to fill in."""
CHOICE = 200
"""So many items of the backlog are offered, from its top; a longer list cannot be searched by eye."""
MOST = 1_000_000
"""More answers than any survey has."""


def count(text: str) -> int | None:
    """Return a number of answers as typed, or None if it is none.

    >>> count("12"), count("1,200"), count("12.5"), count("20 %"), count("-1")
    (12, 1200, None, None, None)
    """
    found = number(text)
    if found is None or found.unit or found.value % 1 or not 0 <= found.value <= MOST:
        return None
    return int(found.value)


def _counts(answer: Cells, row: str) -> list[int | None]:
    return [count(answer.text(row, letter)) for letter in kano.CATEGORIES]


def _name(row: str, column: str) -> str:
    return f"{ROWS[row]}, {column}"


def _begun(answer: Cells) -> list[str]:
    """Return the rows in which anything is filled in."""
    return [row for row in ROWS if answer.cells.get(row)]


def _fault(text: str) -> str:
    """Return what is wrong with a count, or ""."""
    if count(text) is not None:
        return ""
    return "Write how many people, as a whole number such as 12; a share will not do."


@rule("KANO-11")
def counts_can_be_used(answer: Cells, case: Case) -> Iterator[Finding]:
    """A count is missing, or is not a number of people."""
    for row in _begun(answer):
        for letter, name in kano.CATEGORIES.items():
            text = answer.text(row, letter)
            if wrong := _fault(text) if text else "Write 0 if nobody answered so.":
                yield Finding(
                    "problem",
                    f"{_name(row, letter)} ({name}): {cut(text, 20) or 'the cell is empty'}. {wrong}",
                    "How sure a category is depends on how many answered.",
                    cards=(f"{row}:{letter}",),
                )
    sound = [row for row in _begun(answer) if None not in _counts(answer, row)]
    if sound and sound == _begun(answer):
        listed = [f"{ROWS[row]}: {sum(filter(None, _counts(answer, row))):,}" for row in sound]
        yield Finding("good", f"Every count can be used. Answers for {names(listed, 5)}.")


@rule("KANO-12")
def features_are_known(answer: Cells, case: Case) -> Iterator[Finding]:
    """Counts stand beside no feature, or the same feature stands twice."""
    titles, seen = item_titles(case), {}
    for row in _begun(answer):
        item = answer.text(row, "item")
        if item not in titles:
            yield Finding(
                "problem",
                f"{_name(row, 'item')}: no item is chosen for these counts.",
                do="Choose what people were asked about, or clear the row.",
                cards=(f"{row}:item",),
            )
        elif item in seen:
            yield Finding(
                "problem",
                f"{_name(row, 'item')}: {titles[item]} stands in {ROWS[seen[item]]} already.",
                "A feature has one category, so its answers must be counted together.",
                "Add the counts of the two rows, or choose another item.",
                (f"{row}:item",),
            )
        seen.setdefault(item, row)


@rule("KANO-13")
def somebody_rated_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nobody answered A, O, M or I, so that there is no Better and no Worse."""
    for row in _begun(answer):
        counts = _counts(answer, row)
        if None not in counts and not any(counts[:4]):
            yield Finding(
                "problem",
                f"{_name(row, 'A')}, O, M and I are all 0.",
                "Better and Worse are shares of those four.",
                "Clear the row if nobody was asked. If all answers were R or Q, look at the questions first.",
                (f"{row}:A",),
            )


def survey_rows(answer: Cells, case: Case) -> Iterator[TableRow]:
    """Yield the rows of the case's table from a complete and sound answer."""
    for row in _begun(answer):
        counts = tuple(_counts(answer, row))
        yield {"id": answer.text(row, "item"), "with_it": "", "without_it": "", "counts": counts}


def _table(case: Case) -> Table:
    titles = item_titles(case)
    options = [[item.id, titles[item.id]] for item in case.items[:CHOICE]]
    return Table(
        label=f"Counts of your Kano survey for {case.title}",
        columns=[
            {"id": "item", "label": "Item", "unit": "asked about", "kind": "choice", "options": options},
            *(
                {"id": letter, "label": letter, "unit": name, "kind": "number"}
                for letter, name in kano.CATEGORIES.items()
            ),
            {"id": "total", "label": "Answers", "kind": "result"},
        ],
        rows=[{"id": id, "title": title} for id, title in ROWS.items()],
    )


def _live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return how many answers each complete row holds, and the faults at the cells that hold something."""
    results: dict[str, dict[str, Any]] = {}
    faults: dict[str, dict[str, str]] = {}
    for row in _begun(answer):
        counts = _counts(answer, row)
        if None not in counts:
            results[row] = {"total": f"{sum(filter(None, counts)):,}"}
        typed = {letter: answer.text(row, letter) for letter in kano.CATEGORIES}
        wrong = {letter: _fault(text) for letter, text in typed.items() if text and _fault(text)}
        if wrong:
            faults[row] = wrong
    return {"results": results, "faults": faults}


def _parts(case: Case) -> dict[str, str]:
    """Return the cells that must be filled in: the first row. The others may stay blank."""
    first = next(iter(ROWS))
    return {f"{first}:{column}": _name(first, column) for column in ("item", *kano.CATEGORIES)}


def _task(case: Case) -> str:
    offered = f" The first {CHOICE} items can be chosen." if len(case.items) > CHOICE else ""
    return (
        "Type the counts of your own Kano survey, one row for each feature that people were asked about; "
        f"rows that you do not need stay blank.{offered} Check the table, and the exercise opens below it."
    )


INPUTS = Inputs(
    table="kano",
    exercise=Exercise(
        id="kano-inputs",
        version=1,
        number="5.5 · your figures",
        title="What did they answer?",
        notebook=NOTEBOOK,
        task=_task,
        answer=Cells,
        view=_table,
        parts=_parts,
        rules=(counts_can_be_used, features_are_known, somebody_rated_it),
        hints=(
            "Each respondent answers how they feel with the feature and how without it: like, expect, "
            "neutral, can live with it, dislike. Like with it and dislike without it is One-dimensional.",
            "Like with it and one of the three middle answers without it is Attractive; one of those with "
            "it and dislike without it is Must-be; two middle answers are Indifferent.",
            "The same extreme answer twice is Questionable. What is left is Reverse: people like it better "
            "without.",
        ),
        live=_live,
        done_word="filled in",
    ),
    rows=survey_rows,
)
