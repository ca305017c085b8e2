"""The learner's own claim: sources, dates, tests and sentences that pass the linters, and such as do not."""

from __future__ import annotations

import pytest

from tests.exercises.plants.claims import cells
from tpm_kit.exercises.career.claims import EXERCISE
from tpm_kit.exercises.career.claims_own import own_faults


def faults(**changed):
    return [fault.part for fault in own_faults(EXERCISE.read(cells(**changed)))]


@pytest.mark.parametrize(
    "said",
    [
        "A recruiter I met in Leeds, no count",
        "LinkedIn's report on jobs, by their own data",
        "My manager, from a survey by Gartner",
        "The Bureau of Labor Statistics",
        "https://example.org/report",
        "An advert for a course at Acme; they asked their graduates",
        "Experts at the trade association, who polled 300 firms",
        "everyone in my team, after the count in spring",
        "Kollegin aus dem Vertrieb",
        "同僚の田中さん",
        "Jane Doe's newsletter, with figures from her job board",
        "Somebody on a panel at Web Summit, with numbers",
    ],
)
def test_sources_that_can_be_asked(said):
    assert faults(own_basis_said=said) == []


@pytest.mark.parametrize(
    "said",
    [
        "everybody",
        "Everyone on LinkedIn says TPMs are wanted",
        "people say it",
        "they say so on the internet",
        "the media",
        "social media",
        "Experts",
        "studies show it",
        "It is often said in the industry",
        "one hears it everywhere",
        "somebody",
        "many people in the field",
    ],
)
def test_sources_that_cannot(said):
    assert faults(own_basis_said=said) == ["basis"]
    assert faults(own_basis_said=said, own_basis_mark="uncounted", own_grade_mark="weak") == ["basis"]


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("May 2025", "recent"),
        ("2019", "old"),
        ("2023, in January", "old"),
        ("figures for 2021, said in 2024", "recent"),
        ("last Tuesday", "recent"),
        ("no date", "undated"),
        ("unknown", "undated"),
        ("letzte Woche", "recent"),
        ("12/05/2024", "recent"),
        ("recently, 12 May 25", "recent"),
    ],
)
def test_dates_that_go_with_their_mark(said, mark):
    assert faults(own_date_said=said, own_date_mark=mark) == []


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("2019", "recent"),
        ("2025", "old"),
        ("May 2024", "undated"),
        ("lately", "recent"),
        ("some time ago", "old"),
        ("no idea", "recent"),
        ("nowadays", "recent"),
    ],
)
def test_dates_that_do_not(said, mark):
    assert faults(own_date_said=said, own_date_mark=mark) == ["date"]


@pytest.mark.parametrize(
    "said",
    [
        "Count adverts with the title in Leeds in May and again next May",
        "BLS table, next May",
        "Stellenanzeigen zählen",
        "Ask ten graduates of the course where they work now",
        "adverts on two boards",
        "求人広告を数える",
        "The firm's own yearly report",
        "Ask around in ten firms how many adverts they placed this year and last",
    ],
)
def test_tests_that_could_come_out_against_it(said):
    assert faults(own_test_said=said) == []


@pytest.mark.parametrize(
    "said", ["time will tell", "wait and see", "ask around", "common sense", "yes", "my gut feeling", "-"]
)
def test_tests_that_test_nothing(said):
    assert faults(own_test_said=said) == ["test"]
    assert faults(own_test_said=said, own_test_mark="nothing", own_grade_mark="worthless") == []


@pytest.mark.parametrize(
    "said",
    [
        "Demand is rising.",
        "TPMs are wanted",
        "Whoever can code will be hired",
        "TPMs sind gefragt",
        "需要が増えている",
    ],
)
def test_claims_that_claim_something(said):
    assert faults(own_claim_said=said) == []


@pytest.mark.parametrize(
    "said", ["yes", "it is so", "something", "Is demand rising?", "仕事はありますか\uff1f", "-"]
)
def test_claims_that_claim_nothing(said):
    assert faults(own_claim_said=said) == ["claim"]
