"""What a definite noun for an act speaks of again: "the talks" after "the ministers met on Monday"."""

from __future__ import annotations

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.chains import ChainWords

WINDOW = 6
"""Sentences before a noun that are searched for what it speaks of."""
_DEFINITE = frozenset("the this that these those their".split())


def first_telling(parsed: Parsed, words: ChainWords, token: Token) -> Token | None:
    """The word that first told what a definite noun for an act speaks of again.

    None for a noun of no such kind, one that brings something new ("a visit", "the visit to Oslo"), and where several
    acts of the kind have been told shortly before, so that any of them may be meant.

    Args:
        words: the lexicon's `chains`, whose `retold` says which words are of one kind.
    """
    kind = words.retold.get(token.lemma.lower())
    if kind is None or not speaks_again(parsed, token):
        return None
    oldest = parsed.sentence(token).number - WINDOW
    first = parsed.sentences[max(oldest, 0)].first
    alike = [t for t in parsed.tokens[first : token.i] if words.retold.get(t.lemma.lower()) == kind and _tells(t)]
    fresh = [t for t in alike if not speaks_again(parsed, t)]
    return fresh[0] if len({parsed.sentence(t).number for t in fresh}) == 1 else None


def speaks_again(parsed: Parsed, token: Token) -> bool:
    """Is it a definite noun without anything beside it that would tell it apart?"""
    if token.upos != "NOUN" or token.rel == "compound":
        return False
    determiners = {c.lower for c in parsed.children(token, "det", "nmod:poss")}
    apart = parsed.children(token, "nmod", "acl", "compound", "nummod", "appos")
    own = [c for c in apart if c.lower not in _DEFINITE]
    return bool(determiners & _DEFINITE) and not own


def _tells(token: Token) -> bool:
    return token.upos in ("NOUN", "VERB") and token.rel != "compound"
