"""The search for Chromium: a missing browser fails a test, it does not skip it."""

from __future__ import annotations

import pytest

from tests import chromium


def test_without_chromium_a_test_fails_with_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC_PROGRAMS", ())
    with pytest.raises(pytest.fail.Exception, match=r"^This test needs Chromium .* CHROMIUM to its path\.$"):
        chromium.launch_options()


def test_a_chosen_chromium_goes_first(monkeypatch, tmp_path):
    program = tmp_path / "my-chromium"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(program))
    assert chromium.find_chromium() == str(program)
