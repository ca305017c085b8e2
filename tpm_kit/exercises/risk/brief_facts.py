"""What the brief is about: the risks that the register flags, and what is filled in about them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.chosen_responses import USES as CHOSEN_USES
from tpm_kit.exercises.risk.chosen_responses import chosen
from tpm_kit.exercises.risk.levels import matrix_of
from tpm_kit.exercises.risk.matrix_board import Cell, MatrixPlaces, places, short_title
from tpm_kit.exercises.risk.owners import owner_fault
from tpm_kit.exercises.risk.register import Risk, expected_days, open_risks, policy
from tpm_kit.exercises.risk.residual_facts import ways
from tpm_kit.exercises.risk.responses_cells import Day, read_day
from tpm_kit.exercises.risk.treated import above_appetite, exposure, standing
from tpm_kit.exercises.roadmap.how_sure_target import ID as HOW_SURE
from tpm_kit.exercises.wording import cut, date
from tpm_kit.typed import days

RESIDUAL = "residual"
USES: Mapping[str, type] = {**CHOSEN_USES, RESIDUAL: MatrixPlaces, HOW_SURE: Cells}
"""The answers that the brief is made from: places, matrix, responses, residuals, and the times of 6.6."""
OWNER, REVIEWED, DECISION = "owner", "reviewed", "decision"
COLUMNS = {OWNER: "Owner", REVIEWED: "Last looked at", DECISION: "Decision"}
"""What the learner fills in, by column."""
TEAM = "The team"
"""Offered as an owner, and none: who asks a team asks nobody."""
NONE, CARRIED, ACCEPT, MORE = "none", "owner", "accept", "more"
DECIDED = {
    NONE: "none needed",
    CARRIED: "its owner bears what is left",
    ACCEPT: "asked to be accepted",
    MORE: "asked for help, money or time",
}
"""The decisions in words that name nobody."""
MOST = 8
"""Rows of the table: what one page can hold."""
FEWEST = 3
"""Rows where nothing is flagged: the largest risks."""


class Flag(NamedTuple):
    """A risk of the brief with what the register lacks about it."""

    risk: Risk
    no_owner: bool
    age: int | None
    """Days since the last review if that is stale; -1 if nobody has looked yet; None if it is not stale."""
    above: bool
    """Whether what the response leaves lies above the appetite, so that the decider has to decide."""

    @property
    def any(self) -> bool:
        """Whether anything is flagged."""
        return self.no_owner or self.age is not None or self.above


class Flagged(NamedTuple):
    """The rows of the table, most serious first."""

    flags: tuple[Flag, ...]
    left: int
    """How many more are flagged."""

    @property
    def anything(self) -> bool:
        """Whether anything is flagged; if not, these are the largest risks."""
        return any(flag.any for flag in self.flags)


def owner_of(risk: Risk, case: Case) -> str:
    """Return who owns a risk: as the register has it, else who was named in 7.6; "" for nobody."""
    response = chosen(case).get(risk.id)
    named = [risk.owner, response.owner if response else ""]
    return next((" ".join(name.split()) for name in named if name.strip() and not owner_fault(name)), "")


def left_at(risk: Risk, case: Case) -> Cell | None:
    """Return the place of what the response leaves of a risk, or of the risk itself where nothing is done;
    None where nobody knows.

    Where nobody has said what a response leaves, the place of 7.7 counts if there is one.
    """
    way = ways(case).get(risk.id)
    if way is None:
        return standing(case).at.get(risk.id)
    if way.after is not None:
        return way.after
    answer = case.earlier.get(RESIDUAL)
    mine = places(answer, case) if isinstance(answer, Placements) else {}
    return mine.get(risk.id, way.before)


def above(risk: Risk, case: Case) -> bool:
    """Say whether what is left of a risk lies above the appetite."""
    cell = left_at(risk, case)
    return cell is not None and above_appetite(cell, case)


def escalated(risk: Risk, case: Case) -> bool:
    """Say whether 7.6 puts a risk before somebody above the team."""
    response = chosen(case).get(risk.id)
    return response is not None and response.kind == "escalate"


def stale(risk: Risk, case: Case) -> int | None:
    """Return how many days ago a risk was last looked at if that is too long; -1: not yet; None: not stale.

    A register without any day of review has no such column, and nothing in it is called stale.
    """
    rules = policy(case)
    if risk.reviewed is None:
        return -1 if any(one.reviewed for one in open_risks(case)) else None
    age = (rules.today - risk.reviewed).days
    if age < 0:
        return -1
    return age if age > rules.review_days else None


def largest(case: Case) -> list[Risk]:
    """Return the open risks, the largest first: by what they cost on average, days included.

    Where nobody knows what a day costs, days and money cannot be added up, so the level on the matrix comes
    first.
    """
    at, matrix = standing(case).at, matrix_of(case)

    def size(risk: Risk) -> tuple[float, ...]:
        if policy(case).cost_per_day:
            return (-exposure(risk, case),)
        rank = matrix.rank(matrix.level(*at[risk.id])) if risk.id in at else -1
        return (-rank, -exposure(risk, case), -(expected_days(risk) or 0))

    return sorted(open_risks(case), key=size)


@once
def flagged(case: Case) -> Flagged:
    """Return the risks that the table asks about, at most `MOST`."""
    flags = [
        Flag(
            risk,
            not owner_of(risk, case),
            stale(risk, case),
            above(risk, case),
        )
        for risk in open_risks(case)
    ]
    first = {risk.id: at for at, risk in enumerate(largest(case))}
    flags.sort(key=lambda one: (not one.above, first[one.risk.id]))
    found = [one for one in flags if one.any]
    if found:
        return Flagged(tuple(found[:MOST]), len(found) - len(found[:MOST]))
    return Flagged(tuple(flags[:FEWEST]), 0)


def titles(case: Case) -> dict[str, str]:
    """Return the titles of the rows by id."""
    return {one.risk.id: short_title(one.risk) for one in flagged(case).flags}


def decisions(case: Case) -> dict[str, str]:
    """Return what can be decided about a risk, by id."""
    decider = policy(case).decider
    return {
        NONE: "None needed",
        CARRIED: "Its owner bears what is left",
        ACCEPT: f"Ask the {decider} to accept what is left",
        MORE: f"Ask the {decider} for help, money or time against it",
    }


class Filled(NamedTuple):
    """A row as filled in."""

    flag: Flag
    owner: str
    typed_reviewed: str
    reviewed: datetime.date | None
    reviewed_fault: str
    decision: str
    """The id of a decision; "" while there is none."""


_AGO = {"today": 0, "just now": 0, "heute": 0, "yesterday": 1, "gestern": 1}


def _looked_at(text: str, today: datetime.date) -> Day:
    """Return the day of a review as typed; "today" is one, too."""
    if (ago := _AGO.get(text.casefold().rstrip(".!"))) is not None:
        return Day(today - datetime.timedelta(days=ago))
    found = read_day(text, today)
    if found.day is None and not days(text):
        return Day(None, f"“{cut(text, 40)}” is no day. Write it as {date(today)} or {today.isoformat()}.")
    return found


def filled(answer: Cells, case: Case) -> list[Filled]:
    """Return the rows of the table with what the learner filled in."""
    today, found = policy(case).today, []
    for flag in flagged(case).flags:
        texts = {column: " ".join(answer.text(flag.risk.id, column).split()) for column in COLUMNS}
        day = _looked_at(texts[REVIEWED], today) if texts[REVIEWED] else None
        decision = texts[DECISION] if texts[DECISION] in decisions(case) else ""
        found.append(
            Filled(
                flag,
                texts[OWNER],
                texts[REVIEWED],
                day.day if day else None,
                day.fault if day else "",
                decision,
            )
        )
    return found


def beginning(case: Case) -> Cells:
    """Return the table as the register has it: what is flagged is blank, all else stands."""
    texts = {}
    for flag in flagged(case).flags:
        risk = flag.risk
        if not flag.no_owner:
            texts[f"{risk.id}:{OWNER}"] = owner_of(risk, case)
        if flag.age is None and risk.reviewed:
            texts[f"{risk.id}:{REVIEWED}"] = risk.reviewed.isoformat()
    return Cells.of(texts)
