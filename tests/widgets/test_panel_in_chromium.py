"""The panel in Chromium: what a press or an input sends, and what stays when Python redraws."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.widgets.host import DARK, LIGHT
from tpm_kit.widgets.elements import el, table
from tpm_kit.widgets.panel import Panel, file_link

EVIL = "<img src=x onerror=window.hacked=1>"


def button(text: str, name: str, value: str = "", **attributes):
    """A push button."""
    return el("button", text, type="button", name=name, value=value, **attributes)


def radio(value: str, checked: bool = False):
    """One of the radio buttons called `side`."""
    return el("label", el("input", type="radio", name="side", value=value, checked=checked), f" {value}")


def form():
    """One control of every kind, as elements."""
    return (
        el("p", el("label", "Why? ", el("textarea", "old reason", name="why", rows="2"))),
        el("fieldset", el("legend", "Side"), radio("left"), radio("right", checked=True)),
        el(
            "label",
            "Which ",
            el("select", *(el("option", one, value=one) for one in ("one", "two")), name="which"),
        ),
        el("label", "File ", el("input", type="file", name="bring", accept=".json")),
        el("div", button("Check", "check", cls="main"), button("Hint", "hint", "3"), cls="actions"),
    )


def messages(panel) -> list[dict]:
    """The messages sent so far, without the values of the fields."""
    return [{key: one["content"][key] for key in ("name", "value")} for one in panel.sent]


# What is sent -----------------------------------------------------------------------------------------


def test_nothing_is_sent_on_display_or_by_pushes(host):
    panel = host.show(Panel(*form()))
    panel.push(tree=Panel(el("p", "Well done.")).tree, kept=1)
    assert panel.root.get_by_text("Well done.").is_visible()
    assert (panel.sent, panel.saves, panel.model("model.writes")) == ([], 0, [])


def test_a_press_sends_its_name_its_value_and_the_fields(host):
    panel = host.show(Panel(*form()))
    panel.root.get_by_role("button", name="Hint").click()
    [message] = panel.sent
    fields = message["content"].pop("fields")
    assert message == {"content": {"name": "hint", "value": "3"}, "buffers": []}
    assert {key: fields[key] for key in ("why", "side", "which")} == {
        "why": "old reason",
        "side": "right",
        "which": "one",
    }


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_press_during_which_python_redraws_is_heard(host, by):
    panel = host.show(Panel(*form()))
    left = panel.root.get_by_label("left")
    if by == "keys":
        left.focus()
        host.page.keyboard.down(" ")
    else:
        host.page.mouse.move(*panel.point(left))
        host.page.mouse.down()
    panel.push(tree=Panel(el("p", "Saved."), *form()).tree, kept=1)
    host.page.keyboard.up(" ") if by == "keys" else host.page.mouse.up()
    expect(panel.root.get_by_text("Saved.")).to_be_visible()
    assert messages(panel) == [{"name": "side", "value": "left"}]


def test_inputs_send_their_change_with_all_fields(host):
    panel = host.show(Panel(*form()))
    panel.root.get_by_label("left").check()
    panel.root.get_by_label("Which").select_option("two")
    panel.root.get_by_label("Why?").fill("a better reason")
    panel.root.get_by_label("Why?").blur()
    assert messages(panel) == [
        {"name": "side", "value": "left"},
        {"name": "which", "value": "two"},
        {"name": "why", "value": "a better reason"},
    ]
    fields = panel.sent[-1]["content"]["fields"]
    assert (fields["side"], fields["which"], fields["why"]) == ("left", "two", "a better reason")


def test_an_unchecked_group_of_radio_buttons_is_no_field(host):
    panel = host.show(Panel(radio("left"), radio("right"), button("Check", "check")))
    panel.root.get_by_role("button").click()
    assert panel.sent[0]["content"]["fields"] == {}


def test_a_file_is_sent_as_bytes(host):
    panel = host.show(Panel(*form()))
    content = bytes(range(256))
    panel.root.get_by_label("File").set_input_files(
        {"name": "work.json", "mimeType": "application/json", "buffer": content}
    )
    host.page.wait_for_function("hosted[0].sent.length")
    [message] = panel.sent
    assert message["content"]["name"] == "bring"
    assert [bytes(buffer) for buffer in message["buffers"]] == [content]


def test_taking_a_chosen_file_back_sends_nothing(host):
    panel = host.show(Panel(*form()))
    field = panel.root.get_by_label("File")
    field.set_input_files({"name": "work.json", "mimeType": "application/json", "buffer": b"{}"})
    field.set_input_files([])
    host.page.wait_for_function("hosted[0].sent.length")
    assert len(panel.sent) == 1


def test_enter_in_a_field_does_not_leave_the_page(host):
    panel = host.show(Panel(el("label", "Name ", el("input", type="text", name="name"))))
    panel.root.get_by_label("Name").press("Enter")
    assert host.page.url == "about:blank"
    assert panel.root.get_by_label("Name").is_visible()


def test_a_disabled_button_sends_nothing(host):
    panel = host.show(Panel(button("Check", "check", disabled=True)))
    panel.root.get_by_role("button").click(force=True)
    assert panel.sent == []


# Redraws ----------------------------------------------------------------------------------------------


def test_a_redraw_keeps_focus_and_typed_text(host):
    panel = host.show(Panel(*form()))
    panel.root.get_by_label("Why?").fill("half a sen")
    panel.push(tree=Panel(el("p", "News"), *form()).tree)
    assert panel.root.get_by_text("News").is_visible()
    assert panel.focus == "why"
    host.page.keyboard.type("tence")
    assert panel.root.get_by_label("Why?").input_value() == "half a sentence"


def test_a_redraw_keeps_the_focus_on_the_pressed_button(host):
    panel = host.show(
        Panel(button("No", "pick", "no"), button("Yes", "pick", "yes"), button("Check", "check"))
    )
    panel.root.get_by_role("button", name="Yes").click()
    panel.push(
        tree=Panel(el("p", "News"), button("No", "pick", "no"), button("Yes, again", "pick", "yes")).tree
    )
    assert host.page.evaluate("document.activeElement.textContent") == "Yes, again"


@pytest.mark.parametrize("checked", [False, True])
def test_the_focus_goes_to_a_control_when_the_pressed_one_vanishes(host, checked):
    panel = host.show(Panel(button("Hint", "hint"), button("Sure", "sure")))
    panel.root.get_by_role("button", name="Sure").click()
    rest = [button("Check", "check", disabled=True)] if checked else []
    panel.push(tree=Panel(*rest, button("Hint", "hint")).tree)
    assert panel.focus == "hint"


def test_the_focus_goes_to_a_control_when_the_pressed_one_is_disabled(host):
    panel = host.show(Panel(button("Hint", "hint"), button("Check", "check")))
    panel.root.get_by_role("button", name="Check").click()
    panel.push(tree=Panel(button("Hint", "hint"), button("Check", "check", disabled=True)).tree)
    assert panel.focus == "hint"


def test_a_redraw_takes_no_focus_from_elsewhere(host):
    panel, other = host.show(Panel(*form())), host.show(Panel(button("Mine", "mine")))
    other.root.get_by_role("button").click()
    panel.push(tree=Panel(el("p", "News"), *form()).tree)
    assert (panel.focus, other.focus) == (None, "mine")


# The rest ---------------------------------------------------------------------------------------------


def test_an_offered_file_is_downloaded_once(host):
    panel = host.show(Panel(button("Save", "save")))
    with host.page.expect_download() as download:
        panel.push(offered=file_link("work.json", b'{"a": 1}'))
    assert download.value.suggested_filename == "work.json"
    assert download.value.path().read_bytes() == b'{"a": 1}'
    assert panel.sent == []


def test_keys_stay_in_the_panel_and_the_notebooks_own_go_through(host):
    panel = host.show(Panel(*form()))
    host.listen()
    for control in (panel.root.get_by_label("Why?"), panel.root.get_by_role("button", name="Hint")):
        control.focus()
        for key in (*"bxdj07", "ArrowUp", "ArrowLeft", "Enter", "Escape", "Delete"):
            host.page.keyboard.press(key)
    assert host.heard == []
    for key in ("Control+s", "Shift+Enter"):
        host.page.keyboard.press(key)
    assert [key for key in host.heard if key not in {"Control+Control", "Shift+Shift"}] == [
        "Control+s",
        "Shift+Enter",
    ]


def test_a_press_that_is_not_answered_says_so_after_three_seconds(host):
    panel = host.show(Panel(button("Check", "check")))
    line = panel.root.locator(".tpm-waiting")
    assert line.is_hidden()
    panel.root.get_by_role("button").click()
    assert line.evaluate("(line) => line.getAnimations()[0].effect.getTiming().delay") == 3000
    assert line.is_hidden()
    line.evaluate("(line) => line.getAnimations()[0].finish()")
    assert line.is_visible()
    panel.push(kept=1)
    assert line.is_hidden()


def test_what_python_says_is_read_out(host):
    panel = host.show(Panel(button("Check", "check")))
    assert panel.status == ""
    panel.push(said=f"Sound {EVIL}")
    assert panel.status == f"Sound {EVIL}"


def test_text_is_never_markup(host):
    texts = [f"{name} {EVIL}" for name in ("head", "cell", "reason", "option", "press")]
    head, cell, reason, option, press = texts
    panel = host.show(
        Panel(
            el("h3", head),
            table(head, [head], [[cell]]),
            el("label", reason, el("textarea", reason, name=reason)),
            el("select", el("option", option, value=option), name="which", aria_label=option),
            button(press, "press", press),
        )
    )
    for text in (head, cell, reason, press):
        assert panel.root.get_by_text(text).first.is_visible()
    assert panel.root.get_by_label(reason).input_value() == reason
    panel.root.get_by_role("button").click()
    assert panel.sent[0]["content"] == {
        "name": "press",
        "value": press,
        "fields": {reason: reason, "which": option},
    }
    assert host.page.locator("img").count() == 0
    assert host.page.evaluate("window.hacked") is None


def test_a_panel_works_inside_a_shadow_root(host):
    panel = host.show(Panel(button("Hint", "hint"), button("Check", "check")), shadow=True)
    panel.root.get_by_role("button", name="Check").click()
    panel.push(tree=Panel(el("p", "News"), button("Hint", "hint"), button("Check", "check")).tree)
    assert (messages(panel), panel.focus) == ([{"name": "check", "value": ""}], "check")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing(host, colours):
    findings = [
        el(
            "div",
            el("b", "!", cls=f"sign {level}", role="img", aria_label=level),
            el("div", level),
            cls="finding",
        )
        for level in ("problem", "caution", "good")
    ]
    lines = (el("p", "Quiet", cls="dim"), el("p", "Mind this", cls="notice"), el("a", "a link", href="#"))
    panel = host.show(
        Panel(*form(), *findings, *lines, table("Items", ["Item", "Points"], [["Apples", "3"]]))
    )
    host.theme(colours)
    panel.push(said="Sound.")
    panel.root.get_by_role("button", name="Hint").click()
    results = Axe().run(host.page)
    assert not results.violations_count, results.generate_report()
