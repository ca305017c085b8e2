"""What the feedback says of the figures worked out by hand: an item and the longest path.

Codes are those of the domain reference (sections 6.2 and 6.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.roadmap.how_sure_cells import (
    HAND,
    decimals,
    estimates,
    path_row,
    row_titles,
    three_times,
    typed,
)
from tpm_kit.exercises.roadmap.how_sure_forecast import Path, forecast
from tpm_kit.exercises.wording import names
from tpm_kit.methods.three_point import Estimate


def meets(text: str, number: float, true: float) -> bool:
    """Return whether a number as typed is the true one, rounded to the decimals typed.

    A rounding of more than a tenth of the number is too coarse to tell right from wrong.
    """
    return abs(number - true) <= min(0.5 * 10 ** -decimals(text), 0.1 * true) + 0.051 * (decimals(text) > 0)


def _mistake(text: str, number: float, known: Mapping[str, float]) -> str:
    """Return what a number was worked out by, if it is one of these mistakes; "" if it is none."""
    return next((words for words, value in known.items() if meets(text, number, value)), "")


@rule("PERT-1")
def expected_times(answer: Cells, case: Case) -> Iterator[Finding]:
    """An expected time is not (O + 4M + P) / 6, or a path's not the sum of them."""
    titles = row_titles(case)
    for id, one in by_hand(answer, case).items():
        text, number = answer.text(id, "days"), typed(answer, case, id, "days")
        if number is None:
            continue
        label = f"{titles[id]}: {HAND['days']}"
        if meets(text, number, one.mean):
            yield Finding("good", f"{label} is {number:g}: ({_sum(one)}) ÷ 6.")
            continue
        plain = {
            "That is the simple mean of the three. ": one.triangular_mean,
            "That is the middle between best and worst. ": (one.optimistic + one.pessimistic) / 2,
            "That is the likely time itself. ": one.likely,
        }
        yield Finding(
            "problem",
            f"{label} is {number:g}; the three times are {three_times(one)}.",
            f"{_mistake(text, number, plain)}PERT counts the likely time four times, since work ends near it "
            "most often.",
            f"Work out ({_sum(one)}) ÷ 6.",
            (f"{id}:days",),
        )
    yield from _path_days(answer, case, "PERT-1")


@rule("CPM-4")
def longest_in_days(answer: Cells, case: Case) -> Iterator[Finding]:
    """The longest path is taken to be another one, or all items together."""
    yield from _path_days(answer, case, "CPM-4")


def _path_days(answer: Cells, case: Case, code: str) -> Iterator[Finding]:
    """Judge the days of the longest path; the code says whether by how they were added up, or along what."""
    row, found = path_row(case), forecast(answer, case)
    number, text = typed(answer, case, row.id, "days"), answer.text(row.id, "days")
    if found is None or number is None:
        return
    label, path = f"{row.title}: {HAND['days']}", found.longest[0]
    if meets(text, number, found.end.mean):
        if code == "CPM-4":
            yield Finding(
                "good",
                f"{label} is {number:g}, along {path_titles(path, case)}: the latest expected end of all "
                "paths.",
            )
        return
    other = next((one for one, end in found.paths.items() if meets(text, number, end.mean)), None)
    every = sum(one.mean for one in found.estimates.values())
    if code == "CPM-4" and other:
        yield Finding(
            "problem",
            f"{label} is {number:g}, the expected end of {path_titles(other, case)}. Another path ends "
            "later.",
            "The finish waits for the path that takes longest, however many items it has.",
            "Add up the expected times along each path, and take the largest sum.",
            (f"{row.id}:days",),
        )
    elif code == "CPM-4" and meets(text, number, every):
        yield Finding(
            "problem",
            f"{label} is {number:g}, the sum of all {len(found.estimates)} items.",
            "Items that do not wait for each other run at the same time, so their times do not add up.",
            "Add up only along a chain in which each item needs the one before.",
            (f"{row.id}:days",),
        )
    elif code == "PERT-1" and not other and not meets(text, number, every):
        times = [found.estimates[id] for id in path]
        known = {
            "That is the sum of the likely times. ": sum(one.likely for one in times),
            "That is the sum of the simple means. ": sum(one.triangular_mean for one in times),
        }
        yield Finding(
            "problem",
            f"{label} is {number:g}, which is not the sum of the expected times along any path.",
            f"{_mistake(text, number, known)}Expected times add up along a path; likely ones do not, since "
            "what goes wrong costs more than what goes well saves.",
            "Take the longest chain of items that need each other and add their expected times, as worked "
            "out at the end of each row.",
            (f"{row.id}:days",),
        )


@rule("PERT-2")
def deviations(answer: Cells, case: Case) -> Iterator[Finding]:
    """A deviation is not (P − O) / 6, or deviations were added up along a path."""
    titles = row_titles(case)
    for id, one in by_hand(answer, case).items():
        number, text = typed(answer, case, id, "sd"), answer.text(id, "sd")
        if number is None:
            continue
        label, span = f"{titles[id]}: {HAND['sd']}", one.pessimistic - one.optimistic
        if meets(text, number, one.sd):
            yield Finding("good", f"{label} is {number:g}: ({one.pessimistic:g} − {one.optimistic:g}) ÷ 6.")
            continue
        known = {f"That is the span divided by {parts}. ": span / parts for parts in (4, 2, 5, 3, 12)}
        known |= {"That is the whole span. ": span, "That is the variance. ": one.sd**2}
        yield Finding(
            "problem",
            f"{label} is {number:g}; the span from {one.optimistic:g} to {one.pessimistic:g} is {span:g}.",
            f"{_mistake(text, number, known)}PERT takes the span for six deviations, three on either side.",
            f"Work out ({one.pessimistic:g} − {one.optimistic:g}) ÷ 6.",
            (f"{id}:sd",),
        )
    yield from _path_sd(answer, case)


def _path_sd(answer: Cells, case: Case) -> Iterator[Finding]:
    row, found = path_row(case), forecast(answer, case)
    number, text = typed(answer, case, row.id, "sd"), answer.text(row.id, "sd")
    if found is None or number is None:
        return
    label, paths = f"{row.title}: {HAND['sd']}", found.longest
    said = typed(answer, case, row.id, "days")
    if said is not None and not meets(answer.text(row.id, "days"), said, found.end.mean):
        # Of another path, CPM-4 says so; its deviation may still be that path's own.
        paths = [*paths, *(one for one, end in found.paths.items() if abs(end.mean - said) < 0.6)]
    own = next((path for path in paths if meets(text, number, found.paths[path].sd)), None)
    if own:
        if len(own) > 1:
            yield Finding("good", f"{label} is {number:g}: the root of the summed squares of {len(own)} SDs.")
        return
    sds = [found.estimates[id].sd for id in paths[0]]
    known = {
        "That is the sum of the SDs. ": sum(sds),
        "That is the sum of their squares, the variance. ": sum(sd * sd for sd in sds),
        "That is the largest SD alone. ": max(sds),
        "That is the mean of the SDs. ": sum(sds) / len(sds),
    }
    yield Finding(
        "problem",
        f"{label} is {number:g}; the SDs along it are {names([f'{sd:.3g}' for sd in sds], len(sds))}.",
        f"{_mistake(text, number, known)}Items seldom all run late together: of independent items the "
        "squares add up, so the whole is surer than the sum of its parts.",
        "Square each SD, add the squares, take the root.",
        (f"{row.id}:sd",),
    )


def by_hand(answer: Cells, case: Case) -> dict[str, Estimate]:
    """Return the estimates of the rows in which something was worked out by hand, by item."""
    known = estimates(answer, case)
    return {id: one for id, one in known.items() if any(answer.text(id, column).strip() for column in HAND)}


def _sum(one: Estimate) -> str:
    return f"{one.optimistic:g} + 4 × {one.likely:g} + {one.pessimistic:g}"


def path_titles(path: Path, case: Case) -> str:
    """Return a path in words."""
    titles = row_titles(case)
    return " → ".join(titles[id] for id in path)


HAND_RULES = (expected_times, deviations, longest_in_days)
