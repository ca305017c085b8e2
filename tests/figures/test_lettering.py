"""Texts that are drawn once: they look and lie as matplotlib draws them, and are kept within bounds."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tests.figures.charts import HOSTILE
from tpm_kit.figures import lettering
from tpm_kit.figures.lettering import KEPT, Canvas
from tpm_kit.figures.words import drawable

WORDS = ["Refunds from the dashboard", "Grüße, $100", "gj", *filter(None, map(drawable, HOSTILE))]
"""As charts write them: what cannot be drawn has been replaced."""


def drawn(canvas: type[FigureCanvasAgg], *words: str, dpi: float = 192, **style) -> np.ndarray:
    """How much ink a figure with these words has at each dot, from 0 to 255."""
    figure = Figure((4, 3), dpi=dpi, facecolor="none")
    for n, one in enumerate(words):
        figure.text(0.1003, 0.1 + n / 11, one, **{"parse_math": False, **style})
    painter = canvas(figure)
    painter.draw()
    return np.asarray(painter.buffer_rgba())[..., 3].astype(int)


def extent(ink: np.ndarray) -> np.ndarray:
    """The first and last row and column with ink."""
    rows, columns = np.nonzero(ink > 60)
    return np.array([rows.min(), rows.max(), columns.min(), columns.max()])


@pytest.mark.parametrize("style", [{}, {"weight": "bold", "size": 18}, {"va": "center", "ha": "center"}])
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.filterwarnings("ignore:Glyph .* missing")
def test_a_text_looks_and_lies_as_matplotlib_draws_it(words, style):
    ours, theirs = drawn(Canvas, words, **style), drawn(FigureCanvasAgg, words, **style)
    assert abs(extent(ours) - extent(theirs)).max() <= 2
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.05)


@pytest.mark.parametrize("style", [{"rotation": 30}, {"parse_math": True}])
def test_what_is_turned_or_a_formula_is_left_to_matplotlib(style):
    assert (drawn(Canvas, "$x_2$", **style) == drawn(FigureCanvasAgg, "$x_2$", **style)).all()


def test_a_text_is_drawn_once_for_each_size_and_weight(monkeypatch):
    first = drawn(Canvas, "Twice", "Twice")
    calls = []
    draws = lettering.get_hinting_flag
    monkeypatch.setattr(lettering, "get_hinting_flag", lambda: calls.append(1) or draws())
    assert (drawn(Canvas, "Twice", "Twice") == first).all()
    assert not calls
    for style in ({"weight": "bold"}, {"size": 9}, {"dpi": 50}):
        drawn(Canvas, "Twice", **style)
    assert len(calls) == 3


def test_no_more_than_so_many_are_kept(monkeypatch):
    monkeypatch.setattr(lettering, "_LETTERS", {})
    for n in range(0, KEPT + 20, 20):
        drawn(Canvas, *(f"Text {n + m}" for m in range(20)), size=4)
        assert len(lettering._LETTERS) <= KEPT
    assert lettering._LETTERS
