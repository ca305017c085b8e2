"""The command line says what `check_case` finds, and its exit code fits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tpm_kit.case import check_case
from tpm_kit.cli import main

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path for path in (ROOT / "data" / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_sound_case_exits_with_0(folder, capsys):
    assert main(["check-case", str(folder)]) == 0
    assert capsys.readouterr().out == "The case is sound.\n"


def test_a_broken_case_exits_with_1_and_one_line_a_problem(tmp_path, capsys):
    broken = shutil.copytree(SHIPPED[0], tmp_path / "broken")
    lines = (broken / "backlog.csv").read_text(encoding="utf-8").splitlines()
    (broken / "backlog.csv").write_text("\n".join([*lines, lines[1]]), encoding="utf-8")
    assert main(["check-case", str(broken)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out == [*check_case(broken), "1 problem found."]
    (broken / "case.toml").unlink()
    assert main(["check-case", str(broken)]) == 1
    assert capsys.readouterr().out.endswith("\n2 problems found.\n")


@pytest.mark.parametrize("words", [[], ["check-case"], ["check-cases", "x"], ["check-case", "a", "b"]])
def test_wrong_usage_exits_with_2(words, capsys):
    assert main(words) == 2
    assert "usage: tpm-kit" in capsys.readouterr().err


def test_help_exits_with_0(capsys):
    assert main(["--help"]) == 0
    assert "check-case" in capsys.readouterr().out


def test_the_package_runs_as_a_module_even_where_the_terminal_knows_only_ascii(tmp_path):
    broken = tmp_path / "Größe"
    broken.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tpm_kit", "check-case", str(broken)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 1
    assert done.stdout.decode("ascii").splitlines()[-1] == "3 problems found."
    assert done.stderr == b""
