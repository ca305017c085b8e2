"""The cases that we ship are sound, hold a real tension, and their worked MoSCoW answers are defensible."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tpm_kit.case import BacklogItem, Case, CaseError, case_folder, check_case, load_case

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path for path in (ROOT / "data" / "cases").iterdir() if path.is_dir())
RANK = {"must": 3, "should": 2, "could": 1, "wont": 0}
LOW_VALUE = 3


@pytest.fixture(params=SHIPPED, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    return load_case(request.param)


def placed(case: Case, column: str) -> list[BacklogItem]:
    return [item for item in case.items if case.worked("moscow")[item.id][0] == column]


def points(items: list[BacklogItem]) -> float:
    return sum(item.effort for item in items)


def planned(case: Case) -> float:
    return sum(points(placed(case, column)) for column in ("must", "should", "could"))


def with_prerequisites(case: Case, items: list[BacklogItem]) -> list[BacklogItem]:
    needed, open_ids = set(), [item.id for item in items]
    while open_ids:
        id = open_ids.pop()
        if id not in needed:
            needed.add(id)
            open_ids += case.item(id).dependencies
    return [item for item in case.items if item.id in needed]


def chain_length(case: Case, item: BacklogItem) -> int:
    return 1 + max((chain_length(case, case.item(id)) for id in item.dependencies), default=0)


def in_release(case: Case, item: BacklogItem) -> bool:
    return item.deadline is not None and item.deadline <= case.release_date


def test_there_is_a_case():
    assert SHIPPED


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_it_is_sound(folder):
    assert check_case(folder) == []


def test_it_says_that_it_is_invented(case):
    assert "invented" in case.note


def test_it_has_what_the_exercises_need(case):
    assert len(case.items) >= 24
    assert max(len(item.title) for item in case.items) <= 42
    assert all(item.evidence for item in case.items)
    assert 5 <= len({item.theme for item in case.items}) <= 6
    assert {item.persona for item in case.items} == {user.name for user in case.users}
    assert {item.effort for item in case.items} <= {1, 2, 3, 5, 8, 13}
    assert {item.confidence for item in case.items} <= {0.5, 0.8, 1.0}
    assert sum(len(item.dependencies) for item in case.items) >= 8
    assert max(chain_length(case, item) for item in case.items) >= 3


def test_deadlines_fall_on_working_days_of_the_release(case):
    assert case.sprint_start.weekday() == 0
    for item in case.items:
        if item.deadline:
            assert case.sprint_start <= item.deadline <= case.release_date
            assert item.deadline.weekday() < 5


def test_not_everything_fits(case):
    assert 1.4 * case.capacity.points <= points(case.items) <= 1.8 * case.capacity.points


def test_what_somebody_calls_a_must_does_not_fit(case):
    demanded = [item for item in case.items if re.search(r"\bmust\b", item.evidence)]
    assert points(demanded) > 1.1 * case.capacity.points


def test_what_has_no_workaround_does_fit_with_its_prerequisites(case):
    bare = [item for item in case.items if not item.workaround]
    assert points(with_prerequisites(case, bare)) <= 0.6 * planned(case)


def test_some_demands_with_a_date_have_a_workaround(case):
    tempting = [item for item in case.items if in_release(case, item) and item.workaround]
    assert len(tempting) >= 2
    assert any(re.search(r"\bmust\b", item.evidence) for item in tempting)


def test_a_dull_item_stands_below_a_legal_date(case):
    dated = [item for item in case.items if in_release(case, item) and not item.workaround]
    below = [item for item in with_prerequisites(case, dated) if item not in dated]
    assert any(item.value <= 4 and item.deadline is None for item in below)


def test_what_is_no_must_has_a_workaround_or_little_value(case):
    for item in case.items:
        if item not in placed(case, "must"):
            assert item.workaround or item.value <= LOW_VALUE, item.id


def test_the_worked_answer_keeps_the_shares(case):
    must, should, could = (points(placed(case, column)) for column in ("must", "should", "could"))
    assert 0.52 <= must / planned(case) <= 0.60
    assert 0.20 <= could / planned(case) <= 0.25
    assert must + should + could <= case.capacity.points
    assert len(placed(case, "wont")) >= 4


def test_the_worked_answer_uses_the_four_columns_and_covers_all_items(case):
    answer = case.worked("moscow")
    assert {column for column, _ in answer.values()} == set(RANK)
    assert list(answer) == [item.id for item in case.items]


def test_no_worked_must_has_a_workaround(case):
    assert [item.id for item in placed(case, "must") if item.workaround] == []


def test_every_date_without_a_workaround_is_a_worked_must(case):
    must = placed(case, "must")
    assert [i.id for i in case.items if in_release(case, i) and not i.workaround and i not in must] == []


def test_no_worked_item_stands_above_its_prerequisite(case):
    rank = {id: RANK[column] for id, (column, _) in case.worked("moscow").items()}
    assert [(i.id, d) for i in case.items for d in i.dependencies if rank[i.id] > rank[d]] == []


def test_every_worked_reason_is_its_own_and_says_enough(case):
    reasons = [reason for _, reason in case.worked("moscow").values()]
    assert len(set(reasons)) == len(reasons)
    assert all(60 <= len(reason) <= 400 for reason in reasons)
    assert all(re.search(r"\d", reason) for reason in reasons)
    named = {id for reason in reasons for id in re.findall(r"\b[A-Z]{2}-\d+", reason)}
    assert named <= {item.id for item in case.items}


def test_loading_a_case_loads_no_pandas():
    code = (
        "import sys; from tpm_kit.case import case_folder, load_case; "
        f"load_case(case_folder({SHIPPED[0].name!r})).worked('moscow'); "
        "print(sorted({'pandas', 'matplotlib', 'scipy', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_case_folder_finds_what_is_shipped_and_nothing_else():
    assert (case_folder(SHIPPED[0].name) / "case.toml").is_file()
    with pytest.raises(CaseError, match=f"did you mean “{SHIPPED[0].name}”"):
        case_folder(SHIPPED[0].name + "x")
    with pytest.raises(CaseError, match=r"There is no case “\.\.”\."):
        case_folder("..")
