"""What a learner gives the course by hand: dates, numbers, names; each fault is one sentence."""

from __future__ import annotations

import datetime
import re
import zlib

from tpm_kit.checked_files import shown


class CourseError(Exception):
    """Something a learner can put right. A notebook shows the sentence alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


def own_name(title: str) -> str:
    """Return the name of the workbook for a backlog of the learner's own, fit to be a folder everywhere."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60]
    return f"own-{plain or format(zlib.crc32(title.encode(errors='replace')), 'x')}"


def day(name: str, value: object) -> datetime.date | None:
    """Return a date as the learner gave it, or None; raises `CourseError`."""
    try:
        return None if value is None else datetime.date.fromisoformat(str(value))
    except ValueError:
        raise CourseError(f"{name} must be a date like 2027-04-02, not {shown(value)}.") from None


def begin(start: object, days: int, released: datetime.date | None) -> datetime.date | None:
    """Return the start of the first sprint, or None; raises `CourseError` where it fits no plan."""
    begun = day("sprint_start", start)
    if begun and begun.toordinal() + days > datetime.date.max.toordinal():
        raise CourseError(f"sprint_start must leave {days} days for the sprints, and {begun} does not.")
    if begun and released and released <= begun:
        raise CourseError(f"release_date must be after sprint_start, {begun}, and {released} is not.")
    return begun


def amount(name: str, value: object) -> float:
    """Return a sum of money, 0 or more; raises `CourseError`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e12:
        raise CourseError(f"{name} must be a number of 0 or more, not {shown(value)}.")
    return float(value)


def check_whole(name: str, value: object, least: int, most: int) -> None:
    """Raise `CourseError` unless the value is a whole number in these limits."""
    if type(value) is not int or not least <= value <= most:
        raise CourseError(f"{name} must be a whole number from {least} to {most}, not {shown(value)}.")
