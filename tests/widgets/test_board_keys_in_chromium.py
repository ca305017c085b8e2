"""The board in Chromium: cards moved by keys, where the focus is, and which keys reach the notebook."""

from __future__ import annotations

import pytest

from tests.widgets.boards import lanes, road, squares


def tab_stops(shown) -> list[str]:
    """The cards that Tab reaches."""
    return shown.root.locator('[data-card][tabindex="0"]').evaluate_all(
        "(all) => all.map((one) => one.dataset.card)"
    )


# Lift, move, drop -------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_space_and_enter_lift_a_card_and_put_it_down(host, key):
    board = host.show(lanes())
    board.card("b").focus()
    board.press(key)
    assert board.lifted == ["b"]
    board.press("ArrowDown", "ArrowRight", key)
    assert board.places == {"/": "a c d e f", "all/should": "b"}
    assert (board.saves, board.lifted, board.focus) == (1, [], "b")


def test_arrows_move_a_lifted_card_through_cells_and_past_other_cards(host):
    board = host.show(lanes(a="must", b="should", c="should"))
    board.card("a").focus()
    board.press("Enter", "ArrowRight")
    assert board.places["all/should"] == "a b c"
    board.press("ArrowDown")
    assert board.places["all/should"] == "b a c"
    board.press("ArrowDown", "ArrowDown")
    assert board.places["all/should"] == "b c a"
    board.press("ArrowUp", "ArrowLeft", "ArrowLeft")
    assert board.places == {"/": "d e f a", "all/should": "b c"}
    assert board.saves == 0


def test_arrows_move_a_lifted_card_between_rows(host):
    board = host.show(squares())
    board.card("b").focus()
    board.press("Enter", "ArrowUp", "ArrowRight", "Enter")
    assert board.places["r2/c4"] == "b a"


def test_a_drop_where_the_card_was_sends_nothing(host):
    board = host.show(lanes(a="must"))
    board.card("a").focus()
    board.press("Space", "ArrowRight", "ArrowLeft", "Space")
    assert (board.places["all/must"], board.saves) == ("a", 0)


def test_escape_puts_a_card_back(host):
    board = host.show(lanes(a="must"))
    board.card("a").focus()
    board.press("Space", "ArrowRight", "ArrowRight", "Escape")
    assert board.places["all/must"] == "a"
    assert (board.saves, board.lifted, board.focus) == (0, [], "a")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_drops_a_lifted_card_and_leaves_the_board(host, key):
    board = host.show(lanes())
    host.page.evaluate("""() => {
      const main = document.querySelector("main");
      main.prepend(document.createElement("button"));
      main.append(document.createElement("input"));
    }""")
    board.card("a").focus()
    board.press("Space", "ArrowDown", key)
    assert board.places["all/must"] == "a"
    assert (board.saves, board.lifted, board.focus) == (1, [], None)
    assert host.page.evaluate("document.activeElement.tagName") == ("INPUT" if key == "Tab" else "BUTTON")


def test_numbers_send_cards_one_after_the_other(host):
    board = host.show(lanes())
    board.card("b").focus()
    board.press("1", "2", "4")
    assert board.places == {"/": "a e f", "all/must": "b", "all/should": "c", "all/wont": "d"}
    assert (board.saves, board.focus) == (3, "e")


def test_numbers_without_a_column_do_nothing(host):
    board = host.show(lanes())
    board.card("b").focus()
    board.press("5", "0", "9")
    assert (board.saves, board.focus) == (0, "b")


def test_a_number_sends_the_last_card_of_its_cell_and_keeps_the_focus_on_it(host):
    board = host.show(lanes(a="must"))
    board.card("a").focus()
    board.press("3")
    assert (board.places["all/could"], board.focus) == ("a", "a")


def test_a_number_keeps_a_card_in_its_row(host):
    board = host.show(squares())
    board.card("a").focus()
    board.press("1")
    assert board.places["r2/c1"] == "a"


def test_shift_and_arrows_stretch_a_lifted_card(host):
    board = host.show(road())
    board.card("a").focus()
    board.press("Space", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft")
    assert board.saves == 0
    board.press("Space")
    assert board.model("model.get('cards')[0].span") == 3
    assert board.saves == 1


# Focus ------------------------------------------------------------------------------------------------


def test_resting_arrows_go_to_the_nearest_card(host):
    board = host.show(lanes(a="must", b="must", c="should", d="wont"))
    board.card("a").focus()
    for key, card in (
        ("ArrowDown", "b"),
        ("ArrowUp", "a"),
        ("ArrowRight", "c"),
        ("ArrowRight", "d"),
        ("ArrowLeft", "c"),
    ):
        board.press(key)
        assert board.focus == card
        assert tab_stops(board) == [card]
    assert board.saves == 0


def test_there_is_one_tab_stop(host):
    board = host.show(lanes(a="must"))
    assert tab_stops(board) == ["a"]
    board.press("Tab")
    assert board.focus == "a"
    board.press("Tab")
    assert board.focus is None


def test_the_focus_stays_on_the_card_when_the_kernel_answers(host):
    board = host.show(lanes())
    board.card("b").focus()
    board.press("Space", "ArrowDown", "Space")
    board.push(kept=1, meters={"must": {"text": "100 %", "share": 1}})
    assert board.focus == "b"
    board.push(marks={"b": {"level": "caution", "text": "large"}})
    assert board.focus == "b"
    board.push(cards=board.model("[...model.get('cards')].reverse()"))
    assert (board.focus, tab_stops(board)) == ("b", ["b"])


def test_a_push_takes_a_lifted_card_down(host):
    board = host.show(lanes())
    board.card("a").focus()
    board.press("Space", "ArrowDown")
    board.push(cards=lanes(a="wont", b="could").cards)
    assert board.lifted == []
    assert board.places == {"/": "c d e f", "all/wont": "a", "all/could": "b"}
    board.press("Enter", "Enter")
    assert board.saves == 0


def test_a_push_in_a_drag_ends_it(host):
    board = host.show(lanes())
    board.drag(board.card("a"), board.point(board.slot("all/must")), drop=False)
    board.push(cards=lanes(a="wont").cards)
    board.page.mouse.move(*board.point(board.slot("all/should")))
    board.page.mouse.up()
    assert (board.places["all/wont"], board.saves, board.lifted) == ("a", 0, [])


def test_marks_and_figures_leave_a_lifted_card_where_it_is(host):
    board = host.show(lanes())
    board.card("a").focus()
    board.press("Space", "ArrowDown")
    board.push(marks={"b": {"level": "caution", "text": "large"}}, meters={"must": {"text": "9 %"}}, kept=1)
    assert (board.lifted, board.places["all/must"], board.focus) == (["a"], "a", "a")


def test_a_push_takes_no_focus_from_elsewhere(host):
    board = host.show(lanes(a="must"))
    board.card("a").focus()
    board.page.evaluate("""() => {
      const field = document.querySelector("main").appendChild(document.createElement("input"));
      field.focus();
    }""")
    board.push(cards=lanes(a="could").cards)
    board.push(marks={"a": {"level": "problem", "text": "late"}}, meters={"must": {"text": "9 %"}}, kept=1)
    assert board.focus is None
    assert board.page.evaluate("document.activeElement.tagName") == "INPUT"


def test_a_card_that_the_kernel_takes_away_leaves_a_tab_stop(host):
    board = host.show(lanes())
    board.card("a").focus()
    board.push(cards=[card for card in lanes().cards if card["id"] != "a"])
    assert len(tab_stops(board)) == 1


# Keys that the notebook must not get --------------------------------------------------------------------

OURS = [
    *"bxdjk07",
    *(f"Arrow{way}" for way in ("Up", "Down", "Left", "Right")),
    "Space",
    "Enter",
    "Escape",
    "Delete",
]
NOT_OURS = ["Control+s", "Control+Enter", "Shift+Enter"]


@pytest.mark.parametrize("lifted", [False, True])
def test_keys_stay_in_the_board_and_the_notebooks_own_go_through(host, lifted):
    board = host.show(lanes(a="must"))
    host.listen()
    board.card("a").focus()
    if lifted:
        board.press("Space")
    board.press(*NOT_OURS)
    assert [key for key in host.heard if key not in {"Control+Control", "Shift+Shift"}] == NOT_OURS
    assert board.lifted == (["a"] if lifted else [])
    board.press(*OURS)
    assert set(host.heard) <= {"Control+Control", "Shift+Shift", *NOT_OURS}


def test_keys_on_the_stretch_buttons_stay_in_the_board(host):
    board = host.show(road())
    board.card("a").click()
    host.listen()
    board.root.get_by_role("button", name="Longer").focus()
    board.press("b", "x", "Enter")
    assert host.heard == []
    board.press("Enter")
    assert board.model("model.get('cards')[0].span") == 3
