"""MoSCoW on a release backlog: what must ship, and what gives way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises.cards import item_cards, item_details, item_titles
from tpm_kit.exercises.prioritization import NOTEBOOK
from tpm_kit.exercises.prioritization.moscow_item_rules import ITEM_RULES
from tpm_kit.exercises.prioritization.moscow_rules import BALANCE_RULES, efforts, in_lane, planned
from tpm_kit.exercises.wording import names, percent, points
from tpm_kit.methods.moscow import COULD_GUIDE, LANES, MUST_LIMIT, effort_shares
from tpm_kit.widgets.board import Board

LOOK = {
    "must": ("red", "The release fails without it"),
    "should": ("amber", "Painful to leave out, but there is a way round"),
    "could": ("green", "Wanted; the first to go when time runs short"),
    "wont": ("grey", "Agreed and written down: not this time"),
}


def lane_columns(notes: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the four lanes, with a note under each name: lane id -> note."""
    return [{"id": id, "label": LANES[id], "tone": LOOK[id][0], "note": note} for id, note in notes.items()]


def moscow_board(case: Case) -> Board:
    """Return the board: four lanes, every item in the tray."""
    return Board(
        label=f"MoSCoW board for {case.title}",
        columns=lane_columns({id: note for id, (_, note) in LOOK.items()}),
        cards=item_cards(case),
        details=item_details(case),
    )


def moscow_meters(answer: Placements, case: Case) -> dict[str, dict[str, Any]]:
    """Return each lane's share of the planned effort, with the guidance for Must and Could."""
    if not case.has("effort"):
        return {lane: {"text": str(len(answer.column(lane)))} for lane in LANES}
    totals = efforts(answer, case)
    limits = {"must": MUST_LIMIT, "could": COULD_GUIDE}
    meters = {
        lane: {
            "text": f"{totals[lane]:.10g} pts · {percent(share, limits.get(lane))}",
            "share": share,
            "limit": limits.get(lane),
        }
        for lane, share in effort_shares(totals).items()
    }
    meters["must"]["over"] = meters["must"]["share"] > MUST_LIMIT
    meters["wont"] = {"text": f"{totals['wont']:.10g} pts", "share": 0}
    return {
        lane: {key: value for key, value in meter.items() if value is not None}
        for lane, meter in meters.items()
    }


def moscow_task(case: Case) -> str:
    """Return the task, with the capacity if the case has one."""
    room = f" The team can finish {points(case.capacity.points)}." if case.capacity else ""
    return f"Sort all {len(case.items)} items: what must ship in this release, and what gives way?{room}"


def _hint_dates(answer: Placements, case: Case) -> str:
    due = sorted((item for item in case.items if item.deadline), key=lambda item: item.deadline)
    if not due:
        return (
            "Look for items with a date or a duty that nobody can move: a law, a contract, a supplier who "
            "switches something off."
        )
    return (
        f"Begin with what has a date: {names([item.title for item in due], 3)}. "
        "A date makes a Must only if there is no way round it; select a card and read its workaround."
    )


def _hint_chain(answer: Placements, case: Case) -> str:
    if not case.has("dependencies"):
        return (
            "Your file names no dependencies. Ask of each Must what has to be there first, and put that into "
            "Must too."
        )
    musts = in_lane(answer, case, "must")
    needed = {id for item in musts for id in item.dependencies} - {item.id for item in musts}
    titles = [item.title for item in case.items if item.id in needed]
    if titles:
        return f"Follow “Needs” from each of your Musts. Not among them yet: {names(titles)}."
    return "Follow “Needs” from each Must, and from what it needs: a chain is as safe as its lowest link."


def hint_sums(answer: Placements, case: Case) -> str:
    """Return the points that the guidance leaves for each lane, beside those that the answer has."""
    if not case.has("effort"):
        return (
            "Without estimates there are no shares. Ask of the Musts which three take longest, and whether "
            "the rest would still fit."
        )
    totals = efforts(answer, case)
    whole = planned(totals)
    if not whole:
        return "Watch the bars: Must should stay left of its tick (60 %), Could should reach its own (20 %)."
    most = MUST_LIMIT * whole
    text = (
        f"Your plan holds {points(whole)}: at most {most:g} of them should be Musts (you have "
        f"{totals['must']:g}), about {COULD_GUIDE * whole:g} Coulds (you have {totals['could']:g})."
    )
    if case.capacity:
        text += f" Must and Should together must not pass {case.capacity.points:g}."
    return text


EXERCISE = Exercise(
    id="moscow",
    version=1,
    number="5.1",
    title="What must ship?",
    notebook=NOTEBOOK,
    task=moscow_task,
    answer=Placements,
    view=moscow_board,
    parts=item_titles,
    rules=(*ITEM_RULES, *BALANCE_RULES),
    hints=(
        _hint_dates,
        "Ask of every other item: what would people do on the day after the release without it? If there "
        "is an answer, it is not a Must.",
        _hint_chain,
        hint_sums,
    ),
    live=moscow_meters,
    worked=True,
    columns=LANES,
)
