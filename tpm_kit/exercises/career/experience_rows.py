"""What is filled in in 11.5: group and step of each line, and what each person is missing most.

It reads an answer as it comes back from a file: a group or a step that does not exist is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.experience_people import NONE, PEOPLE, numbered, open_row, row_id
from tpm_kit.exercises.career.self_assessment_evidence import DO, Fault, evidence_fault
from tpm_kit.exercises.career.self_assessment_rows import GROUP, ROLE
from tpm_kit.exercises.career.skills import GROUPS, SCALE, Role
from tpm_kit.exercises.wording import cut

STEP, TEXT = "step", "text"
STEPS = {id: label for id, label in SCALE.items() if id != "0"}
"""The steps that a line can prove."""
OWN = {f"own-{at}": f"Your line {at}" for at in range(1, 7)}
"""The rows of the learner's own lines, and what the feedback calls them."""
LEAST = 2
"""Own lines that are asked for once there is one."""
WORDS = {GROUP: "group", STEP: "step", TEXT: "what you did"}
_HELD = re.compile(
    r"\b(?i:employed|hired|promoted|appointed|graduated|retired|transferred)\b|"
    r"\b(?i:acted as|moved to|(?:received|got|earned) (?:a|my|the) promotion)\b|"
    r"\b(?i:worked|working|started|began|served)(?=\s+(?i:as|at|for|in|with|on|there)\b)|"
    r"\b[Jj]oined(?=\s+(?:(?:as|the|a)\b|[A-Z]))|"
    r"\b(?i:held)(?=\s+(?i:the|a|an)\s+(?:\w+\s+){0,3}(?i:position|title|role|post|job)\b)"
)
"""Verbs that say where somebody was, or as what, and no deed."""
_LONG = re.compile(r"\b(?:years?|since)\b", re.IGNORECASE)


class Mark(NamedTuple):
    """What a line is said to show: a skill group with a step, or `NONE` without one."""

    group: str
    step: int | None


def mark_of(answer: Cells, row: str) -> Mark | None:
    """Return what a line is said to show, or None while group or step are missing."""
    group, step = answer.text(row, GROUP), answer.text(row, STEP)
    if group == NONE:
        return Mark(NONE, None)
    return Mark(group, int(step)) if group in GROUPS and step in STEPS else None


def highest(marks: Iterable[Mark | None]) -> dict[str, int]:
    """Return the highest step that lines show, by skill group."""
    found: dict[str, int] = {}
    for mark in marks:
        if mark and mark.step is not None:
            found[mark.group] = max(mark.step, found.get(mark.group, 0))
    return found


def marks_of(answer: Cells, person: str) -> list[Mark | None]:
    """Return what the lines of a person are said to show, in their order."""
    return [mark_of(answer, row_id(person, at)) for at in range(1, len(PEOPLE[person].lines) + 1)]


def proven(person: str) -> dict[str, int]:
    """Return the highest step that a person's lines do show, by skill group."""
    return highest(Mark(line.group, line.step) for line in PEOPLE[person].lines)


def short_of(shown: Mapping[str, int], role: Role) -> dict[str, int]:
    """Return by how many steps the lines stay below what a role asks for, by skill group; 0 for none."""
    return {group: max(asked - shown.get(group, 0), 0) for group, asked in role.targets.items()}


def widest(shown: Mapping[str, int], role: Role) -> list[str]:
    """Return the groups in which the lines stay furthest below what a role asks for."""
    short = short_of(shown, role)
    return [group for group, steps in short.items() if steps and steps == max(short.values())]


def own_lines(answer: Cells) -> dict[str, str]:
    """Return the learner's own lines that have a text, by row."""
    return {row: text for row in OWN if (text := answer.text(row, TEXT)).strip()}


def own_fault(answer: Cells, row: str) -> Fault | None:
    """Return why a line of the learner's own does not prove the step it is marked with, or None."""
    mark, text = mark_of(answer, row), answer.text(row, TEXT)
    if mark is None or mark.step is None or not text.strip():
        return None
    if fault := evidence_fault(text, mark.step):
        # What it advises on ratings speaks of 11.6.
        return fault._replace(do=DO) if fault.do.endswith(DO) else fault
    # The linter judges what holds an English word, and "of" is one: these words are English as well.
    rest = f"{_HELD.sub(' ', text)} of"
    if not (_HELD.search(text) or _LONG.search(text)) or not evidence_fault(rest, mark.step):
        return None
    shown = f"“{cut(text, 60)}”"
    return Fault(False, f"{shown} says where you were, for how long or as what, and not what you did.", DO)


def cell_titles() -> dict[str, str]:
    """Return what the feedback calls each cell, by `row:column`."""
    return {
        f"{ROLE}:{ROLE}": "The role",
        **{
            f"{row}:{column}": f"{title}: {WORDS[column]}"
            for row, title, _ in numbered()
            for column in (GROUP, STEP)
        },
        **{f"{open_row(id)}:{GROUP}": f"{person.name}: missing most" for id, person in PEOPLE.items()},
        **{
            f"{row}:{column}": f"{title}: {word}"
            for row, title in OWN.items()
            for column, word in WORDS.items()
        },
    }


def required(answer: Cells) -> set[str]:
    """Return the cells of a complete answer: those of the three people, and once a line of one's own is
    begun, two whole lines and what is begun besides. A line that shows nothing needs no step."""
    cells = {f"{ROLE}:{ROLE}"} | {f"{open_row(id)}:{GROUP}" for id in PEOPLE}
    for row, _, _ in numbered():
        cells |= _marks_asked(answer, row)
    begun = [row for row in OWN if any(answer.text(row, column).strip() for column in WORDS)]
    blank = [row for row in OWN if row not in begun]
    for row in [*begun, *blank[: max(LEAST - len(begun), 0)]] if begun else []:
        cells |= {f"{row}:{TEXT}"} | _marks_asked(answer, row)
    return cells


def _marks_asked(answer: Cells, row: str) -> set[str]:
    return {f"{row}:{GROUP}"} | ({f"{row}:{STEP}"} if answer.text(row, GROUP) != NONE else set())
