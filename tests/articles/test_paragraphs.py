"""Whitespace, wrapped lines, and every other character kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.articles.paragraphs import ends_sentence, paragraphs_of, plain


def test_whitespace_becomes_single_spaces_and_quotes_stay() -> None:
    assert plain("  “Yes” \u00a0he\tsaid… ") == "“Yes” he said…"


def test_invisible_characters_go_and_half_characters_are_marked() -> None:
    assert plain("\ufeffKim\u200b Jong\u00ad-un \ud800") == "Kim Jong-un \ufffd"


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs_of("They met.\n\n\nThey left.\r\n\r\nThey wrote.") == ["They met.", "They left.", "They wrote."]


def test_each_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    assert paragraphs_of("They met in Oslo.\nThey left.\n") == ["They met in Oslo.", "They left."]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The ministers of both countries met in Oslo on Friday and\n"
        "agreed to meet again in the spring of the following year,\n"
        "when the border commission will have finished its work and\n"
        "the parliaments have voted.\n\nThey left."
    )
    joined = text.split("\n\n")[0].replace("\n", " ")
    assert paragraphs_of(text) == [joined, "They left."]


def test_sentence_ends() -> None:
    assert all(map(ends_sentence, ["Yes.", "“Yes.”", "Yes?", "Yes…", "(Yes.)"]))
    assert not any(map(ends_sentence, ["Yes", "Yes,", "“Yes”"]))


@given(st.text(max_size=300))
def test_paragraphs_are_never_empty_and_hold_no_line_end(text: str) -> None:
    for paragraph in paragraphs_of(text):
        assert paragraph == plain(paragraph) != ""
        paragraph.encode("utf-8")
