"""The table in Chromium as part of a page: what is said at a cell, text, neighbours, room, and access."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.widgets.host import DARK, LIGHT
from tests.widgets.tables import TITLES, cell, name, paste, shopping, typed
from tpm_kit.widgets.table import Table

EVIL = "<img src=x onerror=window.hacked=1>"


# What is said at a cell -------------------------------------------------------------------------------


def test_a_fault_is_shown_at_its_cell_and_told_with_it(host):
    table = host.show(shopping())
    before = table.root.bounding_box()
    tops = [cell(table, "Price", row).bounding_box() for row in TITLES[:3]]
    table.push(faults={"bread": {"price": "A price is a number above 0.", "count": "Say how many."}})
    price = cell(table, "Price", "Bread")
    expect(price).to_have_attribute("aria-invalid", "true")
    expect(price).to_have_accessible_description("✕ A price is a number above 0.")
    expect(cell(table, "Number", "Bread")).to_have_accessible_description("✕ Say how many.")
    assert table.root.get_by_text("✕ A price is a number above 0.").is_visible()
    assert price.locator("xpath=..").inner_text() == "✕"
    assert table.root.locator("[aria-invalid=true]").count() == 2
    assert (table.root.bounding_box(), [cell(table, "Price", row).bounding_box() for row in TITLES[:3]]) == (
        before,
        tops,
    )
    table.push(faults={})
    expect(price).to_have_attribute("aria-invalid", "false")
    expect(price).to_have_accessible_description("")
    assert price.locator("xpath=..").inner_text() == ""


def test_marks_stand_at_cells_and_rows_with_a_sign_and_a_text(host):
    table = host.show(shopping())
    table.push(
        marks={
            "apples:price": {"level": "problem", "text": "✕ problem"},
            "bread": {"level": "caution", "text": "! caution"},
            "cheese:cost": {"level": "caution", "text": "! caution"},
        }
    )
    expect(cell(table, "Price")).to_have_accessible_description("✕ problem")
    assert cell(table, "Price").locator("xpath=..").inner_text() == "✕"
    assert table.root.locator("th[data-row=bread] b").inner_text() == "!"
    assert table.root.locator("td[data-row=cheese][data-column=cost] b").inner_text() == "!"
    assert table.root.get_by_text("! caution").count() == 2
    table.push(faults={"apples": {"price": "No."}})
    expect(cell(table, "Price")).to_have_accessible_description("✕ No.")
    table.push(faults={}, marks={})
    expect(cell(table, "Price")).to_have_accessible_description("")
    assert table.root.locator("tbody b").all_inner_texts() == [""] * 24


def test_a_change_that_is_not_answered_says_so_after_three_seconds(host):
    table = host.show(shopping())
    line = table.root.locator(".tpm-waiting")
    assert line.is_hidden()
    cell(table, "Price").press("5")
    assert line.evaluate("(line) => line.getAnimations()[0].effect.getTiming().delay") == 3000
    assert line.is_hidden()
    line.evaluate("(line) => line.getAnimations()[0].finish()")
    assert line.is_visible()
    table.push(kept=1)
    assert line.is_hidden()


def test_nothing_is_announced_while_typing(host):
    table = host.show(shopping())
    cell(table, "Price").press_sequentially("12")
    table.push(results={"apples": {"cost": "8.00"}}, kept=1)
    assert table.status == ""
    assert table.root.locator("[aria-live], [role=alert], output").count() == 0


def test_the_facts_of_the_row_in_focus_are_shown_without_a_jump(host):
    table = host.show(shopping())
    height = table.root.bounding_box()["height"]
    for row in ("Apples", "Cheese", "Bread"):
        cell(table, "Why", row).focus()
        shown = table.root.locator(".tpm-about").inner_text().split("\n")
        assert [line for line in shown if line] == [row, f"What All about {row}.", "Keeps a week"]
        assert table.root.bounding_box()["height"] == height


def test_a_table_for_reading_changes_nothing(host):
    table = host.show(shopping(readonly=True, apples={"price": "2", "taste": "1"}))
    cell(table, "Price").focus()
    table.press("5", "Backspace", "Escape", "ArrowDown")
    assert name(table) == "Price, Bread (euros each)"
    paste(table, "1\t2\n3\t4")
    assert cell(table, "Taste").is_disabled()
    assert (table.model("model.writes"), typed(table)) == ([], {"apples": {"price": "2", "taste": "1"}})
    table.push(readonly=False)
    cell(table, "Taste").select_option("3")
    assert typed(table)["apples"]["taste"] == "3"


# The page ---------------------------------------------------------------------------------------------


def evil() -> Table:
    """A table in which every text is an attack."""
    columns = [
        {
            "id": f"{kind} {EVIL}",
            "label": f"{kind} {EVIL}",
            "unit": f"unit {EVIL}",
            "note": f"note {EVIL}",
            "kind": kind,
        }
        for kind in ("number", "text", "choice", "given", "result")
    ]
    columns[2]["options"] = [[EVIL, f"option {EVIL}"]]
    rows = [
        {
            "id": EVIL,
            "title": f"row {EVIL}",
            "note": f"below {EVIL}",
            "given": {f"given {EVIL}": f"fact {EVIL}"},
        }
    ]
    return Table(label=EVIL, columns=columns, rows=rows, details={EVIL: [[f"name {EVIL}", f"about {EVIL}"]]})


def test_text_is_never_markup(host):
    table = host.show(evil())
    table.push(
        results={EVIL: {f"result {EVIL}": f"sum {EVIL}"}},
        faults={EVIL: {f"number {EVIL}": f"fault {EVIL}"}},
        marks={EVIL: {"level": "problem", "text": f"mark {EVIL}"}},
    )
    for what in ("row", "number", "unit", "note", "below", "fact", "about", "sum", "fault", "mark"):
        assert table.root.get_by_text(f"{what} {EVIL}").first.is_visible(), what
    field = table.root.get_by_label(f"text {EVIL}, row {EVIL} (unit {EVIL})")
    field.fill(EVIL)
    table.root.locator("select").select_option(EVIL)
    assert typed(table) == {EVIL: {f"text {EVIL}": EVIL, f"choice {EVIL}": EVIL}}
    assert host.page.locator("img").count() == 0
    assert host.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("id", ["__proto__", "constructor", "a b:c\"'"])
def test_any_text_can_be_the_id_of_a_row(host, id):
    widget = Table(
        label="Odd",
        columns=[{"id": "name", "label": "Name", "kind": "text"}],
        rows=[{"id": id, "title": "Odd"}, {"id": "even", "title": "Even"}],
    )
    table = host.show(widget)
    assert cell(table, "Name", "Odd").input_value() == ""
    expect(cell(table, "Name", "Odd")).to_have_accessible_description("")
    cell(table, "Name", "Odd").fill("x")
    written = json.loads(table.model("JSON.stringify(model.get('cells'))"))
    assert written == {id: {"name": "x"}, "even": {}}
    widget.set_state({"cells": written})
    assert widget.answer == {"cells": {id: {"name": "x"}}}
    assert cell(table, "Name", "Even").input_value() == ""
    assert host.page.evaluate("({}).name") is None


def test_two_tables_and_two_views_leave_each_other_alone(host):
    first, second = host.show(shopping()), host.show(shopping(), shadow=True)
    cell(second, "Price").press_sequentially("5")
    second.press("Enter")
    paste(second, "6\t7")
    assert (first.saves, typed(first)) == (0, {})
    assert typed(second) == {"apples": {"price": "5"}, "bread": {"price": "6", "count": "7"}}
    second.push(faults={"bread": {"price": "No."}})
    expect(cell(second, "Price", "Bread")).to_have_accessible_description("✕ No.")
    expect(cell(first, "Price", "Bread")).to_have_accessible_description("")


TREE = """
- table "Shopping":
  - rowgroup:
    - row:
      - cell
      - columnheader "Shop"
      - columnheader "Price euros each"
      - columnheader "Number per week whole ones"
      - columnheader "Taste of three"
      - columnheader "Why"
      - columnheader "Cost euros a week"
      - columnheader "Rank"
  - rowgroup:
    - row:
      - rowheader "Apples in season"
      - cell "Market"
      - cell:
        - textbox "Price, Apples (euros each)"
      - cell:
        - textbox "Number, Apples (per week)"
      - cell:
        - combobox "Taste, Apples (of three)"
      - cell:
        - textbox "Why, Apples"
      - cell "8.00"
      - cell "1."
"""


def test_the_table_is_a_table_of_headers_cells_and_inputs(host):
    table = host.show(shopping(1))
    table.push(results={"apples": {"cost": "8.00", "rank": "1."}})
    expect(table.root).to_match_aria_snapshot(TREE)
    assert table.root.get_by_role("table").get_attribute("aria-description") == shopping().texts["help"]


def test_sentences_begin_at_the_left_and_figures_end_at_the_right(host):
    columns = [
        {"id": "sum", "label": "Sum", "kind": "result"},
        {"id": "said", "label": "Said", "kind": "result", "words": True},
    ]
    table = host.show(Table(label="t", columns=columns, rows=[{"id": "a", "title": "A"}]))
    for side, cells in (("end", table.root.get_by_text("Sum")), ("start", table.root.get_by_text("Said"))):
        expect(cells).to_have_css("text-align", side)
    for side, column in (("end", "sum"), ("start", "said")):
        expect(table.root.locator(f"td[data-column={column}]")).to_have_css("text-align", side)


def test_short_titles_leave_their_room_to_the_cells(host):
    columns = [{"id": "said", "label": "Said", "kind": "text", "long": True}]
    short, noted = {"id": "a", "title": "Line 1"}, {"id": "b", "title": "Line 2", "note": "of eight"}
    long = {"id": "c", "title": "A line of some length"}
    shares = []
    for rows in ([short], [short, noted], [short, long]):
        table = host.show(Table(label="t", columns=columns, rows=rows))
        sheet, head = (table.root.locator(one).first.bounding_box() for one in (".tpm-sheet", "tbody th"))
        shares.append(round(100 * head["width"] / sheet["width"]))
    assert shares == [14, 20, 20]


def test_a_choice_of_digits_is_as_narrow_as_a_number(host):
    digits, words = ([[one, one] for one in some] for some in ("123", ("only there", "here as well")))
    columns = [
        {"id": "a", "label": "Strength", "kind": "choice", "options": digits},
        {"id": "b", "label": "Where", "kind": "choice", "options": words},
    ]
    table = host.show(Table(label="t", columns=columns, rows=[{"id": "a", "title": "A"}]))
    narrow, wide = (box.bounding_box()["width"] for box in table.root.locator("select").all())
    assert 1.4 < wide / narrow < 1.8


def test_a_column_of_sentences_has_room_beside_choices_and_a_long_text(host):
    columns = [
        {"id": "says", "label": "What is said", "kind": "given", "words": True},
        *({"id": id, "label": id, "kind": "choice", "options": [["a", "A"]]} for id in ("one", "two")),
        {"id": "ask", "label": "What you ask", "kind": "text", "long": True},
    ]
    rows = [{"id": "a", "title": "A", "given": {"says": "Everybody answers for the whole of it. " * 3}}]
    host.page.set_viewport_size({"width": 950, "height": 768})
    table = host.show(Table(label="Said", columns=columns, rows=rows))
    boxes = [cell.bounding_box() for cell in table.root.locator("tbody tr:first-child > *").all()]
    assert [box["width"] > 110 for box in boxes] == [True] * 5
    said = table.root.locator("td.tpm-given")
    assert said.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth")
    assert said.bounding_box()["height"] < 150


def test_eight_rows_fit_on_a_laptop_and_a_narrow_table_scrolls_inside_itself(host):
    table = host.show(shopping(8))
    box = table.root.bounding_box()
    assert box["height"] < 620
    assert table.root.locator(".tpm-sheet").evaluate("(sheet) => sheet.scrollWidth <= sheet.clientWidth")
    table.push(faults={"apples": {"price": "A price is a number above 0, such as 2.50, without a sign."}})
    host.page.set_viewport_size({"width": 500, "height": 768})
    assert table.root.locator(".tpm-sheet").evaluate("(sheet) => sheet.scrollWidth > sheet.clientWidth")
    assert host.page.evaluate("document.documentElement.scrollWidth <= 500")
    cell(table, "Why").focus()
    head = table.root.get_by_role("rowheader", name="Apples").bounding_box()
    line = table.root.get_by_text("A price is a number").bounding_box()
    cell(table, "Price").focus()
    field = cell(table, "Price").bounding_box()
    host.page.set_viewport_size({"width": 1366, "height": 768})
    end = head["x"] + head["width"]
    assert (head["x"], end < 140) == (16, True), "the title of the row stays in view"
    assert end <= line["x"] < line["x"] + line["width"] <= 500, "so does the sentence"
    assert field["x"] >= end, "and the input in focus"


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing(host, colours, readonly):
    table = host.show(shopping(3, readonly=readonly, apples={"price": "2", "taste": "1"}))
    host.theme(colours)
    table.push(
        results={"apples": {"cost": "8.00", "rank": "1"}},
        faults={"bread": {"price": "A price is a number above 0."}},
        marks={
            "apples": {"level": "caution", "text": "! caution"},
            "cheese:count": {"level": "problem", "text": "✕ problem"},
        },
    )
    cell(table, "Price", "Bread").focus()
    results = Axe().run(host.page)
    assert not results.violations_count, results.generate_report()
