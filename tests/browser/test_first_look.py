"""What a newcomer sees first: the course and nothing else, on a laptop's screen, in both themes."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

OURS = {"include": [[".tpm-frame"], [".tpm-panel"]]}
OVERFLOW = """(frame) => {
  const wide = [];
  for (let node = frame; node; node = node.parentElement)
    if (node.scrollWidth > node.clientWidth) wide.push(node.className || node.tagName);
  for (const node of frame.querySelectorAll(".tpm-board, .tpm-grid, .tpm-row, .tpm-panel"))
    if (node.scrollWidth > node.clientWidth) wide.push(node.className);
  return wide;
}"""


def test_the_course_opens_and_nothing_else(desk):
    desk.start()
    desk.expect_idle()
    tabs = desk.page.locator("#jp-main-dock-panel .lm-TabBar-tab")
    expect(tabs).to_have_text(["00-start-here.ipynb"])
    expect(desk.page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)
    expect(desk.page.locator(".jp-FileBrowser-crumbs")).to_contain_text("notebooks")
    expect(desk.page.locator(".jp-DirListing-itemName", has_text="05-prioritization.ipynb")).to_be_visible()


def test_all_cards_fit_a_laptop_without_sideways_scrolling(desk, show):
    moscow = show()
    assert desk.page.viewport_size == {"width": 1366, "height": 768}
    assert len(moscow.places[""]) >= 24
    assert moscow.frame.evaluate(OVERFLOW) == []
    for id in moscow.places[""]:
        box = moscow.card(id).bounding_box()
        assert box["x"] > 0
        assert box["x"] + box["width"] < 1366


def test_axe_finds_nothing_in_either_theme(desk, show, worked):
    moscow = show()
    moscow.place({id: "must" for id in worked})
    moscow.check("Needs work")
    moscow.button("Hint (4 left)").click()
    moscow.button("Compare with a worked answer").click()
    moscow.button("Accept this trade-off").first.click()
    expect(moscow.foot.get_by_role("textbox")).to_be_visible()
    quiz = desk.exercise("Recap")
    for question in quiz.frame.locator("fieldset").all():
        question.get_by_role("radio").first.check()
    quiz.check("Needs work")
    assert_no_violations(desk)
    desk.work("00-start-here.ipynb", "Move five cards")
    desk.map.get_by_role("button", name="Start over", exact=True).click()
    expect(desk.map).to_contain_text("Yes, start over")
    assert_no_violations(desk)


def assert_no_violations(desk) -> None:
    """Let axe look at what is ours in the notebook in front: in the dark theme at colours, else at all.

    The dark theme changes nothing but colours, and on a whole notebook each look takes ten seconds.
    """
    for theme, options in (("Dark", {"runOnly": ["color-contrast"]}), ("Light", {})):
        desk.theme(theme)
        results = Axe().run(desk.page, context=OURS, options={"resultTypes": ["violations"], **options})
        assert results.violations_count == 0, results.generate_report()
        assert results.response["passes"]


def test_shortcuts_of_the_notebook_do_not_fire_from_an_exercise(desk, show, worked):
    moscow = show()
    moscow.place({id: "must" for id in worked})
    moscow.check("Needs work")
    moscow.button("Accept this trade-off").first.click()
    quiz = desk.exercise("Recap")
    cells = desk.notebook.locator(".jp-Cell")
    count = cells.count()
    textarea = moscow.foot.get_by_role("textbox")
    radio = quiz.frame.get_by_role("radio").first
    for control in (moscow.card("PL-03"), radio, moscow.button("Check"), textarea):
        control.focus()
        for key in ("x", "b", "a", "d", "d", "j", "k", "Delete", "z", "m"):
            desk.page.keyboard.press(key)
        expect(control).to_be_focused()
        expect(cells).to_have_count(count)
    expect(textarea).to_have_value("xbaddjkzm")
    moscow.card("PL-03").focus()
    with desk.page.expect_request(
        lambda request: request.method == "PUT" and "/api/contents/" in request.url
    ):
        desk.page.keyboard.press("Control+s")


def test_a_reason_for_every_option_of_the_quiz(desk, show):
    quiz = show("Recap")
    options = quiz.frame.get_by_role("radio")
    questions = quiz.frame.locator("fieldset")
    for number in range(questions.count()):
        questions.nth(number).get_by_role("radio").first.click()
    quiz.expect_saved(6)
    quiz.check("Needs work")
    expect(questions.get_by_text(re.compile("^(✓ Right|✕ No)[.]"), exact=True)).to_have_count(options.count())
    expect(quiz.foot).to_contain_text("Question 1: “Yes, 19 hours a month are too many.” does not hold.")
    right = [
        question.locator("div", has_text="✓ Right.").get_by_role("radio") for question in questions.all()
    ]
    chosen = []
    for radio in right:
        chosen.append(radio.first.get_attribute("value"))
        radio.first.focus()
        desk.page.keyboard.press("Space")
        expect(radio.first).to_be_checked()
        expect(radio.first).to_be_focused()
    quiz.button("Check").focus()
    desk.page.keyboard.press("Enter")
    quiz.expect_outcome("Strong")
    expect(quiz.foot).to_contain_text("6 of 6 right.")
    quiz.expect_saved(6)
    desk.run_all()
    checked = desk.exercise("Recap").frame.locator("input:checked")
    assert checked.evaluate_all("(all) => all.map((one) => one.value)") == chosen
