"""Claims about demand: the rule of the grade, the tests by the table, the linters, and hostile answers."""

from __future__ import annotations

import random
from itertools import product

import pytest

from tests.exercises.planting import BARE
from tests.exercises.plants.claims import HOSTILE, MARKS, MINE, TESTS, cells
from tpm_kit.answers import Cells
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.claims import EXERCISE, JOBS_ARE_NO_DEMAND, live
from tpm_kit.exercises.career.claims_table import TRIALS, change, jobs_of, published, read_jobs, same_jobs
from tpm_kit.exercises.career.claims_texts import BASIS, CLAIMS, DATE, OPTIONS, RULE, SINCE, TEST, grade_of

OWN = Case(name="own", title="Own", items=(), own=True)


def review(raw, case=BARE):
    return EXERCISE.review(EXERCISE.read(raw), case)


def text(raw):
    return live(EXERCISE.read(raw), BARE)["text"]


def test_the_rule_of_the_grade_by_hand():
    assert grade_of("count", "recent", "table") == "strong"
    assert grade_of("count", "old", "own-count") == grade_of("count", "undated", "table") == "usable"
    assert grade_of("seller", "recent", "table") == grade_of("beside", "recent", "table") == "usable"
    assert grade_of("seller", "old", "table") == grade_of("uncounted", "recent", "table") == "weak"
    assert grade_of("uncounted", "undated", "own-count") == "weak"
    for basis, date in product(OPTIONS[BASIS], OPTIONS[DATE]):
        assert grade_of(basis, date, "nothing") == "worthless"
    for mark in (*OPTIONS[BASIS].values(), f"May {SINCE}"):
        assert mark in RULE


def test_every_mark_and_grade_is_right_somewhere():
    for column in (BASIS, DATE, TEST):
        assert {claim.right[column][0] for claim in CLAIMS.values()} == set(OPTIONS[column])
    assert {marks[3] for marks in MARKS.values()} == {"strong", "usable", "weak", "worthless"}
    for id, (*marks, grade) in MARKS.items():
        assert grade_of(*marks) == grade
        assert [claim[0] for claim in CLAIMS[id].right.values()] == marks


def test_the_line_between_old_and_recent_is_two_years_before_the_newest_figure():
    assert all(max(published(trial.soc)) - 2 == SINCE for trial in TRIALS.values())


def test_the_tests_hold_by_the_shipped_table():
    found = {row: jobs_of(trial) for row, trial in TRIALS.items()}
    assert found == {
        "try-c": (485_190, 670_570),
        "try-d": (1_444_420, 743_860),
        "try-e": (1_364_180, 1_687_890),
    }
    assert {row: tuple(f"{one:,}" for one in two) for row, two in found.items()} == {
        row: typed[:2] for row, typed in TESTS.items()
    }
    assert 670_570 / 485_190 > 4 / 3
    assert 1_687_890 > 1_364_180
    assert [change(*two) for two in found.values()] == ["+38.2 %", "−48.5 %", "+23.7 %"]
    assert change(*(published("15-1252")[year].employment for year in (2023, 2024))) == "−0.1 %"
    assert "From May 2023 to May 2024 alone the figure fell, by 0.1 %" in TRIALS["try-e"].why
    marks = {
        row: [published(trial.soc)[year].comparability for year in trial.years]
        for row, trial in TRIALS.items()
    }
    assert marks == {
        "try-c": ["same_occupation"] * 2,
        "try-d": ["broader_group", "same_occupation"],
        "try-e": ["same_occupation"] * 2,
    }


def test_the_table_shown_is_the_shipped_one_with_its_source():
    shown = EXERCISE.view(BARE).to_html()
    for trial in TRIALS.values():
        for one in published(trial.soc).values():
            assert f"{one.employment:,}" in shown
            assert one.published_as in shown
    assert "May 2019 to May 2025 (www.bls.gov/oes)" in shown
    assert "not made to be a time series" in shown


def test_claims_of_articles_are_named_and_the_others_say_that_they_are_made_up():
    for claim in CLAIMS.values():
        named = "Who really is a technical product manager?”, 2022" in claim.text
        named = named or "Marco Franzoni" in claim.text
        assert named is not ("Made up" in claim.text)
        assert named is (claim.id in "ab")


def test_both_readings_of_the_broken_series_are_right():
    raw = cells(d_basis="beside", d_grade="weak")
    assert review(raw).outcome is Outcome.STRONG


@pytest.mark.parametrize(
    "typed", ["670570", "670,570", "670.570", "670 570", "670.57k", "671,000", "671k", "670,570 jobs"]
)
def test_jobs_as_people_type_them(typed):
    assert same_jobs(read_jobs(typed).value, 670_570)
    assert review(cells(try_c_late=typed)).outcome is Outcome.STRONG


@pytest.mark.parametrize("typed", ["670,571", "670k", "67,057", "670.57", "6705700"])
def test_figures_next_to_it_are_others(typed):
    assert "CLAIM-5" in {one.code for one in review(cells(try_c_late=typed)).findings}


@pytest.mark.parametrize("typed", ["0", "-5", "abc", "5 %", HOSTILE, "…"])
def test_jobs_that_are_none(typed):
    found = read_jobs(typed)
    assert found.value is None
    assert found.fault.endswith(".")
    assert live(EXERCISE.read(cells(try_c_late=typed)), BARE)["faults"] == {"try-c": {"late": found.fault}}


def test_the_change_follows_what_is_typed_and_the_verdict_is_quoted():
    shown = live(EXERCISE.read(cells(try_c_late="600,000", try_c_verdict="")), BARE)
    assert shown["results"]["try-c"] == {"change": "+23.7 %"}  # 600,000 of 485,190
    assert "Test of claim C: +23.7 % by your figures.\n" in shown["text"]
    assert "Test of claim D: −48.5 % by your figures. You say: cannot be said." in shown["text"]


def test_the_text_gathers_grades_and_gives_away_no_answer():
    shown = text(cells())
    assert "Strong: C.\nUsable, with limits: D and E.\nWeak: A and B.\nWorthless: F." in shown
    assert JOBS_ARE_NO_DEMAND in shown
    for given in ("", "rises"):
        assert JOBS_ARE_NO_DEMAND not in text(cells(together_verdict=given))
    assert "Not graded yet: 2 of 6." in text(cells(a_grade="", b_grade=""))
    assert "My claim: “Bakeries look for product people who know controls.”" in shown
    assert "- Who says it: Counted by a seller (Dana Weir of the trade fair" in shown


def test_ones_own_claim_may_stay_blank_and_is_asked_for_whole_once_begun():
    whole = EXERCISE.read(cells())
    alone = {part: whole.value(part) for part in whole.parts() if not part.startswith("own-")}
    assert review(Cells.of(alone).raw()).outcome is Outcome.STRONG
    begun = Cells.of({**alone, "own-claim:said": "TPMs are wanted in Leeds"})
    assert set(EXERCISE.missing(begun, BARE)) == set(MINE) - {"own-claim:said"}


def test_the_hints_name_one_cell_and_not_what_belongs_there():
    def last(raw):
        return EXERCISE.hint(2, EXERCISE.read(raw), BARE)

    assert last(cells(e_basis="beside")).startswith("Look again at one cell, Claim E: who says it.")
    assert last(cells(try_d_verdict="fails")).startswith("Look again at the test of claim D.")
    assert last(cells(b_basis="")).startswith("Take the next open one, Claim B.")
    assert last(cells()).startswith("Marks and verdicts hold.")
    blank = dict.fromkeys(("try_c_verdict", "try_d_verdict", "try_e_verdict", "together_verdict"), "")
    assert last(cells(**blank)).startswith("Take the next open one, Test of claim C. Divide")
    assert last(cells(together_verdict="")).startswith("One row is open, “All three, on demand for TPMs”.")
    assert last(cells(together_verdict="rises")).startswith("Look again at the row “All three, on demand")
    assert last(cells(a_grade="strong", together_verdict="rises")) == (
        "Look again at one cell, Claim A: grade. Go through the rule with the three marks of its row."
    )
    wrong = last(cells(try_c_late="645,970"))
    assert wrong.startswith("Look again at one cell, test of claim C: jobs in the later May. Find the row")
    assert wrong.endswith("the column of May 2025, which the claim names.")
    assert last(cells(try_e_early="many")).startswith("Look again at one cell, test of claim E: jobs in the")
    assert last(cells(try_d_early="")).startswith("Take the next open one, Test of claim D. Find the row")
    assert last(cells(b_basis="", try_c_late="1")).startswith("Look again at one cell, test of claim C")
    for given in (cells(e_basis="beside"), cells(b_basis=""), cells(try_d_verdict="fails")):
        assert not [label for label in OPTIONS[BASIS].values() if label in last(given)]


def test_the_worked_answer_is_sound_and_leaves_ones_own_claim_out():
    worked = EXERCISE.worked_answer(BARE)
    assert set(worked) == {part for part in EXERCISE.parts(BARE) if not part.startswith("own-")}
    answer = Cells.of({part: value for part, (value, _) in worked.items()})
    assert EXERCISE.review(answer, BARE).outcome is Outcome.STRONG
    assert all(why.endswith(".") and EXERCISE.in_words(value) for value, why in worked.values())


def test_nothing_is_praised_that_is_not_there():
    assert not [one for one in review(cells(a_basis="")).findings if one.level == "good"]
    for raw in (cells(b_grade="strong"), cells(a_test="nothing", a_grade="worthless")):
        good = [one.seen for one in review(raw).findings if one.level == "good"]
        assert [one[:11] for one in good] == ["The 3 tests"]
    good = [one.seen for one in review(cells(together_verdict="rises")).findings if one.level == "good"]
    assert [one[:12] for one in good] == ["All 6 grades"]


def test_hostile_and_half_typed_answers_never_raise():
    chance = random.Random(13)
    texts = [
        HOSTILE,
        " ",
        "3",
        "count",
        "strong",
        "\u0000",
        "9" * 1999,
        "=cmd()",
        "½",
        "²",
        "\U0001f600" * 50,
    ]
    texts += ["2025", "table", "holds", "silent", "everybody " * 150, "1e9", "-0", "٣"]
    ids = [*EXERCISE.parts(BARE), "gone:basis", "a:gone", "try-gone:early", "own-gone:said"]
    for _ in range(200):
        answer = Cells.of({part: chance.choice(texts) for part in chance.sample(ids, chance.randint(1, 40))})
        for case in (BARE, OWN):
            for finding in EXERCISE.review(answer, case).findings:
                assert len(finding.seen) < 400
            live(answer, case)
            for step in range(len(EXERCISE.hints)):
                assert EXERCISE.hint(step, answer, case)


def test_texts_are_texts_in_the_copy():
    shown = EXERCISE.view(BARE)
    shown.answer = cells(own_claim_said=HOSTILE, own_basis_said=HOSTILE)
    shown.acknowledge(live(EXERCISE.read(shown.answer), BARE))
    assert "<img" not in shown.to_html()
    assert "+38.2 %" in shown.to_html()
