"""A roadmap as a calendar file (iCalendar, RFC 5545): all-day events for mail and calendar programs."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tpm_kit.exchange.outgoing import outgoing, without_emails
from tpm_kit.exchange.roadmap_entry import Entry, clean, details, one_line

if TYPE_CHECKING:
    from icalendar import Event

_NAMES = uuid.UUID("6f0b7f0e-5f0c-4c64-9a52-7f3a0f6a1d7e")
# The library takes a backslash before an N for a line end, and would tear C:\New apart. A character that no
# text may hold stands for the two while it writes; it has as many bytes as the two escaped, so that lines
# fold alike.
_BACKSLASH_N, _STAND_IN = "\\N", "\ufdd0"
_DAY = datetime.timedelta(days=1)


def icalendar(entries: Iterable[Entry], title: str, stamp: datetime.datetime) -> bytes:
    """Return the roadmap as an iCalendar file in UTF-8.

    `stamp` says when it was made, with a time zone. An event's UID depends on `title` and the entry's id
    alone, so that a later file of the same roadmap moves events and does not add them again. Nobody counts as
    busy on those days. What an entry needs is named in its text, and by `RELATED-TO` (RFC 9253).
    Raises `ValueError` as `roadmap_entry.checked` does, and for a stamp without a time zone.
    """
    from icalendar import Calendar

    if stamp.tzinfo is None:
        raise ValueError("stamp must have a time zone.")
    entries = outgoing(entries)
    name = one_line(clean(without_emails(title)))
    calendar = Calendar()
    calendar.add("prodid", "-//TPM Kit//Roadmap//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _written(name))
    titles = {entry.id: entry.title for entry in entries}
    made = stamp.astimezone(datetime.UTC).replace(microsecond=0)
    for entry in entries:
        calendar.add_component(_event(entry, name, titles, made))
    return calendar.to_ical().replace(_STAND_IN.encode(), b"\\\\N")


def _event(entry: Entry, calendar: str, titles: dict[str, str], made: datetime.datetime) -> Event:
    from icalendar import Event

    kinds = (entry.section, "Milestone" if entry.milestone else "", "Critical path" if entry.critical else "")
    event = Event()
    event.add("uid", _uid(calendar, entry.id))
    event.add("dtstamp", made)
    event.add("dtstart", entry.start)
    # The end is the first day after: whoever is given the last day itself shows a day too few.
    event.add("dtend", entry.end + _DAY)
    event.add("summary", _written(one_line(entry.title)))
    event.add("transp", "TRANSPARENT")
    if any(kinds):
        event.add("categories", [_written(one_line(kind)) for kind in kinds if kind.strip()])
    if lines := details(entry, titles):
        event.add("description", _written("\n".join(lines)))
    for id in entry.needs:
        if id in titles:
            event.add("related-to", _uid(calendar, id), parameters={"RELTYPE": "DEPENDS-ON"})
    return event


def _written(text: str) -> str:
    return text.replace(_STAND_IN, "").replace(_BACKSLASH_N, _STAND_IN)


def _uid(calendar: str, id: str) -> str:
    return str(uuid.uuid5(_NAMES, f"{calendar}\n{id}"))
