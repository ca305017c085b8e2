"""An explorer on screen: what is chosen and typed moves picture and sentence, and what is odd does not."""

from __future__ import annotations

import pytest

from tests.exercises.planting import BAKERY
from tests.explorers.pay import DEVELOPERS
from tpm_kit.course import Course
from tpm_kit.explorers import explorer
from tpm_kit.salary_data import areas

EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture
def course(tmp_path):
    return Course(folder=tmp_path)


def test_choices_move_picture_and_sentence(course):
    for name, chooser, value in (
        ("salary", "jobs", [DEVELOPERS]),
        ("salary", "area", ["12420"]),
        ("salary", "industry", ["513200"]),
        ("salary", "band", ["p25-p75"]),
        ("places", "job", [DEVELOPERS]),
        ("places", "areas", ["12420", "TX"]),
        ("real-pay", "job", [DEVELOPERS]),
        ("real-pay", "measure", ["p90"]),
    ):
        on_screen = course.explore(name)
        before = on_screen.picture.png, on_screen.picture.alt, on_screen.sentence.tree
        on_screen.choosers[chooser].set_state({"value": value})
        after = on_screen.picture.png, on_screen.picture.alt, on_screen.sentence.tree
        assert all(one != two for one, two in zip(before, after, strict=True)), (name, chooser)
        assert explorer(name).plotted(on_screen._values(), BAKERY)["citation"] in on_screen.picture.alt


@pytest.mark.parametrize("value", [None, "US", [], ["US", "TX"], ["nowhere"], [["US"]], [None], {}])
def test_a_chooser_takes_what_it_offers_only(course, value):
    chooser = course.explore("salary").choosers["area"]
    chooser.set_state({"value": value, "options": [["x", "y"]], "most": 9})
    assert (chooser.value, chooser.most, len(chooser.options)) == (["US"], 1, len(areas()))


def test_several_are_no_more_than_fit_and_none_twice(course):
    chooser = course.explore("places").choosers["areas"]
    before = chooser.value
    for value in (["US", "US"], [one[0] for one in chooser.options[:7]], ["US", "nowhere"]):
        chooser.set_state({"value": value})
        assert chooser.value == before
    chooser.set_state({"value": []})
    assert chooser.value == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("151,250", 151_250),
        ("$151 250", 151_250),
        ("151.250", 151_250),
        ("151250.50", 151_250.5),
        ("120k", 120_000),
        ("", 0),
        ("500001", None),
        ("-5", None),
        ("€ 90,000", None),
        ("ninety", None),
        (EVIL, None),
    ],
)
def test_an_offer_can_be_typed(course, text, value):
    on_screen = course.explore("salary")
    slider, field = on_screen.sliders["offer"], on_screen.exact["offer"].field
    slider.set_state({"value": 90_000})
    assert field.text == "90,000"
    field.set_state({"text": text})
    assert slider.value == (90_000 if value is None else value)
    assert field.text == text
    assert field.fault == (
        "Type a number from 0 to 500,000 (US dollars); the slider has not moved." if value is None else ""
    )
    slider.set_state({"value": 60_000})
    assert (field.text, field.fault) == ("60,000", "")


def test_a_fault_stands_at_the_entry_and_the_picture_stays(course):
    on_screen = course.explore("real-pay")
    before = on_screen.picture.png
    on_screen.fields["index"].set_state({"text": "1 2 3"})
    assert on_screen.fields["index"].fault.startswith("Give 7 figures")
    assert on_screen.picture.png == before
    for text in (None, 5, "x" * 201):
        on_screen.fields["index"].set_state({"text": text})
    assert on_screen.fields["index"].text == "1 2 3"


def test_the_static_copy_says_what_was_chosen(course):
    html = course.explore("salary").to_html()
    assert "<p>Place: United States</p>" in html
    assert "<p>Occupations: Computer Occupations, All Other, Computer and Information" in html
    assert course.explore("budget").to_html().count("<p>") == 4
