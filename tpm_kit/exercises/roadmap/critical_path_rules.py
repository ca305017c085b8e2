"""What the feedback on a network worked by hand says of its times and floats.

Each number is held against the learner's own numbers that it follows from, so that one slip is told once.
Codes CPM-… are those of the domain reference (section 6.2); what it has no code for is PATH-….
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.critical_path_cells import TIMES, Sheet, days
from tpm_kit.exercises.roadmap.critical_path_network import DAYS, FOLLOWERS, TASKS, named, paths
from tpm_kit.exercises.wording import names

CLOSE = 1e-6
"""Two sums of typed numbers that differ by less are the same."""


def title(id: str, column: str) -> str:
    """Return what the feedback calls a cell of numbers."""
    return f"{id}: {TIMES[column]}"


def problem(id: str, column: str, seen: str, why: str, do: str) -> Finding:
    """Return a problem of one cell; `seen` goes on where its name leaves off."""
    return Finding("problem", f"{title(id, column)} {seen}", why, do, (f"{id}:{column}",))


def _same(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < CLOSE


def _ends(times: dict[str, float], verb: str) -> str:
    return names([f"{id} {verb} {days(time)}" for id, time in times.items()])


def mistake(sheet: Sheet, id: str, column: str) -> str:
    """Return the code of the mistake that gives the number in this cell; "" for one that is right, that
    follows from the learner's own numbers, or that cannot be judged yet."""
    typed, own = sheet.time(id, column), _own(sheet, id, column)
    if typed is None or own is None or _same(typed, own) or _same(typed, sheet.right(id, column)):
        return ""
    if column == "float":
        return _float_mistake(sheet, id, typed)
    if column == "es" and not TASKS[id].needs and typed == 1:
        return "CPM-3"
    others = sheet.before(id) if column == "es" else sheet.after(id) if column == "lf" else None
    towards = sheet.step if column == "es" else -sheet.step
    if others and any(_same(typed, time + towards) for time in others.values()):
        return "CPM-1" if column == "es" else "CPM-2"
    return "CPM-3" if _same(typed, sheet.expected(id, column, 1 - sheet.step)) else "PATH-2"


def _own(sheet: Sheet, id: str, column: str) -> float | None:
    return sheet.float(id) if column == "float" else sheet.expected(id, column)


def _float_mistake(sheet: Sheet, id: str, typed: float) -> str:
    end, late = sheet.time(id, "ef"), sheet.time(id, "lf")
    if end is not None and late is not None and _same(typed, late - end):
        return ""
    if _same(typed, sheet.free_float(id)):
        return "CPM-7"
    return "CPM-5" if _summed(sheet, id, typed) else "PATH-2"


def _summed(sheet: Sheet, id: str, typed: float) -> tuple[str, ...]:
    """Return the tasks with float on a path through this one whose floats come to what is typed, if any."""
    for path in paths():
        if id not in path:
            continue
        at = path.index(id)
        for first in range(at + 1):
            for last in range(at + 1, len(path) + 1):
                part = [one for one in path[first:last] if sheet.float(one)]
                if len(part) > 1 and id in part and _same(typed, sum(map(sheet.float, part))):
                    return tuple(part)
    return ()


def _with(sheet: Sheet, code: str) -> Iterator[tuple[str, str, float]]:
    """Yield the cells that hold this mistake: task, column and the number typed."""
    for id in TASKS:
        for column in TIMES:
            if mistake(sheet, id, column) == code:
                yield id, column, sheet.time(id, column)


@rule("PATH-1")
def cells_are_numbers(answer: Cells, case: Case) -> Iterator[Finding]:
    """A cell holds no number of days."""
    for (id, column), fault in Sheet(answer).faults().items():
        why = "Times and floats are in days here, like the durations; nothing can be worked out from this."
        yield problem(id, column, f"cannot be used: {fault}", why, "Type a number of days, such as 7.")


@rule("CPM-1")
def latest_end_in_the_forward_pass(answer: Cells, case: Case) -> Iterator[Finding]:
    """An earliest start follows a task that is not the last to end."""
    sheet = Sheet(answer)
    for id, column, typed in _with(sheet, "CPM-1"):
        ends = sheet.before(id)
        first = next(one for one, end in ends.items() if _same(typed - sheet.step, end))
        last = max(ends, key=ends.get)
        yield problem(
            id,
            column,
            f"is {days(typed)}, after {first}, which ends at {days(ends[first])}. {id} also needs {last}, "
            f"which ends only at {days(ends[last])}.",
            "A task can begin when all that it needs is done. Where arrows meet, the latest end counts, not "
            "the earliest.",
            f"Take the largest of the ends: {_ends(ends, 'at')}.",
        )


@rule("CPM-2")
def earliest_start_in_the_backward_pass(answer: Cells, case: Case) -> Iterator[Finding]:
    """A latest end follows a task that is not the first that must start."""
    sheet = Sheet(answer)
    for id, column, typed in _with(sheet, "CPM-2"):
        starts = sheet.after(id)
        late = next(one for one, start in starts.items() if _same(typed + sheet.step, start))
        soon = min(starts, key=starts.get)
        yield problem(
            id,
            column,
            f"is {days(typed)}, in time for {late}, which must start by {days(starts[late])}. But {soon} "
            f"waits for {id} too, and must start by {days(starts[soon])}.",
            "Going backwards, a task must be done in time for all that wait for it. Where arrows part, the "
            "smallest of the latest starts counts, not the largest.",
            f"Take the smallest of them: {_ends(starts, 'by')}.",
        )


@rule("CPM-3")
def one_way_of_counting(answer: Cells, case: Case) -> Iterator[Finding]:
    """Days counted from 1 are mixed with ends worked out from 0."""
    sheet = Sheet(answer)
    found = list(_with(sheet, "CPM-3"))
    if sheet.mixed:
        yield _begun_at_one(sheet)
        found = [cell for cell in found if TASKS[cell[0]].needs or cell[1] != "es"]
    for id, column, typed in found:
        own = _own(sheet, id, column)
        begins = "start" if column in ("es", "ls") else "end"
        counting = (
            "You count days from 1: a task of 7 days that starts on day 1 ends on day 7, and what follows "
            f"starts on day 8. This {begins} is counted from 0."
            if sheet.step
            else "You count from 0: a task of 7 days runs from 0 to 7, and what follows starts at 7. This "
            f"{begins} is counted in days from 1."
        )
        yield problem(
            id,
            column,
            f"is {days(typed)}, one {'more' if typed > own else 'less'} than your other numbers come to.",
            f"{counting} Mixed, the two make a path a day longer or shorter at every such place.",
            f"Count one way throughout: {_sum(sheet, id, column)}.",
        )
    if sheet.step and not found and any(sheet.time(id, "ef") is not None for id in TASKS):
        yield Finding(
            "note",
            "You count days: what starts on day 1 and takes 7 days ends on day 7, and what follows starts on "
            "day 8. That is consistent, and the floats are the same.",
            "The tools here and most books count from 0, so that an end is also the start of what follows; "
            "their starts are one less than yours.",
        )


def _begun_at_one(sheet: Sheet) -> Finding:
    """Return the problem of starts at 1 with ends worked out as if from 0."""
    firsts = [id for id in TASKS if not TASKS[id].needs and sheet.time(id, "es") == 1]
    id = next((one for one in firsts if _same(sheet.time(one, "ef"), 1 + DAYS[one])), "")
    sum_of_it = f" (for {id} {1 + DAYS[id]} = 1 + {DAYS[id]})" if id else ""
    finish = f": your finish is {days(sheet.finish())}" if sheet.finish() is not None else ""
    return Finding(
        "problem",
        f"{names([title(one, 'es') for one in firsts])} {'is' if len(firsts) == 1 else 'are'} 1, and yet "
        f"your ends are start + days{sum_of_it}.",
        "What starts on day 1 and takes 7 days has its last day on day 7, not 8. Counted from 1 and added up "
        f"as if from 0, everything comes out a day late{finish}.",
        "Start at 0 and add the days. Or count days: then an end is start + days − 1, and what follows "
        "starts on the day after.",
        tuple(f"{one}:es" for one in firsts),
    )


def _sum(sheet: Sheet, id: str, column: str) -> str:
    """Return the sum that gives a time, with the learner's own numbers."""
    step = sheet.step
    if column == "es":
        ends = sheet.before(id)
        if not ends:
            return f"what needs nothing starts at {step}"
        return (
            f"the latest end before it is {days(max(ends.values()))}" + ", and it starts the day after" * step
        )
    if column == "ef":
        return f"{days(sheet.time(id, 'es'))} + {DAYS[id]}" + " − 1" * step
    if column == "ls":
        return f"{days(sheet.time(id, 'lf'))} − {DAYS[id]}" + " + 1" * step
    starts = sheet.after(id)
    if not starts:
        return f"the finish is {days(sheet.finish())}"
    soon = days(min(starts.values()))
    return f"what waits for it must start by {soon}" + ", and it ends the day before" * step


@rule("CPM-5")
def float_belongs_to_a_path(answer: Cells, case: Case) -> Iterator[Finding]:
    """A float is the sum of floats along a path."""
    sheet = Sheet(answer)
    for id, column, typed in _with(sheet, "CPM-5"):
        parts = _summed(sheet, id, typed)
        sums = " + ".join(f"{days(sheet.float(one))} of {one}" for one in parts)
        yield problem(
            id,
            column,
            f"is {days(typed)}, the sum of {sums}.",
            f"Tasks on one path share their float: if one of {names(parts)} uses it, it is gone for the "
            "others. Added up, the same days count twice.",
            f"Take the float of {id} alone: {_difference(sheet, id)}.",
        )


@rule("CPM-7")
def total_and_not_free_float(answer: Cells, case: Case) -> Iterator[Finding]:
    """A float is the free float, and not the total one."""
    sheet = Sheet(answer)
    for id, column, typed in _with(sheet, "CPM-7"):
        after = names(FOLLOWERS[id]) or "the finish"
        yield problem(
            id,
            column,
            f"is {days(typed)}. That is its free float: so far it can slip without moving {after} at all.",
            "The float asked for is the total one: how far the task can slip without moving the finish of "
            "all, even if what follows has to start later.",
            f"Take its latest start less its earliest start: {_difference(sheet, id)}.",
        )


def _difference(sheet: Sheet, id: str) -> str:
    return f"{days(sheet.time(id, 'ls'))} − {days(sheet.time(id, 'es'))}"


WHYS = {
    "es": "A task can begin when the last of what it needs is done, and not later.",
    "ef": "The earliest end is the earliest start and the days of the task.",
    "ls": "The latest start is the latest end less the days of the task.",
    "lf": "A task must be done when the first of those that wait for it must start.",
    "float": "The float is how far a start can move: from the earliest to the latest.",
}


@rule("PATH-2")
def times_follow_from_each_other(answer: Cells, case: Case) -> Iterator[Finding]:
    """A time or a float does not follow from the numbers that it stands on."""
    sheet = Sheet(answer)
    found = list(_with(sheet, "PATH-2"))
    for id, column, typed in found:
        why = WHYS[column]
        others = sheet.before(id) if column == "es" else None
        if others and len(others) > 1 and _same(typed, sum(others.values())):
            why += f" {names(tuple(others))} run side by side, so their ends are not added up."
        if column == "lf" and not FOLLOWERS[id]:
            why = "Nothing waits for it, so it must be done when all is done: the backward pass starts there."
        sums = _difference(sheet, id) if column == "float" else _sum(sheet, id, column)
        seen = f"is {days(typed)}, but your other numbers come to {days(_own(sheet, id, column))}."
        yield problem(id, column, seen, why, f"Work it out again: {sums}.")
    if sheet.all_known() and not any(mistake(sheet, id, column) for id in TASKS for column in TIMES):
        longest = max(paths(), key=lambda path: sum(DAYS[id] for id in path))
        sums = " + ".join(str(DAYS[id]) for id in longest)
        yield Finding(
            "good",
            f"All {len(TASKS) * len(TIMES)} numbers follow from each other. The finish is "
            f"{days(sheet.finish())}, the days of {named(longest)}: {sums}.",
        )


TIME_RULES = (
    cells_are_numbers,
    latest_end_in_the_forward_pass,
    earliest_start_in_the_backward_pass,
    one_way_of_counting,
    float_belongs_to_a_path,
    total_and_not_free_float,
    times_follow_from_each_other,
)
