"""What can be chosen against each risk: the case's responses, and besides them to escalate or to accept it.

Money is in thousands. What a response takes away is the expected loss before it less the one after it, with
the days paid for at the cost of a day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.matrix_board import days_of
from tpm_kit.exercises.risk.register import (
    Response,
    Risk,
    expected_cost,
    money,
    open_risks,
    policy,
    responses,
)
from tpm_kit.exercises.wording import cut, date, percent

ACTION = 110
"""Letters of an action in a finding and in a choice."""
_OWN_RISK = re.compile(r"[^.]*\b(?:risk of its own|secondary risk)\b[^.]*\.?", re.IGNORECASE)


def given(case: Case) -> bool:
    """Say whether the case tells what could be done. For another register the learner does."""
    return bool(responses(case))


@once
def offers(case: Case) -> Mapping[str, tuple[Response, ...]]:
    """Return what can be chosen for each open risk, by the risk's id; nothing where the case has none."""
    if not given(case):
        return MappingProxyType({})
    found = {}
    for risk in open_risks(case):
        rows = [row for row in responses(case) if row.risk == risk.id]
        kinds = {row.kind for row in rows}
        found[risk.id] = (*rows, *(row for row in _always(risk, case) if row.kind not in kinds))
    return MappingProxyType(found)


def _always(risk: Risk, case: Case) -> tuple[Response, Response]:
    """Return the two things that can be done about any risk; neither changes it by itself."""
    decider = policy(case).decider
    return (
        Response(
            f"{risk.id}-escalate",
            risk.id,
            "escalate",
            f"Put it before the {decider} for a decision.",
            decider,
        ),
        Response(f"{risk.id}-accept", risk.id, "accept", "Carry on as planned."),
    )


def offer(case: Case, risk: str, id: str) -> Response | None:
    """Return the response with this id that is on offer for a risk, or None."""
    return next((row for row in offers(case).get(risk, ()) if row.id == id), None)


def action_of(response: Response) -> str:
    """Return an action as sentences and choices show it, without the point at its end."""
    return cut(response.action, ACTION).rstrip(".")


def label(response: Response, currency: str = "€") -> str:
    """Return an action as a choice shows it, with its cost."""
    return f"{response.id}: {action_of(response)} · {money(response.cost or 0, currency)}"


def offer_facts(risk: Risk, case: Case) -> list[list[str]]:
    """Return what is known of each action of the case for a risk: cost, day, and what is left of the risk."""
    here, facts = policy(case), []
    for row in offers(case).get(risk.id, ()):
        by = f", done by {date(row.due)}" if row.due else ""
        left = _left(risk, row, here.currency)
        text = f"{action_of(row)}: {money(row.cost or 0, here.currency)}{by}. {left} {row.note}".strip()
        facts.append([row.id, cut(text, 400)])
    return facts


def _left(risk: Risk, row: Response, currency: str) -> str:
    after = row.after(risk)
    if after == risk:
        return "Changes neither chance nor loss."
    chance = "" if after.chance is None else f"chance {percent(after.chance)}"
    days = f"{days_of(after.days)} lost" if after.days else ""
    cost = f"{money(after.cost, currency)} lost" if after.cost else ""
    return f"Leaves: {', '.join(filter(None, (chance, days, cost)))}."


def effect(risk: Risk, response: Response, currency: str = "€") -> str:
    """Return in words which numbers of a risk a response changes: "the chance goes from 40 % to 5 %"."""
    after = response.after(risk)
    changes = []
    if _moves(risk.chance, after.chance):
        changes.append(f"the chance goes from {percent(risk.chance)} to {percent(after.chance)}")
    if _moves(risk.days, after.days):
        changes.append(f"the days lost go from {risk.days:.10g} to {after.days:.10g}")
    if _moves(risk.cost, after.cost):
        changes.append(f"the bill goes from {money(risk.cost, currency)} to {money(after.cost, currency)}")
    return ", ".join(changes) or "chance, days and bill stay as they are"


def _moves(before: float | None, after: float | None) -> bool:
    return before is not None and after is not None and abs(before - after) > 1e-9


def loss(risk: Risk, case: Case) -> float | None:
    """Return the expected loss of a risk in thousands, its days paid for; None where it is not known."""
    return expected_cost(risk, policy(case).cost_per_day)


def unpriced(risk: Risk, case: Case) -> bool:
    """Say whether a risk costs days, and nobody knows what a day costs."""
    return bool(risk.days) and not policy(case).cost_per_day


def loss_sum(risk: Risk, case: Case) -> str:
    """Return the expected loss as a sum: "40 % × (11.33 days × €1,920 + €6,333) = €11,237"."""
    here = policy(case)
    days, cost = risk.days_estimate, risk.cost_estimate
    parts = []
    if days and days.mean and here.cost_per_day:
        parts.append(f"{days_of(days.mean)} × {money(here.cost_per_day, here.currency)}")
    if cost and cost.mean:
        parts.append(money(cost.mean, here.currency))
    inside = " + ".join(parts) or "nothing"
    inside = f"({inside})" if len(parts) > 1 else inside
    total = money(loss(risk, case) or 0, here.currency)
    return f"{percent(risk.chance or 0)} × {inside} = {total}"


def own_risk(response: Response) -> str:
    """Return what a response says about a risk that it brings, or ""."""
    found = _OWN_RISK.search(response.note)
    return cut(found[0], 200) if found else ""
