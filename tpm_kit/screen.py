"""The exercises and explorers of one case on screen, kept in line with the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tpm_kit.attempt import Attempt
from tpm_kit.case import Case
from tpm_kit.exercise import Exercise, Inputs
from tpm_kit.explorers import Explorer
from tpm_kit.widgets.frame import Frames
from tpm_kit.workbook import Workbook

if TYPE_CHECKING:
    from tpm_kit.exploration import Exploration


class Screen:
    """What is on screen of `case`, which may be replaced: what is shown next then follows the new one."""

    def __init__(self, case: Case, workbook: Workbook) -> None:
        self.case = case
        self._workbook = workbook
        self._shown: dict[str, tuple[Exercise, Frames]] = {}
        self._attempts: dict[str, Attempt] = {}
        self._explorations: dict[str, Exploration] = {}

    def show(self, exercise: Exercise) -> Frames:
        """Return an exercise; below a table that asks for what the case lacks, once that is complete.

        Shown again, it is the same one, brought in line with the workbook.
        """
        self._shown.setdefault(exercise.id, (exercise, Frames()))
        self._lay_out(exercise)
        return self._shown[exercise.id][1]

    def explore(self, name: str, explorer: Explorer) -> Exploration:
        """Return sliders with their chart; shown again, they are the same ones."""
        from tpm_kit.exploration import Exploration

        before = self._explorations.get(name)
        if before is None or before.case != self.case or before.explorer is not explorer:
            self._explorations[name] = Exploration(explorer, self.case)
        return self._explorations[name]

    def renew(self) -> None:
        """Show every exercise as the workbook now holds it, without feedback on what was there before."""
        for exercise, _ in self._shown.values():
            self._lay_out(exercise)
        for attempt in list(self._attempts.values()):
            attempt.renew()

    def _ground(self, exercise: Exercise) -> Case:
        return exercise.ground(self.case, lambda id: self._workbook.entry(id).answer)

    def _lay_out(self, exercise: Exercise) -> None:
        inputs, frames = exercise.inputs, []
        asked = exercise.asks(self.case, lambda id: self._workbook.entry(id).answer)
        if asked:
            first = self._attempt(inputs.exercise, exercise, lambda: self._lay_out_with(inputs))
            frames.append(first.frame)
        if not asked or self._ground(exercise).table(inputs.table):
            frames.append(self._attempt(exercise, exercise).frame)
        self._shown[exercise.id][1].show(*frames)

    def _lay_out_with(self, inputs: Inputs) -> None:
        """Lay out every exercise that is shown and stands on these inputs: they may serve several."""
        for exercise, _ in list(self._shown.values()):
            if exercise.inputs and exercise.inputs.exercise.id == inputs.exercise.id:
                self._lay_out(exercise)

    def _attempt(
        self, exercise: Exercise, shown: Exercise, settled: Callable[[], None] | None = None
    ) -> Attempt:
        """Return the attempt at an exercise that stands where `shown` is shown."""
        case, before = self._ground(exercise), self._attempts.get(exercise.id)
        if before and _same(before.case, case, exercise.id):
            before.restore()
            return before
        if before:
            before.close()

        def successor() -> Attempt | None:
            """The attempt that takes the place of one whose case, or earlier answers, have changed since."""
            if _same(self._ground(exercise), case, exercise.id):
                return None
            self._lay_out(shown)
            return self._attempts[exercise.id]

        self._attempts[exercise.id] = Attempt(exercise, case, self._workbook, settled, successor)
        return self._attempts[exercise.id]


def _same(one: Case, other: Case, id: str) -> bool:
    """Say whether an exercise stands on the same with both; its own answer is what it shows itself."""
    return _without(one, id) == _without(other, id)


def _without(case: Case, id: str) -> Case:
    return replace(case, earlier={key: answer for key, answer in case.earlier.items() if key != id})
