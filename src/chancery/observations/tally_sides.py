"""Who is counted with whom: the subject and the object of a counted or numbered encounter.

The tree finds the doer. What stands behind "with" or "to" is read off the surface, for parsers tangle long
coordinations ("four meetings with Xi, three with Moon, two with Trump and one with Trong").
"""

from __future__ import annotations

from chancery.grammar.clauses import agent, oblique
from chancery.grammar.types import Token
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import parties

_STOPS = frozenset(". ; : ( ) — – -- since before after while when but who which that in on at during".split())
_OBJECT_WORDS = {"meeting": ("with", "and"), "call": ("with", "to"), "visit": ("to",)}
_REACH = 25
"""Tokens behind a noun in which its "with" or "to" is looked for."""


def acting(marked: Marked, token: Token) -> tuple[Party, ...]:
    """The parties of the phrase that a token heads, those that stand for somebody who can meet."""
    return tuple(p for p in parties(marked, token) if p.name)


def of_noun(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """The doers of a counted noun: its possessor, "between A and B", "by A", the subject of its verb."""
    parsed = marked.parsed
    holder = parsed.child(noun, "nmod:poss")
    if holder is not None and (found := acting(marked, holder)):
        return found
    for preposition in ("between", "among", "by", "of"):
        below = oblique(parsed, noun, preposition)
        if below is not None and (found := _listed(marked, below)):
            return found
    return of_clause(marked, noun)


def of_clause(marked: Marked, token: Token) -> tuple[Party, ...]:
    """The parties that act in the nearest clause above a token, or have what the token is: nobody
    where none act.
    """
    parsed = marked.parsed
    for above in (token, *parsed.ancestors(token)):
        if above.upos not in ("VERB", "AUX") and parsed.child(above, "cop") is None:
            continue
        doer = agent(parsed, above) or parsed.child(above, "nsubj")
        if doer is not None and doer.i != token.i and (found := acting(marked, doer)):
            return found
    return ()


def _listed(marked: Marked, below: Token) -> tuple[Party, ...]:
    """The parties of a phrase, or of the "of" phrase in it: "the foreign ministries of China and South
    Korea".
    """
    found = acting(marked, below)
    if found:
        return found
    inner = oblique(marked.parsed, below, "of")
    return acting(marked, inner) if inner is not None else ()


def behind(marked: Marked, token: Token, what: str) -> str | None:
    """The name behind "with" or "to" after a counted noun or verb, or None.

    For a visit the place as printed, else the party's full name.
    """
    sentence = marked.parsed.sentence(token)
    for i in range(token.i + 1, min(token.i + _REACH, sentence.last)):
        word = marked.parsed.tokens[i].lower
        if word in _OBJECT_WORDS.get(what, ()) and word != "and":
            return named_at(marked, i + 1, what)
        if word == "," or (word in _STOPS and word not in ("in", "on", "at")):
            return None
        if word == "times" or english_numbers().count(word) is not None:
            continue
    return None


def named_at(marked: Marked, start: int, what: str) -> str | None:
    """The name of the phrase that begins at a token: the last person in it, else the last party.

    "South Korea 's Moon Jae-in" is the person, not the state that is told beside them.
    """
    parsed = marked.parsed
    sentence = parsed.sentence(parsed.tokens[start - 1])
    found: Party | None = None
    for i in range(start, sentence.last):
        token = parsed.tokens[i]
        counted = english_numbers().count(token.lower) is not None
        opens_next = i > start and (token.lower in ("and", ",") or counted)
        if token.lower in _STOPS or opens_next or token.upos in ("VERB", "AUX"):
            break
        if what == "visit" and (place := place_at(marked, i)) is not None:
            return place
        for party in marked.named(token):
            if found is None or party.kind == "person" or found.kind != "person":
                found = party
    return found.name if found is not None else None


def place_at(marked: Marked, i: int) -> str | None:
    """The place as printed that begins at a token, unless it only modifies what follows ("China trade")."""
    for place in marked.places:
        if place.first == i or place.head == i:
            return place.name
    return None
