"""The front end of a widget: the JavaScript and the styles in this folder, as one module."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

HERE = Path(__file__).parent


def script(*names: str) -> str:
    """Return the JavaScript of these files, by name without the ending, after what all of them share."""
    return "".join((HERE / f"{name}.mjs").read_text("utf-8") for name in ("elements", *names))


def styles(*names: str) -> str:
    """Return JavaScript that puts the styles of these files into the page, after those that all share.

    anywidget can do it, too, with `_css`, and does it anew for each widget. Each time the browser looks at
    the whole notebook: on a long one, a quarter of the time in which its widgets appear.
    """
    css = "".join((HERE / f"{name}.css").read_text("utf-8") for name in ("theme", *names))
    return f"wear({json.dumps(f'tpm-{names[-1]}-{zlib.crc32(css.encode()):x}')}, {json.dumps(css)});\n"
