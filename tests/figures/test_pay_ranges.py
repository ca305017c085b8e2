"""Ranges of pay: where bands, medians, arrows and the offer lie, and what the chart says.

The figures are those of the US Bureau of Labor Statistics, Occupational Employment and Wage Statistics: of
May 2025 for the nation, and of May 2024 where a percentile was cut off at 239,200.
"""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest

from tests.figures.charts import boxes, texts
from tpm_kit.figures.pay_ranges import PayRanges, PayRow, pay_row, placed

DEVELOPERS = PayRow(
    "Software Developers",
    82460,
    105210,
    135980,
    171980,
    214670,
    (),
    None,
    1687890,
    0.4,
    148100,
    "US, May 2025",
)
MANAGERS_2024 = PayRow(
    "Computer and Information Systems Managers", 104450, 134350, 171200, 216220, None, ("p90",), 239200
)
CITATION = "U.S. Bureau of Labor Statistics, May 2025 (www.bls.gov/oes)."


def chart(*rows, **more) -> PayRanges:
    """A chart of these rows."""
    made = PayRanges()
    made.update(rows, **more)
    return made


def spans(pool, count: int) -> list[tuple[float, float]]:
    """The left and right ends of the bars of a pool."""
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in pool.take(count)]


def test_bands_reach_over_the_percentiles_and_the_median_is_a_line():
    made = chart(DEVELOPERS)
    assert spans(made._thin, 1)[0] == pytest.approx((made._x(82460), made._x(214670)))
    assert spans(made._thick, 1)[0] == pytest.approx((made._x(105210), made._x(171980)))
    assert list(made._medians.get_xdata()[:2]) == pytest.approx([made._x(135980)] * 2)
    assert {"82,460", "135,980", "214,670", "1,687,890 jobs", "standard error 0.4 %"} <= set(texts(made))


def test_the_text_says_every_number_and_the_source():
    made = chart(
        DEVELOPERS._replace(place="about the 53rd percentile"),
        offer=140000,
        band=(150000, 136000),
        citation=CITATION,
    )
    assert made.alt == (
        "The middle half is paid 105,210 to 171,980. Your offer 140,000. To negotiate in 136,000 to 150,000. "
        "Software Developers (US, May 2025): 10th percentile 82,460, 25th 105,210, median 135,980, "
        "75th 171,980, 90th 214,670, mean 148,100, 1,687,890 jobs, standard error of the mean 0.4 %, "
        "the offer: about the 53rd percentile. US dollars a year, base pay before tax. " + CITATION
    )
    assert {CITATION, "your offer 140,000", "to negotiate in: 136,000 to 150,000"} <= set(texts(made))


def test_a_cut_off_percentile_is_an_arrow_at_its_floor_and_no_number():
    made = chart(MANAGERS_2024, DEVELOPERS)
    assert list(made._arrows.get_xdata()) == pytest.approx([made._x(239200) + 4])
    assert spans(made._thin, 2)[0][1] == pytest.approx(made._x(239200))
    assert "≥ 239,200" in texts(made)
    assert "239,200" not in texts(made)
    assert "90th at least 239,200" in made.alt
    assert "the true figure is higher" in " ".join(texts(made))
    assert "cut it off" not in " ".join(texts(chart(DEVELOPERS)))


def test_several_percentiles_can_be_cut_off():
    made = chart(PayRow("Some", 90000, 150000, None, None, None, ("p50", "p75", "p90"), 239200))
    assert not len(made._medians.get_xdata())
    assert spans(made._thick, 1)[0] == pytest.approx((made._x(150000), made._x(239200)))
    made = chart(PayRow("All", topcoded=("p10", "p25", "p50", "p75", "p90"), floor=239200))
    assert "median at least 239,200" in made.alt
    made = chart(PayRow("No floor", topcoded=("p90",)))
    assert "90th cut off" in made.alt
    assert made.png()


def test_a_value_below_a_floor_that_is_named_as_cut_off_is_not_taken_for_the_percentile():
    made = chart(MANAGERS_2024._replace(p90=216220))
    assert "90th at least 239,200" in made.alt


def test_what_is_not_published_is_said_and_is_not_zero():
    made = chart(PayRow("Data Scientists", under="Guam", jobs=40), offer=120230)
    assert {"no pay published", "40 jobs", "No pay is published for this row"} <= set(texts(made))
    assert "Data Scientists (Guam): no pay published, 40 jobs" in made.alt
    assert not any(bar.get_visible() for bar in made._thin._made)
    made = chart(PayRow("Half", None, 105210, 135980, 171980, None))
    assert "10th percentile not published, 25th 105,210" in made.alt
    assert made.alt.count("not published") == 2
    assert {"105,210", "171,980"}.isdisjoint(texts(made)), "the ends are no 10th and 90th percentile"


def test_no_row_and_odd_numbers():
    assert chart().alt == "No range of pay yet."
    made = chart(PayRow("Odd", math.nan, math.inf, 135980), offer=math.nan, band=(math.nan, 1))
    assert "10th percentile not published, 25th not published, median 135,980" in made.alt
    assert "offer" not in made.alt
    for value in (0, -5, 1e15, 1e300):
        assert chart(PayRow("Same", *[value] * 5), offer=value, means=True).png()


def test_an_offer_far_off_does_not_squeeze_the_ranges():
    made = chart(DEVELOPERS, offer=5_000_000)
    still = chart(DEVELOPERS)
    assert (made._low, made._high) == (still._low, still._high)
    assert "your offer 5,000,000, off the scale ▸" in texts(made)
    assert not len(made._offer.get_xdata())
    assert "◂ your offer −3, off the scale" in texts(chart(DEVELOPERS, offer=-3))
    near = chart(DEVELOPERS, offer=300_000)
    assert near._offer.get_xdata()[0] == pytest.approx(near._x(300_000))


def test_the_offers_line_leaves_room_for_words():
    made = chart(DEVELOPERS, MANAGERS_2024, offer=136_500)
    made.png()
    xs, ys = made._offer.get_data()
    pieces = [(ys[at], ys[at + 1]) for at in range(0, len(ys), 3)]
    assert len(pieces) > 1
    for box in boxes(made, {"135,980", "82,460", "104,450", "171,200"}):
        if box.x0 < 2 * xs[0] < box.x1:
            assert all(high <= box.y0 / 2 + 3 or low >= box.y1 / 2 - 3 for low, high in pieces)
    assert pieces[0][0] == made._floor
    assert pieces[-1][1] > made._roof


def test_only_the_offer_is_drawn_anew_when_it_moves():
    made = chart(DEVELOPERS, MANAGERS_2024, offer=136_000, means=True, citation=CITATION)
    made.png()
    made.update(
        [DEVELOPERS, MANAGERS_2024._replace(floor=239200)], offer=137_000, means=True, citation=CITATION
    )
    changed = [one for one in made.figure.get_children() if one.get_visible() and one.stale]
    assert {type(one).__name__ for one in changed} == {"Line2D", "Text"}
    assert len(changed) == 2


def test_the_mean_has_the_95_percent_range_of_its_standard_error():
    made = chart(DEVELOPERS, MANAGERS_2024, means=True)
    # 148,100 ± 1.96 × 0.4 % of it
    assert list(made._whiskers.get_xdata()[:2]) == pytest.approx([made._x(146938.896), made._x(149261.104)])
    assert list(made._means.get_xdata()) == pytest.approx([made._x(148100)])
    assert "diamond: mean, with its 95 % range" in " ".join(texts(made))
    assert not len(chart(DEVELOPERS)._means.get_xdata())


def test_the_stretch_between_two_percentiles_is_outlined():
    made = chart(DEVELOPERS, MANAGERS_2024, between=("p75", "p90"))
    assert list(made._outlines.get_xdata()[:2]) == pytest.approx([made._x(171980), made._x(214670)])
    assert len(made._outlines.get_xdata()) == 6, "the second row's 90th is not known"
    assert "outlined: 75th to 90th" in " ".join(texts(made))


def test_a_row_is_made_of_a_range():
    pay = SimpleNamespace(p10=1, p25=2, p50=3, p75=4, p90=None, topcoded=("p90",), floor=5)
    pay.employment, pay.mean, pay.mean_rse = 60, 3.5, 0.7
    assert pay_row("A", pay, "B", "C") == PayRow("A", 1, 2, 3, 4, None, ("p90",), 5, 60, 0.7, 3.5, "B", "C")
    assert pay_row("A", None) == PayRow("A")


@pytest.mark.parametrize(
    ("low", "high", "estimate", "words"),
    [
        (50, 75, 52.6, "about the 53rd percentile"),
        (50, 50, 50.0, "at the median"),
        (10, 25, 11.2, "about the 11th percentile"),
        (90, None, None, "above the 90th percentile"),
        (None, 10, None, "below the 10th percentile"),
        (None, 50, None, "below the median"),
        (75, 90, None, "75th to 90th percentile"),
        (None, None, None, ""),
    ],
)
def test_a_position_in_short(low, high, estimate, words):
    assert placed(SimpleNamespace(low=low, high=high, estimate=estimate)) == words


def test_medians_of_several_rows_are_in_the_title():
    made = chart(DEVELOPERS, MANAGERS_2024)
    assert "Medians from 135,980 to 171,200: half earn less, half more" in texts(made)
    assert "My own" in texts(chart(DEVELOPERS, title="My own"))
