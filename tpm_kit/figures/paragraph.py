"""Text over several lines, as for a source below a chart."""

from __future__ import annotations

from tpm_kit.figures.chart import Chart
from tpm_kit.figures.words import drawable

SMALL = 12
STEP = 15
"""Height of a line."""


class Paragraph:
    """Up to `most` lines of small text on a chart; what does not fit ends with an ellipsis."""

    def __init__(self, chart: Chart, role: str = "grey", most: int = 4) -> None:
        self._chart = chart
        self._texts = [chart.text(role, size=SMALL) for _ in range(most)]
        self._last: tuple[str, float, list[str]] = ("", 0.0, [])

    def lines(self, words: object, room: float) -> list[str]:
        """Return the lines that these words take."""
        shown = drawable(words)
        if self._last[:2] != (shown, room):
            self._last = (shown, room, self._broken(shown, room))
        return self._last[2]

    def _broken(self, shown: str, room: float) -> list[str]:
        words, made = shown.split(), []
        like = self._texts[0]
        while words and len(made) < len(self._texts) - 1:
            count = 1
            while count < len(words) and self._chart.width_of(like, " ".join(words[: count + 1])) <= room:
                count += 1
            made.append(self._chart.cut(" ".join(words[:count]), room, like))
            words = words[count:]
        return [*made, self._chart.cut(" ".join(words), room, like)] if words else made

    def write(self, words: object, x: float, top: float, room: float) -> int:
        """Write words with their upper edge at `top`, and return how many lines they take."""
        lines = self.lines(words, room)
        for at, text in enumerate(self._texts):
            shown = lines[at] if at < len(lines) else ""
            self._chart.write(text, shown, x, top - STEP * (at + 0.5))
        return len(lines)
