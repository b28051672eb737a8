"""When and where an encounter was, where that is told around its verb or deep inside the phrase of its noun."""

from __future__ import annotations

from datetime import date, timedelta

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.places.find import place_in, place_of
from chancery.mentions.times.find import time_of
from chancery.mentions.types import DAY, YEAR, Marked, Place, When
from chancery.observations.meetings.journeys import destinations
from chancery.observations.meetings.words import purpose_of, verb_word
from chancery.observations.numbers import count_before


def place_around(marked: Marked, words: MeetingWords, verb: Token) -> Place | None:
    """Where the journey leads that is made for the encounter, or the event is that it happens beside."""
    event = _beside(marked, words, verb)
    if event is not None:
        return place_of(marked, event)
    above = purpose_of(marked.parsed, verb) or marked.parsed.head(verb)
    if above is None or verb.rel not in ("advcl", "xcomp", "acl"):
        return None
    if verb.rel == "advcl" and _says_when(marked, verb):  # "will be in New York on Monday, when he meets Y"
        return place_of(marked, above)
    word = verb_word(marked, words, above)
    if word is None or "place" not in word.frame:
        return None
    found = destinations(marked, above, word)
    return found[0] if len(found) == 1 else None


def place_with(marked: Marked, partners: list[Token]) -> Place | None:
    """The "in"-phrase hung somewhere on the other side: "hosted the candidate Mitt Romney in Israel"."""
    for partner in partners:
        for token in marked.parsed.subtree(partner, without=lambda t: t.rel in ("acl", "parataxis")):
            if token.rel == "nmod" and preposition(marked.parsed, token) in ("in", "at") and token.head >= partner.i:
                found = place_in(marked, token)
                if found is not None:
                    return found
    return None


def time_around(marked: Marked, words: MeetingWords, verb: Token) -> When | None:
    """The day of the event that it happens beside; of "received a delegation led by X on July 18", the day.

    "On Monday, when he meets Y" tells the day before its clause.
    """
    above = marked.parsed.head(verb)
    if above is not None and verb.rel in ("advcl", "acl") and _says_when(marked, verb):
        day = next(iter(marked.times_at(above)), None)
        return day if verb.rel == "acl" else time_of(marked, above)
    if above is not None and verb.rel == "acl" and above.lemma.lower() == "time":
        return _said_to_be(marked, above)
    if above is not None and verb.rel == "advcl" and _follows(marked, verb):
        return _span_of(marked, above)
    event = _beside(marked, words, verb)
    if event is not None:
        return time_of(marked, event) or time_inside(marked, event)
    for child in marked.parsed.children(verb, "obj"):
        for clause in marked.parsed.children(child, "acl"):
            if clause.lemma.lower() in ("lead", "head"):
                return time_of(marked, clause)
    return None


def _follows(marked: Marked, verb: Token) -> bool:
    finite = verb.feat("VerbForm") == "Fin" or bool(marked.parsed.children(verb, "aux"))
    return finite and any(m.lower in ("after", "when", "as") for m in marked.parsed.children(verb, "mark", "advmod"))


def _span_of(marked: Marked, act: Token) -> When | None:
    """The month or year of an act, which what it followed shares: "grew last month after the two met"."""
    when = time_of(marked, act)
    return when if when is not None and len(when.start) < DAY else None


def year_around(marked: Marked, verb: Token) -> When | None:
    """The year of the act before or after which another is told: "last year he travelled before Kim held talks"."""
    act = marked.parsed.head(verb)
    marks = {m.lower for m in marked.parsed.children(verb, "mark", "advmod")}
    if act is None or verb.rel not in ("advcl", "conj") or not marks & {"before", "after"}:
        return None
    when = time_of(marked, act)
    return when if when is not None and len(when.start) == YEAR and not (when.since or when.until) else None


def _said_to_be(marked: Marked, time: Token) -> When | None:
    """June, of "the last time they met was in June"."""
    said = marked.parsed.head(time)
    if said is None or time.rel != "nsubj" or marked.parsed.child(said, "cop") is None:
        return None
    return next(iter(marked.times_at(said)), None)


def _says_when(marked: Marked, verb: Token) -> bool:
    return any(c.lower == "when" for c in marked.parsed.children(verb, "mark", "advmod"))


def _beside(marked: Marked, words: MeetingWords, verb: Token) -> Token | None:
    """The event of "met on the sidelines of the summit in Bali", "met at the forum in Davos"."""
    for child in marked.parsed.children(verb, "obl"):
        if preposition(marked.parsed, child) not in ("", "on", "at", "during", "in", "on the sidelines of"):
            continue
        for token in (child, *marked.parsed.children(child, "nmod")):
            if words.lemma_of(token) in words.nouns:
                return token
    return None


def time_inside(marked: Marked, noun: Token) -> When | None:
    """A day told inside the noun phrase, wherever the parser hung it: "the visit to the Soviet Union in 1949"."""
    below = marked.parsed.subtree(noun, without=lambda t: _elsewhere(marked, t))
    inside = {t.i for t in below}
    for when in marked.times_in(marked.parsed.sentence(noun)):
        if when.first in inside and not (when.since or when.until):
            return when
    return None


def _elsewhere(marked: Marked, token: Token) -> bool:
    """True for what in a noun phrase tells of something else: clauses, "the first since the war of 2015"."""
    if token.rel in ("acl", "appos", "parataxis", "conj"):
        return True
    return token.rel in ("nmod", "obl") and preposition(marked.parsed, token) in ("since", "before", "after")


def days_from(marked: Marked, word: Token) -> When | None:
    """The day that is counted from another act: "said on Sunday, a day after the two met", "two days after talks"."""
    parsed = marked.parsed
    verbal = word.upos == "VERB"
    marks = {m.lower for m in parsed.children(word, "mark", "case")} & {"after", "before"}
    above = parsed.head(word)
    units = [above] if above is not None and (not verbal or word.rel == "acl") else []
    units.extend(parsed.children(word, "obl", "advmod", "nmod") if verbal else [])
    unit = next((u for u in units if u.lemma.lower() == "day"), None)
    if not marks or unit is None or (verbal and unit.i > word.i):
        return None
    single = unit.feat("Number") != "Plur" and any(d.lower in ("a", "the") for d in parsed.children(unit, "det"))
    count = 1 if single else count_before(parsed, unit)
    acts = (a for a in parsed.ancestors(unit if unit is above else word) if a.upos in ("VERB", "ADJ"))
    anchor = next((w for a in acts if (w := time_of(marked, a)) is not None), None)
    if count is None or anchor is None or len(anchor.start) < DAY or anchor.end is not None:
        return None
    day = date.fromisoformat(anchor.start) + timedelta(days=count if "before" in marks else -count)
    return When(day.isoformat(), None, "relative", unit.i, unit.i + 1)


def day_beside(marked: Marked, place: Place | None) -> When | None:
    """The day told right beside a place: "in Seoul on Saturday", "on Saturday in Seoul"."""
    if place is None:
        return None
    sentence = marked.parsed.sentence(marked.parsed.tokens[place.head])
    for when in marked.times_in(sentence):
        near = place.last <= when.first <= place.last + 1 or when.last <= place.first <= when.last + 1
        if near and not (when.since or when.until):
            return when
    return None
