"""A kernel that is killed at any moment leaves a whole file that holds everything reported as saved."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tpm_kit.workbook import Workbook
from tpm_kit.workbook_file import read_pages

ROOT = Path(__file__).parents[1]
WRITER = """
import sys
from pathlib import Path
from tpm_kit.workbook import Workbook
book = Workbook(Path(sys.argv[1]), "paylane")
n = book.entry("moscow").attempts
print("ready", flush=True)
while True:
    n += 1
    book.change("moscow", attempts=n, answer={"n": n, "padding": "x" * 20_000})
    if book.save():
        print(n, flush=True)
"""
ROUNDS = 20


@pytest.fixture
def kill_after():
    """Runs the writer and kills it; returns the number of the last save that it reported."""

    def run(folder: Path, seconds: float) -> int:
        command = [sys.executable, "-c", WRITER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
            assert writer.stdout.readline() == "ready\n"
            time.sleep(seconds)
            writer.kill()
            # The last line may have been cut off by the kill.
            whole = [line for line in writer.stdout if line.endswith("\n")]
        return int(whole[-1]) if whole else 0

    return run


def test_nothing_that_was_saved_is_lost_to_a_kill(tmp_path, kill_after):
    folder = tmp_path / "paylane"
    moments = random.Random(4)
    reported = 0
    for _ in range(ROUNDS):
        reported = max(reported, kill_after(folder, moments.uniform(0, 0.12)))
        file = folder / "workbook.json"
        if file.exists():
            read_pages(file.read_bytes())
        for copy in (folder / "copies").glob("*.json"):
            read_pages(copy.read_bytes())
        book = Workbook(folder, "paylane")
        assert book.messages == []
        entry = book.entry("moscow")
        assert entry.attempts >= reported
        if entry.answer:
            assert entry.answer["n"] == entry.attempts
    assert reported > 0
