"""The weighted decision matrix: how much the best option hangs on the weight of one criterion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from tpm_kit.case import Case
from tpm_kit.exercises.wording import percent
from tpm_kit.explorers import Explorer, Range
from tpm_kit.methods.weighted_matrix import flip_points, reweighted, weighted_scores


class Matrix(NamedTuple):
    """Options and criteria by name, weights of the criteria, scores of shape (options, criteria)."""

    options: list[str]
    criteria: list[str]
    weights: list[float]
    scores: np.ndarray


def matrix(case: Case) -> Matrix:
    """Return the case's table of options as a matrix."""
    rows = case.table("options")
    options = list(dict.fromkeys(row["title"] for row in rows))
    weights = {row["criterion"]: row["weight"] for row in rows}
    scores = np.zeros((len(options), len(weights)))
    for row in rows:
        scores[options.index(row["title"]), list(weights).index(row["criterion"])] = row["score"]
    return Matrix(options, list(weights), list(weights.values()), scores)


def _sliders(case: Case) -> dict[str, Range]:
    first = matrix(case)
    return {"weight": Range(f"Weight of {first.criteria[0]}", 0, 1, 0.01, first.weights[0])}


def _totals(weight: float, table: Matrix) -> list[float]:
    return weighted_scores(table.scores, reweighted(table.weights, 0, weight)).tolist()


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    table = matrix(case)
    ends = zip(table.options, _totals(0, table), _totals(1, table), strict=True)
    return {
        "criterion": table.criteria[0],
        "options": list(ends),
        "flips": flip_points(table.scores, table.weights, 0).weights,
        "present": values["weight"],
    }


def _says(values: Mapping[str, float], case: Case) -> str:
    table = matrix(case)
    totals = dict(zip(table.options, _totals(values["weight"], table), strict=True))
    first, second, *_ = sorted(totals, key=totals.get, reverse=True)
    others = reweighted(table.weights, 0, values["weight"])[1:]
    rest = ", ".join(
        f"{name} {percent(weight)}" for name, weight in zip(table.criteria[1:], others, strict=True)
    )
    digits = 2 if round(totals[first], 2) != round(totals[second], 2) else 3
    best, next_best = (f"{totals[name]:.{digits}f}" for name in (first, second))
    if best == next_best:
        lead = f"{first} and {second} are level with {best}"
    else:
        lead = f"{first} leads with {best}, before {second} with {next_best}"
    return f"The others keep their proportions: {rest}. {lead}."


def _chart() -> Any:
    from tpm_kit.figures.flip_points import FlipPoints

    return FlipPoints(scale=(1, 10))


EXPLORER = Explorer(
    title="What if it mattered more?",
    task="Move the weight of one criterion, and see where another option takes the lead.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
    lacks=lambda case: (
        ""
        if case.table("options")
        else f"{case.title} has no table of options; the course's own case has one."
    ),
)
