"""How good is that claim? Six claims about demand graded by one rule, three of them tested, and one's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.claims_own import (
    CLAIM,
    OWN_OPTIONS,
    begun,
    mark,
    own_cells,
    words,
)
from tpm_kit.exercises.career.claims_rules import (
    MARKS,
    RULES,
    TOGETHER_CLUE,
    cell_title,
    chosen,
    figures,
    where_to_read,
    wrong_figures,
)
from tpm_kit.exercises.career.claims_table import (
    CHANGE,
    EARLY,
    LATE,
    SILENT,
    TEST_COLUMNS,
    TOGETHER,
    TOGETHER_TITLE,
    TOGETHER_VERDICTS,
    TRIALS,
    VERDICT,
    VERDICTS,
    change,
    jobs_of,
    read_jobs,
)
from tpm_kit.exercises.career.claims_texts import (
    BASIS,
    CLAIMS,
    COLUMNS,
    DATE,
    GRADE,
    OPTIONS,
    TEST,
    grade_of,
)
from tpm_kit.exercises.career.claims_view import LABELS, claims_view
from tpm_kit.exercises.wording import cut, names

JOBS_ARE_NO_DEMAND = (
    "A figure of the table counts posts that are filled, in an occupation. It is no demand, and none of the "
    "occupations is the technical product manager."
)


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    marks = {
        f"{claim.id}:{column}": cell_title(claim, column) for claim in CLAIMS.values() for column in COLUMNS
    }
    tests = {
        f"{one.row}:{column}": f"{one.title}: {word}"
        for one in TRIALS.values()
        for column, word in TEST_COLUMNS.items()
    }
    return {**marks, **tests, f"{TOGETHER}:{VERDICT}": TOGETHER_TITLE, **own_cells()}


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells of a complete answer: those of claims and tests, and all of one's own once begun."""
    own = set(own_cells())
    needed = set(cell_titles(case)) - own
    return needed | own if begun(answer) else needed


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the change that the typed figures come to, what is wrong with them, and the text below."""
    results: dict[str, dict[str, str]] = {}
    faults: dict[str, dict[str, str]] = {}
    for row in TRIALS:
        typed = {column: read_jobs(answer.text(row, column)) for column in (EARLY, LATE)}
        wrong = {column: one.fault for column, one in typed.items() if one.fault}
        if wrong:
            faults[row] = wrong
        if all(one.value for one in typed.values()):
            results[row] = {CHANGE: change(typed[EARLY].value, typed[LATE].value)}
    return {"results": results, "faults": faults, "text": "\n".join(_page(answer, results))}


def _page(answer: Cells, results: dict[str, dict[str, str]]) -> Iterator[str]:
    by_grade = {
        label: [claim.id.upper() for claim in CLAIMS.values() if chosen(answer, claim, GRADE) == grade]
        for grade, label in OPTIONS[GRADE].items()
    }
    yield from (f"{label}: {names(ids, len(CLAIMS))}." for label, ids in by_grade.items() if ids)
    open_ones = len(CLAIMS) - sum(map(len, by_grade.values()))
    if open_ones:
        yield f"Not graded yet: {open_ones} of {len(CLAIMS)}."
    for trial in TRIALS.values():
        verdict = VERDICTS.get(answer.text(trial.row, VERDICT), "")
        if trial.row in results:
            said = f" You say: {verdict.lower()}." if verdict else ""
            yield f"{trial.title}: {results[trial.row][CHANGE]} by your figures.{said}"
    together = answer.text(TOGETHER, VERDICT)
    if together in TOGETHER_VERDICTS:
        yield f"{TOGETHER_TITLE}. You say: {TOGETHER_VERDICTS[together].lower()}."
    if together == SILENT:
        yield JOBS_ARE_NO_DEMAND
    if words(answer, CLAIM):
        yield ""
        yield from _own_page(answer)


def _own_page(answer: Cells) -> Iterator[str]:
    yield f"My claim: “{cut(words(answer, CLAIM), 300)}”"
    for part in (BASIS, DATE, TEST):
        label = OWN_OPTIONS[part].get(mark(answer, part), "not marked yet")
        text = cut(words(answer, part), 300)
        yield f"- {LABELS[part]}: {label}{f' ({text})' if text else ''}"
    if grade := mark(answer, GRADE):
        yield f"- Grade: {OPTIONS[GRADE][grade]}"


def solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return marks, grades and tests of the six claims with their reasons; one's own claim is left out."""
    found = {}
    for claim in CLAIMS.values():
        main = [claim.right[column][0] for column in MARKS]
        for column, value in zip(MARKS, main, strict=True):
            found[f"{claim.id}:{column}"] = (value, claim.why[column])
        grade = grade_of(*main)
        labels = ", ".join(f"“{OPTIONS[column][one]}”" for column, one in zip(MARKS, main, strict=True))
        found[f"{claim.id}:{GRADE}"] = (grade, f"By the rule, from {labels}.")
    for trial in TRIALS.values():
        early, late = jobs_of(trial)
        for column, value in ((EARLY, early), (LATE, late)):
            found[f"{trial.row}:{column}"] = (f"{value:,}", f"It stands under May {trial.year(column)}.")
        why = f"{change(early, late)}. {trial.why}"
        found[f"{trial.row}:{VERDICT}"] = (trial.verdict, why)
    found[f"{TOGETHER}:{VERDICT}"] = (SILENT, JOBS_ARE_NO_DEMAND)
    return found


def _hint_row(answer: Cells, case: Case) -> str:
    """Name a cell to look at again, or one that is still open, without saying what belongs there."""
    last = "Marks and verdicts hold. Take a claim of your own now: the last advert for a course has one."
    return next(chain(_wrong(answer), _open(answer)), last)


def _wrong(answer: Cells) -> Iterator[str]:
    again = "Look again at one cell,"
    for claim in CLAIMS.values():
        for column in MARKS:
            value = chosen(answer, claim, column)
            if value and value not in claim.right[column]:
                yield f"{again} {cell_title(claim, column)}. {claim.clue[column]}"
    for claim in CLAIMS.values():
        marks, grade = [chosen(answer, claim, column) for column in MARKS], chosen(answer, claim, GRADE)
        if grade and all(marks) and grade != grade_of(*marks):
            yield f"{again} {cell_title(claim, GRADE)}. Go through the rule with the three marks of its row."
    for trial in TRIALS.values():
        for column in wrong_figures(answer, trial):
            title = f"{trial.title[:1].lower()}{trial.title[1:]}: {TEST_COLUMNS[column]}"
            yield f"{again} {title}. {where_to_read(trial, column)}"
        if answer.text(trial.row, VERDICT) in VERDICTS and answer.text(trial.row, VERDICT) != trial.verdict:
            yield f"Look again at the {trial.title[:1].lower()}{trial.title[1:]}. {trial.clue}"
    if answer.text(TOGETHER, VERDICT) in TOGETHER_VERDICTS and answer.text(TOGETHER, VERDICT) != SILENT:
        yield f"Look again at the row “{TOGETHER_TITLE}”. {TOGETHER_CLUE}"


def _open(answer: Cells) -> Iterator[str]:
    for claim in CLAIMS.values():
        if not all(chosen(answer, claim, column) for column in COLUMNS):
            yield f"Take the next open one, {claim.title}. {claim.clue[BASIS]}"
    for trial in TRIALS.values():
        found = figures(answer, trial)
        for column in (EARLY, LATE):
            if column not in found:
                yield f"Take the next open one, {trial.title}. {where_to_read(trial, column)}"
        if answer.text(trial.row, VERDICT) not in VERDICTS:
            yield f"Take the next open one, {trial.title}. {trial.clue}"
    if answer.text(TOGETHER, VERDICT) not in TOGETHER_VERDICTS:
        yield f"One row is open, “{TOGETHER_TITLE}”. {TOGETHER_CLUE}"


EXERCISE = Exercise(
    id="claims",
    version=1,
    number="11.13",
    title="How good is that claim?",
    notebook=NOTEBOOK,
    task="Mark of each claim who says it and on what count, how old its last figure is, and what would test "
    "it; then give the grade that follows by the rule. Test three of them by the table, and say what the "
    "three show about demand for technical product managers. If you like, do the same for a claim that you "
    "have met.",
    answer=Cells,
    view=claims_view,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(
        "Ask four things of each claim: who counted, what was counted, when for the last time, and what "
        "would have to be seen if it were false. Who repeats it does not matter.",
        "Two of the six are about a page that is younger than its figure, or about a count of something "
        "else. In the table, read the small notes below the names before you compare two years.",
        _hint_row,
    ),
    live=live,
    solution=solution,
    done_word="filled in",
    columns={
        id: label
        for options in (*OPTIONS.values(), VERDICTS, TOGETHER_VERDICTS)
        for id, label in options.items()
    },
)
