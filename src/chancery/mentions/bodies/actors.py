"""Where a seat of power acts for those who sit in it: "Pyongyang agreed", "talks with Washington", "the Kremlin said".

The same names are places too: "in Washington", "flew to Pyongyang", "the Moscow suburb", "at the White House". The
grammar tells: a subject acts, and so does a possessor of anything but a street or a suburb, the object of a verb that
is no going or shelling, and what stands behind a preposition for the other side of a relation. A city is a place where
nothing makes it act; a palace or ministry that is named like a body acts where nothing makes it a place.
"""

from __future__ import annotations

from chancery.grammar.clauses import preposition, subject
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.acting import ActingWords, english_acting

_BETWEEN = 2
"""Tokens from one of two names that a hyphen joins to the other."""


def acts(parsed: Parsed, token: Token) -> bool:
    """Does the grammar make the phrase headed by the name of a city, where a government sits, an actor?"""
    head = parsed.head(token)
    if head is None:
        return False
    if (token.rel == "conj" and not parsed.child(token, "case")) or (token.rel == "flat" and _is_half(parsed, token)):
        return acts(parsed, head)
    words, lemma = english_acting(), head.lemma.lower()
    if token.rel == "nsubj":
        return not _is_described(words, token, head)
    if token.deprel == "nmod:poss":
        return lemma not in words.city
    if token.rel in ("obj", "iobj"):
        return lemma not in words.going
    if token.rel in ("obl", "nmod"):
        case = preposition(parsed, token)
        return _is_party(words, token, head, case) or (case in ("to", "from") and _something_given(words, parsed, head))
    return token.rel == "compound" and lemma in words.relation and _is_half(parsed, token)


def is_there(parsed: Parsed, token: Token) -> bool:
    """Does the grammar make a building whose name is also that of a body ("the White House") a place?"""
    head = parsed.head(token)
    if head is None:
        return False
    if token.rel == "conj" and not parsed.child(token, "case"):
        return is_there(parsed, head)
    words, lemma = english_acting(), head.lemma.lower()
    if token.rel == "obj" or token.deprel.endswith(":pass"):
        return lemma in words.going
    if token.rel not in ("obl", "nmod"):
        return False
    case = preposition(parsed, token)
    if case in ("to", "from", "toward", "towards", "for"):
        gone = lemma in words.motion or lemma in words.going or lemma in words.path
        return gone and not _something_given(words, parsed, head)
    said = lemma in words.addressed.get(case, ()) or (case == "on" and lemma in words.relation)
    return case in words.inside and not said


def _is_described(words: ActingWords, token: Token, head: Token) -> bool:
    """Is a place said to lie somewhere, to be shelled, or to be a city?"""
    lemma = head.lemma.lower()
    if lemma in words.lying:
        return True
    if token.deprel.endswith(":pass"):
        return lemma in words.going
    return head.upos == "NOUN" and lemma in words.predicate


def _is_party(words: ActingWords, token: Token, head: Token, case: str) -> bool:
    """Does a preposition before a city's name make it a party to what its phrase hangs on?"""
    lemma = head.lemma.lower()
    if case == "according to" or lemma in words.addressed.get(case, ()):
        return True
    if case in words.across:
        return lemma not in words.path and not (case.startswith("toward") and lemma in words.motion)
    if case == "from" and lemma in words.relation:
        return True
    if case in ("to", "from"):
        to_whom = {"NOUN": words.given, "VERB": words.giving, "ADJ": words.towards}
        return lemma in to_whom.get(head.upos, ())
    if case == "of":
        return lemma in words.siding
    if case == "for":  # "For Hanoi, the visit is a gamble", but "left for Hanoi"
        return token.i < head.i and lemma not in words.motion
    return case == "on" and lemma in words.relation


def _something_given(words: ActingWords, parsed: Parsed, verb: Token) -> bool:
    """Is it a message or the like that goes or comes: "an offer came from Beijing"?"""
    gone = subject(parsed, verb) if verb.upos == "VERB" else None
    return gone is not None and gone.lemma.lower() in words.given


def _is_half(parsed: Parsed, token: Token) -> bool:
    """Is it one of two names that a hyphen joins: "Moscow-Kyiv talks"?"""
    for step in (1, -1):
        i, other = token.i + step, token.i + step * _BETWEEN
        if 0 <= other < len(parsed.tokens) and parsed.tokens[i].text in ("-", "–"):
            return parsed.tokens[other].upos == "PROPN"
    return False
