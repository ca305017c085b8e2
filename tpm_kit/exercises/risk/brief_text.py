"""The brief to the sponsor as plain text: one page, made from the register and from what is decided."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercises.risk.amounts import about, money
from tpm_kit.exercises.risk.brief_facts import (
    ACCEPT,
    MORE,
    Filled,
    escalated,
    filled,
    flagged,
    largest,
    left_at,
    owner_of,
)
from tpm_kit.exercises.risk.brief_outlook import after, date_lines, loss_lines
from tpm_kit.exercises.risk.brief_rules import review_fault
from tpm_kit.exercises.risk.chosen_responses import Chosen, choice, chosen
from tpm_kit.exercises.risk.matrix_board import level_of, short_title
from tpm_kit.exercises.risk.offers import action_of
from tpm_kit.exercises.risk.owners import owner_fault
from tpm_kit.exercises.risk.register import Risk, expected_days, open_risks, policy, risks
from tpm_kit.exercises.risk.responses_cells import KINDS
from tpm_kit.exercises.risk.treated import exposure, standing
from tpm_kit.exercises.wording import cut, date, names, percent

TOP = 5
"""The risks that the brief names one by one."""
LONGEST = 160
"""Letters of a trigger or an action in the brief."""


def brief_text(answer: Cells, case: Case) -> str:
    """Return the brief as plain text; what is not filled in stands in it as still open.

    `case` must be grounded for the exercise `brief`, whose answer this is.
    """
    rows = {row.flag.risk.id: row for row in filled(answer, case)}
    rules = policy(case)
    parts = {
        "What could move the date": date_lines(case),
        "What it could cost": loss_lines(case),
        _heading(len(open_risks(case))): _top(rows, case),
        "What was decided": _decided(case),
        "What has changed": _changed(rows, case),
        f"What we ask of the {_plain(rules.decider)}": _asked(rows, case),
    }
    head = [f"Risks of {_plain(case.title)}, {date(rules.today)}", f"To: {_plain(rules.decider)}"]
    body = [line for title, lines in parts.items() for line in ("", title, *lines)]
    return "\n".join((*head, *body)) + "\n"


def _heading(count: int) -> str:
    return f"The {min(TOP, count)} largest risks" if count > 1 else "The largest risk"


def _plain(text: str, most: int = LONGEST) -> str:
    return cut(text, most)


def _sentence(text: str) -> str:
    text = _plain(text)
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _owner(risk: Risk, row: Filled | None, case: Case) -> str:
    """Return who owns a risk, as the learner has it where they were asked."""
    if row is not None:
        return _plain(row.owner) if row.owner and not owner_fault(row.owner) else "still to be named"
    return _plain(owner_of(risk, case)) or "still to be named"


def _levels(risk: Risk, case: Case) -> str:
    """Return the level of a risk, and the other one that its response leaves."""
    now, then = standing(case).at.get(risk.id), left_at(risk, case)
    levels = [level_of(cell, case) for cell in (now, then) if cell is not None]
    return ", then ".join(dict.fromkeys(levels)) or "not placed"


def _loss(risk: Risk, case: Case) -> str:
    """Return what a risk costs on average, and with its response, as "; €1,900 on average"; "" if nobody
    knows."""
    left = after(risk, case)
    now, then = exposure(risk, case), exposure(left, case)
    costs = [f"{about(now, case)} on average"] if now else []
    if abs(then - now) >= 0.05:
        costs.append(f"{about(then, case)} with its response")
    lost, kept = expected_days(risk) or 0.0, expected_days(left) or 0.0
    if lost and not policy(case).cost_per_day:
        costs.append(f"{lost:.1f} working days on average")
        costs += [f"{kept:.1f} with its response"] if abs(kept - lost) >= 0.05 else []
    return "".join(f"{'; ' if at == 0 else ', '}{text}" for at, text in enumerate(costs))


def _top(rows: dict[str, Filled], case: Case) -> Iterator[str]:
    top = largest(case)[:TOP]
    if not top:
        yield "No risk is open."
    for risk in top:
        chance = f"; chance {percent(risk.chance)}" if risk.chance is not None else ""
        figures = f"{_levels(risk, case)}{chance}{_loss(risk, case)}"
        yield f"- {short_title(risk)} ({_plain(risk.id)}): {figures}."
        response = chosen(case).get(risk.id)
        trigger = _sentence((response.trigger if response else "") or risk.trigger)
        yield f"  Owner: {_owner(risk, rows.get(risk.id), case)}. Trigger: {trigger or 'none named.'}"


def _decided(case: Case) -> Iterator[str]:
    picks = list(chosen(case).values())
    if not picks:
        yield "Nothing yet: no risk has a response."
        return
    whose = choice(case)
    if not whose.mine:
        yield "(A draft: these are the worked responses of the course.)"
    yield from (_decision(pick, case) for pick in picks)
    rules, spent = policy(case), sum(pick.cost for pick in picks)
    budget = f", of a budget of {money(rules.budget, case)}" if rules.budget else ""
    yield f"All responses together cost {money(spent, case)}{budget}."


def _decision(pick: Chosen, case: Case) -> str:
    by = f", by {date(pick.date)}" if pick.date else ""
    who = f" {_plain(pick.owner)}{by}" if pick.owner else by.removeprefix(",")
    cost = f", {money(pick.cost, case)}" if pick.cost else ""
    details = f"{who}{cost}".removeprefix(",").strip()
    end = f" ({details})" if details else ""
    return f"- {short_title(pick.risk)}: {KINDS[pick.kind].lower()}. {action_of(pick.response)}{end}."


def _changed(rows: dict[str, Filled], case: Case) -> Iterator[str]:
    """Yield what is new since the register was last gone through."""
    known = [row for row in rows.values() if row.owner and not owner_fault(row.owner)]
    happened = [short_title(risk) for risk in risks(case) if risk.status == "happened"]
    owned = [f"{short_title(row.flag.risk)} ({_plain(row.owner)})" for row in known if row.flag.no_owner]
    asked = {row.flag.risk.id for row in rows.values()}
    owned += [
        f"{short_title(risk)} ({_owner(risk, rows.get(risk.id), case)})"
        for risk in open_risks(case)
        if (not risk.owner.strip() or owner_fault(risk.owner))
        and owner_of(risk, case)
        and (risk.id not in asked or rows[risk.id].owner)
    ]
    looked = [
        f"{short_title(row.flag.risk)} ({date(row.reviewed)})"
        for row in rows.values()
        if row.flag.age is not None and row.reviewed and not review_fault(row, case)
    ]
    lines = [
        f"- Has happened, and is an issue now: {names(happened, len(happened))}." if happened else "",
        f"- Has an owner now: {names(owned, len(owned))}." if owned else "",
        f"- Looked at again: {names(looked, len(looked))}." if looked else "",
    ]
    yield from [line for line in lines if line] or ["Nothing."]


def _asked(rows: dict[str, Filled], case: Case) -> Iterator[str]:
    """Yield what somebody above the team has to decide: what the table says, and what is escalated anyway."""
    asked = [row for row in rows.values() if row.decision in (ACCEPT, MORE)]
    for row in asked:
        what = (
            "accept what is left of it" if row.decision == ACCEPT else "give help, money or time against it"
        )
        risk = row.flag.risk
        yield f"- {short_title(risk)}: {what} ({_levels(risk, case)}{_loss(risk, case)})."
        response = chosen(case).get(risk.id)
        if response and escalated(risk, case):
            yield f"  {_sentence(action_of(response.response))}"
    others = [pick for id, pick in chosen(case).items() if pick.kind == "escalate" and id not in rows]
    for pick in others:
        yield f"- {short_title(pick.risk)}: {_sentence(action_of(pick.response))}"
    open_ones = [short_title(row.flag.risk) for row in rows.values() if row.flag.above and not row.decision]
    if open_ones:
        yield f"Still to be decided whether we ask: {names(open_ones, len(open_ones))}."
    elif not asked and not others:
        rest = flagged(case).left
        if rest:
            yield f"Nothing so far; {rest} more {'risks are' if rest > 1 else 'risk is'} flagged."
        elif all(row.decision for row in rows.values()):
            yield "Nothing: no decision is left open."
        else:
            yield "Nothing so far."
