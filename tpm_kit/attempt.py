"""One learner's attempt at one exercise: it joins the view, the workbook, the rules and the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from tpm_kit import bundle, feedback
from tpm_kit.answers import Answer, AnswerError
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise, Outcome, Review
from tpm_kit.widgets.drawing import Drawing
from tpm_kit.widgets.elements import Element, el
from tpm_kit.widgets.frame import Frame
from tpm_kit.widgets.panel import Press, file_link
from tpm_kit.workbook import Entry, Kept, Workbook

BELOW = "The exercise below uses the figures of the last check until you check again."


class View(Protocol):
    """What an exercise's widget offers: `answer` holds the raw answer, and assigning it shows that answer."""

    answer: dict[str, Any]

    def on_answer(self, call: Callable[[], None]) -> None:
        """Call `call()` after every change the learner makes."""

    def acknowledge(self, meters: Mapping[str, Mapping[str, Any]]) -> None:
        """Tell the browser that a change has arrived, with the figures to show."""

    def mark(self, marks: Mapping[str, tuple[str, str]]) -> None:
        """Mark parts of the answer by id with a level and a short text."""

    def to_html(self) -> str:
        """Return a static copy."""


class Attempt:
    """The state between an exercise on screen and its entry in the workbook.

    `settled()` is called after a check and after a change that came from elsewhere. `successor()` gives the
    attempt that has taken this one's place because what it stands on has changed, or None.
    """

    def __init__(
        self,
        exercise: Exercise,
        case: Case,
        workbook: Workbook,
        settled: Callable[[], None] | None = None,
        successor: Callable[[], Attempt | None] = lambda: None,
    ) -> None:
        self.exercise = exercise
        self.case = case
        self.workbook = workbook
        self._settled, self._successor = settled, successor
        self._titles = exercise.parts(case)
        # The last check: its review, its outcome in words, and whether the answer has changed since.
        self._review: Review | None = None
        self._checked_line = ""
        self._stale = False
        # What is open in the foot: "start" or "compare", the cautions whose reason is being written, a note.
        self._open = ""
        self._writing: frozenset[str] = frozenset()
        self._note = ""
        # What the workbook held when last shown, why the next change must keep that, what to say of it.
        self._shown: dict[str, Any] | None = None
        self._keep = ""
        self._messages: list[str] = []
        self._restoring = False
        self._link: Element | None = None
        self.view: View = exercise.view(case)
        self._drawing = exercise.chart and Drawing(
            exercise.chart(case), lambda: exercise.plotted(self.answer, case)
        )
        self.frame = Frame(
            f"Exercise {exercise.number} · {exercise.title}",
            exercise.task_for(case),
            self.view,
            self._pressed,
            self._drawing,
        )
        self.restore()
        self.view.on_answer(self._changed)
        workbook.on_change(self._show_state)

    @property
    def answer(self) -> Answer:
        """The answer on screen, typed."""
        return self.exercise.read(self.view.answer)

    def restore(self) -> None:
        """Show what the workbook holds; say so when it cannot be shown as it was."""
        with self.workbook.lock:
            self._show_entry()

    def _show_entry(self) -> None:
        entry = self.workbook.entry(self.exercise.id)
        self._keep, self._messages, self._shown = "", [], entry.answer
        self._restoring = True
        self._restore(entry.answer, entry.version)
        self._restoring = False
        self._acknowledge()
        self._show_state()
        self._show_foot()

    def _restore(self, raw: dict[str, Any] | None, version: int) -> None:
        try:
            answer = self.exercise.beginning(self.case) if raw is None else self.exercise.read(raw)
        except AnswerError as error:
            self._messages = [
                f"Your stored answer could not be shown ({error}). It is kept under Start over."
            ]
            self._keep = "could not be shown"
            self.view.answer = {}
            return
        if raw is not None and version != self.exercise.version:
            self._messages = [
                "This exercise has changed since you answered it. Your answer was kept; check it again."
            ]
            self._keep = f"answer to version {version} of the exercise"
        if answer.raw() != self.view.answer:
            self.view.answer = answer.raw()
        gone = sorted(answer.parts() - self.answer.parts())
        if gone:
            titles = [self._titles.get(id, id) for id in gone[:5]]
            names = f"{', '.join(titles)}{' …' if len(gone) > 5 else ''}"
            self._messages.append(
                f"These parts of your answer no longer fit here, and so are not shown: {names}."
            )
            self._keep = "some of its parts no longer fitted"

    def _changed(self) -> None:
        with self.workbook.lock:
            self._take_change()

    def _take_change(self) -> None:
        if self._restoring:
            return
        raw = self.view.answer if self.answer.parts() else None
        kept = self.workbook.entry(self.exercise.id).answer
        if raw == kept:
            self._acknowledge()
            return
        if kept != self._shown:
            self._keep = "changed in another window"
        fields = {"answer": raw, "version": self.exercise.version}
        if self._keep:
            self.workbook.replace(self.exercise.id, self._keep, **fields)
        else:
            self.workbook.change(self.exercise.id, **fields)
        self._keep, self._shown = "", raw
        self._acknowledge()
        self._show_state()
        if self._review and not self._stale:
            self._stale = True
            self._show_foot()

    def _acknowledge(self) -> None:
        live = self.exercise.live
        self.view.acknowledge(live(self.answer, self.case) if live else {})
        if self._drawing:
            self._drawing.draw()

    def _show_state(self) -> None:
        book, parts = self.workbook, set(self._titles)
        done = f"{len(parts & self.answer.parts())} of {len(parts)} {self.exercise.done_word}"
        if book.trouble:
            kept = "not saved"
        elif book.waiting:
            kept = "saving …"
        else:
            kept = f"saved {book.saved_at:%H:%M}" if book.saved_at else ""
        if self._link is None or book.trouble or not book.waiting:
            self._link = self._copy()
        self.frame.show_state(" · ".join(filter(None, (done, kept))) + " · ", self._link)
        if book.trouble or book.messages:
            self._show_foot()

    def _copy(self) -> Element:
        """Return a link that holds this workbook itself, so that it works when no kernel answers any more."""
        link = file_link(bundle.file_name(), bundle.pack([self.workbook]).encode())
        return el("a", "save a copy", **link)

    def close(self) -> None:
        """Take the exercise off the screen; its entry stays as it is."""
        self.workbook.forget(self._show_state)
        self.frame.close_whole()

    def _pressed(self, press: Press) -> None:
        act = {
            "check": self._check,
            "hint": self._hint,
            "compare": lambda: self._toggle("compare"),
            "start": lambda: self._toggle("start"),
            "start-over": self._start_over,
            "put-back": lambda: self._put_back(press.value),
            "accept": lambda: self._write(press.value, True),
            "leave-reason": lambda: self._write(press.value, False),
            "keep-reason": lambda: self._keep_reason(
                press.value, press.fields.get(f"reason {press.value}", "")
            ),
        }.get(press.name)
        if not act:
            return
        with self.workbook.lock:
            successor = self._successor()
            if successor:
                successor._pressed(press)
            else:
                self._note = ""
                act()

    def _check(self) -> None:
        self._take_change()
        self._open = "" if self._open == "start" else self._open
        self._judge()
        review = self._review
        if review.outcome is not Outcome.NOT_ATTEMPTED:
            entry = self.workbook.entry(self.exercise.id)
            complete = review.outcome is not Outcome.INCOMPLETE
            self.workbook.change(self.exercise.id, attempts=entry.attempts + 1, tried=entry.tried or complete)
        self._show_foot(say=self._checked_line + " " + " ".join(finding.seen for finding in review.findings))
        self._show_state()
        self._settle()

    def _settle(self) -> None:
        if self._settled:
            self._settled()

    def _judge(self) -> None:
        """Run the rules on the answer on screen, and mark what they point at."""
        reasons = feedback.written(self.workbook.entry(self.exercise.id))
        self._review = self.exercise.review(self.answer, self.case, reasons)
        self._stale = False
        self._checked_line = self._outcome_line()
        marks: dict[str, tuple[str, str]] = {}
        for finding in self._review.findings:
            if finding.key not in self._review.accepted:
                for card in finding.cards:
                    marks.setdefault(
                        card,
                        (finding.level, f"{feedback.SIGNS[finding.level]} {feedback.WORDS[finding.level]}"),
                    )
        self.view.mark(marks)

    def _hint(self) -> None:
        entry = self.workbook.entry(self.exercise.id)
        if entry.hints < len(self.exercise.hints):
            entry = self.workbook.change(self.exercise.id, hints=entry.hints + 1)
        opened = self._hints()
        self._show_foot(say=opened[-1] if opened else None)

    def _toggle(self, box: str) -> None:
        self._open = "" if self._open == box else box
        self._show_foot(say="" if not self._open else None)

    def _start_over(self) -> None:
        self.workbook.start_over(self.exercise.id)
        self.renew("Started over. The answer you had is kept: Start over puts it back.")

    def _put_back(self, index: str) -> None:
        entry = self.workbook.entry(self.exercise.id)
        earlier = dict(zip(map(str, range(len(entry.earlier))), entry.earlier, strict=True)).get(index)
        if earlier:
            self.workbook.replace(
                self.exercise.id, "replaced by an earlier one", answer=earlier.answer, version=earlier.version
            )
            self.renew("The earlier answer is back.")

    def renew(self, note: str = "") -> None:
        """Show the entry afresh, with nothing left of the feedback on what was there before."""
        self._review, self._checked_line = None, ""
        self._open, self._writing, self._note = "", frozenset(), note
        self.view.mark({})
        self.restore()
        self._settle()

    def _write(self, key: str, writing: bool) -> None:
        self._writing = self._writing | {key} if writing else self._writing - {key}
        self._show_foot()

    def _keep_reason(self, key: str, text: str) -> None:
        finding = (
            next((one for one in self._review.findings if one.key == key), None) if self._review else None
        )
        if finding is None:
            return
        if len(text.strip()) < 15:
            self._note = "Write the reason as a sentence, so that you can defend it later."
            self._show_foot(say=self._note)
            return
        reasons = {
            **self.workbook.entry(self.exercise.id).reasons,
            key: Kept(text=text.strip()[:2000], seen=finding.seen),
        }
        self.workbook.change(self.exercise.id, reasons=reasons)
        self._writing -= {key}
        self._judge()
        self._show_foot(say=self._checked_line)
        self._show_state()

    def _show_foot(self, say: str | None = None) -> None:
        book, entry = self.workbook, self.workbook.entry(self.exercise.id)
        waits = BELOW if self._stale and self._settled else ""
        notices = [*filter(None, (book.trouble, self._note, waits)), *book.messages, *self._messages]
        count = len(self.answer.parts())
        done = f"What you have {self.exercise.done_word} ({count})" if count else ""
        self.frame.show_foot(
            feedback.actions(self.exercise, entry, self.case.own, self._open, self._checked_line),
            *(el("p", notice, cls="sign caution") for notice in notices),
            feedback.start_box(entry, done) if self._open == "start" else None,
            *feedback.hints(self._hints()),
            *self._findings(entry),
            self._comparison(entry),
            say=" ".join(notices) if say is None and notices else say,
        )

    def _hints(self) -> list[str]:
        opened = min(self.workbook.entry(self.exercise.id).hints, len(self.exercise.hints))
        return [self.exercise.hint(n, self.answer, self.case) for n in range(opened)]

    def _outcome_line(self) -> str:
        missing = [self._titles.get(id, id) for id in self.exercise.missing(self.answer, self.case)]
        return feedback.outcome_line(self._review, missing)

    def _findings(self, entry: Entry) -> list[Element]:
        if self._review is None:
            return []
        titles = set(self._titles.values())
        return feedback.findings(self._review, titles, entry.reasons, self._writing, self._stale)

    def _comparison(self, entry: Entry) -> Element | None:
        opened = self._open == "compare" and entry.tried
        worked = self.exercise.worked_answer(self.case) if opened else None
        if worked is None:
            return None
        return feedback.comparison(self.exercise, self.answer, worked, self._titles)
