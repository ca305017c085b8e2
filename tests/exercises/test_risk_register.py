"""The register of a case: its rows as typed risks, bands, and what is expected of them."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace

import pytest

from tests.exercises.planting import BAKERY
from tpm_kit.case import Band, ImpactBand, RiskPolicy, cases_folder, load_case
from tpm_kit.exercises.risk.register import (
    Response,
    Risk,
    expected_cost,
    expected_days,
    impact_band,
    likelihood_band,
    money,
    open_risks,
    policy,
    responses,
    risk,
    risks,
)
from tpm_kit.methods.three_point import Estimate

PAYLANE = load_case(cases_folder() / "paylane")
DAY = datetime.date(2030, 1, 4)
POLICY = RiskPolicy(today=DAY)
FIRE = Risk("fire", "Fire", chance=0.25, days_low=1, days=2, days_high=9, cost_low=0, cost=6, cost_high=12)


@pytest.mark.parametrize(
    ("chance", "band"),
    [(0, 0), (0.05, 0), (0.0501, 1), (0.2, 1), (0.21, 2), (0.5, 2), (0.51, 3), (0.8, 3), (0.81, 4), (1, 4)],
)
def test_an_upper_end_belongs_to_its_band(chance, band):
    assert likelihood_band(chance, POLICY) == band


def test_sums_that_a_computer_misses_by_a_hair_are_still_the_end():
    assert likelihood_band(0.1 + 0.1 + 1e-12, POLICY) == 1
    assert likelihood_band(7, POLICY) == 4


@pytest.mark.parametrize(
    ("days", "cost", "band"),
    [
        (0, 0, 0),
        (None, None, 0),
        (0.5, 2, 0),
        (0.6, 0, 1),
        (0, 2.1, 1),
        (2, 15, 2),
        (5.5, 1, 3),
        (10, 40, 3),
        (None, 41, 4),
        (11, None, 4),
        (1e9, 1e9, 4),
        (math.inf, 0, 4),
    ],
)
def test_the_higher_one_of_the_two_bands_counts(days, cost, band):
    assert impact_band(days, cost, POLICY) == band


def test_the_bands_are_those_of_the_policy():
    coarse = replace(
        POLICY,
        likelihoods=(Band("never", 0.5), *(Band(str(n), 0.5 + n / 8) for n in range(1, 5))),
        impacts=(ImpactBand("a", 100, 1), *(ImpactBand(str(n), 100 + n, 1 + n) for n in range(1, 5))),
    )
    assert likelihood_band(0.5, coarse) == 0
    assert impact_band(100, 2.5, coarse) == 2


def test_what_is_expected_is_chance_times_the_mean_of_pert():
    assert expected_days(FIRE) == pytest.approx(0.25 * 3)  # (1 + 4 × 2 + 9) ÷ 6 = 3
    assert expected_cost(FIRE) == pytest.approx(0.25 * 6)
    assert expected_cost(FIRE, 2) == pytest.approx(0.25 * 6 + 2 * 0.25 * 3)


def test_what_is_not_known_stays_unknown():
    assert expected_days(Risk("a", "A", chance=0.5)) is None
    assert expected_days(Risk("a", "A", days=3)) is None
    assert expected_cost(Risk("a", "A", chance=0.5)) is None
    assert expected_cost(Risk("a", "A", chance=0.5, days=4)) is None
    assert expected_cost(Risk("a", "A", chance=0.5, days=4), 2) == 4
    assert expected_cost(Risk("a", "A", chance=0.5, cost=4), 2) == 2
    assert Risk("a", "A", days=3).days_estimate == Estimate(3, 3, 3)
    assert Risk("a", "A", days=3, days_low=4).days_estimate is None
    assert Risk("a", "A", cost=math.nan).cost_estimate is None


def test_a_response_leaves_what_it_does_not_change():
    after = Response("r", "fire", "mitigate", "Sprinkler", chance_after=0.1, cost_after=0.0).after(FIRE)
    assert after == replace(FIRE, chance=0.1, cost=0.0)
    assert Response("r", "fire", "accept", "Wait").after(FIRE) == FIRE


def test_rows_become_risks_and_lacking_columns_stay_blank():
    rows = (
        {"id": "a", "title": "A", "chance": 0.5, "more": 1},
        {"id": "b", "title": "B", "status": "closed"},
    )
    case = replace(BAKERY, tables={"risks": rows})
    assert risks(case) == (Risk("a", "A", chance=0.5), Risk("b", "B", status="closed"))
    assert open_risks(case) == (Risk("a", "A", chance=0.5),)
    assert (risk(case, "b").title, risk(case, "gone")) == ("B", None)
    assert (risks(BAKERY), responses(BAKERY)) == ((), ())


def test_a_case_without_a_policy_has_the_usual_one_of_today():
    assert policy(BAKERY) == RiskPolicy(today=datetime.date.today())
    assert policy(PAYLANE) is PAYLANE.risk


@pytest.mark.parametrize(
    ("thousands", "text"),
    [(0.0004, "€0"), (-0.0004, "€0"), (0.2, "€200"), (-14.31, "−€14,310"), (92.1513, "€92,151")],
)
def test_money_is_said_in_whole_units(thousands, text):
    assert money(thousands) == text


def test_the_shipped_register_holds_a_real_choice():
    """The budget buys a part of what is worth it, and the biggest score is far from the best buy."""
    by_id, known = {one.id: one for one in risks(PAYLANE)}, PAYLANE.risk
    worth = {}
    for one in responses(PAYLANE):
        before = expected_cost(by_id[one.risk], known.cost_per_day)
        worth[one] = before - expected_cost(one.after(by_id[one.risk]), known.cost_per_day) - one.cost
    best = {one.risk: one for one in sorted(worth, key=worth.get) if worth[one] > 0}
    assert sum(one.cost for one in best.values()) == pytest.approx(42.2)
    assert known.budget == 30
    scores = {
        one.id: (likelihood_band(one.chance, known) + 1) * (impact_band(one.days, one.cost, known) + 1)
        for one in open_risks(PAYLANE)
    }
    assert max(scores, key=scores.get) == "R-01"
    assert scores["R-01"] == 20
    returns = {risk: worth[one] / one.cost for risk, one in best.items()}
    assert max(returns, key=returns.get) == "R-05"
    assert sorted(returns, key=returns.get).index("R-01") < 3
    assert {one.id for one, gain in worth.items() if gain < 0} == {
        "R-05b",
        "R-07b",
        "R-09b",
        "R-11a",
        "R-16a",
    }
    assert sum(expected_cost(one, known.cost_per_day) for one in open_risks(PAYLANE)) == pytest.approx(
        92.15, abs=0.01
    )


def test_the_six_that_are_placed_already_stand_right():
    known = PAYLANE.risk
    for one in risks(PAYLANE):
        if one.likelihood:
            assert one.likelihood == known.likelihoods[likelihood_band(one.chance, known)].name
            assert one.impact == known.impacts[impact_band(one.days, one.cost, known)].name


def test_a_response_costs_no_more_than_the_people_it_is_made_of():
    """Notes that name days of a pair agree with the cost: €640 a day."""
    for one in responses(PAYLANE):
        words = one.note.split()
        if words[1:5] in (["days", "of", "a", "pair."], ["days", "of", "a", "pair"]):
            assert one.cost == pytest.approx(int(words[0]) * 0.64, abs=0.05), one.id
