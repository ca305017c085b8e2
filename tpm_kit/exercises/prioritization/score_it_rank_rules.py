"""What the feedback on the table of scores says of the ranks: how firm they are, ties, and ICE's conventions.

Codes ICE-… and PRI-… are those of the domain reference (sections 4 and 4.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Finding, rule
from tpm_kit.exercises.prioritization.score_it_cells import (
    RICE_INPUTS,
    ice_scores,
    months_text,
    places,
    rank_texts,
    rice_scores,
    score_text,
    scored_titles,
    usable,
)
from tpm_kit.exercises.prioritization.score_it_rules import Entry, entries, in_doubt
from tpm_kit.exercises.wording import names
from tpm_kit.methods.rank_stability import Absolute, Relative, Scale, rank_stability
from tpm_kit.methods.ranks import ties
from tpm_kit.methods.rice import CONFIDENCES, IMPACTS, rice

RUNS = 2000


def rice_steps(confidences: list[float]) -> dict[str, Scale | Relative | Absolute]:
    """Return the step of each RICE input: reach a fifth, impact and confidence the next value of their scale,
    effort half a month. Confidences off the scale are steps of their own."""
    return {
        "reach": Relative(0.2),
        "impact": Scale(list(IMPACTS)),
        "confidence": Scale([*CONFIDENCES, *confidences]),
        "effort": Absolute(0.5, least=0.5),
    }


def _span(low: float, high: float) -> str:
    """Return a range of ranks in words; items that tie have the mean of their ranks.

    >>> _span(2.0, 4.5), _span(3.0, 3.0)
    ('at ranks 2 to 4.5', 'at rank 3')
    """
    return f"at rank {low:g}" if low == high else f"at ranks {low:g} to {high:g}"


@rule("PRI-2", whole=True)
def ranks_are_firm(answer: Cells, case: Case) -> Iterator[Finding]:
    """Neighbours in rank change places when one input moves one step."""
    inputs = {one.item.id: usable(one.cells, *RICE_INPUTS) for one in entries(answer, case)}
    inputs = {id: numbers for id, numbers in inputs.items() if numbers}
    if len(inputs) < 2:
        return
    columns = dict(zip(RICE_INPUTS, map(list, zip(*inputs.values(), strict=True)), strict=True))
    scores = rice_scores(answer, case)
    close = _one_step_apart(columns, scores)
    pairs = len(scores) - 1
    if not close:
        seen = f"No single step of an input changes the order: the {len(scores)} scores lie far enough apart."
        yield Finding("good", seen)
        return
    first, second = close[0]
    title, rank = scored_titles(case), rank_texts(scores)
    found = rank_stability(columns, rice, k=1, steps=rice_steps(columns["confidence"]), runs=RUNS)
    low, high = (ends[list(scores).index(second)] for ends in (found.low_rank, found.high_rank))
    yield Finding(
        "note",
        f"One step of one input is enough to swap {len(close)} of {pairs} neighbours in rank, the closest "
        f"being {title[first]} ({score_text(scores[first])}, rank {rank[first]}) and {title[second]} "
        f"({score_text(scores[second])}, rank {rank[second]}).",
        f"When each input may be a step off, {title[second]} comes {_span(low, high)} in nine of ten of "
        f"{RUNS:,} runs.",
        "Take such neighbours for equal, and let a date, a dependency or a cheap test decide between them.",
    )


def _one_step_apart(columns: Mapping[str, list[float]], scores: Mapping[str, float]) -> list[tuple[str, str]]:
    """Return the neighbours in rank that one step of one input of one of them brings level or swaps, closest
    first."""
    steps = rice_steps(columns["confidence"])
    moved = []
    for column, step in steps.items():
        around = step.around(np.array(columns[column]), column)
        moved += list(rice(**{**columns, column: around}))
    lows, highs = (dict(zip(scores, map(pick, zip(*moved, strict=True)), strict=True)) for pick in (min, max))
    order = sorted(scores, key=scores.get, reverse=True)
    pairs = [
        (above, below)
        for above, below in pairwise(order)
        if lows[above] <= scores[below] or highs[below] >= scores[above]
    ]
    return sorted(pairs, key=lambda pair: scores[pair[0]] / scores[pair[1]])


@rule("PRI-7", whole=True)
def ties_are_declared(answer: Cells, case: Case) -> Iterator[Finding]:
    """Items share a rank."""
    title = scored_titles(case)
    for method, scores in (("RICE", rice_scores(answer, case)), ("ICE", ice_scores(answer, case))):
        ids, rank = list(scores), rank_texts(scores)
        for group in ties(list(scores.values())):
            first = ids[group[0]]
            yield Finding(
                "note",
                f"{names([title[ids[one]] for one in group], 8)} tie by {method} with "
                f"{score_text(scores[first])}: each has rank {rank[first]}.",
                "The method has no order for them; listing one above the other would make one up.",
                "Say that they tie, and by what else you choose between them.",
            )


@rule("ICE-1", whole=True)
def ease_is_not_effort(answer: Cells, case: Case) -> Iterator[Finding]:
    """Ease is given like effort: the larger the job, the higher."""
    rows = [one for one in entries(answer, case) if one.number("effort") and one.number("ease")]
    rows = [one for one in rows if not in_doubt(one)]
    pairs = [(big, small) for big in rows for small in rows if big.number("effort") > small.number("effort")]
    wrong = [pair for pair in pairs if pair[0].number("ease") > pair[1].number("ease")]
    right = [pair for pair in pairs if pair[0].number("ease") < pair[1].number("ease")]
    advice = "Give 10 to the job with the least work, and 1 to the one with the most."
    if len(wrong) > len(right) and len(wrong) > 1:
        big, small = max(wrong, key=_gap)
        yield Finding(
            "problem",
            f"Ease rises with effort in {len(wrong)} of {len(wrong) + len(right)} pairs, such as "
            f"{_compared(big, small)}.",
            "Ease is the opposite of effort. Upside down, it puts the dearest jobs first.",
            advice,
            (big.part("ease"), small.part("ease")),
        )
        return
    far = [pair for pair in wrong if pair[0].number("effort") >= 2 * pair[1].number("effort")]
    for big in {id(one[0]): one[0] for one in far}.values():
        small = max((pair for pair in far if pair[0] is big), key=_gap)[1]
        yield Finding(
            "caution",
            f"{_compared(big, small)}.",
            "A job of twice the effort or more is seldom the easier one. Ease is the opposite of effort.",
            advice,
            (big.part("ease"), small.part("ease")),
        )


def _gap(pair: tuple[Entry, Entry]) -> float:
    return pair[0].number("ease") - pair[1].number("ease")


def _compared(big: Entry, small: Entry) -> str:
    one, other = (
        f"{entry.item.title}: ease is {entry.number('ease'):g} for {months_text(entry.number('effort'))}"
        for entry in (big, small)
    )
    return f"{one}, and {other}"


@rule("ICE-2", whole=True)
def product_is_not_mean(answer: Cells, case: Case) -> Iterator[Finding]:
    """The two conventions of ICE, product and mean, rank the items differently."""
    product, mean = (places(ice_scores(answer, case, how)) for how in ("product", "mean"))
    moved = sorted((id for id in product if product[id] != mean[id]), key=lambda id: product[id])
    if moved:
        title = scored_titles(case)
        ranks = [f"{title[id]} ({product[id]} by the product, {mean[id]} by the mean)" for id in moved]
        yield Finding(
            "note",
            f"As a mean, ICE gives other ranks to {len(moved)} of {len(product)} items: {names(ranks, 3)}.",
            "Both ways are common. A mean forgives one low number, a product does not.",
            "Say which one a list uses; this table multiplies in every row.",
        )


RANK_RULES = (ranks_are_firm, ties_are_declared, ease_is_not_effort, product_is_not_mean)
