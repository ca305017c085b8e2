"""Pay over the years: where lines join and where not, and what the chart says.

The figures are those of the US Bureau of Labor Statistics, Occupational Employment and Wage Statistics,
national files of May 2019 to 2025.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from tests.figures.charts import texts
from tpm_kit.figures.pay_trend import PayLine, PayTrend, YearPay

METHOD = "new method of estimation"
ANALYSTS = PayLine(
    "Computer Systems Analysts",
    [
        (2020, 93730, 110000),
        (2019, 90920, 108000),
        (2021, 99270, 112000, False, METHOD),
        (2022, 102240, 106000),
        (2023, 103800, 103800),
    ],
)
MANAGERS_90TH = PayLine(
    "Computer and Information Systems Managers",
    [YearPay(2023, 239200, None, True), YearPay(2024, 239200, None, True), YearPay(2025, 297510)],
)


def chart(*lines, **more) -> PayTrend:
    """A chart of these lines."""
    made = PayTrend()
    made.update(lines, **more)
    return made


def pieces(line) -> list[list[float]]:
    """The stretches of a line between its gaps, as their levels."""
    found: list[list[float]] = []
    for y in line.get_ydata():
        if math.isnan(y):
            found.append([])
        else:
            found[-1].append(float(y))
    return [piece for piece in found if piece]


def test_a_break_is_a_gap_in_both_lines():
    made = chart(ANALYSTS, prices_of=2023)
    [nominal], [real] = made._nominal.take(1), made._real.take(1)
    assert [
        [pytest.approx(made._y(value)) for value in part]
        for part in ([90920, 93730], [99270, 102240, 103800])
    ] == pieces(nominal)
    assert [len(piece) for piece in pieces(real)] == [2, 3]
    assert made._breaks._made[0].get_xdata()[0] == pytest.approx(made._x(2020.5))
    assert f"Gap before 2021: {METHOD}." in texts(made)


def test_a_year_that_is_missing_or_not_published_is_a_gap_too():
    for years in ([(2020, 93730), (2022, 102240)], [(2020, 93730), (2021, None), (2022, 102240)]):
        made = chart(PayLine("Analysts", years))
        assert [len(piece) for piece in pieces(made._nominal.take(1)[0])] == [1, 1]
    assert "2021 not published" in made.alt
    assert "Median pay, 2020 to 2022: the last year stands alone" in texts(made)


def test_a_figure_that_was_cut_off_is_an_arrow_and_joins_nothing():
    made = chart(MANAGERS_90TH, measure="90th percentile")
    assert [len(piece) for piece in pieces(made._nominal.take(1)[0])] == [1]
    arrows = made._nominal_cut.take(1)[0]
    assert list(arrows.get_xdata()) == pytest.approx([made._x(2023), made._x(2024)])
    assert {"≥ 239,200", "297,510"} <= set(texts(made))
    assert "239,200" not in texts(made)
    assert "2023 at least 239,200, 2024 at least 239,200, 2025 297,510" in made.alt
    assert "90th percentile pay, 2023 to 2025: the last year stands alone" in texts(made)


def test_the_title_says_the_change_since_the_last_break_only():
    made = chart(ANALYSTS, prices_of=2023)
    # 103,800 / 99,270 and 103,800 / 112,000
    assert "Median, 2021 to 2023: +4.6 % as paid, −7.3 % in prices of 2023" in texts(made)
    assert "Median, 2021 to 2023: +4.6 % as paid" in texts(chart(ANALYSTS))


def test_real_pay_is_drawn_only_if_its_year_is_known():
    made = chart(ANALYSTS)
    assert pieces(made._real.take(1)[0]) == []
    assert "prices of" not in made.alt


def test_the_text_says_every_number():
    made = chart(ANALYSTS, prices_of=2023, citation="BLS, May of each year.")
    assert made.alt == (
        "Median, 2021 to 2023: +4.6 % as paid, −7.3 % in prices of 2023. "
        "Computer Systems Analysts: 2019 90,920 (108,000 in prices of 2023), "
        "2020 93,730 (110,000 in prices of 2023), 2021 99,270 (112,000 in prices of 2023), "
        "2022 102,240 (106,000 in prices of 2023), 2023 103,800 (103,800 in prices of 2023). "
        f"Gap before 2021: {METHOD}. Median, US dollars a year, base pay before tax. BLS, May of each year."
    )
    assert "BLS, May of each year." in texts(made)


def test_a_reason_that_not_all_lines_have_names_those_that_have_it():
    plain = PayLine("Project Management Specialists", [(2021, 94500), (2022, 95370)])
    made = chart(ANALYSTS, plain)
    assert f"Gap before 2021: {METHOD} (Computer Systems Analysts)." in made.alt
    assert {"103,800", "95,370", "Median pay, 2019 to 2023"} <= set(texts(made))


def test_the_scale_that_does_not_begin_at_zero_says_so():
    made = chart(ANALYSTS)
    assert any(text.endswith("; the scale begins at 90,000") for text in texts(made))


def test_names_at_the_ends_stand_apart_in_the_order_of_their_lines():
    made = chart(*(PayLine(f"Line {n}", [(2024, 100000 + n), (2025, 100000 + n)]) for n in range(6)))
    levels = [text.get_position()[1] for text in made._names.take(6)]
    assert levels == sorted(levels)
    assert min(b - a for a, b in pairwise(levels)) >= 17


def test_nothing_and_odd_numbers():
    assert chart().alt == "No pay over the years yet."
    made = chart(PayLine("Analysts", []))
    assert "not published" in texts(made)
    assert made.alt.startswith("No pay is published for these years. Analysts: no year.")
    made = chart(PayLine("Analysts", [(2024, math.nan), (2025, math.inf)]), prices_of=2025)
    assert "2024 not published, 2025 not published" in made.alt
    for years in ([(2025, 0), (2026, 0)], [(1, 1e300), (9999, -1)], [(2025, 5), (2025, 103800)]):
        assert chart(PayLine("Odd", years)).png()
    assert "2025 103,800" in chart(PayLine("Twice", [(2025, 5), (2025, 103800)])).alt
