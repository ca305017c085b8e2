"""Pay that is read off: what is read, that every published row can be said, and what the sentence holds."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.planting import BAKERY, BARE
from tests.exercises.plants.pay_here import DESIGNERS, NATION, SAID, said
from tpm_kit.answers import Cells
from tpm_kit.exercise import Outcome
from tpm_kit.exercises.career import pay_here_rows
from tpm_kit.exercises.career.pay_here import EXERCISE, NO_OCCUPATION, live, solution
from tpm_kit.exercises.career.pay_here_cells import read_error, read_jobs, read_pay, read_year
from tpm_kit.salary_data import areas, citation, occupations, pay

HOSTILE = "<img src=x onerror=alert(1)>"


def review(raw, case=BAKERY):
    return EXERCISE.review(EXERCISE.read(raw), case)


def text(raw) -> str:
    return live(EXERCISE.read(raw), BAKERY)["text"]


@pytest.mark.parametrize(
    ("typed", "dollars"),
    [
        ("134120", 134_120),
        ("$134,120", 134_120),
        ("134.120", 134_120),
        ("134 120 USD", 134_120),
        ("US$ 134,120 a year", 134_120),
        ("134,120 p.a.", 134_120),
        ("134.12k", 134_120),
        ("134", 134_000),
        ("~ 134 thousand", 134_000),
        ("$134k/year", 134_000),
        ("134,120.00", 134_120),
    ],
)
def test_pay_is_read_as_people_type_it(typed, dollars):
    found = read_pay(typed)
    assert (found.dollars, found.fault, found.hourly) == (pytest.approx(dollars), "", False)


@pytest.mark.parametrize("typed", ["$64.48/h", "64.48 an hour", "64.48 per hour", "64.48 hourly", "64.48/hr"])
def test_pay_an_hour_is_known_as_such(typed):
    found = read_pay(typed)
    assert (found.bare, found.hourly, found.fault) == (64.48, True, "")


@pytest.mark.parametrize(
    "typed", ["€104,000", "104000 EUR", "£90k", "CHF 120'000", "C$ 150,000", "104.000 euros"]
)
def test_another_currency_is_not_converted(typed):
    assert read_pay(typed).code == "SAL-1"


@pytest.mark.parametrize(
    "typed", ["lots", "-5", "0", "120-150k", "$", "9" * 40, HOSTILE, "1e400", "120 apples"]
)
def test_what_is_no_pay_is_said(typed):
    found = read_pay(typed)
    assert found.fault.endswith(".")
    assert not found.code


@pytest.mark.parametrize(
    "typed", ["2025", "May 2025", "2025-05", "05/2025", "may, 2025", "2025 (May)", "as of May 2025"]
)
def test_years_are_read(typed):
    assert read_year(typed) == (2025, "")


@pytest.mark.parametrize("typed", ["25", "soon", "2024/2025", "June 2025", "20255", HOSTILE])
def test_what_is_no_year_is_said(typed):
    assert read_year(typed).fault.endswith(".")


@pytest.mark.parametrize("typed", ["11,177/month", "$11,177 a month", "11177 monthly"])
def test_pay_a_month_is_known_as_such(typed):
    assert read_pay(typed).fault == f"“{typed}” is pay a month; the table has pay a year."


def test_what_is_said_to_be_rounded_is_read():
    assert read_jobs("~32,000").value == read_jobs("about 32 thousand jobs").value == 32_000
    assert read_error("about 1 %").value == 1
    assert read_error("1.1 % of the mean").value == 1.1


def test_jobs_and_errors_are_read():
    assert [read_jobs(one).value for one in ("31,960", "31.960", "32k", "31 960 jobs")] == [
        31_960,
        31_960,
        32_000,
        31_960,
    ]
    assert [read_error(one).value for one in ("1.1", "1,1 %", "± 1.1%", "1.1 percent")] == [1.1] * 4
    assert (
        read_jobs("not published") == read_jobs("-") == read_jobs("n/a") == read_error("None") == (None, "")
    )
    assert all(read(one).fault for read in (read_jobs, read_error) for one in ("many", HOSTILE, "-3"))


@given(st.text(max_size=60))
def test_any_text_is_read_or_said(typed):
    for read in (read_pay, read_year, read_jobs, read_error):
        assert read(typed).fault.isprintable()


TYPED = sorted(SAID.keys() - {"first:role", "first-basis:out"})  # the two others are chosen from a list


@given(st.dictionaries(st.sampled_from(TYPED), st.text(max_size=40)))
def test_whatever_is_typed_there_is_a_sentence_for_a_strong_answer_alone(changed):
    raw = Cells.of({cell: one for cell, one in (SAID | changed).items() if one}).raw()
    found, whole = review(raw), text(raw)
    assert all(one.seen.isprintable() for one in found.findings)
    assert whole.endswith(citation("oews"))
    assert ("earn between" in whole) is (found.outcome is Outcome.STRONG)


def read_off(known) -> dict[str, str]:
    """The cells of the first row, as somebody would type what is published."""
    jobs = "not published" if known.employment is None else f"{known.employment:,}"
    figures = (known.p25, known.p50, known.p75)
    return {
        "first:role": known.occupation.soc,
        "first:area": known.area.code,
        **{f"first:{name}": f"{one}" for name, one in zip(("low", "median", "high"), figures, strict=True)},
        "first-basis:year": "2025",
        "first-basis:jobs": jobs,
        "first-basis:error": f"{known.mean_rse} %",
        "first-basis:out": "extras",
    }


def test_every_published_row_can_be_read_off_and_every_other_one_is_said_to_be_none():
    for place in areas()[::13]:
        for job in occupations():
            known = pay(job.soc, place.code)
            if known and known.published:
                found = review(Cells.of(read_off(known)).raw())
                assert found.outcome is Outcome.STRONG, (job.soc, place.name)
            else:
                found = review(said(role=job.soc, area=place.code))
                assert [one.code for one in found.findings if one.level == "problem"] == ["PAY-1"]


def test_the_sentence_can_be_said_aloud():
    said_aloud, source = text(said()).split("\n\n")
    assert said_aloud == (
        "In Austin-Round Rock-San Marcos, TX software developers earn between $104,000 and $168,730 a year "
        "(the middle half of them), half of them less than $134,120; May 2025, 31,960 jobs, relative "
        "standard error of the mean 1.1 %; base pay without bonus, equity and overtime. Technical Product "
        "Manager is no official occupation; this is a neighbour: engineering feeder role and the pay "
        "benchmark in a product team."
    )
    assert source == citation("oews")


def test_there_is_a_sentence_for_each_sound_row_only():
    whole = text(said(DESIGNERS))
    assert "web and digital interface designers earn between $85,290 and $166,580" in whole
    assert whole.count("Technical Product Manager is no") == 2
    wrong = text(said(DESIGNERS, median="143,630"))
    assert "software developers" not in wrong
    assert "Role 1: something is not as published; Check says what. It is looked up for Austin" in wrong
    assert "134" not in wrong  # the right figure is not told
    begun = text(said(year="", out=""))
    assert begun.startswith(NO_OCCUPATION)
    assert "Role 1: still to fill in: year and left out. It is looked up for Austin-Round Rock-San" in begun
    assert text({}) == f"{NO_OCCUPATION}\n\n{citation('oews')}"


def test_what_is_wrong_is_said_while_it_is_typed():
    raw = said(area="Portland", low="€5", year="soon", jobs="many", error=HOSTILE)
    faults = live(EXERCISE.read(raw), BAKERY)["faults"]
    found = {row: set(texts) for row, texts in faults.items()}
    assert found == {"first": {"area", "low"}, "first-basis": {"year", "jobs", "error"}}
    assert faults["first"]["area"].startswith("“Portland” can be")
    silent = live(EXERCISE.read(said(area="Alaska")), BAKERY)["faults"]
    assert silent == {"first": {"area": "BLS releases no pay for Software Developers in Alaska (state)."}}


def test_figures_without_a_year_are_undated():
    found = review(said(year=""))
    assert found.outcome is Outcome.INCOMPLETE
    (undated,) = [one for one in found.findings if one.code == "SAL-1"]
    assert undated.seen == "Role 1: year. There are figures, and no year beside them."


def test_thousands_and_rounded_figures_are_the_published_ones():
    for one in ("134", "134k", "134,100", "134120", "$134,000"):
        assert review(said(median=one)).outcome is Outcome.STRONG
    for one in ("135", "134,200", "133,9", "1341200"):
        assert review(said(median=one)).outcome is Outcome.NEEDS_WORK


def test_a_midpoint_of_ones_own_ends_is_known_too():
    found = review(said(low="100", high="170", median="135"))
    codes = {one.seen.partition(".")[0]: one.code for one in found.findings}
    assert codes["Role 1: median"] == "SAL-2"


def test_a_top_coded_percentile_is_read_as_a_floor(monkeypatch):
    known = replace(pay("15-1252", "12420"), p75=None, p90=None, topcoded=("p75", "p90"), floor=150_000)
    monkeypatch.setattr(pay_here_rows, "pay", lambda soc, area: known)
    assert review(said(high="at least 150,000")).outcome is Outcome.STRONG
    assert "between $104,000 and at least $150,000 a year" in text(said(high="150,000+"))
    for typed in ("150,000", "168,730", "at least 168,730"):
        (found,) = [one for one in review(said(high=typed)).findings if one.level == "problem"]
        assert found.code == "PAY-2"
        assert "This percentile is top-coded." in found.seen


def test_the_worked_answer_is_the_published_row_of_the_nation():
    values = {part: value for part, (value, _) in solution(BAKERY).items()}
    assert {value for part, value in values.items() if part != "first-basis:out"} == {
        *("15-1252", "US", "105210", "135980", "171980", "2025", "1687890", "0.4 %")
    }
    assert review(Cells.of(values).raw()).outcome is Outcome.STRONG
    assert all(reason.endswith(".") for _, reason in solution(BAKERY).values())
    assert EXERCISE.in_words(values["first:role"]) == "Software Developers"


def test_it_is_the_same_on_any_backlog():
    for raw in (said(), said(median="143,630"), said(area="Portland"), said(NATION, year="2024")):
        assert review(raw) == review(raw, BARE)
        assert review(raw) == review(raw, replace(BARE, own=True, tables={}))
    assert EXERCISE.parts(BAKERY) == EXERCISE.parts(BARE)


def test_rows_and_columns_that_are_gone_are_left_out():
    view = EXERCISE.view(BAKERY)
    view.answer = {"cells": {"fourth": {"role": "15-1252"}, "first": {"role": "99-9999", "shoe": "1"}}}
    assert view.answer == {"cells": {}}
    gone = Cells.of({"fourth:role": "15-1252", "first:role": "99-9999", "first-basis:out": "shoe"}).raw()
    assert {one.level for one in review(gone).findings} <= {"note"}


def test_hints_lead_from_the_table_to_the_cell():
    blank, wrong = Cells(), EXERCISE.read(said(median="143,630"))
    assert "Choose an occupation first" in EXERCISE.hint(0, blank, BAKERY)
    assert "Software Developers and Austin-Round Rock-San Marcos, TX" in EXERCISE.hint(0, wrong, BAKERY)
    assert EXERCISE.hint(2, wrong, BAKERY) == "Look again at one cell: Role 1: median."
    assert 'course.pay.range("15-1252", "12420")' in EXERCISE.hint(2, EXERCISE.read(said()), BAKERY)


def test_neither_career_exercise_on_pay_loads_a_heavy_library():
    code = (
        "import sys; from tests.exercises.plants import pay_here, places;"
        "from tpm_kit.exercises import EXERCISES;"
        "[EXERCISES[id].review(EXERCISES[id].read(one.SOUND[1]), one.SOUND[0])"
        " for id, one in (('pay-here', pay_here), ('places', places))];"
        "print(sorted({'pandas', 'matplotlib', 'scipy', 'networkx'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
