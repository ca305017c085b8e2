"""The tables in which pay is read off: their rows and columns, and what is published for each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.areas import Place, read_area
from tpm_kit.exercises.career.pay_here_cells import (
    Count,
    Pay,
    Year,
    read_error,
    read_jobs,
    read_pay,
    read_year,
)
from tpm_kit.salary_data import PayRange, occupation, pay

ROWS = {"first": "Role 1", "second": "Role 2", "third": "Role 3"}
ROLE, AREA, LOW, MEDIAN, HIGH = "role", "area", "low", "median", "high"
YEAR, JOBS, ERROR, OUT = "year", "jobs", "error", "out"
COLUMNS = {
    ROLE: "occupation",
    AREA: "area",
    LOW: "25th percentile",
    MEDIAN: "median",
    HIGH: "75th percentile",
    YEAR: "year",
    JOBS: "jobs",
    ERROR: "standard error",
    OUT: "left out",
}
"""What the feedback calls each column."""
BASIS = (YEAR, JOBS, ERROR, OUT)
"""The columns of the second table, whose rows have ids of their own."""
FIGURES = {LOW: "p25", MEDIAN: "p50", HIGH: "p75"}
"""The percentile that each column of pay asks for."""
EXTRAS, NOTHING, TAXES, SELF, ADVERTS = "extras", "nothing", "taxes", "self", "adverts"
LEFT_OUT = {
    NOTHING: "Nothing: it is all that people earn",
    TAXES: "Taxes: it is what arrives on the account",
    EXTRAS: "Bonus, equity and overtime, and the self-employed",
    ADVERTS: "Jobs that are filled: it is made from adverts",
    SELF: "The self-employed only: bonus and equity are in it",
}
"""What the figures may leave out; `EXTRAS` is what they do."""


class Role(NamedTuple):
    """A row as typed, beside what is published for it. None: blank."""

    id: str
    title: str
    soc: str
    """The code of an occupation; "" while none is chosen."""
    place: Place | None
    range: PayRange | None
    """What the table has for occupation and area; None if it has no row, or either is not known yet."""
    figures: dict[str, Pay]
    """Figures of pay by column."""
    year: Year | None
    jobs: Count | None
    error: Count | None
    out: str

    @property
    def found(self) -> bool:
        """Whether occupation and area are known, so that the table can be asked."""
        return bool(self.soc and self.place and self.place.area)

    @property
    def published(self) -> PayRange | None:
        """What is published, if that holds any figure of pay."""
        return self.range if self.range and self.range.published else None


def read_rows(answer: Cells) -> Iterator[Role]:
    """Yield the rows in which anything is typed."""
    for id, title in ROWS.items():
        texts = {column: " ".join(typed(answer, id, column).split()) for column in COLUMNS}
        if any(texts.values()):
            yield _role(id, title, texts)


def _role(id: str, title: str, texts: dict[str, str]) -> Role:
    soc = texts[ROLE] if occupation(texts[ROLE]) else ""
    place = read_area(texts[AREA]) if texts[AREA] else None
    known = bool(soc and place and place.area)
    return Role(
        id,
        title,
        soc,
        place,
        pay(soc, place.area) if known else None,
        {column: read_pay(texts[column]) for column in FIGURES if texts[column]},
        read_year(texts[YEAR]) if texts[YEAR] else None,
        read_jobs(texts[JOBS]) if texts[JOBS] else None,
        read_error(texts[ERROR]) if texts[ERROR] else None,
        texts[OUT] if texts[OUT] in LEFT_OUT else "",
    )


def row_id(role: str, column: str) -> str:
    """Return the id of the row that has this column, in the first table or in the second."""
    return f"{role}-basis" if column in BASIS else role


def cell_id(role: str, column: str) -> str:
    """Return the id of a cell."""
    return f"{row_id(role, column)}:{column}"


def typed(answer: Cells, role: str, column: str) -> str:
    """Return what stands in a cell; "" for a blank one."""
    return answer.text(row_id(role, column), column)


def cell(role: Role, column: str) -> tuple[str, ...]:
    """Return the id of a cell, as findings point at it."""
    return (cell_id(role.id, column),)


def seen(role: Role, column: str, sentence: str) -> str:
    """Return a sentence about a cell, with the name of the cell before it."""
    return f"{role.title}: {COLUMNS[column]}. {sentence}"


def cell_titles() -> dict[str, str]:
    """Return what the feedback calls each cell, by its id."""
    return {
        cell_id(row, column): f"{title}: {word}"
        for row, title in ROWS.items()
        for column, word in COLUMNS.items()
    }


def required(answer: Cells) -> set[str]:
    """Return the cells without which an answer is not complete: those of the roles that are begun, or the
    first one's."""
    begun = [row for row in ROWS if any(typed(answer, row, column).strip() for column in COLUMNS)]
    return {cell_id(row, column) for row in begun or [*ROWS][:1] for column in COLUMNS}
