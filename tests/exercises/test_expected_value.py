"""The table of expected values: what is read, which answers count, and odd registers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.answers import shipped_case
from tests.exercises.plants.expected_value import (
    BAKERY,
    OWN,
    RISKS,
    ROWS,
    found,
    review,
    typed,
    value,
    valued,
)
from tpm_kit.answers import Cells
from tpm_kit.case import cases_folder
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.expected_value import EXERCISE, value_live
from tpm_kit.exercises.risk.value_cells import read_chance, read_money
from tpm_kit.exercises.risk.value_sums import option_value, p80, sums

PAYLANE = shipped_case(EXERCISE, cases_folder() / "paylane")


@pytest.mark.parametrize(
    ("text", "thousands"),
    [
        ("−€11,237", -11.237),
        ("-€ 11,237", -11.237),
        ("€-11 237", -11.237),
        ("- 11.2k", -11.2),
        ("11,2 Tsd. €", 11.2),
        ("500 EUR", 0.5),
        ("-11.237 €", -11.237),
        ("-5.580", -5.58),
        ("(8332)", -8.332),
        ("11.237k", 11.237),
        ("11.2 TEUR", 11.2),
        ("0", 0),
    ],
)
def test_sums_are_read_as_people_type_them(text, thousands):
    assert read_money(text) == (pytest.approx(thousands), "")


@pytest.mark.parametrize(
    "text", ["lots", "-5 days", "€", "1e400", "9" * 40, "<img src=x onerror=alert(1)>", "--5"]
)
def test_what_is_no_sum_is_said(text):
    assert read_money(text).fault.endswith(".")


@pytest.mark.parametrize(
    ("text", "share"),
    [("40 %", 0.4), ("0,4", 0.4), ("2/5", 0.4), ("2 von 5", 0.4), ("40 Prozent", 0.4), ("1", 1)],
)
def test_chances_are_read_as_people_type_them(text, share):
    assert read_chance(text) == (pytest.approx(share), "")


@pytest.mark.parametrize("text", ["140", "-0.1", "7 of 5", "2 of 0", "often", "40 euros", "110 %"])
def test_what_is_no_chance_is_said(text):
    assert read_chance(text).fault.endswith(".")


def test_the_sums_of_the_case():
    here = sums(PAYLANE)
    worth = {one.id: round(1000 * one.chance * one.value) for one in (*here.threats, *here.gains)}
    assert worth == {"R-05": -11237, "R-02": -5580, "R-12": -8332, "lawyers": 1400}
    assert here.at_least_one == pytest.approx(1 - 0.6 * 0.75 * 0.8)
    assert here.set_aside == pytest.approx(11.23733 + 5.58 + 8.332 - 1.4, abs=1e-4)
    assert {option.id: round(option_value(option), 3) for option in here.options} == {
        "draft": -9.04,
        "wait": -9.96,
    }
    assert here.best.id == "draft"
    assert here.gap == pytest.approx(0.92)
    assert p80(here.events) == 3


def test_the_worked_answer_is_strong_and_covers_every_cell():
    solution = EXERCISE.worked_answer(PAYLANE)
    answer = Cells.of({part: text for part, (text, _) in solution.items()})
    assert set(solution) == set(EXERCISE.parts(PAYLANE))
    assert EXERCISE.review(answer, PAYLANE).outcome is Outcome.STRONG
    assert solution["R-05:value"] == ("−11237", "−40 % × (11.3 working days × €1,920 + €6,333).")
    assert solution["reserve:value"] == ("23749", "€11,237 + €5,580 + €8,332 − €1,400.")
    assert solution["any:chance"] == ("64 %", "1 − 0.6 × 0.75 × 0.8.")


def test_figures_from_rounded_means_count():
    rounded = {
        "R-05": str(round(-0.4 * (11.3 * 1920 + 6333))),
        "R-02": str(round(-0.25 * (4.3 * 1920 + 14000))),
    }
    for row, text in rounded.items():
        answer = Cells(cells={row: {"value": text}})
        assert [one for one in EXERCISE.review(answer, PAYLANE).findings if one.level == "problem"] == []


def test_a_sum_with_ones_own_wrong_chance_is_no_second_mistake():
    codes = {
        one.code
        for one in review(typed(oven={"chance": "50 %", "value": "-4000"})).findings
        if one.level == "problem"
    }
    assert codes == {"EV-2"}
    reserve = typed(
        oven={"chance": "50 %", "value": "-4000"}, reserve={"value": "6400"}, any={"chance": "66 %"}
    )
    assert {one.code for one in review(reserve).findings if one.level == "problem"} == {"EV-2"}
    tree = typed(
        rain={"chance": "30"}, dry={"chance": "70"}, rent={"value": "-4000"}, better={"value": "700"}
    )
    assert {one.code for one in review(tree).findings if one.level == "problem"} == {"EV-2"}


@pytest.mark.parametrize("text", ["-3140", "-3260", "3,2", "-3.20001", ""])
def test_a_sum_must_be_as_exact_as_its_means_allow(text):
    levels = [one.level for one in review(typed(**valued(oven=text))).findings if "The oven" in one.seen]
    assert ("problem" in levels) is bool(text)


def test_the_result_is_shown_only_once_it_is_right():
    live = value_live(EXERCISE.read(typed(**valued(oven="-8000"), mill={"chance": "often"})), BAKERY)
    assert "oven" not in live["results"]
    assert "mill" not in live["results"]
    assert live["results"]["van"] == {"worked": "−25 % × 4 working days × €1,000"}
    assert live["results"]["any"] == {"worked": "1 − 0.6 × 0.9 × 0.75"}
    assert live["results"]["both"] == {"worked": "none in 56.25 %, at most this sum in 93.75 %"}
    assert live["faults"] == {"mill": {"chance": "“often” is no chance; write 40 %, 0.4 or 2 of 5."}}


def test_what_is_good_says_what_follows():
    good = found(typed())
    assert "“Rent a tent” is the better decision, by €1,700. Without" in good["EV-5", "good"].seen
    assert "at least one of the threats strikes is 60 %" in good["EV-4", "good"].seen
    assert (
        "€3,000 in four cases of five; the P80 of each alone, added up, would say €6,000"
        in good["RISK-14", "good"].seen
    )
    seen = [one.seen for one in review(typed()).findings if one.code == "EV-3"]
    assert (
        "On average “The oven cracks” loses most, €3,200, although “The mill burns” is worse if it happens."
        in seen
    )
    assert "The reserve is €5,600." in seen


def test_a_wrong_option_gets_no_praise_for_the_decision():
    assert ("EV-5", "good") not in found(typed(**valued(rent="-2000")))


def test_a_register_alone_gives_its_three_greatest_threats():
    assert [one.id for one in sums(OWN).threats] == ["sign", "oven", "mill"]
    assert set(EXERCISE.parts(OWN)) == {
        "sign:chance", "sign:value", "oven:chance", "oven:value", "mill:chance", "mill:value", "any:chance",
        "reserve:value",
    }  # fmt: skip
    answer = Cells.of({part: text for part, (text, _) in EXERCISE.worked_answer(OWN).items()})
    assert EXERCISE.review(answer, OWN).outcome is Outcome.STRONG
    assert EXERCISE.task_for(OWN).startswith("Work out what these 3 threats are worth")
    for step in range(3):
        assert EXERCISE.hint(step, Cells(), OWN)[-1] in ".?"


def test_a_register_without_figures_says_what_is_missing():
    rows = tuple({**row, "chance": None} for row in RISKS)
    case = replace(OWN, tables={"risks": rows})
    assert EXERCISE.parts(case) == {}
    assert EXERCISE.task_for(case).startswith("No open risk has a chance between 0 and 1")
    assert EXERCISE.review(EXERCISE.read(None), case).outcome is Outcome.NOT_ATTEMPTED
    assert EXERCISE.worked_answer(case) == {}
    unpaid = replace(OWN, risk=replace(OWN.risk, cost_per_day=0.0), tables={"risks": RISKS[2:3]})
    assert EXERCISE.parts(unpaid) == {}


def test_one_threat_alone_has_no_chance_of_at_least_one():
    case = replace(OWN, tables={"risks": RISKS[:1]})
    assert set(EXERCISE.parts(case)) == {"oven:chance", "oven:value", "reserve:value"}


def test_gains_above_the_losses_leave_no_reserve():
    rows = (value("van", "risk"), value("fair", "gain", "The fair comes", chance=0.9, value=50))
    case = replace(BAKERY, tables={"risks": RISKS, "expected-value": rows})
    assert sums(case).set_aside == 0
    answer = Cells.of({part: text for part, (text, _) in EXERCISE.worked_answer(case).items()})
    assert EXERCISE.review(answer, case).outcome is Outcome.STRONG


def test_a_risk_that_took_the_id_of_another_row_keeps_it():
    risks = ({**RISKS[0], "id": "any"}, {**RISKS[1], "id": "reserve"}, {**RISKS[2], "id": "a:b"})
    case = replace(OWN, tables={"risks": risks})
    answer = Cells.of({part: text for part, (text, _) in EXERCISE.worked_answer(case).items()})
    assert EXERCISE.review(answer, case).outcome is Outcome.STRONG


def test_strange_answers_and_texts_break_nothing():
    evil = '<img src=x onerror="alert(1)">'
    case = replace(OWN, tables={"risks": ({**RISKS[0], "title": evil, "fact": evil * 99}, *RISKS[1:])})
    raw = {
        "cells": {"oven": {"value": evil, "chance": "4" * 500}, "gone": {"value": "1"}, "any": {"moon": "1"}}
    }
    answer = EXERCISE.read(raw)
    assert {one.code for one in EXERCISE.review(answer, case).findings if one.level == "problem"} == {"EV-1"}
    assert value_live(answer, case)["faults"]["oven"].keys() == {"value", "chance"}
    assert "<img" not in EXERCISE.view(case).to_html()


def test_the_rows_of_the_bakery_are_those_of_its_table():
    assert [part.partition(":")[0] for part in EXERCISE.parts(BAKERY) if part.endswith(":chance")] == [
        "oven", "mill", "van", "fair", "any", "rain", "dry", "warps", "stands",
    ]  # fmt: skip
    assert len(ROWS) == 12
