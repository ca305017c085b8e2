"""The board in Chromium: cards that reach over several columns."""

from __future__ import annotations

from tests.widgets.boards import road


def spans(board) -> list[int]:
    """The spans of the first two cards as drawn, in columns."""
    width = board.slot("x/q1").bounding_box()["width"]
    return [round(board.card(id).bounding_box()["width"] / width) for id in "ab"]


def test_the_handle_stretches_a_card_to_the_column_under_the_pointer(host):
    board = host.show(road())
    board.drag(board.card("a").locator(".tpm-handle"), board.point(board.slot("x/q4")), drop=False)
    assert spans(board) == [4, 2]
    assert board.saves == 0
    board.page.mouse.up()
    assert board.saves == 1
    assert board.model("model.get('cards')[0].span") == 4
    assert board.places["x/q1"] == "a"


def test_the_handle_never_makes_a_card_shorter_than_one_column(host):
    board = host.show(road())
    board.drag(board.card("b").locator(".tpm-handle"), board.point(board.slot("x/q1")))
    assert spans(board) == [2, 1]


def test_buttons_stretch_a_lifted_card(host):
    board = host.show(road())
    board.card("a").click()
    for name, width in (("Longer", 3), ("Longer", 4), ("Shorter", 3)):
        board.root.get_by_role("button", name=name).click()
        assert spans(board) == [width, 2]
    assert (board.saves, board.focus, board.lifted) == (0, "a", ["a"])
    board.page.keyboard.press("Enter")
    assert board.saves == 1
    assert board.root.get_by_role("button", name="Longer").count() == 0


def test_a_wide_card_stays_inside_the_grid(host):
    board = host.show(road())
    board.drag(board.card("a"), board.point(board.slot("z/q6")), grip=0.2)
    assert board.places["z/q5"] == "a"


def test_a_wide_card_can_be_taken_anywhere(host):
    board = host.show(road())
    board.drag(board.card("a"), board.point(board.slot("z/q1")), grip=0.8)
    assert board.places["z/q1"] == "a"


def test_a_click_on_a_bar_means_the_place_below_it(host):
    """A bar covers the places of all its columns: the card goes where the click was."""
    board = host.show(road())
    board.card("c").click()
    board.page.mouse.click(*board.point(board.slot("x/q4")))
    assert board.places["x/q4"] == "c"
