"""The chooser in Chromium: what is found, chosen and taken back, touch, access, and texts that mean harm."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.widgets.choosers import TOWNS, box, chosen, lines, marked, town, towns, type_in
from tests.widgets.host import DARK, LIGHT
from tpm_kit.widgets.chooser import TEXTS, Chooser

EVIL = "<img src=x onerror=window.hacked=1>"
MANY = [[f"a{at}", f"Area {at} of many, with a long name of its own", f"{10_000 + at}"] for at in range(580)]


# Finding ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("new y", ["New York", "New York-Newark, NY-NJ"]),
        ("TX", ["Texas", "Austin-Round Rock, TX"]),
        ("texas", ["Texas", "Austin-Round Rock, TX"]),
        ("san jose", ["San José-Sunnyvale, CA"]),
        ("jose san", ["San José-Sunnyvale, CA"]),
        ("ca san", ["San José-Sunnyvale, CA", "San Francisco, CA"]),
        ("41940", ["San José-Sunnyvale, CA"]),
        ("ostersund", ["Östersund"]),
        ("ewark", ["New York-Newark, NY-NJ"]),
        ("   ", [one[1] for one in TOWNS]),
        ("(.*", [one[1] for one in TOWNS]),
        ("Zürich", []),
    ],
)
def test_the_list_narrows_while_typing(host, typed, found):
    shown = host.show(town())
    type_in(shown, typed)
    assert lines(shown) == found
    assert shown.saves == 0
    assert marked(shown) == (found[0] if found else None)
    assert shown.status == (f"{len(found)} of {len(TOWNS)}" if found else TEXTS["none"])
    assert shown.root.get_by_text(TEXTS["none"]).first.is_visible() == (not found)


# Several ----------------------------------------------------------------------------------------------


def test_several_are_chosen_taken_back_and_counted(host):
    shown = host.show(towns())
    for typed in ("aust", "jose"):
        type_in(shown, typed)
        shown.press("Enter")
    assert chosen(shown) == ["US", "12420", "41940"]
    assert (box(shown).input_value(), box(shown).get_attribute("placeholder")) == ("", "3 of 3")
    names = shown.root.get_by_role("button").all_inner_texts()
    assert names == ["All of it ×", "Austin-Round Rock, TX ×", "San José-Sunnyvale, CA ×"]
    type_in(shown, "texas")
    shown.press("Enter")
    said = TEXTS["full"].format(most=3)
    assert (chosen(shown), shown.saves, shown.status) == (["US", "12420", "41940"], 2, said)
    assert shown.root.get_by_text(said).first.is_visible()
    type_in(shown, "austin")
    shown.press("Enter")
    assert (chosen(shown), shown.saves) == (["US", "41940"], 3)


def test_a_button_takes_back_and_the_focus_stays_near(host):
    shown = host.show(towns(value=["US", "TX", "20"]))
    for name, focus, left in (
        ("Texas", "Take back Östersund", ["US", "20"]),
        ("Östersund", "Take back All of it", ["US"]),
        ("All of it", None, []),
    ):
        shown.root.get_by_role("button", name=f"Take back {name}").focus()
        shown.press("Enter")
        assert chosen(shown) == left
        if focus:
            expect(shown.root.get_by_role("button", name=focus)).to_be_focused()
    expect(box(shown)).to_be_focused()


def test_a_value_of_python_is_shown_and_not_sent_back(host):
    shown, several = host.show(town()), host.show(towns(), shadow=True)
    shown.push(value=["20"])
    several.push(value=["NY", "20"])
    assert box(shown).input_value() == "Östersund"
    assert several.root.get_by_role("button").all_inner_texts() == ["New York ×", "Östersund ×"]
    shown.push(options=[["20", "Elsewhere"], ["x", "Here"]])
    assert box(shown).input_value() == "Elsewhere"
    assert (shown.saves, several.saves) == (0, 0)


def test_it_works_in_a_shadow_root(host):
    shown = host.show(towns(value=[]), shadow=True)
    type_in(shown, "texas")
    shown.press("Enter")
    assert chosen(shown) == ["TX"]
    shown.root.get_by_role("button").click()
    assert (chosen(shown), shown.focus) == ([], "typed")


# Mouse, touch, size -----------------------------------------------------------------------------------


def test_a_click_opens_and_chooses(host):
    shown = host.show(town())
    box(shown).click()
    assert len(lines(shown)) == 8
    shown.root.get_by_role("option", name="Östersund").click()
    assert (chosen(shown), shown.focus, lines(shown)) == (["20"], "typed", [])


def test_a_finger_opens_scrolls_and_chooses(host):
    shown = host.show(Chooser(label="Area", options=MANY, value=["a0"]))
    box(shown).tap()
    shown.root.get_by_role("option", name="Area 300 of").tap()
    assert chosen(shown) == ["a300"]
    several = host.show(towns(value=["20"]))
    several.root.get_by_role("button").tap()
    assert chosen(several) == []


def test_the_marked_line_stays_in_sight_and_the_page_does_not_move(host):
    shown = host.show(Chooser(label="Area", options=MANY, value=["a400"]))
    box(shown).focus()
    for keys in (["ArrowDown"], ["PageDown"] * 3, ["ArrowUp"] * 40, ["PageUp"] * 60, ["ArrowUp"]):
        shown.press(*keys)
        line = shown.root.locator(".tpm-now").bounding_box()
        seen = shown.root.get_by_role("listbox").bounding_box()
        assert seen["y"] <= line["y"]
        assert line["y"] + line["height"] <= seen["y"] + seen["height"]
    assert marked(shown).startswith("Area 579 ")
    assert host.page.evaluate("scrollY") == 0


def test_the_list_lies_over_what_follows(host):
    shown, below = host.show(town()), host.show(town())
    before = below.root.bounding_box()
    box(shown).click()
    assert below.root.bounding_box() == before
    shown.root.get_by_role("option", name="Texas").click()
    assert (chosen(shown), chosen(below)) == (["TX"], ["US"])


# Access and harm --------------------------------------------------------------------------------------

TREE = """
- text: Area
- combobox "Area" [expanded]: san
- listbox "Area":
  - option "San José-Sunnyvale, CA"
  - option "San Francisco, CA" [selected]
- status: 2 of 8
"""


def test_it_is_a_combobox_with_a_list(host):
    shown = host.show(town(value=["41860"]))
    type_in(shown, "san")
    expect(shown.root).to_match_aria_snapshot(TREE)
    assert box(shown).get_attribute("aria-description") == TEXTS["help"]
    assert "Up to 3. " in box(host.show(towns())).get_attribute("aria-description")


@pytest.mark.parametrize("typed", [None, "san", "nowhere"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing(host, theme, typed):
    host.show(town())
    shown = host.show(towns(value=["US", "41860"]))
    host.theme(theme)
    if typed:
        type_in(shown, typed)
    results = Axe().run(shown.page)
    assert results.violations_count == 0, results.generate_report()


def test_texts_stay_texts(host):
    options = [
        [f"id {EVIL}", f"name {EVIL}", EVIL],
        ["__proto__", "{most} \\u0000 %s", ""],
        ["constructor", "", "x"],
    ]
    shown = host.show(Chooser(label=f"label {EVIL}", options=options, value=[f"id {EVIL}"], most=2))
    type_in(shown, EVIL)
    assert lines(shown) == [f"name {EVIL}"]
    shown.press("Escape")
    type_in(shown, "x" * 300)
    assert len(box(shown).input_value()) == 200
    for key in ("Escape", "ArrowDown", "ArrowDown", "Enter"):
        shown.press(key)
    assert chosen(shown) == [f"id {EVIL}", "__proto__"]
    assert host.page.locator("img").count() == 0
    assert host.page.evaluate("window.hacked") is None
