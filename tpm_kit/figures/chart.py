"""A chart that is kept: its artists are made once, and an update only moves them.

All lengths are in CSS pixels, from the lower left corner of the figure. The picture has two dots for each,
so that it is sharp on a fine screen; on a coarse one the browser halves it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Affine2D

from tpm_kit.figures.colours import DARK, LIGHT
from tpm_kit.figures.labels import Box
from tpm_kit.figures.lettering import Canvas
from tpm_kit.figures.png import encode
from tpm_kit.figures.pool import Pool
from tpm_kit.figures.words import drawable, number

DOTS = 2
"""Dots for each CSS pixel. One would save a third of the time, and blur the text on most laptops."""
INCH = 96
"""CSS pixels in an inch."""
FONT = "DejaVu Sans"
"""The font that matplotlib brings along, so that a chart looks alike everywhere."""
WIDEST = 1.6
"""No ASCII letter is wider than this, in pixels for each point of the type's size."""
NORMAL, TITLE = 13, 14
"""Sizes of text."""
LINE = 17.0
"""Height of a line of text."""
PLAIN = {
    name: value
    for name, value in matplotlib.rcParamsDefault.items()
    if name.startswith(("axes.", "figure.", "font.", "grid.", "lines.", "text.", "xtick.", "ytick."))
}
"""matplotlib's own settings. Those that a reader changes are for the reader's own figures."""
_WIDTHS: dict[tuple[str, float, bool], float] = {}
"""Widths of texts that were measured, for all charts: measuring one takes a millisecond."""


class Chart:
    """A figure of `width` × `height` CSS pixels; the base of all charts.

    A subclass makes its artists in `__init__` and moves them in `update`, which also sets `alt`: a text that
    says what the picture shows, with its numbers. Texts of other people are data: they are never read as
    formulas, and are cut where there is no room for them.
    """

    def __init__(self, width: int = 720, height: int = 360) -> None:
        self.width, self.height = width, height
        self.alt = ""
        # Pictures of the axes, and of these with the artists on them that had not changed when last drawn.
        self._ground: Any = None
        self._stack: Any = None
        self._still: list[Artist] | None = None
        self.figure = Figure((width / INCH, height / INCH), dpi=INCH * DOTS, facecolor="none", layout="none")
        self._canvas = Canvas(self.figure)
        self._canvas.mpl_connect("draw_event", self._forget)
        self._pixels = Affine2D().scale(1 / INCH) + self.figure.dpi_scale_trans
        self._colours = LIGHT
        self._pools = 0
        self._roles: dict[Artist, dict[str, str]] = {}
        self._title = self.text(size=TITLE, bold=True, va="top")
        self._title.set_position((12, height - 8))

    # The picture -----------------------------------------------------------------------------------------

    def png(self, dark: bool = False) -> bytes:
        """Return a PNG file with a transparent ground, and with ink for a light or a dark one."""
        colours = DARK if dark else LIGHT
        if colours is not self._colours:
            self._colours = colours
            for artist, roles in self._roles.items():
                artist.set(**{name: colours[role] for name, role in roles.items()})
            for axes in self.figure.axes:
                self._paint_ticks(axes)
        return encode(self._drawn())

    def _drawn(self) -> np.ndarray:
        """Draw what has changed upon what has not: the axes, and of the rest what lies below any change.

        matplotlib marks as stale what has changed since it was drawn. What moves often belongs on top.
        """
        renderer, figure = self._canvas.get_renderer(), self.figure
        if self._ground is None or figure.patch.stale or any(axes.stale for axes in figure.axes):
            renderer.clear()
            self._ground = self._layer([figure.patch, *figure.axes])
            self._still = None
        below = {figure.patch, *figure.axes}
        upper = [one for one in figure.get_children() if one not in below and one.get_visible()]
        upper.sort(key=lambda one: one.zorder)
        still = list(takewhile(lambda one: not one.stale, upper))
        if still == self._still:
            renderer.restore_region(self._stack)
        else:
            renderer.restore_region(self._ground)
            self._stack, self._still = self._layer(still), still
        for artist in upper[len(still) :]:
            artist.draw(renderer)
        return np.asarray(renderer.buffer_rgba())

    def _layer(self, artists: Sequence[Artist]) -> Any:
        """Draw artists, and return a copy of all that is drawn so far."""
        renderer = self._canvas.get_renderer()
        for artist in artists:
            artist.draw(renderer)
        return renderer.copy_from_bbox(self.figure.bbox)

    def _forget(self, _event: Any) -> None:
        """Draw all anew next time: somebody else drew the figure, so that nothing is stale any more."""
        self._ground = None

    def _repr_mimebundle_(self, **_kwargs: Any) -> tuple[dict, dict]:
        """Give a cell's output the picture on white, and its text."""
        self.figure.set_facecolor("white")
        try:
            picture = base64.b64encode(self.png()).decode()
        finally:
            self.figure.set_facecolor("none")
        size = {"width": self.width, "height": self.height}
        return {"image/png": picture, "text/plain": self.alt}, {"image/png": size}

    # For subclasses --------------------------------------------------------------------------------------

    def fit(self, height: int) -> None:
        """Make the figure as high as its rows need, before they are placed: all lengths count from below.

        Axes would stretch with it; this is for charts that have none.
        """
        if height != self.height:
            self.height = height
            self.figure.set_size_inches(self.width / INCH, height / INCH)
            self._ground = None

    def paint(self, artist: Artist, **roles: str) -> Artist:
        """Give the artist's colours by role, as in `paint(line, color="ink")`; they follow the theme."""
        if self._roles.get(artist) != roles:
            self._roles[artist] = roles
            artist.set(**{name: self._colours[role] for name, role in roles.items()})
        return artist

    def put(self, artist: Artist, on: Axes | None = None) -> Artist:
        """Add an artist that is placed in pixels. `on` axes it seldom changes, and is drawn with them."""
        artist.set_transform(self._pixels)
        return (on or self.figure).add_artist(artist)

    def pool(self, make: Callable[[], Artist]) -> Pool:
        """Return a pool of artists, which lie above those of the pools made before it."""
        self._pools += 1
        return Pool(make, self._pools / 1000)

    def text(
        self,
        role: str = "ink",
        size: float = NORMAL,
        bold: bool = False,
        ha: str = "left",
        va: str = "center",
        on: Axes | None = None,
        zorder: float = 3,
    ) -> Text:
        """Return a new text, placed in pixels; `write` gives it its words. `on` is that of `put`."""
        font = FontProperties(family=FONT, size=size * 72 / INCH, weight="bold" if bold else "normal")
        text = Text(
            fontproperties=font, ha=ha, va=va, usetex=False, parse_math=False, clip_on=False, zorder=zorder
        )
        return self.paint(self.put(text, on), color=role)

    def stress(self, text: Text, strong: bool, role: str = "ink") -> None:
        """Set a text in bold, or not; if not, in the colour of that role."""
        weight = "bold" if strong else "normal"
        if text.get_fontweight() != weight:
            text.set_fontweight(weight)
        self.paint(text, color="ink" if strong else role)

    def write(self, text: Text, words: object, x: float, y: float, room: float = np.inf) -> None:
        """Put words at a place, cut to the room there is; a text without any is hidden.

        matplotlib takes an empty text for changed however often it is drawn.
        """
        shown = self.cut(words, room, text)
        if (shown, (x, y)) != (text.get_text(), text.get_position()):
            text.set(text=shown, position=(x, y))
        if text.get_visible() != bool(shown):
            text.set_visible(bool(shown))

    def title(self, words: object) -> None:
        """Set the line above the chart: what it shows, in words."""
        self.write(self._title, words, 12, self.height - 8, self.width - 24)

    def cut(self, words: object, room: float, like: Text) -> str:
        """Return words on one line, with an ellipsis where they end for lack of room."""
        shown = drawable(words)
        # Measuring takes longer than a look that tells most short words.
        surely = shown.isascii() and len(shown) * like.get_fontsize() * WIDEST <= room
        if surely or self.width_of(like, shown) <= room:
            return shown
        fits, fails = 0, len(shown)
        while fits + 1 < fails:
            middle = (fits + fails) // 2
            if self.width_of(like, shown[:middle].rstrip() + "…") <= room:
                fits = middle
            else:
                fails = middle
        return shown[:fits].rstrip() + "…"

    def width_of(self, text: Text, words: str | None = None) -> float:
        """Return how wide a text is, or would be with other words."""
        words, font = text.get_text() if words is None else words, text.get_fontproperties()
        key = (words, font.get_size_in_points(), font.get_weight() == "bold")
        if key not in _WIDTHS:
            if len(_WIDTHS) > 5000:
                _WIDTHS.clear()
            renderer = self._canvas.get_renderer()
            _WIDTHS[key] = renderer.get_text_width_height_descent(words, font, False)[0] / DOTS
        return _WIDTHS[key]

    def line(self, role: str = "grey", width: float = 1, **style: Any) -> Line2D:
        """Return a new line, placed in pixels. `width` is in pixels."""
        line = self.put(Line2D([], [], linewidth=width * 72 / INCH, **style))
        return self.paint(line, color=role)

    def trace(self, line: Line2D, across: Sequence[float], up: Sequence[float]) -> None:
        """Lay a line through points, with a gap where they are not finite, if it does not lie there."""
        old, new = (np.asarray(points, dtype=float) for points in (line.get_data(), (across, up)))
        if not np.array_equal(old, new, equal_nan=True):
            line.set_data(across, up)

    def bar(self, role: str, **style: Any) -> Rectangle:
        """Return a new bar, placed in pixels, without an edge unless `style` gives it one."""
        return self.paint(self.put(Rectangle((0, 0), 0, 0, **{"linewidth": 0, **style})), facecolor=role)

    def lay(self, bar: Rectangle, *bounds: float) -> None:
        """Lay a bar from (left, bottom, width, height), if it does not lie there."""
        if (bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()) != bounds:
            bar.set_bounds(*bounds)

    def axes(self, left: float, bottom: float, right: float, top: float) -> Axes:
        """Return axes with these margins: quiet ticks, faint lines across, no frame."""
        wide, high = self.width - left - right, self.height - bottom - top
        place = (left / self.width, bottom / self.height, wide / self.width, high / self.height)
        with matplotlib.rc_context(PLAIN):
            axes = self.figure.add_axes(place, facecolor="none", axisbelow=True)
            axes.grid(axis="y", linewidth=0.6)
        axes.tick_params(length=0, pad=4, labelsize=NORMAL * 72 / INCH, labelfontfamily=FONT)
        for spine in axes.spines.values():
            spine.set_visible(False)
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_formatter(FuncFormatter(lambda value, _at: number(value)))
            axis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        self._paint_ticks(axes)
        return axes

    def _paint_ticks(self, axes: Axes) -> None:
        axes.tick_params(labelcolor=self._colours["grey"], grid_color=self._colours["edge"])

    def reach(self, axes: Axes, across: tuple[float, float], up: tuple[float, float]) -> None:
        """Set the limits of axes, if they change."""
        if (axes.get_xlim(), axes.get_ylim()) != (across, up):
            axes.set(xlim=across, ylim=up)

    def to_pixels(self, axes: Axes, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the axes lies in the figure."""
        across, up = axes.transData.transform((x, y)) / DOTS
        return float(across), float(up)

    def area(self, axes: Axes) -> Box:
        """Return the rectangle that the axes take."""
        return Box(*(float(edge) / DOTS for edge in axes.bbox.extents))
