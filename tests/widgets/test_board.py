"""The board as Python sees it: moves, answers, what the browser may send, and the static table."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.driving import NASTY, drop, sent
from tests.widgets.boards import joined
from tpm_kit.widgets.board import Board

COLUMNS = [
    {"id": "left", "label": "Left"},
    {"id": "right", "label": "Right", "tone": "red"},
    {"id": "end", "label": "End"},
]
ROWS = [{"id": "top", "label": "Top"}, {"id": "low", "label": "Low"}]
CARDS = [
    {"id": "a", "title": "Apple", "note": "1 pt"},
    {"id": "b", "title": "Beech"},
    {"id": "c", "title": "Cedar"},
]


@pytest.fixture
def board() -> Board:
    return Board(label="Trees", columns=COLUMNS, cards=CARDS)


@pytest.fixture
def grid() -> Board:
    """Two rows, tinted cells and cards that span."""
    cells = [{"row": "top", "column": "right", "label": "High", "tint": 5}]
    cards = [{**card, "span": 2} for card in CARDS]
    return Board(label="Grid", rows=ROWS, columns=COLUMNS, cells=cells, cards=cards, spans=True)


def order(board: Board) -> list[tuple[str, str, str]]:
    return [(card["id"], card["row"], card["column"]) for card in board.cards]


def test_cards_begin_in_the_tray_and_move_as_a_learner_moves_them(board):
    assert order(board) == [("a", "", ""), ("b", "", ""), ("c", "", "")]
    board.move("a", column="left")
    board.move("b", column="left", before="a")
    assert order(board) == [("c", "", ""), ("b", "all", "left"), ("a", "all", "left")]
    board.move("a", column="")
    assert order(board)[-1] == ("a", "", "")
    assert board.answer == {"places": [{"id": "b", "row": "all", "column": "left"}]}


def test_a_misspelt_move_is_told(board):
    with pytest.raises(TypeError):
        board.move("a", colum="left")
    with pytest.raises(TypeError):
        board.move("a", "left")
    for wrong in ({"card": "z", "column": "left"}, {"card": "a", "column": "lft"}):
        with pytest.raises(KeyError):
            board.move(wrong.pop("card"), **wrong)
    assert board.answer == {"places": []}


def test_a_move_leaves_the_old_list_and_its_cards_alone(board):
    before = board.cards
    kept = copy.deepcopy(before)
    board.move("a", column="left")
    assert before == kept
    assert board.cards is not before


def test_what_is_passed_in_is_copied():
    cards, columns = copy.deepcopy(CARDS), copy.deepcopy(COLUMNS)
    board = Board(label="Trees", columns=columns, cards=cards)
    cards[0]["title"] = columns[0]["label"] = "changed"
    assert (board.cards[0]["title"], board.columns[0]["label"]) == ("Apple", "Left")


def test_a_span_stays_inside_the_grid(grid):
    grid.move("a", row="top", column="end")
    assert grid.answer == {"places": [{"id": "a", "row": "top", "column": "right", "span": 2}]}


def test_a_shortened_card_comes_back_short(grid):
    answer = {"places": [{"id": "a", "row": "low", "column": "left", "span": 1}]}
    grid.answer = answer
    assert grid.answer == answer


PLACES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["top", "low"]), st.sampled_from(["left", "right"])),
    unique_by=lambda place: place[0],
)


@given(PLACES)
def test_an_answer_put_on_the_board_is_the_answer_on_the_board(places):
    board = Board(label="Grid", rows=ROWS, columns=COLUMNS, cards=CARDS)
    answer = {"places": [{"id": id, "row": row, "column": column} for id, row, column in places]}
    board.answer = answer
    assert board.answer == answer
    assert sorted(card["id"] for card in board.cards) == ["a", "b", "c"]
    board.answer = {}
    assert board.answer == {"places": []}


def test_places_that_are_gone_stay_in_the_tray(board):
    places = [("z", "all", "left"), ("a", "all", "gone"), ("b", "gone", "left"), ("c", "all", "left")]
    board.answer = {"places": [{"id": id, "row": row, "column": column} for id, row, column in places]}
    assert order(board) == [("a", "", ""), ("b", "", ""), ("c", "all", "left")]
    board.answer = {"places": [{"id": "a", "column": "left"}]}
    assert board.answer == {"places": []}


def test_a_drop_of_the_browser_is_told_once(board):
    calls = []
    board.on_answer(lambda: calls.append(board.answer))
    drop(board, "b", "right")
    assert calls == [{"places": [{"id": "b", "row": "all", "column": "right"}]}]


def test_meters_go_out_in_one_message_and_marks_in_another(board, monkeypatch):
    messages = sent(board, monkeypatch)
    board.acknowledge({"left": {"text": "5 pts", "share": 0.5}})
    board.acknowledge({"left": {"text": "5 pts", "share": 0.5}})
    assert [message["kept"] for message in messages] == [1, 2]
    board.mark({"a": ("problem", "✕ problem")})
    assert messages[2:] == [{"marks": {"a": {"level": "problem", "text": "✕ problem"}}}]


HOSTILE_CARDS = [
    None,
    5,
    "abc",
    [],
    [None],
    ["a", "b", "c"],
    [{"id": "a"}],
    [{"id": "a", "row": "all", "column": "left"}],
    [{"id": id, "row": "all", "column": "left"} for id in "abz"],
    [{"id": id, "row": "all", "column": "left"} for id in "aabc"],
    [{"id": id, "row": "all", "column": "left"} for id in ("a", "b", 3)],
    [{"id": id, "row": "all", "column": "nowhere"} for id in "abc"],
    [{"id": id, "row": "", "column": "left"} for id in "abc"],
    [{"id": id, "row": "all", "column": ["left"]} for id in "abc"],
    *(
        [{"id": id, "row": "all", "column": "left", "span": span} for id in "abc"]
        for span in (0, -1, 99, "2", None, 1.5, True)
    ),
]


@pytest.mark.parametrize("cards", HOSTILE_CARDS, ids=lambda cards: repr(cards)[:60])
def test_cards_that_do_not_fit_are_dropped(board, cards):
    board.move("a", column="right")
    before = board.cards
    board.set_state({"cards": cards})
    assert board.cards == before
    assert board.to_html()


def test_the_browser_writes_cards_and_nothing_else(board):
    for state in ({"label": 5}, {"label": "x"}, {"columns": []}, {"meters": "x"}, {"unknown": 1}, {}):
        board.set_state(state)
    assert (board.label, len(board.columns), board.meters) == ("Trees", 3, {})


def test_the_static_table_can_be_read_by_all(grid):
    grid.move("a", row="top", column="right")
    html = grid.to_html()
    assert html.startswith("<table><caption>Grid</caption>")
    assert re.findall(r'<th scope="col">(.*?)</th>', html) == ["Left", "Right", "End"]
    assert re.findall(r'<th scope="row">(.*?)</th>', html) == ["Not placed", "Top", "Low"]
    assert "<td>High<br>Apple · 1 pt</td>" in html
    assert '<td colspan="3">Beech<br>Cedar</td>' in html


def test_no_text_is_markup_in_the_static_table():
    card = {"id": NASTY, "title": NASTY, "note": NASTY}
    board = Board(
        label=NASTY,
        rows=[{"id": "r", "label": NASTY}],
        columns=[{"id": "c", "label": NASTY}],
        cells=[{"row": "r", "column": "c", "label": NASTY}],
        cards=[card, {**card, "id": "placed", "row": "r", "column": "c"}],
        tray=NASTY,
    )
    html = board.to_html()
    assert set(re.findall(r"</?(\w+)", html)) == {"table", "caption", "tr", "td", "th", "br"}
    assert html.count("&lt;img") == 9


def test_a_board_is_shown_by_the_browser_or_as_a_table_or_as_text(board):
    data, _ = board._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(data)
    assert data["text/html"] == board.to_html()


def test_links_and_outlines_come_with_the_figures():
    board = joined()
    assert [(link["from"], link["to"], link["level"]) for link in board.links] == [
        ("a", "b", ""),
        ("b", "c", "problem"),
    ]
    assert (board.outlined, board.meters) == (["a", "b"], {"q1": {"text": "3 of 5"}})
    board.acknowledge({})
    assert (board.links, board.outlined, board.meters) == ([], [], {})


def test_a_static_copy_names_the_outlined_cards():
    assert "<p>Outlined: the longest way.</p><p>Outlined: Apples → Bread</p>" in joined().to_html()


def test_a_fixed_card_is_no_part_of_the_answer_and_stays():
    board = joined()
    fixed = next(card for card in board.cards if card["id"] == "c")
    assert {place["id"] for place in board.answer["places"]} == {"a", "b"}
    board.answer = {"places": [{"id": id, "row": "x", "column": "q1"} for id in "cb"]}
    assert fixed in board.cards
    assert [place["id"] for place in board.answer["places"]] == ["b"]
    before = board.cards
    board.set_state({"cards": [{**card, "column": "q6"} if card["id"] == "c" else card for card in before]})
    assert board.cards == before
