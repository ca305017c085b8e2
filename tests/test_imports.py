"""Who may import whom inside tpm_kit, and what tpm_kit may import from outside."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "tpm_kit").rglob("*.py"))

# Part of tpm_kit (a module or a folder at its top) -> the parts that it may import besides itself.
MAY_IMPORT: dict[str, set[str]] = {
    "course_map": {"answers", "attempt", "bundle", "case", "exercise", "exercises", "feedback"}
    | {"widgets", "workbook"},
    "take_away": {"exchange", "exercises", "figures", "roadmap_entries", "roadmap_formats"}
    | {"take_away_panel"},
    "risk_take_away": {"answers", "case", "exercises", "figures", "risk_formats", "take_away_panel"},
    "take_away_panel": {"answers", "case", "exercise", "exercises", "feedback", "roadmap_formats"}
    | {"widgets", "workbook"},
    "risk_formats": {"answers", "case", "exchange", "exercises", "figures", "roadmap_formats"},
    "roadmap_formats": {"exchange", "figures", "roadmap_entries"},
    "roadmap_entries": {"answers", "case", "exchange", "exercises", "methods"},
    "screen": {"attempt", "case", "exercise", "exploration", "explorers", "widgets", "workbook"},
    "attempt": {"answers", "bundle", "case", "exercise", "feedback", "widgets", "workbook"},
    "exercises": {"answers", "case", "case_tables", "exercise", "figures", "methods", "salary_data"}
    | {"typed", "widgets"},
    "explorers": {"case", "exercises", "figures", "methods", "salary_data", "typed"},
    "exploration": {"case", "explorers", "typed", "widgets"},
    "feedback": {"answers", "case", "exercise", "widgets", "workbook"},
    "exercise": {"answers", "case", "case_tables"},
    "exchange": {"case", "case_risk", "checked_files", "typed"},
    "course_inputs": {"checked_files"},
    "own_register": {"case", "exchange", "workbook"},
    "bundle": {"checked_files", "workbook", "workbook_file"},
    "workbook": {"checked_files", "workbook_file"},
    "workbook_file": {"checked_files"},
    "case": {"case_files", "case_risk", "case_worked", "case_tables", "checked_files", "methods"},
    "case_files": {"case_risk", "case_worked", "checked_files"},
    "case_risk": {"checked_files"},
    "case_worked": set(),
    "case_tables": {"case_risk_tables", "case_table_cells", "case_table_checks", "case_value_tables"}
    | {"case_career_tables", "checked_files"},
    "case_career_tables": {"case_table_cells", "checked_files"},
    "case_value_tables": {"case_table_cells", "checked_files"},
    "case_risk_tables": {"case_risk", "case_table_cells", "checked_files"},
    "case_table_cells": set(),
    "case_table_checks": {"checked_files"},
    "checked_files": set(),
    "course_pay": {"checked_files", "salary_data"},
    "salary_data": {"salary_areas", "salary_checks", "salary_frames", "salary_lookup", "salary_records"}
    | {"salary_sources", "salary_tables"},
    "salary_areas": {"salary_records"},
    "salary_frames": {"salary_checks", "salary_tables"},
    "salary_lookup": {"checked_files", "salary_checks", "salary_tables"},
    "salary_checks": {"checked_files", "salary_records", "salary_tables"},
    "salary_records": {"salary_sources", "salary_tables"},
    "salary_sources": set(),
    "salary_tables": set(),
    "answers": {"typed"},
    "typed": set(),
    "methods": set(),
    "widgets": set(),
    "figures": set(),
}
MAY_IMPORT["course"] = set(MAY_IMPORT)
# The package hands out Course, and nothing else knows it; the command line checks cases.
MAY_IMPORT |= {"": {"course"}, "__main__": {"cli"}, "cli": {"case"}}


def part(module: str) -> str:
    """The part of tpm_kit that a dotted name belongs to; "" for the package itself."""
    return module.split(".")[1] if "." in module else ""


def dotted(path: Path) -> str:
    """The dotted name of the module in that file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> list[str]:
    """Dotted names that the module imports anywhere, inside functions too."""
    package = [*path.relative_to(ROOT).parent.parts]
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            # "from tpm_kit import case" names a module, "from tpm_kit.case import Case" what is in one.
            names += [f"tpm_kit.{alias.name}" for alias in node.names] if source == "tpm_kit" else [source]
    return names


def test_imports_go_down_the_layers_only():
    new = {part(dotted(path)) for path in MODULES} - MAY_IMPORT.keys()
    assert not new, f"say in MAY_IMPORT what {sorted(new)} may import"
    beyond = {}
    for path in MODULES:
        here = part(dotted(path))
        ours = {name for name in imports(path) if name.partition(".")[0] == "tpm_kit"}
        there = {part(name) for name in ours} - {here, "__version__"}
        beyond[dotted(path)] = there - MAY_IMPORT[here]
    assert {module: parts for module, parts in beyond.items() if parts} == {}


def test_the_layers_have_no_way_back_up():
    for lower, allowed in MAY_IMPORT.items():
        for upper in allowed:
            assert lower not in reachable(upper), f"{lower} and {upper} may import each other"


def reachable(start: str) -> set[str]:
    """Every part that the part may reach through its imports."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for below in MAY_IMPORT.get(waiting.pop(), set()) - found:
            found.add(below)
            waiting.append(below)
    return found


def test_importing_the_package_loads_no_heavy_library():
    heavy = {"pandas", "matplotlib", "scipy", "networkx"}
    code = f"import sys, tpm_kit; print(sorted(set(sys.modules) & {heavy}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_dependencies_are_what_the_code_imports():
    """jupyterlab is the one that no module imports: it is where the course runs."""
    own = {"tpm_kit", *sys.stdlib_module_names}
    imported = {name.partition(".")[0] for path in MODULES for name in imports(path)} - own
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    distributions = packages_distributions()
    unknown = imported - set(distributions)
    assert not unknown, f"tpm_kit imports {sorted(unknown)}, which the environment lacks"
    used = {canonicalize_name(distributions[name][0]) for name in imported}
    assert used | {"jupyterlab"} == declared
