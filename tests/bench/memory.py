"""Memory of a kernel with an exercise on screen, beside a kernel that has only imported anywidget."""

from __future__ import annotations

from statistics import median

from jupyter_client.manager import start_new_kernel

BARE = "import anywidget"
BOARD = "from tpm_kit import Course\ncourse = Course()\ndisplay(course.exercise('moscow'))"
ASK = (
    "import os, sys, psutil\nprint(psutil.Process(os.getpid()).memory_info().rss, *sorted({heavy} & "
    "set(sys.modules)))"
)
HEAVY = {"pandas", "matplotlib", "scipy", "networkx"}
REPEATS = 5


def kernel_after(code: str, folder: str) -> tuple[float, list[str]]:
    """Return the resident memory (MB) of a new kernel after `code`, and which heavy packages it has
    loaded."""
    manager, client = start_new_kernel(cwd=folder)
    try:
        said: list[str] = []
        client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
        client.execute_interactive(
            ASK.format(heavy=HEAVY),
            output_hook=lambda message: said.append(message["content"].get("text", "")),
        )
        size, *heavy = "".join(said).split()
        return int(size) / 1e6, heavy
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def measure(folder: str) -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    bare, board = [], []
    for _ in range(REPEATS):
        bare.append(kernel_after(BARE, folder)[0])
        size, heavy = kernel_after(BOARD, folder)
        board.append(size)
    more = median(board) - median(bare)
    return [
        ("kernel with anywidget alone", f"{median(bare):.1f} MB", ""),
        ("kernel with a board on screen", f"{median(board):.1f} MB", f"{more:+.1f} MB (bar: +15 MB)"),
        (
            "heavy packages loaded for the board",
            ", ".join(heavy) or "none",
            "pandas, matplotlib, scipy, networkx",
        ),
    ]
