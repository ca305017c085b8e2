"""Read a range critically: seven statements about pay, their flaws, and what to ask or write instead."""

from __future__ import annotations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.range_statements import SOUND, STATEMENTS, VERDICTS
from tpm_kit.exercises.career.range_texts import lacking, unknown_sums
from tpm_kit.exercises.career.read_range_rules import INSTEAD, RULES, VERDICT, Row, cell_titles, rows
from tpm_kit.exercises.wording import names
from tpm_kit.salary_data import citation
from tpm_kit.widgets.table import Table

SAYS = "says"


def statements_table(case: Case) -> Table:
    """Return the table: a row for each statement, with what the tables say below it."""
    return Table(
        label="Seven statements about pay",
        columns=[
            {"id": SAYS, "label": "What is said", "kind": "given", "words": True},
            {
                "id": VERDICT,
                "label": "Verdict",
                "kind": "choice",
                "options": [list(one) for one in VERDICTS.items()],
                "long": True,
            },
            {
                "id": INSTEAD,
                "label": "What you would ask or write instead",
                "note": "blank where the statement holds",
                "kind": "text",
                "long": True,
            },
        ],
        rows=[
            {"id": one.id, "title": one.title, "given": {SAYS: f"“{one.text}”"}}
            for one in STATEMENTS.values()
        ],
        details={
            one.id: [*map(list, one.facts), ["Source", citation(one.source)]] for one in STATEMENTS.values()
        },
    )


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells without which an answer is not complete: there is nothing to ask where a statement is
    said to hold."""
    verdicts = {f"{id}:{VERDICT}" for id in STATEMENTS}
    return verdicts | {f"{row.statement.id}:{INSTEAD}" for row in rows(answer) if row.verdict != SOUND}


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return beside a text the sums in it that no table has, while it is typed."""
    faults = {}
    for row in rows(answer):
        unknown = unknown_sums(row.text, row.statement.known)
        if unknown:
            are = "is" if len(unknown) == 1 else "are"
            faults[row.statement.id] = {INSTEAD: f"{names(unknown)} {are} not among the figures here."}
    return {"results": {}, "faults": faults}


def solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the main verdict on each statement, and what could be asked or written."""
    found = {}
    for one in STATEMENTS.values():
        fact = "; ".join(f"{name.lower()}: {text}" for name, text in one.facts)
        found[f"{one.id}:{VERDICT}"] = (one.right, f"{fact[0].upper()}{fact[1:]}.")
        if one.worked:
            found[f"{one.id}:{INSTEAD}"] = (one.worked, one.why)
    return found


def _open(answer: Cells) -> Row | None:
    """Return the first row that is not settled, or None."""
    return next(
        (row for row in rows(answer) if not row.right or (row.text and lacking(row.verdict, row.text))), None
    )


def _hint_questions(answer: Cells, case: Case) -> str:
    return (
        "Ask the same five questions of each: from when and from whom is the figure? In which currency and "
        "where? "
        "Which figure is it: an end, a median, an average, a legal floor? Who is counted: the paid, the "
        "advertised, the filed? And what is in it: base, or all? At least one of the seven answers all of "
        "them."
    )


def _hint_look(answer: Cells, case: Case) -> str:
    row = _open(answer)
    if row is None:
        return "All verdicts hold. Compare your second column with what the facts below the table say."
    return f"{row.statement.title}: {row.statement.clue[0].lower()}{row.statement.clue[1:]}"


def _hint_two(answer: Cells, case: Case) -> str:
    """Leave two verdicts for the first row that is open: one that holds, and one that does not."""
    row = _open(answer)
    if row is None or row.right:
        return _hint_look(answer, case)
    ids = list(VERDICTS)
    other = next(
        id
        for step in range(3, len(ids))
        if (id := ids[(ids.index(row.statement.right) + step) % len(ids)])
        not in (*row.statement.verdicts, row.verdict)
    )
    pair = sorted((row.statement.right, other), key=ids.index)
    return f"{row.statement.title}: it is either “{VERDICTS[pair[0]]}” or “{VERDICTS[pair[1]]}”."


EXERCISE = Exercise(
    id="read-range",
    version=1,
    number="11.3",
    title="Read a range critically",
    notebook=NOTEBOOK,
    task="Seven people say something about pay. They are made up; their figures are published ones, and what "
    "the tables say about each stands below the table with its source. Say what is wrong with each "
    "statement, if anything, and what you would ask or write instead.",
    answer=Cells,
    view=statements_table,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(_hint_questions, _hint_look, _hint_two),
    live=live,
    solution=solution,
    done_word="filled in",
    columns=VERDICTS,
)
