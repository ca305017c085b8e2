"""The files of a small sound case, to be changed and read by tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tpm_kit.case_tables import read_tables

SETTINGS = """\
title = "Bakery"
company = "A bakery"
product = "Bread"
note = "Invented."
[release]
sprint_start = 2030-01-07
sprint_days = 14
release_date = 2030-03-29
[capacity]
sprints = 6
points_per_sprint = 10
focus_factor = 0.8
[[users]]
name = "Baker"
role = "Bakes"
need = "Sleep"
[[goals]]
title = "Fresh"
measure = "Loaves"
baseline = 1
target = 2.5
unit = "loaves"
"""
BACKLOG = """\
id,title,summary,theme,persona,effort,value,reach,confidence,dependencies,deadline,workaround,evidence
B-1,Oven,"A new oven,
with a door",Bread,Baker,8,9,100,1.0,,2030-02-01,,Old one broke
B-2,Dough,Mix it,Bread,Baker,3,5,80,0.8,B-1,,By hand,Asked
B-3,Rolls,Shape them,Rolls,Baker,2.5,4,0,0.5,B-1; B-2,,,
"""
WORKED = """\
id,column,reason
B-1,must,No bread without it.
B-2,should,By hand works.
B-3,could,"Nice, not needed."
"""


def write_bakery(folder: Path, **files: str | bytes) -> Path:
    """Write a small sound case, some of its files otherwise or beside the others; return its folder."""
    (folder / "worked").mkdir(parents=True)
    texts = {"case.toml": SETTINGS, "backlog.csv": BACKLOG, "worked/sorting.csv": WORKED, **files}
    for name, text in texts.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Put another text in place of one that stands once in a file of the case."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand in {file} once for this test"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def read_table(
    folder: Path, name: str, text: str, items: tuple[str, ...] = ("B-1", "B-2", "B-3")
) -> tuple[tuple[dict[str, Any], ...], list[str]]:
    """Write one table of a case whose backlog has these items; return its rows and the problems."""
    (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    problems: list[str] = []
    return read_tables(folder, items, problems)[name], problems


def only_problem(folder: Path, name: str, text: str, items: tuple[str, ...] = ("B-1", "B-2", "B-3")) -> str:
    """Return the one sentence about an unsound table."""
    _, problems = read_table(folder, name, text, items)
    if len(problems) != 1:
        raise AssertionError(f"one problem was expected, and there are {len(problems)}: {problems}")
    return problems[0]
