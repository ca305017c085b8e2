"""What the feedback on the table of scores says of single cells: units, scales, and the facts they come from.

Codes RICE-… and PRI-… are those of the domain reference (sections 4 and 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import BacklogItem, Case
from tpm_kit.case_tables import TableRow
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.score_it_cells import (
    WEEKS_FOR_MONTHS,
    Fault,
    Reading,
    months_text,
    places,
    readings,
    rice_scores,
    score_text,
    scored_items,
)
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.rice import IMPACTS, is_moonshot
from tpm_kit.typed import number

ALIKE = 1.45
"""Two figures for the same thing differ at most by this factor; more is another unit, or another thing."""
SAME = 1.13
"""How exactly a factor of 3, 4 or 12 must be met to be taken for a mistaken unit."""
REACH_FACTORS = {
    1 / 13: "what a week brings; a quarter has 13",
    1 / 3: "what a month brings; a quarter has three",
    3: "three times what the fact comes to, which is for a whole quarter already",
    4: "what a year brings; a quarter is a fourth of it",
    12: "twelve times what the fact comes to",
}
EFFORT_FACTORS = {
    4: f"four times the person-months, so these look like person-weeks. {WEEKS_FOR_MONTHS.rstrip('.')}"
}


class Entry(NamedTuple):
    """One item with what was typed for it, and what the case knows of it."""

    item: BacklogItem
    cells: Mapping[str, Reading]
    fact: TableRow | None

    def number(self, column: str) -> float | None:
        """Return the number in a cell, or None if it is blank or cannot be used."""
        value = self.cells.get(column)
        return value if isinstance(value, float) else None

    def part(self, column: str) -> str:
        """Return the id of a cell."""
        return f"{self.item.id}:{column}"


def entries(answer: Cells, case: Case) -> list[Entry]:
    """Return the rows of the table that hold anything."""
    facts = {row["id"]: row for row in case.table("score-it")}
    typed = readings(answer, case)
    return [Entry(item, typed[item.id], facts.get(item.id)) for item in scored_items(case) if typed[item.id]]


def faults(answer: Cells, case: Case, code: str, why: str) -> Iterator[Finding]:
    """Yield a problem for each cell that cannot be used for this reason."""
    for entry in entries(answer, case):
        for column, fault in entry.cells.items():
            if isinstance(fault, Fault) and fault.code == code:
                seen = f"{entry.item.title}: {column} {fault.what}."
                yield Finding("problem", seen, f"{why} {fault.why}".strip(), fault.do, (entry.part(column),))


@rule("RICE-1")
def impact_on_the_scale(answer: Cells, case: Case) -> Iterator[Finding]:
    """An impact is not on RICE's scale."""
    scale = ", ".join(f"{step:g} {word}" for step, word in IMPACTS.items())
    why = f"RICE knows five sizes of effect on one customer ({scale}), so that items stay comparable."
    yield from faults(answer, case, "RICE-1", why)


@rule("RICE-2")
def confidence_is_a_share(answer: Cells, case: Case) -> Iterator[Finding]:
    """A confidence is no share between 0 and 100 %, or so low that the item is a bet."""
    why = "Confidence scales the score down to what is known; a wrong notation moves it up to a hundredfold."
    yield from faults(answer, case, "RICE-2", why)
    for entry in entries(answer, case):
        confidence = entry.number("confidence")
        if confidence and is_moonshot(confidence):
            yield Finding(
                "note",
                f"{entry.item.title}: confidence is {100 * confidence:.3g} %.",
                "Below 50 % RICE calls an item a moonshot: its score says little.",
                "Find out more before you rank it, or treat it as a bet of its own.",
                (entry.part("confidence"),),
            )


@rule("RICE-3")
def reach_of_one_quarter(answer: Cells, case: Case) -> Iterator[Finding]:
    """A reach is a share, belongs to another period, or is not what the case's facts say."""
    why = (
        "Reach counts customers in the same quarter for every item; a row in another unit gets another rank."
    )
    yield from faults(answer, case, "RICE-3", why)
    rows = [(one, one.item.reach) for one in entries(answer, case) if one.fact and one.item.reach]
    yield from _compared(rows, "reach", REACH_FACTORS, "customers a quarter", why, len(scored_items(case)))


@rule("RICE-4")
def effort_in_person_months(answer: Cells, case: Case) -> Iterator[Finding]:
    """An effort is in weeks, points or another unit, or is not what the case's facts say."""
    why = "The score is divided by effort, so a wrong effort moves the item in the ranking."
    yield from faults(answer, case, "RICE-4", why)
    rows = [(one, one.fact["months"]) for one in entries(answer, case) if one.fact]
    yield from _compared(rows, "effort", EFFORT_FACTORS, "person-months", why, len(scored_items(case)))


def _compared(
    rows: Sequence[tuple[Entry, float]],
    column: str,
    factors: Mapping[float, str],
    unit: str,
    why: str,
    whole: int,
) -> Iterator[Finding]:
    """Compare the numbers of a column with those that the case's facts come to."""
    typed = [(one, one.number(column), known) for one, known in rows if one.number(column)]
    off = [(one, given, known) for one, given, known in typed if not _within(given / known, ALIKE)]
    for one, given, known in off:
        yield _against(one, column, given, known, factors, unit, why)
    if len(typed) == whole and not off:
        low, high = (pick(given for _, given, _ in typed) for pick in (min, max))
        seen = f"{column.capitalize()} counts {unit} in every row, from {low:,.10g} to {high:,.10g}."
        yield Finding("good", seen)


def in_doubt(one: Entry) -> bool:
    """Say whether an effort is not what the case's fact comes to: it then says nothing of other cells."""
    effort = one.number("effort")
    return bool(one.fact and effort and not _within(effort / one.fact["months"], ALIKE))


def _against(
    one: Entry,
    column: str,
    typed: float,
    known: float,
    factors: Mapping[float, str],
    unit: str,
    why: str,
) -> Finding:
    """Return what a number is that a fact does not come to: a known mistake, or something to be explained."""
    fact = one.fact[column]
    seen = f"{one.item.title}: {column} is {typed:,.10g}, but the fact reads: “{fact}”"
    mistake = next((text for factor, text in factors.items() if _within(typed / known / factor, SAME)), None)
    if mistake is None and typed in _numbers(fact):
        mistake = f"a number in that fact, but not the {unit}"
    cards = (one.part(column),)
    if mistake:
        return Finding("problem", seen, f"It is {mistake}. {why}", f"Work out the {unit}.", cards)
    advice = f"Work out the {unit} again, or write down what you know that the fact does not say."
    why = f"What the fact says gives another number of {unit}. {why}"
    return Finding("caution", seen, why, advice, cards)


def _within(ratio: float, factor: float) -> bool:
    return 1 / factor <= ratio <= factor


def _numbers(text: str) -> set[float]:
    found = (number(digits) for digits in re.findall(r"[0-9][0-9.,]*", text))
    return {one.value for one in found if one}


@rule("PRI-6")
def nothing_scores_by_accident(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell is zero, negative or not understood; such a row gets no score."""
    why = "A row with such a cell gets no score and no rank, so that nothing is ranked by accident."
    yield from faults(answer, case, "PRI-6", why)
    scores = rice_scores(answer, case)
    if scores and len(scores) == len(scored_items(case)):
        titles = {item.id: item.title for item in scored_items(case)}
        best, last = max(scores, key=scores.get), min(scores, key=scores.get)
        top, bottom = score_text(scores[best]), score_text(scores[last])
        if len(scores) == 1:
            seen = f"The one row has a score: {top}."
        elif len(set(places(scores).values())) == 1:
            seen = f"All {len(scores)} rows have a score, the same in each: {top}."
        else:
            seen = (
                f"All {len(scores)} rows have a score, from {top} ({titles[best]}) to {bottom} "
                f"({titles[last]})."
            )
        yield Finding("good", seen)


@rule("PRI-3")
def one_unit_a_column(answer: Cells, case: Case) -> Iterator[Finding]:
    """A column mixes notations or units between its rows."""
    rows = entries(answer, case)
    sure = [one for one in rows if one.number("confidence")]
    typed = {one.item.id: number(answer.text(one.item.id, "confidence")) for one in sure}
    fractions = [one for one in sure if typed[one.item.id].value <= 1 and not typed[one.item.id].unit]
    if 0 < len(fractions) < len(sure):
        one = fractions[0]
        said = cut(answer.text(one.item.id, "confidence"), 24)
        yield Finding(
            "note",
            f"{one.item.title}: confidence is “{said}”, a fraction; {len(sure) - len(fractions)} other rows "
            "are in percent.",
            "Both are understood here. In a spreadsheet the one would score a hundredth of the other.",
            "Write the whole column one way.",
            (one.part("confidence"),),
        )
    sized = [one for one in rows if not one.fact and one.item.effort and one.number("effort")]
    yield from _odd_efforts(sized)


def _odd_efforts(rows: list[Entry]) -> Iterator[Finding]:
    """Yield the efforts that are out of line with the items' sizes in the backlog, where no fact is known."""
    ratios = sorted(one.number("effort") / one.item.effort for one in rows)
    if len(ratios) < 3:
        return
    usual = ratios[len(ratios) // 2]
    for one in rows:
        ratio = one.number("effort") / one.item.effort / usual
        if not _within(ratio, 3):
            yield Finding(
                "caution",
                f"{one.item.title}: effort is {months_text(one.number('effort'))} for a size of "
                f"{one.item.effort:g} in your backlog, {ratio:.2g} times the usual for such a size here.",
                "One row in weeks or days among months looks just like that.",
                "Look whether this row is in person-months, as the others are.",
                (one.part("effort"),),
            )


CELL_RULES = (
    nothing_scores_by_accident,
    impact_on_the_scale,
    confidence_is_a_share,
    reach_of_one_quarter,
    effort_in_person_months,
    one_unit_a_column,
)
