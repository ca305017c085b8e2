"""From sprint numbers to dates: working days, holidays, and the sprints of a release.

One convention holds throughout. Working days are Monday to Friday, less the holidays given. What is planned
in a sprint starts on its first working day; it is done at the end of the last working day of its last sprint.
In a network, time 0 is the start of the first working day, so that a task from day 3 up to day 7 (its finish
is exclusive) starts on the fourth working day and has its last working day on the seventh.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Integral

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Sprint:
    """One sprint of a release, in dates."""

    number: int
    """1 for the first."""
    start: datetime.date
    end: datetime.date
    """The last calendar day, inclusive; the next sprint starts on the day after it."""
    first_day: datetime.date
    """The first working day on or after `start`."""
    last_day: datetime.date
    """The last working day on or before `end`; it lies before `first_day` where `days` is 0."""
    days: int
    """Working days from `start` to `end`."""


def working_days(start: datetime.date, end: datetime.date, holidays: Iterable[datetime.date] = ()) -> int:
    """Return the number of working days from `start` to `end`, both of them counted; 0 if `end` is earlier.

    Raises `TypeError` for what is no date.

    >>> working_days(datetime.date(2027, 3, 22), datetime.date(2027, 4, 4), [datetime.date(2027, 3, 26)])
    9
    """
    start, end = _date("start", start), _date("end", end)
    if end < start:
        return 0
    weeks, rest = divmod((end - start).days + 1, 7)
    days = 5 * weeks + sum((start.weekday() + offset) % 7 < _SATURDAY for offset in range(rest))
    return days - sum(start <= day <= end and day.weekday() < _SATURDAY for day in _holidays(holidays))


def add_working_days(day: datetime.date, n: int, holidays: Iterable[datetime.date] = ()) -> datetime.date:
    """Return the working day that lies `n` working days after `day`, or before it where `n` is negative.

    A day on which nobody works counts as the next working day, so `n` = 0 gives the first working day on or
    after `day`. A task of d whole days that starts on `day` has its last working day at n = d - 1. Raises
    `TypeError` for what is no date or no whole number, and `ValueError` where the result is no date in the
    years 1 to 9999.

    >>> add_working_days(datetime.date(2027, 1, 15), 1)
    datetime.date(2027, 1, 18)
    """
    if isinstance(n, bool) or not isinstance(n, Integral):
        raise TypeError(f"n must be a whole number of working days, not {n!r}")
    day, off = _date("day", day), _holidays(holidays)
    try:
        while not _worked(day, off):
            day += _DAY
        step = _DAY if n > 0 else -_DAY
        for _ in range(abs(n)):
            day += step
            while not _worked(day, off):
                day += step
    except OverflowError:
        raise ValueError(f"{n} working days from there lead out of the calendar") from None
    return day


def sprints(
    start: datetime.date, length_days: int, count: int, holidays: Iterable[datetime.date] = ()
) -> tuple[Sprint, ...]:
    """Return the sprints of a release, one after the other without a gap.

    `length_days`: calendar days of one sprint, 14 for two weeks. Raises `TypeError` for what is no date, and
    `ValueError` for a length or a count below 1 and for sprints that lead out of the calendar.
    """
    for name, value in (("length_days", length_days), ("count", count)):
        if isinstance(value, bool) or not isinstance(value, Integral) or value < 1:
            raise ValueError(f"{name} must be a whole number of at least 1, not {value!r}")
    start, off = _date("start", start), _holidays(holidays)
    try:
        return tuple(_sprint(at, start, length_days, off) for at in range(count))
    except OverflowError:
        raise ValueError(f"{count} sprints from {start} lead out of the calendar") from None


def sprint_of(day: datetime.date, sprints: Sequence[Sprint]) -> int | None:
    """Return the number of the sprint that the day falls into, weekends and holidays included, or None."""
    day = _date("day", day)
    return next((sprint.number for sprint in sprints if sprint.start <= day <= sprint.end), None)


def last_sprint_by(day: datetime.date, sprints: Sequence[Sprint]) -> int:
    """Return the number of the last sprint whose work is done by the end of that day; 0 if there is none.

    What is due on that day must end in this sprint or an earlier one.
    """
    day = _date("day", day)
    return max((sprint.number for sprint in sprints if sprint.last_day <= day), default=0)


def _sprint(at: int, first: datetime.date, length: int, off: frozenset[datetime.date]) -> Sprint:
    start = first + at * length * _DAY
    end = start + (length - 1) * _DAY
    last_day = end
    while not _worked(last_day, off):
        last_day -= _DAY
    return Sprint(
        at + 1, start, end, add_working_days(start, 0, off), last_day, working_days(start, end, off)
    )


def _worked(day: datetime.date, off: frozenset[datetime.date]) -> bool:
    return day.weekday() < _SATURDAY and day not in off


def _holidays(days: Iterable[datetime.date]) -> frozenset[datetime.date]:
    return frozenset(_date("a holiday", day) for day in days)


def _date(name: str, day: datetime.date) -> datetime.date:
    """Return the day without a time: a `datetime` cannot be compared with a date."""
    if isinstance(day, datetime.datetime):
        return day.date()
    if not isinstance(day, datetime.date):
        raise TypeError(f"{name} must be a date, not {day!r}")
    return day
