"""A chart that is kept: its artists are made once, and an update only moves them.

All lengths are in CSS pixels, from the lower left corner of the figure. The picture has two dots for each,
so that it is sharp on a fine screen; on a coarse one the browser halves it.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Any

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Affine2D

from tpm_kit.figures.labels import Box
from tpm_kit.figures.png import encode
from tpm_kit.figures.words import drawable, number

DOTS = 2
"""Dots for each CSS pixel. One would save a third of the time, and blur the text on most laptops."""
INCH = 96
"""CSS pixels in an inch."""
FONT = "DejaVu Sans"
"""The font that matplotlib brings along, so that a chart looks alike everywhere."""
NORMAL, TITLE = 13, 14
"""Sizes of text."""
LINE = 17.0
"""Height of a line of text."""
FAR = 14.0
"""A label further away than this from its point is joined to it."""
SERIES = 8
"""So many colours tell items apart; more items take them again."""

_LIGHT = ["#1463c8", "#c2760c", "#2b1f7f", "#2c9c6a", "#8f1050", "#5c5a1a", "#a482c8", "#757575"]
_DARK = ["#4d94f7", "#e8892f", "#b5abff", "#a5f0d5", "#f0409a", "#f3ea8a", "#e3bfe3", "#a07f6a"]
LIGHT = MappingProxyType(
    {"ink": "#1f1f1f", "grey": "#5a5a5a", "edge": "#d4d4d4", "faint": "#9a9a9a", "paper": "#ffffff"}
    | {f"series{n}": colour for n, colour in enumerate(_LIGHT)}
)
"""Colours by their role, on a light ground."""
DARK = MappingProxyType(
    {"ink": "#e8e8e8", "grey": "#b0b0b0", "edge": "#454545", "faint": "#7c7c7c", "paper": "#111111"}
    | {f"series{n}": colour for n, colour in enumerate(_DARK)}
)
"""The same on a dark ground. The first five of a series stay apart for colour-blind readers in both."""

PLAIN = {
    name: value
    for name, value in matplotlib.rcParamsDefault.items()
    if name.startswith(("axes.", "figure.", "font.", "grid.", "lines.", "text.", "xtick.", "ytick."))
}
"""matplotlib's own settings. Those that a reader changes are for the reader's own figures."""


class Chart:
    """A figure of `width` × `height` CSS pixels; the base of all charts.

    A subclass makes its artists in `__init__` and moves them in `update`, which also sets `alt`: a text that
    says what the picture shows, with its numbers. Texts of other people are data: they are never read as
    formulas, and are cut where there is no room for them.
    """

    def __init__(self, width: int = 720, height: int = 360) -> None:
        self.width, self.height = width, height
        self.alt = ""
        self._ground: Any = None
        self.figure = Figure((width / INCH, height / INCH), dpi=INCH * DOTS, facecolor="none", layout="none")
        self._canvas = FigureCanvasAgg(self.figure)
        self._pixels = Affine2D().scale(1 / INCH) + self.figure.dpi_scale_trans
        self._colours = LIGHT
        self._roles: dict[Artist, dict[str, str]] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
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
        """Draw what moves upon what stands still: axes and headings are drawn again only when they change.

        matplotlib marks them as stale then. They take half of the time that a whole drawing takes.
        """
        renderer, figure = self._canvas.get_renderer(), self.figure
        if self._ground is None or figure.patch.stale or any(axes.stale for axes in figure.axes):
            renderer.clear()
            for artist in (figure.patch, *figure.axes):
                artist.draw(renderer)
            self._ground = renderer.copy_from_bbox(figure.bbox)
        else:
            renderer.restore_region(self._ground)
        still = {figure.patch, *figure.axes}
        moving = [artist for artist in figure.get_children() if artist not in still]
        for artist in sorted(moving, key=lambda artist: artist.zorder):
            artist.draw(renderer)
        return np.asarray(renderer.buffer_rgba())

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

    def text(
        self,
        role: str = "ink",
        size: float = NORMAL,
        bold: bool = False,
        ha: str = "left",
        va: str = "center",
        on: Axes | None = None,
    ) -> Text:
        """Return a new text, placed in pixels; `write` gives it its words. `on` is that of `put`."""
        font = FontProperties(family=FONT, size=size * 72 / INCH, weight="bold" if bold else "normal")
        text = Text(fontproperties=font, ha=ha, va=va, usetex=False, parse_math=False, clip_on=False)
        return self.paint(self.put(text, on), color=role)

    def stress(self, text: Text, strong: bool, role: str = "ink") -> None:
        """Set a text in bold, or not; if not, in the colour of that role."""
        self.paint(text, color="ink" if strong else role).set_fontweight("bold" if strong else "normal")

    def write(self, text: Text, words: object, x: float, y: float, room: float = np.inf) -> float:
        """Put words at a place, cut to the room there is; returns their width."""
        shown = self.cut(words, room, text)
        if (shown, (x, y)) != (text.get_text(), text.get_position()):
            text.set(text=shown, position=(x, y))
        return self.width_of(shown, text)

    def title(self, words: object) -> None:
        """Set the line above the chart: what it shows, in words."""
        self.write(self._title, words, 12, self.height - 8, self.width - 24)

    def cut(self, words: object, room: float, like: Text) -> str:
        """Return words on one line, with an ellipsis where they end for lack of room."""
        shown = drawable(words)
        if self.width_of(shown, like) <= room:
            return shown
        fits, fails = 0, len(shown)
        while fits + 1 < fails:
            middle = (fits + fails) // 2
            if self.width_of(shown[:middle].rstrip() + "…", like) <= room:
                fits = middle
            else:
                fails = middle
        return shown[:fits].rstrip() + "…"

    def width_of(self, words: str, like: Text) -> float:
        """Return how wide words are in the font of a text."""
        font = like.get_fontproperties()
        key = (words, font.get_size_in_points(), font.get_weight() == "bold")
        if key not in self._widths:
            if len(self._widths) > 5000:
                self._widths.clear()
            renderer = self._canvas.get_renderer()
            self._widths[key] = renderer.get_text_width_height_descent(words, font, False)[0] / DOTS
        return self._widths[key]

    def line(self, role: str = "grey", width: float = 1, **style: Any) -> Line2D:
        """Return a new line, placed in pixels. `width` is in pixels."""
        line = self.put(Line2D([], [], linewidth=width * 72 / INCH, **style))
        return self.paint(line, color=role)

    def lead(self, lines: Pool, points: Sequence[tuple[float, float]], boxes: Sequence[Box]) -> None:
        """Draw a thin line from each point to its label, where the label stands too far away to be sure."""
        ends = [box.nearest(point) for point, box in zip(points, boxes, strict=True)]
        far = [(point, end) for point, end in zip(points, ends, strict=True) if math.dist(point, end) > FAR]
        for line, (point, end) in zip(lines.take(len(far)), far, strict=True):
            line.set_data(*zip(point, end, strict=True))

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


class Pool:
    """Artists of one kind, made when first needed and used again."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._made: list[Any] = []

    def take(self, count: int) -> list[Any]:
        """Return the first `count` of them, shown, and hide the others."""
        self._made += [self._make() for _ in range(count - len(self._made))]
        for index, artist in enumerate(self._made):
            artist.set_visible(index < count)
        return self._made[:count]
