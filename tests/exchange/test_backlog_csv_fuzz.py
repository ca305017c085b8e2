"""Reading a learner's own backlog: random bytes never raise anything else, random tables come back whole."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tpm_kit.exchange.backlog_csv import TableFileError, read_backlog

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEADERS = [
    "id",
    "title",
    "Story Points",
    "Labels",
    "Labels",
    "depends on",
    "blocks",
    "due",
    "confidence",
    "Reach",
    "",
]

letters = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
# Letters whose Windows-1252 bytes can never be taken for UTF-8.
western = st.sampled_from("abcxyzäöüÄÖÜßéèêñçø")
efforts = st.one_of(st.none(), st.integers(1, 100), st.integers(1, 999).map(lambda n: n / 10))


def words(alphabet):
    """Titles as they come back: no blanks at the ends, no guard of a formula sign."""
    text = st.text(st.one_of(alphabet, st.sampled_from(" ,;|\"'")), min_size=1, max_size=30)
    return text.map(str.strip).filter(lambda title: title and not title.startswith("'"))


def account_holds(intake) -> bool:
    ids = [item.id for item in intake.items]
    known = set(ids)
    return (
        intake.rows_read == len(intake.items) + len(intake.set_aside)
        and len(known) == len(ids)
        and all(item.title and item.id for item in intake.items)
        and all(item.effort is None or 0 < item.effort < 1e10 for item in intake.items)
        and all(item.confidence is None or 0 <= item.confidence <= 1 for item in intake.items)
        and all(set(item.dependencies) <= known - {item.id} for item in intake.items)
    )


def assert_read_or_one_sentence(path) -> None:
    try:
        intake = read_backlog(path)
    except TableFileError as refused:
        sentence = str(refused)
        intake = None
    if intake is None:
        assert "\n" not in sentence
        assert sentence[-1] in ".?"
        return
    assert account_holds(intake)
    assert str(intake)
    assert "<script" not in intake._repr_html_().lower()


@QUICK
@given(
    data=st.binary(max_size=400),
    head=st.sampled_from([b"", b"id,title\n", b"title;points\n", b"\xff\xfe", b"<"]),
)
def test_random_bytes_give_items_or_one_sentence(tmp_path, data, head):
    file = tmp_path / "random.csv"
    file.write_bytes(head + data)
    assert_read_or_one_sentence(file)


@QUICK
@given(
    rows=st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(
                    ["1", "2", "A-1", "A-1, 2", "-1", "80 %", "02/03/2026", "1e999", "inf", "", "<script>"]
                ),
                st.text(st.sampled_from("aé1,;|\t\"'\n\r\u200b -.@=#%/"), max_size=12),
            ),
            max_size=13,
        ),
        max_size=12,
    ),
    separator=st.sampled_from(",;\t|"),
    quoted=st.booleans(),
)
def test_hostile_tables_keep_the_account(tmp_path, rows, separator, quoted):
    file = tmp_path / "hostile.csv"
    table = [HEADERS, *rows]
    if quoted:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator).writerows(table)
        text = out.getvalue()
    else:
        text = "\n".join(separator.join(row) for row in table)
    file.write_text(text, encoding="utf-8", newline="")
    assert_read_or_one_sentence(file)


@pytest.mark.parametrize(
    ("codec", "alphabet"),
    [("utf-8", letters), ("utf-8-sig", letters), ("utf-16", letters), ("cp1252", western)],
)
def test_tables_written_by_any_dialect_come_back_whole(tmp_path, codec, alphabet):
    @settings(QUICK, max_examples=60)
    @given(
        items=st.lists(st.tuples(words(alphabet), efforts), min_size=1, max_size=8),
        separator=st.sampled_from(",;\t|"),
        quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
        line_end=st.sampled_from(["\n", "\r\n", "\r"]),
        decimal_comma=st.booleans(),
    )
    def round_trip(items, separator, quoting, line_end, decimal_comma):
        out = io.StringIO(newline="")
        if line_end == "\r":  # the csv module leaves a bare line feed unquoted beside this line end
            quoting = csv.QUOTE_ALL
        writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=line_end)
        writer.writerow(["Key", "Zusammenfassung", "Story Points", "Beschreibung"])
        for n, (title, effort) in enumerate(items):
            number = "" if effort is None else str(effort)
            number = number.replace(".", ",") if decimal_comma else number
            writer.writerow([f"K-{n}", title, number, f"about\n\n{title}\nend"])
        file = tmp_path / "table.csv"
        file.write_bytes(out.getvalue().encode(codec))
        intake = read_backlog(file)
        assert [(item.title, item.effort) for item in intake.items] == items
        assert [item.summary.splitlines()[0] for item in intake.items] == ["about"] * len(items)
        assert intake.separator == separator
        assert account_holds(intake)

    round_trip()
