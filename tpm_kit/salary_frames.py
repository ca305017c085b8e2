"""A table of pay as a pandas frame, checked: a large one by whole columns, unless it is the file as shipped.

When anything is amiss, the careful reading of `salary_checks` says what it is.
"""

from __future__ import annotations

import io
import re
import zlib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpm_kit.salary_checks import ROUNDING, read_rows
from tpm_kit.salary_tables import Number, Table, Text

if TYPE_CHECKING:
    import pandas


def read_frame(folder: Path | Traversable, table: Table) -> pandas.DataFrame:
    """Return a table as a frame: texts as text, numbers as float64 with NaN for an empty figure, or as int64
    where none may be missing. Raises `SalaryDataError` with every fault found."""
    import pandas

    if table.large and (frame := _read_fast(folder, table)) is not None:
        return frame
    rows = read_rows(folder, table)
    return pandas.DataFrame(rows, columns=list(table.columns)).astype(_types(table))


def _types(table: Table) -> dict[str, str]:
    """Return the types for pandas by column."""
    numbers = {
        name: "int64" if kind.whole and not kind.empty else "float64"
        for name, kind in table.columns.items()
        if isinstance(kind, Number)
    }
    return {name: numbers.get(name, "object") for name in table.columns}


def _read_fast(folder: Path | Traversable, table: Table) -> pandas.DataFrame | None:
    """Return a large table as a frame, or None if anything is amiss."""
    import pandas

    types = _types(table)
    blank = {name: [""] for name, type in types.items() if type == "float64"}
    try:
        content = (folder / table.file).read_bytes()
        frame = pandas.read_csv(
            io.BytesIO(content), dtype=types, na_values=blank, keep_default_na=False, low_memory=False
        )
    except (OSError, ValueError, OverflowError):
        return None
    if zlib.crc32(content) == table.sound:
        return frame
    sound = list(frame.columns) == list(table.columns) and len(frame) and _texts_fit(frame, table)
    return frame if sound and _numbers_fit(frame, table) else None


def _texts_fit(frame: pandas.DataFrame, table: Table) -> bool:
    for name, kind in table.columns.items():
        if isinstance(kind, Text):
            for text in set(frame[name].to_numpy()):
                fits = text in kind.options if kind.options else re.fullmatch(kind.pattern, text)
                if not (fits if text else kind.empty):
                    return False
    keys = zip(*(frame[name].to_numpy() for name in table.key), strict=True)
    return len(set(keys)) == len(frame)


def _numbers_fit(frame: pandas.DataFrame, table: Table) -> bool:
    import numpy

    names = [name for name, kind in table.columns.items() if isinstance(kind, Number)]
    kinds = [table.columns[name] for name in names]
    figures = frame[names].to_numpy(dtype="float64")
    lowest, highest = ([getattr(kind, end) for kind in kinds] for end in ("least", "most"))
    missing = numpy.isnan(figures)
    whole = figures[:, [kind.whole for kind in kinds]]
    by_name = dict(zip(names, figures.T, strict=True))
    amiss = (
        (figures < lowest) | (figures > highest),
        missing[:, [not kind.empty for kind in kinds]],
        numpy.floor(whole) < whole,
        *(_falls(numpy.array([by_name[name] for name in group])) for group in table.rising),
        *(abs(by_name[hour] * hours - by_name[year]) > ROUNDING for hour, year, hours in table.factor),
        *(
            missing[:, [name in group for name in names]] != (frame[column] == value).to_numpy()[:, None]
            for column, value, group in table.blank
        ),
    )
    return not any(one.any() for one in amiss)


def _falls(group: Any) -> Any:
    """Say where a figure is below the last one before it that is published; one row a figure."""
    import numpy

    before = numpy.fmax.accumulate(group, axis=0)
    return group[1:] < before[:-1]
