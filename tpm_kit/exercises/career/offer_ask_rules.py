"""What the feedback on an offer says of what is asked for: the band, its grounds, and how far it reaches.

The domain reference has no code for these: OFFER-6 the band, OFFER-7 its grounds, OFFER-8 a band beyond
what is published, OFFER-9 what holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.offer_cells import ENTRY, GROUNDS, HIGH, KINDS_OF_GROUND, LOW, NEED, PUBLISHED
from tpm_kit.exercises.career.offer_findings import about
from tpm_kit.exercises.career.offer_grounds import carries, ground_fault, needs, reach
from tpm_kit.exercises.career.offer_sheet import Sheet, same
from tpm_kit.exercises.wording import cut, names

SLACK = 0.02
"""How far above a published figure a sum still counts as that figure, rounded up."""


@rule("OFFER-6")
def a_band_to_ask_in(answer: Cells, case: Case) -> Iterator[Finding]:
    """The band is upside down, lies below the offer, or leaves no room."""
    sheet = Sheet(answer)
    low, high, base = sheet.low, sheet.high, sheet.base
    if low is not None and high is not None and low > high:
        yield about(
            "problem",
            LOW,
            ENTRY,
            f"The least, {low:,.0f}, is above the most, {high:,.0f}.",
            "A band has a lower end at which you still say yes.",
            "Exchange the two, or look for a slip.",
        )
    elif low is not None and base is not None and low < base and not same(low, base):
        yield about(
            "problem",
            LOW,
            ENTRY,
            f"You would ask for {low:,.0f}, and {base:,.0f} is on the table.",
            "The least that you ask for becomes the most that you get.",
            "Begin at the base that is offered, or above. Is one of the two sums the total, or a month's?",
        )
    elif high is not None and base is not None and same(high, base):
        yield about(
            "caution",
            HIGH,
            ENTRY,
            f"The most that you ask for, {high:,.0f}, is the base that is offered.",
            "Then there is nothing to negotiate about, at least not in the base.",
            "Raise it as far as your grounds carry, or accept this and say what you would ask for instead of "
            "money.",
        )


@rule("OFFER-7")
def grounds_that_carry(answer: Cells, case: Case) -> Iterator[Finding]:
    """The band has no ground, or one that is no reason for the other side."""
    sheet = Sheet(answer)
    if not sheet.grounds and (sheet.low or sheet.high):
        band = names([f"{value:,.0f}" for value in (sheet.low, sheet.high) if value])
        yield about(
            "caution",
            GROUNDS[0],
            ENTRY,
            f"You ask for {band}, and nothing says why.",
            "A sum without a ground is answered with another sum without one.",
            "Give a published figure with its year, another offer, or what you have brought about.",
        )
    for row, text, kind in sheet.grounds:
        fault = ground_fault(kind, text, sheet) if kind and text else ""
        if kind == NEED:
            yield _need(
                row, f"“{cut(text, 60)}” is what you need." if text else "It is what you need.", "problem"
            )
        elif needs(text):
            yield _need(row, f"“{needs(text)}” speaks of what you need.", "caution")
        elif fault:
            yield about(
                "caution",
                row,
                ENTRY,
                f"“{cut(text, 60)}” {fault}",
                "The other side has to defend the sum upstairs, and repeats only what can be looked up.",
                "Add it, or accept this and write down why your ground stands without it.",
            )


def _need(row: str, seen: str, level: str) -> Finding:
    return about(
        level,
        row,
        ENTRY,
        seen,
        "Rent and plans are real, and they are yours: pay follows what the work is worth there and what "
        "others pay for it.",
        "Keep it as your own limit, at which you say no; as a ground take what the payer can check.",
    )


@rule("OFFER-8")
def not_beyond_the_published_without_evidence(answer: Cells, case: Case) -> Iterator[Finding]:
    """The band reaches above the 90th percentile or the published figure named, and no ground carries it."""
    sheet = Sheet(answer)
    pay, high = sheet.published, sheet.high
    if pay is None or high is None or any(carries(kind, text, sheet) for _, text, kind in sheet.grounds):
        return
    if pay.p90 is None or high <= pay.p90:
        yield from _beyond_the_ground(sheet)
    else:
        kinds = sorted({KINDS_OF_GROUND[kind] for _, _, kind in sheet.grounds if kind})
        yield about(
            "caution",
            HIGH,
            ENTRY,
            f"{high:,.0f} is above the 90th percentile in {sheet.place}, {pay.p90:,}; your grounds: "
            f"{names(kinds) or 'none'}.",
            "Published pay carries a sum up to where it ends, and not beyond.",
            "Come down to it, or add what carries more: another written offer, what the role answers for, or "
            "a result with its number.",
        )


def _beyond_the_ground(sheet: Sheet) -> Iterator[Finding]:
    """Yield that the published figure which is the ground does not carry the band to its upper end."""
    grounds = [text for _, text, kind in sheet.grounds if kind == PUBLISHED and text]
    named = [value for text in grounds if (value := reach(text, sheet)) is not None]
    if named and sheet.high > max(named) * (1 + SLACK):
        yield about(
            "caution",
            HIGH,
            ENTRY,
            f"You ask for up to {sheet.high:,.0f}; the published figure in your ground is {max(named):,}.",
            "A published figure is a reason for a sum up to itself; for more, you will be asked why.",
            "Come down to it, say which higher percentile you mean and why, or add a ground of another kind.",
        )


@rule("OFFER-9", whole=True)
def the_offer_is_judged(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the offer comes to once base stands beside base. It finds no fault."""
    sheet = Sheet(answer)
    if None in (sheet.low, sheet.high) or not (
        sheet.published and sheet.total_holds and sheet.base_lies_there
    ):
        return
    if sheet.low > sheet.high or (sheet.low < sheet.base and not same(sheet.low, sheet.base)):
        return
    pay = sheet.published
    low, high = sheet.where(sheet.low), sheet.where(sheet.high)
    yield Finding(
        "good",
        f"The base of {sheet.base:,.0f} lies {sheet.where(sheet.base).words} for {pay.occupation.title} in "
        f"{sheet.place}; the total of {sheet.total:,.0f} stands apart from it.",
        f"You ask for {sheet.low:,.0f}, {low.words}, to {sheet.high:,.0f}, {high.words}."
        if low and high
        else "",
    )


ASK_RULES = (
    a_band_to_ask_in,
    grounds_that_carry,
    not_beyond_the_published_without_evidence,
    the_offer_is_judged,
)
