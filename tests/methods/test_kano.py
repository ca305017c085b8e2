"""The Kano tables, aggregation and coefficients against the published ski study and the table's own sums."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.kano import (
    ANSWERS,
    CATEGORIES,
    QUESTIONABLE_LIMIT,
    KanoInputError,
    UndefinedCoefficientError,
    aggregate,
    answers_needed,
    better,
    category,
    category_strength,
    enough,
    lead_interval,
    questionable_share,
    splits,
    tally,
    total_strength,
    worse,
)

# Published: the ski study of Sauerwein and others (1996), in percent, with the coefficients they print.
EDGE_GRIP = [7, 32.3, 49.3, 9.5, 0.3, 1.5]
EASE_OF_TURN = [10.4, 45.1, 30.5, 11.5, 0, 0]
SERVICE = [63.8, 21.6, 2.9, 8.5, 0, 0]

COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6).filter(any)
ANSWER_LISTS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=40)


def all_pairs():
    """Every pair of answers once, as functional and dysfunctional."""
    return zip(*itertools.product(ANSWERS, repeat=2), strict=True)


def test_the_classic_table_holds_as_many_of_each_as_published():
    assert tally(*all_pairs()).tolist() == [3, 1, 3, 9, 7, 2]


def test_pouliots_table_doubts_two_more_pairs():
    functional, dysfunctional = all_pairs()
    changed = category(functional, dysfunctional) != category(functional, dysfunctional, "pouliot")
    assert [(functional[i], dysfunctional[i]) for i in np.flatnonzero(changed)] == [(2, 2), (4, 4)]
    assert tally(functional, dysfunctional, "pouliot").tolist() == [3, 1, 3, 7, 7, 4]


@pytest.mark.parametrize(
    ("pair", "letter"),
    [((1, 5), "O"), ((1, 3), "A"), ((3, 5), "M"), ((2, 4), "I"), ((5, 2), "R"), ((1, 1), "Q"), ((5, 5), "Q")],
)
def test_one_pair_gives_one_letter(pair, letter):
    assert category(*pair) == letter
    assert type(category(*pair)) is str


def test_a_sheet_of_answers_gives_a_tally_for_each_feature():
    functional = [[1, 2], [1, 2], [3, 2]]
    dysfunctional = [[3, 5], [5, 5], [3, 1]]
    assert tally(functional, dysfunctional).tolist() == [[1, 1, 0, 1, 0, 0], [0, 0, 2, 0, 1, 0]]


@given(ANSWER_LISTS)
def test_swapped_questions_turn_what_matters_into_reverse(pairs):
    functional, dysfunctional = zip(*pairs, strict=True)
    right, swapped = tally(functional, dysfunctional), tally(dysfunctional, functional)
    assert right.sum() == swapped.sum() == len(pairs)
    assert swapped[4] == right[:3].sum()
    assert right[4] == swapped[:3].sum()
    assert right[[3, 5]].tolist() == swapped[[3, 5]].tolist()


@pytest.mark.parametrize(
    ("counts", "letter", "up", "down"),
    [(EDGE_GRIP, "M", 0.40, -0.83), (EASE_OF_TURN, "O", 0.57, -0.78), (SERVICE, "A", 0.88, -0.25)],
    ids=["edge grip", "ease of turn", "service"],
)
def test_the_published_ski_study(counts, letter, up, down):
    assert aggregate(counts) == aggregate(counts, "berger") == letter
    assert better(counts) == pytest.approx(up, abs=0.005)
    assert worse(counts) == pytest.approx(down, abs=0.005)


def test_the_ski_study_in_one_call_and_to_three_places():
    study = [EDGE_GRIP, EASE_OF_TURN, SERVICE]
    assert aggregate(study).tolist() == ["M", "O", "A"]
    assert better(study) == pytest.approx([0.401, 0.569, 0.882], abs=0.0005)
    assert worse(study) == pytest.approx([-0.832, -0.775, -0.253], abs=0.0005)


@pytest.mark.parametrize(
    ("counts", "letter"),
    [
        ([5, 5, 5, 5, 5, 5], "M"),
        ([5, 5, 0, 5, 0, 0], "O"),
        ([5, 0, 0, 5, 0, 5], "A"),
        ([0, 0, 0, 5, 5, 5], "I"),
        ([0, 0, 0, 0, 5, 5], "R"),
        ([4, 0, 0, 0, 0, 5], "Q"),
        ([4, 0, 0, 0, 5, 0], "R"),
    ],
)
def test_ties_go_to_what_hurts_most_and_last_to_reverse_and_questionable(counts, letter):
    assert aggregate(counts) == letter


def test_bergers_rule_and_the_mode_part_where_the_moved_are_split():
    split = [10, 9, 8, 20, 0, 0]
    assert (aggregate(split), aggregate(split, "berger")) == ("I", "A")
    halves = [10, 0, 0, 9, 1, 0]
    assert (aggregate(halves), aggregate(halves, "berger")) == ("A", "I")


def test_reverse_and_questionable_stay_out_of_the_coefficients():
    assert better([3, 1, 2, 4, 0, 0]) == better([3, 1, 2, 4, 50, 30]) == 0.4
    assert worse([3, 1, 2, 4, 50, 30]) == -0.3
    assert math.copysign(1, worse([3, 0, 0, 1, 0, 0])) == 1


def test_a_feature_of_reverse_and_questionable_alone_has_no_coefficient():
    with pytest.raises(UndefinedCoefficientError, match="row 2: there is no Better or Worse when every"):
        better([[1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 3, 1]])
    with pytest.raises(UndefinedCoefficientError, match=r"^there is no Better"):
        worse([0, 0, 0, 0, 3, 0])


def test_strengths_are_shares_of_all_answers():
    counts = [10, 6, 20, 8, 4, 2]
    assert category_strength(counts) == pytest.approx(0.2)
    assert total_strength(counts) == pytest.approx(0.72)
    assert questionable_share(counts) == pytest.approx(0.04)
    assert questionable_share([[5, 0, 0, 0, 0, 1], counts])[0] > QUESTIONABLE_LIMIT
    assert category_strength([5, 5, 0, 0, 0, 0]) == 0


@given(COUNTS)
def test_coefficients_and_strengths_keep_their_bounds(counts):
    assert 0 <= category_strength(counts) <= 1
    assert 0 <= total_strength(counts) + questionable_share(counts) <= 1 + 1e-9
    if any(counts[:4]):
        assert 0 <= better(counts) <= 1
        assert -1 <= worse(counts) <= 0


@given(COUNTS, st.integers(2, 9))
def test_counts_and_shares_give_the_same_category(counts, times):
    for rule in ("mode", "berger"):
        assert aggregate(counts, rule) == aggregate([count * times for count in counts], rule)
        assert counts[list(CATEGORIES).index(aggregate(counts, rule))] > 0


def test_two_segments_may_hide_behind_one_category():
    split = splits({"cafés": [14, 2, 3, 6, 0, 0], "chains": [2, 3, 20, 5, 0, 0]})
    assert (split.whole, split.differing) == ("M", {"cafés": "A"})
    # Together they are what neither is.
    split = splits({"north": [10, 0, 0, 7, 0, 0], "south": [0, 0, 10, 7, 0, 0]})
    assert (split.whole, split.differing) == ("I", {"north": "A", "south": "M"})


def test_segments_that_agree_do_not_differ():
    split = splits({"cafés": [1, 0, 5, 2, 0, 0], "chains": [0, 3, 9, 1, 0, 0]})
    assert (split.whole, split.differing) == ("M", {})
    assert dict(split.segments) == {"cafés": "M", "chains": "M"}


@pytest.mark.parametrize(
    ("first", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons_as_newcombe_published_it(first, n, low, high):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3; here of the larger share."""
    assert lead_interval([first, 0, n - first, 0, 0, 0]) == pytest.approx((1 - high, 1 - low), abs=0.00005)


@given(COUNTS, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_enough_is_an_interval_wholly_above_a_half(counts, confidence):
    low, high = lead_interval(counts, confidence)
    assert low > -1e-12
    assert low <= high <= 1 + 1e-12
    if abs(low - 0.5) > 1e-9:
        assert enough(counts, confidence) is (low > 0.5)


@given(COUNTS)
def test_the_answers_needed_are_the_fewest_that_are_enough(counts):
    needed = answers_needed(counts)
    assert enough(counts) is (needed <= sum(counts))
    first, second = sorted(counts)[:3:-1]
    if first == second:
        assert needed == math.inf
    else:
        z = 1.959963984540054
        for answers, holds in ((needed, True), (needed - 1, False)):
            scale = answers / sum(counts)
            assert ((first - second) * scale > z * math.sqrt((first + second) * scale) * (1 - 1e-12)) is holds


@pytest.mark.parametrize("bad", [0, 6, 2.5, -1, math.inf])
def test_an_answer_off_the_scale_is_named_with_its_place(bad):
    with pytest.raises(KanoInputError, match=f"^row 2: the functional answer is {bad:g}; .*from 1 to 5"):
        category([1, bad], [5, 5])


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_missing_answer_is_never_counted(missing):
    with pytest.raises(KanoInputError, match=r"^row 2, column 1: the dysfunctional answer is missing"):
        tally([[1, 1], [1, 1]], [[5, 5], [missing, 5]])
    with pytest.raises(KanoInputError, match=r"^the functional answer is missing"):
        category(missing, 1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: category([1, 2], [1]), "2 functional, 1 dysfunctional"),
        (lambda: category([[1, 2], [1]], [[1, 2], [1]]), "rows of equal length"),
        (lambda: category("like", 1), "must be numbers"),
        (lambda: category(1, 1, "modern"), "no table 'modern'; use classic or pouliot"),
        (lambda: category([[[1]]], [[[1]]]), "respondents × features"),
        (lambda: aggregate([1, 2, 3]), "in the order A O M I R Q"),
        (lambda: aggregate([1, 2, 3, 4, 5, 6], "mean"), "no rule 'mean'; use mode or berger"),
        (
            lambda: aggregate([[1] * 6, [1, 2, -3, 0, 0, 0]]),
            "row 2: the count of M is -3; it must be 0 or more",
        ),
        (lambda: better([1, None, 0, 0, 0, 0]), "^the count of O is missing; "),
        (lambda: worse([0] * 6), "^all counts are 0"),
        (lambda: enough(EDGE_GRIP), "whole counts of one feature, not shares"),
        (lambda: enough([[1] * 6]), "whole counts of one feature"),
        (lambda: enough([1] * 6, 95), "confidence must lie between 0 and 1, such as 0.95, not 95"),
        (lambda: splits({}), "no segment"),
        (lambda: splits({"cafés": [0] * 6}), "^cafés: all counts are 0"),
        (lambda: splits({"cafés": [0.5] * 6}), "^cafés: give the six whole counts"),
    ],
)
def test_what_cannot_be_rated_is_refused_in_a_sentence(call, words):
    with pytest.raises(KanoInputError, match=words):
        call()
