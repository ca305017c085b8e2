"""How long the tables of pay take to be read, beside plain `pandas.read_csv` of the same file.

Three things are timed in turn on the two large tables: plain pandas, which checks nothing and takes codes for
numbers; the reading that exercises and explorers use, up to the first range of an area; and the checked frame
that a notebook asks for. Then a new Python is timed up to its first range, beside one that reads with pandas.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pandas

from tpm_kit.salary_checks import salary_folder
from tpm_kit.salary_frames import read_frame
from tpm_kit.salary_lookup import Lookup
from tpm_kit.salary_tables import TABLES

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 30
FIRST_RANGE = "from tpm_kit.salary_data import pay; pay('15-1252', '12420')"
PLAIN = "import tpm_kit, pandas; pandas.read_csv('data/salary/us_wages_oews.csv')"


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long the action takes."""
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def in_turn(actions: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median time of each action, taken in turn so that a slow moment hits all."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for number in range(rounds + 3):
        for name, action in actions.items():
            taken = milliseconds(action)
            if number >= 3:  # the first rounds warm up
                times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def fresh(code: str) -> Callable[[], object]:
    """Return a run of the code in a new Python."""
    return lambda: subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def measure() -> list[tuple[str, str, str]]:
    """Return a line for each large table and one for a new Python: medians beside those of plain pandas."""
    folder, lines = salary_folder(), []
    for name in ("oews", "levels"):
        table = TABLES[name]
        path = folder / table.file
        found = in_turn(
            {
                "plain": lambda path=path: pandas.read_csv(path),
                "range": lambda table=table: Lookup(folder, table).rows("12420")["15-1252"],
                "frame": lambda table=table: read_frame(folder, table),
            },
            ROUNDS,
        )
        beside = f"plain read_csv {found['plain']:.1f} ms, checked frame {found['frame']:.1f} ms"
        lines.append((f"first range from {table.file}", f"{found['range']:.1f} ms", beside))
    found = in_turn({"plain": fresh(PLAIN), "range": fresh(FIRST_RANGE)}, 5)
    beside = f"with read_csv {found['plain']:.0f} ms"
    return [*lines, ("  in a new Python, with import tpm_kit", f"{found['range']:.0f} ms", beside)]


if __name__ == "__main__":
    for line in measure():
        print(*line, sep="; ")
