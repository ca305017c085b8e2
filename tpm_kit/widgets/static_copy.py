"""What widgets show where no kernel runs, and marks that a check puts on them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets


class WithStaticCopy(anywidget.AnyWidget):
    """A widget that a page without a kernel shows as plain HTML."""

    @abstractmethod
    def to_html(self) -> str:
        """Return the widget as plain HTML; texts of other people are escaped."""

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.to_html()}, metadata


class Marked(WithStaticCopy):
    """A widget whose parts can be marked after a check."""

    marks = traitlets.Dict().tag(sync=True)

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark parts by id with a level (`problem`, `caution`) and a text; the others lose theirs."""
        self.marks = {id: {"level": level, "text": text} for id, (level, text) in marks.items()}
