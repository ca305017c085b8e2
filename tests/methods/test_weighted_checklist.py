"""The weighted checklist: totals by hand, and every sensitivity against trying all there is."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest

from tpm_kit.methods.weighted_checklist import (
    ChecklistInputError,
    Crossing,
    above,
    any_weights,
    one_step_off,
    score_crossings,
    share,
    step_sizes,
    weight_crossings,
)


def exact(scores, weights):
    """The total, without rounding."""
    return Fraction(sum(w * s for w, s in zip(weights, scores, strict=True)), 3 * sum(weights))


def some(count=300):
    """Checklists of two to five factors, with a line each that many totals can hit exactly."""
    chance = random.Random(11)
    for _ in range(count):
        size = chance.randint(2, 5)
        weights = [chance.randint(0, 3) for _ in range(size)]
        weights[chance.randrange(size)] = chance.randint(1, 3)
        scores = [chance.randint(0, 3) for _ in range(size)]
        yield scores, weights, Fraction(chance.randint(1, 11), 12)


def test_the_total_by_hand():
    # 3×2 + 2×1 + 3×2 + 1×1 + 2×2 + 2×2 = 23 of 39
    assert share([2, 1, 2, 1, 2, 2], [3, 2, 3, 1, 2, 2]) == pytest.approx(23 / 39)
    assert share([3, 3], [1, 3]) == 1
    assert share([0, 3], [3, 0]) == 0
    assert step_sizes([3, 2, 3, 1, 2, 2])[0] == pytest.approx(3 / 39)


def test_a_total_on_the_line_reaches_it_whatever_the_rounding():
    assert above(share([1, 1, 1], [1, 1, 1]), 1 / 3)
    assert above(0.1 + 0.2, 0.3)
    assert above(0.3, 0.1 + 0.2)
    assert not above(0.2999, 0.3)


def test_crossing_by_hand():
    # 23 of 39 is 59 %; one step of a score with weight 1 gives 24 of 39, 61.5 %
    found = score_crossings([2, 1, 2, 1, 2, 2], [3, 2, 3, 1, 2, 2], 0.6)
    assert {one.factor for one in found} == set(range(6))
    assert all(one.steps == 1 and one.needed == one.now + 1 for one in found)
    assert [one.factor for one in found] == [0, 2, 1, 4, 5, 3]
    # a weight: the score of 1 drags the total down; without it 22 of 36 is 61.1 %
    assert Crossing(3, 1, 0) in weight_crossings([2, 1, 2, 1, 2, 2], [3, 2, 3, 1, 2, 2], 0.6, 3)


@pytest.mark.parametrize("kind", ["score", "weight"])
def test_crossings_are_those_that_trying_every_step_finds(kind):
    seen = 0
    for scores, weights, line in some():
        side = exact(scores, weights) >= line
        find = score_crossings if kind == "score" else weight_crossings
        found = find(scores, weights, float(line), *(() if kind == "score" else (3,)))
        got = {one.factor: one.steps for one in found}
        best: dict[int, int] = {}
        for factor, value in product(range(len(scores)), range(4)):
            row = list(scores if kind == "score" else weights)
            steps = abs(value - row[factor])
            row[factor] = value
            moved = (row, weights) if kind == "score" else (scores, row)
            if any(moved[1]) and (exact(*moved) >= line) != side:
                best[factor] = min(steps, best.get(factor, 9))
                seen += 1
        assert got == best
        assert [one.steps for one in found] == sorted(one.steps for one in found)
        for one in found:
            row = list(scores if kind == "score" else weights)
            row[one.factor] = one.needed
            moved = (row, weights) if kind == "score" else (scores, row)
            assert (exact(*moved) >= line) != side
    assert seen > 200


def test_any_weights_are_all_the_weights_there_are():
    for scores, _, _ in some(60):
        for low, high in ((1, 3), (1, 1), (2, 3)):
            totals = [exact(scores, weights) for weights in product(range(low, high + 1), repeat=len(scores))]
            found = any_weights(scores, low, high)
            assert found == (pytest.approx(float(min(totals))), pytest.approx(float(max(totals))))


def test_one_step_off_holds_every_mixture_of_single_steps():
    for scores, weights, _ in some(60):
        near = [[s for s in (score - 1, score, score + 1) if 0 <= s <= 3] for score in scores]
        totals = [exact(mixed, weights) for mixed in product(*near)]
        assert one_step_off(scores, weights) == (
            pytest.approx(float(min(totals))),
            pytest.approx(float(max(totals))),
        )


@pytest.mark.parametrize(
    ("scores", "weights", "says"),
    [
        ([], [], "0 scores and 0 weights"),
        ([1, 2], [1], "2 scores and 1 weights"),
        ([1, 4], [1, 1], "score 2 is 4; give a whole number from 0 to 3"),
        ([1, -1], [1, 1], "score 2 is -1"),
        ([1.5, 1], [1, 1], "score 1 is 1.5"),
        ([True, 1], [1, 1], "score 1 is True"),
        ([1, 1], [1, -2], "weight 2 is -2; give a whole number of 0 or more"),
        ([1, 1], [0, 0], "every weight is 0"),
    ],
)
def test_what_is_wrong_is_said(scores, weights, says):
    for call in (share, one_step_off, lambda s, w: score_crossings(s, w, 0.5)):
        with pytest.raises(ChecklistInputError, match=says):
            call(scores, weights)


def test_limits_of_weights_and_of_scores_are_checked():
    with pytest.raises(ChecklistInputError, match="in order"):
        any_weights([1], 3, 1)
    with pytest.raises(ChecklistInputError, match="in order"):
        any_weights([1], 0, 3)
    with pytest.raises(ChecklistInputError, match="score 1 is 9"):
        any_weights([9], 1, 3)
