"""What the feedback on statements about pay says: the verdict, and what is asked or written instead.

SAL-1 and SAL-2 stand in the domain reference (section 11). It has no code for the others: SAL-3 adverts taken
for pay, SAL-4 a ceiling taken for a maximum, SAL-5 base against total pay, SAL-6 an average taken for the
median, SAL-7 a statement that holds is called faulty, SAL-8 visa filings taken for the market, SAL-9 a sum
that is in no table, SAL-10 what holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Rule, rule
from tpm_kit.exercises.career.range_figures import figure
from tpm_kit.exercises.career.range_statements import (
    MIDPOINT,
    SOUND,
    STATEMENTS,
    VERDICTS,
    Statement,
    denial,
)
from tpm_kit.exercises.career.range_texts import lacking, unknown_sums
from tpm_kit.exercises.wording import cut, names

VERDICT, INSTEAD = "verdict", "instead"
COLUMNS = {VERDICT: "verdict", INSTEAD: "what you would ask or write"}
"""The columns by id, as sentences call them."""
CODES = {
    "undated": "SAL-1",
    "currency": "SAL-1",
    "midpoint": "SAL-2",
    "listing": "SAL-3",
    "ceiling": "SAL-4",
    "total": "SAL-5",
    "average": "SAL-6",
    SOUND: "SAL-7",
    "sponsors": "SAL-8",
}
"""The code of each verdict that holds somewhere."""


class Row(NamedTuple):
    """A statement with what the learner chose and typed; "" while there is nothing."""

    statement: Statement
    verdict: str
    text: str

    @property
    def right(self) -> bool:
        """Whether the verdict holds."""
        return self.verdict in self.statement.verdicts


def rows(answer: Cells) -> list[Row]:
    """Return a row for each statement, in their order."""
    found = []
    for one in STATEMENTS.values():
        verdict = answer.text(one.id, VERDICT)
        text = " ".join(answer.text(one.id, INSTEAD).split())
        found.append(Row(one, verdict if verdict in VERDICTS else "", text))
    return found


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{one.id}:{column}": f"{one.title}: {word}"
        for one in STATEMENTS.values()
        for column, word in COLUMNS.items()
    }


def _finding(level: str, row: Row, column: str, seen: str, why: str, do: str) -> Finding:
    one = row.statement
    return Finding(level, f"{one.title}: {COLUMNS[column]}. {seen}", why, do, (f"{one.id}:{column}",))


def _misjudged(row: Row) -> Finding:
    """Return the finding on a verdict that does not hold."""
    one = row.statement
    seen = f"You say “{VERDICTS[row.verdict]}”. {denial(one, row.verdict)}"
    return _finding("problem", row, VERDICT, seen, one.why, one.clue)


def _unnamed(row: Row) -> Iterator[Finding]:
    """Yield what a text does not name although the verdict asks for it."""
    missing = lacking(row.verdict, row.text) if row.text else []
    if missing:
        yield _finding(
            "caution",
            row,
            INSTEAD,
            f"“{cut(row.text, 60)}” does not name {names([need.what for need in missing])}.",
            " ".join(need.why for need in missing),
            "Write the question that whoever said it has to answer, or the sentence as it should be. If "
            "yours does say so in other words, accept this and write down how.",
        )


def _judge(code: str) -> Rule:
    """Return the check of the statements whose main flaw has this code, and of texts where that verdict is
    chosen and holds."""

    def check(answer: Cells, case: Case) -> Iterator[Finding]:
        for row in rows(answer):
            if row.verdict and not row.right and CODES[row.statement.right] == code:
                yield _misjudged(row)
            elif row.right and CODES[row.verdict] == code:
                yield from _unnamed(row)

    check.__doc__ = MEANING[code]
    return rule(code)(check)


MEANING = {
    "SAL-1": "A figure of pay has no date or source, or mixes two currencies.",
    "SAL-2": "The midpoint of a range is called its median.",
    "SAL-3": "What adverts name is taken for what is paid.",
    "SAL-4": "The value where a table stops printing is taken for a maximum.",
    "SAL-5": "A package with bonus and equity is set beside base wages.",
    "SAL-6": "An average is taken for the median.",
    "SAL-7": "A statement that holds is called faulty.",
    "SAL-8": "Filings for visas are taken for the whole market.",
}


@rule("SAL-9")
def sums_are_in_the_tables(answer: Cells, case: Case) -> Iterator[Finding]:
    """A sum is written that is neither in the statement nor in what the tables say about it."""
    for row in rows(answer):
        unknown = unknown_sums(row.text, row.statement.known)
        if unknown:
            known = names([f"{value:,}" for value in sorted(row.statement.known)], 6)
            yield _finding(
                "caution",
                row,
                INSTEAD,
                f"{names(unknown)} is not among the figures here: {known or 'none'}."
                if len(unknown) == 1
                else f"{names(unknown)} are not among the figures here: {known or 'none'}.",
                "Who corrects a figure with another one that nobody can look up has made a second such "
                "statement.",
                "Take the figure from the facts below the table, or give source and date of yours and accept "
                "this.",
            )


@rule("SAL-10", whole=True)
def all_judged(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the verdicts come to once all of them hold. It finds no fault."""
    found = rows(answer)
    if not all(row.right for row in found):
        return
    flawed = [row for row in found if row.verdict != SOUND]
    yield Finding(
        "good",
        f"All {len(found)} verdicts hold: {len(flawed)} statements mislead, and one may be repeated as it "
        "is.",
        f"The midpoint of {MIDPOINT:,} lies {MIDPOINT - figure('median'):,} dollars above the median of "
        f"{figure('median'):,}, and the mean {figure('mean') - figure('median'):,} above it: pay stretches "
        "far up, so both flatter.",
    )
    for row in found:
        others = [VERDICTS[one] for one in row.statement.verdicts if one != row.verdict]
        if others:
            yield Finding(
                "note",
                f"{row.statement.title}: {COLUMNS[VERDICT]}. “{VERDICTS[row.verdict]}” holds, and so does "
                f"{names([f'“{cut(other, 60)}”' for other in others])}.",
                "One statement can mislead in two ways, and the answer to the first does not mend the "
                "second.",
                cards=(f"{row.statement.id}:{VERDICT}",),
            )


RULES = (*(_judge(code) for code in MEANING), sums_are_in_the_tables, all_judged)
