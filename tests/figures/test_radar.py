"""The radar: where ratings and targets lie, which gaps are stressed, and what its text says."""

from __future__ import annotations

import math

import pytest

from tests.figures.charts import boxes, texts
from tpm_kit.figures.radar import Axis, Radar

SKILLS = [
    ("Technical", 1, 4),
    ("Product fundamentals", 3, 4),
    ("Communication", 4, 3),
    ("Strategic", 2, 3),
    ("Domain knowledge", 3, 3),
    ("Leadership", None, 3),
    ("Data", 0, None),
]


def chart(axes=SKILLS, **more) -> Radar:
    """A radar of these axes."""
    made = Radar()
    made.update(axes, **more)
    return made


def far(made: Radar, x: float, y: float) -> float:
    """How far a point lies from the middle, in steps of a scale from 0 to 4."""
    return math.dist((x, y), made._middle) / 150 * 4


def test_ratings_and_targets_lie_on_their_axes_clockwise_from_the_top():
    made = chart()
    xs, ys = made._rated.get_data()
    for at, (_, rating, _) in enumerate(SKILLS):
        if rating is None:
            assert math.isnan(xs[at])
            continue
        assert far(made, xs[at], ys[at]) == pytest.approx(rating)
        turn = 2 * math.pi * at / 7
        assert xs[at] - made._middle[0] == pytest.approx(rating / 4 * 150 * math.sin(turn))
        assert ys[at] - made._middle[1] == pytest.approx(rating / 4 * 150 * math.cos(turn))
    xs, ys = made._aimed.get_data()
    assert [round(far(made, x, y), 6) for x, y in zip(xs[:6], ys[:6], strict=True)] == [4, 4, 3, 3, 3, 3]
    assert math.isnan(xs[6])
    assert xs[7] == xs[0]


def test_the_shape_is_filled_only_when_all_are_rated():
    made = chart()
    assert not made._fill.get_visible()
    made.update([(name, 2, 3) for name, *_ in SKILLS])
    assert made._fill.get_visible()
    assert len(made._fill.get_xy()) == 8


def test_chosen_gaps_are_stressed_from_rating_to_target():
    made = chart(picks=[0, 5, 99])
    [gap] = [line for line in made._gaps._made if line.get_visible()]
    assert [round(far(made, *point), 6) for point in zip(*gap.get_data(), strict=True)] == [1, 4]
    weights = {text.get_text(): text.get_fontweight() for text in made._names.take(7)}
    assert [name for name, weight in weights.items() if weight == "bold"] == ["Technical", "Leadership"]


def test_the_text_says_every_number():
    assert chart(picks=[0]).alt == (
        "2 of 5 targets met; widest gap 3: Technical. Technical: now 1, target 4 (chosen). "
        "Product fundamentals: now 3, target 4. Communication: now 4, target 3. Strategic: now 2, target 3. "
        "Domain knowledge: now 3, target 3. Leadership: not rated, target 3. Data: now 0. Scale from 0 to 4."
    )
    words = texts(chart())
    assert {"Technical", "now 1, target 4", "not rated, target 3", "now 0"} <= set(words)
    assert any("the area means nothing" in text for text in words)


def test_what_the_stressed_gaps_are_can_be_said():
    made = chart(picks=[0], picked="whose steps fit 13 weeks")
    assert "Technical: now 1, target 4 (whose steps fit 13 weeks). Product fundamentals: now 3" in made.alt
    (key,) = [text for text in texts(made) if text.startswith("solid")]
    assert "thick: the gaps whose steps fit 13 weeks · read along the axes: the area means nothing" in key
    assert "thick" not in next(text for text in texts(chart()) if text.startswith("solid"))


def test_the_title_counts_what_is_known():
    assert "Nothing to rate yet" in texts(chart([]))
    assert "1 of 2 rated" in texts(chart([("A", 1), ("B",)]))
    assert "1 of 1 target met" in texts(chart([("A", 3, 3)]))
    assert "0 of 5 targets met; widest gap 1: A, B, C and 2 more" in texts(
        chart([(name, 1, 2) for name in "ABCDE"])
    )


def test_what_lies_outside_the_scale_is_drawn_at_its_end():
    made = chart([("A", 99, -3), ("B", math.nan, math.inf), ("C", 1, 1)])
    assert far(made, made._rated.get_xdata()[0], made._rated.get_ydata()[0]) == pytest.approx(4)
    assert far(made, made._aimed.get_xdata()[0], made._aimed.get_ydata()[0]) == pytest.approx(0)
    assert "A: now 99, target −3" in made.alt
    assert "B: not rated" in made.alt
    with pytest.raises(ValueError, match="highest is 0: ratings need a scale"):
        chart(highest=0)


@pytest.mark.parametrize("count", range(1, 13))
def test_names_do_not_lie_on_each_other(count):
    made = chart([Axis(f"Skill number {n} of a long name", n % 5, 3) for n in range(count)])
    made.png()
    found = boxes(made, set(texts(made)) - {"1", "2", "3", "4"})
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            overlap = (
                min(one.x1, other.x1) - max(one.x0, other.x0),
                min(one.y1, other.y1) - max(one.y0, other.y0),
            )
            assert min(overlap) <= 6, (count, overlap)
