"""A choice by typing: one of many options, or several, from a list that narrows with every letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import traitlets

from tpm_kit.widgets.front_end import script, styles

TEXTS = {
    "help": "Type a part of a name; the list narrows. The arrow keys go through it, Enter and Tab take the "
    "marked line, Escape leaves the choice as it was.",
    "several": "Up to {most}. Enter on a chosen line takes it back, and so does its button.",
    "count": "{shown} of {all}",
    "none": "Nothing in the list fits this.",
    "full": "{most} are chosen, and more do not fit: take one back first.",
    "remove": "Take back {name}",
}


class Chooser(anywidget.AnyWidget):
    """Sets `value`, the ids of what is chosen among `options`, in the order in which they were chosen.

    An option is `[id, name]` or `[id, name, also]`; what is typed is looked for in both texts, and `also`,
    such as a code, is not shown. With `most` = 1 exactly one is chosen at any time; otherwise from none to
    `most`. The browser writes `value` alone, and only ids of options. Raises `ValueError` for a start that
    does not fit the options.
    """

    _esm = script("chooser") + styles("chooser")
    label = traitlets.Unicode().tag(sync=True)
    options = traitlets.List().tag(sync=True)
    most = traitlets.Int(1).tag(sync=True)
    value = traitlets.List().tag(sync=True)
    texts = traitlets.Dict(TEXTS).tag(sync=True)

    def __init__(
        self, *, label: str, options: Sequence[Sequence[str]], value: Sequence[str], most: int = 1
    ) -> None:
        super().__init__(label=label, options=[list(one) for one in options], most=most)
        if not self._fits(list(value)):
            raise ValueError(
                f"{label}: {list(value)!r} cannot be chosen at first, at most {most} of the options"
            )
        self.value = list(value)

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: ids of options, no more than fit. Others are dropped."""
        value = sync_data.get("value")
        if self._fits(value):
            super().set_state({"value": value})

    def _fits(self, value: Any) -> bool:
        known = {option[0] for option in self.options}
        return (
            isinstance(value, list)
            and all(isinstance(id, str) and id in known for id in value)
            and len(set(value)) == len(value) <= self.most
            and (self.most > 1 or len(value) == 1)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what is chosen."""
        return tuple(next(one[1] for one in self.options if one[0] == id) for id in self.value)

    def on_value(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change of the choice."""
        self.observe(lambda _change: call(), names="value")
