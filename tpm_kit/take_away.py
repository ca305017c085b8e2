"""The take-away: a plan of notebook 06 in the formats that companies use, one button for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ipywidgets import VBox

from tpm_kit import feedback
from tpm_kit.answers import AnswerError
from tpm_kit.case import Case
from tpm_kit.exchange.jira_csv import MOST_ROWS_ALONE
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exercise import Outcome
from tpm_kit.exercises import EXERCISES
from tpm_kit.exercises.wording import date, names
from tpm_kit.roadmap_entries import DatedPlan, of_review, of_roadmap, texts_of_review
from tpm_kit.roadmap_formats import FORMATS, gantt_data, markdown, mermaid
from tpm_kit.widgets.drawing import Drawing
from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.panel import Panel, Press
from tpm_kit.workbook import Workbook

PLANS: Mapping[str, Callable[..., DatedPlan]] = {"roadmap": of_roadmap, "review": of_review}
"""What can be taken away: the exercise whose answer it is -> what makes a plan with dates of that answer."""
LOG = "change-log"
"""The exercise from which the texts about the review come."""
CALLED = {
    "roadmap": "no roadmap yet",
    "review": "no reviewed plan yet",
    LOG: "no change log and no message yet",
}

NOTE = "A click on a text below selects it whole, to copy it. E-mail addresses are left out of every file."
BOX = (
    "background: var(--paper); border: 1px solid var(--edge); margin: 2px 0 8px; max-height: 15em; "
    "overflow: auto; padding: 6px 9px; white-space: pre-wrap; -webkit-user-select: all; user-select: all"
)
"""The style of a box with a text."""


class NotYetError(Exception):
    """There is nothing to take away yet; `str()` says in a sentence what to do."""


def ready(id: str, case: Case, workbook: Workbook) -> tuple[Any, Case]:
    """Return the answer to an exercise and the case as it needs it. Raises `NotYetError` unless the answer is
    complete."""
    exercise = EXERCISES[id]

    def stored(other: str) -> object:
        return workbook.entry(other).answer

    ground = exercise.ground(case, stored)
    where = f"exercise {exercise.number}, “{exercise.title}”"
    if exercise.asks(case, stored) and not ground.table(exercise.inputs.table):
        raise NotYetError(
            f"There is {CALLED[id]}: fill in and check the table of {where}, then press Refresh."
        )
    try:
        answer = exercise.read(stored(id))
    except AnswerError:
        raise NotYetError(
            f"Your stored answer to {where}, cannot be read; the exercise says how to go on."
        ) from None
    titles = exercise.parts(ground)
    if not answer.parts() & set(titles):
        raise NotYetError(f"There is {CALLED[id]}: do {where}, then press Refresh.")
    missing = [titles[part] for part in exercise.missing(answer, ground)]
    if missing:
        raise NotYetError(
            f"Your answer to {where}, is not complete, so nothing is written. Missing: {names(missing)}. "
            "Press Refresh when it is done."
        )
    return answer, ground


class TakeAway(VBox):
    """Shows a button for each format, the texts to copy, and the Gantt chart. `what` is one of `PLANS`.

    It always gives what the workbook holds at the moment; nothing is given while the answer is not complete.
    """

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

    def _draw(self, plan: DatedPlan) -> None:
        """Show the Gantt chart of the plan; what draws charts is loaded with the first one."""
        from tpm_kit.figures.gantt import Gantt

        self._drawn = gantt_data(plan)
        self._drawing = self._drawing or Drawing(Gantt(), lambda: self._drawn)
        self._drawing.draw()
        self.children = [self._panel, self._drawing]

    def plan(self) -> DatedPlan:
        """Return the plan as it stands. Raises `NotYetError`."""
        answer, ground = ready(self._what, self._case, self._workbook)
        try:
            plan = PLANS[self._what](answer, ground)
            outgoing(plan.entries)
        except ValueError as error:
            raise NotYetError(str(error)) from None
        return plan

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return the texts about a review, by id, each with its name. Raises `NotYetError`."""
        if self._what != "review":
            return {}
        return texts_of_review(*ready(LOG, self._case, self._workbook))

    def _standing(self) -> str:
        """Return a sentence if the complete answer is not sound, or ""."""
        exercise, entry = EXERCISES[self._what], self._workbook.entry(self._what)
        review = exercise.review(*ready(self._what, self._case, self._workbook), feedback.written(entry))
        if review.outcome is not Outcome.NEEDS_WORK:
            return ""
        return (
            f"{feedback.outcome_line(review, ())} Look at them in {exercise.number} before you send anything."
        )

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
        if id in FORMATS:
            plan, format = self.plan(), FORMATS[id]
            name, content, then = f"{self._name}{format.end}", format.make(plan), format.then
            if id == "jira" and len(plan.entries) > MOST_ROWS_ALONE:
                then += f" More than {MOST_ROWS_ALONE} rows need somebody who administers Jira."
            self._panel.offer(name, content, format.media)
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
            plan = self.plan()
        except NotYetError as error:
            self._panel.show(el("p", str(error)), el("p", refresh), say=str(error))
            self.children = [self._panel]
            return
        self._draw(plan)
        texts, wait = self._texts_or_wait()
        named = {id: format.label for id, format in FORMATS.items()}
        named |= {id: name for id, (name, _) in texts.items()}
        weak = self._standing()
        self._panel.show(
            el("p", el("b", plan.title), f": {_extent(plan)}"),
            *([el("p", weak, cls="sign caution")] if weak else []),
            el(
                "div",
                *(feedback.button(label, "save", value=id) for id, label in named.items()),
                refresh,
                cls="actions",
            ),
            *(el("p", line) for line in (said, wait) if line),
            el("p", NOTE, cls="dim"),
            *_boxes({"Mermaid": mermaid(plan), "Markdown": markdown(plan), **dict(texts.values())}),
            say=said,
        )

    def _texts_or_wait(self) -> tuple[dict[str, tuple[str, str]], str]:
        try:
            return self.texts(), ""
        except NotYetError as error:
            return {}, str(error)


def _extent(plan: DatedPlan) -> str:
    """Return how much there is in the plan, and what is not, in a sentence or two."""
    items = sum(not entry.milestone for entry in plan.entries)
    dates = len(plan.entries) - items
    first, last = min(entry.start for entry in plan.entries), max(entry.end for entry in plan.entries)
    text = f"{items} {'item' if items == 1 else 'items'}"
    text += f" and {dates} {'date' if dates == 1 else 'dates'}" if dates else ""
    text += f", {date(first)} to {date(last)}."
    return f"{text} Not in it: {names(plan.left)}." if plan.left else text


def _boxes(texts: Mapping[str, str]) -> list[Element]:
    """Return a box for each text, to copy it from: a click selects the whole of it."""
    return [
        el("div", el("b", name), el("pre", text, style=BOX, tabindex="0", role="region", aria_label=name))
        for name, text in texts.items()
    ]
