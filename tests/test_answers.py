"""Answers come back from files: another shape gives one sentence, the right shape comes back whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_kit.answers import Answer, AnswerError, Cells, Choices, Placements, Ranking

PLACE = {"id": "A", "row": "all", "column": "must"}
HOSTILE_PLACEMENTS = {
    "not an object": [],
    "a number": 7,
    "nothing": None,
    "a text": "places",
    "places is a number": {"places": 5},
    "places is an object": {"places": {"id": "A"}},
    "places is null": {"places": None},
    "a place is a text": {"places": ["A"]},
    "a place is null": {"places": [None]},
    "id is a number": {"places": [{**PLACE, "id": 5}]},
    "id is empty": {"places": [{**PLACE, "id": ""}]},
    "id is huge": {"places": [{**PLACE, "id": "x" * 201}]},
    "id is half a character": {"places": [{**PLACE, "id": "\ud800"}]},
    "column is missing": {"places": [{"id": "A"}]},
    "column is empty": {"places": [{**PLACE, "column": ""}]},
    "column is a list": {"places": [{**PLACE, "column": ["must"]}]},
    "row is null": {"places": [{**PLACE, "row": None}]},
    "a huge span": {"places": [{**PLACE, "span": 10**9}]},
    "a span of no digits": {"places": [{**PLACE, "span": "long"}]},
    "a span of nothing": {"places": [{**PLACE, "span": 0}]},
    "a negative span": {"places": [{**PLACE, "span": -1}]},
    "a span of half a column": {"places": [{**PLACE, "span": 1.5}]},
    "twice the same card": {"places": [PLACE, {**PLACE, "column": "could"}]},
    "an extra key": {"places": [], "html": "<b>"},
    "an extra key in a place": {"places": [{**PLACE, "onclick": "x"}]},
    "an extra key of many lines": {"places": [], "x\ny" * 1000: 1},
}
HOSTILE_CHOICES = {
    "not an object": ["yes"],
    "choices is a list": {"choices": ["yes"]},
    "choices is null": {"choices": None},
    "a choice is a number": {"choices": {"q": 1}},
    "a choice is null": {"choices": {"q": None}},
    "a choice is empty": {"choices": {"q": ""}},
    "a question without a name": {"choices": {"": "yes"}},
    "a question of many lines": {"choices": {"q\n" * 5000: "yes"}},
    "an extra key": {"choices": {}, "score": 100},
}
HOSTILE = [
    *((Placements, name, raw) for name, raw in HOSTILE_PLACEMENTS.items()),
    *((Choices, name, raw) for name, raw in HOSTILE_CHOICES.items()),
]
IDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
PLACES = st.fixed_dictionaries(
    {"id": IDS, "column": IDS},
    optional={"row": st.text(st.characters(codec="utf-8"), max_size=5), "span": st.integers(1, 1000)},
)
ANSWERS = st.one_of(
    st.lists(PLACES, unique_by=lambda place: place["id"]).map(
        lambda places: (Placements, {"places": places})
    ),
    st.dictionaries(IDS, IDS).map(lambda choices: (Choices, {"choices": choices})),
)


@pytest.mark.parametrize(
    ("kind", "name", "raw"), HOSTILE, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_has_another_shape_gives_one_sentence(kind, name, raw):
    with pytest.raises(AnswerError) as caught:
        kind.read(raw)
    sentence = str(caught.value)
    assert sentence
    assert len(sentence) < 320
    assert "\n" not in sentence
    assert "http" not in sentence


def test_the_sentence_names_the_card_as_the_learner_wrote_it():
    with pytest.raises(AnswerError, match="places: card 'PL-01' is placed twice"):
        Placements.read({"places": [{"id": "PL-01", "column": "must"}] * 2})


@given(ANSWERS)
def test_an_answer_survives_a_file(kind_and_raw):
    kind, raw = kind_and_raw
    answer = kind.read(raw)
    assert answer.raw() == raw
    assert kind.read(json.loads(json.dumps(answer.raw()))) == answer


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["places", "choices", "id", "x"]), inner)
    ),
    max_leaves=12,
)


@given(st.sampled_from([Placements, Choices]), JSON)
def test_any_json_is_an_answer_or_an_answer_error(kind, raw):
    try:
        answer = kind.read(raw)
    except AnswerError:
        return
    assert kind.read(answer.raw()) == answer


def test_blank_answers_cover_nothing():
    for kind in (Placements, Choices):
        assert kind().parts() == frozenset()
        assert kind().raw() == {}
        assert kind.read({}) == kind()


def test_placements_keep_the_order_within_a_column():
    lanes = {"B": "must", "C": "could", "A": "must"}
    answer = Placements.read({"places": [{"id": id, "column": lane} for id, lane in lanes.items()]})
    assert answer.column("must") == ("B", "A")
    assert answer.column("nowhere") == ()
    assert (answer.column_of("C"), answer.column_of("D")) == ("could", None)
    assert answer.parts() == {"A", "B", "C"}


def test_answers_cannot_be_changed_behind_the_rules():
    for answer, field in ((Placements(), "places"), (Choices(), "choices")):
        with pytest.raises(ValueError, match="frozen"):
            setattr(answer, field, ())


def test_an_answer_type_that_does_not_say_what_it_covers_cannot_be_used():
    class Vague(Answer):
        pass

    with pytest.raises(TypeError, match=r"abstract methods? .*parts"):
        Vague()


# Values of parts ----------------------------------------------------------------------------------------

VALUES = [
    (Placements, {"a": "must", "b": "could"}),
    (Placements, {"a": "first/step-1", "b": "later/step-2"}),
    (
        Placements,
        {"a": "Banks/sprint-2 x3", "b": "Banks/sprint-2", "c": "sprint-1 x12", "d": "a/b/sprint-1 x2"},
    ),
    (Ranking, {"a": "2", "b": "1", "c": "3"}),
    (Cells, {"a:reach": "1,900", "b:c:effort": "2"}),
    (Choices, {"q1": "yes"}),
]


@pytest.mark.parametrize(("kind", "values"), VALUES)
def test_an_answer_made_of_values_has_them(kind, values):
    answer = kind.of(values)
    assert {part: answer.value(part) for part in values} == values
    assert answer.parts() == set(values)
    assert kind.read(answer.raw()) == answer
    assert all(answer.agrees(part, value) for part, value in values.items())
    assert answer.value("no such part") is None
    assert not answer.agrees("no such part", "must")


def test_a_span_stands_behind_the_column():
    answer = Placements.of({"a": "Banks/sprint-2 x3", "b": "sprint-4", "c": "box 2 x1", "d": "2x4"})
    assert [(one.row, one.column, one.span) for one in answer.places] == [
        ("Banks", "sprint-2", 3),
        ("all", "sprint-4", 1),
        ("all", "box 2", 1),
        ("all", "2x4", 1),
    ]
    assert not answer.agrees("a", "Banks/sprint-2")
    assert not answer.agrees("a", "Banks/sprint-2 x2")
    assert answer.agrees("a", "Banks/sprint-2 x3")


@pytest.mark.parametrize(
    ("typed", "worked", "same"),
    [
        ("1,900", "1900", True),
        ("0,8", "0.8", True),
        ("80 %", "80%", True),
        ("80 %", "0.8", True),
        ("80", "80 %", True),
        ("0.8", "80 %", True),
        ("8", "80 %", False),
        ("8 %", "0.8", False),
        ("0.707", "0.71", True),
        ("0.70", "0.71", False),
        ("-0.833", "-0.83", True),
        ("6 weeks", "6", False),
        ("Own data", "own data", True),
        ("many", "few", False),
        ("5", "five", False),
        ("", "0", False),
    ],
)
def test_the_same_number_in_another_notation_agrees(typed, worked, same):
    cells = {"a": {"reach": typed}} if typed else {}
    assert Cells(cells=cells).agrees("a:reach", worked) is same


HOSTILE_CELLS = [
    [],
    7,
    None,
    {"cells": []},
    {"cells": {"a": 5}},
    {"cells": {"a": {"b": 5}}},
    {"cells": {"a": {"b": None}}},
    {"cells": {"a": {"b": ""}}},
    {"cells": {"a": {"b": "x" * 2001}}},
    {"cells": {"": {"b": "x"}}},
    {"cells": {"a": {"b": "\ud800"}}},
    {"cells": {}, "more": 1},
]


@pytest.mark.parametrize("raw", HOSTILE_CELLS, ids=repr)
def test_cells_of_another_shape_give_one_sentence(raw):
    with pytest.raises(AnswerError) as error:
        Cells.read(raw)
    assert str(error.value).isprintable()


@pytest.mark.parametrize("blank", [" ", "\r", "\n\t", "\xa0"])
def test_a_cell_of_blanks_is_not_filled_in(blank):
    answer = Cells.read({"cells": {"a": {"reach": "1", "effort": blank}, "b": {"reach": blank}}})
    assert answer.parts() == {"a:reach"}
    assert answer.value("a:effort") is None
