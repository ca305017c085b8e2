"""Which parts a worked answer is about, and what is said of one that strays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tpm_kit.case import CaseError, cases_folder, check_case, load_case
from tpm_kit.case_worked import worked_ids

PAYLANE = Path(str(cases_folder())) / "paylane"


def test_a_table_of_the_same_name_comes_before_the_backlog():
    tables = {"kano": ["a"], "milestones": ["m"], "waiting": []}
    assert worked_ids("kano", ["a", "b"], tables) == (["a"], True)
    assert worked_ids("moscow", ["a", "b"], tables) == (["a", "b"], True)
    assert worked_ids("waiting", ["a", "b"], tables) == (["a", "b"], True)
    assert worked_ids("roadmap", ["a", "b"], tables) == (["a", "b", "m"], False)
    assert worked_ids("roadmap", ["a"], {}) == (["a"], False)


@pytest.fixture
def case(tmp_path):
    return Path(shutil.copytree(PAYLANE, tmp_path / "paylane"))


def test_a_worked_roadmap_need_not_place_every_item(case):
    file = case / "worked" / "roadmap.csv"
    rows = file.read_text("utf-8").splitlines()
    file.write_text("\n".join(row for row in rows if not row.startswith("PL-23")), "utf-8")
    assert check_case(case) == []
    assert "PL-23" not in load_case(case).worked("roadmap")


def test_a_worked_roadmap_places_nothing_that_is_not_there(case):
    file = case / "worked" / "roadmap.csv"
    loaded = load_case(case)
    file.write_text(file.read_text("utf-8").replace("brackwater,", "brackwatr,"), "utf-8")
    problem = (
        "worked/roadmap.csv, row 2, id: there is no item “brackwatr” to place; did you mean “brackwater”?"
    )
    assert check_case(case) == [problem]
    with pytest.raises(CaseError) as error:
        loaded.worked("roadmap")
    assert error.value.problems == (problem,)
