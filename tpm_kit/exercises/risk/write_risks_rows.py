"""What is to be written as a risk: statements of the case, risks of an own register, or blank rows."""

from __future__ import annotations

from dataclasses import dataclass

from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.matrix_board import estimate_of
from tpm_kit.exercises.risk.register import Risk, open_risks, risks
from tpm_kit.exercises.risk.statements import statements
from tpm_kit.exercises.wording import cut

COLUMNS = {"cause": "cause", "event": "event", "effect": "effect", "quality": "requirement with a number"}
"""The columns by id, as sentences call them."""
RISK = ("cause", "event", "effect")
MOST = 3
LONGEST_TITLE = 100


@dataclass(frozen=True)
class Row:
    """One risk to be written."""

    id: str
    title: str
    known: str = ""
    """What is known besides."""
    kind: str = ""
    """What the statement is; empty where nobody has said."""
    requirement: bool = False
    """Whether it also gets a requirement of quality with a number."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids of the cells to be filled in."""
        return tuple(COLUMNS) if self.requirement else RISK


BLANK = (
    Row("own-1", "Your first risk"),
    Row("own-2", "Your second risk"),
    Row("own-3", "A risk to something that your product must do", requirement=True),
)
"""The rows of a backlog that comes with neither statements nor risks."""


@once
def rows(case: Case) -> tuple[Row, ...]:
    """Return the rows of a case; of a register of one's own the first risks of which a part is not said."""
    told = [one for one in statements(case).values() if one.rewrite] if case.table("statements") else []
    if told:
        return tuple(
            Row(one.id, cut(one.title, LONGEST_TITLE), one.rewrite, one.kind, one.requirement) for one in told
        )
    known = [one for one in open_risks(case) if one.title.strip()]
    known.sort(key=lambda one: all(getattr(one, column).strip() for column in RISK))
    return (
        tuple(Row(one.id, cut(one.title, LONGEST_TITLE), _known(one, case)) for one in known[:MOST]) or BLANK
    )


def _known(one: Risk, case: Case) -> str:
    """Return what a register says of a risk: its evidence, or else what stands in its other columns."""
    if one.fact.strip():
        return one.fact
    estimate = estimate_of(one, case)
    said = (one.cause, one.event, one.effect, estimate and f"Estimate: {estimate}")
    return " ".join(f"{text.strip().rstrip('.')}." for text in said if text.strip())


@once
def register_text(case: Case) -> str:
    """Return all that the register says of its risks, to look a figure up in."""
    return " ".join(
        " ".join((one.title, one.cause, one.event, one.effect, one.fact, one.trigger, estimate_of(one, case)))
        for one in risks(case)
    )


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{row.id}:{column}": f"{row.title}: {COLUMNS[column]}"
        for row in rows(case)
        for column in row.columns
    }
