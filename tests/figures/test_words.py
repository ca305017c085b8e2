"""Words as charts write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.figures import words
from tpm_kit.figures.words import drawable, number, one_line


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Webhook replay", "Webhook replay"),
        ("Replay 🚀 now", "Replay now"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("支払い", "□□□"),
        ("مرحبا", "مرحبا"),
        ("\u202eolleh", "olleh"),
        ("🚀", "□"),
        ("", ""),
        ("half \ud800", "half ?"),
        ("$x_2$ 100 % {}", "$x_2$ 100 % {}"),
        (None, "None"),
    ],
)
def test_a_text_is_drawn_as_far_as_the_font_goes(text, drawn):
    assert drawable(text) == drawn


@given(st.text())
def test_what_is_drawn_has_a_glyph(text):
    assert {ord(one) for one in drawable(text)} <= words._glyphs()
    assert drawable(text).split() == drawable(text).split(" ") or not drawable(text)


@given(st.text())
def test_a_text_in_full_is_one_line(text):
    assert one_line(text).splitlines() in ([], [one_line(text)])


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_no_number_is_said_to_be_unknown(value):
    assert number(value) == "unknown"
