"""What the feedback on a network worked by hand says of the tasks marked as critical.

Codes CPM-… are those of the domain reference (section 6.2); what it has no code for is PATH-….
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.critical_path_cells import MARKS, Sheet, days
from tpm_kit.exercises.roadmap.critical_path_network import (
    DAYS,
    TASKS,
    longer,
    named,
    paths,
    slipping,
    solved,
    solved_longer,
)
from tpm_kit.exercises.wording import names

if TYPE_CHECKING:
    from tpm_kit.methods.network import Schedule

Path = tuple[str, ...]


class Marks(NamedTuple):
    """The marks of one column: what is marked wrongly, and what they are held against."""

    column: str
    wrong: Mapping[str, bool]
    """The tasks that are marked wrongly, with the mark that they have."""
    marked: frozenset[str] | None
    """The tasks marked as critical, once all are judged."""
    days: Mapping[str, int]
    right: Schedule

    def length(self, path: Path) -> int:
        """Return the days of a path."""
        return sum(self.days[id] for id in path)

    def when(self) -> str:
        """Return what has to be said of the network before its paths are."""
        return "" if self.column == "critical" else f"With {slipping()[0]} at {slipping()[1]} days, "

    def longest_list(self) -> Path | None:
        """Return a path that is marked whole though it is not critical, and has the most tasks of all."""
        most = max(map(len, paths()))
        for path in paths():
            if len(path) == most and self._whole(path) and self.length(path) < self.right.finish:
                return path if self.wrong.keys() & set(path) else None
        return None

    def missed(self) -> tuple[Path, Path] | None:
        """Return a critical path that is marked whole, and another one that is not."""
        whole = [path for path in self.right.critical_paths if self._whole(path)]
        rest = [path for path in self.right.critical_paths if path not in whole]
        return (whole[0], rest[0]) if whole and rest and self.wrong.keys() & set(rest[0]) else None

    def _whole(self, path: Path) -> bool:
        return self.marked is not None and set(path) <= self.marked

    def explained(self) -> set[str]:
        """Return the wrong marks that are part of one of these two mistakes."""
        listed, missed = self.longest_list(), self.missed()
        named_too = self.right.critical_paths[0] if listed else ()
        return {*(listed or ()), *named_too, *(missed[1] if missed else ())}


def judged(answer: Cells) -> list[Marks]:
    """Return the marks of both columns. A mark that follows from the learner's own float is not wrong: then
    the fault is in the float."""
    sheet, found = Sheet(answer), []
    for column, times, right in (("critical", DAYS, solved()), ("then", longer(), solved_longer())):
        wrong = {}
        for id in TASKS:
            mark = sheet.mark(id, column)
            own = sheet.time(id, "float") if column == "critical" else None
            if (
                mark is not None
                and mark is not (id in right.critical)
                and (own is None or mark is (own != 0))
            ):
                wrong[id] = mark
        found.append(Marks(column, wrong, sheet.marked(column), times, right))
    return found


@rule("CPM-4")
def longest_in_days(answer: Cells, case: Case) -> Iterator[Finding]:
    """The path with the most tasks is marked as critical, and not the one with the most days."""
    for marks in judged(answer):
        path = marks.longest_list()
        if path:
            critical = marks.right.critical_paths[0]
            yield Finding(
                "problem",
                f"{MARKS[marks.column].capitalize()}: you marked all of {named(path)}. {marks.when()}"
                f"{_sum(path, marks)}, and {_sum(critical, marks)}.",
                f"{named(path)} has {len(path)} tasks, as many as any path, but what counts is days: the "
                "path that takes longest sets the finish.",
                "Add up the days of each path, and mark what is on the longest.",
            )


def _sum(path: Path, marks: Marks) -> str:
    return f"{named(path)} takes {marks.length(path)} days ({' + '.join(str(marks.days[id]) for id in path)})"


@rule("CPM-6")
def every_critical_path(answer: Cells, case: Case) -> Iterator[Finding]:
    """A second critical path is missed."""
    for marks in judged(answer):
        missed = marks.missed()
        if missed:
            first, second = missed
            lacking = sorted(marks.wrong.keys() & set(second))
            yield Finding(
                "problem",
                f"{MARKS[marks.column].capitalize()}: {named(first)} is marked, and {names(lacking)} "
                f"{'is' if len(lacking) == 1 else 'are'} not. {marks.when()}{_sum(second, marks)}, as many "
                f"as {named(first)}.",
                "A network can have several critical paths. A delay on either moves the finish, and a day "
                "saved on one of them alone saves nothing.",
                "Look for every path that takes as long as the longest.",
            )


@rule("PATH-3")
def critical_means_no_float(answer: Cells, case: Case) -> Iterator[Finding]:
    """A task with float is marked as critical, or one without float is not."""
    found = judged(answer)
    for marks in found:
        explained = marks.explained()
        yield from (_one(marks, id) for id in marks.wrong if id not in explained)
    usual, then = found
    # A mark that follows from a wrong float is not wrong here, and not right either.
    if all(marks.marked == marks.right.critical for marks in found):
        slips, long = slipping()
        yield Finding(
            "good",
            f"Critical is {_listed(usual.right)}. With {slips} at {long} days its float is used up, and "
            f"{_listed(then.right)} are critical, both {days(then.right.finish)} days long.",
        )


def _listed(right: Schedule) -> str:
    return names([named(path) for path in right.critical_paths])


def _one(marks: Marks, id: str) -> Finding:
    """Return the problem of one mark."""
    spare = marks.right.tasks[id].total_float
    on = max((path for path in paths() if id in path), key=marks.length)
    seen = f"{id}: {MARKS[marks.column]} is {'yes' if marks.wrong[id] else 'no'}. {marks.when()}"
    if marks.wrong[id]:
        seen += f"the longest path through {id} is {named(on)}: {marks.length(on)} days, and the finish is "
        seen += f"{days(marks.right.finish)}."
        why = f"So it can slip by {days(spare)} and the finish stays. Critical is what has no float."
    else:
        seen += f"{named(on)} takes {marks.length(on)} days, all there are until the finish."
        why = "It has no float: a day more for it is a day more for all. That is what critical means."
    do = (
        "Mark what has a float of 0." if marks.column == "critical" else "Work out its float with those days."
    )
    return Finding("problem", _capital(seen), why, do, (f"{id}:{marks.column}",))


def _capital(text: str) -> str:
    """Return sentences with a capital letter after each full stop."""
    head, stop, tail = text.partition(". ")
    return head + stop + tail[:1].upper() + tail[1:]


MARK_RULES = (longest_in_days, every_critical_path, critical_means_no_float)
