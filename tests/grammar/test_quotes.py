"""Quotation marks: pairing, nesting, apostrophes, and what a missing mark may spoil."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.grammar.quotes import find_quotes, quote_at


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “we agree” and left.", ["we agree"]),
        ('He said "we agree" and left.', ["we agree"]),
        ("He said ‘we agree’ and left.", ["we agree"]),
        ("He said 'we agree' and left.", ["we agree"]),
        ("‘The ministers’ deal is done,’ he said.", ["The ministers’ deal is done,"]),
        ("'The ministers' deal is done,' he said.", ["The ministers' deal is done,"]),
        ("The ‘partners’ and the ministers’ wives left.", ["partners"]),
        ("„Wir gehen“, he said; «да», said she.", ["Wir gehen", "да"]),
        ("Он сказал «да» и ушёл.", ["да"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("The envoy’s aide and the ministers’ wives left.", []),
        ("The envoy's aide and the ministers' wives left.", []),
        ("Rock 'n' roll and the '90s are over.", ["n"]),
        ("''We agree,'' he said. ``We do.''", ["We agree,", "We do."]),
        ("“We agree,\" he said. “We do.”", ["We agree,", "We do."]),
        ('"We agree,” he said.', ["We agree,"]),
        ('He left on "Friday".In Rome "nothing moved," she said.', ["Friday", "nothing moved,"]),
    ],
)  # fmt: skip
def test_marks_are_paired(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


def test_a_quotation_reopened_in_the_next_paragraph_is_two() -> None:
    text = "“We began in May.\n\n“We ended in June,” he said."
    assert inner(text) == ["We began in May.", "We ended in June,"]
    assert [q.closed for q in find_quotes(text)] == [False, True]


def test_a_quotation_reopened_within_a_paragraph_is_two() -> None:
    text = '"We began in May. "We ended in June," he said.'
    assert inner(text) == ["We began in May.", "We ended in June,"]


def test_a_stray_mark_is_passed_over() -> None:
    text = '"An aide said, "We ended in June." Nobody else spoke.'
    assert inner(text) == ["We ended in June."]


def test_a_missing_mark_spoils_its_own_paragraph_alone() -> None:
    text = 'The "talks collapsed, an aide said.\n\nThe envoy called it "a pity" in Rome.'
    assert inner(text)[-1] == "a pity"
    assert quote_at(find_quotes(text), text.index("envoy")) is None


def test_a_line_break_inside_a_quotation_does_not_end_it() -> None:
    assert inner("She spoke of “deep\nconcern” in Rome.") == ["deep\nconcern"]


def test_invisible_marks_of_direction_are_no_content() -> None:
    assert inner('"\u200eTo be clear, no," he said.') == ["To be clear, no,"]


@given(st.text(alphabet="ab .,\n“”\"‘’'«»", max_size=60))
def test_quotations_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    quotes = find_quotes(text)
    for quote in quotes:
        assert 0 <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)
    for one, next_one in pairwise(quotes):
        assert one.end <= next_one.start
