"""The explorer of places against the published figures: differences, chance, and what is missing."""

from __future__ import annotations

import pytest

from tests.explorers.pay import DEVELOPERS, shown
from tpm_kit.explorers import places
from tpm_kit.salary_data import areas, pay


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


def test_no_place_chosen_is_no_fault():
    drawn, said = shown(places.EXPLORER, areas=())
    assert drawn["rows"] == []
    assert said.startswith("Choose up to 6 places.")
