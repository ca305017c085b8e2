"""Cause, event, effect: statements written as risks, and a requirement turned into one."""

from __future__ import annotations

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import LONGEST
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.statements import KINDS
from tpm_kit.exercises.risk.write_risks_cells import faults, tidy
from tpm_kit.exercises.risk.write_risks_rows import BLANK, COLUMNS, RISK, Row, cell_titles, rows
from tpm_kit.exercises.risk.write_risks_rules import RULES
from tpm_kit.exercises.wording import cut
from tpm_kit.widgets.table import Table


def risk_table(case: Case) -> Table:
    """Return the table: a row for each statement, with a cell for cause, event and effect."""
    known = rows(case)
    columns = [
        {"id": "cause", "label": "Cause", "note": "is so today", "kind": "text", "long": True},
        {
            "id": "event",
            "label": "Event",
            "note": "may happen on a day to come",
            "kind": "text",
            "long": True,
        },
        {"id": "effect", "label": "Effect", "note": "what it hits, how much", "kind": "text", "long": True},
    ]
    if any(row.requirement for row in known):
        columns.append({"id": "quality", "label": "How well, in a number", "kind": "text", "long": True})
    return Table(
        label=f"Risks of {case.title} in words",
        columns=[*columns, {"id": "reads", "label": "Read as one", "kind": "result", "words": True}],
        rows=[
            {
                "id": row.id,
                "title": row.title,
                "note": _note(row),
                "blank": [] if row.requirement else ["quality"],
            }
            for row in known
        ],
        details={row.id: [["What is known", cut(row.known, 2 * LONGEST)]] for row in known if row.known},
    )


def _note(row: Row) -> str:
    return "also: how well must it be done, in a number?" if row.requirement else ""


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return each risk read as one, and what is wrong with single cells."""
    results = {row.id: {"reads": reads} for row in rows(case) if (reads := _reads(answer, row))}
    found = {
        row.id: {column: one.says for column, one in faults(row, answer).items() if one.level == "problem"}
        for row in rows(case)
    }
    return {"results": results, "faults": {id: cells for id, cells in found.items() if cells}}


def _reads(answer: Cells, row: Row) -> str:
    texts = [tidy(answer.text(row.id, column)) for column in RISK]
    if not all(texts):
        return ""
    cause, event, effect = (cut(text, LONGEST) for text in texts)
    return f"Today: {cause}. It may happen: {event}. Then: {effect}."


def task(case: Case) -> str:
    """Return the task, with the number of rows and where they come from."""
    known = rows(case)
    three, each = f"these {len(known)} as risks", "each in"
    if len(known) == 1:
        three, each = "this as a risk", "in"
    if known == BLANK:
        three = f"{len(known)} risks of your product"
    more = (
        " From a requirement comes also a requirement of quality: how fast, how often, for how many?"
        if any(row.requirement for row in known)
        else ""
    )
    read = " Select a row to read what is known." if any(row.known for row in known) else ""
    return (
        f"Write {three}, {each} three parts: the cause, which is so today; the event, which may happen; the "
        f"effect, with what is lost and how much.{read}{more}"
    )


def _hint_next(answer: Cells, case: Case) -> str:
    """Name the cell to look at next, and what to try there."""
    titles = cell_titles(case)
    for row in rows(case):
        for column, fault in faults(row, answer).items():
            return f"Look again at one cell: {titles[f'{row.id}:{column}']}. {fault.do}"
    for row in rows(case):
        blank = [column for column in row.columns if not answer.text(row.id, column)]
        if blank:
            return f"{_ASK[blank[0]]} That belongs to: {row.title}."
    return "Read each risk aloud to somebody who does not know it, and ask what they would watch for."


_ASK = {
    "cause": "Ask: what is so today, and would be just as true if nothing went wrong?",
    "event": "Ask: what may be reported one morning, that is not so today?",
    "effect": "Ask: which date, which money or which people are hit on the day after, and how much?",
    "quality": "Ask: how fast, how often or for how many must it work, so that a test could fail?",
}


def _hint_kinds(answer: Cells, case: Case) -> str:
    """Say which column the statements belong to, by what they are."""
    first = next((row for row in rows(case) if row.kind in ("issue", "cause")), None)
    ask = "Begin with what you know for sure, and put it into the first column."
    if first is None:
        return ask
    return (
        f"{ask} “{first.title}” is {'an' if first.kind == 'issue' else 'a'} {KINDS[first.kind].casefold()}, "
        "so it cannot be the event; go on with “and so it may happen that …”."
    )


EXERCISE = Exercise(
    id="write-risks",
    version=1,
    number="7.2",
    title="Cause, event, effect",
    notebook=NOTEBOOK,
    task=task,
    answer=Cells,
    view=risk_table,
    parts=cell_titles,
    rules=RULES,
    hints=(
        "Say it aloud as one sentence: because of …, it may happen that …, and then …. The middle part is "
        "the only one that is uncertain.",
        _hint_kinds,
        _hint_next,
    ),
    live=live,
    worked=True,
    done_word="filled in",
    columns=dict(COLUMNS),
)
