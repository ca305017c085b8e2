"""The explorers of pay against the published figures, and what is typed into them."""

from __future__ import annotations

import pytest

from tests.exercises.planting import BAKERY
from tpm_kit.course import Course
from tpm_kit.explorers import explorer, pay_choices, places, real_pay, salary
from tpm_kit.methods.price_index import CITATION
from tpm_kit.salary_data import areas, citation, pay

DEVELOPERS, MANAGERS = "15-1252", "11-3021"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture
def course(tmp_path):
    return Course(folder=tmp_path)


def start(one, **changes):
    """The values with which an explorer begins, changed."""
    choices = one.choices(BAKERY)
    values = {
        id: each.start if isinstance(each.start, str) else tuple(each.start) for id, each in choices.items()
    }
    values |= {id: each.start for id, each in one.sliders(BAKERY).items()}
    return values | changes


def shown(one, **changes):
    """What is drawn and said for values."""
    values = start(one, **changes)
    return one.plotted(values, BAKERY), one.says(values, BAKERY)


# Choices ------------------------------------------------------------------------------------------------


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


# Salary -------------------------------------------------------------------------------------------------


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
    assert shown(places.EXPLORER, areas=())[1].startswith("Choose up to 6 places.")


# Places -------------------------------------------------------------------------------------------------


def metros(low, high, job=DEVELOPERS):
    """The metros with so many jobs, and an error of the mean."""
    found = ((one, pay(job, one)) for one in areas() if one.type == "metro")
    return [
        one.code
        for one, here in found
        if here and here.p50 and here.mean_rse and low <= (here.employment or 0) < high
    ]


def test_a_difference_is_held_against_chance():
    values = {"job": (DEVELOPERS,), "areas": ("12420", "35620")}
    one, two = (pay(DEVELOPERS, code) for code in values["areas"])
    margin = 1.96 * ((one.mean * one.mean_rse / 100) ** 2 + (two.mean * two.mean_rse / 100) ** 2) ** 0.5
    _, said = shown(places.EXPLORER, measure=("mean",), **values)
    sure = "more than" if abs(two.mean - one.mean) > margin else "no more than"
    assert f"${abs(two.mean - one.mean):,} (" in said
    assert f", {sure} the ${margin:,.0f} that chance alone could make" in said
    assert "none is published" not in said
    assert "for a median none is published" in shown(places.EXPLORER, **values)[1]


def test_a_metro_of_few_jobs_beside_one_of_many_is_warned_of():
    few, many = metros(30, 100)[0], metros(30_000, 10**9)[0]
    drawn, said = shown(places.EXPLORER, job=(DEVELOPERS,), areas=(many, few))
    assert f"has only {pay(DEVELOPERS, few).employment} jobs" in said
    assert [row.jobs for row in drawn["rows"]] == [pay(DEVELOPERS, code).employment for code in (many, few)]
    assert drawn["means"]


@pytest.mark.parametrize(
    ("pair", "shared"),
    [
        (("12420", "TX"), True),
        (("TX", "12420"), True),
        (("35620", "NJ"), True),
        (("12420", "NY"), False),
        (("US", "TX"), True),
        (("TX", "CA"), False),
        (("12420", "41940"), False),
    ],
)
def test_places_that_share_people_are_not_held_against_chance(pair, shared):
    _, said = shown(places.EXPLORER, job=(DEVELOPERS,), areas=pair)
    assert ("the two share people" in said) == shared
    assert ("that chance alone could make" in said) != shared


def test_a_place_without_a_figure_is_named():
    gone = next(one for one in areas() if pay(DEVELOPERS, one) is None)
    _, said = shown(places.EXPLORER, job=(DEVELOPERS,), areas=("US", gone.code))
    assert f"No median is published for Software Developers in {gone.name}; that is not zero." in said
    assert "United States: $135,980. Choose another place to compare." in said


# Real pay -----------------------------------------------------------------------------------------------


def test_without_an_index_nothing_is_real():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), index="")
    (line,) = drawn["lines"]
    assert [one[0] for one in line.years] == list(range(2019, 2026))
    assert [one[1] for one in line.years][-2:] == [133_080, 135_980]
    assert (drawn["prices_of"], {one[2] for one in line.years}) == (None, {None})
    assert (
        "From May 2021 to May 2025 the median went from $120,730 to $135,980, +12.6 % or +3.0 % a year."
        in said
    )
    assert "Say how much prices rose" in said
    assert (
        "2020 and 2021 do not compare: from May 2021 on BLS estimates with another method; 2020 has a" in said
    )
    assert drawn["citation"] == citation("oews-trend")


def test_it_begins_with_the_consumer_prices_of_the_country():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,))
    worth = 120_730 * 321.465 / 269.195
    assert drawn["lines"][0].years[2][2] == pytest.approx(worth)
    assert drawn["citation"] == f"{citation('oews-trend')} {CITATION}"
    assert "Prices changed by +19.4 % in that time" in said
    assert f"it was ${worth:,.0f} then, so what it buys changed by −5.7 %." in said
    assert "The prices are those of the whole country" in said


def test_a_rise_of_prices_is_taken_from_the_pay():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), rise=3.0)
    worth = 120_730 * 1.03**4
    assert drawn["lines"][0].years[2][2] == pytest.approx(worth)
    assert drawn["lines"][0].years[-1][1:3] == (135_980, pytest.approx(135_980))
    assert f"in prices of 2025 it was ${worth:,.0f} then, so what it buys changed by +0.1 %." in said
    assert "is your assumption and no published figure" in said


def test_an_index_can_be_typed():
    drawn, said = shown(real_pay.EXPLORER, job=(DEVELOPERS,), index="2021: 100; 2025: 125,5")
    assert [one[2] for one in drawn["lines"][0].years] == pytest.approx(
        [None, None, 120_730 * 1.255, None, None, None, 135_980]
    )
    assert "The index is the one that you typed" in said
    assert "assumption" not in said
    assert "what it buys changed by −10.3 %" in said
    assert "has no figure for 2021" in shown(real_pay.EXPLORER, index="2019 100 2025 120")[1]


def test_a_censored_percentile_is_a_floor_and_joins_nothing():
    drawn, said = shown(real_pay.EXPLORER, job=(MANAGERS,), measure=("p90",), rise=2.0)
    years = {one[0]: one for one in drawn["lines"][0].years}
    assert years[2021][1:4] == (208_000, pytest.approx(208_000 * 1.02**4), True)
    assert years[2024][1] == 239_200
    assert years[2025][1] == 297_510
    assert [one[3] for one in years.values()] == [True] * 6 + [False], "an arrow joins nothing"
    assert [year for year in years if years[year][4]] == [2021]
    assert "Only 2025 has a figure that compares with no other: $297,510." in said


YEARS = list(range(2019, 2026))
SEVEN = {year: 100.0 + at for at, year in enumerate(YEARS)}


@pytest.mark.parametrize(
    ("text", "index", "fault"),
    [
        ("", {}, ""),
        ("  ", {}, ""),
        ("100 101 102 103 104 105 106", SEVEN, ""),
        ("100, 101, 102, 103, 104, 105, 106,", SEVEN, ""),
        ("100;101;102;103;104;105;106", SEVEN, ""),
        ("100,5 101 102 103 104 105 106", {**SEVEN, 2019: 100.5}, ""),
        ("2020=101 2025=106", {2020: 101.0, 2025: 106.0}, ""),
        ("2020 101 2024 106", {}, "The figure of 2025 is missing"),
        ("100", {}, "Give 7 figures, 2019 to 2025"),
        ("100 101 102 103 104 105 1060", {}, "does not double from 2024 to 2025"),
        ("100 101 102 103 104 105 1", {}, "does not halve from 2024 to 2025"),
        ("100 101 102 103 0 105 106", {}, "“0” is no figure"),
        ("100 101 102 103 -4 105 106", {}, "“-4” is no figure"),
        (f"{EVIL} 1", {}, "is no figure of an index"),
        ("9" * 200, {}, "is no figure of an index"),
    ],
)
def test_an_index_is_read_as_people_type_it(text, index, fault):
    found, said = real_pay.parsed(text, YEARS)
    assert found == index
    assert fault in said
    assert bool(said) == bool(fault)


# On screen ----------------------------------------------------------------------------------------------


def test_choices_move_picture_and_sentence(course):
    for name, chooser, value in (
        ("salary", "jobs", [DEVELOPERS]),
        ("salary", "area", ["12420"]),
        ("salary", "industry", ["513200"]),
        ("salary", "band", ["p25-p75"]),
        ("places", "job", [DEVELOPERS]),
        ("places", "areas", ["12420", "TX"]),
        ("real-pay", "job", [DEVELOPERS]),
        ("real-pay", "measure", ["p90"]),
    ):
        on_screen = course.explore(name)
        before = on_screen.picture.png, on_screen.picture.alt, on_screen.sentence.tree
        on_screen.choosers[chooser].set_state({"value": value})
        after = on_screen.picture.png, on_screen.picture.alt, on_screen.sentence.tree
        assert all(one != two for one, two in zip(before, after, strict=True)), (name, chooser)
        assert explorer(name).plotted(on_screen._values(), BAKERY)["citation"] in on_screen.picture.alt


@pytest.mark.parametrize("value", [None, "US", [], ["US", "TX"], ["nowhere"], [["US"]], [None], {}])
def test_a_chooser_takes_what_it_offers_only(course, value):
    chooser = course.explore("salary").choosers["area"]
    chooser.set_state({"value": value, "options": [["x", "y"]], "most": 9})
    assert (chooser.value, chooser.most, len(chooser.options)) == (["US"], 1, len(areas()))


def test_several_are_no_more_than_fit_and_none_twice(course):
    chooser = course.explore("places").choosers["areas"]
    before = chooser.value
    for value in (["US", "US"], [one[0] for one in chooser.options[:7]], ["US", "nowhere"]):
        chooser.set_state({"value": value})
        assert chooser.value == before
    chooser.set_state({"value": []})
    assert chooser.value == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("151,250", 151_250),
        ("$151 250", 151_250),
        ("151.250", 151_250),
        ("151250.50", 151_250.5),
        ("120k", 120_000),
        ("", 0),
        ("500001", None),
        ("-5", None),
        ("€ 90,000", None),
        ("ninety", None),
        (EVIL, None),
    ],
)
def test_an_offer_can_be_typed(course, text, value):
    on_screen = course.explore("salary")
    slider, field = on_screen.sliders["offer"], on_screen.exact["offer"].field
    slider.set_state({"value": 90_000})
    assert field.text == "90,000"
    field.set_state({"text": text})
    assert slider.value == (90_000 if value is None else value)
    assert field.text == text
    assert field.fault == (
        "Type a number from 0 to 500,000 (US dollars); the slider has not moved." if value is None else ""
    )
    slider.set_state({"value": 60_000})
    assert (field.text, field.fault) == ("60,000", "")


def test_a_fault_stands_at_the_entry_and_the_picture_stays(course):
    on_screen = course.explore("real-pay")
    before = on_screen.picture.png
    on_screen.fields["index"].set_state({"text": "1 2 3"})
    assert on_screen.fields["index"].fault.startswith("Give 7 figures")
    assert on_screen.picture.png == before
    for text in (None, 5, "x" * 201):
        on_screen.fields["index"].set_state({"text": text})
    assert on_screen.fields["index"].text == "1 2 3"


def test_the_static_copy_says_what_was_chosen(course):
    html = course.explore("salary").to_html()
    assert "<p>Place: United States</p>" in html
    assert "<p>Occupations: Computer Occupations, All Other, Computer and Information" in html
    assert course.explore("budget").to_html().count("<p>") == 4
