"""The course map: how things stand, start over, and work that goes out and comes back."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys

import pytest

from tests.driving import HOSTILE_MESSAGES, NASTY, controls, place, press, send, text
from tests.exercises.answers import SOUND
from tests.exercises.planting import BAKERY, bakery, lanes
from tests.exercises.plants.recap import quiz
from tpm_kit.bundle import unpack
from tpm_kit.course import Course
from tpm_kit.course_map import CourseMap, standing
from tpm_kit.exercises import EXERCISES
from tpm_kit.workbook import Earlier, Entry, Kept, Workbook

MOSCOW = EXERCISES["moscow"]


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path / "here")


def panel(course_map: CourseMap):
    return course_map._panel


def saved_file(course_map: CourseMap) -> bytes:
    press(panel(course_map), "save")
    return base64.b64decode(panel(course_map).offered["href"].partition("base64,")[2])


@pytest.mark.parametrize(
    ("entry", "stands"),
    [
        (Entry(), "not started"),
        (Entry(hints=2, attempts=1), "not started"),
        (Entry(answer={"places": []}), "not started"),
        (Entry(answer=lanes({"oven": "must", "gone": "must"})), "started: 1 of 9 placed"),
        (Entry(answer=lanes({"oven": "must"}), tried=True), "started: incomplete"),
        (Entry(answer=bakery(songs="should"), tried=True), "done: needs work"),
        (Entry(answer=bakery(), tried=True), "done: strong"),
        (Entry(answer=bakery()), "started: 9 of 9 placed"),
        (Entry(answer={"places": 5}, tried=True), "started; the answer cannot be read"),
    ],
)
def test_how_an_exercise_stands(entry, stands):
    assert standing(MOSCOW, entry, BAKERY) == stands


def test_an_outcome_is_judged_anew_and_never_read_from_a_file():
    seen = next(
        one.seen
        for one in MOSCOW.review(MOSCOW.read(bakery(songs="should")), BAKERY).findings
        if one.code == "MOSCOW-2"
    )
    entry = Entry(
        answer=bakery(songs="should"), tried=True, reasons={"MOSCOW-2": Kept(text="It is fine.", seen=seen)}
    )
    assert standing(MOSCOW, entry, BAKERY) == "done: sound with a trade-off"
    other = entry.model_copy(update={"reasons": {"MOSCOW-2": Kept(text="It is fine.", seen="100 %")}})
    assert standing(MOSCOW, other, BAKERY) == "done: needs work"
    forged = Entry.model_validate({"answer": bakery(songs="should"), "tried": True, "outcome": "strong"})
    assert standing(MOSCOW, forged, BAKERY) == "done: needs work"


def test_the_map_names_every_exercise_with_a_link_and_its_state(course):
    frame = course.exercise("practice")
    place(frame.view, SOUND["practice"][1])
    press(frame.foot, "check")
    html = course.map().to_html()
    for exercise in EXERCISES.values():
        assert f"{exercise.number} {exercise.title}" in html
        assert f'href="{exercise.notebook}"' in html
    assert html.count("not started") == len(EXERCISES) - 1
    assert html.count("done: strong") == 1
    assert '<th scope="col" ' in html


def test_start_over_asks_first_and_answers_can_be_put_back(course):
    frame = course.exercise("prioritization-quiz")
    frame.view.answer = quiz()
    course_map = course.map()
    shown = panel(course_map)
    press(shown, "ask", which="prioritization-quiz")
    assert "Start over Recap?" in text(shown.tree)
    press(shown, "keep")
    assert "start-over" not in controls(shown)
    press(shown, "start-over")
    assert course.workbook.entry("prioritization-quiz").answer == quiz()
    press(shown, "ask", which="all")
    assert "Start over all exercises?" in text(shown.tree)
    press(shown, "start-over")
    assert "1 exercise started over." in text(shown.tree)
    assert frame.view.answer == {"choices": {}}
    assert course.map().to_html().count("not started") == len(EXERCISES)
    press(frame.foot, "put-back", "0")
    assert frame.view.answer == quiz()
    press(shown, "ask", which="moscow")
    press(shown, "start-over")
    assert "There was nothing to start over." in text(shown.tree)


def test_work_goes_out_and_comes_back_elsewhere(course, tmp_path):
    answer = lanes({item.id: "could" for item in course.case.items})
    place(course.exercise("moscow").view, answer)
    content = saved_file(course.map())
    assert [pages.case for pages in unpack(content)] == [course.case.name]
    elsewhere = Course(folder=tmp_path / "elsewhere")
    frame = elsewhere.exercise("moscow")
    press(frame.foot, "hint")
    there = elsewhere.map()
    send(panel(there), {"name": "bring", "value": "", "fields": {}}, memoryview(content))
    assert "1 of 1 answers brought back (moscow)." in text(panel(there).tree)
    assert frame.view.answer == answer
    assert "26 of 26 placed" in there.to_html()


def test_the_saved_file_holds_all_backlogs_as_they_are_in_memory(course, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("id,title\nA-1,Mend\n")
    course.workbook.change("moscow", answer=lanes({"x": "must"}))
    course.use_backlog(file)
    course.workbook.change("moscow", answer=lanes({"A-1": "must"}))
    Workbook(tmp_path / "here" / "my_work" / "own-old", "own-old").change(
        "moscow", answer=lanes({"O-1": "must"})
    )
    cases = {pages.case for pages in unpack(saved_file(course.map()))}
    assert cases == {"paylane", "own-mine", "own-old"}


def test_a_file_that_is_no_saved_work_gives_one_sentence(course):
    course_map = course.map()
    for content in (
        b"",
        b"{}",
        b"\x89PNG",
        json.dumps({"workbooks": [{"course": "tpm-kit", "case": "../x"}]}).encode(),
    ):
        press(panel(course_map), "bring", "", content)
        said = [
            line for line in map(text, panel(course_map).tree) if line.startswith("Nothing was brought back")
        ]
        assert len(said) == 1


def test_no_message_raises_anything(course):
    course_map = course.map()
    others = [
        {"name": "bring"},
        {"name": "bring", "fields": {"which": 5}},
        {"name": "ask", "fields": {"which": "no such exercise"}},
        {"name": "start-over"},
        {"name": "ask"},
        {"name": "refresh"},
        {"name": "save", "value": []},
    ]
    for content in [*HOSTILE_MESSAGES, *others]:
        send(panel(course_map), content)
    assert course.workbook.entries() == {}


def test_titles_from_a_file_are_text(course, tmp_path):
    file = tmp_path / f"{NASTY}.csv"
    file.write_text("id,title\nA-1,Mend\n")
    course.use_backlog(file)
    html = course.map().to_html()
    assert "<img" not in html
    assert "&lt;img" in html
    assert set(re.findall(r"</?(\w+)", html)) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "a"}


def test_messages_of_the_workbook_are_shown(course):
    entry = Entry(
        answer={"places": []}, earlier=(Earlier(version=1, answer={"a": 1}, changed="yesterday", why=NASTY),)
    )
    course.workbook.change("moscow", **dict(entry))
    course.workbook.path.write_bytes(b"{")
    course_map = course.map()
    press(panel(course_map), "refresh")
    assert "workbook.json could not be read" in text(panel(course_map).tree)
    assert NASTY not in course_map.to_html()
    frame = course.exercise("moscow")
    press(frame.foot, "start")
    assert "<img" not in frame.foot.to_html()


def test_the_map_loads_what_draws_and_what_plans_only_when_an_exercise_needs_it(tmp_path):
    code = (
        "import sys; from tpm_kit import Course; Course(folder=sys.argv[1]).map();"
        "print(sorted(set(sys.modules) & {'icalendar', 'matplotlib', 'networkx', 'pandas'}))"
    )
    run = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
