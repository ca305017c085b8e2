"""Should they hire one? Six factors with counts, a line, other ways, and a recommendation."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.checklist import (
    EVIDENCE,
    LINE,
    NO_LINE,
    SAID,
    SCORE,
    SCORES,
    WEIGHT,
    drawn_line,
    figures,
    nearest,
    rated,
    step,
    steps_of,
)
from tpm_kit.exercises.career.hiring_factors import COUNT, FACTORS, LIST, Counted, fact, known, read_count
from tpm_kit.exercises.career.hiring_rules import ADVICE, RULES, TITLES
from tpm_kit.exercises.wording import cut
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "What speaks for hiring, and how much it hangs on single scores"
_WORDS = {WEIGHT: "weight", COUNT: "count", SCORE: "score", EVIDENCE: "evidence"}
_NOTES = {
    LINE: "a share of the possible, such as 60 %",
    ADVICE: "if …, then …; otherwise …",
}
_DECIDES = (
    "A total says how much of what you weigh is there. Whether a post is worth it hangs on the other ways "
    "too, and somebody has to answer for it."
)


def hiring_view(case: Case) -> WithText:
    """Return the factors, and below them line, other ways and recommendation."""
    return WithText(
        TableStack(
            [
                Section(_factor_table(case), "1. What is there", _before(case)),
                Section(
                    _said_table(case),
                    "2. What follows from it",
                    "The total is shown below once you have drawn a line.",
                ),
            ]
        ),
        HEADING,
    )


def _before(case: Case) -> str:
    if known(case):
        return (
            "Select a row: below the table stand what is known, and what each score from 0 to 3 stands for."
        )
    return (
        "Count each factor in your own company, and write down where somebody else can count it again. What "
        "each score from 0 to 3 stands for is shown below the table."
    )


def _factor_table(case: Case) -> Table:
    return Table(
        label=f"Would {cut(case.title, 60)} need a technical product manager?",
        columns=[
            {"id": WEIGHT, "label": "Weight", "note": "0 leaves it out", "kind": "choice", "options": SCORES},
            {"id": COUNT, "label": "Count", "note": "in the unit of the row", "kind": "text"},
            {"id": SCORE, "label": "Score", "note": "0 to 3", "kind": "choice", "options": SCORES},
            {"id": EVIDENCE, "label": "What shows it", "kind": "text", "long": True},
        ],
        rows=[
            {"id": one.factor.id, "title": one.factor.title, "note": f"{one.what}, in {one.unit}"}
            for one in FACTORS
        ],
        details={one.factor.id: _facts(one, case) for one in FACTORS},
    )


def _facts(counted: Counted, case: Case) -> list[list[str]]:
    told = fact(case, counted.factor.id)
    return [*([["What is known", cut(told, LONGEST)]] if told else []), *steps_of(counted.factor)]


def _said_table(case: Case) -> Table:
    details = {id: [["What is known", cut(told, LONGEST)]] for id in TITLES if (told := fact(case, id))}
    return Table(
        label="Line, other ways and recommendation",
        columns=[{"id": SAID, "label": "In your words", "kind": "text", "long": True}],
        rows=[
            {
                "id": id,
                "title": title,
                "note": _NOTES.get(id, "what it takes, and what would still be missing"),
            }
            for id, title in TITLES.items()
        ],
        details=details,
    )


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    factors = {
        f"{one.id}:{column}": f"{one.title}: {word}" for one in LIST for column, word in _WORDS.items()
    }
    return {**factors, **{f"{id}:{SAID}": title for id, title in TITLES.items()}}


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells of a complete answer: all, but for the rest of a row that weighs nothing."""
    left_out = {factor.id for factor in LIST if step(answer, factor.id, WEIGHT) == 0}
    return {
        part
        for part in cell_titles(case)
        if part.partition(":")[0] not in left_out or part.endswith(f":{WEIGHT}")
    }


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the total with its sensitivity, once a line is drawn, and what is wrong with counts and line."""
    drawn = drawn_line(answer)
    faults: dict[str, dict[str, str]] = {LINE: {SAID: drawn.fault}} if drawn.fault else {}
    for counted in FACTORS:
        if fault := read_count(answer.text(counted.factor.id, COUNT), counted).fault:
            faults[counted.factor.id] = {COUNT: fault}
    if drawn.share is None:
        return {"text": NO_LINE, "faults": faults}
    shown = figures(cut(case.title, 60), rated(answer, LIST), _counting(answer), drawn.share)
    return {"text": f"{shown}\n\n{_DECIDES}", "faults": faults}


def _counting(answer: Cells) -> int:
    """Return how many factors count; one that weighs nothing and has no score is left out for good."""
    return sum(step(answer, one.id, WEIGHT) != 0 or step(answer, one.id, SCORE) is not None for one in LIST)


def task(case: Case) -> str:
    """Return the task, for a case that tells the facts and for one's own company."""
    whose = (
        "Select each row and read what is known" if known(case) else "Count each factor in your own company"
    )
    return (
        f"Does {cut(case.title, 60)} need a technical product manager? {whose}; type the count, take its "
        "step on the scale as score, weigh it, and say what shows it. Then look at the other ways, and "
        "recommend something with its condition. The figures at the end are figures, and no verdict."
    )


def _hint_line(answer: Cells, case: Case) -> str:
    """Say what the total hangs on, once there is one."""
    line, rows = drawn_line(answer).share, rated(answer, LIST)
    close = nearest(rows, line) if line is not None else []
    if len(rows) < len(LIST) or line is None:
        return (
            "Begin with what can be counted, and draw a line. The figures then say which single score "
            "would take the total across your line."
        )
    if not close:
        return (
            "No single step takes your total across the line, so the condition need not be a score: what "
            "else would have to change for you to say the opposite?"
        )
    return (
        f"One step of one score takes your total across the line, for example {close[0][0].short}. Make the "
        "count of such a factor the condition."
    )


EXERCISE = Exercise(
    id="hiring",
    version=1,
    number="11.9",
    title="Should they hire one?",
    notebook=NOTEBOOK,
    task=task,
    answer=Cells,
    view=hiring_view,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(
        "A score stands for a count. Read the four steps of a row, and take the one that the count lies in, "
        "even if your feeling says more.",
        "Whoever does the work today pays for having nobody: look for hours that are taken from other work. "
        "And each of the other ways takes something from somebody: say what, and from when on it helps.",
        _hint_line,
    ),
    live=live,
    worked=True,
    done_word="filled in",
)
