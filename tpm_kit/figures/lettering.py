"""Texts on a chart, each drawn once: from then on its picture is laid where it belongs.

A chart's words change seldom and move often, and drawing them takes half of the time of a chart.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg, get_hinting_flag
from matplotlib.font_manager import FontProperties
from numpy.typing import NDArray

Letters = tuple[NDArray[np.uint8], float, float]
KEPT = 500
"""Pictures of texts that are kept, of five kilobytes each on average."""
_LETTERS: dict[tuple[str, float, int], Letters] = {}


class Canvas(FigureCanvasAgg):
    """A canvas that keeps the pictures of level texts, for all charts."""

    def get_renderer(self) -> RendererAgg:
        """Return what draws on this canvas, a new one if its size has changed."""
        width, height = self.figure.bbox.size
        key = width, height, self.figure.dpi
        if self._lastKey != key:
            self.renderer, self._lastKey = _Renderer(*key), key
        return self.renderer


class _Renderer(RendererAgg):
    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,
    ) -> None:
        """Draw a text whose baseline starts at a point, in dots from the upper left corner."""
        if ismath or angle:
            return super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)
        letters, right, down = self._letters(s, prop)
        self._renderer.draw_text_image(letters, round(x + right), round(y + down) + 1, 0, gc)

    def _letters(self, words: str, prop: FontProperties) -> Letters:
        """Return how much of each dot the letters cover, 0 to 255, and how far from the start they lie."""
        # Two sets of font properties are equal for matplotlib if their hashes are.
        key = words, self.dpi, hash(prop)
        if key not in _LETTERS:
            if len(_LETTERS) >= KEPT:
                _LETTERS.clear()
            font = self._prepare_font(prop)
            font.set_text(words, 0.0, flags=get_hinting_flag())
            font.draw_glyphs_to_bitmap(antialiased=True)
            right, down = font.get_bitmap_offset()
            _LETTERS[key] = np.array(font.get_image()), right / 64, (down + font.get_descent()) / 64
        return _LETTERS[key]
