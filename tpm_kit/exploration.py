"""An explorer on screen: it joins choices, sliders, a chart and a sentence."""

from __future__ import annotations

from typing import Any

from ipywidgets import VBox

from tpm_kit.case import Case
from tpm_kit.explorers import Choice, Entry, Explorer, Range
from tpm_kit.typed import figure_in
from tpm_kit.widgets.chooser import Chooser
from tpm_kit.widgets.drawing import Drawing
from tpm_kit.widgets.elements import el, to_html
from tpm_kit.widgets.number_field import NumberField
from tpm_kit.widgets.panel import Panel
from tpm_kit.widgets.slider import Slider


class Exploration(VBox):
    """The choices and sliders of an explorer, with its chart and its sentence, which follow them."""

    def __init__(self, explorer: Explorer, case: Case) -> None:
        self.explorer, self.case = explorer, case
        self._head = [el("h3", explorer.title), el("span", explorer.task, cls="dim")]
        ranges, choices = explorer.sliders(case), explorer.choices(case)
        self.choosers = {id: _chooser(one) for id, one in choices.items() if isinstance(one, Choice)}
        self.entries = {id: one for id, one in choices.items() if isinstance(one, Entry)}
        self.fields = {
            id: NumberField(label=one.label, unit=one.unit, text=one.start)
            for id, one in self.entries.items()
        }
        self.sliders = {id: _slider(one) for id, one in ranges.items()}
        self.exact = {id: Exact(one, self.sliders[id]) for id, one in ranges.items() if one.exact}
        self.picture = Drawing(explorer.chart(), lambda: explorer.plotted(self._values(), case))
        self.sentence = Panel()
        controls = [{**self.choosers, **self.fields}[id] for id in choices]
        for id, slider in self.sliders.items():
            controls += [slider, self.exact[id].field] if id in self.exact else [slider]
        super().__init__([Panel(*self._head), *controls, self.picture, self.sentence])
        self.add_class("tpm-frame")
        for one in (*self.choosers.values(), *self.fields.values(), *self.sliders.values()):
            one.on_value(self._follow)
        self._follow()

    def _values(self) -> dict[str, Any]:
        return {
            **{id: tuple(chooser.value) for id, chooser in self.choosers.items()},
            **{id: field.text for id, field in self.fields.items()},
            **{id: slider.value for id, slider in self.sliders.items()},
        }

    def _follow(self) -> None:
        for id, field in self.fields.items():
            field.fault = self.entries[id].fault(field.text)
        if any(self.fields[id].fault for id in self.entries):
            return  # what was typed last stays to be seen until it can be read
        self.picture.draw()
        said = self.explorer.says(self._values(), self.case)
        self.sentence.show(*(el("p", line) for line in said.split("\n")))

    def to_html(self) -> str:
        """Return what is to be seen at first as plain HTML, for places where no kernel runs."""
        title, task = (to_html(["p", {}, text[2]]) for text in self._head)
        chosen = "".join(
            to_html(el("p", f"{one.label}: {', '.join(one.names) or 'none'}"))
            for one in self.choosers.values()
        )
        return f"<b>{title}</b>{task}{chosen}<p>{to_html(self.picture.alt)}</p>{self.sentence.to_html()}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict:
        data = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.to_html(), "text/plain": self.explorer.title}


class Exact:
    """A field below a slider for the same number: what is typed moves the slider, and the other way round."""

    def __init__(self, range: Range, slider: Slider) -> None:
        self._range, self._slider = range, slider
        self.field = NumberField(label="or typed", unit=range.unit, text=self._written(slider.value))
        self.field.on_value(self._typed)
        slider.on_value(self._moved)

    def _written(self, value: float) -> str:
        return "" if value == self._range.least else f"{value:,.12g}"

    def _meant(self) -> float | None:
        """Return the number that is typed, or None if it is none between the ends of the slider."""
        text = self.field.text.strip().removeprefix("$")
        if not text:
            return self._range.least
        found = figure_in(text)
        return found.value if found and self._range.least <= found.value <= self._range.most else None

    def _typed(self) -> None:
        value = self._meant()
        if value is None:
            ends = f"{self._range.least:,.12g} to {self._range.most:,.12g}"
            self.field.fault = f"Type a number from {ends} ({self._range.unit}); the slider has not moved."
        else:
            self.field.fault = ""
            self._slider.value = value

    def _moved(self) -> None:
        if self._meant() != self._slider.value:
            self.field.fault = ""
            self.field.text = self._written(self._slider.value)


def _chooser(one: Choice) -> Chooser:
    return Chooser(label=one.label, options=one.options, value=one.start, most=one.most)


def _slider(one: Range) -> Slider:
    return Slider(
        label=one.label,
        unit=one.unit,
        min=one.least,
        max=one.most,
        step=one.step,
        value=one.start,
        words={f"{value:g}": word for value, word in one.words.items()},
    )
