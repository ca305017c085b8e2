"""Install packages with pip, from the lock, showing one line of progress.

Usage: python .ci/install.py ARGUMENT...   (the arguments of "pip install")

A terminal sees the line that pip is at; a log sees only the start and the end. What pip said is printed
whole when it fails. Build tools come from the lock too: pip up to 25.2 hands PIP_CONSTRAINT to its build
environments, later ones want PIP_BUILD_CONSTRAINT.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

LOCK = str(Path(__file__).resolve().parent.parent / "requirements.lock")
STEPS = ("Collecting", "Downloading", "Using cached", "Building", "Preparing", "Installing")


def install(arguments: list[str]) -> int:
    """Run "pip install" with the arguments and return its exit code."""
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar=off"]
    environment = os.environ | {"PIP_CONSTRAINT": LOCK, "PIP_BUILD_CONSTRAINT": LOCK}
    said: list[str] = []
    with subprocess.Popen(
        [*command, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout:
            said.append(line)
            show(line.strip())
    show("")
    if pip.returncode:
        print("".join(said), "pip could not install the packages; its last lines above say why.", sep="\n")
    return pip.returncode


def show(line: str) -> None:
    """Put the line in place of the one before, on a terminal only; an empty line clears it."""
    if sys.stdout.isatty() and (not line or line.startswith(STEPS)):
        print("\r\033[K" + line[: shutil.get_terminal_size().columns - 1], end="", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(install(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next run of make goes on from here.")
