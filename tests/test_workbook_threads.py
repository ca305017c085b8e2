"""A workbook that two threads use at once, as JupyterLab's subshells make a kernel do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tpm_kit.workbook import Workbook


def test_two_threads_lose_no_change(tmp_path):
    book = Workbook(tmp_path, "any")

    def work(name: str) -> None:
        for n in range(1, 41):
            book.change(f"{name}-{n % 4}", version=n)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(work, ("one", "two")))
    again = Workbook(tmp_path, "any").entries()
    assert {id: entry.version for id, entry in again.items()} == {
        f"{name}-{n % 4}": n for name in ("one", "two") for n in range(37, 41)
    }
    assert not any(entry.earlier for entry in again.values())
