"""CoNLL-U in and out."""

import pytest

from chancery.errors import DataError
from chancery.grammar.conllu import parsed_from, to_conllu

TEXT = """
# newpar
1 Kim Kim PROPN _ Number=Sing 3 nsubj _ Name=B-PER
2 Jong-un Jong-un PROPN _ Number=Sing 1 flat _ Name=I-PER
3 left leave VERB _ Tense=Past 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

# newpar
1 He he PRON _ _ 2 nsubj _ _
2 smiled smile VERB _ _ 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""


def test_words_spaces_paragraphs_and_names_are_kept() -> None:
    parsed = parsed_from(TEXT)
    assert parsed.article.text == "Kim Jong-un left.\n\nHe smiled."
    assert [t.par for t in parsed.tokens] == [0, 0, 0, 0, 1, 1, 1]
    assert [(t.name, t.begins) for t in parsed.tokens[:3]] == [("PER", True), ("PER", False), ("", False)]
    assert all(parsed.article.text[t.start : t.end] == t.text for t in parsed.tokens)
    assert parsed.tokens[5].is_root
    assert parsed.tokens[4].head == 5


def test_there_and_back() -> None:
    parsed = parsed_from(TEXT)
    again = parsed_from(to_conllu(parsed))
    assert again.tokens == parsed.tokens
    assert again.sentences == parsed.sentences


def test_a_short_row_is_named() -> None:
    with pytest.raises(DataError, match=r"mine:2: .* has 3"):
        parsed_from("\n1 Kim PROPN\n", source="mine")
