"""What the feedback on things from outside says: owners, days and fallbacks, beside the plan that waits.

Codes: ROAD-7 (domain reference, section 6.1) and IMP-4 (section 6.5); what it has no code for is WAIT-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.externals_cells import (
    BLANK,
    CODE,
    COLUMNS,
    Reading,
    names_of,
    same_person,
)
from tpm_kit.exercises.roadmap.externals_rows import Row, begun, blanks, given, readings
from tpm_kit.exercises.roadmap.sprint_words import first_up
from tpm_kit.exercises.roadmap.standing_plan import standing
from tpm_kit.exercises.wording import cut, date, names
from tpm_kit.methods.work_calendar import working_days

ROOM_TO_ANSWER = 5
"""Working days that a question should have before the work that waits for it starts."""
WHY = {
    "owner": "A date is kept by a person. Where nobody is named, nobody tells you that it will be late.",
    "date": "Without a day nobody can see in the plan that it is late.",
    "fallback": "What comes from outside is the part of a plan that you cannot speed up, only prepare for.",
}
WHAT_BLANK = "it does not say what you wait for. Name the thing, such as a test system or a form"


def _seen(row: Row, column: str, fault: str) -> str:
    return f"{row.title}: {COLUMNS.get(column, 'what it waits for')}. {fault}"


def _unread(code: str, answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield a problem for each cell that has this fault."""
    for row, column, reading in readings(answer, case):
        if reading.code == code:
            yield Finding(
                "problem", _seen(row, column, reading.fault), WHY[column], cards=(f"{row.id}:{column}",)
            )
    for row, column in blanks(answer, case):
        if CODE.get(column, "ROAD-7") == code:
            fault = BLANK.get(column, WHAT_BLANK)
            yield Finding(
                "problem",
                _seen(row, column, f"{fault[:1].upper()}{fault[1:]}."),
                WHY.get(column, ""),
                cards=(f"{row.id}:{column}",),
            )


@rule("ROAD-7")
def owned_and_dated(answer: Cells, case: Case) -> Iterator[Finding]:
    """Something from outside has no owner or no day, or its day comes after the work that waits for it."""
    yield from _unread("ROAD-7", answer, case)
    for row, column, reading in readings(answer, case):
        if not reading.day or not row.start:
            continue
        if reading.asks:
            yield from _asked_late(row, column, reading, case)
        elif not (given(case) and _beside_the_facts(row, column, reading)):  # Nobody has promised that day.
            yield from _late(row, column, reading, case)
    yield from _in_hand(answer, case)


def _late(row: Row, column: str, reading: Reading, case: Case) -> Iterator[Finding]:
    """Yield what is promised for a day on which the work has begun."""
    if reading.day <= row.start:
        return
    over = reading.day > row.sprint_end
    until = f"sprint {row.sprint}, which ends on {date(row.sprint_end)}" if over else f"sprint {row.sprint}"
    promised = f"It is promised for {date(reading.day)}"
    starts = f"{_roadmap(case)} starts {row.work} on {date(row.start)}, in {until}"
    accept = " If there is enough to do without it, accept this and say what."
    yield Finding(
        "problem" if over else "caution",
        _seen(row, column, f"{promised}; {starts}."),
        f"The {'whole sprint' if over else 'sprint up to that day'} would be spent waiting.",
        "Ask for an earlier day, or start the work later in your roadmap (6.2)." + ("" if over else accept),
        (f"{row.id}:{column}",),
    )


def _asked_late(row: Row, column: str, reading: Reading, case: Case) -> Iterator[Finding]:
    """Yield a question that leaves no time for an answer."""
    room = working_days(reading.day, row.start, [day.date for day in case.holidays]) - 1
    if reading.day < row.start and room >= ROOM_TO_ANSWER:
        return
    late = reading.day >= row.start
    later = "" if late else f", {room} working {'day' if room == 1 else 'days'} later"
    starts = f"{first_up(_roadmap(case))} starts {row.work} on {date(row.start)}{later}."
    yield Finding(
        "problem" if late else "caution",
        _seen(row, column, f"You ask by {date(reading.day)}. {starts}"),
        "An answer that comes after the work has begun changes nothing."
        if late
        else "Whoever is asked may not know either and has to ask others; a week is little for that.",
        "Ask earlier, or start the work later in your roadmap (6.2). The earlier you ask, the more of the "
        "plan can still be moved.",
        (f"{row.id}:{column}",),
    )


def _roadmap(case: Case) -> str:
    return "your roadmap" if standing(case).mine else "the worked roadmap"


def _in_hand(answer: Cells, case: Case) -> Iterator[Finding]:
    """Yield what holds, once every row that is begun can be read."""
    found = begun(answer, case)
    read = list(readings(answer, case))
    if not found or any(reading.code for _, _, reading in read) or any(blanks(answer, case)):
        return
    if given(case) and any(_beside_the_facts(row, column, reading) for row, column, reading in read):
        return
    asked = len({row.id for row, _, reading in read if reading.asks})
    count = f"{len(found)} {'thing' if len(found) == 1 else 'things'} from outside"
    how = (
        f"; {asked} of them still to be asked for"
        if asked
        else f",{' each' if len(found) > 1 else ''} with a person and a day"
    )
    spare = [
        ((row.start - reading.day).days, row.title)
        for row, column, reading in read
        if column == "date" and not reading.asks and row.start and reading.day <= row.start
    ]
    days, title = min(spare, default=(0, ""))
    tight = f" The tightest promise: {title}, {days} {'day' if days == 1 else 'days'} before the work starts."
    yield Finding("good", f"{count}{how}.{tight if title else ''}")


@rule("IMP-4")
def dates_are_clear(answer: Cells, case: Case) -> Iterator[Finding]:
    """A day can be read in two ways, with the day first or the month first."""
    yield from _unread("IMP-4", answer, case)


@rule("WAIT-1")
def a_fallback_is_one(answer: Cells, case: Case) -> Iterator[Finding]:
    """What is to be done if it is late is nothing but hoping or waiting."""
    yield from _unread("WAIT-1", answer, case)


@rule("WAIT-2")
def as_the_facts_say(answer: Cells, case: Case) -> Iterator[Finding]:
    """An owner or a day is another one than the facts say, or one that nobody has named."""
    for row, column, reading in readings(answer, case) if given(case) else ():
        fault = "" if reading.code else _beside_the_facts(row, column, reading)
        if fault:
            yield Finding(
                "problem",
                _seen(row, column, fault),
                "A table of promises is believed. What stands in it must be what somebody has said.",
                "Select the row and read its facts once more.",
                (f"{row.id}:{column}",),
            )


def _beside_the_facts(row: Row, column: str, reading: Reading) -> str:
    """Return what an owner or a day contradicts; "" if it is what the facts say."""
    mine = f"You have “{cut(reading.text, 40)}”; the facts"
    if column == "owner" and row.owner and not names_of(row.owner) & names_of(reading.text):
        return f"{mine} name {row.owner}."
    if column == "owner" and not row.owner and not reading.asks:
        return f"{mine} name nobody. Write “ask …, by …” with whom you ask."
    mine = "You ask for a day" if reading.asks else f"You have {date(reading.day)}" if reading.day else ""
    if column == "date" and row.day and (reading.asks or reading.day != row.day):
        return f"{mine}; the facts say {date(row.day)}."
    if column == "date" and not row.day and not reading.asks:
        return f"{mine}; the facts give no day. Write “ask by …” with the day by which you ask."
    return ""


@rule("WAIT-3")
def more_than_one_person(answer: Cells, case: Case) -> Iterator[Finding]:
    """The same person owns everything."""
    owners = [
        (row, reading)
        for row, column, reading in readings(answer, case)
        if column == "owner" and not reading.code and not reading.asks
    ]
    if same_person([reading.text for _, reading in owners]):
        yield Finding(
            "note",
            f"{cut(owners[0][1].text, 40)} owns all {len(owners)}: {_titles(owners)}.",
            "One person who is ill, or who only passes your question on, then holds up all of them.",
            "Ask who does the work there, and name them beside each row.",
        )


def _titles(owners: list[tuple[Row, Reading]]) -> str:
    return names([row.title for row, _ in owners], 3)


RULES = (owned_and_dated, dates_are_clear, a_fallback_is_one, as_the_facts_say, more_than_one_person)
