"""Tables that are filled in as one: one answer, each cell's fault, result and mark in its own table."""

from __future__ import annotations

import pytest

from tpm_kit.widgets.table import Table
from tpm_kit.widgets.table_stack import Section, TableStack

HOSTILE = "<img src=x onerror=alert(1)>"


def table(*rows: str) -> Table:
    return Table(
        label="Loaves",
        columns=[
            {"id": "count", "label": "Count", "kind": "number"},
            {"id": "twice", "label": "Twice", "kind": "result"},
        ],
        rows=[{"id": row, "title": row.title()} for row in rows],
    )


def view() -> TableStack:
    return TableStack(
        [
            Section(table("rye"), "Dark ones", HOSTILE, {"F1": HOSTILE, "F2": "It is dark."}),
            Section(table("wheat", "spelt"), HOSTILE),
        ]
    )


def test_the_answer_is_that_of_all_tables_and_each_change_is_heard():
    shown, heard = view(), []
    cells = {"rye": {"count": "3"}, "spelt": {"count": "4"}}
    shown.answer = {"cells": {**cells, "gone": {"count": "5"}}}
    assert shown.answer == {"cells": cells}
    assert [one.answer for one in shown.tables] == [
        {"cells": {"rye": {"count": "3"}}},
        {"cells": {"spelt": {"count": "4"}}},
    ]
    shown.on_answer(lambda: heard.append(shown.answer["cells"]))
    shown.tables[1].set_state({"cells": {"spelt": {"count": "6"}}})
    shown.tables[0].set_state({"cells": {}})
    assert heard == [{"rye": {"count": "3"}, "spelt": {"count": "6"}}, {"spelt": {"count": "6"}}]


def test_results_faults_and_marks_reach_the_table_of_their_row():
    shown = view()
    shown.acknowledge(
        {"results": {"rye": {"twice": "6"}, "spelt": {"twice": "8"}}, "faults": {"wheat": {"count": "no"}}}
    )
    assert [one.results for one in shown.tables] == [{"rye": {"twice": "6"}}, {"spelt": {"twice": "8"}}]
    assert [one.faults for one in shown.tables] == [{}, {"wheat": {"count": "no"}}]
    kept = [one.kept for one in shown.tables]
    shown.acknowledge({})
    assert [(one.results, one.faults) for one in shown.tables] == [({}, {})] * 2
    assert [one.kept for one in shown.tables] == [count + 1 for count in kept]
    shown.mark({"rye:count": ("problem", "✕ problem"), "spelt:count": ("caution", "! caution")})
    assert [set(one.marks) for one in shown.tables] == [{"rye:count"}, {"spelt:count"}]


def test_each_table_has_its_heading_and_a_text_below_it_if_there_is_one():
    panels = view().children[::2]
    assert [len(panel.tree) for panel in panels] == [3, 1]
    assert HOSTILE in str(panels[0].tree)


def test_a_row_id_stands_in_one_table_only():
    with pytest.raises(ValueError, match="'rye' stands in two tables"):
        TableStack([Section(table("rye"), "One"), Section(table("wheat", "rye"), "Two")])


def test_the_copy_holds_all_tables_and_headings_as_text():
    copy = view().to_html()
    assert copy.count("<table>") == 2
    assert "<b>Dark ones</b>" in copy
    assert "<img" not in copy
    assert copy.count("&lt;img") == 3
    assert "F2" in copy


def test_closing_it_closes_all_its_parts():
    shown = view()
    parts = (shown, *shown.children)
    shown.close()
    assert [part.comm for part in parts] == [None] * 5
