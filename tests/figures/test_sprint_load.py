"""The load of each team by sprint, and what is above its capacity."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.figures.charts import boxes, texts
from tpm_kit.figures.sprint_load import SprintLoad


def test_a_bar_is_filled_up_to_the_capacity_and_hatched_above_it():
    chart = SprintLoad()
    chart.update(["1", "2"], [("Banks", [4, 9], [6, 6]), ("Shops", [3, 0], [None, 3])], notes=["11 Jan"])
    unit = chart._scale
    assert [bar.get_height() / unit for bar in chart._bars.take(4)] == pytest.approx([4, 6, 3, 0])
    over = chart._overs._made
    assert [one.get_visible() for one in over] == [False, True, False, False]
    assert over[1].get_height() / unit == pytest.approx(3)
    assert over[1].get_hatch() == "////"
    weights = {text.get_text(): text.get_fontweight() for text in chart._loads.take(4)}
    assert (weights["9"], weights["4"]) == ("bold", "normal")
    floors = np.array(chart._floors)
    marks = [y for y in chart._marks.get_ydata()[::3]]
    assert marks == pytest.approx([floors[0] + 6 * unit, floors[0] + 6 * unit, floors[1] + 3 * unit])
    assert chart.alt == (
        "Load by sprint, points: 1 time over capacity. "
        "Banks: 1 4 of 6; 2 9 of 6, 3 too much. Shops: 1 3; 2 0 of 3."
    )
    assert {"13 of 12 points", "3 points", "11 Jan"} <= set(texts(chart))


def test_rounding_is_no_overload():
    chart = SprintLoad()
    chart.update(["1"], [("Banks", [0.1 + 0.2], [0.3])])
    assert "never over capacity" in chart.alt


def test_an_unknown_capacity_is_said():
    chart = SprintLoad()
    chart.update(["1"], [("Banks", [2], [None])])
    assert "the capacity is not known" in chart.alt


def test_a_team_needs_a_load_and_a_capacity_for_each_sprint():
    with pytest.raises(ValueError, match="Banks has 1 loads and 2 capacities for 2 sprints"):
        SprintLoad().update(["1", "2"], [("Banks", [1], [1, 1])])


def test_lanes_grow_with_the_teams_and_no_number_lies_on_another():
    chart = SprintLoad()
    chart.update(
        [f"Sprint {n}" for n in range(1, 13)],
        [(f"Team {n}", [(n * 7 + k * 5) % 13 for k in range(12)], [6] * 12) for n in range(6)],
    )
    chart.png()
    labels = boxes(chart, set(texts(chart)))
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))
    assert chart.height > 6 * 80
