"""Reading a learner's own risk register: templates of companies, German ones, and what is wrong in them."""

import datetime

import pytest

from tpm_kit.exchange.risk_csv import RegisterIntake, TableFileError, read_register

HEAD = (
    "Risk ID,Risk Description,Category,Probability,Impact,Risk Score,Mitigation,Contingency,Owner,Status,"
    "Date raised,Residual Probability"
)
ENGLISH = f"""\
Bakery programme - risk log,,,,,,,,,,,
,,,,,,,,,,,
{HEAD}
R-1,"The mill changes, so the dough fails",Supply,4,5,20,Test bake,Buy elsewhere,Ann,Open,2026-10-01,2
R-2,The only baker falls ill,People,High,Very High,20,Pair up,,,open,,
,,,,,,,,,,,
{HEAD}
R-3,"=HYPERLINK(""http://x"",""Oven"")",Oven,-1,NA,X,,,Bob,Closed,,
R-4,<img src=x onerror=alert(1)>,Oven,3,2,6,,,Bob,Occurred,,
R-5,,,,,0,,,,,,
Notes: score = P x I,,,,,,,,,,,
"""
KOPF = (
    "Risiko-Nr.;Beschreibung;Ursache;Eintrittswahrscheinlichkeit;Schadenshöhe;Tragweite;Risikowert;Maßnahme;"
    "Verantwortlich;Frist;Status"
)
GERMAN = f"""\
{KOPF}
1;Mühle ändert das Mehl;Neue Ernte;0,8;50.000 €;sehr hoch;20;Probebacken;Jana;31.03.2027;offen
2;Ofen fällt aus;Alter Ofen;20%;12.500,00 €;mittel;6;Wartung;;15.02.2027;in Bearbeitung
3;Bäckerin krank;;0,05;k. A.;gering;2;;Tom;;geschlossen
"""


@pytest.fixture
def register(tmp_path):
    """Writes text or bytes to a file and reads it as a register; checks the account of rows each time."""

    def read(content: str | bytes, **options) -> RegisterIntake:
        file = tmp_path / "risks.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        intake = read_register(file, **options)
        assert intake.rows_read == len(intake.risks) + len(intake.set_aside)
        return intake

    return read


def column(intake, field):
    return [risk[field] for risk in intake.risks]


def reasons(intake):
    return {aside.row: aside.reason for aside in intake.set_aside}


def refused(register, content, **options) -> str:
    with pytest.raises(TableFileError) as error:
        register(content, **options)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_an_english_template_is_read_and_every_row_accounted_for(register, said):
    intake = register(ENGLISH)
    assert column(intake, "id") == ["R-1", "R-2", "R-3", "R-4"]
    assert reasons(intake) == {
        1: "above the header row",
        2: "empty row",
        6: "empty row",
        7: "repeats the header",
        10: "has an id and says nothing of a risk",
        11: "text below the table",
    }
    assert column(intake, "likelihood") == ["Likely", "Likely", "", "Possible"]
    assert column(intake, "impact") == ["Severe", "Severe", "", "Minor"]
    assert column(intake, "chance") == [None] * 4
    assert column(intake, "status") == ["open", "open", "closed", "happened"]
    assert column(intake, "owner") == ["Ann", "", "Bob", "Bob"]
    assert [intake.risks[0][field] for field in ("action", "contingency")] == ["Test bake", "Buy elsewhere"]
    assert said(intake, "“Probability”: -1 was read as: not known", "row 8")
    for header in ("Risk Score", "Date raised", "Residual Probability"):
        assert said(intake, f"“{header}” was not taken")
        assert header in intake.unused
    assert intake.mapping["event"] == intake.mapping["title"] == ("Risk Description",)


def test_texts_of_a_file_are_text(register):
    intake = register(ENGLISH)
    assert column(intake, "title")[2:] == ['=HYPERLINK("http://x","Oven")', "<img src=x onerror=alert(1)>"]
    html = register("<img src=x>,Risk,P\n1,<b>x</b>,<script>\n")._repr_html_()
    assert not any(tag in html for tag in ("<img", "<b>", "<script"))
    assert "&lt;img src=x&gt;" in html


def test_a_german_template_with_semicolons_and_decimal_commas(register, said):
    intake = register(GERMAN)
    assert column(intake, "id") == ["1", "2", "3"]
    assert column(intake, "chance") == [0.8, 0.2, 0.05]
    assert (
        column(intake, "cost")
        == column(intake, "cost_low")
        == column(intake, "cost_high")
        == [50, 12.5, None]
    )
    assert column(intake, "likelihood") == ["Likely", "Unlikely", "Rare"]
    assert column(intake, "impact") == ["Severe", "Moderate", "Minor"]
    assert column(intake, "cause") == ["Neue Ernte", "Alter Ofen", ""]
    assert column(intake, "date") == [datetime.date(2027, 3, 31), datetime.date(2027, 2, 15), None]
    assert column(intake, "status") == ["open", "open", "closed"]
    assert column(intake, "action") == ["Probebacken", "Wartung", ""]
    assert said(intake, "“Tragweite” holds words, read as steps of five (low is 2, medium 3, high 4)")
    assert intake.separator == ";"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_other_encodings_give_the_same_risks(register, encoding):
    assert register(GERMAN.encode(encoding)).risks == register(GERMAN).risks


def test_chances_and_losses_as_numbers_suggest_no_place(register):
    intake = register(
        "id,risk,probability,cost impact,delay (days)\nA,Oven,20%,€500 - €900,3-5\nB,Mill,0.5,€2000,\n"
    )
    assert [intake.risks[0][f] for f in ("cost_low", "cost", "cost_high")] == pytest.approx([0.5, 0.7, 0.9])
    assert [intake.risks[0][f] for f in ("days_low", "days", "days_high")] == [3, 4, 5]
    assert intake.risks[1]["days"] is None
    assert column(intake, "likelihood") == column(intake, "impact") == ["", ""]


def test_three_columns_of_an_estimate_are_put_in_order(register, said):
    intake = register("id,risk,cost min,cost likely (€),cost max\nA,Oven,9000,5000,1000\nB,Mill,1000,,3000\n")
    assert [intake.risks[0][f] for f in ("cost_low", "cost", "cost_high")] == [1, 5, 9]
    assert [intake.risks[1][f] for f in ("cost_low", "cost", "cost_high")] == [1, 2, 3]
    assert said(intake, "Low, likely and high cost were not in this order", "row 2")


def test_the_highest_of_several_steps_counts(register):
    intake = register("id,risk,P,cost impact,schedule impact\nA,Oven,2,1,4\nB,Mill,5,5,3\n")
    assert column(intake, "impact") == ["Major", "Severe"]
    assert column(intake, "likelihood") == ["Unlikely", "Almost certain"]
    assert column(intake, "days") == column(intake, "cost") == [None, None]


def test_an_impact_in_words_of_its_own_is_the_effect(register, said):
    intake = register(
        "id,risk,probability,impact,severity\nA,Oven breaks,3,No bread for a day,4\nB,Mill,2,Late,3\n"
    )
    assert intake.mapping["impact"] == ("impact",)
    assert column(intake, "effect") == ["No bread for a day", "Late"]
    assert said(intake, "“impact” holds texts, so it was read as the effect")
    assert said(intake, "“severity” could also be the impact")
    intake = register(
        "id,risk,probability,impact,severity\nA,Oven breaks,3,No bread for a day,4\nB,Mill,2,Late,3\n",
        columns={"effect": "impact", "impact": "severity"},
    )
    assert column(intake, "impact") == ["Major", "Moderate"]


def test_a_risk_column_of_scores_is_no_title(register, said):
    intake = register("Description,Probability,Impact,Risk\nOven breaks,3,4,12\nMill closes,5,5,25\n")
    assert column(intake, "title") == ["Oven breaks", "Mill closes"]
    assert said(intake, "“Risk” was not taken: a score follows")
    assert said(intake, "There is no column of ids, so the risks go by their titles")


def test_a_score_that_is_not_the_product_is_said(register, said):
    intake = register(
        "id,risk,P,I,score\n1,a risk,3,4,12\n2,b risk,2,5,10\n3,c risk,3,5,12\n4,d risk,5,5,25\n"
    )
    assert said(intake, "“score” is not likelihood × impact: row 4 (3 × 5, not 12).")
    sums = register("id,risk,P,I,score\n1,a risk,3,4,7\n2,b risk,2,5,7\n")
    assert not said(sums, "is not likelihood")


@pytest.mark.parametrize("zeros", [["0", "0"], ["0", ""], ["0,0", "-1"], ["0", "n/a"]])
def test_impact_0_everywhere_is_refused_with_the_reason(register, zeros):
    text = refused(register, f"id;risk;P;impact\nA;Oven;3;{zeros[0]}\nB;Mill;2;{zeros[1]}\n")
    assert text.startswith(
        "The impact is 0 in every row (“impact”), so none of these risks could do any harm"
    )
    assert 'columns={"impact": None}' in text


def test_likelihood_0_everywhere_is_refused_and_can_be_left_out(register):
    content = "id,risk,P,impact\nA,Oven,0 %,3\nB,Mill,0,2\n"
    assert refused(register, content).startswith("The likelihood is 0 in every row (“P”)")
    intake = register(content, columns={"chance": None})
    assert column(intake, "impact") == ["Moderate", "Minor"]
    assert column(intake, "likelihood") == ["", ""]


def test_a_zero_beside_others_is_no_step(register, said):
    intake = register("id,risk,P,impact\nA,Oven,3,0\nB,Mill,2,4\nC,Till,0,5\n")
    assert column(intake, "impact") == ["", "Major", "Severe"]
    assert said(intake, "“impact”: 0 is no step of a scale", "row 2")
    # Days that are 0 everywhere are an answer where the money is known.
    intake = register("id,risk,P,delay (days),cost (€)\nA,Oven,30%,0,900\nB,Mill,20%,0,100\n")
    assert column(intake, "days") == [0, 0]


def test_certain_and_impossible_chances_are_said(register, said):
    intake = register("id,risk,P\nA,Oven,100%\nB,Mill,0%\nC,Till,5%\n")
    assert column(intake, "chance") == [1, None, 0.05]
    assert said(intake, "A chance of 100 % is an issue", "row 2")
    assert said(intake, "A chance of 0 counts as unknown", "row 3")


def test_a_scale_that_the_file_does_not_reach_is_asked_for(register, said):
    content = "id,risk,P,impact\nA,Oven,3,1\nB,Mill,2,3\n"
    intake = register(content)
    assert said(intake, "“P” holds steps of a scale of 1 to 5", "say so, as in scale=3")
    assert column(intake, "likelihood") == ["Possible", "Unlikely"]
    intake = register(content, scale=3)
    assert column(intake, "likelihood") == ["Almost certain", "Possible"]
    assert not said(intake, "say so")
    for wrong in (1, 101, "3", 2.5, True):
        with pytest.raises(TableFileError, match="scale must be a whole number from 2 to 100"):
            register(content, scale=wrong)


def test_formulas_and_other_unread_cells_are_named(register, said):
    intake = register(
        "id,risk,P,impact,due,status\nA,Oven,=1+1,4,soon,weird\nB,Mill,2,unheard-of,03/04/2027,\nC,T,3,5,,\n"
    )
    assert said(intake, "“P”: a formula, not its result, gives no value", "row 2 “=1+1”")
    assert said(intake, "“impact”: what could not be read gives no value", "row 3 “unheard-of”")
    assert said(intake, "A status that is not known was read as open", "row 2 “weird”")
    assert said(intake, "date: a text that is not a date gives no date", "row 2")
    assert said(intake, "date: day or month first?", "row 3")


def test_columns_and_rows_can_be_chosen(register):
    content = "Nr;Was;Wie oft;Wie arg;Status\n1;Ofen;20%;hoch;offen\n2;Mühle;30%;mittel;zu\n"
    intake = register(
        content,
        columns={"title": "Was", "likelihood": "Wie oft", "impact": "Wie arg"},
        where={"Status": "offen"},
    )
    assert [column(intake, field) for field in ("title", "chance")] == [["Ofen"], [0.2]]
    assert reasons(intake) == {3: "“Status” has another value than asked for"}
    assert "did you mean “impact”" in refused(register, content, columns={"Auswirkung": "Wie arg"})
    assert "There is no column “Wie argh”" in refused(register, content, columns={"impact": "Wie argh"})
    assert "as a dictionary" in refused(register, content, columns=["impact"])
    assert "Was" in refused(register, "Wer;Wann\nich;ein langer Text\n".replace("Wer", "Was"))


def test_ids_that_are_used_twice_and_rows_that_repeat(register, said):
    intake = register("id,risk,P\nA,Oven,1\nA,Oven,1\nA,Mill,2\n,Till,3\nA (2),Roof,4\n")
    assert column(intake, "id") == ["A", "A (3)", "Till", "A (2)"]
    assert reasons(intake) == {3: "same as row 2"}
    assert said(intake, "An id is used again for another risk", "row 4 “A (3)”")
    assert said(intake, "A risk has no id and goes by its title", "row 5 “Till”")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("", "is empty"),
        ("id,risk,P\n", "no rows below it"),
        ("id,risk,P\n1,,\n2,,3\n", "no row with a title or a description"),
        ("1,2,3\n4,5,6\n", "no header row"),
        ("colour,size\nred,big\n", 'columns={"title": "colour"}'),
        ("PK\x03\x04 and more", "an Excel workbook"),
        ('{"risks": []}', "is JSON"),
    ],
)
def test_what_cannot_be_a_register_is_refused_in_a_sentence(register, content, part):
    assert part in refused(register, content)


def test_a_title_is_cut_and_its_whole_text_kept(register):
    text = "The oven may break because it is old and nobody has looked at it for years " * 3
    intake = register(f'id,description\nA,"{text}"\n')
    assert len(intake.risks[0]["title"]) <= 90
    assert intake.risks[0]["title"].endswith("…")
    assert intake.risks[0]["event"] == text.strip()


def test_other_currencies_are_not_converted(register, said):
    intake = register("id,risk,P,cost\nA,Oven,20%,$500\nB,Mill,30%,900 CHF\n")
    assert column(intake, "cost") == [0.5, 0.9]
    assert said(intake, "Amounts are in $: nothing was converted")
    assert said(intake, "Amounts are in CHF")
