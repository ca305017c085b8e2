"""The take-away in a browser: a click copies a text whole, and each press saves a file."""

from __future__ import annotations

import pytest

from tests.driving import press
from tpm_kit.course import Course
from tpm_kit.exercises import EXERCISES
from tpm_kit.take_away import TakeAway


@pytest.fixture
def away(tmp_path) -> TakeAway:
    """The worked roadmap of the case."""
    course, exercise = Course(folder=tmp_path), EXERCISES["roadmap"]
    values = {part: value for part, (value, _) in course.case.worked("roadmap").items()}
    course.workbook.change("roadmap", answer=exercise.answer.of(values).raw(), version=exercise.version)
    return course.take_away("roadmap")


def test_a_click_selects_a_text_whole(host, away):
    shown = host.show(away._panel)
    box = shown.root.get_by_role("region", name="Mermaid")
    box.click()
    selected = host.page.evaluate("getSelection().toString()")
    assert selected.strip() == box.text_content().strip()
    assert len(selected.splitlines()) > 20


def test_each_press_saves_a_file(host, away):
    shown = host.show(away._panel)
    for _ in range(2):
        states = []
        away._panel.observe(lambda change, states=states: states.append(change.new), "offered")
        press(away._panel, "save", "icalendar")
        away._panel.unobserve_all("offered")
        with host.page.expect_download() as download:
            for state in states:
                shown.push(offered=state)
        assert download.value.suggested_filename == "paylane-roadmap.ics"
        assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
