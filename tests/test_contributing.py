"""The example in CONTRIBUTING.md is a whole exercise that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tpm_kit.attempt import Attempt
from tpm_kit.case import Case
from tpm_kit.exercise import Outcome
from tpm_kit.workbook import Workbook

TEXT = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
CASE = Case(name="any", title="Any", items=())


@pytest.fixture(scope="module")
def example():
    """The exercise that the page declares."""
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)
    names: dict = {}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    return names["EXERCISE"]


def placed(example, **lanes: str):
    places = [{"id": id, "row": "all", "column": lane} for id, lane in lanes.items()]
    return example.read({"places": places})


def test_its_rule_finds_a_sprint_that_is_too_full(example):
    full = placed(example, keys="first", page="first", check="first", theme="second")
    review = example.review(full, CASE)
    assert review.outcome is Outcome.NEEDS_WORK
    assert "16 points, 3 more" in review.findings[0].seen


def test_its_rule_passes_a_sprint_that_fits(example):
    fits = placed(example, keys="first", page="first", check="second", theme="second")
    assert example.review(fits, CASE).outcome is Outcome.STRONG


def test_it_can_be_worked_on_and_is_kept(example, tmp_path):
    workbook = Workbook(tmp_path / "any", "any")
    attempt = Attempt(example, CASE, workbook)
    attempt.view.move("keys", column="first")
    assert attempt.view.meters["first"]["text"] == "3 of 13 points"
    assert workbook.entry("two-sprints").answer == attempt.view.answer
    assert "New signing keys" in attempt.frame.to_html()
