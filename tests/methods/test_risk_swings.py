"""Swings one at a time: each against the network method itself, and what they miss."""

from __future__ import annotations

import numpy as np
import pytest

from tests.methods.test_risk_simulation import BAKERY, EVENTS, LINKS, RUNS, fixed
from tpm_kit.methods.draws import sizes
from tpm_kit.methods.network import Link, NetworkError, schedule
from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks, tornado
from tpm_kit.methods.schedule_risk import simulate


def one_by_one(estimates, links, changes):
    """The finish with each task at its P50, but for these changes, by the network method itself."""
    times = {id: float(sizes(one, np.array([0.5]))[0]) for id, one in estimates.items()}
    for id, time in changes.items():
        times[id] = time(times[id])
    return schedule(times, links).finish


def test_a_swing_moves_one_thing_and_holds_the_others():
    found = tornado(EVENTS, BAKERY, LINKS)
    base = one_by_one(BAKERY, LINKS, {})
    assert {swing.base for swing in found} == {base}
    middles = simulate(BAKERY, runs=RUNS).durations
    assert base == pytest.approx(np.median(middles["oven"]) + np.median(middles["shop"]), abs=0.03)
    swings = {swing.id: swing for swing in found}
    for id, estimate in BAKERY.items():
        low, high = sizes(estimate, np.array([0.1, 0.9]))
        assert swings[id].low == pytest.approx(one_by_one(BAKERY, LINKS, {id: lambda _, low=low: low}))
        assert swings[id].high == pytest.approx(one_by_one(BAKERY, LINKS, {id: lambda _, high=high: high}))
        assert swings[id].chance == 1
    late = one_by_one(BAKERY, LINKS, {"oven": lambda time: time + 5, "shop": lambda time: time + 5})
    assert swings["power"][1:] == pytest.approx((base, late, base, 0.1))
    # Two days more for the dough are still ready before the oven is; fine and guild touch no task at all.
    assert {swings[id].width for id in ("dough", "mill", "fine", "guild")} == {0}
    assert [swing.id for swing in found] == ["power", "oven", "shop", "dough", "mill", "fine", "guild"]


def test_one_at_a_time_misses_what_happens_together():
    """The chain of a and b has five days to spare beside c: enough for one event, not for both."""
    estimates = {"a": fixed(5), "b": fixed(5), "c": fixed(15)}
    events = [RiskEvent(f"R-{id}", 0.5, fixed(5), None, (id,)) for id in ("a", "b")]
    assert {swing.width for swing in tornado(events, estimates, [Link("a", "b")])} == {0}
    both = simulate_risks(events, estimates, [Link("a", "b")], runs=1000)
    assert both.finish.max() == 20


def test_the_swings_of_cost_are_the_likely_costs():
    found = tornado(EVENTS, of="cost", cost_per_day=2)
    assert [(swing.id, swing.low, swing.high, swing.base, swing.chance) for swing in found] == [
        ("power", 0, 10, 0, 0.1),
        ("mill", 0, 8, 0, 0.3),
        ("guild", 0, 6, 0, 0.2),
        ("fine", 0, 3, 0, 0.5),
    ]


def test_what_has_no_swings():
    assert tornado([], of="cost") == []
    with pytest.raises(ValueError, match="there is no network"):
        tornado(EVENTS)
    with pytest.raises(ValueError, match="`of` must be one of"):
        tornado(EVENTS, BAKERY, of="days")
    with pytest.raises(ValueError, match="mill is there twice"):
        tornado([EVENTS[0]] * 2, BAKERY)
    with pytest.raises(NetworkError):
        tornado(EVENTS, BAKERY, [Link("dough", "hall")])
