"""Words and numbers as charts write them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import get_font

BLANK = "□"
"""Stands for a letter that the font lacks."""


@cache
def _glyphs() -> frozenset[int]:
    """Return the characters that matplotlib's own font can draw, in normal and in bold type."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    normal, bold = (
        get_font(str(folder / f"{name}.ttf")).get_charmap() for name in ("DejaVuSans", "DejaVuSans-Bold")
    )
    return frozenset(normal.keys() & bold.keys())


def one_line(text: object) -> str:
    """Return a text on one line, as it can be sent.

    Each run of blanks, line breaks and control characters becomes one blank, half a character pair a "?".
    """
    whole = str(text).encode(errors="replace").decode()
    return " ".join("".join(" " if unicodedata.category(one) == "Cc" else one for one in whole).split())


def drawable(text: object) -> str:
    """Return a text as the font can draw it, on one line.

    A letter or digit that the font lacks becomes a box; pictures such as emoji, and marks that steer the
    direction of writing, are left out. A text of which nothing is left becomes one box.
    """
    drawn = []
    for one in one_line(text):
        kind = unicodedata.category(one)
        if kind == "Cf":
            continue
        if ord(one) in _glyphs():
            drawn.append(one)
        elif kind[0] in "LN":
            drawn.append(BLANK)
    return " ".join("".join(drawn).split()) or (BLANK if str(text) else "")


def number(value: float, decimals: int = 2) -> str:
    """Return a number in figures, without needless zeros.

    >>> number(163.0), number(1234.5), number(-0.004)
    ('163', '1,234.5', '0')
    """
    if not math.isfinite(value):
        return "unknown"
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "−")


def fixed(value: float) -> str:
    """Return a number with two decimals, for columns of such.

    >>> fixed(0.4), fixed(-0.833), fixed(-0.0)
    ('0.40', '−0.83', '0.00')
    """
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def amount(value: float, unit: str) -> str:
    """Return a number with its unit, if it has one.

    >>> amount(163, "thousand"), amount(2, "")
    ('163 thousand', '2')
    """
    return f"{number(value)} {unit}".strip()


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percent.

    >>> percent(0.876)
    '88 %'
    """
    return f"{share * 100:.0f} %"


def listed(parts: Iterable[str]) -> str:
    """Return parts of a sentence as a list in words.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    parts = list(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def sentences(parts: Sequence[str]) -> str:
    """Return the parts that are not empty as sentences, one after the other.

    >>> sentences(["A", "", "B?"])
    'A. B?'
    """
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)
