"""Sentence ends: stops, abbreviations, quoted questions, footnotes, careless typing."""

import pytest

from chancery.grammar.breaks import is_short
from chancery.grammar.words import sentences


def starts(text: str) -> list[str]:
    """The first word of each sentence."""
    return [s[0].text for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The talks ended at 5 p.m. Lavrov left.", ["The", "Lavrov"]),
        ("He came at 5 p.m. Tuesday for talks.", ["He"]),
        ("He came at 5 p.m. EDT for talks.", ["He"]),
        ("He came at 5 p.m. Moscow time.", ["He"]),
        ("He said no. The talks ended.", ["He", "The"]),
        ("He lives at No. 10 now.", ["He"]),
        ("See p. 12 and Fig. 3 below.", ["See"]),
        ("The firm is Volta Inc. It was sanctioned.", ["The", "It"]),
        ("GEN. LI MET MR. KIM ON JAN. 3. THEY TALKED.", ["GEN.", "THEY"]),
    ],
)
def test_abbreviations(text: str, first: list[str]) -> None:
    assert starts(text) == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“Is it war?” Lavrov asked. Nobody knew.", ["“", "Nobody"]),
        ('"It is war!" the old minister told reporters. He left.', ['"', "He"]),
        ("“Is it war?” The minister, asked twice, left.", ["“", "The"]),
        ("It was “very good.” Then they left.", ["It", "Then"]),
        ("They shouted “Out!”, then left.", ["They"]),
    ],
)
def test_quoted_questions_and_shouts(text: str, first: list[str]) -> None:
    assert starts(text) == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They left.[3] Then others came.", ["They", "Then"]),
        ("They left.”4 Then others came.", ["They", "Then"]),
        ("They left.4 Then others came.", ["They", "Then"]),
        ("1. The border stays open. 2. Trade goes on.", ["1", "2"]),
        ("the talks ended. nobody was glad! why?", ["the", "nobody", "why"]),
        ("They left Damascus. al-Assad stayed at home.", ["They"]),
        ("They left the city. al-Assad stayed at home.", ["They", "al-Assad"]),
        ("Yahoo! shares fell.", ["Yahoo"]),
        ("Ready?! Go!!! Now.. Then over....", ["Ready", "Go", "Now", "Then"]),
    ],
)
def test_notes_lists_and_careless_typing(text: str, first: list[str]) -> None:
    assert starts(text) == first


@pytest.mark.parametrize(
    ("form", "after", "short"),
    [
        ("Gen.", " Li", True), ("GEN.", " LI", True), ("No.", " 2", True), ("No.", " We", False),
        ("no.", "", False), ("Li.", " He", False), ("p.m.", " on", True),
    ],
)  # fmt: skip
def test_whose_the_full_stop_is(form: str, after: str, short: bool) -> None:
    assert is_short(form, after) is short
