"""When and where an encounter was that a noun tells, and whether it happened: from the verb that holds the noun up."""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.places import place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Place, When
from chancery.observations.meetings.around import AT
from chancery.observations.meetings.journeys import destinations, place_at
from chancery.observations.meetings.scene import days_from, time_inside
from chancery.observations.meetings.status import outlook_of
from chancery.observations.meetings.words import verb_word

_HAPPENING = frozenset(
    {"collapse", "fail", "founder", "adjourn", "conclude", "finish", "resume", "reopen", "occur", "happen", "last"}
)
_BREAKING = frozenset({"break", "end", "wind", "start", "open", "begin"})
_MARGINS = frozenset({"sideline", "sidelines", "margin", "margins"})
_DURING = frozenset({"at", "during", "in", "on", "on the sidelines of"})
_FACTUAL = AT | {"after", "following", "before", "ahead of", "prior to"}


def time_of_noun(marked: Marked, words: MeetingWords, noun: Token, outer: Token) -> When | None:
    """The time of an encounter: counted from another act, in the noun's own phrase, or of the verb above it.

    Args:
        outer: the noun for a stretch of it ("round"), else the noun itself.
    """
    own = days_from(marked, outer) or time_of(marked, noun) or time_inside(marked, noun)
    return own or _time_around(marked, words, outer)


def place_of_noun(marked: Marked, words: MeetingWords, noun: Token, outer: Token) -> Place | None:
    """The place of an encounter: told in the noun's own phrase, or with the verb above it."""
    return place_of(marked, noun) or _place_around(marked, words, outer)


def is_held_up(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True where a verb makes something happen of the noun: "held talks", "talks took place", "is in talks"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obj", "nsubj", "obl"):
        return marked.parsed.child(noun, "cop") is not None
    if noun.rel == "obl" and preposition(marked.parsed, noun) in _FACTUAL:
        return True
    happens = noun.rel == "nsubj" and words.lemma_of(verb) in _HAPPENING
    return happens or words.lemma_of(verb) in words.supports or verb.upos == "ADJ"


def _place_around(marked: Marked, words: MeetingWords, noun: Token) -> Place | None:
    """Of "suspended talks in Entebbe", the place hung on a verb that rules the noun."""
    verb = marked.parsed.head(noun)
    if verb is not None and noun.rel == "obl" and preposition(marked.parsed, noun) == "for":
        if marked.parsed.child(verb, "cop") is not None:  # "is in Riyadh for talks with Y"
            return place_at(marked, verb)
        word = verb_word(marked, words, verb)
        goals = destinations(marked, verb, word) if word is not None and "place" in word.frame else []
        if len(goals) == 1:
            return goals[0]
        beside = [c for c in marked.parsed.children(verb, "obl") if _right_before(marked, c, noun)]
        return place_at(marked, beside[0]) if beside else None
    if verb is None or noun.rel != "obj" or verb.upos != "VERB":
        return None
    ruled = words.lemma_of(verb) in words.supports or outlook_of(marked.parsed, words, verb) is not None
    found = place_of(marked, verb) if ruled else None
    return found if found is not None and found.head > noun.i else None


def _right_before(marked: Marked, phrase: Token, noun: Token) -> bool:
    """True for "in Warsaw" of "Zelenskiy, in Warsaw for talks with Duda, said"."""
    case = marked.parsed.child(noun, "case")
    joined = case is not None and marked.parsed.subtree(phrase)[-1].i == case.i - 1
    return joined and preposition(marked.parsed, phrase) in ("in", "at")


def _told_of_it(marked: Marked, words: MeetingWords, noun: Token) -> Token | None:
    """The clause "which broke down in May" about an encounter, hung on it or on who was met there."""
    parsed = marked.parsed
    for word in (noun, *parsed.children(noun, "nmod")):
        for clause in parsed.children(word, "acl"):
            which = any(c.lower in ("which", "that") for c in parsed.children(clause, "nsubj"))
            broke = words.lemma_of(clause) in _BREAKING and any(
                c.lower in ("down", "off", "up") for c in parsed.children(clause, "compound", "advmod")
            )
            if which and (broke or words.lemma_of(clause) in _HAPPENING):
                return clause
    return None


def _time_around(marked: Marked, words: MeetingWords, noun: Token) -> When | None:
    """The day of the verb that holds the noun up, or during which the verb happened however deep the noun hangs."""
    above = marked.parsed.head(noun)
    if above is not None and noun.rel == "obj" and words.lemma_of(above) in words.supports:
        told = above.feat("VerbForm") == "Fin" or bool(marked.parsed.children(above, "aux"))
        return time_of(marked, above) if told else None
    if above is not None and noun.rel == "nsubj" and words.lemma_of(above) in _HAPPENING:
        return time_of(marked, above)
    for clause in marked.parsed.children(noun, "acl"):  # "the summit that the two will hold on Friday"
        if words.lemma_of(clause) in words.supports:
            return time_of(marked, clause)
    ended = _told_of_it(marked, words, noun)
    if ended is not None:
        return time_of(marked, ended)
    frame = above if above is not None and noun.rel == "nmod" and above.lemma.lower() in _MARGINS else noun
    act = marked.parsed.head(frame)
    if act is not None and frame.rel == "obl" and preposition(marked.parsed, frame) in _DURING:
        return time_of(marked, act) if act.upos == "VERB" and act.feat("Tense") == "Past" else None
    if noun.rel == "nmod" and preposition(marked.parsed, noun) == "during":
        verb = next((a for a in marked.parsed.ancestors(noun) if a.upos == "VERB"), None)
        return time_of(marked, verb) if verb is not None else None
    return None
