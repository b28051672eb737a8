"""Where a place name acts for its state: "Pyongyang agreed", "talks with Washington", never "in Washington"."""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token

ACTING_PREPOSITIONS = frozenset({"with", "between", "against", "by", "from", "toward", "towards", "on", "for", "of"})
BETWEEN_PARTIES = frozenset({"with", "between", "against", "by", "toward", "towards"})
GOING_VERBS = frozenset(
    "visit leave reach tour enter attack bomb shell capture seize quit depart hit strike surround cross fly see".split()
)
ADDRESSING = frozenset(
    {
        ("appeal", "to"), ("apologise", "to"), ("apologize", "to"), ("call", "on"), ("call", "upon"),
        ("complain", "to"), ("count", "on"), ("lean", "on"), ("protest", "to"), ("rely", "on"),
    }
)  # fmt: skip
"""Verbs with the preposition before those whom they are said to: "called on Tehran"."""
RELATIONS = frozenset(
    "talk meeting summit tie relation relationship deal agreement tension negotiation dispute trade alliance war "
    "dialogue pressure sanction threat treaty accord pact row spat feud standoff stand-off rapprochement".split()
)


def acts(parsed: Parsed, token: Token) -> bool:
    """Does the grammar make the phrase headed by a seat of government an actor?"""
    head = parsed.head(token)
    if token.rel == "conj" and head is not None and not parsed.child(token, "case"):
        return acts(parsed, head)
    if token.rel == "nsubj":
        return True
    if token.deprel in ("nmod:poss", "iobj"):
        return True
    if token.rel == "obj":
        return head is not None and head.lemma.lower() not in GOING_VERBS
    if token.rel in ("obl", "nmod"):
        case = preposition(parsed, token)
        if case in BETWEEN_PARTIES:
            return True
        if head is not None and (head.lemma.lower(), case) in ADDRESSING:
            return True
        if case in ACTING_PREPOSITIONS and head is not None:
            return head.lemma.lower() in RELATIONS and case in ("on", "from", "against")
    return False
