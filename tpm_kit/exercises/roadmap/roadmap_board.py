"""The roadmap as a board: a row for each theme and one for dates, a column for each sprint, a card for each
planned item and each milestone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.cards import LONGEST, LONGEST_TITLE, card_note, effort_note, item_details
from tpm_kit.exercises.roadmap.bars import NEAR, Bars, bars, clashes, critical, late, load
from tpm_kit.exercises.roadmap.plan import NO_THEME, Milestone, Plan, Planned, planned
from tpm_kit.exercises.roadmap.sprint_words import column_of, short_day, sprint_column
from tpm_kit.exercises.wording import cut, date, names
from tpm_kit.widgets.linked_board import LinkedBoard

DATES = "dates"
"""The row of the milestones."""
OTHER = "Other themes"
MOST_ROWS = 8
"""Rows of themes. Further themes share one."""
TONES = ("blue", "green", "amber", "grey")
"""Tones of the cards by team, in the order of the case; the card's note names the team as well."""
LEGEND = (
    "A line leads from an item to what needs it, or to its date; a red one is broken. Outlined: no float, so "
    "that one sprint more misses a date or leaves the plan."
)


def rows(plan: Plan) -> dict[str, str]:
    """Return the rows by id: the dates, if there are any, and the themes in the order of the plan."""
    themes = list(dict.fromkeys(item.theme for item in plan.items))
    if len(themes) > MOST_ROWS:
        themes = [*themes[: MOST_ROWS - 1], OTHER]
    top = {DATES: "Dates"} if plan.milestones else {}
    return {**top, **{_row_id(theme): theme for theme in themes}}


def _row_id(theme: str) -> str:
    return f"{theme} (theme)" if theme.casefold() == DATES else theme


def row_of(item: Planned, plan: Plan) -> str:
    """Return the id of the row in which an item belongs."""
    known = rows(plan)
    return _row_id(item.theme) if _row_id(item.theme) in known else OTHER


def has_theme(item: Planned) -> bool:
    """Say whether anybody has said to which theme an item belongs."""
    return item.theme != NO_THEME


def part_titles(case: Case) -> dict[str, str]:
    """Return the titles of items and milestones by id, as the cards show them."""
    plan = planned(case)
    titles = {item.id: item.title for item in plan.items}
    return titles | {one.id: cut(one.title, LONGEST_TITLE) for one in plan.milestones}


def roadmap_board(case: Case) -> LinkedBoard:
    """Return the board, with every card in the tray."""
    plan = planned(case)
    return LinkedBoard(
        label=f"Roadmap for {case.title}",
        rows=[{"id": id, "label": label} for id, label in rows(plan).items()],
        columns=[sprint_column(plan, sprint) for sprint in plan.numbers],
        cards=[
            *(_milestone_card(one) for one in plan.milestones),
            *(_card(item, plan) for item in plan.items),
        ],
        details=_details(case, plan),
        tray="Not planned",
        spans=True,
        legend=LEGEND,
    )


def _card(item: Planned, plan: Plan) -> dict[str, Any]:
    teams = list(plan.teams)
    due = f"due {short_day(item.deadline)}" if item.deadline else ""
    facts = (effort_note(item.effort), cut(item.team, 20), due)
    card = {"id": item.id, "title": item.title, "note": card_note(*facts), "span": 1}
    if item.team in teams:
        card["tone"] = TONES[teams.index(item.team) % len(TONES)]
    return card


def _milestone_card(one: Milestone) -> dict[str, Any]:
    title = cut(one.title, LONGEST_TITLE)
    return {"id": one.id, "title": f"◆ {title}", "note": card_note(short_day(one.date)), "span": 1}


def _details(case: Case, plan: Plan) -> dict[str, list[list[str]]]:
    """Return the facts of each card: those of the backlog, and who does it and why it is planned."""
    facts = item_details(case)
    details: dict[str, list[list[str]]] = {}
    for item in plan.items:
        person = f"{item.person}, in each of its sprints" if item.person else ""
        more = (
            ("Planned as", item.why),
            ("Due", date(item.deadline) if item.deadline else ""),
            ("Team", item.team),
            ("Person", person),
        )
        details[item.id] = [*facts[item.id], *([name, cut(text, LONGEST)] for name, text in more if text)]
    for one in plan.milestones:
        done = names([plan.by_id[id].title for id in one.items])
        pairs = (("When", f"{one.date:%A}, {date(one.date)}"), ("Must be done by then", done))
        details[one.id] = [[name, cut(text, LONGEST)] for name, text in pairs if text]
    return details


def roadmap_live(answer: Placements, case: Case) -> dict[str, Any]:
    """Return the load of each sprint against its capacity, the lines between the items with the broken ones
    marked, and the items without float."""
    plan = planned(case)
    placed = bars(answer, plan)
    broken = {(clash.before.id, clash.after.id) for clash in clashes(placed, plan)}
    missed = {item.id for item, _, _ in late(placed, plan)}
    links = [
        {"from": need, "to": item.id, "level": "problem" if (need, item.id) in broken else ""}
        for item in plan.items
        for need in item.needs
        if need != item.id
    ]
    links += [
        {"from": id, "to": one.id, "level": "problem" if id in missed else ""}
        for one in plan.milestones
        for id in one.items
    ]
    return {**_meters(placed, plan), "links": links, "outlined": list(critical(placed, plan))}


def _meters(placed: Bars, plan: Plan) -> dict[str, Mapping[str, Any]]:
    booked = load(placed, plan)
    meters = {}
    for sprint, points in enumerate(booked.total, start=1):
        over = [team for team in plan.teams if booked.teams[team][sprint - 1] > plan.teams[team] + NEAR]
        meters[column_of(sprint)] = sprint_meter(points, plan.capacity, over)
    return meters


def sprint_meter(points: float, room: float, over: Sequence[str]) -> dict[str, Any]:
    """Return the meter of a sprint; `over` are the teams with more than they can finish, "" for all as
    one."""
    teams = [cut(team, 12) for team in over if team]
    named = f" · {names(teams, 2)} over" if teams else ""
    return {
        "text": f"{round(points, 1):.10g} / {figure(room)}\u00a0pts{named}",
        "share": round(points / room, 6),
        "over": bool(over) or points > room + NEAR,
    }


def figure(points: float) -> str:
    """Return points with at most two decimals.

    >>> figure(15.1666), figure(18.0), figure(5.25)
    ('15.17', '18', '5.25')
    """
    return f"{round(points, 2):.10g}"
