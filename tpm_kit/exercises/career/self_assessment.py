"""Where do I stand? Seven skill groups with evidence, a role to aim at, and the three gaps to close first."""

from __future__ import annotations

from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.self_assessment_evidence import evidence_fault
from tpm_kit.exercises.career.self_assessment_example import WHO, example
from tpm_kit.exercises.career.self_assessment_rows import (
    ASKED,
    CALLED,
    EVIDENCE,
    GAP,
    GROUP,
    HOURS,
    IMPACT,
    OFFERED,
    OWN,
    OWN_TITLE,
    RATING,
    ROLE,
    TARGET,
    USUAL_HOURS,
    Row,
    all_rows,
    cell_titles,
    picked,
    required,
    role_of,
    rows,
)
from tpm_kit.exercises.career.self_assessment_rules import RULES
from tpm_kit.exercises.career.skills import GROUPS, HIGHEST, PICKS, ROLES, SCALE
from tpm_kit.exercises.career.skills import IMPACT as IMPACTS
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack

ABOUT = (
    "Select a row to read what each step looks like. Asked: the target of the role; leave your own blank "
    "to take "
    f"it. Gap: target less rating, 0 if you are there. Impact of the gap: {IMPACTS}."
)
SIZE = "size"


def view(case: Case) -> TableStack:
    """Return three tables: the role, the seven groups, and the three gaps."""
    return TableStack(
        [
            Section(_role_table(), "The role you aim at"),
            Section(_group_table(), "Where you stand", ABOUT),
            Section(_pick_table(), "The three gaps to close first"),
        ]
    )


def _role_table() -> Table:
    return Table(
        label="The role you aim at",
        columns=[
            {
                "id": ROLE,
                "label": "Role",
                "note": "its targets are ours, to begin with",
                "kind": "choice",
                "options": [[id, role.name] for id, role in ROLES.items()],
            },
            {
                "id": HOURS,
                "label": "Hours in two weeks",
                "note": f"that 11.10 may plan; blank: {USUAL_HOURS:g}",
                "kind": "choice",
                "options": [[str(hours), f"{hours} hours"] for hours in OFFERED],
            },
            {
                "id": CALLED,
                "label": "A group of your own",
                "note": "one that you miss below; blank if none",
                "kind": "text",
            },
        ],
        rows=[{"id": ROLE, "title": "I aim at"}],
    )


def _group_table() -> Table:
    return Table(
        label="Skill groups",
        columns=[
            {
                "id": RATING,
                "label": "Rating",
                "note": "what you do, not how you feel",
                "kind": "choice",
                "options": [list(one) for one in SCALE.items()],
            },
            {
                "id": EVIDENCE,
                "label": "Evidence",
                "note": "what you did, where, when, or what came of it",
                "kind": "text",
                "long": True,
            },
            {"id": ASKED, "label": "Asked", "kind": "result"},
            {"id": TARGET, "label": "Own target", "kind": "number"},
            {"id": GAP, "label": "Gap", "kind": "number"},
            {"id": IMPACT, "label": "Impact", "kind": "number"},
        ],
        rows=[
            *({"id": id, "title": group.name, "note": group.note} for id, group in GROUPS.items()),
            {"id": OWN, "title": OWN_TITLE, "note": "if you like; set its target yourself"},
        ],
        details={
            **{id: [[str(step), text] for step, text in enumerate(one.steps)] for id, one in GROUPS.items()},
            OWN: [text.split(" · ") for text in SCALE.values()],
        },
    )


def _pick_table() -> Table:
    groups = [[id, group.name] for id, group in GROUPS.items()]
    return Table(
        label="The three gaps to close first",
        columns=[
            {"id": GROUP, "label": "Skill group", "kind": "choice", "options": groups},
            {"id": SIZE, "label": "What you have for it", "kind": "result", "words": True},
        ],
        rows=[{"id": id, "title": word} for id, word in PICKS.items()],
    )


def live(answer: Cells, case: Case) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the role asks for in each group, the size of the chosen gaps, and what cannot be read."""
    known = all_rows(answer)
    results = {id: {ASKED: "" if row.asked is None else str(row.asked)} for id, row in known.items()}
    results |= {pick: {SIZE: _size(known[id])} for pick, id in picked(answer).items()}
    faults = {
        id: {column: f"Write {wanted}." for column, wanted in row.unread.items()}
        for id, row in known.items()
        if row.unread
    }
    return {"results": results, "faults": faults}


def _size(row: Row) -> str:
    known = (("gap", row.gap), ("impact", row.impact))
    return ", ".join(f"{name} {value:.10g}" for name, value in known if value is not None)


def chart(case: Case) -> Any:
    """Return the radar; matplotlib is loaded here, not with the module."""
    from tpm_kit.figures.radar import Radar

    return Radar()


def plotted(answer: Cells, case: Case) -> dict[str, Any]:
    """Return ratings and targets as the radar takes them, with the chosen gaps to be stressed."""
    from tpm_kit.figures.radar import Axis

    chosen = set(picked(answer).values())
    return {
        "axes": [Axis(row.name, row.rating, row.target) for row in all_rows(answer).values()],
        "picks": [at for at, id in enumerate(GROUPS) if id in chosen],
        "highest": HIGHEST,
    }


def _hint_evidence(answer: Cells, case: Case) -> str:
    """Name a group whose rating has no evidence that could be looked at."""
    for row in rows(answer).values():
        if row.rating and (not row.evidence.strip() or evidence_fault(row.evidence, row.rating)):
            return (
                f"Take {row.name}, which you rate {row.rating}, and read step {row.rating} of its row aloud. "
                "When did you last do that, for whom, and what is left of it? Studies, earlier jobs outside "
                "software and what you did unpaid count as well, if something was done there."
            )
    return (
        "Where to look for evidence: your calendar of a year ago, documents with your name, tickets you "
        "closed, mails that thank you. Studies and earlier jobs outside software count, if something was "
        "done there."
    )


def _hint_targets(answer: Cells, case: Case) -> str:
    role = role_of(answer)
    begin = f"The targets of “{role.name}”" if role else "The targets"
    return (
        f"{begin} are a beginning of this course, not a standard. Lay two adverts beside them. What both ask "
        "of you in the first year may be higher than here, and what neither mentions may be lower."
    )


def _hint_gaps(answer: Cells, case: Case) -> str:
    """Give a sum of the learner's own, or a way to tell impacts apart."""
    for row in all_rows(answer).values():
        if row.difference is not None and row.gap is None:
            return f"A gap is a sum: for {row.name} the target is {row.target} and the rating {row.rating}."
    wide = [row for row in rows(answer).values() if row.open]
    if not wide:
        return "A gap is the target less the rating. First rate all seven, then choose the role."
    return (
        "Sort the gaps by impact first and by size second. Of two alike take the one that you could work on "
        f"in your present job. You have {len(wide)} to choose from."
    )


EXERCISE = Exercise(
    id="self-assessment",
    version=1,
    number="11.6",
    title="Where do I stand?",
    notebook=NOTEBOOK,
    task=(
        "Pick the role you aim at and rate yourself in seven skill groups from 0 to 4 by what you do, with "
        "evidence for each rating; add one group that you miss, if you like. Work out the gaps, say how much "
        "each would hold you back, and choose the three to close first. Nobody can mark a rating: the worked "
        f"answer is that of {WHO}."
    ),
    answer=Cells,
    view=view,
    parts=lambda case: cell_titles(),
    required=lambda answer, case: required(answer),
    rules=RULES,
    hints=(_hint_evidence, _hint_targets, _hint_gaps),
    live=live,
    chart=chart,
    plotted=plotted,
    solution=lambda case: example(),
    worked_called="One example",
    done_word="filled in",
    columns={id: one.name for id, one in {**GROUPS, **ROLES}.items()},
)
