"""Encounters that a transcript shows: officials of several sides who speak in turn, each under a label of their own.

"SECRETARY RICE: Welcome to Washington." and "MINISTER LIVNI: Thank you." stand one below the other because the two are
in one room; the day is the one of the transcript.
"""

from __future__ import annotations

import re

from chancery.grammar.types import Token
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.parties import distinct, official, two_sides

_LABEL = re.compile(r"^(?P<label>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}):[ \t]+(?=\S)", re.MULTILINE)
_GREETING = frozenset({"welcome", "meet", "meeting", "see", "host", "visit", "receive", "greet"})
_TABLE = 4
"""Sides up to which those who speak in turn are at one table; more of them sit in a council or on a panel."""


def transcribed(marked: Marked) -> list[Encounter]:
    """The encounter of those who speak in a transcript, or nothing where they are of one side."""
    article = marked.parsed.article
    turns = list(_LABEL.finditer(article.text))
    speakers = [p for turn in turns for p in _speaker(marked, turn["label"])]
    sides = distinct(p for p in speakers if official(p))
    if not two_sides(sides) or len(sides) > _TABLE:
        return []
    head = _greeting(marked, turns)
    when = When(article.published, None, "publication", head.i, head.i) if article.published else None
    standing = Standing("held", True)
    place = _room(marked, turns[0].start())
    return [Encounter(head, "talks", sides, standing, when, place, None, False, "meetings.transcript")]


def _speaker(marked: Marked, label: str) -> tuple[Party, ...]:
    """The person of the report with the surname of a label; nobody for "QUESTION" and "MODERATOR"."""
    *titles, surname = label.lower().split()
    if not titles:
        return ()
    people = [p for p in marked.parties if p.kind == "person" and surname in p.name.lower().split()]
    return tuple(sorted(people, key=lambda p: (p.country is None, -len(p.name)))[:1])


def _greeting(marked: Marked, turns: list[re.Match[str]]) -> Token:
    """The word of the first turn that speaks of the encounter, or its first word."""
    stop = turns[1].start() if len(turns) > 1 else len(marked.parsed.article.text)
    said = marked.parsed.covering(turns[0].start(), stop)
    return next((t for t in said if t.lemma.lower() in _GREETING), said[0])


def _room(marked: Marked, stop: int) -> Place | None:
    """The place that the lines above the first label tell."""
    tokens = marked.parsed.tokens
    above = (p for p in marked.places if tokens[p.head].start < stop and not _no_room(marked, tokens[p.head]))
    return next((p for p in above if p.country is not None), None)


def _no_room(marked: Marked, token: Token) -> bool:
    """True for State, of "Secretary of State", and for the state of "Kenyan Foreign Minister", "Minister of Kenya"."""
    if any(p.kind == "country" for p in marked.named(token)):
        return True
    return any(w.lower in ("minister", "secretary") for w in (token, *marked.parsed.ancestors(token)))
