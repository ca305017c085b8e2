"""The chooser in Chromium by keys alone: which line is marked, what is taken, and what the notebook hears."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widgets.choosers import box, chosen, lines, marked, town, towns, type_in
from tpm_kit.widgets.chooser import TEXTS


def test_a_choice_is_made_by_keys_alone(host):
    shown = host.show(town())
    assert box(shown).input_value() == "All of it"
    type_in(shown, "san")
    shown.press("ArrowDown", "Enter")
    assert (chosen(shown), shown.saves) == (["41860"], 1)
    assert box(shown).input_value() == "San Francisco, CA"
    expect(box(shown)).to_have_attribute("aria-expanded", "false")
    assert (shown.focus, shown.status) == ("typed", "San Francisco, CA")


def test_arrows_go_round_and_pages_do_not(host):
    shown = host.show(town())
    box(shown).focus()
    assert lines(shown) == []
    seen = []
    for key in (
        "ArrowDown",
        "ArrowUp",
        "ArrowUp",
        "ArrowDown",
        "ArrowDown",
        "PageDown",
        "PageDown",
        "PageUp",
    ):
        shown.press(key)
        seen.append(marked(shown))
    first, before_last, last = "All of it", "San Francisco, CA", "Östersund"
    assert seen == [first, last, before_last, last, first, last, last, first]
    assert shown.saves == 0


def test_the_list_opens_at_what_is_chosen(host):
    shown = host.show(town(value=["12420"]))
    box(shown).focus()
    shown.press("ArrowDown")
    assert (len(lines(shown)), marked(shown)) == (8, "Austin-Round Rock, TX")
    assert shown.root.get_by_role("option", selected=True).all_inner_texts() == ["Austin-Round Rock, TX"]


@pytest.mark.parametrize("typed", ["san", "nowhere", ""])
def test_escape_and_leaving_by_mouse_change_nothing(host, typed):
    shown = host.show(town())
    for leave in (lambda: shown.press("Escape"), lambda: host.page.mouse.click(1300, 700)):
        type_in(shown, typed or " ")
        leave()
        assert (box(shown).input_value(), chosen(shown), shown.saves) == ("All of it", ["US"], 0)
        assert (lines(shown), marked(shown)) == ([], None)
        assert shown.root.get_by_text(TEXTS["none"]).first.is_hidden()


def test_tab_takes_what_was_typed_and_nothing_else(host):
    shown = host.show(town())
    type_in(shown, "aust")
    shown.press("Tab")
    assert (chosen(shown), shown.focus) == (["12420"], None)
    box(shown).focus()
    shown.press("ArrowDown", "ArrowDown", "Tab")
    assert (chosen(shown), shown.saves) == (["12420"], 1)
    type_in(shown, "nowhere")
    shown.press("Tab")
    assert (chosen(shown), box(shown).input_value()) == (["12420"], "Austin-Round Rock, TX")


def test_choosing_the_same_again_is_not_told(host):
    shown = host.show(town())
    type_in(shown, "all of")
    shown.press("Enter")
    assert (chosen(shown), shown.saves) == (["US"], 0)


def test_no_key_is_heard_by_the_notebook_but_those_with_control(host):
    shown = host.show(towns())
    host.listen()
    box(shown).focus()
    keys = (
        *"abxddjkmy00",
        "ArrowDown",
        "ArrowUp",
        "Enter",
        "Escape",
        "Escape",
        "Delete",
        "Backspace",
        "Enter",
    )
    shown.press(*keys, "Home", "End", "PageDown", "Escape", "Shift+ArrowLeft")
    shown.root.get_by_role("button").focus()
    shown.press("d", "d", "Escape", "Enter")
    assert host.heard == []
    box(shown).focus()
    shown.press("Control+s", "Shift+Enter")
    assert {"Control+s", "Shift+Enter"} <= set(host.heard)
