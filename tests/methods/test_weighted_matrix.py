"""The weighted matrix against the domain reference's example, and flip points against a grid."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.weighted_matrix import (
    MatrixInputError,
    WeightSumError,
    dominated,
    flip_points,
    knocked_out,
    normalised,
    reweighted,
    weighted_scores,
)

# Computed for the domain reference, not published: criteria are fit, cost and time.
BUILD, BUY, OPEN_SOURCE = 0, 1, 2
SCORES = [[9, 4, 3], [6, 7, 8], [7, 8, 4]]
WEIGHTS = [0.40, 0.35, 0.25]


@st.composite
def matrices(draw):
    """Scores, weights that add up to 1, and a criterion whose fellows weigh something."""
    options, criteria = draw(st.integers(1, 6)), draw(st.integers(2, 5))
    row = st.lists(st.integers(1, 10), min_size=criteria, max_size=criteria)
    scores = draw(st.lists(row, min_size=options, max_size=options))
    raw = draw(st.lists(st.integers(1, 9), min_size=criteria, max_size=criteria))
    return scores, [weight / sum(raw) for weight in raw], draw(st.integers(0, criteria - 1))


def test_the_totals_of_the_domain_reference():
    assert weighted_scores(SCORES, WEIGHTS) == pytest.approx([5.75, 6.85, 6.60])
    assert weighted_scores(SCORES, [40, 35, 25]) == pytest.approx([5.75, 6.85, 6.60])


def test_the_flip_points_of_the_domain_reference():
    flips = flip_points(SCORES, WEIGHTS, 0)
    assert flips.weights == pytest.approx((0.520, 0.579), abs=0.0005)
    assert flips.leaders == ((BUY,), (OPEN_SOURCE,), (BUILD,))


def test_flip_points_are_where_the_lines_cross():
    # Two criteria: totals are 10 − 9w, 1 + 9w and 6 for every w, so 6 leads between 4/9 and 5/9.
    flips = flip_points([[1, 10], [10, 1], [6, 6]], [0.5, 0.5], 0)
    assert flips.weights == pytest.approx((4 / 9, 5 / 9), abs=1e-12)
    assert flips.leaders == ((0,), (2,), (1,))


def test_options_that_only_touch_the_lead_have_no_stretch_of_their_own():
    flips = flip_points([[1, 9], [9, 1], [5, 5]], [0.5, 0.5], 0)
    assert flips.weights == pytest.approx((0.5,))
    assert flips.leaders == ((0,), (1,))


def test_a_lead_that_changes_at_the_very_ends_is_no_flip():
    assert flip_points([[5, 8], [6, 8]], [0.5, 0.5], 0) == ((), ((1,),))
    assert flip_points([[6, 8], [6, 2]], [0.5, 0.5], 0) == ((), ((0,),))


def test_equal_options_lead_together():
    flips = flip_points([[2, 9], [7, 3], [2, 9]], [0.5, 0.5], 0)
    assert flips.leaders == ((0, 2), (1,))
    # Differing scores with the same total: 0.35·6 + 0.25·4 = 0.35·1 + 0.25·11, on a scale that goes so far.
    assert flip_points([[5, 6, 4], [5, 1, 11]], WEIGHTS, 0, scale=(1, 11)) == ((), ((0, 1),))


@given(matrices())
def test_flip_points_agree_with_the_totals_at_every_weight(matrix):
    scores, weights, criterion = matrix
    flips = flip_points(scores, weights, criterion)
    assert len(flips.leaders) == len(flips.weights) + 1
    assert list(flips.weights) == sorted(flips.weights)
    assert all(0 < weight < 1 for weight in flips.weights)
    for weight in np.linspace(0, 1, 41):
        if any(abs(weight - flip) < 1e-6 for flip in flips.weights) or weight in (0, 1):
            continue
        totals = weighted_scores(scores, reweighted(weights, criterion, weight))
        best = set(np.flatnonzero(totals >= totals.max() - 1e-9).tolist())
        assert best == set(flips.leaders[np.searchsorted(flips.weights, weight)])


@given(matrices())
def test_at_a_flip_point_both_neighbours_lead(matrix):
    scores, weights, criterion = matrix
    flips = flip_points(scores, weights, criterion)
    for at, flip in enumerate(flips.weights):
        totals = weighted_scores(scores, reweighted(weights, criterion, flip))
        for leader in (*flips.leaders[at], *flips.leaders[at + 1]):
            assert totals[leader] == pytest.approx(totals.max())
        assert not set(flips.leaders[at]) & set(flips.leaders[at + 1])


@given(matrices(), st.floats(0, 1))
def test_moving_a_weight_keeps_the_whole_and_the_others_proportions(matrix, weight):
    _, weights, criterion = matrix
    moved = reweighted(weights, criterion, weight)
    assert moved.sum() == pytest.approx(1)
    assert moved[criterion] == weight
    others = [place for place in range(len(weights)) if place != criterion]
    assert [moved[place] * weights[others[0]] for place in others] == pytest.approx(
        [moved[others[0]] * weights[place] for place in others]
    )
    assert reweighted(weights, criterion, weights[criterion]) == pytest.approx(weights)


@given(matrices())
def test_no_weights_make_a_dominated_option_better_than_its_dominator(matrix):
    scores, weights, _ = matrix
    totals = weighted_scores(scores, weights)
    for option, dominators in dominated(scores).items():
        assert option not in dominators
        assert all(totals[better] > totals[option] for better in dominators)


def test_dominated_options_are_named_with_what_beats_them():
    assert dominated([[5, 5], [5, 7], [9, 1], [6, 8]]) == {0: (1, 3), 1: (3,)}
    assert dominated([[5, 5], [5, 5]]) == {}


def test_a_score_below_the_minimum_is_out_whatever_the_total():
    assert knocked_out(SCORES, [None, 5, 4]) == {BUILD: (1, 2)}
    assert knocked_out(SCORES, [7, 8, 4]) == {BUILD: (1, 2), BUY: (0, 1)}
    assert knocked_out(SCORES, [None] * 3) == {}


@pytest.mark.parametrize(
    ("weights", "total"), [([0.4, 0.4, 0.4], 1.2), ([40, 40, 19], 99), ([4, 3, 3], 10), ([0, 0, 0], 0)]
)
def test_weights_that_make_no_whole_are_refused_with_their_sum(weights, total):
    with pytest.raises(
        WeightSumError, match=f"add up to {total:g}; they must add up to 1, or to 100"
    ) as error:
        weighted_scores(SCORES, weights)
    assert error.value.total == pytest.approx(total)


def test_weights_that_are_whole_but_for_rounding_are_taken():
    assert normalised([0.1] * 10).sum() == pytest.approx(1)
    assert normalised([100 / 3] * 3) == pytest.approx([1 / 3] * 3)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: weighted_scores([[1, 2], [3, None]], [0.5, 0.5]),
            "scores, row 2, column 2: the value is miss",
        ),
        (
            lambda: weighted_scores([[1, 2], [math.nan, 2]], [0.5, 0.5]),
            "row 2, column 1: the value is missing",
        ),
        (lambda: weighted_scores([[1, math.inf]], [0.5, 0.5]), "row 1, column 2: the value is inf"),
        (lambda: weighted_scores([[1, 11]], [0.5, 0.5]), "row 1, column 2: 11 is off the scale of 1 to 10"),
        (lambda: weighted_scores([[0, 1]], [0.5, 0.5], scale=(1, 5)), "0 is off the scale of 1 to 5"),
        (lambda: weighted_scores([[1, 2, 3]], [0.5, 0.5]), "3 scores in each row, but 2 weights"),
        (lambda: weighted_scores([[1, 2], [3]], [0.5, 0.5]), "in rows of equal length"),
        (lambda: weighted_scores([["good"]], [1]), "scores must be numbers"),
        (lambda: weighted_scores([1, 2], [0.5, 0.5]), "scores must be options × criteria"),
        (lambda: weighted_scores([], []), "scores must be options × criteria"),
        (lambda: normalised([[1]]), "weights must be one number for each criterion"),
        (lambda: normalised([0.5, None, 0.5]), "weights, column 2: the value is missing"),
        (lambda: normalised([1.5, -0.5]), "weights, column 2: -0.5 is below 0"),
        (lambda: flip_points(SCORES, WEIGHTS, 3), "no criterion 3; count them from 0 to 2"),
        (lambda: flip_points(SCORES, [1, 0, 0], 0), "the other criteria weigh nothing"),
        (lambda: reweighted(WEIGHTS, 0, 40), "between 0 and 1, not 40"),
        (lambda: reweighted(WEIGHTS, 0, math.nan), "between 0 and 1, not nan"),
        (lambda: dominated([[1, None]]), "row 1, column 2: the value is missing"),
        (lambda: knocked_out(SCORES, [1, 2]), "3 scores in each row, but 2 minimums"),
        (lambda: knocked_out(SCORES, [1, 2, math.nan]), "minimums, column 3: the value is missing"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(call, words):
    with pytest.raises(MatrixInputError, match=words):
        call()
