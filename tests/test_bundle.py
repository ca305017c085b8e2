"""Saved work goes out as one file and comes back, here or elsewhere, over nothing that is newer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit import bundle
from tpm_kit.workbook import Workbook
from tpm_kit.workbook_file import NewerWorkbookError, WorkbookError

NAMES_THAT_LEAD_ELSEWHERE = [
    "../../x",
    "..",
    ".",
    "/etc",
    "C:\\x",
    "a/b",
    "a\\b",
    "CON",
    "con",
    "lpt1",
    "x\0y",
    "x\n",
    "-",
    "-x",
    " paylane",
    "Paylane",
    "päylane",
    "paylane.json",
    "٣",
]
OLD, NEW = {"places": ["old"]}, {"places": ["new"]}


@pytest.fixture
def places(tmp_path):
    """Opens the workbook of a case in a work folder; each call is another place or session."""
    return lambda place, case="paylane": Workbook(tmp_path / place / case, case)


def bring(content, folder, *books: Workbook) -> list[str]:
    content = content if isinstance(content, bytes) else content.encode()
    return bundle.bring_back(content, folder, {book.case: book for book in books})


def all_files(folder) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_work_on_all_cases_comes_back_in_another_folder(tmp_path, places):
    here, other = places("here"), places("here", "own-backlog")
    here.change("moscow", version=1, answer=OLD, tried=True, hints=1)
    other.change("moscow", version=1, answer=NEW)
    text = bundle.pack(bundle.open_all(tmp_path / "here", {"paylane": here}))
    there = places("there")
    said = bring(text, tmp_path / "there", there)
    assert said == [
        "paylane: 1 of 1 answers brought back (moscow).",
        "own-backlog: 1 of 1 answers brought back (moscow).",
    ]
    assert there.entry("moscow") == here.entry("moscow")
    assert places("there", "own-backlog").entry("moscow") == other.entry("moscow")
    assert bring(text, tmp_path / "there", there)[0].endswith("the ones here are the same or later.")


def test_work_in_memory_goes_out_even_where_nothing_can_be_written(tmp_path):
    (tmp_path / "work").write_text("a file where the folder should be")
    opened = {case: Workbook(tmp_path / "work" / case, case) for case in ("paylane", "own-backlog")}
    for book in opened.values():
        book.change("moscow", answer=OLD)
        assert book.trouble
    text = bundle.pack(bundle.open_all(tmp_path / "work", opened))
    assert {pages.case: pages.exercises["moscow"]["answer"] for pages in bundle.unpack(text.encode())} == {
        "paylane": OLD,
        "own-backlog": OLD,
    }


def test_work_comes_back_into_memory_where_nothing_can_be_written(tmp_path, places):
    places("here").change("moscow", answer=OLD)
    (tmp_path / "work").write_text("a file where the folder should be")
    book = Workbook(tmp_path / "work" / "paylane", "paylane")
    said = bring(bundle.pack([places("here")]), tmp_path / "work", book)
    assert book.entry("moscow").answer == OLD
    assert said[1].startswith("Not saved: ")


def test_a_single_workbook_file_is_taken_too(tmp_path, places):
    places("here").change("moscow", answer=OLD)
    there = places("there")
    bring((tmp_path / "here" / "paylane" / "workbook.json").read_bytes(), tmp_path / "there", there)
    assert there.entry("moscow").answer == OLD


def test_a_newer_answer_here_is_kept_and_the_older_one_beside_it(tmp_path, places):
    book = places("here")
    book.change("moscow", answer=OLD)
    text = bundle.pack([book])
    book.change("moscow", answer=NEW)
    said = bring(text, tmp_path / "here", book)
    entry = book.entry("moscow")
    assert entry.answer == NEW
    assert [one.answer for one in entry.earlier] == [OLD]
    assert said == ["paylane: 0 of 1 answers brought back; the ones here are the same or later."]


def test_an_older_answer_here_is_kept_beside_the_newer_one(tmp_path, places):
    here = places("here")
    here.change("moscow", answer=OLD)
    there = places("there")
    there.change("moscow", answer=NEW)
    bring(bundle.pack([there]), tmp_path / "here", here)
    entry = places("here").entry("moscow")
    assert entry.answer == NEW
    assert [(one.answer, one.why) for one in entry.earlier] == [(OLD, "brought back from a file")]


def test_a_hint_opened_before_does_not_keep_an_answer_from_coming_back(tmp_path, places):
    places("here").change("moscow", answer=OLD)
    there = places("there")
    there.change("moscow", hints=1)
    assert bring(bundle.pack([places("here")]), tmp_path / "there", there) == [
        "paylane: 1 of 1 answers brought back (moscow)."
    ]
    assert (there.entry("moscow").answer, there.entry("moscow").hints) == (OLD, 1)


def test_what_was_started_over_stays_so(tmp_path, places):
    book = places("here")
    book.change("moscow", answer=OLD)
    text = bundle.pack([book])
    book.start_over("moscow")
    bring(text, tmp_path / "here", book)
    assert book.entry("moscow").answer is None
    assert [one.answer for one in book.entry("moscow").earlier] == [OLD]


@pytest.mark.parametrize("name", NAMES_THAT_LEAD_ELSEWHERE)
def test_a_case_name_that_leads_elsewhere_is_refused_whole(tmp_path, places, name):
    work = tmp_path / "a" / "work"
    work.mkdir(parents=True)
    good = {"course": "tpm-kit", "schema": 1, "case": "bakery", "exercises": {"moscow": {"answer": OLD}}}
    file = {"course": "tpm-kit", "schema": 1, "workbooks": [good, {**good, "case": name}]}
    before = all_files(tmp_path)
    (sentence,) = bring(json.dumps(file), work, Workbook(work / "paylane", "paylane"))
    assert sentence.startswith("Nothing was brought back: ")
    assert "\n" not in sentence
    assert all_files(tmp_path) - {"a/work/paylane", "a/work/paylane/.lock"} == before


HOSTILE = {
    "empty": b"",
    "binary": b"\x00\xff" * 99,
    "a list": b"[]",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "another course": b'{"course": "another", "case": "paylane"}',
    "workbooks is a number": b'{"workbooks": 5}',
    "workbooks is null": b'{"workbooks": null}',
    "a workbook is a text": b'{"workbooks": ["paylane"]}',
    "a workbook is null": b'{"workbooks": [null]}',
    "nested without end": b'{"workbooks": ' + b"[" * 100_000,
    "nested deeply": b'{"workbooks": [' + b"[" * 900 + b"]" * 900 + b"]}",
    "half a character": b'{"workbooks": [{"case": "\\ud800"}]}',
    "a notebook": b'{"cells": [], "metadata": {}, "nbformat": 4}',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_saved_work_gives_one_sentence(tmp_path, places, content):
    with pytest.raises(WorkbookError):
        bundle.unpack(content)
    book = places("here")
    book.change("moscow", answer=OLD)
    before = book.path.read_bytes()
    (sentence,) = bring(content, tmp_path / "here", book)
    assert sentence.startswith("Nothing was brought back: ")
    assert sentence.encode()
    assert book.path.read_bytes() == before


def test_a_file_of_a_newer_course_and_a_huge_one_are_refused(tmp_path, places, monkeypatch):
    newer = b'{"course": "tpm-kit", "schema": 9, "case": "paylane", "exercises": {}}'
    with pytest.raises(NewerWorkbookError):
        bundle.unpack(newer)
    for content in (
        newer,
        b'{"course": "tpm-kit", "schema": 9, "pages": {}}',
        b'{"schema": 9, "workbooks": []}',
    ):
        assert "newer version of the course" in bring(content, tmp_path, places("here"))[0]
    monkeypatch.setattr(bundle, "LARGEST", 10)
    assert "larger than" in bring(newer, tmp_path, places("here"))[0]


def test_one_bad_entry_in_a_file_is_left_out_and_said(tmp_path, places):
    book = places("here")
    exercises = {
        "moscow": {"answer": OLD},
        "bad": {"answer": 5},
        "deep": {"answer": {"x": json.loads("[" * 300 + "]" * 300)}},
    }
    file = {"course": "tpm-kit", "schema": 1, "case": "paylane", "exercises": exercises}
    bring(json.dumps(file), tmp_path / "here", book)
    assert set(book.entries()) == {"moscow"}
    assert [message.endswith("It was left out.") for message in book.messages] == [True, True]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("tpm-kit"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["course", "schema", "case", "exercises", "workbooks", "answer"]), inner
        )
    ),
    max_leaves=12,
)


@given(st.one_of(JSON.map(lambda raw: json.dumps(raw).encode()), st.binary(max_size=50)))
@settings(max_examples=100)
def test_no_file_raises_anything_but_a_workbook_error(content):
    try:
        books = bundle.unpack(content)
    except WorkbookError:
        return
    assert books
    assert all(isinstance(book.case, str) for book in books)


def test_the_file_name_sorts_by_time():
    assert bundle.file_name().startswith("tpm-kit-work-20")
    assert bundle.file_name().endswith(".json")
