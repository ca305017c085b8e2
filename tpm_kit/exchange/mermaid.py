"""A roadmap as a Gantt chart in Mermaid, the text that Markdown pages of many tools draw as a diagram.

Mermaid takes the end of a bar as the moment at which it is over, so a bar whose last day is a Friday ends on
the Saturday. A length in days would be stretched by the days that are left out; an end given as a date never
is. Such a chart shows no dependencies: they are in the other formats.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from tpm_kit.exchange.cells import INVISIBLE, SPACES
from tpm_kit.exchange.outgoing import outgoing, without_emails
from tpm_kit.exchange.roadmap_entry import Entry, clean, one_line

_DAY = datetime.timedelta(days=1)
# What Mermaid reads as more than a letter. It is written as "#58;", Mermaid's own way, and drawn as it was.
_SIGNS = re.compile('[#;:%<>&"{}`\\\\\u00b6\ufb02]')
# Words that begin a line of another kind, and names that no section can have, since Mermaid keeps sections
# as properties of an object, whose numbers come first. A name that starts with one has its first letter
# written so, too.
_WORDS = re.compile(
    r"(?:gantt|title|section|dateFormat|axisFormat|tickInterval|includes|excludes|inclusiveEndDates|topAxis|"
    r"todayMarker|weekday|weekend|accTitle|accDescr|accDescription|click|call|href|vert|\d{4}-\d\d-\d\d|"
    r"__proto__|hasOwnProperty|\d+$)\b",
    re.I | re.A,
)
_TAGS = {"active", "after", "crit", "done", "milestone", "until", "vert"}


def mermaid_gantt(entries: Iterable[Entry], title: str, holidays: Iterable[datetime.date] = ()) -> str:
    """Return the roadmap as a Mermaid diagram of the kind "gantt"; weekends and holidays are shaded.

    Names are drawn letter by letter as they are; what would break the diagram is escaped. Raises `ValueError`
    as `roadmap_entry.checked` does.
    """
    entries = outgoing(entries)
    ids = _ids(entries)
    heading = _name(clean(without_emails(title)))
    off = ", ".join(["weekends", *(day.isoformat() for day in sorted(set(holidays)))])
    lines = ["gantt", *([f"  title {heading}"] if heading else [])]
    lines += ["  dateFormat YYYY-MM-DD", "  axisFormat %d %b", f"  excludes {off}"]
    # What stands in no section comes first: there it is in none.
    for section in sorted(dict.fromkeys(_name(entry.section) for entry in entries), key=bool):
        lines += [f"  section {section}"] if section else []
        lines += [_line(entry, ids[entry.id]) for entry in entries if _name(entry.section) == section]
    return "\n".join(lines) + "\n"


def _line(entry: Entry, id: str) -> str:
    tags = [*(["crit"] if entry.critical else []), *(["milestone"] if entry.milestone else [])]
    end = "0d" if entry.milestone else (entry.end + _DAY).isoformat()
    return f"    {_name(entry.title) or id} :{', '.join([*tags, id, entry.start.isoformat(), end])}"


def _name(text: str) -> str:
    """Return a text as a name on one line, escaped; "" if there is nothing in it to see."""
    name = one_line(text).strip(SPACES + INVISIBLE)
    escaped = _SIGNS.sub(lambda sign: _code(sign[0]), name)
    return _code(name[0]) + escaped[1:] if _WORDS.match(name) else escaped


def _code(letter: str) -> str:
    return f"#{ord(letter)};"


def _ids(entries: Iterable[Entry]) -> dict[str, str]:
    """Return an id of plain letters, digits and underscores for each entry, by its own."""
    found: dict[str, str] = {}
    taken = set(_TAGS)
    for at, entry in enumerate(entries, start=1):
        plain = re.sub(r"[^a-z0-9]+", "_", entry.id.lower()).strip("_")[:40]
        plain = plain if plain[:1].isalpha() else f"item_{plain or at}"
        id, count = plain, 1
        while id in taken:
            count += 1
            id = f"{plain}_{count}"
        taken.add(id)
        found[entry.id] = id
    return found
