"""The network that is worked by hand: its tasks, its paths, and when each task can start and must end.

Source of durations and arrows: the first solution of chapter 8 in the solutions manual to B. W. Taylor,
"Introduction to Management Science" (finish 20; slack 2, 0, 2, 0, 4, 0, 0). There the tasks are arrows
between numbered events. The names are not the book's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tpm_kit.methods.network import Schedule


class Task(NamedTuple):
    """A task with its days, and the ids of the tasks that must be done before it can begin."""

    id: str
    title: str
    days: int
    needs: tuple[str, ...] = ()


TASKS = {
    task.id: task
    for task in (
        Task("A", "Draft the contract", 7),
        Task("B", "Build the service", 10),
        Task("C", "Legal review", 6, ("A",)),
        Task("D", "Test the service", 5, ("B",)),
        Task("E", "Write the guides", 4, ("B",)),
        Task("F", "Pilot with two customers", 3, ("C", "D")),
        Task("G", "Roll out", 2, ("E", "F")),
    )
}
"""The tasks by id, each after all that it needs."""
LINKS = tuple((one, task.id) for task in TASKS.values() for one in task.needs)
FOLLOWERS = {id: tuple(task.id for task in TASKS.values() if id in task.needs) for id in TASKS}
"""Which tasks wait for each task."""
LAST = tuple(id for id in TASKS if not FOLLOWERS[id])
"""The tasks that nothing waits for."""
DAYS: Mapping[str, int] = {task.id: task.days for task in TASKS.values()}


@cache
def solved() -> Schedule:
    """Return the times of the tasks as they are."""
    return _schedule(DAYS)


@cache
def slipping() -> tuple[str, int]:
    """Return the task with the most float, and the days that it takes once it has used all of it."""
    times = solved().tasks
    slips = max(times, key=lambda id: times[id].total_float)
    return slips, DAYS[slips] + round(times[slips].total_float)


def longer() -> Mapping[str, int]:
    """Return the days of all tasks if that one takes so long."""
    return {**DAYS, **dict([slipping()])}


@cache
def solved_longer() -> Schedule:
    """Return the times if that task takes so long."""
    return _schedule(longer())


def _schedule(days: Mapping[str, int]) -> Schedule:
    # Imported here: the course map asks every exercise for its title, and needs no networks for that.
    from tpm_kit.methods.network import Link, schedule

    return schedule(days, [Link(*pair) for pair in LINKS])


@cache
def paths() -> tuple[tuple[str, ...], ...]:
    """Return every way through the network, from a task that needs nothing to one that nothing waits for."""

    def onwards(id: str) -> list[tuple[str, ...]]:
        return [(id, *rest) for after in FOLLOWERS[id] for rest in onwards(after)] or [(id,)]

    return tuple(path for task in TASKS.values() if not task.needs for path in onwards(task.id))


def named(path: tuple[str, ...]) -> str:
    """Return a path as the feedback writes it.

    >>> named(("A", "C"))
    'A-C'
    """
    return "-".join(path)
