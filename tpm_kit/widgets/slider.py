"""A slider with a label, a value and a unit. It answers while it moves."""

from __future__ import annotations

import math
from collections.abc import Callable

import anywidget
import traitlets

from tpm_kit.widgets.front_end import script, styles


class Slider(anywidget.AnyWidget):
    """Sets `value` between `min` and `max`, in steps of `step` from `min` on. It is shown with its `unit`, or
    as `words` say for that number, `{number as text: words}`. The browser writes `value` alone, and only what
    lies between the two ends."""

    _esm = script("slider") + styles("slider")
    label = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    min = traitlets.Float().tag(sync=True)
    max = traitlets.Float().tag(sync=True)
    step = traitlets.Float().tag(sync=True)
    value = traitlets.Float().tag(sync=True)

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: a number between the ends. Others are dropped."""
        value = sync_data.get("value")
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if number and self.min <= value <= self.max:
            super().set_state({"value": float(value)})

    def on_value(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the value."""
        self.observe(lambda _change: call(), names="value")
