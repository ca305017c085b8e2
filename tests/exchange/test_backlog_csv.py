"""Reading a learner's own backlog: bytes, separators, quotes, rows and the account, each by a small file."""

import csv
import subprocess
import sys

import pytest

from tpm_kit.exchange.backlog_csv import TableFileError, read_backlog


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_each_encoding_is_read_and_named_unless_it_is_utf8(read, codec, encoding, said):
    intake = read("id,title,points\nA-1,Größe prüfen – „später“,3\n".encode(codec))
    assert (intake.items[0].title, intake.items[0].effort) == ("Größe prüfen – „später“", 3)
    assert intake.encoding == encoding
    assert said(intake, encoding) == (encoding != "UTF-8")


def test_two_encodings_in_one_file_are_read_line_by_line(read, said):
    intake = read("title\nCafé\n".encode() + "Größe\n".encode("cp1252"))
    assert [item.title for item in intake.items] == ["Café", "Größe"]
    assert said(intake, "UTF-8 and Windows-1252")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        ("\ufeff".encode(), "is empty"),
        (b"id,title\n", "no rows below"),
        (b"id,title\n,\n,\n", "no rows below"),
        (b"\x00\x01\x02title\x00", "NUL bytes"),
        (b"id,title\n1,a\x00b\n", "NUL bytes"),
        (b"\xff\xfei\x00d\x00x", "damaged"),
        (b"title\n\x81\x8d\n", "encoding"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\xd0\xcf\x11\xe0rest", "Excel"),
        (b'[{"title": "Pay"}]', "JSON"),
        (b'{"cards": [', "JSON"),
        (b"[1, 2]", "JSON"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"<?xml version='1.0'?>", "XML"),
        (b"1,Pay,5\n2,Refund,3\n", "no header row"),
        (b"What,Why\nPay,because\n", 'columns={"title": "What"}'),
        (b"title,effort\n,3\n,5\n", "no row with a title"),
    ],
)
def test_an_unusable_file_gets_one_sentence(read, content, part):
    with pytest.raises(TableFileError) as error:
        read(content)
    assert part in str(error.value)
    assert str(error.value).endswith(".")
    assert "\n" not in str(error.value)


def test_a_file_that_is_too_large_is_refused_by_its_size(tmp_path):
    file = tmp_path / "large.csv"
    with file.open("wb") as out:
        out.truncate(20_000_000)
    with pytest.raises(TableFileError, match=r"large.csv is too large \(20 MB"):
        read_backlog(file)


def test_a_missing_file_and_a_folder_say_what_is_there(tmp_path):
    with pytest.raises(TableFileError, match="check the name"):
        read_backlog(tmp_path / "backlog.csv")
    (tmp_path / "Backlog_May.csv").write_text("title\nPay\n")
    with pytest.raises(TableFileError, match=r"did you mean “Backlog_May.csv”"):
        read_backlog(tmp_path / "backlog_mai.csv")
    with pytest.raises(TableFileError, match=r"is a folder.*Backlog_May.csv"):
        read_backlog(tmp_path)
    for wrong in (None, 3):
        with pytest.raises(TableFileError, match="not the path of a file"):
            read_backlog(wrong)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("id,title,points\r\n1,Pay; now,3\r\n", ","),
        ("id;title;points\n1;Pay, now, or later;0,8\n2;Refund, part;1,5\n", ";"),
        ("id\ttitle\tpoints\n1\tPay, now; or later\t3\n", "\t"),
        ("id|title|points\n1|Pay, now\t3|3\n", "|"),
        ("sep=;\r\nid;title;points\r\n1;Pay, now;3\r\n", ";"),
        ("sep=^\nid^title^points\n1^Pay^3\n", "^"),
        ("title\nPay, by card, now\nRefund\n", ";"),
    ],
)
def test_the_separator_is_found(read, text, separator, said):
    intake = read(text)
    assert intake.separator == separator
    assert intake.items[0].title.startswith("Pay")
    assert not said(intake, "more cells")


def test_a_separator_is_found_without_any_known_header(read):
    intake = read("What;Weight, roughly\nPay, now;3\nRefund;5\n", columns={"title": "What"})
    assert [item.title for item in intake.items] == ["Pay, now", "Refund"]


def test_quoted_line_breaks_stay_in_descriptions_and_become_blanks_in_titles(read):
    intake = read('id,title,description\n1,"Pay\r\nlater","one\n\nthree, ""four"""\n2,Refund,\n')
    assert intake.items[0].title == "Pay later"
    assert intake.items[0].summary == 'one\n\nthree, "four"'
    assert intake.rows_read == 2


def test_a_very_long_cell_is_read_and_the_csv_limit_restored(read):
    before = csv.field_size_limit()
    long = "x" * 300_000
    assert read(f'title,description\nPay,"{long}"\n').items[0].summary == long
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (['1\t"Quick fix\t3', "2\tRefund\t5", "3\tPay\t1"], ['"Quick fix', "Refund", "Pay"]),
        (['1\t"Quick\t3', "2\tRefund\t5", '3\t"Pay\t1'], ['"Quick', "Refund", '"Pay']),
        (['1\t"Quick\t3', "2\tRefund\t5", '3\tPay"\t1'], ['"Quick', "Refund", 'Pay"']),
        (['1\t5" disk\t3', '2\t"5" disk"\t5'], ['5" disk', '5" disk']),
    ],
)
def test_a_lone_quotation_mark_swallows_nothing(read, rows, titles, said):
    intake = read("\n".join(["id\ttitle\tpoints", *rows]))
    assert [item.title for item in intake.items] == titles
    assert all(item.effort for item in intake.items)
    assert said(intake, "quotation mark", "row")


def test_an_unclosed_quote_leaves_the_properly_quoted_rows_alone(read, said):
    intake = read('id,title,points\n1,"Pay, now",3\n2,"Refund,5\n3,"Split, later",2\n')
    assert [item.title for item in intake.items] == ["Pay, now", '"Refund', "Split, later"]
    assert said(intake, "quotation mark", "row 3")


def test_every_row_that_becomes_no_item_is_accounted_for(read):
    intake = read(
        "id,title,points\n1,Pay,3\n\n,,\nId,Title,Points\nid,title,points\n,,5\n1,Pay,3\n2,Refund,\n\n\n"
    )
    assert [(aside.row, aside.reason) for aside in intake.set_aside] == [
        (3, "empty row"),
        (4, "empty row"),
        (6, "repeats the header"),
        (7, "no title, id or description"),
        (8, "same as row 2"),
    ]
    assert [item.id for item in intake.items] == ["1", "Id", "2"]
    assert intake.rows_read == 8


def test_short_and_long_rows_are_kept(read, said):
    intake = read(
        "id,title,points,labels,\n1,Pay\n2,Refund,5,api,\n3,Split,2,api,,,\n4,Sort,1,api,,lost,too\n"
    )
    assert [item.effort for item in intake.items] == [None, 5, 2, 1]
    assert said(intake, "fewer cells", "row 2.")
    assert said(intake, "more cells", "row 5 “lost”, “too”")
    assert not said(intake, "row 4")


def test_lines_above_the_header_are_set_aside(read):
    intake = read("Team backlog\n\nid,title,points\n1,Pay,3\n")
    assert [(aside.row, aside.reason) for aside in intake.set_aside] == [
        (1, "above the header row"),
        (2, "empty row"),
    ]
    assert intake.items[0].title == "Pay"


def test_the_account_as_lines_text_and_table(read):
    intake = read("id,title,points,<b>\n1,Pay,3,x\n\n2,Refund,,y\n3,Split,5,\n")
    lines = dict(intake.summary())
    assert lines["Rows read"] == "4"
    assert lines["Items kept"] == "3"
    assert lines["Set aside"] == "1: empty row (row 3)"
    assert lines["effort"] == "from “points”, 2 of 3 items, sum 8"
    assert lines["Not used"] == "<b>"
    assert "sum 8" in str(intake)
    page = intake._repr_html_()
    assert "<caption>" in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_reading_loads_no_heavy_library():
    code = (
        "import sys, tpm_kit.exchange.backlog_csv;"
        "print([m for m in ('pandas', 'numpy', 'charset_normalizer', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
