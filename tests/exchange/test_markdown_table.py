"""The Markdown table, read by mistune: the parser that Jupyter's own converter uses."""

from __future__ import annotations

from collections.abc import Iterator

import mistune
from hypothesis import given

from tests.exchange.roadmaps import KEYS, ROADMAP, roadmaps, texts
from tpm_kit.exchange.markdown_table import HEAD, markdown_table
from tpm_kit.exchange.outgoing import guarded, outgoing, without_emails
from tpm_kit.exchange.roadmap_entry import number, one_line

parse = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "math", "footnotes"])


def said(nodes: list[dict]) -> str:
    """The text of nodes; anything that is no text shows up by its kind."""
    return "".join(node["raw"] if node["type"] == "text" else f"<{node['type']}>" for node in nodes)


def rows(table: dict) -> Iterator[list[str]]:
    """The cells of a table, the head first."""
    head, body = table["children"]
    yield [said(cell["children"]) for cell in head["children"]]
    for row in body["children"]:
        yield [said(cell["children"]) for cell in row["children"]]


def read(text: str) -> tuple[str, list[dict[str, str]]]:
    """The heading, and each row by the names of the columns."""
    blocks = [block for block in parse(text) if block["type"] != "blank_line"]
    heading = said(blocks.pop(0)["children"]) if blocks[0]["type"] == "heading" else ""
    [table] = blocks
    assert table["type"] == "table"
    head, *body = rows(table)
    return heading, [dict(zip(head, row, strict=True)) for row in body]


def test_the_whole_table():
    assert markdown_table(ROADMAP, "Roadmap: spring").splitlines() == [
        "# Roadmap: spring",
        "",
        "| Item | Id | Section | Start | End | Points | Needs | Owner | Remarks |",
        "| --- | --- | --- | --- | --- | ---: | --- | --- | --- |",
        "| New signing keys | PL-16 | Banks | 2027-01-11 | 2027-01-22 | 3 |  | Jonas Behr | critical path |",
        r"| Brackwater Bank: version 3; \#2 of 3 | PL-05 | Banks | 2027-01-25 | 2027-02-19 | 8.5 | PL-16 |  "
        "| critical path; Version 2 ends. The bank said so. |",
        "| Payment links | PL-21 | Shops | 2027-03-22 | 2027-04-02 |  | PL-16, PL-99 |  |  |",
        "| Version 2 is switched off | brackwater |  | 2027-02-26 | 2027-02-26 |  | PL-05 |  | milestone |",
    ]


@given(roadmaps(), texts)
def test_any_text_is_read_as_it_is(entries, title):
    heading, body = read(markdown_table(entries, title))
    assert heading == one_line(without_emails(title))
    for entry, row in zip(outgoing(entries), body, strict=True):
        assert row["Item"] == guarded(one_line(entry.title))
        assert row["Id"] == guarded(entry.id)
        assert row.get("Section", "") == guarded(one_line(entry.section))
        assert (row["Start"], row["End"]) == (entry.start.isoformat(), entry.end.isoformat())
        assert row.get("Points", "") == ("" if entry.points is None else number(entry.points))
        assert row.get("Needs", "") == guarded(", ".join(entry.needs))
        assert row.get("Owner", "") == guarded(one_line(entry.owner))
        assert row.get("Remarks", "").endswith(guarded(one_line(entry.note)))


def test_columns_without_content_are_left_out():
    _, [row] = read(markdown_table([KEYS], ""))
    assert set(HEAD) - set(row) == {"Needs"}
