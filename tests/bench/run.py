"""Measure what the README claims, each figure beside its alternative in the same run.

Usage: make bench   (or: python tests/bench/run.py)

Machines differ and are noisy: read the ratios, not the milliseconds. Nothing here fails; it only shows.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import drops, figures, memory, pay_reading, risks, salary, schedule  # noqa: E402

FRONT_END = 20_000


def front_end() -> list[tuple[str, str, str]]:
    """Return a line for the size of the front end as written."""
    files = [path for end in ("*.mjs", "*.css") for path in (ROOT / "tpm_kit" / "widgets").glob(end)]
    whole = sum(path.stat().st_size for path in files)
    board = sum(path.stat().st_size for path in files if path.stem in ("board", "elements", "panel", "theme"))
    return [
        ("front end of a board, as written (.mjs, .css)", f"{board:,} bytes", f"bar: under {FRONT_END:,}"),
        ("  with tables and pictures", f"{whole:,} bytes", ""),
    ]


def main() -> None:
    """Print all figures as a table."""
    with tempfile.TemporaryDirectory() as folder:
        lines = front_end() + memory.measure(folder)
    lines += schedule.measure() + risks.measure() + drops.measure()
    lines += figures.measure() + salary.measure() + pay_reading.measure()
    width = max(len(line[0]) for line in lines)
    print(f"{'':{width}}  {'measured':>14}  beside")
    for what, figure, beside in lines:
        print(f"{what:{width}}  {figure:>14}  {beside}")


if __name__ == "__main__":
    main()
