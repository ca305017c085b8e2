"""Artists that are made once and used again, as a chart needs now more of them and now fewer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matplotlib.artist import Artist


class Pool:
    """Artists of one kind, made when first needed and used again, each raised by `rise` in the drawing order.

    So what lies above what does not hang on when they were made.
    """

    def __init__(self, make: Callable[[], Artist], rise: float) -> None:
        self._make = make
        self._rise = rise
        self._made: list[Any] = []

    def take(self, count: int) -> list[Any]:
        """Return the first `count` of them, shown, and hide the others."""
        while len(self._made) < count:
            artist = self._make()
            artist.set_zorder(artist.get_zorder() + self._rise)
            self._made.append(artist)
        for index, artist in enumerate(self._made):
            if artist.get_visible() != (index < count):
                artist.set_visible(index < count)
        return self._made[:count]
