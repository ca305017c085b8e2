"""The roadmap in a real JupyterLab: bars that are moved and stretched, lines, and files to take away."""

from __future__ import annotations

import icalendar
from playwright.sync_api import expect

from tests.browser.desk import containing, worked_answer
from tests.browser.test_first_look import assert_no_violations

PLACE = """
from tpm_kit.exercises import EXERCISES
exercise = EXERCISES["roadmap"]
answer = exercise.answer.of({id: column for id, (column, _) in course.case.worked("roadmap").items()})
course.workbook.change("roadmap", answer=answer.raw(), version=exercise.version)
"""
"""Puts the worked roadmap into the workbook."""


def bar(desk, id: str) -> tuple[str, str, int]:
    """Where the workbook has a bar: row, column and span."""
    places = desk.lab.saved(exercise="roadmap")["answer"]["places"]
    return next((one["row"], one["column"], one.get("span", 1)) for one in places if one["id"] == id)


def test_the_whole_notebook_is_on_screen_and_axe_finds_nothing_in_either_theme(desk):
    desk.theme("Dark")  # sooner while nothing is open
    desk.open("06-roadmap.ipynb")
    desk.run_all()
    heads = desk.notebook.locator(".tpm-frame h3")
    for number in range(1, 12):
        expect(heads.filter(has_text=f"Exercise 6.{number} ").first).to_be_attached()
    expect(desk.notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
    assert_no_violations(desk)


def test_bars_by_mouse_clicks_and_keys_and_the_line_that_breaks(desk, show):
    road = show("Build the roadmap", 'course.exercise("roadmap")')
    mouse, keys, row = desk.page.mouse, desk.page.keyboard, "Ledger and payouts"

    def at(locator, x: float) -> tuple[float, float]:
        box = locator.bounding_box()
        return box["x"] + x, box["y"] + box["height"] / 2

    mouse.move(*road.centre(road.card("PL-11")))
    mouse.down()
    mouse.move(*road.centre(road.slot("sprint-1", row)), steps=4)
    mouse.up()
    road.expect_saved(1)
    mouse.move(*road.centre(road.card("PL-11").locator(".tpm-handle")))
    mouse.down()
    mouse.move(*road.centre(road.slot("sprint-2", row)), steps=4)
    mouse.up()
    road.card("PL-03").click()
    mouse.click(*road.centre(road.slot("sprint-2", row)))
    road.expect_saved(2)
    line = road.frame.locator('.tpm-lines g[data-from="PL-11"][data-to="PL-03"]')
    expect(line).to_have_class("tpm-problem")
    road.check("Incomplete")
    road.card("PL-03").focus()
    for key in ("Space", "ArrowRight", "Shift+ArrowRight", "Space"):
        keys.press(key)
    expect(line).not_to_have_class("tpm-problem")
    road.card("PL-19").click()
    road.slot("sprint-5", "Regulation").click()
    road.card("PL-19").click()
    road.button("Longer").click()
    road.button("Shorter").click()
    keys.press("Enter")
    road.expect_saved(3)
    assert bar(desk, "PL-11") == (row, "sprint-1", 2)
    assert bar(desk, "PL-03") == (row, "sprint-3", 2)
    assert bar(desk, "PL-19") == ("Regulation", "sprint-5", 1)
    expect(road.picture).to_have_attribute("alt", containing("6.5"))


def test_a_worked_roadmap_is_strong_and_is_taken_away(desk, show, tmp_path):
    road = show("Build the roadmap", PLACE, 'course.exercise("roadmap")', 'course.take_away("roadmap")')
    road.expect_saved(len(worked_answer("roadmap")))
    road.check("Strong")
    away = desk.notebook.locator(".tpm-panel", has_text="Mermaid").last
    with desk.download(tmp_path) as path:
        away.get_by_role("button", name="Calendar (iCalendar)").click()
    events = icalendar.Calendar.from_ical(path.read_bytes()).events
    assert len(events) == len(worked_answer("roadmap"))
    expect(away).to_contain_text("gantt")


def test_a_review_begins_with_the_roadmap_and_leads_to_the_log(desk, show):
    review = show("Three weeks in", PLACE, 'course.exercise("review")', 'course.exercise("change-log")')
    expect(review.frame.locator(".tpm-fixed").first).to_be_visible()
    assert desk.lab.saved(exercise="review") == {}
    before = review.places
    for key in ("Space", "Enter", "1"):
        review.frame.locator(".tpm-fixed").first.focus()
        desk.page.keyboard.press(key)
    assert review.places == before
    review.check("Incomplete")
    expect(review.state).to_contain_text("saved")
    assert desk.lab.saved(exercise="review")["answer"]["places"]
