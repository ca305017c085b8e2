"""A view with a text below it that follows what is filled in, to be read and copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from ipywidgets import VBox

from tpm_kit.widgets.elements import el
from tpm_kit.widgets.panel import Panel

BOX = (
    "background: var(--paper); border: 1px solid var(--edge); margin: 4px 0 8px; padding: 9px 12px; "
    "word-break: normal; overflow-wrap: anywhere; font: inherit"
)
"""The style of a box with a text to be read."""


class WithText(VBox):
    """A table, a board or several tables, and below under `heading` the text that `acknowledge` brings under
    the key "text".

    All else is the view's own: it is `view`. A board has no column called "text" then; raises `ValueError` if
    one is.
    """

    def __init__(self, view: Any, heading: str) -> None:
        if hasattr(view, "meters") and any(column["id"] == "text" for column in view.columns):
            raise ValueError("a column of the board is called 'text'")
        self.view, self._heading, self.text = view, heading, ""
        self._panel = Panel()
        super().__init__([view, self._panel])

    @property
    def answer(self) -> dict[str, Any]:
        """What is filled in or placed; see the view's own `answer`."""
        return self.view.answer

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        self.view.answer = answer

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the answer."""
        self.view.on_answer(call)

    def acknowledge(self, live: Mapping[str, Any]) -> None:
        """Answer a change: show `live["text"]`, and in the view all else."""
        self.text = str(live.get("text", ""))
        self._panel.show(
            el("b", self._heading),
            el(
                "pre",
                self.text,
                style=f"{BOX}; white-space: pre-wrap",
                tabindex="0",
                role="region",
                aria_label=self._heading,
            ),
        )
        self.view.acknowledge({name: live[name] for name in live if name != "text"})

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark cells or cards of the view."""
        self.view.mark(marks)

    def close(self) -> None:
        """Close the box, the view and the text."""
        for widget in self.children:
            widget.close()
        super().close()

    def to_html(self) -> str:
        """Return view and text as plain HTML, for places where no kernel runs."""
        text = f"<b>{escape(self._heading)}</b><pre>{escape(self.text)}</pre>" if self.text else ""
        return self.view.to_html() + text
