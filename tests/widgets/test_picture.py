"""The picture widget in Python: what it sends, and what it takes from the browser."""

from __future__ import annotations

import base64
import struct

import pytest

from tests.driving import NASTY
from tpm_kit.widgets.picture import Picture


def header(across: int, down: int) -> bytes:
    """The first bytes of a PNG file of that size, which is as far as the widget looks."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s2I", 13, b"IHDR", across, down) + b"\x08\x03\x00\x00\x00"


def test_a_picture_goes_out_as_text_with_its_shape():
    picture = Picture(header(1440, 720), "Two lines", width=600)
    state = picture.get_state()
    assert base64.b64decode(state["png"]) == header(1440, 720)
    assert (state["alt"], state["width"], state["ratio"]) == ("Two lines", 600, 2.0)


def test_a_picture_and_its_text_change_together():
    picture = Picture(header(10, 10), "one")
    sent = []
    picture._send = lambda message, buffers=None: sent.append(set(message["state"]))
    picture.show(header(20, 10), "two")
    assert sent == [{"png", "alt", "ratio"}]
    picture.show(header(20, 10), "two")
    assert len(sent) == 1


def test_no_picture_yet_keeps_the_shape_of_the_last():
    picture = Picture(header(30, 10), "one")
    picture.show(b"", "nothing")
    assert (picture.png, picture.ratio) == (b"", 3.0)


@pytest.mark.parametrize("bad", [b"GIF89a" * 9, header(1, 1)[:20], header(0, 5), header(5, 0)])
def test_what_is_no_png_file_is_refused_and_changes_nothing(bad):
    picture = Picture(header(10, 10), "one")
    with pytest.raises(ValueError, match="these bytes are no PNG file; give what a chart's png"):
        picture.show(bad, "two")
    assert (picture.png, picture.alt) == (header(10, 10), "one")


def test_the_browser_writes_the_theme_and_nothing_else():
    picture = Picture(header(10, 10), "one")
    told = []
    picture.on_dark(lambda: told.append(picture.dark))
    picture.set_state({"dark": True, "alt": "hacked", "png": "AAAA", "width": 1})
    assert (picture.dark, picture.alt, picture.png, picture.width) == (True, "one", header(10, 10), 720)
    picture.set_state({"dark": True})
    for bad in (None, 0, "false", [], {}):
        picture.set_state({"dark": bad})
    picture.set_state({})
    picture.set_state({"dark": False})
    assert told == [True, False]


def test_the_static_copy_is_the_text_of_the_picture():
    picture = Picture(header(10, 10), f"Apples {NASTY}")
    html = picture.to_html()
    assert html == "<p>Apples &lt;img src=x onerror=alert(1)&gt;</p>"
    data, _ = picture._repr_mimebundle_()
    assert data["text/html"] == html
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_front_end_stays_small():
    assert len(str(Picture._esm).encode()) <= 1200
