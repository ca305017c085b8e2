"""The table of comparisons: its rows and columns, what stands in them, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.pay_here_cells import NOT_PUBLISHED, read_jobs, read_pay
from tpm_kit.exercises.career.places_pairs import (
    ABSENT,
    FIRST,
    PAY,
    SECOND,
    UNSURE,
    Pair,
    pairs,
)
from tpm_kit.salary_data import PayRange

VERDICT, GROUND, MARGIN = "verdict", "ground", "margin"
COLUMNS = {VERDICT: "what holds", GROUND: "ground", MARGIN: "margin"}
"""What the feedback calls each column."""
VERDICTS = {
    FIRST: "Higher in A",
    SECOND: "Higher in B",
    UNSURE: "Cannot be told",
    ABSENT: "Not published",
}
BEYOND, INSIDE, MISSING, FIGURE, FEW_JOBS, SIZE = "beyond", "inside", "missing", "figure", "few-jobs", "size"
GROUNDS = {
    FIGURE: "One figure is higher",
    BEYOND: "Gap beyond its margin",
    INSIDE: "Gap within its margin",
    FEW_JOBS: "One has few jobs",
    SIZE: "One place is larger",
    MISSING: "A figure is missing",
}
RIGHT_GROUND = {FIRST: BEYOND, SECOND: BEYOND, UNSURE: INSIDE, ABSENT: MISSING}
"""What carries each verdict."""
_SIGN = re.compile(r"^\s*(?:±|\+/-|\+-)\s*")


class Row(NamedTuple):
    """A comparison with what the learner says of it; "" while blank."""

    pair: Pair
    verdict: str
    ground: str
    margin: float | None
    """The margin of the gap as typed, in dollars a year or jobs."""
    fault: str


def read_rows(answer: Cells) -> Iterator[Row]:
    """Yield the comparisons in which anything is chosen or typed."""
    for pair in pairs():
        texts = {column: " ".join(answer.text(pair.id, column).split()) for column in COLUMNS}
        if any(texts.values()):
            margin, fault = _margin(pair, texts[MARGIN])
            verdict = texts[VERDICT] if texts[VERDICT] in VERDICTS else ""
            yield Row(pair, verdict, texts[GROUND] if texts[GROUND] in GROUNDS else "", margin, fault)


def _margin(pair: Pair, text: str) -> tuple[float | None, str]:
    text = _SIGN.sub("", text)
    if not text or NOT_PUBLISHED.fullmatch(text):
        return None, ""
    if pair.what == PAY:
        typed = read_pay(text)
        return (None, typed.fault) if typed.fault else (typed.dollars, "")
    jobs = read_jobs(text)
    return jobs.value, jobs.fault


def title(pair: Pair) -> str:
    """Return what a row is called; each occupation is compared once."""
    return pair.one.occupation.title


def cell(pair: Pair, column: str) -> tuple[str, ...]:
    """Return the id of a cell, as findings point at it."""
    return (f"{pair.id}:{column}",)


def seen(pair: Pair, column: str, sentence: str) -> str:
    """Return a sentence about a cell, with the name of the cell before it."""
    return f"{title(pair)}: {COLUMNS[column]}. {sentence}"


def cell_titles() -> dict[str, str]:
    """Return what the feedback calls each cell that a complete answer fills in, by `row:column`."""
    return {
        f"{pair.id}:{column}": f"{title(pair)}: {COLUMNS[column]}"
        for pair in pairs()
        for column in (VERDICT, GROUND)
    }


def measure(pair: Pair) -> str:
    """Return what is compared, for the table."""
    return "mean pay a year" if pair.what == PAY else "number of jobs"


def amount(pair: Pair, value: float) -> str:
    """Return a figure of a comparison with its unit."""
    return f"{value:,.0f} {'dollars' if pair.what == PAY else 'jobs'}"


def facts(place: PayRange) -> str:
    """Return what is published of an occupation in a place, with its standard errors."""
    pay = _with_error(f"mean pay {place.mean:,} dollars" if place.mean is not None else "", place.mean_rse)
    jobs = _with_error(
        f"{place.employment:,} jobs" if place.employment is not None else "", place.employment_rse
    )
    return f"{pay or 'pay not released'}; {jobs or 'number of jobs not released'}"


def _with_error(what: str, error: float | None) -> str:
    return f"{what}, relative standard error {error:g} %" if what and error is not None else what
