"""A learner's own list of pay in the explorer of salaries."""

from __future__ import annotations

import pytest

from tpm_kit.course import Course, CourseError

HEAD = "Title,Salary\n"


@pytest.fixture
def course(tmp_path):
    return Course(folder=tmp_path)


@pytest.fixture
def use(course, tmp_path):
    """Write a file beside the course, open it, and return the explorer."""

    def use(text, **options):
        (tmp_path / "mine.csv").write_text(text, encoding="utf-8")
        course.use_salaries("mine.csv", **options)
        return course.explore("salary")

    return use


def seen(shown):
    return shown.picture.alt, shown.sentence.tree[0][2]


def test_dollars_stand_beside_what_is_published(use):
    shown = use(HEAD + "".join(f"PM,${at}k\n" for at in range(90, 145, 5)))
    alt, said = seen(shown)
    assert "Your file: 11 figures (US dollars): 10th percentile 95,000, 25th 102,500, median 115,000" in alt
    assert "Your own file mine.csv: your figures, which nobody here has checked. U.S. Bureau of Labor" in alt
    assert said.startswith("Your file: 11 figures: median 115,000 in US dollars. Half earn less")
    shown.sliders["offer"].set_state({"value": 115_000})
    assert "115,000 is at the median." in seen(shown)[1]
    shown.choosers["own"].set_state({"value": [""]})
    assert "Your file" not in seen(shown)[0]


def test_another_currency_stands_alone_and_nothing_is_converted(use):
    rows = "".join(f"PM,{at}.000–{at + 10}.000 €\n" for at in range(50, 60))
    shown = use(HEAD + rows + "PM,$90k\n")
    assert shown.choosers["own"].value == ["USD"]
    assert "Your file: 1 figure: too few for percentiles, which need 5." in seen(shown)[1]
    assert "The figures in EUR are left out: no currency is converted." in seen(shown)[1]
    shown.choosers["own"].set_state({"value": ["EUR"]})
    alt, said = seen(shown)
    assert "Your file: 10 low ends (EUR): 10th percentile 50,900, 25th 52,250, median 54,500" in alt
    assert "Your file: 10 high ends (EUR): 10th percentile 60,900" in alt
    assert "Software Developers" not in alt
    assert "Bureau of Labor" not in alt
    assert "EUR, a year of full work" in alt
    assert said.endswith("The published figures are in US dollars and are not shown beside these.")


def test_figures_without_a_currency_are_named_as_such(use):
    shown = use(HEAD + "PM,90000\nPM,$90k\nPM,$95k\n")
    assert "The figures without a currency are left out" in seen(shown)[1]


def test_the_slider_reaches_what_the_file_holds(use):
    assert use(HEAD + "PM,INR 2500000 p.a.\n").sliders["offer"].max == 2_500_000
    assert use(HEAD + "PM,$90k\n").sliders["offer"].max == 500_000


def test_another_file_takes_the_place_of_the_last(use):
    first = use(HEAD + "PM,$90k\n")
    second = use(HEAD + "PM,€90k\n")
    assert first is not second
    assert [one[0] for one in second.choosers["own"].options] == ["EUR", ""]


def test_a_file_that_cannot_be_used_is_said_in_a_sentence(course, tmp_path):
    for file, why in ((5, "Give the name of a CSV file, as in use_salaries"), ("gone.csv", "gone.csv")):
        with pytest.raises(CourseError, match=why):
            course.use_salaries(file)
    (tmp_path / "odd.csv").write_text("Name,Colour\nA,red\n")
    with pytest.raises(CourseError, match="no column that looks like pay"):
        course.use_salaries("odd.csv")
    assert "own" not in course.explore("salary").choosers
