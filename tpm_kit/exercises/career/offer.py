"""Judge the offer: base beside published base wages, the total apart, what to ask for and why."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.offer_cells import (
    BONUS,
    ENTRY,
    EQUITY,
    GROUNDS,
    KIND,
    NONE,
    ROWS,
    SHARE,
    cell_titles,
    choices,
)
from tpm_kit.exercises.career.offer_chart import offer_chart, offer_plot
from tpm_kit.exercises.career.offer_example import beginning, is_example, solution
from tpm_kit.exercises.career.offer_rules import RULES
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.exercises.career.offer_text import makes, offer_text
from tpm_kit.exercises.career.offer_view import MAKES, offer_view


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells without which an answer is not complete: all but the second ground, how likely the
    equity is, and the sums of a bonus or a grant that there is not."""
    blank = {f"{EQUITY}:{SHARE}", f"{GROUNDS[1]}:{ENTRY}", f"{GROUNDS[1]}:{KIND}"}
    for row in (BONUS, EQUITY):
        if answer.text(row, KIND) == NONE:
            blank |= {f"{row}:{ENTRY}", f"{row}:{SHARE}"}
    return set(cell_titles()) - blank


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what each row comes to, what is wrong with a cell, and the text below the tables."""
    sheet = Sheet(answer)
    faults: dict[str, dict[str, str]] = {}
    for row, column, reading in sheet.faults():
        faults.setdefault(row, {})[column] = reading.fault
    results = {row: {MAKES: text} for row, text in makes(sheet).items() if text}
    return {"results": results, "faults": faults, "text": offer_text(sheet, is_example(answer))}


def _hint_total(answer: Cells, case: Case) -> str:
    sheet = Sheet(answer)
    rule = "Bring all to one year: a bonus times its chance, a grant divided by the years in which it vests."
    if sheet.grant and sheet.years and sheet.years > 1:
        return f"{rule} Of your grant of {sheet.grant:,.0f} only a part vests in one year."
    return f"{rule} Beside base and bonus the table shows what they make."


def _hint_base(answer: Cells, case: Case) -> str:
    sheet = Sheet(answer)
    rule = "The published figures are base wages. What of the offer is of the same kind?"
    if sheet.base is not None and sheet.published:
        return f"{rule} Then find the last of the five percentiles that {sheet.base:,.0f} reaches."
    return f"{rule} Choose an occupation and a place for which percentiles are published."


def _hint_ask(answer: Cells, case: Case) -> str:
    sheet = Sheet(answer)
    rule = (
        "Begin at the base that is offered, and end where your best ground ends: a published percentile with "
        "its year, another written offer, or what you have brought about with a number."
    )
    pay_there = sheet.published
    if sheet.base is None or pay_there is None:
        return rule
    above = next((value for value in pay_there.percentiles.values() if value and value > sheet.base), None)
    if above is None:
        return f"{rule} No published percentile lies above your base, so published pay carries no more."
    return f"{rule} The next published percentile above your base is {above:,}."


EXERCISE = Exercise(
    id="offer",
    version=1,
    number="11.4",
    title="Judge the offer",
    notebook=NOTEBOOK,
    task="Take the example, which is worked out from published figures and is no real offer, or type your "
    "own over it. Work out the total of one year, set the right sum beside the published range, and say in "
    "which band you would negotiate the base, and on which grounds. The published figures are base wages "
    "without bonus and equity, of an occupation next to the role: Technical Product Manager is none.",
    answer=Cells,
    view=offer_view,
    parts=lambda case: cell_titles(),
    required=required,
    rules=RULES,
    hints=(_hint_total, _hint_base, _hint_ask),
    live=live,
    chart=offer_chart,
    plotted=offer_plot,
    start=beginning,
    solution=solution,
    done_word="filled in",
    columns={id: word for row in ROWS for id, word in choices(row).items()},
)
