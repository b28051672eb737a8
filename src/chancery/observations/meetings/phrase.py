"""Sides of an encounter that the phrase of its noun names: "between", "with" and "of" phrases, states before it."""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.types import Marked, Party
from chancery.observations.meetings.around import invited, owners
from chancery.observations.meetings.parties import distinct, two_sides
from chancery.observations.meetings.sides import fuller, sides_at
from chancery.observations.meetings.verbs import tells_encounter, with_phrases
from chancery.observations.meetings.words import hyphened

_GREETED = {
    "courtesy call": ("on", "to"),
    "welcome": ("for", "to", "by"),
    "reception": ("for", "to", "with"),
    "banquet": ("for", "with"),
    "dinner": ("with", "for"),
    "lunch": ("with", "for"),
    "luncheon": ("with", "for"),
}
_JOINING = frozenset({"membership", "accession", "entry"})
"""Before "talks": those with a state, or for it, that is to join."""


def named_sides(marked: Marked, noun: Token, outer: Token) -> tuple[Party, ...]:
    """The sides that the noun phrase itself names, without the "with"-phrase."""
    found: list[Party] = []
    for token in dict.fromkeys((noun, outer, *predicate(marked, noun))):
        found.extend(owners(marked, token))
        for child in marked.parsed.children(token, "nmod", "obl"):
            prep = preposition(marked.parsed, child)
            listed = bool(found) and not prep and marked.parsed.child(child, "cc") is not None
            if prep in ("between", "among", "by") or (prep == "of" and token is noun) or listed:
                found.extend(sides_at(marked, fuller(marked, child)))
    found.extend(_pair(marked, noun))
    found.extend(invited(marked, noun))
    return distinct(found)


def partners_of(marked: Marked, words: MeetingWords, noun: Token, outer: Token, word: EncounterWord) -> list[Token]:
    """The heads of "with"-phrases: on the noun, on what stands in it, on the verb that holds it up."""
    parsed = marked.parsed
    greeted = _GREETED.get(word.word, ("with", "to", "from") if word.kind == "call" else ("with",))
    if any(c.lower in _JOINING for c in parsed.children(noun, "compound", "amod")):
        greeted = (*greeted, "for")
    places = [noun, *hyphened(marked, noun), outer, *parsed.children(noun, "nmod"), *parsed.children(outer, "nmod")]
    verb = parsed.head(outer)
    met_there = verb is not None and outer.rel == "obl" and tells_encounter(marked, words, verb)
    if verb is not None and verb.upos == "VERB" and outer.rel in ("obj", "nsubj", "obl") and not met_there:
        places.extend([verb, *parsed.children(verb, "obl")])
    found: list[Token] = []
    for token in places:
        for child in parsed.children(token, "nmod", "obl"):
            after = child.i > noun.i and parsed.sentence(child) is parsed.sentence(noun)
            if after and preposition(parsed, child) in greeted and child not in found:
                found.append(child)
    return [fuller(marked, c) for c in found[:1]] or _purpose_with(marked, words, outer)


def _purpose_with(marked: Marked, words: MeetingWords, noun: Token) -> list[Token]:
    """Whom the purpose names: "held calls to discuss the launch with the Japanese minister"."""
    verb = marked.parsed.head(noun)
    if verb is None or noun.rel != "obj" or words.lemma_of(verb) not in words.supports:
        return []
    for clause in (*marked.parsed.children(verb, "advcl", "xcomp"), *marked.parsed.children(noun, "acl")):
        if any(m.lower == "to" for m in marked.parsed.children(clause, "mark")):
            found = with_phrases(marked, words, clause, "with")
            if found:
                return [c for c in found if any(p.kind == "person" for p in marked.named(c))]
    return []


def _pair(marked: Marked, noun: Token) -> tuple[Party, ...]:
    """Two states or bodies before the noun: "DPRK-Russia summit", "Israeli-Palestinian talks"."""
    found: list[Party] = []
    for child in marked.parsed.children(noun, "compound", "amod"):
        if child.upos == "VERB":  # "U.N.-backed talks": who backs them is no side
            continue
        listed = len(marked.parsed.conjuncts(child)) > 1 or child.rel == "conj"
        if listed and noun.feat("Number") == "Plur" and any(p.code == "IGO" for p in marked.named(child)):
            continue  # "the G7 and NATO summits": each its own
        for token in marked.parsed.subtree(child):
            found.extend(p for p in marked.named(token) if p.kind in ("country", "body"))
    sides = distinct(found)
    bodies = tuple(s for s in sides if s.kind == "body" and s.code == "IGO")
    return sides if len(sides) > 1 else bodies


def predicate(marked: Marked, noun: Token) -> tuple[Token, ...]:
    """The ordinal that an encounter is said to be: "the meeting was the fourth between X and Y"."""
    above = marked.parsed.head(noun)
    said = above is not None and noun.rel == "nsubj" and marked.parsed.child(above, "cop") is not None
    return (above,) if said and above is not None and english_numbers().ordinal(above.lower) else ()


def told_between(marked: Marked, noun: Token) -> bool:
    """True where a "between"-phrase names both sides."""
    parsed = marked.parsed
    told = [fuller(marked, c) for c in parsed.children(noun, "nmod") if preposition(parsed, c) == "between"]
    return any(len(parsed.conjuncts(c)) > 1 or two_sides(sides_at(marked, c)) for c in told)


def definite(marked: Marked, noun: Token) -> bool:
    """True where the words can point back: "the", "this", or a possessor."""
    parsed = marked.parsed
    if any(d.lower in ("the", "this", "that", "these", "those") for d in parsed.children(noun, "det")):
        return True
    return parsed.child(noun, "nmod:poss") is not None
