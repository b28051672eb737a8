"""Plain spellings, tokens set as text, and names read off a row of tokens."""

from __future__ import annotations

import pytest

from chancery.lexicon.spelling import joined, plain, plain_prefixes


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
