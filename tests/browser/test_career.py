"""Pay and career in a real JupyterLab: a place found by typing, an offer, gaps and the plan, own pay."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import containing
from tests.browser.test_first_look import assert_no_violations
from tests.browser.test_other_backlogs import EVIL, write_csv


def test_the_whole_notebook_is_on_screen_and_axe_finds_nothing_in_either_theme(desk):
    desk.theme("Dark")  # sooner while nothing is open
    desk.open("11-career.ipynb")
    desk.run_all()
    heads = desk.notebook.locator(".tpm-frame h3")
    for number in range(1, 15):
        expect(heads.filter(has_text=f"Exercise 11.{number} ").first).to_be_attached()
    expect(desk.notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]')).to_have_count(0)
    assert_no_violations(desk)


def test_a_place_is_found_by_typing_and_an_offer_gets_its_place(desk, show):
    explorer = show("What is paid, and where does an offer lie?", 'course.explore("salary")')
    keys = desk.page.keyboard
    before = explorer.picture.get_attribute("src")
    place = explorer.frame.get_by_role("combobox", name="Place")
    place.focus()
    place.press_sequentially("austin")
    expect(explorer.frame.get_by_role("option").first).to_contain_text("Austin")
    keys.press("Enter")
    expect(explorer.picture).not_to_have_attribute("src", before)
    expect(explorer.picture).to_have_attribute("alt", containing("Software Developers (Austin"))
    explorer.frame.get_by_role("textbox", name="or typed").fill("134120")
    expect(explorer.frame).to_contain_text("at the median of Software Developers (Austin")
    place.focus()
    for key in ("d", "d", "b", "x", "Escape"):
        keys.press(key)
    expect(desk.notebook.locator(".jp-CodeCell")).to_have_count(2)
    expect(explorer.picture).to_have_attribute("alt", containing("Austin"))


def test_gaps_lead_to_the_rows_of_the_plan(desk, show):
    place = """
from tpm_kit.exercises import EXERCISES
exercise = EXERCISES["self-assessment"]
worked = exercise.worked_answer(course.case)
answer = exercise.answer.of({part: value for part, (value, _) in worked.items()})
course.workbook.change("self-assessment", answer=answer.raw(), version=exercise.version)
"""
    where = show(
        "Where do I stand?", place, 'course.exercise("self-assessment")', 'course.exercise("ninety-days")'
    )
    where.check("Strong")
    expect(where.picture).to_have_attribute("alt", containing("target"))
    plan = desk.exercise("My 90 days")
    card = plan.frame.locator(".tpm-tray [data-card]").first
    id = card.get_attribute("data-card")
    card.focus()
    desk.page.keyboard.press("1")
    plan.expect_saved(1)
    assert desk.lab.saved(exercise="ninety-days")["answer"]["places"][0]["id"] == id


def test_markup_in_an_own_list_of_pay_is_shown_as_text(desk, show):
    write_csv(
        desk.lab.course / "notebooks" / "evil.csv",
        [{"Role": f"{EVIL} {n}", "Pay": "$100,000 a year", "Place": EVIL} for n in range(6)]
        + [{"Role": EVIL, "Pay": EVIL, "Place": ""}],
    )
    show(
        "What is paid, and where does an offer lie?",
        "own = Course()\nown.use_salaries('evil.csv')",
        "own.explore('salary')",
    )
    expect(desk.notebook.locator("table", has_text="evil.csv")).to_contain_text(EVIL)
    expect(desk.notebook.locator(".tpm-frame")).to_contain_text("Your file")
    expect(desk.notebook.locator('.jp-OutputArea img[src="x"]')).to_have_count(0)
    assert desk.page.evaluate("window.hacked") is None
