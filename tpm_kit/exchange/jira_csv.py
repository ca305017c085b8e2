"""A roadmap as a file for Jira's import of CSV files.

The wizard asks what each column is. `Summary`, `Issue Type`, `Issue Id`, `Description`, `Labels`,
`Story Points`, `Start date` and `Due date` are called as Jira calls its fields. Each `Link Blocks` goes to
the field Link "Blocks": this issue blocks the one with that Issue Id. The date format to give is
`DATE_FORMAT`. People are left out, since Jira finds them by e-mail address alone; the owner stands in the
description.

Sources: Atlassian, "Create issues using the CSV importer" (Summary is mandatory, no punctuation in headers,
a column for each value, commas for empty cells) and "CSV import: Parent-child mapping" (Issue Id).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from tpm_kit.exchange.outgoing import guarded, outgoing
from tpm_kit.exchange.roadmap_entry import Entry, details, number, one_line

DATE_FORMAT = "yyyy-MM-dd"
"""The date format of the file, as the wizard wants to be told. It has no month's name to translate."""
MOST_ROWS = 1500
"""Atlassian's advice for one file."""
MOST_ROWS_ALONE = 250
"""What Jira takes from somebody who does not administer it."""
MOST_TITLE = 255
"""Jira refuses a longer summary."""


def jira_csv(entries: Iterable[Entry]) -> bytes:
    """Return the roadmap in UTF-8, without a byte order mark, which Jira would read as part of a header.

    Items become issues of the type Story, milestones of the type Task with the label "milestone". Raises
    `ValueError` as `roadmap_entry.checked` does, and for more than `MOST_ROWS` entries.
    """
    entries = outgoing(entries)
    if len(entries) > MOST_ROWS:
        raise ValueError(f"Jira imports up to {MOST_ROWS} rows from one file, and these are {len(entries)}.")
    numbers = {entry.id: str(at) for at, entry in enumerate(entries, start=1)}
    labels = [_labels(entry) for entry in entries]
    blocks = _blocks(entries, numbers)
    titles = {entry.id: entry.title for entry in entries}
    head = ["Summary", "Issue Type", "Issue Id", "Description", "Story Points", "Start date", "Due date"]
    wide, links = max(map(len, labels)), max(map(len, blocks.values()))
    rows = [[*head, *["Labels"] * wide, *["Link Blocks"] * links]]
    for entry, own in zip(entries, labels, strict=True):
        cells = [*_cells(entry, numbers[entry.id], titles), *_filled(own, wide)]
        rows.append([*map(guarded, cells), *_filled(blocks[entry.id], links)])
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return text.getvalue().encode()


def _cells(entry: Entry, issue: str, titles: Mapping[str, str]) -> list[str]:
    title = one_line(entry.title)
    shown = title if len(title) <= MOST_TITLE - 1 else title[: MOST_TITLE - 2].rstrip() + "…"
    lines = [*([title] if shown != title else []), *details(entry, titles), f"Id in the roadmap: {entry.id}"]
    return [
        shown,
        "Task" if entry.milestone else "Story",
        issue,
        "\n".join(lines),
        "" if entry.points is None else number(entry.points),
        entry.start.isoformat(),
        entry.end.isoformat(),
    ]


def _labels(entry: Entry) -> list[str]:
    """Return the labels: without blanks, which Jira does not allow in one."""
    words = (entry.section, "milestone" if entry.milestone else "", "critical-path" if entry.critical else "")
    return list(dict.fromkeys(filter(None, (re.sub(r"\s+", "-", word.strip())[:250] for word in words))))


def _blocks(entries: Sequence[Entry], numbers: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each entry the numbers of those that need it."""
    found: dict[str, list[str]] = {entry.id: [] for entry in entries}
    for need, after in chain.from_iterable(((need, entry.id) for need in entry.needs) for entry in entries):
        if need in found:
            found[need].append(numbers[after])
    return found


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
