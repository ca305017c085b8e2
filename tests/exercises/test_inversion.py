"""7.4: a pair of risks that the matrix ranks the wrong way round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exercises.planting import BAKERY
from tests.exercises.plants.inversion import pair
from tpm_kit.case import Case, cases_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.risk.inversion import EXERCISE, best_pair
from tpm_kit.exercises.risk.inversion_cells import exposed
from tpm_kit.exercises.risk.pairs import cell_of, standing
from tpm_kit.exercises.risk.register import policy

PAYLANE = load_case(cases_folder() / "paylane")
HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw: dict, case: Case = BAKERY):
    """The feedback on a raw answer."""
    return EXERCISE.review(EXERCISE.read(raw), case)


def test_what_holds_is_said_with_its_sums():
    result = review(pair())
    assert result.outcome is Outcome.STRONG
    assert [one.seen for one in result.findings] == [
        "Risk A: 81 % of €500 is €405. Risk B: 5 % of €30,000 is €1,500. The matrix ranks A first (5 medium "
        "against 4 low), and B is expected to cost €1,095 more."
    ]


@pytest.mark.parametrize(
    ("typed", "chance"),
    [
        ("81 %", 0.81),
        ("81", 0.81),
        ("0.81", 0.81),
        ("0,81", 0.81),
        ("81,0%", 0.81),
        ("1", 0.01),
        ("0.5 %", 0.005),
        ("81 percent", 0.81),
        ("81 Prozent", 0.81),
        ("4 in 5", 0.8),
        ("3/4", 0.75),
    ],
)
def test_a_chance_is_read_as_people_write_it(typed, chance):
    assert exposed(EXERCISE.read(pair(a_chance=typed)), "a").chance == pytest.approx(chance)


@pytest.mark.parametrize(
    "typed", ["0.5", "0,5", "0.5k", "0.5 k€", "€ 0.5 k", "0,5 Tsd.", "0.5 TEUR", "0.5 tsd €"]
)
def test_a_loss_is_read_as_people_write_it(typed):
    assert exposed(EXERCISE.read(pair(a_loss=typed)), "a").loss == 0.5


@pytest.mark.parametrize("typed", ["€500", "500 €", "500 euros"])
def test_a_sum_in_single_units_is_not_taken_for_thousands(typed):
    (one,) = review(pair(a_loss=typed)).findings
    assert one.seen.endswith("is in single units; in thousands that is 0.5.")


@pytest.mark.parametrize("typed", ["0.405", "0,405", "0.41", "0.4", "0.4k", "0.4050", "0.41 k€", "0.4 TEUR"])
def test_an_expected_loss_may_be_rounded(typed):
    assert review(pair(a_expected=typed)).outcome is Outcome.STRONG


@pytest.mark.parametrize("typed", ["0.42", "0.5", "0.3", "0.40", "1", "0.406"])
def test_and_no_further(typed):
    findings = review(pair(a_expected=typed)).findings
    wrong = [one.code for one in findings if one.level == "problem"]
    assert wrong == ([] if typed == "0.40" else ["INVERT-3"])


def test_the_upper_end_of_a_band_belongs_to_it():
    assert review(pair(a_chance="80 %", a_expected="0.4", a_likelihood="5")).findings[0].code == "INVERT-2"
    assert cell_of(exposed(EXERCISE.read(pair(b_loss="40")), "b"), BAKERY) == (0, 3)
    assert cell_of(exposed(EXERCISE.read(pair(b_loss="40.01")), "b"), BAKERY) == (0, 4)


def test_no_praise_before_the_sums_are_right():
    assert [one.code for one in review(pair(a_expected="7")).findings] == ["INVERT-3"]
    half = pair()
    del half["cells"]["b"]["expected"]
    result = review(half)
    assert (result.outcome, result.findings) == (Outcome.INCOMPLETE, ())


@pytest.mark.parametrize("case", [BAKERY, PAYLANE], ids=lambda case: case.name)
def test_the_worked_pair_is_strong_and_turned_round(case):
    worked = EXERCISE.worked_answer(case)
    answer = EXERCISE.answer.of({part: value for part, (value, _) in worked.items()})
    assert EXERCISE.review(answer, case).outcome is Outcome.STRONG
    first, second = (exposed(answer, row) for row in "ab")
    assert standing(first, case) > standing(second, case)
    assert first.expected < second.expected / 2
    assert all(reason[-1] == "." for _, reason in worked.values())


def test_a_matrix_of_the_cases_own_decides():
    """Here impact alone counts, so that the usual pair is ranked the right way round."""
    rows = tuple(
        tuple(("calm", "calm", "busy", "busy", "wild")[column] for column in range(5)) for _ in range(5)
    )
    case = replace(BAKERY, risk=replace(policy(BAKERY), levels=("calm", "busy", "wild"), matrix=rows))
    assert [one.code for one in review(pair(), case).findings] == ["INVERT-4"]
    assert "prints 5 calm for A and 4 busy for B. It ranks B first." in review(pair(), case).findings[0].seen
    first, second = best_pair(case)
    assert standing(first, case) > standing(second, case)
    assert first.expected < second.expected


def test_a_matrix_that_ranks_nothing_has_no_level_to_rank_by():
    rows = (("calm",) * 5,) * 5
    case = replace(BAKERY, risk=replace(policy(BAKERY), levels=("calm", "wild"), matrix=rows))
    assert review(pair(), case).outcome is Outcome.STRONG  # By score: 5 against 4.


def test_while_typing_the_chosen_cell_is_shown_and_what_cannot_be_read():
    raw = pair(a_chance="81 of")
    live = EXERCISE.live(EXERCISE.read(raw), BAKERY)
    assert live["results"] == {"a": {"says": "5 medium"}, "b": {"says": "4 low"}}
    assert live["faults"] == {"a": {"chance": "“81 of” is no chance; write it as 35 %, 0.35 or 7 in 20."}}
    plotted = EXERCISE.plotted(EXERCISE.read(raw), BAKERY)
    assert [point[0] for point in plotted["points"]] == ["Risk B: €1,500"]
    assert EXERCISE.plotted(EXERCISE.read({}), BAKERY)["title"] == "No risk on the matrix yet"


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "\x00\u202e", "9" * 2000, "1e400", "nan", "inf", "-", "½", "1.2.3", "5 % or so"],
)
def test_hostile_cells_are_judged_and_not_believed(text):
    for column in ("chance", "loss", "likelihood", "impact", "expected"):
        result = review(pair(**{f"a_{column}": text}))
        assert result.outcome is Outcome.NEEDS_WORK
        assert all(one.seen.isprintable() and len(one.seen) < 300 for one in result.findings)
        answer = EXERCISE.read(pair(**{f"a_{column}": text}))
        EXERCISE.plotted(answer, BAKERY)
        assert all(EXERCISE.hint(step, answer, BAKERY)[-1] in ".?" for step in range(3))
    gone = {"cells": {"c": {"chance": "5"}, "a": {"gone": text}}}
    assert review(gone).outcome is Outcome.INCOMPLETE
