"""The picture of a chart that is kept, and drawn anew from data that change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tpm_kit.widgets.picture import Picture


class Drawing(Picture):
    """Shows `chart`: an object with `width`, `update(**data)`, `png(dark)` and, after an update, `alt`.

    `data()` gives the arguments of the update. The theme of the page is followed by itself; for a change of
    the data call `draw`.
    """

    def __init__(self, chart: Any, data: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__(width=chart.width)
        self._chart, self._data_for_update = chart, data
        self.on_dark(self.draw)

    def draw(self) -> None:
        """Update the chart, and show it with its text."""
        self._chart.update(**self._data_for_update())
        self.show(self._chart.png(self.dark), self._chart.alt)
