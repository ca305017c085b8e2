"""Hours for defects: bars as long as their hours, on a scale that holds them."""

from __future__ import annotations

import pytest

from tests.figures.charts import texts
from tpm_kit.figures.defect_hours import DefectHours, reach

PLACES = [("Unit tests", 10.04, 20, 30), ("Users", 4, 0, 80)]


def test_bars_are_as_long_as_their_hours_and_mending_follows_on_tests():
    chart = DefectHours()
    chart.update(PLACES)
    hour = (chart._across(100) - chart._across(0)) / 100
    tests, mends = chart._tests.take(2), chart._mends.take(2)
    assert [bar.get_width() / hour for bar in tests] == pytest.approx([20, 0])
    assert [bar.get_width() / hour for bar in mends] == pytest.approx([30, 80])
    assert mends[0].get_x() == pytest.approx(tests[0].get_x() + tests[0].get_width())
    assert tests[0].get_y() > tests[1].get_y()
    assert (tests[0].get_hatch(), mends[0].get_hatch()) == (None, "////")


def test_title_and_text_hold_the_sums():
    chart = DefectHours()
    chart.update(PLACES)
    assert {"130 hours a release: 20 for tests and 110 for mending", "10 found here"} <= set(texts(chart))
    assert {"0", "50", "100", "20 tests + 30 mending", "80 hours"} <= set(texts(chart))
    assert chart.alt == (
        "130 hours a release: 20 for tests and 110 for mending. Unit tests: 10 found here, 50 hours (20 "
        "tests + 30 mending). Users: 4 found here, 80 hours (80 mending)."
    )


def test_the_scale_stands_still_while_a_number_changes_little():
    chart = DefectHours()
    for hours in (60, 80, 100):
        chart.update([("Users", 1, 0, hours)])
        assert chart._reach == 100
    chart.update([("Users", 1, 0, 101)])
    assert chart._reach == 200


@pytest.mark.parametrize("hours", [0, 9.99, 10, 10.01, 50, 99, 1e6, 1e9 + 1])
def test_a_scale_holds_what_is_on_it_and_is_not_much_longer(hours):
    assert hours <= reach(hours) <= max(10, 2.5 * hours)


def test_a_place_where_nothing_happens_says_so():
    chart = DefectHours()
    chart.update([("Unit tests", 0, 0, 0)])
    assert {"none found here", "nothing", "0 hours"} <= set(texts(chart))
