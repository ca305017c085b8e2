"""What the feedback says of the finish: its date for 80 %, what sets it, and what that stands on.

Codes PERT-… and CPM-… are those of the domain reference (sections 6.2 and 6.3); what it has no code for is
SURE-….
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.how_sure_cells import (
    HAND,
    estimates,
    finish_row,
    hand_item,
    path_row,
    row_titles,
    typed,
)
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, Forecast, chance, days, forecast
from tpm_kit.exercises.roadmap.how_sure_hand_rules import by_hand, meets, path_titles
from tpm_kit.exercises.roadmap.how_sure_target import target
from tpm_kit.exercises.wording import cut, date, names, percent
from tpm_kit.methods.three_point import time_at

EARLY, LATE = 0.5, 1.0
"""How far a P80 by hand may be off, in working days: runs differ, and people round up to whole days."""
SMALL = 0.05
"""Below this share of runs a path does not matter for the finish."""


@rule("PERT-3")
def every_path_counts(answer: Cells, case: Case) -> Iterator[Finding]:
    """The date for 80 % looks at the longest path only, or is not the one of 80 %."""
    row, found = finish_row(case), forecast(answer, case)
    number = typed(answer, case, row.id, "days")
    if found is None or number is None:
        return
    p80, label = found.at(80), f"{row.title}: {HAND['days']}"
    share = chance(found.runs.probability_by(number))
    seen = f"{label} is {cut(answer.text(row.id, 'days'), 24)}; of {RUNS:,} runs {share} are done by then."
    if p80 - EARLY <= number <= p80 + LATE:
        up = f"P80 is {p80:.1f}: rounded up, a day more." if number < p80 - 0.1 else ""
        yield Finding("good", " ".join(filter(None, (seen, up, _who_else(found, case)))))
    elif number > p80:
        yield Finding(
            "problem",
            seen,
            "A date that is later than it says makes people plan around room that they do not see.",
            "Take the time at the line P80 of the chart.",
            (f"{row.id}:days",),
        )
    else:
        alone = time_at(0.8, *found.end)
        reason = "" if abs(number - alone) > EARLY else "That is P80 of the longest path alone. "
        reason = reason or ("That is nearer to an even chance. " if number <= found.at(60) else "")
        yield Finding(
            "problem",
            f"{seen} {_who_else(found, case)}".strip(),
            f"{reason}Where paths join, the later one counts, so the whole is later than its longest path "
            "says.",
            f"Take the time at the line P80 of the chart, {days(p80 - number)} later.",
            (f"{row.id}:days",),
        )


def _who_else(found: Forecast, case: Case) -> str:
    """Say in how many runs another path than the longest sets the finish."""
    share = found.runs.criticality
    others = {path: min(share[id] for id in path) for path in found.paths if path not in found.longest}
    path = max(others, key=others.get, default=None)
    if path is None or others[path] < SMALL:
        return ""
    titles = path_titles(path, case)
    return f"In {percent(others[path])} of them another path sets the finish: {titles}."


@rule("CPM-8")
def circles_are_said(answer: Cells, case: Case) -> Iterator[Finding]:
    """Items of the backlog wait for each other in a circle."""
    circle, titles = target(case).circle, row_titles(case)
    if circle:
        yield Finding(
            "note",
            f"In your backlog these need each other in a circle: {' → '.join(titles[id] for id in circle)}.",
            "Nobody could start any of them. The sums here leave out the last of these needs.",
            "Find the need that is not a real one, and take it out of the backlog.",
        )


@rule("SURE-4")
def what_it_comes_to(answer: Cells, case: Case) -> Iterator[Finding]:
    """What the estimates say of the date, and on what assumption."""
    found = forecast(answer, case)
    if found is None:
        return
    plan, titles = found.target, row_titles(case)
    p50, p80 = found.at(50), found.at(80)
    driver = names([titles[id] for id, _ in found.drivers[:2]])
    seen = f"P50 is {found.when(p50)}, P80 {found.when(p80)}; what moves the finish most: {driver}."
    if plan.due is not None:
        share = chance(found.runs.probability_by(plan.due))
        seen += f" {share} of {RUNS:,} runs are done by {date(plan.date)}."
    together = found.together.percentile(80)
    why = (
        "The runs take the items as independent, with nobody waiting for people who do other work. If one "
        f"cause made all of them late together (correlation 0.5), P80 would be {found.when(together)}."
    )
    yield Finding("good", seen, why)


def done_by_hand(answer: Cells, case: Case) -> set[str]:
    """Return the ids of the rows whose worked-out figures may be shown: those right by hand, and those that
    nobody is asked to work out."""
    right = set()
    own = hand_item(case)
    for id, one in by_hand(answer, case).items():
        right |= {id} if _are(answer, case, id, (one.mean, one.sd)) else set()
    found = forecast(answer, case)
    if found:
        path, whole = path_row(case).id, typed(answer, case, finish_row(case).id, "days")
        right |= {path} if _are(answer, case, path, found.end) else set()
        near = whole is not None and found.at(80) - EARLY <= whole <= found.at(80) + LATE
        right |= {finish_row(case).id} if near else set()
    return right | {id for id in estimates(answer, case) if id != own}


def _are(answer: Cells, case: Case, row: str, true: Iterable[float]) -> bool:
    """Return whether days and SD of a row are these."""
    numbers = [(answer.text(row, column), typed(answer, case, row, column)) for column in HAND]
    return all(
        number is not None and meets(text, number, value)
        for (text, number), value in zip(numbers, true, strict=True)
    )


FINISH_RULES = (every_path_counts, circles_are_said, what_it_comes_to)
