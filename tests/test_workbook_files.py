"""Whatever lies in the place of a workbook: nothing is raised or destroyed, and one sentence says it."""

from __future__ import annotations

import json
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpm_kit import workbook_file
from tpm_kit.workbook import Entry, Workbook

GOOD = {"course": "tpm-kit", "schema": 1, "case": "paylane", "exercises": {}}
ANSWER = {"places": []}


def pages(**fields) -> bytes:
    return json.dumps({**GOOD, **fields}).encode()


UNUSABLE = {
    "empty": b"",
    "blank": b" \n",
    "cut off": pages(exercises={"moscow": {"attempts": 1}})[:-9],
    "binary": bytes(range(256)) * 40,
    "zeros": b"\0" * 4096,
    "UTF-16": pages().decode().encode("utf-16"),
    "a list": b"[1, 2]",
    "a number": b"5",
    "null": b"null",
    "another course": pages(course="another"),
    "another case": pages(case="bakery"),
    "no case": b'{"course": "tpm-kit", "schema": 1, "exercises": {}}',
    "case is a list": pages(case=["paylane"]),
    "exercises is a list": pages(exercises=[]),
    "exercises is null": pages(exercises=None),
    "schema is a text": pages(schema="one"),
    "schema 0": pages(schema=0),
    "nested without end": b"[" * 100_000,
    "an object nested without end": b'{"a":' * 100_000,
    "a number without end": b'{"case":"paylane","schema":' + b"9" * 10_000 + b"}",
}
BAD_ENTRIES = {
    "null": None,
    "a list": [],
    "answer is a list": {"answer": []},
    "attempts below zero": {"attempts": -1},
    "hints is a text": {"hints": "many"},
    "a reason is a number": {"reasons": {"MOSCOW-1": 5}},
    "a reason is too long": {"reasons": {"x": {"text": "x" * 6000, "seen": ""}}},
    "earlier is a number": {"earlier": 3},
    "earlier holds null": {"earlier": [None]},
    "an answer nested deeply": {"answer": {"x": json.loads("[" * 400 + "]" * 400)}},
    "half a character in the answer": {"answer": {"x": "\ud800"}},
    "half a character in a reason": {"reasons": {"x": {"text": "\ud800", "seen": ""}}},
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "paylane").mkdir()
    return tmp_path / "paylane"


def open_on(folder: Path, content: bytes) -> Workbook:
    (folder / "workbook.json").write_bytes(content)
    return Workbook(folder, "paylane")


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*.json")]


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_cannot_be_used_is_set_aside(folder, content):
    book = open_on(folder, content)
    assert book.entries() == {}
    (message,) = book.messages
    assert message.startswith("workbook.json could not be read: ")
    assert message.endswith("a new one was begun, since there is no good copy yet.")
    assert "\n" not in message
    assert len(message) < 400
    (aside,) = folder.glob("workbook.set-aside-*.json")
    assert aside.name in message
    assert aside.read_bytes() == content
    book.change("moscow", answer=ANSWER)
    assert Workbook(folder, "paylane").entry("moscow").answer == ANSWER
    assert aside.read_bytes() == content


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_the_last_good_copy_takes_its_place_for_good(folder, content):
    book = Workbook(folder, "paylane")
    book.change("moscow", answer=ANSWER)
    book.change("quiz", answer={"a": 1})
    again = open_on(folder, content)
    assert again.entry("moscow").answer == ANSWER
    assert "the last good copy" in again.messages[0]
    next_day = Workbook(folder, "paylane")
    assert next_day.entry("moscow").answer == ANSWER
    assert next_day.messages == []


def test_a_broken_copy_is_passed_over_for_an_older_one(folder):
    book = Workbook(folder, "paylane")
    for n in range(3):
        book.change("moscow", attempts=n)
    (folder / "copies" / "previous.json").write_bytes(b"{")
    assert open_on(folder, b"").entry("moscow").started
    assert (folder / "copies" / "previous.json").read_bytes() == b"{"


def test_a_file_that_breaks_while_it_is_open_costs_nothing_unsaved(folder):
    book = Workbook(folder, "paylane")
    book.change("moscow", answer=ANSWER)
    book.change("moscow", attempts=1)
    (folder / "workbook.json").write_bytes(b"{")
    book.change("quiz", answer={"a": 1})
    entries = Workbook(folder, "paylane").entries()
    assert (entries["moscow"].answer, entries["quiz"].answer) == (ANSWER, {"a": 1})
    assert len(book.messages) == 1


@pytest.mark.parametrize("raw", BAD_ENTRIES.values(), ids=BAD_ENTRIES)
def test_one_bad_entry_costs_only_itself(folder, raw):
    good = {"answer": ANSWER, "attempts": 2}
    content = pages(exercises={"moscow": good, "bad": raw})
    book = open_on(folder, content)
    assert set(book.entries()) == {"moscow"}
    (message,) = book.messages
    (aside,) = folder.glob("workbook.set-aside-*.json")
    assert message.startswith("The work on “bad” could not be read (")
    assert aside.name in message
    assert "\n" not in message
    book.change("quiz", answer={"a": 1})
    assert set(Workbook(folder, "paylane").entries()) == {"moscow", "quiz"}
    assert aside.read_bytes() == content


def test_an_entry_whose_name_is_no_text_costs_only_itself(folder):
    book = open_on(folder, pages(exercises={"\ud800\n" * 99: {}, "moscow": {"attempts": 1}}))
    assert set(book.entries()) == {"moscow"}
    (message,) = book.messages
    assert message.encode().isascii() is False
    assert "\n" not in message
    assert len(message) < 400
    book.change("moscow", answer=ANSWER)
    assert Workbook(folder, "paylane").messages == []


@pytest.mark.parametrize("schema", [2, 99, 10**30, 1.5])
def test_what_a_newer_course_wrote_is_left_alone(folder, schema):
    content = pages(schema=schema, exercises={"moscow": {"answer": ANSWER}})
    book = open_on(folder, content)
    book.change("moscow", answer={"places": [1]})
    assert book.save() is False
    assert "newer version of the course" in book.trouble
    assert book.entry("moscow").answer == {"places": [1]}
    assert contents(folder) == [content]


def test_a_newer_course_that_writes_while_the_file_is_open_is_left_alone_too(folder):
    book = Workbook(folder, "paylane")
    book.change("moscow", answer=ANSWER)
    content = pages(schema=2)
    (folder / "workbook.json").write_bytes(content)
    book.change("moscow", answer={"places": [1]})
    assert book.save() is False
    assert (folder / "workbook.json").read_bytes() == content


def test_a_folder_where_the_file_should_be_costs_a_sentence(folder):
    (folder / "workbook.json").mkdir()
    book = Workbook(folder, "paylane")
    book.change("moscow", answer=ANSWER)
    assert book.trouble.startswith("Not saved: ")
    assert book.entry("moscow").answer == ANSWER


def test_a_byte_order_mark_does_no_harm(folder):
    book = open_on(folder, b"\xef\xbb\xbf" + pages(exercises={"moscow": {"attempts": 7}}))
    assert book.entry("moscow").attempts == 7
    assert book.messages == []


class Clock(datetime):
    """A clock that the test sets."""

    current = datetime(2030, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.current.astimezone(tz)


def test_dated_copies_are_made_every_few_minutes_and_the_last_five_kept(folder, monkeypatch):
    monkeypatch.setattr(workbook_file, "datetime", Clock)
    write = workbook_file.replace_file

    def write_at(path, content):
        write(path, content)
        os.utime(path, (Clock.current.timestamp(),) * 2)

    monkeypatch.setattr(workbook_file, "replace_file", write_at)
    book = Workbook(folder, "paylane")
    minutes = [0, 1, 4, 5, 6, 11, 20, 30, 40, 50]
    for minute in minutes:
        Clock.current = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
        book.change("moscow", attempts=minute)
    dated = sorted(path.name for path in (folder / "copies").glob("workbook-*.json"))
    # The first save has nothing to copy; the first copy is of minute 1, the next ones are 5 minutes apart.
    assert dated == [f"workbook-20300101T00{minute:02}00Z.json" for minute in (11, 20, 30, 40, 50)]
    assert (
        json.loads((folder / "copies" / "previous.json").read_bytes())["exercises"]["moscow"]["attempts"]
        == 40
    )


NAMES = st.sampled_from(
    ["course", "schema", "case", "exercises", "moscow", "answer", "earlier", "reasons", "version"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["tpm-kit", "paylane"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=10,
)
ENTRY = st.dictionaries(st.sampled_from(list(Entry.model_fields)), VALUES)
FILES = st.one_of(
    st.binary(max_size=40),
    VALUES.map(lambda raw: json.dumps(raw).encode()),
    st.builds(
        lambda extra: json.dumps({**GOOD, **extra}).encode(), st.dictionaries(NAMES, VALUES, max_size=3)
    ),
    st.builds(lambda entry: pages(exercises={"moscow": entry}), ENTRY),
)


@given(FILES)
@settings(max_examples=150)
def test_no_file_raises_anything_and_none_is_destroyed(content):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = open_on(folder, content)
        book.entries()
        book.change("other", answer=ANSWER)
        saved = book.save()
        book.pages()
        assert content in contents(folder)
        assert saved is not bool(book.trouble)
        if saved:
            assert Workbook(folder, "paylane").entry("other").answer == ANSWER
