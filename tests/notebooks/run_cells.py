"""Runs the code cells of the notebooks in the given folders, without a kernel: quicker than one each.

Each argument is a folder; its notebooks run in the order of their names, in a namespace of their own.
Prints each cell that fails, and at the end the number of those that ran.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell


def main(*folders: str) -> int:
    """Return the number of cells that failed."""
    shell, ran, failed = InteractiveShell.instance(), 0, 0
    for path in (path for folder in folders for path in sorted(Path(folder).glob("*.ipynb"))):
        os.chdir(path.parent)
        shell.reset()
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                source = "".join(cell["source"])
                result = shell.run_cell(source)
                ran += 1
                if not result.success:
                    failed += 1
                    print(f"failed: {path}: {source}")
    print(f"{ran} cells ran")
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
