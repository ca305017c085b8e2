"""SAFe's WSJF against its published examples, and what it refuses."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.cost_of_delay import cd3
from tpm_kit.methods.wsjf import FIBONACCI, OffScaleError, SizeMissingError, WsjfInputError, unanchored, wsjf

POINTS = st.sampled_from(FIBONACCI)
GOOD = {"value": [1, 8], "urgency": [2, 1], "risk": [1, 3], "size": [1, 5]}


@pytest.mark.parametrize(("points", "score"), [((100, 50, 20, 10), 17), ((80, 30, 10, 5), 24)])
def test_the_published_examples_on_a_scale_of_their_own(points, score):
    """Published: BeginPM; its points are not on SAFe's scale."""
    assert wsjf(*points, scale=None) == score
    assert type(wsjf(*points, scale=None)) is float
    with pytest.raises(OffScaleError, match=r"^value is 1?[08]0; use one of 1, 2, 3, 5, 8, 13, 20$"):
        wsjf(*points)


def test_the_published_sum_of_points():
    """Published: Jason Yip, whose point is that this 9 is no money."""
    assert wsjf(1, 3, 5, 1) == 9


def test_a_big_item_may_lose_to_a_small_one():
    assert wsjf([20, 5], [13, 5], [8, 3], [20, 2]).tolist() == [2.05, 6.5]


@given(POINTS, POINTS, POINTS, POINTS)
def test_the_sum_is_divided_by_size(value, urgency, risk, size):
    assert wsjf(value, urgency, risk, size) == pytest.approx(cd3(value + urgency + risk, size))
    assert wsjf(value, urgency, risk, size) == wsjf(risk, value, urgency, size)


@pytest.mark.parametrize("field", list(GOOD))
@pytest.mark.parametrize("number", [0, 4, 21, -1, 1.5, math.inf])
def test_a_number_off_the_scale_is_named(field, number):
    with pytest.raises(OffScaleError, match=rf"^{field} in row 2 is {number}; use one of 1, 2, 3") as caught:
        wsjf(**{**GOOD, field: [1, number]})
    assert (caught.value.field, caught.value.row, caught.value.value) == (field, 2, number)


@pytest.mark.parametrize("field", list(GOOD))
@pytest.mark.parametrize("missing", [None, math.nan, ""])
def test_a_missing_number_is_named_and_a_missing_size_by_its_own_error(field, missing):
    with pytest.raises(WsjfInputError, match=rf"^{field} in row 1 is missing; use one of") as caught:
        wsjf(**{**GOOD, field: [missing, 1]})
    assert type(caught.value) is (SizeMissingError if field == "size" else WsjfInputError)


def test_text_is_neither_off_the_scale_nor_missing():
    with pytest.raises(WsjfInputError, match="size in row 1 is 'XL', which is not a number") as caught:
        wsjf(**{**GOOD, "size": ["XL", 1]})
    assert type(caught.value) is WsjfInputError


def test_a_scale_of_ones_own():
    assert wsjf(40, 20, 20, 0.5, scale=(0.5, 20, 40)) == 160
    with pytest.raises(OffScaleError, match=r"use one of 0\.5, 20, 40"):
        wsjf(40, 20, 13, 0.5, scale=(0.5, 20, 40))
    with pytest.raises(OffScaleError, match="size is 0; give points above 0"):
        wsjf(40, 20, 20, 0, scale=None)


def test_columns_must_be_equally_long():
    with pytest.raises(WsjfInputError, match="value has 2 rows but size has 1"):
        wsjf(**{**GOOD, "size": [1]})


def test_columns_without_a_one_are_not_relative():
    assert unanchored(GOOD) == []
    assert unanchored({**GOOD, "value": [2, 8], "size": [3, 5]}) == ["value", "size"]
    assert unanchored({"value": []}) == ["value"]
    assert unanchored({}) == []
    with pytest.raises(SizeMissingError, match="size in row 2 is missing"):
        unanchored({"size": [1, None]})
