"""Encounters told by a noun: "talks between", "his summit with", "held a meeting", "Kim's visit"."""

from __future__ import annotations

from chancery.grammar.clauses import negated, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.places import place_of
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meeting_around import AT, around, attending, invited, maker, owners, speaker, supporters
from chancery.observations.meeting_company import Company, companies, told_apart
from chancery.observations.meeting_draft import Encounter
from chancery.observations.meeting_parties import compatible, distinct, two_sides
from chancery.observations.meeting_peace import belligerents, is_peace_talk
from chancery.observations.meeting_sides import sides_at
from chancery.observations.meeting_status import noun_standing, outlook_of, stretched, time_ahead
from chancery.observations.meeting_verbs import host, place_at
from chancery.observations.numbers import ordinal_of

_PRESS = frozenset({"news", "press", "media"})
_MANY = frozenset(
    {"several", "many", "repeated", "numerous", "various", "previous", "past", "regular", "frequent", "most"}
    | {
        "multiple",
        "countless",
        "few",
        "more",
        "further",
        "additional",
        "future",
        "annual",
        "occasional",
        "all",
        "such",
        "these",
        "those",
        "any",
        "no",
    }
)
_HAPPENING = frozenset(
    {"collapse", "fail", "founder", "adjourn", "conclude", "finish", "resume", "reopen", "occur", "happen", "last"}
)
_JOINING = frozenset({"attend", "join", "participate", "take", "host", "chair", "co-host", "co-chair"})


def noun_encounters(marked: Marked, lexicon: Lexicon) -> list[Encounter]:
    """Every encounter that a noun of the article tells, in text order."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        word = noun_word(marked, lexicon.meetings, token)
        if word is None or _named_in_stretch(marked, lexicon.meetings, token):
            continue
        outer = stretched(marked.parsed, lexicon.meetings, token)
        if _counted(marked, token) or _counted(marked, outer) or _addressed(marked, token):
            continue
        told = _visit if word.kind == "visit" else _meeting
        found.extend(told(marked, lexicon, token, word))
    return found


def noun_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a noun, its first part counted ("phone call"); None for others and for "news conference"."""
    if token.upos not in ("NOUN", "PROPN") or token.rel in ("compound", "flat", "case"):
        return None
    if any(p.kind == "body" for p in marked.named(token)):
        return None  # part of a name: "the World Economic Forum"
    lemma = words.lemma_of(token)
    joined = _hyphened(marked, token)
    if "-" in joined and joined in words.nouns:
        return words.nouns[joined]
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


def _hyphened(marked: Marked, token: Token) -> str:
    """The whole of "sit-down", whose words the parser parts."""
    text, i = token.lower, token.i
    tokens = marked.parsed.tokens
    while i > 1 and tokens[i - 1].text in ("-", "‐", "‑") and tokens[i - 2].end == tokens[i - 1].start:
        text, i = f"{tokens[i - 2].lower}-{text}", i - 2
    return text


def _between(marked: Marked, token: Token) -> bool:
    return any(preposition(marked.parsed, c) in ("with", "between") for c in marked.parsed.children(token, "nmod"))


def _counted(marked: Marked, noun: Token) -> bool:
    """True where the words make it many, or none: "three meetings", "repeated talks", "no meeting"."""
    if noun.feat("Number") != "Plur":
        return negated(marked.parsed, noun)
    for child in marked.parsed.children(noun, "nummod", "amod", "det", "advmod"):
        if child.lower in _MANY or (child.rel == "nummod" and child.lower not in ("one", "1")):
            return True
    return False


def _addressed(marked: Marked, noun: Token) -> bool:
    """True for "told a cabinet meeting that ..."."""
    verb = marked.parsed.head(noun)
    return noun.rel in ("obj", "iobj") and verb is not None and verb.lemma.lower() in ("tell", "address", "inform")


def _named_in_stretch(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True for "round" of "a round of talks": the talks are told by their own noun."""
    return any(
        c.rel == "nmod" and preposition(marked.parsed, c) == "of" and words.lemma_of(c) in words.nouns
        for c in marked.parsed.children(noun)
    )


def _meeting(marked: Marked, lexicon: Lexicon, noun: Token, word: EncounterWord) -> list[Encounter]:
    words = lexicon.meetings
    outer = stretched(marked.parsed, words, noun)
    own = _named_sides(marked, noun, outer)
    partners = _partners(marked, noun, outer, word)
    apart = noun.feat("Number") == "Plur" and "process" not in word.frame
    met = companies(marked, partners, apart=apart or any(told_apart(marked, p) for p in partners))
    found: list[Encounter] = []
    for company in met or [Company((), None)]:
        sides = distinct((*own, *company.sides))
        holders = supporters(marked, words, outer, joining=_is_joined(marked, outer))
        if holders and (not two_sides(sides) or _is_joined(marked, outer)):
            sides = distinct((*holders, *sides))
        if not two_sides(sides):
            known = (*company.sides, *invited(marked, noun))
            sides = distinct((*around(marked, words, outer, known), *sides))
        if "process" in word.frame and not two_sides(sides) and is_peace_talk(marked, noun):
            sides = _at_peace_talks(marked, lexicon, sides)
        sides = attending(marked, outer, sides)
        made = _encounter(marked, words, noun, word, sides, company.place)
        found.extend([made] if made is not None else [])
    return found


def _encounter(
    marked: Marked, words: MeetingWords, noun: Token, word: EncounterWord,
    sides: tuple[Party, ...], place: Place | None,
) -> Encounter | None:  # fmt: skip
    outer = stretched(marked.parsed, words, noun)
    when = time_of(marked, noun) or _time_inside(marked, noun) or _time_around(marked, words, outer)
    place = place or place_of(marked, noun) or _place_around(marked, words, outer)
    standing = noun_standing(marked.parsed, words, noun, when)
    refers = not two_sides(sides)
    if "process" in word.frame and not (when or place or _held_up(marked, words, outer)):
        refers = True
    if "loose" in word.frame and refers and not definite(marked, noun):
        return None
    guess = speaker(marked, outer) if len(sides) == 1 else ()
    return Encounter(
        head=noun,
        kind=word.kind or "talks",
        sides=sides,
        standing=standing,
        when=time_ahead(marked.parsed, standing, when),
        place=place,
        ordinal=ordinal_of(marked.parsed, noun),
        refers=refers,
        rule=f"meetings.noun.{word.word.replace(' ', '-')}",
        joins=_is_joined(marked, outer),
        guess=guess,
    )


def _is_joined(marked: Marked, noun: Token) -> bool:
    verb = marked.parsed.head(noun)
    return noun.rel in ("obj", "obl") and verb is not None and verb.lemma.lower() in _JOINING


def _held_up(marked: Marked, words: MeetingWords, noun: Token) -> bool:
    """True where a verb makes something happen of the noun: "held talks", "talks took place", "is in talks"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel not in ("obj", "nsubj", "obl"):
        return marked.parsed.child(noun, "cop") is not None
    if noun.rel == "obl" and preposition(marked.parsed, noun) in AT:
        return True
    happens = noun.rel == "nsubj" and words.lemma_of(verb) in _HAPPENING
    return happens or words.lemma_of(verb) in words.supports or verb.upos == "ADJ"


def _place_around(marked: Marked, words: MeetingWords, noun: Token) -> Place | None:
    """Of "suspended talks in Entebbe", the place hung on a verb that rules the noun."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obj" or verb.upos != "VERB":
        return None
    ruled = words.lemma_of(verb) in words.supports or outlook_of(marked.parsed, words, verb) is not None
    found = place_of(marked, verb) if ruled else None
    return found if found is not None and found.head > noun.i else None


def _time_inside(marked: Marked, noun: Token) -> When | None:
    """A day told inside the noun phrase, wherever the parser hung it: "the visit to the Soviet Union in 1949"."""
    below = marked.parsed.subtree(noun, without=lambda t: t.rel in ("acl", "appos", "parataxis", "conj"))
    inside = {t.i for t in below}
    for when in marked.times:
        if when.first in inside and not (when.since or when.until or when.basis == "dateline"):
            return when
    return None


def _at_peace_talks(marked: Marked, lexicon: Lexicon, told: tuple[Party, ...]) -> tuple[Party, ...]:
    """The two sides of a war, and whoever is told beside them (a mediator)."""
    sides = belligerents(marked, lexicon)
    return distinct((*(t for t in told if not any(compatible(t, s) for s in sides)), *sides)) if sides else told


def _time_around(marked: Marked, words: MeetingWords, noun: Token) -> When | None:
    """The day of the verb that holds the noun up, or during which the verb happened however deep the noun hangs."""
    above = marked.parsed.head(noun)
    if above is not None and noun.rel == "obj" and words.lemma_of(above) in words.supports:
        told = above.feat("VerbForm") == "Fin" or bool(marked.parsed.children(above, "aux"))
        return time_of(marked, above) if told else None
    if above is not None and noun.rel == "nsubj" and words.lemma_of(above) in _HAPPENING:
        return time_of(marked, above)
    if noun.rel == "nmod" and preposition(marked.parsed, noun) == "during":
        verb = next((a for a in marked.parsed.ancestors(noun) if a.upos == "VERB"), None)
        return time_of(marked, verb) if verb is not None else None
    return None


def _visit(marked: Marked, lexicon: Lexicon, noun: Token, word: EncounterWord) -> list[Encounter]:
    words = lexicon.meetings
    parsed = marked.parsed
    outer = stretched(parsed, words, noun)
    visitors = owners(marked, noun) or _by(marked, noun) or maker(marked, words, outer)
    when = time_of(marked, noun) or _time_inside(marked, noun)
    standing = noun_standing(parsed, words, noun, when)
    ordinal = ordinal_of(parsed, noun)
    rule = f"meetings.noun.{word.word}"
    goals = _goals(marked, noun)
    found: list[Encounter] = []
    if not visitors and not definite(marked, noun):
        return []
    for place in goals:
        abroad = tuple(v for v in visitors if v.country != place.country)
        if visitors and not abroad:
            continue
        at_home = any(v.country == place.country for v in visitors)
        sides = visitors if at_home else (*abroad, host(place)) if place.country else abroad
        refers = not abroad or not place.country
        found.append(Encounter(noun, "visit", sides, standing, when, place, ordinal, refers, rule))
    if not goals and (visitors or definite(marked, noun)):
        where = place_of(marked, noun)
        found.append(Encounter(noun, "visit", visitors, standing, when, where, ordinal, True, rule))
    return found


def _goals(marked: Marked, noun: Token) -> list[Place]:
    """Where a visit leads: "to Cairo", "the Cairo visit", "tour of Ethiopia", "trip takes him to Vienna"."""
    parsed = marked.parsed
    heads = [c for c in parsed.children(noun, "nmod") if preposition(parsed, c) in ("to", "in", "of", "through")]
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


def _by(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """ "by"- and "of"-phrases: "a visit by Putin", "the visit of Putin"."""
    for child in marked.parsed.children(noun, "nmod"):
        if preposition(marked.parsed, child) in ("by", "of"):
            found = sides_at(marked, child)
            if found and all(p.kind != "country" for p in found):
                return found
    return ()


def _named_sides(marked: Marked, noun: Token, outer: Token) -> tuple[Party, ...]:
    """The sides that the noun phrase itself names, without the "with"-phrase."""
    found: list[Party] = []
    for token in dict.fromkeys((noun, outer)):
        found.extend(owners(marked, token))
        for child in marked.parsed.children(token, "nmod"):
            prep = preposition(marked.parsed, child)
            if prep in ("between", "among", "by") or (prep == "of" and token is noun):
                found.extend(sides_at(marked, child))
    found.extend(_pair(marked, noun))
    found.extend(invited(marked, noun))
    return distinct(found)


def _partners(marked: Marked, noun: Token, outer: Token, word: EncounterWord) -> list[Token]:
    """The heads of "with"-phrases: on the noun, on what stands in it, on the verb that holds it up."""
    parsed = marked.parsed
    greeted = ("for", "to") if word.word in ("welcome", "reception") else ("with",)
    places = [noun, outer, *parsed.children(noun, "nmod"), *parsed.children(outer, "nmod")]
    verb = parsed.head(outer)
    if verb is not None and verb.upos == "VERB" and outer.rel in ("obj", "nsubj", "obl"):
        places.extend([verb, *parsed.children(verb, "obl")])
    found: list[Token] = []
    for token in places:
        for child in parsed.children(token, "nmod", "obl"):
            after = child.i > noun.i and parsed.sentence(child) is parsed.sentence(noun)
            if after and preposition(parsed, child) in greeted and child not in found:
                found.append(child)
    return found[:1]


def _pair(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Two states or bodies before the noun: "DPRK-Russia summit", "Israeli-Palestinian talks"."""
    found: list[Party] = []
    for child in marked.parsed.children(noun, "compound", "amod"):
        if child.upos == "VERB":  # "U.N.-backed talks": who backs them is no side
            continue
        for token in marked.parsed.subtree(child):
            found.extend(p for p in marked.named(token) if p.kind in ("country", "body"))
    sides = distinct(found)
    bodies = tuple(s for s in sides if s.kind == "body" and s.code == "IGO")
    return sides if len(sides) > 1 else bodies


def definite(marked: Marked, noun: Token) -> bool:
    """True where the words can point back: "the", "this", or a possessor."""
    parsed = marked.parsed
    if any(d.lower in ("the", "this", "that", "these", "those") for d in parsed.children(noun, "det")):
        return True
    return parsed.child(noun, "nmod:poss") is not None
