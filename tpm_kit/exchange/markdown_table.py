"""A roadmap as a table in Markdown, as GitHub and JupyterLab draw it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tpm_kit.exchange.outgoing import guarded, outgoing, without_emails
from tpm_kit.exchange.roadmap_entry import Entry, clean, number, one_line

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$!#])")
HEAD = ("Item", "Id", "Section", "Start", "End", "Points", "Needs", "Owner", "Remarks")


def markdown_table(entries: Iterable[Entry], title: str) -> str:
    """Return a heading and a table with a row for each entry. Columns without any content are left out.

    Texts are shown letter by letter, on one line; nothing in them is a mark. Raises `ValueError` as
    `roadmap_entry.checked` does.
    """
    rows = [_cells(entry) for entry in outgoing(entries)]
    used = [at for at in range(len(HEAD)) if any(row[at] for row in rows)]
    right = ["---:" if HEAD[at] == "Points" else "---" for at in used]
    heading = plain(clean(without_emails(title)))
    lines = [[HEAD[at] for at in used], right, *([row[at] for at in used] for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# {heading}\n\n{table}\n" if heading else f"{table}\n"


def _cells(entry: Entry) -> list[str]:
    kinds = [*(["milestone"] if entry.milestone else []), *(["critical path"] if entry.critical else [])]
    return [
        cell(entry.title),
        cell(entry.id),
        cell(entry.section),
        entry.start.isoformat(),
        entry.end.isoformat(),
        "" if entry.points is None else number(entry.points),
        cell(", ".join(entry.needs)),
        cell(entry.owner),
        "; ".join(filter(None, [", ".join(kinds), cell(entry.note)])),
    ]


def cell(text: str) -> str:
    """Return a text as a cell: what a spreadsheet could take for a formula, once copied there, has an
    apostrophe before it."""
    return plain(guarded(one_line(text)))


def plain(text: str) -> str:
    """Return a text on one line, with a backslash before each sign that Markdown would read as a mark."""
    return _SIGNS.sub(r"\\\1", one_line(text))
