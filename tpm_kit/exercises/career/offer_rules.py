"""What the feedback on an offer says of its sums, its place and where its base lies.

SAL-1 stands in the domain reference (section 11). It has no code for the others: OFFER-1 a cell that cannot
be read, OFFER-2 the total of a year, OFFER-3 the total set beside base wages, OFFER-4 where the base lies,
OFFER-5 the place. `offer_ask_rules` has those on what to ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.areas import NATION
from tpm_kit.exercises.career.offer_ask_rules import ASK_RULES
from tpm_kit.exercises.career.offer_cells import (
    BANDS,
    BESIDE,
    ENTRY,
    KIND,
    PLACE,
    REMOTE_FLAT,
    REMOTE_PLACE,
    TOTAL,
)
from tpm_kit.exercises.career.offer_findings import about
from tpm_kit.exercises.career.offer_sheet import Sheet, same
from tpm_kit.exercises.wording import percent
from tpm_kit.salary_data import pay

FEW_JOBS = 500
"""Jobs in an area below which one employer can move its figures: a guide of this course."""


@rule("OFFER-1")
def can_be_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds something that cannot be used."""
    for row, column, reading in Sheet(answer).faults():
        if not reading.foreign:
            waits = "The published range" if row == PLACE else "The sums"
            wait = "waits" if row == PLACE else "wait"
            yield about("problem", row, column, reading.fault, f"{waits} {wait} for it.")


@rule("SAL-1")
def in_dollars(answer: Cells, case: Case) -> Iterator[Finding]:
    """A sum is in another currency than the published figures."""
    for row, column, reading in Sheet(answer).faults():
        if reading.foreign:
            yield about(
                "problem",
                row,
                column,
                reading.fault,
                "The same digits in another currency are another sum, and in another country another market. "
                "Nothing is converted here, since the rate of a day says nothing about pay.",
                "Judge an offer in another currency against figures from there; for one in the United States "
                "write dollars.",
            )


@rule("OFFER-2")
def total_of_one_year(answer: Cells, case: Case) -> Iterator[Finding]:
    """The total is not what one year brings on average."""
    sheet = Sheet(answer)
    if None in (sheet.total, sheet.sum) or sheet.total_holds:
        return
    year = "Base is certain, the bonus counts as often as it is paid, and a grant is spread over its years."
    seen, do = _mistaken(sheet)
    yield about("problem", TOTAL, ENTRY, seen, year, do)


def _mistaken(sheet: Sheet) -> tuple[str, str]:
    """Return what a wrong total seems to be made of, and what to try."""
    total, typed = sheet.total, f"{sheet.total:,.0f}"
    years = sheet.years or 1
    bonuses = (sheet.bonus, sheet.bonus_full)
    if years > 1 and any(same(total, sheet.base + bonus + sheet.grant) for bonus in bonuses):
        return (
            f"{typed} counts the whole grant of {sheet.grant:,.0f} in one year.",
            "Divide the grant by the years in which it vests.",
        )
    certain = sheet.grant / years
    if certain > sheet.equity and same(total, sheet.base + sheet.bonus + certain):
        return (
            f"{typed} counts the equity in full, and you call it {percent(sheet.equity / certain)} likely.",
            "Multiply one year of the equity by how likely it is.",
        )
    if sheet.bonus_full > sheet.bonus and same(total, sheet.base + sheet.bonus_full + sheet.equity):
        likely = percent(sheet.bonus / sheet.bonus_full)
        return (
            f"{typed} counts the bonus in full, and you call it {likely} likely.",
            "Multiply the bonus by how likely it is.",
        )
    for what, less in (("bonus", sheet.bonus), ("equity", sheet.equity)):
        if less and same(total, sheet.sum - less):
            return f"{typed} leaves the {what} out.", f"Add what one year of {what} comes to."
    return (
        f"{typed} is not what base, bonus and one year of equity come to.",
        "Work out each of the three for one year; beside base and bonus stands what they make.",
    )


@rule("OFFER-3")
def base_beside_base(answer: Cells, case: Case) -> Iterator[Finding]:
    """Another sum than the base is set beside published base wages."""
    sheet = Sheet(answer)
    if None in (sheet.beside, sheet.base) or sheet.base_is_beside:
        return
    totals = [total for total in (sheet.total, sheet.sum) if total is not None]
    what = "the total" if any(same(sheet.beside, total) for total in totals) else "not the base"
    yield about(
        "problem",
        BESIDE,
        ENTRY,
        f"{sheet.beside:,.0f} is {what}; the base comes to {sheet.base:,.0f} a year.",
        "The published figures are base wages without bonus and equity. Whoever sets a package beside them "
        "takes a low base for a good one.",
        "Set base beside base, and keep the total apart for comparing whole offers with each other.",
    )


@rule("OFFER-4")
def lies_where_it_says(answer: Cells, case: Case) -> Iterator[Finding]:
    """The sum lies in another part of the published range."""
    sheet = Sheet(answer)
    if not (sheet.band and sheet.beside and sheet.soc and sheet.area):
        return
    possible = sheet.bands(sheet.beside)
    if sheet.base_is_beside:
        possible |= sheet.bands(sheet.base)
    where = sheet.place
    if sheet.band not in possible:
        yield about(
            "problem",
            BESIDE,
            KIND,
            f"{sheet.beside:,.0f} in {where} is put at “{BANDS[sheet.band]}”."
            if sheet.published
            else f"“{BANDS[sheet.band]}” is said of {where}, where no percentile is published.",
            "Where the base lies is the first thing that the other side will look up.",
            "Read the five percentiles below the table from the left, and stop at the first that is higher.",
        )
    elif possible == {"above-90"}:
        yield about(
            "note",
            BESIDE,
            KIND,
            f"{sheet.beside:,.0f} is above the 90th percentile in {where}, {sheet.published.p90:,}.",
            "How far up it is nobody can read from this table: the tenth of people above it has no further "
            "figures.",
            "Ask what the role carries that the occupation does not, before you take it for luck.",
        )


@rule("OFFER-5")
def the_range_of_the_right_place(answer: Cells, case: Case) -> Iterator[Finding]:
    """The place is not the one whose range holds, or nothing is published for it."""
    sheet = Sheet(answer)
    if sheet.area is None or not sheet.soc:
        return
    place, nation = sheet.place, pay(sheet.soc, NATION)
    if sheet.published is None:
        yield about(
            "caution",
            PLACE,
            ENTRY,
            f"No pay is published for this occupation in {place}.",
            "There are too few jobs to publish, or their employers would be recognised.",
            "Take the state or the nation, and say that you did; or accept this and take figures of your "
            "own.",
        )
        return
    mine = sheet.published
    if sheet.work == REMOTE_FLAT and sheet.area.type != "national" and nation and nation.p50 and mine.p50:
        yield about(
            "caution",
            PLACE,
            KIND,
            f"One rate is paid wherever you live, and it is set beside {place}, median {mine.p50:,}; in the "
            f"nation it is {nation.p50:,}.",
            "Who pays one rate competes with employers everywhere, not with those of your town.",
            "Write US, or the place after which that rate was made, if they told you.",
        )
    elif sheet.work and sheet.work != REMOTE_FLAT and sheet.area.type == "national":
        yield about(
            "caution",
            PLACE,
            ENTRY,
            f"The work is {'paid by place' if sheet.work == REMOTE_PLACE else 'done in one place'}, and it "
            f"is set beside the United States as a whole, median {nation.p50:,}.",
            "Between places the median of one occupation differs by more than most negotiations move.",
            "Write the metro or the state where you work.",
        )
    if mine.employment and mine.employment < FEW_JOBS:
        error = f", standard error of the mean {mine.mean_rse:g} %" if mine.mean_rse is not None else ""
        yield about(
            "note",
            PLACE,
            ENTRY,
            f"{sheet.area.name} has {mine.employment:,} such jobs{error}.",
            "With so few, one employer can move every percentile.",
            "Look at the state as well before you lean on it.",
        )
    if sheet.work == REMOTE_PLACE:
        yield about(
            "note",
            PLACE,
            KIND,
            f"Pay follows the place, so this offer is one for {place} only.",
            "If you move, the base may be cut or raised to another range.",
            "Ask for the rule in writing before you sign.",
        )


RULES = (
    can_be_read,
    in_dollars,
    total_of_one_year,
    base_beside_base,
    lies_where_it_says,
    the_range_of_the_right_place,
    *ASK_RULES,
)
