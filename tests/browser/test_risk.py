"""The risk register in a real JupyterLab: places on the matrix, what is left, buying, and taking it away."""

from __future__ import annotations

import csv
import re

from playwright.sync_api import expect

from tests.browser.desk import containing
from tests.browser.test_first_look import assert_no_violations
from tests.browser.test_other_backlogs import EVIL, write_csv

PNG = b"\x89PNG\r\n\x1a\n"
PLACE = """
from tpm_kit.exercises import EXERCISES
exercise = EXERCISES["place-risks"]
worked = exercise.worked_answer(course.case)
answer = exercise.answer.of({id: place for id, (place, _) in worked.items()})
course.workbook.change("place-risks", answer=answer.raw(), version=exercise.version)
"""
"""Puts all risks where their evidence puts them."""


def place(desk, exercise: str, id: str) -> tuple[str, str]:
    """Where the workbook has a risk: likelihood and impact, from 1 to 5."""
    places = desk.lab.saved(exercise=exercise)["answer"]["places"]
    return next((one["row"], one["column"]) for one in places if one["id"] == id)


def test_the_whole_notebook_is_on_screen_and_axe_finds_nothing_in_either_theme(desk):
    desk.theme("Dark")  # sooner while nothing is open
    desk.open("07-risk.ipynb")
    desk.run_all()
    heads = desk.notebook.locator(".tpm-frame h3")
    for number in range(1, 12):
        expect(heads.filter(has_text=f"Exercise 7.{number} ").first).to_be_attached()
    expect(desk.notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
    assert_no_violations(desk)


def test_risks_by_mouse_clicks_and_keys_then_what_is_left(desk, show):
    matrix = show("Place the risks", 'course.exercise("place-risks")', 'course.exercise("residual")')
    mouse, keys = desk.page.mouse, desk.page.keyboard
    expect(matrix.slot("5", "5")).to_have_text("25 critical")
    mouse.move(*matrix.centre(matrix.card("R-01")))
    mouse.down()
    mouse.move(*matrix.centre(matrix.slot("4", "5")), steps=4)
    mouse.up()
    matrix.expect_saved(1)
    matrix.card("R-03").click()
    matrix.slot("3", "3").click(position={"x": 3, "y": 10})
    matrix.expect_saved(2)
    matrix.card("R-05").focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "Space"):
        keys.press(key)
    matrix.expect_saved(3)
    assert place(desk, "place-risks", "R-01") == ("5", "4")
    assert place(desk, "place-risks", "R-03") == ("3", "3")
    matrix.check("Incomplete")
    left = desk.exercise("What is left?")
    expect(left.frame.locator(".tpm-fixed").first).to_be_attached()
    left.show()
    left.card("R-01").click()
    left.slot("4", "4").click(position={"x": 3, "y": 10})
    left.expect_saved(1)
    expect(left.frame.locator('.tpm-lines g[data-to="R-01"]')).to_be_attached()
    assert place(desk, "residual", "R-01") == ("4", "4")


def test_what_is_bought_moves_the_figures_and_the_picture(desk, show):
    board = show("Buy or bear", 'course.exercise("buy-or-bear")')
    before = board.picture.get_attribute("src")
    board.place({"R-05a": "buy", "R-16a": "buy"})
    expect(board.picture).not_to_have_attribute("src", before)
    expect(board.picture).to_have_attribute("alt", containing("P80"))
    expect(board.head("buy")).to_contain_text("€3,200")


def test_the_register_is_taken_away_with_its_matrix(desk, show, tmp_path):
    matrix = show("Place the risks", PLACE, 'course.exercise("place-risks")', 'course.take_away("risks")')
    matrix.check("Strong")
    away = desk.notebook.locator(".tpm-panel", has_text="Markdown").last
    with desk.download(tmp_path) as path:
        away.get_by_role("button", name=re.compile("PNG")).click()
    assert path.read_bytes().startswith(PNG)
    with desk.download(tmp_path) as path:
        away.get_by_role("button", name=re.compile("CSV")).click()
    assert len(list(csv.reader(path.read_text("utf-8-sig").splitlines()))) == 19


def test_markup_in_an_own_register_is_shown_as_text(desk, show):
    rows = [
        {"Id": f"{n}", "Risk": f"Risk {n} {EVIL}", "Cause": EVIL, "Probability": "20%", "Days": str(n)}
        | {"Cost": "1000", "Owner": EVIL, "Trigger": EVIL}
        for n in range(1, 4)
    ]
    write_csv(desk.lab.course / "notebooks" / "evil.csv", rows)
    matrix = show(
        "Place the risks",
        "own = Course()\nown.use_risks('evil.csv')",
        "own.exercise('place-risks')",
        "own.take_away('risks')",
    )
    expect(matrix.frame).to_contain_text(EVIL)
    matrix.card("1").click()
    matrix.slot("1", "3").click(position={"x": 3, "y": 10})
    matrix.expect_saved(1)
    matrix.check("Incomplete")
    expect(desk.notebook.locator('.jp-OutputArea img[src="x"]')).to_have_count(0)
    assert desk.page.evaluate("window.hacked") is None
