"""A learner's own risk register in a case of their own: read, kept with the workbook, merged with the last
reading."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tpm_kit.case import Case, RiskPolicy
from tpm_kit.exchange.register_update import raw, rows_of, updated, with_items
from tpm_kit.exchange.risk_csv import RegisterIntake
from tpm_kit.workbook import Workbook

TABLE = "risks"
KEPT = "own-risks"
"""The entry of the workbook that holds the rows as they were read last, so that a later export can be told
from them on another day."""
AMOUNTS = ("cost_per_day", "budget")
"""What a learner may set by which the register is judged."""
UNSET = {
    "cost_per_day": "Days and money stay apart: cost_per_day= says what a working day of delay costs.",
    "budget": "Responses are held against a budget of {budget:g},000: budget= sets yours.",
}


def case_for(case: Case, name: str, title: str, apart: bool) -> Case:
    """Return the case that a register belongs to: the learner's own backlog in use, under its own name or,
    set `apart`, under this one; else a case of this name without any items."""
    if not (case.own and case.items):
        return Case(name=name, title=title, items=(), own=True)
    return replace(case, name=name, title=title) if apart else case


def merged(intake: RegisterIntake, workbook: Workbook, judged: Mapping[str, float]) -> RegisterIntake:
    """Return what was read under the ids of the last reading, with what changed since; keep it for the next
    one, with the amounts (`AMOUNTS`, in single units) by which it is judged. Answers stay with their risks,
    since they go by id."""
    before = workbook.entry(KEPT).answer or {}
    rows, news = updated(rows_of(before.get("rows")), intake.risks)
    kept = {
        "source": intake.source,
        "rows": raw(rows),
        "judged": {**_amounts(before.get("judged")), **judged},
    }
    if workbook.entry(KEPT).answer != kept:
        workbook.change(KEPT, answer=kept, version=1)
    return replace(intake, risks=rows, news=news)


def with_register(case: Case, workbook: Workbook) -> tuple[Case, tuple[str, ...]]:
    """Return the case with the register that its workbook keeps, if it keeps one, and remarks on the items
    that the risks name and on what nobody has set."""
    kept = workbook.entry(KEPT).answer or {}
    rows, remarks = with_items(rows_of(kept.get("rows")), case.items)
    if not rows:
        return case, ()
    amounts = _amounts(kept.get("judged"))
    policy = RiskPolicy(
        today=datetime.date.today(), **{name: amount / 1000 for name, amount in amounts.items()}
    )
    unset = [sentence for name, sentence in UNSET.items() if name not in amounts]
    case = replace(case, tables={**case.tables, TABLE: rows}, risk=policy)
    return case, (*remarks, *(sentence.format(budget=policy.budget) for sentence in unset))


def _amounts(kept: Any) -> dict[str, float]:
    """Return the amounts that a workbook keeps, as far as they are amounts."""
    found = kept if isinstance(kept, Mapping) else {}
    return {
        name: float(amount)
        for name, amount in found.items()
        if name in AMOUNTS and type(amount) in (int, float) and 0 <= amount < math.inf
    }
