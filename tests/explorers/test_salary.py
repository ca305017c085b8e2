"""The explorer of salaries against the published figures, and what it offers to choose from."""

from __future__ import annotations

import pytest

from tests.explorers.pay import DEVELOPERS, MANAGERS, shown
from tpm_kit.explorers import pay_choices, salary
from tpm_kit.salary_data import areas, citation, pay


def test_every_area_can_be_chosen_the_nation_and_large_metros_first():
    options = pay_choices.area_choice("Place", ["US"], 1).options
    assert {one[0] for one in options} == {one.code for one in areas()}
    assert len(options) == len(areas()) > 580
    assert options[0][:2] == ("US", "United States")
    metros = [one for one in options if " metro " in one[2]]
    assert metros[0][1].startswith("New York-Newark")
    austin = next(one for one in options if one[0] == "12420")
    assert austin[1:] == ("Austin-Round Rock-San Marcos, TX", "12420 metro Texas")
    assert metros[0][2].endswith("metro New York New Jersey")


def test_the_occupations_begin_with_those_that_the_title_is_filed_under():
    choice = pay_choices.occupation_choice("Jobs", 4, start=3)
    assert [one[0] for one in choice.options[:3]] == choice.start == ["15-1299", MANAGERS, DEVELOPERS]
    assert len({one[1] for one in pay_choices.industry_choice("Industry").options}) == len(
        pay_choices.industry_choice("Industry").options
    )


def test_the_range_of_the_nation_is_the_published_one():
    drawn, said = shown(salary.EXPLORER, jobs=(DEVELOPERS,))
    (row,) = drawn["rows"]
    assert (row.p10, row.p50, row.p90) == (82_460, 135_980, 214_670)
    assert (drawn["offer"], drawn["band"]) == (None, None)
    assert drawn["citation"] == citation("oews")
    assert "Half earn less, half more than $135,980 for Software Developers (United States)" in said
    assert "“Technical Product Manager” is no official occupation" in said


@pytest.mark.parametrize(
    ("offer", "words", "short"),
    [
        (135_980, "$135,980 of base pay a year is at the median of Software Developers", "at the median"),
        (214_670, "at the 90th percentile of", "at the 90th percentile"),
        (400_000, "$400,000 of base pay a year is above the 90th percentile of", "above the 90th percentile"),
        (50_000, "is below the 10th percentile of", "below the 10th percentile"),
    ],
)
def test_an_offer_gets_its_place(offer, words, short):
    drawn, said = shown(salary.EXPLORER, jobs=(DEVELOPERS,), offer=offer)
    assert words in said
    assert (drawn["offer"], drawn["rows"][0].place) == (offer, short)


def test_between_two_percentiles_an_offer_is_read_on_a_straight_line():
    here = pay(DEVELOPERS)
    drawn, said = shown(salary.EXPLORER, jobs=(DEVELOPERS,), offer=here.p50 + (here.p75 - here.p50) * 0.4)
    assert "at about the 60th percentile, between the median and the 75th percentile of Software" in said
    assert drawn["rows"][0].place == "at about the 60th percentile"


def test_an_industry_is_of_the_nation_and_says_so():
    drawn, _ = shown(salary.EXPLORER, jobs=(DEVELOPERS, MANAGERS), area=("TX",), industry=("513200",))
    assert [row.under for row in drawn["rows"]] == ["Texas", "Software Publishers, United States"] * 2
    assert drawn["rows"][0].p50 == pay(DEVELOPERS, "TX").p50


def test_a_band_is_that_of_the_occupation_or_of_all_people_in_them():
    drawn, said = shown(salary.EXPLORER, jobs=(DEVELOPERS,), band=("p25-p75",))
    here = pay(DEVELOPERS)
    assert drawn["band"] == (here.p25, here.p75)
    assert f"of the occupation, goes from ${here.p25:,} to ${here.p75:,}." in said
    drawn, said = shown(salary.EXPLORER, jobs=(DEVELOPERS, MANAGERS), band=("p50-p75",))
    medians = sorted(pay(soc).p50 for soc in (DEVELOPERS, MANAGERS))
    assert medians[0] < drawn["band"][0] < medians[1]
    assert "of all 2 occupations together, each by its number of jobs, goes from $" in said


def test_what_is_not_published_is_said_and_not_zero():
    gone = next(one for one in areas() if pay(DEVELOPERS, one) is None)
    drawn, said = shown(
        salary.EXPLORER, jobs=(DEVELOPERS,), area=(gone.code,), offer=100_000, band=("p25-p75",)
    )
    assert f"Nothing is published for Software Developers ({gone.name}); that is not zero." in said
    assert "The band (25th to 75th: the middle half) cannot be drawn" in said
    assert "$100,000" not in said
    assert (drawn["rows"][0].p50, drawn["rows"][0].place, drawn["band"]) == (None, "", None)


def test_few_jobs_and_large_errors_are_warned_of():
    few = next(
        one
        for one in areas()
        if (here := pay(DEVELOPERS, one)) and here.published and here.employment and here.employment < 100
    )
    _, said = shown(salary.EXPLORER, jobs=(DEVELOPERS,), area=(few.code,))
    assert (
        f"Take care: Software Developers ({few.name}) has only {pay(DEVELOPERS, few).employment} jobs" in said
    )
    assert "Take care" not in shown(salary.EXPLORER, jobs=(DEVELOPERS,))[1]


def test_nothing_chosen_is_no_fault():
    drawn, said = shown(salary.EXPLORER, jobs=(), offer=90_000, band=("p10-p90",))
    assert (drawn["rows"], drawn["band"]) == ([], None)
    assert said.startswith("Choose an occupation.")
