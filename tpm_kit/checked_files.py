"""Strict reading of the small text files that an author writes: tables (CSV) and settings (TOML).

Nothing here raises for a bad file. Each fault goes to `problems` as one sentence that says where (file, row,
field), what is wrong and what to do, and the reader goes on to find the next one.

Rows are numbered as a spreadsheet shows them: the header is row 1, and a cell with line breaks in it still
belongs to one row.
"""

from __future__ import annotations

import csv
import datetime
import difflib
import graphlib
import io
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

Problems = list[str]


class Row(NamedTuple):
    """One row of a table. `whole` is false when it has too few or too many cells."""

    number: int
    cells: dict[str, str]
    whole: bool


class Optional(NamedTuple):
    """A setting that need not be there: what it must be if it is."""

    wanted: Any


class Kind(NamedTuple):
    """What a setting must be: a test of its value, and how to tell an author what to give."""

    fits: Callable[[Any], bool]
    advice: str


def a_number(fits: Callable[[float], bool], advice: str) -> Kind:
    """Return the kind of a setting with a number that fits."""

    def is_one(value: Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9

    return Kind(lambda value: is_one(value) and fits(value), advice)


def a_count(advice: str) -> Kind:
    """Return the kind of a setting with a whole number from 1 to 366."""
    return Kind(lambda value: type(value) is int and 1 <= value <= 366, advice)


A_TEXT = Kind(lambda value: isinstance(value, str) and bool(value.strip()), "a text in quotation marks")
A_DATE = Kind(
    lambda value: type(value) is datetime.date, "a date such as 2030-01-31, without quotation marks"
)


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return `; did you mean “X”?` with the option closest to `word`, or an empty string if none is close."""
    options = list(options)
    if len(word) > 80 or len(options) > 1000:  # difflib takes minutes on hostile input
        return ""
    folded = {option.casefold(): option for option in options}
    close = difflib.get_close_matches(word.casefold(), folded, n=1)
    return f"; did you mean {shown(folded[close[0]])}?" if close else ""


def shown(value: object) -> str:
    """Return a value from a file in quotation marks, short and on one line, fit for a sentence."""
    text = " ".join(str(value)[:200].split())
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f"“{text[:57]}…”" if len(text) > 60 else f"“{text}”"


def listed(names: Collection[str]) -> str:
    """Return names as `“a”, “b” and “c”`; of a long list only the first ones."""
    quoted = [shown(name) for name in list(names)[:13]]
    if len(names) > len(quoted):
        quoted.append(f"{len(names) - len(quoted)} more")
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))


def read_text(path: Path | Traversable, name: str, problems: Problems) -> str | None:
    """Return the text of a UTF-8 file (byte order mark or not), or None after naming what is wrong."""
    try:
        if path.is_dir():
            problems.append(f"{name}: this is a folder; put a file of that name in its place.")
            return None
        if not path.is_file():
            problems.append(f"{name}: the file is missing; add it to the case folder.")
            return None
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"{name}, byte {error.start + 1}"
        problems.append(f"{where}: the file is not text in UTF-8; save it again as UTF-8.")
        return None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        problems.append(f"{name}: the file cannot be opened ({reason}); check that you may read it.")
        return None
    if not text.strip():
        problems.append(f"{name}: the file is empty; fill it in or bring back an older copy.")
        return None
    return text


def read_table(
    path: Path | Traversable, name: str, columns: Collection[str], problems: Problems
) -> list[Row] | None:
    """Return the rows of a comma-separated file with exactly these columns in any order, or None.

    Cells are stripped of blanks at their ends. Empty lines are passed over but counted.
    """
    text = read_text(path, name, problems)
    if text is None:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    rows: list[Row] = []
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            cells = [cell.strip() for cell in record]
            if header is None:
                header = cells
                if not _header_fits(header, name, columns, problems):
                    return None
            elif any(cells):
                rows.append(Row(number, dict(zip(header, cells, strict=False)), len(cells) == len(header)))
                if len(cells) != len(header):
                    what = f"the row has {len(cells)} cells where the header has {len(header)}"
                    advice = "put quotation marks around a cell with a comma in it, and keep empty cells"
                    problems.append(f"{name}, row {number}: {what}; {advice}.")
    except csv.Error:
        problems.append(
            f"{name}, row {number + 1}: the row cannot be read; check that every quotation mark is closed "
            f"and that no cell is longer than {csv.field_size_limit():,} characters."
        )
        return None
    if not rows:
        problems.append(f"{name}, row 2: there is no row below the header; add one for each item.")
        return None
    return rows


def _header_fits(header: list[str], name: str, columns: Collection[str], problems: Problems) -> bool:
    before = len(problems)
    if len(header) == 1 and (separator := re.search(r"[;\t|]", header[0])):
        what = "the cells are separated by " + ("tabs" if separator[0] == "\t" else shown(separator[0]))
        problems.append(f"{name}, row 1: {what}; save the file again with commas.")
        return False
    repeated = sorted({column for column in header if header.count(column) > 1}) if len(header) < 1000 else []
    if repeated:
        problems.append(f"{name}, row 1: {listed(repeated)} stands there more than once; keep one of each.")
    _compare_names(header, columns, f"{name}, row 1", "column", problems)
    return len(problems) == before


def read_toml(path: Path | Traversable, name: str, problems: Problems) -> dict[str, Any] | None:
    """Return the settings of a TOML file, or None after naming the line that is wrong."""
    text = read_text(path, name, problems)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        problems.append(f"{name}: brackets are nested too deep to be read; take the needless ones out.")
    except ValueError as error:
        what, place = str(error), ""
        if found := re.match(r"(.*) \(at line (\d+), column \d+\)", what, re.DOTALL):
            what, place = found[1], f", line {found[2]}"
        elif what.endswith(" (at end of document)"):
            what, place = what.removesuffix(" (at end of document)"), f", line {text.count(chr(10)) + 1}"
        problems.append(f"{name}{place}: this is not valid TOML ({shown(what)[1:-1]}); correct it.")
    return None


def check_settings(
    found: Mapping[str, Any], wanted: Mapping[str, Any], name: str, problems: Problems, inside: str = ""
) -> None:
    """Compare settings with what is wanted: key -> `Kind`, a mapping (table) or a list of one (tables), each
    of them within `Optional` where the key may be left out."""
    where = f"{name}, {inside}" if inside else name
    optional = {key for key, kind in wanted.items() if isinstance(kind, Optional)}
    missing_or_odd = _compare_names(found, wanted, where, "key", problems, optional)
    for key, kind in wanted.items():
        if key in found and key not in missing_or_odd:
            kind = kind.wanted if isinstance(kind, Optional) else kind
            _check_setting(found[key], kind, name, f"{inside}.{key}" if inside else key, problems)


def _check_setting(value: Any, wanted: Any, name: str, key: str, problems: Problems) -> None:
    if isinstance(wanted, Kind):
        if not wanted.fits(value):
            problems.append(f"{name}, {key}: {_unfit(value)}; give {wanted.advice}.")
    elif isinstance(wanted, Mapping):
        if isinstance(value, dict):
            check_settings(value, wanted, name, problems, key)
        else:
            problems.append(f"{name}, {key}: this is not a table; write it as [{key}] with its keys below.")
    elif isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        for count, entry in enumerate(value, start=1):
            check_settings(entry, wanted[0], name, problems, f"{key} no. {count}")
    else:
        problems.append(f"{name}, {key}: this is not a list of tables; write each below a line [[{key}]].")


def check_once(
    entries: Iterable[Mapping[str, Any]], where: str, key: str, advice: str, problems: Problems
) -> None:
    """Report each entry of a list of tables that has the same value for `key` as an earlier one."""
    first: dict[Any, int] = {}
    for count, entry in enumerate(entries, start=1):
        value = entry[key].strip() if isinstance(entry[key], str) else entry[key]
        before = first.setdefault(value, count)
        if before != count:
            problems.append(
                f"{where} no. {count}.{key}: {shown(value)} stands in no. {before} already; {advice}."
            )


def _unfit(value: Any) -> str:
    # str() of a table a thousand levels deep, or of a number with thousands of digits, would raise.
    if isinstance(value, dict | list):
        return "a table or a list will not do"
    if isinstance(value, int) and abs(value) >= 10**15:
        return "a number of that size will not do"
    return f"{shown(value)} will not do" if str(value).strip() else "the text is empty"


def _compare_names(
    found: Iterable[str],
    wanted: Collection[str],
    where: str,
    what: str,
    problems: Problems,
    optional: Collection[str] = (),
) -> set[str]:
    """Report names that are unknown or missing, a misspelt one as one fault; return all names concerned."""
    unknown = [name for name in dict.fromkeys(found) if name not in wanted]
    absent = [name for name in wanted if name not in set(found)]
    concerned = {*unknown, *absent}
    for name in list(unknown) if len(unknown) <= 20 else []:
        close = difflib.get_close_matches(name.casefold(), absent, n=1) if len(name) <= 80 else []
        if close:
            problems.append(f"{where}: the {what} {shown(name)} is unknown; rename it to “{close[0]}”.")
            unknown.remove(name)
            absent.remove(close[0])
    missing = [name for name in absent if name not in optional]
    odd = [f"{word} {listed(names)}" for word, names in (("unknown", unknown), ("missing", missing)) if names]
    if odd:
        whats = what if len(unknown) + len(missing) == 1 else f"{what}s"
        needed = [name for name in wanted if name not in optional]
        extra = [name for name in wanted if name in optional]
        also = f", and if you like {listed(extra)}" if extra else ""
        problems.append(f"{where}: {whats} {' and '.join(odd)}; have exactly {listed(needed)}{also}.")
    return concerned


def circles(needs: dict[str, set[str]]) -> Iterator[list[str]]:
    """Yield the ids of each circle of needs, each needing the next; its last link is taken out of `needs`, so
    that the next circle is found."""
    while True:
        try:
            graphlib.TopologicalSorter(needs).prepare()
            return
        except graphlib.CycleError as error:
            circle = error.args[1][:0:-1]
            needs[circle[-1]].discard(circle[0])
            yield circle
