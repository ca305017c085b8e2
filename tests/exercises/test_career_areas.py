"""The area that is typed: which one it means, and what is said where it means none or several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.exercises.career.areas import named, read_area
from tpm_kit.salary_data import areas


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Austin", "12420"),
        ("austin, tx", "12420"),
        ("austin tx", "12420"),
        ("Seattle WA", "42660"),
        ("Washington D.C.", "47900"),
        ("Washington, D.C.", "47900"),
        ("Austin, Texas", "12420"),
        ("Round Rock", "12420"),
        (" 12420 ", "12420"),
        ("TX", "TX"),
        ("tx", "TX"),
        ("Texas", "TX"),
        ("Kansas", "KS"),
        ("Kansas City", "28140"),
        ("New York, NY", "35620"),
        ("New York-Newark", "35620"),
        ("New York (state)", "NY"),
        ("Washington, DC", "47900"),
        ("Portland, ME", "38860"),
        ("Saint Louis", "41180"),
        ("US", "US"),
        ("usa", "US"),
        ("United States", "US"),
    ],
)
def test_what_is_typed_is_matched(text, code):
    assert read_area(text).area.code == code


def test_every_area_is_found_by_its_code_and_by_its_whole_name():
    assert [one.code for one in areas() if read_area(one.code).area != one] == []
    assert [one.code for one in areas() if read_area(named(one)).area != one] == []
    two = {"New York", "Washington"}  # a state and a city
    assert {one.name for one in areas() if read_area(one.name).area != one} == two


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Columbus",
            "“Columbus” can be Columbus, OH (metropolitan area), Columbus, GA-AL (metropolitan area) or "
            "Columbus, IN (metropolitan area). Write more of the name, or its state behind it.",
        ),
        (
            "Springfield",
            "“Springfield” can be Springfield, MO (metropolitan area), Springfield, MA (metropolitan area), "
            "Springfield, IL (metropolitan area) or 2 more. Write more of the name, or its state behind it.",
        ),
        (
            "Dalles, TX",
            "“Dalles, TX” is no area of the table. Did you mean Dallas-Fort Worth-Arlington, TX "
            "(metropolitan area)?",
        ),
        (
            "London",
            "“London” is no area of the table. Did you mean Norwich-New London-Willimantic, CT (metropolitan "
            "area)?",
        ),
        ("Paris", "“Paris” is no area of the table. Write a city, a state or its two letters, or US."),
        ("?", "“?” is no area of the table. Write a city, a state or its two letters, or US."),
    ],
)
def test_several_and_none_are_said(text, sentence):
    assert read_area(text) == (None, sentence)


def test_nothing_is_guessed_from_a_single_letter():
    place = read_area("a")
    assert place.area is None
    assert place.fault.startswith("“a” can be Alabama (state), Alaska (state), Arizona (state) or ")


@given(st.text(max_size=200))
def test_any_text_is_an_area_or_a_sentence(text):
    place = read_area(text)
    assert (place.area is None) is bool(place.fault)
    assert place.fault.isprintable()


@pytest.mark.parametrize("text", ["x" * 2000, "<img src=x onerror=alert(1)>", "\x00\u202eAustin", "(" * 300])
def test_hostile_texts_are_cut_and_shown_as_text(text):
    fault = read_area(text).fault
    assert len(fault) < 220
    assert fault.isprintable()
