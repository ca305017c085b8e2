"""The brief to the sponsor: one page made from the register, once what that flags is mended."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.risk import NOTEBOOK
from tpm_kit.exercises.risk.brief_facts import (
    COLUMNS,
    DECIDED,
    DECISION,
    OWNER,
    REVIEWED,
    TEAM,
    USES,
    Flag,
    beginning,
    decisions,
    escalated,
    filled,
    flagged,
    left_at,
)
from tpm_kit.exercises.risk.brief_rules import RULES, cell_titles, review_fault
from tpm_kit.exercises.risk.brief_text import brief_text
from tpm_kit.exercises.risk.chosen_responses import choice, chosen
from tpm_kit.exercises.risk.matrix_board import level_of, risk_facts, short_title
from tpm_kit.exercises.risk.offers import action_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.exercises.risk.register_inputs import INPUTS
from tpm_kit.exercises.roadmap.promise_choices import basis
from tpm_kit.exercises.wording import cut, date
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.with_text import WithText

HEADING = "The brief, as it stands"


def brief_view(case: Case) -> WithText:
    """Return the table of what is flagged, and below it the brief that follows from it."""
    rules = policy(case)
    table = Table(
        label=f"What the register of {case.title} flags",
        columns=[
            {"id": "flag", "label": "What is flagged", "kind": "given", "words": True},
            {"id": OWNER, "label": COLUMNS[OWNER], "note": "one person", **_owners(case)},
            {
                "id": REVIEWED,
                "label": COLUMNS[REVIEWED],
                "note": f"a day; a review holds for {rules.review_days} days",
                "kind": "text",
            },
            {
                "id": DECISION,
                "label": COLUMNS[DECISION],
                "kind": "choice",
                "options": [list(one) for one in decisions(case).items()],
            },
        ],
        rows=[
            {
                "id": flag.risk.id,
                "title": short_title(flag.risk),
                "note": flag.risk.id,
                "given": {"flag": said(flag, case)},
            }
            for flag in flagged(case).flags
        ],
        details={flag.risk.id: _facts(flag, case) for flag in flagged(case).flags},
    )
    return WithText(table, HEADING)


def _owners(case: Case) -> dict[str, Any]:
    """Return how the owner is asked for: chosen from the people of the case, or typed where it names none."""
    people = policy(case).people
    if not people:
        return {"kind": "text"}
    start = beginning(case)
    known = [start.text(flag.risk.id, OWNER) for flag in flagged(case).flags]
    everyone = dict.fromkeys([*people, *filter(None, known), TEAM])
    return {"kind": "choice", "options": [[name, name] for name in everyone]}


def said(flag: Flag, case: Case) -> str:
    """Return in words what is flagged about a risk."""
    rules, cell = policy(case), left_at(flag.risk, case)
    reviewed = flag.risk.reviewed
    parts = [
        f"{level_of(cell, case)} after its response, above the appetite “{rules.appetite}”"
        if flag.above
        else "",
        "no owner" if flag.no_owner else "",
        f"last looked at on {date(reviewed)}, {flag.age} days ago" if (flag.age or 0) > 0 else "",
        _not_yet(flag) if flag.age == -1 else "",
    ]
    return "; ".join(filter(None, parts)) or "nothing"


def _not_yet(flag: Flag) -> str:
    if flag.risk.reviewed:
        return f"its review, {date(flag.risk.reviewed)}, is still to come"
    return "nobody has looked at it yet"


def _facts(flag: Flag, case: Case) -> list[list[str]]:
    response = chosen(case).get(flag.risk.id)
    done = f"{action_of(response.response)} ({response.kind})" if response else ""
    facts = [
        *risk_facts(flag.risk, case, numbers=True),
        ["Trigger", cut(flag.risk.trigger, 200)],
        ["Response of 7.6", done],
    ]
    return [[name, text] for name, text in facts if text]


def brief_task(case: Case) -> str:
    """Return the task, and what it stands on."""
    found = flagged(case)
    if not found.flags:
        return "This register has no open risk, so there is nothing to tell. Write down risks first."
    count = len(found.flags)
    source = _sources(case)
    if not found.anything:
        head = f"Nothing is flagged in this register; confirm its {count} largest risks."
    else:
        many = f"{count} risks" if count > 1 else "one risk"
        more = f" (and {found.left} more, which are smaller)" if found.left else ""
        head = f"Before the page below goes out, mend what it flags about {many}{more}."
    return (
        f"{head} Name one owner each, the day on which somebody last looked at it, and what is decided. You "
        f"will find the evidence of a risk below the table.{source}"
    )


def _sources(case: Case) -> str:
    """Return whose responses the page has, and whose three times; the page itself names no exercise."""
    times, whose = basis(case), choice(case).whose
    source = f" The responses are {whose}." if whose else " No risk has a response yet: choose them in 7.6."
    if times.forecast is not None:
        source += f" The dates come from {'your' if times.yours else 'the worked'} three times of 6.6."
    return source


def brief_live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the brief as it stands, and what is wrong with a day while it is typed."""
    faults = {
        row.flag.risk.id: {REVIEWED: fault}
        for row in filled(answer, case)
        if (fault := review_fault(row, case))
    }
    return {"faults": faults, "text": brief_text(answer, case)}


def _hint_owner(answer: Cells, case: Case) -> str:
    flag = next((one for one in flagged(case).flags if one.no_owner), None)
    ask = "An owner is the one person who is rung up when the trigger shows."
    return f"{ask} {short_title(flag.risk)} has none: who would see its trigger first?" if flag else ask


def _hint_review(answer: Cells, case: Case) -> str:
    rules = policy(case)
    old = next((one for one in flagged(case).flags if one.age is not None), None)
    ask = (
        f"A review holds for {rules.review_days} days. Open the evidence of what is older, ask yourself "
        f"whether its chance is still right, and write the day on which you did so: today is "
        f"{date(rules.today)}."
    )
    return f"{ask} Begin with {short_title(old.risk)}." if old else ask


def _hint_decision(answer: Cells, case: Case) -> str:
    rules = policy(case)
    high = next((one for one in flagged(case).flags if one.above), None)
    if high is None:
        return (
            f"Nothing here stays above the appetite “{rules.appetite}”, so the {rules.decider} need not be "
            "asked: no decision is needed, or the owner bears what is left."
        )
    known = "It is escalated already: say what for." if escalated(high.risk, case) else ""
    return (
        f"What is left of {short_title(high.risk)} is {level_of(left_at(high.risk, case), case)}. Only the "
        f"{rules.decider} may let that stand, so one of the two lines that ask the {rules.decider} belongs "
        f"there. {known}"
    ).rstrip()


EXERCISE = Exercise(
    id="brief",
    version=1,
    number="7.10",
    title="Tell the sponsor",
    notebook=NOTEBOOK,
    task=brief_task,
    answer=Cells,
    view=brief_view,
    parts=cell_titles,
    rules=RULES,
    hints=(_hint_owner, _hint_review, _hint_decision),
    live=brief_live,
    start=beginning,
    worked=True,
    done_word="filled in",
    uses=USES,
    inputs=INPUTS,
    columns=DECIDED,
)
