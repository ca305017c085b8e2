"""What the tests of several modules share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.case_files import write_bakery
from tests.chromium import launch_options
from tests.exercises.planting import BAKERY, BAKERY_LANES
from tpm_kit.attempt import Attempt
from tpm_kit.case import Case
from tpm_kit.exercises import EXERCISES
from tpm_kit.workbook import Workbook

settings.register_profile("untimed", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("untimed")

LAST = ("browser", "notebooks", "exchange", "widgets")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what shows something after all the rest, the longest first.

    Playwright leaves an event loop running in its process, in which a workbook saves later than most expect.
    """

    def place(item: pytest.Item) -> tuple[int, bool]:
        folder = item.path.parent.name
        shows = folder in ("browser", "notebooks") or "_in_chromium" in item.path.stem
        # Tests that can go on with each other's notebook follow each other.
        return 1 + LAST.index(folder) if shows else 0, "show" in item.fixturenames

    items.sort(key=place)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Playwright starts the system's Chromium."""
    return {**browser_type_launch_args, **launch_options()}


class CaseWithWorkedAnswer(Case):
    """A case in memory whose sound answer to the MoSCoW exercise serves as its worked one."""

    def worked(self, exercise_id: str) -> dict[str, tuple[str, str]] | None:
        """Return the sound answer, with a reason for each item."""
        reasons = {id: (lane, f"Because of {id}.") for id, lane in BAKERY_LANES.items()}
        return reasons if exercise_id == "moscow" else None


@pytest.fixture
def begin(tmp_path):
    """Opens an attempt in a new notebook; the work folder stays the same."""

    def open_attempt(exercise=EXERCISES["moscow"], case=BAKERY) -> Attempt:
        case = CaseWithWorkedAnswer(**{name: getattr(case, name) for name in case.__dataclass_fields__})
        return Attempt(exercise, case, Workbook(tmp_path / "bakery", "bakery"))

    return open_attempt


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """Return the folder of a small sound case."""
    return write_bakery(tmp_path / "bakery")
