"""The texts of a register's rows: ids that last, titles, states of a risk, and rows that are no risk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tpm_kit.checked_files import shown
from tpm_kit.exchange.cells import is_no_value, one_line
from tpm_kit.exchange.csv_table import Row, without_repeats
from tpm_kit.exchange.intake import Remarks, SetAside
from tpm_kit.typed import plain

LONGEST_ID = 190
LONGEST_TITLE = 90
TELLING = ("title", "event", "cause", "effect")
"""The fields of which one at least makes a row a risk."""
STATES: dict[str, str] = {
    "open": "open, active, new, identified, monitoring, monitored, in progress, in work, ongoing, "
    "mitigating, mitigated, accepted, transferred, escalated, draft, proposed, assessed, "
    "analysed, analyzed, watching, watch, pending, under review, treated, live, not started, to "
    "do, todo, planned, yes, offen, aktiv, neu, in Bearbeitung, in Arbeit, in Beobachtung, "
    "beobachten, identifiziert, laufend, bewertet, akzeptiert, überwacht, abierto, ouvert, "
    "aberto, aperto, in Umsetzung, geplant",
    "closed": "closed, done, resolved, retired, expired, obsolete, cancelled, canceled, rejected, archived, "
    "dead, complete, completed, inactive, no longer relevant, not applicable, geschlossen, "
    "erledigt, abgeschlossen, entfallen, hinfällig, inaktiv, beendet, behoben, nicht mehr "
    "relevant, cerrado, fermé, clos, fechado, chiuso",
    "happened": "happened, occurred, materialised, materialized, realised, realized, issue, is an issue, now "
    "an issue, became an issue, triggered, fired, hit, eingetreten, Problem, materialisiert, "
    "ocurrido, survenu",
}
STATE_OF = {plain(word): state for state, words in STATES.items() for word in words.split(", ")}
Get = Callable[[Row, str], str]
"""Gives the text of a row in a field."""


def state(text: str, row: Row, remarks: Remarks) -> str:
    """Return open, closed or happened; what cannot be read is open, and that is said."""
    word = plain(re.sub(r"[(\[].*", "", text)) or plain(text)
    if is_no_value(text) or word in STATE_OF:
        return STATE_OF.get(word, "open")
    first = next(
        (STATE_OF[part] for part in map(plain, re.split(r"[\s/,:–-]+", text)) if part in STATE_OF), None
    )
    if first is None:
        remarks.add("A status that is not known was read as open", f"row {row.number} {shown(text)}")
    return first or "open"


def rows_with_risks(rows: Sequence[Row], get: Get) -> tuple[list[Row], list[SetAside]]:
    """Return the rows that say something, and the others: the same row again, or a number without a risk."""
    different, aside = without_repeats(rows)
    kept = []
    for row in different:
        if any(get(row, field) for field in TELLING):
            kept.append(row)
        elif get(row, "id"):
            aside.append(SetAside(row.number, "has an id and says nothing of a risk"))
        else:
            aside.append(SetAside(row.number, "no title, description, cause or effect"))
    return kept, aside


def title(row: Row, get: Get) -> str:
    """Return what a risk is called: its title, else the first of its texts, cut."""
    text = one_line(next(filter(None, (get(row, field) for field in TELLING)), ""))
    return cut(text, LONGEST_TITLE)


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut at a blank where there is one."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0] if ' ' in text[: most - 1] else text[: most - 1]}…"


def ids(rows: Sequence[Row], get: Get, has_column: bool, remarks: Remarks) -> list[str]:
    """Return an id for each row: its own, else its title; a second use of one gets a number behind it."""
    if not has_column:
        remarks.add(
            "There is no column of ids, so the risks go by their titles; keep the titles as they are and "
            "your places stay"
        )
    found: list[str] = []
    taken: set[str] = set()
    given = {one_line(get(row, "id"))[:LONGEST_ID] for row in rows}
    for row in rows:
        own = one_line(get(row, "id"))[:LONGEST_ID].strip()
        name = own or title(row, get)[:LONGEST_ID].strip() or f"row {row.number}"
        if has_column and not own:
            remarks.add("A risk has no id and goes by its title", f"row {row.number} {shown(name)}")
        id, count = name, 2
        while id in taken or (id != own and id in given):
            id, count = f"{name} ({count})", count + 1
        if own and id != own:
            remarks.add(
                "An id is used again for another risk; the later one got a number behind its id",
                f"row {row.number} {shown(id)}",
            )
        taken.add(id)
        found.append(id)
    return found
