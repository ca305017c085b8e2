"""The change log: what the review has moved, why, and who must hear it. Log and messages are made from it."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.change_log_facts import (
    CAUSES,
    LOG_USES,
    PLAN_ROW,
    Logged,
    logged,
)
from tpm_kit.exercises.roadmap.change_log_rules import LABELS, RULES, cell_titles
from tpm_kit.exercises.roadmap.changes import HEARS, within
from tpm_kit.exercises.roadmap.review_facts import WORKED, YOURS
from tpm_kit.exercises.wording import date, names
from tpm_kit.widgets.table import Table

WHO = {"team": "the team", "sponsor": "team and sponsor", "supervisor": "team, sponsor and supervisor"}


def log_table(case: Case) -> Table:
    """Return the table: a row for each change, what has become of it given, cause, reason and audience
    asked."""
    log = logged(case)
    return Table(
        label=f"Change log for {case.title}",
        columns=[
            _choice("cause", log.causes),
            {"id": "why", "label": LABELS["why"], "note": "one sentence", "kind": "text", "long": True},
            _choice("who", {id: _audience(id, log) for id in HEARS}),
        ],
        rows=[{"id": id, "title": title, "note": log.what(id)} for id, title in log.rows.items()],
        details={id: _facts(id, log) for id in log.rows},
    )


def _choice(id: str, options: dict[str, str]) -> dict[str, Any]:
    return {
        "id": id,
        "label": LABELS[id],
        "kind": "choice",
        "options": [list(one) for one in options.items()],
    }


def _audience(id: str, log: Logged) -> str:
    """Return all who hear of a change: "The three pairs, the CEO"."""
    first, *others = (log.scene.names[one] for one in HEARS[id])
    return ", ".join((first, *map(within, others)))


def _facts(id: str, log: Logged) -> list[list[str]]:
    item, happened = log.here.items.get(id), [one for one in log.here.news if one.id and id in one.items]
    news = happened or ([*log.here.news] if id == PLAN_ROW else [])
    facts = [
        ("Team", item.team if item else ""),
        ("Person", item.person if item else ""),
        ("Due", date(item.deadline) if item and item.deadline else ""),
        ("Needs", names([log.scene.item(need) for need in item.needs]) if item else ""),
        *(("What has happened", one.fact) for one in news),
    ]
    return [[name, text] for name, text in facts if text]


def log_task(case: Case) -> str:
    """Return the task, and whose review it is about."""
    log = logged(case)
    whose = {
        YOURS: "your review",
        WORKED: "the worked review (yours is not complete)",
    }.get(log.whose, "your review (not complete: what you have not decided counts as unchanged)")
    if PLAN_ROW in log.rows:
        return (
            f"Nothing has moved in {whose}. That is worth a line, too: what did you look at, and who hears "
            "it?"
        )
    count = len(log.rows)
    many = f"come {count} changes" if count > 1 else "comes one change"
    return (
        f"From {whose} {many}. Say of each what caused it, why it is this one, and who must hear it; the "
        "log and the messages are made from your words."
    )


def _hint_cause(answer: Cells, case: Case) -> str:
    log = logged(case)
    for id, title in log.rows.items():
        item = log.here.items.get(id)
        if item and log.hurts(id) and item.team:
            return (
                f"Follow each change back to what was missing. {title} is the work of {item.team}: what "
                "took time or people from them, or did it wait for another item that moved?"
            )
    return (
        "Follow each change back to what was missing: whose time, or which item that had to be there first?"
    )


def _hint_who(answer: Cells, case: Case) -> str:
    log = logged(case)
    duties = [log.scene.item(id) for id in log.scene.duties]
    if not duties:
        return "Tell those who counted on a date or on an item; the team hears everything."
    return (
        f"{log.scene.names['supervisor']} waits for {names(duties)}, and hears of a change that makes one "
        "of them later, and of nothing else. Who asked for an item, or pays for it, hears when it leaves."
    )


EXERCISE = Exercise(
    id="change-log",
    version=1,
    number="6.9",
    title="What slips, and why?",
    notebook=NOTEBOOK,
    task=log_task,
    answer=Cells,
    view=log_table,
    parts=cell_titles,
    rules=RULES,
    hints=(
        _hint_cause,
        "A reason that helps names a number, a date or a choice: what was missing, how much of it, and what "
        "you put first. Leave out who ought to have done better.",
        _hint_who,
    ),
    worked=True,
    done_word="filled in",
    uses=LOG_USES,
    columns=WHO | CAUSES,
)
