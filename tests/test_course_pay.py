"""Published pay in a notebook: `course.pay`."""

from __future__ import annotations

import pytest

from tpm_kit import Course
from tpm_kit.course import CourseError
from tpm_kit.salary_data import citation, pay


@pytest.fixture
def course(tmp_path) -> Course:
    return Course(folder=tmp_path)


def test_a_notebook_asks_for_a_range_in_words(course):
    found = course.pay.range("software developers", "Austin")
    assert found == pay("15-1252", "12420")
    assert course.pay.range("15-1252") == pay("15-1252")
    assert course.pay.range("Software dev", "CO").p50 == 138_390
    lines = str(found).splitlines()
    assert lines[0] == "Software Developers (15-1252), Austin-Round Rock-San Marcos, TX, May 2025"
    assert lines[1].startswith("Gross base pay a year in US dollars: p10 96,110, p25 104,000, p50 134,120")
    assert lines[2] == "Jobs: 31,960; relative standard error of the mean: 1.1 %"
    assert lines[-1] == citation("oews")
    assert course.pay.areas("austin") == ["Austin-Round Rock-San Marcos, TX"]
    assert "oews" in repr(course.pay)


def test_a_notebook_gets_frames_with_their_citation(course):
    frame = course.pay.frame("trend")
    assert frame.loc[(frame.soc_code == "15-1252") & (frame.year == 2024), "p50"].item() == 133_080
    assert course.pay.citation("levels") == citation("oflc")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda pay: pay.range("Sofware Developers"), "did you mean “Software Developers”"),
        (lambda pay: pay.range(""), "There is no occupation “”; there are General and Operations Managers"),
        (lambda pay: pay.range("comput"), "There is no occupation “comput”"),
        (lambda pay: pay.range("15-1252", "Atlantis on Sea"), "There is no area “Atlantis on Sea”"),
        (lambda pay: pay.range(None, None), "There is no occupation"),
        (
            lambda pay: pay.range("15-2051", "VI"),
            "No figure is published for Data Scientists in Virgin Islands",
        ),
        (lambda pay: pay.frame("oewss"), "There is no table “oewss”; did you mean “oews”"),
        (lambda pay: pay.frame("../x"), "there are oews, industry"),
        (lambda pay: pay.citation([]), "There is no table"),
    ],
)
def test_a_notebook_is_told_what_to_do(course, ask, message):
    with pytest.raises(CourseError) as error:
        ask(course.pay)
    assert message in str(error.value)
