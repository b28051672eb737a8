"""The contract's JSON, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.observations.shape import KINDS, from_dict, from_json, one_line, to_dict, to_json
from chancery.observations.types import (
    Actor,
    Event,
    Figure,
    Meeting,
    Office,
    Participant,
    Reading,
    Statement,
    Tally,
)
from chancery.provenance import Skipped

TEXT = "The ministers met in Lima. Trade is worth $2.5bn."


def reading() -> Reading:
    sentence, span = TEXT[:26], (0, 26)
    return Reading(
        article=Article(
            "a.txt", "id1", TEXT, headline="Talks", outlet="Gazette", agency="AP", dateline="Lima", url="u",
            published="2019-04", language="en", captions=("A photo",), dateline_date="2019-04-02",
        ),
        parser="as given",
        meetings=(
            Meeting(
                (Participant("Ana Ruiz", "PER", "minister"), Participant(None, "CHL")),
                "held", "talks", sentence, span, "met", start="2019-04", place="Lima", ordinal=2,
            ),
        ),
        statements=(Statement("Ana Ruiz", "direct", "We met", (0, 6), "said", official=True, cue="said"),),
        events=(
            Event("CONSULT", (Actor("Ana Ruiz", "PER", "GOV"),), (), "done", sentence, span, "met",
                  context=("trade",), within=0),
        ),
        tallies=(Tally("Peru", "Chile", "meeting", 2, sentence, span, "count", since="2018"),),
        figures=(Figure("trade", 2.5e9, "USD", "exact", TEXT[27:], (27, 49), "sum", between=("CHL", "PER")),),
        offices=(Office("Ana Ruiz", "minister", (0, 3), "title", country="PER"),),
        skipped=(Skipped("mentions", "unknown day", "some day"),),
    )  # fmt: skip


def test_there_and_back() -> None:
    assert from_json(to_json(reading())) == reading()


def test_keys_stand_in_the_contracts_order() -> None:
    data = to_dict(reading())
    assert list(data) == ["report", *KINDS, "skipped"]
    wanted = "source id published outlet agency headline dateline language text"
    assert list(data["report"])[:9] == wanted.split()
    meeting = "participants start end date_basis place place_country status kind ordinal evidence span rule".split()
    assert list(data["meetings"][0]) == meeting
    assert data["meetings"][0]["participants"][1] == {"name": None, "country": "CHL", "office": None}


def test_a_whole_number_is_written_as_one() -> None:
    assert '"value": 2500000000,' in to_json(reading())


def test_a_reading_without_observations_has_empty_lists() -> None:
    data = to_dict(Reading(Article("a", "b", ""), "p"))
    assert [data[kind] for kind in KINDS] == [[]] * 6
    assert data["report"]["published"] is None


@given(st.text())
def test_any_text_is_one_line_and_comes_back(text: str) -> None:
    line = to_json(Reading(Article("a", "b", text, headline=text), "p"))
    assert len(line.splitlines()) == 1
    assert from_json(line).article.text == text


def test_line_separators_are_escaped() -> None:
    assert one_line({"a": "x\u2028y\u0085z"}) == '{"a": "x\\u2028y\\u0085z"}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "x: not JSON"),
        ("[]", "a JSON object was expected"),
        ("{}", "'report' is missing"),
        ('{"report": {"source": "a", "id": "b"}}', "'text' is missing"),
        ('{"report": {"source": "a", "id": "b", "text": ""}, "tallies": [{"count": 2}]}', "not a reading"),
    ],
)
def test_what_is_no_reading_is_refused(line: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        from_json(line, "x")


def test_fields_that_a_reading_lacks_are_none() -> None:
    data = json.loads(to_json(reading()))
    del data["meetings"][0]["ordinal"]
    assert from_dict(data).meetings[0].ordinal is None
