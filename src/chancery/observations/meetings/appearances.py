"""Encounters that a joint appearance shows: "speaking alongside X in Kyiv", "at a joint news conference with X".

Who faces the press together has met. Such a mention joins the encounter that the report tells elsewhere, and is
one of its own only where the report tells none.
"""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Token
from chancery.mentions.places.find import place_of
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, Party
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.parties import distinct, official, two_sides
from chancery.observations.meetings.sides import sides_at, subject_of

_APPEARING = frozenset({"speak", "stand", "appear", "talk", "say"})
_ALONGSIDE = frozenset({"alongside", "beside", "next to", "next"})
_PRESS = frozenset({"news", "press", "media"})
_FACING = frozenset({"conference", "briefing", "availability", "appearance", "statement"})


def appearances(marked: Marked) -> list[Encounter]:
    """Every joint appearance of officials of two states, in text order."""
    found: list[Encounter] = []
    for token in marked.parsed.tokens:
        if token.upos == "VERB" and token.lemma.lower() in _APPEARING:
            found.extend(_alongside(marked, token))
        elif token.upos == "NOUN" and token.lemma.lower() in _FACING:
            found.extend(_before_the_press(marked, token))
    return found


def _alongside(marked: Marked, verb: Token) -> list[Encounter]:
    """ "Standing next to Macron in Paris, Merz said ..."."""
    beside = [c for c in marked.parsed.children(verb, "obl") if preposition(marked.parsed, c) in _ALONGSIDE]
    partners = [p for c in beside for p in sides_at(marked, c)]
    return _shown(marked, verb, (*sides_at(marked, subject_of(marked, verb)), *partners)) if partners else []


def _before_the_press(marked: Marked, noun: Token) -> list[Encounter]:
    """ "Held a joint news conference with Erdogan", "told a joint press conference with Erdogan"."""
    parsed = marked.parsed
    before = {c.lower for c in parsed.children(noun, "compound", "amod")}
    if "joint" not in before or not (before & _PRESS or noun.lemma.lower() == "appearance"):
        return []
    verb = next((t for t in parsed.ancestors(noun) if t.upos == "VERB"), None)
    if verb is None:
        return []
    near = [*parsed.children(noun, "nmod"), *parsed.children(verb, "obl")]
    partners = [p for c in near if preposition(parsed, c) == "with" for p in sides_at(marked, c)]
    return _shown(marked, noun, (*sides_at(marked, subject_of(marked, verb)), *partners))


def _shown(marked: Marked, head: Token, found: tuple[Party, ...]) -> list[Encounter]:
    sides = distinct(p for p in found if p.kind in ("person", "group") and official(p))
    if not two_sides(sides):
        return []
    verb = marked.parsed.head(head)
    when = time_of(marked, head) or (time_of(marked, verb) if verb is not None and head.upos == "NOUN" else None)
    place = place_of(marked, head)
    standing = Standing("held", False)
    return [Encounter(head, "talks", sides, standing, when, place, None, True, "meetings.appearance", guess=sides)]
