"""What the feedback on a Now / Next / Later board says of what fits: points into Now, work before a date.

Codes ROAD-3 and ROAD-9 are those of the domain reference (section 6.1). What it has no code for: ROAD-11 a
date that the place of a card cannot keep.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import NEAR
from tpm_kit.exercises.roadmap.horizons_cards import (
    COLUMNS,
    MOST,
    ORDER,
    Card,
    Due,
    Horizons,
    in_release,
)
from tpm_kit.exercises.roadmap.plan import team_points
from tpm_kit.exercises.wording import date, names, percent, points

MOST_BOOKED = 0.9
"""Share of Now that may be booked: a guide of this course. The rest is for what nobody knows yet."""


@rule("ROAD-3", "effort", "capacity")
def now_fits(answer: Placements, case: Case) -> Iterator[Finding]:
    """Now holds more than the team can finish in its sprints."""
    board = Horizons(answer, case)
    cards, load, room = board.column("now"), board.load("now"), board.room("now")
    sprints = "the first sprint has" if board.release.now == 1 else "the first two sprints have"
    if load > room + NEAR:
        yield Finding(
            "problem",
            f"Now holds {points(load)}, and {sprints} room for {room:.10g}: "
            f"{names([card.sized_title for card in cards], MOST)}.",
            f"{points(round(load - room, 9))} too many: what does not fit is late before it has begun, and "
            "Next moves with it.",
            _advice(board, load - room),
            tuple(card.id for card in cards),
        )
        return
    if load and load <= MOST_BOOKED * room + NEAR:
        yield Finding(
            "good",
            f"Now holds {load:.10g} of {points(room)} ({percent(load / room, MOST_BOOKED)}); the rest is for "
            "what nobody knows yet.",
        )
    yield from _by_team(board)
    rest = board.room("next")
    if rest and board.load("next") > rest + NEAR:
        yield Finding(
            "note",
            f"Next holds {points(board.load('next'))}, and the rest of the release has room for {rest:.10g}.",
            "Next is a direction and not yet a plan, but do not promise all of it for this release.",
        )


def _advice(board: Horizons, excess: float) -> str:
    """Name what can leave Now: the features, or else an outcome that breaks no date and holds nothing up."""
    features = [card for card in board.column("now") if card.points and not card.measure]
    if features:
        # ROAD-1 sends them out of the roadmap: Next would be wrong for them, too.
        enough = math.fsum(card.points for card in features) >= excess - NEAR
        return (
            f"{names([card.sized_title for card in features], MOST)} "
            f"{'does' if len(features) == 1 else 'do'} not belong on the roadmap yet."
            + ("" if enough else " That is not enough alone.")
        )
    free = [card for card in board.column("now") if card.points and _can_wait(card, board)]
    enough = [card for card in free if card.points >= excess - NEAR]
    fits = sorted(enough or free, key=lambda card: card.points)
    if not fits:
        return "Move an outcome to Next, together with what needs it."
    return f"Move {fits[0].sized_title} to Next: no date and no other card in Now depends on it." + (
        "" if enough else " It is not enough alone."
    )


def _can_wait(card: Card, board: Horizons) -> bool:
    if any(card.id in one.needs for one in board.column("now")):
        return False
    after = board.moved({card.id: "next"})
    return not any(any(after.late(one)) and not any(board.late(one)) for one in board.cards.values())


def _by_team(board: Horizons) -> Iterator[Finding]:
    """Say which team has more in Now than it can finish, while the sum fits."""
    case, now = board.case, board.release.now
    team_of = {row["id"]: row["team"] for row in case.table("plan")}
    if not case.teams:
        return
    rooms = {name: points * now for name, points in team_points(case).items()}
    held = dict.fromkeys(rooms, 0.0)
    for card in board.column("now"):
        for item in map(case.item, card.items):
            if team_of.get(item.id) in held:
                held[team_of[item.id]] += item.effort or 0
    over = [
        f"{name} {held[name]:.10g} of {rooms[name]:.10g}" for name in held if held[name] > rooms[name] + NEAR
    ]
    if over:
        yield Finding(
            "note",
            f"By team, some of Now runs on into Next: {names(over)} points.",
            "A horizon is too coarse to plan by team. The next exercise puts the items into sprints.",
        )


@rule("ROAD-9", "effort", "capacity")
def now_has_a_buffer(answer: Placements, case: Case) -> Iterator[Finding]:
    """Now is booked to the last point."""
    board = Horizons(answer, case)
    load, room = board.load("now"), board.room("now")
    if MOST_BOOKED * room + NEAR < load <= room + NEAR:
        left = round(room - load, 9)
        free = "nothing is left" if left < NEAR else f"{points(left)} {'is' if left == 1 else 'are'} left"
        yield Finding(
            "caution",
            f"Now holds {load:.10g} of {points(room)} ({percent(load / room, MOST_BOOKED)}): {free} free.",
            "Faults, urgent questions and work that grows come in these sprints too. Without a buffer the "
            "first of them moves an outcome.",
            f"Keep about a tenth free. {_advice(board, load - MOST_BOOKED * room)}",
        )


@rule("ROAD-11", "deadline")
def dates_can_be_kept(answer: Placements, case: Case) -> Iterator[Finding]:
    """A card with a fixed date stands where the date cannot be kept."""
    board = Horizons(answer, case)
    kept = []
    for card in board.cards.values():
        column = board.place.get(card.id)
        dues = [due for due in card.dues if in_release(due, case)]
        if column is None or not card.measure or not card.dues:
            continue
        if column == "out" or (column == "later" and dues and not any(board.late(card))):
            if dues:
                yield _left(card, column, dues)
        elif any(board.late(card)):
            yield _late(card, board)
        elif dues:
            kept.append(card)
    room = board.room("now")
    too_full = room is not None and board.load("now") > room + NEAR
    if kept and not too_full and not any(any(board.late(card)) for card in board.cards.values()):
        yield Finding(
            "good",
            "By where the cards stand, each fixed date of the release can be kept: "
            f"{names([card.named for card in kept], MOST)}.",
        )


def _left(card: Card, column: str, dues: list[Due]) -> Finding:
    return Finding(
        "problem",
        f"{card.named} stands in {COLUMNS[column]}, and must be there by {date(dues[0].date)}.",
        "The date falls into this release, and there is no way around it for those who need it.",
        "Put it into Now or Next.",
        (card.id,),
    )


def _late(card: Card, board: Horizons) -> Finding:
    due, item, end, by = next(board.late(card))
    title = board.case.item(item).title
    ends = f"sprint {by} is the last that ends by then" if by else "no sprint ends by then"
    seen = (
        f"{card.named} stands in {COLUMNS[board.place[card.id]]} and must be there by {date(due.date)}. "
        f"From there {title} is done at the end of sprint {end} at the earliest, and {ends}."
    )
    at_once = board.moved({one.id: "now" for one in (card, *board.all_needs(card))})
    if any(one.date == due.date for one, *_ in at_once.late(card)):
        return Finding(
            "caution",
            seen,
            "Even if all of it began today it would be late, since one thing must be done after the other.",
            "Tell those who set the date, ask what they could do with less, and write down what was agreed.",
            (card.id,),
        )
    return Finding(
        "problem",
        seen,
        "What must be done one after the other needs its sprints, however many people work on it.",
        _earlier(card, board),
        (card.id,),
    )


def _earlier(card: Card, board: Horizons) -> str:
    """Name the one card whose move to an earlier horizon is enough, or say that several have to move."""
    for one in (card, *board.all_needs(card)):
        for column in ("next", "now"):
            earlier = ORDER[column] < ORDER.get(board.place.get(one.id, "now"), len(ORDER))
            if earlier and not any(board.moved({one.id: column}).late(card)):
                return f"Move {one.named} to {COLUMNS[column]}."
    return "Move it forward, and what it needs with it."


FIT_RULES = (now_fits, now_has_a_buffer, dates_can_be_kept)
