"""The risk register of a case: its risks, what could be done about each, and what they are expected to cost.

Money is in thousands of the policy's currency, days are working days, chances are shares from 0 to 1.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from tpm_kit.case import Case, RiskPolicy
from tpm_kit.exercises.cards import once
from tpm_kit.methods.three_point import Estimate


@dataclass(frozen=True)
class Risk:
    """One row of the register. `None` or empty means: not known."""

    id: str
    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    category: str = ""
    items: tuple[str, ...] = ()
    """Ids of the items that end later when it fires."""
    fact: str = ""
    """The evidence from which chance, days and cost can be read."""
    chance: float | None = None
    """1: it has happened."""
    days_low: float | None = None
    days: float | None = None
    """Working days that it costs when it fires, most likely; the other two are the least and the most."""
    days_high: float | None = None
    cost_low: float | None = None
    cost: float | None = None
    """Thousands that it costs when it fires, without what the days cost, most likely."""
    cost_high: float | None = None
    date: datetime.date | None = None
    """By when it can strike."""
    owner: str = ""
    trigger: str = ""
    """What shows that it is about to strike or has struck."""
    status: str = "open"
    """open, closed or happened."""
    reviewed: datetime.date | None = None
    likelihood: str = ""
    """The name of the band in which it stands already; empty: it is for the learner to place."""
    impact: str = ""

    @property
    def open(self) -> bool:
        """Whether it can still strike."""
        return self.status == "open"

    @property
    def days_estimate(self) -> Estimate | None:
        """The days that it costs when it fires, as a three-point estimate; None where they are not known."""
        return _estimate(self.days_low, self.days, self.days_high)

    @property
    def cost_estimate(self) -> Estimate | None:
        """The thousands that it costs when it fires, without the days; None where they are not known."""
        return _estimate(self.cost_low, self.cost, self.cost_high)


@dataclass(frozen=True)
class Response:
    """Something that could be done about a risk, and what the risk would be after it."""

    id: str
    risk: str
    kind: str
    """escalate, avoid, transfer, mitigate or accept."""
    action: str
    owner: str = ""
    cost: float | None = 0.0
    """Thousands; None where nobody knows."""
    due: datetime.date | None = None
    chance_after: float | None = None
    days_low_after: float | None = None
    days_after: float | None = None
    days_high_after: float | None = None
    cost_low_after: float | None = None
    cost_after: float | None = None
    cost_high_after: float | None = None
    note: str = ""

    def after(self, risk: Risk) -> Risk:
        """Return the risk as it is once the response is done; what is not known stays as it was."""
        changed = {
            name: getattr(self, f"{name}_after")
            for name in ("chance", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")
        }
        values = {field.name: getattr(risk, field.name) for field in fields(Risk)}
        return Risk(**{**values, **{name: value for name, value in changed.items() if value is not None}})


@once
def risks(case: Case) -> tuple[Risk, ...]:
    """Return all risks of a case, in the order of its table; none where it has no register."""
    return tuple(_made(Risk, row) for row in case.table("risks"))


def open_risks(case: Case) -> tuple[Risk, ...]:
    """Return the risks that can still strike."""
    return tuple(risk for risk in risks(case) if risk.open)


def risk(case: Case, id: str) -> Risk | None:
    """Return the risk with this id, or None: ids may be gone from a register of the learner's own."""
    return next((risk for risk in risks(case) if risk.id == id), None)


@once
def responses(case: Case) -> tuple[Response, ...]:
    """Return what could be done about the risks of a case, in the order of its table."""
    return tuple(_made(Response, row) for row in case.table("responses"))


def policy(case: Case) -> RiskPolicy:
    """Return how risks are judged in a case: as it says, else the usual bands as of today."""
    return case.risk or RiskPolicy(today=datetime.date.today())


def likelihood_band(chance: float, policy: RiskPolicy) -> int:
    """Return the likelihood that a chance falls into, 0 (lowest) to 4; an upper end belongs to its band."""
    return _band(chance, [band.upto for band in policy.likelihoods])


def impact_band(days: float | None, cost: float | None, policy: RiskPolicy) -> int:
    """Return the impact of days and cost (thousands), 0 (lowest) to 4: the higher one of the two bands.

    What is not known counts as nothing.
    """
    of_days = _band(days or 0.0, [band.days for band in policy.impacts])
    return max(of_days, _band(cost or 0.0, [band.cost for band in policy.impacts]))


def expected_days(risk: Risk) -> float | None:
    """Return chance × the mean of its days as PERT has it; None where chance or days are not known."""
    return _expected(risk.chance, risk.days_estimate)


def expected_cost(risk: Risk, cost_per_day: float = 0.0) -> float | None:
    """Return chance × the mean of its cost, in thousands; with `cost_per_day` the days are paid for, too.

    None where the chance is not known, or neither cost nor (if days are paid for) days are.
    """
    cost = _expected(risk.chance, risk.cost_estimate)
    days = expected_days(risk) if cost_per_day else None
    if cost is None and days is None:
        return None
    return (cost or 0.0) + (days or 0.0) * cost_per_day


def money(thousands: float, currency: str = "€") -> str:
    """Return a sum that is given in thousands in single units, to the nearest whole one.

    >>> money(4.2), money(-0.35), money(0), money(1234.5)
    ('€4,200', '−€350', '€0', '€1,234,500')
    """
    units = round(abs(thousands) * 1000)
    return f"{'−' if thousands < 0 and units else ''}{currency}{units:,}"


def _made(kind: type, row: Mapping[str, Any]) -> Any:
    """Return a risk or a response from a row of its table; a register of one's own may lack columns."""
    return kind(**{field.name: row[field.name] for field in fields(kind) if field.name in row})


def _band(value: float, ends: list[float]) -> int:
    # 0.05 × 4 and 0.2 are the same chance, and an end belongs to its band.
    return next((band for band, end in enumerate(ends) if value <= end + 1e-9), len(ends) - 1)


def _estimate(low: float | None, likely: float | None, high: float | None) -> Estimate | None:
    """Return an estimate; where only the likely value is known it stands for all three."""
    if likely is None:
        return None
    try:
        return Estimate(likely if low is None else low, likely, likely if high is None else high)
    except ValueError:
        return None


def _expected(chance: float | None, estimate: Estimate | None) -> float | None:
    return None if chance is None or estimate is None else chance * estimate.mean
