"""What must not leave in a file: formulas that a spreadsheet would run, and people's e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tpm_kit.exchange.roadmap_entry import Entry, checked

LEFT_OUT = "[e-mail]"
"""Stands where an address stood."""
_ADDRESS = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.[^\W\d_]{2,24}")
# A cell that starts with one of these is a formula to some spreadsheet, also after blanks; the last four are
# the wide signs of East Asian keyboards. Source: OWASP, "CSV Injection".
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_GUARDED = re.compile(r"'+(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before it if a spreadsheet could take it for a formula.

    A cell that already starts with apostrophes and then like a formula gets one more, so that `unguarded`
    gives every text back as it was.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def without_emails(text: str) -> str:
    """Return a text with `LEFT_OUT` in the place of each e-mail address."""
    return _ADDRESS.sub(LEFT_OUT, text) if "@" in text else text


def outgoing(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, checked and without e-mail addresses, in their ids too: those of a backlog without
    ids are its titles. Raises `ValueError` as `checked` does."""
    entries = checked(entries)
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for id in dict.fromkeys(id for entry in entries for id in (entry.id, *entry.needs)):
        plain = ids[id] = without_emails(id)
        count = 1
        while ids[id] in taken:
            count += 1
            ids[id] = f"{plain} ({count})"
        taken.add(ids[id])
    return tuple(
        replace(
            entry,
            id=ids[entry.id],
            title=without_emails(entry.title),
            section=without_emails(entry.section),
            needs=tuple(ids[id] for id in entry.needs),
            owner=without_emails(entry.owner),
            note=without_emails(entry.note),
        )
        for entry in entries
    )
