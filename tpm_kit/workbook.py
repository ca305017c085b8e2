"""The workbook: the answers of one learner on one case, kept in `my_work/<case>/workbook.json`.

A change is saved within a second. Two notebooks may have the same workbook open: each save takes in what the
other wrote, and where both changed one exercise the later answer stands and the other is kept as an earlier
one. An answer that is replaced or started over is kept too.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
import threading
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tpm_kit.checked_files import shown
from tpm_kit.workbook_file import NewerWorkbookError, Pages, WorkbookError, WorkbookFile

SAVE_AFTER = 0.4
"""Seconds from the first unsaved change to the save."""
RETRY_AFTER = 5.0
EARLIER = 5
"""How many replaced answers are kept for each exercise."""


class Kept(BaseModel):
    """A learner's reason for accepting a caution, and what the caution said then."""

    model_config = ConfigDict(frozen=True)
    text: Annotated[str, Field(max_length=5000)]
    seen: str


class Earlier(BaseModel):
    """An answer that another one replaced."""

    model_config = ConfigDict(frozen=True)
    version: int
    answer: dict[str, Any]
    changed: str
    why: str


class Entry(BaseModel):
    """The work on one exercise. `answer` is raw JSON, checked by the exercise that reads it; `tried` says
    that a complete answer was checked once; times are UTC in ISO form."""

    model_config = ConfigDict(frozen=True)
    version: Annotated[int, Field(ge=0)] = 0
    answer: dict[str, Any] | None = None
    reasons: dict[str, Kept] = {}
    attempts: Annotated[int, Field(ge=0)] = 0
    tried: bool = False
    hints: Annotated[int, Field(ge=0)] = 0
    started: str = ""
    changed: str = ""
    earlier: tuple[Earlier, ...] = ()


def merge(one: Entry, other: Entry, why: str) -> Entry:
    """Return the later of two versions of an entry, with the other one's answer among its earlier ones."""
    # An entry that never held an answer (a hint was opened, say) must not displace one that did.
    rank_one, rank_other = ((bool(entry.answer or entry.earlier), entry.changed) for entry in (one, other))
    later, older = (one, other) if rank_one >= rank_other else (other, one)
    earlier = _with_earlier(later, older, why) if older.answer != later.answer else later.earlier
    known = [one.answer for one in earlier]
    earlier += tuple(one for one in older.earlier if one.answer not in (*known, later.answer))
    return later.model_copy(
        update={
            "earlier": earlier[:EARLIER],
            "reasons": {**older.reasons, **later.reasons},
            "attempts": max(one.attempts, other.attempts),
            "tried": one.tried or other.tried,
            "hints": max(one.hints, other.hints),
        }
    )


def _with_earlier(entry: Entry, replaced: Entry, why: str) -> tuple[Earlier, ...]:
    if not replaced.answer:
        return entry.earlier
    gone = Earlier(version=replaced.version, answer=replaced.answer, changed=replaced.changed, why=why)
    return (gone, *(one for one in entry.earlier if one.answer != gone.answer))[:EARLIER]


def _one_at_a_time(method: Callable[..., Any]) -> Callable[..., Any]:
    """Hold the workbook's lock: a kernel may take a widget's messages in another thread than its cells."""

    @functools.wraps(method)
    def locked(self: Workbook, *args: Any, **kwargs: Any) -> Any:
        with self.lock:
            return method(self, *args, **kwargs)

    return locked


class Workbook:
    """All entries of one learner on one case.

    `messages` collects sentences for the learner (a file that was set aside, an entry that could not be
    read); `trouble` says why the last save failed, "" if it did not; `saved_at` is the time of the last
    save, None before the first. A workbook that a newer course wrote is left as it is: work then lasts as
    long as the page.
    """

    def __init__(self, folder: Path, case: str) -> None:
        self.case = case
        self.lock = threading.RLock()
        self.messages: list[str] = []
        self.trouble = ""
        self.saved_at: datetime | None = None
        self._file = WorkbookFile(folder, case)
        self._frozen = False
        self._stamp: object = ()
        self._disk: dict[str, Entry] = {}
        self._changed: dict[str, Entry] = {}
        self._base: dict[str, str] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._listeners: list[Callable[[], None]] = []
        self._refresh()
        ref = weakref.ref(self)
        atexit.register(lambda: (book := ref()) and book.save())

    @property
    def path(self) -> Path:
        """Where the workbook is kept."""
        return self._file.path

    @property
    def waiting(self) -> bool:
        """Whether a change waits to be saved."""
        return bool(self._changed)

    @_one_at_a_time
    def entry(self, id: str) -> Entry:
        """Return the entry of an exercise as it stands, also when another notebook has just saved it."""
        if id not in self._changed:
            self._refresh()
        return self._changed.get(id) or self._disk.get(id) or Entry()

    @_one_at_a_time
    def entries(self) -> dict[str, Entry]:
        """Return all entries by exercise id, unsaved changes included."""
        self._refresh()
        return {**self._disk, **self._changed}

    @_one_at_a_time
    def change(self, id: str, **fields: Any) -> Entry:
        """Change fields of an entry and have it saved within a second; return the new entry."""
        old = self.entry(id)
        return self._put(
            id, old.model_copy(update={"started": old.started or _now(), "changed": _now(), **fields})
        )

    @_one_at_a_time
    def replace(self, id: str, why: str, **fields: Any) -> Entry:
        """Change fields of an entry, keeping its present answer among the earlier ones."""
        old = self.entry(id)
        return self.change(id, earlier=_with_earlier(old, old, why), **fields)

    @_one_at_a_time
    def start_over(self, id: str) -> Entry:
        """Empty an entry; its answer is kept among the earlier ones."""
        blank = {
            name: field.default
            for name, field in Entry.model_fields.items()
            if name not in ("earlier", "changed")
        }
        return self.replace(id, "started over", **blank)

    @_one_at_a_time
    def pages(self) -> Pages:
        """Return the whole workbook as a file would hold it, unsaved changes included."""
        return _pages(self.case, self.entries())

    @_one_at_a_time
    def take_in(self, pages: Pages) -> list[str]:
        """Merge another copy of this workbook into it; return the ids whose answer changed."""
        theirs, messages = _entries(pages)
        self.messages += [f"{message} It was left out." for message in messages]
        changed = []
        for id, entry in theirs.items():
            mine = self.entry(id)
            both = merge(mine, entry, "brought back from a file")
            if both != mine:
                self._put(id, both)
            if both.answer != mine.answer:
                changed.append(id)
        self.save()
        return changed

    def on_change(self, call: Callable[[], None]) -> None:
        """Call `call()` whenever something was saved or could not be."""
        self._listeners.append(call)

    def forget(self, call: Callable[[], None]) -> None:
        """Call `call()` no longer."""
        self._listeners.remove(call)

    @_one_at_a_time
    def save(self) -> bool:
        """Save what has changed, now. Returns False, with the reason in `trouble`, when it cannot."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._changed and not self._frozen:
            try:
                with self._file.lock():
                    self._read()
                    self._write()
            except (OSError, NotImplementedError) as error:
                self._fail(error)
        elif not self._frozen:
            self.trouble = ""
        for call in list(self._listeners):
            call()
        return not self.trouble

    def _write(self) -> None:
        if self._frozen:
            return
        for id, mine in self._changed.items():
            theirs = self._disk.get(id, Entry())
            moved_on = theirs.changed != self._base[id]
            self._disk[id] = merge(mine, theirs, "changed in another window") if moved_on else mine
        self._file.write(_pages(self.case, self._disk))
        self._stamp = self._file.stamp()
        self._changed.clear()
        self.trouble = ""
        self.saved_at = datetime.now()

    def _fail(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or "it cannot be locked"
        self.trouble = (
            f"Not saved: {self.path} cannot be written ({reason}). "
            "Your answers last as long as this page; take them with you with “Save my work” in the course "
            "map."
        )
        self._schedule(RETRY_AFTER)

    def _put(self, id: str, entry: Entry) -> Entry:
        if id not in self._changed:
            self._base[id] = self._disk.get(id, Entry()).changed
        self._changed[id] = entry
        self._schedule(SAVE_AFTER)
        return entry

    def _schedule(self, seconds: float) -> None:
        """Save later from the kernel's event loop; where there is none, at once (a failed save then waits for
        the next change)."""
        if self._timer or self._frozen:
            return
        try:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._due)
        except RuntimeError:
            if seconds == SAVE_AFTER:
                self.save()

    @_one_at_a_time
    def _due(self) -> None:
        self._timer = None
        self.save()

    def _refresh(self) -> None:
        """Read the file again if it is not the one that was read last."""
        if self._frozen or self._stamp == self._file.stamp():
            return
        try:
            with self._file.lock():
                self._read()
        except (OSError, NotImplementedError) as error:
            self._fail(error)
            # A sound file can be read without the lock: it is only ever replaced whole.
            with suppress(OSError, WorkbookError):
                stamp, pages = self._file.stamp(), self._file.pages()
                self._disk, self._stamp = _entries(pages)[0], stamp

    def _read(self) -> None:
        if self._disk and self._file.stamp() is None:
            return  # deleted meanwhile: what is in memory will be written again
        try:
            pages, said = self._file.read()
        except NewerWorkbookError as error:
            self._frozen = True
            self.trouble = f"Not saved: {error}"
            return
        self.messages += [said] if said else []
        self._disk, bad = _entries(pages)
        if bad:
            aside = self._file.set_aside_copy()
            self.messages += [f"{message} The workbook as it was is kept as {aside}." for message in bad]
        self._stamp = self._file.stamp()


def _entries(pages: Pages) -> tuple[dict[str, Entry], list[str]]:
    """Return the entries that can be read, and a sentence for each that cannot."""
    entries, bad = {}, []
    for id, raw in pages.exercises.items():
        try:
            entry = Entry.model_validate(raw)
            id.encode()
            entry.model_dump_json()
            entries[id] = entry
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"]) or "entry"
            bad.append(f"The work on {shown(id)} could not be read ({shown(where)}: {first['msg'].lower()}).")
        except ValueError:  # too deeply nested to be written again, or not text in any encoding
            bad.append(f"The work on {shown(id)} could not be read (it is not an answer of this course).")
    return entries, bad


def _pages(case: str, entries: Mapping[str, Entry]) -> Pages:
    kept = {id: entry.model_dump(mode="json", exclude_defaults=True) for id, entry in entries.items()}
    return Pages(case=case, exercises=kept)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
