"""A quiz: questions with one right option each, and a reason for every option, right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.panel import Panel, Press


@dataclass(frozen=True)
class Option:
    """One answer to choose. `reason` says why it is right or wrong."""

    id: str
    text: str
    reason: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with its options, exactly one of them right."""

    id: str
    text: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        if sum(option.right for option in self.options) != 1:
            raise ValueError(f"question {self.id!r} needs exactly one right option")

    def option(self, id: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == id), None)


class Quiz(Panel):
    """Shows the questions. The reasons of a question appear once it is marked, after a check."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._choices: dict[str, str] = {}
        self._marked: frozenset[str] = frozenset()
        self._listeners: list[Callable[[], None]] = []
        super().__init__(on_press=self._chosen)
        self._draw()

    @property
    def answer(self) -> dict[str, Any]:
        """The chosen options as `{"choices": {question id: option id}}`; assigning chooses them."""
        return {"choices": dict(self._choices)}

    @answer.setter
    def answer(self, answer: Mapping[str, Any]) -> None:
        chosen = answer.get("choices", {})
        self._choices = {
            question.id: chosen[question.id]
            for question in self._questions
            if question.id in chosen and question.option(chosen[question.id])
        }
        self._draw()
        self._tell()

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every choice."""
        self._listeners.append(call)

    def acknowledge(self, meters: Mapping[str, Any]) -> None:
        """Answer a choice; a quiz shows no figures, and the panel itself tells the browser."""

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Show the reasons under the questions with these ids."""
        self._marked = frozenset(marks)
        self._draw()

    def _chosen(self, press: Press) -> None:
        question = next((one for one in self._questions if one.id == press.name), None)
        if question and question.option(press.value):
            self._choices = {**self._choices, press.name: press.value}
            self._draw()
            self._tell()

    def _tell(self) -> None:
        for call in self._listeners:
            call()

    def _draw(self) -> None:
        self.show(*(self._question(n, question) for n, question in enumerate(self._questions, start=1)))

    def _question(self, number: int, question: Question) -> Element:
        legend = el("legend", f"{number}. {question.text}")
        return el("fieldset", legend, *(self._option(question, option) for option in question.options))

    def _option(self, question: Question, option: Option) -> Element:
        chosen = self._choices.get(question.id) == option.id
        radio = el("input", type="radio", name=question.id, value=option.id, checked=chosen)
        if question.id not in self._marked:
            return el("label", radio, f" {option.text}")
        word, level = ("✓ Right. ", "good") if option.right else ("✕ No. ", "problem")
        reason = el(
            "div", el("b", word, cls=f"sign {level}"), option.reason, cls="dim", style="margin-left: 24px"
        )
        return el("div", el("label", radio, f" {option.text}"), reason)
