"""The slider in Chromium, and ranks on a board's cards."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.host import DARK, LIGHT
from tpm_kit.widgets.board import Board
from tpm_kit.widgets.slider import Slider

EVIL = "<img src=x onerror=window.hacked=1>"


@pytest.fixture
def slider(host):
    """A slider from 0 to 1."""
    return host.show(
        Slider(label=f"Weight {EVIL}", unit=f"of {EVIL}", min=0.0, max=1.0, step=0.05, value=0.4)
    )


def test_every_step_is_told_while_it_moves(slider):
    handle = slider.root.get_by_role("slider", name="Weight")
    handle.focus()
    for key, value in (("ArrowRight", 0.45), ("ArrowLeft", 0.4), ("End", 1), ("Home", 0)):
        handle.press(key)
        assert slider.model("model.get('value')") == pytest.approx(value)
    assert slider.saves == 4
    assert slider.root.locator("output").inner_text().startswith("0 of")


def test_a_value_from_python_is_shown_and_not_sent_back(slider):
    slider.push(value=0.75)
    assert slider.root.get_by_role("slider").input_value() == "0.75"
    assert slider.root.locator("output").inner_text().startswith("0.75")
    assert slider.saves == 0


def test_words_stand_for_a_number_and_are_read_aloud(host):
    slider = host.show(
        Slider(
            label="Limit", unit="cards", min=1.0, max=9.0, step=1.0, value=8.0, words={"9": f"none {EVIL}"}
        )
    )
    handle, output = slider.root.get_by_role("slider"), slider.root.locator("output")
    assert (output.inner_text(), handle.get_attribute("aria-valuetext")) == ("8 cards", "8 cards")
    handle.press("End")
    assert output.inner_text() == handle.get_attribute("aria-valuetext") == f"none {EVIL}"
    assert slider.root.locator("img").count() == 0


def test_texts_stay_texts_and_keys_stay_inside(slider, host):
    assert slider.root.locator("img").count() == 0
    slider.page.evaluate("document.addEventListener('keydown', (event) => (window.heard = event.key))")
    slider.root.get_by_role("slider").press("ArrowRight")
    assert slider.page.evaluate("window.heard ?? window.hacked ?? null") is None


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing(slider, host, theme):
    host.theme(theme)
    results = Axe().run(slider.page)
    assert results.violations_count == 0, results.generate_report()


def test_cards_of_a_ranked_board_say_their_place(host):
    board = host.show(
        Board(
            label="Order",
            columns=[{"id": "order", "label": "First to last"}],
            cards=[{"id": id, "title": f"Job {id}"} for id in "abc"],
            ranked=True,
        )
    )
    for id in "ba":
        board.root.locator(f'[data-card="{id}"]').focus()
        board.page.keyboard.press("1")
    names = [node.inner_text().split("\n")[0] for node in board.root.locator("[data-card]").all()]
    assert [name.strip() for name in names] == ["Job c", "1. Job b", "2. Job a"]
