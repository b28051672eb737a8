"""Encounters told by a noun of travel: "Kim's visit to Beijing", "a trip by Putin to Tehran", "the Cairo visit"."""

from __future__ import annotations

from chancery.grammar.clauses import negated, preposition
from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterWord
from chancery.mentions.places.find import place_of
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, Party, Place
from chancery.observations.meetings.around import maker, owners
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.journeys import host, place_at
from chancery.observations.meetings.phrase import definite
from chancery.observations.meetings.scene import time_inside
from chancery.observations.meetings.sides import sides_at
from chancery.observations.meetings.status import noun_standing, stretched
from chancery.observations.numbers import ordinal_of

_LANDS = frozenset({"country", "island", "kingdom", "nation", "state", "republic", "emirate", "sultanate"})
"""What a state is called by when it is told again."""


def visits(marked: Marked, lexicon: Lexicon, noun: Token, word: EncounterWord) -> list[Encounter]:
    words = lexicon.meetings
    parsed = marked.parsed
    outer = stretched(parsed, words, noun)
    visitors = owners(marked, noun) or _by(marked, noun) or maker(marked, words, outer)
    when = time_of(marked, noun) or time_inside(marked, noun)
    standing = noun_standing(parsed, words, noun, when)
    ordinal = ordinal_of(parsed, noun)
    rule = f"meetings.noun.{word.word}"
    goals = _goals(marked, noun)
    found: list[Encounter] = []
    many = noun.feat("Number") == "Plur" and len(goals) < 2  # "his trips to Israel"
    if many or (not visitors and not definite(marked, noun)):
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
            place = place_at(marked, one) or _land_before(marked, one)
            if place is not None and all(place.country != f.country for f in found):
                found.append(place)
    return found


def _land_before(marked: Marked, noun: Token) -> Place | None:
    """Cuba, for "his trip to the island" after "a dialogue in Cuba": the state told last as a place.

    Nothing where the phrase tells more ("the island nation", "the neighbouring country").
    """
    told = [c.lower for c in marked.parsed.children(noun) if c.rel not in ("case", "punct")]
    if noun.lemma.lower() not in _LANDS or told != ["the"]:
        return None
    before = [p for p in marked.places if p.head < noun.i]
    last = max(before, key=lambda p: p.head, default=None)
    state = last is not None and any(p.kind == "country" for p in marked.by_head.get(last.head, ()))
    return last if state else None


def _by(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """ "by"- and "of"-phrases: "a visit by Putin", "the visit of Putin"."""
    for child in marked.parsed.children(noun, "nmod"):
        if preposition(marked.parsed, child) in ("by", "of"):
            found = sides_at(marked, child)
            if found and all(p.kind != "country" for p in found):
                return found
    return ()


def accepted(marked: Marked) -> list[Encounter]:
    """ "Putin accepted the invitation": the visit proposed before is now planned."""
    found: list[Encounter] = []
    for noun in marked.parsed.tokens:
        verb = marked.parsed.head(noun)
        taken = noun.lemma.lower() == "invitation" and verb is not None and verb.lemma.lower() == "accept"
        if verb is None or not taken or noun.rel not in ("obj", "nsubj") or negated(marked.parsed, verb):
            continue
        if not marked.parsed.children(noun, "acl", "nmod"):
            standing = Standing("planned", True)
            found.append(Encounter(noun, "visit", (), standing, None, None, None, True, "meetings.invitation.accepted"))
    return found
