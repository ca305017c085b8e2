"""A table of pay as a pandas frame, checked: row by row, or as a file that is known to have been checked."""

from __future__ import annotations

import io
import zlib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from tpm_kit.salary_checks import read_rows
from tpm_kit.salary_tables import Number, Table

if TYPE_CHECKING:
    import numpy
    import pandas


def read_frame(folder: Path | Traversable, table: Table) -> pandas.DataFrame:
    """Return a table as a frame: texts as text, numbers as float64 with NaN for an empty figure, or as int64
    where none may be missing. Raises `SalaryDataError` with every fault found."""
    import pandas

    types = _types(table)
    if (content := _known_as_sound(folder, table)) is None:
        return pandas.DataFrame(read_rows(folder, table), columns=list(types)).astype(types)
    blank = {name: [""] for name, type in types.items() if type.kind == "f"}
    return pandas.read_csv(
        io.BytesIO(content), dtype=types, na_values=blank, keep_default_na=False, low_memory=False
    )


def _types(table: Table) -> dict[str, numpy.dtype]:
    """Return the types for pandas by column. It looks up the name of a type for each column anew, which takes
    a fifth of the whole reading: hence the types themselves."""
    import numpy

    text, whole, broken = numpy.dtype(object), numpy.dtype("int64"), numpy.dtype("float64")
    numbers = {
        name: whole if kind.whole and not kind.empty else broken
        for name, kind in table.columns.items()
        if isinstance(kind, Number)
    }
    return {name: numbers.get(name, text) for name in table.columns}


def _known_as_sound(folder: Path | Traversable, table: Table) -> bytes | None:
    """Return the file if it is, to the byte, the one that was checked whole, else None."""
    if table.sound is None:
        return None
    try:
        content = (folder / table.file).read_bytes()
    except OSError:
        return None
    return content if zlib.crc32(content) == table.sound else None
