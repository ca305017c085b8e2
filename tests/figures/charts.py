"""The charts under test, each with data of several kinds, and what a picture shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

from tpm_kit.figures.better_worse import BetterWorse
from tpm_kit.figures.bump import Bump
from tpm_kit.figures.chart import Chart
from tpm_kit.figures.delay_cost import DelayCost
from tpm_kit.figures.flip_points import FlipPoints
from tpm_kit.figures.quadrants import Quadrants

HOSTILE = [
    "$x_2$",
    "$\\frac{1}{0",
    "100 % {} \\alpha",
    "two\nlines",
    "🚀",
    "支払い画面で失敗理由",
    "مرحبا بالعالم",
    "<b>W</b>" * 40,
    "\x00\u202e\ud800",
    "",
]
SHORT = ["Apples", "Bread", "Cheese", "Dates", "Eggs", "Figs", "Grapes", "Ham", "Ice", "Jam"]


def delay(names: list[str]) -> tuple[Any, ...]:
    """Jobs of one week each, at 1, 2, 3 … a week."""
    blocks = [(name, 0, n, n, n * n) for n, name in enumerate(names, start=1)]
    return blocks, sum(block[4] for block in blocks), 1, "thousand"


def better(names: list[str]) -> tuple[Any, ...]:
    """Features along a diagonal, the first with two groups."""
    features = [(name, n / 10, -n / 12) for n, name in enumerate(names)]
    return features, [(name, "Shops", 0.9, -0.1) for name in names[:1]]


def bump(names: list[str]) -> tuple[Any, ...]:
    """Three methods: in order, all tied, and reversed without the last."""
    items = [
        (name, [n + 1, 1, len(names) - n if n < len(names) - 1 else None], n / 10)
        for n, name in enumerate(names)
    ]
    return ["RICE", "ICE", "$x$"], items, list(range(0, len(names), 2)), 3


def flip(names: list[str]) -> tuple[Any, ...]:
    """Options that all cross in the middle."""
    return "fit", [(name, n, 9 - n) for n, name in enumerate(names)], [0.5] if names[1:] else [], 0.25


def quadrants(names: list[str]) -> tuple[Any, ...]:
    """Items in all four quadrants."""
    items = [(name, 1 + n * 7 % 10, 1 + n * 3 % 10) for n, name in enumerate(names)]
    return items, (5, 5), list(range(0, len(names), 3)), 20, ("points", "score")


CHARTS: dict[type[Chart], Callable[[list[str]], tuple[Any, ...]]] = {
    DelayCost: delay,
    BetterWorse: better,
    Bump: bump,
    FlipPoints: flip,
    Quadrants: quadrants,
}


def shown(kind: type[Chart], names: list[str]) -> Chart:
    """A new chart of that kind with data for these names."""
    chart = kind()
    chart.update(*CHARTS[kind](names))
    return chart


def pixels(png: bytes) -> np.ndarray:
    """The pixels of a PNG file, as rows × columns × (red, green, blue, alpha)."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))


def texts(chart: Chart) -> list[str]:
    """The words on a chart, without the numbers at the ticks."""
    artists = [
        *chart.figure.get_children(),
        *(one for axes in chart.figure.axes for one in axes.artists + axes.texts),
    ]
    return [
        one.get_text() for one in artists if hasattr(one, "get_text") and one.get_visible() and one.get_text()
    ]
