"""What the feedback says of an order of jobs, on the case, on small ones and on odd ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, with_items
from tests.exercises.plants.waiting import SHOP, SOUND, order, with_jobs
from tpm_kit.case import BacklogItem, cases_folder, load_case
from tpm_kit.exercise import Outcome, Reason
from tpm_kit.exercises.prioritization import waiting_rules
from tpm_kit.exercises.prioritization.waiting import EXERCISE
from tpm_kit.exercises.prioritization.waiting_rules import jobs
from tpm_kit.methods.cost_of_delay import OrderError, cd3_order, cumulative, delay_cost

PAYLANE = load_case(cases_folder() / "paylane")
HOSTILE = "<img src=x onerror=alert(1)>"


def review(case, *ids):
    return EXERCISE.review(EXERCISE.read(order(*ids)), case)


def found(case, *ids):
    return {(one.code, one.level): one for one in review(case, *ids).findings}


# The jobs of the case ------------------------------------------------------------------------------------


def test_the_case_teaches_what_it_is_there_for():
    """One best order only; neither cost per week nor its ratio to the weeks gives it; no place is idle."""
    every = list(jobs(PAYLANE).values())
    costs = {}
    for one in permutations(every):
        try:
            costs[tuple(job.id for job in one)] = delay_cost(one)
        except OrderError:
            continue
    ranked = sorted(costs, key=costs.get)
    worked = PAYLANE.worked("waiting")
    assert ranked[0] == tuple(sorted(worked, key=lambda id: int(worked[id][0])))
    assert costs[ranked[1]] - costs[ranked[0]] > 0.04 * costs[ranked[0]]
    by_cost = tuple(job.id for job in sorted(every, key=lambda job: -job.cost))
    by_ratio = tuple(job.id for job in cd3_order(every))
    assert len({ranked[0], by_cost, by_ratio}) == 3
    assert not {by_cost, by_ratio} & set(costs), "both should break a need"
    in_time = next(one for one in every if one.starts)
    late = [
        one for one in ranked if cumulative([jobs(PAYLANE)[id] for id in one])[one.index(in_time.id)].cost
    ]
    assert min(costs[one] for one in late) > 1.3 * costs[ranked[0]]


def test_the_facts_hang_together_with_the_backlog():
    rows = {row["id"]: row for row in PAYLANE.table("waiting")}
    for id, row in rows.items():
        item = PAYLANE.item(id)
        assert row["weeks"] == round(item.effort / 3)
        assert set(row["after"]) == set(item.dependencies) & set(rows)
        days = (item.deadline - PAYLANE.sprint_start).days if item.deadline else 0
        assert row["starts"] * 7 == days
    assert sum(row["weeks"] for row in rows.values()) == 12
    assert f"{2 * round(420 * 8 / 18)} payments a week" in rows["PL-21"]["fact"]
    assert f"{186 * 6 / 60:g} hours a month" in rows["PL-01"]["fact"]
    sums = {
        "PL-01": 0.009 * 190_000 * 12 / 52 * 2 + 186 * 6 / 60 * 40 * 12 / 52,
        "PL-13": 0.12 * 190_000 * 12 / 52 * 2,
        "PL-14": 7 * 5 * 40 * 36 * 2 / 52,
        "PL-21": 420 * 8 / 18 * 2 * 2,
        "PL-23": 0.016 * 190_000 * 12 / 52 * 2,
    }
    assert {id: row["cost"] for id, row in rows.items()} == pytest.approx(sums, rel=0.025)


def test_every_order_of_the_case_has_an_outcome_and_only_the_best_is_strong():
    ids = list(jobs(PAYLANE))
    strong = [one for one in permutations(ids) if review(PAYLANE, *one).outcome is Outcome.STRONG]
    assert strong == [("PL-23", "PL-01", "PL-21", "PL-13", "PL-14")]


# The board -----------------------------------------------------------------------------------------------


def test_a_card_shows_work_cost_and_date_and_its_facts_say_why():
    board = EXERCISE.view(PAYLANE)
    notes = {card["id"]: card["note"].replace("\u00a0", " ") for card in board.cards}
    assert notes["PL-21"] == "3 weeks · €750 a week"
    assert notes["PL-13"] == "2 weeks · €10,500 a week from week 9"
    facts = dict(board.details["PL-13"])
    assert facts["Waiting costs"] == "€10,500 a week from week 9 (15 March 2027)"
    assert facts["Needs from others"] == "New signing keys for bank calls"
    assert dict(board.details["PL-14"])["Needs first"] == "Payment links for invoices"
    for row in PAYLANE.table("waiting"):
        assert dict(board.details[row["id"]])["Why so much"] == row["fact"], "a fact is cut"


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ((), ""),
        (("sign",), "€500 of delay so far"),
        (("sign", "salt"), "€5,500 of delay so far"),
        (("salt", "flour"), "a job before what it needs"),
        (("sign", "dough", "flour", "oven", "salt"), "€16,100 of delay"),
    ],
)
def test_the_head_of_the_column_adds_up_while_cards_move(ids, text):
    meter = EXERCISE.live(EXERCISE.read(order(*ids)), SHOP)["order"]
    assert meter["text"] == text
    assert meter.get("over", False) is (ids == ("salt", "flour"))


def test_the_chart_gets_the_blocks_and_the_best_sum_only_for_a_whole_order():
    plotted = EXERCISE.plotted(EXERCISE.read(SOUND[1]), SHOP)
    assert plotted["blocks"][:2] == [
        ("Paint the sign", 0, 1, 500, 500),
        ("Knead by machine", 0, 3, 600, 1800),
    ]
    assert plotted["blocks"][3] == ("Mend the oven", 9, 8, 0, 0)
    assert (plotted["total"], plotted["best"], plotted["unit"]) == (16_100, 16_100, "euros")
    for ids in ((), ("sign",), ("sign", "dough", "salt", "oven", "flour")):
        assert EXERCISE.plotted(EXERCISE.read(order(*ids)), SHOP)["best"] is None
    late = EXERCISE.plotted(EXERCISE.read(order("sign", "dough", "flour", "salt", "oven")), SHOP)
    assert late["blocks"][4] == ("Mend the oven", 9, 12, 9000, 27_000)


def test_the_chart_draws_what_it_gets():
    chart = EXERCISE.chart(SHOP)
    for ids in ((), ("sign",), [place["id"] for place in SOUND[1]["places"]]):
        chart.update(**EXERCISE.plotted(EXERCISE.read(order(*ids)), SHOP))
        assert chart.png(dark=bool(ids))[:4] == b"\x89PNG"
    assert "16,100 euros" in chart.alt
    assert "Knead by machine" in chart.alt


# The rules -----------------------------------------------------------------------------------------------


def test_a_right_order_is_told_what_is_right_in_it():
    goods = found(*(SOUND[0], *(place["id"] for place in SOUND[1]["places"])))
    assert "€16,100" in goods["DELAY-1", "good"].seen
    assert "1 week to spare" in goods["WSJF-6", "good"].seen
    assert "€100 against €250" in goods["WSJF-7", "good"].seen


def test_a_job_early_on_purpose_needs_one_reason_and_no_second():
    case, raw = SHOP, order("oven", "sign", "dough", "flour", "salt")
    first = EXERCISE.review(EXERCISE.read(raw), case)
    (caution,) = [one for one in first.findings if one.level == "caution"]
    reasons = {caution.key: Reason("Our estimates for the oven have been wrong before.", caution.seen)}
    assert EXERCISE.review(EXERCISE.read(raw), case, reasons).outcome is Outcome.TRADE_OFF


def test_an_early_job_does_not_hide_what_else_is_wrong():
    findings = found(SHOP, "oven", "sign", "flour", "dough", "salt")
    assert ("WSJF-6", "caution") in findings
    assert "€1,200" in findings["DELAY-1", "caution"].do


def test_a_date_that_cannot_be_met_is_no_fault():
    case = with_jobs(BAKERY, oven=(5, 10, 1, ()), dough=(1, 1000, 0, ()))
    assert review(case, "dough", "oven").outcome is Outcome.STRONG


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        (
            ("dough", "sign", "oven"),
            "One swap of neighbours to try: Mend the oven before Paint the sign. That alone saves €530.",
        ),
        (
            ("oven", "dough", "salt", "flour"),
            "Move Mend the oven by more than one place: that alone saves up to €20.",
        ),
        (("oven", "dough", "salt", "sign"), "No job moved alone makes it less"),
    ],
)
def test_one_change_is_named_and_never_the_whole_order(ids, says):
    jobs_of = {
        3: {"sign": (5, 30, 0, ("dough",)), "dough": (1, 160, 3, ()), "oven": (4, 130, 0, ())},
        "flour": {
            "salt": (1, 150, 7, ("dough",)),
            "dough": (5, 40, 0, ()),
            "oven": (5, 130, 0, ()),
            "flour": (4, 10, 3, ()),
        },
        "sign": {
            "salt": (3, 60, 0, ()),
            "sign": (5, 10, 0, ()),
            "dough": (3, 140, 7, ()),
            "oven": (5, 100, 0, ()),
        },
    }
    case = with_jobs(BAKERY, **jobs_of[3 if len(ids) == 3 else ids[-1]])
    assert says in found(case, *ids)["DELAY-1", "caution"].do


def test_an_order_that_cannot_be_worked_has_no_sums():
    assert {code for code, _ in found(SHOP, "oven", "dough", "sign", "salt", "flour")} == {"WSJF-7"}


def test_the_hint_sets_no_two_equal_ratios_against_each_other():
    case = with_jobs(BAKERY, sign=(1, 300, 0, ()), dough=(2, 600, 0, ()))
    assert EXERCISE.hint(0, EXERCISE.read(None), case).endswith("that is €300.")


def test_equal_orders_are_equally_good():
    case = with_jobs(BAKERY, oven=(2, 20, 0, ()), dough=(1, 10, 0, ()), sign=(3, 30, 0, ()))
    for ids in permutations(jobs(case)):
        assert review(case, *ids).outcome is Outcome.STRONG


def test_rules_of_the_whole_wait_for_the_last_card():
    result = review(SHOP, "salt", "flour")
    assert result.outcome is Outcome.INCOMPLETE
    assert [one.code for one in result.findings] == ["WSJF-7"]


def test_jobs_that_need_each_other_have_no_best_order_and_nothing_fails():
    case = with_jobs(BAKERY, salt=(1, 5, 0, ("flour",)), flour=(1, 5, 0, ("salt", "gone")))
    assert {one.code for one in review(case, "salt", "flour").findings} == {"WSJF-7"}
    assert EXERCISE.plotted(EXERCISE.read(order("salt", "flour")), case)["best"] is None
    assert EXERCISE.hint(3, EXERCISE.read(order("salt", "flour")), case)


def test_more_jobs_than_can_be_searched_still_get_their_other_feedback():
    items = tuple(BacklogItem(f"j{n}", f"Job {n}") for n in range(20))
    case = with_jobs(replace(BAKERY, items=items), **{item.id: (1, 1, 5, ()) for item in items})
    assert "DELAY-1" not in {one.code for one in review(case, *jobs(case)).findings}


def test_a_case_without_the_table_gives_an_empty_board_and_no_finding():
    assert EXERCISE.parts(BAKERY) == {}
    assert EXERCISE.view(BAKERY).cards == []
    assert review(BAKERY, "sign").outcome is Outcome.STRONG
    assert EXERCISE.live(EXERCISE.read(order("sign")), BAKERY) == {"order": {"text": ""}}


@pytest.mark.parametrize(
    "title", [HOSTILE, "word " * 200, "支払い画面で失敗理由を表示する", "$x_2$ %s {0}", "\u202eabc", "a\nb"]
)
def test_odd_titles_are_text(title):
    case = with_items(SHOP, sign={"title": title}, dough={"title": title})
    answer = EXERCISE.read(order("oven", "salt", "dough", "sign", "flour"))
    result = EXERCISE.review(answer, case)
    assert result.outcome is Outcome.NEEDS_WORK
    titles = EXERCISE.parts(case)
    for one in result.findings:
        assert all(titles[card] in one.seen for card in one.cards)
    chart = EXERCISE.chart(case)
    chart.update(**EXERCISE.plotted(answer, case))
    assert chart.png(dark=False)
    assert HOSTILE not in EXERCISE.view(case).to_html()


ids = st.permutations(list(jobs(SHOP))).flatmap(lambda one: st.integers(0, 5).map(lambda n: one[:n]))
amounts = st.tuples(
    st.floats(0.1, 520), st.floats(0, 999_999_999), st.one_of(st.just(0.0), st.floats(0, 520)), st.just(())
)


@settings(max_examples=60, deadline=None)
@given(
    ids, st.lists(amounts, min_size=5, max_size=5), st.lists(st.sampled_from(list(jobs(SHOP))), max_size=3)
)
def test_no_figures_and_no_order_make_it_fail(ids, figures, needs):
    every = {
        id: (*one[:3], tuple(needs) if id == "salt" else ())
        for id, one in zip(jobs(SHOP), figures, strict=True)
    }
    case = with_jobs(BAKERY, **every)
    answer = EXERCISE.read(order(*ids))
    result = EXERCISE.review(answer, case)
    assert all(one.seen for one in result.findings)
    EXERCISE.live(answer, case)
    EXERCISE.plotted(answer, case)
    assert all(EXERCISE.hint(step, answer, case) for step in range(len(EXERCISE.hints)))


@settings(max_examples=40, deadline=None)
@given(st.permutations(list(jobs(SHOP))), st.lists(amounts, min_size=5, max_size=5))
def test_the_best_order_is_never_blamed(ids, figures):
    case = with_jobs(BAKERY, **dict(zip(jobs(SHOP), figures, strict=True)))
    best = waiting_rules.best_order([jobs(case)[id] for id in ids])
    assert review(case, *(job.id for job in best)).outcome is Outcome.STRONG
