"""The file for Jira's import, read as Jira's importer describes it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given

from tests.exchange.roadmaps import BANK, KEYS, ROADMAP, roadmaps
from tpm_kit.exchange.jira_csv import MOST_ROWS, jira_csv
from tpm_kit.exchange.outgoing import outgoing, unguarded


def table(content: bytes) -> list[list[str]]:
    """The rows of the file, by the csv module at its strictest."""
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


def column(rows: list[list[str]], name: str) -> list[list[str]]:
    """What each row holds in the columns of that name."""
    places = [at for at, header in enumerate(rows[0]) if header == name]
    return [[row[at] for at in places if row[at]] for row in rows[1:]]


def test_the_whole_file():
    assert jira_csv(ROADMAP).decode().split("\r\n") == [
        "Summary,Issue Type,Issue Id,Description,Story Points,Start date,Due date,"
        "Labels,Labels,Link Blocks,Link Blocks",
        'New signing keys,Story,1,"Points: 3\nOwner: Jonas Behr\nOn the critical path\n'
        'Id in the roadmap: PL-16",3,2027-01-11,2027-01-22,Banks,critical-path,2,3',
        'Brackwater Bank: version 3; #2 of 3,Story,2,"Points: 8.5\nNeeds: New signing keys (PL-16)\n'
        "On the critical path\nVersion 2 ends.\n"
        'The bank said so.\nId in the roadmap: PL-05",8.5,2027-01-25,2027-02-19,Banks,critical-path,4,',
        'Payment links,Story,3,"Needs: New signing keys (PL-16), PL-99\nId in the roadmap: PL-21",,'
        "2027-03-22,2027-04-02,Shops,,,",
        "Version 2 is switched off,Task,4,"
        '"Needs: Brackwater Bank: version 3; #2 of 3 (PL-05)\nId in the roadmap: brackwater",,'
        "2027-02-26,2027-02-26,milestone,,,",
        "",
    ]


@given(roadmaps())
def test_any_roadmap_makes_a_file_that_jira_can_read(entries):
    sent, rows = outgoing(entries), table(jira_csv(entries))
    head = rows[0]
    assert head[0] == "Summary"
    assert all(re.fullmatch(r"[A-Za-z ]+", name) for name in head)
    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == 1 + len(sent)
    for entry, summary, labels, issue in zip(
        sent, column(rows, "Summary"), column(rows, "Labels"), column(rows, "Issue Id"), strict=True
    ):
        title = " ".join(entry.title.split())
        assert unguarded(summary[0]) == (title if len(title) < 255 else title[:253].rstrip() + "…")
        assert len(summary[0]) <= 255
        assert not any(re.search(r"\s", label) for label in labels)
        assert ("milestone" in labels) >= entry.milestone
        assert issue == [str(sent.index(entry) + 1)]
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]
    assert b"\r\n" in jira_csv(entries)


@given(roadmaps())
def test_links_say_what_blocks_what(entries):
    sent = outgoing(entries)
    links = column(table(jira_csv(entries)), "Link Blocks")
    at = {entry.id: str(place) for place, entry in enumerate(sent, start=1)}
    found = {(str(place), target) for place, targets in enumerate(links, start=1) for target in targets}
    assert found == {(at[need], at[entry.id]) for entry in sent for need in entry.needs if need in at}


def test_nothing_of_a_long_title_is_lost():
    title = "word " * 80
    rows = table(jira_csv([replace(KEYS, title=title)]))
    assert rows[1][0].endswith("…")
    assert column(rows, "Description")[0][0].startswith(title.strip() + "\nPoints: 3")


def test_no_column_is_there_for_nothing():
    assert table(jira_csv([replace(KEYS, critical=False, section="")]))[0][-1] == "Due date"


def test_too_many_rows_for_one_file_are_refused():
    many = [replace(BANK, id=f"A-{n}", needs=()) for n in range(MOST_ROWS + 1)]
    assert len(table(jira_csv(many[:-1]))) == MOST_ROWS + 1
    with pytest.raises(ValueError, match="up to 1500 rows from one file, and these are 1501"):
        jira_csv(many)
    with pytest.raises(ValueError, match="at least one"):
        jira_csv([])
