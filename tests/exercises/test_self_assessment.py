"""The self-assessment: its linter, what it takes and what not, the worked answer, its picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.driving import feedback, press
from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.self_assessment import said
from tpm_kit.answers import Cells
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.self_assessment import EXERCISE
from tpm_kit.exercises.career.self_assessment_evidence import evidence_fault
from tpm_kit.exercises.career.self_assessment_example import GAPS, SIZES, WHO
from tpm_kit.exercises.career.self_assessment_rows import gaps, hours_of, rows
from tpm_kit.exercises.career.skills import GROUPS, PICKS, ROLES, SCALE

HOSTILE = "<img src=x onerror=alert(1)>"
EXAMPLE = Cells.of({part: value for part, (value, _) in EXERCISE.solution(BAKERY).items()})


def review(raw, case=BAKERY):
    return EXERCISE.review(EXERCISE.read(raw), case)


# The linter -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Led the migration of billing in 2025",
        "wrote the API spec",
        "Nothing was written down, so I wrote the on-call guide in May",
        "Not only led the migration, but wrote its post-mortem",
        "Nurse for eight years; wrote the ward's handover form",
        "Chaired the steering group",
        "Leading a squad of six in Berlin",
        "Shared the findings with sales in 2024",
        "PRD for checkout v2",
        "I run the weekly review of the experiments",
        "I usually moderate the talks with the two platform teams in Lyon",
        "Grew weekly users from 200 to 900",
        "Rebuilt the billing service with two colleagues in 2021; invoices now go out in an hour.",
        "Caught a bug in the payroll of March 2023",
        "Heard 12 customers in May, and left out the export",
        "Dealt with 30 complaints a week in 2022",
        "Paid down the debt in the search module in 2022",
        "Sat beside the dispatchers for a week in May",
        "Organised the parish fair for 400 people in 2019",
        "I limited the API to 100 calls a minute in 2021",
        "Focused the team on three errors in May; calls fell by half",
        "Never missed a release in 2022: fixed the build each night",
        "The runbook for a failed payout",
        "Mentored Ana and Bo, who now lead a team each",
        "Took a course in 2024, then built the churn dashboard with it",
        "Withdrew the plan after a talk with the data team",
        "https://wiki.example/decisions/12",
        "Habe die Migration der Abrechnung geleitet",
        "支払い画面で失敗理由を調べた",
    ],
)
def test_something_done_or_made_is_evidence_and_what_cannot_be_read_is_not_judged(text):
    assert evidence_fault(text, 3) is None


@pytest.mark.parametrize(
    ("text", "empty", "says"),
    [
        ("good at it", True, "“good at it” judges you (“good”)"),
        ("I know SQL well", True, "judges you (“know”)"),
        ("5 years of experience with APIs", True, "judges you (“experience”)"),
        ("Detail-oriented and experienced, a strong communicator", True, "judges you (“experienced”)"),
        ("Good roadmap for billing, Q1 2026", False, "judges you (“good”)"),
        ("10 years as PM at Siemens", False, "No word of"),
        ("training in SQL and strong engineering", False, "says what you were taught"),
        ("yes", True, "“yes” says nothing yet."),
        ("!!!", True, "“!!!” says nothing yet."),
        ("blah blah blah", True, "says nothing yet."),
        ("not done yet", True, "says what you have not done"),
        ("Nothing to report in 2024", True, "says what you have not done"),
        ("I would have led the team in 2024", True, "says what you have not done"),
        ("I can write SQL", False, "No word of"),
        ("x" * 1900, True, "says nothing yet."),
        ("will build a dashboard", False, "is still to come"),
        ("Responsible for the roadmap", False, "names a task (“responsible for”)"),
        ("Certified Scrum Product Owner", False, "says what you were taught"),
        ("completed a course on statistics", False, "says what you were taught"),
        ("MBA in 2019", False, "says what you were taught"),
        ("Passed the Scrum exam in 2019", False, "says what you were taught"),
        ("Learned Python on Udemy", False, "says what you were taught"),
        ("Did a PhD in physics at Lyon", False, "says what you were taught"),
        ("Well organised and focused", True, "judges you (“well”)"),
        ("I'm the person everyone asks", False, "No word of"),
        ("Led a difficult migration", False, "does not say where or when"),
        ("Wrote SQL", False, "does not say where or when"),
    ],
)
def test_what_only_judges_promises_or_stays_vague_is_none(text, empty, says):
    fault = evidence_fault(text, 3)
    assert fault.empty is empty
    assert says in fault.says
    assert len(fault.says) < 180


def test_a_course_is_evidence_enough_for_the_first_step():
    assert evidence_fault("Took a course on statistics in 2024", 1) is None
    assert evidence_fault("Took a course on statistics in 2024", 2).do.startswith("A rating of 2 says")


# What is read -----------------------------------------------------------------------------------------


def test_the_target_is_ones_own_or_that_of_the_role_and_the_gap_their_difference():
    known = rows(EXERCISE.read(said(data_target="4", domain_rating="3")))
    assert {id: (row.target, row.difference) for id, row in known.items()} == {
        "technical": (3, 2),
        "product": (3, 0),
        "communication": (3, 0),
        "strategy": (2, 1),
        "domain": (2, -1),
        "leadership": (2, 1),
        "data": (4, 4),
    }
    assert {row.target for row in rows(EXERCISE.read(said(role_role="gone"))).values()} == {None}


@pytest.mark.parametrize("typed", ["-1", "0", "0.0", "−1"])
def test_above_the_target_the_gap_is_nought_or_the_difference(typed):
    found = review(said(domain_rating="3", domain_gap=typed))
    assert found.outcome is Outcome.STRONG


def test_hours_are_chosen_or_left_blank_for_ten():
    assert hours_of(EXERCISE.read(said(role_hours="15"))) == 15
    assert review(said(role_hours="")).outcome is Outcome.STRONG
    for typed in ("", "5", "81", "-3", "10 days", HOSTILE):
        assert hours_of(EXERCISE.read(said(role_hours=typed))) is None


def test_what_is_needed_follows_from_what_is_there():
    missing = EXERCISE.missing(EXERCISE.read({"cells": {"technical": {"rating": "2"}}}), BAKERY)
    assert "role:role" in missing
    assert not any(part.endswith(("target", "evidence", "hours")) for part in missing)
    assert [part for part in missing if part.endswith("group")] == [
        "first:group",
        "second:group",
        "third:group",
    ]
    sound = EXERCISE.read(
        said(third_group="", leadership_rating="2", leadership_gap="0", leadership_impact="")
    )
    assert EXERCISE.missing(sound, BAKERY) == ["third:group"]
    two = said(
        third_group="", leadership_rating="2", leadership_gap="0", strategy_rating="2", strategy_gap="0"
    )
    assert EXERCISE.missing(EXERCISE.read(two), BAKERY) == []


def test_a_smaller_gap_may_be_chosen_with_a_reason_and_a_trade_off_is_none():
    (one,) = [one for one in review(said(third_group="strategy")).findings if one.level == "caution"]
    assert one.cards == ("third:group",)
    wide_but_light = said(strategy_rating="0", strategy_evidence="", strategy_gap="2", third_group="strategy")
    assert review(wide_but_light).outcome is Outcome.STRONG  # gap 2, impact 1 beside gap 1, impact 2
    assert review(said(third_group="")).outcome is Outcome.INCOMPLETE
    assert not [
        one for one in review(said(third_group="", second_group="strategy")).findings if one.code == "SELF-3"
    ]


def test_nobody_is_praised_for_what_was_not_checked():
    def praise(**changed):
        return [one for one in review(said(**changed)).findings if one.level == "good"]

    (one,) = praise(technical_evidence="Habe die Kasse mit dem Monteur angeschaut")
    assert "In 4 texts of evidence" in one.why
    assert praise(technical_gap="1") == []
    assert praise(third_group="strategy") == []
    assert praise(product_evidence="") == []
    assert praise(data_impact="") == []


def test_on_screen_it_is_checked_compared_and_shown_again(begin):
    attempt = begin(EXERCISE)
    press(attempt.frame.foot, "check")
    assert "Nothing to check yet." in feedback(attempt)
    attempt.view.answer = said(third_group="strategy")
    press(attempt.frame.foot, "check")
    assert "Needs work. 1 caution." in feedback(attempt)
    assert attempt.view.tables[2].marks["third:group"]["level"] == "caution"
    assert attempt.view.tables[1].results["data"] == {"asked": "2"}
    attempt.view.tables[2].set_state(
        {"cells": {pick: row for pick, row in said()["cells"].items() if pick in PICKS}}
    )
    press(attempt.frame.foot, "check")
    assert "Strong." in feedback(attempt)
    press(attempt.frame.foot, "compare")
    assert "Ines, a product manager who does not exist" in feedback(attempt)
    assert begin(EXERCISE).view.answer == said()


# Around it --------------------------------------------------------------------------------------------


def test_the_worked_answer_is_sound_says_that_it_is_invented_and_has_three_gaps():
    assert review(EXAMPLE.raw()).outcome is Outcome.STRONG
    assert gaps(EXAMPLE) == GAPS
    assert {id: row.difference for id, row in rows(EXAMPLE).items() if id in GAPS} == dict(SIZES)
    solution = EXERCISE.solution(BARE)
    assert "does not exist" in solution["role:role"][1]
    assert WHO in EXERCISE.task
    assert all(reason[-1] == "." and part in EXERCISE.parts(BARE) for part, (_, reason) in solution.items())
    assert EXERCISE.in_words("platform") == ROLES["platform"].name


@pytest.mark.parametrize("case", [BARE, replace(BARE, own=True), load_case(cases_folder() / "paylane")])
def test_it_is_the_same_on_any_case(case):
    view = EXERCISE.view(case)
    view.answer = said()
    assert view.answer == said()
    assert review(said(), case) == review(said())


def test_every_step_of_every_group_says_what_somebody_does():
    assert list(SCALE) == ["0", "1", "2", "3", "4"]
    steps = [step for group in GROUPS.values() for step in group.steps]
    assert len(set(steps)) == len(steps) == 35
    assert all(step[-1] == "." and step.isprintable() for step in steps)
    details = EXERCISE.view(BARE).tables[1].details
    assert [name for name, _ in details["data"]] == list(SCALE)
    assert all(0 <= target <= 4 for role in ROLES.values() for target in role.targets.values())


def test_the_table_shows_what_the_role_asks_and_what_cannot_be_read():
    live = EXERCISE.live(EXERCISE.read(said(data_gap="two", data_impact="0")), BAKERY)
    assert {id: texts["asked"] for id, texts in live["results"].items() if id in GROUPS} == {
        id: str(target) for id, target in ROLES["platform"].targets.items()
    }
    assert live["results"]["first"] == {"size": "gap 2, impact 3"}
    assert live["results"]["second"] == {"size": ""}
    assert live["faults"] == {
        "data": {"gap": "Write a number, the target less the rating.", "impact": "Write 1, 2 or 3."}
    }
    assert EXERCISE.live(Cells(), BAKERY)["faults"] == {}


def test_the_picture_has_ratings_targets_and_the_chosen_gaps():
    shown = EXERCISE.plotted(EXERCISE.read(said(data_target="3")), BAKERY)
    assert [tuple(axis) for axis in shown["axes"]][-2:] == [("Leadership", 1, 2), ("Data", 0, 3)]
    assert shown["picks"] == [0, 5, 6]
    assert str(shown["highest"]) == max(SCALE)
    chart = EXERCISE.chart(BAKERY)
    for raw in (said(), {}, {"cells": {"data": {"rating": "7"}}}):
        chart.update(**EXERCISE.plotted(EXERCISE.read(raw), BAKERY))
    assert chart.alt


@pytest.mark.parametrize(
    "raw",
    [
        {"cells": {"gone": {"rating": "3"}}},
        {"cells": {"data": {"rating": "9", "target": "-1", "gap": "1e999", "impact": "x"}}},
        {"cells": {"first": {"group": HOSTILE}, "role": {"role": HOSTILE, "hours": "9" * 2000}}},
        {"cells": {"data": {"rating": "3", "evidence": f"{HOSTILE}\n\u202e" + "long " * 380}}},
    ],
)
def test_hostile_answers_are_read_without_harm(raw):
    answer = EXERCISE.read(raw)
    found = EXERCISE.review(answer, BAKERY)
    assert found.outcome is Outcome.INCOMPLETE
    assert all(len(one.seen) < 300 and one.seen.isprintable() for one in found.findings)
    assert all(EXERCISE.hint(step, answer, BAKERY)[-1] == "." for step in range(3))
    EXERCISE.live(answer, BAKERY)
    EXERCISE.plotted(answer, BAKERY)
    view = EXERCISE.view(BAKERY)
    view.answer = raw
    assert "<img" not in view.to_html()


def test_the_first_hint_names_a_rating_that_has_nothing_to_show():
    assert "Take Technical, which you rate 1," in EXERCISE.hint(
        0, EXERCISE.read(said(technical_evidence="")), BAKERY
    )
    assert EXERCISE.hint(2, EXERCISE.read(said(data_gap="")), BAKERY) == (
        "A gap is a sum: for Data the target is 2 and the rating 0."
    )
