"""Three times for each item: what may be typed, and what is said while typing."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.exercises.plants.how_sure import BAKERY, found, typed
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.roadmap.how_sure import EXERCISE, estimate_live
from tpm_kit.exercises.roadmap.how_sure_cells import hand_item, read_days, read_finish
from tpm_kit.exercises.roadmap.how_sure_hand_rules import meets
from tpm_kit.exercises.roadmap.how_sure_target import target


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("12 days", 12),
        ("12 d", 12),
        ("2,5", 2.5),
        (" 12 working days", 12),
        ("1,000", 1000),
        ("1 day", 1),
    ],
)
def test_working_days_as_people_type_them(text, value):
    reading = read_days(text)
    assert (reading.value, reading.fault) == (value, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no number"), ("x", "no number"), ("12-15", "no number"), ("0", "out of range"),
        ("-3", "out of range"), ("1001", "out of range"), ("9" * 50, "out of range"), ("3 weeks", "about 15"),
        ("16 hours", "about 2."), ("2 months", "about 42"), ("1 sprint", "about 10"), ("8 pts", "in points"),
        ("5 apples", "not in working days"),
    ],
)  # fmt: skip
def test_what_is_no_number_of_working_days(text, said):
    reading = read_days(text)
    assert reading.code == "SURE-1"
    assert said in reading.fault


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 February", 21),
        ("4 Feb 2030", 21),
        ("February 4, 2030", 21),
        ("4. feb.", 21),
        ("2030-02-04", 21),
        ("Feb 9", 25),
        ("21 days", 21),
    ],
)
def test_the_finish_may_be_a_date(text, days):
    """9 February 2030 is a Saturday: 25 working days are over by then."""
    assert read_finish(text, target(BAKERY)).value == days


@pytest.mark.parametrize("text", ["6 January 2030", "4 February 2099", "30 February", "Monday", "4/2"])
def test_what_is_no_date_of_a_finish(text):
    assert read_finish(text, target(BAKERY)).fault


def test_a_date_without_its_year_is_the_next_one():
    december = replace(BAKERY, sprint_start=datetime.date(2029, 12, 31))
    assert read_finish("4 Jan", target(december)).value == 5


def test_a_finish_as_a_date_is_judged():
    assert (
        "80 % sure: days by hand is 4 February;"
        in found(typed(finish={"days": "4 February"}))["PERT-3", "good"].seen
    )
    early = found(typed(finish={"days": "31 Jan"}))["PERT-3", "problem"]
    assert "is 31 Jan; of 10,000 runs 64 % are done by then" in early.seen


def test_results_follow_while_typing():
    live = estimate_live(EXERCISE.read(typed()), BAKERY)
    assert live["results"]["mill"] == {"worked": "7.0 · 1.7"}
    assert live["results"]["oven"] == {"worked": "15.0 · 2.7"}
    assert live["results"]["path"] == {"worked": "17.0 · 2.7"}
    assert live["results"]["finish"] == {"worked": "4 February 2030"}
    assert live["faults"] == {}


def test_what_is_worked_out_by_hand_is_not_given_away():
    raw = typed(oven={"days": "16"}, path={"days": "", "sd": ""}, finish={"days": "30"})
    results = estimate_live(EXERCISE.read(raw), BAKERY)["results"]
    assert [results[row]["worked"] for row in ("oven", "path", "finish")] == ["after yours"] * 3
    assert results["mill"]["worked"] == "7.0 · 1.7"


def test_the_order_is_said_at_the_cell():
    faults = estimate_live(EXERCISE.read(typed(mill="7 6 5")), BAKERY)["faults"]
    assert faults == {
        "mill": {"likely": "6 is below the optimistic 7.", "pessimistic": "5 is below the optimistic 7."}
    }


def test_an_order_can_be_wrong_before_the_row_is_complete():
    raw = typed(mill={"likely": "", "optimistic": "20"})
    assert "14 is below the optimistic 20" in found(raw)["PERT-4", "problem"].seen


@pytest.mark.parametrize(
    ("text", "true", "fits"),
    [
        ("23", 23.17, True), ("23.2", 23.17, True), ("23.17", 23.17, True), ("23.3", 23.17, False),
        ("24", 23.17, False), ("4", 4.29, True), ("0", 0.33, False), ("0.3", 0.33, True), ("3", 3.5, False),
        ("3.5", 3.5, True), ("0", 0.0, True),
    ],
)  # fmt: skip
def test_rounding_by_hand_is_no_mistake(text, true, fits):
    assert meets(text, float(text), true) is fits


def test_the_incomplete_answer_says_what_is_missing():
    raw = typed(path={"days": ""}, trial={"likely": ""})
    answer = EXERCISE.read(raw)
    assert EXERCISE.missing(answer, BAKERY) == ["trial:likely", "path:days"]
    assert EXERCISE.review(answer, BAKERY).outcome is Outcome.INCOMPLETE


def test_parts_by_hand_are_the_largest_item_and_the_rows_below():
    parts = [part for part in EXERCISE.parts(BAKERY) if part.partition(":")[2] in ("days", "sd")]
    assert hand_item(BAKERY) == "oven"
    assert parts == ["oven:days", "oven:sd", "path:days", "path:sd", "finish:days"]
