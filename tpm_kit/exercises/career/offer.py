"""Judge the offer: base beside published base wages, the total apart, what to ask for and why."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.areas import named
from tpm_kit.exercises.career.offer_cells import (
    BANDS,
    BASE,
    BESIDE,
    BONUS,
    BONUSES,
    ENTRY,
    EQUITIES,
    EQUITY,
    GROUNDS,
    HIGH,
    KIND,
    KINDS_OF_GROUND,
    LOW,
    NONE,
    PER,
    PLACE,
    ROLE,
    SHARE,
    TOTAL,
    WORK,
    cell_titles,
)
from tpm_kit.exercises.career.offer_chart import offer_chart, offer_plot
from tpm_kit.exercises.career.offer_rules import RULES
from tpm_kit.exercises.career.offer_sheet import Sheet, same
from tpm_kit.exercises.career.offer_text import offer_text
from tpm_kit.exercises.career.offer_view import MAKES, offer_view
from tpm_kit.exercises.wording import percent
from tpm_kit.salary_data import pay

EXAMPLE_SOC, EXAMPLE_AREA = "11-3021", "12420"
EXAMPLE_CHANCE = 50
"""How likely the example's bonus is, in percent: an assumption, and no figure of pay."""
EXAMPLE_YEARS = 4


def example() -> dict[str, str]:
    """Return the offer that the exercise brings along, by `row:column`, made of published figures only.

    Its base is the 25th percentile of computer and information systems managers in Austin, its bonus the step
    from there to the median, and its shares bring each year the step from the median to the 75th percentile.
    """
    known = pay(EXAMPLE_SOC, EXAMPLE_AREA)
    return {
        f"{ROLE}:{KIND}": EXAMPLE_SOC,
        f"{PLACE}:{ENTRY}": known.area.name,
        f"{PLACE}:{KIND}": "on-site",
        f"{BASE}:{ENTRY}": f"{known.p25:,}",
        f"{BASE}:{KIND}": "year",
        f"{BONUS}:{ENTRY}": f"{known.p50 - known.p25:,}",
        f"{BONUS}:{KIND}": "amount",
        f"{BONUS}:{SHARE}": f"{EXAMPLE_CHANCE} %",
        f"{EQUITY}:{ENTRY}": f"{EXAMPLE_YEARS * (known.p75 - known.p50):,}",
        f"{EQUITY}:{KIND}": f"over-{EXAMPLE_YEARS}",
    }


def is_example(answer: Cells) -> bool:
    """Say whether the sums of the offer are still those of the example."""
    sums = {cell: text for cell, text in example().items() if cell.partition(":")[0] in (BASE, BONUS, EQUITY)}
    return all(answer.value(cell) == text for cell, text in sums.items())


def beginning(case: Case) -> Cells:
    """Return the table with the example in it, and everything to be judged still blank."""
    return Cells.of(example())


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells without which an answer is not complete: all but the second ground, how likely the
    equity is, and the sums of a bonus or a grant that there is not."""
    blank = {f"{EQUITY}:{SHARE}", f"{GROUNDS[1]}:{ENTRY}", f"{GROUNDS[1]}:{KIND}"}
    for row in (BONUS, EQUITY):
        if answer.text(row, KIND) == NONE:
            blank |= {f"{row}:{ENTRY}", f"{row}:{SHARE}"}
    return set(cell_titles()) - blank


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return what each part comes to, what is wrong with a cell, and the text below the table.

    What the learner is asked to work out is shown only once it is right.
    """
    sheet = Sheet(answer)
    faults: dict[str, dict[str, str]] = {}
    for row, column, reading in sheet.faults():
        faults.setdefault(row, {})[column] = reading.fault
    results = {row: {MAKES: text} for row, text in _makes(sheet).items() if text}
    return {"results": results, "faults": faults, "text": offer_text(sheet, is_example(answer))}


def _makes(sheet: Sheet) -> dict[str, str]:
    """Return beside each row what it comes to."""
    found = {
        PLACE: named(sheet.area) if sheet.area else "",
        BASE: f"{sheet.base:,.0f} a year" if sheet.base is not None else "",
        BONUS: _part(sheet.bonus_full, sheet.bonus),
        EQUITY: _granted(sheet),
    }
    if sheet.total is not None and sheet.sum is not None and same(sheet.total, sheet.sum):
        found[TOTAL] = f"{sheet.base:,.0f} + {sheet.bonus:,.0f} + {sheet.equity:,.0f} = {sheet.sum:,.0f}"
        found[EQUITY] = f"{sheet.equity:,.0f} of it in one year" if sheet.grant else ""
    settled = sheet.beside is not None and sheet.base is not None and same(sheet.beside, sheet.base)
    if settled and sheet.band in sheet.bands(sheet.base) and (at := sheet.where(sheet.base)):
        found[BESIDE] = at.words
    for row, value in ((LOW, sheet.low), (HIGH, sheet.high)):
        if at := sheet.where(value):
            found[row] = at.words
    return found


def _part(whole: float | None, counted: float | None) -> str:
    if not whole:
        return ""
    return f"{whole:,.0f} × {percent(counted / whole)} = {counted:,.0f} a year"


def _granted(sheet: Sheet) -> str:
    """Return what was granted; how much of it one year brings is for the learner to say."""
    if not sheet.grant:
        return ""
    years = sheet.years
    return (
        f"{sheet.grant:,.0f} each year" if years is None else f"{sheet.grant:,.0f} in all, over {years} years"
    )


def solution(case: Case) -> dict[str, tuple[str, str]]:
    """Return the example judged. Its second ground is left to the learner: it would have to be their own."""
    given = example()
    sheet, known = Sheet(Cells.of(given)), pay(EXAMPLE_SOC, EXAMPLE_AREA)
    base, middle = f"{known.p25:,}", (known.p25 + known.p50) // 2
    found = {cell: (text, "The example, worked out from published figures.") for cell, text in given.items()}
    parts = f"{sheet.base:,.0f} + {sheet.bonus_full:,.0f} × {EXAMPLE_CHANCE} %"
    ground = (
        f"The median for this occupation in Austin was {known.p50:,} dollars of base in May {known.year} "
        "(BLS OEWS)."
    )
    found[f"{ROLE}:{KIND}"] = (EXAMPLE_SOC, f"{known.occupation.title}: {known.occupation.relation}.")
    return found | {
        f"{TOTAL}:{ENTRY}": (f"{sheet.sum:,.0f}", f"{parts} + {sheet.grant:,.0f} ÷ {EXAMPLE_YEARS}."),
        f"{BESIDE}:{ENTRY}": (
            base,
            "Base beside base: the published figures have no bonus and no equity in them.",
        ),
        f"{BESIDE}:{KIND}": (
            "25-50",
            "It is the 25th percentile itself, so the part below it would do as well.",
        ),
        f"{LOW}:{ENTRY}": (f"{middle:,}", "Half of the way from the offer to the median."),
        f"{HIGH}:{ENTRY}": (
            f"{known.p50:,}",
            "The median: half of the people there have that much base or more.",
        ),
        f"{GROUNDS[0]}:{KIND}": ("published", "It can be looked up by the other side."),
        f"{GROUNDS[0]}:{ENTRY}": (
            ground,
            "It says which percentile, where, of when, and whose figure it is.",
        ),
    }


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
        "its "
        "year, another written offer, or what you have brought about with a number."
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
    columns={**WORK, **PER, **BONUSES, **EQUITIES, **BANDS, **KINDS_OF_GROUND},
)
