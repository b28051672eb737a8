"""Which nouns of a text are in the word list for encounters, and which of them tell of many encounters, or none."""

from __future__ import annotations

from chancery.grammar.clauses import negated, preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.types import Marked
from chancery.observations.meetings.status import stretched
from chancery.observations.meetings.words import hyphened

_PRESS = frozenset({"news", "press", "media"})
_MANY = frozenset(
    {"several", "many", "repeated", "numerous", "various", "previous", "past", "regular", "frequent", "most", "no"}
    | {"multiple", "countless", "few", "more", "further", "additional", "future", "annual", "occasional", "all"}
    | {"such", "these", "those", "any"}
)
_AGAIN = frozenset({"more", "further", "additional", "future"})
_PLURAL_OF_ONE = frozenset({"talk", "talks", "negotiation", "discussion", "consultation"})
"""Nouns whose plural can be one encounter: "more talks" is another one, "more meetings" are several."""
_LENGTHS = frozenset({"hour", "day", "week", "month", "minute"})
_PHONING = frozenset({"hold", "have", "join", "receive", "take", "make", "place", "initiate"})
_TELLING = frozenset({"tell", "address", "inform"})


def is_one_encounter(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """False for many encounters ("three meetings"), none ("no talks"), and those who are spoken to at one."""
    outer = stretched(marked.parsed, words, noun)
    many = outer.lemma.lower() not in _LENGTHS and _counted(marked, outer)  # "two days of talks" are no two talks
    many = many or _counted(marked, noun) or _habitual(marked, words, noun)
    return not (many or _named_in_stretch(marked, words, noun) or _addressed(marked, noun))


def _habitual(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for "their meetings usually end early"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.feat("Number") != "Plur" or noun.rel not in ("nsubj", "obj"):
        return False
    return any(c.lower in words.repeats for c in marked.parsed.children(verb, "advmod"))


def noun_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a noun, its first part counted ("phone call"); None for others and for "news conference"."""
    joined = hyphened(marked, token)
    if len(joined) > 1:
        whole = "".join(t.lower for t in joined)
        heads = [t for t in joined if t.head not in {j.i for j in joined} or t.is_root]
        if whole in words.nouns:
            return words.nouns[whole] if token in heads else None
    if token.upos not in ("NOUN", "PROPN") or token.rel in ("compound", "flat", "case"):
        return None
    if any(p.kind == "body" for p in marked.named(token)):
        return None  # part of a name: "the World Economic Forum"
    lemma = words.lemma_of(token)
    before = [c.lower for c in marked.parsed.children(token, "compound", "amod")]
    if any(b in _PRESS for b in before):
        return None
    for first in before:
        if f"{first} {lemma}" in words.nouns:
            return words.nouns[f"{first} {lemma}"]
    word = words.nouns.get(lemma)
    if word is not None and word.word == "call" and not (_between(marked, token) or _line_open(marked, token)):
        return None
    return word


def _between(marked: Marked, token: Token) -> bool:
    return any(preposition(marked.parsed, c) in ("with", "between") for c in marked.parsed.children(token, "nmod"))


def _line_open(marked: Marked, call: Token) -> bool:
    """True for a bare call that is a telephone call: "held a call", "received a call from Macron"."""
    verb = marked.parsed.head(call)
    if verb is None or call.rel not in ("obj", "nsubj") or verb.lemma.lower() not in _PHONING:
        return False
    from_whom = [c for c in marked.parsed.children(call, "nmod") if preposition(marked.parsed, c) in ("from", "to")]
    if verb.lemma.lower() in ("hold", "have", "join") or not from_whom:
        return not any(preposition(marked.parsed, c) == "for" for c in marked.parsed.children(call, "nmod"))
    return any(p.kind == "person" for c in from_whom for p in marked.named(c))


def _counted(marked: Marked, noun: Token) -> bool:
    """True where the words make it many, or none: "three meetings", "repeated talks", "no meeting"."""
    if noun.feat("Number") != "Plur":
        return negated(marked.parsed, noun)
    again = _AGAIN if noun.lemma.lower() in _PLURAL_OF_ONE else frozenset()
    for child in marked.parsed.children(noun, "nummod", "amod", "det", "advmod"):
        if child.lower in _MANY - again or (child.rel == "nummod" and child.lower not in ("one", "1")):
            return True
    return False


def _addressed(marked: Marked, noun: Token) -> bool:
    """True for "told a cabinet meeting that ..."."""
    verb = marked.parsed.head(noun)
    return noun.rel in ("obj", "iobj") and verb is not None and verb.lemma.lower() in _TELLING


def _named_in_stretch(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for "round" of "a round of talks": the talks are told by their own noun."""
    return any(
        c.rel == "nmod" and preposition(marked.parsed, c) == "of" and words.lemma_of(c) in words.nouns
        for c in marked.parsed.children(noun)
    )
