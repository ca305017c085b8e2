"""Names beside the points of a chart, clear of each other."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.text import Text

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.labels import Box, place
from tpm_kit.figures.pool import Pool

ROOM = 185.0
"""Room for a name."""
FAR = 14.0
"""A name further away than this from its point is joined to it."""


def name_points(
    chart: Chart,
    texts: Sequence[Text],
    names: Sequence[str],
    points: Sequence[tuple[float, float]],
    area: Box,
    taken: Sequence[Box],
    leads: Pool,
) -> None:
    """Write a name beside each point within an area, clear of each other and of what is `taken`.

    Where one stands too far away to be sure, a thin line of `leads` joins it to its point.
    """
    drawn = [chart.cut(name, ROOM, text) for text, name in zip(texts, names, strict=True)]
    sizes = [(chart.width_of(text, name), LINE) for text, name in zip(texts, drawn, strict=True)]
    boxes = place(points, sizes, area, taken)
    for text, name, box in zip(texts, drawn, boxes, strict=True):
        chart.write(text, name, box.left, (box.bottom + box.top) / 2)
    far = [(at, box.nearest(at)) for at, box in zip(points, boxes, strict=True) if box.distance(at) > FAR]
    for line, ends in zip(leads.take(len(far)), far, strict=True):
        chart.trace(line, *zip(*ends, strict=True))
