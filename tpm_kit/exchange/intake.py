"""What goes wrong in an import, as a learner is told: the whole file, a row, or a remark on what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 5


class TableFileError(ValueError):
    """A file that cannot be used at all. The text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that became no item: its number as a spreadsheet shows it, and why."""

    row: int
    reason: str


class Remarks:
    """Collects what a learner should know of a file, one sentence for each kind of thing."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, sentence: str, place: str = "") -> None:
        """Note `sentence` (without its full stop); `place` says where, such as ``row 4 “abc”``."""
        places = self._places.setdefault(sentence, [])
        if place:
            places.append(place)

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of remark, with the first places and the number of the others."""
        return tuple(
            f"{sentence}: {listed(places)}." if places else f"{sentence}."
            for sentence, places in self._places.items()
        )


def listed(parts: Sequence[str], limit: int = SHOWN) -> str:
    """`parts` joined by commas; of a long list the first `limit` and the number of the others."""
    text = ", ".join(parts[:limit])
    return text if len(parts) <= limit else f"{text} and {len(parts) - limit} more"
