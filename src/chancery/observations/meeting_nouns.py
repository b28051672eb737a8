"""Encounters told by a noun: "talks between", "his summit with", "held a meeting", "Kim's visit"."""

from __future__ import annotations

from chancery.grammar.clauses import negated, patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.places import place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place
from chancery.observations.meeting_company import Company, companies, told_apart
from chancery.observations.meeting_draft import Encounter
from chancery.observations.meeting_sides import distinct, sides_at, subject_of, travels, two_sides
from chancery.observations.meeting_status import noun_standing, outlook_of, stretched
from chancery.observations.meeting_verbs import host, place_at
from chancery.observations.numbers import ordinal_of

_PRESS = frozenset({"news", "press", "media"})
_MANY = frozenset(
    {"several", "many", "repeated", "numerous", "various", "previous", "past", "regular", "frequent", "most"}
    | {"multiple", "countless", "few", "annual", "occasional", "all", "such", "these", "those", "any", "no"}
)
_CIRCUMSTANCE = frozenset(
    {
        "before",
        "ahead of",
        "prior to",
        "after",
        "following",
        "during",
        "at",
        "in",
        "for",
        "on",
        "with",
        "from",
    }
)
_JOINING = frozenset({"attend", "join", "participate", "take", "host", "chair", "co-host", "co-chair"})
_INVOLVING = frozenset({"include", "involve", "gather", "unite", "feature", "join", "attend", "host", "lead"})


def noun_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a noun of the article tells, in text order."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = noun_word(marked, lexicon.meetings, token)
        if word is None or _counted(marked, token) or _named_in_stretch(marked, lexicon.meetings, token):
            continue
        told = _visit if word.kind == "visit" else _meeting
        found.extend(told(marked, lexicon.meetings, token, word))
    return found


def noun_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a noun, its first part counted ("phone call"); None for others and for "news conference"."""
    if token.upos not in ("NOUN", "PROPN") or token.rel in ("compound", "flat", "case"):
        return None
    lemma = token.lemma.lower()
    before = [c.lower for c in marked.parsed.children(token, "compound", "amod")]
    if any(b in _PRESS for b in before):
        return None
    for first in before:
        if f"{first} {lemma}" in words.nouns:
            return words.nouns[f"{first} {lemma}"]
    word = words.nouns.get(lemma)
    if word is not None and word.word == "call" and not _between(marked, token):
        return None
    return word


def _between(marked: Marked, token: Token) -> bool:
    return any(
        preposition(marked.parsed, c) in ("with", "between") for c in marked.parsed.children(token, "nmod")
    )


def _counted(marked: Marked, noun: Token) -> bool:
    """True where the words make it many, or none: "three meetings", "repeated talks", "no meeting"."""
    if noun.feat("Number") != "Plur":
        return negated(marked.parsed, noun)
    for child in marked.parsed.children(noun, "nummod", "amod", "det", "advmod"):
        if child.lower in _MANY or (child.rel == "nummod" and child.lower not in ("one", "1")):
            return True
    return False


def _named_in_stretch(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for "round" of "a round of talks": the talks are told by their own noun."""
    return any(
        c.rel == "nmod" and preposition(marked.parsed, c) == "of" and c.lemma.lower() in words.nouns
        for c in marked.parsed.children(noun)
    )


def _meeting(marked: Marked, words: MeetingWords, noun: Token, word: EncounterWord) -> list[Encounter]:
    outer = stretched(marked.parsed, words, noun)
    hosts = _hosts(marked, words, noun, outer)
    partners = _partners(marked, words, noun, outer)
    apart = noun.feat("Number") == "Plur" and "process" not in word.frame
    met = companies(marked, partners, apart=apart or any(told_apart(marked, p) for p in partners))
    found: list[Encounter] = []
    for company in met or [Company((), None)]:
        sides = distinct((*hosts, *company.sides))
        if not two_sides(sides):
            sides = distinct((*_from_around(marked, words, outer, sides), *sides))
        made = _encounter(marked, words, noun, word, sides, company.place)
        if made is not None:
            found.append(made)
    return found


def _encounter(
    marked: Marked, words: MeetingWords, noun: Token, word: EncounterWord,
    sides: tuple[Party, ...], place: Place | None,
) -> Encounter | None:  # fmt: skip
    when = time_of(marked, noun)
    place = place or place_of(marked, noun)
    standing = noun_standing(marked.parsed, words, noun, when)
    refers = not two_sides(sides)
    if word.frame & {"process"} and not refers and not (when or place or standing.sure):
        refers = True
    if "loose" in word.frame and refers and not _definite(marked, noun):
        return None
    rule = f"meetings.noun.{word.word.replace(' ', '-')}"
    ordinal = ordinal_of(marked.parsed, noun)
    joins = _is_joined(marked, noun)
    return Encounter(noun, word.kind or "talks", sides, standing, when, place, ordinal, refers, rule, joins)


def _is_joined(marked: Marked, noun: Token) -> bool:
    verb = marked.parsed.head(noun)
    return noun.rel in ("obj", "obl") and verb is not None and verb.lemma.lower() in _JOINING


def _visit(marked: Marked, words: MeetingWords, noun: Token, word: EncounterWord) -> list[Encounter]:
    parsed = marked.parsed
    outer = stretched(parsed, words, noun)
    visitors = _owners(marked, noun) or _by(marked, noun) or _maker(marked, words, outer)
    when = time_of(marked, noun)
    standing = noun_standing(parsed, words, noun, when)
    ordinal = ordinal_of(parsed, noun)
    rule = f"meetings.noun.{word.word}"
    goals = _goals(marked, noun)
    found: list[Encounter] = []
    for place in goals:
        abroad = tuple(v for v in visitors if v.country != place.country)
        if visitors and not abroad:
            continue
        sides = (*abroad, host(place)) if place.country else abroad
        refers = not abroad or not place.country
        found.append(Encounter(noun, "visit", sides, standing, when, place, ordinal, refers, rule))
    if not goals and (visitors or _definite(marked, noun)):
        where = place_of(marked, noun)
        found.append(Encounter(noun, "visit", visitors, standing, when, where, ordinal, True, rule))
    return found


def _goals(marked: Marked, noun: Token) -> list[Place]:
    """Where a visit leads: "to Cairo", "the Cairo visit", "tour of Ethiopia", "trip takes him to Vienna"."""
    parsed = marked.parsed
    heads = [
        c for c in parsed.children(noun, "nmod") if preposition(parsed, c) in ("to", "in", "of", "through")
    ]
    heads.extend(parsed.children(noun, "compound", "amod"))
    verb = parsed.head(noun)
    if noun.rel == "nsubj" and verb is not None and verb.lemma in ("take", "bring", "include"):
        heads.extend(c for c in parsed.children(verb, "obl", "obj") if preposition(parsed, c) in ("to", ""))
    found: list[Place] = []
    for head in heads:
        for one in parsed.conjuncts(head):
            place = place_at(marked, one)
            if place is not None and all(place.country != f.country for f in found):
                found.append(place)
    return found


def _owners(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Possessors: "Kim's", "his", "the president's"."""
    return distinct(p for c in marked.parsed.children(noun, "nmod:poss") for p in sides_at(marked, c))


def _by(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """ "by"- and "of"-phrases: "a visit by Putin", "the visit of Putin"."""
    for child in marked.parsed.children(noun, "nmod"):
        if preposition(marked.parsed, child) in ("by", "of"):
            found = sides_at(marked, child)
            if found and all(p.kind != "country" for p in found):
                return found
    return ()


def _maker(marked: Marked, words: MeetingWords, noun: Token) -> tuple[Party, ...]:
    """Who makes the visit: the subject of "paid a visit", of "said during a visit", of "is on a visit"."""
    verb = marked.parsed.head(noun)
    if verb is None:
        return ()
    lifts = noun.rel == "obj" and (
        verb.lemma.lower() in words.supports or outlook_of(marked.parsed, words, verb)
    )
    around = noun.rel == "obl" and preposition(marked.parsed, noun) in (
        "on",
        "during",
        "in",
        "for",
        "ahead of",
        "before",
    )
    if not (lifts or around):
        return ()
    return tuple(p for p in sides_at(marked, subject_of(marked, verb)) if travels(p))


def _hosts(marked: Marked, words: MeetingWords, noun: Token, outer: Token) -> tuple[Party, ...]:
    """The sides that the noun phrase and its support verb name, without the "with"-phrase."""
    found: list[Party] = []
    for token in dict.fromkeys((noun, outer)):
        found.extend(_owners(marked, token))
        for child in marked.parsed.children(token, "nmod"):
            prep = preposition(marked.parsed, child)
            if prep in ("between", "among", "by") or (prep == "of" and token is noun):
                found.extend(sides_at(marked, child))
    found.extend(_supporters(marked, words, outer))
    found.extend(_pair(marked, noun))
    found.extend(_invited(marked, noun))
    return distinct(found)


def _partners(marked: Marked, words: MeetingWords, noun: Token, outer: Token) -> list[Token]:
    """The heads of "with"-phrases: on the noun, on what stands in it, on its support verb."""
    parsed = marked.parsed
    places = [noun, outer, *parsed.children(noun, "nmod"), *parsed.children(outer, "nmod")]
    verb = parsed.head(outer)
    if verb is not None and verb.upos == "VERB" and outer.rel in ("obj", "nsubj", "obl"):
        places.extend([verb, *parsed.children(verb, "obl")])
    found: list[Token] = []
    for token in places:
        for child in parsed.children(token, "nmod", "obl"):
            after = child.i > noun.i and parsed.sentence(child) is parsed.sentence(noun)
            if after and preposition(parsed, child) == "with" and child not in found:
                found.append(child)
    return found[:1]


def _supporters(marked: Marked, words: MeetingWords, outer: Token) -> tuple[Party, ...]:
    """The subject of the verb that holds the noun up: "held talks", "took part in talks", "is in talks"."""
    parsed = marked.parsed
    if parsed.child(outer, "cop") is not None and preposition(parsed, outer) == "in":
        return sides_at(marked, subject_of(marked, outer))
    verb = parsed.head(outer)
    if verb is None or verb.upos != "VERB":
        return ()
    lemma = verb.lemma.lower()
    particle = next((c.lower for c in parsed.children(verb, "compound", "obj")), "")
    supported = lemma in words.supports or f"{lemma} {particle}" in words.supports
    if supported and (
        outer.rel == "obj" or (outer.rel == "obl" and preposition(parsed, outer) in ("in", "into", "on"))
    ):
        return sides_at(marked, subject_of(marked, verb))
    return ()


def _pair(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Two states or bodies before the noun: "DPRK-Russia summit", "Israeli-Palestinian talks"."""
    found: list[Party] = []
    for child in marked.parsed.children(noun, "compound", "amod"):
        for token in marked.parsed.subtree(child):
            found.extend(p for p in marked.named(token) if p.kind in ("country", "body"))
    sides = distinct(found)
    bodies = tuple(s for s in sides if s.kind == "body" and s.country is None)
    return sides if len(sides) > 1 else bodies


def _invited(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Sides that a clause on the noun names: "hosted by Russia", "that included Iran", "attended by both"."""
    parsed = marked.parsed
    found: list[Party] = []
    for clause in parsed.children(noun, "acl"):
        if clause.lemma.lower() not in _INVOLVING:
            continue
        by = subject_of(marked, clause)
        told = by if by is not None and by.i != noun.i else patient(parsed, clause)
        if told is not None and told.i != noun.i:
            found.extend(sides_at(marked, told))
    return tuple(found)


def _from_around(
    marked: Marked, words: MeetingWords, noun: Token, sides: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The missing side from the clause around: "after a meeting with Y, X said", "X told Y during a call"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obl", "obj", "nsubj", "nmod"):
        return ()
    if noun.rel == "nmod":
        return _around_noun(marked, words, verb)
    if noun.rel == "obj" and outlook_of(marked.parsed, words, verb) is None:
        return ()
    if noun.rel == "obl" and preposition(marked.parsed, noun) not in _CIRCUMSTANCE:
        return ()
    if noun.rel == "nsubj":
        return _speaker(marked, verb) if sides else ()
    found = sides_at(marked, subject_of(marked, verb))
    if sides:
        return found
    addressed = [c for c in marked.parsed.children(verb, "obj", "iobj") if c.i != noun.i]
    both = distinct((*found, *(p for c in addressed for p in sides_at(marked, c))))
    return both if two_sides(both) and all(p.kind in ("person", "group") for p in both) else ()


def _around_noun(marked: Marked, words: MeetingWords, above: Token) -> tuple[Party, ...]:
    """ "Netanyahu's cancellation of a meeting with Obama": the owner of the governing noun."""
    if outlook_of(marked.parsed, words, above) is None:
        return ()
    return _owners(marked, above) or _maker_of_plan(marked, above)


def _maker_of_plan(marked: Marked, noun: Token) -> tuple[Party, ...]:
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obj":
        return ()
    return sides_at(marked, subject_of(marked, verb))


def _speaker(marked: Marked, verb: Token) -> tuple[Party, ...]:
    """ "Muslat said the talks with Kerry had been positive": who speaks of the talks was at them."""
    above = marked.parsed.head(verb)
    if verb.rel != "ccomp" or above is None:
        return ()
    return tuple(p for p in sides_at(marked, subject_of(marked, above)) if travels(p))


def _definite(marked: Marked, noun: Token) -> bool:
    """True where the words can point back: "the", "this", a possessor, or a bare plural ("after talks")."""
    parsed = marked.parsed
    if any(d.lower in ("the", "this", "that", "these", "those") for d in parsed.children(noun, "det")):
        return True
    return parsed.child(noun, "nmod:poss") is not None
