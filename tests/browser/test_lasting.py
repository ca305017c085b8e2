"""What lasts: answers over a reload, a killed kernel, two notebooks, a file; and a drive that is closed."""

from __future__ import annotations

import json
import re

from playwright.sync_api import expect

from tests.browser.desk import SHORT
from tests.browser.jupyter import Lab

ROUNDS = 3
MAPPED = ('course.exercise("moscow")', 'course.exercise("practice")', "course.map()")


def saved_lanes(lab: Lab) -> dict[str, str]:
    """The answer to the MoSCoW exercise as the file holds it: item id -> lane."""
    return {place["id"]: place["column"] for place in lab.saved()["answer"]["places"]}


def lanes_on(exercise) -> dict[str, str]:
    """The answer on screen: item id -> lane."""
    return {id: lane for lane, ids in exercise.places.items() if lane for id in ids}


def test_every_kind_of_view_outlasts_a_reload_and_a_killed_kernel(desk, show):
    """A board, a quiz, a table, an order with a chart, bars, and a matrix."""
    titles = {
        "moscow": "What must ship?",
        "prioritization-quiz": "Recap",
        "score-it": "Score it",
        "waiting": "What does waiting cost?",
        "roadmap": "Build the roadmap",
        "place-risks": "Place the risks",
    }
    cards = {"roadmap": "PL-19", "place-risks": "R-01"}
    slots = {"roadmap": ("sprint-2", "Regulation"), "place-risks": ("4", "3")}
    show("What must ship?", *(f'course.exercise("{id}")' for id in titles))
    views = {id: desk.exercise(title) for id, title in titles.items()}
    views["moscow"].send("PL-19", "must")  # the roadmap plans the Musts
    views["waiting"].send("PL-23", "order")
    views["prioritization-quiz"].frame.get_by_role("radio").first.check()
    views["score-it"].cell("PL-01", "reach").fill("1900")
    for id, slot in slots.items():
        views[id].card(cards[id]).click()
        views[id].slot(*slot).click(position={"x": 3, "y": 10})
    for view in views.values():
        expect(view.state).to_contain_text(re.compile(r"^1 of .* · saved"))

    def expect_all() -> None:
        views = {id: desk.exercise(title) for id, title in titles.items()}
        for view in views.values():
            expect(view.state).to_contain_text(re.compile("^1 of "))
        assert views["moscow"].places["must"] == ["PL-19"]
        assert views["waiting"].places["order"] == ["PL-23"]
        expect(views["prioritization-quiz"].frame.get_by_role("radio").first).to_be_checked()
        expect(views["score-it"].cell("PL-01", "reach")).to_have_value("1900")
        for id, slot in slots.items():
            inner, outer = (one.bounding_box() for one in (views[id].card(cards[id]), views[id].slot(*slot)))
            assert outer["x"] < inner["x"] < outer["x"] + outer["width"]
            assert outer["y"] < inner["y"] < outer["y"] + outer["height"]

    with desk.page.expect_response(
        lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url
    ):
        desk.page.keyboard.press("Control+s")
    desk.reload()
    expect_all()  # without a cell being run
    desk.kill_kernels()
    desk.run_all()
    expect_all()


def test_a_killed_kernel_loses_nothing_that_was_saved(desk, worked, tmp_path):
    moscow = desk.work()
    items = list(worked.items())
    for number in range(ROUNDS):
        known = dict(items[: 6 * number + 4])
        moscow.place(known)
        for id, lane in items[6 * number + 4 : 6 * number + 4 + number]:
            moscow.send(id, lane)  # on their way when the kernel dies
        desk.kill_kernels()
        assert known.items() <= saved_lanes(desk.lab).items()
        if number == 0:
            moscow.send("PL-26", "wont")
            expect(moscow.board.locator(".tpm-waiting")).to_be_visible()
            expect(moscow.board.locator(".tpm-waiting")).to_contain_text("This move is not saved yet.")
            with desk.download(tmp_path) as file:
                moscow.frame.get_by_role("link", name="copy").click()
            [book] = json.loads(file.read_text("utf-8"))["workbooks"]
            assert len(book["exercises"]["moscow"]["answer"]["places"]) == len(known)
        desk.expect_idle()
        desk.run_all()
        moscow = desk.exercise()
        assert lanes_on(moscow) == saved_lanes(desk.lab)
        assert known.items() <= lanes_on(moscow).items()


def test_two_notebooks_keep_both_answers(desk):
    practice = desk.work("00-start-here.ipynb", "Move five cards")
    moscow = desk.work()
    moscow.place({"PL-03": "must"})
    desk.open("00-start-here.ipynb")
    practice.show()
    practice.card("drag").focus()
    desk.page.keyboard.press("1")
    practice.expect_saved(1)
    desk.open(SHORT)
    moscow.place({"PL-01": "should"} | {"PL-03": "must"})
    assert saved_lanes(desk.lab) == {"PL-03": "must", "PL-01": "should"}
    assert desk.lab.saved(exercise="practice")["answer"]["places"][0]["id"] == "drag"


def test_the_map_shows_the_state_and_leads_to_the_exercise(desk, show, worked):
    moscow = show("What must ship?", *MAPPED)
    moscow.place(worked)
    moscow.check("Strong")
    desk.map.get_by_role("button", name="Refresh").click()
    row = desk.notebook.locator("tr", has_text="5.1 What must ship?")
    expect(row).to_contain_text("done: strong")
    desk.page.evaluate("window.notReloaded = true")
    row.get_by_role("link", name="05-prioritization").click()
    expect(desk.page.locator(".lm-TabBar-tab.jp-mod-current")).to_contain_text("05-prioritization.ipynb")
    expect(desk.page.locator(".jp-Dialog")).to_have_count(0)
    assert desk.page.evaluate("window.notReloaded")
    assert len(desk.page.context.pages) == 1
    desk.clear()  # another notebook is in front now


def test_save_and_bring_back(desk, show, tmp_path):
    show("What must ship?", *MAPPED).place({"PL-03": "must", "PL-01": "should"})
    with desk.download(tmp_path) as file:
        desk.map.get_by_role("button", name="Save my work").click()
    assert json.loads(file.read_text("utf-8"))["workbooks"][0]["exercises"]["moscow"]["answer"]["places"]
    desk.clear()
    show("What must ship?", *MAPPED)
    row = desk.notebook.locator("tr", has_text="5.1 What must ship?")
    expect(row).to_contain_text("not started")
    desk.map.locator('input[type="file"]').set_input_files(file)
    expect(desk.map).to_contain_text("1 of 1 answers brought back (moscow)")
    expect(row).to_contain_text("started: 2 of 26 placed")
    desk.run_all()
    assert lanes_on(desk.exercise()) == {"PL-03": "must", "PL-01": "should"}


def test_start_over_for_one_and_for_all(desk, show):
    show("What must ship?", *MAPPED).place({"PL-03": "must"})
    practice = desk.exercise("Move five cards")
    practice.card("drag").focus()
    desk.page.keyboard.press("1")
    practice.expect_saved(1)
    started = desk.notebook.locator("td", has_text=re.compile("^started"))
    desk.map.get_by_role("button", name="Refresh").click()
    expect(started).to_have_count(2)
    desk.map.get_by_label("Start over").select_option("practice")
    for button in ("Start over", "Yes, start over"):
        desk.map.get_by_role("button", name=button, exact=True).click()
    expect(desk.map).to_contain_text("1 exercise started over.")
    expect(started).to_have_count(1)
    expect(practice.state).to_contain_text("0 of 5 placed")
    desk.map.get_by_label("Start over").select_option("all")
    for button in ("Start over", "Yes, start over"):
        desk.map.get_by_role("button", name=button, exact=True).click()
    expect(started).to_have_count(0)
    assert "answer" not in desk.lab.saved()


def test_a_drive_that_cannot_be_written_costs_a_sentence(desk, tmp_path):
    desk.lab.work.write_text("in the way")
    moscow = desk.work()
    moscow.send("PL-03", "must")
    expect(moscow.state).to_contain_text("1 of 26 placed · not saved")
    expect(moscow.foot).to_contain_text("Not saved:")
    with desk.download(tmp_path) as file:
        moscow.frame.get_by_role("link", name="copy").click()
    [book] = json.loads(file.read_text("utf-8"))["workbooks"]
    assert book["exercises"]["moscow"]["answer"]["places"][0]["id"] == "PL-03"
    moscow.check("Incomplete")
    for kind in ("error", "stderr"):
        expect(desk.notebook.locator(f'[data-mime-type="application/vnd.jupyter.{kind}"]')).to_have_count(0)
