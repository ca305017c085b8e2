"""The colours hold what they promise, by the formulas of WCAG 2.2 and of simulated colour blindness."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from tpm_kit.figures.colours import DARK, LIGHT, SERIES

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
# G. M. Machado and others, "A physiologically-based model for simulation of color vision deficiency" (2009),
# at full severity, on linear light.
SEEN = {
    "by all": np.eye(3),
    "protanopia": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "deuteranopia": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "tritanopia": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}


def linear(colour: str) -> np.ndarray:
    """Red, green and blue as light, 0 to 1."""
    values = np.array(to_rgb(colour))
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear light under D65."""
    to_xyz = [[0.4125, 0.3576, 0.1804], [0.2127, 0.7152, 0.0722], [0.0193, 0.1192, 0.9503]]
    xyz = np.array(to_xyz) @ np.clip(light, 0, 1) / [0.9505, 1, 1.0888]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@THEMES
def test_text_and_data_stand_out_from_the_ground(theme):
    assert all(contrast(theme[role], theme["paper"]) >= 4.5 for role in ("ink", "grey"))
    assert all(contrast(theme[f"series{n}"], theme["paper"]) >= 3 for n in range(SERIES))


@THEMES
@pytest.mark.parametrize("reader", SEEN)
@pytest.mark.parametrize(("first", "apart"), [(5, 15), (SERIES, 10)])
def test_colour_blind_readers_tell_the_series_apart(theme, reader, first, apart):
    seen = [lab(np.array(SEEN[reader]) @ linear(theme[f"series{n}"])) for n in range(first)]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) >= apart


def test_both_themes_have_the_same_roles():
    assert LIGHT.keys() == DARK.keys()
