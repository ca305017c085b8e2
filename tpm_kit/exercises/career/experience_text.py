"""What the lines of 11.5 show beside what the role asks for, in text below the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Cells
from tpm_kit.exercises.career.experience_people import NONE, PEOPLE
from tpm_kit.exercises.career.experience_rows import (
    OWN,
    Mark,
    highest,
    mark_of,
    marks_of,
    own_fault,
    own_lines,
    short_of,
    widest,
)
from tpm_kit.exercises.career.self_assessment_rows import role_of
from tpm_kit.exercises.career.skills import GROUPS, Role
from tpm_kit.exercises.wording import count, names

NO_ROLE = "Choose the role: what lines show is held against what it asks for."
_ABOUT = (
    "This counts what you marked. A group without a line is open in both senses: the skill may be missing, "
    "or only the line that shows it."
)


def page(answer: Cells) -> str:
    """Return what each person's lines show in each group beside what the role asks for, and the same for the
    learner's own lines."""
    role = role_of(answer)
    if role is None:
        return NO_ROLE
    parts = [f"Asked for by “{role.name}”: {_asked(role)}. {_ABOUT}"]
    for id, person in PEOPLE.items():
        marks = marks_of(answer, id)
        parts.append("\n".join([f"{person.name}, {person.way}", *_shown(marks, role)]))
    if own := own_lines(answer):
        parts.append("\n".join(["You", *_mine(answer, list(own), role)]))
    return "\n\n".join(parts)


def _asked(role: Role) -> str:
    return ", ".join(f"{GROUPS[group].name} {asked}" for group, asked in role.targets.items())


def _shown(marks: Sequence[Mark | None], role: Role) -> Iterator[str]:
    """Yield how many lines count, which groups they show, and which are open."""
    done = [mark for mark in marks if mark]
    without = sum(mark.group == NONE for mark in done)
    yield f"{len(done)} of {count(len(marks), 'line')} marked, {without or 'none'} as proving no step."
    if not done:
        return
    shown = highest(done)
    if shown:
        steps = [f"{GROUPS[id].name} {shown[id]} (asked {role.targets[id]})" for id in GROUPS if id in shown]
        yield f"Shown: {', '.join(steps)}."
    left = [f"{one.name} (asked {role.targets[id]})" for id, one in GROUPS.items() if id not in shown]
    if left:
        yield f"No line for: {names(left, len(GROUPS))}."


def _mine(answer: Cells, rows: Sequence[str], role: Role) -> Iterator[str]:
    """Yield the same for one's own lines; what names nothing done is not counted."""
    faulty = [row for row in rows if own_fault(answer, row)]
    marks = [mark_of(answer, row) for row in rows if row not in faulty]
    if marks:
        yield from _shown(marks, role)
    if faulty:
        listed = names([OWN[row].lower() for row in faulty], len(OWN))
        yield f"Not counted, as it stands; Check says what is missing: {listed}."
    if shown := highest(marks):
        short = short_of(shown, role)
        if furthest := [f"{GROUPS[id].name} ({count(short[id], 'step')})" for id in widest(shown, role)]:
            yield f"Furthest below what the role asks for: {names(furthest, len(GROUPS))}."
        ready = names([GROUPS[id].name for id in GROUPS if id in shown], len(GROUPS))
        yield f"For 11.6 you have marked a line in {ready}."
