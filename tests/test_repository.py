"""The repository's own rules: versions, front end, notebooks, what git holds, and the wheel."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tpm_kit"
MODULES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ON_A_BOARD = {"board", "elements", "panel", "theme"}
FRONT_END = sorted([*PACKAGE.rglob("*.mjs"), *PACKAGE.rglob("*.css")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def relative(path: Path) -> str:
    """The path as a failing test should show it: from the top of the repository."""
    return path.relative_to(ROOT).as_posix()


def committed_files() -> list[Path]:
    """Every file that is in git or would be added to it."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


# Versions ---------------------------------------------------------------------------------------------


def names(requirements: list[str]) -> set[str]:
    """The canonical names of the packages that the requirements ask for."""
    return {canonicalize_name(Requirement(text).name) for text in requirements}


def locked() -> list[Requirement]:
    """The lines of requirements.lock."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def pin_for(package: str, python: str) -> str:
    """The version that the lock gives the package under that Python on Linux."""
    environment = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    [pin] = [
        line
        for line in locked()
        if canonicalize_name(line.name) == package
        and (line.marker is None or line.marker.evaluate(environment))
    ]
    return str(pin.specifier).removeprefix("==")


def conda_pins() -> dict[str, str]:
    """Package to version as in environment.yml, those under "pip:" included."""
    pins = {}
    for entry in yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]:
        for text in entry["pip"] if isinstance(entry, dict) else [entry]:
            name, _, version = text.partition("=")
            pins[canonicalize_name(name)] = version.lstrip("=")
    return pins


def test_the_lock_holds_exact_versions_and_nothing_else():
    for line in locked():
        assert re.fullmatch(r"==[\w.]+", str(line.specifier)), f"{line} is not pinned to one version"
        assert not line.url, f"{line} names an address"
        assert not line.extras, f"pip takes no constraint with extras: {line}"


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_every_direct_dependency_is_locked_within_its_bounds(python):
    test_tools = PROJECT["optional-dependencies"]["test"]
    for requirement in map(Requirement, [*PROJECT["dependencies"], *test_tools]):
        pin = pin_for(canonicalize_name(requirement.name), python)
        assert pin in requirement.specifier, f"the lock has {requirement.name} {pin}: run make lock"


def test_environment_yml_pins_the_same_versions_as_the_lock():
    pins = conda_pins()
    python = pins.pop("python")
    pins.pop("pip")
    assert set(pins) == names(PROJECT["dependencies"]), "environment.yml and pyproject.toml differ"
    assert pins == {package: pin_for(package, python) for package in pins}


# Front end --------------------------------------------------------------------------------------------


def test_the_front_end_is_small():
    sizes = {relative(path): len(path.read_bytes()) for path in FRONT_END if path.stem in ON_A_BOARD}
    assert sizes, "no front end found"
    assert sum(sizes.values()) < 20_000, sizes


@pytest.mark.parametrize("path", FRONT_END, ids=relative)
def test_the_front_end_takes_text_as_text_and_stays_in_its_own_element(path):
    text = path.read_text("utf-8")
    for forbidden in (
        r"\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write",
        r"\b(document|window|globalThis)\s*\.\s*(body\s*\.\s*)?(addEventListener|on[a-z]+\s*=[^=])",
        r"https?://(?!www\.w3\.org/)",
    ):
        assert not re.search(forbidden, text), f"{relative(path)} has {forbidden}"


# Notebooks --------------------------------------------------------------------------------------------


def is_compared(cell: dict) -> bool:
    """Does nbval compare this cell's output?"""
    tags = cell["metadata"].get("tags", [])
    return "nbval-check-output" in tags or "NBVAL_CHECK_OUTPUT" in "".join(cell["source"])


def test_there_are_notebooks():
    assert "00-start-here.ipynb" in {path.name for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=relative)
def test_notebooks_are_committed_run_without_widget_state_or_errors(path):
    notebook = json.loads(path.read_text("utf-8"))
    assert "widgets" not in notebook["metadata"], "the notebook holds widget state: clear it"
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell["cell_type"] != "code":
            continue
        outputs = cell["outputs"]
        assert not [one for one in outputs if one["output_type"] == "error"], f"cell {number} shows an error"
        if is_compared(cell):
            assert cell["execution_count"], f"cell {number} is marked for comparison, but was never run"
            assert outputs, f"cell {number} is marked for comparison, but has no output"


# What git holds ---------------------------------------------------------------------------------------

PRIVATE = {
    "a path of one machine": r"(?<![\w./])/(?:wor[k]|roo[t]|tm[p]|hom[e]|User[s])(?![\w-])",
    "a package registry's host": r"(?:pypi|pythonhosted|npmjs|anaconda|deb\.debian)\.(?:org|com)",
}


@pytest.mark.parametrize("what", PRIVATE)
def test_no_file_names(what):
    pattern = re.compile(PRIVATE[what])
    found = [
        f"{relative(path)}, line {number}"
        for path in committed_files()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, f"{what} in {found}"


def test_the_library_names_no_case():
    cases = [folder.name for folder in (ROOT / "data" / "cases").iterdir() if folder.is_dir()]
    assert cases
    for path in [*MODULES, *FRONT_END]:
        text = path.read_text("utf-8").casefold()
        assert not [name for name in cases if name in text], f"{relative(path)} names a case"


def test_course_settings_exist_in_jupyterlab():
    """A misspelt setting is ignored by JupyterLab without a word."""
    schemas = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"
    overrides = json.loads(
        (ROOT / ".jupyter" / "labconfig" / "default_setting_overrides.json").read_text("utf-8")
    )
    for plugin, settings in overrides.items():
        extension, name = plugin.split(":")
        schema = json.loads((schemas / extension / f"{name}.json").read_text("utf-8"))
        assert set(settings) <= set(schema["properties"]), plugin
        assert "theme" not in settings, "the theme is the learner's choice"


def test_binder_gets_every_course_setting():
    script = (ROOT / "postBuild").read_text("utf-8")
    for path in committed_files():
        if relative(path).startswith(".jupyter/"):
            assert relative(path) in script, f"postBuild does not copy {relative(path)}"


# The wheel --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel as built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    [path] = folder.glob("*.whl")
    return path


def test_the_wheel_is_pure_and_whole(wheel):
    assert wheel.name.endswith("-py3-none-any.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    data = {f"tpm_kit/{name}" for path in committed_files() if (name := relative(path)).startswith("data/")}
    missing = ({relative(path) for path in [*MODULES, *FRONT_END]} | data) - inside
    assert data
    assert not missing
    assert {name.partition("/")[0] for name in inside if ".dist-info/" not in name} == {"tpm_kit"}


OUTSIDE = """
import importlib, pkgutil, sys, tpm_kit
from tpm_kit.case import case_folder, load_case
assert tpm_kit.__file__.startswith(sys.argv[1]), tpm_kit.__file__
for module in pkgutil.walk_packages(tpm_kit.__path__, "tpm_kit."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from tpm_kit.salary_checks import check_salaries, salary_folder
assert str(salary_folder()).startswith(sys.argv[1]), salary_folder()
assert not check_salaries(salary_folder())
for name in sys.argv[2:]:
    folder = case_folder(name)
    assert str(folder).startswith(sys.argv[1]), folder
    print(load_case(folder).name)
"""


def test_the_wheel_works_outside_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    cases = [folder.name for folder in (ROOT / "data" / "cases").iterdir() if folder.is_dir()]
    run = subprocess.run(
        [sys.executable, "-c", OUTSIDE, str(tmp_path / "site"), *cases],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == cases
