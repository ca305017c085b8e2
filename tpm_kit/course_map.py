"""The course map: how every exercise stands, and the learner's work as a file, out and in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from IPython.display import HTML, DisplayHandle, display

from tpm_kit import bundle, feedback
from tpm_kit.answers import AnswerError
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise, Outcome
from tpm_kit.exercises import EXERCISES
from tpm_kit.widgets.elements import Element, el, table, to_html
from tpm_kit.widgets.panel import Panel, Press
from tpm_kit.workbook import Entry, Workbook


def standing(exercise: Exercise, entry: Entry, case: Case) -> str:
    """Return how an exercise stands: not started, started, or done with its outcome, judged anew on the case
    as the exercise needs it (`Exercise.ground`)."""
    try:
        answer = exercise.read(entry.answer)
    except AnswerError:
        return "started; the answer cannot be read"
    if not answer.parts():
        return "not started"
    parts = exercise.parts(case)
    done = len(answer.parts() & set(parts))
    if not done:
        return "not started"
    if not entry.tried:
        return f"started: {done} of {len(parts)} {exercise.done_word}"
    outcome = exercise.review(answer, case, feedback.written(entry)).outcome
    return "started: incomplete" if outcome is Outcome.INCOMPLETE else f"done: {outcome}"


class CourseMap:
    """Shows as a table with links, followed by the controls.

    `work` is the folder of all workbooks, `opened` those in memory by case; `renew` is called when answers
    were replaced.
    """

    def __init__(
        self, case: Case, work: Path, opened: Mapping[str, Workbook], renew: Callable[[], None]
    ) -> None:
        self._case, self._work, self._opened, self._renew = case, work, opened, renew
        self._workbook = opened[case.name]
        self._panel = Panel(on_press=self._pressed)
        self._handle: DisplayHandle | None = None
        self._asking = ""
        self._show()

    def _ipython_display_(self) -> None:
        self._handle = display(HTML(self.to_html()), display_id=True)
        display(self._panel)

    def to_html(self) -> str:
        """Return the map as a table, a row for each exercise."""
        rows: list[list[Element | str]] = [
            [
                f"{exercise.number} {exercise.title}",
                el("a", exercise.notebook.removesuffix(".ipynb"), href=exercise.notebook),
                standing(exercise, self._workbook.entry(id), exercise.ground(self._case, self._stored)),
                self._when(id),
            ]
            for id, exercise in EXERCISES.items()
        ]
        return to_html(
            table(
                f"Exercises · {self._case.title}",
                ["Exercise", "Notebook", "How it stands", "Last change"],
                rows,
            )
        )

    def _stored(self, id: str) -> object:
        return self._workbook.entry(id).answer

    def _when(self, id: str) -> str:
        entry = self._workbook.entry(id)
        return feedback.local(entry.changed) if entry.answer else ""

    def _show(self, *said: str) -> None:
        html = self.to_html()  # first, since reading the workbook may leave a message
        options = [el("option", f"{one.number} {one.title}", value=id) for id, one in EXERCISES.items()]
        choice = el("select", el("option", "all exercises", value="all"), *options, name="which")
        ask = EXERCISES[self._asking].title if self._asking in EXERCISES else "all exercises"
        confirm = el(
            "p",
            f"Start over {ask}? The answers are kept: in the exercise, Start over puts them back. ",
            feedback.button("Yes, start over", "start-over"),
            " ",
            feedback.button("No, keep them", "keep"),
        )
        self._panel.show(
            el(
                "div",
                feedback.button("Save my work", "save", cls="main"),
                el("label", "Bring my work back ", el("input", type="file", name="bring", accept=".json")),
                feedback.button("Refresh", "refresh"),
                cls="actions",
            ),
            el("p", el("label", "Start over ", choice), " ", feedback.button("Start over", "ask")),
            *([confirm] if self._asking else []),
            *(
                el("p", line)
                for line in (*said, *filter(None, (self._workbook.trouble,)), *self._workbook.messages)
            ),
            say=" ".join(said),
        )
        if self._handle:
            self._handle.update(HTML(html))

    def _pressed(self, press: Press) -> None:
        asked, self._asking = self._asking, ""
        if press.name == "save":
            self._save()
        elif press.name == "bring" and press.file is not None:
            self._bring(press.file)
        elif press.name == "ask":
            self._asking = press.fields.get("which", "all")
            self._show()
        elif press.name == "start-over" and asked:
            self._start_over(list(EXERCISES) if asked == "all" else [asked])
        elif press.name in ("keep", "refresh"):
            self._show()
        else:
            self._asking = asked

    def _save(self) -> None:
        text = bundle.pack(bundle.open_all(self._work, self._opened))
        name = bundle.file_name()
        self._panel.offer(name, text.encode())
        self._show(
            f"Saved as {name} in your downloads. Keep it; “Bring my work back” reads it here or elsewhere."
        )

    def _bring(self, content: bytes) -> None:
        said = bundle.bring_back(content, self._work, self._opened)
        self._renew()
        self._show(*said)

    def _start_over(self, ids: list[str]) -> None:
        started = [id for id in ids if id in EXERCISES and self._workbook.entry(id).answer]
        for id in started:
            self._workbook.start_over(id)
        self._workbook.save()
        self._renew()
        self._show(
            f"{len(started)} {'exercise' if len(started) == 1 else 'exercises'} started over."
            if started
            else "There was nothing to start over."
        )
