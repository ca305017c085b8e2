"""A chart of many artists, of which few move at a time: what lies where it lay need not be drawn anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from tpm_kit.figures.chart import Chart


class StillChart(Chart):
    """A chart that hides texts without words, for matplotlib takes them for changed however often they are
    drawn, and that leaves lines with gaps and bars alone that have not moved."""

    def write(self, text: Text, words: object, x: float, y: float, room: float = np.inf) -> None:
        """Put words at a place, cut to the room there is; a text without any is hidden."""
        super().write(text, words, x, y, room)
        if text.get_visible() != bool(text.get_text()):
            text.set_visible(bool(text.get_text()))

    def trace(self, line: Line2D, across: Sequence[float], up: Sequence[float]) -> None:
        """Lay a line through points, with a gap where they are not finite, if it does not lie there."""
        old = np.asarray(line.get_data(), dtype=float)
        if not np.array_equal(old, np.asarray((across, up), dtype=float), equal_nan=True):
            line.set_data(across, up)

    def bar(self, role: str, **style: Any) -> Rectangle:
        """Return a new bar without an edge, placed in pixels."""
        return self.paint(self.put(Rectangle((0, 0), 0, 0, linewidth=0, **style)), facecolor=role)

    def lay(self, bar: Rectangle, *bounds: float) -> None:
        """Lay a bar from (left, bottom, width, height), if it does not lie there."""
        if (bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()) != bounds:
            bar.set_bounds(*bounds)
