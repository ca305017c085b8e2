"""The table of 7.6, read: what stands in each row, as far as it can be used."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.risk.amounts import cost_of
from tpm_kit.exercises.risk.chances import read_share
from tpm_kit.exercises.risk.matrix_board import short_title
from tpm_kit.exercises.risk.offers import given, offer
from tpm_kit.exercises.risk.register import Response, Risk, policy
from tpm_kit.exercises.risk.responses_cells import (
    KINDS,
    Day,
    read_day,
    says_what_is_done,
)
from tpm_kit.exercises.risk.treated import treated

RESPONSE, ACTION, OWNER, TRIGGER, DATE, COST, AFTER = (
    "response",
    "action",
    "owner",
    "trigger",
    "date",
    "cost",
    "after",
)
COLUMNS = {RESPONSE: "response", ACTION: "action", OWNER: "owner", TRIGGER: "trigger", DATE: "date"}
"""The columns by id, as sentences call them."""
OWN_COLUMNS = {COST: "cost", AFTER: "chance after it"}
"""What is asked besides where nobody has said what the actions do."""
LONGEST = 300


@dataclass(frozen=True)
class Row:
    """One risk with what the learner typed and chose."""

    risk: Risk
    kind: str
    """The response that the learner calls it; "" while there is none."""
    action: str
    """The id of an action on offer, or the learner's words."""
    response: Response | None
    """What is done, and what is left of the risk; None while there is none."""
    told: bool
    """Whether it is known what the response changes."""
    owner: str
    typed_trigger: str
    typed_date: str
    day: Day

    @property
    def trigger(self) -> str:
        """The trigger, the register's where none is typed."""
        return self.typed_trigger or self.risk.trigger

    @property
    def begun(self) -> bool:
        """Whether anything is filled in."""
        return any((self.kind, self.action, self.owner, self.typed_trigger, self.typed_date))

    @property
    def settled(self) -> bool:
        """Whether it says what is done."""
        return bool(self.kind) and self.response is not None

    @property
    def date(self) -> datetime.date | None:
        """The day by which it is done, if one can be read."""
        return self.day.day


def columns(case: Case) -> dict[str, str]:
    """Return the columns to be filled in, as sentences call them."""
    return COLUMNS if given(case) else COLUMNS | OWN_COLUMNS


def seen(row: Row, column: str, text: str, case: Case) -> str:
    """Return what a finding says of a cell: its title, and the text."""
    return f"{short_title(row.risk)}: {columns(case)[column]}. {text}"


def rows(answer: Cells, case: Case) -> Iterator[Row]:
    """Yield a row for each risk of the table, in its order."""
    today = policy(case).today
    for risk in treated(case).risks:
        text = {column: " ".join(answer.text(risk.id, column).split()) for column in (*COLUMNS, *OWN_COLUMNS)}
        kind = text[RESPONSE] if text[RESPONSE] in KINDS else ""
        response = offer(case, risk.id, text[ACTION]) if given(case) else _own(risk, kind, text, today)
        yield Row(
            risk,
            kind,
            text[ACTION],
            response,
            given(case)
            or kind in ("accept", "escalate", "avoid", "transfer")
            or read_share(text[AFTER]) is not None,
            text[OWNER],
            text[TRIGGER],
            text[DATE],
            read_day(text[DATE], today) if text[DATE] else Day(None),
        )


def _own(risk: Risk, kind: str, text: dict[str, str], today: datetime.date) -> Response | None:
    """Return a response in the learner's words. What each kind leaves is what the kind means: a transfer
    moves all the money and nothing else, what is avoided cannot happen, and who accepts or escalates changes
    nothing."""
    named = says_what_is_done(text[ACTION])
    if not kind or not (named or (kind == "accept" and any(map(str.isalpha, text[ACTION])))):
        return None
    chance = read_share(text[AFTER])
    if kind == "avoid" and chance is None:
        chance = 0.0
    moved = 0.0 if kind == "transfer" and risk.cost is not None else None
    return Response(
        f"{risk.id}-own",
        risk.id,
        kind,
        text[ACTION][:LONGEST],
        text[OWNER],
        cost_of(text[COST]) or 0.0,
        read_day(text[DATE], today).day if text[DATE] else None,
        chance_after=chance if kind in ("avoid", "mitigate") else None,
        cost_low_after=moved,
        cost_after=moved,
        cost_high_after=moved,
    )
