"""How sure is one of what? The items of exercise 6.6 by kind of work, and what moves their finish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from tpm_kit.case import Case
from tpm_kit.exercises.cards import once
from tpm_kit.exercises.risk.register import Risk, expected_days, open_risks
from tpm_kit.exercises.roadmap.how_sure_cells import LONGEST_DAYS
from tpm_kit.exercises.roadmap.how_sure_forecast import RUNS, Forecast, days
from tpm_kit.exercises.roadmap.promise_choices import basis
from tpm_kit.exercises.roadmap.sprint_words import short_day
from tpm_kit.exercises.wording import cut, names, percent
from tpm_kit.explorers import Explorer, Range
from tpm_kit.methods.draws import sizes
from tpm_kit.methods.network import Link
from tpm_kit.methods.risk_simulation import RiskEvent, Swing, simulate_risks
from tpm_kit.methods.risk_simulation import tornado as swings_of
from tpm_kit.methods.schedule_risk import simulate
from tpm_kit.methods.three_point import Estimate

MOST_KINDS = 4
"""So many sliders for kinds of work stay readable; what is left is moved by one more."""
OTHER = "other work"
RISKS = "risks"
SHOWN = 9
"""So many bars leave room for the sliders on a laptop's screen."""
LABEL = 66
"""So many letters go beside a slider in two or three lines."""
WIDEST = 2.0
TENTHS = (0.1, 0.9)
MOST_RATIO = 1e6
"""A likely time that is next to nothing must not make the worst one endless."""
STILL = 0.05
"""A swing of less than so many working days is none."""


class Shown(NamedTuple):
    """What is worked out for one position of the sliders. Times are working days from the start."""

    estimates: Mapping[str, Estimate]
    swings: list[Swing]
    titles: Mapping[str, str]
    p50: float
    p80: float
    in_time: float | None


@once
def kinds(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the ids of the items by the kind of work they are, as the register or else the backlog has it.

    An item is of the category of that open risk which is expected to cost it most days; without any, of its
    theme. The smallest kinds are put together if there are too many.
    """
    found: dict[str, list[str]] = {}
    for item in basis(case).target.items:
        mine = [risk for risk in open_risks(case) if item.id in risk.items and risk.category]
        worst = max(mine, key=lambda risk: expected_days(risk) or 0, default=None)
        found.setdefault(worst.category if worst else item.theme or OTHER, []).append(item.id)
    by_size = sorted(found, key=lambda kind: -len(found[kind]))
    kept = {kind: tuple(found[kind]) for kind in by_size[:MOST_KINDS]}
    rest = [id for kind in by_size[MOST_KINDS:] for id in found[kind]]
    return {**kept, OTHER: (*kept.get(OTHER, ()), *rest)} if rest else kept


def widened(estimate: Estimate, factor: float) -> Estimate:
    """Return an estimate with its spread multiplied, in proportion: from 0, certain, by 1, as it is.

    Twice as unsure is the square of both ratios: half to three times the likely time becomes a quarter to
    nine times. So no time falls below 0, and what is skewed stays so.
    """
    likely = estimate.likely
    if not likely:
        return Estimate(0, 0, estimate.pessimistic * factor)
    low, high = estimate.optimistic / likely, min(estimate.pessimistic / likely, MOST_RATIO)
    most = max(estimate.pessimistic, LONGEST_DAYS)
    return Estimate(likely * low**factor if factor else likely, likely, min(likely * high**factor, most))


def touching(case: Case) -> list[Risk]:
    """Return the open risks that can delay an item of the network, with the days that they would cost."""
    ids = {item.id for item in basis(case).target.items}
    known = [risk for risk in open_risks(case) if risk.chance is not None and risk.days_estimate]
    return [risk for risk in known if ids & set(risk.items) and risk.days_estimate.pessimistic]


def shown(values: Mapping[str, float], case: Case) -> Shown:
    """Return the swings and the finish for the values of the sliders."""
    plan = basis(case).forecast
    factors = {id: values[_slider(at)] for at, ids in enumerate(kinds(case).values()) for id in ids}
    estimates = {id: widened(one, factors[id]) for id, one in plan.estimates.items()}
    items = {item.id: item.title for item in plan.target.items}
    risks = touching(case) if values.get(RISKS) else []
    # A register of the learner's own may have an id that an item has, too.
    events = {risk.id if risk.id not in items else f"{risk.id} (risk)": risk for risk in risks}
    made = [RiskEvent(id, risk.chance, risk.days_estimate, None, risk.items) for id, risk in events.items()]
    links = tuple(Link(*need) for need in plan.target.needs)
    found = _runs(tuple(estimates.items()), links, tuple(made), plan.target.due)
    titles = items | {id: risk.title for id, risk in events.items()}
    return Shown(estimates, swings_of(made, estimates, links), titles, *found)


@lru_cache(32)
def _runs(
    estimates: tuple[tuple[str, Estimate], ...],
    links: tuple[Link, ...],
    events: tuple[RiskEvent, ...],
    due: int | None,
) -> tuple[float, float, float | None]:
    """Return P50, P80 and the share in time: of the runs of exercise 6.6, with the events laid upon them."""
    plain = simulate(dict(estimates), links, RUNS)
    runs = simulate_risks(events, links=links, durations=plain.durations)
    in_time = None if due is None else 1 - runs.exceeds(due, "finish")
    return runs.finish_percentile(50), runs.finish_percentile(80), in_time


def _slider(at: int) -> str:
    # No name of a kind: a theme of the learner's own backlog may be called anything.
    return f"kind-{at}"


def _sliders(case: Case) -> dict[str, Range]:
    titles = {item.id: item.title for item in basis(case).target.items}
    sliders = {
        _slider(at): Range(
            cut(f"{kind[:1].upper()}{kind[1:]}: {names([titles[id] for id in ids], 1)}", LABEL),
            0,
            WIDEST,
            0.25,
            1,
            "× the spread",
            {0: "certain", 1: "as estimated", 2: "twice as unsure"},
        )
        for at, (kind, ids) in enumerate(kinds(case).items())
    }
    if touching(case):
        many = len(touching(case))
        label = (
            f"The {many} open risks that can delay them" if many > 1 else "The open risk that can delay them"
        )
        sliders[RISKS] = Range(label, 0, 1, 1, 1, "", {0: "left out", 1: "counted"})
    return sliders


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    now, plan = shown(values, case), basis(case).forecast
    marks = [("P80", now.p80)]
    if plan.target.due is not None:
        marks.append((plan.target.title.removesuffix(".") or "date", plan.target.due))
    return {
        "bars": [(now.titles[one.id], one.low, one.high, _note(one, now)) for one in now.swings],
        "base": now.swings[0].base,
        "marks": marks,
        "base_name": "all at P50",
        "along": "Finish" if plan.target.start else "Finish, working days from the start",
        "written": _written(plan),
    }


def _note(swing: Swing, now: Shown) -> str:
    """Return what an item takes between P10 and P90, or how likely a risk is."""
    if swing.id not in now.estimates:
        return f"{percent(swing.chance)} likely"
    low, high = tenths(now.estimates[swing.id])
    return f"{low:.0f}–{high:.0f} days" if f"{low:.0f}" != f"{high:.0f}" else f"{low:.0f} days"


def tenths(estimate: Estimate) -> tuple[float, float]:
    """Return the times that an item takes in one run of ten at most, and in nine of ten at most."""
    low, high = sizes(estimate, np.array(TENTHS))
    return float(low), float(high)


def _written(plan: Forecast) -> Callable[[float], str]:
    """Return how a time is written: as a day, or as a number where nobody knows the start."""

    def written(time: float) -> str:
        day = plan.target.day(time)
        return short_day(day) if day else f"{time:.1f}".removesuffix(".0")

    return written


def _says(values: Mapping[str, float], case: Case) -> str:
    now, source = shown(values, case), basis(case)
    plan = source.forecast
    whose = "your own times" if source.yours else "the worked times"
    said = [
        f"With {whose} of exercise 6.6, changed by the sliders, half of {RUNS:,} runs are finished by "
        f"{plan.when(now.p50)} and four in five by {plan.when(now.p80)}{_late(now, plan)}.",
        _first(now, plan),
        _quiet(now),
    ]
    return " ".join(filter(None, said))


def _late(now: Shown, plan: Forecast) -> str:
    late = plan.target.late(now.p80)
    if plan.target.due is None:
        return ""
    return f", {days(late)} after the date" if late else ", in time for the date"


def _first(now: Shown, plan: Forecast) -> str:
    """Say which uncertainty moves the finish most, and how likely it is if it is a risk."""
    first = now.swings[0]
    if first.width < STILL:
        return "No uncertainty moves the finish by itself."
    ends = f"from {plan.when(first.low)} to {plan.when(first.high)}"
    says = f"moves the finish most: {ends}, {days(first.width)}"
    if first.id in now.estimates:
        return f"{now.titles[first.id]} {says}."
    return f"“{now.titles[first.id]}” {says}, if it happens; it is {_note(first, now)}."


def _quiet(now: Shown) -> str:
    """Say which items are unsure and still move nothing by themselves."""
    still = [one.id for one in now.swings if one.width < STILL and one.id in now.estimates]
    spans = {id: tenths(now.estimates[id]) for id in still}
    spans = {id: span for id, span in spans.items() if span[1] - span[0] > STILL}
    if not spans:
        return ""
    said = names([f"{now.titles[id]} ({low:.1f} to {high:.1f} days)" for id, (low, high) in spans.items()], 3)
    many = len(spans) > 1
    return (
        f"{said} {'are' if many else 'is'} unsure as well and move{'' if many else 's'} nothing alone: "
        "another path is longer."
    )


def _lacks(case: Case) -> str:
    if basis(case).forecast is not None:
        return ""
    return f"{case.title} has no three times for its items; the course's own case has them."


def _chart() -> Any:
    from tpm_kit.figures.tornado import Tornado

    return Tornado(most=SHOWN)


EXPLORER = Explorer(
    title="What moves the date most?",
    task="How sure are you of each kind of work? Each bar moves one thing alone: an item from P10 to P90, a "
    "risk from not happening to its likely delay. What only happens together is not seen in the bars, but it "
    "is in P80.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
    lacks=_lacks,
)
