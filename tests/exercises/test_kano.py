"""The Kano table: what cells are taken for, what the survey holds, and the chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.plants.kano import BERGER, CHANCE, KANO, filled, surveyed
from tpm_kit.answers import AnswerError
from tpm_kit.case import BacklogItem, Case, case_folder, load_case
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.prioritization.kano import EXERCISE
from tpm_kit.exercises.prioritization.kano_survey import features

COUNTED = Case(
    "own-x",
    "Own",
    (BacklogItem("till", "The till"), BacklogItem("van", "The van")),
    own=True,
    tables={
        "kano": (
            {"id": "till", "with_it": "", "without_it": "", "counts": (1, 2, 3, 3, 0, 0)},
            {"id": "van", "with_it": "", "without_it": "", "counts": (0, 0, 0, 1, 0, 9)},
            {"id": "gone", "with_it": "", "without_it": "", "counts": (1, 0, 0, 0, 0, 0)},
        )
    },
)
"""A backlog with counts and no single answers; one of them of an item that is no more."""
HOSTILE = ("", " ", "lots", "1e999", "-1e999", "9" * 58, "nan", "−0,8", "1,900", "80 %", "0.8 pts", "=1/0")
IMAGE = "<img src=x onerror=alert(1)>"


def codes(raw, case=KANO, level="problem") -> list[str]:
    return sorted(
        one.code for one in EXERCISE.review(EXERCISE.read(raw), case).findings if one.level == level
    )


def faults(**cells: str) -> dict[str, dict[str, str]]:
    return EXERCISE.live(EXERCISE.read(filled(**cells)), KANO)["faults"]


# The survey of the shipped case ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def paylane() -> Case:
    return load_case(case_folder("paylane"))


def test_the_survey_is_whole(paylane):
    survey = paylane.table("kano-survey")
    asked = [row["id"] for row in paylane.table("kano")]
    people = {row["respondent"]: row["segment"] for row in survey}
    assert len(people) == 60
    assert sorted(Counter(people.values()).values()) == [24, 36]
    assert {(row["respondent"], row["segment"]) for row in survey} == set(people.items())
    assert Counter((row["id"], row["respondent"]) for row in survey) == {
        (id, who): 1 for id in asked for who in people
    }


def test_the_survey_holds_each_kind_of_feature(paylane):
    found = features(paylane)
    assert [one.counts for one in found.values()] == [
        (3, 14, 33, 9, 0, 1),
        (33, 8, 2, 15, 2, 0),
        (10, 30, 12, 6, 0, 2),
        (8, 0, 2, 41, 7, 2),
        (6, 4, 18, 29, 2, 1),
        (27, 4, 2, 13, 2, 12),
    ]
    assert [one.mode for one in found.values()] == ["M", "A", "O", "I", "I", "A"]
    assert [id for id, one in found.items() if one.ask_again] == ["PL-18"]
    assert [id for id, one in found.items() if one.split] == ["PL-17"]
    assert found["PL-17"].leaning == {"with a bookkeeper": (1, 4, 16, 2, 0, 1)}
    assert {one.mode != one.averaged for id, one in found.items() if id in ("PL-02", "PL-04")} == {True}


def test_the_table_shows_counts_questions_and_groups(paylane):
    view = EXERCISE.view(paylane)
    assert [column["id"] for column in view.columns] == ["counts", "category", "better", "worse", "groups"]
    assert (
        view.rows[0]["given"]["counts"].replace("\N{NO-BREAK SPACE}", " ") == "A 3, O 14, M 33, I 9, R 0, Q 1"
    )
    facts = dict(view.details["PL-17"])
    assert facts["Asked without it"].endswith("the plain table to download?")
    assert {"With a bookkeeper (24)", "Without a bookkeeper (36)", "Mean answer"} <= set(facts)
    assert EXERCISE.task_for(paylane).startswith("Read what 60 respondents feel about 6 features,")


def test_nothing_is_worked_out_for_the_learner(paylane):
    assert EXERCISE.live(EXERCISE.read({"cells": {"PL-01": {"category": "M"}}}), paylane) == {
        "results": {},
        "faults": {},
    }


# Cells -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["0.82", "0,82", ".82", "82 %", "81.8%", " 0.8181818 ", "0.81", "0.828"])
def test_a_coefficient_is_right_in_any_notation_to_two_decimals(text):
    assert codes(filled(cakes_better=text)) == []
    assert faults(cakes_better=text) == {}


@pytest.mark.parametrize("text", ["-0.18", "−0,18", "-18 %", "-.18", "-0.19"])
def test_so_is_a_negative_one(text):
    assert codes(filled(cakes_worse=text)) == []
    assert faults(cakes_worse=text) == {}


@pytest.mark.parametrize(
    ("column", "text", "code", "says"),
    [
        ("better", "0.80", "KANO-10", None),
        ("better", "0.84", "KANO-10", None),
        ("better", "0.75", "KANO-2", None),
        ("better", "0.18", "KANO-1", None),
        ("better", "-0.82", "KANO-10", "between 0 and 1"),
        ("better", "82", "KANO-10", "write 45 % as 0.45"),
        ("better", "182 %", "KANO-10", "between 0 and 1"),
        ("better", "1,900", "KANO-10", "between 0 and 1"),
        ("better", "0.82 points", "KANO-10", "such as 0.45 or 45 %"),
        ("better", "1e999", "KANO-10", "such as 0.45"),
        ("better", "4/5", "KANO-10", "such as 0.45"),
        ("worse", "0.18", "KANO-3", "minus sign"),
        ("worse", "18 %", "KANO-3", "minus sign"),
        ("worse", "-0.82", "KANO-1", None),
        ("worse", "-18", "KANO-10", "write 45 % as −0.45"),
        ("worse", "18", "KANO-10", "between −1 and 0"),
        ("worse", "few", "KANO-10", "such as −0.45"),
    ],
)
def test_what_is_wrong_is_recognised(column, text, code, says):
    assert codes(filled(**{f"cakes_{column}": text})) == [code]
    said = faults(**{f"cakes_{column}": text}).get("cakes", {}).get(column)
    assert (said is None) if says is None else says in said


def test_a_wrong_number_without_its_minus_sign_is_both():
    assert codes(filled(cakes_worse="0.5")) == ["KANO-10", "KANO-3"]


def test_a_worse_of_nothing_needs_no_sign():
    case = surveyed(till={"cafés": (12, 0, 0, 8, 0, 0), "homes": (30, 0, 0, 10, 0, 0)})
    for zero in ("0", "-0", "0.00", "0 %"):
        answer = filled(till_category="A", till_better="0.7", till_worse=zero)
        assert codes(answer, case) == []


@given(
    st.dictionaries(
        st.sampled_from(["till", "cakes", "van", "gone"]),
        st.dictionaries(
            st.sampled_from(["category", "better", "worse", "groups", "other"]),
            st.one_of(st.sampled_from([*HOSTILE, *"AOMIRQ", "again", "two", IMAGE]), st.text(max_size=70)),
        ),
    )
)
def test_no_cell_makes_a_rule_raise(cells):
    try:
        answer = EXERCISE.read({"cells": cells})
    except AnswerError:
        return
    for case in (KANO, BERGER, CHANCE, COUNTED, replace(COUNTED, tables={})):
        EXERCISE.review(answer, case)
        EXERCISE.live(answer, case)
        EXERCISE.plotted(answer, case)
        for step in range(len(EXERCISE.hints)):
            assert EXERCISE.hint(step, answer, case)


def test_a_long_text_is_cut_in_the_feedback():
    found = EXERCISE.review(EXERCISE.read(filled(cakes_better="very " * 300)), KANO).findings
    assert max(len(one.seen) for one in found if one.level == "problem") < 130


# Categories ------------------------------------------------------------------------------------------


def test_a_category_is_judged_once():
    for chosen in "AOMIR":
        for row in ("till", "cakes", "salt", "songs"):
            right = filled()["cells"][row]["category"]
            assert len(codes(filled(**{f"{row}_category": chosen}))) == (chosen != right)


def test_a_feature_that_most_contradict_is_asked_again_and_nothing_else():
    case = surveyed(till={"cafés": (1, 1, 1, 1, 0, 16), "homes": (1, 1, 1, 1, 0, 36)})
    answer = filled(till_category="A", till_better="0.5", till_worse="-0.5")
    assert codes(answer, case) == []
    assert codes(answer, case, "caution") == ["KANO-4"]
    asked = filled(till_category="again", till_better="0.5", till_worse="-0.5")
    assert EXERCISE.review(EXERCISE.read(asked), case).outcome is Outcome.STRONG


def test_only_categories_that_were_chosen_are_praised():
    def praise(**cells):
        found = EXERCISE.review(EXERCISE.read(filled(**cells)), KANO).findings
        return [one.seen for one in found if (one.code, one.level) == ("KANO-9", "good")]

    assert "Bake cakes (38 of 60 Attractive)" in praise()[0]
    assert praise(cakes_category="again") == []
    assert "Buy a van" not in praise(van_category="I")[0]


def test_groups_that_differ_by_chance_are_left_to_the_learner():
    for groups in ("alike", "two"):
        answer = filled(till_better="0.15", till_worse="-0.76", till_groups=groups)
        assert EXERCISE.review(EXERCISE.read(answer), CHANCE).outcome is Outcome.STRONG


# The chart -------------------------------------------------------------------------------------------


def test_the_chart_follows_what_is_typed():
    half = filled(till_better="many", van_worse="", songs_groups="two", cakes_worse="0.18")
    half["cells"]["van"].pop("worse")
    data = EXERCISE.plotted(EXERCISE.read(half), KANO)
    assert data["features"] == [
        ("Bake cakes", 0.82, -0.18),
        ("Weigh the salt", 0.75, -0.8),
        ("Play songs", 0.13, -0.67),
    ]
    assert [(one, name, round(better, 2)) for one, name, better, _ in data["segments"]] == [
        ("Play songs", "cafés", 0.1),
        ("Play songs", "homes", 0.15),
    ]
    chart = EXERCISE.chart(KANO)
    chart.update(**data)
    assert "Play songs, cafés alone" in chart.alt
    chart.update(**EXERCISE.plotted(EXERCISE.answer(), KANO))
