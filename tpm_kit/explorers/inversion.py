"""Where the matrix lies: two risks on it, and what each is expected to cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpm_kit.case import Case
from tpm_kit.exercises.risk.pairs import Exposed, edges, on_chart, printed, same, standing, sum_of
from tpm_kit.exercises.risk.register import policy
from tpm_kit.explorers import Explorer, Range

STEPS = 200
"""Steps of a slider from no loss to the largest that is drawn."""


def pair(values: Mapping[str, float]) -> tuple[Exposed, Exposed]:
    """Return the two risks that the sliders set."""
    return (
        Exposed("A", values["chance_a"] / 100, values["loss_a"]),
        Exposed("B", values["chance_b"] / 100, values["loss_b"]),
    )


def _sliders(case: Case) -> dict[str, Range]:
    likelihoods, impacts = edges(case)
    step = impacts[-1] / STEPS
    unit = f"thousand {policy(case).currency}"

    def chance(name: str, band: int) -> Range:
        middle = round(50 * (likelihoods[band] + likelihoods[band + 1]))
        return Range(f"Chance of {name}", 1, 99, 1, min(max(middle, 1), 99), "%")

    def loss(name: str, band: int) -> Range:
        middle = (impacts[band] + impacts[band + 1]) / 2
        start = max(1, round(middle / step)) * step
        return Range(f"Loss of {name}", step, impacts[-1], step, round(start, 6), unit)

    return {
        "chance_a": chance("A", 3),
        "loss_a": loss("A", 2),
        "chance_b": chance("B", 1),
        "loss_b": loss("B", 3),
    }


def verdict(one: Exposed, other: Exposed, case: Case) -> str:
    """Return what is to be seen of two risks, in a short sentence without its full stop."""
    ranks = standing(one, case), standing(other, case)
    if same(one.expected, other.expected):
        if ranks[0] == ranks[1]:
            return "The matrix and the expected loss put both level"
        upper = one if ranks[0] > ranks[1] else other
        return f"The same loss is expected of both, and the matrix ranks {upper.name} higher"
    dear, cheap = (one, other) if one.expected > other.expected else (other, one)
    by_rank = standing(dear, case), standing(cheap, case)
    if by_rank[0] == by_rank[1]:
        return f"The matrix does not tell them apart, and {dear.name} is expected to cost more"
    if by_rank[0] > by_rank[1]:
        return f"Matrix and expected loss agree: {dear.name} comes first"
    return (
        f"The wrong way round: the matrix ranks {cheap.name} first, and {dear.name} is expected to cost more"
    )


def _plotted(values: Mapping[str, float], case: Case) -> dict[str, Any]:
    one, other = pair(values)
    return on_chart((one, other), verdict(one, other, case), case)


def _says(values: Mapping[str, float], case: Case) -> str:
    one, other = pair(values)
    dear, cheap = (one, other) if one.expected >= other.expected else (other, one)
    text = " ".join(
        f"{risk.name}: {sum_of(risk, case)} expected; the matrix says {printed(risk, case)}."
        for risk in (one, other)
    )
    times = dear.expected / cheap.expected
    end = ""
    if not same(dear.expected, cheap.expected):
        much = f"{times:,.0f}" if times >= 9.95 else f"{times:.1f}"
        end = f", {much} times as much" if times >= 1.05 else ", by a little"
    return f"{text} {verdict(one, other, case)}{end}."


def _chart() -> Any:
    from tpm_kit.figures.risk_matrix import RiskMatrix

    return RiskMatrix()


EXPLORER = Explorer(
    title="Where does the matrix lie?",
    task="Two risks, each with a chance and a loss. Along a dashed curve the expected loss is the same, "
    "whatever the cells say. Look for a pair that the matrix ranks the wrong way round.",
    sliders=_sliders,
    chart=_chart,
    plotted=_plotted,
    says=_says,
)
