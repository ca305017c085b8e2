"""What does experience show? Lines of three invented people, and one's own, mapped to skills and steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.career import NOTEBOOK
from tpm_kit.exercises.career.experience_people import (
    NONE,
    PEOPLE,
    Person,
    numbered,
    open_row,
    row_id,
)
from tpm_kit.exercises.career.experience_rows import (
    OWN,
    STEP,
    STEPS,
    TEXT,
    cell_titles,
    highest,
    mark_of,
    marks_of,
    proven,
    required,
    short_of,
    widest,
)
from tpm_kit.exercises.career.experience_rules import RULES
from tpm_kit.exercises.career.experience_text import page
from tpm_kit.exercises.career.self_assessment_rows import GROUP, ROLE, role_of
from tpm_kit.exercises.career.skills import GROUPS, ROLES
from tpm_kit.exercises.wording import count
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack
from tpm_kit.widgets.with_text import WithText

HEADING = "What the lines show beside what the role asks for"
SAYS, READS, SIZE = "says", "reads", "size"
EXAMPLE_ROLE = "platform"
"""The role of the worked answer."""
NO_SKILL = "proves no step"
_NAMES = [[id, group.name] for id, group in GROUPS.items()]
_SHOWS = {
    "id": GROUP,
    "label": "Shows most",
    "kind": "choice",
    "options": [*_NAMES, [NONE, NO_SKILL]],
}
_STEP = {"id": STEP, "label": "Step", "kind": "choice", "options": [list(one) for one in STEPS.items()]}
_READS = {
    "id": READS,
    "label": "What that step says",
    "note": "and the next one up",
    "kind": "result",
    "words": True,
}


def view(case: Case) -> WithText:
    """Return the role, the lines of three people, what they leave open, one's own lines, and the text."""
    sections = [
        Section(
            _role_table(),
            "1. The role that all of them aim at",
            "What belongs to each of the seven groups:",
            {group.name: group.note for group in GROUPS.values()},
        ),
        *(
            Section(_person_table(id, person), f"{at}. {person.name}: {person.way}", _about(person))
            for at, (id, person) in enumerate(PEOPLE.items(), 2)
        ),
        Section(
            _open_table(),
            "5. What is missing most",
            "What the role asks for, less the highest step that a line shows; less 0 where no line is. If "
            "two are equal, either will do.",
        ),
        Section(
            _own_table(),
            "6. Your own lines",
            "Two to six, or none at all. Studies, other trades and unpaid work count if something was done.",
        ),
    ]
    return WithText(TableStack(sections), HEADING)


def _about(person: Person) -> str:
    return f"{person.name} is invented. These lines are all that is known."


def _role_table() -> Table:
    return Table(
        label="The role that all of them aim at",
        columns=[
            {
                "id": ROLE,
                "label": "Role",
                "note": "what it asks for is this course's own judgement",
                "kind": "choice",
                "options": [[id, role.name] for id, role in ROLES.items()],
            }
        ],
        rows=[{"id": ROLE, "title": "They aim at"}],
    )


def _person_table(id: str, person: Person) -> Table:
    return Table(
        label=f"Lines of {person.name}",
        columns=[{"id": SAYS, "label": "The line", "kind": "given", "words": True}, _SHOWS, _STEP, _READS],
        rows=[
            {"id": row_id(id, at), "title": f"Line {at}", "given": {SAYS: line.text}}
            for at, line in enumerate(person.lines, 1)
        ],
    )


def _open_table() -> Table:
    return Table(
        label="What is missing most",
        columns=[
            {"id": GROUP, "label": "Skill group", "kind": "choice", "options": _NAMES},
            {"id": SIZE, "label": "By your marks", "kind": "result", "words": True},
        ],
        rows=[{"id": open_row(id), "title": person.name} for id, person in PEOPLE.items()],
    )


def _own_table() -> Table:
    return Table(
        label="Your own lines",
        columns=[
            {
                "id": TEXT,
                "label": "What you did",
                "note": "where or when, and what came of it",
                "kind": "text",
                "long": True,
            },
            _SHOWS,
            _STEP,
            _READS,
        ],
        rows=[{"id": row, "title": title} for row, title in OWN.items()],
    )


def live(answer: Cells, case: Case) -> dict[str, Any]:
    """Return the words of the chosen steps, the size of what is named as missing, and the text below."""
    rows = [*(row for row, _, _ in numbered()), *OWN]
    results = {row: {READS: _reads(answer, row)} for row in rows}
    results |= {open_row(id): {SIZE: _size(answer, id)} for id in PEOPLE}
    return {"results": results, "text": page(answer)}


def _reads(answer: Cells, row: str) -> str:
    """Return the words of the chosen step of the chosen group and of the next one; of the first if no step is
    chosen yet."""
    group, step = GROUPS.get(answer.text(row, GROUP)), answer.text(row, STEP)
    if group is None:
        return ""
    at = int(step) if step in STEPS else 0
    return " ".join(f"{one}: {group.steps[one]}" for one in (at, at + 1) if 0 < one < len(group.steps))


def _size(answer: Cells, person: str) -> str:
    role, named = role_of(answer), answer.text(open_row(person), GROUP)
    if role is None or named not in GROUPS:
        return ""
    shown = highest(marks_of(answer, person))
    return (
        f"asked {role.targets[named]}, shown {shown.get(named, 0)}: "
        f"{count(short_of(shown, role)[named], 'step')} short"
    )


def solution(case: Case) -> Mapping[str, tuple[str, str]]:
    """Return what the lines of the three people show, and what they leave open for one role; one's own lines
    are not a matter of right or wrong."""
    role = ROLES[EXAMPLE_ROLE]
    values = {f"{ROLE}:{ROLE}": (EXAMPLE_ROLE, "Any of the three will do; what is missing follows from it.")}
    for row, _, line in numbered():
        values[f"{row}:{GROUP}"] = (line.group, line.why)
        if line.step is not None:
            values[f"{row}:{STEP}"] = (str(line.step), f"“{GROUPS[line.group].steps[line.step]}”")
    for id in PEOPLE:
        group = widest(proven(id), role)[0]
        short = short_of(proven(id), role)[group]
        why = f"“{role.name}” asks for {role.targets[group]}; the lines stay {count(short, 'step')} below."
        values[f"{open_row(id)}:{GROUP}"] = (group, why)
    return values


def _hint_row(answer: Cells, case: Case) -> str:
    """Name a line to look at again, or one that is still open, without saying what belongs there."""
    for row, title, line in numbered():
        group, step = answer.text(row, GROUP), answer.text(row, STEP)
        if group and (group != line.group or (line.step is not None and step and step != str(line.step))):
            return f"Look again at one line, {title}. {line.clue}"
    for row, title, line in numbered():
        if mark_of(answer, row) is None:
            return f"Take the next open line, {title}. {line.clue}"
    role = role_of(answer)
    if role is None:
        return "All lines are marked. Choose the role: what is missing most hangs on what it asks for."
    for id, person in PEOPLE.items():
        if answer.text(open_row(id), GROUP) not in widest(proven(id), role):
            return (
                f"Look at what {person.name} is missing most. In each group take what “{role.name}” asks "
                "for, less the highest step that a line shows."
            )
    return (
        "The lines of the three are settled. For your own, take a week of last year that you could tell "
        "somebody about, and write what was different at its end."
    )


EXERCISE = Exercise(
    id="experience",
    version=1,
    number="11.5",
    title="What does experience show?",
    notebook=NOTEBOOK,
    task="Choose a role. For each line of three invented people, say which skill group it shows most and the "
    "highest step that it fulfils in every word; then what each of them is missing most for the role. Add "
    "lines of your own, if you like.",
    answer=Cells,
    view=view,
    parts=lambda case: cell_titles(),
    required=lambda answer, case: required(answer),
    rules=RULES,
    hints=(
        "Ask of each line what was done and what came of it. A degree, years, a title, a course and a "
        "certificate say how somebody spent time; one line of each person says no more than that.",
        "Begin at step 1 and climb: beside your choice stand its words and those of the next step. Stop "
        "where a word of the next one is not in the line, such as “several teams” or “usual”.",
        _hint_row,
    ),
    live=live,
    done_word="filled in",
    solution=solution,
    columns={**{id: one.name for id, one in {**GROUPS, **ROLES}.items()}, NONE: NO_SKILL},
)
