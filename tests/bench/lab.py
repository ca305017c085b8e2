"""A JupyterLab for measuring: one notebook, a fresh home, the course's own settings."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@contextlib.contextmanager
def course_lab(notebook: nbformat.NotebookNode) -> Iterator[str]:
    """Serve `notebook` from a temporary folder; gives its address in JupyterLab, and stops the server
    after."""
    notebook.metadata.update(KERNEL)
    with tempfile.TemporaryDirectory() as scratch, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        folder = Path(scratch)
        nbformat.write(notebook, folder / "bench.ipynb")
        env = os.environ | {
            "HOME": scratch,
            "PYTHONPATH": str(ROOT),
            "JUPYTER_CONFIG_PATH": str(ROOT / ".jupyter"),
        }
        options = [f"--port={port}", "--no-browser", "--allow-root", f"--ServerApp.root_dir={scratch}"]
        options += [
            "--IdentityProvider.token=",
            "--ServerApp.password=",
            f"--LabApp.workspaces_dir={scratch}/workspaces",
        ]
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(
            command, env=env, cwd=scratch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(f"http://127.0.0.1:{port}/api")
            yield f"http://127.0.0.1:{port}/lab/tree/bench.ipynb"
        finally:
            server.terminate()
            server.wait(timeout=30)


def open_and_run(page: Page, address: str) -> None:
    """Open the notebook in a page, and run all its cells."""
    page.goto(address)
    page.wait_for_selector(".jp-NotebookPanel-toolbar", timeout=120_000)
    page.wait_for_timeout(4000)  # a kernel that is still connecting loses what it is asked to run
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()


def _wait(address: str) -> None:
    for _ in range(240):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.25)
    raise RuntimeError("JupyterLab did not start within a minute.")
