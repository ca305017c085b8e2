"""What is wrong with a figure of exercise 7.8, told by the number itself: each cell gets one verdict.

Codes RISK-… are those of the domain reference (section 7); what it has no code for is EV-….
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.risk.amounts import money
from tpm_kit.exercises.risk.value_cells import CHANCE, VALUE, Sheet, right_chance, right_money
from tpm_kit.exercises.risk.value_sums import Event, Option, Sums, Threat, option_value, p80, sums
from tpm_kit.exercises.roadmap.how_sure_forecast import days
from tpm_kit.exercises.wording import names, percent
from tpm_kit.methods.expected_value import probability_of_any

RIGHT = ""
"""The code of a figure that is right."""
SIGN = " What is lost stands below 0 and what is gained above; added up, a lost sign counts double."


class Verdict(NamedTuple):
    """What is said of one cell: its code (`RIGHT` if it is right), what it seems to be, and what to try."""

    row: str
    column: str
    code: str
    why: str = ""
    do: str = ""


def verdicts(answer: Cells, case: Case) -> list[Verdict]:
    """Return a verdict for each cell that holds a figure, in the order of the table."""
    sheet, found = Sheet(answer, case), sums(case)
    return [
        *(one for threat in found.threats for one in _threat(threat, sheet, case)),
        *(one for gain in found.gains for one in _gain(gain, sheet, case)),
        *_any(found, sheet),
        *_reserve(found, sheet, case),
        *(one for option in found.options for one in _option(option, sheet, case)),
        *_better(found, sheet),
        *_both(found, sheet, case),
    ]


def loss_sum(threat: Threat, case: Case) -> str:
    """Return what a threat loses if it happens, as the sum that it is."""
    parts = [f"{days(threat.state.days.mean)} × {money(threat.per_day, case)}"] if threat.days else []
    parts += [money(threat.money, case)] if threat.money else []
    return f"({' + '.join(parts)})" if len(parts) > 1 else "".join(parts)


def _threat(one: Threat, sheet: Sheet, case: Case) -> Iterator[Verdict]:
    yield from _chance(one.id, one.chance, sheet, "its evidence")
    typed, own = sheet.money(one.id), sheet.chance(one.id)
    if typed is None:
        return
    targets = [chance * one.value for chance in (one.chance, own) if chance is not None]
    do = f"Work out chance × {loss_sum(one, case)}, with a minus before it."
    likely = -one.chance * (one.state.cost.likely + one.state.days.likely * one.per_day)
    known = {
        "That is the whole loss, as if it were certain to happen.": one.value,
        "That leaves out what the lost days cost.": -one.chance * one.money if one.days else None,
        "That leaves out the money and counts the days only.": -one.chance * one.days if one.money else None,
        "That takes the likely days and money; the average lies above them, since much can go worse.": likely,
        "That multiplies with the chance that it does not happen.": (1 - one.chance) * one.value,
    }
    if not _is(typed, targets) and one.score and _is_score(typed, one.score):
        why = (
            f"{one.score:g} is its score on the matrix. A score is a product of ranks: 20 is not twice as "
            "bad as 10, and no money stands behind it."
        )
        yield Verdict(one.id, VALUE, "RISK-9", why, do)
    else:
        yield _signed(one.id, typed, targets, known, do, f"A threat takes money away.{SIGN}")


def _is_score(typed: float, score: float) -> bool:
    """Say whether a sum in thousands is a score, written as single units or as thousands."""
    return min(abs(abs(typed) * 1000 - score), abs(abs(typed) - score)) < 1e-6


def _gain(one: Event, sheet: Sheet, case: Case) -> Iterator[Verdict]:
    yield from _chance(one.id, one.chance, sheet, "its evidence")
    typed, own = sheet.money(one.id), sheet.chance(one.id)
    if typed is not None:
        targets = [chance * one.value for chance in (one.chance, own) if chance is not None]
        known = {
            "That is the whole gain, as if it were certain.": one.value,
            "That multiplies with the chance that it does not come.": (1 - one.chance) * one.value,
        }
        do = f"Work out chance × {money(one.value, case)}; it stays above 0."
        yield _signed(one.id, typed, targets, known, do, f"A chance to gain brings money in.{SIGN}")


def _chance(row: str, true: float, sheet: Sheet, where: str) -> Iterator[Verdict]:
    typed = sheet.chance(row)
    if typed is None:
        return
    if right_chance(typed, true):
        yield Verdict(row, CHANCE, RIGHT)
        return
    other = "That is the chance that it does not happen. " if right_chance(typed, 1 - true) else ""
    why = f"{other}A chance is a share of cases: how often it happened, of how often it could have."
    yield Verdict(row, CHANCE, "EV-2", why, f"Count once more in {where}.")


def _signed(
    row: str,
    typed: float,
    targets: Iterable[float],
    known: Mapping[str, float | None],
    do: str,
    direction: str,
) -> Verdict:
    """Return the verdict on a sum that may have lost its sign, or be one of the known mistakes."""
    targets = list(targets)
    if _is(typed, targets):
        return Verdict(row, VALUE, RIGHT)
    if _is(1000 * typed, targets):
        return Verdict(
            row, VALUE, "EV-1", "Read in single units this is next to nothing.", "Write all its digits."
        )
    if _is(-typed, targets):
        return Verdict(row, VALUE, "RISK-10", direction, "Turn the sign round.")
    name = next((words for words, value in known.items() if value and _is(abs(typed), [abs(value)])), "")
    why = name or "It is not what comes out on average over many such cases."
    if targets and typed * targets[0] < 0:
        why += " Its sign is turned round, too."
    return Verdict(row, VALUE, "EV-3", why, do)


def _is(typed: float, targets: Iterable[float]) -> bool:
    return any(right_money(typed, target) for target in targets)


def _any(found: Sums, sheet: Sheet) -> Iterator[Verdict]:
    typed = sheet.chance(found.any)
    if typed is None or len(found.threats) < 2:
        return
    chances = [one.chance for one in found.threats]
    own = [sheet.chance(one.id) for one in found.threats]
    targets = [found.at_least_one]
    if None not in own:
        targets.append(probability_of_any(own))
    if any(right_chance(typed, target) for target in targets):
        yield Verdict(found.any, CHANCE, RIGHT)
        return
    added = min(sum(chances), 1.0)
    known = {
        "That adds the chances up; whenever two happen it counts twice, and in the end passes 100 %.": added,
        "That is the chance that all of them happen.": prod(chances),
        "That is the chance that none of them happens.": prod(1 - one for one in chances),
        "That is the greatest of the chances alone.": max(chances),
        "That is the mean of the chances.": sum(chances) / len(chances),
    }
    name = next((words for words, value in known.items() if right_chance(typed, value)), "")
    why = name or "At least one is everything but none."
    none = " × ".join(f"(1 − {one:g})" for one in chances)
    yield Verdict(found.any, CHANCE, "EV-4", why, f"Work out the chance of none, {none}, and take it from 1.")


def _reserve(found: Sums, sheet: Sheet, case: Case) -> Iterator[Verdict]:
    row, typed = found.reserve, sheet.money(found.reserve)
    if typed is None or not found.threats:
        return
    parts = [*found.threats, *found.gains]
    own = [sheet.money(one.id) for one in parts]
    targets = [found.set_aside] + ([max(0.0, -sum(own))] if None not in own else [])
    lost = sum(one.chance * -one.value for one in found.threats)
    won = sum(one.chance * one.value for one in found.gains)
    struck = [Event(one.id, "", one.chance, -one.value, "") for one in found.threats]
    scores = sum(one.score or 0 for one in found.threats)
    do = "Add up your expected values with their signs; the reserve is what is lost, without its minus."
    if _is(typed, targets):
        yield Verdict(row, VALUE, RIGHT)
    elif scores and _is_score(typed, scores):
        why = (
            "That is the sum of the scores. Ranks do not add up to money, whatever they are multiplied with."
        )
        yield Verdict(row, VALUE, "RISK-9", why, do)
    elif won and _is(abs(typed), [lost + won]):
        why = f"That counts the gain as one more loss: its sign is lost.{SIGN}"
        yield Verdict(row, VALUE, "RISK-10", why, do)
    elif _is(abs(typed), [sum(p80([one]) for one in struck)]) and len(struck) > 1:
        why = "That adds up what each threat alone costs in four cases of five. Not all strike at once."
        yield Verdict(row, VALUE, "RISK-14", why, do)
    else:
        known = {
            "That is all losses together, as if every threat were certain.": sum(
                one.value for one in found.threats
            ),
            "That leaves the chance to gain out.": lost if won else None,
        }
        yield _signed(
            row, typed, targets, known, do, "A reserve is money that is set aside, so it is above 0."
        )


def _option(option: Option, sheet: Sheet, case: Case) -> Iterator[Verdict]:
    typed = [sheet.chance(branch.id) for branch in option.branches]
    whole = None not in typed
    if whole and abs(sum(typed) - 1) > 0.0101:
        for branch, own in zip(option.branches, typed, strict=True):
            if right_chance(own, branch.chance):
                yield Verdict(branch.id, CHANCE, RIGHT)
                continue
            yield Verdict(
                branch.id,
                CHANCE,
                "RISK-10",
                f"The branches of an option are all that can happen, and one of them does. {option.title}: "
                f"yours add up to {percent(sum(typed))}.",
                "Count one of them in the evidence; the other is what is left to 100 %.",
            )
    else:
        for branch in option.branches:
            yield from _chance(branch.id, branch.chance, sheet, "the evidence of the branches")
    value = sheet.money(option.id)
    if value is None:
        return
    targets = [option_value(option)] + ([option.value(typed)] if whole else [])
    weighed = option_value(option) + option.cost
    values = [branch.value for branch in option.branches]
    known = {
        f"That leaves out the {money(option.cost, case)} that the option costs in any case.": weighed,
        "That is its cost alone, as if nothing could come after it.": -option.cost,
        "That takes the worst branch for certain.": min(values) - option.cost,
        "That takes all branches for equally likely.": sum(values) / len(values) - option.cost,
    }
    do = f"Add up chance × value over its branches, and take away {money(option.cost, case)}."
    if weighed and _is(value, [-option.cost - weighed]) and not _is(value, targets):
        why = f"That counts what a branch loses as if it were gained.{SIGN}"
        yield Verdict(option.id, VALUE, "RISK-10", why, do)
    else:
        yield _signed(
            option.id, value, targets, known, do, f"Both its cost and its branches take money away.{SIGN}"
        )


def _better(found: Sums, sheet: Sheet) -> Iterator[Verdict]:
    typed = sheet.money(found.better)
    if typed is None or not found.options:
        return
    own = [sheet.money(option.id) for option in found.options]
    targets = [found.gap]
    if None not in own:
        first, second = sorted(own, reverse=True)[:2]
        targets.append(first - second)
    values = [option_value(option) for option in found.options]
    bare = sorted(
        (value + option.cost for value, option in zip(values, found.options, strict=True)), reverse=True
    )
    known = {
        "That is the difference of the branches alone; each option has a cost as well.": bare[0] - bare[1],
        "That is the sum of the two.": sum(values),
        "That is the difference of their costs alone.": abs(found.options[0].cost - found.options[1].cost),
    }
    do = "Take the lower of the values of your options from the higher one."
    direction = "The better option lies above the other, so the difference is above 0."
    yield _signed(found.better, typed, targets, known, do, direction)


def _both(found: Sums, sheet: Sheet, case: Case) -> Iterator[Verdict]:
    typed = sheet.money(found.both)
    if typed is None or not found.events:
        return
    true = p80(found.events)
    if right_money(abs(typed), true):
        yield Verdict(found.both, VALUE, RIGHT)
        return
    singles = [p80([event]) for event in found.events]
    mean = sum(event.chance * event.value for event in found.events)
    none = prod(1 - event.chance for event in found.events)
    if right_money(abs(typed), sum(singles)):
        each = names([money(one, case) for one in singles], len(singles))
        why = (
            f"That adds up the P80 of each alone, {each}. Percentiles do not add up: both happen far less "
            "often than one time in five."
        )
    elif right_money(abs(typed), mean):
        why = "That is what they cost on average. P80 is the sum that suffices in four cases of five."
    elif right_money(abs(typed), 0):
        why = f"Nothing happens in {percent(none)} of all cases only, and P80 must suffice in 80 %."
    else:
        why = (
            "P80 is the least sum that suffices in four cases of five, and only sums that can come up count."
        )
    ways = "Write down the chances of none, of exactly one and of both, and go up until 80 % are covered."
    yield Verdict(found.both, VALUE, "RISK-14", why, ways)
