"""Cost of delay against its published examples, and the best order against trying every order."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.methods import cost_of_delay
from tpm_kit.methods.cost_of_delay import (
    MOST_SEARCHED,
    DelayInputError,
    Job,
    OrderError,
    TooManyJobsError,
    best_order,
    cd3,
    cd3_order,
    cumulative,
    delay_cost,
    parallel_cost,
    unmet,
)

A, B, C = Job("A", 3, 3000), Job("B", 4, 7000), Job("C", 6, 9000)
LONG, MIDDLE, SHORT = Job("long", 10, 1), Job("middle", 3, 3), Job("short", 1, 10)

AMOUNTS = st.integers(1, 9) | st.sampled_from([0.1, 0.2, 0.3, 0.6, 0.9])


@st.composite
def job_lists(draw, dates=True, needs=True, most=5):
    """Jobs with ids a, b, …; a job may need any that comes earlier in a hidden order."""
    ids = "abcde"[: draw(st.integers(1, most))]
    jobs = []
    for at, id in enumerate(ids):
        after = draw(st.sets(st.sampled_from(ids[:at]), max_size=2)) if needs and at else ()
        starts = draw(st.integers(0, 12)) if dates else 0
        cost = draw(AMOUNTS | st.just(0))
        jobs.append(Job(id, draw(AMOUNTS), cost, starts, tuple(sorted(after))))
    return draw(st.permutations(jobs))


def ids(jobs):
    return "".join(job.id for job in jobs)


def every_order(jobs):
    """All possible orders with their costs, the one closest to the order given first."""
    return [(delay_cost(order), order) for order in permutations(jobs) if not unmet(order)]


def test_the_published_scores():
    """Published: LeadingAgile, and a public note with jobs of 2, 4 and 8 weeks."""
    assert cd3([3000, 7000, 9000], [3, 4, 6]).tolist() == [1000, 1750, 1500]
    assert cd3([5000, 30_000, 50_000], [2, 4, 8]).tolist() == [2500, 7500, 6250]
    assert cd3(3000, 3) == 1000
    assert type(cd3(3000, 3)) is float


@pytest.mark.parametrize(
    ("order", "cost"), [("ABC", 175), ("CBA", 163), ("BCA", 157), ("ACB", 181), ("BAC", 166), ("CAB", 172)]
)
def test_the_published_orders_of_three_jobs(order, cost):
    """Published: LeadingAgile gives the first three, and 157 as the least of all six."""
    jobs = {"A": A, "B": B, "C": C}
    assert delay_cost([jobs[id] for id in order]) == cost * 1000
    assert ids(best_order([jobs[id] for id in order])) == "BCA"


def test_the_published_cost_of_doing_all_at_once():
    """Published: LeadingAgile, all three finishing in week 13."""
    assert parallel_cost([A, B, C]) == 247_000
    assert parallel_cost([]) == 0


def test_the_published_jobs_of_two_four_and_eight_weeks():
    """Published: a public note."""
    first, second, third = Job("1", 2, 5000), Job("2", 4, 30_000), Job("3", 8, 50_000)
    assert delay_cost([first, second, third]) == 890_000
    assert best_order([first, second, third]) == [second, third, first]
    assert delay_cost([second, third, first]) == 790_000


def test_reinertsens_queue():
    """Published, from memory: Reinertsen counts only the time in the queue; done, each job adds its own."""
    worst, best = [LONG, MIDDLE, SHORT], [SHORT, MIDDLE, LONG]
    assert (delay_cost(worst, queue_only=True), delay_cost(best, queue_only=True)) == (160, 7)
    assert (delay_cost(worst), delay_cost(best)) == (189, 36)
    assert best_order(worst) == best_order(worst, queue_only=True) == best


def test_the_steps_of_an_order_for_drawing():
    assert cumulative([B, C, A]) == [
        ("B", 0, 4, 28_000, 28_000),
        ("C", 4, 10, 90_000, 118_000),
        ("A", 10, 13, 39_000, 157_000),
    ]
    assert [step.cost for step in cumulative([B, C, A], queue_only=True)] == [0, 36_000, 30_000]
    assert cumulative([]) == best_order([]) == []
    assert delay_cost([]) == 0


def test_a_fixed_date_costs_nothing_until_it_comes():
    """Constructed: the dearest job by CD3 is the one to leave until its date is near."""
    dated = Job("date", 2, 50, starts=9)
    jobs = [dated, Job("x", 3, 6), Job("y", 4, 6)]
    assert ids(cd3_order(jobs)) == "datexy"
    assert delay_cost(cd3_order(jobs)) == 0 + 6 * 5 + 6 * 9
    assert ids(best_order(jobs)) == "xydate"
    assert delay_cost(best_order(jobs)) == 6 * 3 + 6 * 7 + 0
    assert delay_cost([replace(dated, starts=8), Job("late", 8, 1)][::-1]) == 8 + 50 * 2
    assert parallel_cost(jobs) == (6 + 6) * 9


def test_a_dear_job_draws_forward_what_it_needs():
    """Constructed: alone, the cheap base would come last."""
    jobs = [Job("base", 4, 1), Job("top", 1, 100, after=("base",)), Job("other", 2, 10)]
    assert ids(cd3_order(jobs)) == "topotherbase"
    assert unmet(cd3_order(jobs)) == [("top", "base")]
    assert ids(best_order(jobs)) == "basetopother"


def test_equal_jobs_keep_the_order_given():
    third = [Job("x", 0.3, 0.1), Job("y", 0.9, 0.3), Job("z", 3, 1)]
    assert cd3(0.1, 0.3) != cd3(0.3, 0.9)
    for order in permutations(third):
        assert best_order(order) == list(order)
        dated = [replace(job, after=()) for job in order] + [Job("date", 1, 1, starts=50)]
        assert best_order(dated) == dated


@given(job_lists(dates=False, needs=False))
def test_smiths_rule_is_what_trying_every_order_finds(jobs):
    orders = every_order(jobs)
    best = best_order(jobs)
    assert delay_cost(best) == min(cost for cost, _ in orders)
    assert best == list(next(order for cost, order in orders if cost == delay_cost(best)))
    assert all(
        high >= low - 1e-9 for high, low in pairwise(cd3([j.cost for j in best], [j.duration for j in best]))
    )


@given(job_lists(dates=False, needs=False))
def test_the_search_agrees_with_smiths_rule_to_the_order(jobs):
    assert [jobs[at] for at in cost_of_delay._search(jobs, False)] == cd3_order(jobs)


@given(job_lists())
def test_with_dates_and_needs_the_search_is_what_trying_every_order_finds(jobs):
    orders = every_order(jobs)
    best = best_order(jobs)
    assert not unmet(best)
    assert delay_cost(best) == min(cost for cost, _ in orders)
    assert best == list(next(order for cost, order in orders if cost == delay_cost(best)))


@given(job_lists())
def test_the_queue_alone_has_its_own_best_order(jobs):
    least = min(delay_cost(order, queue_only=True) for order in permutations(jobs) if not unmet(order))
    assert delay_cost(best_order(jobs, queue_only=True), queue_only=True) == least


@given(job_lists(needs=False))
def test_doing_all_at_once_costs_no_less_than_any_queue(jobs):
    assert parallel_cost(jobs) >= delay_cost(jobs)
    assert parallel_cost(jobs) >= delay_cost(jobs[::-1])


@given(job_lists(dates=False, needs=False))
def test_finishing_costs_the_queue_and_the_work(jobs):
    own = math.fsum(job.duration * job.cost for job in jobs)
    assert delay_cost(jobs) == pytest.approx(delay_cost(jobs, queue_only=True) + own)


def test_so_many_jobs_are_searched_and_no_more():
    jobs = [Job(f"j{at}", 1 + at % 4, 1 + at % 5, starts=at) for at in range(MOST_SEARCHED)]
    assert sorted(job.id for job in best_order(jobs)) == sorted(job.id for job in jobs)
    with pytest.raises(TooManyJobsError, match=f"13 jobs with dates or needs .* at most {MOST_SEARCHED}"):
        best_order([*jobs, Job("one more", 1, 1)])


def test_smiths_rule_takes_any_number_of_jobs():
    jobs = [Job(str(cost), 1, cost) for cost in range(99)]
    assert best_order(jobs) == jobs[::-1]


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("duration", 0, "is 0; give a time above 0"),
        ("duration", -1, "is -1; give a time above 0"),
        ("cost", -5, "is -5; give money per unit of time, 0 or more"),
        ("starts", -1, "is -1; give the time from now, 0 or more"),
        *(
            (field, missing, "is missing; ")
            for field in ("duration", "cost", "starts")
            for missing in (None, math.nan)
        ),
        ("cost", "3k", "is '3k', which is not a number; "),
        ("cost", math.inf, "is inf; "),
        ("cost", [], "must be a single number"),
        ("after", "A", "must be a list of ids"),
    ],
)
def test_a_job_with_a_bad_number_is_named(field, value, seen):
    with pytest.raises(DelayInputError) as caught:
        Job(**{"id": "Payouts", "duration": 2, "cost": 3, field: value})
    assert str(caught.value).startswith(f"job Payouts: {field} {seen}")
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("cost", "duration", "seen"),
    [
        ([1, -1], [1, 1], "cost in row 2 is -1"),
        ([1, 1], [1, 0], "duration in row 2 is 0"),
        ([1, None], [1, 1], "cost in row 2 is missing"),
        ([1, 1], [math.nan, 1], "duration in row 1 is missing"),
        ([1, 1], [1], "cost has 2 rows but duration has 1"),
    ],
)
def test_cd3_names_the_row(cost, duration, seen):
    with pytest.raises(DelayInputError, match=seen):
        cd3(cost, duration)


def test_an_order_that_cannot_be_worked_is_refused():
    top = Job("top", 1, 1, after=("A",))
    assert unmet([top, A]) == unmet([top]) == [("top", "A")]
    assert unmet([A, top]) == []
    for call in (cumulative, delay_cost):
        with pytest.raises(OrderError, match="top needs A, which does not come before it; put A first"):
            call([top, A])
    with pytest.raises(OrderError, match="top needs A, which is not among the jobs"):
        best_order([top, B])
    with pytest.raises(OrderError, match="top needs A, so the two cannot be worked on at once"):
        parallel_cost([A, top])


@pytest.mark.parametrize(
    "jobs",
    [
        [Job("x", 1, 1, after=("y",)), Job("y", 1, 1, after=("x",))],
        [Job("x", 1, 1, after=("x",))],
    ],
)
def test_jobs_that_wait_for_each_other_have_no_order(jobs):
    with pytest.raises(OrderError, match=r"these jobs wait for each other: .*x"):
        best_order(jobs)


def test_an_id_that_is_there_twice_is_refused():
    for call in (delay_cost, best_order, cd3_order, parallel_cost):
        with pytest.raises(OrderError, match="A is there twice"):
            call([A, B, A])
