"""What the feedback on a roadmap says of what has no float, and of what was left in the tray.

The domain reference has no code for it: ROAD-13 work left in the tray, ROAD-14 the bars without float.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpm_kit.answers import Placements
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.bars import NEAR, Bars, bars, clashes, critical, floats, load
from tpm_kit.exercises.roadmap.plan import Plan, Planned, planned
from tpm_kit.exercises.roadmap.plan_findings import MOST_NAMED
from tpm_kit.exercises.roadmap.roadmap_board import effort_note
from tpm_kit.exercises.roadmap.roadmap_load_rules import MOST_BOOKED
from tpm_kit.exercises.roadmap.sprint_words import span_name
from tpm_kit.exercises.wording import names

MOST_CHAINS = 3


@rule("ROAD-13", whole=True)
def tray_is_meant(answer: Placements, case: Case) -> Iterator[Finding]:
    """Something stays in the tray although there is room for it, or nobody says what that means."""
    plan = planned(case)
    placed = bars(answer, plan)
    left = [item for item in plan.items if item.id not in placed]
    fitting = [(item, spans) for item in left if (spans := _room_for(item, placed, plan))]
    if fitting:
        places = [f"{_with_why(item)} in {span_name(*span)}" for item, span in fitting[:MOST_NAMED]]
        each = "" if len(fitting) == 1 else " Each of them fits by itself."
        yield Finding(
            "caution",
            f"Left in the tray, although there is room: {'; '.join(places)}.{each}",
            "What is not on the roadmap, nobody plans for, and whoever asked for it will ask again.",
            "Plan it there, or write down why you keep the room.",
            tuple(item.id for item, _ in fitting[:MOST_NAMED]),
        )
    unfit = [item for item in left if item.id not in {one.id for one, _ in fitting}]
    if unfit:
        shown, it = unfit[:MOST_NAMED], "it" if len(unfit) == 1 else "them"
        yield Finding(
            "note",
            f"Not on this roadmap: {names([_with_why(item) for item in unfit], MOST_NAMED)}.",
            f"As the plan stands there is no place for {it} that keeps dates, people and a tenth of the "
            f"points free. Whoever waits for {it} should hear now that {it if it == 'it' else 'they'} "
            f"{'does' if it == 'it' else 'do'} not come in this release, and when you look again.",
            cards=tuple(item.id for item in shown),
        )


def _with_why(item: Planned) -> str:
    effort = effort_note(item.effort)
    return f"{item.title} ({', '.join(filter(None, (item.why, effort)))})"


def _room_for(item: Planned, placed: Bars, plan: Plan) -> tuple[int, int] | None:
    """Return the first and last sprint of the earliest place in which an item would break nothing, or
    None."""
    if not item.effort or any(need not in placed for need in item.needs):
        return None
    booked = load(placed, plan)
    team = item.team if item.team in plan.teams else ""
    rooms = [(booked.total, plan.capacity)]
    rooms += [(booked.teams[team], plan.teams[team])] if team else []
    if any(sum(points) + item.effort > MOST_BOOKED * cap * plan.count + NEAR for points, cap in rooms):
        return None
    taken = {
        sprint
        for id, bar in placed.items()
        for sprint in range(bar.start, bar.end + 1)
        if item.person and plan.by_id[id].person == item.person
    }
    first = max((placed[need].end + 1 for need in item.needs), default=1)
    starts = [bar.start for id, bar in placed.items() if item.id in plan.by_id[id].needs]
    last = min([plan.last_sprint(item), *(start - 1 for start in starts)])
    least = plan.least_span(item)
    for start in range(first, last + 1):
        for span in (least, least + 1):
            sprints = range(start, start + span)
            each = item.effort / span
            fits = all(
                points[sprint - 1] + each < cap - NEAR
                for points, cap in rooms
                for sprint in sprints
                if sprint <= last
            )
            if sprints[-1] <= last and fits and not taken.intersection(sprints):
                return start, sprints[-1]
    return None


@rule("ROAD-14", whole=True)
def what_has_no_float(answer: Placements, case: Case) -> Iterator[Finding]:
    """The chains of bars in which one lost sprint misses a date. It finds no fault."""
    plan = planned(case)
    placed = bars(answer, plan)
    left = floats(placed, plan)
    if not left or min(left.values()) < 0 or any(clashes(placed, plan)):
        return
    tight = critical(placed, plan)
    if not tight:
        least = min(left.values())
        some = [plan.by_id[id].title for id in left if left[id] == least]
        yield Finding(
            "good",
            f"Every bar has float. Least, {least} {'sprint' if least == 1 else 'sprints'}: {names(some)}.",
        )
        return
    dated, others = _chains(tight, placed, plan)
    yield Finding(
        "good",
        f"{len(tight)} of {len(placed)} bars have no float.{_listed('Before a date', dated)}"
        f"{_listed('At the end of the plan', others)}",
        "One sprint lost on any of these misses a date or falls out of the plan. Look at them first every "
        "week, and lend none of their people out.",
    )


def _listed(where: str, chains: Sequence[str]) -> str:
    more = f"; and {len(chains) - MOST_CHAINS} more" if len(chains) > MOST_CHAINS else ""
    return f" {where}: {'; '.join(chains[:MOST_CHAINS])}{more}." if chains else ""


def _chains(tight: Sequence[str], placed: Bars, plan: Plan) -> tuple[list[str], list[str]]:
    """Return the chains of bars without float, each beginning at once when the one before is done: those that
    end in a bar with a deadline to meet, and the others. Titles with arrows."""
    follows = {
        (need, id)
        for id in tight
        for need in plan.by_id[id].needs
        if need in tight and placed[need].end + 1 == placed[id].start
    }
    dated, others = [], []
    for id in tight:
        if any(need == id for need, _ in follows):
            continue
        chain = [id]
        while before := [need for need, after in follows if after == chain[0]]:
            chain.insert(0, max(before, key=lambda need: (placed[need].span, need)))
        item = plan.by_id[id]
        due = bool(plan.sprints and item.deadline) and placed[id].end == plan.last_sprint(item)
        (dated if due else others).append(" → ".join(plan.by_id[one].title for one in chain))
    return sorted(dated, key=lambda text: -text.count("→")), sorted(others, key=lambda text: -text.count("→"))


FLOAT_RULES = (tray_is_meant, what_has_no_float)
