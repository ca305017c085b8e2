"""What the feedback on a brief says: of owners, of reviews, and of what somebody named has to decide.

RISK-1, RISK-6 and RISK-12 stand in the domain reference, section 7. BRIEF-1 is a decision that nobody need
take; BRIEF-2 says what a whole brief holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.brief_facts import (
    ACCEPT,
    CARRIED,
    COLUMNS,
    DECISION,
    MORE,
    NONE,
    OWNER,
    REVIEWED,
    Filled,
    filled,
    left_at,
    titles,
)
from tpm_kit.exercises.risk.matrix_board import level_of, short_title
from tpm_kit.exercises.risk.owners import owner_fault
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.wording import cut, date, names


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{id}:{column}": f"{title}: {label.lower()}"
        for id, title in titles(case).items()
        for column, label in COLUMNS.items()
    }


def _finding(level: str, row: Filled, column: str, seen: str, why: str, do: str) -> Finding:
    title = f"{short_title(row.flag.risk)}: {COLUMNS[column].lower()}"
    return Finding(level, f"{title}. {seen}", why, do, (f"{row.flag.risk.id}:{column}",))


@rule("RISK-1")
def each_has_one_owner(answer: Cells, case: Case) -> Iterator[Finding]:
    """A risk has no owner, or none that can be asked."""
    for row in filled(answer, case):
        fault = owner_fault(row.owner) if row.owner else ""
        if fault:
            yield _finding(
                "problem",
                row,
                OWNER,
                f"“{cut(row.owner, 40)}” {fault}.",
                "Nobody in particular watches for the trigger, and on the day each believes that another one "
                "does.",
                "Name one person who will be asked about it.",
            )


@rule("RISK-12")
def none_is_stale(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nobody has looked at a risk for longer than the register allows."""
    for row in filled(answer, case):
        fault = review_fault(row, case)
        if fault:
            yield _finding(
                "problem",
                row,
                REVIEWED,
                fault,
                "Its chance is then an old one, and the sponsor takes it for today's."
                if row.reviewed and row.reviewed <= policy(case).today
                else "Only a day that has been says that the chance was looked at.",
                "Look at its evidence with its owner, and write the day on which you did.",
            )


def review_fault(row: Filled, case: Case) -> str:
    """Return what is wrong with the day of a review, as a sentence; "" if nothing is, or none is typed."""
    if not row.typed_reviewed or row.reviewed is None:
        return row.reviewed_fault
    rules = policy(case)
    age = (rules.today - row.reviewed).days
    if age < 0:
        return f"{date(row.reviewed)} is still to come; today is {date(rules.today)}."
    if age > rules.review_days:
        return f"{date(row.reviewed)} is {age} days ago, and a review holds for {rules.review_days}."
    return ""


@rule("RISK-6")
def above_the_appetite_is_decided(answer: Cells, case: Case) -> Iterator[Finding]:
    """What is left of a risk lies above the appetite, and nobody named decides about it."""
    rules = policy(case)
    for row in filled(answer, case):
        mine = row.decision == CARRIED and row.owner.casefold() == rules.decider.casefold()
        if row.flag.above and row.decision in (NONE, CARRIED) and not mine:
            level = level_of(left_at(row.flag.risk, case), case)
            who = (
                "nobody decides" if row.decision == NONE else f"{cut(row.owner, 40) or 'its owner'} bears it"
            )
            yield _finding(
                "problem",
                row,
                DECISION,
                f"What is left is {level}, above the appetite “{rules.appetite}”, and {who}.",
                f"Above that only the {rules.decider} may let a risk stand. Who finds it out afterwards asks "
                "why nobody was told.",
                f"Put it to the {rules.decider}: to accept it by name, or to give what brings it down.",
            )


@rule("BRIEF-1")
def only_what_needs_deciding_is_asked(answer: Cells, case: Case) -> Iterator[Finding]:
    """The decider is asked about a risk within the appetite."""
    rules = policy(case)
    for row in filled(answer, case):
        cell = left_at(row.flag.risk, case)
        if cell is not None and not row.flag.above and row.decision in (ACCEPT, MORE):
            yield _finding(
                "caution",
                row,
                DECISION,
                f"The {rules.decider} is asked about it, although what is left is {level_of(cell, case)}, "
                f"within the appetite “{rules.appetite}”.",
                "A page that asks for what needs no decision hides the questions that do.",
                "Leave it to its owner, or write down why it is worth the question.",
            )


@rule("BRIEF-2", whole=True)
def the_brief_is_whole(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the brief holds once nothing in it is flagged any more. It finds no fault."""
    checks = (each_has_one_owner, none_is_stale, above_the_appetite_is_decided)
    rows = filled(answer, case)
    if not rows or any(finding for one in checks for finding in one.check(answer, case)):
        return
    asked = [short_title(row.flag.risk) for row in rows if row.decision in (ACCEPT, MORE)]
    ask = (
        f"The {policy(case).decider} is asked about {names([f'“{title}”' for title in asked])}."
        if asked
        else "Nobody is asked to decide."
    )
    owners = names(sorted({row.owner for row in rows}, key=str.casefold))
    many = f"All {len(rows)} risks have" if len(rows) > 1 else "The one risk has"
    yield Finding("good", f"{many} an owner ({owners}) and a review that still holds. {ask}")


RULES = (
    each_has_one_owner,
    none_is_stale,
    above_the_appetite_is_decided,
    only_what_needs_deciding_is_asked,
    the_brief_is_whole,
)
