"""Two risks with a chance and a loss each: what the matrix says of them, and what they cost on average."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tpm_kit.case import Case
from tpm_kit.exercises.risk.levels import case_matrix, label
from tpm_kit.exercises.risk.register import impact_band, likelihood_band, money, policy
from tpm_kit.exercises.wording import percent
from tpm_kit.methods.risk_matrix import Cell, Matrix, iso_risk, position

BEYOND = 2.5
"""The last impact has no upper end: it is drawn up to so many times its lower one."""


class Exposed(NamedTuple):
    """A risk by its chance (0 to 1) and its loss, in thousands."""

    name: str
    chance: float
    loss: float

    @property
    def expected(self) -> float:
        """Return chance × loss, in thousands."""
        return self.chance * self.loss


def cell_of(risk: Exposed, case: Case) -> Cell:
    """Return the cell that a risk lies in, as (likelihood, impact) from 0."""
    bands = policy(case)
    return likelihood_band(risk.chance, bands), impact_band(None, risk.loss, bands)


def standing(risk: Exposed, case: Case) -> tuple[int, float]:
    """Return how high the matrix ranks a risk: by its level, and within that by its score."""
    return ranked(cell_of(risk, case), case_matrix(case))


def ranked(cell: Cell, matrix: Matrix) -> tuple[int, float]:
    """Return how high a matrix ranks a cell: by its level, and within that by its score."""
    return matrix.rank(matrix.level(*cell)), matrix.score(*cell) or 0.0


def same(one: float, other: float) -> bool:
    """Say whether two expected losses are the same sum."""
    return math.isclose(one, other, rel_tol=1e-9)


def sum_of(risk: Exposed, case: Case) -> str:
    """Return the sum behind an expected loss: "82 % of €1,900 is €1,558"."""
    currency = policy(case).currency
    loss, expected = money(risk.loss, currency), money(risk.expected, currency)
    return f"{share(risk.chance)} of {loss} is {expected}"


def share(chance: float) -> str:
    """Return a chance in percent, with the decimals that it needs.

    >>> share(0.82), share(0.125)
    ('82 %', '12.5 %')
    """
    return f"{chance * 100:.4g} %"


def printed(risk: Exposed, case: Case) -> str:
    """Return what the matrix prints where a risk lies: "5 medium"."""
    return label(case_matrix(case), *cell_of(risk, case))


def edges(case: Case) -> tuple[list[float], list[float]]:
    """Return the edges of the bands of likelihood (0 to 1) and of impact (thousands), five bands each."""
    bands = policy(case)
    costs = [band.cost for band in bands.impacts[:-1]]
    return [0.0, *(band.upto for band in bands.likelihoods)], [0.0, *costs, BEYOND * costs[-1]]


def on_chart(shown: Sequence[Exposed], title: str, case: Case) -> dict[str, Any]:
    """Return the arguments of the chart's update: the case's matrix with these risks, and a curve through
    each along which the expected loss is the same."""
    matrix, bands, (likelihoods, impacts) = case_matrix(case), policy(case), edges(case)
    return {
        "words": matrix.cells,
        "levels": matrix.levels,
        "rows": [band.name for band in bands.likelihoods],
        "columns": [band.name for band in bands.impacts],
        "scores": matrix.scores,
        "points": [
            (
                f"{risk.name}: {money(risk.expected, bands.currency)}",
                (position(risk.chance, likelihoods), position(risk.loss, impacts)),
                f"{sum_of(risk, case)}, in {printed(risk, case)}",
            )
            for risk in shown
        ],
        "curves": [
            (
                f"{risk.name}, {money(risk.expected, bands.currency)} expected",
                iso_risk(risk.expected, likelihoods, impacts),
            )
            for risk in shown
        ],
        "title": title,
        "axes": ("Chance that it happens", "Loss if it does"),
        "edges": (
            [percent(edge) for edge in likelihoods],
            [money(edge, bands.currency) for edge in impacts],
        ),
    }
