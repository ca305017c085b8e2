"""Whatever stands in the files of a case, the answer is a case or a `CaseError`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tpm_kit.case import CaseError, check_case, load_case

SOUND = next(
    path for path in sorted((Path(__file__).parents[1] / "data" / "cases").iterdir()) if path.is_dir()
)
TABLE = (SOUND / "backlog.csv").read_text(encoding="utf-8").splitlines()
FILES = ["case.toml", "backlog.csv", "worked/moscow.csv"]

cells = st.one_of(
    st.sampled_from(
        ["", "A", "B", "A;B", "Shop owner", "3", "-1", "0.5", "2030-02-01", '"', "nan", "٣", "1_0"]
    ),
    st.text(max_size=8),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> Path:
    """A copy of the case, one for all examples: to make one takes as long as to check it."""
    return shutil.copytree(SOUND, tmp_path_factory.mktemp("fuzz") / "case")


@contextmanager
def broken(case: Path, file: str, content: bytes) -> Iterator[Path]:
    """The case with another content of one file, which is put back at the end."""
    try:
        (case / file).write_bytes(content)
        yield case
    finally:
        shutil.copy(SOUND / file, case / file)


def assert_loads_or_tells(folder: Path) -> None:
    problems = check_case(folder)
    assert len(problems) == len(set(problems))
    assert all(problem and problem.isprintable() for problem in problems)
    try:
        items = load_case(folder).items
    except CaseError as error:
        told = list(error.problems)
    else:
        told = []
        assert all(item.effort > 0 and 1 <= item.value <= 10 and item.reach >= 0 for item in items)
    assert told == problems


@settings(max_examples=200, deadline=None)
@given(file=st.sampled_from(FILES), content=st.binary(max_size=300))
@example(file="case.toml", content=b"a = 0x" + b"f" * 4000)
@example(file="case.toml", content=b"[release]\nsprint_start = 2030-01-07\n[release]")
@example(file="backlog.csv", content=b"\xff\xfei\x00d\x00")
@example(file="backlog.csv", content=b"," * 1_000_000)
@example(file="backlog.csv", content=b"x" * 1_000_000)
@example(file="backlog.csv", content=b"\x00\x1b[31m\r\r\n" * 3)
def test_random_bytes(case, file, content):
    with broken(case, file, content):
        assert_loads_or_tells(case)


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.lists(cells, min_size=12, max_size=14), max_size=5), quoted=st.booleans())
def test_random_rows(case, rows, quoted):
    lines = [",".join(f'"{cell}"' if quoted else cell for cell in row) for row in rows]
    content = "\n".join([TABLE[0], *lines]).encode("utf-8", "surrogatepass")
    with broken(case, "backlog.csv", content):
        assert_loads_or_tells(case)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_shipped_backlog_with_some_cells_changed(case, data):
    lines = [line.split(",") for line in TABLE]
    for _ in range(data.draw(st.integers(1, 4))):
        line = data.draw(st.sampled_from(lines))
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(cells)
    content = "\n".join(",".join(line) for line in lines).encode("utf-8", "surrogatepass")
    with broken(case, "backlog.csv", content):
        assert_loads_or_tells(case)
