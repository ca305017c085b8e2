"""A risk register as it leaves the course: a table (CSV) and a page in Markdown.

The CSV is UTF-8 with a byte order mark, has commas and ends its lines with CR LF, so that Excel opens it with
all accents right where the comma separates. `risk_csv.read_register` reads it back.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from tpm_kit.exchange.markdown_table import cell, plain
from tpm_kit.exchange.outgoing import guarded, without_emails

Band = tuple[str, str, str]
"""A place on the matrix: likelihood, impact and level."""
NOWHERE: Band = ("", "", "")


@dataclass(frozen=True)
class RegisterEntry:
    """One risk as others read it. Money is in whole units of the currency; None or empty means: not known."""

    id: str
    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    category: str = ""
    items: tuple[str, ...] = ()
    evidence: str = ""
    chance: float | None = None
    """A share, 0 to 1."""
    days: tuple[float, float, float] | None = None
    """Working days, low, most likely and high."""
    cost: tuple[float, float, float] | None = None
    date: datetime.date | None = None
    owner: str = ""
    trigger: str = ""
    status: str = ""
    reviewed: datetime.date | None = None
    place: Band = NOWHERE
    response: str = ""
    action: str = ""
    action_owner: str = ""
    action_date: datetime.date | None = None
    action_cost: float | None = None
    contingency: str = ""
    left: Band = NOWHERE
    """The place after the response."""


def columns(currency: str) -> dict[str, str]:
    """Return the columns by id with their headers, which a spreadsheet and this course understand."""
    ends = ("low", "likely", "high")
    return {
        **{name: name for name in ("id", "title", "cause", "event", "effect", "category")},
        "items": "affected items",
        "evidence": "evidence",
        "chance": "chance",
        **{f"days {end}": f"days {end}" for end in ends},
        **{f"cost {end}": f"cost {end} ({currency})" for end in ends},
        "date": "may occur by",
        "owner": "owner",
        "trigger": "trigger",
        "status": "status",
        "reviewed": "last review",
        "place 0": "likelihood on the matrix",
        "place 1": "impact on the matrix",
        "place 2": "level on the matrix",
        "response": "response type",
        "action": "response",
        "action_owner": "response owner",
        "action_date": "response due",
        "action_cost": f"response cost ({currency})",
        "contingency": "contingency plan",
        "left 0": "residual likelihood",
        "left 1": "residual impact",
        "left 2": "residual level",
    }


def register_csv(entries: Iterable[RegisterEntry], currency: str = "€") -> bytes:
    """Return the register as a table with a row for each risk and the columns of `columns`.

    What a spreadsheet could take for a formula has an apostrophe before it; e-mail addresses are left out.
    """
    heads = columns(currency)
    rows = [list(heads.values())]
    for entry in entries:
        cells = _cells(entry)
        rows.append([guarded(without_emails(cells[id])) for id in heads])
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def register_markdown(
    entries: Iterable[RegisterEntry], title: str, notes: Iterable[str] = (), currency: str = "€"
) -> str:
    """Return a heading, the `notes` as paragraphs, and a table with a row for each risk; columns without any
    content are left out. Texts are shown letter by letter; nothing in them is a mark."""
    rows = [_page_cells(entry, currency) for entry in entries]
    heads = [head for head in (rows[0] if rows else {}) if any(row[head] for row in rows)]
    lines = [
        heads,
        ["---"] * len(heads),
        *([cell(without_emails(row[head])) for head in heads] for row in rows),
    ]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    said = "".join(f"{plain(without_emails(note))}\n\n" for note in notes)
    return f"# {plain(without_emails(title))}\n\n{said}{table}\n"


def _cells(entry: RegisterEntry) -> dict[str, str]:
    """Return the cells of the CSV by column."""
    found = {field.name: getattr(entry, field.name) for field in fields(entry)}
    cells = {name: _said(value) for name, value in found.items() if isinstance(value, str | datetime.date)}
    cells |= {"items": "; ".join(entry.items), "chance": _percent(entry.chance)}
    for name, spread in (("days", entry.days), ("cost", entry.cost)):
        for end, value in zip(("low", "likely", "high"), spread or ("", "", ""), strict=True):
            cells[f"{name} {end}"] = "" if value == "" else _number(value)
    for name, place in (("place", entry.place), ("left", entry.left)):
        cells |= {f"{name} {at}": text for at, text in enumerate(place)}
    cells["action_cost"] = "" if entry.action_cost is None else _number(entry.action_cost)
    return {name: cells.get(name, "") for name in columns("")}


def _page_cells(entry: RegisterEntry, currency: str) -> Mapping[str, str]:
    """Return the cells of the page by heading: what belongs together stands in one."""
    story = [(entry.cause, "Because"), (entry.event, "may happen"), (entry.effect, "leads to")]
    what = "; ".join(f"{word}: {text.rstrip('.')}" for text, word in story if text and text != entry.title)
    days = entry.days[1] if entry.days else 0.0
    loss = [f"{_number(days)} {'day' if days == 1 else 'days'}" if days else ""]
    loss.append(f"{currency}{entry.cost[1]:,.0f}" if entry.cost and entry.cost[1] else "")
    cost = f"{currency}{entry.action_cost:,.0f}" if entry.action_cost else ""
    due = f"by {entry.action_date.isoformat()}" if entry.action_date else ""
    done = ", ".join(filter(None, (entry.action.rstrip("."), entry.action_owner, due, cost)))
    return {
        "Risk": entry.title,
        "Id": entry.id,
        "Cause, event, effect": what,
        "Chance": _percent(entry.chance),
        "Loss": " and ".join(filter(None, loss)),
        "Place": _place(entry.place),
        "Owner": entry.owner,
        "Trigger": entry.trigger,
        "Response": ": ".join(filter(None, (entry.response, done))),
        "Contingency": entry.contingency,
        "Left over": _place(entry.left),
        "Status": entry.status,
        "Reviewed": _said(entry.reviewed or ""),
    }


def _place(place: Band) -> str:
    return f"{place[0]} × {place[1]}: {place[2]}" if all(place) else ""


def _said(value: str | datetime.date) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share * 100:.4g} %"


def _number(value: float) -> str:
    return f"{round(value, 2):.12g}"
