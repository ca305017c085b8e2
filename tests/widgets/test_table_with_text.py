"""A table with a text below: the table's answer is the view's, and the text is text."""

from __future__ import annotations

from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_with_text import TableWithText

HOSTILE = "<img src=x onerror=alert(1)>"


def view() -> TableWithText:
    table = Table(
        label="Loaves",
        columns=[{"id": "count", "label": "Count", "kind": "number"}],
        rows=[{"id": "rye", "title": "Rye"}],
    )
    return TableWithText(table, "The letter")


def test_the_answer_is_the_tables_and_changes_are_heard():
    shown, heard = view(), []
    shown.answer = {"cells": {"rye": {"count": "3"}, "gone": {"count": "4"}}}
    assert shown.answer == {"cells": {"rye": {"count": "3"}}} == shown.table.answer
    shown.on_answer(lambda: heard.append(shown.answer["cells"]["rye"]["count"]))
    shown.table.set_state({"cells": {"rye": {"count": "5"}}})
    assert heard == ["5"]


def test_the_text_follows_and_faults_and_marks_reach_the_table():
    shown = view()
    shown.acknowledge({"text": "Dear baker,\n3 loaves", "faults": {"rye": {"count": "too many"}}})
    assert shown.text == "Dear baker,\n3 loaves"
    assert shown.table.faults == {"rye": {"count": "too many"}}
    kept = shown.table.kept
    shown.acknowledge({"text": "Dear baker,\n2 loaves"})
    assert (shown.table.faults, shown.table.kept) == ({}, kept + 1)
    assert "2 loaves" in str(shown.children[1].tree)
    shown.mark({"rye:count": ("problem", "✕ problem")})
    assert shown.table.marks["rye:count"]["level"] == "problem"


def test_what_is_in_the_text_is_never_html():
    shown = view()
    shown.acknowledge({"text": HOSTILE})
    copy = shown.to_html()
    assert "<img" not in copy
    assert "&lt;img" in copy
    assert "The letter" in copy


def test_without_a_text_the_copy_is_the_table_alone():
    assert view().to_html() == view().table.to_html()


def test_closing_it_closes_all_its_parts():
    shown = view()
    parts = (shown, shown.table, shown.children[1])
    shown.close()
    assert [part.comm for part in parts] == [None] * 3
