"""The matrices are those of their sources, and the audit finds what brute force over points finds."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.methods.risk_matrix import (
    NIST,
    PMBOK,
    PRODUCT,
    WORDS,
    Matrix,
    audit,
    counterexample,
    iso_risk,
    position,
)
from tpm_kit.methods.risk_matrix import product as banded


def coloured(green: int, red: int) -> Matrix:
    """The 5 × 5 products, green up to one number and red from another on."""
    return banded((green, red - 1), ("green", "yellow", "red"))


def found(matrix: Matrix):
    """The audit of three colours on equal bins."""
    return audit(matrix.cells, "green", "red", levels=matrix.levels)


def test_the_products_take_fourteen_values_in_four_bands():
    scores = Counter(PRODUCT.score(row, column) for row, column in product(range(5), repeat=2))
    assert sorted(scores) == [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25]
    ends = {
        word: [score for score in scores if PRODUCT.cells[places(score)[0]][places(score)[1]] == word]
        for word in WORDS
    }
    assert {word: (min(some), max(some)) for word, some in ends.items()} == {
        "low": (1, 4),
        "medium": (5, 9),
        "high": (10, 16),
        "critical": (20, 25),
    }
    assert (PRODUCT.level(4, 0), PRODUCT.level(0, 4), PRODUCT.rank("high")) == ("medium", "medium", 2)


def places(score: float) -> tuple[int, int]:
    """A cell with this product."""
    return next((a, b) for a, b in product(range(5), repeat=2) if (a + 1) * (b + 1) == score)


def test_the_nist_table_is_that_of_the_publication():
    short = {"very low": "VL", "low": "L", "moderate": "M", "high": "H", "very high": "VH"}
    rows = [" ".join(short[word] for word in row) for row in reversed(NIST.cells)]
    assert rows == ["VL L M H VH", "VL L M H VH", "VL L M M H", "VL L L L M", "VL VL VL L L"]
    counts = Counter(word for row in NIST.cells for word in row)
    assert counts == {"very low": 7, "low": 8, "moderate": 5, "high": 3, "very high": 2}
    assert NIST.score(4, 4) is None
    assert NIST.level(4, 0) == "very low" != NIST.level(0, 4) == "low"


def test_the_pmbok_products_are_rounded_half_up_and_shaded():
    assert [list(row) for row in reversed(PMBOK.scores)] == [
        [0.05, 0.09, 0.18, 0.36, 0.72],
        [0.04, 0.07, 0.14, 0.28, 0.56],
        [0.03, 0.05, 0.10, 0.20, 0.40],
        [0.02, 0.03, 0.06, 0.12, 0.24],
        [0.01, 0.01, 0.02, 0.04, 0.08],
    ]
    for row, column in product(range(5), repeat=2):
        score = PMBOK.score(row, column)
        word = "low" if score <= 0.05 else "moderate" if score <= 0.14 else "high"
        assert PMBOK.level(row, column) == word


@pytest.mark.parametrize(
    ("green", "red", "weak", "edges", "corners"), [(4, 10, 0, 0, 2), (5, 10, 4, 2, 2), (5, 15, 0, 0, 0)]
)
def test_the_audits_of_the_domain_reference(green, red, weak, edges, corners):
    seen = found(coloured(green, red))
    assert (len(seen.weak), len(seen.edges), len(seen.corners)) == (weak, edges, corners)
    assert seen.colouring == ()
    assert seen.clean is (weak + edges + corners == 0)
    assert not seen.trivial


def test_the_cells_are_named():
    seen = found(coloured(5, 10))
    assert set(seen.edges) == {((4, 0), (4, 1)), ((0, 4), (1, 4))}
    assert set(seen.corners) == {((3, 0), (4, 1)), ((0, 3), (1, 4))}
    assert set(seen.weak) == {(low, high) for low in ((4, 0), (0, 4)) for high in ((4, 1), (1, 4))}


def test_the_first_demonstration_of_cox():
    """A 2 × 2 matrix split at one half: all risks in Low on p = 0.75 - c exceed all in Medium."""
    cells = (("low", "medium"), ("medium", "high"))
    for share in (0.3, 0.375, 0.44):
        assert share * (0.75 - share) > 0.125
    for chance in (0.01, 0.10, 0.24):
        assert chance * (0.75 - chance) < 0.125
    medium, low = (0, 1), (0, 0)
    (p, c), (q, d) = counterexample(medium, low, size=(2, 2))
    assert p < 0.5 < c
    assert max(q, d) < 0.5
    assert p * c < q * d
    assert audit(cells, "low", "high").corners == (((0, 0), (1, 1)),)


def test_the_second_demonstration():
    """p = 0.85, i = 0.02 scores 5, and p = i = 0.38 scores 4, with eight times the risk."""
    edges = (0, 0.2, 0.4, 0.6, 0.8, 1)
    one, other = ((int(position(p, edges)), int(position(i, edges))) for p, i in ((0.85, 0.02), (0.38, 0.38)))
    assert (PRODUCT.score(*one), PRODUCT.score(*other)) == (5, 4)
    assert pytest.approx(0.017) == 0.85 * 0.02
    assert pytest.approx(0.1444) == 0.38 * 0.38
    (p, i), (q, j) = counterexample(one, other)
    assert 0.8 < p < 1
    assert 0 < i < 0.2 < q < 0.4
    assert 0.2 < j < 0.4
    assert p * i < q * j
    assert counterexample((4, 4), (0, 0)) is None


def test_a_matrix_without_green_or_red_has_nothing_to_judge():
    for word in ("green", "yellow", "red"):
        seen = audit([[word] * 5] * 5, "green", "red")
        assert (seen.clean, seen.trivial) == (True, True)


SIZES = st.integers(1, 5)
EDGES = st.lists(st.integers(1, 40), min_size=1, max_size=5, unique=True).map(
    lambda steps: [0, *(step / 40 for step in sorted(steps))]
)


@st.composite
def matrices(draw):
    """Any words on any bins."""
    rows, columns = draw(EDGES), draw(EDGES)
    words = st.sampled_from(["green", "lime", "amber", "red"])
    cells = [[draw(words) for _ in columns[1:]] for _ in rows[1:]]
    return cells, rows, columns


def near(edges: list[float], band: int) -> list[float]:
    """Points well inside a band and close to its ends."""
    low, high = edges[band : band + 2]
    return [low + (high - low) * share for share in (0.0005, 0.25, 0.5, 0.75, 0.9995)]


@settings(max_examples=150, deadline=None)
@given(matrices())
def test_weak_consistency_is_what_sampled_points_show(one):
    cells, rows, columns = one
    points = {
        (r, c): [p * i for p in near(rows, r) for i in near(columns, c)]
        for r, c in product(range(len(cells)), range(len(cells[0])))
    }
    wanted = {
        (low, high)
        for low, high in product(points, points)
        if cells[low[0]][low[1]] == "green" and cells[high[0]][high[1]] == "red"
        # A hair of the shares above stays open at each end.
        if max(points[low]) > min(points[high]) + 1e-12
    }
    seen = set(audit(cells, "green", "red", rows, columns).weak)
    assert wanted <= seen
    for low, high in seen - wanted:
        assert rows[low[0] + 1] * columns[low[1] + 1] - rows[high[0]] * columns[high[1]] < 0.01


@settings(max_examples=150, deadline=None)
@given(matrices())
def test_betweenness_is_what_small_steps_show(one):
    """From points close to each border and corner a small step up, to the right, or both."""
    cells, rows, columns = one
    hair = 1e-6
    wanted = set()
    for r, c in product(range(len(cells)), range(len(cells[0]))):
        ends = rows[r + 1], columns[c + 1]
        middles = (rows[r] + rows[r + 1]) / 2, (columns[c] + columns[c + 1]) / 2
        for start, step in (
            ((ends[0] - hair, middles[1]), (2 * hair, 0)),
            ((middles[0], ends[1] - hair), (0, 2 * hair)),
            ((ends[0] - hair, ends[1] - hair), (2 * hair, 2 * hair)),
        ):
            after = start[0] + step[0], start[1] + step[1]
            if after[0] < rows[-1] and after[1] < columns[-1]:
                there = within(after[0], rows), within(after[1], columns)
                if (cells[r][c], cells[there[0]][there[1]]) == ("green", "red"):
                    wanted.add(((r, c), there))
    assert set(audit(cells, "green", "red", rows, columns).betweenness) == wanted


def within(value: float, edges: list[float]) -> int:
    """The band that holds a value."""
    return next(band for band, (low, high) in enumerate(pairwise(edges)) if low <= value < high)


@settings(max_examples=150, deadline=None)
@given(matrices())
def test_colouring_is_what_the_ends_of_the_cells_show(one):
    cells, rows, columns = one
    rank = {"green": 0, "lime": 1, "amber": 2, "red": 3}
    # In units of 1/1600, so that equal products are equal.
    up, along = ([round(edge * 40) for edge in edges] for edges in (rows, columns))
    size = {
        (r, c): (up[r] * along[c], up[r + 1] * along[c + 1])
        for r, c in product(range(len(cells)), range(len(cells[0])))
    }
    seen = {frozenset(pair) for pair in audit(cells, "green", "red", rows, columns, [*rank]).colouring}
    for low, high in product(size, size):
        ranks = rank[cells[low[0]][low[1]]], rank[cells[high[0]][high[1]]]
        wrong = size[low][0] <= size[high][0] and size[low][1] <= size[high][1] and ranks[0] > ranks[1]
        if wrong:
            assert frozenset((low, high)) in seen
            seen.discard(frozenset((low, high)))
    assert not seen


@settings(max_examples=100, deadline=None)
@given(matrices(), st.data())
def test_a_counterexample_lies_in_its_cells_and_is_one(one, data):
    cells, rows, columns = one
    every = [(r, c) for r in range(len(cells)) for c in range(len(cells[0]))]
    smaller, larger = data.draw(st.sampled_from(every)), data.draw(st.sampled_from(every))
    points = counterexample(smaller, larger, rows, columns, (len(cells), len(cells[0])))
    if points is None:
        room = rows[larger[0] + 1] * columns[larger[1] + 1] - rows[smaller[0]] * columns[smaller[1]]
        assert room < 0.05
        return
    for (chance, loss), (r, c) in zip(points, (smaller, larger), strict=True):
        assert rows[r] < chance < rows[r + 1]
        assert columns[c] < loss < columns[c + 1]
    assert points[0][0] * points[0][1] < points[1][0] * points[1][1]


def test_a_clean_matrix_has_no_edge_between_green_and_red_and_quiet_sides():
    """Cox's lemmas for three levels on 3 × 3, over all colourings that are the same on both sides of the
    diagonal and pass the audit."""
    clean = []
    for a, b, c, d, e, f in product(("green", "yellow", "red"), repeat=6):
        cells = [(a, b, c), (b, d, e), (c, e, f)]
        seen = audit(cells, "green", "red", levels=("green", "yellow", "red"))
        if seen.clean and not seen.trivial:
            clean.append(cells)
    usual = [("green", "green", "green"), ("green", "yellow", "yellow"), ("green", "yellow", "red")]
    assert usual in clean
    for cells in clean:
        assert all("red" not in (cells[0][at], cells[at][0]) for at in range(3))
        assert cells[2][2] == "red"


def test_curves_of_equal_risk_run_through_the_bands():
    likelihoods, impacts = (0, 0.05, 0.2, 0.5, 0.8, 1), (0, 2, 5, 15, 40, 100)
    assert [position(value, impacts) for value in (0, 1, 2, 10, 40, 100, 500)] == [0, 0.5, 1, 2.5, 4, 5, 5]
    places_of = iso_risk(2.0, likelihoods, impacts)
    assert places_of[0] == (5.0, 1.0)
    assert places_of == sorted(places_of, key=lambda at: at[1])
    assert (3.0, position(4, impacts)) in [
        (round(a, 9), b) for a, b in iso_risk(2.0, likelihoods, impacts, 3)
    ]
    assert all(one[0] >= other[0] for one, other in pairwise(places_of))
    assert iso_risk(1000, likelihoods, impacts) == iso_risk(0, likelihoods, impacts) == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: audit([], "g", "r"), "rows of the same length"),
        (lambda: audit([["g"], ["g", "r"]], "g", "r"), "rows of the same length"),
        (lambda: audit([["g"]], ("g", "r"), "r"), "'r' cannot be green and red"),
        (lambda: audit([["g"]], "g", "r", [0, 0.5, 1]), "1 bands need 2 edges"),
        (lambda: audit([["g", "r"]], "g", "r", None, [0, 1, 0.5]), "2 bands need 3 edges that ascend"),
        (lambda: audit([["g", "x"]], "g", "r", levels=["g", "r"]), "'x' is not in list"),
        (lambda: Matrix("m", ("g",), (("g", "x"),)), "'x' is not one of the levels g"),
        (lambda: Matrix("m", ("g",), (("g",), ("g", "g"))), "rows of the same length"),
        (lambda: banded((4, 4, 9)), "the bounds ascend"),
        (lambda: banded((4, 9)), "one fewer of them than of the levels"),
    ],
)
def test_what_is_no_matrix_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()
