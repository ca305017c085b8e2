"""What the feedback on comparisons of places says: the gap beside what sampling alone may do to it."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.places_pairs import ABSENT, FIRST, JOBS, SECOND, UNSURE, Pair, compared
from tpm_kit.exercises.career.places_rows import (
    BEYOND,
    FEW_JOBS,
    FIGURE,
    GROUND,
    INSIDE,
    MARGIN,
    MISSING,
    RIGHT_GROUND,
    SIZE,
    VERDICT,
    Row,
    amount,
    cell,
    cell_titles,
    read_rows,
    seen,
    title,
)
from tpm_kit.exercises.wording import names
from tpm_kit.methods.pay import SURE, margin_of

HIGHER = (FIRST, SECOND)
HOW = (
    "Work out 1.96 × relative standard error × figure for each of the two places, take the root of the sum "
    "of their squares, and lay it beside the gap."
)
GROUNDLESS = {
    FIGURE: "Of two estimates one is always the higher; that alone says nothing.",
    FEW_JOBS: "Few jobs often go with a wide margin, and not always: it is the margin that decides, and the "
    "published error is what it is made from.",
    SIZE: "The size of a place is no measure of how sure its figure is; the published standard error is.",
    BEYOND: "It does not fit what you say holds.",
    INSIDE: "It does not fit what you say holds.",
    MISSING: "Both figures that are compared here are published, with their standard errors.",
}


def _wrong(row: Row, column: str, sentence: str, why: str, do: str) -> Finding:
    return Finding("problem", seen(row.pair, column, sentence), why, do, cell(row.pair, column))


def _gap(pair: Pair) -> str:
    """Return the two figures and the gap between them."""
    one, other = pair.figures
    return (
        f"{pair.one.area.name} has {one:,}, {pair.other.area.name} {other:,}: a gap of "
        f"{amount(pair, abs(one - other))}"
    )


def _errors(pair: Pair) -> str:
    one, other = pair.errors
    return f"relative standard errors of {one:g} % and {other:g} %"


@rule("PLACE-1")
def gap_within_its_margin(answer: Cells, case: Case) -> Iterator[Finding]:
    """A gap that sampling alone can make is taken for a difference of two places."""
    for row in read_rows(answer):
        if row.verdict in HIGHER and row.pair.verdict == UNSURE:
            counted = [place for place in (row.pair.one, row.pair.other) if place.employment is not None]
            few = min(counted, key=lambda place: place.employment, default=None)
            named = few is not None and row.pair.what != JOBS
            jobs = f" {few.area.name} counts {few.employment:,} jobs." if named else ""
            yield _wrong(
                row,
                VERDICT,
                f"You say that one is higher. {_gap(row.pair)}, with {_errors(row.pair)}.{jobs}",
                "Another sample of employers in the same week can turn such a gap round. Who moves for it "
                "moves for chance.",
                HOW,
            )


@rule("PLACE-2")
def gap_beyond_its_margin(answer: Cells, case: Case) -> Iterator[Finding]:
    """A gap that sampling alone does not make is called unsure."""
    for row in read_rows(answer):
        if row.verdict == UNSURE and row.pair.verdict in HIGHER:
            yield _wrong(
                row,
                VERDICT,
                f"You say that it cannot be told. {_gap(row.pair)}, with {_errors(row.pair)}.",
                "Neither a narrow gap nor few jobs make a comparison unsure: the margin does, and large "
                "samples have a small one.",
                HOW,
            )


@rule("PLACE-3")
def the_other_one(answer: Cells, case: Case) -> Iterator[Finding]:
    """The place with the lower figure is called the higher one."""
    for row in read_rows(answer):
        if row.verdict in HIGHER and row.pair.verdict in HIGHER and row.verdict != row.pair.verdict:
            yield _wrong(
                row,
                VERDICT,
                f"It is the other way round: {_gap(row.pair)}.",
                "It is a slip of reading, and it would send you to the wrong place.",
                "Look at which of the two is A.",
            )


@rule("PLACE-4")
def what_is_published(answer: Cells, case: Case) -> Iterator[Finding]:
    """A figure that is not published is compared, or a published one is called not published."""
    for row in read_rows(answer):
        if not row.verdict or (row.verdict == ABSENT) == (row.pair.verdict == ABSENT):
            continue
        if row.verdict == ABSENT:
            what = f"What is compared here is published for both: {_gap(row.pair)}."
            if any(place.employment is None for place in (row.pair.one, row.pair.other)):
                what += " Only a number of jobs is not."
            why = "Each figure has its own line: one can be released where another is held back."
            yield _wrong(row, VERDICT, what, why, "Look which figure the comparison needs.")
        else:
            silent = [
                place.area.name
                for place, figure in zip((row.pair.one, row.pair.other), row.pair.figures, strict=True)
                if figure is None
            ]
            yield _wrong(
                row,
                VERDICT,
                f"For {names(silent)} the figure that is compared is not there.",
                "Not published is no zero, and no reason to guess: it was held back, since it would say too "
                "little or too much about single employers.",
                "Click into the row and read what is known of both places.",
            )


@rule("PLACE-5")
def ground_carries_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """The ground does not carry the verdict."""
    for row in read_rows(answer):
        if row.ground and row.verdict == row.pair.verdict and row.ground != RIGHT_GROUND[row.verdict]:
            why = GROUNDLESS[row.ground]
            if row.verdict == ABSENT:
                why = "Where a figure is missing there is no gap, so nothing can be said about its width."
            yield _wrong(
                row,
                GROUND,
                "What you say holds, and this is not why.",
                why,
                "Choose what would still convince you if you knew nothing else of the two places.",
            )


@rule("PLACE-6")
def margin_is_right(answer: Cells, case: Case) -> Iterator[Finding]:
    """The margin of the gap is another one."""
    for row in read_rows(answer):
        if row.fault:
            yield _wrong(row, MARGIN, row.fault, "The margin has the unit of the gap.", HOW)
        elif row.margin is not None:
            what = margin_fault(row)
            if what:
                yield _wrong(
                    row,
                    MARGIN,
                    f"You have {amount(row.pair, row.margin)}. {what}",
                    "The errors of two places are made by different employers and seldom all point one way, "
                    "so they add up as squares.",
                    HOW,
                )


def margin_fault(row: Row) -> str:
    """Return what is wrong with the margin typed in a row; "" if it is right within 2 %."""
    found = compared(row.pair)
    if found is None:
        return "There is no gap to have one, since a figure is not published; leave the cell blank."
    singles = [*map(margin_of, row.pair.figures, row.pair.errors)]
    if _near(row.margin, found.margin):
        return ""
    known = {
        "That adds the margins of the two places up.": sum(singles),
        "That is the standard error of the gap; the margin is 1.96 times that.": found.margin / SURE,
        f"That is the margin of {row.pair.one.area.name} alone.": singles[0],
        f"That is the margin of {row.pair.other.area.name} alone.": singles[1],
        "That is the gap itself.": abs(found.difference),
    }
    name = next((words for words, value in known.items() if _near(row.margin, value)), "")
    return name or f"That is too {'little' if row.margin < found.margin else 'much'}."


def _near(typed: float, value: float) -> bool:
    return abs(typed - value) <= 0.02 * value


@rule("PLACE-7", whole=True)
def all_judged(answer: Cells, case: Case) -> Iterator[Finding]:
    """Every comparison is judged as its margin says, with the ground for it."""
    rows = [*read_rows(answer)]
    right = all(row.verdict == row.pair.verdict and row.ground == RIGHT_GROUND[row.verdict] for row in rows)
    wrong_margin = any(row.fault or (row.margin is not None and margin_fault(row)) for row in rows)
    if set(cell_titles()) <= answer.parts() and right and not wrong_margin:
        sure = [title(row.pair) for row in rows if row.verdict in HIGHER]
        unsure = [title(row.pair) for row in rows if row.verdict == UNSURE]
        yield Finding(
            "good",
            f"All {len(rows)} are judged by what is published and how sure it is. A difference holds for "
            f"{names(sure)}; it cannot be told for {names(unsure)}.",
        )


RULES = (
    gap_within_its_margin,
    gap_beyond_its_margin,
    the_other_one,
    what_is_published,
    ground_carries_it,
    margin_is_right,
    all_judged,
)
