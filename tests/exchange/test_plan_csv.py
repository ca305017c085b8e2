"""The plain table of a roadmap: it comes back as it was, and a broken one is refused with a sentence."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from tests.exchange.roadmaps import KEYS, ROADMAP, roadmaps
from tpm_kit.exchange.outgoing import outgoing
from tpm_kit.exchange.plan_csv import COLUMNS, PlanFileError, plan_csv, read
from tpm_kit.exchange.roadmap_entry import clean


def test_the_file_is_what_excel_and_the_csv_module_expect():
    content = plan_csv(ROADMAP)
    assert content.startswith(b"\xef\xbb\xbfid,title,section,")
    assert content.count(b"\r\n") == 1 + len(ROADMAP)
    assert content.decode("utf-8-sig").splitlines()[1] == (
        "PL-16,New signing keys,Banks,2027-01-11,2027-01-22,,yes,,3,Jonas Behr,"
    )


def test_a_roadmap_comes_back_as_it_was():
    assert read(plan_csv(ROADMAP)) == ROADMAP


@given(roadmaps())
def test_any_roadmap_comes_back_as_it_was(entries):
    assert read(plan_csv(entries)) == outgoing(entries)


@given(roadmaps())
def test_no_cell_is_a_formula(entries):
    rows = list(csv.reader(io.StringIO(plan_csv(entries).decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]


def test_a_cell_may_be_longer_than_the_csv_module_likes():
    before = csv.field_size_limit()
    long = replace(KEYS, note="long " * 50_000)
    assert read(plan_csv([long])) == (long,)
    assert csv.field_size_limit() == before


def test_what_a_spreadsheet_adds_or_changes_is_read():
    text = plan_csv([KEYS]).decode("utf-8-sig").replace(",3,", ",5.0,").replace("\r\n", "\n")
    assert read(text.encode()) == (replace(KEYS, points=5),)


ROW = plan_csv([KEYS]).decode("utf-8-sig").splitlines()[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (ROW, ROW[:-1], "Row 2 has 10 cells; it needs 11."),
        (ROW, f"{ROW}\n{ROW}", "More than one entry has the id 'PL-16'."),
        (ROW, "", "at least one entry"),
        ("2027-01-22", "22/01/2027", "Row 2: Invalid isoformat"),
        ("2027-01-22", "2027-01-02", "Row 2: Entry 'PL-16' ends on 2027-01-02"),
        ("yes", "true", "Row 2: milestone and critical are yes or empty, not 'true'."),
        (",3,", ",three,", "Row 2: could not convert"),
        (",3,", ",nan,", "Row 2: Entry 'PL-16' has nan points"),
        ("New signing keys", '"New', "The file is no table with commas"),
        ("title", "Title", "Row 1 must hold the names of the columns: id, title,"),
    ],
)
def test_a_broken_file_is_refused_with_its_row(old, new, said):
    text = plan_csv([KEYS]).decode("utf-8-sig")
    with pytest.raises(PlanFileError) as refused:
        read(text.replace(old, new).removesuffix("\r\n" if not new else "").encode())
    assert said in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00", b"PK\x03\x04", b"id,title"])
def test_what_is_no_such_file_is_refused(content):
    with pytest.raises(PlanFileError):
        read(content)


def test_the_course_reads_it_as_a_backlog(read):
    """`read` is the fixture that reads a backlog."""
    intake = read(plan_csv(ROADMAP))
    assert [item.id for item in intake.items] == ["PL-16", "PL-05", "PL-21", "brackwater"]
    assert intake.items[1].title == "Brackwater Bank: version 3; #2 of 3"
    assert intake.items[1].dependencies == ("PL-16",)
    assert intake.items[1].effort == 8.5


def test_clean_texts_are_what_the_samples_hold():
    assert all(text == clean(text) for entry in ROADMAP for text in (entry.title, entry.note))
