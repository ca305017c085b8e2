"""What a roadmap is made of when it leaves the course: entries with dates. Every writer here takes a list of
them, and first has it checked."""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates outside are slips of the keyboard, and other programs read them as they please."""
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """One bar or one milestone of a roadmap.

    Raises `ValueError`, with a sentence, for what no roadmap can show: an end before the start, a milestone
    that lasts, an empty id or title, points below 0, or characters that no file can hold (see `clean`).
    """

    id: str
    title: str
    section: str
    """The row or the team that it stands under; may be empty."""
    start: datetime.date
    end: datetime.date
    """The last day of work, inclusive."""
    milestone: bool = False
    critical: bool = False
    """Whether the end of the whole plan moves when this one is late."""
    needs: tuple[str, ...] = ()
    """Ids of what must be done before."""
    points: float | None = None
    owner: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        name = f"Entry {self.id!r}"
        texts = (self.id, self.title, self.section, self.owner, self.note, *self.needs)
        if any(text != clean(text) for text in texts):
            raise ValueError(f"{name} holds characters that no file can hold.")
        if not self.title.strip() or any(id != one_line(id) or not id for id in (self.id, *self.needs)):
            raise ValueError(f"{name} needs a title, and an id on one line, and so do the entries it needs.")
        if any(type(day) is not datetime.date for day in (self.start, self.end)):
            raise ValueError(f"{name} needs a start and an end that are dates.")
        if not FIRST_YEAR <= self.start.year <= self.end.year <= LAST_YEAR:
            raise ValueError(f"{name} lies outside the years {FIRST_YEAR} to {LAST_YEAR}, or ends too early.")
        if self.end < self.start:
            raise ValueError(f"{name} ends on {self.end}, before it starts on {self.start}.")
        if self.milestone and self.start != self.end:
            raise ValueError(f"{name} is a milestone: it has one day, and not two.")
        if self.id in self.needs or len(set(self.needs)) < len(self.needs):
            raise ValueError(f"{name} needs itself, or something twice.")
        if self.points is not None and not (math.isfinite(self.points) and self.points >= 0):
            raise ValueError(f"{name} has {self.points} points; give a number of at least 0.")


def checked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries. Raises `ValueError` if there are none, or if two have the same id."""
    entries = tuple(entries)
    ids = [entry.id for entry in entries]
    twice = sorted({id for id in ids if ids.count(id) > 1}) if len(set(ids)) < len(ids) else []
    if not entries:
        raise ValueError("A roadmap needs at least one entry.")
    if twice:
        raise ValueError(f"More than one entry has the id {twice[0]!r}.")
    return entries


def clean(text: str) -> str:
    """Return a text as every format here can hold it: line ends as "\\n", no other control character but the
    tab, and "?" for half a character."""
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS).encode(errors="replace").decode()
    return "".join(one for one in text if one in "\n\t" or unicodedata.category(one) != "Cc")


def one_line(text: str) -> str:
    """Return a text with single blanks for all blanks and line ends, and none around it."""
    return " ".join(text.split())


def number(points: float) -> str:
    """Return points so that reading them gives the same number again: 8, 2.5."""
    return str(int(points)) if points == int(points) else repr(float(points))


def details(entry: Entry, titles: Mapping[str, str]) -> list[str]:
    """Return what a format without columns for it says of an entry, a line each: points, owner, what it
    needs, the note. `titles` are those of all entries by id."""
    needs = [one_line(f"{titles[id]} ({id})") if id in titles else id for id in entry.needs]
    return [
        *([f"Points: {number(entry.points)}"] if entry.points is not None else []),
        *([f"Owner: {entry.owner}"] if entry.owner else []),
        *([f"Needs: {', '.join(needs)}"] if needs else []),
        *(["On the critical path"] if entry.critical else []),
        *([entry.note] if entry.note else []),
    ]
