"""A register read again: what is new, changed and gone since the last reading; and its rows as plain JSON."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tpm_kit.case import BacklogItem
from tpm_kit.checked_files import shown
from tpm_kit.exchange.intake import listed
from tpm_kit.typed import plain

RiskRow = Mapping[str, Any]
"""A risk as the table `risks` of a case has it, with `action` and `contingency` besides."""
TEXTS = ("title", "cause", "event", "effect", "category", "fact", "owner", "trigger", "action", "contingency")
TEXTS += ("status", "likelihood", "impact")
NUMBERS = ("chance", "days_low", "days", "days_high", "cost_low", "cost", "cost_high")
DAYS = ("date", "reviewed")
CALLED = {
    "days_low": "days at least",
    "days_high": "days at most",
    "cost_low": "cost at least",
    "cost_high": "cost at most",
    "reviewed": "last review",
    "fact": "evidence",
}
"""What fields are called in a sentence, where not by their own name."""
SHORT = (*NUMBERS, *DAYS, "status", "owner", "likelihood", "impact")
"""The fields of which both values are said."""
FOLLOWS = {
    "likelihood": ("chance",),
    "impact": ("days", "cost"),
    **dict.fromkeys(("days_low", "days_high"), ("days",)),
    **dict.fromkeys(("cost_low", "cost_high"), ("cost",)),
}
"""What says nothing new where one of these has changed: a band follows from its figure, and one estimate
may stand for all three."""
MOST = 8
"""Risks that are named one by one."""


def raw(rows: Iterable[RiskRow]) -> list[dict[str, Any]]:
    """Return the rows as plain JSON values; what is not known is left out."""
    return [
        {
            field: value.isoformat() if isinstance(value, datetime.date) else value
            for field, value in ({**row, "items": list(row.get("items", ()))}).items()
            if value not in (None, "", [])
        }
        for row in rows
    ]


def rows_of(kept: object) -> tuple[RiskRow, ...]:
    """Return the rows that `raw` wrote. What is not as it was written is left out: the file may have been
    edited since."""
    rows, seen = [], set()
    for one in kept if isinstance(kept, list) else ():
        id = one.get("id") if isinstance(one, dict) else None
        if isinstance(id, str) and 0 < len(id) <= 200 and id not in seen:
            seen.add(id)
            rows.append(_row(id, one))
    return tuple(rows)


def _row(id: str, kept: Mapping[str, Any]) -> RiskRow:
    row: dict[str, Any] = {"id": id}
    row |= {field: kept[field] if isinstance(kept.get(field), str) else "" for field in TEXTS}
    row |= {field: _number(kept.get(field)) for field in NUMBERS}
    row |= {field: _date(kept.get(field)) for field in DAYS}
    items = kept.get("items")
    row["items"] = tuple(item for item in items if isinstance(item, str)) if isinstance(items, list) else ()
    return {**row, "title": row["title"] or id, "status": row["status"] or "open"}


def _number(value: object) -> float | None:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
    return float(value) if usable and math.isfinite(value) else None


def _date(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def updated(
    before: Sequence[RiskRow], now: Sequence[RiskRow]
) -> tuple[tuple[RiskRow, ...], tuple[tuple[str, str], ...]]:
    """Return the rows of now under the ids that they had before, and what changed, as (label, text).

    Ids that differ in capitals, blanks or punctuation only are the same, unless the file tells them apart.
    Nothing is said on a first reading.
    """
    known = {row["id"]: row for row in before}
    ids = {row["id"] for row in now}
    # "R-1" and "r 1" are one risk; where either file has both, only what is written alike is.
    loose: dict[str, str] = {}
    for id in known:
        loose[plain(id)] = "" if plain(id) in loose else id
    spelt = [plain(id) for id in ids]
    rows = []
    for row in now:
        old = loose.get(plain(row["id"]), "")
        same = row["id"] not in known and old and old not in ids and spelt.count(plain(row["id"])) == 1
        rows.append({**row, "id": old} if same else row)
    return tuple(rows), (_news(known, rows) if before else ())


def _news(known: Mapping[str, RiskRow], rows: Sequence[RiskRow]) -> tuple[tuple[str, str], ...]:
    ids = {row["id"] for row in rows}
    new = [_named(row) for row in rows if row["id"] not in known]
    gone = [_named(row) for id, row in known.items() if id not in ids]
    changed = [
        f"{_named(row)} ({', '.join(fields)})"
        for row in rows
        if row["id"] in known and (fields := changes(known[row["id"]], row))
    ]
    if not (new or gone or changed):
        return (("Since last time", f"nothing has changed; your answers to {len(rows)} risks stand"),)
    news = [
        (label, f"{len(those)}: {listed(those, MOST)}")
        for label, those in (("Added", new), ("Changed", changed), ("Gone", gone))
        if those
    ]
    stay = len(ids & set(known))
    if stay:
        news.append(("Your answers", f"to the {stay} risks that were there before stand as they were"))
    return tuple(news)


def _named(row: RiskRow) -> str:
    id, title = str(row["id"]), str(row["title"])
    return id if title.startswith(id) else f"{id} {shown(title)}"


def changes(before: RiskRow, now: RiskRow) -> list[str]:
    """Return what changed of a risk, as "chance 20 % → 50 %"; of texts only that they did."""
    values = {
        field: (before.get(field) or None, now.get(field) or None)
        for field in (*TEXTS, *NUMBERS, *DAYS, "items")
    }
    changed = {field: both for field, both in values.items() if both[0] != both[1]}
    told = []
    for field, (old, new) in changed.items():
        name = CALLED.get(field, field)
        if not changed.keys() & FOLLOWS.get(field, ()):
            told.append(f"{name} {_said(field, old)} → {_said(field, new)}" if field in SHORT else name)
    return told


def _said(field: str, value: object) -> str:
    if value is None:
        return "blank"
    if field == "chance":
        return f"{value * 100:.4g} %"
    if field.startswith("cost"):
        return f"{value * 1000:,.0f}"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def with_items(
    rows: Iterable[RiskRow], items: Sequence[BacklogItem]
) -> tuple[tuple[RiskRow, ...], tuple[str, ...]]:
    """Return the rows with the ids of the backlog items that they name (by id or title), and a remark on the
    names that are none."""
    ids = {plain(item.title): item.id for item in reversed(items)}
    ids |= {plain(item.id): item.id for item in items} | {item.id: item.id for item in items}
    ids.pop("", None)
    found, strange = [], []
    for row in rows:
        named = [ids.get(text) or ids.get(plain(text)) for text in row["items"]]
        strange += [shown(text) for text, id in zip(row["items"], named, strict=True) if id is None]
        found.append({**row, "items": tuple(dict.fromkeys(id for id in named if id))})
    if not strange:
        return tuple(found), ()
    what = listed(list(dict.fromkeys(strange)))
    if items:
        return tuple(found), (
            f"What these risks delay is no item of your backlog, so it was left out: {what}.",
        )
    return tuple(found), (f"Read your backlog with use_backlog to use which item a risk delays: {what}.",)
