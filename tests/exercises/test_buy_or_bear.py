"""The board on which responses are bought: its sums against slow ones, its figures, and odd registers."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exercises.answers import shipped_case
from tests.exercises.plants.buy_or_bear import (
    BAKERY,
    RESPONSES,
    SLOW,
    UNTIMED,
    bought,
    found,
    response,
)
from tpm_kit.answers import Placements
from tpm_kit.case import Case, cases_folder
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.buy_forecast import outlook
from tpm_kit.exercises.risk.buy_market import State, market
from tpm_kit.exercises.risk.buy_or_bear import EXERCISE, buy_chart, buy_meters, buy_plot
from tpm_kit.exercises.risk.buy_set_rules import scores
from tpm_kit.exercises.roadmap.promise_choices import basis
from tpm_kit.methods.three_point import Estimate

PAYLANE = shipped_case(EXERCISE, cases_folder() / "paylane")


def answer(*ids: str, case: Case = BAKERY) -> Placements:
    return EXERCISE.read(bought(*ids, case=case))


def test_the_worked_set_is_the_best_of_all_sets():
    """Against every set of every two responses to one risk and every set of risks, slowly."""
    here = market(PAYLANE)
    by_risk = {}
    for offer in here.offers.values():
        by_risk.setdefault(offer.risk, []).append(offer.id)
    ways = []
    for ids in by_risk.values():
        groups = [group for count in range(len(ids) + 1) for group in itertools.combinations(ids, count)]
        ways.append([(round(1000 * here.spent(group)), here.worth(group)) for group in groups])
    best = {0: 0.0}  # cost in single euros -> the most that any set with this cost is worth
    for options in ways:
        grown: dict[int, float] = {}
        for cost, worth in best.items():
            for more, gain in options:
                if cost + more <= 1000 * here.budget:
                    grown[cost + more] = max(grown.get(cost + more, -1e9), worth + gain)
        best = grown
    assert here.worth(here.best) == pytest.approx(max(best.values()))
    assert here.spent(here.best) <= here.budget


def test_the_worked_answer_is_strong_and_says_its_sums():
    solution = EXERCISE.worked_answer(PAYLANE)
    raw = Placements.of({id: value for id, (value, _) in solution.items()}).raw()
    assert EXERCISE.review(EXERCISE.read(raw), PAYLANE).outcome is Outcome.STRONG
    assert set(solution) == set(EXERCISE.parts(PAYLANE))
    assert {value for value, _ in solution.values()} == {"buy", "bear"}
    assert all(reason.endswith(".") and "takes away" in reason for _, reason in solution.values())


def test_the_case_is_a_real_choice():
    here = market(PAYLANE)
    worth_it = [id for id in here.offers if here.worth([id]) > 0]
    assert here.spent(worth_it) > here.budget
    score = scores(here, PAYLANE)
    by_score = sorted(worth_it, key=lambda id: -score[here.offers[id].risk])
    picked: list[str] = []
    for id in by_score:
        if here.spent([*picked, id]) <= here.budget:
            picked.append(id)
    assert here.worth(picked) < 0.9 * here.worth(here.best)
    assert any(here.worth([id]) < 0 for id in here.offers)
    assert any(offer.brings for offer in here.offers.values())


def test_whoever_goes_down_the_scores_of_the_case_is_told():
    here = market(PAYLANE)
    score = scores(here, PAYLANE)
    picked: list[str] = []
    for risk_id in sorted({offer.risk for offer in here.offers.values()}, key=lambda id: (-score[id], id)):
        best = max(
            (id for id in here.offers if here.offers[id].risk == risk_id), key=lambda id: here.worth([id])
        )
        if here.worth([best]) > 0 and here.spent([*picked, best]) <= here.budget:
            picked.append(best)
    findings = EXERCISE.review(answer(*picked, case=PAYLANE), PAYLANE).findings
    told = next(one for one in findings if one.code == "RISK-9")
    assert "A score is a rank and no money." in told.why


def test_what_two_responses_leave_is_the_better_of_each_number():
    before = State(0.5, Estimate(2, 4, 6), Estimate(1, 2, 3))
    one, two = (
        State(0.2, Estimate(2, 4, 6), Estimate(1, 2, 3)),
        State(0.5, Estimate(1, 2, 9), Estimate(0, 1, 2)),
    )
    both = before.with_response(one).with_response(two)
    assert both == State(0.2, Estimate(1, 2, 6), Estimate(0, 1, 2))
    assert before.loss(2.0) == pytest.approx(0.5 * (2 + 2.0 * 4))


def test_the_sums_of_the_bakery():
    here = market(BAKERY)
    assert here.loss() == pytest.approx(9 + 3.36 + 9.5 + 3 + 0.5)
    assert list(here.offers) == ["a1", "a2", "b1", "c1", "c2", "d1", "e1"]
    removes = {id: round(here.removes([id]), 9) for id in here.offers}
    assert removes == {"a1": 3.6, "a2": 3, "b1": 2.56, "c1": 7.6, "c2": 7.6, "d1": 2, "e1": 0.25}
    assert here.removes(["a1", "a2"]) == pytest.approx(5.4)
    assert here.adds("a2", {"a1", "a2"}) == pytest.approx(1.8 - 2)
    assert here.best == {"c1", "d1"}
    assert scores(here, BAKERY) == {"a": 12, "b": 12, "c": 9, "d": 6, "e": 4}


def exact_p80(ids: tuple[str, ...]) -> float:
    """P80 of all that responses and risks of the bakery cost, by all ways in which they can strike."""
    here = market(BAKERY)
    states = here.after(ids).values()
    ways = []
    for fires in itertools.product((0, 1), repeat=len(states)):
        chance, total = 1.0, here.spent(ids)
        for fire, state in zip(fires, states, strict=True):
            chance *= state.chance if fire else 1 - state.chance
            total += fire * (state.cost.mean + state.days.mean)
        ways.append((total, chance))
    covered = 0.0
    for total, chance in sorted(ways):
        covered += chance
        if covered >= 0.8:
            return total
    raise AssertionError


@pytest.mark.parametrize("ids", [(), ("c1", "d1"), ("a1", "b1"), ("c2",)])
def test_p80_of_the_cost_is_that_of_all_ways_it_can_come(ids):
    assert outlook(BAKERY, ids).p80_cost == pytest.approx(exact_p80(ids))


def test_p80_of_each_alone_added_up_is_something_else():
    after = outlook(BAKERY, ("c1", "d1"))
    # a with 0.5 costs 18, b with 0.21 costs 16; the chances of c, d and e are 0.2 or less.
    assert after.single_p80s() == pytest.approx(18 + 16)
    assert after.p80_cost == pytest.approx(exact_p80(("c1", "d1")))
    finding = found(bought("c1", "d1"))["RISK-14", "good"]
    assert "€29,500 at P80, and €37,000 if nothing" in finding.seen
    assert "would say €40,500 with what you spend, €11,000 more" in finding.why


def test_a_response_changes_nothing_of_the_other_risks():
    """In no run is more lost, or anything later, with a response than without."""
    bare, one = outlook(PAYLANE, ()).runs, outlook(PAYLANE, ("R-05a",)).runs
    assert (one.cost <= bare.cost + 1e-9).all()
    assert (one.finish <= bare.finish + 1e-9).all()
    assert (one.cost < bare.cost - 1e-9).mean() == pytest.approx(0.35, abs=0.02)  # 40 % less 5 %


def test_without_any_risk_the_finish_is_that_of_exercise_6_6():
    case = replace(BAKERY, tables={**BAKERY.tables, "risks": ()})
    assert outlook(case, ()).p80_time == basis(BAKERY).forecast.at(80)
    assert outlook(BAKERY, ()).p80_time > basis(BAKERY).forecast.at(80)


def test_the_learners_times_count_and_else_the_worked_ones():
    assert "your three times of 6.6" in EXERCISE.task_for(BAKERY)
    assert "the worked three times, since yours in 6.6 are not complete" in EXERCISE.task_for(PAYLANE)
    assert "For what happens to the date, fill in 6.6." in EXERCISE.task_for(UNTIMED)


def test_what_the_columns_say():
    meters = buy_meters(answer("c1", "d1"), BAKERY)
    assert meters["buy"] == {"text": "€6,500 of €6,500", "share": 1.0, "over": False}
    assert meters["bear"]["text"] == (
        "still lost on average €15,760 of €25,360 · P80 of all cost €29,500 · P80 of the date 5 Feb, in time"
    )
    late = buy_meters(answer("d1", "f1", case=SLOW), SLOW)["bear"]["text"]
    assert late.endswith("P80 of the date 7 Feb, 2 working days late")
    over = buy_meters(answer("b1", "c1", "d1"), BAKERY)["buy"]
    assert over == {"text": "€8,700 of €6,500", "share": 1.0, "over": True}
    assert "date" not in buy_meters(answer("c1", case=UNTIMED), UNTIMED)["bear"]["text"]


def test_the_chart_shows_both_curves_with_money_and_date():
    chart = buy_chart(BAKERY)
    chart.update(**buy_plot(answer("c1", "d1"), BAKERY))
    assert "Nothing bought: done 5 Feb (P80): from €0 to" in chart.alt
    assert "What you buy: done 5 Feb (P80): from €6,500 to" in chart.alt
    assert "P80 €29,500" in chart.alt
    chart.update(**buy_plot(Placements(), BAKERY))
    assert "What you buy" not in chart.alt
    assert chart.png(dark=True).startswith(b"\x89PNG")


def test_two_responses_to_one_risk_can_both_be_worth_it():
    rows = (
        *RESPONSES,
        response("d2", "Empty it every hour.", 0.1, 0.15, 0, 15),
        response("d3", "Lock the till.", 0.3, 0.2, 0, 5),
    )
    case = replace(BAKERY, tables={**BAKERY.tables, "responses": rows})
    finding = found(bought("c1", "d2", "d3", case=case), case)["BUY-2", "note"]
    assert "Alone they take away €750 and €2,000, together €2,250." in finding.seen
    assert ("BUY-2", "caution") not in found(bought("c1", "d2", "d3", case=case), case)


def test_money_left_is_no_fault_while_nothing_fits():
    assert ("BUY-4", "caution") not in found(bought("a1", "d1"))
    finding = found(bought())["BUY-4", "caution"]
    assert "€6,500 of the budget are left, and 6 of the responses" in finding.seen
    assert "the best by €2,600." in finding.seen


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        ("a1 d1", "Try one for one: dearer ones."),
        ("a1 b1", "Try two for two: dearer ones."),
        ("a2 b1 d1", "Try fewer, each of which takes away more (1) in place of two that you have."),
    ],
)
def test_only_the_kind_of_swap_is_named(ids, says):
    finding = found(bought(*ids.split()))["BUY-3", "caution"]
    assert finding.do == says
    assert "sack" not in f"{finding.seen} {finding.why} {finding.do}"


def test_hints_use_the_figures_on_the_board():
    blank = EXERCISE.read(None)
    assert "One of 7 responses costs more than it takes away." in EXERCISE.hint(0, blank, BAKERY)
    assert "takes away 1.5 times what it costs" in EXERCISE.hint(1, blank, BAKERY)
    assert EXERCISE.hint(2, answer("c1", "a1"), BAKERY) == (
        "The set that is worth most holds 2 responses for €6,500. 1 of them you have bought, and 1 that is "
        "not among them."
    )


def test_neither_import_nor_task_loads_the_heavy_libraries():
    code = (
        "import sys; from tpm_kit.exercises import EXERCISES; e = EXERCISES['buy-or-bear']; "
        "from tpm_kit.case import cases_folder, load_case; c = load_case(cases_folder() / 'paylane'); "
        "c = e.ground(c, lambda id: None); e.view(c); e.parts(c); f = EXERCISES['expected-value']; "
        "f.view(c); f.task_for(c); f.parts(c); "
        "print(sorted({'numpy', 'networkx', 'matplotlib', 'pandas'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_difference_is_that_of_the_sums_as_they_are_written():
    for ids in ((), tuple(market(PAYLANE).best)):
        finding = next(
            one
            for one in EXERCISE.review(answer(*ids, case=PAYLANE), PAYLANE).findings
            if one.code == "RISK-14"
        )
        sums = [int(text.replace(",", "")) for text in re.findall(r"€([\d,]+)", finding.seen + finding.why)]
        assert sums[-1] == abs(sums[-2] - sums[0])
        assert ("if nothing is bought" in finding.seen) is bool(ids)


def test_risks_whose_items_are_not_in_the_plan_are_named_beside_the_date():
    outside = outlook(PAYLANE, ()).outside()
    tasks = basis(PAYLANE).forecast.estimates
    lost = [one for one in market(PAYLANE).risks.values() if one.chance and one.days]
    assert set(outside) == {one.title for one in lost if not set(one.items) & set(tasks)}
    assert outside[0] == "Brackwater opens its test late"
    date = next(one for one in EXERCISE.review(answer(case=PAYLANE), PAYLANE).findings if one.code == "BUY-6")
    assert f"They leave out the days of {outside[0]}" in date.why
