"""Which comparisons of places hold: six pairs from the pay table, each with its margin of error."""

from __future__ import annotations

from collections.abc import Mapping

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.places_pairs import ABSENT, UNSURE, Pair, compared, pairs
from tpm_kit.exercises.career.places_rows import (
    GROUND,
    GROUNDS,
    MARGIN,
    RIGHT_GROUND,
    VERDICT,
    VERDICTS,
    amount,
    cell_titles,
    facts,
    measure,
    read_rows,
    title,
)
from tpm_kit.exercises.career.places_rules import RULES
from tpm_kit.salary_data import citation
from tpm_kit.widgets.table import Table

ONE, OTHER = "one", "other"


def places_table(case: Case) -> Table:
    """Return the table: a row for each comparison, with what is known of both places below it."""
    return Table(
        label="Which of these comparisons hold?",
        columns=[
            {"id": ONE, "label": "A", "kind": "given", "words": True},
            {"id": OTHER, "label": "B", "kind": "given", "words": True},
            {
                "id": VERDICT,
                "label": "What holds",
                "kind": "choice",
                "options": [list(one) for one in VERDICTS.items()],
            },
            {
                "id": GROUND,
                "label": "Ground",
                "kind": "choice",
                "options": [list(one) for one in GROUNDS.items()],
            },
            {"id": MARGIN, "label": "Margin of the gap", "note": "±, if you like", "kind": "number"},
        ],
        rows=[
            {
                "id": pair.id,
                "title": title(pair),
                "note": measure(pair),
                "given": {ONE: pair.one.area.name, OTHER: pair.other.area.name},
            }
            for pair in pairs()
        ],
        details={pair.id: _known(pair) for pair in pairs()},
    )


def _known(pair: Pair) -> list[list[str]]:
    return [
        [f"A, {pair.one.area.name}", f"{facts(pair.one)}."],
        [f"B, {pair.other.area.name}", f"{facts(pair.other)}."],
        ["Source", citation(pair.one.source)],
    ]


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what cannot be read while it is typed."""
    return {
        "results": {},
        "faults": {row.pair.id: {MARGIN: row.fault} for row in read_rows(answer) if row.fault},
    }


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return what holds in each comparison, and why."""
    values = {}
    for pair in pairs():
        values[f"{pair.id}:{VERDICT}"] = pair.verdict, _reason(pair)
        values[f"{pair.id}:{GROUND}"] = RIGHT_GROUND[pair.verdict], _reason(pair)
    return values


def _reason(pair: Pair) -> str:
    found = compared(pair)
    if found is None:
        return "One of the two figures is not published, so there is no gap to judge."
    gap, margin = amount(pair, abs(found.difference)), amount(pair, found.margin)
    sign = "within" if pair.verdict == UNSURE else "beyond"
    return f"The gap is {gap} and its margin ±{margin}: {sign} it."


def _hint_row(answer: Cells, case: Case) -> str:
    """Work the method through on the first row that is wrong or open, up to the comparison itself."""
    judged = {row.pair.id: row for row in read_rows(answer)}
    right = {id for id, row in judged.items() if row.verdict == row.pair.verdict}
    pair = next((one for one in pairs() if one.id not in right and one.verdict != ABSENT), None)
    if pair is None:
        return "Read once more what is known below the table: which figure does the comparison need?"
    singles = [
        f"1.96 × {error:g} % of {figure:,} for {place.area.name}"
        for place, figure, error in zip((pair.one, pair.other), pair.figures, pair.errors, strict=True)
    ]
    return f"For {title(pair)} the margin is the root of two squares added: {singles[0]}, and {singles[1]}."


def _hint_look(answer: Cells, case: Case) -> str:
    titles = {**cell_titles(), **{f"{pair.id}:{MARGIN}": f"{title(pair)}: margin" for pair in pairs()}}
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at one cell: {titles[finding.cards[0]]}."
    return (
        "In the explorer of places put the two beside each other. Where one has few jobs, look how far its "
        "mean may be off before you compare."
    )


EXERCISE = Exercise(
    id="places",
    version=1,
    number="11.2",
    title="Does it pay more there?",
    notebook=NOTEBOOK,
    task="Six times two places: which of them is higher, can that be told at all, and what is the ground? "
    "Click into a row and read below the table what is published for both, with its relative standard "
    "errors. A gap holds if it is wider than its margin, 1.96 standard errors of the gap.",
    answer=Cells,
    view=places_table,
    parts=lambda case: cell_titles(),
    rules=RULES,
    hints=(
        "A relative standard error of 10 % on a mean of 100 means that in 95 of 100 samples it lies within "
        "about 20 of the truth. A gap between two such means has the errors of both in it.",
        _hint_row,
        _hint_look,
    ),
    live=live,
    done_word="filled in",
    solution=solution,
    worked_called="The right answer",
    columns={**VERDICTS, **GROUNDS},
)
