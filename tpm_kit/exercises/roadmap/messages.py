"""What is written of a changed plan: the change log, and a message for the team, the sponsor and the
supervisor."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tpm_kit.exercises.roadmap.bars import Bar
from tpm_kit.exercises.roadmap.changes import (
    EARLIER,
    HEARS,
    IN,
    OUT,
    SLIPPED,
    SPONSOR,
    SUPERVISOR,
    TEAM,
    UNCHANGED,
    Change,
    Reason,
    Scene,
    changed,
    in_words,
    within,
)
from tpm_kit.exercises.wording import date

KEPT_OUT = "was asked for, and is not in this release"
Line = str | None
"""A line of a text; "" for a gap, None for nothing at all."""


class LogRow(NamedTuple):
    """One line of the change log."""

    id: str
    title: str
    what: str
    cause: str
    why: str
    who: tuple[str, ...]
    """The audiences that must hear it, by name."""


def log_rows(changes: Iterable[Change], reasons: Mapping[str, Reason], scene: Scene) -> list[LogRow]:
    """Return a row for each item that has changed, and for what was asked for and is left for later."""
    found = [(change.id, in_words(change, scene)) for change in changed(changes)]
    listed = {id for id, _ in found}
    found += [(id, KEPT_OUT) for id in scene.refused if id not in listed]
    rows = []
    for id, what in found:
        reason = reasons.get(id, Reason())
        who = tuple(scene.names.get(one, one) for one in HEARS.get(reason.who, ()))
        rows.append(LogRow(id, scene.item(id), what, reason.cause, _sentence(reason.why), who))
    return rows


def change_log(changes: Iterable[Change], reasons: Mapping[str, Reason], scene: Scene) -> str:
    """Return the change log as plain text: what has happened, and each change with its cause and reason."""
    changes = list(changes)
    rows = log_rows(changes, reasons, scene)
    when = f", {date(scene.today)}" if scene.today else ""
    lines: list[Line] = [f"Change log of the roadmap of {scene.title}{when}", ""]
    lines += [f"What has happened: {one}" for one in (*scene.causes, *scene.wishes)]
    moved = sum(change.kind != UNCHANGED for change in changes)
    lines += ["", f"{moved} of {len(changes)} items {'has' if moved == 1 else 'have'} changed.", ""]
    for row in rows:
        lines.append(f"- {row.title} ({row.id}) {row.what}.")
        lines.append(f"  Cause: {row.cause}." if row.cause else None)
        lines.append(f"  Why: {row.why}" if row.why else None)
        told = ", ".join((*row.who[:1], *map(within, row.who[1:])))
        lines.append(f"  Told to: {told}." if told else None)
    return _text(lines)


# The messages -----------------------------------------------------------------------------------------------


def message(audience: str, changes: Iterable[Change], reasons: Mapping[str, Reason], scene: Scene) -> str:
    """Return the message for `TEAM`, `SPONSOR` or `SUPERVISOR`, as plain text.

    The team hears every change, by team and with its sprints; the sponsor what leaves or is new, what comes
    later or sooner unless the learner says that only the team hears it, and how the dates stand; the
    supervisor only how the dates stand that the supervisor waits for.
    Raises `ValueError` for another audience.
    """
    writers: Mapping[str, Callable[..., list[Line]]] = {
        TEAM: _for_team,
        SPONSOR: _for_sponsor,
        SUPERVISOR: _for_supervisor,
    }
    if audience not in writers:
        raise ValueError(f"there is no audience {audience!r}; use {', '.join(writers)}")
    changes = list(changes)
    head = f"To: {scene.names.get(audience, audience)}"
    about = (
        f"Subject: {scene.title}, the plan as of {date(scene.today)}"
        if scene.today
        else f"Subject: {scene.title}"
    )
    return _text([head, about, "", *writers[audience](changes, reasons, scene)])


def _for_team(changes: Sequence[Change], reasons: Mapping[str, Reason], scene: Scene) -> list[Line]:
    lines: list[Line] = [*scene.causes, *scene.wishes]
    rows = changed(changes)
    lines += ["", "This changes in our plan:" if rows else "Nothing moves in our plan."]
    by_team: dict[str, list[Change]] = {}
    for change in rows:
        item = scene.plan.by_id.get(change.id)
        by_team.setdefault(item.team if item else "", []).append(change)
    for team, some in by_team.items():
        lines += ["", f"{team}:"] if team else [""]
        for change in some:
            lines.append(f"- {scene.item(change.id)} ({_sprints(change)}) {in_words(change, scene)}.")
            lines.append(_why(change.id, reasons))
    lines += _refusals(reasons, scene)
    stays = sum(change.kind == UNCHANGED for change in changes)
    return [*lines, "", _rest(stays) if rows else None]


def _rest(count: int) -> Line:
    return f"The other {count} items stay as they are." if count > 1 else None


def _sprints(change: Change) -> str:
    def span(bar: Bar) -> str:
        return f"sprint {bar.start}" if bar.span == 1 else f"sprints {bar.start} to {bar.end}"

    old, new = change.before, change.after
    if old and new:
        return f"{span(new)} in place of {span(old)}"
    return span(new) if new else f"{span(old)} no longer"


def _for_sponsor(changes: Sequence[Change], reasons: Mapping[str, Reason], scene: Scene) -> list[Line]:
    heads = {
        OUT: "Not in this release any more:",
        SLIPPED: "Later than I told you:",
        IN: "New in this release:",
        EARLIER: "Sooner than I told you:",
    }
    lines = [f"{one}" for one in scene.causes]
    for kind, head in heads.items():
        some = [change for change in changes if change.kind == kind and _for_more(change, reasons)]
        lines += ["", head] if some else []
        for change in some:
            lines.append(f"- {scene.item(change.id)} {in_words(change, scene)}.")
            lines.append(_why(change.id, reasons))
    if not any(change.kind in heads for change in changes):
        lines += ["", "Nothing that I told you about dates and content changes."]
    return [*lines, *_refusals(reasons, scene), "", _dates(changes, scene)]


def _for_more(change: Change, reasons: Mapping[str, Reason]) -> bool:
    """Say whether a change is for others than the team. What leaves or is new always is."""
    return change.kind in (OUT, IN) or reasons.get(change.id, Reason()).who != TEAM


def _refusals(reasons: Mapping[str, Reason], scene: Scene) -> list[Line]:
    lines: list[Line] = []
    for id in scene.refused:
        lines += ["", f"{scene.item(id)} {KEPT_OUT}.", _why(id, reasons)]
    return lines


def _dates(changes: Sequence[Change], scene: Scene) -> Line:
    """Return how the dates stand that somebody outside has set."""
    dated = [change for change in changes if _due(change.id, scene)]
    missed = [scene.item(change.id) for change in dated if _missed(change, scene)]
    if missed:
        return f"Dates that this plan misses: {'; '.join(missed)}."
    return f"All {len(dated)} dates that others have set are kept." if len(dated) > 1 else None


def _due(id: str, scene: Scene) -> datetime.date | None:
    item = scene.plan.by_id.get(id)
    return item.deadline if item else None


def _missed(change: Change, scene: Scene) -> bool:
    item = scene.plan.by_id[change.id]
    return change.after is None or change.after.end > scene.plan.last_sprint(item)


def _for_supervisor(changes: Sequence[Change], reasons: Mapping[str, Reason], scene: Scene) -> list[Line]:
    """Say how each dated duty stands. What is not one, and why anything else moved, is not said."""
    duties = [change for change in changes if change.id in scene.duties]
    touched = [change for change in changes if change.id in scene.duties and change.kind != UNCHANGED]
    if not duties:
        return ["None of what we have planned is due to you."]
    head = (
        "These dates of ours have changed:"
        if touched
        else "Our plan has been reviewed. Your dates stand as they were:"
    )
    lines: list[Line] = [head]
    for change in touched or duties:
        due = _due(change.id, scene)
        by = f", due on {date(due)}," if due else ""
        lines.append(f"- {scene.item(change.id)}{by} {in_words(change, scene)}.")
        if change in touched:
            lines.append(_why(change.id, reasons))
            lines.append("  This is after the date." if due and _missed(change, scene) else None)
    rest = [scene.item(change.id) for change in duties if change not in touched]
    return [*lines, f"Not touched: {'; '.join(rest)}." if touched and rest else None]


def _why(id: str, reasons: Mapping[str, Reason]) -> str | None:
    why = _sentence(reasons.get(id, Reason()).why)
    return f"  {why}" if why else None


def _sentence(text: str) -> str:
    """Return what somebody typed on one line, with a full stop at its end."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return plain if not plain or plain[-1] in ".!?…" else f"{plain}."


def _text(lines: Iterable[Line]) -> str:
    """Return lines as a text, with at most one blank line between two others; None is no line."""
    kept: list[str] = []
    for line in lines:
        if line is not None and (line or (kept and kept[-1])):
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"
