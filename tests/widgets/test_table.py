"""The table as Python sees it: answers, what the browser may send, live results, and the static copy."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.driving import NASTY, elements, sent
from tests.widgets.tables import COLUMNS, shopping
from tpm_kit.widgets.table import LONGEST, Table


def test_an_answer_has_the_texts_as_typed_in_the_order_of_the_table():
    table = shopping()
    assert table.answer == {"cells": {}}
    table.set_state({"cells": {"bread": {"why": " fresh ", "price": "80 %"}, "apples": {"count": "1,200"}}})
    assert table.answer == {
        "cells": {"apples": {"count": "1,200"}, "bread": {"price": "80 %", "why": " fresh "}}
    }
    assert [list(table.answer["cells"]), list(table.answer["cells"]["bread"])] == [
        ["apples", "bread"],
        ["price", "why"],
    ]


def test_blank_cells_are_no_answer():
    table = shopping()
    table.set_state({"cells": {"apples": {"price": "", "why": "  ", "taste": ""}, "bread": {}}})
    assert table.answer == {"cells": {}}


INPUTS = st.dictionaries(
    st.sampled_from(["apples", "bread", "cheese"]),
    st.fixed_dictionaries(
        {},
        optional={
            "price": st.text(min_size=1).filter(str.strip),
            "why": st.text(min_size=1).filter(str.strip),
            "taste": st.sampled_from(["3", "1", "0.5"]),
        },
    ).filter(bool),
)


@given(INPUTS)
def test_an_answer_put_into_the_table_is_the_answer_of_the_table(cells):
    table = shopping()
    table.answer = {"cells": cells}
    assert table.answer == {"cells": cells}
    table.answer = {}
    assert table.answer == {"cells": {}}


def test_texts_that_have_no_cell_any_more_are_left_out():
    table = shopping()
    table.answer = {
        "cells": {
            "apples": {"price": "2", "gone": "5", "shop": "Mill", "cost": "9", "taste": "7"},
            "gone": {"price": "2"},
            "bread": {"taste": "0.5", "why": "x" * (LONGEST + 1)},
        }
    }
    assert table.cells == {"apples": {"price": "2"}, "bread": {"taste": "0.5"}}


HOSTILE_CELLS = [
    None,
    5,
    "apples",
    [],
    [["apples", {"price": "1"}]],
    {"gone": {"price": "1"}},
    {5: {"price": "1"}},
    {"apples": None},
    {"apples": ["price"]},
    {"apples": "price"},
    *({"apples": {"price": value}} for value in (1, None, True, ["1"], {"a": "1"}, "x" * (LONGEST + 1))),
    *({"apples": {column: "1"}} for column in ("gone", "shop", "cost", 5, None, "")),
    {"apples": {"taste": "2"}},
    {"apples": {"taste": "3 · very good"}},
    {"apples": {"price": "1"}, "bread": {"price": 1}},
]


@pytest.mark.parametrize("cells", HOSTILE_CELLS, ids=lambda cells: repr(cells)[:50])
def test_cells_that_do_not_fit_are_dropped_whole(cells):
    table = shopping(apples={"price": "2"})
    table.set_state({"cells": cells})
    assert table.cells == {"apples": {"price": "2"}}
    assert table.kept == 0


def test_the_longest_text_fits_and_half_a_character_is_harmless():
    table = shopping()
    table.set_state({"cells": {"apples": {"why": "x" * LONGEST, "price": "\ud8005"}}})
    assert table.answer["cells"]["apples"] == {"price": "?5", "why": "x" * LONGEST}


def test_a_row_can_offer_less_of_a_choice():
    columns = [column for column in COLUMNS if column["id"] == "taste"]
    rows = [
        {"id": "a", "title": "A", "offers": {"taste": ["3", "gone"]}},
        {"id": "b", "title": "B"},
        {"id": "c", "title": "C", "offers": {"taste": []}},
    ]
    table = Table(label="Few", columns=columns, rows=rows)
    options = [one[1]["value"] for one in elements(table.tree) if one[0] == "option"]
    assert options == ["", "3", "", "3", "1", "0.5", ""]
    for row, text in (("a", "1"), ("a", "gone"), ("c", "3")):
        table.set_state({"cells": {row: {"taste": text}}})
        table.answer = {"cells": {row: {"taste": text}}}
        assert table.answer["cells"] == {}
    table.set_state({"cells": {"a": {"taste": "3"}, "b": {"taste": "1"}}})
    assert table.answer["cells"] == {"a": {"taste": "3"}, "b": {"taste": "1"}}
    assert "3 · very good" in table.to_html()


def test_a_row_can_ask_for_less_than_all_columns():
    columns = [column for column in COLUMNS if column["id"] in ("price", "taste")]
    rows = [{"id": "a", "title": "A", "blank": ["price"]}, {"id": "b", "title": "B", "blank": ["taste"]}]
    table = Table(label="Gaps", columns=columns, rows=rows)
    for cells in ({"a": {"price": "1"}}, {"b": {"taste": "3"}}):
        table.set_state({"cells": cells})
        table.answer = {"cells": cells}
        assert table.answer["cells"] == {}
    table.set_state({"cells": {"a": {"taste": "3"}, "b": {"price": "1"}}})
    assert table.answer["cells"] == {"a": {"taste": "3"}, "b": {"price": "1"}}


def test_the_browser_writes_cells_and_nothing_else():
    table = shopping()
    before = copy.deepcopy({name: getattr(table, name) for name in ("label", "rows", "columns", "tree")})
    for name in (*before, "results", "faults", "marks", "texts", "readonly", "kept", "unknown"):
        table.set_state({name: 5})
        table.set_state({name: []})
    table.set_state({"label": "x", "cells": {"apples": {"price": "3"}}})
    assert before == {name: getattr(table, name) for name in before}
    assert (table.results, table.readonly, table.kept) == ({}, False, 0)
    assert table.answer["cells"] == {"apples": {"price": "3"}}


def test_a_table_for_reading_takes_nothing_from_the_browser():
    table = shopping(readonly=True, apples={"price": "2"})
    table.set_state({"cells": {"apples": {"price": "3"}}})
    assert table.answer["cells"] == {"apples": {"price": "2"}}


def test_a_change_is_told_once_and_the_same_again_is_answered_too():
    table = shopping()
    calls = []
    table.on_answer(lambda: (calls.append(table.answer), table.acknowledge({})))
    for _ in range(2):
        table.set_state({"cells": {"apples": {"price": "3"}}})
    assert calls == [{"cells": {"apples": {"price": "3"}}}]
    assert table.kept == 2


def test_results_and_faults_go_out_in_one_message_and_marks_in_another(monkeypatch):
    table = shopping()
    messages = sent(table, monkeypatch)
    results, faults = {"apples": {"cost": "8.00"}}, {"bread": {"price": "A price has no %."}}
    table.acknowledge({"results": results, "faults": faults})
    assert messages == [{"results": results, "faults": faults, "kept": 1}]
    table.acknowledge({"results": results})
    assert messages[1:] == [{"faults": {}, "kept": 2}]
    table.mark({"apples:price": ("problem", "✕ problem"), "bread": ("caution", "! caution")})
    table.mark({})
    assert messages[2:] == [
        {
            "marks": {
                "apples:price": {"level": "problem", "text": "✕ problem"},
                "bread": {"level": "caution", "text": "! caution"},
            }
        },
        {"marks": {}},
    ]


def test_what_is_passed_in_is_copied():
    columns, live = copy.deepcopy(COLUMNS), {"results": {"r": {"cost": "1"}}}
    table = Table(label="One", columns=columns, rows=[{"id": "r", "title": "R"}])
    table.acknowledge(live)
    columns[0]["label"], live["results"]["r"]["cost"] = "changed", "2"
    assert (table.columns[0]["label"], table.results["r"]["cost"]) == ("Shop", "1")


@pytest.mark.parametrize("kind", ["numbers", "", "Choice"])
def test_a_kind_that_does_not_exist_is_told(kind):
    with pytest.raises(ValueError, match=f"column 'a' has the kind '{kind}'; use number, text, choice"):
        Table(label="One", columns=[{"id": "a", "label": "A", "kind": kind}], rows=[])
    with pytest.raises(TypeError):
        Table(label="One", colums=[], rows=[])


def test_what_is_drawn_names_every_input_by_column_row_and_unit():
    inputs = [one for one in elements(shopping(2).tree) if one[0] in {"input", "select"}]
    assert [one[1]["aria-label"] for one in inputs] == [
        "Price, Apples (euros each)",
        "Number, Apples (per week)",
        "Taste, Apples (of three)",
        "Why, Apples",
        "Price, Bread (euros each)",
        "Number, Bread (per week)",
        "Taste, Bread (of three)",
        "Why, Bread",
    ]
    assert [one[1].get("inputmode") for one in inputs[:4]] == ["decimal", "decimal", None, "text"]


def test_the_static_table_can_be_read_by_all():
    table = shopping(2, apples={"price": "2 €", "taste": "3"})
    table.acknowledge({"results": {"apples": {"cost": "8.00"}}})
    html = table.to_html()
    assert html.startswith("<table><caption>Shopping</caption>")
    assert re.findall(r'<th scope="col">(.*?)</th>', html)[:3] == [
        "Shop",
        "Price<br>euros each",
        "Number<br>per week",
    ]
    assert re.findall(r'<th scope="row">(.*?)</th>', html) == ["Apples<br>in season", "Bread<br>in season"]
    assert re.findall(r"<td>(.*?)</td>", html.split('scope="row"')[1]) == [
        "Market",
        "2 €",
        "",
        "3 · very good",
        "",
        "8.00",
        "",
    ]


def test_no_text_is_markup_in_the_static_table():
    column = {"id": "a", "label": NASTY, "unit": NASTY}
    table = Table(
        label=NASTY,
        columns=[
            {**column, "kind": "text"},
            {**column, "id": "b", "kind": "given"},
            {**column, "id": "c", "kind": "choice", "options": [[NASTY, NASTY]]},
            {**column, "id": "d", "kind": "result"},
        ],
        rows=[{"id": NASTY, "title": NASTY, "note": NASTY, "given": {"b": NASTY}}],
    )
    table.answer = {"cells": {NASTY: {"a": NASTY, "c": NASTY}}}
    table.acknowledge({"results": {NASTY: {"d": NASTY}}})
    html = table.to_html()
    assert set(re.findall(r"</?(\w+)", html)) == {"table", "caption", "tr", "td", "th", "br"}
    assert html.count("&lt;img") == 15


def test_a_table_is_shown_by_the_browser_or_as_a_table_or_as_text():
    table = shopping(apples={"price": "2"})
    data, _ = table._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(data)
    assert data["text/html"] == table.to_html()


def test_a_result_in_words_is_told_apart_from_figures():
    columns = [
        {"id": "sum", "label": "Sum", "kind": "result"},
        {"id": "said", "label": "Said", "kind": "result", "words": True},
    ]
    table = Table(label="t", columns=columns, rows=[{"id": "a", "title": "A"}])
    cells = [one for one in elements(table.tree) if one[0] == "td" and "data-column" in one[1]]
    assert [cell[1]["class"] for cell in cells] == ["tpm-result", "tpm-result tpm-words"]
