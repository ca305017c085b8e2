"""The responses to go on with: the learner's of 7.6 once each risk has one, else the worked ones."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case, CaseError
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.register import Response, Risk
from tpm_kit.exercises.risk.responses_rows import Row, rows
from tpm_kit.exercises.risk.treated import USES as PLACES

RESPONSES = "responses"
"""The exercise whose answer it is."""
USES: Mapping[str, type] = {**PLACES, RESPONSES: Cells}
"""What an exercise that calls `chosen` must name in its `uses`."""


@dataclass(frozen=True)
class Chosen:
    """What is done about one risk."""

    risk: Risk
    response: Response
    """The action with its cost in thousands; `response.after(risk)` is what it leaves of the risk."""
    kind: str
    """What the learner calls it: escalate, avoid, transfer, mitigate or accept."""
    owner: str
    trigger: str
    date: datetime.date | None
    told: bool
    """Whether it is known what the response changes; not so of a mitigation in own words without a chance."""

    @property
    def action(self) -> str:
        """What is done, in words."""
        return self.response.action

    @property
    def cost(self) -> float:
        """What it costs, in thousands."""
        return self.response.cost or 0.0


class Choice(NamedTuple):
    """The responses by risk, and whose they are."""

    by_risk: Mapping[str, Chosen]
    mine: bool
    whose: str
    """Whose responses these are, to go on with in a sentence; "" where there are none."""


@once
def choice(case: Case) -> Choice:
    """Return the responses to go on with, and whose they are. It needs the answers in `USES`.

    A learner's table counts once every risk in it has a response and an action. In a register of one's own,
    which has no worked answer, the rows count that have both.
    """
    answer = case.earlier.get(RESPONSES)
    found = list(rows(answer, case)) if isinstance(answer, Cells) else []
    mine = _settled(found)
    if found and len(mine) == len(found):
        return Choice(mine, True, "your responses of 7.6")
    worked = _settled(rows(Cells.of(_worked(case)), case))
    if worked:
        partly = "since yours of 7.6 are not complete" if mine else "since you have none in 7.6 yet"
        return Choice(worked, False, f"the worked responses, {partly}")
    if mine:
        return Choice(mine, True, "your responses of 7.6, as far as you have them")
    return Choice(MappingProxyType({}), False, "")


def chosen(case: Case) -> Mapping[str, Chosen]:
    """Return what is done about each risk that has a response, by the risk's id."""
    return choice(case).by_risk


def chosen_source(case: Case) -> str:
    """Return one sentence that says whose responses these are."""
    whose = choice(case).whose
    return f"These are {whose}." if whose else "No risk has a response yet: choose them in 7.6."


def _settled(found: object) -> Mapping[str, Chosen]:
    return MappingProxyType({row.risk.id: _chosen(row) for row in found if row.settled})


def _chosen(row: Row) -> Chosen:
    return Chosen(row.risk, row.response, row.kind, row.owner, row.trigger, row.date, row.told)


def _worked(case: Case) -> dict[str, str]:
    try:
        return {part: value for part, (value, _) in (case.worked(RESPONSES) or {}).items()}
    except CaseError:  # Faults in the file; checking the case reports them.
        return {}
