"""A workbook keeps what it was given: in memory, in the file, and beside another notebook."""

from __future__ import annotations

import asyncio
import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tpm_kit import workbook_file
from tpm_kit.workbook import EARLIER, SAVE_AFTER, Entry, Kept, Workbook

ROOT = Path(__file__).parents[1]


@pytest.fixture
def open_book(tmp_path):
    """Opens the workbook of one folder; each call is another notebook."""
    return lambda: Workbook(tmp_path / "paylane", "paylane")


def placed(column: str) -> dict:
    return {"places": [{"id": "A", "row": "all", "column": column}]}


def on_disk(book: Workbook) -> dict:
    return json.loads(book.path.read_text("utf-8"))["exercises"]


def full_disk(monkeypatch):
    def fail(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(workbook_file, "replace_file", fail)


def test_what_is_changed_is_there_for_the_next_notebook(open_book):
    fields = {
        "version": 3,
        "answer": placed("must"),
        "reasons": {"X a": Kept(text="Wir müssen 🎲", seen="10 %")},
        "attempts": 2,
        "tried": True,
        "hints": 1,
    }
    written = open_book().change("moscow", **fields)
    read = open_book().entry("moscow")
    assert read == written
    assert {name: getattr(read, name) for name in fields} == fields
    assert read.started <= read.changed


def test_opening_and_reading_write_nothing(open_book):
    book = open_book()
    assert book.entry("moscow") == Entry()
    assert book.entries() == {}
    assert book.save() is True
    assert not book.path.exists()
    assert book.messages == []
    assert book.trouble == ""


def test_without_an_event_loop_a_change_is_saved_at_once(open_book):
    book = open_book()
    book.change("moscow", answer=placed("must"))
    assert on_disk(book)["moscow"]["answer"] == placed("must")
    assert book.waiting is False
    assert book.saved_at is not None


def test_in_a_notebook_changes_are_gathered_for_less_than_a_second(open_book, monkeypatch):
    writes = []
    write = workbook_file.WorkbookFile.write
    monkeypatch.setattr(
        workbook_file.WorkbookFile, "write", lambda self, pages: (writes.append(1), write(self, pages))
    )
    assert SAVE_AFTER < 1

    async def work():
        book = open_book()
        saved = asyncio.Event()
        book.on_change(saved.set)
        for n in range(50):
            book.change("moscow", answer=placed(f"lane {n}"))
        assert book.waiting is True
        assert not book.path.exists()
        await asyncio.wait_for(saved.wait(), timeout=30)
        return book

    book = asyncio.run(work())
    assert on_disk(book)["moscow"]["answer"] == placed("lane 49")
    assert len(writes) == 1
    assert book.waiting is False


def test_two_notebooks_write_in_turns_and_lose_nothing(open_book):
    one, two = open_book(), open_book()
    for n in range(20):
        one.change(f"one {n}", answer=placed("must"))
        two.change(f"two {n}", answer=placed("could"))
    names = {f"{who} {n}" for who in ("one", "two") for n in range(20)}
    assert set(one.entries()) == set(two.entries()) == set(open_book().entries()) == names


def test_two_notebooks_that_hold_unsaved_changes_lose_nothing(open_book):
    async def work():
        one, two = open_book(), open_book()
        one.change("a", answer=placed("must"))
        two.change("b", answer=placed("could"))
        assert one.save()
        assert two.save()
        return one.entries(), two.entries()

    one, two = asyncio.run(work())
    assert set(one) == set(two) == {"a", "b"}


def test_where_both_changed_one_exercise_the_later_stands_and_the_other_is_kept(open_book):
    async def work():
        one, two = open_book(), open_book()
        one.change("moscow", answer=placed("must"), attempts=4)
        two.change("moscow", answer=placed("could"), hints=2)
        two.save()
        one.save()
        return two.entry("moscow")

    entry = asyncio.run(work())
    assert entry.answer == placed("could")
    assert [(one.answer, one.why) for one in entry.earlier] == [(placed("must"), "changed in another window")]
    assert (entry.attempts, entry.hints) == (4, 2)


WRITER = """
import sys
from pathlib import Path
from tpm_kit.workbook import Workbook
book = Workbook(Path(sys.argv[1]), "paylane")
print("ready", flush=True)
sys.stdin.readline()
for n in range(100):
    book.change(f"{sys.argv[2]}-{n}", answer={"n": n})
    while book.trouble:  # on a slow disk the other one may hold the lock for long
        book.save()
"""


def test_two_processes_that_write_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "paylane"
    command = [sys.executable, "-c", WRITER, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": ROOT}
    writers = [subprocess.Popen([*command, name], **pipes) for name in ("one", "two")]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=120)
        assert writer.returncode == 0
    book = Workbook(folder, "paylane")
    answers = {id: entry.answer for id, entry in book.entries().items()}
    assert answers == {f"{name}-{n}": {"n": n} for name in ("one", "two") for n in range(100)}
    assert book.messages == []


def test_replaced_answers_are_kept_the_last_five_of_them(open_book):
    book = open_book()
    for n in range(8):
        book.replace("moscow", f"reason {n}", answer=placed(f"lane {n}"))
    earlier = open_book().entry("moscow").earlier
    assert [one.answer for one in earlier] == [placed(f"lane {n}") for n in (6, 5, 4, 3, 2)]
    assert earlier[0].why == "reason 7"
    assert len(earlier) == EARLIER


def test_start_over_empties_an_entry_and_keeps_its_answer(open_book):
    book = open_book()
    book.change("moscow", version=1, answer=placed("must"), attempts=3, tried=True, hints=2)
    entry = book.start_over("moscow")
    assert (entry.answer, entry.attempts, entry.tried, entry.hints, entry.reasons) == (None, 0, False, 0, {})
    assert [(one.answer, one.version, one.why) for one in entry.earlier] == [
        (placed("must"), 1, "started over")
    ]
    assert open_book().entry("moscow") == entry
    assert book.start_over("moscow").earlier == entry.earlier


def test_the_same_answer_is_kept_once(open_book):
    book = open_book()
    for column in ("must", "could", "must", "could"):
        book.replace("moscow", "again", answer=placed(column))
    assert [one.answer for one in book.entry("moscow").earlier] == [placed("must"), placed("could")]


def test_a_disk_that_is_full_costs_a_sentence(open_book, monkeypatch):
    book = open_book()
    book.change("quiz", answer={"a": 1})
    before = book.path.read_bytes()
    with monkeypatch.context() as full:
        full_disk(full)
        book.change("moscow", answer=placed("must"))
        assert book.save() is False
        assert "No space left on device" in book.trouble
        assert "Save my work" in book.trouble
        assert book.path.read_bytes() == before
        assert book.entry("moscow").answer == placed("must")
        assert set(book.pages().exercises) == {"quiz", "moscow"}
    assert book.save() is True
    assert book.trouble == ""
    assert set(on_disk(book)) == {"quiz", "moscow"}


def test_a_failed_save_is_tried_again(open_book, monkeypatch):
    monkeypatch.setattr("tpm_kit.workbook.RETRY_AFTER", 0.05)

    async def work():
        book = open_book()
        saved = asyncio.Event()
        with monkeypatch.context() as full:
            full_disk(full)
            book.change("moscow", answer=placed("must"))
            assert book.save() is False
        book.on_change(lambda: book.trouble or saved.set())
        await asyncio.wait_for(saved.wait(), timeout=30)
        return book

    assert on_disk(asyncio.run(work()))["moscow"]["answer"] == placed("must")


def test_a_folder_that_cannot_be_made_or_locked_costs_a_sentence(tmp_path):
    (tmp_path / "paylane").write_text("a file where the folder should be")
    book = Workbook(tmp_path / "paylane", "paylane")
    book.change("moscow", answer=placed("must"))
    assert book.trouble.startswith("Not saved: ")
    assert book.entry("moscow").answer == placed("must")


def test_a_folder_that_cannot_be_written_can_still_be_read(open_book, monkeypatch):
    open_book().change("moscow", answer=placed("must"))

    def refuse(self):
        raise PermissionError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as locked:
        locked.setattr(workbook_file.WorkbookFile, "lock", refuse)
        book = open_book()
        assert book.entry("moscow").answer == placed("must")
        book.change("quiz", answer={"a": 1})
        assert "Read-only file system" in book.trouble
        assert set(book.entries()) == {"moscow", "quiz"}
    assert book.save() is True
    assert set(on_disk(book)) == {"moscow", "quiz"}


def test_trouble_that_is_over_is_not_told_any_more(open_book, monkeypatch):
    book = open_book()
    open_book().change("moscow", answer=placed("must"))
    with monkeypatch.context() as locked:
        locked.setattr(
            workbook_file.WorkbookFile, "lock", lambda self: (_ for _ in ()).throw(OSError("busy"))
        )
        book.entry("moscow")
        assert book.trouble
    assert book.save() is True
    assert book.trouble == ""


def test_a_file_deleted_while_open_is_written_again(open_book):
    book = open_book()
    book.change("quiz", answer={"a": 1})
    book.path.unlink()
    assert book.entry("quiz").answer == {"a": 1}
    book.change("moscow", answer=placed("must"))
    assert set(on_disk(book)) == {"quiz", "moscow"}


def test_the_file_says_what_it_is(open_book):
    book = open_book()
    book.change("moscow", answer=placed("müst"))
    raw = json.loads(book.path.read_text("utf-8"))
    assert {key: raw[key] for key in ("course", "schema", "case")} == {
        "course": "tpm-kit",
        "schema": 1,
        "case": "paylane",
    }
    assert "müst" in book.path.read_text("utf-8")
    assert [path.name for path in book.path.parent.iterdir() if path.suffix == ".part"] == []


def test_copies_that_cannot_be_kept_do_not_cost_the_save(tmp_path):
    book = Workbook(tmp_path, "any")
    (tmp_path / "copies").write_text("in the way")
    for n in range(3):
        book.change("moscow", version=n + 1)
    assert book.save()
    assert Workbook(tmp_path, "any").entry("moscow").version == 3


def test_a_file_that_is_gone_comes_back_from_its_copies(tmp_path):
    book = Workbook(tmp_path, "any")
    book.change("moscow", version=1)
    book.change("moscow", version=2)
    book.path.unlink()
    again = Workbook(tmp_path, "any")
    assert again.entry("moscow").version == 1
    assert "took its place" in again.messages[0]
    assert again.path.exists()
