"""Ranks and ties, and the checked columns that all scoring methods share."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods import ranks
from tpm_kit.methods.columns import InputError, column, plain, same_length
from tpm_kit.methods.ranks import ties

SCORES = st.lists(st.integers(-5, 5) | st.floats(-1e6, 1e6), max_size=12)


def test_the_highest_is_first_and_ties_share_the_best_rank():
    assert ranks.ranks([3, 9, 9, 1, 3, 9]).tolist() == [4, 1, 1, 6, 4, 1]
    assert ties([3, 9, 9, 1, 3, 9]) == [[1, 2, 5], [0, 4]]
    assert ties([3, 2, 1]) == []


def test_no_items_have_no_ranks():
    assert ranks.ranks([]).tolist() == ties([]) == []


def test_sums_that_differ_only_in_the_last_binary_digit_are_tied():
    assert 0.1 + 0.2 != 0.3
    assert ranks.ranks([0.1 + 0.2, 0.3]).tolist() == [1, 1]
    assert ranks.ranks([0.30000001, 0.3]).tolist() == [1, 2]


@given(SCORES)
def test_a_rank_is_one_more_than_the_number_of_better_scores(scores):
    rounded = [float(f"{score:.12g}") for score in scores]
    assert ranks.ranks(scores).tolist() == [1 + sum(other > score for other in rounded) for score in rounded]


@given(SCORES)
def test_ties_are_the_items_that_share_a_rank(scores):
    places = ranks.ranks(scores).tolist()
    shared = {at for at, place in enumerate(places) if places.count(place) > 1}
    groups = ties(scores)
    assert sorted(at for group in groups for at in group) == sorted(shared)
    assert [places[group[0]] for group in groups] == sorted({places[at] for at in shared})


@pytest.mark.parametrize("missing", [None, math.nan, "", "  "])
def test_a_missing_score_is_named_and_not_ranked(missing):
    with pytest.raises(InputError, match=r"^score in row 2 is missing; give each item a score$") as caught:
        ranks.ranks([4, missing, 2])
    assert (caught.value.field, caught.value.row, caught.value.value) == ("score", 2, None)


@pytest.mark.parametrize("scores", [7, [[1, 2], [3, 4]]])
def test_ranks_are_of_one_list(scores):
    with pytest.raises(InputError, match="scores must be one list"):
        ranks.ranks(scores)


def any_number(values):
    return column("reach", values, lambda numbers: numbers == numbers, "give a number")


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("80%", "is '80%', which is not a number"),
        ("3", "is '3', which is not a number"),
        (True, "is True, which is not a number"),
        ([1, 2], r"is \[1, 2\], which is not a number"),
        (1j, "is 1j, which is not a number"),
        (10**400, "which is not a number"),
        (math.inf, "is inf"),
        (-math.inf, "is -inf"),
    ],
)
def test_what_is_no_finite_number_is_refused_with_its_row(value, seen):
    with pytest.raises(InputError, match=rf"^reach in row 3 .*{seen}.*; give a number$"):
        any_number([1, 2.5, value])


def test_a_single_number_has_no_row():
    with pytest.raises(InputError, match=r"^reach is missing; give a number$") as caught:
        any_number(None)
    assert caught.value.row is None


def test_a_column_may_come_as_list_tuple_array_or_table_of_variants():
    for values in ([1, 2], (1, Decimal("2")), np.array([1, 2]), np.array([1, 2], dtype=np.uint8)):
        assert any_number(values).tolist() == [1.0, 2.0]
    variants = np.array([[1.0, 2.0, 3.0], [1.0, math.nan, 3.0]])
    with pytest.raises(InputError, match="reach in row 2 is missing"):
        any_number(variants)


def test_the_values_given_are_not_changed():
    given_values = np.array([1.0, 2.0])
    any_number(given_values)[0] = 99
    assert given_values.tolist() == [1.0, 2.0]


def test_columns_of_unequal_length_are_refused_and_single_numbers_fit_all():
    same_length({"a": np.ones(3), "b": np.array(2.0), "c": np.ones((5, 3))})
    with pytest.raises(InputError, match=r"^a has 3 rows but c has 1; give each item one number$") as caught:
        same_length({"a": np.ones(3), "b": np.array(2.0), "c": np.ones(1)})
    assert caught.value.field == "c"


def test_plain_turns_a_single_number_into_a_float():
    assert type(plain(np.array(2.0))) is float
    assert type(plain(np.ones(1))) is np.ndarray
