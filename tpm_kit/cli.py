"""The command line, `tpm-kit`: what an author of cases needs outside a notebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tpm_kit.case import check_case


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 sound, 1 problems found, 2 wrong usage.

    `argv` holds the words after the name of the command; by default those the program was called with.
    """
    parser = _parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:  # argparse has printed the help or the usage by now
        return int(stop.code or 0)
    return arguments.run(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tpm-kit", description="Tools for authors of TPM Kit cases.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = commands.add_parser(
        "check-case",
        help="check the files of a case folder",
        description="Check case.toml, backlog.csv and the worked answers of a case folder.",
    )
    check.add_argument("folder", metavar="DIR", help="the folder that holds case.toml")
    check.set_defaults(run=_check_case)
    return parser


def _check_case(arguments: argparse.Namespace) -> int:
    if hasattr(sys.stdout, "reconfigure"):  # a terminal that cannot show a letter gets a stand-in for it
        sys.stdout.reconfigure(errors="replace")
    problems = check_case(arguments.folder)
    for problem in problems:
        print(problem)
    if not problems:
        print("The case is sound.")
        return 0
    print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} found.")
    return 1
