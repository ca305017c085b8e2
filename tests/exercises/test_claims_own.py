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
        "Indeed: experts counted adverts",
        "Lenny says everybody hires them",
        "Levels.fyi, pay of everybody who fills it in",
        "Udemy: studies show 20 % more adverts",
        "Gartner's experts, from a survey",
        "McKinsey & Company, a survey of people in product",
        "McKinsey & Company: most people counted agree",
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
        "Everybody says so",
        "People say it",
        "Experts say so",
        "Some people say",
        "Everyone: people say it",
        "Research says experts are sure",
        "Well, everybody says so",
        "LinkedIn: everybody says it",
    ],
)
def test_sources_that_cannot(said):
    assert faults(own_basis_said=said) == ["basis"]
    assert faults(own_basis_said=said, own_basis_mark="uncounted", own_grade_mark="weak") == ["basis"]


@pytest.mark.parametrize(
    "said",
    [
        "Gartner says that most people in product will need it",
        "Lenny says everybody hires them",
        "A recruiter I met in Leeds, no count",
        "Acme, without a survey",
        "Dana Weir, who never counted",
        "Dana Weir in Leeds, 12 May 2024",
        "A director with 20 years of experience",
        "A recruiter at a firm of 300 people",
        "Jane Doe, with 12,000 readers",
        "Lenny's podcast, episode 133",
        "Udemy says 20 % more",
        "https://example.org/survey-1200-firms",
        "A man who could not say whom they surveyed",
        "Umfrage ohne Zahlen, Hays",
    ],
)
def test_sources_without_a_count(said):
    assert faults(own_basis_said=said, own_basis_mark="uncounted", own_grade_mark="weak") == []


@pytest.mark.parametrize(
    ("said", "piece"),
    [
        ("Hays, survey of 1,200 firms", "survey"),
        ("Indeed: experts counted adverts", "counted"),
        ("Acme asked 300 hiring managers", "300 hiring managers"),
        ("Dana Weir, 1,200 adverts in Leeds", "1,200 adverts"),
        ("Gartner polled its readers", "polled"),
    ],
)
def test_a_count_that_is_named_contradicts_the_mark_that_there_is_none(said, piece):
    raw = cells(own_basis_said=said, own_basis_mark="uncounted", own_grade_mark="weak")
    (fault,) = own_faults(EXERCISE.read(raw))
    assert (fault.part, fault.column, fault.contradicts) == ("basis", "mark", True)
    assert fault.says == f"You mark “No count”, and “{said}” names one: “{piece}”."
    assert faults(own_basis_said=said, own_basis_mark="count", own_grade_mark="strong") == []


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("BLS forecast until 2033, published 2022", "old"),
        ("BLS forecast until 2033, published 2024", "recent"),
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
        ("2024, forecast until 2033", "old"),
        ("2019 and 2022", "recent"),
        ("2019", "undated"),
        ("May 2024", "undated"),
        ("lately", "recent"),
        ("some time ago", "old"),
        ("no idea", "recent"),
        ("nowadays", "recent"),
    ],
)
def test_dates_that_do_not(said, mark):
    assert faults(own_date_said=said, own_date_mark=mark) == ["date"]


def test_a_year_is_a_date():
    (fault,) = own_faults(EXERCISE.read(cells(own_date_said="2019", own_date_mark="undated")))
    assert fault.why == "You wrote a year, 2019, so there is a date."


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
        "Count adverts on Indeed in May and November",
        "Compare two yearly reports",
        "How many graduates find a post",
        "The number of posts in Leeds, each May",
        "Adverts of the twenty largest bakeries, each April",
    ],
)
def test_a_test_that_is_named_contradicts_the_mark_that_nothing_could(said):
    raw = cells(own_test_said=said, own_test_mark="nothing", own_grade_mark="worthless")
    (fault,) = own_faults(EXERCISE.read(raw))
    assert (fault.part, fault.column, fault.contradicts) == ("test", "mark", True)
    assert fault.says == f"You mark “Nothing could”, and “{said}” names something that could be counted."


@pytest.mark.parametrize(
    "said",
    [
        "No count could contradict it",
        "It names no country and no year",
        "It is about the future of the country",
        "Too vague to count",
        "It cannot be compared with anything",
        "Whatever one counts, it can still be said",
        "Nobody can count a future",
        "It doesn't say how many or when",
        "It leaves open how many",
        "It is a sentence from an advert",
        "A number of futures would fit",
    ],
)
def test_reasons_why_nothing_could_test_it(said):
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
