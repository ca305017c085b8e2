"""Panels and their elements: what goes out is text, what comes in is checked."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.driving import HOSTILE_MESSAGES, NASTY, press, send, sent
from tpm_kit.widgets.elements import el, table, to_html
from tpm_kit.widgets.frame import Frame
from tpm_kit.widgets.panel import Panel, Press, file_link


def test_an_element_is_a_nested_list():
    assert el(
        "p", "Hello ", el("b", "you"), None, cls="dim notice", aria_label="x", disabled=False, checked=True
    ) == [
        "p",
        {"aria-label": "x", "checked": "", "class": "tpm-dim tpm-notice"},
        "Hello ",
        ["b", {}, "you"],
    ]
    assert el("label", for_="x") == ["label", {"for": "x"}]


@given(st.text())
def test_text_is_never_markup(text):
    html = to_html(el("p", text, el("a", text, href=text)))
    inner = html.removeprefix("<p>").removesuffix("</p>")
    assert re.fullmatch(r'[^<>]*<a href="[^<>"]*">[^<>]*</a>', inner)


def test_the_static_copy_has_no_controls_and_no_handlers():
    button = el("button", "Press", name="x")
    area = el("textarea", "typed", name="y")
    html = to_html(
        el("div", "Seen ", button, area, el("b", "x", onclick="evil()", style="x", cls="y"), cls="z")
    )
    assert html == "<div>Seen <b>x</b></div>"


def test_a_table_names_its_rows_and_columns():
    html = to_html(table("Caption", ["A", "B"], [["a1", "b1"], [NASTY, el("b", NASTY)]]))
    assert "<caption>Caption</caption>" in html
    assert html.count('<th scope="col" ') == 2
    assert html.count('<th scope="row" ') == 2
    assert "<img" not in html


def test_a_press_arrives_with_its_fields_and_file():
    got = []
    panel = Panel(on_press=got.append)
    press(panel, "save", "v", b"content", which="all", count="3")
    assert got == [Press("save", "v", {"which": "all", "count": "3"}, b"content")]
    send(panel, {"name": "save", "fields": {"a": 5, "b": None}}, memoryview(b"x"))
    assert got[1] == Press("save", "", {"a": "5", "b": "None"}, b"x")
    assert panel.kept == 2


def test_an_empty_message_is_answered_and_is_no_press(monkeypatch):
    got = []
    panel = Panel(on_press=got.append)
    messages = sent(panel, monkeypatch)
    send(panel, {})
    assert [message["method"] for message in messages] == ["custom"]
    assert not got


@pytest.mark.parametrize("content", HOSTILE_MESSAGES, ids=lambda content: repr(content)[:50])
def test_a_message_is_a_press_with_texts_or_nothing(content):
    got = []
    panel = Panel(on_press=got.append)
    send(panel, content)
    for one in got:
        values = [one.name, one.value, *one.fields, *one.fields.values()]
        assert all(isinstance(value, str) and value.encode() is not None for value in values)
    assert len(got) == panel.kept <= 1


def test_a_name_of_half_a_character_is_harmless():
    got = []
    send(Panel(on_press=got.append), {"name": "check", "value": "\ud800", "fields": {"\udfff": "a\ud800"}})
    assert got == [Press("check", "?", {"?": "a?"})]


def test_the_browser_gets_its_answer_even_when_the_handler_fails():
    def fail(press):
        raise RuntimeError("broken")

    panel = Panel(on_press=fail)
    with pytest.raises(RuntimeError):
        press(panel, "check")
    assert panel.kept == 1


def test_showing_the_same_again_sends_nothing(monkeypatch):
    panel = Panel()
    panel.show(el("p", "one"), say="one")
    messages = sent(panel, monkeypatch)
    panel.show(el("p", "one"), say="one")
    assert messages == []
    panel.show(el("p", "two"), say="two")
    assert messages == [{"tree": [["p", {}, "two"]], "said": "two"}]


def test_an_offered_file_carries_its_content():
    link = file_link("work.json", '{"a": "ä"}'.encode())
    assert link == {"download": "work.json", "href": "data:application/json;base64,eyJhIjogIsOkIn0="}
    panel = Panel()
    panel.offer("work.json", b"{}")
    assert panel.offered["download"] == "work.json"
    assert file_link("plan.ics", b"x", "text/calendar")["href"] == "data:text/calendar;base64,eA=="


def test_the_same_file_can_be_offered_again():
    """The browser hears of changes only, so there must be one in between."""
    panel, heard = Panel(), []
    panel.observe(lambda change: heard.append(change.new.get("download")), "offered")
    for _ in range(2):
        panel.offer("plan.csv", b"a", "text/csv")
    assert heard == ["plan.csv", None, "plan.csv"]


def test_a_panel_is_shown_by_the_browser_or_as_html_or_as_text():
    data, _ = Panel(el("p", NASTY))._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(data)
    assert data["text/html"] == "<p>&lt;img src=x onerror=alert(1)&gt;</p>"


def test_a_frame_shows_title_task_and_view_as_text():
    pressed = []
    frame = Frame(NASTY, f"Do {NASTY}", Panel(el("p", NASTY)), pressed.append)
    frame.show_state(NASTY)
    frame.show_foot(el("button", "Check", name="check"), None, say="ready")
    data = frame._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(data)
    assert "<img" not in data["text/html"]
    assert data["text/html"].count("&lt;img") >= 3
    assert data["text/plain"] == NASTY
    assert frame.foot.said == "ready"
    press(frame.foot, "check")
    assert [one.name for one in pressed] == ["check"]
    for panel in (frame.head, frame.foot):
        json.dumps(panel.tree)
