"""What the feedback on a MoSCoW board says of the plan as a whole: shares, capacity, balance.

Codes MOSCOW-… are those of the domain reference (section 4.1); what it has no code for is PLAN-….

Shares are by effort, and Won't is left out of them. Items without an effort count in no share; `unsized`
says so. What is planned is a release, or a smaller `box` of time: its word in the sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.wording import names, percent, points
from tpm_kit.methods.moscow import COULD_GUIDE, LANES, MUST_LIMIT, effort_by_lane, effort_shares


def in_lane(answer: Placements, case: Case, lane: str) -> list[BacklogItem]:
    """Return the items that the answer puts into a lane, in their order."""
    items = short_titles(case)
    return [items[id] for id in answer.column(lane) if id in items]


def lane_of(answer: Placements, id: str) -> str | None:
    """Return the lane of an item, or None if it lies in none (a stored answer may name lanes that are
    gone)."""
    column = answer.column_of(id)
    return column if column in LANES else None


def efforts(answer: Placements, case: Case) -> dict[str, float]:
    """Return the effort in each lane, over the items that have one."""
    return effort_by_lane(
        (lane, item.effort)
        for lane in LANES
        for item in in_lane(answer, case, lane)
        if item.effort is not None
    )


def planned(totals: dict[str, float]) -> float:
    """Return the effort that the plan holds: Must, Should and Could."""
    return totals["must"] + totals["should"] + totals["could"]


def promised(case: Case) -> list[BacklogItem]:
    """Return the Musts and then the Shoulds of the learner's release board, in its order."""
    board, items = case.earlier.get("moscow") or Placements(), {item.id: item for item in case.items}
    return [items[id] for lane in ("must", "should") for id in board.column(lane) if id in items]


@rule("MOSCOW-1", "effort", whole=True)
def musts_within_limit(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Musts take more than 60 % of the planned effort."""
    totals = efforts(answer, case)
    share = effort_shares(totals)["must"]
    sums = f"{points(totals['must'])} of {planned(totals):.10g}"
    if share > MUST_LIMIT:
        biggest = sorted(
            (item for item in in_lane(answer, case, "must") if item.effort), key=lambda item: -item.effort
        )
        yield Finding(
            "caution",
            f"Musts take {percent(share, MUST_LIMIT)} of the planned effort ({sums}); the guidance is at "
            "most 60 %.",
            "Should and Could are the room to give way in: with more than 60 % promised, one bad surprise "
            "breaks the promise. "
            "More can be right where estimates are known to hold, the approach is well understood, and "
            "team and surroundings are steady.",
            f"Ask of each, from the largest down ({names([item.title for item in biggest[:3]])}): does the "
            f"{box} really fail without it?",
        )
    elif share:
        yield Finding(
            "good",
            f"Musts take {percent(share)} of the planned effort ({sums}), within the 60 % that leave room.",
        )


@rule("MOSCOW-2", "effort", whole=True)
def coulds_give_contingency(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Coulds take less than about 20 % of the planned effort."""
    totals = efforts(answer, case)
    share = effort_shares(totals)["could"]
    if planned(totals) and share < COULD_GUIDE:
        short = COULD_GUIDE * planned(totals) - totals["could"]
        yield Finding(
            "caution",
            f"Coulds take {percent(share, COULD_GUIDE)} of the planned effort ({points(totals['could'])} "
            f"of {planned(totals):.10g}); "
            "the guidance is about 20 %.",
            "Coulds are the contingency: what you drop first when work takes longer than thought.",
            f"About {points(math.ceil(round(short, 9)))} more in Could would do. "
            f"{_least_value(answer, case, box)}".strip(),
        )


def _least_value(answer: Placements, case: Case, box: str) -> str:
    """Name the Shoulds that could give way first; empty where no value is known, and for less than a release,
    since within one what others wait for counts before value."""
    if box != "release":
        return ""
    known = [item for item in in_lane(answer, case, "should") if item.value is not None]
    least = [item.title for item in sorted(known, key=lambda item: item.value)[:2]]
    return f"Least value among your Shoulds: {names(least)}." if least else ""


@rule("MOSCOW-3", "effort", whole=True)
def shares_by_effort(answer: Placements, case: Case) -> Iterator[Finding]:
    """Counting cards would tell another story than adding up effort."""
    counts = {lane: len(answer.column(lane)) for lane in LANES}
    count = effort_shares(counts)["must"]
    share = effort_shares(efforts(answer, case))["must"]
    if planned(efforts(answer, case)) and (count > MUST_LIMIT) != (share > MUST_LIMIT):
        yield Finding(
            "note",
            f"By number of cards Musts are {percent(count, MUST_LIMIT)} of the plan, by effort "
            f"{percent(share, MUST_LIMIT)}.",
            "Effort is what fills the release, so the share by effort is the one that counts.",
        )


@rule("MOSCOW-5", whole=True)
def wont_is_written_down(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Nothing is agreed to be left out, or the list could be read as "never"."""
    wont = in_lane(answer, case, "wont")
    if not wont:
        yield Finding(
            "caution",
            f"Nothing is in Won't: the plan promises each of the {len(answer.places)} items in some way.",
            "What is not ruled out, somebody will expect. Won't says in time what will not come in this "
            f"{box}.",
            f"Move what you would not start in this {box}, and tell those who asked for it.",
        )
    else:
        yield Finding(
            "note",
            f"Won't holds {len(wont)} of {len(answer.places)} items ("
            f"{names([item.title for item in wont], 3)}): not in this {box}, not “never”.",
            "Say so to those who asked, with the date when you will look at them again.",
        )


@rule("MOSCOW-6", whole=True)
def not_all_musts(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Everything is a Must."""
    if len(answer.places) > 1 and len(answer.column("must")) == len(answer.places):
        yield Finding(
            "problem",
            f"All {len(answer.places)} placed items are Musts.",
            "If everything is a Must, nothing is prioritised, and time will choose what slips.",
            f"Start from the other end: which item could be missing, and the {box} would still be worth "
            "having?",
        )


@rule("MOSCOW-7", "effort", "capacity")
def promises_fit(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Must and Should together exceed the capacity, although the plan promises both."""
    totals = efforts(answer, case)
    promised, capacity = totals["must"] + totals["should"], case.capacity.points
    sums = f"Must and Should add up to {points(promised)} ({totals['must']:.10g} + {totals['should']:.10g})"
    over = round(promised - capacity, 9)
    if over > 0:
        yield Finding(
            "problem",
            f"{sums}; the {box} has room for {capacity:.10g}.",
            "The plan promises both lanes, so it is broken before the first day.",
            f"Move at least {points(over)} out of them. {_least_value(answer, case, box)}".strip(),
        )
    elif promised:
        yield Finding("good", f"{sums} and fit into the {points(capacity)} of the {box}.")
        yield from _coulds_beyond(totals, capacity, box)


def _coulds_beyond(totals: dict[str, float], capacity: float, box: str) -> Iterator[Finding]:
    if round(planned(totals) - capacity, 9) > 0:
        yield Finding(
            "note",
            f"With the Coulds the plan comes to {points(planned(totals))}, "
            f"{planned(totals) - capacity:.10g} more than the {box} has room for.",
            "Some Coulds are sure to be dropped. Coulds that could fit make a better contingency.",
        )


@rule("PLAN-1", whole=True)
def something_must_ship(answer: Placements, case: Case, box: str = "release") -> Iterator[Finding]:
    """Nothing is a Must."""
    if not answer.column("must"):
        yield Finding(
            "caution",
            f"None of the {len(answer.places)} placed items is a Must.",
            f"Then the plan does not say what the {box} fails without, and any part of it may be dropped.",
            f"Ask of each Should: is the {box} worth having without it?",
        )


BALANCE_RULES = (
    not_all_musts,
    something_must_ship,
    promises_fit,
    musts_within_limit,
    coulds_give_contingency,
    wont_is_written_down,
    shares_by_effort,
)
