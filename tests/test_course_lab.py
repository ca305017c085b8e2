"""Exercises that build on each other, and exercises on backlogs that lack what they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.driving import press
from tests.exercises.answers import worked_answers
from tpm_kit.course import Course, CourseError
from tpm_kit.exercises import EXERCISES
from tpm_kit.widgets.frame import Frame, Frames

EXAMPLE = Path(__file__).parents[1] / "notebooks" / "example-backlog.csv"
NAMES = [id for id in EXERCISES]
WEEKS = {"weeks": "2", "cost": "1,000"}


@pytest.fixture
def course(tmp_path):
    """A course without any work."""
    return Course(folder=tmp_path)


@pytest.fixture(params=["bare", "one", "example"])
def own(request, course, tmp_path):
    """A course on a backlog with nothing but titles, on one with a single item, and on the example."""
    path = tmp_path / "mine.csv"
    titles = ["Just this"] if request.param == "one" else [f"Job {n} <b>&</b>" for n in range(30)]
    path.write_text("\n".join(["title", *titles]), encoding="utf-8")
    course.use_backlog(EXAMPLE if request.param == "example" else path)
    return course


def frames(shown: Frame | Frames) -> list[Frame]:
    """The frames of an exercise: one, or two where a table asks for figures first."""
    return [shown] if isinstance(shown, Frame) else list(shown.children)


@pytest.mark.parametrize("id", NAMES)
def test_every_exercise_can_be_opened_and_checked_on_an_own_backlog(own, id):
    exercise = EXERCISES[id]
    for frame in frames(own.exercise(id)):
        begun = bool(frame.view.answer.get("cells")) and exercise.start is not None
        asks = exercise.inputs.exercise.number if exercise.inputs else exercise.number
        assert exercise.number in frame.to_html() or asks in frame.to_html()
        press(frame.foot, "check")
        press(frame.foot, "hint")
        assert ("Nothing to check yet." in frame.foot.to_html()) is not begun
    started = own.workbook.entry(id).answer is not None
    assert own.map().to_html().count("not started") == len(EXERCISES) - started


def test_an_exercise_opens_below_the_table_once_that_is_complete(course):
    course.use_backlog(EXAMPLE)
    shown = course.exercise("waiting")
    [asked] = frames(shown)
    press(asked.foot, "check")
    assert len(frames(shown)) == 1
    rows = [row["id"] for row in asked.view.rows]
    asked.view.set_state({"cells": {row: WEEKS for row in rows}})
    assert len(frames(shown)) == 1, "it waits for a check"
    press(asked.foot, "check")
    [_, board] = frames(shown)
    assert sorted(card["id"] for card in board.view.cards) == sorted(rows)
    board.view.move(rows[0], column="order")
    [_, again] = frames(course.exercise("waiting"))
    assert again.view.answer["places"][0]["id"] == rows[0]
    asked = frames(course.exercise("waiting"))[0]
    asked.view.set_state({"cells": {rows[0]: {"weeks": "never"}}})
    press(asked.foot, "check")
    assert len(frames(course.exercise("waiting"))) == 1
    assert course.workbook.entry("waiting").answer["places"][0]["id"] == rows[0], "what was placed is kept"


def test_a_later_exercise_sees_the_answers_it_builds_on(course):
    shown = course.exercise("top-five")
    first = shown.view
    assert course.exercise("top-five") is shown
    assert shown.view is first
    course.workbook.change("moscow", answer=worked_answers()["moscow"], version=1)
    assert course.exercise("top-five").view.details != first.details
    course.workbook.change("moscow", answer={"places": 5}, version=1)
    assert course.exercise("top-five").view.details == first.details


def test_a_check_sees_what_has_changed_since_the_exercise_was_shown(course):
    shown = course.exercise("moscow-sprint")
    shown.view.move("PL-16", column="must")
    release = course.exercise("moscow")
    release.view.move("PL-16", column="wont")
    press(shown.foot, "check")
    assert "SPRINT-2" in {finding.code for finding in shown_findings(course, "moscow-sprint")}
    assert "New signing keys for bank calls" in shown.foot.to_html()
    assert shown.view.answer["places"][0]["id"] == "PL-16"


def shown_findings(course, id):
    """The findings of the last check of an exercise on screen."""
    return course._screens[course.case.name]._attempts[id]._review.findings


def test_a_table_of_figures_shown_again_keeps_its_feedback_and_its_widgets(course):
    course.use_backlog(EXAMPLE)
    shown = course.exercise("waiting")
    view = shown.view
    press(shown.foot, "check")
    assert course.exercise("waiting") is shown
    assert shown.view is view
    assert view.comm is not None


def test_starting_over_a_table_of_figures_takes_the_exercise_below_away(course):
    course.use_backlog(EXAMPLE)
    shown = course.exercise("waiting")
    asked = shown.children[0]
    rows = [row["id"] for row in asked.view.rows]
    asked.view.set_state({"cells": {row: WEEKS for row in rows}})
    press(asked.foot, "check")
    assert len(shown.children) == 2
    asked.view.set_state({"cells": {row: {**WEEKS, "weeks": "3"} for row in rows}})
    assert "uses the figures of the last check" in asked.foot.to_html()
    press(asked.foot, "start-over")
    assert len(shown.children) == 1


def test_what_was_typed_is_stored_even_if_its_figures_cannot_be_shown(course, monkeypatch):
    shown = course.exercise("moscow")
    monkeypatch.setattr(shown.view, "acknowledge", lambda live: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        shown.view.move("PL-16", column="must")
    assert course.workbook.entry("moscow").answer["places"][0]["id"] == "PL-16"


def test_an_explorer_shown_again_is_the_same_one(course):
    assert course.explore("weights") is course.explore("weights")


def test_a_picture_follows_the_answer_and_the_theme(course):
    frame = course.exercise("waiting")
    picture = frame.children[-1]._parts[2]
    before = (picture.png, picture.alt)
    frame.view.move("PL-23", column="order")
    after = (picture.png, picture.alt)
    assert all(one != two for one, two in zip(before, after, strict=True))
    assert "Try again when a bank is silent" in picture.alt
    picture.set_state({"dark": True})
    assert picture.png != after[0]
    assert picture.alt == after[1]


def test_strong_on_a_bare_backlog_says_how_much_was_not_looked_at(course, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("title\nMend\nMake\nDo\n", encoding="utf-8")
    course.use_backlog(path)
    frame = course.exercise("moscow")
    for card, lane in zip(list(frame.view.cards), ("must", "should", "wont"), strict=True):
        frame.view.move(card["id"], column=lane)
    press(frame.foot, "check")
    assert "Strong, as far as it could be checked: 10 checks stood down." in frame.foot.to_html()


def test_an_explorer_says_what_a_backlog_lacks(own):
    for name, lack in (("weights", "has no table of options"), ("budget", "has no items with both value")):
        with pytest.raises(CourseError, match=lack):
            own.explore(name)
