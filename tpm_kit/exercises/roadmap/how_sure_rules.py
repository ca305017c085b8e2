"""What the feedback on three times says of single items: units, order, spread, and what has happened before.

Codes PERT-… are those of the domain reference (section 6.3); what it has no code for is SURE-….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.how_sure_cells import (
    LABELS,
    estimates,
    faults,
    row_titles,
)
from tpm_kit.exercises.roadmap.how_sure_forecast import days
from tpm_kit.exercises.roadmap.how_sure_target import evidence, target
from tpm_kit.exercises.wording import names
from tpm_kit.methods.three_point import Estimate

ALIKE = 0.02
"""Rows whose times stand in the same proportion within this part of it were made with one factor."""
FAR = 0.6
"""An optimistic time below this part of the quickest past case wants a reason."""


def _faulty(answer: Cells, case: Case, code: str, why: str, do: str) -> Iterator[Finding]:
    titles = row_titles(case)
    for row, column, reading in faults(answer, case):
        if reading.code == code:
            seen = f"{titles[row]}: {LABELS[column]}. {reading.fault}"
            yield Finding("problem", seen, why, do, (f"{row}:{column}",))


@rule("SURE-1")
def days_are_known(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds no number of working days."""
    why = (
        "All times are added up along the paths, so they must be in one unit: working days from start to end."
    )
    yield from _faulty(answer, case, "SURE-1", why, "Write working days, such as 12.")


@rule("PERT-4")
def times_in_order(answer: Cells, case: Case) -> Iterator[Finding]:
    """The three times of an item are not in order."""
    why = "What goes well cannot take longer than what mostly happens, nor that longer than what goes wrong."
    yield from _faulty(answer, case, "PERT-4", why, "Order the three: optimistic ≤ likely ≤ pessimistic.")


@rule("SURE-2")
def spread_is_honest(answer: Cells, case: Case) -> Iterator[Finding]:
    """An item has no spread at all, or all items have the same in proportion."""
    known, titles = estimates(answer, case), row_titles(case)
    for id, estimate in known.items():
        if estimate.optimistic == estimate.pessimistic:
            yield Finding(
                "caution",
                f"{titles[id]}: pessimistic is {days(estimate.pessimistic)}, the same as optimistic.",
                "No spread says that nothing can go better or worse. Then this item can never move the "
                "finish, however the others run.",
                "Ask what would make it a day shorter, and what happened when it took much longer.",
                (f"{id}:pessimistic",),
            )
    spread = {id: one for id, one in known.items() if one.optimistic < one.pessimistic}
    if len(known) == len(target(case).items) and len(spread) == len(known) >= 3 and _one_factor(known):
        first = next(iter(known.values()))
        low, high = first.optimistic / first.likely, first.pessimistic / first.likely
        yield Finding(
            "caution",
            f"In all {len(known)} rows the optimistic time is {low:.2g} and the pessimistic {high:.2g} "
            "times the likely one.",
            "One factor for all says that a routine item is as uncertain as one that nobody has done "
            "before. The runs then cannot tell which item drives the finish.",
            "Give each item its own worst case: what could go wrong in this one?",
        )


def _one_factor(known: dict[str, Estimate]) -> bool:
    """Return whether all estimates are the likely time multiplied by the same two factors."""
    for pick in ("optimistic", "pessimistic"):
        factors = [getattr(one, pick) / one.likely for one in known.values()]
        if max(factors) - min(factors) > ALIKE * min(factors):
            return False
    return True


@rule("SURE-3")
def what_has_happened_can_happen(answer: Cells, case: Case) -> Iterator[Finding]:
    """An estimate leaves out what similar work has taken before."""
    known, titles, facts = estimates(answer, case), row_titles(case), evidence(case)
    if not any(item.id in facts for item in target(case).items):
        yield Finding(
            "note",
            f"Nothing is known here of how long work like these {len(target(case).items)} items took before, "
            "so your worst cases cannot be held against the past.",
            "Most people take half of what can happen for all of it.",
            "Look up three past cases for the item with the widest spread.",
        )
        return
    rows = [(id, one, sorted(facts[id]["past"])) for id, one in known.items() if id in facts]
    found = [
        finding
        for id, one, past in rows
        for finding in _against(id, titles[id], one, past, facts[id]["team"])
    ]
    yield from found
    if rows and len(known) == len(target(case).items) and not found:
        yield Finding(
            "good",
            f"The worst cases of all {len(rows)} items with past cases cover what has happened before, and "
            "no likely time is below it.",
        )


def _against(id: str, title: str, one: Estimate, past: list[float], team: str) -> Iterator[Finding]:
    """Yield where an estimate does not fit the past cases, sorted from quick to slow."""
    cases = names([f"{time:g}" for time in past], len(past))
    say = f"Similar work took {cases} working days"
    if one.pessimistic < past[-1]:
        yield Finding(
            "caution",
            f"{title}: pessimistic is {one.pessimistic:g}, but one past case took {past[-1]:g} working days.",
            f"{say}. What has happened once can happen again; a worst case below it makes P80 and P95 too "
            "early.",
            f"Take at least {past[-1]:g}, or write down what rules that case out this time.",
            (f"{id}:pessimistic",),
        )
    if one.likely <= past[0] < past[-1]:
        quick = "as quick as the quickest" if one.likely == past[0] else "quicker than any"
        team = f" The team says: {team}" if _names(team, one.likely) else ""
        yield Finding(
            "caution",
            f"{title}: likely is {one.likely:g}, {quick} of {len(past)} past cases.",
            f"{say}.{team} People picture a task without its interruptions; the past has them in it.",
            "Take a likely time from the middle of the past cases, or write down what is easier this time.",
            (f"{id}:likely",),
        )
    elif one.likely > past[-1]:
        yield Finding(
            "caution",
            f"{title}: likely is {one.likely:g}, slower than any of {len(past)} past cases.",
            f"{say}. Room for what may go wrong belongs into the pessimistic time, where the runs can use "
            "it.",
            "Take a likely time from the middle of the past cases, or write down what is harder this time.",
            (f"{id}:likely",),
        )
    if one.optimistic > past[0]:
        yield Finding(
            "caution",
            f"{title}: optimistic is {one.optimistic:g}, but one past case took only {past[0]:g} working "
            "days.",
            f"{say}. A best case that has been beaten before is no best case, and P50 comes out too late.",
            f"Take at most {past[0]:g}, or write down why it cannot go so well this time.",
            (f"{id}:optimistic",),
        )
    elif one.optimistic < FAR * past[0]:
        yield Finding(
            "note",
            f"{title}: optimistic is {one.optimistic:g}; the quickest past case took {past[0]:g} working "
            "days.",
            "A best case needs a reason as much as a worst case does.",
            "Say what could make it so much quicker than ever before.",
            (f"{id}:optimistic",),
        )


def _names(text: str, time: float) -> bool:
    """Return whether a text names this number."""
    return f"{time:g}" in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)


ESTIMATE_RULES = (
    days_are_known,
    times_in_order,
    spread_is_honest,
    what_has_happened_can_happen,
)
