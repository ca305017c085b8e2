"""The offer as it stands, in words: what each row comes to, and below the tables the range, the sums, and
what to ask for and why."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.exercises.career.areas import named
from tpm_kit.exercises.career.offer_cells import (
    BASE,
    BESIDE,
    BONUS,
    EQUITY,
    HIGH,
    KINDS_OF_GROUND,
    LOW,
    NEED,
    PLACE,
    TOTAL,
)
from tpm_kit.exercises.career.offer_grounds import needs
from tpm_kit.exercises.career.offer_sheet import Sheet
from tpm_kit.exercises.wording import cut, percent
from tpm_kit.salary_data import PayRange, citation

CALLED = {"p10": "10th", "p25": "25th", "p50": "median", "p75": "75th", "p90": "90th"}


def percentiles(pay: PayRange) -> str:
    """Return the five percentiles in words, with what is not published."""
    return ", ".join(
        f"{CALLED[name]} {value:,}" if value is not None else f"{CALLED[name]} not published"
        for name, value in pay.percentiles.items()
    )


def offer_text(sheet: Sheet, example: bool) -> str:
    """Return the text; `example` says that the offer is the one that the exercise brings along."""
    head = ["Example: no real offer. Its sums are worked out from published figures."] if example else []
    parts = [_range(sheet), _sums(sheet), _ask(sheet)]
    return "\n\n".join("\n".join(lines) for lines in (head, *map(list, parts)) if lines) + "\n"


def _range(sheet: Sheet) -> Iterator[str]:
    if not (sheet.soc and sheet.area):
        yield "Choose the occupation and write the place: their published range then stands here."
        return
    pay = sheet.published
    if pay is None:
        yield f"No pay is published for this occupation in {sheet.place}."
        return
    yield f"Published for {pay.occupation.title} in {sheet.place}, May {pay.year}, US dollars a year:"
    yield percentiles(pay)
    known = []
    if pay.employment is not None:
        known.append(f"{pay.employment:,} jobs")
    if pay.mean_rse is not None:
        known.append(f"standard error of the mean {pay.mean_rse:g} %; none is published for percentiles")
    if known:
        yield "; ".join(known)
    yield "These are base wages, without bonus and equity, of an occupation next to the role, not of TPMs."
    yield f"Source: {citation(pay.source)}"


def _sums(sheet: Sheet) -> Iterator[str]:
    if sheet.base is not None:
        at = sheet.where(sheet.base) if sheet.base_lies_there else None
        yield f"Base: {sheet.base:,.0f} a year" + (f", {at.words}" if at else "")
    if sheet.bonus_full:
        yield f"Bonus: {sheet.bonus_full:,.0f}, counted at {percent(sheet.bonus / sheet.bonus_full)}"
    if sheet.total_holds:
        if sheet.equity:
            yield f"Equity: {sheet.equity:,.0f} in one year of {sheet.grant:,.0f} granted"
        yield f"Total: {sheet.total:,.0f} a year; not to be set beside base wages"


def _ask(sheet: Sheet) -> Iterator[str]:
    if sheet.low is None or sheet.high is None or sheet.low > sheet.high:
        return
    yield f"To ask for: a base of {sheet.low:,.0f} to {sheet.high:,.0f} a year"
    for _, text, kind in sheet.grounds:
        if text and kind and kind != NEED and not needs(text):
            yield f"- {KINDS_OF_GROUND[kind]}: {cut(text, 300)}"


def makes(sheet: Sheet) -> dict[str, str]:
    """Return what each row comes to, "" where nothing can be said.

    What the learner is asked to work out is said only once it is right.
    """
    found = {
        PLACE: named(sheet.area) if sheet.area else "",
        BASE: f"{sheet.base:,.0f} a year" if sheet.base is not None else "",
        BONUS: _part(sheet.bonus_full, sheet.bonus),
        EQUITY: _granted(sheet),
    }
    if sheet.total_holds:
        found[TOTAL] = f"{sheet.base:,.0f} + {sheet.bonus:,.0f} + {sheet.equity:,.0f} = {sheet.sum:,.0f}"
        found[EQUITY] = f"{sheet.equity:,.0f} of it in one year" if sheet.grant else ""
    if sheet.base_lies_there and (at := sheet.where(sheet.base)):
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
