"""The file behind a workbook: read with suspicion, written whole or not at all, with copies to fall back
on."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, Field, ValidationError

SCHEMA = 1
COPIES = 5
COPY_EVERY = timedelta(minutes=5)


class WorkbookError(ValueError):
    """A workbook that cannot be used; `str()` is one sentence."""


class NewerWorkbookError(WorkbookError):
    """A workbook that a newer version of the course wrote: it is left as it is."""


class Pages(BaseModel):
    """A workbook as a file holds it. Entries stay raw here: one bad entry must not cost the others."""

    model_config = ConfigDict(populate_by_name=True)

    course: Literal["tpm-kit"] = "tpm-kit"
    version: Annotated[int, Field(ge=1, alias="schema")] = SCHEMA
    case: Annotated[str, Field(min_length=1, max_length=200)]
    exercises: dict[str, Any] = {}


def read_pages(text: str | bytes) -> Pages:
    """Return the workbook that `text` holds. Raises `WorkbookError`, or `NewerWorkbookError`."""
    raw = read_json(text)
    try:
        return Pages.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise WorkbookError(
            f"it is not a workbook of this course ({where}: {first['msg'].lower()})"
        ) from None


def read_json(text: str | bytes) -> dict[str, Any]:
    """Return the JSON object that `text` (UTF-8 if bytes) holds. Raises `WorkbookError`, or
    `NewerWorkbookError` when it names a schema that is not known here."""
    try:
        raw = json.loads(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except (ValueError, RecursionError):
        raise WorkbookError("it is not complete JSON text") from None
    if not isinstance(raw, dict):
        raise WorkbookError("it is not a workbook of this course (it holds no object)")
    if isinstance(raw.get("schema"), int | float) and raw["schema"] > SCHEMA:
        raise NewerWorkbookError("it was written by a newer version of the course")
    return raw


class WorkbookFile:
    """`workbook.json` in one folder, its lock, its copies (in `copies/`) and what was set aside."""

    def __init__(self, folder: Path, case: str) -> None:
        self.folder = folder
        self.case = case
        self.path = folder / "workbook.json"
        self.copies = folder / "copies"

    def lock(self) -> FileLock:
        """Return the lock to hold from reading to writing; it makes the folder. Raises `OSError`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(str(self.folder / ".lock"), timeout=5)

    def stamp(self) -> tuple[int, int, int] | None:
        """Return what changes when the file does, or None without a file."""
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def read(self) -> tuple[Pages, str]:
        """Return the pages and an empty text, or, where the file could not be used, the last good copy (or
        empty pages) and a sentence that says so. Raises `NewerWorkbookError` and `OSError`."""
        try:
            return self.pages(), ""
        except FileNotFoundError:
            pages, when = self._last_good_copy()
            return (
                pages,
                f"{self.path.name} was gone; the last good copy, of {when}, took its place." if when else "",
            )
        except NewerWorkbookError as error:
            raise NewerWorkbookError(
                f"{self.path}: {error}, so this one leaves it alone; update the course."
            ) from None
        except WorkbookError as error:
            return self._recover(str(error))

    def pages(self, path: Path | None = None) -> Pages:
        """Return the pages of the file (or of a copy of it), changing nothing. Raises `WorkbookError`,
        `OSError`."""
        pages = read_pages((path or self.path).read_bytes())
        if pages.case != self.case:
            raise WorkbookError(f"it holds work on the case {pages.case!r}, not {self.case!r}")
        return pages

    def _recover(self, why: str) -> tuple[Pages, str]:
        aside = self._free_name()
        os.replace(self.path, aside)
        said = f"{self.path.name} could not be read: {why}. It was set aside as {aside.name}, and"
        pages, when = self._last_good_copy()
        if when:
            return pages, f"{said} the last good copy, of {when}, took its place."
        return pages, f"{said} a new one was begun, since there is no good copy yet."

    def _last_good_copy(self) -> tuple[Pages, str]:
        """Put the newest good copy in the file's place; return it and its time, or empty pages and ""."""
        for copy in [self.copies / "previous.json", *self._timed_copies()]:
            try:
                pages = self.pages(copy)
                when = datetime.fromtimestamp(copy.stat().st_mtime).strftime("%d %B %Y, %H:%M:%S")
            except (OSError, WorkbookError):
                continue
            with suppress(OSError):  # on a full disk the next save will write it
                replace_file(self.path, copy.read_bytes())
            return pages, when
        return Pages(case=self.case), ""

    def set_aside_copy(self) -> str:
        """Copy the file under a new name, before something in it is replaced; return that name."""
        aside = self._free_name()
        shutil.copyfile(self.path, aside)
        return aside.name

    def _free_name(self) -> Path:
        stem = f"workbook.set-aside-{datetime.now():%Y%m%d-%H%M%S}"
        names = [self.folder / f"{stem}.json", *(self.folder / f"{stem}-{n}.json" for n in range(2, 1000))]
        return next(name for name in names if not name.exists())

    def _timed_copies(self) -> list[Path]:
        """Return the dated copies, newest first."""
        return sorted(self.copies.glob("workbook-*.json"), reverse=True)

    def write(self, pages: Pages) -> None:
        """Replace the file, keeping the old one as a copy. Call it under the lock. Raises `OSError`."""
        text = json.dumps(pages.model_dump(by_alias=True), ensure_ascii=False, indent=1)
        if self.path.exists():
            with suppress(OSError):  # a copy that cannot be kept must not cost the save
                self._keep_copies()
        replace_file(self.path, text.encode("utf-8", "surrogatepass"))

    def _keep_copies(self) -> None:
        self.copies.mkdir(exist_ok=True)
        content = self.path.read_bytes()
        replace_file(self.copies / "previous.json", content)
        timed = self._timed_copies()
        current = datetime.now(UTC)
        newest = datetime.fromtimestamp(timed[0].stat().st_mtime, UTC) if timed else None
        if newest is None or not timedelta(0) <= current - newest < COPY_EVERY:
            replace_file(self.copies / f"workbook-{current:%Y%m%dT%H%M%SZ}.json", content)
        for old in self._timed_copies()[COPIES:]:
            old.unlink(missing_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, finds either the old or the new content whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
