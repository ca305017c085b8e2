"""All of a learner's workbooks as one file, to be carried from one place to another."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tpm_kit.checked_files import shown
from tpm_kit.workbook import Workbook
from tpm_kit.workbook_file import SCHEMA, NewerWorkbookError, Pages, WorkbookError, read_json, read_pages

LARGEST = 20_000_000
RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices."""


def file_name() -> str:
    """Return the name for a file saved now."""
    return f"tpm-kit-work-{datetime.now():%Y%m%d-%H%M}.json"


def pack(books: list[Workbook]) -> str:
    """Return the workbooks as the text of one file."""
    pages = [book.pages().model_dump(by_alias=True) for book in books]
    return json.dumps({"course": "tpm-kit", "schema": SCHEMA, "workbooks": pages}, ensure_ascii=False)


def unpack(content: bytes) -> list[Pages]:
    """Return the workbooks in a file made by `pack`, or in a single `workbook.json`. Raises
    `WorkbookError`."""
    if len(content) > LARGEST:
        raise WorkbookError(f"it is larger than {LARGEST // 1_000_000} MB, and no saved work is")
    raw = read_json(content)
    books = raw.get("workbooks", [raw])
    if not isinstance(books, list) or not books:
        raise WorkbookError("it is not a saved work of this course (workbooks is not a list of them)")
    return [read_pages(json.dumps(book)) for book in books]


def open_all(work: Path, opened: Mapping[str, Workbook]) -> list[Workbook]:
    """Return all workbooks in the folder `work`, those in `opened` (by case) as they are in memory."""
    others = sorted(path.parent for path in work.glob("*/workbook.json") if path.parent.name not in opened)
    return [*opened.values(), *(Workbook(folder, folder.name) for folder in others)]


def bring_back(content: bytes, work: Path, opened: Mapping[str, Workbook]) -> list[str]:
    """Merge a saved file into the workbooks; return what was done, in sentences. Nothing is overwritten:
    where
    both sides have an answer the later one stands, and the other is kept among the earlier ones."""
    try:
        books = unpack(content)
        folders = [work / safe_name(pages.case) for pages in books]
    except NewerWorkbookError:
        return [
            "Nothing was brought back: the file was written by a newer version of the course. Update the "
            "course first."
        ]
    except WorkbookError as error:
        return [f"Nothing was brought back: {error}. Choose the file that “Save my work” gave you."]
    said = []
    for pages, folder in zip(books, folders, strict=True):
        book = opened.get(pages.case) or Workbook(folder, pages.case)
        changed = book.take_in(pages)
        said.append(
            f"{pages.case}: {len(changed)} of {len(pages.exercises)} answers brought back"
            + (f" ({', '.join(changed)})." if changed else "; the ones here are the same or later.")
        )
        said += [book.trouble] if book.trouble else []
    return said


def safe_name(case: str) -> str:
    """Return a case's folder name from a file; raises `WorkbookError` for one that leads elsewhere."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", case) or RESERVED.fullmatch(case):
        raise WorkbookError(f"it names a case {shown(case)}, which cannot be a folder")
    return case
