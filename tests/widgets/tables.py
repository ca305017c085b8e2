"""The tables that the tests of the widgets show, and what a learner does with one in Chromium."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.widgets.host import Shown
from tpm_kit.widgets.table import Table

TITLES = ("Apples", "Bread", "Cheese", "Dates", "Eggs", "Figs", "Grapes", "Honey")
COLUMNS = [
    {"id": "shop", "label": "Shop", "kind": "given"},
    {"id": "price", "label": "Price", "unit": "euros each", "kind": "number"},
    {"id": "count", "label": "Number", "unit": "per week", "note": "whole ones", "kind": "number"},
    {
        "id": "taste",
        "label": "Taste",
        "unit": "of three",
        "kind": "choice",
        "options": [["3", "3 · very good"], ["1", "1 · good"], ["0.5", "0.5 · fair"]],
    },
    {"id": "why", "label": "Why", "kind": "text"},
    {"id": "cost", "label": "Cost", "unit": "euros a week", "kind": "result"},
    {"id": "rank", "label": "Rank", "kind": "result"},
]


def shopping(rows: int = 3, *, readonly: bool = False, **answer: dict[str, str]) -> Table:
    """Rows apples, bread, …; inputs price, count, taste (a choice) and why; results cost and rank. `answer`
    fills in rows, as in `apples={"price": "2"}`."""
    titles = TITLES[:rows]
    table = Table(
        label="Shopping",
        columns=COLUMNS,
        rows=[
            {"id": title.lower(), "title": title, "note": "in season", "given": {"shop": "Market"}}
            for title in titles
        ],
        details={title.lower(): [["What", f"All about {title}."], ["Keeps", "a week"]] for title in titles},
        readonly=readonly,
    )
    table.answer = {"cells": answer}
    return table


def cell(table: Shown, column: str, row: str = "Apples") -> Locator:
    """The input of a row in the column with this label."""
    return table.root.get_by_label(f"{column}, {row}")


def typed(table: Shown) -> dict:
    """What the model holds, without the rows that are empty."""
    cells = table.model("model.get('cells')")
    return {row: texts for row, texts in cells.items() if texts}


def name(table: Shown) -> str | None:
    """The label of the input that has the focus."""
    return table.root.evaluate(
        "(outer) => (outer.shadowRoot ?? outer.getRootNode()).activeElement?.ariaLabel ?? null"
    )


def paste(table: Shown, text: str) -> None:
    """Copy a text somewhere on the page and paste it where the focus is, both by the keyboard."""
    held = table.page.evaluate_handle("""() => {
      const node = document.activeElement;
      return node.shadowRoot?.activeElement ?? node;
    }""")
    table.page.evaluate(
        """(text) => {
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = text;
      area.select();
    }""",
        text,
    )
    table.press("Control+c")
    table.page.evaluate("(held) => { document.querySelector('textarea').remove(); held.focus(); }", held)
    table.press("Control+v")
