"""Experience and what it shows: the lines of one's own, which may stay blank, and their linter."""

from __future__ import annotations

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.experience import said, without_own
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.experience import EXERCISE
from tpm_kit.exercises.career.experience_rows import own_fault


def review(raw):
    return EXERCISE.review(EXERCISE.read(raw), BARE)


@pytest.mark.parametrize(
    "said_so",
    [
        "Built the nightly import of invoices at Crumb in 2024",
        "Worked on the billing API; wrote its specification",
        "Ran the weekly review of the experiments for two years",
        "Started the on-call rota in 2024 and kept it for a year",
        "Joined two databases in 2023 for the sales report",
        "Nurse for eight years; wrote the ward's handover form",
        "Led a squad for two years",
        "Worked at the bank and led a squad there",
        "Served as scrum master and cut the meeting to 15 minutes in 2024",
        "Volunteer treasurer: rebuilt the club's budget sheet in 2022",
        "In four years at Crumb I led three migrations",
        "Was promoted after I had shipped the new till in May",
        "Mentored Ana and Bo, who now lead a team each",
        "Wrote a script that finds double bookings; support uses it daily",
        "Followed one order through the system with an engineer in June",
        "Graduated in 2019; my thesis measured how long queues in shops last",
        "Acht Jahre Entwicklung, danach die Abrechnung umgebaut",
        "支払い画面で失敗理由を調べた",
    ],
)
def test_lines_that_name_something_done(said_so):
    assert fault_of(said_so) is None


@pytest.mark.parametrize(
    "said_so",
    [
        "Eight years as a developer",
        "Worked as a developer at SAP for eight years",
        "Employed by Crumb since 2019 as a product manager",
        "Promoted to senior developer in 2021",
        "Received a promotion in 2021",
        "Acted as product owner for Bosch in 2020",
        "Retired in 2019",
        "Moved to Berlin in 2015",
        "MBA in 2019",
        "Started as an engineer at Crumb in 2016",
        "Joined the company in 2018 as a senior engineer",
        "Held the position of lead product manager in 2022",
        "Graduated in computer science in 2015",
        "10 years of experience with APIs",
        "Senior engineer, 2016 to 2024",
        "Responsible for the billing team",
        "Strong technical background",
        "PM since 2018",
        "Worked in finance and retail for many years",
        "Was a team lead from 2020 to 2023",
        "Product Owner (6 years), Business Analyst (2 years)",
        "Software engineer with ten years of Java",
        "Completed an online course on databases",
        "will learn SQL this year",
        "tbd",
    ],
)
def test_lines_that_name_time_a_title_a_course_or_nothing(said_so):
    fault = fault_of(said_so)
    assert fault
    assert len(fault.says) < 180


def fault_of(words):
    return own_fault(EXERCISE.read(said(own_1_text=words)), "own-1")


def test_a_line_that_is_said_to_prove_nothing_is_not_judged():
    assert review(said(own_1_text="Eight years as a developer", own_1_group="none")).outcome is Outcome.STRONG


def test_ones_own_lines_may_stay_blank_and_are_two_once_begun():
    assert review(without_own()).outcome is Outcome.STRONG
    (good,) = review(without_own()).findings
    assert good.why == ""
    begun = EXERCISE.read(without_own(own_3_group="data"))
    assert EXERCISE.missing(begun, BARE) == [
        "own-1:group",
        "own-1:step",
        "own-1:text",
        "own-3:step",
        "own-3:text",
    ]
    full = {
        f"own_{at}_{column}": value
        for at in range(1, 7)
        for column, value in (("group", "data"), ("step", "1"))
    }
    texts = {f"own_{at}_text": f"Counted queue number {at} in May 202{at}" for at in range(1, 7)}
    assert review(said(**full, **texts)).outcome is Outcome.STRONG


def test_a_line_that_proves_no_step_needs_none():
    missing = EXERCISE.missing(EXERCISE.read({"cells": {"marek-1": {"group": "none"}}}), BARE)
    assert "marek-1:step" not in missing
    assert "marek-2:step" in missing
    assert not [part for part in missing if part.startswith("own")]


def test_only_what_was_read_is_praised():
    (good,) = [one for one in review(said(own_1_text="Habe den Ofen gebaut")).findings if one.level == "good"]
    assert good.why == ""
    assert not [one for one in review(said(open_marek_group="data")).findings if one.level == "good"]


def test_advice_on_a_line_speaks_of_no_rating():
    for words in ("not done yet", "Completed an online course on databases", "good at it"):
        (one,) = [one for one in review(said(own_1_text=words)).findings if one.code == "EXP-5"]
        assert one.do.startswith("Name one thing that you did,")
        assert one.do.endswith("Or mark it as proving no step.")
