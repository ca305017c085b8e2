"""The take-away of notebook 07: the risk register with the learner's places and responses, and its matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import AnswerError, Placements
from tpm_kit.case import Case
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.risk.register import risks
from tpm_kit.risk_formats import FORMATS, Register, markdown, matrix_data, register_of
from tpm_kit.take_away_panel import NotYetError, TakeAwayPanel, ready

WHAT = "risks"
PLACES, LEFT = "place-risks", "residual"
"""The exercises in which the risks are placed, before and after the responses."""


class RiskTakeAway(TakeAwayPanel):
    """The register as a table and as a page, the matrix as a picture."""

    formats = FORMATS

    def content(self) -> Register:
        """Return the register as it stands. Raises `NotYetError` while the course's own case has no places:
        its register alone is not the learner's work."""
        if not self._own_register():
            ready(PLACES, self._case, self._workbook, "no register of yours yet")
        ground = self._ground(LEFT)
        if not risks(ground):
            ground = self._ground(PLACES)
        if not risks(ground):
            raise NotYetError(
                'There is no register yet: read one with use_risks("risks.csv"), or write one down in '
                f"exercise {EXERCISES[PLACES].number}, then press Refresh."
            )
        return register_of(ground, self._residual())

    def headline(self, register: Register) -> tuple[str, str]:
        """Return the title, and how many risks have what."""
        count = len(register.entries)
        answered = sum(bool(entry.response) for entry in register.entries)
        return register.title, (
            f"{count} {'risk' if count == 1 else 'risks'}, {len(register.at)} on the matrix, {answered} with "
            f"a response of yours, {len(register.after)} with a place for what is left. "
            f"{' '.join(register.notes)}"
        )

    def boxes(self, register: Register) -> Mapping[str, str]:
        """Return the page, and what the matrix shows in words."""
        return {"Markdown": markdown(register), "The matrix in words": self._matrix.alt}

    def chart(self) -> Any:
        """Return an empty matrix."""
        from tpm_kit.figures.risk_matrix import RiskMatrix

        self._matrix = RiskMatrix()
        return self._matrix

    def chart_data(self, register: Register) -> dict[str, Any]:
        """Return what the matrix shows."""
        return matrix_data(register)

    def weak(self) -> str:
        """Return a sentence if the places are complete and not sound, or ""."""
        try:
            return self._weakness(PLACES, *ready(PLACES, self._case, self._workbook, ""))
        except NotYetError:
            return ""

    def _own_register(self) -> bool:
        return self._case.own and bool(risks(self._ground(PLACES)))

    def _ground(self, id: str) -> Case:
        return EXERCISES[id].ground(self._case, lambda other: self._workbook.entry(other).answer)

    def _residual(self) -> Placements:
        try:
            return EXERCISES[LEFT].read(self._workbook.entry(LEFT).answer)
        except AnswerError:
            return Placements()
