"""Every notebook under nbval, on empty and full workbooks: nothing fails, and outputs are as stored."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.exercises.answers import PLANTED, worked_answers
from tests.notebooks.run_cells import EXPLORES
from tpm_kit.exercises import EXERCISES
from tpm_kit.own_register import KEPT as KEPT_REGISTER
from tpm_kit.workbook import Workbook

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FIRST = NOTEBOOKS[:1]
"""Enough where the notebooks do not differ."""
CASE = "paylane"


@pytest.fixture
def course(tmp_path) -> Path:
    """The course's notebooks and what lies beside them, without any work."""
    ignored = shutil.ignore_patterns(".ipynb_checkpoints")
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=ignored)
    return tmp_path


def nbval(course: Path, paths: Sequence[Path] = NOTEBOOKS) -> subprocess.CompletedProcess[str]:
    """Run notebooks of the copy under nbval, by default all; only the cells marked for it are compared.

    A kernel chooses its ports before it opens them, and dies when another process was quicker: then again.
    """
    for _ in range(3):
        run = nbval_once(course, paths)
        if "Kernel died before" not in run.stdout:
            break
    return run


def nbval_once(course: Path, paths: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    """Run nbval, whatever comes of it."""
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider"]
    return subprocess.run(
        [
            *command,
            "-c",
            os.devnull,
            f"--rootdir={course}",
            *(f"notebooks/{path.name}" for path in paths),
        ],
        cwd=course,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def passed(run: subprocess.CompletedProcess[str], paths: Sequence[Path] = NOTEBOOKS) -> bool:
    """Did every code cell of the notebooks pass?"""
    cells = [cell for path in paths for cell in read(path)["cells"] if cell["cell_type"] == "code"]
    return run.returncode == 0 and f"{len(cells)} passed" in run.stdout


def read(path: Path) -> dict:
    """A notebook as plain values."""
    return json.loads(path.read_text("utf-8"))


def wrong_answers() -> dict[str, dict]:
    """An answer to every exercise that raises findings, made for another case if there is none for this."""
    return {id: plants[0].answer for (id, _), plants in PLANTED.items()}


def misfits() -> dict[str, dict]:
    """Answers that no longer fit: each part is gone, and its value too."""
    gone = {"gone:gone": "1", "lost:gone": "2"}
    return {id: exercise.answer.of(gone).raw() for id, exercise in EXERCISES.items()}


def misshapen() -> dict[str, dict]:
    """Answers of a shape that no exercise has."""
    return {id: {"places": 5, "choices": "yes"} for id in EXERCISES}


KEPT = (worked_answers, wrong_answers, misfits, misshapen)
"""Workbooks with which every cell runs, the marked ones show what is stored, and no byte changes."""


def keep(course: Path, answers: dict[str, dict]) -> Path:
    """Put answers into the workbook of the copy; return its file."""
    assert answers.keys() == EXERCISES.keys(), "a new exercise needs its answers here"
    book = Workbook(course / "my_work" / CASE, CASE)
    for id, answer in answers.items():
        book.change(id, answer=answer, version=EXERCISES[id].version, attempts=1, tried=True)
    assert book.save()
    return book.path


def test_an_empty_workbook_stays_empty(course):
    run = nbval(course)
    assert passed(run), run.stdout
    for file in course.glob("my_work/*/workbook.json"):
        # A register that a cell reads is kept; whether before its kernel ends depends on the machine.
        kept = json.loads(file.read_text("utf-8"))["exercises"].keys() - {KEPT_REGISTER}
        assert not kept, "running a notebook attempts an exercise"


def in_one_process(*folders: Path) -> subprocess.CompletedProcess[str]:
    """Run the notebooks of these folders without a kernel, which is quicker than nbval."""
    return subprocess.run(
        [sys.executable, Path(__file__).with_name("run_cells.py"), *folders],
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "IPYTHONDIR": str(folders[0].parent / "ipython")},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_full_and_odd_workbooks_run_and_stay_as_they_are(tmp_path):
    before = {}
    for answers in KEPT:
        folder = tmp_path / answers.__name__
        shutil.copytree(ROOT / "notebooks", folder / "notebooks")
        file = keep(folder, answers())
        before[file] = file.read_bytes()
    run = in_one_process(*(tmp_path / answers.__name__ / "notebooks" for answers in KEPT))
    cells = [cell for path in NOTEBOOKS for cell in read(path)["cells"] if cell["cell_type"] == "code"]
    explorers = [cell for cell in cells if EXPLORES in "".join(cell["source"])]
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(KEPT) * (len(cells) - len(explorers)) + len(explorers)} cells ran" in run.stdout
    assert {file: file.read_bytes() for file in before} == before


def test_a_broken_workbook_is_set_aside(course):
    file = keep(course, worked_answers())
    broken = file.read_bytes()[:-40]
    file.write_bytes(broken)
    run = nbval(course, FIRST)
    assert passed(run, FIRST), run.stdout
    assert [one.read_bytes() for one in file.parent.glob("workbook.set-aside-*.json")] == [broken]


def compared(notebook: dict) -> list[dict]:
    """The cells whose output is compared."""
    return [cell for cell in notebook["cells"] if "NBVAL_CHECK_OUTPUT" in "".join(cell["source"])]


def test_every_notebook_has_outputs_that_are_compared():
    assert [path.name for path in NOTEBOOKS if not compared(read(path))] == []


def spoil(path: Path) -> int:
    """Add something to each stored output that is compared; return how many there are."""
    notebook = read(path)
    for cell in compared(notebook):
        output = cell["outputs"][0]
        data, key = (output, "text") if output["output_type"] == "stream" else (output["data"], "text/plain")
        data[key] = [*data[key], " and more"]
    path.write_text(json.dumps(notebook), "utf-8")
    return len(compared(notebook))


def test_another_stored_output_is_noticed(course):
    spoilt = spoil(course / "notebooks" / FIRST[0].name)
    run = nbval(course, FIRST)
    assert f"{spoilt} failed" in run.stdout, run.stdout


def test_another_stored_output_and_a_failing_cell_are_noticed_in_one_process(tmp_path):
    def cell(source: str, *stored: dict) -> dict:
        return {"cell_type": "code", "source": ["# NBVAL_CHECK_OUTPUT\n", source], "outputs": list(stored)}

    def result(**data: str) -> dict:
        return {
            "output_type": "execute_result",
            "data": {kind.replace("_", "/"): data[kind] for kind in data},
        }

    html = "from IPython.display import HTML; HTML('<b>1</b>')"
    right = [
        cell("1 + 1", result(text_plain="2")),
        cell("print(1)", {"output_type": "stream", "text": ["1\n"]}),
        cell(html, result(text_html="<b>1</b>", text_plain="as wide as a terminal")),
    ]
    wrong = [
        cell("1 + 1", result(text_plain="3")),
        cell("print(1)", {"output_type": "stream", "text": ["2\n"]}),
        cell(html, result(text_html="<b>2</b>")),
        cell("1 / 0"),
    ]
    for name, cells in (("01", right), ("02", wrong)):
        (tmp_path / f"{name}.ipynb").write_text(json.dumps({"cells": cells}), "utf-8")
    run = in_one_process(tmp_path)
    assert run.returncode == len(wrong), run.stdout
    assert "ZeroDivisionError" in run.stdout
    assert "01.ipynb" not in run.stdout
