"""Value against effort: which items are worth most together, within a budget of effort."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.case import BacklogItem, Case
from tpm_kit.exercises.cards import short_titles
from tpm_kit.exercises.wording import names, points
from tpm_kit.explorers import Explorer, Range
from tpm_kit.methods.value_effort import best_within, cuts

MOST = 30
"""So many items can still be told apart on the chart, and drawn while the slider moves."""


def sized(case: Case) -> list[BacklogItem]:
    """Return the items whose value and effort are both known; of many those with the highest value."""
    known = [item for item in short_titles(case).values() if item.value is not None and item.effort]
    best = {item.id for item in sorted(known, key=lambda item: (-item.value, item.effort))[:MOST]}
    return [item for item in known if item.id in best]


def taken(values: Mapping[str, float], case: Case) -> list[BacklogItem]:
    """Return the items that are worth most together within the budget."""
    items = sized(case)
    chosen = best_within([item.value for item in items], [item.effort for item in items], values["budget"])
    return [items[at] for at in chosen]


def without_their_needs(chosen: list[BacklogItem]) -> list[BacklogItem]:
    """Return those of the chosen items that need an item which is not chosen."""
    ids = {item.id for item in chosen}
    return [item for item in chosen if not ids.issuperset(item.dependencies)]


def _which(case: Case) -> str:
    shown = len(sized(case))
    return f"the {shown} items of highest value" if shown == MOST else f"{shown} items"


def _sliders(case: Case) -> dict[str, Range]:
    whole = sum(item.effort for item in sized(case))
    start = min(whole, case.capacity.points if case.capacity else whole / 2)
    return {"budget": Range("Budget", 0, max(1, round(whole)), 1, round(start), "points")}


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    items = sized(case)
    value, effort = cuts([item.value for item in items], [item.effort for item in items])
    return {
        "items": [(item.title, item.effort, item.value) for item in items],
        "cuts": (effort, value),
        "chosen": [items.index(item) for item in taken(values, case)],
        "budget": values["budget"],
    }


def _says(values: Mapping[str, float], case: Case) -> str:
    chosen = taken(values, case)
    if not chosen:
        return "Nothing fits into this budget."
    effort, value = sum(item.effort for item in chosen), sum(item.value for item in chosen)
    text = (
        f"{points(values['budget'])}: {len(chosen)} of {_which(case)} fit best, with "
        f"{points(effort)} and a value of {value:g} together. "
    )
    broken = without_their_needs(chosen)
    if not broken:
        return text + "All that they need is among them."
    return (
        text
        + f"The sum takes no notice of what an item needs: {names([item.title for item in broken], 3)} "
        + ("stands" if len(broken) == 1 else "stand")
        + " on work that is not among them."
    )


def _lacks(case: Case) -> str:
    if sized(case):
        return ""
    return f"{case.title} has no items with both value and effort; give columns for the two to use_backlog."


def _chart() -> Any:
    from tpm_kit.figures.quadrants import Quadrants

    return Quadrants()


EXPLORER = Explorer(
    title="What fits the budget?",
    task="Value against effort, cut at the medians. Filled: the items that are worth most together.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
    lacks=_lacks,
)
