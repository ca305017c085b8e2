"""What the plan waits for from outside: who owns it, for when it is promised, and what if it is late."""

from __future__ import annotations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST, item_details
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.externals_cells import COLUMNS
from tpm_kit.exercises.roadmap.externals_rows import WHAT, Row, begun, columns, given, readings, rows
from tpm_kit.exercises.roadmap.externals_rules import RULES
from tpm_kit.exercises.roadmap.standing_plan import USES, standing
from tpm_kit.exercises.wording import cut, date
from tpm_kit.widgets.table import Table

NEEDED = "needed"
_LONG = 2 * LONGEST
"""Letters of a fact about something from outside: owner and day must not be cut off."""


def externals_table(case: Case) -> Table:
    """Return the table: a row for each thing from outside, with the day on which the work on it starts."""
    known = item_details(case)
    what = {"id": WHAT, "label": "Waits for", "note": "blank: nothing from outside", "kind": "text"}
    return Table(
        label=f"What {case.title} waits for from outside",
        columns=[
            {"id": NEEDED, "label": "Needed from", "kind": "given"},
            *([] if given(case) else [what]),
            {"id": "owner", "label": "Who owns it there", "note": "or: ask …, by …", "kind": "text"},
            {"id": "date", "label": "Promised for", "note": "or: ask by …", "kind": "text"},
            {"id": "fallback", "label": "If it is late, we …", "kind": "text"},
        ],
        rows=[
            {
                "id": row.id,
                "title": row.title,
                "note": f"for {row.work}" if given(case) else "",
                "given": {NEEDED: _needed(row)},
            }
            for row in rows(case)
        ],
        details={row.id: _facts(row) if row.fact else known.get(row.item, []) for row in rows(case)},
    )


def _needed(row: Row) -> str:
    if row.sprint is None:
        return "not on your roadmap"
    return f"{date(row.start)} · sprint {row.sprint}" if row.start else f"sprint {row.sprint}"


def _facts(row: Row) -> list[list[str]]:
    when = f"{row.work}, {_needed(row)}"
    return [["What is known", cut(row.fact, _LONG)], ["Needed for", cut(when, LONGEST)]]


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{row.id}:{column}": f"{row.title}: {word}"
        for row in rows(case)
        for column, word in columns(case).items()
    }


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells without which an answer is not complete: of a learner's own backlog those of the rows
    that are begun, since not every item waits for somebody."""
    needed = rows(case) if given(case) else begun(answer, case) or rows(case)[:1]
    return {f"{row.id}:{column}" for row in needed for column in columns(case)}


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with single cells, and where a promise comes after the work has begun."""
    faults: dict[str, dict[str, str]] = {}
    for row, column, reading in readings(answer, case):
        if reading.code:
            faults.setdefault(row.id, {})[column] = reading.fault
        elif column == "date" and reading.day and row.start and reading.day > row.start:
            late = f"{date(reading.day)} comes after {date(row.start)}, when {row.work} starts."
            faults.setdefault(row.id, {})[column] = late
    return {"results": {}, "faults": faults}


def task(case: Case) -> str:
    """Return the task, and whose roadmap the days come from."""
    source = standing(case).source("The days come from")
    if given(case):
        return (
            f"The plan waits for {len(rows(case))} things from outside. Select a row and read what is known: "
            "who owns it there, for when is it promised, and what do you do if it is late? Where nobody is "
            f"named or no day given, write “ask …, by …”. {source}"
        )
    return (
        "Which of your planned items wait for somebody outside your team? Say for what, who owns it there, "
        f"for when it is promised, and what you do if it is late; leave the other rows blank. {source}"
    )


def _hint_look(answer: Cells, case: Case) -> str:
    """Name a cell to look at again, or the row whose work starts first."""
    titles = cell_titles(case)
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at one cell: {titles.get(finding.cards[0], 'the one that is marked')}."
    blank = {row.id for row in rows(case)} - {row.id for row in begun(answer, case)}
    open_rows = [row for row in rows(case) if row.id in blank and row.start]
    if not given(case) or not open_rows:
        return (
            "Read each fallback as if the day had passed: could somebody begin with it on the next morning?"
        )
    first = min(open_rows, key=lambda row: row.start)
    return f"Begin with what is needed first: {first.title}, by {date(first.start)}."


EXERCISE = Exercise(
    id="externals",
    version=1,
    number="6.4",
    title="Who else must deliver?",
    notebook=NOTEBOOK,
    task=task,
    answer=Cells,
    view=externals_table,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(
        "A person can be called and can keep a promise; a department cannot. Take the name that stands in "
        "the facts, or write whom you will ask for one, and by which day.",
        "Compare each promise with the day in the column Needed from. A promise that comes later is no "
        "promise for this plan: either the day changes or the bar does.",
        "A fallback is something that your team does on the next morning: use something older or simpler, "
        "work on another item first, or leave a part out. Hoping, waiting and asking again are not.",
        _hint_look,
    ),
    live=live,
    worked=True,
    done_word="filled in",
    uses=USES,
    columns={**COLUMNS},
)
