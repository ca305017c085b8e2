"""A panel: text and controls that Python describes as elements; presses and inputs come back by name."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any, NamedTuple

import traitlets

from tpm_kit.widgets.elements import Element, to_html
from tpm_kit.widgets.front_end import script, styles
from tpm_kit.widgets.static_copy import WithStaticCopy

WAITING = "The course does not answer. If this line stays, run the cell again; what was saved is safe."


class Press(NamedTuple):
    """One use of a control: its name and value, the values of all fields of the panel, and a file's bytes."""

    name: str
    value: str
    fields: dict[str, str]
    file: bytes | None = None


def file_link(name: str, content: bytes, media: str = "application/json") -> dict[str, str]:
    """Return the attributes of a link that saves `content`, of the media type `media`, under `name`, without
    asking a server."""
    data = base64.b64encode(content).decode()
    return {"download": name, "href": f"data:{media};base64,{data}"}


def storable(value: object) -> str:
    """Return a value from the browser as text that can be stored: half a character pair becomes "?"."""
    return str(value).encode(errors="replace").decode()


class Panel(WithStaticCopy):
    """Shows `elements` and calls `on_press` for each button pressed and each input changed.

    Setting `elements` redraws; focus and typed text stay. `said` is read out by screen readers.
    """

    _esm = script("panel") + styles("panel")
    tree = traitlets.List().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Int().tag(sync=True)
    waiting = traitlets.Unicode(WAITING).tag(sync=True)
    offered = traitlets.Dict().tag(sync=True)

    def __init__(self, *elements: Element, on_press: Callable[[Press], None] | None = None) -> None:
        super().__init__(tree=list(elements))
        self._on_press = on_press
        self.on_msg(self._received)

    def show(self, *elements: Element, say: str | None = None) -> None:
        """Show these elements, and have `say` read out. Nothing is sent if nothing changed."""
        with self.hold_sync():
            self.tree = list(elements)
            if say is not None:
                self.said = say

    def offer(self, name: str, content: bytes, media: str = "application/json") -> None:
        """Have the browser save a file, as if a link to it had been clicked; the same one again, too."""
        link = file_link(name, content, media)
        if link == self.offered:
            self.offered = {}  # The browser hears of changes only.
        self.offered = link

    def _received(self, _widget: Any, content: Any, buffers: list) -> None:
        """Take one message of the browser; a malformed one is dropped, since nobody pressed anything.

        An empty one only asks for an answer: the browser sends a press after it, so that a change of the
        learner's answer which was still waiting to be sent arrives before the press.
        """
        if content == {}:
            self.send({})
            return
        if not isinstance(content, dict) or not isinstance(content.get("name"), str):
            return
        fields = content.get("fields")
        fields = (
            {storable(key): storable(value) for key, value in fields.items()}
            if isinstance(fields, dict)
            else {}
        )
        file = bytes(buffers[0]) if buffers else None
        try:
            if self._on_press:
                self._on_press(Press(content["name"], storable(content.get("value", "")), fields, file))
        finally:
            self.kept += 1

    def to_html(self) -> str:
        """Return the panel as plain HTML, without its controls."""
        return "".join(to_html(element) for element in self.tree)
