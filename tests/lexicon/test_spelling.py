"""Plain spellings, tokens set as text, and names read off a row of tokens."""

from __future__ import annotations

import pytest

from chancery.lexicon.spelling import (
    compare,
    core_words,
    joined,
    name_words,
    openings,
    plain,
    plain_prefixes,
    sound,
    sounds,
    stems,
)
from tests.lexicon.name_pairs import APART, MEET, pairs


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("U.S.", "US"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Côte d’Ivoire", "Cote dIvoire"),
        ("People's Republic", "Peoples Republic"),
        ("Bürgenstock", "Burgenstock"),
        ("Washington, D.C.", "Washington DC"),
        ("Türkiye", "Turkiye"),
        ("us", "us"),
        ("", ""),
    ],
)
def test_plain_keeps_letters_and_their_case(form: str, expected: str) -> None:
    assert plain(form) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["North", "Korea", "'s", "army"], "North Korea's army"),
        (["Guinea", "-", "Bissau"], "Guinea-Bissau"),
        (["Ministry", "of", "Defence"], "Ministry of Defence"),
        (["Workers", "'", "Party"], "Workers' Party"),
        (["Washington", ",", "D.C."], "Washington, D.C."),
    ],
)
def test_joined_sets_tokens_as_running_text(words: list[str], expected: str) -> None:
    assert joined(words) == expected


def test_prefixes_pass_over_hyphens_and_stop_at_other_marks() -> None:
    assert plain_prefixes(["Guinea", "-", "Bissau", ".", "Chad"], 0, 9) == [(1, "Guinea"), (3, "Guinea Bissau")]
    assert plain_prefixes(["-", "Chad"], 0, 9) == []


def test_prefixes_glue_what_the_tokenizer_parted() -> None:
    assert plain_prefixes(["People", "'s", "Republic"], 0, 9)[-1] == (3, "Peoples Republic")
    assert plain_prefixes(["Workers", "'", "Party"], 0, 9)[-1] == (3, "Workers Party")
    assert plain_prefixes(["Cote", "d'", "Ivoire"], 0, 9)[-1] == (3, "Cote dIvoire")


@pytest.mark.parametrize(("one", "other"), pairs(MEET))
def test_names_of_one_person_meet(one: str, other: str) -> None:
    assert compare(one, other) != "no"
    assert compare(other, one) == compare(one, other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_names_of_two_people_do_not_meet(one: str, other: str) -> None:
    assert compare(one, other) == "no"
    assert compare(other, one) == "no"


def test_the_tables_of_pairs_are_as_long_as_they_should_be() -> None:
    assert len(set(MEET)) >= 150
    assert len(set(APART)) >= 100


def test_each_level_takes_more_off() -> None:
    assert name_words("Dr. Abdel-Fattah el-Sisi’s") == ("abdel", "fattah", "el", "sisi")
    assert core_words("George H. W. de Boer Jr.") == ("george", "boer")
    assert core_words("J. R.") == ("j", "r")
    assert sounds("Abd al-Rahman el-Sisi") == sounds("Abdulrahman al-Sissi")


@pytest.mark.parametrize(
    ("one", "other"), [("lavroff", "lavrov"), ("khaled", "khalid"), ("zelenskiy", "zelenskyy"), ("maksim", "maxim")]
)
def test_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hassan", "hussein"), ("mahmoud", "mohammed"), ("peng", "ping"), ("hamid", "hamad")]
)
def test_other_sounds(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_stems_are_what_forms_begin_with_word_by_word() -> None:
    assert stems(["New York City", "Chad"]) == {"New", "New York"}


def test_a_form_may_begin_at_a_token_by_one_look() -> None:
    may_begin = openings(["Peoples Republic", "Cote dIvoire", "Chad"])
    assert may_begin(["People", "'s", "Republic"], 0)
    assert may_begin(["Côte", "d'", "Ivoire"], 0)
    assert may_begin(["Chad"], 0)
    assert not may_begin(["Republic", "of", "Chad"], 0)
    assert not may_begin(["Republic", "of", "Chad"], 1)


def test_prefixes_end_where_no_form_goes_on() -> None:
    words = ["New", "York", "City", "Hall"]
    assert plain_prefixes(words, 0, 9, stems(["New York City"]).__contains__)[-1] == (3, "New York City")
