"""ICE in both conventions, and the items that they rank differently."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.ice import CONVENTIONS, IceInputError, ice
from tpm_kit.methods.ranks import ranks

VOTES = st.tuples(*[st.floats(1, 10)] * 3)


@pytest.mark.parametrize(("votes", "product", "mean"), [((8, 7, 5), 280, 20 / 3), ((6, 9, 8), 432, 23 / 3)])
def test_the_published_examples(votes, product, mean):
    """Published: Innerview."""
    assert ice(*votes) == ice(*votes, how="product") == product
    assert ice(*votes, how="mean") == pytest.approx(mean, rel=1e-9)
    assert type(ice(*votes)) is float


def test_the_two_conventions_can_rank_differently():
    votes = [10, 6], [10, 6], [1, 6]
    assert ice(*votes, how="product").tolist() == [100, 216]
    assert ice(*votes, how="mean").tolist() == [7, 6]
    assert ranks(ice(*votes, how="product")).tolist() == [2, 1]
    assert ranks(ice(*votes, how="mean")).tolist() == [1, 2]


@given(VOTES)
def test_scores_stay_on_the_scale_of_their_convention(votes):
    assert 1 <= ice(*votes) <= 1000
    assert min(votes) - 1e-9 <= ice(*votes, how="mean") <= max(votes) + 1e-9


@given(VOTES)
def test_the_product_never_exceeds_the_cube_of_the_mean(votes):
    assert ice(*votes) <= ice(*votes, how="mean") ** 3 * (1 + 1e-9)


@pytest.mark.parametrize("field", ["impact", "confidence", "ease"])
@pytest.mark.parametrize("value", [0, 10.5, -3, 80, None, math.nan, "8", True])
@pytest.mark.parametrize("how", CONVENTIONS)
def test_what_is_off_the_scale_is_named_with_its_row(field, value, how):
    votes = {"impact": [5, 5], "confidence": [5, 5], "ease": [5, 5], field: [5, value]}
    with pytest.raises(IceInputError, match=rf"^{field} in row 2 is .*; give 1 \(.*\) to 10 \(") as caught:
        ice(**votes, how=how)
    assert (caught.value.field, caught.value.row) == (field, 2)


def test_another_convention_is_refused_and_columns_must_be_equally_long():
    with pytest.raises(ValueError, match='how is \'sum\'; use "product" or "mean"'):
        ice(5, 5, 5, how="sum")
    with pytest.raises(IceInputError, match="impact has 2 rows but ease has 3"):
        ice([5, 5], 5, [1, 2, 3])
