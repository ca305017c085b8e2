"""Which place on the matrix the evidence of a risk counts to, and which risks are placed already.

Likelihood and impact are bands, each 0 (the lowest) to 4. The higher of the bands of days and of money is the
impact.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, once
from tpm_kit.exercises.risk.matrix_board import IDS, Cell, days_of
from tpm_kit.exercises.risk.register import Risk, impact_band, likelihood_band, money, policy, risks
from tpm_kit.exercises.wording import cut, percent

HAPPENED, NEVER, HARMLESS = "happened", "never", "harmless"


class Counted(NamedTuple):
    """What the evidence of one risk counts to; None where the register does not know."""

    likelihood: int | None
    by_days: int | None
    by_cost: int | None

    @property
    def impact(self) -> int | None:
        """The higher of the bands of days and money, as far as they are known."""
        return max((band for band in (self.by_days, self.by_cost) if band is not None), default=None)

    @property
    def whole(self) -> bool:
        """Whether both days and money are known, so that a higher impact has no reason either."""
        return self.by_days is not None and self.by_cost is not None

    @property
    def place(self) -> Cell | None:
        """The cell, if likelihood and impact are known."""
        if self.likelihood is None or self.impact is None:
            return None
        return self.likelihood, self.impact


@once
def counted(case: Case) -> Mapping[str, Counted]:
    """Return for each risk of the case, by its id, what its evidence counts to."""
    here = policy(case)
    return MappingProxyType(
        {
            risk.id: Counted(
                None if risk.chance is None else likelihood_band(risk.chance, here),
                None if risk.days is None else impact_band(risk.days, 0, here),
                None if risk.cost is None else impact_band(0, risk.cost, here),
            )
            for risk in risks(case)
        }
    )


def no_place(risk: Risk) -> str:
    """Say why a risk belongs nowhere on the matrix: `HAPPENED`, `NEVER` or `HARMLESS`; "" if it does."""
    if risk.status == HAPPENED or (risk.chance is not None and risk.chance >= 1):
        return HAPPENED
    if risk.chance is not None and risk.chance <= 0:
        return NEVER
    return HARMLESS if risk.days == risk.cost == 0 else ""


def _word(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


@once
def _in_register(case: Case) -> Mapping[str, Cell]:
    """Return where the register itself has its risks: id -> cell."""
    here = policy(case)
    rows = {
        _word(name): step for step, band in enumerate(here.likelihoods) for name in (band.name, IDS[step])
    }
    columns = {_word(name): step for step, band in enumerate(here.impacts) for name in (band.name, IDS[step])}
    found = {}
    for risk in risks(case):
        row, column = rows.get(_word(risk.likelihood)), columns.get(_word(risk.impact))
        if risk.status != "closed" and row is not None and column is not None:
            found[risk.id] = (row, column)
    return MappingProxyType(found)


def fixed_places(case: Case) -> Mapping[str, Cell]:
    """Return the risks that are placed already and cannot be moved: none in a register of one's own."""
    return {} if case.own else _in_register(case)


def suggested_places(case: Case) -> Mapping[str, Cell]:
    """Return where a register of one's own has its risks: a beginning, which the learner may change."""
    return _in_register(case) if case.own else {}


def to_place(case: Case) -> dict[str, Risk]:
    """Return by id the risks whose cards the learner moves, with those that belong nowhere on the matrix."""
    fixed = fixed_places(case)
    return {risk.id: risk for risk in risks(case) if risk.status != "closed" and risk.id not in fixed}


def evidence_of(risk: Risk) -> str:
    """Return the evidence of a risk in its own words, to end a sentence with."""
    inner = cut(risk.fact.replace("“", "‘").replace("”", "’"), LONGEST)
    return f": “{inner}”" if inner else "."


def chance_of(risk: Risk) -> str:
    """Return the chance of a risk in percent; "" if it is not known."""
    return "" if risk.chance is None else percent(risk.chance, 0 if risk.chance < 0.005 else None)


def at_upper_end(risk: Risk, case: Case) -> str:
    """Return the name of the likelihood that the chance of a risk is the upper end of; "" if of none.

    Such a chance stands in the ranges of two bands, so whoever placed it has to be told which counts.
    """
    bands = policy(case).likelihoods[:-1]
    ends = (band.name for band in bands if risk.chance is not None and abs(risk.chance - band.upto) < 1e-9)
    return next(ends, "")


def loss_of(risk: Risk, case: Case) -> str:
    """Return the days or the money of a risk, whichever is the higher band; both if they are the same one."""
    one = counted(case)[risk.id]
    texts = []
    if one.by_days is not None and one.by_days == one.impact and risk.days:
        texts.append(days_of(risk.days))
    if one.by_cost is not None and one.by_cost == one.impact and risk.cost:
        texts.append(money(risk.cost, policy(case).currency))
    return " and ".join(texts) or "no loss"
