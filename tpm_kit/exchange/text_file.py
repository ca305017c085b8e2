"""From a path to text: finds the file, tells what it is, and decodes it."""

from __future__ import annotations

import codecs
import json
import os
import re
from pathlib import Path

from tpm_kit.checked_files import did_you_mean, shown
from tpm_kit.exchange.intake import Remarks, TableFileError, listed

MAX_BYTES = 20_000_000
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
MAGIC = (
    (b"PK\x03\x04", "an Excel workbook or another zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
)
JSON_START = re.compile(r'\{\s*"|\[\s*[{\[]')
AS_CSV = "save it as CSV (UTF-8) and use that file"


def read_text(path: str | os.PathLike[str], remarks: Remarks) -> tuple[str, str]:
    """The text of a file and the name of its encoding; remarks on anything but plain UTF-8.

    Raises TableFileError where there is no such file, or where it is not a text table.
    """
    file = _found(path)
    try:
        if file.stat().st_size >= MAX_BYTES:
            raise TableFileError(
                f"{file.name} is too large ({file.stat().st_size / 1e6:.0f} MB; the limit is "
                f"{MAX_BYTES / 1e6:.0f} MB): export fewer rows or columns."
            )
        data = file.read_bytes()
    except OSError as error:
        raise TableFileError(f"{file.name} cannot be opened ({error.strerror}).") from error
    if not data.strip():
        raise TableFileError(f"{file.name} is empty: export it again, with a header row.")
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise TableFileError(f"{file.name} is {what}, not CSV: open it in its program, then {AS_CSV}.")
    text, encoding = _decoded(data, file.name, remarks)
    _refuse_other_formats(text, file.name)
    return text, encoding


def _found(path: str | os.PathLike[str]) -> Path:
    try:
        if not str(path).strip():
            raise ValueError("an empty name")
        file = Path(path).expanduser()
        is_folder, is_file = file.is_dir(), file.is_file()
    except (TypeError, ValueError, RuntimeError, OSError) as error:
        raise TableFileError(
            f'{shown(path)} is not the path of a file: give the name of a CSV file, such as "backlog.csv".'
        ) from error
    if is_file:
        return file
    folder = file if is_folder else file.parent
    tables = _tables(folder)
    if is_folder:
        there = f", such as {shown(tables[0])}" if tables else ""
        raise TableFileError(f"{shown(path)} is a folder: name a CSV file in it{there}.")
    hint = did_you_mean(file.name, tables)
    if not hint and tables:
        hint = f"; the CSV files there are {listed(tables)}."
    elif not hint:
        hint = "; check the name and the folder."
    raise TableFileError(f"There is no file {shown(path)}{hint}")


def _tables(folder: Path) -> list[str]:
    try:
        return sorted(f.name for f in folder.iterdir() if f.suffix.lower() in (".csv", ".tsv", ".txt"))
    except OSError:
        return []


def _decoded(data: bytes, name: str, remarks: Remarks) -> tuple[str, str]:
    for mark, codec, label in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, label, name, remarks)
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        return _utf16_without_mark(data, name, remarks)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _not_utf8(data, name, remarks)


def _marked(data: bytes, codec: str, label: str, name: str, remarks: Remarks) -> tuple[str, str]:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise TableFileError(f"{name} begins as {label} but is damaged further on: {AS_CSV}.")
    remarks.add(f"The file is {label}, not UTF-8, and was read as such")
    return text, label


def _utf16_without_mark(data: bytes, name: str, remarks: Remarks) -> tuple[str, str]:
    # In little-endian UTF-16 the NUL bytes of plain letters stand at odd places, in big-endian at even ones.
    little = data[1::2].count(0) >= data[0::2].count(0)
    for codec in ("utf-16-le", "utf-16-be") if little else ("utf-16-be", "utf-16-le"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and ("\n" in text or "\r" in text):
            remarks.add("The file is UTF-16 without a mark at its start, not UTF-8, and was read as such")
            return text, "UTF-16"
    raise TableFileError(f"{name} holds NUL bytes, so it is not a text file: {AS_CSV}.")


def _not_utf8(data: bytes, name: str, remarks: Remarks) -> tuple[str, str]:
    """Windows-1252, or line by line where two encodings were pasted into one file."""
    lines = data.split(b"\n")
    foreign = [not _is_utf8(line) for line in lines]
    if any(not line.isascii() and not bad for line, bad in zip(lines, foreign, strict=True)):
        remarks.add("The file mixes UTF-8 and Windows-1252; each line was read as what it is")
        parts = (
            line.decode("cp1252" if bad else "utf-8", errors="replace")
            for line, bad in zip(lines, foreign, strict=True)
        )
        return "\n".join(parts), "UTF-8 and Windows-1252"
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise TableFileError(
            f"{name} is in an encoding other than UTF-8, UTF-16 and Windows-1252: {AS_CSV}."
        ) from None
    remarks.add("The file is not UTF-8 and was read as Windows-1252; if accents look wrong, save it as UTF-8")
    return text, "Windows-1252"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_other_formats(text: str, name: str) -> None:
    start = text[:200].lstrip().lower()
    if not start:
        raise TableFileError(f"{name} is empty: export it again, with a header row.")
    if start.startswith(("<!doctype html", "<html", "<head", "<body")):
        raise TableFileError(f"{name} is a web page, not CSV: export it again as CSV.")
    if start.startswith("<?xml"):
        raise TableFileError(f"{name} is XML, not CSV: choose CSV as the format of the export.")
    if start[0] in "[{" and (JSON_START.match(start) or _is_json(text)):
        raise TableFileError(f"{name} is JSON, not CSV: choose CSV as the format of the export.")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
