"""Time along an axis in pixels: dates, or whole numbers such as those of sprints, and the periods below them.

A day, or a number, takes room: it begins at its own place and ends where the next one begins.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tpm_kit.figures.words import number

Time = datetime.date | float
MOST_PERIODS = 60
"""More weeks than this become months, more months become years, and numbers are taken together."""


class Period(NamedTuple):
    """A column of the grid from `start` to `end`, both of them part of it, such as a sprint."""

    start: Time
    end: Time
    name: str = ""


class Scale(NamedTuple):
    """Where times lie, as numbers from `low` on the left to `high` on the right; `dates`: they are dates."""

    low: float
    high: float
    left: float
    right: float
    dates: bool

    @classmethod
    def over(cls, times: Iterable[Time], room: tuple[float, float]) -> Scale:
        """Return the scale on which all these times have room, from pixel to pixel. Raises `TypeError` where
        dates and numbers are mixed."""
        times = list(times)
        kinds = {isinstance(time, datetime.date) for time in times}
        if len(kinds) > 1:
            raise TypeError("all times must be dates, or all must be numbers")
        values = [_value(time) for time in times] or [1.0]
        return cls(min(values), max(values) + 1, *room, kinds == {True})

    def x(self, time: Time, part: float = 0.0) -> float:
        """Return where a time lies: where it begins, or with `part` 1 where it ends, with 0.5 its middle."""
        share = (_value(time) + part - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def holds(self, time: Time) -> bool:
        """Say whether a time lies on the scale."""
        return self.low <= _value(time) < self.high

    def periods(self) -> list[Period]:
        """Return periods that fill the scale: weeks from Monday, months or years; numbers as they are."""
        if not self.dates:
            step = math.ceil((self.high - self.low) / MOST_PERIODS)
            starts = range(math.floor(self.low), math.ceil(self.high), step)
            return [Period(start, start + step - 1) for start in starts]
        first, last = (datetime.date.fromordinal(int(value)) for value in (self.low, self.high - 1))
        starts = _starts(first, last)
        ends = [start - datetime.timedelta(days=1) for start in starts[1:]] + [last]
        return [Period(max(start, first), end) for start, end in zip(starts, ends, strict=True)]

    def step(self, periods: Sequence[Period], wide: float) -> int:
        """Return every how manieth period can have a text that wide above it."""
        least = min((self.x(one.end, 1) - self.x(one.start) for one in periods), default=wide)
        return max(1, math.ceil(wide / max(least, 0.01)))


def _value(time: Time) -> float:
    return float(time.toordinal() if isinstance(time, datetime.date) else time)


def _starts(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the first days of the weeks, months or years from the one to the other."""
    monday = max(1, first.toordinal() - first.weekday())
    if last.toordinal() - monday < 7 * MOST_PERIODS:
        return [datetime.date.fromordinal(day) for day in range(monday, last.toordinal() + 1, 7)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST_PERIODS:
        begun = [divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(months)]
        return [datetime.date(year, month + 1, 1) for year, month in begun]
    return [datetime.date(year, 1, 1) for year in range(first.year, last.year + 1)]


def short(time: Time) -> str:
    """Return a time as it fits on a chart.

    >>> short(datetime.date(2027, 3, 1)), short(3.0)
    ('1 Mar', '3')
    """
    return f"{time.day} {time:%b}" if isinstance(time, datetime.date) else number(time)


def in_words(time: Time) -> str:
    """Return a time as a sentence says it.

    >>> in_words(datetime.date(2027, 3, 1)), in_words(3.0)
    ('1 March 2027', '3')
    """
    return f"{time.day} {time:%B %Y}" if isinstance(time, datetime.date) else number(time)


def span(start: Time, end: Time) -> str:
    """Return from when to when, without saying a year or a month twice.

    >>> span(datetime.date(2027, 1, 11), datetime.date(2027, 4, 2)), span(2, 3), span(2, 2)
    ('11 January to 2 April 2027', '2 to 3', '2')
    """
    if start == end:
        return in_words(end)
    if isinstance(start, datetime.date) and start.year == end.year:
        month = "" if start.month == end.month else f" {start:%B}"
        return f"{start.day}{month} to {in_words(end)}"
    return f"{in_words(start)} to {in_words(end)}"
