"""A table with a text below it that follows what is filled in, to be read and copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from ipywidgets import VBox

from tpm_kit.widgets.elements import el
from tpm_kit.widgets.panel import Panel
from tpm_kit.widgets.table import Table

BOX = (
    "background: var(--paper); border: 1px solid var(--edge); margin: 4px 0 8px; padding: 9px 12px; "
    "white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; font: inherit"
)
"""The style of the box with the text."""


class TableWithText(VBox):
    """A `Table`, and below it under `heading` the text that `acknowledge` brings under the key "text".

    All else is the table's own: it is the view's `table`.
    """

    def __init__(self, table: Table, heading: str) -> None:
        self.table, self._heading, self.text = table, heading, ""
        self._panel = Panel()
        super().__init__([table, self._panel])

    @property
    def answer(self) -> dict[str, Any]:
        """What is filled in; see `Table.answer`."""
        return self.table.answer

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        self.table.answer = answer

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the cells."""
        self.table.on_answer(call)

    def acknowledge(self, live: Mapping[str, Any]) -> None:
        """Answer a change: show `live["text"]`, and in the table what `Table.acknowledge` takes."""
        self.text = str(live.get("text", ""))
        self._panel.show(
            el("b", self._heading),
            el("pre", self.text, style=BOX, tabindex="0", role="region", aria_label=self._heading),
        )
        self.table.acknowledge({name: live[name] for name in ("results", "faults") if name in live})

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark cells of the table."""
        self.table.mark(marks)

    def close(self) -> None:
        """Close the box, the table and the text."""
        for widget in (self.table, self._panel):
            widget.close()
        super().close()

    def to_html(self) -> str:
        """Return table and text as plain HTML, for places where no kernel runs."""
        text = f"<b>{escape(self._heading)}</b><pre>{escape(self.text)}</pre>" if self.text else ""
        return self.table.to_html() + text
