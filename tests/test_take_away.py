"""The take-away: files that real readers can read, and one clear sentence while there is nothing to write."""

from __future__ import annotations

import base64
import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from PIL import Image

from tests.driving import HOSTILE_MESSAGES, NASTY, controls, elements, press, send, text
from tpm_kit.course import Course, CourseError
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exchange.plan_csv import read
from tpm_kit.exercises import EXERCISES
from tpm_kit.take_away import FORMATS, TakeAway

ROOT = Path(__file__).parents[1]
BUTTONS = ["save mermaid", "save icalendar", "save jira", "save markdown", "save csv", "save png", "save svg"]
OWN = "id,title,effort,depends on\nA-1,Mend the roof,5,\nA-2,Make,3,A-1\n"


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path)


def answer(course: Course, id: str, without: str = "") -> None:
    """Store the worked answer to an exercise, or all of it but one part."""
    exercise = EXERCISES[id]
    values = {part: value for part, (value, _) in course.case.worked(id).items() if part != without}
    course.workbook.change(id, answer=exercise.answer.of(values).raw(), version=exercise.version)


def place(course: Course, column: str, *ids: str) -> None:
    """Store a roadmap with these items in one column."""
    places = [{"id": id, "row": "No theme", "column": column} for id in ids]
    course.workbook.change("roadmap", answer={"places": places}, version=EXERCISES["roadmap"].version)


def shown(away: TakeAway) -> str:
    return text(away._panel.tree)


def boxes(away: TakeAway) -> dict[str, str]:
    """The texts to copy, by their names."""
    found = [one for one in elements(away._panel.tree) if one[0] == "pre"]
    return {one[1]["aria-label"]: one[2] for one in found}


def saved(away: TakeAway, what: str) -> bytes:
    """Press a button and return the file that the browser gets."""
    away._panel.offered = {}
    press(away._panel, "save", what)
    return base64.b64decode(away._panel.offered["href"].partition("base64,")[2])


def is_empty(away: TakeAway) -> bool:
    """Nothing can be saved or copied, also by a message that no button sends."""
    for what in (*FORMATS, "log", "team"):
        press(away._panel, "save", what)
    return list(controls(away._panel)) == ["refresh"] and not boxes(away) and not away._panel.offered


# The files --------------------------------------------------------------------------------------------------


def test_a_complete_roadmap_has_a_button_for_each_format_and_two_texts(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    assert list(controls(away._panel)) == [*BUTTONS, "refresh"]
    assert "Roadmap of Paylane: 14 items and 4 dates, 11 January 2027 to 2 April 2027." in shown(away)
    assert list(boxes(away)) == ["Mermaid", "Markdown"]
    assert boxes(away)["Mermaid"].startswith("gantt\n  title Roadmap of Paylane\n")
    assert "| New signing keys for bank calls | PL-16 |" in boxes(away)["Markdown"]
    assert "problem" not in shown(away)


def test_every_file_is_read_by_a_reader_of_its_format(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    entries = away.content().entries
    assert read(saved(away, "csv")) == outgoing(entries)
    assert saved(away, "mermaid").decode() == boxes(away)["Mermaid"]
    assert saved(away, "markdown").decode() == boxes(away)["Markdown"]
    events = Calendar.from_ical(saved(away, "icalendar")).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [entry.title for entry in entries]
    rows = list(csv.reader(io.StringIO(saved(away, "jira").decode(), newline=""), strict=True))
    assert [row[0] for row in rows] == ["Summary", *(entry.title for entry in entries)]


def test_the_pictures_show_the_chart_on_white(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    picture = Image.open(io.BytesIO(saved(away, "png"))).convert("RGBA")
    assert picture.getpixel((5, picture.height - 5)) == (255, 255, 255, 255)
    drawing = ElementTree.fromstring(saved(away, "svg"))
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == "Roadmap of Paylane"
    wide, high = (float(drawing.get(side).removesuffix("pt")) for side in ("width", "height"))
    assert wide / high == pytest.approx(picture.width / picture.height, rel=0.01)


def test_a_file_has_a_name_a_media_type_and_a_line_that_says_so(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    kinds = "mmd text/plain ics text/calendar csv text/csv md text/markdown csv text/csv png image/png"
    wanted = [*kinds.split(), "svg", "image/svg+xml"]
    for what, end, media in zip(FORMATS, wanted[::2], wanted[1::2], strict=True):
        saved(away, what)
        name = f"paylane-roadmap{'-jira' if what == 'jira' else ''}.{end}"
        assert away._panel.offered["download"] == name
        assert away._panel.offered["href"].startswith(f"data:{media};base64,")
        assert f"Saved as {name} in your downloads." in shown(away)
        assert away._panel.said.startswith(f"Saved as {name}")


def test_jira_is_told_the_date_format_and_where_the_links_go(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    saved(away, "jira")
    assert "give yyyy-MM-dd as the date format" in shown(away)
    assert "each Link Blocks to the link Blocks" in shown(away)
    assert "administers" not in shown(away)


# The review -------------------------------------------------------------------------------------------------


def test_a_review_comes_with_its_log_and_its_messages(course):
    for id in ("roadmap", "review", "change-log"):
        answer(course, id)
    away = course.take_away("review")
    names = list(boxes(away))
    assert names[:3] == ["Mermaid", "Markdown", "Change log"]
    assert len(names) == 6
    assert all(name.startswith("Message: ") for name in names[3:])
    assert boxes(away)["Change log"].startswith("Change log of the roadmap of Paylane")
    assert "Not in it: " in shown(away)
    log = saved(away, "log")
    assert away._panel.offered["download"] == "paylane-review-log.txt"
    assert log.decode() == boxes(away)["Change log"]
    for audience in ("team", "sponsor", "supervisor"):
        assert saved(away, audience).decode().startswith("To: ")
    assert read(saved(away, "csv")) == outgoing(away.content().entries)


def test_a_review_without_its_log_gives_the_plan_and_says_what_is_missing(course):
    answer(course, "roadmap")
    answer(course, "review")
    away = course.take_away("review")
    assert list(controls(away._panel)) == [*BUTTONS, "refresh"]
    assert "There is no change log and no message yet: do exercise 6.9" in shown(away)
    press(away._panel, "save", "log")
    assert not away._panel.offered


def test_addresses_typed_into_the_log_stay_here(course):
    for id in ("roadmap", "review", "change-log"):
        answer(course, id)
    kept = course.workbook.entry("change-log")
    raw = json.loads(json.dumps(kept.answer).replace('"why": "', '"why": "Says tom@reyes.example: '))
    course.workbook.change("change-log", answer=raw, version=kept.version)
    away = course.take_away("review")
    assert "Says [e-mail]" in boxes(away)["Change log"]
    assert "tom@reyes" not in shown(away)


# Nothing to write -------------------------------------------------------------------------------------------


def test_without_an_answer_there_is_one_sentence(course):
    away = course.take_away("roadmap")
    assert shown(away) == (
        "There is no roadmap yet: do exercise 6.2, “Build the roadmap”, then press Refresh.Refresh"
    )
    assert is_empty(away)
    away = course.take_away("review")
    assert "There is no reviewed plan yet: do exercise 6.8, “Three weeks in”" in shown(away)
    assert is_empty(away)


def test_half_an_answer_makes_no_half_file(course):
    answer(course, "roadmap", without="PL-16")
    away = course.take_away("roadmap")
    assert shown(away).startswith(
        "Your answer to exercise 6.2, “Build the roadmap”, is not complete, so nothing is written. Missing: "
        "New signing keys for bank calls."
    )
    assert is_empty(away)
    answer(course, "roadmap")
    press(away._panel, "refresh")
    assert list(controls(away._panel)) == [*BUTTONS, "refresh"]


def test_an_answer_that_is_gone_since_is_not_written(course):
    answer(course, "roadmap")
    away = course.take_away("roadmap")
    course.workbook.start_over("roadmap")
    assert is_empty(away)
    assert "There is no roadmap yet" in shown(away)


def test_an_answer_that_cannot_be_read_is_not_written(course):
    course.workbook.change("roadmap", answer={"places": 5})
    away = course.take_away("roadmap")
    assert "Your stored answer to exercise 6.2, “Build the roadmap”, cannot be read" in shown(away)
    assert is_empty(away)


def test_what_is_not_sound_is_written_with_a_warning(course):
    answer(course, "roadmap")
    raw = course.workbook.entry("roadmap").answer
    raw = json.loads(json.dumps(raw).replace("sprint-4", "sprint-1"))
    course.workbook.change("roadmap", answer=raw, version=EXERCISES["roadmap"].version)
    away = course.take_away("roadmap")
    assert "Needs work." in shown(away)
    assert "Look at them in 6.2 before you send anything." in shown(away)
    assert saved(away, "csv")


def test_a_plan_that_is_not_there_is_named(course):
    with pytest.raises(CourseError, match="“roadmaps” cannot be taken away; did you mean “roadmap”"):
        course.take_away("roadmaps")
    with pytest.raises(CourseError, match="there are roadmap, review, risks"):
        course.take_away("gantt chart of mine")


# A backlog of the learner's own -----------------------------------------------------------------------------


def own(course: Course, tmp_path: Path, content: str = OWN, **options) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(content, encoding="utf-8")
    course.use_backlog(file, **options)


def test_an_own_backlog_without_a_start_is_asked_for_one(course, tmp_path):
    own(course, tmp_path)
    place(course, "sprint-1", "A-1", "A-2")
    away = course.take_away("roadmap")
    assert 'use_backlog("backlog.csv", sprint_start="2027-01-11"), and run this cell again.' in shown(away)
    assert is_empty(away)


def test_an_own_backlog_with_a_start_is_written(course, tmp_path):
    own(course, tmp_path, sprint_start="2027-01-11")
    place(course, "sprint-2", "A-1", "A-2")
    away = course.take_away("roadmap")
    assert "2 items, 25 January 2027 to 5 February 2027." in shown(away)
    assert [entry.title for entry in read(saved(away, "csv"))] == ["Mend the roof", "Make"]
    assert away._panel.offered["download"] == "own-mine-roadmap.csv"


def test_an_own_backlog_without_sizes_is_asked_for_them(course, tmp_path):
    own(course, tmp_path, "id,title\nA-1,Mend\nA-2,Make\n", sprint_start="2027-01-11")
    place(course, "sprint-1", "A-1", "A-2")
    away = course.take_away("roadmap")
    assert "There is no roadmap yet: fill in and check the table of exercise 6.2" in shown(away)
    assert is_empty(away)
    sizes = {"cells": {"A-1": {"points": "3"}, "A-2": {"points": "2"}}}
    course.workbook.change("roadmap-inputs", answer=sizes, version=1)
    press(away._panel, "refresh")
    assert [entry.points for entry in read(saved(away, "csv"))] == [3, 2]


def test_texts_of_a_file_are_text(course, tmp_path):
    own(course, tmp_path, f'id,title,effort\nA-1,{NASTY},3\nA-2,"=SUM(1)|`x`",2\n', sprint_start="2027-01-11")
    place(course, "sprint-1", "A-1", "A-2")
    away = course.take_away("roadmap")
    assert "<img" not in away._panel.to_html()
    assert {entry.title for entry in read(saved(away, "csv"))} == {NASTY, "=SUM(1)|`x`"}
    assert b"'=SUM(1)" in saved(away, "jira")
    ElementTree.fromstring(saved(away, "svg"))
    assert saved(away, "png").startswith(b"\x89PNG")


# The panel --------------------------------------------------------------------------------------------------


def test_no_message_raises_anything(course):
    answer(course, "roadmap")
    for away in (course.take_away("roadmap"), course.take_away("review")):
        for content in [
            *HOSTILE_MESSAGES,
            {"name": "save"},
            {"name": "save", "value": "exe"},
            {"name": "refresh"},
        ]:
            send(away._panel, content)
        assert not away._panel.offered


def test_a_page_without_a_kernel_shows_the_texts(course):
    answer(course, "roadmap")
    html = course.take_away("roadmap")._panel.to_html()
    assert "<pre>gantt\n  title Roadmap of Paylane" in html
    assert "<button" not in html


def test_nothing_heavy_is_loaded_before_a_picture_is_asked_for():
    heavy = {"matplotlib", "pandas", "icalendar", "networkx"}
    code = f"import sys, tpm_kit.take_away; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
