"""The table in Chromium: typing, keys and pasting."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.widgets.tables import cell, name, paste, shopping, typed
from tpm_kit.widgets.table import Table

# Typing -----------------------------------------------------------------------------------------------


def test_nothing_is_written_on_display_by_focus_or_by_pushes(host):
    table = host.show(shopping(apples={"price": "2"}))
    cell(table, "Why").focus()
    table.push(
        results={"apples": {"cost": "8.00"}},
        faults={"apples": {"count": "Say how many."}},
        marks={"apples": {"level": "caution", "text": "! caution"}},
        kept=1,
    )
    expect(table.root.get_by_role("cell", name="8.00")).to_be_visible()
    assert (table.saves, table.model("model.writes")) == (0, [])


def test_every_change_is_written_as_it_is_typed(host):
    widget = shopping()
    table = host.show(widget)
    cell(table, "Price").press_sequentially("80 %")
    assert table.saves == 4
    assert typed(table) == {"apples": {"price": "80 %"}}
    assert table.model(
        "model.writes.every((one) => one.name === 'cells' && JSON.stringify(one.old) === one.before)"
    )
    cell(table, "Taste", "Bread").select_option("0.5")
    cell(table, "Price").fill("")
    assert typed(table) == {"bread": {"taste": "0.5"}}
    widget.set_state({"cells": table.model("model.get('cells')")})
    assert widget.answer == {"cells": {"bread": {"taste": "0.5"}}}


def test_what_was_answered_before_is_shown(host):
    table = host.show(shopping(apples={"price": "1,200", "taste": "1"}))
    assert (cell(table, "Price").input_value(), cell(table, "Taste").input_value()) == ("1,200", "1")
    table.push(cells={"bread": {"why": "fresh"}})
    assert [cell(table, "Price").input_value(), cell(table, "Why", "Bread").input_value()] == ["", "fresh"]


def test_the_caret_stays_while_results_faults_and_marks_arrive(host):
    table = host.show(shopping(apples={"price": "1500"}))
    price = cell(table, "Price")
    price.evaluate("(input) => { input.focus(); input.setSelectionRange(1, 1); }")
    for key in ".2":
        table.press(key)
        cells = table.model("model.get('cells')")
        table.push(
            cells=cells,
            results={"apples": {"cost": f"after {key}"}},
            faults={"apples": {"price": f"fault after {key}"}},
            marks={"apples:price": {"level": "problem", "text": f"✕ {key}"}},
            kept=1,
        )
    assert price.input_value() == "1.2500"
    assert price.evaluate("(input) => [input.selectionStart, input.selectionEnd]") == [3, 3]
    assert name(table) == "Price, Apples (euros each)"
    expect(table.root.get_by_role("cell", name="after 2", exact=True)).to_be_visible()


def test_a_field_takes_no_more_than_python_does(host):
    table = host.show(shopping())
    cell(table, "Why").fill("x" * 1999)
    cell(table, "Why").press_sequentially("yz")
    assert cell(table, "Why").input_value() == "x" * 1999 + "y"


# Keys -------------------------------------------------------------------------------------------------


def test_enter_and_arrows_go_up_and_down_a_column(host):
    table = host.show(shopping(bread={"price": "3"}))
    cell(table, "Price").focus()
    for key, row in (("Enter", "Bread"), ("ArrowDown", "Cheese"), ("Enter", "Cheese"), ("ArrowUp", "Bread")):
        table.press(key)
        assert name(table) == f"Price, {row} (euros each)", key
    table.press("5")
    assert cell(table, "Price", "Bread").input_value() == "5", "what was there is selected"
    table.press("ArrowUp", "ArrowUp")
    assert name(table) == "Price, Apples (euros each)"


def test_keys_and_blocks_pass_over_what_a_row_does_not_ask_for(host):
    columns = [{"id": one, "label": one.title(), "kind": "number"} for one in ("one", "two")]
    rows = [{"id": id, "title": id.upper(), "blank": ["two"] if id in "bc" else []} for id in "abcd"]
    table = host.show(Table(label="Gaps", columns=columns, rows=rows))
    expect(table.root.get_by_role("textbox")).to_have_count(6)
    cell(table, "Two", "A").focus()
    table.press("ArrowDown")
    assert name(table) == "Two, D"
    table.press("ArrowUp")
    assert name(table) == "Two, A"
    paste(table, "1\n2\n3\n4\n")
    assert typed(table) == {"a": {"two": "1"}, "d": {"two": "4"}}
    assert table.status == "Cells filled from the clipboard: 2. Did not fit: 2."
    table.press("Tab")
    assert name(table) == "One, B"


def test_tab_goes_across(host):
    table = host.show(shopping())
    cell(table, "Price").focus()
    names = []
    for _ in range(4):
        table.press("Tab")
        names.append(name(table).split(" (")[0])
    assert names == ["Number, Apples", "Taste, Apples", "Why, Apples", "Price, Bread"]


def test_a_text_of_several_lines_keeps_its_arrow_keys(host):
    columns = [{"id": "why", "label": "Why", "kind": "text", "long": True}]
    rows = [{"id": title.lower(), "title": title} for title in ("Apples", "Bread")]
    table = host.show(Table(label="Reasons", columns=columns, rows=rows))
    cell(table, "Why").focus()
    table.press("a", "Shift+Enter", "c", "ArrowUp", "b", "ArrowDown")
    assert (typed(table), name(table)) == ({"apples": {"why": "ab\nc"}}, "Why, Apples")
    table.press("Enter")
    assert name(table) == "Why, Bread"
    assert cell(table, "Why").bounding_box()["height"] > 60


def test_a_choice_keeps_its_arrow_keys(host):
    table = host.show(shopping())
    cell(table, "Taste").focus()
    table.press("ArrowDown", "ArrowDown")
    assert (typed(table), name(table)) == ({"apples": {"taste": "1"}}, "Taste, Apples (of three)")
    table.press("Enter")
    assert name(table) == "Taste, Bread (of three)"
    table.press("3")
    assert typed(table) == {"apples": {"taste": "1"}, "bread": {"taste": "3"}}


def test_escape_gives_a_cell_back_what_it_held_when_it_was_entered(host):
    table = host.show(shopping(apples={"price": "2"}))
    cell(table, "Price").focus()
    table.press("Control+a", "7", "8")
    assert typed(table) == {"apples": {"price": "78"}}
    table.press("Escape")
    assert (typed(table), cell(table, "Price").input_value(), table.saves) == (
        {"apples": {"price": "2"}},
        "2",
        3,
    )
    table.press("Escape")
    assert table.saves == 3
    table.press("Tab", "Tab", "ArrowDown", "Escape")
    assert typed(table) == {"apples": {"price": "2"}}
    assert table.root.locator("[data-waiting]").count() == 1


def test_plain_keys_stay_in_the_table_and_shortcuts_reach_the_notebook(host):
    table = host.show(shopping())
    host.listen()
    for column in ("Price", "Taste"):
        cell(table, column, "Bread").focus()
        for key in (
            "b",
            "x",
            "Enter",
            "ArrowUp",
            "ArrowLeft",
            "Escape",
            "Delete",
            "Shift+ArrowDown",
            "Shift+d",
        ):
            table.press(key)
    assert set(host.heard) <= {"Shift+Shift"}
    for key in ("Control+s", "Shift+Enter", "Control+Enter"):
        table.press(key)
    heard = [key for key in host.heard if key not in {"Control+Control", "Shift+Shift"}]
    assert heard == ["Control+s", "Shift+Enter", "Control+Enter"]


# Pasting ----------------------------------------------------------------------------------------------


def test_a_block_fills_to_the_right_and_down_in_one_message(host):
    table = host.show(shopping())
    cell(table, "Number").focus()
    paste(table, '1,200\tVERY GOOD\t"it\'s ""good"""\n3\t0.5 · Fair\tnear\textra\n\t3\t\n9\t1\tlast\n')
    assert typed(table) == {
        "apples": {"count": "1,200", "why": 'it\'s "good"'},
        "bread": {"count": "3", "taste": "0.5", "why": "near"},
        "cheese": {"taste": "3"},
    }
    assert table.saves == 1
    assert table.status == "Cells filled from the clipboard: 6. Did not fit: 5."
    assert name(table) == "Number, Apples (per week)"
    cell(table, "Number").press_sequentially("5")
    assert table.status == ""


def test_one_value_goes_in_where_the_caret_is(host):
    table = host.show(shopping(apples={"price": "100"}))
    cell(table, "Price").evaluate("(input) => { input.focus(); input.setSelectionRange(1, 1); }")
    paste(table, "5")
    assert cell(table, "Price").input_value() == "1500"
    assert (typed(table), table.status) == ({"apples": {"price": "1500"}}, "")


def test_one_cell_of_a_spreadsheet_replaces_a_text_and_chooses_an_option(host):
    table = host.show(shopping(apples={"price": "100"}))
    cell(table, "Price").focus()
    paste(table, "5\n")
    cell(table, "Taste").focus()
    paste(table, "3 · very good")
    assert typed(table) == {"apples": {"price": "5", "taste": "3"}}
    paste(table, "splendid")
    assert typed(table)["apples"]["taste"] == "3"
    assert table.status == "Cells filled from the clipboard: 0. Did not fit: 1."
    assert table.saves == 2
