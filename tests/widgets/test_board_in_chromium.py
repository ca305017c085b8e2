"""The board in Chromium: cards moved by mouse and by clicks, and what is sent for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widgets.boards import lanes, squares


def order(shown) -> str:
    """The ids of the cards as the model has them."""
    return shown.model("model.get('cards').map((card) => card.id).join('')")


# Drag by mouse ----------------------------------------------------------------------------------------


def test_a_drag_moves_a_card_from_the_tray_into_a_cell(host):
    board = host.show(lanes())
    board.drag(board.card("b"), board.point(board.slot("all/must")))
    assert board.places == {"/": "a c d e f", "all/must": "b"}
    assert board.saves == 1


def test_a_drag_puts_a_card_before_the_one_below_the_pointer(host):
    board = host.show(lanes(a="must", b="must", c="should"))
    board.drag(board.card("c"), board.point(board.card("b"), y=0.2))
    assert board.places["all/must"] == "a c b"


def test_a_drag_below_the_last_card_puts_a_card_last(host):
    board = host.show(lanes(a="must", b="must", c="should"))
    board.drag(board.card("c"), board.point(board.slot("all/must"), y=0.95))
    assert board.places["all/must"] == "a b c"


def test_a_drag_within_a_cell_changes_the_order(host):
    board = host.show(lanes(a="must", b="must", c="must"))
    board.drag(board.card("c"), board.point(board.card("a"), y=0.2))
    assert board.places["all/must"] == "c a b"
    assert board.saves == 1


def test_a_drag_takes_a_card_back_to_the_tray(host):
    board = host.show(lanes(a="must"))
    board.drag(board.card("a"), board.point(board.slot("/"), x=0.9, y=0.9))
    assert board.places == {"/": "b c d e f a"}


def test_a_drag_moves_a_card_between_the_rows_of_a_grid(host):
    board = host.show(squares())
    board.drag(board.card("b"), board.point(board.slot("r1/c5")))
    assert board.places["r1/c5"] == "b"
    assert "r3/c3" not in board.places


def test_a_dragged_card_follows_the_pointer_and_its_place_is_shown(host):
    board = host.show(lanes(b="must"))
    start, to = board.point(board.card("a")), board.point(board.card("b"), y=0.2)
    board.drag(board.card("a"), to, drop=False)
    box = board.card("a").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert middle == pytest.approx(to, abs=2)
    assert middle != pytest.approx(start, abs=2)
    lit = board.root.locator(".tpm-lit")
    assert lit.evaluate_all("(nodes) => nodes.map(({ dataset }) => dataset.card ?? dataset.column)") == [
        "must",
        "b",
    ]
    board.page.mouse.move(1, 760)
    assert lit.count() == 0


def test_a_drop_where_the_card_was_sends_nothing(host):
    board = host.show(lanes(a="must", b="should", c="must"))
    for id in "ac":
        board.drag(board.card(id), board.point(board.card(id), x=0.6, y=0.6))
    assert board.places == {"/": "d e f", "all/must": "a c", "all/should": "b"}
    assert (board.saves, board.lifted) == (0, [])


def test_a_drop_outside_puts_the_card_back(host):
    board = host.show(lanes(a="must", b="must"))
    board.drag(board.card("a"), (2, 765))
    assert board.places["all/must"] == "a b"
    assert (board.saves, board.lifted) == (0, [])


def test_a_press_that_moves_four_pixels_is_a_click_and_five_are_a_drag(host):
    board = host.show(lanes(a="must"))
    x, y = board.point(board.card("a"))
    board.drag(board.card("a"), (x + 4, y), drop=False)
    assert board.lifted == []
    board.page.mouse.move(x + 5, y)
    assert board.lifted == ["a"]


def test_a_drag_takes_over_from_a_card_lifted_by_a_click(host):
    board = host.show(lanes())
    board.card("a").click()
    board.drag(board.card("b"), board.point(board.slot("all/could")))
    assert board.places == {"/": "a c d e f", "all/could": "b"}
    assert (board.saves, board.lifted) == (1, [])


def test_a_click_or_a_drag_during_which_python_marks_a_card_is_heard(host):
    board = host.show(lanes())
    for to in (None, "all/must"):
        host.page.mouse.move(*board.point(board.card("a")))
        host.page.mouse.down()
        if to:
            host.page.mouse.move(*board.point(board.slot(to)), steps=3)
        board.push(marks={"a": {"level": "problem", "text": f"✕ problem {to}"}})
        host.page.mouse.up()
        if not to:
            assert board.lifted == ["a"]
            host.page.keyboard.press("Escape")
    assert board.places["all/must"] == "a"
    expect(board.card("a").get_by_role("img", name="✕ problem all/must")).to_be_visible()


def test_the_other_mouse_buttons_do_not_drag(host):
    board = host.show(lanes())
    board.page.mouse.move(*board.point(board.card("a")))
    board.page.mouse.down(button="right")
    board.page.mouse.move(*board.point(board.slot("all/must")), steps=2)
    board.page.mouse.up(button="right")
    assert (board.lifted, board.saves) == ([], 0)


def test_a_button_released_outside_before_a_drag_began_drags_nothing(host):
    board = host.show(lanes())
    host.page.evaluate("document.querySelector('main').style.marginTop = '60px'")
    x, y = board.point(board.slot("/"), y=0.1)
    board.page.mouse.move(*board.point(board.card("a")))
    board.page.mouse.down()
    board.page.mouse.move(5, 5)
    board.page.mouse.up()
    board.page.mouse.move(x, y, steps=2)
    assert board.lifted == []


def test_escape_ends_a_drag(host):
    board = host.show(lanes())
    board.drag(board.card("a"), board.point(board.slot("all/must")), drop=False)
    board.page.keyboard.press("Escape")
    assert board.lifted == []
    board.page.mouse.up()
    assert board.places == {"/": "a b c d e f"}
    assert board.saves == 0


@pytest.mark.parametrize("key", ["Space", "1", "Tab"])
def test_a_key_in_a_drag_drops_the_card(host, key):
    board = host.show(lanes())
    board.drag(board.card("a"), board.point(board.slot("all/should")), drop=False)
    board.press(key)
    board.page.mouse.move(*board.point(board.slot("all/could")), steps=2)
    board.page.mouse.up()
    assert board.places == ({"/": "b c d e f", "all/must": "a"} if key == "1" else {"/": "a b c d e f"})
    assert board.lifted == []


# Clicks -----------------------------------------------------------------------------------------------


def test_two_clicks_move_a_card_into_a_cell(host):
    board = host.show(lanes())
    board.card("a").click()
    assert board.lifted == ["a"]
    board.slot("all/wont").click()
    assert board.places == {"/": "b c d e f", "all/wont": "a"}
    assert (board.saves, board.lifted) == (1, [])


@pytest.mark.parametrize("height", [0.1, 0.9])
def test_a_click_on_another_card_puts_the_lifted_one_before_it(host, height):
    board = host.show(lanes(b="must", c="must"))
    board.card("a").click()
    board.page.mouse.click(*board.point(board.card("c"), y=height))
    assert board.places["all/must"] == "b a c"


def test_a_click_that_has_no_place_puts_the_lifted_card_before_the_clicked_one(host):
    """Voice control and screen readers click so."""
    board = host.show(lanes(b="must", c="must"))
    board.card("a").dispatch_event("click")
    board.card("c").dispatch_event("click")
    assert board.places["all/must"] == "b a c"


def test_a_click_on_the_lifted_card_puts_it_down_where_it_is(host):
    board = host.show(lanes(a="must", b="must"))
    board.card("a").click()
    board.card("a").click()
    assert board.places["all/must"] == "a b"
    assert (board.saves, board.lifted) == (0, [])


def test_escape_puts_a_clicked_card_back(host):
    board = host.show(lanes(a="must"))
    board.card("a").click()
    board.page.keyboard.press("ArrowRight")
    board.page.keyboard.press("Escape")
    assert board.places["all/must"] == "a"
    assert (board.saves, board.lifted, board.focus) == (0, [], "a")


def test_a_click_beside_the_cells_leaves_the_card_lifted(host):
    board = host.show(lanes())
    board.card("a").click()
    board.root.get_by_role("columnheader").first.click()
    assert (board.lifted, board.saves) == (["a"], 0)


# What is sent -----------------------------------------------------------------------------------------


def test_nothing_is_written_on_display_or_by_pushes(host):
    board = host.show(lanes(a="must"))
    board.push(
        marks={"a": {"level": "problem", "text": "late"}},
        meters={"must": {"text": "60 %", "share": 0.6}},
        kept=1,
    )
    assert board.root.get_by_label("late").is_visible()
    assert board.root.get_by_text("60 %").is_visible()
    assert board.model("model.writes.length") == 0
    assert board.saves == 0


def test_a_drop_writes_one_new_list_and_leaves_the_old_one_alone(host):
    board = host.show(lanes())
    board.drag(board.card("a"), board.point(board.slot("all/must")))
    assert board.model("model.writes.map(({ name }) => name)") == ["cards"]
    assert board.model("model.writes[0].value !== model.writes[0].old")
    assert board.model("JSON.stringify(model.writes[0].old) === model.writes[0].before")
    assert order(board) == "bcdefa"


def test_python_takes_what_the_browser_sends(host):
    widget = lanes()
    board = host.show(widget)
    board.drag(board.card("a"), board.point(board.slot("all/must")))
    widget.set_state({"cards": board.model("model.get('cards')")})
    assert widget.answer == {"places": [{"id": "a", "row": "all", "column": "must"}]}


def test_two_hundred_cards_can_be_dragged(host):
    widget = lanes()
    widget.cards = [
        {
            "id": f"n{n}",
            "title": f"Card {n}",
            "row": "all",
            "column": ("must", "should", "could", "wont")[n % 4],
        }
        for n in range(200)
    ]
    board = host.show(widget)
    board.drag(board.card("n0"), board.point(board.card("n5"), y=0.2))
    assert board.places["all/should"].startswith("n1 n0 n5")
    assert len(board.places["all/must"].split()) == 49
    assert board.saves == 1
