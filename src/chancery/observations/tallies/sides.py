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
_JOINS = frozenset({"-", "–", "‐", "‑", "/"})
_NAME = 8
"""Words before an encounter's noun in which its name may stand: "first U.S.-EU High-Level Strategic Dialogue"."""
_FAR = 40
"""Tokens between a counted noun and its doer at most: farther off, the tree has run sentences together."""
_REACH = 25
"""Tokens behind a noun in which its "with" or "to" is looked for."""


def acting(marked: Marked, token: Token) -> tuple[Party, ...]:
    """The parties of the phrase that a token heads, without mere descriptions ("another head of state")."""
    found = tuple(p for p in parties(marked, token) if p.kind != "group" or not p.name[:1].islower())
    for child in marked.parsed.children(token, "appos"):  # "the rivals, Salva Kiir and Riek Machar, met"
        people = tuple(p for p in parties(marked, child) if p.kind == "person")
        if len(people) > len([p for p in found if p.kind != "group"]):
            return people
    return found


def of_noun(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """The doers of a counted noun: its possessor, "between A and B", "by A", the subject of its verb.

    Of a body's own meeting ("the fourth meeting of the working group") nobody is a side.
    """
    holder = marked.parsed.child(noun, "nmod:poss")
    if holder is not None and (found := acting(marked, holder)):
        return in_order_told(marked, found)
    found = of_phrase(marked, noun)
    if found:
        return found if len(found) > 1 or not _of_body(marked, noun, found[0]) else ()
    state = state_before(marked, noun)
    if state is not None:
        return (state,)
    return () if _between_others(marked, noun) else of_clause(marked, noun)


def of_phrase(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """The parties of "between A and B", "of A and B", "by A" behind a noun, or of its "of" phrase."""
    parsed = marked.parsed
    inner = oblique(parsed, noun, "of")  # "three rounds of talks between A and B"
    for word in ("between", "among", "by", "of"):
        for head in (noun, inner):
            below = oblique(parsed, head, word) if head is not None else None
            found = _listed(marked, below) if below is not None else ()
            if found and (len(found) > 1 or word in ("by", "of")):
                return found
    return ()


def state_before(marked: Marked, noun: Token) -> Party | None:
    """Whose state's it is: "the first U.S. presidential visit to Cuba", "the first Ukraine Trade Mission"."""
    for child in marked.parsed.children(noun, "amod", "compound"):
        for party in marked.named(child):
            if party.kind == "country" and child.i < noun.i:
                return party
    return None


def _between_others(marked: Marked, noun: Token) -> bool:
    """As in "between the North Korean and Trump", of whom not both are known: then the clause has no sides either."""
    below = oblique(marked.parsed, noun, "between")
    return below is not None and len(_listed(marked, below)) == 1


def _of_body(marked: Marked, noun: Token, party: Party) -> bool:
    return party.kind in ("body", "group") and oblique(marked.parsed, noun, "of") is not None


def holder_of(marked: Marked, token: Token) -> Token | None:
    """Whose it is: "his first", "Kim's second"."""
    parsed = marked.parsed
    for child in parsed.children(token, "nmod:poss", "nsubj"):
        if child.rel != "nsubj" or any(c.lower in ("'s", "’s") for c in parsed.children(child, "case")):
            return child
    return None


def is_series(marked: Marked, noun: Token) -> bool:
    """Is a noun part of a name ("the Ninth Summit of the Americas"), so that it is counted as a series?"""
    title = noun.text[:1].isupper() and not noun.text.isupper()
    return title and noun.i > marked.parsed.sentence(noun).first


def in_name(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """The two sides in an encounter's name: "the second U.S.-Bahrain dialogue", "the third Trump-Kim summit"."""
    tokens = marked.parsed.tokens
    for i in range(max(marked.parsed.sentence(noun).first + 1, noun.i - _NAME), noun.i - 1):
        if tokens[i].text in _JOINS:
            left, right = _at(marked, tokens[i - 1]), _at(marked, tokens[i + 1])
            if left is not None and right is not None and left.name != right.name:
                return left, right
    return ()


def _at(marked: Marked, token: Token) -> Party | None:
    """The party that a word of a name stands for: its state, where the word is an adjective in a body's name."""
    found = next(iter(marked.named(token)), None)
    if found is None or found.kind in ("country", "person") or token.text in found.name.split()[-1:]:
        return found
    return next((p for p in marked.parties if p.kind == "country" and p.country == found.country), found)


def in_order_told(marked: Marked, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties as the report first names them: "the two leaders" tells them in no order of its own."""
    first: dict[int, int] = {}
    for mention in marked.mentions:
        if mention.kind == "name" and mention.entity >= 0:
            first[mention.entity] = min(mention.head, first.get(mention.entity, mention.head))
    return tuple(sorted(found, key=lambda p: first.get(p.entity, -1)))


def of_clause(marked: Marked, token: Token) -> tuple[Party, ...]:
    """The parties that act in the nearest clause above a token, or have what the token is: nobody
    where none act.
    """
    parsed = marked.parsed
    for above in (token, *parsed.ancestors(token)):
        if above.upos not in ("VERB", "AUX") and parsed.child(above, "cop") is None:
            continue
        doer = agent(parsed, above) or parsed.child(above, "nsubj")
        near = doer is not None and doer.i != token.i and abs(doer.i - token.i) <= _FAR
        if doer is not None and near and (found := acting(marked, doer)):
            return found
    return ()


def _listed(marked: Marked, below: Token) -> tuple[Party, ...]:
    """The parties of a phrase, or of the "of" phrase in it: "the foreign ministries of China and South
    Korea".
    """
    found = acting(marked, below)
    inner = oblique(marked.parsed, below, "of")
    if len(found) < 2 and inner is not None and len(listed := acting(marked, inner)) >= 2:
        return listed
    return found


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
            break
    below = oblique(marked.parsed, token, "to") if what == "visit" else None  # past "Kim, premier of the DPRK, to"
    return place_at(marked, below.i) if below is not None else None


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
            described = party.kind == "group" and party.name[:1].islower()
            if not described and (found is None or party.kind == "person" or found.kind != "person"):
                found = party
    if found is not None and found.kind != "person" and (name := _name_behind(marked, i)):
        return name
    return found.name if found is not None else None


def _name_behind(marked: Marked, end: int) -> str | None:
    """A name right before a place that no party is known for, behind a possessor: "Mali 's Aminata Toure"."""
    tokens = marked.parsed.tokens
    start = end
    while start > 0 and tokens[start - 1].upos == "PROPN" and not marked.named(tokens[start - 1]):
        start -= 1
    if start == end or tokens[start - 1].lower not in ("'s", "’s"):
        return None
    return marked.parsed.article.text[tokens[start].start : tokens[end - 1].end]


def place_at(marked: Marked, i: int) -> str | None:
    """The place as printed that begins at a token, unless it only modifies what follows ("China trade")."""
    for place in marked.places:
        if place.first == i or place.head == i:
            return place.name
    return None
