"""What the feedback on a top five says of the methods: where it overrules them, and where they are silent.

Codes PRI-… are those of the domain reference (section 4); what it has no code for is TOP-….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.score_it_cells import score_text
from tpm_kit.exercises.prioritization.top_five_ranks import (
    LATER,
    TOP,
    WORDS,
    Comparison,
    Method,
    compare,
    in_column,
    is_complete,
)
from tpm_kit.exercises.wording import names, percent
from tpm_kit.methods.ranks import ties

CLOSE = 0.15
"""Items whose shares in the top differ by less than this count as not told apart: a choice, several times the
noise of the runs."""
LISTED = 3


@rule("PRI-1")
def overruled_scores_have_a_reason(answer: Placements, case: Case) -> Iterator[Finding]:
    """An item is taken that most methods leave out, or left out although most of them take it."""
    found = compare(case)
    count, top = len(found.methods), WORDS[found.top]
    if count < 2:
        return
    for item in in_column(answer, case, TOP):
        backers = found.backers(item.id)
        if len(backers) < count / 2:
            yield _overruled(
                f"{_of(len(backers), count)} {item.title} in the top {top} ({_ranks(found, item.id)}), and "
                "you took it.",
                item,
            )
    for item in in_column(answer, case, LATER):
        backers = found.backers(item.id, surely=True)
        if len(backers) > count / 2:
            yield _overruled(
                f"{_of(len(backers), count)} {item.title} in the top {top} ({_ranks(found, item.id)}), and "
                "you left it out.",
                item,
            )
    if is_complete(answer, case):
        yield from _agreement(in_column(answer, case, TOP), found)


def _of(backers: int, methods: int) -> str:
    if not backers:
        return "None of the methods has"
    if backers == methods:
        return f"All {WORDS[methods]} methods have" if methods > 2 else "Both methods have"
    few = "Only " if backers < methods / 2 else ""
    text = f"{few}{WORDS[backers] if few else WORDS[backers].capitalize()} of {WORDS[methods]} methods"
    return f"{text} {'has' if backers == 1 else 'have'}"


def _ranks(found: Comparison, id: str) -> str:
    return ", ".join(f"{method.label} {method.ranks[id]}" for method in found.methods)


def _overruled(seen: str, item: BacklogItem) -> Finding:
    return Finding(
        "caution",
        seen,
        "Scores are there to be overruled, but not in silence: those who asked will want to know why.",
        "Move the card, or accept this and write down what the scores do not know.",
        (item.id,),
    )


def _agreement(chosen: Sequence[BacklogItem], found: Comparison) -> Iterator[Finding]:
    agreed = [item.title for item in chosen if len(found.backers(item.id, surely=True)) == len(found.methods)]
    if agreed:
        many = f"{len(agreed)} of your {WORDS[found.top]} {'is' if len(agreed) == 1 else 'are'}"
        if len(agreed) == len(chosen):
            many = f"All of your {WORDS[found.top]} are" if len(agreed) > 1 else "Your choice is"
        yield Finding(
            "good",
            f"{many} in the top {WORDS[found.top]} of every method: {names(agreed, 5)}.",
        )


@rule("PRI-2", whole=True)
def the_line_holds(answer: Placements, case: Case) -> Iterator[Finding]:
    """The line runs between items that their inputs cannot tell apart."""
    found = compare(case)
    chosen, rest = in_column(answer, case, TOP), in_column(answer, case, LATER)
    if not (found.shares and chosen and rest):
        return
    top, shares = WORDS[found.top], found.shares
    pairs = [(one, other) for one in chosen for other in rest if _alike(shares[one.id], shares[other.id])]
    if pairs:
        one, other = min(pairs, key=lambda pair: abs(shares[pair[0].id] - shares[pair[1].id]))
        yield Finding(
            "caution",
            f"You took {one.title} and left out {other.title}. With every RICE input up to one step off, "
            f"they are in the top {top} in {percent(shares[one.id])} and {percent(shares[other.id])} of the "
            "runs.",
            "The score cannot tell them apart: the difference is smaller than what nobody knows about its "
            "inputs.",
            "Decide by what is not in the score (a date, what else needs the item, whose problem it solves), "
            "and write it down.",
            (one.id, other.id),
        )
        return
    last = min(chosen, key=lambda item: shares[item.id])
    first = max(rest, key=lambda item: shares[item.id])
    if shares[last.id] > shares[first.id]:
        yield Finding(
            "good",
            f"Your line holds: with every RICE input up to one step off, {last.title} is in the top {top} in "
            f"{percent(shares[last.id])} of the runs, {first.title} in {percent(shares[first.id])}.",
        )


def _alike(one: float, other: float) -> bool:
    """Say whether two shares are close, and not both as good as certain."""
    sure = all(not CLOSE <= share <= 1 - CLOSE for share in (one, other))
    return abs(one - other) < CLOSE and not sure


@rule("PRI-7")
def ties_are_declared(answer: Placements, case: Case) -> Iterator[Finding]:
    """A method gives items the same score."""
    found = compare(case)
    groups = [(method, group) for method in found.methods for group in _tied(method)]
    # A tie across the line leaves the choice open, so it is named first.
    groups.sort(key=lambda pair: not _across(*pair, found.top))
    if groups:
        titles = {item.id: item.title for item in found.items}
        said = [
            f"{method.label} has {names([titles[id] for id in group])} at rank {method.ranks[group[0]]} "
            f"({score_text(method.scores[group[0]])} each)"
            for method, group in groups
        ]
        across = [method.label for method, group in groups if _across(method, group, found.top)]
        why = "A tie is no order: whoever writes one down has decided by something else."
        if across:
            why = f"By {names(across)} it is open which of them are in the top {WORDS[found.top]}. {why}"
        more = f"; and {len(said) - LISTED} more" if len(said) > LISTED else ""
        yield Finding("note", f"Items tie: {'; '.join(said[:LISTED])}{more}.", why)


def _tied(method: Method) -> list[list[str]]:
    ids = list(method.scores)
    return [[ids[at] for at in group] for group in ties(list(method.scores.values()))]


def _across(method: Method, group: Sequence[str], top: int) -> bool:
    """Say whether a tie begins within the first `top` and ends behind them."""
    return method.ranks[group[0]] <= top < method.lowest(group[0])


@rule("TOP-4")
def who_is_compared(answer: Placements, case: Case) -> Iterator[Finding]:
    """A method is left out of the comparison for lack of an input."""
    found = compare(case)
    if found.left_out:
        lack = " Without RICE it is not known either how steady the ranks are." if not found.shares else ""
        verb = "is" if len(found.left_out) == 1 else "are"
        methods = names([method.label for method in found.methods], 5)
        yield Finding(
            "note",
            f"Compared are {methods}; {names(found.left_out, 5)} {verb} left out.",
            f"A method takes part once it has each of its inputs for all {len(found.items)} items.{lack}",
        )


SCORE_RULES = (overruled_scores_have_a_reason, the_line_holds, ties_are_declared, who_is_compared)
