"""The recap of notebook 07: every number in it is what the methods of the course work out."""

from __future__ import annotations

import statistics

import pytest

from tpm_kit.exercises.risk.risk_quiz import QUESTIONS
from tpm_kit.methods.expected_value import Branch, expected_value
from tpm_kit.methods.risk_matrix import NIST, PRODUCT
from tpm_kit.methods.risk_simulation import RiskEvent, simulate_risks
from tpm_kit.methods.three_point import Estimate

ASKED = {question.id: question for question in QUESTIONS}


def words(question, option=None):
    """The text of a question, or an option with its reason."""
    asked = ASKED[question]
    one = asked.option(option) if option else None
    return f"{one.text} {one.reason}" if one else asked.text


def right(question):
    return next(option.id for option in ASKED[question].options if option.right)


def test_it_asks_about_all_that_the_notebook_is_about():
    assert list(ASKED) == [
        *("issue", "average", "money", "wrong-way", "nist"),
        *("value", "transfer", "reserves", "sum", "p80"),
    ]
    assert [len(question.options) for question in QUESTIONS] == [4] * 10


def test_the_averaged_scores_describe_none_of_the_risks():
    scores = [4] * 9 + [25]
    assert "6.1 on average" in words("average")
    assert statistics.mean(scores) == pytest.approx(6.1)
    levels = {
        PRODUCT.score(row, column): PRODUCT.level(row, column) for row in range(5) for column in range(5)
    }
    assert (levels[4], levels[5], levels[6], levels[9], levels[25]) == (
        *("low", "medium", "medium", "medium"),
        "critical",
    )
    assert right("average") == "hides"
    assert statistics.mean([*scores, *[1] * 10]) <= 4 < 5
    assert statistics.median(scores) == 4
    assert sum(scores) == 61
    assert sum([4] * 16) == 64


def test_the_products_of_places_are_not_money():
    small, large = (
        expected_value([Branch(p, loss), Branch(1 - p, 0)]) for p, loss in ((0.9, 16), (0.15, 400))
    )
    assert (small, large) == pytest.approx((14.4, 60))
    assert "€60,000 against €14,400" in words("money", right("money"))
    assert large / small == pytest.approx(4, abs=0.2)
    assert (PRODUCT.score(4, 3), PRODUCT.score(1, 4)) == (20, 10)
    assert 0.04 * 400 > small > 0.03 * 400


def test_the_matrix_ranks_the_pair_the_wrong_way_round():
    risks = {"A": (0.85, 0.02), "B": (0.38, 0.38)}
    bands = {name: tuple(int(one * 5) for one in risk) for name, risk in risks.items()}
    assert {name: PRODUCT.score(*cell) for name, cell in bands.items()} == {"A": 5, "B": 4}
    true = {name: round(chance * loss, 3) for name, (chance, loss) in risks.items()}
    assert true == {"A": 0.017, "B": 0.144}
    assert "14.4 % of the budget, A 1.7 %" in words("wrong-way", right("wrong-way"))
    assert bands == {"A": (4, 0), "B": (1, 1)}
    assert "fifth band, 2 % in the first, 38 % in the second twice" in words("wrong-way", "badly")


def test_the_table_of_nist_has_its_levels_and_is_not_symmetric():
    low, moderate, high = 0, 2, 4
    assert NIST.level(moderate, high).casefold() == "high"
    assert NIST.level(high, moderate).casefold() == "moderate"
    assert NIST.level(high, low).casefold() == "very low"
    assert (PRODUCT.score(moderate, high), PRODUCT.level(moderate, high)) == (15, "high")


def test_the_connector_is_worth_what_its_branches_make():
    net = [Branch(0.7, 60 - 30), Branch(0.3, 10 - 30)]
    assert expected_value(net) == pytest.approx(15)
    assert [words("value", id)[:7] for id in ("right", "no-sign", "no-price")] == [
        "€15,000",
        "€27,000",
        "€45,000",
    ]
    assert expected_value([Branch(0.7, 30), Branch(0.3, 20)]) == pytest.approx(27)
    assert expected_value([Branch(0.7, 60), Branch(0.3, 10)]) == pytest.approx(45)
    assert (30 - 20) / 2 == 5
    assert words("value", "no-chance").startswith("€5,000")
    assert [branch.chance * branch.value for branch in net] == pytest.approx([21, -6])


def test_percentiles_of_five_risks_are_not_their_sum():
    """Firing risks out of five at 30 %: none 0.168, one or none 0.528, two 0.837, four 0.998."""
    ten = Estimate(10, 10, 10)
    events = [RiskEvent(f"R{n}", 0.3, None, ten, ()) for n in range(5)]
    one, all_five = (simulate_risks(some, runs=40_000, seed=5) for some in (events[:1], events))
    assert one.cost_percentile(80) == pytest.approx(10)
    assert all_five.cost_percentile(80) == pytest.approx(20)
    within = {most: float((all_five.cost <= most + 0.5).mean()) for most in (15, 20, 40)}
    assert within == pytest.approx({15: 0.528, 20: 0.837, 40: 0.998}, abs=0.01)
    assert all_five.expected_cost == pytest.approx(15, abs=0.2)
    assert round(0.3**5 * 1000) == 2
    assert "84 % of cases" in words("sum", "less")
    assert "99.8 % of cases" in words("sum", "sum")
    assert "53 % of cases" in words("sum", "mean")


def test_a_p80_leaves_one_run_in_five_above_it():
    events = [RiskEvent(f"R{n}", 0.4, None, Estimate(5, 10, 30), ()) for n in range(6)]
    run = simulate_risks(events, runs=20_000, seed=3)
    limit = run.cost_percentile(80)
    assert float((run.cost > limit).mean()) == pytest.approx(0.2, abs=0.01)
    assert limit != pytest.approx(0.8 * float(run.cost.max()), rel=0.05)
    assert right("p80") == "limit"


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("issue", "move"),
        ("transfer", "nothing"),
        ("reserves", "two"),
        ("wrong-way", "compare"),
        ("nist", "axes"),
    ],
)
def test_the_right_ones_are_what_the_course_teaches(question, option):
    assert right(question) == option
