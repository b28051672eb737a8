"""When and where an encounter was that a noun tells, and whether it happened: from the verb that holds the noun up."""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.places.find import place_of
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, Place, When
from chancery.observations.meetings.around import AT
from chancery.observations.meetings.journeys import destinations, place_at
from chancery.observations.meetings.scene import days_from, time_inside, year_around
from chancery.observations.meetings.status import outlook_of
from chancery.observations.meetings.words import verb_word

_HAPPENING = frozenset(
    {"collapse", "fail", "founder", "adjourn", "conclude", "finish", "resume", "reopen", "occur", "happen", "last"}
)
_COMING_UP = frozenset({"ahead of", "before", "prior to"})
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
    return own or _time_behind(marked, outer) or _time_around(marked, words, outer)


def place_of_noun(marked: Marked, words: MeetingWords, noun: Token, outer: Token) -> Place | None:
    """The place of an encounter: told in the noun's own phrase, or with the verb above it."""
    own = place_of(marked, noun) or _place_around(marked, words, outer)
    day = _time_behind(marked, outer) if own is None else None
    return _place_behind(marked, day) if day is not None else own


def _time_behind(marked: Marked, noun: Token) -> When | None:
    """Next week, of "is flying to Cairo ahead of talks with Sisi | next week": of the talks, whatever it hangs on."""
    parsed = marked.parsed
    above = parsed.head(noun)
    ahead = preposition(parsed, noun) in _COMING_UP or (above is not None and above.lower == "ahead")
    if not ahead or noun.rel not in ("obl", "nmod"):
        return None
    inside = {t.i for t in parsed.subtree(noun)}
    later = (w for w in marked.times_in(parsed.sentence(noun)) if w.first > noun.i)
    when = next(later, None)
    led = {when.first - 1} if when is not None and parsed.tokens[when.first - 1].upos == "ADP" else set[int]()
    if when is None or when.since or when.until or not set(range(noun.i, when.first)) <= inside | led:
        return None
    return when


def _place_behind(marked: Marked, when: When) -> Place | None:
    """The place right behind a time: "next week in Geneva"."""
    tokens = marked.parsed.tokens[when.last : when.last + 3]
    if not tokens or tokens[0].lower not in ("in", "at"):
        return None
    return next((place for token in tokens[1:] for place in marked.places_at(token)), None)


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


def _time_of_remark(marked: Marked, verb: Token) -> When | None:
    """When "this" was said, of "said this on the sidelines of the talks": the day of the sentence before."""
    parsed = marked.parsed
    this = any(t.lower in ("this", "so") for t in parsed.tokens[verb.i + 1 : verb.i + 2])  # whatever it hangs on
    number = parsed.sentence(verb).number
    if not this or number == 0:
        return None
    before = parsed.sentences[number - 1]
    root = next((t for t in parsed.tokens_of(before) if t.is_root), None)
    return time_of(marked, root) if root is not None else None


def _time_told_of(marked: Marked, words: MeetingWords, noun: Token) -> When | None:
    """When talks ended, "which broke down in May": the clause hangs on them or on who was met ("with Ruto, which")."""
    parsed = marked.parsed
    for word in (noun, *parsed.children(noun, "nmod")):
        for clause in parsed.children(word, "acl"):
            which = any(c.lower in ("which", "that") for c in parsed.children(clause, "nsubj"))
            parted = any(c.lower in ("down", "off", "up") for c in parsed.children(clause, "compound", "advmod"))
            ended = words.lemma_of(clause) in _HAPPENING or (parted and words.lemma_of(clause) in _BREAKING)
            if which and ended:
                return time_of(marked, clause)
    return None


def _time_around(marked: Marked, words: MeetingWords, noun: Token) -> When | None:
    """The day of the verb that holds the noun up, or during which the verb happened however deep the noun hangs."""
    above = marked.parsed.head(noun)
    if above is not None and noun.rel == "obj" and words.lemma_of(above) in words.supports:
        told = above.feat("VerbForm") == "Fin" or bool(marked.parsed.children(above, "aux"))
        when = (time_of(marked, above) or year_around(marked, above)) if told else None
        return when or _time_told_of(marked, words, noun)
    if above is not None and noun.rel == "nsubj" and words.lemma_of(above) in _HAPPENING:
        return time_of(marked, above)
    for clause in marked.parsed.children(noun, "acl"):  # "the summit that the two will hold on Friday"
        if words.lemma_of(clause) in words.supports:
            return time_of(marked, clause)
    told_of = _time_told_of(marked, words, noun)
    if told_of is not None:
        return told_of
    frame = above if above is not None and noun.rel == "nmod" and above.lemma.lower() in _MARGINS else noun
    act = marked.parsed.head(frame)
    if act is not None and frame.rel == "obl" and preposition(marked.parsed, frame) in _DURING:
        past = act.upos == "VERB" and act.feat("Tense") == "Past"
        return (time_of(marked, act) or _time_of_remark(marked, act)) if past else None
    if noun.rel == "nmod" and preposition(marked.parsed, noun) == "during":
        verb = next((a for a in marked.parsed.ancestors(noun) if a.upos == "VERB"), None)
        return time_of(marked, verb) if verb is not None else None
    return None
