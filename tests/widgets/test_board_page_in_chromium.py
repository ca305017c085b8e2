"""The board in Chromium as part of a page: text, neighbours, shadow roots, reading, saving, and access."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.widgets.boards import lanes, road, squares
from tests.widgets.host import DARK, LIGHT
from tpm_kit.widgets.board import Board
from tpm_kit.widgets.chooser import Chooser
from tpm_kit.widgets.linked_board import LinkedBoard
from tpm_kit.widgets.number_field import NumberField
from tpm_kit.widgets.panel import Panel
from tpm_kit.widgets.slider import Slider
from tpm_kit.widgets.table import Table

EVIL = "<img src=x onerror=window.hacked=1>"


def test_text_is_never_markup(host):
    widget = Board(
        label=EVIL,
        rows=[{"id": "r", "label": f"row {EVIL}"}],
        columns=[{"id": "c", "label": f"column {EVIL}", "note": f"note {EVIL}"}],
        cells=[{"row": "r", "column": "c", "label": f"cell {EVIL}", "tint": 3}],
        cards=[{"id": EVIL, "title": f"card {EVIL}", "note": f"points {EVIL}", "row": "r", "column": "c"}],
        details={EVIL: [[f"fact {EVIL}", f"text {EVIL}"]]},
        tray=f"tray {EVIL}",
        spans=True,
    )
    board = host.show(widget)
    board.push(
        meters={"c": {"text": f"meter {EVIL}"}}, marks={EVIL: {"level": "problem", "text": f"mark {EVIL}"}}
    )
    board.press("Tab", "Space")
    for what in ("row", "column", "note", "cell", "card", "points", "fact", "text", "tray", "meter"):
        assert board.root.get_by_text(f"{what} {EVIL}").first.is_visible()
    assert board.root.get_by_role("grid").get_attribute("aria-label") == EVIL
    assert board.root.get_by_label(f"mark {EVIL}").is_visible()
    assert EVIL in board.status
    assert host.page.locator("img").count() == 0
    assert host.page.evaluate("window.hacked") is None


def test_two_boards_on_a_page_leave_each_other_alone(host):
    first, second = host.show(lanes()), host.show(lanes())
    first.card("a").click()
    second.card("b").focus()
    second.slot("all/must").click()
    assert (first.lifted, second.saves) == (["a"], 0)
    second.drag(second.card("b"), second.point(second.slot("all/could")))
    assert (first.saves, second.saves) == (0, 1)
    assert first.places == {"/": "a b c d e f"}
    second.push(cards=lanes(c="wont").cards)
    assert first.lifted == ["a"]
    first.slot("all/must").click()
    assert first.places["all/must"] == "a"
    assert second.places == {"/": "a b d e f", "all/wont": "c"}


def test_a_card_dragged_onto_another_board_goes_back(host):
    first, second = host.show(lanes(a="must")), host.show(lanes())
    host.page.set_viewport_size({"width": 1366, "height": 1200})
    first.drag(first.card("a"), second.point(second.slot("all/could")))
    host.page.set_viewport_size({"width": 1366, "height": 768})
    assert (first.places["all/must"], first.saves, second.saves) == ("a", 0, 0)


def test_everything_works_inside_a_shadow_root(host):
    board = host.show(lanes(), shadow=True)
    host.listen()
    board.drag(board.card("a"), board.point(board.slot("all/must")))
    assert (board.places["all/must"], board.focus) == ("a", "a")
    board.card("b").click()
    board.slot("all/must").click(position={"x": 5, "y": 5})
    assert (board.places["all/must"], board.focus) == ("b a", "b")
    board.press("Space", "ArrowDown", "ArrowRight", "Enter")
    assert (board.places["all/should"], board.focus) == ("b", "b")
    board.push(marks={"a": {"level": "problem", "text": "late"}})
    assert (board.focus, board.saves, host.heard) == ("b", 3, [])


def test_nothing_moves_on_a_board_for_reading(host):
    board = host.show(lanes(readonly=True, a="must"))
    board.drag(board.card("a"), board.point(board.slot("all/could")))
    board.card("a").click()
    board.slot("all/could").click()
    board.press("Space", "ArrowRight", "Space", "3", "Enter", "Escape")
    board.card("a").tap()
    board.slot("all/could").tap()
    assert board.places == {"/": "b c d e f", "all/must": "a"}
    assert (board.lifted, board.model("model.writes")) == ([], [])


def test_the_cards_of_a_board_for_reading_can_be_read(host):
    board = host.show(lanes(readonly=True, a="must"))
    board.card("c").focus()
    assert board.root.get_by_text("All about Cheese.").is_visible()


def test_the_facts_of_the_focused_card_are_shown(host):
    board = host.show(lanes())
    for id, title in (("a", "Apples"), ("d", "Dates")):
        board.card(id).focus()
        assert board.root.locator(".tpm-detail").inner_text().split("\n")[:2] == [
            title,
            f"What All about {title}.",
        ]


# Saving -----------------------------------------------------------------------------------------------


def test_a_drop_that_is_not_answered_says_so_after_three_seconds(host):
    board = host.show(lanes())
    line = board.root.locator(".tpm-waiting")
    assert line.is_hidden()
    board.card("a").focus()
    board.press("1")
    assert board.root.locator("[data-waiting]").count() == 1
    assert line.evaluate("(line) => line.getAnimations()[0].effect.getTiming().delay") == 3000
    assert line.is_hidden()
    line.evaluate("(line) => line.getAnimations()[0].finish()")
    assert line.is_visible()
    board.push(kept=1)
    assert line.is_hidden()


def test_nothing_is_waiting_when_nothing_was_sent(host):
    board = host.show(lanes())
    board.card("a").click()
    board.card("a").click()
    assert board.root.locator("[data-waiting]").count() == 0


# Access -----------------------------------------------------------------------------------------------


def test_screen_readers_are_told_names_and_places(host):
    widget = lanes(b="must")
    board = host.show(widget)
    texts = widget.texts
    board.card("a").focus()
    board.press("Space")
    assert board.status == f"Apples: {texts['lifted']}, {texts['tray']}, 1 / 5."
    board.press("ArrowDown")
    assert board.status == "Apples: Must, 2 / 2."
    board.press("Space")
    assert board.status == f"Apples: {texts['dropped']}, Must, 2 / 2."
    board.press("Space", "ArrowRight")
    assert board.status == "Apples: Should, 1 / 1."
    board.press("Escape")
    assert board.status == f"Apples: {texts['back']}, Must, 2 / 2."


def test_screen_readers_are_told_rows_and_widths(host):
    board = host.show(road())
    board.card("a").focus()
    board.press("Space", "ArrowDown", "Shift+ArrowRight")
    assert board.status == "Apples: Rules, Sprint 1, 1 / 1, 3 columns wide."


TREE = """
- grid "Risks":
  - row /Not placed/:
    - 'rowheader "Not placed: 3"'
    - gridcell /Dates Eggs Figs/:
      - button "Dates"
      - button "Eggs"
      - button "Figs"
  - row /Impact 1 Impact 2/:
    - columnheader "Impact 1"
    - columnheader "Impact 2"
    - columnheader "Impact 3"
    - columnheader "Impact 4"
    - columnheader "Impact 5"
  - row /Certain/:
    - rowheader "Certain"
    - gridcell "5"
    - gridcell "10"
    - gridcell "15"
    - gridcell "20"
    - gridcell "25"
  - row /Likely/:
    - rowheader "Likely"
    - gridcell "4"
    - gridcell "8"
    - gridcell "12"
    - gridcell /16 Apples/:
      - button "Apples"
    - gridcell "20"
"""


def test_the_board_is_a_grid_of_rows_headers_cells_and_buttons(host):
    board = host.show(squares())
    expect(board.root).to_match_aria_snapshot(TREE)
    assert board.root.get_by_role("row").count() == 7
    assert board.root.get_by_role("gridcell").count() == 26


def test_a_card_tells_its_facts_and_the_board_its_keys(host):
    widget = lanes()
    board = host.show(widget)
    assert board.card("a").get_attribute("aria-description") == "What All about Apples. Needs nothing"
    assert board.root.get_by_role("grid").get_attribute("aria-description") == widget.texts["help"]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("make", [lanes, squares, road])
def test_axe_finds_nothing(host, make, colours):
    board = host.show(make(a="must", b="should", c="wont") if make is lanes else make())
    host.theme(colours)
    columns = board.model("model.get('columns').map((column) => column.id)")
    board.push(
        meters={
            id: {"text": f"{n} %", "share": 0.5, "limit": 0.6, "over": n == 0} for n, id in enumerate(columns)
        },
        marks={"a": {"level": "problem", "text": "late"}, "b": {"level": "caution", "text": "large"}},
    )
    board.card("c").click()
    results = Axe().run(host.page, options={"resultTypes": ["violations", "incomplete"]})
    assert not results.violations_count, results.generate_report()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_tint(host, colours):
    """Tints are mixed with the theme's colours, which axe may call undecided."""
    board = host.show(squares())
    host.theme(colours)
    for slot in board.root.locator(".tpm-tint").all():
        ink, paper = slot.evaluate(
            "(slot) => [getComputedStyle(slot).color, getComputedStyle(slot).backgroundColor]"
        )
        assert contrast(luminance(ink), luminance(paper)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_higher_tint_is_stronger_also_for_who_sees_no_hue(host, colours):
    host.theme(colours)
    board = host.show(squares())
    paints: dict[str, str] = {}
    for slot in board.root.locator(".tpm-tint").all():
        tint, paint = slot.evaluate(
            "(slot) => [slot.style.getPropertyValue('--tint'), getComputedStyle(slot).backgroundColor]"
        )
        paints[tint.strip()] = paint
    steps = [luminance(paints[tint]) for tint in sorted(paints)]
    assert len(steps) == 5
    assert steps == sorted(steps, reverse=colours is LIGHT)
    assert all(contrast(one, other) > 1.12 for one, other in pairwise(steps))


def luminance(colour: str) -> float:
    """The relative luminance of a computed CSS colour, as WCAG 2.2 defines it."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour.removeprefix("color(srgb"))[:3]]
    if colour.startswith("rgb"):
        numbers = [number / 255 for number in numbers]
    red, green, blue = (n / 12.92 if n <= 0.04045 else ((n + 0.055) / 1.055) ** 2.4 for n in numbers)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """The contrast ratio of two luminances, as WCAG 2.2 defines it."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


WORN = "[...document.head.querySelectorAll('style[id]')].map(({id}) => id.replace(/-[^-]*$/, ''))"


def test_styles_are_put_into_the_page_once_for_all_boards(host):
    """With each, the browser computes the style of the whole notebook again."""
    first = host.show(lanes())
    expect(first.card("a")).to_have_css("cursor", "grab")
    for _ in range(2):
        host.show(lanes()), host.show(Panel())
    assert host.page.evaluate(WORN) == ["tpm-board", "tpm-panel"]
    kinds = (Board, Chooser, LinkedBoard, NumberField, Panel, Slider, Table)
    assert not [kind for kind in kinds if "_css" in vars(kind)]
