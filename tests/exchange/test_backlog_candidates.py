"""Reading a learner's own backlog: several columns for one field, and columns that only look like one."""

import pytest

from tpm_kit.exchange.backlog_csv import TableFileError


def test_the_class_of_a_name_goes_before_the_number_of_values(read, said):
    intake = read("title,Story Points,Size,Estimate\nPay,,M,3\nRefund,,L,5\nSplit,8,S,\n")
    assert intake.mapping["effort"] == ("Story Points",)
    assert [item.effort for item in intake.items] == [None, None, 8]
    assert said(intake, "“Estimate” could also be the effort; “Story Points” was taken")
    assert said(intake, "“Size”")
    assert "Estimate" in intake.unused


def test_a_name_of_the_second_class_is_taken_when_the_first_has_no_usable_value(read):
    intake = read("title,Story Points,Size,Estimate\nPay,M,100,3\nRefund,?,,5\n")
    assert intake.mapping["effort"] == ("Estimate", "Size")
    assert [item.effort for item in intake.items] == [3, 5]


def test_numbers_of_rows_never_replace_keys(read):
    intake = read("No,Key,Summary\n1,A-1,Pay\n2,A-2,Refund\n3,,Split\n")
    assert [item.id for item in intake.items] == ["A-1", "A-2", "Split"]


def test_gaps_are_filled_from_the_next_column_of_the_class_and_said_once(read, said):
    intake = read("Key,Summary,Story point estimate,Story Points\nA,a,3,\nB,b,,5\nC,c,2,\nD,d,,8\n")
    assert [item.effort for item in intake.items] == [3, 5, 2, 8]
    assert intake.mapping["effort"] == ("Story Points", "Story point estimate")
    assert said(
        intake,
        "Where “Story Points” has none, the effort was taken from “Story point estimate”: row 2, row 4.",
    )
    assert len(intake.remarks) == 1


def test_two_values_in_a_row_are_named_and_the_first_is_kept(read, said):
    intake = read("Key,Title,Points,Points\nA,One,3,3.0\nB,Two,5,8\n")
    assert [item.effort for item in intake.items] == [3, 5]
    assert said(intake, "row 3 had two values, “5” and “8”; “5” was taken")
    assert not said(intake, "row 2")


def test_keys_and_numbers_of_an_item_are_no_contradiction(read, said):
    intake = read("Issue key,Issue id,Summary\nA-1,100,Pay\nA-2,101,Refund\n")
    assert [item.id for item in intake.items] == ["A-1", "A-2"]
    assert not said(intake, "two values")


@pytest.mark.parametrize(
    "header", ["Subject", "Betreff", "Sujet", "Asunto", "Assunto", "Oggetto", "Onderwerp", "Headline"]
)
def test_subjects_are_titles_ahead_of_names(read, header):
    intake = read(f"Key,Name,{header}\nA,Ann,Pay\nB,Bob,\n")
    assert [item.title for item in intake.items] == ["Pay", "B"]
    assert "Name" in intake.unused


def test_the_deepest_title_of_a_tree_is_the_title(read):
    intake = read("ID,Title 1,Title 2,Title 3\n1,Payments,,\n2,,Refunds,\n3,Payments,,Button\n")
    assert [item.title for item in intake.items] == ["Payments", "Refunds", "Button"]
    assert intake.remarks == ()


def test_a_summary_beside_a_title_is_the_summary(read):
    intake = read("id,title,summary\n1,Pay,By card\n2,Refund,\n")
    assert [(item.title, item.summary) for item in intake.items] == [("Pay", "By card"), ("Refund", "")]
    assert intake.remarks == ()
    mapped = read("id,What,summary\n1,Pay,By card\n", columns={"title": "What"})
    assert (mapped.items[0].title, mapped.items[0].summary) == ("Pay", "By card")


def test_a_summary_beside_a_title_and_a_description_is_left_over(read, said):
    intake = read("id,title,summary,description\n1,Pay,By card,Long\n")
    assert intake.items[0].summary == "Long"
    assert said(intake, "“summary” could also be the title")


def test_without_a_column_of_titles_one_remark_names_a_likely_one(read):
    intake = read("#,As a,I want,So that\n1,payer,to pay,I save time\n2,shop,to refund,all are happy\n")
    assert intake.remarks == (
        "No column was recognised as titles, so the ids stand in for them; name one, as in "
        'columns={"title": "I want"}.',
    )
    assert [item.title for item in intake.items] == ["1", "2"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Alternative", "Acme"),
        ("Required by", "Pay"),
        ("User", "ann"),
        ("Weight (kg)", "7"),
        ("Size [MB]", "7"),
        ("Estimate (€)", "500"),
        ("Size", "12 KB"),
        ("Estimate", "€5,000"),
        ("Weight", "3.5kg"),
    ],
)
def test_what_only_looks_like_a_field_is_left_unused(read, header, value):
    intake = read(f'Key;Title;{header}\nA;Pay;"{value}"\n')
    assert set(intake.mapping) == {"id", "title"}
    assert intake.unused == (header,)
    assert intake.remarks == ()


@pytest.mark.parametrize("header", ["Requires", "Blocks"])
def test_links_that_name_no_item_at_all_are_said_once(read, header):
    intake = read(f"Key,Title,{header}\nA,Pay,Legal sign-off\nB,Refund,Marketing\nC,Split,\n")
    assert intake.remarks == (
        f"No value of “{header}” names an item (the first is “Legal sign-off”), "
        "so the column was not read as dependencies.",
    )
    assert intake.unused == (header,)


def test_confidence_on_an_unknown_scale_is_left_out(read):
    intake = read("id,title,Confidence\n1,Pay,8\n2,Refund,0.5\n3,Split,10\n")
    assert [item.confidence for item in intake.items] == [None, None, None]
    assert intake.remarks == (
        "“Confidence” looks like a scale of 1 to 10; confidence is a share, as in 80 % or 0.8, "
        "so it was left out.",
    )
    assert intake.unused == ("Confidence",)
    assert [i.confidence for i in read("title,confidence\na,5%\nb,8\n").items] == [0.05, 0.08]
    assert [i.confidence for i in read("title,confidence\na,1\nb,0.5\n").items] == [1, 0.5]


def test_an_unknown_header_names_those_that_there_are(read):
    with pytest.raises(TableFileError) as error:
        read("id,What,Points\n1,Pay,3\n", columns={"title": "Sleutel"})
    assert str(error.value) == (
        "There is no column “Sleutel”; the columns are id, What, Points; name one of them."
    )


@pytest.mark.parametrize(
    "head",
    [
        "Sleutel;Samenvatting;Beschrijving;Punten;Vervaldatum",
        "Chiave;Riepilogo;Descrizione;Stima;Scadenza",
        "Schlüssel;Betreff;Beschreibung;Aufwand;Fällig",
    ],
)
def test_dutch_italian_and_german_tables(read, head):
    item = read(f"{head}\nA;Pay;By card;3;2026-03-31\n").items[0]
    assert (item.id, item.title, item.summary, item.effort) == ("A", "Pay", "By card", 3)
    assert item.deadline.isoformat() == "2026-03-31"
