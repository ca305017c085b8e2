"""A learner's own risk register in the course: its workbook, a later export, and a backlog beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.driving import NASTY, press
from tests.exercises.test_register_inputs import answer
from tpm_kit.course import Course, CourseError
from tpm_kit.exchange.register_update import changes
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.risk.register import open_risks, risks
from tpm_kit.exercises.risk.register_inputs import INPUTS

FIRST = """\
id,risk,cause,probability,impact,owner,affected item
R-1,Oven breaks,It is old,4,5,Ann,A-1
R-2,Mill closes,One mill only,20%,2,,Mend the roof
R-3,Baker ill,One baker,2,3,Bob,Z-9
"""
SECOND = """\
risk,id,owner,probability,impact,cause,affected item
Flood,R-4,,5,5,The river,
Oven breaks,r 1,Cem,4,5,It is old,A-1
Mill closes,R-2,,50%,2,One mill only,Mend the roof
"""
BACKLOG = "id,title,effort\nA-1,Mend the oven,5\nA-2,Mend the roof,3\n"
PLACES = {"places": [{"id": "R-1", "row": "4", "column": "5"}, {"id": "R-3", "row": "2", "column": "3"}]}


@pytest.fixture
def write(tmp_path):
    def written(name: str, content: str) -> Path:
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        return file

    return written


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path)


def said(intake) -> dict[str, str]:
    return dict(intake.news)


def test_a_register_alone_gets_a_workbook_of_its_own(course, write, tmp_path):
    intake = course.use_risks(write("Bakery risks.csv", FIRST))
    assert len(intake.risks) == 3
    assert not intake.news
    assert course.case.name == "own-bakery-risks"
    assert course.case.own
    assert [risk.id for risk in open_risks(course.case)] == ["R-1", "R-2", "R-3"]
    assert course.workbook.path.parent == tmp_path / "my_work" / "own-bakery-risks"
    assert any("Read your backlog with use_backlog" in remark for remark in intake.remarks)
    assert "How it stands" in course.map().to_html()


def test_what_needs_a_backlog_says_so(course, write):
    course.use_risks(write("risks.csv", FIRST))
    for id, exercise in EXERCISES.items():
        if exercise.notebook in ("00-start-here.ipynb", "07-risk.ipynb", "11-career.ipynb"):
            assert course.exercise(id).children
        else:
            with pytest.raises(CourseError, match="needs a backlog, and “risks” is a register of risks only"):
                course.exercise(id)


def test_a_register_joins_the_backlog_in_use(course, write):
    course.use_backlog(write("bakery.csv", BACKLOG), capacity=10)
    intake = course.use_risks(write("risks.csv", FIRST))
    assert course.case.name == "own-bakery"
    assert [item.id for item in course.case.items] == ["A-1", "A-2"]
    assert [risk.items for risk in risks(course.case)] == [("A-1",), ("A-2",), ()]
    assert "What these risks delay is no item of your backlog, so it was left out: “Z-9”." in intake.remarks
    course.exercise("moscow")
    course.use_backlog(write("bakery.csv", BACKLOG + "A-3,New,1\n"))
    assert [risk.id for risk in risks(course.case)] == ["R-1", "R-2", "R-3"]


def test_a_name_sets_it_apart_from_the_backlog(course, write):
    course.use_backlog(write("bakery.csv", BACKLOG))
    course.use_risks(write("risks.csv", FIRST), name="Bakery 2027")
    assert course.case.name == "own-bakery-2027"
    assert len(course.case.items) == 2
    course.use_backlog(write("bakery.csv", BACKLOG))
    assert risks(course.case) == ()


def test_the_course_case_is_left_alone(course, write):
    before = course.case
    course.use_risks(write("risks.csv", FIRST))
    course.use_case()
    assert course.case == before


def test_a_second_export_is_merged_by_id_after_a_restart(course, write, tmp_path):
    course.use_risks(write("risks.csv", FIRST), name="bakery")
    course.workbook.change("place-risks", answer=PLACES, version=1)
    course.workbook.save()
    later = Course(folder=tmp_path)
    intake = later.use_risks(write("export of June.csv", SECOND), name="bakery")
    assert said(intake) == {
        "Added": "1: R-4 “Flood”",
        "Changed": "2: R-1 “Oven breaks” (owner Ann → Cem), R-2 “Mill closes” (chance 20 % → 50 %)",
        "Gone": "1: R-3 “Baker ill”",
        "Your answers": "to the 2 risks that were there before stand as they were",
    }
    assert [risk.id for risk in risks(later.case)] == ["R-4", "R-1", "R-2"]
    assert later.workbook.entry("place-risks").answer == PLACES
    assert "Added" in str(intake)
    assert "<td" in intake._repr_html_()
    again = later.use_risks(write("export of June.csv", SECOND), name="bakery")
    assert said(again) == {"Since last time": "nothing has changed; your answers to 3 risks stand"}
    back = later.use_risks(write("risks.csv", FIRST), name="bakery")
    assert said(back)["Gone"] == "1: R-4 “Flood”"
    assert later.workbook.entry("place-risks").answer == PLACES


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": "Till", "owner": "Cem at the mill"}, ["title", "owner Ann → Cem at the mill"]),
        ({"title": "Till", "days_high": 9.0}, ["title", "days at most 5 → 9"]),
        ({"days_low": 3.0, "days": 3.0, "days_high": 3.0, "impact": "Minor"}, ["days 5 → 3"]),
        ({"chance": None, "likelihood": "Rare"}, ["chance 20 % → blank"]),
        ({"impact": "Minor", "cost_low": 1.5}, ["impact Major → Minor", "cost at least 4,000 → 1,500"]),
        ({}, []),
    ],
)
def test_what_changed_is_said_and_what_only_follows_is_not(fields, told):
    before = {"title": "Oven", "owner": "Ann", "chance": 0.2, "likelihood": "Possible", "impact": "Major"}
    before |= dict.fromkeys(("days_low", "days", "days_high"), 5.0)
    before |= dict.fromkeys(("cost_low", "cost", "cost_high"), 4.0)
    assert changes(before, {**before, **fields}) == told


def test_places_stay_on_the_board(course, write):
    course.use_risks(write("risks.csv", FIRST), name="bakery")
    course.workbook.change("place-risks", answer=PLACES, version=EXERCISES["place-risks"].version)
    course.use_risks(write("risks.csv", SECOND), name="bakery")
    course.exercise("place-risks")
    assert {"id": "R-1", "row": "4", "column": "5"}.items() <= course.workbook.entry("place-risks").answer[
        "places"
    ][0].items()
    course.use_risks(write("risks.csv", FIRST), name="bakery")
    assert [place["id"] for place in course.workbook.entry("place-risks").answer["places"]] == ["R-1", "R-3"]


def test_a_kept_register_that_was_damaged_costs_no_exception(course, write):
    course.use_risks(write("risks.csv", FIRST), name="bakery")
    for rows in (
        5,
        [None, {"id": 3}, {"id": "R-1", "chance": "x", "items": 3, "date": "never"}],
        {"id": "R-1"},
    ):
        course.workbook.change("own-risks", answer={"rows": rows}, version=1)
        assert len(course.use_risks(write("risks.csv", FIRST), name="bakery").risks) == 3


def test_what_is_kept_is_plain_and_small(course, write):
    course.use_risks(write("risks.csv", f'id,risk,probability\n1,"{NASTY}",20%\n'))
    kept = course.workbook.entry("own-risks").answer
    assert json.loads(json.dumps(kept)) == kept
    assert kept["rows"] == [{"id": "1", "title": kept["rows"][0]["title"], "chance": 0.2, "status": "open"}]


@pytest.mark.parametrize(
    ("content", "options", "part"),
    [
        (FIRST, {"columns": {"impact": "Tragweite"}}, "There is no column “Tragweite”"),
        (FIRST, {"columns": "impact"}, "Give columns as a dictionary"),
        (FIRST, {"where": {"owner": "Zoe"}}, "No row has “Zoe” in “owner”"),
        (FIRST, {"scale": 1}, "scale must be a whole number from 2 to 100, not “1”."),
        ("id,risk,P,impact\n1,Oven,3,0\n", {}, "The impact is 0 in every row"),
    ],
)
def test_what_cannot_be_used_is_a_sentence_and_changes_nothing(course, write, content, options, part):
    before = course.case
    with pytest.raises(CourseError) as error:
        course.use_risks(write("risks.csv", content), **options)
    assert part in str(error.value)
    assert course.case is before


def test_what_a_day_costs_and_the_budget_are_asked_for_and_kept(course, write, tmp_path):
    file = write("risks.csv", FIRST)
    said = course.use_risks(file).remarks
    assert "Responses are held against a budget of 30,000: budget= sets yours." in said
    assert any("cost_per_day=" in remark for remark in said)
    assert (course.case.risk.cost_per_day, course.case.risk.budget) == (0, 30)
    said = course.use_risks(file, cost_per_day=1_920, budget=4_500).remarks
    assert not [remark for remark in said if "budget=" in remark or "cost_per_day=" in remark]
    later = Course(folder=tmp_path)
    later.use_risks(file, budget=5_000)
    assert (later.case.risk.cost_per_day, later.case.risk.budget) == (1.92, 5)


@pytest.mark.parametrize("amount", [-1, "much", True, float("nan"), float("inf")])
def test_an_amount_that_is_none_is_a_sentence(course, write, amount):
    with pytest.raises(CourseError, match="budget must be a number of 0 or more, not"):
        course.use_risks(write("risks.csv", FIRST), budget=amount)


def test_a_missing_file_is_named(course):
    with pytest.raises(CourseError, match=r"There is no file “none\.csv”"):
        course.use_risks("none.csv")
    with pytest.raises(CourseError, match="Give the name of a CSV file"):
        course.use_risks(3)


def test_one_table_opens_every_exercise_that_needs_a_register(course, write):
    course.use_backlog(write("bakery.csv", BACKLOG))
    screen = course._screens[course.case.name]
    shown = [
        screen.show(replace(EXERCISES[id], inputs=INPUTS)) for id in ("place-risks", "responses", "residual")
    ]
    assert [len(frames.children) for frames in shown] == [1, 1, 1]
    asked = screen._attempts[INPUTS.exercise.id]
    asked.view.answer = answer().raw()
    press(asked.frame.foot, "check")
    assert [len(frames.children) for frames in shown] == [2, 2, 2]
