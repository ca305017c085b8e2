"""What the feedback on 11.5 says: the group and the step of each line, what is missing most, own lines."""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.career.checklist import words_of
from tpm_kit.exercises.career.experience_people import NONE, PEOPLE, Line, numbered, open_row
from tpm_kit.exercises.career.experience_rows import (
    OWN,
    STEP,
    STEPS,
    TEXT,
    highest,
    mark_of,
    marks_of,
    own_fault,
    own_lines,
    proven,
    short_of,
    widest,
)
from tpm_kit.exercises.career.self_assessment_evidence import judged
from tpm_kit.exercises.career.self_assessment_rows import GROUP, role_of
from tpm_kit.exercises.career.skills import GROUPS
from tpm_kit.exercises.wording import count, names

HIGH = 3
"""A step from which on an own line that says nothing is a problem."""


def _groups(answer: Cells) -> Iterator[tuple[str, str, Line, str]]:
    """Yield row, title, line and group of each line of the three people that has a group."""
    for row, title, line in numbered():
        group = answer.text(row, GROUP)
        if group == NONE or group in GROUPS:
            yield row, title, line, group


@rule("EXP-1")
def the_line_is_about_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """A line is about another skill group, or shows a step where none was seen."""
    for row, title, line, group in _groups(answer):
        if line.step is None or group == line.group:
            continue
        cards = (f"{row}:{GROUP}",)
        if group == NONE:
            yield Finding(
                "problem",
                f"{title}: group. You find no skill in it, and it names a piece of work and its result.",
                "Who passes over what somebody did has to believe titles instead.",
                f"{line.clue} Then find the group with a step that sounds like it.",
                cards,
            )
        else:
            near = group in line.near
            seen = "touches it" if near else "does not speak of it"
            yield Finding(
                "caution" if near else "problem",
                f"{title}: group. You have {GROUPS[group].name}; the line {seen}, and the words of a step of "
                "another group fit it.",
                "A line that stands in the wrong group leaves a gap unseen there, and another one open that "
                "is none.",
                f"{line.clue} Read what belongs to each group, above the first table.",
                cards,
            )


@rule("EXP-2")
def time_is_no_skill(answer: Cells, case: Case) -> Iterator[Finding]:
    """A title, years or a course are taken for a skill."""
    for row, title, line, group in _groups(answer):
        if line.step is None and group != NONE:
            step = answer.text(row, STEP)
            given = f"{GROUPS[group].name}, step {step}" if step in STEPS else GROUPS[group].name
            yield Finding(
                "problem",
                f"{title}: group. You have {given}; the line says {line.says}.",
                "Adverts ask for these, and they open doors. Yet two people with the same years can do very "
                "different things, and no step speaks of years.",
                "Find in the line what was done and what came of it. Where nothing is, it proves no step.",
                (f"{row}:{GROUP}",),
            )


@rule("EXP-3")
def the_step_is_fulfilled(answer: Cells, case: Case) -> Iterator[Finding]:
    """A step is not the one whose words the line fulfils."""
    for row, title, line, group in _groups(answer):
        mark = mark_of(answer, row)
        if mark is None or mark.step is None or line.step is None or group != line.group:
            continue
        if mark.step == line.step:
            continue
        more = mark.step > line.step
        yield Finding(
            "problem" if abs(mark.step - line.step) > 1 else "caution",
            f"{title}: step. {mark.step} in {GROUPS[group].name} is “{GROUPS[group].steps[mark.step]}” The "
            f"line shows {'less than that' if more else 'that and more'}.",
            "A step too high is found out at the first question; one too low hides what is there.",
            f"{line.clue} Go {'down' if more else 'up'} the steps; take the highest that the line fulfils in "
            "every word.",
            (f"{row}:{STEP}",),
        )


@rule("EXP-4")
def the_widest_is_named(answer: Cells, case: Case) -> Iterator[Finding]:
    """What is named as missing most is not what lies furthest below the role."""
    role = role_of(answer)
    if role is None:
        return
    for id, person in PEOPLE.items():
        named, marks = answer.text(open_row(id), GROUP), marks_of(answer, id)
        if named not in GROUPS or None in marks:
            continue
        shown = highest(marks)
        if named in {*widest(shown, role), *widest(proven(id), role)}:
            continue
        asked, has, short = role.targets[named], shown.get(named, 0), short_of(shown, role)
        yield Finding(
            "problem",
            f"{person.name}: missing most. You name {GROUPS[named].name}: “{role.name}” asks for {asked}, "
            f"and by your marks the lines show {has}, {count(short[named], 'step')} short. Another group "
            f"lies {max(short.values())} short.",
            "What is missing most decides what to build first, and what an interviewer asks about.",
            "Take what the role asks for in each group, less the highest step that a line shows; where there "
            "is no line, less 0.",
            (f"{open_row(id)}:{GROUP}",),
        )


@rule("EXP-5")
def my_lines_prove_it(answer: Cells, case: Case) -> Iterator[Finding]:
    """A line of one's own names nothing done for the step that it is to prove."""
    for row in own_lines(answer):
        fault, mark = own_fault(answer, row), mark_of(answer, row)
        if fault is None or mark is None:
            continue
        yield Finding(
            "problem" if fault.empty and (mark.step or 0) >= HIGH else "caution",
            f"{OWN[row]}: what you did. {fault.says}",
            f"You mark it {GROUPS[mark.group].name}, step {mark.step}. A step is proved by something done "
            "that others can ask about.",
            f"{fault.do} Or mark it as proving no step.",
            (f"{row}:{TEXT}",),
        )


@rule("EXP-6")
def my_lines_differ(answer: Cells, case: Case) -> Iterator[Finding]:
    """The same line of one's own stands twice."""
    seen: dict[str, str] = {}
    for row, text in own_lines(answer).items():
        said = " ".join(words_of(text))
        if said in seen:
            yield Finding(
                "caution",
                f"{OWN[row]}: what you did. It says the same as line {seen[said][-1]}.",
                "One piece of work can show two things, but not by the same sentence.",
                "Say in each line which part of it shows this very group.",
                (f"{row}:{TEXT}",),
            )
        elif said:
            seen[said] = row


@rule("EXP-7", whole=True)
def what_holds(answer: Cells, case: Case) -> Iterator[Finding]:
    """Each line stands with the step that it fulfils, and what is missing most is named."""
    role, about_them = role_of(answer), RULES[:4]
    if role is None or any(found for each in about_them for found in each(answer, case)):
        return
    lines = list(numbered())
    none = [title for _, title, line in lines if line.step is None]
    missing = [
        f"{person.name} {GROUPS[answer.text(open_row(id), GROUP)].name}" for id, person in PEOPLE.items()
    ]
    yield Finding(
        "good",
        f"Each of the {len(lines)} lines has the group and the step that it shows; {names(none)} prove none. "
        f"For “{role.name}” you name as missing most: {', '.join(missing)}.",
        _own_read(answer),
    )


def _own_read(answer: Cells) -> str:
    """Return how many lines of one's own were read without a fault, and what that does not say."""
    marks = {row: mark_of(answer, row) for row in own_lines(answer)}
    sound = [
        row
        for row, text in own_lines(answer).items()
        if (mark := marks[row]) and mark.step and judged(text) and own_fault(answer, row) is None
    ]
    if not sound:
        return ""
    word = "line" if len(sound) == 1 else "lines"
    return (
        f"In {len(sound)} {word} of your own a word names something done or made; whether it fulfils the "
        "step, only people who were there can say."
    )


RULES = (
    the_line_is_about_it,
    time_is_no_skill,
    the_step_is_fulfilled,
    the_widest_is_named,
    my_lines_prove_it,
    my_lines_differ,
    what_holds,
)
