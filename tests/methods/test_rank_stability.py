"""Rank stability against an enumeration of every combination of steps, in plain Python."""

from __future__ import annotations

import itertools
import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.rank_stability import (
    Absolute,
    Relative,
    Scale,
    StabilityInputError,
    rank_stability,
)

IMPACT = Scale([0.25, 0.5, 1, 2, 3])
CONFIDENCE = Scale([0.5, 0.8, 1])
BACKLOG = {
    "reach": [2000, 5000, 450, 1200, 800, 3000, 600, 90],
    "impact": [2, 0.5, 3, 1, 2, 0.25, 1, 3],
    "confidence": [0.8, 1, 0.5, 0.8, 0.8, 1, 0.5, 1],
    "effort": [3, 1, 2, 1.5, 2, 0.5, 1, 4],
}
STEPS = {
    "reach": Relative(0.2),
    "impact": IMPACT,
    "confidence": CONFIDENCE,
    "effort": Absolute(0.5, least=0.5),
}


def product(reach, impact, confidence, effort):
    """The score of the examples."""
    return reach * impact * confidence / effort


def enumerated(levels, score, k):
    """Every combination of steps, each as likely: share in the top k and mean rank of each item.

    `levels` holds for each column, for each item, its three values.
    """
    items = len(levels[0])
    inside, ranks, runs = [0.0] * items, [0.0] * items, 0
    for choice in itertools.product(range(3), repeat=items * len(levels)):
        picks = iter(choice)
        values = [[column[item][next(picks)] for item in range(items)] for column in levels]
        scores = [score(*row) for row in zip(*values, strict=True)]
        runs += 1
        for item, own in enumerate(scores):
            above = sum(other > own + 1e-9 for other in scores)
            tied = sum(abs(other - own) <= 1e-9 for other in scores)
            inside[item] += min(max((k - above) / tied, 0), 1)
            ranks[item] += above + (tied + 1) / 2
    return [share / runs for share in inside], [rank / runs for rank in ranks]


@pytest.mark.parametrize("k", [1, 2, 3])
def test_draws_agree_with_every_combination(k):
    """3 items × 2 columns: 729 combinations, with ties and both ends of a scale."""
    value, effort = [1, 2, 2], [1, 1.5, 2]
    levels = [
        [(0.5, 1, 2), (1, 2, 3), (1, 2, 3)],
        [(1, 1, 1.5), (1, 1.5, 2), (1.5, 2, 2.5)],
    ]
    shares, means = enumerated(levels, lambda value, effort: value / effort, k)
    found = rank_stability(
        {"value": value, "effort": effort},
        lambda value, effort: value / effort,
        k,
        {"value": IMPACT, "effort": Absolute(0.5, least=1)},
        runs=100_000,
    )
    assert found.top_share == pytest.approx(shares, abs=0.008)
    assert found.mean_rank == pytest.approx(means, abs=0.015)


def test_a_relative_step_agrees_with_every_combination():
    reach, effort = [100, 120, 150], [1, 1, 2]
    levels = [
        [(80, 100, 120), (96, 120, 144), (120, 150, 180)],
        [(1, 1, 2), (1, 1, 2), (1, 2, 3)],
    ]
    shares, means = enumerated(levels, lambda reach, effort: reach / effort, 1)
    found = rank_stability(
        {"reach": reach, "effort": effort},
        lambda reach, effort: reach / effort,
        1,
        {"reach": Relative(0.2), "effort": Scale([1, 2, 3])},
        runs=100_000,
    )
    assert found.top_share == pytest.approx(shares, abs=0.008)
    assert found.mean_rank == pytest.approx(means, abs=0.015)


def test_ranks_that_no_step_can_change_are_certain():
    found = rank_stability(
        {"reach": [1000, 100, 10]}, lambda reach: reach, 1, {"reach": Relative(0.5)}, runs=50
    )
    assert found.top_share.tolist() == [1, 0, 0]
    assert found.mean_rank.tolist() == found.low_rank.tolist() == found.high_rank.tolist() == [1, 2, 3]


def test_the_fifth_and_the_ninety_fifth_percentile_are_ranks_that_occur():
    """Two equal items, one step of which decides: ranks 1, 1.5 and 2 with chance 1/3 each."""
    found = rank_stability({"size": [2, 2]}, lambda size: size, 1, {"size": Scale([1, 2, 3])})
    assert found.low_rank.tolist() == [1, 1]
    assert found.high_rank.tolist() == [2, 2]
    # Rank 2 in one run of nine for the first of these: past the 5th percentile, short of the 95th.
    found = rank_stability({"size": [3, 1]}, lambda size: size, 1, {"size": Scale([1, 2, 3])}, runs=20_000)
    assert found.high_rank[0] == 1.5
    assert found.low_rank[0] == 1


def test_ties_at_the_cut_share_the_places_left():
    found = rank_stability({"value": [5, 3, 3, 3]}, lambda value: value, 3, {}, runs=1)
    assert found.top_share == pytest.approx([1, 2 / 3, 2 / 3, 2 / 3])
    assert found.mean_rank.tolist() == [1, 3, 3, 3]


def test_scores_that_differ_by_rounding_are_tied():
    found = rank_stability({"value": [0.3, 0.1 + 0.2, 0]}, lambda value: value * 1e6, 1, {}, runs=1)
    assert found.top_share.tolist() == [0.5, 0.5, 0]


def test_a_step_stays_at_the_ends_of_its_scale():
    assert IMPACT.around(np.array([0.25, 1, 3]), "impact").tolist() == [
        [0.25, 0.5, 2],
        [0.25, 1, 3],
        [0.5, 2, 3],
    ]
    step = Absolute(0.5, least=0.5, most=4)
    assert step.around(np.array([0.5, 0.8, 1, 4]), "effort").tolist() == [
        [0.5, 0.8, 0.5, 3.5],
        [0.5, 0.8, 1, 4],
        [1, 1.3, 1.5, 4],
    ]
    assert Relative(0.2).around(np.array([100.0]), "reach").tolist() == [[80], [100], [120]]


def test_a_scale_need_not_be_given_in_order():
    assert Scale([3, 1, 2]).around(np.array([2.0]), "size").tolist() == [[1], [2], [3]]


def test_each_input_moves_by_itself_and_each_step_is_as_likely():
    seen = {}

    def score(reach, impact, confidence, effort):
        seen.update(reach=reach / BACKLOG["reach"], effort=np.array(effort))
        return product(reach, impact, confidence, effort)

    rank_stability(BACKLOG, score, 3, STEPS, runs=20_000)
    for factor in (0.8, 1, 1.2):
        assert np.isclose(seen["reach"], factor).mean(axis=0) == pytest.approx([1 / 3] * 8, abs=0.02)
    together = np.corrcoef(np.hstack([seen["reach"], seen["effort"]]).T) - np.eye(16)
    assert abs(together).max() < 0.04


def test_a_column_without_a_step_stays():
    whole = rank_stability(BACKLOG, product, 3, {}, runs=1)
    # Scores 1,066.67, 2,500, 337.5, 640, 640, 1,500, 300 and 67.5: the two of 640 share ranks 4 and 5.
    assert whole.mean_rank.tolist() == [3, 1, 6, 4.5, 4.5, 2, 7, 8]
    assert np.flatnonzero(whole.top_share).tolist() == [0, 1, 5]


def test_the_same_seed_gives_the_same_result_and_another_much_the_same():
    once, again = (rank_stability(BACKLOG, product, 3, STEPS, seed=7) for _ in range(2))
    other = rank_stability(BACKLOG, product, 3, STEPS, seed=8)
    assert once.top_share.tolist() == again.top_share.tolist()
    assert once.top_share.tolist() != other.top_share.tolist()
    assert once.top_share == pytest.approx(other.top_share, abs=0.06)


@given(
    st.lists(st.tuples(st.sampled_from(IMPACT.values), st.integers(1, 9)), min_size=1, max_size=7),
    st.data(),
)
def test_shares_add_up_to_the_places_and_ranks_to_their_sum(rows, data):
    value, effort = zip(*rows, strict=True)
    items = len(rows)
    k = data.draw(st.integers(1, items))
    steps = {"value": IMPACT, "effort": Absolute(1, least=1)}
    found = rank_stability(
        {"value": value, "effort": effort}, lambda value, effort: value / effort, k, steps, runs=40
    )
    assert math.fsum(found.top_share) == pytest.approx(k)
    assert statistics.fmean(found.mean_rank) == pytest.approx((items + 1) / 2)
    assert (found.low_rank <= found.high_rank).all()
    assert ((found.low_rank >= 1) & (found.high_rank <= items)).all()


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_missing_number_is_named_with_its_column_and_row(missing):
    with pytest.raises(StabilityInputError, match=r"^reach, row 2: the value is missing; give a number"):
        rank_stability({"reach": [1, missing]}, lambda reach: reach, 1, {})


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (dict(inputs={}), "there are no inputs"),
        (dict(inputs={"value": []}), "value must be a list of numbers"),
        (dict(inputs={"value": ["much"]}), "value must be numbers"),
        (dict(inputs={"value": [1, math.inf]}), "value, row 2: the value is inf"),
        (dict(inputs={"value": [1, 2], "cost": [1]}), "columns differ in length: value has 2, cost has 1"),
        (dict(steps={"worth": Relative(0.1)}), "a step for worth, but no such column"),
        (dict(steps={"value": Relative(20)}), "the step of value must be a share between 0 and 1, not 20"),
        (dict(steps={"value": Absolute(0)}), "the step of value must be a number above 0, not 0"),
        (dict(steps={"value": Scale([1, 3])}), "value, row 2: 2 is not on the scale 1, 3"),
        (dict(steps={"value": Scale([1, None])}), "the scale of value, row 2: the value is missing"),
        (dict(k=0), "k must be a whole number from 1 to 3, the number of items, not 0"),
        (dict(k=4), "from 1 to 3, the number of items, not 4"),
        (dict(k=1.5), "not 1.5"),
        (dict(runs=0), "runs must be a whole number above 0, not 0"),
        (dict(score=lambda value: value[0]), r"shape \(2000, 3\), not \(3,\)"),
        (dict(score=lambda value: np.where(value == 2, np.nan, value)), "row 2: the score is no number"),
    ],
)
def test_what_cannot_be_varied_is_refused_in_a_sentence(call, words):
    whole = dict(inputs={"value": [1, 2, 3]}, score=lambda value: value, k=1, steps={})
    with pytest.raises(StabilityInputError, match=words):
        rank_stability(**(whole | call))
