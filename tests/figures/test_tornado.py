"""The tornado: where its bars begin and end, which lines stand in it, and what its text says."""

from __future__ import annotations

import math

import pytest

from tests.figures.charts import boxes, texts
from tpm_kit.figures.tornado import ALONE, Tornado

BARS = [
    ("Oven", 44, 60, "9–20 days"),
    ("Mill burns", 50, 57, "20 % likely"),
    ("Dough", 49, 52),
    ("Salt", 50, 50),
]


def chart(**more) -> Tornado:
    """A bakery that opens on day 50 if all goes middling, and has to on day 56."""
    made = Tornado()
    made.update(BARS, 50, [("P80", 58), ("market", 56)], **{"unit": "days", **more})
    return made


def spans(made: Tornado, pool: str) -> list[tuple[float, float]]:
    """The left and right ends of the bars of a pool."""
    found = getattr(made, pool).take(len(BARS))
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in found]


def test_bars_reach_from_low_to_high_and_are_parted_at_the_base():
    made = chart()
    below, above = spans(made, "_below"), spans(made, "_above")
    for (_, low, high, *_), left, right in zip(BARS, below, above, strict=True):
        assert left == pytest.approx((made._x(low), made._x(50)))
        assert right == pytest.approx((made._x(50), made._x(high)))
    assert {bar.get_hatch() for bar in made._above.take(4)} == {"////"}
    assert {bar.get_hatch() for bar in made._below.take(4)} == {None}
    levels = [bar.get_y() for bar in made._above.take(4)]
    assert levels == sorted(levels, reverse=True)


def test_base_and_marks_are_lines_with_a_key():
    made = chart()
    for line, at in zip(made._lines, (50, 58, 56), strict=True):
        assert line.get_xdata()[0] == pytest.approx(made._x(at))
    assert {"base 50 days", "P80 58 days", "market 56 days"} <= set(texts(made))
    strokes = {(line.get_linestyle(), line.get_linewidth()) for line in made._lines}
    assert len(strokes) == 3
    for line, swatch in zip(made._lines, made._swatches, strict=True):
        assert (line.get_linestyle(), line.get_linewidth()) == (
            swatch.get_linestyle(),
            swatch.get_linewidth(),
        )


def test_the_text_says_all_and_what_the_chart_cannot_see():
    made = chart()
    assert made.alt == (
        "Finish: Oven moves it most. Base 50 days, P80 58 days and market 56 days. "
        "Oven: from 44 days to 60 days (9–20 days). Mill burns: from 50 days to 57 days (20 % likely). "
        f"Dough: from 49 days to 52 days. Salt: moves nothing. {ALONE}"
    )
    assert "what only happens together is not seen" in made.alt


def test_ends_are_written_but_for_those_at_the_base():
    made = chart()
    written = texts(made)
    assert written.count("50 days") <= 1  # at the scale, not at the bar that begins there
    assert {"44 days", "49 days", "52 days", "57 days", "moves nothing"} <= set(written)


def test_words_at_the_ends_are_clear_of_the_lines():
    made = chart()
    made.png()
    for box in boxes(made, {text.get_text() for text in (*made._lows._made, *made._highs._made)} - {""}):
        if box.x0 / 2 > 256 and box.y0 / 2 > 62 and box.y1 / 2 < made._roof:
            for line in made._lines:
                assert not box.x0 < 2 * line.get_xdata()[0] < box.x1


def test_ends_in_the_wrong_order_and_outside_the_base_are_drawn_all_the_same():
    made = Tornado()
    made.update([("Turned", 60, 44), ("Above", 52, 55)], 50)
    (left, part), (again, right) = spans(made, "_below")[0], spans(made, "_above")[0]
    assert (left, part, again, right) == pytest.approx((made._x(44), made._x(50), made._x(50), made._x(60)))
    assert spans(made, "_below")[1] == pytest.approx((made._x(52), made._x(52)))
    assert "Turned: from 60 to 44" in made.alt


def test_words_for_values_may_be_dates():
    made = chart(written=lambda value: f"{value:g} May")
    assert {"44 May", "P80 58 May"} <= set(texts(made))
    made.update([("Close", 10.1, 10.2), ("Wide", 5, 20)], written=lambda value: f"{value:.0f} May")
    assert "Close: hardly moves it from 10 May" in made.alt


def test_the_scale_stands_still_while_a_bar_moves_a_little():
    made = chart()
    before = (made._low, made._high)
    made.update([("Oven", 44.7, 59.1), *BARS[1:]], 50, [("P80", 57.4), ("market", 56)])
    assert (made._low, made._high) == before


def test_nothing_that_moves_and_nothing_at_all():
    made = Tornado()
    made.update([("Salt", 3, 3), ("Sugar", 3, 3)], 3)
    assert made.alt.startswith("Finish: Nothing moves it alone. Base 3. Salt: moves nothing.")
    made.update([("Odd", math.nan, 3), ("Far", 1, math.inf)], math.nan, [("P80", math.nan), ("market", 5)])
    assert made.alt == "Nothing is uncertain yet. Market 5."
    made.update([])
    assert made.alt == "Nothing is uncertain yet."
    assert made.png()


def test_more_bars_than_fit_are_counted_and_all_are_said():
    made = Tornado(most=3)
    made.update([(f"B{n}", -n, n) for n in range(9, 0, -1)], 0)
    assert {"B9", "B7", "plain: below the base · hatched: above it · and 6 more below"} <= set(texts(made))
    assert "B6" not in texts(made)
    assert "B1: from −1 to 1" in made.alt
