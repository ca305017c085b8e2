"""What the feedback on residual risk says: what a response moves on the matrix, and what is still too much.

RISK-5 and RISK-6 are those of the domain reference (section 7); RES-1 is a place that the numbers after the
response do not count to, RES-2 what holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.risk.matrix_board import days_of, level_counts, level_of, short_title
from tpm_kit.exercises.risk.offers import action_of, effect
from tpm_kit.exercises.risk.register import impact_band, money, policy
from tpm_kit.exercises.risk.residual_facts import Placed, placed
from tpm_kit.exercises.risk.responses_cells import KINDS
from tpm_kit.exercises.risk.treated import above_appetite
from tpm_kit.exercises.wording import names, percent

AXES = ("likelihood", "impact")


def _axis_findings(answer: Placements, case: Case) -> Iterator[tuple[Finding, str]]:
    """Yield what is wrong with a place, with the code that it belongs to."""
    for one in placed(answer, case):
        rises = [axis for axis in (0, 1) if one.at[axis] > one.way.before[axis]]
        if rises:
            yield _rises(one, rises, case), "RISK-5"
        elif one.way.after is None:
            yield from _unmoved(one, case)
        else:
            yield from _beside_the_numbers(one, case)


def _rises(one: Placed, axes: list[int], case: Case) -> Finding:
    higher = " and ".join(AXES[axis] for axis in axes)
    chosen = one.way.chosen
    changes = effect(chosen.risk, chosen.response, policy(case).currency)
    said = f" By “{action_of(chosen.response)}” {changes}." if chosen.told else ""
    return Finding(
        "problem",
        f"{short_title(chosen.risk)}: its {higher} is higher than before the response.{said}",
        "A response that makes its own risk bigger is none. What it brings besides is a risk of its own.",
        "Put it no higher than its grey card; give what it brings a line in the register.",
        (one.id,),
    )


def _unmoved(one: Placed, case: Case) -> Iterator[tuple[Finding, str]]:
    """Yield the problem of a response in own words that leaves its risk where it was."""
    if one.way.chosen.kind in ("mitigate", "avoid") and one.at == one.way.before:
        yield _no_lower(one, case), "RISK-5"


def _no_lower(one: Placed, case: Case) -> Finding:
    chosen = one.way.chosen
    changes = effect(chosen.risk, chosen.response, policy(case).currency)
    said = f", by which {changes}" if chosen.told else ""
    return Finding(
        "problem",
        f"{short_title(chosen.risk)}: it lies where it lay before “{action_of(chosen.response)}”{said}.",
        "If nothing is smaller afterwards, the money is better kept. If something is, it belongs elsewhere.",
        "Ask which of the two it lowers, the chance or the loss, and put the card there; or choose another "
        "response in 7.6.",
        (one.id,),
    )


def _beside_the_numbers(one: Placed, case: Case) -> Iterator[tuple[Finding, str]]:
    """Yield what a place says otherwise than the numbers that the response leaves."""
    way, chosen = one.way, one.way.chosen
    lowered = [axis for axis in (0, 1) if one.at[axis] < way.before[axis]]
    without = [axis for axis in lowered if way.after[axis] == way.before[axis]]
    if without:
        yield _without_reason(one, without, case), "RISK-5"
    elif not lowered and way.after != way.before:
        yield _no_lower(one, case), "RISK-5"
    elif one.at != way.after:
        axis = next(axis for axis in (0, 1) if one.at[axis] != way.after[axis])
        far = "too far down" if one.at[axis] < way.after[axis] else "not far enough"
        yield (
            Finding(
                "problem",
                f"{short_title(chosen.risk)}: {AXES[axis]}. {_numbers(one, axis, case)}",
                f"You moved it {far}: the bands at the edge of the board say in which one that lies.",
                "Count the residual as you counted the risk in 7.3: by its numbers after the response.",
                (one.id,),
            ),
            "RES-1",
        )


def _without_reason(one: Placed, axes: list[int], case: Case) -> Finding:
    chosen = one.way.chosen
    lowered = " and ".join(AXES[axis] for axis in axes)
    do = (
        "Put it where its grey card lies."
        if one.way.after == one.way.before
        else "Move it along the axis that the response changes, as far as its numbers say; leave the other "
        "as it was."
    )
    return Finding(
        "problem",
        f"{short_title(chosen.risk)}: you lowered its {lowered}. By “{action_of(chosen.response)}” "
        f"{effect(chosen.risk, chosen.response, policy(case).currency)}.{_stays(one, axes, case)}",
        f"{WHY.get(chosen.kind, '')}A risk that is lower on paper only comes as a surprise.",
        do,
        (one.id,),
    )


WHY = {
    "accept": "Who accepts a risk carries all of it. ",
    "escalate": "To tell somebody does not make it smaller before they have acted. ",
    "transfer": "Who pays is another one; whether it comes, and the days that it takes, are the same. ",
}
"""What each kind of response leaves, with a blank behind it."""


def _stays(one: Placed, axes: list[int], case: Case) -> str:
    """Say why numbers that do change leave the axis where it is; "" if none of them changes."""
    before, after = one.way.chosen.risk, one.way.chosen.response.after(one.way.chosen.risk)
    chance = before.chance != after.chance and 0 in axes
    loss = (before.days, before.cost) != (after.days, after.cost) and 1 in axes
    if not chance and not loss:
        return ""
    if chance and None not in (before.chance, after.chance) and after.chance > before.chance:
        return " That is no lower."
    here = policy(case)
    if (
        loss
        and before.days == after.days
        and impact_band(after.days, 0, here) >= impact_band(0, after.cost, here)
    ):
        return (
            f" The {days_of(after.days or 0)} are still lost, and of days and money the higher band counts."
        )
    return " That stays within the same band, so on the matrix it does not move."


def _numbers(one: Placed, axis: int, case: Case) -> str:
    """Return what the response leaves on an axis."""
    after = one.way.chosen.response.after(one.way.chosen.risk)
    if axis == 0:
        return f"The response leaves a chance of {percent(after.chance)}."
    lost = [days_of(after.days)] if after.days else []
    lost += [money(after.cost, policy(case).currency)] if after.cost else []
    return f"The response leaves a loss of {names(lost) or 'nothing'}."


@rule("RISK-5")
def residual_has_a_reason(answer: Placements, case: Case) -> Iterator[Finding]:
    """A risk lies no lower after its response, or lower without a reason that the response gives."""
    yield from (finding for finding, code in _axis_findings(answer, case) if code == "RISK-5")


@rule("RES-1")
def residual_fits_the_numbers(answer: Placements, case: Case) -> Iterator[Finding]:
    """A risk lies elsewhere than its numbers after the response."""
    yield from (finding for finding, code in _axis_findings(answer, case) if code == "RES-1")


@rule("RISK-6")
def above_the_appetite_is_decided(answer: Placements, case: Case) -> Iterator[Finding]:
    """What is left lies above the appetite, and nobody who may has decided that it stays."""
    here = policy(case)
    elsewhere = {id for finding, _ in _axis_findings(answer, case) for id in finding.cards}
    for one in placed(answer, case):
        if one.id in elsewhere:  # Whether it is too high shows once it lies where it belongs.
            continue
        chosen = one.way.chosen
        decided = chosen.kind == "escalate" or chosen.owner.casefold() == here.decider.casefold()
        if above_appetite(one.at, case) and not decided:
            yield Finding(
                "caution",
                f"{short_title(chosen.risk)}: it is still “{level_of(one.at, case)}” after "
                f"“{action_of(chosen.response)}” ({KINDS[chosen.kind].lower()}), above “{here.appetite}”.",
                f"What lies above the appetite may stay only if the {here.decider} has said so by name; or "
                "else you have decided for them.",
                f"Choose more against it in 7.6, or escalate it there. If the {here.decider} has agreed, "
                "then accept this and write down when.",
                (one.id,),
            )


@rule("RES-2", whole=True)
def what_is_left(answer: Placements, case: Case) -> Iterator[Finding]:
    """How many risks of each level are left. It finds no fault."""
    found = placed(answer, case)
    if not found or any(_axis_findings(answer, case)):
        return
    known = all(one.way.after is not None for one in found)
    before = names([f"{n} {level}" for level, n in level_counts((one.way.before for one in found), case)])
    after = names([f"{n} {level}" for level, n in level_counts((one.at for one in found), case)])
    high = [short_title(one.way.chosen.risk) for one in found if above_appetite(one.at, case)]
    still = f" Above the appetite: {names(high)}." if high else " None is above the appetite any more."
    yield Finding("good" if known else "note", f"Before the responses: {before}. After them: {after}.{still}")


RULES = (residual_has_a_reason, residual_fits_the_numbers, above_the_appetite_is_decided, what_is_left)
