"""The system's Chromium: where it is, and how the tests start it. Without one, the tests fail and say so."""

from __future__ import annotations

import os
import shutil

import pytest

MAC = "/Applications"
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The first is Chromium without what only a window needs: it takes a quarter less of the processor."""
MAC_PROGRAMS = (
    f"{MAC}/Chromium.app/Contents/MacOS/Chromium",
    f"{MAC}/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Where there is no graphics card Chromium imitates one, which takes more of the processor than all else.
    "--disable-gpu",
)


def find_chromium() -> str:
    """Return the path of Chromium or Chrome, the variable CHROMIUM first. Fails the test if there is none."""
    for program in filter(None, (os.environ.get("CHROMIUM"), *PROGRAMS, *MAC_PROGRAMS)):
        if path := shutil.which(program):
            return path
    pytest.fail(
        "This test needs Chromium or Google Chrome and found neither: install one (Debian: apt-get install "
        "chromium-headless-shell), or set CHROMIUM to its path.",
        pytrace=False,
    )


def launch_options() -> dict:
    """Return what Playwright's `launch` needs to start it quietly. As root, Chromium has no sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"executable_path": find_chromium(), "args": [*QUIET, *(["--no-sandbox"] if root else [])]}
