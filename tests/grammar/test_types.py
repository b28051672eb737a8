"""Finding tokens by their characters."""

from __future__ import annotations

import pytest

from chancery.grammar.conllu import parsed_from

PARSED = parsed_from("""
1 He he PRON _ _ 2 nsubj _ _
2 smiled smile VERB _ _ 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
""")  # "He smiled."


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 10, ["He", "smiled", "."]),
        (0, 9, ["He", "smiled"]),
        (1, 9, ["smiled"]),
        (3, 8, []),
        (4, 2, []),
        (9, 3, []),
        (50, 60, []),
    ],
)
def test_only_tokens_wholly_inside_are_covered(start: int, end: int, words: list[str]) -> None:
    assert [t.text for t in PARSED.covering(start, end)] == words
    assert len(PARSED.within(start, end)) == len(words)


def test_the_next_token_from_a_character() -> None:
    assert [t and t.text for t in map(PARSED.token_from, (0, 1, 3, 9, 10))] == ["He", "smiled", "smiled", ".", None]
