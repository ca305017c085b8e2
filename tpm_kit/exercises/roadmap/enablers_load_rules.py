"""What the feedback on a technical roadmap says of load: enablers beside the features, and in good time.

What the domain reference has no code for: LOAD-1 a sprint booked beyond what its team can finish, TECH-2 an
enabler far too early, TECH-3 everything in the first sprint.
"""

from __future__ import annotations

from collections.abc import Iterator

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, Level, rule
from tpm_kit.exercises.roadmap.bars import NEAR, Bar
from tpm_kit.exercises.roadmap.enablers_cards import Layout
from tpm_kit.exercises.roadmap.roadmap_board import figure
from tpm_kit.exercises.wording import names, points

IDLE = 2
"""Sprints between an enabler and the first that needs it, from which on it is early: a guide of this
course."""
LEAST_FOR_A_HEAP = 3
MOST_NAMED = 5


@rule("LOAD-1")
def beside_the_features(answer: Placements, case: Case) -> Iterator[Finding]:
    """The enablers of a sprint take more than the features leave."""
    board = Layout(answer, case)
    booked, features = board.load(), board.load(*board.bars)
    found = False
    for team, capacity in board.rooms().items():
        for sprint in board.plan.numbers:
            here = _here(board, team, sprint)
            if here and booked[team][sprint - 1] > capacity + NEAR:
                found = True
                yield _too_much(board, team, sprint, here, features[team][sprint - 1])
    unsized = [one.title for id, one in board.known.items() if id in board.bars and one.effort is None]
    if unsized:
        yield Finding(
            "note",
            f"Nobody has said how large these enablers are, so that they count as nothing: {names(unsized)}.",
            "The load of their sprints is higher than it looks.",
        )
    if board.bars and not found and board.features:
        yield from _fits(board)


def _here(board: Layout, team: str, sprint: int) -> list[Bar]:
    """Return the enablers of a team in a sprint that take points."""
    return [
        bar
        for bar in board.bars.values()
        if bar.start <= sprint <= bar.end and board.team(bar.id) == team and board.effort(bar.id)
    ]


def _share(board: Layout, bar: Bar) -> float:
    return board.effort(bar.id) / bar.span


def _too_much(board: Layout, team: str, sprint: int, here: list[Bar], features: float) -> Finding:
    capacity, extra = board.rooms()[team], sum(_share(board, bar) for bar in here)
    listed = [f"{board.title[bar.id]} {figure(_share(board, bar))}" for bar in here]
    assumed = "" if board.plan.measured else " (assumed)"
    level: Level = "problem" if board.plan.measured else "caution"
    left = f"leave {figure(capacity - features)}" if capacity - features > NEAR else "leave nothing"
    beside = f" the features take {figure(features)} and {left};" if features > NEAR else ""
    return Finding(
        level,
        f"Sprint {sprint}, {team or 'your team'}: of {points(round(capacity, 2))}{assumed}{beside} the "
        f"enablers take {figure(extra)}, {figure(features + extra - capacity)} too many: "
        f"{names(listed, MOST_NAMED)}.",
        "Enablers are work like any other. What does not fit pushes the features out that they are there "
        "for.",
        "Move or stretch one of them into a sprint with room, or move a feature on your roadmap (6.2).",
        tuple(bar.id for bar in here[:MOST_NAMED]),
    )


def _fits(board: Layout) -> Iterator[Finding]:
    """Yield what enablers and features take together, and where it is tightest."""
    booked, rooms = board.load(), board.rooms()
    extra = sum(board.effort(id) for id in board.bars)
    if not extra:
        return
    team, sprint = max(
        ((team, sprint) for team in rooms for sprint in board.plan.numbers if _here(board, team, sprint)),
        key=lambda one: booked[one[0]][one[1] - 1] / rooms[one[0]],
        default=("", 0),
    )
    if sprint:
        features = sum(map(sum, board.load(*board.bars).values()))
        who = f"{team} in sprint {sprint}" if team else f"sprint {sprint}"
        yield Finding(
            "good",
            f"The enablers take {points(round(extra, 2))} beside the {figure(features)} of the features. "
            f"Fullest is {who}, with {figure(booked[team][sprint - 1])} of {figure(rooms[team])}.",
        )


@rule("TECH-2")
def not_far_too_early(answer: Placements, case: Case) -> Iterator[Finding]:
    """An enabler is done long before anything needs it, although a later sprint has room."""
    board = Layout(answer, case)
    wanted = board.wanted()
    for id, bar in board.bars.items():
        users = [
            *board.unlocked(id),
            *(other for one, other in board.bars.items() if id in board.known[one].needs),
        ]
        first = min((user.start for user in users), default=0)
        idle = first - bar.end - 1
        later = _later(board, bar, first) if idle >= IDLE and id in wanted else 0
        if later:
            user = next(user for user in users if user.start == first)
            yield Finding(
                "caution" if board.plan.measured and board.known[id].effort is not None else "note",
                f"{board.title[id]} ends in sprint {bar.end}; the first to need it, {board.title[user.id]}, "
                f"starts in sprint {first}. There is room for it up to sprint {later}.",
                f"For {idle} sprints it is work in stock: paid for, used by nobody, and out of date if plans "
                "change.",
                f"Let it end in sprint {later}, and use the points before for what has a date. If you want "
                "the room because you do not trust its size, accept this and say so.",
                (id,),
            )


def _later(board: Layout, bar: Bar, first: int) -> int:
    """Return the last sprint in which an enabler could end with room for it, before `first`; 0 if no later
    one."""
    team = board.team(bar.id)
    capacity, booked = board.rooms().get(team), board.load(bar.id).get(team)
    for end in range(first - 1, bar.end, -1):
        sprints = range(end - bar.span + 1, end + 1)
        if capacity is None or all(booked[n - 1] + _share(board, bar) <= capacity + NEAR for n in sprints):
            return end
    return 0


@rule("TECH-3", whole=True)
def not_all_at_once(answer: Placements, case: Case) -> Iterator[Finding]:
    """All enablers lie in the first sprint."""
    board = Layout(answer, case)
    first = [bar for bar in board.bars.values() if bar.start == bar.end == 1]
    if len(first) == len(board.bars) >= LEAST_FOR_A_HEAP:
        work = sum(board.effort(bar.id) for bar in first)
        size = f", {points(round(work, 2))} together" if work else ""
        yield Finding(
            "caution",
            f"All {len(first)} enablers lie in sprint 1{size}.",
            "A release that begins with technical work only shows nobody anything for a sprint, and a "
            "feature with a date waits behind enablers that are needed in months.",
            "Ask of each which feature needs it first, and put it into the sprint before that one.",
        )


LOAD_RULES = (beside_the_features, not_far_too_early, not_all_at_once)
