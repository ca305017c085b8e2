"""What the feedback on responses says of all of them together: their cost, their owners, and what they bring.

RISK-13 is that of the domain reference (section 7). It has no code for the others: RESP-1 one owner of too
many, RESP-2 the same response for nearly all, RESP-3 a response that brings a risk, RESP-4 what holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.amounts import cost_of
from tpm_kit.exercises.risk.chances import read_share
from tpm_kit.exercises.risk.matrix_board import short_title
from tpm_kit.exercises.risk.offers import action_of, given, loss, loss_sum, own_risk, unpriced
from tpm_kit.exercises.risk.register import money, policy
from tpm_kit.exercises.risk.responses_cells import KINDS, shown
from tpm_kit.exercises.risk.responses_rows import ACTION, AFTER, COST, Row, columns, rows, seen
from tpm_kit.exercises.wording import names

TOO_MANY = 4
"""Risks with one owner, if they are more than half of all: a guide of this course."""
NEARLY_ALL = 3
"""Risks with the same response, if they are more than half of all (escalated), or all of them (accepted)."""


def saving(row: Row, case: Case) -> float | None:
    """Return what a response takes away on average, in thousands; None where nobody knows.

    Of a response in own words whose effect is not known it is the whole loss: more it cannot take away.
    """
    before = loss(row.risk, case)
    if before is None or row.response is None or unpriced(row.risk, case):
        return None
    return before - (loss(row.response.after(row.risk), case) or 0.0) if row.told else before


@rule("RISK-13")
def worth_its_cost(answer: Cells, case: Case) -> Iterator[Finding]:
    """A response costs more than it removes."""
    here = policy(case)
    for row in rows(answer, case):
        yield from _costs_read(row, answer, case)
        removed = saving(row, case) if row.settled else None
        cost = (row.response.cost or 0.0) if row.settled else 0.0
        if removed is None or cost <= 0 or cost <= removed + 1e-9:
            continue
        after = row.response.after(row.risk)
        sums = f"Before: {loss_sum(row.risk, case)}."
        if row.told:
            sums += f" After: {loss_sum(after, case)}. That removes {money(removed, here.currency)}"
        else:
            sums += f" Even if nothing were left of it, that would remove {money(removed, here.currency)}"
        text = f"“{action_of(row.response)}” costs {money(cost, here.currency)}. {sums}."
        yield Finding(
            "caution",
            seen(row, ACTION, text, case),
            f"On average you pay {money(cost - removed, here.currency)} more than you get back.",
            "Look for what removes as much for less. If there is more at stake than money, such as a duty "
            "with a date, accept this and say what.",
            (f"{row.risk.id}:{ACTION}",),
        )
    days = [
        row for row in rows(answer, case) if row.settled and row.response.cost and unpriced(row.risk, case)
    ]
    if days:
        yield Finding(
            "note",
            f"What a day of delay costs is not known, so nobody can say whether the response to "
            f"{names([short_title(row.risk) for row in days])} is worth its price.",
            "Days and money compare only by what a day costs.",
            "Ask what the people who would wait cost for a day, and hold that against the price.",
        )


def _costs_read(row: Row, answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield what is no cost or no chance, in a table that asks for them."""
    asked = (
        (COST, cost_of, "is no amount. Write a number, 0 or more, such as 4,200"),
        (AFTER, read_share, "is no chance in percent. Write a number from 0 to 100, such as 20"),
    )
    for column, read, fault in asked if COST in columns(case) else ():
        text = answer.text(row.risk.id, column).strip()
        if text and read(text) is None:
            yield Finding(
                "problem",
                seen(row, column, f"{shown(text, 40)} {fault}.", case),
                "Without the figure nobody can say whether the response is worth it.",
                cards=(f"{row.risk.id}:{column}",),
            )


@rule("RESP-1")
def owners_can_carry_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """One person owns too many of the risks."""
    found = [row for row in rows(answer, case) if row.owner]
    counts = Counter(row.owner.casefold() for row in found)
    for owner, count in counts.most_common(1):
        mine = [row for row in found if row.owner.casefold() == owner]
        if count >= TOO_MANY and count > len(found) / 2:
            yield Finding(
                "caution",
                f"{shown(mine[0].owner, 40)} owns {count} of {len(found)}: "
                f"{names([short_title(row.risk) for row in mine], 8)}.",
                "Several of them can come in the same week, and one person acts on one at a time. Who falls "
                "ill takes all of them along.",
                "Ask of each who would notice it first, and who may act without asking.",
            )


@rule("RESP-2")
def decisions_stay_where_they_can_be_made(answer: Cells, case: Case) -> Iterator[Finding]:
    """Nearly everything is escalated, or everything is accepted."""
    found = [row for row in rows(answer, case) if row.kind]
    up = [row for row in found if row.kind == "escalate"]
    if len(up) >= NEARLY_ALL and len(up) > len(found) / 2:
        yield Finding(
            "caution",
            f"You escalate {len(up)} of {len(found)}: {names([short_title(row.risk) for row in up], 8)}.",
            f"To the {policy(case).decider} this reads as if the team could decide nothing, and what is "
            "truly theirs to decide gets lost among the rest.",
            "Keep for them what needs their money, their name or another date; settle the rest in the team.",
        )
    if len(found) >= NEARLY_ALL and all(row.kind == "accept" for row in found):
        yield Finding(
            "caution",
            f"You accept all {len(found)}.",
            "They lie above the appetite: that is the line above which somebody wanted something done."
            if len(found) > 1
            else "",
            "Begin with the one where the least effort takes away the most.",
        )


@rule("RESP-3")
def what_it_brings(answer: Cells, case: Case) -> Iterator[Finding]:
    """A response brings a risk of its own."""
    for row in rows(answer, case):
        text = own_risk(row.response) if row.settled else ""
        if text:
            yield Finding(
                "note",
                seen(row, ACTION, f"The facts say: {shown(text.rstrip('.'), 200)}.", case),
                "A secondary risk is there because of the response; who does not write it down has only "
                "moved the risk.",
                "Give it a line of its own in the register, with an owner.",
                (f"{row.risk.id}:{ACTION}",),
            )


@rule("RESP-4", whole=True)
def what_they_cost_together(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the responses cost together, and what they take away. It finds no fault."""
    here, found = policy(case), [row for row in rows(answer, case) if row.settled]
    if not found or (given(case) and any(row.kind != row.response.kind for row in found)):
        return
    if not given(case) and any(cost_of(answer.text(row.risk.id, COST)) is None for row in found):
        return
    cost = sum(row.response.cost or 0.0 for row in found)
    kinds = Counter(row.kind for row in found)
    said = names([f"{count} × {KINDS[kind].lower()}" for kind, count in kinds.most_common()], 5)
    known = [one for row in found if row.told and (one := saving(row, case)) is not None]
    removed = sum(known)
    each = all((row.response.cost or 0.0) <= (saving(row, case) or 0.0) + 1e-9 for row in found)
    one = len(found) == 1
    text = f"The one response ({KINDS[found[0].kind].lower()}) costs" if one else ""
    text = f"{text or f'{len(found)} responses ({said}) cost'} {money(cost, here.currency)}"
    if known and removed >= 0:
        partly = "" if len(known) == len(found) else f", as far as it is known ({len(known)} of {len(found)})"
        text += f" and {'takes' if one else 'take'} away {money(removed, here.currency)} on average{partly}"
    yield Finding("good" if each and len(known) == len(found) else "note", f"{text}.")


BALANCE_RULES = (
    worth_its_cost,
    owners_can_carry_it,
    decisions_stay_where_they_can_be_made,
    what_it_brings,
    what_they_cost_together,
)
