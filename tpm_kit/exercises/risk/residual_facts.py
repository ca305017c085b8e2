"""Where each risk lies before its response, and where the response lets it lie afterwards.

Before is the place of the risk on the matrix. Afterwards each axis stays there unless the response changes
the band of its numbers: of the chance, or of the higher one of days and money.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.chosen_responses import Chosen, chosen
from tpm_kit.exercises.risk.matrix_board import Cell, places
from tpm_kit.exercises.risk.register import Risk, impact_band, likelihood_band, policy
from tpm_kit.exercises.risk.treated import standing


class Way(NamedTuple):
    """What a response can do to the place of a risk."""

    chosen: Chosen
    before: Cell
    """(likelihood, impact), each 0 to 4."""
    after: Cell | None
    """Where the risk lies by what the response leaves of it; None where nobody has said what that is."""


@once
def ways(case: Case) -> Mapping[str, Way]:
    """Return for each risk that has a response and a place what the response does to it, by the risk's id."""
    at = standing(case).at
    return MappingProxyType({id: _way(one, at[id], case) for id, one in chosen(case).items() if id in at})


def _way(one: Chosen, before: Cell, case: Case) -> Way:
    if not one.told:
        return Way(one, before, None)
    was, left = bands(one.risk, case), bands(one.response.after(one.risk), case)
    axes = tuple(
        place if old is None or new is None or old == new else min(place, new)
        for place, old, new in zip(before, was, left, strict=True)
    )
    return Way(one, before, axes)


def bands(risk: Risk, case: Case) -> tuple[int | None, int | None]:
    """Return the bands that the numbers of a risk fall into, as likelihood and impact; None where unknown."""
    here = policy(case)
    likelihood = None if risk.chance is None else likelihood_band(risk.chance, here)
    if risk.days is None and risk.cost is None:
        return likelihood, None
    return likelihood, impact_band(risk.days, risk.cost, here)


class Placed(NamedTuple):
    """A risk with the place that the learner gives it after its response."""

    id: str
    way: Way
    at: Cell


def placed(answer: Placements, case: Case) -> list[Placed]:
    """Return the risks that the answer places, in the order of the responses."""
    mine = places(answer, case)
    return [Placed(id, way, mine[id]) for id, way in ways(case).items() if id in mine]
