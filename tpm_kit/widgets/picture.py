"""A picture that Python draws and changes, with its text; the browser says on which theme it stands."""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable
from html import escape
from pathlib import Path

import traitlets

from tpm_kit.widgets.static_copy import WithStaticCopy

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Picture(WithStaticCopy):
    """Shows a PNG file `width` CSS pixels wide, or as wide as there is room; `alt` says what it shows.

    It travels as text, since a browser decodes an address of data: sooner than it fetches one of blob:.
    `ratio` is its width divided by its height, so that its room is kept before it is there.
    `dark` is true on a dark theme; it is the only trait that the browser writes.
    """

    _esm = Path(__file__).parent / "picture.mjs"
    png = traitlets.Bytes().tag(sync=True, to_json=lambda png, _widget: base64.b64encode(png).decode())
    alt = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int().tag(sync=True)
    ratio = traitlets.Float(2.0).tag(sync=True)
    dark = traitlets.Bool().tag(sync=True)

    def __init__(self, png: bytes = b"", alt: str = "", width: int = 720) -> None:
        super().__init__(width=width)
        self.show(png, alt)

    def show(self, png: bytes, alt: str) -> None:
        """Show another picture with its text, in one message; no bytes are no picture.

        Raises `ValueError` for bytes that are no PNG file.
        """
        ratio = _ratio(png) if png else self.ratio
        with self.hold_sync():
            self.ratio, self.png, self.alt = ratio, png, alt

    def on_dark(self, call: Callable[[], None]) -> None:
        """Call `call()` when the theme turns dark or light; `dark` says which."""
        self.observe(lambda _change: call(), names="dark")

    def set_state(self, sync_data: dict) -> None:
        """Take a message of the browser: the theme it stands on. Anything else is dropped."""
        if isinstance(sync_data.get("dark"), bool):
            super().set_state({"dark": sync_data["dark"]})

    def to_html(self) -> str:
        """Return the text of the picture, for places where no kernel runs."""
        return f"<p>{escape(self.alt)}</p>"


def _ratio(png: bytes) -> float:
    """Return how many times as wide as high a PNG file is, from its header."""
    across, down = (
        struct.unpack(">2I", png[16:24]) if len(png) >= 24 and png.startswith(SIGNATURE) else (0, 0)
    )
    if not across or not down:
        raise ValueError("these bytes are no PNG file; give what a chart's png() returns")
    return across / down
