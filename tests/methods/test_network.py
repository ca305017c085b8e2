"""The critical path method against published tables, networkx, and a search of every path."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit.methods.network import (
    KINDS,
    MOST_PATHS,
    CycleError,
    Link,
    NetworkError,
    arrange,
    schedule,
)

MILWAUKEE = dict(zip("ABCDEFGH", (2, 3, 2, 4, 4, 3, 5, 2), strict=True))
MILWAUKEE_LINKS = ("AC", "AD", "BD", "CE", "CF", "DG", "EG", "FH", "GH")


def links(pairs):
    """Finish-to-start links from pairs of one-letter ids."""
    return [Link(*pair) for pair in pairs]


def test_milwaukee_paper():
    """domain.md, CPM-1: Heizer and Render."""
    plan = schedule(MILWAUKEE, links(MILWAUKEE_LINKS))
    assert plan.finish == 15
    assert plan.critical_paths == (tuple("ACEGH"),)
    assert plan.critical == frozenset("ACEGH")
    assert plan.tasks == {
        "A": (0, 2, 0, 2, 0, 0),
        "B": (0, 3, 1, 4, 1, 0),
        "C": (2, 4, 2, 4, 0, 0),
        "D": (3, 7, 4, 8, 1, 1),
        "E": (4, 8, 4, 8, 0, 0),
        "F": (4, 7, 10, 13, 6, 6),
        "G": (8, 13, 8, 13, 0, 0),
        "H": (13, 15, 13, 15, 0, 0),
    }


def test_taylor_in_arrow_form():
    """domain.md, CPM-2: each arrow waits for all arrows that end where it begins."""
    arrows = {"1-2": 7, "1-3": 10, "2-4": 6, "3-4": 5, "3-5": 4, "4-5": 3, "5-6": 2}
    waits = [Link(one, other) for one in arrows for other in arrows if one[-1] == other[0]]
    plan = schedule(arrows, waits)
    assert plan.finish == 20
    assert [times.total_float for times in plan.tasks.values()] == [2, 0, 2, 0, 4, 0, 0]
    assert plan.critical_paths == (("1-3", "3-4", "4-5", "5-6"),)
    assert plan.tasks["3-5"] == (10, 14, 14, 18, 4, 4)


def test_two_tasks_at_the_end():
    """domain.md, CPM-3: E ends before the project does."""
    plan = schedule({"A": 12, "B": 10, "C": 10, "D": 5, "E": 3}, links([*["AC", "BC", "CD", "CE"]]))
    assert plan.finish == 27
    assert plan.critical_paths == (("A", "C", "D"),)
    assert plan.tasks["B"].total_float == 2
    assert plan.tasks["E"][4:] == (2, 2)


def test_thirds_leave_the_critical_path_at_zero_float():
    """domain.md, CPM-4: means of PERT in sixths."""
    sixths = {"a": 24, "b": 32, "c": 31, "d": 38, "e": 31, "f": 27, "g": 31}
    plan = schedule({id: n / 6 for id, n in sixths.items()}, links(["ac", "ad", "be", "ce", "df", "eg"]))
    assert plan.finish == pytest.approx(19.5)
    assert plan.critical_paths == (("a", "c", "e", "g"),)
    floats = {id: times.total_float for id, times in plan.tasks.items()}
    assert floats == pytest.approx(
        {"a": 0, "b": 23 / 6, "c": 0, "d": 28 / 6, "e": 0, "f": 28 / 6, "g": 0}, abs=1e-12
    )
    assert [floats[id] for id in "aceg"] == [0, 0, 0, 0]  # exactly


def test_rounding_does_not_hide_a_second_critical_path():
    """0.1 + 0.2 is not 0.3 for a computer."""
    plan = schedule({"a": 0.1, "b": 0.2, "c": 0.3, "d": 1}, links(["ab", "bd", "cd"]))
    assert plan.critical == frozenset("abcd")
    assert plan.critical_paths == (("a", "b", "d"), ("c", "d"))
    assert plan.critical_path_count == 2


def test_a_small_float_is_a_float():
    plan = schedule({"a": 1, "b": 0.999}, [])
    assert plan.critical == frozenset("a")
    assert plan.tasks["b"].total_float == pytest.approx(0.001)


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [
        ("FS", 0, 6), ("FS", 2, 8), ("FS", -2, 4), ("FS", -9, 0),
        ("SS", 0, 0), ("SS", 3, 3), ("SS", -3, 0),
        ("FF", 0, 2), ("FF", 3, 5), ("FF", -4, 0),
        ("SF", 0, 0), ("SF", 7, 3), ("SF", 3, 0),
    ],
)  # fmt: skip
def test_each_kind_of_link(kind, lag, start):
    """A takes 6 and B takes 4."""
    plan = schedule({"A": 6, "B": 4}, [Link("A", "B", kind, lag)])
    assert plan.tasks["B"].es == start
    assert plan.finish == max(6, start + 4)


def test_free_float_with_a_lead_ends_at_the_finish():
    """B may start at 1, and A, which ends last, has none to spare for all that nobody waits for its end."""
    plan = schedule({"A": 9, "B": 2}, [Link("A", "B", "FS", -8)])
    assert plan.tasks["A"] == (0, 9, 0, 9, 0, 0)
    assert plan.tasks["B"] == (1, 3, 7, 9, 6, 6)
    assert plan.critical_paths == (("A",),)


def test_free_float_with_a_lead_before_the_beginning():
    """B would start at −4; A may move by 4 before B has to, and by 5 before the finish."""
    plan = schedule({"A": 5, "B": 10}, [Link("A", "B", "FS", -9)])
    assert plan.tasks["B"].es == 0
    assert plan.tasks["A"] == (0, 5, 4, 9, 4, 4)


def test_both_ends_tied():
    """Two links between the same tasks: the stricter one counts."""
    plan = schedule({"A": 5, "B": 3}, [Link("A", "B", "SS", 1), Link("A", "B", "FF", 1)])
    assert plan.tasks["B"].es == 3
    assert plan.critical_paths == (("A", "B"),)


def test_milestones_take_no_time():
    plan = schedule({"A": 2, "M": 0}, [Link("A", "M")])
    assert plan.tasks["M"] == (2, 2, 2, 2, 0, 0)
    assert schedule({"M": 0}).critical_paths == (("M",),)


def test_an_empty_network_is_finished_at_once():
    plan = schedule({}, [])
    assert (plan.finish, plan.tasks, plan.critical, plan.critical_paths) == (0, {}, frozenset(), ())
    assert plan.critical_path_count == 0


def test_a_million_critical_paths_are_counted_and_a_thousand_listed():
    durations, waits = {}, []
    for step in range(20):
        for side in "ab":
            durations[f"{side}{step}"] = 1
            if step:
                waits += [Link(f"{other}{step - 1}", f"{side}{step}") for other in "ab"]
    plan = schedule(durations, waits)
    assert plan.critical_path_count == 2**20
    assert len(plan.critical_paths) == len(set(plan.critical_paths)) == MOST_PATHS
    assert plan.critical_paths[0] == tuple(f"a{step}" for step in range(20))


def test_a_long_chain_needs_no_recursion():
    ids = [f"t{n}" for n in range(3000)]
    plan = schedule(dict.fromkeys(ids, 1), [Link(*pair) for pair in itertools.pairwise(ids)])
    assert plan.finish == 3000
    assert plan.critical_paths == (tuple(ids),)


@pytest.mark.parametrize(
    ("given", "path"),
    [("ab ba", "aba"), ("cb ac ba", "acba"), ("ab bc cd db", "bcdb"), ("da ab bc cb", "bcb")],
)
def test_a_circle_is_reported_as_a_path(given, path):
    with pytest.raises(CycleError, match=" → ".join(path)) as caught:
        schedule(dict.fromkeys("abcd", 1), links(given.split()))
    assert caught.value.path == tuple(path)


def test_what_is_no_network():
    with pytest.raises(NetworkError, match="x is tied to a, but there is no task x"):
        schedule({"a": 1}, [Link("x", "a")])
    with pytest.raises(NetworkError, match="x is tied to a, but there is no task x"):
        schedule({"a": 1}, [Link("a", "x")])
    with pytest.raises(NetworkError, match=r"a → b \(FS\) is there twice"):
        schedule({"a": 1, "b": 1}, [Link("a", "b"), Link("a", "b", lag=2)])
    with pytest.raises(NetworkError, match="a cannot wait for itself"):
        Link("a", "a")
    with pytest.raises(NetworkError, match="a link is one of FS, SS, FF, SF, not 'fs'"):
        Link("a", "b", "fs")


@pytest.mark.parametrize("lag", [math.nan, math.inf, None, "2", True])
def test_lags_that_are_no_numbers(lag):
    with pytest.raises(NetworkError, match="a → b: the lag must be a number"):
        Link("a", "b", "FS", lag)


@pytest.mark.parametrize("duration", [-1, math.nan, math.inf, None, "2", True])
def test_durations_that_are_no_times(duration):
    with pytest.raises(NetworkError, match="a: the duration must be a number, 0 or more"):
        schedule({"a": duration})


def test_sums_past_the_largest_number():
    with pytest.raises(NetworkError, match="too large"):
        schedule({"a": 1e308, "b": 1e308}, [Link("a", "b")])


def test_the_order_is_the_one_given_where_it_can_be():
    assert arrange("dcba", links(["ad"])).order == ("c", "b", "a", "d")


@st.composite
def networks(draw):
    """Up to seven tasks with links of all kinds, lags and leads, whole numbers; ids in shuffled order."""
    count = draw(st.integers(1, 7))
    ids = draw(st.permutations("abcdefg"[:count]))
    durations = {id: draw(st.integers(0, 6)) for id in draw(st.permutations(ids))}
    possible = [
        (before, after, kind)
        for place, before in enumerate(ids)
        for after in ids[place + 1 :]
        for kind in KINDS
    ]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, max_size=12)) if possible else []
    return durations, [Link(*ends, draw(st.integers(-5, 4))) for ends in chosen]


def gap(link, durations):
    """The least time from start to start, by the words of the definition."""
    before, after = durations[link.before], durations[link.after]
    leaves = {"F": before, "S": 0}[link.kind[0]]
    arrives = {"F": after, "S": 0}[link.kind[1]]
    return leaves + link.lag - arrives


def full_graph(durations, links):
    """The network with a start and an end; the weight is the least time between starts."""
    graph = nx.DiGraph()
    for id, duration in durations.items():
        graph.add_edge("start", id, weight=0)
        graph.add_edge(id, "end", weight=duration)
    for link in links:
        known = graph.get_edge_data(link.before, link.after, {"weight": -math.inf})["weight"]
        graph.add_edge(link.before, link.after, weight=max(known, gap(link, durations)))
    return graph


@given(networks())
def test_early_starts_are_longest_paths_of_networkx(network):
    durations, waits = network
    graph = full_graph(durations, waits)
    for *_, data in graph.edges(data=True):
        data["weight"] *= -1
    longest = nx.single_source_bellman_ford_path_length(graph, "start")
    plan = schedule(durations, waits)
    assert {id: -longest[id] for id in durations} == {id: times.es for id, times in plan.tasks.items()}
    assert plan.finish == -longest["end"]


@given(networks())
@settings(deadline=None)
def test_floats_and_critical_paths_agree_with_every_path(network):
    durations, waits = network
    graph = full_graph(durations, waits)
    paths = {
        tuple(path[1:-1]): nx.path_weight(graph, path, "weight")
        for path in nx.all_simple_paths(graph, "start", "end")
    }
    plan = schedule(durations, waits)
    assert plan.finish == max(paths.values())
    for id, times in plan.tasks.items():
        through = max(length for path, length in paths.items() if id in path)
        assert times.total_float == plan.finish - through
        assert (times.lf, times.ef) == (times.ls + durations[id], times.es + durations[id])
        assert times.ls - times.es == times.total_float
    longest = [path for path, length in paths.items() if length == plan.finish]
    whole = {path for path in longest if not any(inside(path, other) for other in longest)}
    assert set(plan.critical_paths) == whole
    assert plan.critical_path_count == len(plan.critical_paths) == len(whole)
    assert plan.critical == {id for path in longest for id in path}


def inside(path, other):
    """Whether a path is a stretch of another, longer one."""
    size = len(path)
    return size < len(other) and any(other[at : at + size] == path for at in range(len(other) - size + 1))


@given(networks())
@settings(deadline=None)
def test_free_float_is_how_far_a_task_moves_alone(network):
    """One more than the free float moves another task or the finish; the free float itself moves neither."""
    durations, waits = network
    plan = schedule(durations, waits)
    for id, times in plan.tasks.items():
        assert 0 <= times.free_float <= times.total_float
        for more in (0, 1):
            moved = relaxed(durations, waits, {id: times.es + times.free_float + more})
            finish = max(moved[other] + durations[other] for other in durations)
            others = [moved[other] == plan.tasks[other].es for other in durations if other != id]
            assert (all(others) and finish == plan.finish) == (more == 0)


def relaxed(durations, waits, not_before):
    """Early starts by moving tasks until no link is broken."""
    starts = {id: not_before.get(id, 0) for id in durations}
    broken = True
    while broken:
        broken = False
        for link in waits:
            needed = starts[link.before] + gap(link, durations)
            if starts[link.after] < needed:
                starts[link.after], broken = needed, True
    return starts


@given(networks(), st.integers(2, 12))
def test_parts_of_a_unit_give_the_same_plan(network, parts):
    """Thirds, sixths and the like lose no critical task and no path to rounding."""
    durations, waits = network
    plan = schedule(durations, waits)
    finer = schedule(
        {id: time / parts for id, time in durations.items()},
        [Link(link.before, link.after, link.kind, link.lag / parts) for link in waits],
    )
    assert finer.critical == plan.critical
    assert finer.critical_paths == plan.critical_paths
    for id, times in plan.tasks.items():
        expected = [float(Fraction(time) / parts) for time in times]
        assert finer.tasks[id] == pytest.approx(expected, abs=1e-9)
