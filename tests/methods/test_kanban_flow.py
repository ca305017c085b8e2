"""The flow of cards over a board: by hand on small boards, and Little's law on any."""

from __future__ import annotations

import math
import statistics
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.methods.kanban_flow import (
    Card,
    Moment,
    draw_cards,
    simulate,
    useful_share,
)
from tpm_kit.methods.littles_law import FlowError, average_lead_time, average_wip


def passages(flow):
    """When each card was taken up and when it was done."""
    return [pytest.approx((one.start, one.done)) for one in flow.passages]


def test_the_wine_cellar_of_little_and_graves():
    """Two thirds of 240 bottles, 96 or 8 a month drunk: each lies there for 1.667 years, or 20 months."""
    assert average_lead_time(wip=160, throughput=96) == pytest.approx(1.667, abs=0.001)
    assert average_lead_time(wip=160, throughput=8) == 20
    assert average_wip(throughput=96, lead_time=5 / 3) == pytest.approx(160)


def test_one_card_goes_straight_through():
    flow = simulate([Card(2, 1)], makers=3, reviewers=2, limit=1, review_limit=1)
    assert passages(flow) == [(0, 3)]
    assert flow.history == (Moment(0, 0, 1, 0, 0), Moment(2, 0, 0, 1, 0), Moment(3, 0, 0, 0, 1))
    assert (flow.days, flow.throughput, flow.lead_time, flow.average_wip) == (3, 1 / 3, 3, 1)


def test_two_at_once_end_later_than_one_after_the_other():
    """2 days each: in turn they end on day 2 and 4; both at once, at 80 % of the day, on day 5."""
    cards = [Card(2), Card(2)]
    assert passages(simulate(cards, 1, 1, limit=1)) == [(0, 2), (2, 4)]
    assert passages(simulate(cards, 1, 1)) == [(0, 5), (0, 5)]
    assert passages(simulate(cards, 1, 1, loss=0)) == [(0, 4), (0, 4)]


def test_the_rest_goes_faster_once_somebody_has_one_card_only():
    """1 and 3 days at 0.4 a day each: the first ends on day 2.5; 2 days are left of the other, now at 1."""
    assert passages(simulate([Card(1), Card(3)], 1, 1)) == [(0, 2.5), (0, 4.5)]


def test_a_blocked_card_keeps_its_place():
    """Half done on day 1, still until day 4, done on day 5."""
    cards = [Card(2, blocked=3), Card(2)]
    assert passages(simulate(cards, 1, 1, limit=1)) == [(0, 5), (5, 7)]
    # With a place more its maker goes on with the other card: from day 1 to 3.
    assert passages(simulate(cards[:1], 1, 1)) == [(0, 5)]
    flow = simulate([cards[0], Card(2, asked=1)], 1, 1, limit=2)
    assert passages(flow) == [(0, 5), (1, 3)]


def test_a_full_review_holds_up_what_is_made():
    """Made on day 1; one review of 2 days at a time. The second stands in the way until day 3."""
    flow = simulate([Card(1, 2)] * 4, makers=2, reviewers=1, limit=2, review_limit=1)
    assert passages(flow) == [(0, 3), (0, 5), (1, 7), (3, 9)]
    assert max(one.in_progress for one in flow.history) == 2
    assert max(one.review for one in flow.history) == 1
    free = simulate([Card(1, 2)] * 4, makers=2, reviewers=1, limit=2)
    assert passages(free) == [(0, 3), (0, 5), (1, 7), (1, 9)]
    assert max(one.review for one in free.history) == 4


def test_work_that_nobody_asked_for_yet_is_not_begun():
    flow = simulate([Card(1, asked=4), Card(1)], 1, 1)
    assert passages(flow) == [(4, 5), (0, 1)]
    assert flow.history[:2] == (Moment(0, 0, 1, 0, 0), Moment(1, 0, 0, 0, 1))
    assert flow.days == 5


def test_cards_that_come_steadily_obey_the_law_over_a_long_time():
    """One card of 1.5 days comes each day, to two makers: 1.5 are open on average."""
    flow = simulate([Card(1.5, asked=day) for day in range(400)], 2, 1)
    assert flow.lead_time == pytest.approx(1.5)
    assert flow.throughput == pytest.approx(1, abs=0.01)
    assert flow.average_wip == pytest.approx(average_wip(1, 1.5), abs=0.01)


days = st.floats(0, 20).map(lambda number: round(number, 3))
CARDS = st.lists(
    st.builds(Card, make=days.map(lambda number: number + 0.1), review=days, blocked=days, asked=days),
    min_size=1,
    max_size=15,
)
LIMIT = st.none() | st.integers(1, 6)


@settings(max_examples=150, deadline=None)
@given(CARDS, st.integers(1, 4), st.integers(1, 3), LIMIT, LIMIT, st.sampled_from([0, 0.2, 1]))
def test_whatever_the_board_nothing_is_lost_and_littles_law_holds(
    cards, makers, reviewers, limit, review_limit, loss
):
    flow = simulate(cards, makers, reviewers, limit, review_limit, loss)
    assert len(flow.passages) == len(cards)
    for card, passage in zip(cards, flow.passages, strict=True):
        assert passage.start >= card.asked - 1e-6
        assert passage.lead_time >= card.make + card.review + card.blocked - 1e-6
    assert flow.average_wip == pytest.approx(average_wip(flow.throughput, flow.lead_time), rel=1e-6)
    assert all(later.day > now.day and later.done >= now.done for now, later in pairwise(flow.history))
    assert flow.history[-1][1:] == (0, 0, 0, len(cards))
    assert all(sum(one[1:]) <= len(cards) for one in flow.history)
    if limit:
        assert max(one.in_progress for one in flow.history) <= limit
    if review_limit:
        assert max(one.review for one in flow.history) <= review_limit


def test_the_law_is_no_law_of_a_board_that_fills_up():
    """While more is begun than finished, throughput × lead time of what is done says too little."""
    flow = simulate([Card(2, asked=day / 2) for day in range(60)], 1, 1)
    cut = 20.0
    done = [one for one in flow.passages if one.done <= cut]
    area = sum(
        (min(later.day, cut) - now.day) * now.in_progress
        for now, later in pairwise(flow.history)
        if now.day < cut
    )
    lead = statistics.fmean([one.lead_time for one in done] or [0])
    assert area / cut > 2 * average_wip(len(done) / cut, lead)


def test_a_limit_costs_throughput_below_the_number_of_makers_and_time_above_it():
    cards = draw_cards(40, seed=1)
    tight, even, loose, none = (simulate(cards, 4, 2, limit, limit) for limit in (1, 4, 8, None))
    assert tight.throughput < even.throughput / 2
    assert even.lead_time < loose.lead_time < none.lead_time
    assert none.throughput < even.throughput


def test_the_same_seed_draws_the_same_cards():
    assert draw_cards(9, 4) == draw_cards(9, 4)
    assert draw_cards(9, 4) != draw_cards(9, 5)
    assert draw_cards(12, 4)[:9] == draw_cards(9, 4)
    cards = draw_cards(20_000, 1, make=3, review=1)
    assert statistics.fmean(card.make for card in cards) == pytest.approx(3, abs=0.03)
    assert statistics.fmean(card.review for card in cards) == pytest.approx(1, abs=0.01)
    assert all(1.2 <= card.make <= 5.7 for card in cards)
    held = [card.blocked for card in cards if card.blocked]
    assert len(held) / len(cards) == pytest.approx(0.2, abs=0.01)
    assert (min(held) >= 2, max(held) <= 6) == (True, True)


def test_a_fifth_of_the_day_is_lost_with_each_card_more():
    assert [useful_share(cards) for cards in range(1, 7)] == [1, 0.8, 0.6, 0.4, 0.25, 0.25]
    assert useful_share(3, loss=0.1, least=0.5) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (dict(cards=[]), "there are no cards"),
        (dict(cards=[Card(0)]), "card 1, make: a card needs days of making above 0, not 0"),
        (dict(cards=[Card(1), Card(1, -1)]), "card 2, review must be a number from 0 on, not -1"),
        (dict(cards=[Card(math.nan)]), "card 1, make must be a number from 0 on, not nan"),
        (dict(cards=[Card(1, blocked=math.inf)]), "card 1, blocked must be"),
        (dict(makers=0), "makers must be a whole number from 1 on, not 0"),
        (dict(reviewers=1.5), "reviewers must be a whole number from 1 on, not 1.5"),
        (dict(limit=0), "a limit must be a whole number from 1 on, or None, not 0"),
        (dict(review_limit=-1), "or None, not -1"),
        (dict(loss=2), "loss and least must be shares from 0 to 1"),
        (dict(least=0), "least above 0, not 0.2, 0"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call, words):
    with pytest.raises(FlowError, match=words):
        simulate(**{"cards": [Card(1)], "makers": 1, "reviewers": 1, **call})


def test_the_law_takes_no_impossible_numbers():
    with pytest.raises(FlowError, match="throughput must be above 0"):
        average_lead_time(3, 0)
    with pytest.raises(FlowError, match="wip must be a number from 0 on, not -1"):
        average_lead_time(-1, 2)
    with pytest.raises(FlowError, match="lead_time must be a number from 0 on, not nan"):
        average_wip(1, math.nan)
