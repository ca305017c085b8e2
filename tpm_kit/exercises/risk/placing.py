"""The matrix as the learner has filled it, beside what the evidence of each risk counts to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.risk.evidence import Counted, counted, fixed_places, no_place, to_place
from tpm_kit.exercises.risk.levels import appetite_rank, matrix_of
from tpm_kit.exercises.risk.matrix_board import Cell, places, short_title
from tpm_kit.exercises.risk.register import Risk, policy, risks
from tpm_kit.exercises.wording import names

FEWEST_SWAPPED = 3
"""Cards off the diagonal below which exchanged axes cannot be told from single slips."""
MUCH_BETTER = 3
"""How many times nearer to the evidence the exchanged places must be."""


class Swap(NamedTuple):
    """How far the placed risks are from their evidence, in bands: as they lie, and with axes exchanged."""

    risks: tuple[Risk, ...]
    """Those that lie nearer to their evidence with the axes exchanged."""
    straight: int
    exchanged: int


class Placing:
    """What lies where. Rows and columns are likelihood and impact, each 0 to 4."""

    def __init__(self, answer: Placements, case: Case) -> None:
        self.case = case
        self.policy, self.matrix = policy(case), matrix_of(case)
        moved = to_place(case)
        self.at: dict[str, Cell] = {id: cell for id, cell in places(answer, case).items() if id in moved}
        """The cards that the learner placed, by id."""
        self.placed = [moved[id] for id in self.at]
        self.misfits = [risk for risk in self.placed if no_place(risk)]
        """Placed, and belonging nowhere on the matrix."""
        self.risks = [risk for risk in self.placed if not no_place(risk)]
        """Placed, and belonging there."""

    @cached_property
    def board(self) -> dict[str, tuple[Risk, Cell]]:
        """Every risk that lies on the matrix, the fixed ones as well, by id."""
        known = {risk.id: risk for risk in risks(self.case)}
        fixed = fixed_places(self.case)
        kept = {risk.id: self.at[risk.id] for risk in self.risks}
        return {id: (known[id], cell) for id, cell in {**fixed, **kept}.items()}

    def counted(self, risk: Risk) -> Counted:
        """Return what the evidence of a risk counts to."""
        return counted(self.case)[risk.id]

    def likelihood_off(self, risk: Risk) -> int:
        """Return by how many bands a risk lies too high; below 0 too low, 0 if it fits or nobody knows."""
        band = self.counted(risk).likelihood
        return 0 if band is None else self.at[risk.id][0] - band

    def impact_off(self, risk: Risk) -> int:
        """Return the same for its impact. Where days or money are not known, they may be the higher band, and
        so a place further up fits."""
        one = self.counted(risk)
        if one.impact is None:
            return 0
        off = self.at[risk.id][1] - one.impact
        return off if one.whole or off < 0 else 0

    def lower_taken(self, risk: Risk) -> bool:
        """Say whether the impact is the lower one of the bands of days and money, with some of both."""
        one = self.counted(risk)
        both = one.whole and min(risk.days, risk.cost) > 0
        return both and self.at[risk.id][1] == min(one.by_days, one.by_cost) < one.impact

    def rank(self, cell: Cell) -> int:
        """Return the rank of a cell's level, 0 for the lowest."""
        return self.matrix.rank(self.matrix.level(*cell))

    @cached_property
    def appetite(self) -> int | None:
        """The rank of the highest level that may stay; None if the matrix has no level of that name."""
        return appetite_rank(self.matrix, self.case)

    def hidden(self, risk: Risk) -> bool:
        """Say whether a risk lies within the appetite and by its evidence would not."""
        true = self.counted(risk).place
        if true is None or self.appetite is None:
            return False
        return self.rank(self.at[risk.id]) <= self.appetite < self.rank(true)

    @cached_property
    def swap(self) -> Swap | None:
        """What speaks for exchanged axes, or None if they stand as they should."""
        telling = [
            (risk, true, self.at[risk.id])
            for risk in self.risks
            if (true := self.counted(risk).place) and true[0] != true[1]
        ]
        straight = sum(_apart(true, cell) for _, true, cell in telling)
        exchanged = sum(_apart(true, cell[::-1]) for _, true, cell in telling)
        nearer = tuple(risk for risk, true, cell in telling if _apart(true, cell[::-1]) < _apart(true, cell))
        much = straight >= max(MUCH_BETTER * exchanged, len(telling))
        return Swap(nearer, straight, exchanged) if len(nearer) >= FEWEST_SWAPPED and much else None


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(abs(first - second) for first, second in zip(one, other, strict=True))


def titles(many: Sequence[Risk], most: int = 4) -> str:
    """Return the titles of risks as a list in words."""
    return names([short_title(risk) for risk in many], most)
