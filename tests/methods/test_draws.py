"""Draws: the inverse against what is known of both distributions, and streams that are kept apart."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods.draws import CELLS, cells, drawn, hits, sizes, stream
from tpm_kit.methods.three_point import Estimate

SHAPES = pytest.mark.parametrize("shape", ["pert", "triangular"])


@SHAPES
@pytest.mark.parametrize("times", [(2, 4, 11), (3, 3, 9), (3, 9, 9), (0, 0, 1), (1, 1.5, 2)])
def test_even_shares_have_the_mean_and_the_deviation_of_the_distribution(shape, times):
    one = Estimate(*times)
    drawn = sizes(one, (np.arange(400_000) + 0.5) / 400_000, shape)
    mean = one.mean if shape == "pert" else one.triangular_mean
    low, high = one.optimistic, one.pessimistic
    # The variance of the beta distribution with these ends and this mean: (μ − O)(P − μ) / 7.
    sd = math.sqrt((mean - low) * (high - mean) / 7) if shape == "pert" else one.triangular_sd
    assert drawn.mean() == pytest.approx(mean, abs=1e-4 * (high - low))
    assert drawn.std() == pytest.approx(sd, abs=3e-4 * (high - low))
    assert (drawn.min(), drawn.max()) == pytest.approx((low, high), abs=0.15 * (high - low))
    assert (np.diff(drawn) >= 0).all()


def test_shares_of_beta_distributions_that_can_be_written_down():
    """With the likely time at the low end 1 − (1 − x)⁵ lie below x, at the high end x⁵, in the middle
    10x³ − 15x⁴ + 6x⁵."""
    shares = np.linspace(0, 1, 1001)
    low, high, middle = (sizes(Estimate(*times), shares) for times in [(0, 0, 1), (0, 1, 1), (0, 0.5, 1)])
    assert 1 - (1 - low) ** 5 == pytest.approx(shares, abs=1 / CELLS)
    assert high**5 == pytest.approx(shares, abs=1 / CELLS)
    assert 10 * middle**3 - 15 * middle**4 + 6 * middle**5 == pytest.approx(shares, abs=1 / CELLS)
    assert sizes(Estimate(2, 5, 8), np.array([0.0, 0.5, 1.0])) == pytest.approx([2, 5, 8], abs=1e-6)


def test_shares_of_a_triangle():
    """Below the likely time lies (x − O)² / ((P − O)(M − O)), above it the rest in the same way."""
    drawn = sizes(Estimate(2, 4, 10), np.array([0.0, 0.0625, 0.25, 0.8125, 1.0]), "triangular")
    assert drawn == pytest.approx([2, 3, 4, 7, 10], abs=1e-3)


@SHAPES
def test_a_certain_time_is_itself(shape):
    assert sizes(Estimate(3, 3, 3), np.array([0.0, 0.4, 1.0]), shape).tolist() == [3, 3, 3]


@SHAPES
@given(times=st.lists(st.floats(0, 1e6), min_size=3, max_size=3).map(sorted), likely=st.floats(0, 1))
def test_a_size_lies_between_its_ends_and_follows_the_likely_time(shape, times, likely):
    one = Estimate(*times)
    lower = Estimate(times[0], times[0] + likely * (times[1] - times[0]), times[2])
    shares = np.array([0.0, 0.001, 0.1, 0.5, 0.9, 0.999, 1.0])
    drawn = sizes(one, shares, shape)
    slack = 1e-6 * (times[2] - times[0]) + 1e-9 * times[2]
    assert (drawn >= one.optimistic - slack).all()
    assert (drawn <= one.pessimistic + slack).all()
    assert (sizes(lower, shares, shape) <= drawn + slack).all()


def test_each_thing_has_a_stream_of_its_own():
    names = [
        ("fires", "R-1"),
        ("days", "R-1"),
        ("fires", "R-2"),
        ("fires", "<img src=x>"),
        ("fires", "\ud800"),
    ]
    seen = [stream(7, *name).random(3).tolist() for name in names]
    assert len({tuple(one) for one in seen}) == len(names)
    assert stream(7, "fires", "R-1").random(3).tolist() == seen[0]
    assert stream(8, "fires", "R-1").random(3).tolist() != seen[0]


def test_a_draw_is_one_of_16384_sizes_that_are_equally_likely():
    one = Estimate(2, 4, 11)
    every = drawn(one, np.arange(1 << 16, dtype=np.uint16))
    assert len(set(every.tolist())) == 1 << 14
    assert (np.diff(every) >= 0).all()
    assert every.mean() == pytest.approx(one.mean, abs=1e-3)
    assert every[[0, -1]] == pytest.approx(sizes(one, np.array([0.5 / (1 << 14), 1 - 0.5 / (1 << 14)])))
    assert drawn(Estimate(3, 3, 3), np.array([0, 65535], np.uint16)).tolist() == [3, 3]


def test_cells_are_even():
    seen = cells(stream(1, "task", "a"), 200_000)
    assert seen.dtype == np.uint16
    counts = np.bincount(seen >> 12, minlength=16) / 200_000
    assert counts == pytest.approx(np.full(16, 1 / 16), abs=4 * math.sqrt(1 / 16 / 200_000))


def test_a_higher_probability_only_adds_runs():
    def struck(probability):
        return set(hits(probability, stream(3, "event", "a"), 20_000).tolist())

    before: set[int] = set()
    for probability in (0, 1e-12, 0.05, 0.3, 0.999, 1):
        now = struck(probability)
        assert before <= now
        assert len(now) == pytest.approx(20_000 * probability, abs=4 * math.sqrt(20_000 / 4))
        before = now
    assert struck(0) == set()
    assert len(struck(1)) == 20_000
