"""What defects cost a release: hours to find them and hours to mend them, by the place where each is found.

A plain filter: the defects of a release pass one test level after the other. Each level finds a share of
those that reach it (its defect removal efficiency, after C. Jones, "Applied Software Measurement", 1991), and
what none finds is found by users.

What the model takes for granted, and where it bends the truth:

- A level can see only a share of the defects at all, its `reach`; each of its tests sees any one of these
  with the same chance, by itself. So a level with n tests finds `reach × (1 − (1 − chance)ⁿ)`: each further
  test finds less than the one before. Real tests overlap more than that, and are seldom all alike.
- What one level has missed the next one sees as readily as anything else. In truth what slips through is the
  harder part.
- Every defect that is left is found by users in the end, and mended. Many never are.
- Hours to mend follow from the place alone. They are the user's own figures: how much dearer a later place
  is hangs on the product and on the team, and there is no factor in this module. The often quoted "100 times"
  has no sound source (L. Bossavit, "The Leprechauns of Software Engineering", 2015, follows it back); in 171
  projects from 2006 to 2014 a later phase did not take consistently more effort (T. Menzies, W. Nichols,
  F. Shull, L. Layman, "Are delayed issues harder to resolve?", Empirical Software Engineering 22, 2017).
- Damage besides hours, such as lost money or trust, is not in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


class DefectError(ValueError):
    """What cannot be a level of tests, or a number of defects; `str()` names it."""


@dataclass(frozen=True)
class Level:
    """One level of tests: how many there are, and what each does.

    `reach` is the share of defects, from 0 to 1, that the level can see at all, `chance` the chance that a
    single test sees one of these; `hours_each` are the hours that a test takes in a release, to write, run
    and keep up; `mending` are the hours to mend a defect that is found here. Raises `DefectError`.
    """

    name: str
    tests: float
    reach: float
    chance: float
    hours_each: float
    mending: float

    def __post_init__(self) -> None:
        for name in ("tests", "hours_each", "mending"):
            _checked(f"{self.name}: {name}", getattr(self, name), math.inf)
        for name in ("reach", "chance"):
            _checked(f"{self.name}: {name}", getattr(self, name), 1)

    @property
    def finds(self) -> float:
        """The share, from 0 to 1, that this level finds of the defects that reach it.

        >>> Level("Unit tests", tests=2, reach=0.5, chance=0.5, hours_each=0, mending=1).finds
        0.375
        """
        return self.reach * (1 - (1 - self.chance) ** self.tests)


@dataclass(frozen=True)
class Found:
    """What is found at one place in a release: `reached` and `found` in defects (averages, so fractions), and
    the hours for `finding` and for `mending` them."""

    name: str
    reached: float
    found: float
    finding: float
    mending: float

    @property
    def hours(self) -> float:
        """Hours to find and to mend."""
        return self.finding + self.mending


@dataclass(frozen=True)
class DefectCost:
    """What the defects of a release cost in hours: a place for each test level, and the users as the last."""

    places: tuple[Found, ...]

    @property
    def finding(self) -> float:
        """Hours for tests."""
        return math.fsum(place.finding for place in self.places)

    @property
    def mending(self) -> float:
        """Hours for mending, wherever the defect was found."""
        return math.fsum(place.mending for place in self.places)

    @property
    def hours(self) -> float:
        """Hours in all."""
        return self.finding + self.mending

    @property
    def escaped(self) -> float:
        """Defects that users find."""
        return self.places[-1].found


def defect_cost(
    defects: float, levels: Sequence[Level], users_mending: float, users: str = "Users"
) -> DefectCost:
    """Return what `defects` (a number, 0 or more) cost when they pass `levels` in this order.

    `users_mending` are the hours that a defect takes which users find: to hear of it, repeat it, mend it and
    bring it out. Raises `DefectError` for a number that is negative or not finite.

    >>> unit = Level("Unit tests", tests=1, reach=1, chance=0.5, hours_each=2, mending=1)
    >>> cost = defect_cost(10, [unit], users_mending=4)
    >>> cost.finding, cost.mending, cost.escaped
    (2.0, 25.0, 5.0)
    """
    left = _checked("defects", defects, math.inf)
    _checked("users_mending", users_mending, math.inf)
    places = []
    for level in levels:
        found = left * level.finds
        places.append(Found(level.name, left, found, level.tests * level.hours_each, found * level.mending))
        left -= found
    places.append(Found(users, left, left, 0.0, left * users_mending))
    return DefectCost(tuple(places))


def _checked(name: str, value: float, most: float) -> float:
    if not (math.isfinite(value) and 0 <= value <= most):
        upto = "on" if most == math.inf else f"to {most:g}"
        raise DefectError(f"{name} must be a number from 0 {upto}, not {value!r}")
    return value
