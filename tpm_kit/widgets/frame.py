"""The frame around every exercise: a head, the view that the learner works on, its picture if it has one, and
a foot for feedback."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ipywidgets import VBox, Widget

from tpm_kit.widgets.elements import Element, el, to_html
from tpm_kit.widgets.panel import Panel, Press


class Frame(VBox):
    """Head, view, picture and foot as one box. `on_press` gets every press in the foot."""

    def __init__(
        self,
        title: str,
        task: str,
        view: Widget,
        on_press: Callable[[Press], None],
        picture: Widget | None = None,
    ) -> None:
        self._title = [el("h3", title), el("span", task, cls="dim")]
        self.head = Panel()
        self.view = view
        self.foot = Panel(on_press=on_press)
        self._parts = [part for part in (self.head, view, picture, self.foot) if part is not None]
        super().__init__(self._parts)
        self.add_class("tpm-frame")
        self.show_state("")

    def show_state(self, *text: Element | str) -> None:
        """Show how far the work is and whether it is saved."""
        self.head.show(el("span", *text, cls="state dim"), *self._title)

    def show_foot(self, *elements: Element | None, say: str | None = None) -> None:
        """Show the controls and the feedback; None is left out. `say` is read out by screen readers."""
        self.foot.show(*(element for element in elements if element is not None), say=say)

    def close_whole(self) -> None:
        """Close the frame and what is in it."""
        for widget in (*self._parts, self):
            widget.close()

    def to_html(self) -> str:
        """Return the frame as plain HTML, for places where no kernel runs: what is asked, and the view."""
        title, task = (to_html(["p", {}, text[2]]) for text in self._title)
        return f"<b>{title}</b>{task}{self.view.to_html()}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict:
        data = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.to_html(), "text/plain": self._title[0][2]}


class Frames(VBox):
    """Frames below each other. `head`, `view` and `foot` are those of the last one."""

    def show(self, *frames: Frame) -> None:
        """Show these frames in place of those before."""
        if self.children != frames:
            self.children = frames

    @property
    def head(self) -> Panel:
        """The panel with the title."""
        return self.children[-1].head

    @property
    def view(self) -> Widget:
        """The widget that collects the answer."""
        return self.children[-1].view

    @property
    def foot(self) -> Panel:
        """The panel with the feedback."""
        return self.children[-1].foot

    def to_html(self) -> str:
        """Return all frames as plain HTML, for places where no kernel runs."""
        return "".join(frame.to_html() for frame in self.children)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict:
        data = super()._repr_mimebundle_(**kwargs)
        text = "\n".join(frame._title[0][2] for frame in self.children)
        return {**data, "text/html": self.to_html(), "text/plain": text}
