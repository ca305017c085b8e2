"""What the feedback on written risks says.

RISK-2 is the domain reference's (section 7): an issue or a cause that is listed as a risk. What it has no
code for is WRITE-…: 1 nothing said, 2 a cause that is no fact, 3 an effect without size, 4 the same said
twice, 5 a response in place of a risk, 6 a requirement that cannot be tested, 7 a figure of unknown source,
8 a wish in place of an event.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Rule, rule
from tpm_kit.exercises.risk.write_risks_cells import faults, figures
from tpm_kit.exercises.risk.write_risks_rows import COLUMNS, RISK, register_text, rows
from tpm_kit.exercises.wording import names

WHY = {
    "RISK-2": "What is certain has no chance. It needs work now, and the risk behind it is missing.",
    "WRITE-1": "A risk that fits everything cannot be watched for, and nobody can own it.",
    "WRITE-2": "A chance can be estimated only from what is known; a guess upon a guess cannot be.",
    "WRITE-3": "Without what is lost, and how much, a small risk and a grave one look the same.",
    "WRITE-4": "A sentence that says one thing twice leaves one of cause, event and effect out.",
    "WRITE-5": "Whoever reads the answer first never asks whether the question is right.",
    "WRITE-6": "A requirement that cannot be tested is met or missed as everybody likes.",
    "WRITE-8": "A wish is what a risk endangers. It has no chance, and nobody is hurt when it comes true.",
}


def _found(code: str, answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield a finding for each cell that has this fault."""
    for row in rows(case):
        for column, fault in faults(row, answer).items():
            if fault.code == code:
                yield Finding(
                    fault.level,
                    f"{row.title}: {COLUMNS[column]}. {fault.says}",
                    WHY[code],
                    fault.do,
                    (f"{row.id}:{column}",),
                )


@rule("RISK-2")
def events_are_uncertain(answer: Cells, case: Case) -> Iterator[Finding]:
    """What stands as the event has happened already, or is so today."""
    yield from _found("RISK-2", answer, case)
    yield from _in_order(answer, case)


def _in_order(answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield which risks are whole and without a fault."""
    sound = [
        row.title
        for row in rows(case)
        if all(answer.text(row.id, column).strip() for column in row.columns) and not faults(row, answer)
    ]
    if sound:
        quoted = names([f"“{title}”" for title in sound])
        yield Finding(
            "good",
            f"In {quoted} no word leaves the cause open or calls the event certain, and the effect has a "
            "size. Whether it is true, only people who know the matter can say.",
        )


@rule("WRITE-1")
def each_says_something(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell says nothing, or fits every risk."""
    yield from _found("WRITE-1", answer, case)


@rule("WRITE-2")
def causes_are_facts(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cause leaves open whether it is so."""
    yield from _found("WRITE-2", answer, case)


@rule("WRITE-3")
def effects_have_a_size(answer: Cells, case: Case) -> Iterator[Finding]:
    """An effect does not say what is lost, or how much."""
    yield from _found("WRITE-3", answer, case)


@rule("WRITE-4")
def nothing_stands_twice(answer: Cells, case: Case) -> Iterator[Finding]:
    """Two of the cells of a row say the same."""
    yield from _found("WRITE-4", answer, case)


@rule("WRITE-5")
def no_response_yet(answer: Cells, case: Case) -> Iterator[Finding]:
    """What should be done stands in place of what may happen."""
    yield from _found("WRITE-5", answer, case)


@rule("WRITE-6")
def requirements_can_be_tested(answer: Cells, case: Case) -> Iterator[Finding]:
    """A requirement of quality has no figure."""
    yield from _found("WRITE-6", answer, case)


@rule("WRITE-7")
def figures_have_a_source(answer: Cells, case: Case) -> Iterator[Finding]:
    """A figure of a risk is none of those that are known."""
    for row in rows(case):
        known = figures(f"{row.title} {row.known} {register_text(case)}") if row.known else None
        for column in RISK if known is not None else ():
            new = sorted(figures(answer.text(row.id, column)) - known)
            if new:
                yield Finding(
                    "note",
                    f"{row.title}: {COLUMNS[column]}. {names(new)} {'is' if len(new) == 1 else 'are'} not "
                    "among the figures that are known.",
                    "Somebody will ask where a figure comes from.",
                    "Say in the register who said so, or take a figure that is known.",
                    (f"{row.id}:{column}",),
                )


@rule("WRITE-8")
def events_are_no_wishes(answer: Cells, case: Case) -> Iterator[Finding]:
    """What is wished for stands as the event."""
    yield from _found("WRITE-8", answer, case)


RULES: tuple[Rule, ...] = (
    events_are_uncertain,
    each_says_something,
    causes_are_facts,
    effects_have_a_size,
    nothing_stands_twice,
    no_response_yet,
    requirements_can_be_tested,
    figures_have_a_source,
    events_are_no_wishes,
)
