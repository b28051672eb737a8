"""Hand-written trees marked with the shipped lexicon."""

from __future__ import annotations

from functools import cache

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked

TWO_PRESIDENTS = """
1 Kenyan Kenyan ADJ _ _ 2 amod _ _
2 President President PROPN _ _ 3 nmod:desc _ _
3 Ruto Ruto PROPN _ _ 4 nsubj _ Name=B-PER
4 met meet VERB _ VerbForm=Fin 0 root _ _
5 Ugandan Ugandan ADJ _ _ 6 amod _ _
6 President President PROPN _ _ 7 nmod:desc _ _
7 Museveni Museveni PROPN _ _ 4 obj _ Name=B-PER|SpaceAfter=No
8 . . PUNCT _ _ 4 punct _ _
"""


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def marked(conllu: str, published: str | None = "2019-04-26") -> Marked:
    return mark(parsed_from(conllu, published=published), lexicon())


def word(scene: Marked, form: str, nth: int = 0) -> Token:
    return [t for t in scene.parsed.tokens if t.text == form][nth]
