"""A field for a number, taken as it is typed. It answers with every key."""

from __future__ import annotations

from collections.abc import Callable

import anywidget
import traitlets

from tpm_kit.widgets.front_end import script, styles
from tpm_kit.widgets.panel import storable

LONGEST = 200
"""Most characters that are taken."""


class NumberField(anywidget.AnyWidget):
    """Sets `text`, what is typed, with its `label` and `unit`; what it means is judged elsewhere.

    `fault` says what is wrong with it, "" for nothing. The browser writes `text` alone."""

    _esm = script("number_field") + styles("number_field")
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
