"""What every take-away shares: a button for each format, texts to copy, a chart, and a sentence while there
is nothing to write."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from ipywidgets import VBox

from tpm_kit import feedback
from tpm_kit.answers import AnswerError
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.wording import names
from tpm_kit.roadmap_formats import Format
from tpm_kit.widgets.drawing import Drawing
from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.panel import Panel, Press
from tpm_kit.workbook import Workbook

NOTE = "A click on a text below selects it whole, to copy it. E-mail addresses are left out of every file."
BOX = (
    "background: var(--paper); border: 1px solid var(--edge); margin: 2px 0 8px; max-height: 15em; "
    "overflow: auto; padding: 6px 9px; white-space: pre-wrap; word-break: normal; "
    "-webkit-user-select: all; user-select: all"
)
"""The style of a box with a text."""


class NotYetError(Exception):
    """There is nothing to take away yet; `str()` says in a sentence what to do."""


def ready(id: str, case: Case, workbook: Workbook, none_yet: str) -> tuple[Any, Case]:
    """Return the answer to an exercise and the case as it needs it. Raises `NotYetError` unless the answer is
    complete; `none_yet` goes on after "There is"."""
    exercise = EXERCISES[id]

    def stored(other: str) -> object:
        return workbook.entry(other).answer

    ground = exercise.ground(case, stored)
    where = f"exercise {exercise.number}, “{exercise.title}”"
    if exercise.asks(case, stored) and not ground.table(exercise.inputs.table):
        raise NotYetError(f"There is {none_yet}: fill in and check the table of {where}, then press Refresh.")
    try:
        answer = exercise.read(stored(id))
    except AnswerError:
        raise NotYetError(
            f"Your stored answer to {where}, cannot be read; the exercise says how to go on."
        ) from None
    titles = exercise.parts(ground)
    if not answer.parts() & set(titles):
        raise NotYetError(f"There is {none_yet}: do {where}, then press Refresh.")
    missing = [titles[part] for part in exercise.missing(answer, ground)]
    if missing:
        raise NotYetError(
            f"Your answer to {where}, is not complete, so nothing is written. Missing: {names(missing)}. "
            "Press Refresh when it is done."
        )
    return answer, ground


class TakeAwayPanel(VBox):
    """Shows what is there, a button for each of `formats`, the texts to copy, and a chart.

    It always gives what the workbook holds at the moment; nothing is given while `content` has nothing.
    """

    formats: Mapping[str, Format] = {}

    def __init__(self, what: str, case: Case, workbook: Workbook) -> None:
        self._what, self._case, self._workbook = what, case, workbook
        self._name = f"{case.name}-{what}"
        self._panel = Panel(on_press=self._pressed)
        self._drawing: Drawing | None = None
        self._drawn: dict[str, Any] = {}
        super().__init__([self._panel])
        self.add_class("tpm-frame")
        self._show()

    def to_html(self) -> str:
        """Return what is to be seen as plain HTML, for places where no kernel runs."""
        return self._panel.to_html()

    def _repr_mimebundle_(self, **kwargs: Any) -> dict:
        data = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": self.to_html(), "text/plain": f"The {self._what} to take away"}

    @abstractmethod
    def content(self) -> Any:
        """Return what is taken away, as `formats` take it. Raises `NotYetError`."""

    @abstractmethod
    def headline(self, content: Any) -> tuple[str, str]:
        """Return the title, and how much there is in a sentence or two."""

    @abstractmethod
    def boxes(self, content: Any) -> Mapping[str, str]:
        """Return the texts to copy, by what they are called."""

    @abstractmethod
    def chart(self) -> Any:
        """Return an empty chart; what draws it is loaded here."""

    @abstractmethod
    def chart_data(self, content: Any) -> dict[str, Any]:
        """Return what the chart shows."""

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return further texts by id, each with its name, to be saved as files too. Raises `NotYetError`."""
        return {}

    def after_saving(self, id: str, content: Any) -> str:
        """Return what to do with a file, in addition to what its format says."""
        return ""

    def weak(self) -> str:
        """Return a sentence if what is taken away is not sound, or ""."""
        return ""

    def _weakness(self, id: str, answer: Any, ground: Case) -> str:
        """Return a sentence if a complete answer to an exercise is not sound, or ""."""
        exercise, entry = EXERCISES[id], self._workbook.entry(id)
        review = exercise.review(answer, ground, feedback.written(entry))
        if review.outcome is not Outcome.NEEDS_WORK:
            return ""
        return (
            f"{feedback.outcome_line(review, ())} Look at them in {exercise.number} before you send anything."
        )

    def _draw(self, content: Any) -> None:
        self._drawn = self.chart_data(content)
        self._drawing = self._drawing or Drawing(self.chart(), lambda: self._drawn)
        self._drawing.draw()
        self.children = [self._panel, self._drawing]

    def _pressed(self, press: Press) -> None:
        if press.name == "refresh":
            self._show()
        elif press.name == "save":
            try:
                self._show(self._saved(press.value))
            except NotYetError:
                self._show()
            except ValueError as error:
                self._show(f"Nothing was saved. {error}")

    def _saved(self, id: str) -> str:
        """Offer a file, and return what to say of it; nothing for a file that there is not."""
        if id in self.formats:
            content, format = self.content(), self.formats[id]
            name, made = f"{self._name}{format.end}", format.make(content)
            self._panel.offer(name, made, format.media)
            then = f"{format.then}{self.after_saving(id, content)}"
            return f"Saved as {name} in your downloads. {then}".rstrip()
        texts = self.texts()
        if id not in texts:
            return ""
        name = f"{self._name}-{id}.txt"
        self._panel.offer(name, texts[id][1].encode(), "text/plain")
        return f"Saved as {name} in your downloads."

    def _show(self, said: str = "") -> None:
        refresh = feedback.button("Refresh", "refresh")
        try:
            content = self.content()
        except NotYetError as error:
            self._panel.show(el("p", str(error)), el("p", refresh), say=str(error))
            self.children = [self._panel]
            return
        self._draw(content)
        texts, wait = self._texts_or_wait()
        named = {id: format.label for id, format in self.formats.items()}
        named |= {id: name for id, (name, _) in texts.items()}
        weak, (title, extent) = self.weak(), self.headline(content)
        self._panel.show(
            el("p", el("b", title), f": {extent}"),
            *([el("p", weak, cls="sign caution")] if weak else []),
            el(
                "div",
                *(feedback.button(label, "save", value=id) for id, label in named.items()),
                refresh,
                cls="actions",
            ),
            *(el("p", line) for line in (said, wait) if line),
            el("p", NOTE, cls="dim"),
            *_boxes({**self.boxes(content), **dict(texts.values())}),
            say=said,
        )

    def _texts_or_wait(self) -> tuple[dict[str, tuple[str, str]], str]:
        try:
            return self.texts(), ""
        except NotYetError as error:
            return {}, str(error)


def _boxes(texts: Mapping[str, str]) -> list[Element]:
    """Return a box for each text, to copy it from: a click selects the whole of it."""
    return [
        el("div", el("b", name), el("pre", text, style=BOX, tabindex="0", role="region", aria_label=name))
        for name, text in texts.items()
    ]
