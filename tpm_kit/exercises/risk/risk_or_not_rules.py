"""What the feedback on sorted statements says.

RISK-2 is the domain reference's (section 7): an issue or a cause that is listed as a risk. What it has no
code for: KIND-1 a risk that is not seen as one, KIND-2 an issue and a cause taken for each other, KIND-3 a
wish among facts, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.statements import KINDS, Statement, statements

FACTS = ("issue", "cause")


def sorted_as(answer: Placements, case: Case) -> Iterator[tuple[Statement, str]]:
    """Yield each statement that lies in a column, with the column."""
    for id, one in statements(case).items():
        column = answer.column_of(id)
        if column in KINDS:
            yield one, column


def _finding(one: Statement, seen: str, why: str, do: str) -> Finding:
    return Finding("problem", f"“{one.title}” {seen}", why, do, (one.id,))


@rule("RISK-2")
def no_fact_among_the_risks(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something that is certain, an issue or a cause, is listed as a risk."""
    for one, column in sorted_as(answer, case):
        if column != "risk" or one.kind not in FACTS:
            continue
        yield _finding(
            one,
            "lies in Risk, but there is nothing uncertain in it: it is so already.",
            "A chance cannot be estimated of what is certain. It would fill the register, and the true risk "
            "that may come of it would be missing.",
            "Ask whether it has done harm already, or only says why harm may come.",
        )
    yield from _risks_found(answer, case)


def _risks_found(answer: Placements, case: Case) -> Iterator[Finding]:
    """Yield the praise for a column Risk that holds all the risks and nothing else."""
    placed = dict((one.id, column) for one, column in sorted_as(answer, case))
    known = statements(case)
    risks = [id for id, one in known.items() if one.kind == "risk"]
    if risks and [id for id in known if placed.get(id) == "risk"] == risks:
        yield Finding(
            "good",
            f"The {len(risks)} statements in Risk are those that are still uncertain and would do harm.",
        )


@rule("KIND-1")
def every_risk_is_seen(answer: Placements, case: Case) -> Iterator[Finding]:
    """A risk lies among what is certain or wished for."""
    for one, column in sorted_as(answer, case):
        if one.kind != "risk" or column == "risk":
            continue
        seen = {
            "issue": "lies in Issue, as if it had happened; it can still go well.",
            "cause": "lies in Cause, as if it were so today; it says what may happen and what then.",
            "wish": "lies in Wish, but nobody wants it.",
        }[column]
        yield _finding(
            one,
            seen,
            "What is not seen as a risk gets no chance, no owner and no plan.",
            "Look for the word that leaves it open, such as “may” or “if”, and ask who would be hurt.",
        )


@rule("KIND-2")
def issues_and_causes_are_told_apart(answer: Placements, case: Case) -> Iterator[Finding]:
    """An issue lies among the causes, or a cause among the issues."""
    for one, column in sorted_as(answer, case):
        if column not in FACTS or one.kind not in FACTS or column == one.kind:
            continue
        if one.kind == "issue":
            yield _finding(
                one,
                "lies in Cause, but it does harm now.",
                "Harm that is there needs somebody who ends it. As a mere cause it would wait for a risk "
                "that names it.",
                "Ask what it costs today, and whom.",
            )
        else:
            yield _finding(
                one,
                "lies in Issue, but nobody has been hurt by it so far.",
                "Of a cause one asks what may come of it. As an issue it would be ticked off, and that "
                "question never asked.",
                "Go on with “and so it may happen that …”: if that is where the harm begins, it is no issue.",
            )


@rule("KIND-3")
def wishes_are_no_facts(answer: Placements, case: Case) -> Iterator[Finding]:
    """A wish lies among facts or risks, or a fact among the wishes."""
    for one, column in sorted_as(answer, case):
        if one.kind == "wish" and column != "wish":
            yield _finding(
                one,
                f"lies in {KINDS[column]}, but it says what somebody wants, not what is or may come.",
                "A goal is what risks endanger. Taken for one of them it has no chance and no effect.",
                "Ask “what could keep us from it?”: the answers to that are the risks.",
            )
        elif one.kind in FACTS and column == "wish":
            yield _finding(
                one,
                "lies in Wish, but it is so today, whether anybody likes it or not.",
                "What is so must be dealt with or watched; nobody works through a list of wishes for that.",
                "Ask whether it does harm already, or says why harm may come.",
            )


RULES = (
    no_fact_among_the_risks,
    every_risk_is_seen,
    issues_and_causes_are_told_apart,
    wishes_are_no_facts,
)
