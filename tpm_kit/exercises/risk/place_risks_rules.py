"""What the feedback says of where single risks lie on the matrix.

Codes RISK-… are those of the domain reference (section 7); what it has no code for is PLACE-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Level, rule
from tpm_kit.exercises.risk.evidence import (
    HAPPENED,
    HARMLESS,
    NEVER,
    at_upper_end,
    chance_of,
    evidence_of,
    loss_of,
    no_place,
    to_place,
)
from tpm_kit.exercises.risk.matrix_board import days_of, impact_ranges, likelihood_ranges, short_title
from tpm_kit.exercises.risk.placing import Placing, titles
from tpm_kit.exercises.risk.register import Risk, money
from tpm_kit.exercises.wording import count

MOST_QUOTED = 3
"""Risks up to which the feedback quotes the evidence of each."""
COUNT_AGAIN = (
    "Count again: in how many cases did it happen, out of how many? Then look for that share on the left of "
    "the board."
)
PLACE_OR_CORRECT = "Look for that share on the left of the board, or correct the register if it is wrong."
WHY_NOT = {
    HAPPENED: (
        "is on the matrix, but it is certain or has happened already",
        "A risk may still happen or not. What has happened is an issue: it has an owner and a day by which "
        "it is done, and no likelihood. On the matrix it takes the place of what can still be prevented.",
        "Put it back into the tray, and its work into the plan.",
    ),
    NEVER: (
        "is on the matrix with a chance of 0 %",
        "What cannot happen is no risk, and the lowest row means rare, not never.",
        "Put it back into the tray; or, if it can happen after all, give it a chance above 0.",
    ),
    HARMLESS: (
        "is on the matrix, but would cost neither days nor money",
        "Without an effect on an objective it is no risk. The lowest column means little, not nothing.",
        "Ask what would be worse if it happened: write that down as days or money, or leave it in the tray.",
    ),
}


@rule("RISK-3")
def belongs_on_the_matrix(answer: Placements, case: Case) -> Iterator[Finding]:
    """What has happened, cannot happen or harms nothing lies on the matrix."""
    for risk in Placing(answer, case).misfits:
        said, why, do = WHY_NOT[no_place(risk)]
        yield Finding("problem", f"{short_title(risk)} {said}{evidence_of(risk)}", why, do, (risk.id,))


@rule("RISK-3", whole=True)
def issues_stay_out(answer: Placements, case: Case) -> Iterator[Finding]:
    """What is no risk was left out."""
    board = Placing(answer, case)
    left = [risk for risk in to_place(case).values() if no_place(risk) and risk.id not in board.at]
    if left and not board.misfits:
        what = "is no risk and stays" if len(left) == 1 else "are no risks and stay"
        yield Finding("good", f"{titles(left)} {what} out of the matrix.")


@rule("PLACE-1")
def likelihood_fits(answer: Placements, case: Case) -> Iterator[Finding]:
    """A risk lies in another row than its evidence counts to."""
    board = Placing(answer, case)
    if board.swap:
        return
    known = [risk for risk in board.risks if board.counted(risk).likelihood is not None]
    off = [risk for risk in known if board.likelihood_off(risk)]
    for risk in off:
        quoted = evidence_of(risk) if len(off) <= MOST_QUOTED else "."
        end = at_upper_end(risk, case)
        belongs = f" {chance_of(risk)} is the upper end of {end}, and belongs to it." if end else ""
        row = board.at[risk.id][0]
        name, reach = board.policy.likelihoods[row].name, likelihood_ranges(case)[row]
        yield _misplaced(
            board,
            risk,
            board.likelihood_off(risk),
            f"{short_title(risk)} lies in {name} ({reach}). {_source(risk)} the chance is "
            f"{chance_of(risk)}{quoted}{belongs}",
            COUNT_AGAIN if risk.fact.strip() else PLACE_OR_CORRECT,
        )
    if known and not off:
        yield Finding("good", f"The likelihood of {_all(known)} fits what its evidence counts to.")


@rule("PLACE-2")
def impact_fits(answer: Placements, case: Case) -> Iterator[Finding]:
    """A risk lies in another column than the loss in its evidence."""
    board = Placing(answer, case)
    if board.swap:
        return
    known = [risk for risk in board.risks if board.counted(risk).whole]
    off = [risk for risk in board.risks if board.impact_off(risk)]
    for risk in (risk for risk in off if not board.lower_taken(risk)):
        quoted = evidence_of(risk) if len(off) <= MOST_QUOTED else "."
        # 2 days are "up to 5 days" as well, so the range alone does not show what is wrong with it.
        lower = " That fits into a lower band already." if board.impact_off(risk) > 0 else ""
        column = board.at[risk.id][1]
        name, reach = board.policy.impacts[column].name, impact_ranges(case)[column]
        yield _misplaced(
            board,
            risk,
            board.impact_off(risk),
            f"{short_title(risk)} lies in {name} ({reach}). If it happens it mostly costs "
            f"{loss_of(risk, case)}{quoted}{lower}",
            "Leave the chance aside: suppose that it happens. Take the usual loss, not the best or the worst "
            "case, and look for it at the top of the board.",
        )
    if known and not off:
        yield Finding("good", f"The impact of {_all(known)} fits the days and the money it costs.")


@rule("PLACE-3")
def higher_loss_counts(answer: Placements, case: Case) -> Iterator[Finding]:
    """Days and money give different bands, and the lower one was taken."""
    board = Placing(answer, case)
    for risk in board.risks if not board.swap else ():
        if board.lower_taken(risk):
            one = board.counted(risk)
            by_days = one.by_days == one.impact
            low = money(risk.cost, board.policy.currency) if by_days else days_of(risk.days)
            name = board.policy.impacts[board.at[risk.id][1]].name
            other = "days" if by_days else "money"
            yield Finding(
                "problem",
                f"{short_title(risk)} lies in {name}. That is its band by {'money' if by_days else 'days'} "
                f"({low}); by {other} ({loss_of(risk, case)}) it is a higher one.",
                "The higher of the two bands counts. What costs little and holds the release up for weeks is "
                "no small risk, and neither is what costs much and delays nothing." + _hidden(board, risk),
                f"Place it by its {other}.",
                (risk.id,),
            )


@rule("RISK-11")
def axes_are_not_exchanged(answer: Placements, case: Case) -> Iterator[Finding]:
    """The places fit much better with likelihood and impact exchanged."""
    swap = Placing(answer, case).swap
    if swap:
        shown = swap.risks[:4]
        yield Finding(
            "problem",
            f"With likelihood and impact exchanged, {count(len(swap.risks), 'risk')} would lie nearer to the "
            f"evidence: {titles(swap.risks)}. As they lie they are {count(swap.straight, 'band')} off in "
            f"all, exchanged {swap.exchanged}.",
            "A rare disaster then looks like a frequent trifle. The two differ in what helps against them, "
            "and a table such as that of NIST gives them different levels.",
            f"Take {short_title(shown[0])}: which is higher, how often it happens or what it costs then? "
            "Upwards stands how likely, to the right how bad. The single places are looked at after that.",
            tuple(risk.id for risk in shown),
        )


def _misplaced(board: Placing, risk: Risk, off: int, seen: str, do: str) -> Finding:
    """Return the finding on a risk that lies `off` bands too high (below 0: too low)."""
    far = abs(off) > 1
    level: Level = "problem" if far else "caution"
    bands = f"{abs(off)} bands" if far else "One band"
    why = (
        f"{bands} too high: it takes attention from what is worse."
        if off > 0
        else f"{bands} too low: nobody looks at it until it happens.{_hidden(board, risk)}"
    )
    know = "" if far else " If you know more than the register does, leave it there and write down what."
    return Finding(level, seen, why, do + know, (risk.id,))


def _hidden(board: Placing, risk: Risk) -> str:
    """Say that a place hides a risk from whoever must decide on it; "" if it does not."""
    if not board.hidden(risk):
        return ""
    level = board.matrix.level(*board.at[risk.id])
    return (
        f" As it lies it is {level}, within the appetite; by its evidence it is not, and whoever decides "
        f"({board.policy.decider}) would not hear of it."
    )


def _source(risk: Risk) -> str:
    return "Counted," if risk.fact.strip() else "By your register"


def _all(known: list[Risk]) -> str:
    return "the one risk that could be checked" if len(known) == 1 else f"each of {len(known)} risks"
