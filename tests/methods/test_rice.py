"""RICE against its published examples, and what it refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.columns import InputError
from tpm_kit.methods.rice import CONFIDENCES, IMPACTS, RiceInputError, is_moonshot, rice

CONFIDENCE = st.sampled_from([0.2, *CONFIDENCES])
ITEMS = st.tuples(st.integers(0, 10**6), st.sampled_from(list(IMPACTS)), CONFIDENCE, st.floats(0.5, 24))
GOOD = {"reach": [100, 200, 300], "impact": [1, 2, 3], "confidence": [0.5, 0.8, 1], "effort": [0.5, 1, 4]}


@pytest.mark.parametrize(
    ("inputs", "score"),
    [
        ((2000, 2, 0.8, 3), 3200 / 3),
        ((5000, 0.5, 1, 1), 2500),
        ((5000, 2, 0.8, 2), 4000),
        ((10, 3, 1, 6), 5),
        ((10000, 3, 1, 0.5), 60000),
    ],
)
def test_the_published_examples(inputs, score):
    """Published: the first two NoemaCore, the others HashBuilds."""
    assert rice(*inputs) == pytest.approx(score, rel=1e-9)
    assert type(rice(*inputs)) is float


@pytest.mark.parametrize(("reach", "count"), [(1200 * 0.3, 360), (500 * 0.3 * 3, 450)])
def test_the_published_reaches_are_counts_per_period(reach, count):
    """Published: ProductPlan, 30 % of 1,200; and, from memory, Intercom, 30 % of 500 in each of 3 months."""
    assert rice(reach, 1, 1, 1) == pytest.approx(count, rel=1e-9)


def test_columns_are_scored_at_once_and_single_numbers_hold_for_all():
    assert rice([2000, 5000], [2, 0.5], [0.8, 1], [3, 1]).tolist() == pytest.approx([3200 / 3, 2500])
    assert rice([100, 200], 2, 0.5, 4).tolist() == [25, 50]
    variants = np.array([[100.0, 200.0], [50.0, 400.0]])
    assert rice(variants, 2, 0.5, [4, 1]).tolist() == [[25, 200], [12.5, 400]]
    assert rice([], [], [], []).tolist() == []


@given(st.lists(ITEMS, min_size=1, max_size=8))
def test_a_column_scores_as_its_rows_do(items):
    assert rice(*zip(*items, strict=True)).tolist() == pytest.approx([rice(*item) for item in items])


@given(ITEMS)
def test_twice_the_effort_is_half_the_score(item):
    reach, impact, confidence, effort = item
    assert rice(reach, impact, confidence, 2 * effort) == pytest.approx(rice(*item) / 2)


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("reach", -1, "is -1; give the people or events per period, 0 or more"),
        ("impact", 1.4, "is 1.4; use 3, 2, 1, 0.5 or 0.25"),
        ("impact", 0, "is 0; use 3, 2, 1, 0.5 or 0.25"),
        ("confidence", 80, "is 80; for 80 % write 0.8"),
        ("confidence", 100, "is 100; for 100 % write 1"),
        ("confidence", 1.2, "is 1.2; give a fraction above 0 and at most 1, such as 0.8"),
        ("confidence", 0, "is 0; give a fraction above 0 and at most 1, such as 0.8"),
        (
            "confidence",
            "80%",
            "is '80%', which is not a number; give a fraction above 0 and at most 1, such as 0.8",
        ),
        ("effort", 0, "is 0; give person-months, above 0"),
        ("effort", -2, "is -2; give person-months, above 0"),
        *((field, missing, "is missing; ") for field in GOOD for missing in (None, math.nan)),
        *((field, math.inf, "is inf; ") for field in GOOD),
    ],
)
def test_a_bad_input_is_named_with_its_row_and_what_to_write(field, value, seen):
    inputs = {**GOOD, field: [GOOD[field][0], value, GOOD[field][2]]}
    with pytest.raises(RiceInputError) as caught:
        rice(**inputs)
    assert str(caught.value).startswith(f"{field} in row 2 {seen}")
    assert (caught.value.field, caught.value.row) == (field, 2)
    assert isinstance(caught.value, InputError)


def test_a_missing_row_is_not_filled_from_the_others():
    with pytest.raises(RiceInputError, match="reach has 3 rows but effort has 2"):
        rice(**{**GOOD, "effort": [1, 2]})


def test_below_one_half_is_a_moonshot_and_legal():
    assert is_moonshot(0.49) is True
    assert is_moonshot(0.5) is False
    assert is_moonshot([0.2, *CONFIDENCES]).tolist() == [True, False, False, False]
    assert rice(100, 1, 0.2, 1) == 20
    with pytest.raises(RiceInputError, match=r"for 20 % write 0\.2"):
        is_moonshot(20)
