"""An explorer on screen: it joins sliders, a chart and a sentence."""

from __future__ import annotations

from typing import Any

from ipywidgets import VBox

from tpm_kit.case import Case
from tpm_kit.explorers import Explorer
from tpm_kit.widgets.drawing import Drawing
from tpm_kit.widgets.elements import el, to_html
from tpm_kit.widgets.panel import Panel
from tpm_kit.widgets.slider import Slider


class Exploration(VBox):
    """The sliders of an explorer, with its chart and its sentence, which follow them."""

    def __init__(self, explorer: Explorer, case: Case) -> None:
        self._explorer, self.case = explorer, case
        self._head = [el("h3", explorer.title), el("span", explorer.task, cls="dim")]
        self.sliders = {
            id: Slider(
                label=one.label,
                unit=one.unit,
                min=one.least,
                max=one.most,
                step=one.step,
                value=one.start,
                words={f"{value:g}": word for value, word in one.words.items()},
            )
            for id, one in explorer.sliders(case).items()
        }
        self.picture = Drawing(explorer.chart(), lambda: explorer.plotted(self._values(), case))
        self.sentence = Panel()
        super().__init__([Panel(*self._head), *self.sliders.values(), self.picture, self.sentence])
        self.add_class("tpm-frame")
        for slider in self.sliders.values():
            slider.on_value(self._follow)
        self._follow()

    def _values(self) -> dict[str, float]:
        return {id: slider.value for id, slider in self.sliders.items()}

    def _follow(self) -> None:
        self.picture.draw()
        self.sentence.show(el("p", self._explorer.says(self._values(), self.case)))

    def to_html(self) -> str:
        """Return what is to be seen at first as plain HTML, for places where no kernel runs."""
        title, task = (to_html(["p", {}, text[2]]) for text in self._head)
        return f"<b>{title}</b>{task}<p>{to_html(self.picture.alt)}</p>{self.sentence.to_html()}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict:
        data = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.to_html(), "text/plain": self._explorer.title}
