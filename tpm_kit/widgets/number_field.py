"""A field for a number, taken as it is typed. It answers with every key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets

from tpm_kit.widgets.panel import ELEMENTS, THEME, storable

HERE = Path(__file__).parent
LONGEST = 200
"""Most characters that are taken."""


class NumberField(anywidget.AnyWidget):
    """Sets `text`, what is typed, with its `label` and `unit`; what it means is judged elsewhere.

    `fault` says what is wrong with it, "" for nothing. The browser writes `text` alone."""

    _esm = ELEMENTS + (HERE / "number_field.mjs").read_text(encoding="utf-8")
    _css = THEME + (HERE / "number_field.css").read_text(encoding="utf-8")
    label = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    fault = traitlets.Unicode().tag(sync=True)

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: a short text. Others are dropped."""
        text = sync_data.get("text")
        if isinstance(text, str) and len(text) <= LONGEST:
            super().set_state({"text": storable(text)})

    def on_value(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the text."""
        self.observe(lambda _change: call(), names="text")
