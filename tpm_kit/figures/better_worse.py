"""Kano coefficients: how far a feature raises satisfaction when it is there, and lowers it when missing.

Worse runs from 0 on the left to −1 on the right and Better from 0 at the bottom to 1 at the top, as is usual:
C. Berger and others, "Kano's methods for understanding customer-defined quality", Center for Quality of
Management Journal 2(4), 1993.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.ticker import FixedLocator

from tpm_kit.figures.chart import LINE, Chart
from tpm_kit.figures.labels import Box
from tpm_kit.figures.point_names import name_points
from tpm_kit.figures.words import fixed, one_line, sentences

MARGINS = {"left": 48, "bottom": 46, "right": 24, "top": 58}
NAMES = (
    ("Attractive", 0, 1, "left", "top"),
    ("One-dimensional", -1, 1, "right", "top"),
    ("Indifferent", 0, 0, "left", "bottom"),
    ("Must-be", -1, 0, "right", "bottom"),
)
"""What a quadrant means, with its corner as (worse, better), and how its name is set there."""
MIDDLE = 0.5
"""Where the quadrants part, for Better and, below 0, for Worse."""


class Feature(NamedTuple):
    """A feature by its coefficients: `better` from 0 to 1, `worse` from −1 to 0; NaN if undefined."""

    name: str
    better: float
    worse: float


class Segment(NamedTuple):
    """One group of respondents to the feature called `feature`; the rest as in `Feature`."""

    feature: str
    name: str
    better: float
    worse: float


class BetterWorse(Chart):
    """A point for each feature. Groups of respondents are small points, joined to that of all together."""

    def __init__(self, width: int = 720, height: int = 440) -> None:
        super().__init__(width, height)
        self._axes = self.axes(**MARGINS)
        self._axes.set(xlim=(0.02, -1.02), ylim=(-0.02, 1.02))
        for axis, sign in ((self._axes.xaxis, -1), (self._axes.yaxis, 1)):
            axis.set_major_locator(FixedLocator([sign * quarter / 4 for quarter in range(5)]))
        self._axes.grid(False)
        self._taken = [self._corner(*corner) for corner in NAMES]
        self._taken += self._cross()
        area = self.area(self._axes)
        self.write(
            self.text("grey", va="top", on=self._axes), "Better: satisfaction gained with it", 12, height - 34
        )
        along = self.text("grey", ha="right", on=self._axes)
        self.write(along, "Worse: satisfaction lost without it", area.right, area.bottom - 34)
        self._ties = self.pool(lambda: self.line("faint", zorder=1))
        self._leads = self.pool(lambda: self.line("faint", 0.8, zorder=1))
        self._names = self.pool(self.text)
        self._groups = self.pool(lambda: self.text("grey", size=12))
        self._points = self._markers("series0", 9)
        self._small = self._markers("paper", 7)

    def _markers(self, fill: str, size: float) -> Any:
        markers = self.line(linestyle="", marker="o", markersize=size * 0.75, markeredgewidth=1.2)
        return self.paint(markers, markerfacecolor=fill, markeredgecolor="series0")

    def _corner(self, name: str, worse: float, better: float, ha: str, va: str) -> Box:
        """Write a quadrant's name into its corner; returns the room it takes."""
        text = self.text("grey", bold=True, ha=ha, va=va, on=self._axes)
        x, y = self.to_pixels(self._axes, worse, better)
        self.write(text, name, x, y)
        wide = self.width_of(text)
        left, bottom = (x if ha == "left" else x - wide), (y if va == "bottom" else y - LINE)
        return Box(left, bottom, left + wide, bottom + LINE)

    def _cross(self) -> list[Box]:
        """Draw the frame and the lines between the quadrants; returns the room that the latter take."""
        area, middle = self.area(self._axes), self.to_pixels(self._axes, -MIDDLE, MIDDLE)
        for xs, ys in (
            ((area.left, area.right), (middle[1], middle[1])),
            ((middle[0], middle[0]), (area.bottom, area.top)),
            ((area.left, area.left, area.right), (area.top, area.bottom, area.bottom)),
        ):
            self.line("edge", zorder=0.5).set_data(xs, ys)
        x, y = middle
        return [Box(x - 0.2, area.bottom, x + 0.2, area.top), Box(area.left, y - 0.2, area.right, y + 0.2)]

    def update(
        self,
        features: Sequence[Feature | tuple[Any, ...]],
        segments: Sequence[Segment | tuple[Any, ...]] = (),
    ) -> None:
        """Show these features, and the groups of those whose groups differ.

        A feature without coefficients has no point, and the text says so.
        """
        features = [Feature(*feature) for feature in features]
        seen = [feature for feature in features if _defined(feature)]
        places = {feature.name: (feature.worse, feature.better) for feature in seen}
        groups = [Segment(*one) for one in segments]
        groups = [group for group in groups if group.feature in places and _defined(group)]
        wholes = [self.to_pixels(self._axes, *places[feature.name]) for feature in seen]
        parts = [self.to_pixels(self._axes, group.worse, group.better) for group in groups]
        for tie, group, part in zip(self._ties.take(len(groups)), groups, parts, strict=True):
            tie.set_data(*zip(self.to_pixels(self._axes, *places[group.feature]), part, strict=True))
        for markers, points in ((self._points, wholes), (self._small, parts)):
            markers.set_data([x for x, _ in points], [y for _, y in points])
        texts = self._names.take(len(seen)) + self._groups.take(len(groups))
        names = [one.name for one in (*seen, *groups)]
        area = self.area(self._axes)
        name_points(self, texts, names, wholes + parts, area, self._taken, self._leads)
        self._say(features, groups)

    def _say(self, features: Sequence[Feature], groups: Sequence[Segment]) -> None:
        said = []
        for feature in features:
            name = one_line(feature.name)
            if not _defined(feature):
                said.append(f"{name}: no coefficients, since every answer is reverse or questionable")
                continue
            said.append(f"{name}: {_pair(feature)}, {quadrant(feature.better, feature.worse)}")
            said += [
                f"{name}, {one_line(group.name)} alone: {_pair(group)}, {quadrant(group.better, group.worse)}"
                for group in groups
                if group.feature == feature.name
            ]
        count = f"{len(features)} feature{'s' * (len(features) != 1)}" if features else "No feature yet"
        self.title("What features do to satisfaction" if features else count)
        self.alt = sentences([f"Better and Worse of {count}" if features else count, *said])


def quadrant(better: float, worse: float) -> str:
    """Return the name of the quadrant; a point on a line between two belongs to the one further out."""
    lifted, needed = better >= MIDDLE, -worse >= MIDDLE
    return next(name for name, x, y, *_ in NAMES if (bool(x), bool(y)) == (needed, lifted)).lower()


def _defined(one: Feature | Segment) -> bool:
    return math.isfinite(one.better) and math.isfinite(one.worse)


def _pair(one: Feature | Segment) -> str:
    return f"Better {fixed(one.better)}, Worse {fixed(one.worse)}"
