"""Coordination that shares: one noun for several owners ("the British and French ministers", "envoys of India and
Pakistan", "North and South Korea").

Universal Dependencies hang the second owner on the first (`conj`) and leave implicit that both belong to the noun;
its enhanced graphs spell that out (Schuster and Manning 2016), and so does this module.
"""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token

_BEFORE = ("amod", "compound", "nmod:poss")
_OF = frozenset({"of", "from"})


def sharers(parsed: Parsed, noun: Token) -> tuple[Token, ...]:
    """The heads of the phrases that a noun is shared by, in text order; empty where none are coordinated.

    Of modifiers before the noun those count that stand in one coordination, as "British" and "French"; behind it
    those that one "of" or "from" covers. A modifier that applies to all ("the foreign ministers") is none.
    """
    for child in parsed.children(noun, *_BEFORE):
        several = [c for c in parsed.conjuncts(child) if c.i < noun.i and not _is_apart(parsed, child, c)]
        if child.i < noun.i and len(several) > 1:
            return tuple(several)
    for child in parsed.children(noun, "nmod"):
        if child.i > noun.i and preposition(parsed, child) in _OF:
            several = [c for c in parsed.conjuncts(child) if c.i >= child.i]
            if len(several) > 1 or halves(parsed, child):
                return tuple(several)
    return ()


def _is_apart(parsed: Parsed, first: Token, other: Token) -> bool:
    """Is the second conjunct a phrase of its own, with its own preposition or verb?"""
    return other is not first and (other.upos == "VERB" or parsed.child(other, "case", "cop") is not None)


def halves(parsed: Parsed, name: Token) -> tuple[Token, ...]:
    """The coordinated words that make several names of one last word: "North", "South" before "Korea"."""
    for child in parsed.children(name, "compound", "amod"):
        several = [c for c in parsed.conjuncts(child) if c.i < name.i]
        if len(several) > 1:
            return tuple(several)
    return ()
