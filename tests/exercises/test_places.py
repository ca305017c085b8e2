"""The six comparisons: that each is the one that shows its kind best, and that sums decide what holds."""

from __future__ import annotations

import csv
import math
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.places import ROWS, SAID, said
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career.places import EXERCISE, live, solution
from tpm_kit.exercises.career.places_pairs import CHOSEN, compared, pairs
from tpm_kit.exercises.career.places_rows import COLUMNS, GROUNDS, VERDICTS
from tpm_kit.salary_data import citation

DATA = Path(__file__).resolve().parents[2] / "data" / "salary"
HOSTILE = "<img src=x onerror=alert(1)>"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NAMED = {row["soc_code"] for row in read("soc_lookup.csv") if float(row["share_of_tpm_titles_lca"]) > 0}
METROS = [
    row for row in read("us_wages_oews.csv") if row["area_type"] == "metro" and row["soc_code"] in NAMED
]


def gap(one: dict, other: dict, name: str = "mean", off: float = 0.0) -> float:
    """The gap of two rows of the file in standard errors of it; `off` is added to each error in percent."""
    error = {"mean": "mean_rse_pct", "employment": "employment_rse_pct"}[name]
    figures = [float(row[name]) for row in (one, other)]
    errors = [
        value * (float(row[error]) + off) / 100 for value, row in zip(figures, (one, other), strict=True)
    ]
    return abs(figures[0] - figures[1]) / math.hypot(*errors)


def ratio(one: dict, other: dict, name: str = "mean") -> float:
    low, high = sorted(float(row[name]) for row in (one, other))
    return high / low


def full(soc: str) -> list[dict]:
    return [row for row in METROS if row["soc_code"] == soc and row["status"] == "ok"]


def jobs(row: dict) -> int:
    return int(row["employment"])


def best(found: list[tuple], taken: set[str]) -> tuple[str, frozenset[str]]:
    """The occupation and the two places of the best of some (score, row, row), of an occupation not taken."""
    _, one, other = max((one for one in found if one[1]["soc_code"] not in taken), key=lambda found: found[0])
    taken.add(one["soc_code"])
    return one["soc_code"], frozenset((one["area_code"], other["area_code"]))


def test_each_pair_is_the_one_that_shows_its_kind_best():
    """Told once more from the file itself, without the loader and without `compare`."""
    few_many, narrow, few_sure, more = [], [], [], []
    for soc in NAMED:
        rows = full(soc)
        few = [row for row in rows if jobs(row) <= 50]
        few_many += [
            (ratio(a, b), a, b)
            for a in few
            for b in rows
            if jobs(b) >= 1000 * jobs(a) and gap(a, b, off=-0.05) < 1.96
        ]
        few_sure += [
            (ratio(a, b), a, b)
            for a in few
            for b in rows
            if jobs(b) >= 100 * jobs(a) and float(a["mean"]) > float(b["mean"]) and gap(a, b, off=0.05) > 1.96
        ]
        large = [row for row in rows if jobs(row) >= 10_000]
        narrow += [(-ratio(a, b), a, b) for a, b in combinations(large, 2) if gap(a, b, off=0.05) > 1.96]
        counted = [row for row in rows if jobs(row) >= 1000]
        more += [
            (ratio(a, b, "employment"), a, b)
            for a, b in combinations(counted, 2)
            if gap(a, b, "employment", -0.05) < 1.96
        ]
    taken: set[str] = set()
    expected = {
        kind: best(found, taken)
        for kind, found in (("few-and-many", few_many), ("narrow", narrow), ("few-but-sure", few_sure))
    }
    silent = [row for row in METROS if row["status"] == "wages_not_released" and row["soc_code"] not in taken]
    first = max(silent, key=jobs)
    near = min(full(first["soc_code"]), key=lambda row: (abs(jobs(row) - jobs(first)), row["area"]))
    expected["no-pay"] = best([(0, first, near)], taken)
    silent = [
        row for row in METROS if row["status"] == "employment_not_released" and row["soc_code"] not in taken
    ]
    first = min(silent, key=lambda row: int(row["metro_rank"]))
    sure = [row for row in full(first["soc_code"]) if gap(first, row, off=0.05) > 1.96]
    near = min(sure, key=lambda row: abs(int(row["metro_rank"]) - int(first["metro_rank"])))
    expected["no-jobs"] = best([(0, first, near)], taken)
    expected["more-jobs"] = best(more, taken)
    assert {kind: (soc, frozenset(areas)) for kind, (_, soc, *areas) in CHOSEN.items()} == expected


def test_the_comparisons_are_six_of_all_verdicts_with_few_jobs_beside_many():
    assert [pair.id for pair in pairs()] == list(ROWS.values())
    assert {pair.verdict for pair in pairs()} == set(VERDICTS)
    by_kind = dict(zip(CHOSEN, pairs(), strict=True))
    trap, few = by_kind["few-and-many"], by_kind["few-but-sure"]
    assert sorted((trap.one.employment, trap.other.employment)) == [50, 69_060]
    assert (few.other.area.name, few.other.employment, few.verdict) == ("Pueblo, CO", 40, "second")
    assert all(pair.one.area.name < pair.other.area.name for pair in pairs())
    socs = [pair.one.occupation.soc for pair in pairs()]
    assert socs == sorted(set(socs))


def test_margins_are_those_worked_out_by_hand():
    by_id = {pair.id: pair for pair in pairs()}
    expected = {
        "managers": 2832,
        "specialists": 2160,
        "analysts": 15_627,
        "developers": 26_143,
        "others": 5643,
    }
    for name, margin in expected.items():
        assert compared(by_id[ROWS[name]]).margin == pytest.approx(margin, abs=0.5)
    assert compared(by_id[ROWS["scientists"]]) is None


def test_only_one_verdict_with_one_ground_is_right_in_each_row():
    for name, (verdict, ground, margin) in SAID.items():
        for other in VERDICTS:
            for reason in GROUNDS:
                found = EXERCISE.review(EXERCISE.read(said(**{name: (other, reason, margin)})), BAKERY)
                right = (other, reason) == (verdict, ground)
                assert (found.outcome is Outcome.STRONG) is right, (name, other, reason)
                bad = [one for one in found.findings if one.level == "problem"]
                assert len(bad) == (0 if right else 1)
                assert right or not any(one.level == "good" for one in found.findings)


def test_what_is_known_of_both_places_stands_with_its_source():
    facts = dict(EXERCISE.view(BAKERY).details[ROWS["others"]])
    assert facts == {
        "A, Houston-Pasadena-The Woodlands, TX": "mean pay 112,160 dollars, relative standard error 2 %; "
        "11,460 jobs, relative standard error 4.6 %.",
        "B, Washington-Arlington-Alexandria, DC-VA-MD-WV": "mean pay 150,420 dollars, relative standard "
        "error 1.2 %; number of jobs not released.",
        "Source": citation("oews"),
    }
    assert dict(EXERCISE.view(BAKERY).details[ROWS["scientists"]])["B, Madison, WI"] == (
        "pay not released; 1,290 jobs, relative standard error 20.4 %."
    )


def test_the_worked_answer_is_strong_and_says_why():
    values = solution(BAKERY)
    raw = Cells.of({part: value for part, (value, _) in values.items()}).raw()
    assert EXERCISE.review(EXERCISE.read(raw), BAKERY).outcome is Outcome.STRONG
    assert set(values) == set(EXERCISE.parts(BAKERY))
    assert values[f"{ROWS['developers']}:verdict"] == (
        "unsure",
        "The gap is 21,910 dollars and its margin ±26,143 dollars: within it.",
    )


def test_it_is_the_same_on_any_backlog():
    for raw in (said(), said(developers=("second", "figure", ""))):
        assert EXERCISE.review(EXERCISE.read(raw), BAKERY) == EXERCISE.review(EXERCISE.read(raw), BARE)


def test_half_an_answer_is_incomplete_and_judged_so_far():
    raw = Cells.of({f"{ROWS['developers']}:verdict": "second"}).raw()
    found = EXERCISE.review(EXERCISE.read(raw), BAKERY)
    assert (found.outcome, [one.code for one in found.findings]) == (Outcome.INCOMPLETE, ["PLACE-1"])


def test_rows_that_are_gone_and_odd_choices_are_left_out():
    gone = Cells.of({"pay-99-9999-1-2:verdict": "first", f"{ROWS['others']}:verdict": HOSTILE})
    assert EXERCISE.review(gone, BAKERY).findings == ()
    view = EXERCISE.view(BAKERY)
    view.answer = gone.raw()
    assert view.answer == {"cells": {}}


@given(
    st.dictionaries(
        st.tuples(st.sampled_from([*ROWS.values(), "gone"]), st.sampled_from([*COLUMNS, "gone"])),
        st.one_of(st.text(min_size=1, max_size=40), st.sampled_from([*VERDICTS, *GROUNDS])),
    )
)
def test_rules_live_and_hints_never_raise(typed):
    answer = Cells.of({f"{row}:{column}": text for (row, column), text in typed.items()})
    for finding in EXERCISE.review(answer, BAKERY).findings:
        assert finding.seen.isprintable()
    live(answer, BAKERY)
    assert all(EXERCISE.hint(step, answer, BAKERY) for step in range(3))


def test_what_is_no_margin_is_said_while_it_is_typed():
    answer = EXERCISE.read(said(analysts=("second", "beyond", "€5"), managers=("unsure", "inside", "many")))
    faults = live(answer, BAKERY)["faults"]
    assert set(faults) == {ROWS["analysts"], ROWS["managers"]}
    assert "another currency" in faults[ROWS["analysts"]]["margin"]


@pytest.mark.parametrize("typed", ["n/a", "-", "none", "± -"])
def test_a_margin_may_be_said_not_to_be_there(typed):
    sound = {cell: text for cell, (text, _) in solution(BAKERY).items()}
    margins = {f"{pair.id}:margin": typed for pair in pairs()}
    assert EXERCISE.review(Cells.of(sound | margins), BAKERY).outcome is Outcome.STRONG


def test_hints_work_the_method_out_and_then_point_at_a_cell():
    wrong = EXERCISE.read(said(developers=("second", "figure", "")))
    assert EXERCISE.hint(1, wrong, BAKERY) == (
        "For Software Developers the margin is the root of two squares added: 1.96 × 10.1 % of 131,190 for "
        "Farmington, NM, and 1.96 × 1 % of 153,100 for Washington-Arlington-Alexandria, DC-VA-MD-WV."
    )
    assert EXERCISE.hint(2, wrong, BAKERY) == "Look again at one cell: Software Developers: what holds."
    assert "explorer of places" in EXERCISE.hint(2, EXERCISE.read(said()), BAKERY)
