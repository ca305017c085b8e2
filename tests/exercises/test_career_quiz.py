"""The recap of notebook 11: every figure of pay in it is what the tables hold or the methods work out."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.exercises.planting import BAKERY, BARE
from tpm_kit import salary_data
from tpm_kit.exercises.career.career_quiz import EXERCISE, QUESTIONS, SOURCES
from tpm_kit.methods import pay as method

ASKED = {question.id: question for question in QUESTIONS}


def words(question, option=None):
    """The text of a question, or an option with its reason."""
    asked = ASKED[question]
    one = asked.option(option) if option else None
    return f"{one.text} {one.reason}" if one else asked.text


def right(question):
    return next(option.id for option in ASKED[question].options if option.right)


def in_year(soc, year):
    return next(one for one in salary_data.trend(soc) if one.year == year)


def test_it_asks_about_all_that_the_notebook_is_about():
    assert list(ASKED) == [
        *("demand", "switch", "occupation", "listing", "hire"),
        *("midpoint", "error", "topcode", "break", "total"),
    ]
    assert [len(question.options) for question in QUESTIONS] == [4] * 10


def test_the_middle_of_the_ends_is_not_the_median():
    developers = salary_data.pay("15-1252")
    middle = method.midpoint(developers.p10, developers.p90)
    assert (developers.p10, developers.p90, developers.p50, middle) == (82_460, 214_670, 135_980, 148_565)
    for figure in ("$82,460", "$214,670", "$148,565"):
        assert figure in words("midpoint")
    assert "published at $135,980, about $12,600 lower" in words("midpoint", right("midpoint"))
    assert round(middle - developers.p50, -2) == 12_600
    assert method.position(middle, developers).estimate > 50
    assert f"mean is ${developers.mean:,.0f}" in words("midpoint", "mean")
    assert abs(developers.mean - middle) < 500
    managers = salary_data.pay("11-2021")
    assert 14_000 < method.midpoint(managers.p10, managers.p90) - managers.mean < 15_000


def test_the_two_places_differ_by_less_than_their_errors():
    (small,) = [one for one in salary_data.find_area("Farmington") if one.name == "Farmington, NM"]
    large = next(one for one in salary_data.find_area("Minneapolis") if one.type == "metro")
    one, other = (salary_data.pay("15-1252", place) for place in (small, large))
    assert (one.employment, one.mean, one.mean_rse) == (50, 131_190, 10.1)
    assert (other.employment, other.mean, other.mean_rse) == (27_410, 130_410, 1.0)
    for figure in ("$131,190", "50 jobs", "10.1 %", "$130,410", "27,410 jobs", "1.0 %"):
        assert figure in words("error")
    found = method.compare(one, other, "mean")
    assert (found.difference, found.beyond) == (-780, False)
    assert round(found.margin, -3) == 26_000
    assert "about $26,000, and the difference is $780" in words("error", right("error"))
    assert "$780 above the other" in words("error", "small")


def test_a_top_code_is_a_lower_bound():
    before, after = in_year("11-2021", 2022), salary_data.pay("11-2021")
    assert (before.p90, before.topcoded, before.floor) == (None, ("p90",), 239_200)
    assert after.p90 == 293_610
    assert round((after.p90 / before.floor - 1) * 100) == 23
    assert f"${after.p90 - before.floor:,.0f} at the most" in words("topcode", "all")
    assert right("topcode") == "bound"


def test_the_years_2020_and_2021_are_not_of_one_series():
    before, after = in_year("13-1082", 2020), in_year("13-1082", 2021)
    assert (before.p50, after.p50) == (77_420, 94_500)
    assert round((after.p50 / before.p50 - 1) * 100) == 22
    (broken,) = method.change((before, after)).breaks
    assert "method" in broken.reason
    assert "broader group" in broken.reason
    assert before.employment > 1_000_000
    assert round(after.employment, -4) == 740_000
    assert after.employment / before.employment == pytest.approx(0.5, abs=0.02)


def test_no_occupation_is_the_tpm():
    shares = salary_data.title_shares()
    assert sum(one.n for one in shares) == 270
    jobs = {one.soc: one for one in salary_data.occupations()}
    assert jobs["15-1299"].title == "Computer Occupations, All Other"
    managers = sum(one.n for one in shares if one.soc == "11-3021")
    # Codes of the older list, 15-1199 among them, count with their successors.
    residual = sum(one.n for one in shares if one.soc in ("15-1299", "15-1199"))
    assert residual / 270 == pytest.approx(0.5, abs=0.02)
    assert managers / 270 == pytest.approx(0.25, abs=0.01)


def test_the_listing_range_is_dated_and_no_percentiles():
    (anchor,) = [one for one in salary_data.anchors() if one.kind == "listing range"]
    assert (anchor.low, anchor.high, anchor.start, anchor.end) == (64_000, 163_000, "2022-07", "2022-08")
    assert "$64,000 to $163,000" in words("listing")
    assert "July and August 2022" in words("listing")
    assert method.midpoint(anchor.low, anchor.high) == 113_500
    assert "$113,500" in words("listing", "middle")
    assert right("listing") == "listed"


def test_every_sum_in_it_is_one_of_those_checked_above():
    options = [option for question in QUESTIONS for option in question.options]
    texts = [question.text for question in QUESTIONS]
    everything = " ".join([*texts, *(f"{option.text} {option.reason}" for option in options)])
    assert set(re.findall(r"\$[\d,]*\d", everything)) == {
        *("$82,460", "$214,670", "$148,565", "$135,980", "$12,600", "$148,100", "$14,000"),
        *("$131,190", "$130,410", "$780", "$26,000", "$293,610", "$239,200", "$54,410"),
        *("$77,420", "$94,500", "$64,000", "$163,000", "$113,500"),
    }


@pytest.mark.parametrize(
    ("question", "option"),
    [
        ("demand", "weak"),
        ("switch", "work"),
        ("occupation", "neighbours"),
        ("hire", "facts"),
        ("total", "base"),
        ("error", "open"),
        ("break", "group"),
        ("midpoint", "midpoint"),
    ],
)
def test_the_right_ones_are_what_the_course_teaches(question, option):
    assert right(question) == option


def test_the_task_cites_every_source_and_is_the_same_for_any_backlog():
    task = EXERCISE.task_for(BAKERY)
    assert all(salary_data.citation(source) in task for source in SOURCES)
    assert task == EXERCISE.task_for(BARE)


def test_the_quiz_loads_no_table_and_no_heavy_library():
    heavy = {"pandas", "matplotlib", "numpy"}
    code = (
        "import sys; from tpm_kit.exercises import EXERCISES; one = EXERCISES['career-quiz']; "
        f"one.parts(None); one.task_for(None); print(sorted(set(sys.modules) & {heavy}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
