"""A table or a board with a text below: its answer is the view's, and the text is text."""

from __future__ import annotations

import pytest

from tpm_kit.widgets.board import Board
from tpm_kit.widgets.table import Table
from tpm_kit.widgets.with_text import WithText

HOSTILE = "<img src=x onerror=alert(1)>"


def view() -> WithText:
    table = Table(
        label="Loaves",
        columns=[{"id": "count", "label": "Count", "kind": "number"}],
        rows=[{"id": "rye", "title": "Rye"}],
    )
    return WithText(table, "The letter")


def test_the_answer_is_the_tables_and_changes_are_heard():
    shown, heard = view(), []
    shown.answer = {"cells": {"rye": {"count": "3"}, "gone": {"count": "4"}}}
    assert shown.answer == {"cells": {"rye": {"count": "3"}}} == shown.view.answer
    shown.on_answer(lambda: heard.append(shown.answer["cells"]["rye"]["count"]))
    shown.view.set_state({"cells": {"rye": {"count": "5"}}})
    assert heard == ["5"]


def test_the_text_follows_and_faults_and_marks_reach_the_table():
    shown = view()
    shown.acknowledge({"text": "Dear baker,\n3 loaves", "faults": {"rye": {"count": "too many"}}})
    assert shown.text == "Dear baker,\n3 loaves"
    assert shown.view.faults == {"rye": {"count": "too many"}}
    kept = shown.view.kept
    shown.acknowledge({"text": "Dear baker,\n2 loaves"})
    assert (shown.view.faults, shown.view.kept) == ({}, kept + 1)
    assert "2 loaves" in str(shown.children[1].tree)
    shown.mark({"rye:count": ("problem", "✕ problem")})
    assert shown.view.marks["rye:count"]["level"] == "problem"


def test_what_is_in_the_text_is_never_html():
    shown = view()
    shown.acknowledge({"text": HOSTILE})
    copy = shown.to_html()
    assert "<img" not in copy
    assert "&lt;img" in copy
    assert "The letter" in copy


def test_without_a_text_the_copy_is_the_table_alone():
    assert view().to_html() == view().view.to_html()


def test_closing_it_closes_all_its_parts():
    shown = view()
    parts = (shown, shown.view, shown.children[1])
    shown.close()
    assert [part.comm for part in parts] == [None] * 3


# A board ----

RYE = {"id": "rye", "row": "all", "column": "now"}


def board(*columns: str) -> Board:
    return Board(
        label="Loaves",
        columns=[{"id": column, "label": column.title()} for column in columns],
        cards=[{"id": "rye", "title": "Rye"}, {"id": "wheat", "title": "Wheat"}],
    )


def board_view() -> WithText:
    return WithText(board("now", "later"), "The plan")


def test_the_answer_is_the_boards_and_moves_are_heard():
    shown, heard = board_view(), []
    shown.answer = {"places": [RYE, {"id": "gone", "row": "all", "column": "now"}]}
    assert shown.answer == {"places": [RYE]} == shown.view.answer
    shown.on_answer(lambda: heard.append(shown.answer["places"][0]["column"]))
    shown.view.move("rye", column="later")
    assert heard == ["later"]


def test_the_text_follows_and_meters_and_marks_reach_the_board():
    shown = board_view()
    shown.acknowledge({"text": "First\nrye", "now": {"text": "3 of 4", "share": 0.75}})
    assert shown.text == "First\nrye"
    assert shown.view.meters == {"now": {"text": "3 of 4", "share": 0.75}}
    assert "First" in str(shown.children[1].tree)
    kept = shown.view.kept
    shown.acknowledge({})
    assert (shown.text, shown.view.meters, shown.view.kept) == ("", {}, kept + 1)
    shown.mark({"rye": ("problem", "✕ problem")})
    assert shown.view.marks["rye"]["level"] == "problem"


def test_no_column_takes_the_place_of_the_text():
    with pytest.raises(ValueError, match="'text'"):
        WithText(board("now", "text"), "The plan")
