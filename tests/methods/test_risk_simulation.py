"""Risk events: a plain loop on the same draws, all outcomes counted out, and what may never get worse."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.methods.draws import sizes, stream
from tpm_kit.methods.network import Link, schedule
from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks
from tpm_kit.methods.schedule_risk import simulate
from tpm_kit.methods.three_point import Estimate

BAKERY = {"dough": Estimate(2, 3, 5), "oven": Estimate(4, 6, 14), "shop": Estimate(5, 8, 9)}
LINKS = [Link("dough", "shop"), Link("oven", "shop")]
EVENTS = (
    RiskEvent("mill", 0.3, Estimate(1, 2, 6), Estimate(1, 4, 10), ("dough",)),
    RiskEvent("power", 0.1, Estimate(2, 5, 9), None, ("oven", "shop")),
    RiskEvent("fine", 0.5, None, Estimate(2, 3, 9)),
    RiskEvent("guild", 0.2, Estimate(3, 3, 3), Estimate(0, 0, 0), ("hall",)),
)


def fixed(cost: float) -> Estimate:
    """A size that is certain."""
    return Estimate(cost, cost, cost)


def plain_loop(events, estimates, links, runs, seed, shape, cost_per_day):
    """The meaning, run by run: the streams are the same, all else is spelt out and left to `schedule`."""

    def share(dice):
        return (int(dice) // 4 + 0.5) / 16384

    def size(estimate, dice):
        return float(sizes(estimate, np.array([share(dice)]), shape)[0])

    def dice(event):
        chance = stream(seed, "event", event.id)
        return chance.integers(0, 2**32, runs, np.uint32), *(chance.integers(0, 2**16, (2, runs), np.uint16))

    tasks = {id: stream(seed, "task", id).integers(0, 2**16, runs, np.uint16) for id in estimates}
    thrown = {event.id: dice(event) for event in events}
    costs, finishes = [], []
    for run in range(runs):
        cost = 0.0
        times = {id: size(estimate, tasks[id][run]) for id, estimate in estimates.items()}
        for event in events:
            fires, for_days, for_cost = (one[run] for one in thrown[event.id])
            if fires / 2**32 >= event.chance:
                continue
            if event.days:
                lost = size(event.days, for_days)
                cost += cost_per_day * lost
                for task in event.tasks:
                    if task in times:
                        times[task] += lost
            if event.cost:
                cost += size(event.cost, for_cost)
        costs.append(cost)
        finishes.append(schedule(times, links).finish)
    return costs, finishes


THREE = st.lists(st.integers(0, 9), min_size=3, max_size=3).map(sorted).map(lambda times: Estimate(*times))


@st.composite
def registers(draw, kinds=("FS", "SS", "FF", "SF")):
    """Up to five events upon up to five tasks, some of them upon a task that is in no network."""
    ids = "abcde"[: draw(st.integers(1, 5))]
    estimates = {id: draw(THREE) for id in ids}
    possible = [(one, two, kind) for one in ids for two in ids if one < two for kind in kinds]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, max_size=6)) if possible else []
    links = [Link(*ends, draw(st.integers(-3, 3))) for ends in chosen]
    chances = st.sampled_from([0.0, 0.05, 0.3, 0.8, 1.0])
    tasks = st.lists(st.sampled_from([*ids, "elsewhere"]), max_size=3).map(tuple)
    events = [
        RiskEvent(f"R{n}", draw(chances), draw(st.none() | THREE), draw(st.none() | THREE), draw(tasks))
        for n in range(draw(st.integers(0, 5)))
    ]
    return events, estimates, links


@given(registers(), st.sampled_from(["pert", "triangular"]), st.sampled_from([0, 1.92]))
@settings(deadline=None, max_examples=40)
def test_runs_agree_with_a_plain_loop(register, shape, cost_per_day):
    events, estimates, links = register
    runs = simulate_risks(events, estimates, links, 12, 7, shape, cost_per_day)
    costs, finishes = plain_loop(events, estimates, links, 12, 7, shape, cost_per_day)
    assert runs.cost == pytest.approx(costs, abs=1e-9)
    assert runs.finish == pytest.approx(finishes, abs=1e-9)


def outcomes(risks):
    """Every way in which risks of fixed cost may fire: its cost and its probability, by rising cost."""
    ways = []
    for fires in product((False, True), repeat=len(risks)):
        weight = math.prod(p if one else 1 - p for one, (p, _) in zip(fires, risks, strict=True))
        ways.append((sum(cost for one, (_, cost) in zip(fires, risks, strict=True) if one), weight))
    return sorted(ways)


RUNS = 200_000
FOUR_SIGMA = 4 * 0.5 / math.sqrt(RUNS)


@pytest.mark.parametrize(
    "risks",
    [
        [(0.3, 40.0), (0.1, 200.0), (0.5, 10.0)],
        [(0.05, 100.0), (0.2, 30.0), (0.5, 12.0), (0.8, 5.0), (0.9, 1.0), (1.0, 2.0), (0.0, 999.0)],
    ],
)
def test_fixed_costs_agree_with_all_outcomes_counted_out(risks):
    events = [RiskEvent(f"R{n}", p, None, fixed(cost)) for n, (p, cost) in enumerate(risks)]
    runs, ways = simulate_risks(events, runs=RUNS), outcomes(risks)
    mean = sum(cost * weight for cost, weight in ways)
    sd = math.sqrt(sum((cost - mean) ** 2 * weight for cost, weight in ways))
    assert mean == pytest.approx(sum(p * cost for p, cost in risks))
    assert runs.expected_cost == pytest.approx(mean, abs=4 * sd / math.sqrt(RUNS))
    for level in sorted({cost for cost, _ in ways}):
        above = sum(weight for cost, weight in ways if cost > level + 1e-9)
        assert runs.exceeds(level) == pytest.approx(above, abs=FOUR_SIGMA)
        assert runs.exceeds(level - 1e-3) == pytest.approx(
            sum(weight for cost, weight in ways if cost >= level - 1e-9), abs=FOUR_SIGMA
        )
    for p in (10, 25, 50, 80, 90, 95):
        below = runs.cost_percentile(p)
        # The least cost that at least p per cent of all outcomes do not exceed, give or take the dice.
        assert quantile(ways, p / 100 - FOUR_SIGMA) <= below <= quantile(ways, p / 100 + FOUR_SIGMA)
    curve = runs.exceedance(points=11)
    for value, share in zip(*curve, strict=True):
        above = sum(weight for cost, weight in ways if cost > value + 1e-9)
        assert share == pytest.approx(above, abs=FOUR_SIGMA)
    assert runs.finish is None


def quantile(ways, share):
    """The least cost that at least this share of the outcomes do not exceed."""
    below = 0.0
    for cost, weight in ways:
        below += weight
        if below >= share:
            return cost
    return ways[-1][0]


def test_fixed_delays_agree_with_all_outcomes_counted_out():
    """Two paths join, so that the later one counts: the finish has five possible days."""
    estimates = {"a": fixed(5), "b": fixed(6), "c": fixed(2)}
    links = [Link("a", "c"), Link("b", "c")]
    events = [
        RiskEvent("one", 0.4, fixed(3), None, ("a",)),
        RiskEvent("two", 0.2, fixed(4), None, ("b",)),
        RiskEvent("three", 0.5, fixed(1), None, ("c", "nowhere")),
    ]
    runs = simulate_risks(events, estimates, links, runs=RUNS, cost_per_day=2)
    days = {}
    for one, two, three in product((0, 1), repeat=3):
        weight = (0.4 if one else 0.6) * (0.2 if two else 0.8) * 0.5
        end = max(5 + 3 * one, 6 + 4 * two) + 2 + three
        days[end] = days.get(end, 0) + weight
    for end, weight in days.items():
        assert (runs.finish == end).mean() == pytest.approx(weight, abs=FOUR_SIGMA)
    assert sum((runs.finish == end).mean() for end in days) == 1
    assert runs.expected_cost == pytest.approx(2 * (0.4 * 3 + 0.2 * 4 + 0.5 * 1), abs=0.03)
    assert runs.exceeds(9, "finish") == pytest.approx(sum(w for end, w in days.items() if end > 9), abs=0.005)


def test_an_event_that_costs_between_two_ends_has_the_mean_of_pert():
    mean = sum(one.chance * (one.cost.mean if one.cost else 0) for one in EVENTS)
    days = sum(one.chance * (one.days.mean if one.days else 0) for one in EVENTS)
    assert simulate_risks(EVENTS, runs=RUNS).expected_cost == pytest.approx(mean, abs=0.04)
    more = simulate_risks(EVENTS, BAKERY, LINKS, runs=RUNS, cost_per_day=1.5)
    assert more.expected_cost == pytest.approx(mean + 1.5 * days, abs=0.07)


@given(registers(kinds=("FS", "SS")), st.integers(0, 4), st.floats(0, 1))
@settings(deadline=None, max_examples=60)
def test_fewer_or_rarer_risks_make_no_run_worse(register, at, share):
    """Thanks to common random numbers this holds for each run, not only for the mean."""
    events, estimates, links = register
    if not events:
        return
    at %= len(events)
    rarer = [*events[:at], replace(events[at], chance=events[at].chance * share), *events[at + 1 :]]
    whole = simulate_risks(events, estimates, links, 300, cost_per_day=1.92)
    for less in (rarer, events[:at] + events[at + 1 :]):
        runs = simulate_risks(less, estimates, links, 300, cost_per_day=1.92)
        assert (runs.cost <= whole.cost + 1e-9).all()
        assert (runs.finish <= whole.finish + 1e-9).all()


def test_a_change_to_one_event_leaves_the_dice_of_the_others():
    """Only the runs in which the changed event fires differ; order and company do not matter."""
    first = simulate_risks(EVENTS, BAKERY, LINKS, 500)
    turned = simulate_risks(EVENTS[::-1], dict(reversed(BAKERY.items())), LINKS, 500)
    assert turned.cost == pytest.approx(first.cost)
    assert (turned.finish == first.finish).all()
    dearer = simulate_risks((*EVENTS[:2], replace(EVENTS[2], cost=fixed(50)), EVENTS[3]), BAKERY, LINKS, 500)
    assert 0.4 < (dearer.cost != first.cost).mean() < 0.6
    assert (dearer.finish == first.finish).all()


def test_events_do_not_hang_together():
    """The rank and the plain correlation of what two events cost is 0, give or take the dice."""
    each = [simulate_risks([replace(one, chance=0.5)], runs=RUNS, cost_per_day=1).cost for one in EVENTS]
    each += [simulate_risks([], {"a": Estimate(1, 2, 9)}, runs=RUNS).finish]
    apart = np.corrcoef(each) - np.eye(len(each))
    assert abs(apart).max() < 4 / math.sqrt(RUNS)


def test_days_and_cost_of_one_event_do_not_hang_together():
    event = RiskEvent("one", 1, Estimate(1, 2, 9), Estimate(1, 2, 9), ("a",))
    runs = simulate_risks([event], {"a": fixed(0)}, runs=RUNS)
    assert abs(np.corrcoef(runs.cost, runs.finish)[0, 1]) < 4 / math.sqrt(RUNS)


def test_the_same_seed_gives_the_same_runs():
    one, same, other = (simulate_risks(EVENTS, BAKERY, LINKS, 200, seed) for seed in (1, 1, 2))
    assert (one.cost == same.cost).all()
    assert (one.finish == same.finish).all()
    assert (one.cost != other.cost).any()
    assert (one.finish != other.finish).any()


def test_upon_the_runs_of_the_schedule_the_finish_without_events_is_theirs():
    runs = simulate(BAKERY, LINKS, runs=400, correlation=0.5)
    kept = {id: drawn.copy() for id, drawn in runs.durations.items()}
    assert (simulate_risks([], links=LINKS, durations=runs.durations).finish == runs.finish).all()
    late = simulate_risks(EVENTS, links=LINKS, durations=runs.durations)
    assert (late.finish >= runs.finish).all()
    assert 0.1 < (late.finish > runs.finish).mean() < 0.37
    assert all((kept[id] == drawn).all() for id, drawn in runs.durations.items())


def test_without_events_the_finish_has_the_distribution_of_the_schedule():
    ours = simulate_risks([], BAKERY, LINKS, runs=RUNS)
    theirs = simulate(BAKERY, LINKS, runs=RUNS)
    for p in (5, 20, 50, 80, 95):
        assert ours.finish_percentile(p) == pytest.approx(theirs.percentile(p), abs=0.04)
    assert ours.expected_cost == 0


def test_certain_impossible_and_empty_events():
    always = RiskEvent("always", 1, fixed(2), fixed(5), ("oven",))
    never = RiskEvent("never", 0, fixed(99), fixed(99), ("oven",))
    nothing = RiskEvent("nothing", 0.5)
    runs = simulate_risks([always, never, nothing], {"oven": fixed(3)}, runs=50, cost_per_day=10)
    assert runs.cost.tolist() == [25] * 50
    assert runs.finish.tolist() == [5] * 50
    assert [list(part) for part in runs.exceedance()] == [[25], [0]]
    assert simulate_risks([], runs=1).cost.tolist() == [0]


def test_an_event_names_a_task_once():
    twice = RiskEvent("R", 1, fixed(2), None, ("oven", "oven"))
    assert simulate_risks([twice], {"oven": fixed(3)}, runs=1).finish.tolist() == [5]


def test_the_curve_falls_from_the_least_to_the_greatest_run():
    runs = simulate_risks(EVENTS, BAKERY, LINKS, 3000)
    for of, whole in (("cost", runs.cost), ("finish", runs.finish)):
        values, shares = runs.exceedance(of, 60)
        assert (values[0], values[-1], len(values)) == (whole.min(), whole.max(), 60)
        assert shares[-1] == 0
        assert (np.diff(values) > 0).all()
        assert (np.diff(shares) <= 0).all()
        assert shares.tolist() == pytest.approx([(whole > value).mean() for value in values])
    assert runs.exceedance("cost").shares[0] < 0.8  # in many runs nothing happens at all
    assert runs.exceeds(runs.cost.max()) == 0
