"""Reading a learner's own backlog: numbers, dates, texts, ids and links."""

import datetime

import pytest


@pytest.mark.parametrize(
    ("cell", "effort"),
    [
        ("5", 5),
        ("5.0", 5),
        ("0,8", 0.8),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567),
        ("1 234", 1234),
        ("1\u202f234", 1234),
        ("1'234", 1234),
        ("3 pts", 3),
        ("5 SP", 5),
        (".5", 0.5),
        ("\u00a0 5\u200b", 5),
    ],
)
def test_numbers_are_read_as_people_write_them(read, cell, effort):
    intake = read(f'id;title;points\n1;Pay;"{cell}"\n')
    assert intake.items[0].effort == effort
    assert intake.remarks == ()


@pytest.mark.parametrize("cell", ["", "NA", "-", "?", "X", "n/a", "None"])
def test_marks_for_no_value_are_no_value(read, cell):
    intake = read(f"id,title,points\n1,Pay,{cell}\n")
    assert intake.items[0].effort is None
    assert intake.remarks == ()


@pytest.mark.parametrize("cell", ["0", "-3", "-1", "inf", "nan", "1e999", "20%", "3d", "M", "1,2,3", "5 5"])
def test_numbers_that_cannot_be_effort_are_left_out_with_a_remark(read, cell, said):
    intake = read(f'title;points\nPay;"{cell}"\n')
    assert intake.items[0].effort is None
    assert said(intake, "“points”", f"row 2 “{cell}”")


def test_three_digits_after_a_mark_are_settled_by_the_column_or_said(read, said):
    assert [i.reach for i in read("title;reach\na;1.234\nb;0,5\n").items] == [1234, 0.5]
    assert [i.reach for i in read('title,reach\na,"1,234"\nb,0.5\n').items] == [1234, 0.5]
    assert not said(read('title,reach\na,"1,234"\nb,0.5\n'), "three digits")
    alone = read('title,reach\na,"1,234"\n')
    assert alone.items[0].reach == 1234
    assert said(alone, "three digits", "row 2 “1,234”")


def test_confidence_in_percent_becomes_a_share_and_is_said_once(read, said):
    intake = read("title,confidence\na,80\nb,80 %\nc,0.5\nd,120\ne,-1\n")
    assert [item.confidence for item in intake.items] == [0.8, 0.8, 0.5, None, None]
    assert sum("percent" in remark for remark in intake.remarks) == 1
    assert said(intake, "outside 0 to 100 %", "row 5 “120”, row 6 “-1”")


def test_the_same_remark_for_many_rows_is_one_sentence(read):
    intake = read("id,title,points\n" + "".join(f"{n},Pay,soon\n" for n in range(44)))
    assert intake.remarks == (
        "“points”: a text that is not a number gives no value: "
        "row 2 “soon”, row 3 “soon”, row 4 “soon”, row 5 “soon”, row 6 “soon” and 39 more.",
    )


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-02",
        "2026-03-02T09:27:00Z",
        "2026-03-02 07:53:01.71",
        "2026/3/2",
        "02/Mar/26 9:27 AM",
        "02.03.2026",
        "Mon Mar 02 2026 08:53:33 GMT+0000 (GMT)",
        "Mon, 02 Mar 2026 08:53:33 +0700",
        "March 2, 2026",
        "2. März 2026",
        "02/mars/26",
        "2 de marzo de 2026",
        "02/mar/26",
        "2 de março de 2026",
    ],
)
def test_dates_are_read_as_trackers_write_them(read, cell):
    assert read(f'title;due date\nPay;"{cell}"\n').items[0].deadline == datetime.date(2026, 3, 2)


def test_other_localised_months(read):
    cells = ["19/févr./26", "13/mai/26", "02/oct/25", "05/dez/25", "7/juil./25", "01/août/25", "3/ene/26"]
    found = [
        item.deadline.month for item in read("\n".join(["due;title", *(f"{c};t{c}" for c in cells)])).items
    ]
    assert found == [2, 5, 10, 12, 7, 8, 1]


def test_ambiguous_dates_are_settled_by_the_column_or_left_out(read, said):
    day_first = read("title,due\na,02/03/2026\nb,25/03/2026\n")
    assert day_first.items[0].deadline == datetime.date(2026, 3, 2)
    month_first = read("title,due\na,02/03/2026\nb,03/25/2026\n")
    assert month_first.items[0].deadline == datetime.date(2026, 2, 3)
    unknown = read("title,due\na,02/03/2026\nb,02/02/2026\nc,31.02.2026\nd,soon\n")
    assert [item.deadline for item in unknown.items] == [None, datetime.date(2026, 2, 2), None, None]
    assert said(unknown, "day or month first", "row 2 “02/03/2026”")
    assert said(unknown, "not a date", "row 4", "row 5 “soon”")


def test_text_stays_text(read):
    title = "<img src=x onerror=alert(1)> &amp; Try<Nothing>  =1+1"
    intake = read(f"id,title,workaround,labels\n1,{title},none,\"'=a\"\n2,'@home,Call,\n")
    assert intake.items[0].title == title
    assert intake.items[1].title == "@home"
    assert [item.workaround for item in intake.items] == ["", "Call"]
    assert intake.items[0].labels == ("=a",)


def test_ids_are_made_where_they_are_missing_and_kept_apart_where_they_repeat(read, said):
    intake = read("id,title\n1,Pay\n,Refund\n1,Split\n1 (2),Sort\n1,Sum\nrow 8,Odd\n,Even\n")
    assert [item.id for item in intake.items] == [
        "1",
        "Refund",
        "1 (3)",
        "1 (2)",
        "1 (4)",
        "row 8",
        "Even",
    ]
    assert said(intake, "used again", "row 4 “1 (3)”")


def test_a_missing_title_falls_back_to_the_id(read, said):
    intake = read("id,title,description\n1,,\n,,Some text\n")
    assert [item.title for item in intake.items] == ["1", "row 3"]
    assert said(intake, "no title", "row 2 “1”", "row 3 “row 3”")


def test_epic_keys_are_shown_as_the_titles_of_their_epics(read):
    intake = read("Key,Summary,Custom field (Epic Link)\nP-1,Checkout,\nP-2,Pay,P-1\nP-3,Refund,P-9\n")
    assert [item.theme for item in intake.items] == ["", "Checkout", "P-9"]


@pytest.mark.parametrize(
    "cell", ["1,2", "1; 2", "1|2", "1 2", "1\n2", "#1, #2", "Pay, Refund", "1, Refund", "1,1,2"]
)
def test_dependencies_are_split_and_found_by_id_or_title(read, cell):
    intake = read(f'id,title,depends on\n1,Pay,\n2,Refund,-\n3,Split,"{cell}"\n')
    assert intake.items[2].dependencies == ("1", "2")
    assert intake.remarks == ()


def test_links_from_both_sides_count_once_and_outward_links_are_reversed(read):
    head = "Key,Summary,Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Blocks)"
    intake = read(f"{head}\nP-1,Pay,,P-2,P-3\nP-2,Refund,P-1,,\nP-3,Split,,,\n")
    assert [item.dependencies for item in intake.items] == [(), ("P-1",), ("P-1",)]


def test_unknown_targets_cycles_and_links_to_itself_are_named(read, said):
    intake = read('id,title,blocked by\nA,a,B\nB,b,C\nC,c,A\nD,d,"D, E-9"\nE,e,The unknown one\nF,f,"A, a"\n')
    assert intake.items[0].dependencies == ("B",)
    assert intake.items[3].dependencies == ()
    assert intake.items[5].dependencies == ("A",)
    assert said(intake, "names no item", "row 5 “E-9”", "row 6 “The unknown one”")
    assert said(intake, "itself", "row 5 “D”")
    assert (
        said(intake, "circle", "A needs B needs C needs A")
        or said(intake, "B needs C needs A needs B")
        or said(intake, "C needs A needs B needs C")
    )


def test_a_target_that_the_filter_set_aside_is_named(read, said):
    intake = read("id,title,type,blocked by\n1,Pay,Epic,\n2,Refund,Story,1\n", where={"type": "story"})
    assert intake.items[0].dependencies == ()
    assert said(intake, "names no item that was kept", "row 3 “1”")
