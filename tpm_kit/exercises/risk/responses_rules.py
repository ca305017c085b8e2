"""What the feedback on responses says: who owns them, whether the word fits the action, triggers and days.

Codes RISK-… are those of the domain reference (section 7).
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.matrix_board import short_title
from tpm_kit.exercises.risk.offers import action_of, effect, given
from tpm_kit.exercises.risk.owners import owner_fault
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.responses_balance_rules import BALANCE_RULES
from tpm_kit.exercises.risk.responses_cells import (
    KINDS,
    MEANING,
    kinds_read,
    says_what_then,
    shown,
    trigger_fault,
)
from tpm_kit.exercises.risk.responses_rows import ACTION, DATE, OWNER, RESPONSE, TRIGGER, Row, rows, seen
from tpm_kit.exercises.risk.treated import treated
from tpm_kit.exercises.roadmap.externals_cells import read_cell
from tpm_kit.exercises.wording import date, names, percent


def not_an_owner(row: Row, case: Case) -> str:
    """Return why an owner is none, as a sentence; "" if it is one or the cell is blank."""
    people = policy(case).people
    if not row.owner or row.owner in people:
        return ""
    if people:
        return f"{shown(row.owner, 40)} is nobody of this case."
    found = read_cell(OWNER, row.owner)
    if found.code or found.asks or owner_fault(row.owner):
        return f"{shown(row.owner, 40)} is not one person who has agreed to it."
    return ""


@rule("RISK-1")
def owned_and_dated(answer: Cells, case: Case) -> Iterator[Finding]:
    """A response has no owner or no day."""
    for row in rows(answer, case):
        if not row.begun:
            continue
        fault = not_an_owner(row, case) or ("" if row.owner else "Nobody owns it.")
        if fault:
            yield Finding(
                "problem",
                seen(row, OWNER, fault, case),
                "What everybody is to watch nobody watches, and nobody says when it comes.",
                "Name the one person who is closest to the cause or can act on it, and ask them first.",
                (f"{row.risk.id}:{OWNER}",),
            )
        fault = row.day.fault if row.typed_date else "There is no day."
        if fault:
            strikes = f" It can strike by {date(row.risk.date)}." if row.risk.date else ""
            yield Finding(
                "problem",
                seen(row, DATE, fault, case),
                "Without a day nobody can see that it is late.",
                f"Give the day on which it is done, or decided, or looked at again.{strikes}",
                (f"{row.risk.id}:{DATE}",),
            )


@rule("RISK-4")
def the_word_fits_the_action(answer: Cells, case: Case) -> Iterator[Finding]:
    """A response is called something that its action is not."""
    for row in rows(answer, case):
        if row.action and row.response is None and (given(case) or row.kind):
            yield _unread(row, case)
        elif row.settled and given(case) and row.kind != row.response.kind:
            yield _misnamed(row, case)
        elif row.settled and not given(case):
            yield from _misread(row, case)


def _unread(row: Row, case: Case) -> Finding:
    return Finding(
        "problem",
        seen(row, ACTION, f"{shown(row.action)} says nothing that could be done about this risk.", case),
        "A response is something that somebody does.",
        "Choose one of the actions." if given(case) else "Say what is done, with a verb.",
        (f"{row.risk.id}:{ACTION}",),
    )


def _misnamed(row: Row, case: Case) -> Finding:
    changes = effect(row.risk, row.response, policy(case).currency)
    return Finding(
        "problem",
        seen(
            row,
            RESPONSE,
            f"You call it “{KINDS[row.kind]}”, which {MEANING[row.kind]}. But by “{action_of(row.response)}” "
            f"{changes}.",
            case,
        ),
        "The word says what is left afterwards and who acts. Read as another one, the risk looks smaller "
        "than it is, or nobody moves.",
        "Ask what the action changes: the chance, the loss, the plan, or who pays or decides. Then choose "
        "the word for it, or another action.",
        (f"{row.risk.id}:{RESPONSE}",),
    )


def _misread(row: Row, case: Case) -> Iterator[Finding]:
    """Yield what the learner's own words say against the kind that they chose."""
    read = kinds_read(row.action)
    before, after = row.risk.chance, row.response.chance_after
    if read and row.kind not in read:
        said = names([f"“{words}”, which sounds like “{KINDS[kind]}”" for kind, words in read.items()])
        text = f"You call it “{KINDS[row.kind]}”, which {MEANING[row.kind]}. The action says {said}."
    elif row.kind == "avoid" and after:
        text = f"You call it “Avoid”, which {MEANING['avoid']}, and leave a chance of {percent(after)}."
    elif row.kind == "mitigate" and None not in (before, after) and after >= before:
        goes = f"rises from {percent(before)} to" if after > before else "stays at"
        text = f"You call it “Mitigate”, and the chance {goes} {percent(after)}."
    else:
        return
    yield Finding(
        "caution",
        seen(row, RESPONSE, text, case),
        "The word says what is left afterwards and who acts.",
        "Choose the word that fits what is done. If yours does, accept this and write down why.",
        (f"{row.risk.id}:{RESPONSE}",),
    )


@rule("RISK-7")
def accepted_with_a_trigger(answer: Cells, case: Case) -> Iterator[Finding]:
    """A high risk is accepted without a trigger, or without saying what is done then."""
    for row in rows(answer, case):
        fault = trigger_fault(row.trigger) if row.trigger else "says nothing"
        if row.kind == "accept":
            if fault:
                yield _no_trigger(row, fault, case)
            elif not says_what_then(row.trigger) and not _prepared(row):
                yield _no_contingency(row, case)
        elif row.typed_trigger and fault:
            yield Finding(
                "caution",
                seen(row, TRIGGER, f"{shown(row.typed_trigger)} {fault}.", case),
                "A trigger that everybody reads in their own way goes off too late.",
                "Name what can be seen: a number that is passed, or what is missing on which day.",
                (f"{row.risk.id}:{TRIGGER}",),
            )


def _prepared(row: Row) -> bool:
    """Say whether the action on offer is itself a way to live with the risk, and not just to go on."""
    return row.response is not None and bool(row.response.due) and not row.response.id.endswith("-own")


def _no_trigger(row: Row, fault: str, case: Case) -> Finding:
    text = (
        f"{shown(row.trigger)} {fault}." if row.trigger else "It is accepted, and nothing says when to act."
    )
    high = "This risk lies above the appetite. " if treated(case).above else ""
    return Finding(
        "problem",
        seen(row, TRIGGER, text, case),
        f"{high}To accept it is a decision only if you know when you would decide anew; else it is hope.",
        "Name what can be seen, with a number or a day, and what you do then.",
        (f"{row.risk.id}:{TRIGGER}",),
    )


def _no_contingency(row: Row, case: Case) -> Finding:
    return Finding(
        "caution",
        seen(row, TRIGGER, f"{shown(row.trigger)} says when it comes, and not what you do then.", case),
        "Whoever sees it will ask you that, on a day on which there is no time to think.",
        "Go on behind it: “…, then we …”. If there is nothing to do, accept this and say why.",
        (f"{row.risk.id}:{TRIGGER}",),
    )


@rule("RISK-12")
def in_time(answer: Cells, case: Case) -> Iterator[Finding]:
    """A response comes too late, or rests on a review that is stale."""
    here = policy(case)
    for row in rows(answer, case):
        day, strikes = row.date, row.risk.date
        due = row.response.due if row.response and given(case) else None
        cell = (f"{row.risk.id}:{DATE}",)
        if day and day < here.today:
            text = f"{date(day)} is past; today is {date(here.today)}."
            why, do = (
                "What was to be done by then is either done or late.",
                "Give a day that is still to come.",
            )
            yield Finding("problem", seen(row, DATE, text, case), why, do, cell)
        elif day and strikes and day > strikes:
            text = f"{date(day)} comes after {date(strikes)}, by when the risk can strike."
            why = "What is done after that changes nothing any more."
            do = "Bring it forward, or choose what can be done in time."
            yield Finding("problem", seen(row, DATE, text, case), why, do, cell)
        elif day and due and day < due:
            text = f"You have {date(day)}; the facts say that it takes until {date(due)}."
            why = "A day that nobody can keep is the next risk."
            do = "Give a day from then on, or accept this and say how it gets done sooner."
            yield Finding("caution", seen(row, DATE, text, case), why, do, cell)
    yield from _stale(answer, case)


def _stale(answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield a note on the risks of which nobody has looked at the figures for too long."""
    here = policy(case)
    old = [
        (row.risk, (here.today - row.risk.reviewed).days)
        for row in rows(answer, case)
        if row.begun and row.risk.reviewed and (here.today - row.risk.reviewed).days > here.review_days
    ]
    if old:
        said = names([f"{short_title(risk)} ({days} days ago)" for risk, days in old])
        yield Finding(
            "note",
            f"Last looked at more than {here.review_days} days ago: {said}.",
            "Its figures may be those of another situation, and you are about to spend money on them.",
            "Ask the owner whether they still hold before you pay; 7.10 comes back to it.",
        )


RULES = (
    owned_and_dated,
    the_word_fits_the_action,
    accepted_with_a_trigger,
    in_time,
    *BALANCE_RULES,
)
