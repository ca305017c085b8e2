"""Expected value: what chances and effects come to on average, and which of several decisions is worth most.

One rule holds for all signs: what is gained is above 0 and what is lost below, so that more is better. Only
`exposure` and `reserve`, which speak of nothing but losses, count a loss as a number above 0.

Sources: J. F. Magee, "Decision Trees for Decision Making", Harvard Business Review, July 1964, for trees; the
PMBOK Guide (6th edition, 11.4 and 7.3) for expected monetary value and the two reserves.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import NamedTuple, TypeAlias

ROUNDING = 1e-9
"""Chances may miss a sum of 1 by so much, as thirds do in a computer; 0.33 three times is no sum of 1."""


class ChanceError(ValueError):
    """Chances that are none, or that do not add up to 1; `total` is their sum, None if there is none."""

    def __init__(self, message: str, total: float | None = None) -> None:
        super().__init__(message)
        self.total = total


@dataclass(frozen=True)
class Branch:
    """One way that things may go: its chance, from 0 to 1, and what it is worth.

    The value is a number in any unit, or what follows: a `Fork` or a `Decision`. Raises `ChanceError` for a
    chance that is none, and `ValueError` for a value that is neither.
    """

    chance: float
    value: Node = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "chance", _chance(self.chance))
        _check_node(self.value)


@dataclass(frozen=True)
class Fork:
    """A point at which chance decides between branches; `cost`, 0 or more, is paid to get there.

    Raises `ChanceError` unless the chances add up to 1.
    """

    branches: tuple[Branch, ...]
    cost: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "branches", tuple(self.branches))
        _cost(self.cost)
        _add_up(self.branches)


@dataclass(frozen=True)
class Decision:
    """A point at which somebody chooses the option that is worth most; `cost`, 0 or more, is paid to get
    there.

    Raises `ValueError` for no options.
    """

    options: Mapping[str, Node] = field(default_factory=dict)
    cost: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", dict(self.options))
        _cost(self.cost)
        if not self.options:
            raise ValueError("a decision needs at least one option")
        for option in self.options.values():
            _check_node(option)


Node: TypeAlias = float | Fork | Decision
"""A place in a decision tree: a value at its end, a point of chance, or a point of choice."""


class Choice(NamedTuple):
    """The option that is worth most (the first of equals), and what each option is worth."""

    best: str
    values: dict[str, float]


class Reserve(NamedTuple):
    """What is set aside: `contingency` for the risks that are known, `management` for those that are not."""

    contingency: float
    management: float

    @property
    def total(self) -> float:
        """Both together."""
        return self.contingency + self.management


def expected_value(branches: Iterable[Branch]) -> float:
    """Return the mean of what the branches are worth, each counted by its chance: Σ chance × value.

    The branches are all that can happen, so their chances must add up to 1; "nothing happens" is a branch,
    too. Raises `ChanceError` if they do not.

    >>> expected_value([Branch(0.6, 200 - 120), Branch(0.4, 90 - 120)])
    36.0
    """
    branches = tuple(branches)
    _add_up(branches)
    return math.fsum(one.chance * worth_of(one.value) for one in branches)


def worth_of(node: Node) -> float:
    """Return what a place in a decision tree is worth: worked out from its ends back to it.

    A `Fork` is worth its expected value, a `Decision` its best option, both less their cost.
    """
    if isinstance(node, Fork):
        return expected_value(node.branches) - node.cost
    if isinstance(node, Decision):
        return max(worth_of(option) for option in node.options.values()) - node.cost
    return _number(node, "a value")


def decide(options: Mapping[str, Node]) -> Choice:
    """Return which option is worth most, and what each is worth. The first is taken of those that tie.

    The highest value wins: give costs as numbers below 0. Raises `ValueError` for no options.

    >>> decide({"new plant": Fork((Branch(0.6, 200), Branch(0.4, 90)), cost=120),
    ...         "upgrade": Fork((Branch(0.6, 120), Branch(0.4, 60)), cost=50)})
    Choice(best='upgrade', values={'new plant': 36.0, 'upgrade': 46.0})
    """
    values = {name: worth_of(node) for name, node in Decision(options).options.items()}
    most = max(values.values())
    return Choice(next(name for name, value in values.items() if most - value <= _rounding(most)), values)


def probability_of_any(chances: Iterable[float]) -> float:
    """Return the chance, 0 to 1, that at least one of several events happens: 1 − Π(1 − chance).

    It holds for events that are independent of each other; for those with one cause it is too high. No event
    at all has 0. Raises `ChanceError` for a chance that is none.

    >>> round(probability_of_any([0.3, 0.1, 0.5]), 3)
    0.685
    """
    chances = [_chance(one) for one in chances]
    if any(one == 1 for one in chances):
        return 1.0
    # By logarithms, as 1 − (1 − 10⁻¹⁷) would be 0.
    return -math.expm1(math.fsum(math.log1p(-one) for one in chances))


def exposure(risks: Iterable[Branch]) -> float:
    """Return what separate risks come to on average, Σ chance × loss: a loss above 0, a chance gain below 0.

    Each risk stands for itself, so the chances need not add up to 1. The sum holds whether the risks depend
    on each other or not. No risk at all is 0.

    >>> exposure([Branch(0.3, 40), Branch(0.1, 200), Branch(0.5, 10)])
    37.0
    """
    return math.fsum(one.chance * worth_of(one.value) for one in risks)


def reserve(risks: Iterable[Branch], work: float = 0.0, share: float = 0.0) -> Reserve:
    """Return what to set aside beside the work itself.

    The contingency reserve is the exposure of the known risks, or 0 where the chance gains outweigh them. It
    covers them on average, and in about half of all projects does not suffice: for a promise take a
    percentile of a simulation. The management reserve is for what nobody has thought of, `share` (0 or more)
    of `work` (0 or more, in the unit of the risks); a share is a rule of the house, not a result.
    """
    return Reserve(max(0.0, exposure(risks)), _cost(work, "the work") * _cost(share, "the share"))


def totals(events: Iterable[Branch]) -> list[tuple[float, float]]:
    """Return what separate events can come to together, the least first, each total with its chance.

    The events are independent of each other, and few: each doubles the list. Totals that can come about in
    several ways stand in it several times.

    >>> totals([Branch(0.25, 3), Branch(0.5, 4)])
    [(0.0, 0.375), (3.0, 0.125), (4.0, 0.375), (7.0, 0.125)]
    """
    ways = [(0.0, 1.0)]
    for one in events:
        value = worth_of(one.value)
        happens = [(total + value, chance * one.chance) for total, chance in ways]
        ways = [(total, chance * (1 - one.chance)) for total, chance in ways] + happens
    return sorted(ways)


def percentile(events: Iterable[Branch], share: float) -> float:
    """Return the total of a few independent events that is not exceeded with this probability, 0 to 1.

    It is exact, by all that can happen: 0.8 gives P80.

    >>> percentile([Branch(0.25, 3), Branch(0.25, 3)], 0.8)
    3.0
    """
    ways, covered = totals(events), 0.0
    for total, chance in ways:
        covered += chance
        if covered >= share - ROUNDING:
            return total
    return ways[-1][0]


def worth(cost: float, before: float, after: float) -> float:
    """Return what a response is worth: the expected loss that it takes away, less what it costs.

    `before` and `after` are expected losses, above 0. A number below 0 says that the response costs more
    than it removes. A secondary risk that it brings belongs into `after`.

    >>> worth(4, 12, 5)
    3.0
    """
    return _number(before, "the loss before") - _number(after, "the loss after") - _cost(cost)


def _add_up(branches: Iterable[Branch]) -> None:
    chances = [one.chance for one in branches]
    if not chances:
        raise ChanceError("there are no branches; give at least one")
    total = math.fsum(chances)
    if abs(total - 1) > ROUNDING:
        raise ChanceError(f"the chances add up to {total:.6g}, not to 1", total)


def _chance(chance: float) -> float:
    if not _real(chance) or not 0 <= chance <= 1:
        raise ChanceError(f"a chance must be from 0 to 1, not {chance!r}")
    return float(chance)


def _cost(cost: float, name: str = "the cost") -> float:
    if not _real(cost) or cost < 0:
        raise ValueError(f"{name} must be a number, 0 or more, not {cost!r}")
    return float(cost)


def _number(value: object, name: str) -> float:
    if not _real(value):
        raise ValueError(f"{name} must be a number, not {value!r}")
    return float(value)


def _check_node(node: object) -> None:
    if not isinstance(node, Fork | Decision):
        _number(node, "a value")


def _real(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def _rounding(value: float) -> float:
    return ROUNDING * (1 + abs(value))
