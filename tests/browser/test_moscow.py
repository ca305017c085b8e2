"""The MoSCoW exercise in a real JupyterLab: worked with the mouse, with keys only, and by touch."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.exercise import SEND

IN_ONE_BREATH = f"""(frame, keys) => {{
  ({SEND})(frame, keys);
  frame.querySelector("[name=check]").click();
}}"""
"""Sends every card to its lane by number, and presses Check before the kernel can have answered."""


def test_with_the_mouse(desk, show):
    moscow = show()
    for id, lane in {"PL-03": "must", "PL-01": "should", "PL-09": "could"}.items():
        moscow.drag(id, lane)
    moscow.click_into("PL-06", "wont")
    moscow.click_into("PL-15", "must")
    moscow.expect_saved(5)
    assert {lane: ids for lane, ids in moscow.places.items() if lane} == {
        "must": ["PL-03", "PL-15"],
        "should": ["PL-01"],
        "could": ["PL-09"],
        "wont": ["PL-06"],
    }
    # 13 + 3, 5 and 5 of 26 points; Won't is not in the sum.
    for lane, text in {
        "must": "16 pts · 62 %",
        "should": "5 pts · 19 %",
        "could": "5 pts · 19 %",
        "wont": "3 pts",
    }.items():
        expect(moscow.head(lane)).to_contain_text(text)
    moscow.check("Incomplete. Still to do: Instant payouts")
    expect(moscow.foot).to_contain_text("Incident report from the alert is a Must, but there is a workaround")
    expect(moscow.card("PL-15")).to_contain_text("✕")


def test_findings_hint_worked_answer_and_start_over(desk, show, worked):
    moscow = show()
    expect(moscow.button("Compare with a worked answer")).to_be_disabled()
    moscow.button("Check").click()
    moscow.expect_outcome("Nothing to check yet.")
    moscow.place({id: "must" for id in worked})
    moscow.check("Needs work")
    expect(moscow.foot).to_contain_text("All 26 placed items are Musts.")
    expect(moscow.foot).to_contain_text("Refunds from the dashboard is a Must, but there is a workaround")
    expect(moscow.foot).to_contain_text("172 points of 172")
    moscow.button("Hint (4 left)").click()
    expect(moscow.foot).to_contain_text("Hint 1. Begin with what has a date")
    moscow.button("Compare with a worked answer").click()
    row = moscow.foot.locator("tr", has_text="Refunds from the dashboard")
    expect(row.locator("td")).to_have_text(["Must", "Should", re.compile("^124 tickets a month")])
    moscow.button("Start over").click()
    moscow.button("No, keep my answer").click()
    moscow.expect_saved(26)
    moscow.button("Start over").click()
    moscow.button("Yes, start over").click()
    expect(moscow.state).to_contain_text("0 of 26 placed · saved")
    assert len(moscow.places[""]) == 26
    # Nobody else was here, so nothing but the answer just cleared is kept.
    assert not [one for one in desk.lab.saved()["earlier"] if one["why"] != "started over"]
    moscow.button("Start over").click()
    moscow.button("Put back").click()
    moscow.expect_saved(26)
    assert len(moscow.places["must"]) == 26


def test_a_caution_accepted_with_a_reason_is_a_trade_off(desk, show, worked):
    moscow = show()
    moscow.place(worked | {id: "wont" for id, lane in worked.items() if lane == "could"})
    moscow.check("Needs work")
    while moscow.button("Accept this trade-off").count():
        moscow.button("Accept this trade-off").first.click()
        moscow.foot.get_by_role("textbox").fill("The spring fair decides. <b>Sales</b> knows.")
        moscow.button("Keep this reason").click()
        expect(moscow.foot.get_by_role("textbox")).to_have_count(0)
    moscow.expect_outcome("Sound with a trade-off")
    expect(moscow.foot).to_contain_text("Accepted: The spring fair decides. <b>Sales</b> knows.")


def test_with_keys_only(desk, show):
    moscow = show()
    keys = desk.page.keyboard
    copy, first = moscow.frame.get_by_role("link", name="copy"), moscow.card("PL-01")
    copy.focus()
    keys.press("Tab")
    expect(first).to_be_focused()
    for key in ("Space", "ArrowDown", "ArrowRight", "Space"):
        keys.press(key)
    expect(first).to_be_focused()
    assert moscow.places["should"] == ["PL-01"]
    keys.press("ArrowUp")
    focused = desk.page.evaluate("document.activeElement.dataset.card")
    assert focused in moscow.places[""]
    keys.press("1")
    moscow.expect_saved(2)
    assert moscow.places["must"] == [focused]
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("Escape")
    assert (moscow.places["must"], moscow.places["should"]) == ([focused], ["PL-01"])
    keys.press("Tab")
    expect(moscow.button("Check")).to_be_focused()
    keys.press("Enter")
    moscow.expect_outcome("Incomplete.")
    expect(moscow.button("Check")).to_be_focused()
    keys.press("Tab")
    keys.press("Space")
    expect(moscow.foot).to_contain_text("Hint 1.")
    expect(moscow.button("Hint (3 left)")).to_be_focused()
    keys.press("Tab")  # the worked answer is still closed, and so not on the way
    expect(moscow.button("Start over")).to_be_focused()
    keys.press("Enter")
    expect(moscow.foot).to_contain_text("Start over?")
    keys.press("Tab")
    expect(moscow.button("Yes, start over")).to_be_focused()
    keys.press("Enter")
    expect(moscow.state).to_contain_text("0 of 26 placed · saved")


def test_a_check_sees_what_was_moved_just_before_it(desk, show, worked):
    moscow = show()
    moscow.frame.evaluate(IN_ONE_BREATH, moscow.numbers(worked))
    moscow.expect_outcome("Strong")
    expect(moscow.foot).not_to_contain_text("since this check")


def test_the_worked_answer_is_strong(desk, show, worked):
    moscow = show()
    moscow.place(worked)
    moscow.button("Check").focus()
    desk.page.keyboard.press("Enter")
    moscow.expect_outcome("Strong")
    expect(moscow.foot.get_by_role("img", name="problem")).to_have_count(0)
    expect(moscow.foot.get_by_role("img", name="caution")).to_have_count(0)
    compare = moscow.button("Compare with a worked answer")
    compare.focus()
    desk.page.keyboard.press("Enter")
    expect(moscow.foot.locator("caption")).to_contain_text("0 of 26 differ")
    expect(compare).to_be_focused()


def test_by_touch(desk, show):
    moscow = show()
    moscow.card("PL-03").tap()
    moscow.slot("must").tap()
    moscow.expect_saved(1)
    moscow.button("Check").tap()
    moscow.expect_outcome("Incomplete.")
    moscow.show()
    fingers = desk.page.context.new_cdp_session(desk.page)
    (x, y), (to_x, to_y) = (moscow.centre(moscow.card("PL-12")), moscow.edge("could"))
    path = [(x, y), (x + 20, y + 20), ((x + to_x) / 2, (y + to_y) / 2), (to_x, to_y)]
    for kind, point in zip(("touchStart", "touchMove", "touchMove", "touchMove"), path, strict=True):
        fingers.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": point[0], "y": point[1]}]}
        )
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    moscow.expect_saved(2)
    assert (moscow.places["must"], moscow.places["could"]) == (["PL-03"], ["PL-12"])
    expect(moscow.head("could")).to_contain_text("3 pts · 19 %")
