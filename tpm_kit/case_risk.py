"""How risks are judged in a case: the table `[risk]` of `case.toml`, its types and its checks.

A case may leave the table out, and of its keys all but `today`; what is left out is as in `RiskPolicy`.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tpm_kit.checked_files import (
    A_DATE,
    A_TEXT,
    Kind,
    Optional,
    Problems,
    a_count,
    a_number,
    did_you_mean,
    listed,
    shown,
)

BANDS = 5
"""So many bands has a likelihood, and so many an impact: the matrix is 5 × 5."""


class Band(NamedTuple):
    """A likelihood by name; `upto` is the highest chance in it, 0 to 1."""

    name: str
    upto: float


class ImpactBand(NamedTuple):
    """An impact by name; `days` and `cost` (thousand euros) are the most in it, infinite in the last one."""

    name: str
    days: float
    cost: float


LIKELIHOODS = (
    Band("Rare", 0.05),
    Band("Unlikely", 0.20),
    Band("Possible", 0.50),
    Band("Likely", 0.80),
    Band("Almost certain", 1.0),
)
IMPACTS = (
    ImpactBand("Negligible", 0.5, 2),
    ImpactBand("Minor", 2, 5),
    ImpactBand("Moderate", 5, 15),
    ImpactBand("Major", 10, 40),
    ImpactBand("Severe", math.inf, math.inf),
)
LEVELS = ("low", "medium", "high", "critical")


@dataclass(frozen=True, slots=True)
class RiskPolicy:
    """What counts as likely, as grave and as too much, and who decides; money is in thousands."""

    today: datetime.date
    review_days: int = 14
    """A review that is longer ago than so many days is stale."""
    appetite: str = "medium"
    """The highest level that may stay without the named decision of `decider`."""
    decider: str = "CEO"
    budget: float = 30.0
    """What the responses may cost in all, in thousands."""
    cost_per_day: float = 0.0
    """What a working day of delay costs, in thousands; 0 where nobody knows."""
    currency: str = "€"
    likelihoods: tuple[Band, ...] = LIKELIHOODS
    """Five, from low to high; the last one reaches to 1."""
    impacts: tuple[ImpactBand, ...] = IMPACTS
    """Five, from low to high; of days and cost the higher band counts."""
    levels: tuple[str, ...] = LEVELS
    """The words of the matrix from low to high."""
    matrix: tuple[tuple[str, ...], ...] | None = None
    """A matrix of the case's own: a level for each likelihood (rows) and impact (columns), low to high."""
    people: tuple[str, ...] = ()
    """Who can own a risk; empty: anybody."""


def _names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(A_TEXT.fits, value))


_NAMES = Kind(_names, 'a list of names in quotation marks, such as ["low", "high"]')
_ABOVE_0 = a_number(lambda number: number >= 1e-6, "a number above 0")
_THOUSANDS = a_number(lambda number: number >= 0, "thousands as a number, 0 or more")
_SHARE = a_number(lambda number: 1e-6 <= number <= 1, "a share above 0 and at most 1")
_MATRIX = Kind(
    lambda value: isinstance(value, list) and all(map(_names, value)),
    "five lists of five level words, from the lowest likelihood to the highest",
)

RISK: Mapping[str, Any] = {
    "today": A_DATE,
    "review_days": Optional(a_count("whole days from 1 to 366, such as 14")),
    "appetite": Optional(A_TEXT),
    "decider": Optional(A_TEXT),
    "budget": Optional(_THOUSANDS),
    "cost_per_day": Optional(_THOUSANDS),
    "currency": Optional(A_TEXT),
    "likelihoods": Optional([{"name": A_TEXT, "upto": _SHARE}]),
    "impacts": Optional([{"name": A_TEXT, "days": Optional(_ABOVE_0), "cost": Optional(_ABOVE_0)}]),
    "levels": Optional(_NAMES),
    "matrix": Optional(_MATRIX),
    "people": Optional(_NAMES),
}
"""The keys of `[risk]`, as `check_settings` wants them."""


def check_risk(risk: Mapping[str, Any], problems: Problems) -> None:
    """Find what does not hang together in a table `[risk]` whose values are of the right kinds."""
    for key in ("likelihoods", "impacts", "levels", "people"):
        _check_names(risk, key, problems)
    _check_rising(risk.get("likelihoods"), "likelihoods", "upto", problems)
    for figure in ("days", "cost"):
        _check_rising(risk.get("impacts"), "impacts", figure, problems)
    levels = [level.strip() for level in risk.get("levels", LEVELS)]
    if len(levels) < 2:
        problems.append(f"case.toml, risk.levels: {listed(levels)} is the only level; give two or more.")
    appetite = risk.get("appetite", "medium").strip()
    _check_level(appetite, levels, "case.toml, risk.appetite", problems)
    _check_matrix(risk.get("matrix"), levels, problems)


def _check_names(risk: Mapping[str, Any], key: str, problems: Problems) -> None:
    """Find names that stand in a list twice, and bands that are not five."""
    entries = risk.get(key, ())
    names = [(entry["name"] if isinstance(entry, Mapping) else entry).strip() for entry in entries]
    for name in [name for name, count in Counter(names).items() if count > 1]:
        problems.append(
            f"case.toml, risk.{key}: {shown(name)} stands there more than once; keep one of them."
        )
    if entries and key in ("likelihoods", "impacts") and len(entries) != BANDS:
        problems.append(f"case.toml, risk.{key}: there are {len(entries)}; give {BANDS}, from low to high.")


def _check_rising(
    entries: Sequence[Mapping[str, Any]] | None, key: str, figure: str, problems: Problems
) -> None:
    """Find bands that do not reach further than the one before, or of which the last one ends too early."""
    before = 0.0
    for count, entry in enumerate(entries or (), start=1):
        where, last = f"case.toml, risk.{key} no. {count}.{figure}", count == len(entries)
        value = entry.get(figure)
        if value is None and not last:
            problems.append(f"{where}: the number is missing; only the last of the {key} has no upper end.")
            continue
        if figure != "upto" and value is not None and last:
            problems.append(f"{where}: the last of the {key} has no upper end; take the number out.")
        elif figure == "upto" and last and value != 1:
            problems.append(f"{where}: {value:g} leaves out what is more likely; the last one reaches to 1.")
        elif value is not None and value <= before:
            problems.append(
                f"{where}: {value:g} is not above {before:g}, where the one before ends; correct it."
            )
        before = before if value is None else max(before, value)


def _check_level(level: str, levels: Sequence[str], where: str, problems: Problems) -> None:
    if level not in levels:
        hint = did_you_mean(level, levels) or f"; give one of {listed(levels)}."
        problems.append(f"{where}: there is no level {shown(level)}{hint}")


def _check_matrix(matrix: Sequence[Sequence[str]] | None, levels: Sequence[str], problems: Problems) -> None:
    """Find a matrix that is not 5 × 5 or has words that are no levels."""
    if matrix is None:
        return
    where = "case.toml, risk.matrix"
    if len(matrix) != BANDS or any(len(row) != BANDS for row in matrix):
        problems.append(f"{where}: this is not 5 × 5; give five lists of five level words.")
        return
    for word in dict.fromkeys(word.strip() for row in matrix for word in row):
        _check_level(word, levels, where, problems)


def risk_policy(risk: Mapping[str, Any] | None) -> RiskPolicy | None:
    """Return the policy that a checked table `[risk]` describes, or None without one."""
    if risk is None:
        return None
    values = {key: value.strip() if isinstance(value, str) else value for key, value in risk.items()}
    if "likelihoods" in values:
        values["likelihoods"] = tuple(
            Band(band["name"].strip(), float(band["upto"])) for band in values["likelihoods"]
        )
    if "impacts" in values:
        values["impacts"] = tuple(
            ImpactBand(
                band["name"].strip(), float(band.get("days", math.inf)), float(band.get("cost", math.inf))
            )
            for band in values["impacts"]
        )
    for key in ("levels", "people"):
        if key in values:
            values[key] = tuple(name.strip() for name in values[key])
    if "matrix" in values:
        values["matrix"] = tuple(tuple(word.strip() for word in row) for row in values["matrix"])
    return RiskPolicy(**values)
