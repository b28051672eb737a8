"""Hand-written trees marked with the shipped lexicon."""

from __future__ import annotations

from functools import cache

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def marked(conllu: str, published: str | None = "2019-04-26") -> Marked:
    return mark(parsed_from(conllu, published=published), lexicon())


def word(scene: Marked, form: str, nth: int = 0) -> Token:
    return [t for t in scene.parsed.tokens if t.text == form][nth]
