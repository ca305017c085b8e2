"""What the review says before anything is checked: the task, with what has changed, and the hints."""

from __future__ import annotations

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercises.roadmap.bars import late
from tpm_kit.exercises.roadmap.review_facts import PARTLY, WORKED, Situation, situation
from tpm_kit.exercises.roadmap.roadmap_board import figure
from tpm_kit.exercises.wording import date, names, points


def review_task(case: Case) -> str:
    """Return the task: the day, what has changed, and whose plan it is."""
    here = situation(case)
    first, last = here.now + 1, here.plan.count
    day = f"It is {here.today:%A}, {date(here.today)}" if here.today else "Three weeks have passed"
    under = f", in sprint {here.now}" if here.now else ""
    news = " ".join(f"{one.title}." for one in here.news)
    invented = " All of this is invented for this exercise." if case.own and here.news else ""
    rest = f"sprint {first}" if first == last else f"sprints {first} to {last}"
    text = (
        f"{day}{under}. {news}{invented} Select a card of the first row to read what it means; then plan "
        f"{rest} anew: what has to slip, and what leaves for after this release?"
    )
    return f"{text}{_whose(here, case)}{_late_already(here)}"


def _whose(here: Situation, case: Case) -> str:
    if here.whose == WORKED:
        begun = case.earlier.get("roadmap", Placements()).places
        why = "Your roadmap (6.2) is not complete" if begun else "You have no roadmap yet (6.2)"
        return f" {why}, so this starts from the worked one."
    if here.whose == PARTLY:
        return (
            " Your roadmap (6.2) is not complete, and what it lacks lies in the tray."
            if here.before
            else " You have no roadmap yet (6.2): build it first, or plan everything here."
        )
    return " This starts from your roadmap (6.2)."


def _late_already(here: Situation) -> str:
    """Return what is to be mended in a roadmap of the learner's that misses dates which it could meet."""
    titles = [item.title for item, _, last in late(here.before, here.plan) if last]
    if not titles or here.whose == WORKED:
        return ""
    deadlines = "deadline" if len(titles) == 1 else "deadlines"
    return f" Your roadmap already misses the {deadlines} of {names(titles)}: mend that in 6.2 first."


def hint_dates(answer: Placements, case: Case) -> str:
    """Name what has a date, the earliest first."""
    here = situation(case)
    dated = sorted((item for item in here.left.items if item.deadline), key=lambda item: item.deadline)
    if not dated:
        return "Begin with what others wait for: what needs it slips with it."
    listed = [f"{item.title} by {date(item.deadline)}" for item in dated]
    return f"Begin with what cannot move: {names(listed, 5)}. Only what has no date can make room."


def hint_waiting(answer: Placements, case: Case) -> str:
    """Name what somebody can do who has to wait."""
    here = situation(case)
    for id, first in here.first.items():
        item = here.left.by_id[id]
        others = [
            one for one in here.left.items if one.id != id and item.person and one.person == item.person
        ]
        if others:
            return (
                f"Nobody can go on with {item.title} before sprint {first}. {item.person} is needed for it, "
                f"and for {names([one.title for one in others])}: what can be brought forward meanwhile?"
            )
    return (
        "Look at each change by itself: which items does it touch, and which others only because those move?"
    )


def hint_sums(answer: Placements, case: Case) -> str:
    """Say for each team how much work there is for how much room."""
    here = situation(case)
    lines = []
    for team, room in here.room.items():
        free = sum(room[sprint - 1] for sprint in here.open_sprints)
        work = sum(
            item.effort or 0
            for item in here.left.items
            if item.id not in here.wishes and (not team or item.team == team)
        )
        lines.append(f"{team or 'the team'} {figure(work)} of {figure(free)}")
    return (
        f"From sprint {here.now + 1} on there is this much work for the points that can be finished: "
        f"{names(lines, 5)}. Where there is more work, something has to leave; where the two are close, it "
        "may have to as well, since items are not cut in two."
    )


def hint_wish(answer: Placements, case: Case) -> str:
    """Say what the wish takes, and that a no is an answer."""
    here = situation(case)
    for id in here.wishes:
        item = here.left.by_id[id]
        size = f" takes {points(item.effort)}{f' of {item.team}' if item.team else ''}" if item.effort else ""
        if size:
            return (
                f"{item.title}{size}. Say yes only with the names of what leaves for it, and no by putting "
                "it into the last row. Both are answers; more work than fits is none."
            )
    return "Read the feedback once you have placed everything: it names each sprint that holds too much."


HINTS = (hint_dates, hint_waiting, hint_sums, hint_wish)
