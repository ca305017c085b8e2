"""The examples in the docstrings: each gives what it says."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import tpm_kit

FOLDER = Path(tpm_kit.__file__).parent
NOTEBOOKS = ("tpm_kit.course", "tpm_kit.course_pay")
"""Their examples are cells of a notebook: tests/notebooks runs those."""
MODULES = [
    name
    for path in sorted(FOLDER.rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
    and (name := ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts)) not in NOTEBOOKS
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name):
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried
    assert not failed
