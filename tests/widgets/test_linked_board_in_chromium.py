"""The board with lines in Chromium: what is drawn, and what stays true while cards move."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

from tests.widgets.boards import joined
from tests.widgets.host import DARK, LIGHT

ENDS = """(outer) => [...(outer.shadowRoot ?? outer).querySelectorAll(".tpm-lines g")].map((line) => {
  const path = line.querySelector("path");
  const [start, end] = [0, path.getTotalLength()].map((at) => path.getPointAtLength(at));
  const box = line.ownerSVGElement.getBoundingClientRect();
  return [line.dataset.from, line.dataset.to, start.x + box.x, start.y + box.y, end.x + box.x, end.y + box.y];
})"""

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def assert_lines_join(board) -> list[str]:
    """Every line leaves the middle of its first card on the right and ends in the middle of the other on the
    left; returns the pairs that are joined."""
    pairs = []
    for start, end, left, top, right, bottom in board.root.evaluate(ENDS):
        one, other = (board.card(id).bounding_box() for id in (start, end))
        assert abs(left - one["x"] - one["width"]) < 1.5
        assert abs(top - one["y"] - one["height"] / 2) < 1.5
        assert abs(right - other["x"]) < 1.5
        assert abs(bottom - other["y"] - other["height"] / 2) < 1.5
        pairs.append(start + end)
    return sorted(pairs)


def test_lines_join_the_cards_in_both_themes_without_a_fault_of_access(host):
    for shadow in (False, True):
        board = host.show(joined(), shadow=shadow)
        assert assert_lines_join(board) == ["ab", "bc"]
    assert board.root.locator(".tpm-lines g.tpm-problem text").text_content() == "✕"
    assert board.root.locator(".tpm-outlined").count() == 2
    assert board.root.get_by_text("Outlined: the longest way.").is_visible()
    for theme in (DARK, LIGHT):
        host.theme(theme)
        assert Axe().run(host.page).response["violations"] == []


def test_lines_follow_a_card_that_moves_and_a_page_that_gets_narrower(host):
    board = host.show(joined())
    board.drag(board.card("b"), board.point(board.slot("z/q5")), grip=0.2, drop=False)
    assert assert_lines_join(board) == ["ab", "bc"]
    board.page.mouse.up()
    assert board.places["z/q5"] == "b"
    assert assert_lines_join(board) == ["ab", "bc"]
    width = board.page.viewport_size["width"]
    board.page.set_viewport_size({"width": width - 200, "height": 700})
    board.page.evaluate(TWO_FRAMES)
    assert assert_lines_join(board) == ["ab", "bc"]
    board.page.set_viewport_size({"width": width, "height": 700})


def test_a_line_to_a_card_in_the_tray_is_not_drawn(host):
    board = host.show(joined())
    board.drag(board.card("b"), board.point(board.slot("/")), grip=0.2)
    assert assert_lines_join(board) == []
    board.push(links=[{"from": "a", "to": "c", "level": ""}, {"from": "a", "to": "gone", "level": ""}])
    assert assert_lines_join(board) == ["ac"]


def test_a_fixed_card_moves_by_no_means(host):
    board = host.show(joined())
    before = board.places
    board.drag(board.card("c"), board.point(board.slot("z/q5")))
    for key in ("Space", "5", "Enter"):
        board.card("c").focus()
        board.page.keyboard.press(key)
        board.page.keyboard.press("Escape")
    board.card("c").click()
    board.slot("z/q6").click()
    assert (board.places, board.saves, board.lifted) == (before, 0, [])


def test_a_long_figure_stays_in_its_column(host):
    board = host.show(joined())
    board.page.set_viewport_size({"width": 800, "height": 700})
    board.push(meters={"q2": {"text": "18.25 / 18\u00a0pts · Banks and Ledger over", "over": True}})
    column, meter = (board.root.locator(f".tpm-{name}").nth(1).bounding_box() for name in ("column", "meter"))
    assert column["x"] <= meter["x"]
    assert meter["x"] + meter["width"] <= column["x"] + column["width"]
    assert meter["y"] + meter["height"] <= column["y"] + column["height"]
