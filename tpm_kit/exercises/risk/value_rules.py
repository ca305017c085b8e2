"""What the feedback on the table of expected values says. Codes RISK-… are those of the domain reference
(section 7); what it has no code for is EV-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.amounts import money
from tpm_kit.exercises.risk.value_cells import CHANCE, LABELS, VALUE, Sheet, rows
from tpm_kit.exercises.risk.value_sums import option_value, p80, sums
from tpm_kit.exercises.risk.value_verdicts import RIGHT, verdicts
from tpm_kit.exercises.wording import percent


def said(answer: Cells, case: Case, code: str) -> Iterator[Finding]:
    """Yield a problem for each cell whose verdict has this code."""
    sheet, known = Sheet(answer, case), rows(case)
    for one in verdicts(answer, case):
        if one.code == code:
            seen = f"{known[one.row].title}: {LABELS[one.column]} is {sheet.text(one.row, one.column)}."
            yield Finding("problem", seen, one.why, one.do, (f"{one.row}:{one.column}",))


def right(answer: Cells, case: Case) -> set[tuple[str, str]]:
    """Return row and column of each cell that is right."""
    return {(one.row, one.column) for one in verdicts(answer, case) if one.code == RIGHT}


@rule("EV-1")
def figures_can_be_read(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds no chance or no sum of money in single units."""
    known = rows(case)
    for row, column, fault in Sheet(answer, case).faults():
        yield Finding(
            "problem",
            f"{known[row].title}: {LABELS[column]}. {fault}",
            "Chances and sums go into the same calculation, so both must be plain numbers.",
            "Write a chance as 40 % and a sum as a number with its sign.",
            (f"{row}:{column}",),
        )
    yield from said(answer, case, "EV-1")


@rule("EV-2")
def chances_are_counted(answer: Cells, case: Case) -> Iterator[Finding]:
    """A chance is not what the evidence says."""
    yield from said(answer, case, "EV-2")


@rule("EV-3")
def values_are_weighed(answer: Cells, case: Case) -> Iterator[Finding]:
    """An expected value is not chance times value, or leaves a part out."""
    yield from said(answer, case, "EV-3")
    found, done = sums(case), right(answer, case)
    if len(found.threats) > 1 and all((one.id, VALUE) in done for one in found.threats):
        most = min(found.threats, key=lambda one: one.chance * one.value)
        worst = min(found.threats, key=lambda one: one.value)
        text = f"On average “{most.title}” loses most, {money(-most.chance * most.value, case)}"
        if worst.id != most.id:
            text += f", although “{worst.title}” is worse if it happens"
        yield Finding("good", f"{text}.")
    if found.threats and (found.reserve, VALUE) in done:
        yield Finding(
            "good",
            f"The reserve is {money(found.set_aside, case)}.",
            "It covers these threats on average. In a single release it is too much or too little; for a "
            "promise take P80.",
        )


@rule("EV-4")
def at_least_one(answer: Cells, case: Case) -> Iterator[Finding]:
    """Chances are added up for the chance of at least one."""
    yield from said(answer, case, "EV-4")
    found = sums(case)
    if (found.any, CHANCE) in right(answer, case):
        yield Finding(
            "good",
            f"The chance that at least one of the threats strikes is {percent(found.at_least_one)}.",
            "It holds if they do not share a cause; with one cause behind them it is less, and the worst "
            "case more likely.",
        )


@rule("RISK-9")
def scores_are_no_money(answer: Cells, case: Case) -> Iterator[Finding]:
    """A score of the matrix is taken for money."""
    yield from said(answer, case, "RISK-9")


@rule("RISK-10")
def signs_and_sums_hold(answer: Cells, case: Case) -> Iterator[Finding]:
    """A sign is lost, or the chances of the branches do not add up to 1."""
    yield from said(answer, case, "RISK-10")


@rule("RISK-14")
def percentiles_do_not_add_up(answer: Cells, case: Case) -> Iterator[Finding]:
    """The P80s of single events are added up as the P80 of the whole."""
    yield from said(answer, case, "RISK-14")
    found = sums(case)
    if found.events and (found.both, VALUE) in right(answer, case):
        single = money(sum(p80([event]) for event in found.events), case)
        yield Finding(
            "good",
            f"Together they cost at most {money(p80(found.events), case)} in four cases of five; the "
            f"P80 of each alone, added up, would say {single}.",
        )


@rule("EV-5")
def what_is_decided(answer: Cells, case: Case) -> Iterator[Finding]:
    """Which option is worth most, and what its cost does to that."""
    found, done = sums(case), right(answer, case)
    if not found.options or any((option.id, VALUE) not in done for option in found.options):
        return
    bare = max(found.options, key=lambda option: option_value(option) + option.cost)
    flips = bare.id != found.best.id
    yield Finding(
        "good",
        f"“{found.best.title}” is the better decision, by {money(found.gap, case)}."
        + (f" Without their costs “{bare.title}” would look better." if flips else ""),
        "It is better on average. Whoever cannot bear the worst branch may decide otherwise, and should know "
        "what that costs.",
    )


RULES = (
    figures_can_be_read,
    chances_are_counted,
    values_are_weighed,
    at_least_one,
    scores_are_no_money,
    signs_and_sums_hold,
    percentiles_do_not_add_up,
    what_is_decided,
)
