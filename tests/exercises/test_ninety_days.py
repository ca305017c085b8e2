"""The plan of 90 days: what it stands on, its sums, its text, and a worked plan for any gaps."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from tests.driving import drop, feedback, press
from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.ninety_days import CASE, PLAN, assessed, only, plan
from tests.exercises.plants.self_assessment import said
from tpm_kit.answers import Cells, Placements
from tpm_kit.case import cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.ninety_days import EXERCISE
from tpm_kit.exercises.career.ninety_days_plan import COLUMNS, ground, room, steps
from tpm_kit.exercises.career.ninety_days_steps import KINDS, STAGES, STEPS
from tpm_kit.exercises.career.self_assessment_rows import OFFERED
from tpm_kit.exercises.career.skills import GROUPS, PICKS

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=CASE):
    return EXERCISE.review(EXERCISE.read(raw), case)


def with_gaps(*groups: str, hours: str = "10"):
    """The bakery with only these gaps chosen in 11.6, whatever was rated."""
    cells = {f"{pick}:group": id for pick, id in zip(PICKS, groups, strict=False)} | {"role:hours": hours}
    return replace(BAKERY, earlier={"self-assessment": Cells.of(cells)})


# What it stands on ------------------------------------------------------------------------------------


def test_the_rows_are_the_gaps_of_the_self_assessment_with_their_hours():
    here = ground(assessed(role_hours="12"))
    assert here[:2] == (("technical", "data", "leadership"), True)
    assert dict(here.sizes) == {"technical": 2, "data": 2, "leadership": 1}
    assert [room(column, assessed(role_hours="12")) for column in COLUMNS] == [12, 12, 12, 12, 12, 18]
    board = EXERCISE.view(CASE).view
    assert [row["label"] for row in board.rows] == ["Technical, gap 2", "Data, gap 2", "Leadership, gap 1"]
    assert sum(column.weeks for column in COLUMNS) == 13


def test_it_grounds_itself_on_the_stored_answer():
    stored = {"self-assessment": said(first_group="domain", domain_rating="1", domain_gap="1")}
    assert ground(EXERCISE.ground(BARE, stored.get)).gaps == ("domain", "data", "leadership")


@pytest.mark.parametrize(
    "earlier", [{}, {"self-assessment": Cells()}, {"self-assessment": Cells.of({"role:role": "lead"})}]
)
def test_without_gaps_it_takes_the_worked_ones_and_says_so(earlier):
    case = replace(BAKERY, earlier=earlier)
    assert ground(case)[:2] == (("technical", "data", "leadership"), False)
    assert "You have chosen no gap in 11.6 yet, so these are the gaps of Ines" in EXERCISE.task_for(case)
    assert "(of the worked answer to 11.6)" in EXERCISE.live(Placements(), case)["text"]
    assert "10 hours in two weeks that are assumed" in EXERCISE.task_for(case)


@pytest.mark.parametrize("typed", ["3", "81", "a lot", HOSTILE])
def test_hours_that_do_not_fit_are_taken_for_ten(typed):
    assert ground(assessed(role_hours=typed))[-2:] == (10, False)


def test_a_gap_named_twice_or_gone_has_one_row_or_none():
    assert ground(with_gaps("data", "data", "gone")).gaps == ("data",)
    assert ground(with_gaps("gone")).mine is False
    assert EXERCISE.task_for(with_gaps("data")).startswith("Your gap of 11.6: Data.")


# The steps --------------------------------------------------------------------------------------------


def test_every_group_has_a_step_of_each_kind_and_some_leave_nothing():
    for group in GROUPS:
        mine = [step for step in STEPS.values() if step.group == group]
        assert [step.kind for step in mine] == list(KINDS)
        assert {step.stage for step in mine} == {*STAGES, ""}
        assert [step for step in mine if not step.artefact]
        assert all(1 <= step.hours <= 10 for step in mine)
    titles = [step.title for step in STEPS.values()]
    assert len(set(titles)) == len(titles) == 63
    assert max(map(len, titles)) <= 80
    assert sum(not step.artefact for step in STEPS.values()) >= 10


def test_the_cards_follow_the_gaps():
    assert set(EXERCISE.parts(CASE)) == {
        f"{group}-{kind}" for group in ("technical", "data", "leadership") for kind in KINDS
    }
    assert {step.group for step in steps(with_gaps("domain")).values()} == {"domain"}
    card = next(card for card in EXERCISE.view(CASE).view.cards if card["id"] == "data-build")
    assert card["note"].replace("\u00a0", " ") == "Data · build · 6 h"


# Sums -------------------------------------------------------------------------------------------------


def test_the_columns_show_their_hours():
    live = EXERCISE.live(EXERCISE.read(plan(data_practise="w3")), CASE)
    assert {column.id: live[column.id]["text"] for column in COLUMNS} == {
        "w1": "9 of 10 h",
        "w3": "12 of 10 h",
        "w5": "5 of 10 h",
        "w7": "6 of 10 h",
        "w9": "8 of 10 h",
        "w11": "5 of 15 h",
    }
    assert [id for id, meter in live.items() if id != "text" and meter["over"]] == ["w3"]
    assert live["w3"]["share"] == 1


def test_exactly_full_is_not_too_much_and_half_at_the_end_not_late():
    assert not [one for one in review(plan()).findings if one.code == "PLAN-2"]
    even = only(technical_read="w1", technical_practise="w3", technical_publish="w9", technical_shadow="w9")
    assert not [one for one in review(even).findings if one.code == "PLAN-4"]  # 7 of 14 hours
    more = only(technical_read="w1", technical_practise="w3", technical_build="w9")
    assert [one.seen for one in review(more).findings if one.code == "PLAN-4"] == [
        "8 hours of 15, 53 %, lie in weeks 9 to 13."
    ]


def test_a_plan_is_complete_once_each_gap_has_a_step():
    mine = [id for id in PLAN if id.startswith("leadership")]
    for case, whose in ((CASE, "that you chose in 11.6"), (replace(BAKERY, earlier={}), "were worked out")):
        without = review(plan(*mine), case)
        assert without.outcome is Outcome.INCOMPLETE
        assert EXERCISE.missing(EXERCISE.read(plan(*mine)), case) == ["leadership-choose"]
        found = next(one for one in without.findings if one.code == "PLAN-5")
        assert found.seen == "There is no step for Leadership."
        assert whose in found.why
    one = only(data_choose="w1")
    assert EXERCISE.missing(EXERCISE.read(one), CASE) == ["technical-choose", "leadership-choose"]
    assert EXERCISE.missing(EXERCISE.read(plan(*mine[1:])), CASE) == []


def test_in_the_same_weeks_learning_counts_as_first():
    same = plan(data_read="w5", data_choose="w5")
    assert not [one for one in review(same).findings if one.code == "PLAN-1"]


def test_a_step_in_another_row_counts_for_its_own_gap():
    wrong = plan(rows={id: "technical" for id in steps(CASE)})
    assert {one.code for one in review(wrong).findings} == {"PLAN-6"}


# The text ---------------------------------------------------------------------------------------------


def test_the_text_says_what_is_done_when_and_what_is_left_of_it():
    text = EXERCISE.live(EXERCISE.read(plan(data_course="w11")), CASE)["text"]
    assert text.startswith(
        "My 90 days\nGaps to close: Technical (2 steps up); Data (2 steps up); Leadership (1 step up).\n"
        "Time: 10 hours in two weeks; 53 hours planned.\n"
    )
    assert (
        "Weeks 7–8 (6 of 10 hours)\n- Data: Look at three measures of the product every two weeks (follow, "
        "2 hours). "
        "To show: a log: what moved, and why.\n- Leadership: Lead the stuck decision to an end (practise, "
        "4 hours). "
        "To show: the decision, with reasons and dissent.\n" in text
    )
    assert "- Data: Take a course on SQL and statistics (course, 8 hours). Nothing to show.\n" in text
    assert "What I can show after 13 weeks\n- Technical: a line on why this one; a drawing" in text
    view = EXERCISE.view(CASE)
    view.acknowledge(EXERCISE.live(EXERCISE.read(plan()), CASE))
    assert "Weeks 11–13 (5 of 15 hours)" in view.to_html()


def test_an_empty_plan_says_so():
    text = EXERCISE.live(Placements(), CASE)["text"]
    assert text.endswith("0 hours planned.\n\nNothing is planned yet.\n")


def test_on_screen_a_move_changes_the_text_and_a_check_marks_cards(begin):
    attempt = begin(EXERCISE, CASE)
    drop(attempt.view.view, "data-read", "w3", row="data")
    assert "Weeks 3–4 (3 of 10 hours)\n- Data: Read where" in attempt.view.text
    attempt.view.answer = plan(data_choose="w3")
    press(attempt.frame.foot, "check")
    assert "Needs work. 1 caution." in feedback(attempt)
    assert attempt.view.view.marks["data-choose"]["level"] == "caution"
    assert begin(EXERCISE, CASE).view.answer == plan(data_choose="w3")


def test_steps_of_a_gap_that_is_no_longer_chosen_are_named_and_kept(begin):
    begin(EXERCISE, CASE).view.answer = plan()
    attempt = begin(EXERCISE, assessed(third_group="domain"))
    assert {place["row"] for place in attempt.view.answer["places"]} == {"technical", "data"}
    assert "no longer fit here" in feedback(attempt)


# Around it --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [str(hours) for hours in OFFERED])
def test_the_worked_plan_is_sound_for_any_gaps(hours):
    for count in (1, 2, 3):
        for groups in combinations(GROUPS, count):
            case = with_gaps(*groups, hours=hours)
            worked = EXERCISE.solution(case)
            answer = EXERCISE.answer.of({part: value for part, (value, _) in worked.items()})
            assert EXERCISE.review(answer, case).outcome is Outcome.STRONG, (groups, hours)


def test_the_worked_plan_is_said_in_words():
    worked = EXERCISE.solution(CASE)
    assert EXERCISE.in_words(worked["data-read"][0]) == "Data · Weeks 1–2"
    assert all(reason.endswith((" hours.", " hour.")) for _, reason in worked.values())


@pytest.mark.parametrize("case", [BARE, replace(BARE, own=True), load_case(cases_folder() / "paylane")])
def test_it_is_the_same_on_any_case(case):
    case = replace(case, earlier=CASE.earlier)
    view = EXERCISE.view(case)
    view.answer = plan()
    assert view.answer == plan()
    assert review(plan(), case) == review(plan())


@pytest.mark.parametrize(
    "raw",
    [
        {"places": [{"id": "gone", "row": "data", "column": "w1"}]},
        {"places": [{"id": "data-read", "row": "data", "column": "gone"}]},
        {"places": [{"id": "data-read", "row": "domain", "column": "w1"}]},
        {"places": [{"id": "domain-read", "row": "data", "column": "w1"}]},
        {"places": [{"id": HOSTILE, "row": HOSTILE, "column": HOSTILE, "span": 1000}]},
    ],
)
def test_what_is_not_on_the_board_changes_nothing(raw):
    answer = EXERCISE.read(raw)
    assert EXERCISE.review(answer, CASE).findings == ()
    assert EXERCISE.live(answer, CASE)["text"].endswith("Nothing is planned yet.\n")
    assert all(EXERCISE.hint(step, answer, CASE)[-1] == "." for step in range(3))
    view = EXERCISE.view(CASE)
    view.answer = raw
    assert view.answer == {"places": []}


def test_the_hints_use_the_learners_own_hours_and_gaps():
    assert "All 27 steps take 94 hours; 13 weeks with 10 hours in two weeks have 65 hours" in EXERCISE.hint(
        1, EXERCISE.read(plan()), CASE
    )
    assert EXERCISE.hint(1, Placements(), with_gaps("data", hours="30")).endswith(
        "the time is not what holds you back."
    )
    assert EXERCISE.hint(2, EXERCISE.read(plan()), CASE).startswith("Leadership has 4 things to show so far")
