"""A real JupyterLab on a copy of the course, and what a learner does in it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import psutil

ROOT = Path(__file__).resolve().parents[2]
COURSE = ("notebooks", "tpm_kit", "data", ".jupyter")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "my_work", ".ipynb_checkpoints", "workspaces")
START_SECONDS = 60
KINDS = ("sessions", "kernels")


def copy_course(folder: Path) -> Path:
    """Copy what a learner has of the course into `folder`, and return it."""
    for name in COURSE:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    return folder


def clean_environment(home: Path, course: Path) -> dict[str, str]:
    """The environment of somebody who has never used Jupyter, with the course's library importable."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "IPYTHON", "XDG_"))
    }
    home.mkdir(exist_ok=True)
    return kept | {
        "HOME": str(home),
        "PYTHONPATH": str(course),
        "JUPYTER_CONFIG_PATH": str(course / ".jupyter"),
    }


class Lab:
    """A JupyterLab server started as `make lab` starts it, on a copy of the course, at a free port."""

    def __init__(self, folder: Path) -> None:
        self.course = copy_course(folder / "course")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._token = secrets.token_hex()
        self._log = (folder / "jupyterlab.log").open("wb")
        options = ["--no-browser", "--allow-root", "--LabApp.expose_app_in_browser=True"]
        options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
        options += [f"--IdentityProvider.token={self._token}"]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=self.course,
            env=clean_environment(folder / "home", self.course),
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._wait_for_start()

    def _wait_for_start(self) -> None:
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                self.api("GET", "api/status")
                return
            except URLError:
                if self._process.poll() is not None or time.monotonic() > end:
                    self.stop()
                    raise RuntimeError(
                        f"JupyterLab did not start:\n{Path(self._log.name).read_text()}"
                    ) from None
                time.sleep(0.1)

    def stop(self) -> None:
        """End the server and its kernels."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._log.close()

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the server's REST interface; return what the JSON of its answer holds, or None."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"token {self._token}"}
        request = Request(f"{self.url}/{path}", data, headers, method=method)
        with urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def address(self, path: str) -> str:
        """The address of a page, with the token that signs the browser in."""
        return f"{self.url}/{path}?token={self._token}"

    @property
    def work(self) -> Path:
        """The folder of the learner's work."""
        return self.course / "my_work"

    def saved(self, case: str = "paylane", exercise: str = "moscow") -> dict[str, Any]:
        """The entry of an exercise as the workbook's file holds it."""
        file = self.work / case / "workbook.json"
        return json.loads(file.read_text("utf-8"))["exercises"].get(exercise, {}) if file.exists() else {}

    def renew(self) -> None:
        """End all kernels, and bring the course back to how it was copied, with no work in it."""
        self._end_kernels()
        self.remove_work()
        shutil.rmtree(self.course / ".jupyter" / "workspaces", ignore_errors=True)
        for path in (self.course / "notebooks").iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(ROOT / "notebooks", self.course / "notebooks", ignore=LEFT_OUT, dirs_exist_ok=True)

    def remove_work(self) -> None:
        """Take all of the learner's work away."""
        work = self.work
        shutil.rmtree(work) if work.is_dir() else work.unlink(missing_ok=True)

    def write_notebook(self, name: str, *sources: str) -> None:
        """Put a notebook with these code cells beside those of the course."""
        kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        cells = [
            {"id": f"cell-{n}", "source": source, "cell_type": "code"}
            | {"metadata": {}, "outputs": [], "execution_count": None}
            for n, source in enumerate(sources)
        ]
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (self.course / "notebooks" / name).write_text(json.dumps(notebook), "utf-8")

    def _end_kernels(self) -> None:
        """Ask until none is left: the server answers 500 while a kernel that it should end still starts."""
        end = time.monotonic() + START_SECONDS
        while left := [f"{kind}/{one['id']}" for kind in KINDS for one in self.api("GET", f"api/{kind}")]:
            for one in left:
                with suppress(HTTPError):
                    self.api("DELETE", f"api/{one}")
            if time.monotonic() > end:
                raise RuntimeError(f"The server does not end {left}:\n{Path(self._log.name).read_text()}")

    def kill_kernels(self) -> None:
        """Kill every kernel, without a warning."""
        for child in psutil.Process(self._process.pid).children():
            child.kill()
