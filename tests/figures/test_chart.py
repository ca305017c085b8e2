"""What all charts have in common: they are kept, follow the theme, and take any text."""

from __future__ import annotations

import base64
import subprocess
import sys
import warnings
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgb

from tests.figures.charts import CHARTS, HOSTILE, SHORT, pixels, shown, texts
from tpm_kit.figures.chart import DOTS, Chart
from tpm_kit.figures.colours import DARK, LIGHT
from tpm_kit.figures.defect_hours import DefectHours
from tpm_kit.figures.exceedance import Exceedance
from tpm_kit.figures.flip_points import FlipPoints
from tpm_kit.figures.flow import FlowByLimit
from tpm_kit.figures.pay_ranges import PayRanges
from tpm_kit.figures.pay_trend import PayTrend
from tpm_kit.figures.radar import Radar
from tpm_kit.figures.risk_matrix import RiskMatrix
from tpm_kit.figures.tornado import Tornado
from tpm_kit.figures.words import one_line

ROOT = Path(__file__).resolve().parents[2]
EACH = pytest.mark.parametrize("kind", CHARTS, ids=lambda kind: kind.__name__)
COUNTS = [0, 1, 5, 8]
MOVED = [FlipPoints, FlowByLimit, RiskMatrix, DefectHours, Exceedance, Tornado, PayRanges, PayTrend, Radar]
"""Charts that follow a slider or a choice with each step."""


def assert_same(one: bytes, other: bytes) -> None:
    """Two pictures are the same; only if their files differ is it worth to look into them."""
    if one != other:
        np.testing.assert_array_equal(pixels(one), pixels(other))


@EACH
@pytest.mark.parametrize("count", COUNTS)
def test_a_chart_of_any_size_has_a_picture_a_title_and_a_text(kind, count):
    chart = shown(kind, SHORT[:count])
    picture = pixels(chart.png())
    assert picture.shape == (chart.height * DOTS, chart.width * DOTS, 4)
    assert (picture[0, 0] == (255, 255, 255, 0)).all()
    assert picture[..., 3].max() > 250
    assert chart._title.get_text()
    assert chart.alt.endswith(".")
    assert all(name in chart.alt and name in texts(chart) for name in SHORT[:count])


@EACH
def test_any_text_is_drawn_without_a_warning_and_said_in_full(kind):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = shown(kind, HOSTILE)
        chart.png(), chart.png(dark=True)
    for name in HOSTILE:
        assert one_line(name) in chart.alt
    assert "\n" not in chart.alt
    assert chart.alt.encode()


@EACH
def test_no_word_leaves_the_picture(kind):
    chart = shown(kind, [f"{name} {'with a long name ' * 9}" for name in SHORT])
    chart.png()
    renderer = chart._canvas.get_renderer()
    for artist in chart.figure.get_children():
        if hasattr(artist, "get_text") and artist.get_visible() and artist.get_text():
            box = artist.get_window_extent(renderer)
            assert 0 <= box.x0 < box.x1 <= chart.width * DOTS, artist.get_text()
            assert 0 <= box.y0 < box.y1 <= chart.height * DOTS, artist.get_text()
    assert any(text.endswith("…") for text in texts(chart))


@EACH
def test_the_ink_follows_the_theme(kind):
    chart = shown(kind, SHORT[:5])
    png = chart.png()
    light, dark = pixels(png), pixels(chart.png(dark=True))
    for picture, theme in ((light, LIGHT), (dark, DARK)):
        solid = picture[picture[..., 3] > 250][:, :3]
        near = abs(solid.astype(int) - np.rint(np.array(to_rgb(theme["ink"])) * 255)).max(axis=1) < 12
        assert near.any()
    assert_same(chart.png(), png)
    # Nothing moved: the ink is where it was.
    assert np.mean((light[..., 3] > 128) != (dark[..., 3] > 128)) < 0.002


@pytest.mark.parametrize("kind", MOVED, ids=lambda kind: kind.__name__)
def test_what_lies_where_it_lay_is_not_drawn_anew(kind):
    chart = shown(kind, SHORT[:5])
    chart.png()
    chart.update(*CHARTS[kind](SHORT[:5]))
    assert not [one for one in chart.figure.get_children() if one.get_visible() and one.stale]


@EACH
def test_a_kept_chart_makes_no_more_artists(kind):
    chart = shown(kind, SHORT)
    chart.png()
    count = len(chart.figure.findobj())
    for names in (SHORT[:2], SHORT[::-1], [], SHORT):
        chart.update(*CHARTS[kind](names))
        chart.png()
    assert len(chart.figure.findobj()) == count


STEPS = st.lists(
    st.tuples(st.lists(st.sampled_from(SHORT), max_size=6, unique=True), st.booleans()),
    min_size=1,
    max_size=4,
)


@EACH
@settings(max_examples=4, deadline=None)
@given(steps=STEPS)
def test_what_was_shown_before_leaves_no_trace(kind, steps):
    kept = kind()
    for names, dark in steps:
        kept.update(*CHARTS[kind](names))
        picture = kept.png(dark)
    names, dark = steps[-1]
    fresh = kind()
    if kind.__name__ == "DelayCost":
        fresh._numbers = dict(kept._numbers)
    fresh.update(*CHARTS[kind](names))
    assert_same(picture, fresh.png(dark))
    assert kept.alt == fresh.alt


@EACH
def test_saving_the_figure_elsewhere_leaves_no_trace(kind, tmp_path):
    chart = shown(kind, SHORT[:3])
    chart.png()
    chart.update(*CHARTS[kind](SHORT[3:8]))
    chart.figure.savefig(tmp_path / "mine.png", dpi=50)
    saved = chart.png()
    fresh = kind()
    if kind.__name__ == "DelayCost":
        fresh._numbers = dict(chart._numbers)
    fresh.update(*CHARTS[kind](SHORT[3:8]))
    assert_same(saved, fresh.png())


@EACH
def test_the_readers_own_settings_do_not_change_a_chart(kind):
    plain = shown(kind, SHORT[:4]).png()
    loud = {
        "axes.facecolor": "red",
        "axes.grid": True,
        "font.size": 30,
        "text.color": "red",
        "text.usetex": True,
        "lines.linewidth": 9,
        "xtick.labelsize": 30,
        "figure.dpi": 50,
        "figure.constrained_layout.use": True,
        "axes.spines.top": True,
        "axes.xmargin": 0.4,
    }
    with matplotlib.rc_context(loud):
        assert_same(shown(kind, SHORT[:4]).png(), plain)


@EACH
def test_as_a_cells_output_a_chart_is_a_picture_on_white_with_its_text(kind):
    chart = shown(kind, SHORT[:3])
    chart.png(dark=True)
    data, metadata = chart._repr_mimebundle_()
    picture = pixels(base64.b64decode(data["image/png"]))
    assert (picture[..., 3] == 255).all()
    assert (picture[0, 0] == 255).all()
    assert data["text/plain"] == chart.alt
    assert metadata["image/png"] == {"width": chart.width, "height": chart.height}
    assert (pixels(chart.png())[0, 0] == (255, 255, 255, 0)).all()


def test_a_name_is_cut_to_its_room_and_no_shorter():
    chart = Chart()
    text = chart.text()
    for room in (20, 60, 150):
        cut = chart.cut("Refunds from the dashboard", room, text)
        kept = cut.removesuffix("…")
        longer = "Refunds from the dashboard"[: len(kept) + 2].rstrip() + "…"
        assert chart.width_of(text, cut) <= room < chart.width_of(text, longer)
    assert chart.cut("Refunds", 500, text) == "Refunds"


def test_charts_need_no_pyplot():
    code = (
        "import sys, tpm_kit.figures.bump, tpm_kit.figures.quadrants;"
        "print(sorted({'matplotlib.pyplot', 'pandas', 'scipy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
