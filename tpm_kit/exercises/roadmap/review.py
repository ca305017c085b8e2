"""The review: three weeks in, things have changed; the rest of the release is planned anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import item_details
from tpm_kit.exercises.roadmap import NOTEBOOK
from tpm_kit.exercises.roadmap.bars import NEAR, Bar, clashes, critical
from tpm_kit.exercises.roadmap.news import News
from tpm_kit.exercises.roadmap.plan import Plan, Planned
from tpm_kit.exercises.roadmap.review_change_rules import RULES
from tpm_kit.exercises.roadmap.review_facts import (
    OUT,
    REVIEW_USES,
    Replan,
    Situation,
    beginning,
    load,
    open_bars,
    situation,
)
from tpm_kit.exercises.roadmap.review_rules import lost_needs, overloads
from tpm_kit.exercises.roadmap.review_words import HINTS, review_task
from tpm_kit.exercises.roadmap.roadmap_board import DATES, TONES, effort_note, figure, row_of, rows
from tpm_kit.exercises.roadmap.sprint_words import column_of, dates, short_day, span_name
from tpm_kit.exercises.wording import cut, date, names, points
from tpm_kit.widgets.linked_board import LinkedBoard

NEWS_ROW = "news"
MOST_SPRINTS = 30
LEGEND = (
    "Grey cards are fixed: what is done, what is begun, what has happened. A line leads from an item to "
    "what needs it; a red one is broken. Outlined: no float."
)
COLUMNS = {OUT: "after this release"} | {
    f"{column_of(start)}{f' x{span}' if span > 1 else ''}": span_name(start, start + span - 1)
    for start in range(1, MOST_SPRINTS + 1)
    for span in range(1, MOST_SPRINTS - start + 2)
}


def _all_items(here: Situation) -> Plan:
    return replace(here.left, items=tuple(here.items.values()))


def _rows(here: Situation) -> dict[str, str]:
    """Return the rows by id: what has changed, the dates, the themes, and what is left for later."""
    themes = rows(_all_items(here))
    taken = {_own(id, themes): label for id, label in themes.items()}
    return {**({NEWS_ROW: "What has changed"} if here.news else {}), **taken, OUT: "After this release"}


def _own(id: str, themes: Mapping[str, str]) -> str:
    """Return the id of a theme's row, other than those of the rows that are not themes."""
    return f"{id} (theme)" if id in (NEWS_ROW, OUT) else id


def _row(item: Planned, here: Situation) -> str:
    plan = _all_items(here)
    return _own(row_of(item, plan), rows(plan))


def review_board(case: Case) -> LinkedBoard:
    """Return the board: closed sprints with what is fixed, and every open item in the tray."""
    here = situation(case)
    return LinkedBoard(
        label=f"Review of the roadmap for {case.title}",
        rows=[{"id": id, "label": label} for id, label in _rows(here).items()],
        columns=[_column(here, sprint) for sprint in here.plan.numbers],
        cards=[*_fixed(here), *(_card(item, here) for item in here.left.items)],
        details=_details(case, here),
        tray="Not decided",
        spans=True,
        legend=LEGEND,
    )


def _column(here: Situation, sprint: int) -> dict[str, str]:
    dated = here.plan.dates(sprint)
    note = {"note": dates(dated, short=True)} if dated else {}
    state = "" if sprint > here.now else " · under way" if sprint == here.now else " · over"
    return {"id": column_of(sprint), "label": f"Sprint {sprint}{state}", **note}


def _fixed(here: Situation) -> Iterator[dict[str, Any]]:
    """Yield the cards that cannot be moved: what has changed, the dates, and the work of the closed
    sprints."""
    for one in here.news:
        start = max(here.now + 1, min(one.first, here.plan.count))
        yield _still(f"{one.id} news", f"! {one.title}", NEWS_ROW, start, tone="amber")
    for one in here.left.milestones:
        yield _still(f"{one.id} date", f"◆ {cut(one.title, 80)}", DATES, one.sprint, note=short_day(one.date))
    for bar in here.before.values():
        if bar.start <= here.now:
            item = here.items[bar.id]
            spent = here.spent.get(bar.id)
            note = f"{points(round(spent, 1))} done" if spent else effort_note(item.effort)
            state = "done" if bar.end < here.now else "begun" if bar.end > here.now else "in work"
            span = min(bar.end, here.now) - bar.start + 1
            yield _still(_past(bar), f"{item.title} · {state}", _row(item, here), bar.start, span, note)


def _past(bar: Bar) -> str:
    """Return the id of the card of what the closed sprints hold of a bar."""
    return f"{bar.id} past"


def _still(
    id: str, title: str, row: str, sprint: int, span: int = 1, note: str = "", tone: str = "grey"
) -> dict[str, Any]:
    place = {"row": row, "column": column_of(sprint), "span": span, "fixed": True, "tone": tone}
    return {"id": id, "title": title, "note": note.replace(" ", "\u00a0"), **place}


def _card(item: Planned, here: Situation) -> dict[str, Any]:
    teams, spent = list(here.plan.teams), here.spent.get(item.id)
    size = effort_note(None if item.effort is None else round(item.effort, 1))
    due = f"due {short_day(item.deadline)}" if item.deadline else ""
    facts = (f"{size} open" if spent else size, cut(item.team, 20), due)
    note = " · ".join(fact.replace(" ", "\u00a0") for fact in facts if fact)
    card = {"id": item.id, "title": item.title, "note": note, "span": 1}
    if item.team in teams:
        card["tone"] = TONES[teams.index(item.team) % len(TONES)]
    return card


def _details(case: Case, here: Situation) -> dict[str, list[list[str]]]:
    """Return the facts of each card, with what has changed for it and where the old plan had it."""
    known = item_details(case)
    facts = {f"{one.id} news": [["What has happened", one.fact], *_effect(one, here)] for one in here.news}
    for id, item in here.items.items():
        old = here.before.get(id)
        spent = here.spent.get(id)
        news = [one.fact for one in here.news if id in one.items]
        more = [
            ("What has changed", " ".join(news)),
            ("In the plan so far", span_name(old.start, old.end) if old else ""),
            ("Points", _points(item, spent)),
            ("Due", date(item.deadline) if item.deadline else ""),
            ("Team", item.team),
            ("Person", f"{item.person}, in each of its sprints" if item.person else ""),
        ]
        pairs = [[name, text] for name, text in more if text]
        facts[id] = [*known[id], *pairs]
        if old and old.start <= here.now:
            facts[_past(old)] = facts[id]
    return facts


def _points(item: Planned, spent: float | None) -> str:
    if item.effort is None or not spent:
        return ""
    whole, done, left = (f"{round(one, 2):.10g}" for one in (item.effort, spent, item.effort - spent))
    return f"{whole}, of which {done} are done and {left} open"


def _effect(one: News, here: Situation) -> list[list[str]]:
    titles = names([here.items[id].title for id in one.items if id in here.items])
    return [["About", titles]] if titles else []


def review_live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return the load of each open sprint against what is left of its capacity, the lines with the broken
    ones marked, and the open items without float."""
    here = situation(case)
    kept = open_bars(answer, here)
    broken = {(clash.before.id, clash.after.id) for clash in clashes(kept, here.left)}
    broken |= {(need.id, item.id) for item, need in lost_needs(answer, here)}
    links = [
        {"from": need, "to": item.id, "level": "problem" if (need, item.id) in broken else ""}
        for item in here.left.items
        for need in item.needs
        if need != item.id
    ]
    links += [
        {"from": _past(here.before[id]), "to": id, "level": ""} for id in here.spent if id in here.left.by_id
    ]
    return {**_meters(answer, here), "links": links, "outlined": list(critical(kept, here.left))}


def _meters(answer: Placements, here: Situation) -> dict[str, dict[str, Any]]:
    booked, overloaded = load(answer, here), overloads(answer, here)
    meters = {}
    for sprint in here.plan.numbers:
        held = sum(points[sprint - 1] for points in booked.values())
        room = sum(points[sprint - 1] for points in here.room.values())
        if sprint <= here.now:
            meters[column_of(sprint)] = {"text": f"{figure(held)}\u00a0pts"}
            continue
        over = [room.team for room, sprints in overloaded if sprint in sprints]
        named = f" · {names([cut(team, 12) for team in over], 2)} over" if any(over) else ""
        meters[column_of(sprint)] = {
            "text": f"{figure(held)} / {figure(room)}\u00a0pts{named}",
            "share": held / room if room else float(held > NEAR),
            "over": bool(over),
        }
    return meters


def review_start(case: Case) -> Replan:
    """Return the old plan as far as it is open, each item in the row of its theme."""
    here = situation(case)
    places = (
        place.model_copy(update={"row": _row(here.left.by_id[place.id], here)})
        for place in beginning(case).places
    )
    return Replan(places=tuple(places))


def review_parts(case: Case) -> dict[str, str]:
    """Return the titles of what is open, by id."""
    return {item.id: item.title for item in situation(case).left.items}


EXERCISE = Exercise(
    id="review",
    version=1,
    number="6.8",
    title="Three weeks in",
    notebook=NOTEBOOK,
    task=review_task,
    answer=Replan,
    view=review_board,
    parts=review_parts,
    rules=RULES,
    hints=HINTS,
    live=review_live,
    start=review_start,
    worked=True,
    uses=REVIEW_USES,
    columns=COLUMNS,
)
