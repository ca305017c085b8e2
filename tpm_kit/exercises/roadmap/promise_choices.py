"""The dates and sentences of the promise, and what the learner's own forecast makes of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.roadmap.how_sure_forecast import Forecast, forecast
from tpm_kit.exercises.roadmap.how_sure_target import ID, Target, target
from tpm_kit.exercises.roadmap.plan_choice import worked_values

TABLE = "promise"
SHARES = {"p50": 50, "p80": 80, "p95": 95}
"""The dates that can be told: the share of runs, in percent, that are finished by then."""
FITS = {"even": "p50", "four": "p80", "nineteen": "p95"}
"""The sentences that name a chance, and the date that has it."""
SAYING = {
    "even": ("An even chance", "We aim at {day}. It is as likely later as earlier."),
    "four": ("Four in five", "By {day}, in four of five runs. You hear at once if that moves."),
    "nineteen": (
        "Nineteen in twenty",
        "By {day}, in nineteen of twenty runs. You hear at once if that moves.",
    ),
    "certain": ("It will be done", "It will be done on {day}."),
    "fast": ("No date", "It takes as long as it takes; we do not name a day."),
    "warn": ("A warning", "Your date may be missed. By {day} it is done; until then we do the following …"),
}
"""What can be said with a date: a short name to choose it by, and the sentence."""
USUAL = {
    "team": ("The team", "Plans its work by it, and can move work if the date moves."),
    "sponsor": ("The sponsor", "Pays for the work, and tells others inside what will be there when."),
    "supervisor": (
        "Whoever set the date",
        "Stands outside, and will not move the date: an authority or a customer.",
    ),
}
"""The audiences where a case names none: their titles, and what they do with a date."""


class Audience(NamedTuple):
    """Somebody who is told a date."""

    id: str
    title: str
    fact: str


@dataclass(frozen=True)
class Basis:
    """What the promises stand on: the learner's forecast, the worked one, or none."""

    target: Target
    forecast: Forecast | None
    yours: bool

    def time(self, choice: str) -> float | None:
        """Return the time of a choice, in working days from the start."""
        return self.forecast.at(SHARES[choice]) if self.forecast and choice in SHARES else None

    def day(self, choice: str) -> datetime.date | None:
        """Return the day of a choice, where it is known."""
        time = self.time(choice)
        return None if time is None else self.target.day(time)

    def when(self, choice: str) -> str:
        """Return the day of a choice in words, or only what it is called."""
        time = self.time(choice)
        return choice.upper() if time is None else f"{self.forecast.when(time)} ({choice.upper()})"

    def sentence(self, words: str, choice: str) -> str:
        """Return what is said, with the day in it where it is known."""
        time = self.time(choice)
        return SAYING[words][1].format(day="this day" if time is None else self.forecast.when(time))

    def late(self, choice: str) -> int:
        """Return how many working days after the date a choice is."""
        time = self.time(choice)
        return 0 if time is None else self.target.late(time)


def audiences(case: Case) -> tuple[Audience, ...]:
    """Return who is told a date: the team, the sponsor, and whoever set it."""
    rows = {row["id"]: (row["title"], row["fact"]) for row in case.table(TABLE)}
    return tuple(Audience(id, *rows.get(id, usual)) for id, usual in USUAL.items())


@once
def basis(case: Case) -> Basis:
    """Return what the promises stand on: the learner's own three times, or else the worked ones."""
    plan, mine = target(case), case.earlier.get(ID)
    found = forecast(mine, case) if isinstance(mine, Cells) else None
    if found:
        return Basis(plan, found, True)
    return Basis(plan, forecast(Cells.of(worked_values(case, ID)), case), False)
