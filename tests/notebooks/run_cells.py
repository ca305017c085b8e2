"""Runs the code cells of the notebooks in the given folders, without a kernel: quicker than one each.

Each argument is a folder; its notebooks run in the order of their names, in a namespace of their own. Cells
that show an explorer, which knows of no workbook, run in the first folder alone.
Prints each cell that fails, and each that is marked to be compared and shows something else than is stored;
at the end the number of those that ran.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

COMPARED = "NBVAL_CHECK_OUTPUT"
EXPLORES = ".explore("


def run(shell: InteractiveShell, cell: dict) -> str:
    """Run a code cell; return what is wrong with it, or ""."""
    source = "".join(cell["source"])
    with capture_output() as shown:
        result = shell.run_cell(source)
    if not result.success:
        return f"failed: {source}\n{shown.stdout}"
    if COMPARED not in source:
        return ""
    data, _ = shell.display_formatter.format(result.result) if result.result is not None else ({}, {})
    for output in cell["outputs"]:
        stored = output["data"] if output["output_type"] == "execute_result" else {"stdout": output["text"]}
        for kind, text in stored.items():
            if kind == "text/plain" and "text/html" in stored:
                continue  # pandas makes it as wide as a terminal where there is no kernel
            found = shown.stdout if kind == "stdout" else data.get(kind)
            if found != "".join(text):
                return f"shows another {kind} than is stored: {source}\n{found}"
    return ""


def main(*folders: str) -> int:
    """Return the number of cells with which something is wrong."""
    shell, ran, failed = InteractiveShell.instance(), 0, 0
    for number, folder in enumerate(folders):
        for path in sorted(Path(folder).glob("*.ipynb")):
            os.chdir(path.parent)
            shell.reset()
            for cell in json.loads(path.read_text("utf-8"))["cells"]:
                if cell["cell_type"] != "code" or (number and EXPLORES in "".join(cell["source"])):
                    continue
                ran += 1
                if wrong := run(shell, cell):
                    failed += 1
                    print(f"{path}: {wrong}")
    print(f"{ran} cells ran")
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
