"""The course: it finds its folder, opens exercises and backlogs, and answers mistakes with one sentence."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from tests.driving import NASTY, drop, place, press, text
from tests.exercises.answers import SHIPPED
from tests.exercises.planting import lanes
from tpm_kit import Course
from tpm_kit.answers import Choices, Placements
from tpm_kit.course import CourseError, course_folder
from tpm_kit.exercises import EXERCISES

ROOT = Path(__file__).parents[1]
CSV = "id,title,effort,depends on\nA-1,Mend,5,\nA-2,Make,3,A-1\nA-3,Do,2,\n"


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path)


@pytest.fixture
def own_file(tmp_path):
    """Writes a backlog file and returns its path."""

    def write(name="backlog.csv", content=CSV) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return file

    return write


@pytest.fixture
def stored(tmp_path):
    """Opens a course whose workbook holds these entries."""

    def open_course(**exercises) -> Course:
        folder = tmp_path / "my_work" / SHIPPED[0].name
        folder.mkdir(parents=True)
        pages = {"course": "tpm-kit", "schema": 1, "case": folder.name, "exercises": exercises}
        (folder / "workbook.json").write_text(json.dumps(pages), encoding="utf-8")
        return Course(folder=tmp_path)

    return open_course


def make_checkout(folder: Path) -> Path:
    (folder / "notebooks").mkdir(parents=True)
    (folder / "notebooks" / "00-start-here.ipynb").touch()
    return folder


@pytest.mark.parametrize("start", [".", "notebooks", "notebooks/my notes/deep", "data"])
def test_the_course_folder_is_found_from_anywhere_inside_it(tmp_path, monkeypatch, start):
    checkout = make_checkout(tmp_path / "tpm kit")
    (checkout / start).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(checkout / start)
    course = Course()
    course.workbook.change("practice", answer=lanes({"top": "works"}))
    assert (checkout / "my_work" / course.case.name / "workbook.json").is_file()


def test_elsewhere_the_work_lies_where_the_notebook_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert course_folder(Path.cwd()) == tmp_path
    (tmp_path / "my_work").mkdir()
    (tmp_path / "sub").mkdir()
    assert course_folder(tmp_path / "sub") == tmp_path


def test_this_repository_is_a_course_folder():
    assert course_folder(ROOT / "notebooks") == ROOT


def test_an_exercise_shown_again_is_the_same_one(course):
    frame = course.exercise("moscow")
    drop(frame.view, course.case.items[0].id, "must")
    assert course.exercise("moscow") is frame
    assert course.answer("moscow").column("must") == (course.case.items[0].id,)


def test_the_answer_of_a_blank_exercise_is_blank(course):
    assert course.answer("moscow") == Placements()
    assert course.answer("prioritization-quiz") == Choices()
    assert not course.workbook.path.exists()


def test_the_backlog_is_a_frame(course):
    frame = course.case.backlog
    assert list(frame.index) == [item.id for item in course.case.items]
    assert frame["effort"].sum() == sum(item.effort for item in course.case.items)


MISTAKES = {
    "exercise": (
        lambda course: course.exercise("mosco"),
        "There is no exercise “mosco”; did you mean “moscow”?",
    ),
    "exercise in capitals": (lambda course: course.exercise("MOSCOW"), "did you mean “moscow”?"),
    "exercise of another course": (
        lambda course: course.exercise("swot"),
        f"there are {', '.join(EXERCISES)}.",
    ),
    "no exercise": (lambda course: course.exercise(None), "There is no exercise “None”"),
    "answer": (lambda course: course.answer("moscwo"), "did you mean “moscow”?"),
    "case": (lambda course: course.use_case(SHIPPED[0].name[:-1]), f"did you mean “{SHIPPED[0].name}”?"),
    "case outside": (lambda course: course.use_case("../.."), "There is no case “../..”"),
    "new course": (lambda course: Course("pylane"), "There is no case “pylane”"),
    "no file": (lambda course: course.use_backlog("no such file.csv"), "no such file.csv"),
    "a folder": (lambda course: course.use_backlog(ROOT), "folder"),
    "no capacity": (
        lambda course: course.use_backlog("x.csv", capacity=0),
        "capacity must be a number of points above 0",
    ),
    "capacity in words": (lambda course: course.use_backlog("x.csv", capacity="40"), "above 0, not “40”."),
    "capacity without end": (lambda course: course.use_backlog("x.csv", capacity=float("inf")), "not “inf”."),
    "no sprints": (
        lambda course: course.use_backlog("x.csv", sprints=0),
        "sprints must be a whole number from 1 to 52, not “0”.",
    ),
    "sprints in words": (lambda course: course.use_backlog("x.csv", sprints="6"), "from 1 to 52, not “6”."),
    "half a sprint": (lambda course: course.use_backlog("x.csv", sprints=2.5), "from 1 to 52, not “2.5”."),
    "true sprints": (lambda course: course.use_backlog("x.csv", sprints=True), "from 1 to 52, not “True”."),
    "too many sprints": (lambda course: course.use_backlog("x.csv", sprints=53), "from 1 to 52, not “53”."),
    "sprints of a day": (
        lambda course: course.use_backlog("x.csv", sprint_days=1),
        "sprint_days must be a whole number from 7 to 92, not “1”.",
    ),
    "no start": (
        lambda course: course.use_backlog("x.csv", sprint_start="Monday"),
        "sprint_start must be a date like 2027-04-02, not “Monday”.",
    ),
    "a start out of the calendar": (
        lambda course: course.use_backlog("x.csv", sprint_start="9999-12-01"),
        "sprint_start must leave 84 days for the sprints, and 9999-12-01 does not.",
    ),
    "a release before its start": (
        lambda course: course.use_backlog("x.csv", sprint_start="2027-04-02", release_date="2027-04-02"),
        "release_date must be after sprint_start, 2027-04-02, and 2027-04-02 is not.",
    ),
    "capacity that is no number": (
        lambda course: course.use_backlog("x.csv", capacity=float("nan")),
        "not “nan”.",
    ),
}


@pytest.mark.parametrize(("mistake", "says"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gives_one_sentence(course, mistake, says):
    case = course.case
    with pytest.raises(CourseError) as caught:
        mistake(course)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert course.case is case


def test_a_notebook_shows_the_sentence_and_no_traceback(course, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.user_ns["course"] = course
    shell.run_cell("course.exercise('moscwo')")
    shown = capsys.readouterr().out.strip()
    assert shown == "There is no exercise “moscwo”; did you mean “moscow”?"
    shell.run_cell("course.use_backlog('no such file.csv')")
    shown = capsys.readouterr().out.strip()
    assert "no such file.csv" in shown
    assert "Traceback" not in shown
    assert len(shown.splitlines()) == 1


def test_an_own_backlog_gets_the_same_board_and_its_own_workbook(course, own_file):
    frame = course.exercise("moscow")
    place(frame.view, lanes({item.id: "could" for item in course.case.items[:3]}))
    intake = course.use_backlog(own_file(), capacity=10)
    assert len(intake.items) == 3
    own = course.exercise("moscow")
    assert own is not frame
    assert "Sort all 3 items" in text(own.head.tree)
    assert "10 points" in text(own.head.tree)
    place(own.view, lanes({"A-1": "must", "A-2": "should", "A-3": "could"}))
    press(own.foot, "check")
    assert "so these checks stand down: MOSCOW-4 (A Must has a workaround)" in text(own.foot.tree).replace(
        ", MOSCOW-7", ""
    )
    assert course.answer("moscow").column("must") == ("A-1",)
    course.use_case()
    assert len(course.answer("moscow").places) == 3
    assert course.exercise("moscow").view.answer == frame.view.answer


def test_an_own_backlog_may_say_its_sprints(course, own_file):
    course.use_backlog(own_file(), capacity=40, sprints=7, sprint_start="2027-01-11", sprint_days=7)
    case = course.case
    assert (case.capacity.sprints, case.capacity.points) == (7, 40)
    assert (case.sprint_start, case.sprint_days) == (datetime.date(2027, 1, 11), 7)
    assert case.release_date is None


def test_an_own_backlog_has_six_sprints_without_dates_unless_it_says_more(course, own_file):
    course.use_backlog(own_file(), capacity=10)
    case = course.case
    assert (case.capacity.sprints, case.capacity.points) == (6, 10)
    assert (case.sprint_start, case.sprint_days, case.teams, case.holidays) == (None, 14, (), ())
    course.use_backlog(own_file(), sprint_start=datetime.date(2027, 1, 11))
    assert course.case.capacity is None
    assert course.case.sprint_start == datetime.date(2027, 1, 11)


def test_the_same_backlog_loaded_again_keeps_its_placements(course, own_file):
    course.use_backlog(own_file())
    drop(course.exercise("moscow").view, "A-1", "must")
    course.use_backlog(own_file(content=CSV.replace("Mend,5", "Mend it,8") + "A-4,New,1,\n"))
    frame = course.exercise("moscow")
    assert course.answer("moscow").column("must") == ("A-1",)
    assert "1 of 4 placed" in text(frame.head.tree)
    assert frame.view.meters["must"]["text"].startswith("8 pts")


def test_the_name_of_a_file_makes_the_name_of_its_workbook(course, own_file, tmp_path):
    names = {}
    for name in (
        "Team A.csv",
        "team a.CSV",
        "TEAM-A.csv",
        "Ünser Backlog!.csv",
        "....csv",
        "x" * 200 + ".csv",
        f"{NASTY}.csv",
    ):
        course.use_backlog(own_file(name))
        course.workbook.change("moscow", answer=lanes({"A-1": "must"}))
        assert course.workbook.trouble == ""
        names[name] = course.case.name
        assert (tmp_path / "my_work" / course.case.name / "workbook.json").is_file()
    assert names["Team A.csv"] == names["team a.CSV"] == names["TEAM-A.csv"] == "own-team-a"
    assert all(name.startswith("own-") and name.isascii() and len(name) < 100 for name in names.values())


def test_a_file_beside_the_course_is_found_from_the_notebooks(tmp_path, monkeypatch, own_file):
    make_checkout(tmp_path)
    own_file("mine.csv")
    monkeypatch.chdir(tmp_path / "notebooks")
    assert len(Course().use_backlog("mine.csv").items) == 3


CORRUPTED = [
    {"places": 5},
    {"places": [{"id": "x"}]},
    {"choices": {"share": 5}},
    {"choices": {"gone": "a"}},
    {"anything": [[[]]]},
    {"places": [{"id": "PL-01", "column": "must"}]},
    {"places": [{"id": f"PL-{n:02}", "row": "all", "column": "a lane of old"} for n in range(1, 40)]},
    {"places": [{"id": "top", "row": "all", "column": "must", "span": 9}]},
]


@pytest.mark.parametrize("answer", CORRUPTED, ids=lambda answer: str(answer)[:40])
def test_a_corrupted_answer_costs_a_sentence_only(stored, answer):
    entry = {
        "answer": answer,
        "version": 1,
        "tried": True,
        "attempts": 1,
        "changed": "0001-01-01T00:00:00+14:00",
    }
    course = stored(**dict.fromkeys(EXERCISES, entry))
    html = course.map().to_html()
    assert [one.title for one in EXERCISES.values() if one.title not in html] == []
    # What is on screen hangs on the kind of answer: each exercise is opened on two or three of them.
    for id in list(EXERCISES)[CORRUPTED.index(answer) % 3 :: 3]:
        shown = course.exercise(id)
        assert shown.view.answer in ({"places": []}, {"choices": {}}, {"cells": {}}), id
        press(shown.foot, "start")
        assert isinstance(course.answer(id), EXERCISES[id].answer)
        assert course.workbook.entry(id).answer == answer


def test_a_stored_answer_that_cannot_be_read_counts_as_blank_and_says_so(stored, capsys):
    course = stored(moscow={"answer": {"places": 5}})
    assert not course.answer("moscow").parts()
    said = capsys.readouterr().err
    assert said.startswith("Your stored answer to “moscow” could not be read (places: ")
    assert said.count("\n") == 1
    assert course.workbook.entry("moscow").answer == {"places": 5}
