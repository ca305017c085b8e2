"""What holds for every exercise of the course: sound answers are strong, blank ones are not attempted, and
every rule finds the mistake that it is there for and no other.

A new exercise needs a module in `plants` only.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.exercises.answers import (
    ALL,
    INPUTS_PLANTED,
    PLANTED,
    SHIPPED,
    SOUND,
    shipped_case,
    sound_answers,
)
from tpm_kit.exercise import LEVELS, Outcome
from tpm_kit.exercises import EXERCISES
from tpm_kit.widgets.table import Table

exercises = pytest.mark.parametrize("exercise", ALL.values(), ids=ALL)
ALL_PLANTED = PLANTED | INPUTS_PLANTED
PLANTS = [(key, plant) for key, plants in ALL_PLANTED.items() for plant in plants]
SOUND_ONES = [(exercise, *sound) for exercise in ALL.values() for sound in sound_answers(exercise)]
sound_ones = pytest.mark.parametrize(
    ("exercise", "case", "raw"), SOUND_ONES, ids=[f"{one[0].id} {one[1].name}" for one in SOUND_ONES]
)
BLANK = [(EXERCISES[id], shipped_case(EXERCISES[id], folder)) for id in EXERCISES for folder in SHIPPED]
# The shipped cases have the tables that these ask for.
BLANK += [(exercise, SOUND[id][0]) for id, exercise in ALL.items() if id not in EXERCISES]


TITLES = {}


@cache
def usual(id):
    """Codes and levels of what is found in an exercise's sound answer."""
    case, sound = SOUND[id]
    return {(one.code, one.level) for one in ALL[id].review(ALL[id].read(sound), case).findings}


@exercises
def test_there_is_a_sound_answer_to_judge_by(exercise):
    assert exercise.id in {one.id for one, _, _ in SOUND_ONES}
    if exercise.worked:
        shipped = {folder.name for folder in SHIPPED}
        assert shipped & {case.name for one, case, _ in SOUND_ONES if one is exercise}


@sound_ones
def test_a_sound_answer_is_strong(exercise, case, raw):
    review = exercise.review(exercise.read(raw), case)
    assert [finding.seen for finding in review.findings if finding.level in ("problem", "caution")] == []
    assert review.outcome is Outcome.STRONG


@sound_ones
def test_a_sound_answer_fits_the_view(exercise, case, raw):
    view = exercise.view(case)
    view.answer = raw
    assert exercise.missing(exercise.read(view.answer), case) == []


@pytest.mark.parametrize(
    ("exercise", "case"), BLANK, ids=[f"{exercise.id} {case.name}" for exercise, case in BLANK]
)
def test_a_blank_answer_is_not_attempted(exercise, case):
    for raw in (None, {}, exercise.view(case).answer):
        review = exercise.review(exercise.read(raw), case)
        assert (review.outcome, review.findings) == (Outcome.NOT_ATTEMPTED, ())


@exercises
def test_every_rule_has_a_planted_mistake(exercise):
    assert [rule.code for rule in exercise.rules if (exercise.id, rule.code) not in ALL_PLANTED] == []


def test_every_planted_mistake_belongs_to_a_rule():
    rules = {(exercise.id, rule.code) for exercise in ALL.values() for rule in exercise.rules}
    assert set(ALL_PLANTED) <= rules
    assert set(SOUND) == set(ALL)


@pytest.mark.parametrize(("key", "plant"), PLANTS, ids=[" ".join(key) for key, _ in PLANTS])
def test_a_planted_mistake(key, plant):
    exercise = ALL[key[0]]
    review = exercise.review(exercise.read(plant.answer), plant.case)
    assert_raises_its_rule_and_no_other(review, key, plant)
    assert_speaks_of_the_learners_own_items_and_numbers(review, key, plant)
    assert_outcome_follows_from_the_worst_finding(review, plant)


def assert_raises_its_rule_and_no_other(review, key, plant):
    id, code = key
    raised = {(one.code, one.level) for one in review.findings if one.level != "good"} - usual(id)
    if plant.level == "good":  # of a rule that only praises, the mistake is an answer like any sound one
        assert raised == set()
        assert (code, plant.level) in {(one.code, one.level) for one in review.findings}
    else:
        assert {code for code, _ in raised} == {code, *plant.also}
        assert (code, plant.level) in raised


def assert_speaks_of_the_learners_own_items_and_numbers(review, key, plant):
    id, code = key
    about = [one for one in review.findings if (one.code, one.level) == (code, plant.level)]
    texts = [" ".join(filter(None, (one.seen, one.why, one.do))) for one in about]
    assert [fragment for fragment in plant.says if not any(fragment in text for text in texts)] == []
    assert all(text.isprintable() and "  " not in text for text in texts)
    titles = titles_to_point_at(ALL[id], plant.case) if any(one.cards for one in about) else {}
    for one in about:
        assert set(one.cards) <= set(titles)
        assert all(titles[card].casefold() in one.seen.casefold() for card in one.cards)


def assert_outcome_follows_from_the_worst_finding(review, plant):
    levels = [finding.level for finding in review.findings]
    assert levels == sorted(levels, key=LEVELS.index)
    bad = plant.level in ("problem", "caution")
    assert review.outcome is (Outcome.NEEDS_WORK if bad else Outcome.STRONG)


def titles_to_point_at(exercise, case):
    """What a finding may be about, its title by id: the parts, and cells of a table that may stay blank."""
    if (exercise.id, id(case)) not in TITLES:
        TITLES[exercise.id, id(case)] = _titles(exercise, case)
    return TITLES[exercise.id, id(case)]


def _titles(exercise, case):
    view = exercise.view(case)
    rows, columns = (view.rows, view.columns) if isinstance(view, Table) else ((), ())
    typed = [column["id"] for column in columns if column["kind"] != "result"]
    cells = {f"{row['id']}:{column}": row["title"] for row in rows for column in typed}
    return {**cells, **exercise.parts(case)}


@exercises
def test_the_texts_around_it_are_sentences(exercise):
    case, raw = SOUND[exercise.id]
    task = exercise.task_for(case)
    assert task[0].isupper()
    assert task[-1] in ".?"
    for answer in (exercise.answer(), exercise.read(raw)):
        for step in range(len(exercise.hints)):
            hint = exercise.hint(step, answer, case)
            assert hint[0].isupper()
            assert hint[-1] in ".?"


def test_ids_and_numbers_of_exercises_are_their_own():
    assert [exercise.id for exercise in EXERCISES.values()] == list(EXERCISES)
    inputs = {exercise.inputs.exercise.id for exercise in EXERCISES.values() if exercise.inputs}
    assert set(ALL) == {*EXERCISES, *inputs}
    assert len(ALL) == len(EXERCISES) + len(inputs)
    numbers = [exercise.number for exercise in ALL.values()]
    assert len(set(numbers)) == len(numbers)


@exercises
@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_worked_answer_covers_every_part_and_is_said_in_words(exercise, folder):
    case = shipped_case(exercise, folder)
    worked = case.worked(exercise.id)
    assert (worked is not None) is exercise.worked
    for part, (value, reason) in (worked or {}).items():
        assert part in exercise.parts(case)
        assert exercise.in_words(value)
        assert reason[-1] in ".?"
    assert worked is None or set(worked) == set(exercise.parts(case))
