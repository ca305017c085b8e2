"""A kernel that is killed at any moment leaves a whole file that holds everything reported as saved."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tpm_kit.workbook import Workbook
from tpm_kit.workbook_file import read_pages

ROUNDS = 20
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = multiprocessing.get_context("forkserver" if FORKS else "spawn")
"""Where a process can be forked, what all of them import is imported once."""


def write(folder: Path, report: Connection) -> None:
    """Save again and again, and report the number of each save."""
    book = Workbook(folder, "paylane")
    n = book.entry("moscow").attempts
    report.send(n)
    while True:
        n += 1
        book.change("moscow", attempts=n, answer={"n": n, "padding": "x" * 20_000})
        if book.save():
            report.send(n)


def kill_after(folder: Path, seconds: float) -> int:
    """Run the writer and kill it; return the number of the last save that it reported."""
    reports, report = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=write, args=(folder, report))
    writer.start()
    report.close()
    last = reports.recv()
    time.sleep(seconds)
    writer.kill()
    try:
        while True:
            last = reports.recv()
    except EOFError:  # nothing more, or a report that the kill cut off
        pass
    writer.join()
    return last


def test_nothing_that_was_saved_is_lost_to_a_kill(tmp_path):
    PROCESSES.set_forkserver_preload([__name__])
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
