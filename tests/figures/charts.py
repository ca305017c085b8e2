"""The charts under test, each with data of several kinds, and what a picture shows."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from matplotlib.transforms import Bbox
from PIL import Image

from tpm_kit.figures.better_worse import BetterWorse
from tpm_kit.figures.bump import Bump
from tpm_kit.figures.chart import Chart
from tpm_kit.figures.defect_hours import DefectHours
from tpm_kit.figures.delay_cost import DelayCost
from tpm_kit.figures.exceedance import Exceedance
from tpm_kit.figures.finish_dates import FinishDates
from tpm_kit.figures.flip_points import FlipPoints
from tpm_kit.figures.flow import FlowByLimit
from tpm_kit.figures.gantt import Gantt
from tpm_kit.figures.network import Network
from tpm_kit.figures.pay_ranges import PayRanges
from tpm_kit.figures.pay_trend import PayTrend
from tpm_kit.figures.quadrants import Quadrants
from tpm_kit.figures.radar import Radar
from tpm_kit.figures.risk_matrix import RiskMatrix
from tpm_kit.figures.sprint_load import SprintLoad
from tpm_kit.figures.tornado import Tornado

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
WEEK = datetime.timedelta(days=7)
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


def gantt(names: list[str]) -> tuple[Any, ...]:
    """Items in three sections, each waiting for the one before, some too soon; a milestone for the last."""
    start = datetime.date(2027, 1, 11)
    rows = [
        (name, start + n * WEEK, start + (n + n % 3) * WEEK, f"Section {n % 3}", n % 2 == 0)
        for n, name in enumerate(names)
    ]
    links = [(n, n + 1) for n in range(len(names) - 1)]
    return rows, links, [(name, start + 9 * WEEK) for name in names[-1:]], start + 2 * WEEK


def finish(names: list[str]) -> tuple[Any, ...]:
    """As many runs as names, and each of them a driver."""
    runs = [20 + n * n % 7 for n in range(len(names))]
    return runs, 21.5, 23, 22, 0.5, [(name, 1 - n / 5) for n, name in enumerate(names)]


def load(names: list[str]) -> tuple[Any, ...]:
    """Teams with three sprints, every second team booked over its capacity."""
    teams = [(name, [n, 2, 6 + n % 2], [6, None, 6]) for n, name in enumerate(names)]
    return ["1", "$2$", "two\nlines"], teams, "points", ["11 Jan", "25 Jan", "8 Feb"]


def network(names: list[str]) -> tuple[Any, ...]:
    """Tasks that wait for the one before and the one before that."""
    tasks = [
        (name, n, ("0", "$1$"), ("", "x" * 30), "2" * (n % 2), n % 2 == 0) for n, name in enumerate(names)
    ]
    return tasks, [(n - step, n) for n in range(len(names)) for step in (1, 2) if n >= step]


def flow(names: list[str]) -> tuple[Any, ...]:
    """A limit for each name, the last one far above the others."""
    last = len(names) - 1
    return [(name, 1 + n % 3, 90 if n == last else 4 + n) for n, name in enumerate(names)], 2


def defects(names: list[str]) -> tuple[Any, ...]:
    """A place for each name, the first where nothing is found, each dearer than the one before."""
    return ([(name, n * 1.5, 7 - n % 4, n * n) for n, name in enumerate(names)],)


def exceedance(names: list[str]) -> tuple[Any, ...]:
    """A falling curve for each name, each above a higher limit more often than the one before."""
    return [(name, [n, n + 2, n + 9], [0.9, 0.5, 0], n + 2, n + 6, n / 10) for n, name in enumerate(names)], 7


def tornado(names: list[str]) -> tuple[Any, ...]:
    """Bars around 20, the widest first, the last without any width; the first name is a line, too."""
    bars = [(name, 20 - n, 20 + 2 * n, "20 %" * (n % 2)) for n, name in enumerate(reversed(names))]
    return bars[::-1], 20, [(name, 31) for name in names[:1]]


def matrix(names: list[str]) -> tuple[Any, ...]:
    """A matrix of as many columns as names, up to five, with a point, a line and a way for each."""
    wide = min(max(len(names), 1), 5)
    words = [["low", "high"] * 3, ["high"] * 6, ["low", ""] * 3]
    return (
        [row[:wide] for row in words],
        ["low", "high"],
        ["Rare", "$x$", "two\nlines"],
        [f"<b>{n}</b>" * 20 for n in range(wide)],
        [[n * m for n in range(wide)] for m in range(3)],
        [(name, (n % 3 + 0.4, n % wide + 0.3), f"{n} %") for n, name in enumerate(names)],
        [(name, (2, n % wide), (0, n % wide)) for n, name in enumerate(names)],
        {(1, 0): names},
        [("equal", [(2, 0.5), (1, 1), (0.5, wide)])] if names else [],
        [(0, 0)] * len(names[:1]),
    )


def pay_ranges(names: list[str]) -> tuple[Any, ...]:
    """Ranges of which the second is cut off above and the third has no figure, with an offer and a band."""
    rows = [
        (name, 10 + n, 20 + n, 30 + n, 40 + n, 50 + 9 * n, (), None, 40 * n, n / 3)
        for n, name in enumerate(names)
    ]
    rows[1:3] = [(name, 10, 20, 30, None, None, ("p75", "p90"), 45) for name in names[1:2]] + [
        (name,) for name in names[2:3]
    ]
    return (
        rows,
        33,
        *(names or ["Offer"])[:1],
        (25, 30),
        "$b$",
        True,
        "<b>",
        "k€",
        "A source. " * 99 if names else "",
    )


def pay_trend(names: list[str]) -> tuple[Any, ...]:
    """Lines of four years, the third not published, the second parted and in each second line cut off."""
    lines = [
        (
            name,
            [
                (2020, 10 + n, 12 + n),
                (2021, 11 + n, 12 + n, n % 2 == 1, name),
                (2022, None),
                (2023, 14 + n, 14),
            ],
        )
        for n, name in enumerate(names)
    ]
    return lines, 2023, "<b>", "$x$", "A source. " * 99 if names else ""


def radar(names: list[str]) -> tuple[Any, ...]:
    """Ratings from 0 to 4 and beyond, each third one missing, the targets at 3."""
    axes = [(name, None if n % 3 == 2 else n % 6, 3 if n % 4 else None) for n, name in enumerate(names)]
    return axes, list(range(0, len(names), 2))


CHARTS: dict[type[Chart], Callable[[list[str]], tuple[Any, ...]]] = {
    DelayCost: delay,
    BetterWorse: better,
    Bump: bump,
    FlipPoints: flip,
    Quadrants: quadrants,
    Gantt: gantt,
    FinishDates: finish,
    SprintLoad: load,
    Network: network,
    FlowByLimit: flow,
    RiskMatrix: matrix,
    DefectHours: defects,
    Exceedance: exceedance,
    Tornado: tornado,
    PayRanges: pay_ranges,
    PayTrend: pay_trend,
    Radar: radar,
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


def boxes(chart: Chart, words: Collection[str]) -> list[Bbox]:
    """The extents of the texts with these words, in dots."""
    renderer = chart._canvas.get_renderer()
    artists = [one for one in chart.figure.get_children() if hasattr(one, "get_text") and one.get_visible()]
    return [one.get_window_extent(renderer) for one in artists if one.get_text() and one.get_text() in words]
