"""Reading a learner's own backlog: which column is which field, and which rows are wanted."""

import pytest

from tpm_kit.exchange.backlog_csv import TableFileError


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Issue key", "id"),
        ("Clave de incidencia", "id"),
        ("Clé de ticket", "id"),
        ("Vorgangsschlüssel", "id"),
        ("Chave da item", "id"),
        (" SUMMARY ", "title"),
        ("Résumé", "title"),
        ("Zusammenfassung", "title"),
        ("Description", "summary"),
        ("Custom field (Story Points)", "effort"),
        ("Champs personnalisés (Story Points)", "effort"),
        ("Campo personalizado (Puntos de Historia)", "effort"),
        ("story_points", "effort"),
        ("Effort (points)", "effort"),
        ("Aufwand", "effort"),
        ("Estimativa", "effort"),
        ("Business Value", "value"),
        ("Reichweite", "reach"),
        ("Confiança", "confidence"),
        ("Due Date", "deadline"),
        ("Fecha de vencimiento", "deadline"),
        ("Tags", "labels"),
        ("Étiquettes", "labels"),
        ("Épica", "theme"),
        ("Component/s", "theme"),
        ("User role", "persona"),
        ("Workaround", "workaround"),
        ("Evidence", "evidence"),
        ("Blocked by", "dependencies"),
        ("Inward issue link (Blocks)", "dependencies"),
        ("Outward issue link (Blocks)", "blocks"),
        ("Lien de ticket sortant (Blocks)", "blocks"),
        ("Enlace de incidencia entrante (Blocks)", "dependencies"),
        ("Outward issue link (Depends)", "dependencies"),
    ],
)
def test_usual_headers_are_recognised(read, header, field):
    other = "Key" if field == "title" else "Title"
    assert read(f"{header},{other}\n0.3,0.3\n").mapping[field] == (header.strip(),)


def test_seconds_hours_and_priority_are_never_effort_or_value(read):
    intake = read("title,Original Estimate,Time Spent,Estimate (hours),Priority\nPay,144000,3600,8,1\n")
    assert set(intake.mapping) == {"title"}
    assert intake.unused == ("Original Estimate", "Time Spent", "Estimate (hours)", "Priority")
    mapped = read("title,Original Estimate\nPay,144000\n", columns={"effort": "Original Estimate"})
    assert mapped.items[0].effort == 144000


def test_repeated_columns_are_joined_or_the_first_filled_wins(read, said):
    intake = read("title,Labels,Epic,Labels,Epic,Epic\nPay,api,,eu,Two,Three\n")
    assert intake.items[0].labels == ("api", "eu")
    assert intake.items[0].theme == "Two"
    assert said(intake, "row 2 had two values, “Two” and “Three”; “Two” was taken")


def test_empty_columns_are_counted_and_not_named(read):
    intake = read("title,Votes,Watchers,Status\nPay,,,Done\n")
    assert (intake.unused, intake.empty_columns) == (("Status",), 2)


def test_columns_corrects_the_mapping(read):
    text = "id,title,What,Weight,Points\n1,a,Pay,8,3\n"
    assert read(text, columns={"effort": "Weight", "title": "what"}).items[0].title == "Pay"
    assert read(text, columns={"effort": "Weight"}).items[0].effort == 8
    assert read(text, columns={"effort": None}).items[0].effort is None


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"columns": {"efort": "Points"}}, "did you mean “effort”"),
        ({"columns": {"points": "Points"}}, "did you mean “effort”"),
        ({"columns": {"effort": "Pionts"}}, "did you mean “Points”? The columns are id, title, Points"),
        ({"columns": {"effort": 3}}, "no column “3”"),
        ({"columns": "Points"}, "as a dictionary"),
        ({"where": {"Staus": "Done"}}, "did you mean “Status”"),
        ({"where": {"Status": "Doing"}}, "No row has “Doing” in “Status”; the values there are “Done” (1)"),
        ({"where": "Done"}, "as a dictionary"),
    ],
)
def test_a_wrong_correction_or_filter_gets_one_sentence(read, options, part):
    with pytest.raises(TableFileError) as error:
        read("id,title,Points,Status\n1,Pay,3,Done\n", **options)
    assert part in str(error.value)


def test_where_keeps_matching_rows_and_counts_the_others(read):
    text = 'id,title,Type,Status,Labels\n1,Pay,Story,To Do,"eu, api"\n2,B,Epic,To Do,eu\n3,C,BUG , done,\n'
    assert [i.id for i in read(text, where={"Type": ["story", "Bug"]}).items] == ["1", "3"]
    assert [i.id for i in read(text, where={"Type": ["Story", "Bug"], "status": "TO DO"}).items] == ["1"]
    assert [i.id for i in read(text, where={"Labels": "api"}).items] == ["1"]
    assert read(text, where={"Type": "Epic"}).set_aside[0].reason == "“Type” has another value than asked for"


def test_without_titles_the_descriptions_are_taken(read, said):
    intake = read("id,description\n1,Pay by card\n")
    assert intake.items[0].title == "Pay by card"
    assert said(intake, "no column of titles", "“description”")
