"""Run every notebook on an empty workbook and store its outputs, as they are committed.

Usage: python .ci/execute_notebooks.py

Widget state and widget views are left out of the stored outputs: where no kernel runs, the static table
that each
widget carries is shown instead.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
VIEW = "application/vnd.jupyter.widget-view+json"


def execute(name: str, folder: Path) -> nbformat.NotebookNode:
    """Return the notebook, run in `folder`, with outputs fit to be committed."""
    notebook = nbformat.read(folder / name, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(VIEW, None)
            output.pop("transient", None)
    return notebook


def main() -> None:
    """Run the notebooks in a copy of their folder, so that nobody's own work is seen or changed."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "notebooks"
        shutil.copytree(FOLDER, copy)
        for path in sorted(FOLDER.glob("*.ipynb")):
            print(f"Running {path.name}.", flush=True)
            nbformat.write(execute(path.name, copy), path)


if __name__ == "__main__":
    sys.exit(main())
