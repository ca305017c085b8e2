"""Sound and wrong answers to every exercise: a module of `plants` each, named like the exercise's own.

Such a module has `SOUND`, a case with a sound answer, and `PLANTED`: for each rule's code wrong answers.
Where a learner's own backlog is asked for inputs first, that exercise has `INPUTS_SOUND` and `INPUTS_PLANTED`
in the same module, or in one named like the inputs' exercise where several share it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from tests.exercises.planting import Plant
from tpm_kit.case import Case, cases_folder, load_case
from tpm_kit.exercise import Exercise
from tpm_kit.exercises import EXERCISES, PLACES

loaded = cache(load_case)
SHIPPED = sorted((path for path in cases_folder().iterdir() if path.is_dir()), key=lambda path: path.name)
ALL: dict[str, Exercise] = {}
"""Every exercise by id, each followed by the one that collects its inputs."""
SOUND: dict[str, tuple[Case, dict[str, Any]]] = {}
PLANTED: dict[tuple[str, str], list[Plant]] = {}
INPUTS_PLANTED: dict[tuple[str, str], list[Plant]] = {}
"""The same for the exercises that collect inputs."""
for _id, _place in PLACES.items():
    _module = import_module(f"tests.exercises.plants.{_place.rpartition('.')[2]}")
    ALL[_id], SOUND[_id] = EXERCISES[_id], _module.SOUND
    PLANTED |= {(_id, code): plants for code, plants in _module.PLANTED.items()}
    if _inputs := EXERCISES[_id].inputs:
        _inputs_id = _inputs.exercise.id
        if not hasattr(_module, "INPUTS_SOUND"):  # several exercises ask for the same
            _module = import_module(f"tests.exercises.plants.{_inputs_id.replace('-', '_')}")
        ALL[_inputs_id], SOUND[_inputs_id] = _inputs.exercise, _module.INPUTS_SOUND
        INPUTS_PLANTED |= {(_inputs_id, code): plants for code, plants in _module.INPUTS_PLANTED.items()}


def shipped_case(exercise: Exercise, folder: Any) -> Case:
    """Return a shipped case as the exercise needs it, when nothing else was answered yet."""
    return exercise.ground(loaded(folder), lambda id: None)


def worked_answers() -> dict[str, dict[str, Any]]:
    """Return a sound answer to every exercise that fits the first shipped case: the worked one, if any."""
    return {id: sound_answers(exercise)[0][1] for id, exercise in EXERCISES.items()}


def sound_answers(exercise: Exercise) -> list[tuple[Case, dict[str, Any]]]:
    """Return the sound answers of an exercise: the worked ones of the shipped cases, and the one above."""
    cases = [shipped_case(exercise, folder) for folder in SHIPPED] if exercise.worked else []
    worked = [(case, case.worked(exercise.id)) for case in cases]
    answers = [
        (case, exercise.answer.of({part: value for part, (value, _) in answer.items()}).raw())
        for case, answer in worked
        if answer
    ]
    return [*answers, SOUND[exercise.id]]
