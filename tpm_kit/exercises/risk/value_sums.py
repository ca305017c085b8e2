"""What is worked out by hand in exercise 7.8: threats, a chance to gain, a decision, and what comes together.

Values are in thousands: what is gained above 0, what is lost below. A threat's loss is its mean money and its
mean days at the cost of a day, means as PERT has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, once
from tpm_kit.exercises.risk.buy_market import State, state_of
from tpm_kit.exercises.risk.levels import matrix_of
from tpm_kit.exercises.risk.register import Risk, open_risks, policy
from tpm_kit.exercises.roadmap.plan import free_id
from tpm_kit.exercises.wording import cut
from tpm_kit.methods.expected_value import (
    Branch,
    Fork,
    exposure,
    percentile,
    probability_of_any,
    reserve,
    worth_of,
)

TABLE = "expected-value"
MOST = 3
"""So many threats are worked out where the case names none: those that lose most."""
TITLE = 60
SAME = 1e-9
LEVEL = 0.8
"""The share of cases that P80 covers."""


@dataclass(frozen=True)
class Threat:
    """A risk of the register: its chance, and what is lost if it happens."""

    id: str
    title: str
    state: State
    per_day: float
    fact: str
    score: float | None
    """What the matrix gives its place; None where it has no scores."""

    @property
    def chance(self) -> float:
        """From 0 to 1."""
        return self.state.chance

    @property
    def money(self) -> float:
        """The mean of the money lost if it happens."""
        return self.state.cost.mean

    @property
    def days(self) -> float:
        """What the mean of the days lost costs."""
        return self.state.days.mean * self.per_day

    @property
    def value(self) -> float:
        """What all of it is worth if it happens: below 0."""
        return -(self.money + self.days)


@dataclass(frozen=True)
class Event:
    """Something that may happen, with one value: a gain above 0, a loss below."""

    id: str
    title: str
    chance: float
    value: float
    fact: str


@dataclass(frozen=True)
class Option:
    """A way to decide: what it costs in any case, and the branches that chance then takes."""

    id: str
    title: str
    cost: float
    fact: str
    branches: tuple[Event, ...]

    def value(self, chances: Sequence[float]) -> float:
        """Return what it would be worth with other chances, which may be rounded."""
        pairs = zip(chances, self.branches, strict=True)
        return exposure(Branch(chance, branch.value) for chance, branch in pairs) - self.cost


@dataclass(frozen=True)
class Sums:
    """All that is to be worked out, and the ids of the rows for what comes together."""

    threats: tuple[Threat, ...]
    gains: tuple[Event, ...]
    options: tuple[Option, ...]
    events: tuple[Event, ...]
    any: str
    reserve: str
    better: str
    both: str

    @property
    def branches(self) -> tuple[Event, ...]:
        """The branches of all options."""
        return tuple(branch for option in self.options for branch in option.branches)

    @property
    def at_least_one(self) -> float:
        """The chance that at least one of the threats happens."""
        return probability_of_any(one.chance for one in self.threats)

    @property
    def set_aside(self) -> float:
        """The reserve: what threats and gains lose on average together, 0 if they gain."""
        return reserve(Branch(one.chance, -one.value) for one in (*self.threats, *self.gains)).contingency

    @property
    def gap(self) -> float:
        """How much more the best option is worth than the one after it."""
        values = sorted((option_value(option) for option in self.options), reverse=True)
        return values[0] - values[1]

    @property
    def best(self) -> Option:
        """The option that is worth most."""
        return max(self.options, key=option_value)


def option_value(option: Option) -> float:
    """Return what an option is worth: its branches by their chances, less its cost."""
    return worth_of(Fork(tuple(as_branches(option.branches)), option.cost))


@once
def sums(case: Case) -> Sums:
    """Return what is worked out in a case; of a register without such a table its three greatest threats."""
    rows, per_day = case.table(TABLE), policy(case).cost_per_day
    register = {risk.id: risk for risk in open_risks(case)}
    named = [register[row["id"]] for row in rows if row["kind"] == "risk" and row["id"] in register]
    made = [_threat(risk, case, per_day) for risk in named or register.values()]
    threats = [one for one in made if one and 0 < one.chance < 1 and one.value < -SAME]
    if not named:
        threats = sorted(threats, key=lambda one: one.chance * one.value)[:MOST]
    events = {
        kind: tuple(_event(row, 1) for row in rows if row["kind"] == kind) for kind in ("gain", "event")
    }
    options = tuple(_option(row, rows) for row in rows if row["kind"] == "option")
    taken = {row["id"] for row in rows} | set(register)
    return Sums(
        tuple(threats),
        events["gain"] if threats else (),
        options if len(options) > 1 else (),
        events["event"],
        free_id("any", taken),
        free_id("reserve", taken),
        free_id("better", taken),
        free_id("both", taken),
    )


def _threat(risk: Risk, case: Case, per_day: float) -> Threat | None:
    state = state_of(risk)
    if state is None:
        return None
    score = matrix_of(case).score(*state.place(policy(case)))
    fact = cut(risk.fact, LONGEST)
    return Threat(risk.id, cut(risk.title, TITLE), state, per_day, fact, score)


def _event(row: dict, sign: int) -> Event:
    return Event(
        row["id"], cut(row["title"], TITLE), row["chance"], sign * row["value"], cut(row["fact"], LONGEST)
    )


def _option(row: dict, rows: Iterable[dict]) -> Option:
    branches = tuple(_event(one, -1) for one in rows if one["kind"] == "branch" and one["of"] == row["id"])
    return Option(row["id"], cut(row["title"], TITLE), row["value"], cut(row["fact"], LONGEST), branches)


def p80(events: Iterable[Event]) -> float:
    """Return the least sum that suffices in four cases of five, exactly. The events are independent."""
    return percentile(as_branches(events), LEVEL)


def as_branches(events: Iterable[Event]) -> list[Branch]:
    """Return events as the methods take them."""
    return [Branch(one.chance, one.value) for one in events]
