"""Entries of a roadmap: faults are refused with a sentence; formulas and e-mails are made harmless."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.roadmaps import BANK, HOSTILE, KEYS, OFF, ROADMAP, roadmaps
from tpm_kit.exchange.outgoing import LEFT_OUT, guarded, outgoing, unguarded, without_emails
from tpm_kit.exchange.roadmap_entry import checked, clean, details, number


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": ""}, "needs a title, and an id on one line"),
        ({"id": "two\nlines"}, "needs a title, and an id on one line"),
        ({"title": " \n"}, "needs a title"),
        ({"title": "half \ud800"}, "characters that no file can hold"),
        ({"note": "bell \a"}, "characters that no file can hold"),
        ({"note": "a\r\nb"}, "characters that no file can hold"),
        ({"end": datetime.date(2027, 1, 10)}, "ends on 2027-01-10, before it starts on 2027-01-11"),
        ({"start": datetime.datetime(2027, 1, 11)}, "a start and an end that are dates"),
        ({"start": datetime.date(27, 1, 11)}, "outside the years 1900 to 2200"),
        ({"end": datetime.date.max}, "outside the years 1900 to 2200"),
        ({"milestone": True}, "is a milestone"),
        ({"needs": ("PL-16",)}, "needs itself"),
        ({"needs": ("a", "a")}, "something twice"),
        ({"needs": ("",)}, "an id on one line"),
        ({"points": -1}, "-1 points"),
        ({"points": float("nan")}, "nan points"),
        ({"points": float("inf")}, "inf points"),
    ],
)
def test_what_no_roadmap_can_show_is_refused(changes, said):
    with pytest.raises(ValueError, match=said):
        replace(KEYS, **changes)


def test_ids_stand_once_and_there_is_at_least_one():
    assert checked(iter(ROADMAP)) == ROADMAP
    with pytest.raises(ValueError, match="More than one entry has the id 'PL-16'"):
        checked([KEYS, OFF, KEYS])
    with pytest.raises(ValueError, match="at least one entry"):
        checked([])


def test_a_clean_text_has_plain_line_ends_and_no_control_characters():
    assert clean("a\r\nb\rc\u2028d\x00\a\te\ud800") == "a\nb\nc\nd\te?"


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


def test_details_name_what_an_entry_needs():
    titles = {entry.id: entry.title for entry in ROADMAP}
    assert details(BANK, titles) == [
        "Points: 8.5",
        "Needs: New signing keys (PL-16)",
        "On the critical path",
        "Version 2 ends.\nThe bank said so.",
    ]
    assert details(replace(BANK, needs=("gone",), points=None, note=""), titles)[0] == "Needs: gone"
    assert details(OFF, {}) == ["Needs: PL-05"]


@given(st.floats(0, 1e300))
def test_points_are_written_without_loss(points):
    assert float(number(points)) == points


# Formulas -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", "  =1", "\uff1dx", "'=1", "''-"]
)
def test_what_could_be_a_formula_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "x", "a=1", "'tis", "''", "3", "(=1)", "—", "− 1"])
def test_other_cells_stay_as_they_are(text):
    assert guarded(text) == text


@given(st.one_of(st.text(), st.sampled_from(HOSTILE), st.text(alphabet="'=+-@ \t\r\n a")))
def test_every_cell_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t\r\n")


# E-mails --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tom@reyes.example", "[e-mail]"),
        ("Ask Tom <tom.o'reyes+a@mail.bank.co.uk>, today", "Ask Tom <[e-mail]>, today"),
        ("mailto:a_b%c@d-e.example; x@y.example", "mailto:[e-mail]; [e-mail]"),
        ("jürgen@bücher.example", "[e-mail]"),
        ("5 apples @ 2.50, @tom and a@b", "5 apples @ 2.50, @tom and a@b"),
    ],
)
def test_addresses_are_left_out(text, left):
    assert without_emails(text) == left
    assert without_emails(left) == left


def test_addresses_are_found_quickly():
    assert without_emails("a" * 300_000 + "@") == "a" * 300_000 + "@"
    assert without_emails("a." * 100_000 + "@b" + ".c1" * 100_000)[-3:] == ".c1"


def test_no_field_of_an_entry_keeps_an_address():
    mail = "tom@reyes.example"
    other = replace(KEYS, id="other", needs=(mail, "ann@reyes.example", "[e-mail] (2)"))
    entries = [
        replace(BANK, id=mail, title=mail, section=mail, owner=mail, note=f"a {mail}", needs=()),
        other,
    ]
    first, second = outgoing(entries)
    assert (first.id, first.title, first.section, first.owner) == (LEFT_OUT,) * 4
    assert first.note == "a [e-mail]"
    assert second.needs == ("[e-mail]", "[e-mail] (2)", "[e-mail] (2) (2)")


@given(roadmaps())
def test_an_outgoing_roadmap_hangs_together_as_before(entries):
    sent = outgoing(entries)
    assert outgoing(sent) == sent
    assert [len(entry.needs) for entry in sent] == [len(entry.needs) for entry in entries]
    at = {entry.id: place for place, entry in enumerate(entries)}
    now = {entry.id: place for place, entry in enumerate(sent)}
    for before, after in zip(entries, sent, strict=True):
        assert [at.get(id) for id in before.needs] == [now.get(id) for id in after.needs]
