"""The opportunity score against its published examples, its scales and its bands."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.opportunity import OpportunityInputError, band, opportunity, top_two_box

TENS = st.floats(0, 10)


@pytest.mark.parametrize(("importance", "satisfaction", "score"), [(9, 3, 15), (9, 9, 9), (8, 4, 12)])
def test_the_published_examples(importance, satisfaction, score):
    """Published: the first two Decikit, the third Wealth & Means."""
    assert opportunity(importance, satisfaction) == score
    assert type(opportunity(importance, satisfaction)) is float


@pytest.mark.parametrize(("importance", "satisfaction", "score"), [(4.7, 2.1, 7.3), (2.4, 3.2, 2.4)])
def test_the_published_examples_on_raw_ratings(importance, satisfaction, score):
    """Published: extrapinchofsalt, on ratings of 1 to 5."""
    assert opportunity(importance, satisfaction, scale=5) == pytest.approx(score, rel=1e-9)


@given(TENS, TENS)
def test_a_score_is_at_least_the_importance_and_at_most_twice_it(importance, satisfaction):
    """That it is never below the importance is published."""
    score = opportunity(importance, satisfaction)
    assert importance <= score <= 2 * importance
    assert satisfaction < importance or score == importance


def test_raw_ratings_end_at_9_and_have_no_band():
    assert opportunity(5, 1, scale=5) == 9
    with pytest.raises(OpportunityInputError, match="raw ratings of 1 to 5 have no bands"):
        band(9, scale=5)


@pytest.mark.parametrize(
    ("scale", "value", "ends"),
    [(10, 10.5, "0 to 10"), (10, -1, "0 to 10"), (10, 60, "0 to 10"), (5, 0.5, "1 to 5"), (5, 6, "1 to 5")],
)
@pytest.mark.parametrize("field", ["importance", "satisfaction"])
def test_a_number_off_its_scale_is_named_with_its_row(scale, value, ends, field):
    inputs = {"importance": [3, 3], "satisfaction": [3, 3], field: [3, value]}
    with pytest.raises(
        OpportunityInputError, match=rf"^{field} in row 2 is {value}; the scale is {ends}$"
    ) as caught:
        opportunity(**inputs, scale=scale)
    assert (caught.value.field, caught.value.row) == (field, 2)


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_missing_number_is_named(missing):
    with pytest.raises(OpportunityInputError, match="satisfaction in row 1 is missing"):
        opportunity([9, 9], [missing, 3])
    with pytest.raises(
        OpportunityInputError, match=r"rating in row 3 is missing; .*leave out who did not answer"
    ):
        top_two_box([5, 4, missing])
    with pytest.raises(OpportunityInputError, match="score in row 2 is missing"):
        band([9, missing])


def test_another_scale_and_unequal_columns_are_refused():
    for call in (lambda: opportunity(5, 5, scale=7), lambda: band(5, scale=7)):
        with pytest.raises(ValueError, match=r"scale is 7; use 10 .* or 5 "):
            call()
    with pytest.raises(OpportunityInputError, match="importance has 2 rows but satisfaction has 3"):
        opportunity([1, 2], [1, 2, 3])


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (20, "extreme"),
        (15.01, "extreme"),
        (15, "strong"),
        (12, "strong"),
        (11.99, "worth considering"),
        (10, "worth considering"),
        (9.99, "unattractive"),
        (0, "unattractive"),
    ],
)
def test_where_the_bands_begin(score, word):
    assert band(score) == word
    assert band([score, 0]).tolist() == [word, "unattractive"]
    assert type(band(score)) is str


def test_a_band_does_not_hang_on_the_last_binary_digit():
    score = opportunity(8.2, 4.4)
    assert score < 12
    assert band(score) == "strong"


@pytest.mark.parametrize("score", [-0.1, 20.5])
def test_a_score_that_cannot_be_has_no_band(score):
    with pytest.raises(OpportunityInputError, match="scores are 0 to 20"):
        band(score)


def test_the_share_of_fours_and_fives_is_not_the_mean():
    torn, lukewarm = [5, 5, 5, 1, 1, 1], [3, 3, 3, 3, 3, 3]
    assert sum(torn) == sum(lukewarm)
    assert (top_two_box(torn), top_two_box(lukewarm)) == (5, 0)
    assert top_two_box([torn, lukewarm]).tolist() == [5, 0]
    assert type(top_two_box(torn)) is float


@given(st.lists(st.integers(1, 5), min_size=1))
def test_shares_are_on_the_scale_of_the_score(ratings):
    share = top_two_box(ratings)
    assert share == pytest.approx(10 * sum(rating in (4, 5) for rating in ratings) / len(ratings))
    assert band(opportunity(share, share))


@pytest.mark.parametrize("rating", [0, 6, 4.5, 9])
def test_a_rating_off_the_five_is_named(rating):
    with pytest.raises(OpportunityInputError, match=rf"^rating in row 2 is {rating}; use 1, 2, 3, 4 or 5"):
        top_two_box([5, rating])


@pytest.mark.parametrize("ratings", [[], 4])
def test_no_ratings_have_no_share(ratings):
    with pytest.raises(OpportunityInputError, match="there are no ratings to count"):
        top_two_box(ratings)
