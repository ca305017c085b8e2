"""What to do about it? A response for each risk above the appetite, with action, owner, trigger and day."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.levels import matrix_of
from tpm_kit.exercises.risk.matrix_board import level_of, risk_facts, short_title
from tpm_kit.exercises.risk.offers import given, label, loss, loss_sum, offer_facts, offers, unpriced
from tpm_kit.exercises.risk.register import Risk, money, policy
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.risk.responses_cells import KINDS, MEANING, trigger_fault
from tpm_kit.exercises.risk.responses_rows import (
    ACTION,
    AFTER,
    COST,
    DATE,
    OWNER,
    RESPONSE,
    TRIGGER,
    columns,
    rows,
)
from tpm_kit.exercises.risk.responses_rules import RULES
from tpm_kit.exercises.risk.treated import USES, standing, treated
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, date, names
from tpm_kit.widgets.table import Table


def responses_table(case: Case) -> Table:
    """Return the table: a row for each risk above the appetite."""
    risks = treated(case).risks
    return Table(
        label=f"Responses to the risks of {case.title}",
        columns=_columns(case),
        rows=[
            {
                "id": risk.id,
                "title": short_title(risk),
                "note": _note(risk, case),
                "offers": {ACTION: [row.id for row in offers(case).get(risk.id, ())]},
            }
            for risk in risks
        ],
        details={risk.id: _facts(risk, case) for risk in risks},
    )


def _note(risk: Risk, case: Case) -> str:
    by = f" · by {short_day(risk.date)}" if risk.date else ""
    return f"{risk.id} · {level_of(standing(case).at[risk.id], case)}{by}"


def _columns(case: Case) -> list[dict[str, Any]]:
    people, here = policy(case).people, policy(case)
    actions = [
        [row.id, label(row, here.currency)]
        for risk in treated(case).risks
        for row in offers(case).get(risk.id, ())
    ]
    owner = {"kind": "choice", "options": [[one, one] for one in people]} if people else {"kind": "text"}
    own = [
        {"id": COST, "label": "Cost", "unit": here.currency, "kind": "number"},
        {"id": AFTER, "label": "Chance after it", "unit": "%", "note": "blank: not known", "kind": "number"},
    ]
    return [
        {
            "id": RESPONSE,
            "label": "Response",
            "kind": "choice",
            "options": [list(one) for one in KINDS.items()],
        },
        {"id": ACTION, "label": "Action", "kind": "choice", "options": actions, "long": True}
        if given(case)
        else {"id": ACTION, "label": "Action", "note": "who does what", "kind": "text", "long": True},
        {"id": OWNER, "label": "Owner", "note": "one person", **owner},
        {
            "id": TRIGGER,
            "label": "Trigger",
            "note": "what is seen, then we …; blank: the register's",
            "kind": "text",
            "long": True,
        },
        {"id": DATE, "label": "By", "note": "22 January", "kind": "text"},
        *([] if given(case) else own),
    ]


def _facts(risk: Risk, case: Case) -> list[list[str]]:
    expected = [["Expected loss", loss_sum(risk, case)]] if loss(risk, case) is not None else []
    if expected and unpriced(risk, case):
        expected = [["Expected loss", f"{loss_sum(risk, case)}, and the days, whose cost is not known"]]
    known = [["Trigger so far", cut(risk.trigger, 200)]] if risk.trigger else []
    facts = [one for one in risk_facts(risk, case, numbers=True) if one[0] != "Expected"]
    return [*facts, *expected, *known, *offer_facts(risk, case)]


def cell_titles(case: Case) -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{risk.id}:{column}": f"{short_title(risk)}: {word}"
        for risk in treated(case).risks
        for column, word in columns(case).items()
    }


def required(answer: Cells, case: Case) -> set[str]:
    """Return the cells without which an answer is not complete: all, but for triggers that the register has
    and chances after a response, which may not be known."""
    blank = {TRIGGER, AFTER}
    return {
        f"{risk.id}:{column}"
        for risk in treated(case).risks
        for column in columns(case)
        if column not in blank or (column == TRIGGER and not risk.trigger)
    }


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what is wrong with days, and with the triggers of what is accepted."""
    faults: dict[str, dict[str, str]] = {}
    today = policy(case).today
    for row in rows(answer, case):
        found = {}
        if row.day.fault:
            found[DATE] = row.day.fault
        elif row.date and row.date < today:
            found[DATE] = f"{date(row.date)} is past."
        elif row.date and row.risk.date and row.date > row.risk.date:
            found[DATE] = f"{date(row.date)} comes after {date(row.risk.date)}, by when it can strike."
        fault = trigger_fault(row.typed_trigger) if row.typed_trigger and row.kind == "accept" else ""
        if fault:
            found[TRIGGER] = f"This {fault}."
        if found:
            faults[row.risk.id] = found
    return {"results": {}, "faults": faults}


def task(case: Case) -> str:
    """Return the task: how many risks, by whose places, and what is meant by the appetite."""
    found, here = treated(case), policy(case)
    if not found.risks:
        return "No risk has a place yet. Place them in 7.3, and those above the appetite come here."
    count = len(found.risks)
    lie = "lies one risk" if count + found.left == 1 else f"lie {count + found.left} risks"
    what = (
        f"Above “{here.appetite}”, the highest level that may stay as it is, {lie}, by "
        f"{standing(case).whose}."
    )
    if not found.above:
        what = (
            f"No risk lies above “{here.appetite}”, the highest level that may stay as it is, by "
            f"{standing(case).whose}; {'this one is' if count == 1 else f'these {count} are'} the highest."
        )
    elif found.left:
        what += f" These {count} are the most serious."
    pick = "choose" if given(case) else "say"
    each = "it" if count == 1 else "each"
    return (
        f"{what} For {each} {pick} the response and the action, one owner, the trigger, and the day by which "
        "it is done. Select a row to read what is known"
        f"{' and what each action leaves' if given(case) else ''}."
    )


def _hint_meaning(answer: Cells, case: Case) -> str:
    said = "; ".join(f"{KINDS[kind]} {meaning.replace(';', ',')}" for kind, meaning in MEANING.items())
    return f"{said}. Read what an action leaves, and the word follows."


def _hint_worth(answer: Cells, case: Case) -> str:
    """Show the sum of the learner's most serious risk."""
    for row in rows(answer, case):
        if loss(row.risk, case) and not unpriced(row.risk, case):
            return (
                f"An action is worth it if it costs less than it removes. {short_title(row.risk)} costs you "
                f"{loss_sum(row.risk, case)} on average. Work out the same with what each of its actions "
                "leaves, and compare the difference with the price."
            )
    return (
        "An action is worth it if it costs less than it removes: the expected loss before, less that after."
    )


def _hint_look(answer: Cells, case: Case) -> str:
    """Name a cell to look at again, or the rows whose actions pay for themselves."""
    titles = cell_titles(case)
    for finding in EXERCISE.review(answer, case).findings:
        if finding.level in ("problem", "caution") and finding.cards:
            return f"Look again at one cell: {titles.get(finding.cards[0], 'the one that is marked')}."
    here, sums = policy(case), []
    for row in rows(answer, case):
        best = max(
            ((one, _worth(row.risk, one, case)) for one in offers(case).get(row.risk.id, ())),
            key=lambda pair: pair[1],
            default=None,
        )
        if best and best[1] > 0 and not row.settled:
            sums.append(
                f"{short_title(row.risk)}: one of its actions brings {money(best[1], here.currency)} more "
                "than it costs"
            )
    if sums:
        return f"{names(sums, 3)}."
    return f"What is {' or '.join(matrix_of(case).levels[-2:])} wants a trigger that a stranger could check."


def _worth(risk: Risk, response: Any, case: Case) -> float:
    return (loss(risk, case) or 0.0) - (loss(response.after(risk), case) or 0.0) - (response.cost or 0.0)


EXERCISE = Exercise(
    id="responses",
    version=1,
    number="7.6",
    title="What to do about it?",
    notebook=NOTEBOOK,
    task=task,
    answer=Cells,
    view=responses_table,
    parts=cell_titles,
    required=required,
    rules=RULES,
    hints=(_hint_meaning, _hint_worth, _hint_look),
    live=live,
    worked=True,
    done_word="filled in",
    uses=USES,
    inputs=INPUTS,
    columns=dict(KINDS),
)
