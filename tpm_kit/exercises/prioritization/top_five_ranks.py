"""What each method says of the same items: their scores, their ranks, and how steady the first ones are.

Each method ranks by its own inputs, and no number of one goes into another. RICE and ICE take what the
learner typed in the table of scores (exercise 5.3) where it is complete.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tpm_kit.answers import Cells, Placements
from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import once, short_titles
from tpm_kit.exercises.prioritization.score_it import EXERCISE as SCORE_IT
from tpm_kit.exercises.prioritization.score_it_cells import (
    RICE_INPUTS,
    ice_scores,
    places,
    readings,
    scored_items,
    usable,
)
from tpm_kit.exercises.prioritization.score_it_rank_rules import rice_steps
from tpm_kit.exercises.prioritization.waiting_rules import money, weeks
from tpm_kit.exercises.wording import percent, points
from tpm_kit.methods.cost_of_delay import cd3
from tpm_kit.methods.ice import ice
from tpm_kit.methods.rank_stability import rank_stability
from tpm_kit.methods.rice import rice
from tpm_kit.methods.value_effort import ratio
from tpm_kit.methods.wsjf import wsjf

TABLE = "top-five"
LABELS = {"rice": "RICE", "ice": "ICE", "cd3": "CD3", "wsjf": "WSJF", "value": "Value/effort"}
"""The methods compared, as columns of a chart call them."""
COLUMNS = {
    "rice": ("reach", "impact", "confidence", "person_months"),
    "ice": ("ice_impact", "ice_confidence", "ice_ease"),
    "cd3": ("cost", "weeks"),
    "wsjf": ("user_value", "urgency", "risk_reduction", "job_size"),
}
"""The columns of the case's table that a method needs, in the order of its arguments."""
SCORES = {"rice": rice, "ice": ice, "cd3": cd3, "wsjf": wsjf, "value": ratio}
TOP, LATER = "top", "later"
"""The columns of the board: what is chosen, and what waits."""
WORDS = ("no", "one", "two", "three", "four", "five")
MOST = 5
"""So many items are chosen, where there are more than that."""
RUNS = 2000
Numbers = Mapping[str, tuple[float, ...]]
"""The inputs of one method by item."""


class Method(NamedTuple):
    """What one method says of the items. `sums` says in words how each score comes about; `yours` is true
    where the inputs are the learner's own of the table of scores."""

    id: str
    scores: Mapping[str, float]
    ranks: Mapping[str, int]
    sums: Mapping[str, str]
    yours: bool = False

    @property
    def label(self) -> str:
        """The name of the method."""
        return LABELS[self.id]

    def lowest(self, id: str) -> int:
        """Return the rank that an item has if it comes last of those that tie with it."""
        return self.ranks[id] + list(self.ranks.values()).count(self.ranks[id]) - 1


@dataclass(frozen=True)
class Comparison:
    """The items, the methods that rank all of them, and how many are to be chosen."""

    items: tuple[BacklogItem, ...]
    top: int
    methods: tuple[Method, ...]
    shares: Mapping[str, float]
    """How often each item is in the top when every RICE input may be one step off; empty without RICE."""

    def backers(self, id: str, surely: bool = False) -> list[Method]:
        """Return the methods that have the item among their first. One that ties for the last place among
        them may be, but not `surely`."""
        return [
            method
            for method in self.methods
            if (method.lowest(id) if surely else method.ranks[id]) <= self.top
        ]

    @property
    def left_out(self) -> list[str]:
        """The names of the methods that cannot rank every item, for lack of an input."""
        return [label for id, label in LABELS.items() if id not in [method.id for method in self.methods]]


def compared(case: Case) -> tuple[BacklogItem, ...]:
    """Return the items to choose from, with short titles: those of the case's table of inputs, or without
    one those that the table of scores would take."""
    items = short_titles(case)
    rows = [items[row["id"]] for row in case.table(TABLE) if row["id"] in items]
    return tuple(rows) or scored_items(case)


def wanted(items: Sequence[BacklogItem]) -> int:
    """Return how many of the items are to be chosen: five, or all but one where there are fewer than six."""
    return min(MOST, max(1, len(items) - 1))


def in_column(answer: Placements, case: Case, column: str) -> list[BacklogItem]:
    """Return the items that the answer puts into a column, in their order."""
    items = {item.id: item for item in compared(case)}
    return [items[id] for id in answer.column(column) if id in items]


def is_complete(answer: Placements, case: Case) -> bool:
    """Say whether every item is placed, and as many are chosen as are wanted."""
    items = compared(case)
    chosen = len(in_column(answer, case, TOP))
    return chosen == wanted(items) and chosen + len(in_column(answer, case, LATER)) == len(items)


@once
def compare(case: Case) -> Comparison:
    """Return what the methods say; a method that lacks an input of any item is left out."""
    items = compared(case)
    top = wanted(items)
    numbers = _inputs(case, items)
    methods = {id: _method(id, inputs, case) for id, inputs in numbers.items() if inputs}
    if typed := typed_rice(case):
        methods["rice"] = _method("rice", typed, case)._replace(yours=True)
    if scores := typed_ice(case):
        methods["ice"] = Method("ice", scores, places(scores), {}, yours=True)
    rows = typed or numbers["rice"]
    shares = dict(zip(rows, _shares(tuple(rows.values()), top), strict=True)) if rows else {}
    return Comparison(items, top, tuple(methods[id] for id in LABELS if id in methods), shares)


def _inputs(case: Case, items: Sequence[BacklogItem]) -> dict[str, Numbers]:
    """Return each method's inputs by the case's table and the backlog; none where one is missing."""
    rows = {row["id"]: row for row in case.table(TABLE)}
    numbers: dict[str, Numbers] = {}
    for id, columns in COLUMNS.items():
        known = {item.id: tuple(rows.get(item.id, {}).get(column) for column in columns) for item in items}
        numbers[id] = {} if any(None in row for row in known.values()) else known
    numbers["value"] = {item.id: (item.value, item.effort) for item in items} if weighed(items) else {}
    return numbers


def weighed(items: Sequence[BacklogItem]) -> bool:
    """Say whether each item has a value and an effort that can be divided."""
    return bool(items) and all(
        item.value is not None
        and item.effort is not None
        and item.value >= 0
        and item.effort > 0
        and math.isfinite(item.value / item.effort)
        for item in items
    )


@once
def sound_scores(case: Case) -> Cells:
    """Return what the learner typed in exercise 5.3, or a blank table if its feedback names a problem."""
    typed = case.earlier.get("score-it", Cells())
    findings = SCORE_IT.review(typed, case).findings
    return Cells() if any(finding.level == "problem" for finding in findings) else typed


@once
def typed_rice(case: Case) -> Numbers:
    """Return the RICE inputs that the learner typed in exercise 5.3, or none unless all can be used."""
    items = compared(case)
    cells = readings(sound_scores(case), case)
    rows = {item.id: usable(cells.get(item.id, {}), *RICE_INPUTS) for item in items}
    return {id: tuple(row) for id, row in rows.items() if row} if all(rows.values()) else {}


@once
def typed_ice(case: Case) -> Mapping[str, float]:
    """Return the ICE scores of what the learner typed in exercise 5.3, or none if an item has none."""
    scores = ice_scores(sound_scores(case), case)
    ids = [item.id for item in compared(case)]
    return {id: float(scores[id]) for id in ids} if set(ids) <= set(scores) else {}


def _method(id: str, inputs: Numbers, case: Case) -> Method:
    columns = zip(*inputs.values(), strict=True)
    scores = dict(zip(inputs, map(float, SCORES[id](*columns)), strict=True))
    return Method(id, scores, places(scores), {item: _sum(id, row, case) for item, row in inputs.items()})


def _sum(id: str, row: Sequence[float], case: Case) -> str:
    """Return how a score comes about, in words."""
    match id:
        case "rice":
            reach, impact, confidence, months = row
            work = f"{months:g} person-month{'s' * (months != 1)}"
            return f"{reach:,.10g} × {impact:g} × {percent(confidence)} ÷ {work}"
        case "cd3":
            return f"{money(row[0], case)} a week ÷ {weeks(row[1])}"
        case "wsjf":
            return f"({row[0]:g} + {row[1]:g} + {row[2]:g}) ÷ {row[3]:g}"
        case "value":
            return f"{row[0]:.10g} ÷ {points(row[1])}"
        case _:
            return " × ".join(f"{number:g}" for number in row)


def _shares(rows: tuple[tuple[float, ...], ...], top: int) -> tuple[float, ...]:
    """Return how often each item is in the top when every RICE input may be one step off."""
    reach, impact, confidence, effort = zip(*rows, strict=True)
    inputs = {"reach": reach, "impact": impact, "confidence": confidence, "effort": effort}
    found = rank_stability(inputs, rice, top, rice_steps(list(confidence)), RUNS)
    return tuple(found.top_share.tolist())
