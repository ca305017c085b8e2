"""The other views of the prioritisation lab: tables, ordered boards with a chart, sliders, filling in."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.desk import containing, worked_answer
from tests.browser.test_first_look import assert_no_violations


def test_the_whole_notebook_is_on_screen_and_axe_finds_nothing_in_either_theme(desk):
    desk.theme("Dark")  # sooner while nothing is open
    desk.open("05-prioritization.ipynb")
    desk.run_all()
    heads = desk.notebook.locator(".tpm-frame h3")
    for number in range(1, 10):
        expect(heads.filter(has_text=f"Exercise 5.{number} ").first).to_be_attached()
    expect(desk.notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
    expect(desk.notebook.locator(".tpm-frame img")).to_have_count(5)
    assert_no_violations(desk)


def test_a_table_is_filled_in_with_keys_only(desk, show):
    table = show("Score it", 'course.exercise("score-it")')
    keys = desk.page.keyboard
    table.cell("PL-01", "reach").focus()
    for text in ("20 %", "1", "80", None, "1", "7"):
        if text:
            keys.type(text)
        keys.press("Tab")
    fault = table.frame.get_by_text("is a share")
    expect(fault).to_be_visible()
    expect(table.cell("PL-01", "reach")).to_have_attribute("aria-invalid", "true")
    table.cell("PL-01", "reach").focus()
    keys.press("Control+A")
    keys.type("1900")
    expect(fault).to_have_count(0)
    expect(table.frame.locator('td[data-row="PL-01"][data-column="rice"]')).to_have_text("1,520 · 1")
    keys.press("Enter")
    expect(table.cell("PL-02", "reach")).to_be_focused()
    keys.type("500")
    table.expect_saved(6)
    assert desk.notebook.locator(".jp-Cell").count() == 2, "a key reached the notebook"


def test_a_worked_answer_of_a_table_is_strong(desk, show):
    table = show("Score it", 'course.exercise("score-it")')
    for part, value in worked_answer("score-it").items():
        row, _, column = part.rpartition(":")
        field = table.cell(row, column)
        field.select_option(value) if column == "evidence" else field.fill(value)
    table.expect_saved(48)
    table.check("Strong")
    table.button("Compare with a worked answer").click()
    expect(table.foot.get_by_text("0 of 48 differ")).to_be_visible()


def test_an_order_by_mouse_and_keys_with_its_picture(desk, show):
    order = show("What does waiting cost?", 'course.exercise("waiting")')
    expect(order.picture).to_have_attribute("alt", containing("No job is placed yet"))
    first, second, *rest = sorted(worked_answer("waiting"), key=lambda id: int(worked_answer("waiting")[id]))
    order.drag(second, "order")
    expect(order.picture).to_have_attribute("alt", containing("Clear reasons"))
    order.send(first, "order")
    order.card(first).focus()
    for key in ("Space", "ArrowUp", "Space"):
        desk.page.keyboard.press(key)
    expect(order.card(first)).to_contain_text("1. ")
    order.card(rest[0]).click()
    order.slot("order").click(position={"x": 3, "y": order.slot("order").bounding_box()["height"] - 3})
    for id in rest[1:]:
        order.send(id, "order")
    order.expect_saved(5)
    assert order.places["order"] == [first, second, *rest]
    order.check("Strong")
    expect(order.picture).to_have_attribute("alt", containing("31,580"))
    before = order.picture.get_attribute("src")
    desk.theme("Dark")
    expect(order.picture).not_to_have_attribute("src", before)
    desk.theme("Light")


def test_an_own_backlog_is_asked_for_what_it_lacks(desk, show):
    table = show(
        "What does a week cost?",
        'course.use_backlog("example-backlog.csv")\ncourse.exercise("waiting")',
    )
    weeks = table.frame.locator('td[data-column="weeks"] input')
    money = table.frame.locator('td[data-column="cost"] input')
    for number, (left, right) in enumerate(zip(weeks.all(), money.all(), strict=True), start=1):
        left.fill(str(number))
        right.fill(str(1000 * number))
    table.check("Strong")
    board = desk.exercise("What does waiting cost?")
    assert len(board.places[""]) == weeks.count()


def test_a_slider_moves_its_chart(desk, show):
    explorer = show("What if it mattered more?", 'course.explore("weights")')
    before = explorer.picture.get_attribute("src")
    slider = explorer.frame.get_by_role("slider", name="Weight of fit")
    slider.focus()
    slider.press("End")
    expect(explorer.frame.get_by_text("Build it ourselves leads with 9.00")).to_be_visible()
    expect(explorer.picture).not_to_have_attribute("src", before)
    expect(explorer.picture).to_have_attribute("alt", containing("Build it ourselves"))


def test_a_map_with_rows_by_mouse_clicks_and_keys(desk, show):
    story = show("Which slice comes first?", 'course.exercise("story-map")')
    mouse, keys = desk.page.mouse, desk.page.keyboard
    mouse.move(*story.centre(story.card("connect")))
    mouse.down()
    mouse.move(*story.centre(story.slot("step-1", "backbone")), steps=4)
    mouse.up()
    story.expect_saved(1)
    story.card("PL-14").click()
    story.slot("step-2", "later").click()
    story.expect_saved(2)
    story.card("take").focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "Space"):
        keys.press(key)
    story.expect_saved(3)
    places = desk.lab.saved(exercise="story-map")["answer"]["places"]
    assert {place["id"]: (place["row"], place["column"]) for place in places} == {
        "connect": ("backbone", "step-1"),
        "PL-14": ("later", "step-2"),
        "take": ("backbone", "step-2"),
    }
    story.check("Incomplete")


def test_scores_are_overruled_with_reasons(desk, show):
    five = show("Do the methods agree?", 'course.exercise("top-five")')
    lanes = {**worked_answer("top-five"), "PL-10": "top", "PL-17": "later"}
    five.place(lanes)
    five.check("Needs work")
    accept = five.frame.get_by_role("button", name="Accept this trade-off")
    for left in range(accept.count(), 0, -1):
        accept.first.click()
        five.foot.get_by_role("textbox").fill("The plug-in is promised for the spring trade fair in writing.")
        five.button("Keep this reason").click()
        expect(five.button("Keep this reason")).to_have_count(0)
        expect(accept).to_have_count(left - 1)
    five.expect_outcome("Sound with a trade-off.")


def test_a_quiz_of_situations_gives_a_reason_for_every_option(desk, show):
    quiz = show("Which method when?", 'course.exercise("which-method")')
    for question in quiz.frame.locator("fieldset").all():
        question.get_by_role("radio").first.check()
    quiz.check("Needs work")
    reasons = quiz.frame.get_by_text(re.compile("^(✓ Right|✕ No)[.]"), exact=True)
    expect(reasons).to_have_count(quiz.frame.get_by_role("radio").count())
