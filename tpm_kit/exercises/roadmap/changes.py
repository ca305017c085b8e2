"""The difference between two plans, and what is written from it: the change log, and a message for each
audience.

Nothing here is made up. What has moved comes from the two plans, causes and reasons from the learner, dates
from the sprints: an item is done at the end of the last working day of its last sprint.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tpm_kit.exercises.roadmap.bars import Bar, Bars
from tpm_kit.exercises.roadmap.plan import Plan
from tpm_kit.exercises.wording import date

SLIPPED, EARLIER, OUT, IN = "slipped", "earlier", "out", "in"
LONGER, SHORTER, UNCHANGED = "longer", "shorter", "unchanged"
TEAM, SPONSOR, SUPERVISOR = "team", "sponsor", "supervisor"
"""The audiences, from those who hear everything to those who hear only what touches their dates."""
HEARS = {TEAM: (TEAM,), SPONSOR: (TEAM, SPONSOR), SUPERVISOR: (TEAM, SPONSOR, SUPERVISOR)}
"""Who hears of a change, by the last of them that the learner names."""


@dataclass(frozen=True, slots=True)
class Change:
    """How one item stands in two plans. A plan without the item has no bar for it."""

    id: str
    before: Bar | None
    after: Bar | None

    @property
    def kind(self) -> str:
        """What has become of it: `SLIPPED` or `EARLIER` by its end, `LONGER` or `SHORTER` where only its
        start has moved, `OUT` or `IN` where one plan lacks it, or `UNCHANGED`."""
        if self.before is None or self.after is None:
            return IN if self.after else OUT if self.before else UNCHANGED
        if self.after.end != self.before.end:
            return SLIPPED if self.after.end > self.before.end else EARLIER
        if self.after.start != self.before.start:
            return LONGER if self.after.start < self.before.start else SHORTER
        return UNCHANGED

    @property
    def sprints(self) -> int:
        """By how many sprints its end comes later; below 0: sooner. 0 where one plan lacks it."""
        return self.after.end - self.before.end if self.before and self.after else 0


class Reason(NamedTuple):
    """What the learner says of a change: its cause by name, why, and the last of those who must hear it."""

    cause: str = ""
    why: str = ""
    who: str = ""


@dataclass(frozen=True)
class Scene:
    """What a log or a message needs besides the changes."""

    title: str
    """Of the case."""
    plan: Plan
    """With the titles, teams, dates and sprints of today, for every item of either plan."""
    today: datetime.date | None = None
    causes: tuple[str, ...] = ()
    """What has happened, a text each."""
    wishes: tuple[str, ...] = ()
    """What the sponsor wants besides, a text each; they need not be told."""
    refused: tuple[str, ...] = ()
    """Ids of items that were asked for and left for after the release."""
    duties: tuple[str, ...] = ()
    """Ids of the items that the supervisor waits for."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the audiences are called, by id."""

    def item(self, id: str) -> str:
        """Return the title of an item."""
        return self.plan.by_id[id].title if id in self.plan.by_id else id

    def end(self, bar: Bar) -> str:
        """Return the end of a bar: "19 March 2027", or "end of sprint 5" where dates are not known."""
        dated = self.plan.dates(bar.end)
        return date(dated.last_day) if dated else f"end of sprint {bar.end}"

    def done(self, bar: Bar) -> str:
        """Return when a bar is done: "on 19 March 2027" or "at the end of sprint 5"."""
        return f"{'on' if self.plan.dates(bar.end) else 'at the'} {self.end(bar)}"


def within(name: str) -> str:
    """Return what an audience is called within a sentence.

    >>> within("The supervisor"), within("Dock and Yard")
    ('the supervisor', 'Dock and Yard')
    """
    return name[:1].lower() + name[1:] if name.split(" ")[0] in ("The", "Whoever") else name


def differences(before: Bars, after: Bars, plan: Plan) -> list[Change]:
    """Return a change for each item of either plan, unchanged ones too, in the order of `plan` and then of
    the plans themselves."""
    ids = dict.fromkeys((*(item.id for item in plan.items), *before, *after))
    return [Change(id, before.get(id), after.get(id)) for id in ids if id in before or id in after]


def applied(before: Bars, changes: Iterable[Change]) -> dict[str, Bar]:
    """Return the plan that the changes make of another one: the new plan, if they are the differences to
    it."""
    after = dict(before)
    for change in changes:
        after.pop(change.id, None)
        if change.after:
            after[change.id] = change.after
    return after


def changed(changes: Iterable[Change]) -> list[Change]:
    """Return what is not as it was, what hurts most first: out, slipped, new, and then what comes sooner."""
    order = (OUT, SLIPPED, IN, SHORTER, LONGER, EARLIER)
    return sorted(
        (change for change in changes if change.kind != UNCHANGED),
        key=lambda change: (order.index(change.kind), -change.sprints),
    )


def in_words(change: Change, scene: Scene) -> str:
    """Return what has become of an item, with its dates: "is done on 19 March 2027, two sprints
    later than planned (19 February 2027)"."""
    old, new = change.before, change.after
    match change.kind:
        case "out":
            return f"leaves this release; it was to be done {scene.done(old)}"
        case "in":
            return f"is new in this release, done {scene.done(new)}"
        case "slipped":
            return (
                f"is done {scene.done(new)}, {_count(change.sprints)} later than planned ({scene.end(old)})"
            )
        case "earlier":
            return (
                f"is done {scene.done(new)}, {_count(-change.sprints)} sooner than planned ({scene.end(old)})"
            )
        case "longer":
            return f"begins {_count(old.start - new.start)} sooner and is done {scene.done(new)} as planned"
        case "shorter":
            return f"begins {_count(new.start - old.start)} later and is done {scene.done(new)} as planned"
        case _:
            return f"stays as planned, done {scene.done(new)}" if new else "stays as it is"


def _count(sprints: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six")
    return f"{words[sprints] if sprints < len(words) else sprints} sprint{'s' * (sprints != 1)}"
