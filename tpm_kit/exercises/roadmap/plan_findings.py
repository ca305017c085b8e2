"""What the feedback says of any plan made of bars, be it the first or a later one: too much in a sprint, work
before what it needs, one person in two places, dates that are missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpm_kit.exercise import Finding, Level
from tpm_kit.exercises.roadmap.bars import NEAR, Bar, Bars, Clash, effort_bars, late
from tpm_kit.exercises.roadmap.plan import Plan, Planned
from tpm_kit.exercises.roadmap.roadmap_board import figure
from tpm_kit.exercises.roadmap.sprint_words import first_up, sprint_name
from tpm_kit.exercises.wording import date, names, points
from tpm_kit.methods.capacity import double_booked

MOST_NAMED = 6
"""Items that one finding names."""


class Room(NamedTuple):
    """The points of one team in each sprint, and those that it can finish; "" stands for all together."""

    team: str
    points: tuple[float, ...]
    capacity: float
    """Points that it can usually finish in a sprint."""
    changed: Mapping[int, float] = {}
    """The same where it is not as usual, by the number of the sprint."""

    def fits(self, sprint: int) -> float:
        """Return the points that the team can finish in a sprint."""
        return self.changed.get(sprint, self.capacity)

    def over(self) -> list[int]:
        """Return the numbers of the sprints that hold more than the team can finish."""
        return [n for n, points in enumerate(self.points, start=1) if points > self.fits(n) + NEAR]


def level_of_sums(plan: Plan) -> Level:
    """Too much is a fault of the sums; of a capacity that is only assumed it is a guess."""
    return "problem" if plan.measured else "caution"


def in_sprint(room: Room, sprint: int, placed: Bars, plan: Plan) -> list[Bar]:
    """Return the bars of a team in a sprint, the one that takes most of it first."""
    here = [
        bar
        for bar in placed.values()
        if bar.start <= sprint <= bar.end and room.team in ("", plan.by_id[bar.id].team)
    ]
    return sorted(here, key=lambda bar: -(plan.by_id[bar.id].effort or 0) / bar.span)


def too_much(room: Room, over: Sequence[int], placed: Bars, plan: Plan, why: str, do: str) -> Finding:
    """Return what is said of a team whose sprints `over` hold too much: the worst of them, and which others
    do. `why` and `do` depend on whether the plan is new."""
    worst = max(over, key=lambda sprint: (room.points[sprint - 1] - room.fits(sprint), -sprint))
    held, fits = room.points[worst - 1], room.fits(worst)
    here = in_sprint(room, worst, placed, plan)
    others = [f"sprint {sprint}" for sprint in over if sprint != worst]
    too = f" {first_up(names(others))} {'is' if len(others) == 1 else 'are'} over, too." if others else ""
    team = f" of {room.team}" if room.team else ""
    fallen = f" that are left of the {figure(room.capacity)}" if fits < room.capacity - NEAR else ""
    assumed = "" if plan.measured else " that are assumed"
    return Finding(
        level_of_sums(plan),
        f"{first_up(sprint_name(plan, worst))} holds {points(round(held, 2))}{team}, "
        f"{figure(held - fits)} more than the {figure(fits)}{fallen}{assumed}: "
        f"{names([plan.by_id[bar.id].title for bar in here], MOST_NAMED)}.{too}",
        why,
        do,
        tuple(bar.id for bar in here[:MOST_NAMED]),
    )


def unsized(items: Iterable[Planned]) -> Iterator[Finding]:
    """Note the items that count as nothing, since nobody has said how large they are."""
    titles = [item.title for item in items if item.effort is None]
    if titles:
        yield Finding(
            "note",
            f"Nobody has said how large these items are, so that they count as nothing: {names(titles)}.",
            "The load of their sprints is higher than it looks.",
        )


def too_early(clash: Clash, plan: Plan, instead: str = "") -> Finding:
    """Return what is said of a bar that starts before one that it needs is done. `instead` is what else can
    be done about it, as the end of a sentence."""
    before, after = clash
    free = before.end + 1
    sooner = f"finish what it needs sooner{f', or {instead}' if instead else ''}."
    return Finding(
        "problem",
        f"{plan.by_id[after.id].title} starts in {sprint_name(plan, after.start)}, but needs "
        f"{plan.by_id[before.id].title}, which is done at the end of {sprint_name(plan, before.end)}.",
        "What it stands on is not there when its work begins. What a sprint makes is done at its end, so "
        "the next one is the earliest that can build on it.",
        f"Start it in sprint {free} or later,{'' if instead else ' or'} {sooner}"
        if free <= plan.count
        else f"No sprint is left after that one, so {sooner}",
        (after.id, before.id),
    )


def in_two_places(placed: Bars, plan: Plan) -> Iterator[Finding]:
    """Find each person who is needed by two bars in the same sprint; the same bars are named once."""
    twice: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for booking in double_booked(effort_bars(placed, plan)):
        twice.setdefault((booking.person, booking.ids), []).append(booking.sprint)
    for (person, ids), sprints in twice.items():
        when = names([sprint_name(plan, sprint) for sprint in sprints])
        yield Finding(
            "problem",
            f"{person} is on {len(ids)} bars at once in {when}: "
            f"{names([plan.by_id[id].title for id in ids], MOST_NAMED)}.",
            "Each of them needs this very person all the time. One of them will wait, and nobody knows "
            "which.",
            "Put one after the other, or find out who else can do it.",
            tuple(ids[:MOST_NAMED]),
        )


def missed_dates(placed: Bars, plan: Plan, now: int = 0) -> Iterator[Finding]:
    """Find each bar that ends after its deadline: a guideline only where no sprint after `now`, the last one
    that is closed, is over by then."""
    for item, bar, last in late(placed, plan):
        seen = (
            f"{item.title} is done at the end of {sprint_name(plan, bar.end)}; it is due on "
            f"{date(item.deadline)}."
        )
        if last > now:
            why = (
                "The work of a sprint is done at its end. A date that others set does not wait for the "
                "sprint around it."
            )
            do = f"End it in {sprint_name(plan, last)} at the latest."
        elif now:
            why = "No sprint that can still be planned is over by then, so the date is lost already."
            do = "Tell whoever waits for it today, and agree on another date."
        else:
            why = "No sprint of this plan is over by then."
            do = "Agree on another date before you plan on, or take the item out of the plan."
        yield Finding("problem" if last > now else "caution", seen, why, do, (item.id,))
