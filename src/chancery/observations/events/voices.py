"""Parties that no word beside the act names: who says what is said, and the state on whose ground an act is."""

from __future__ import annotations

from chancery.grammar import clauses
from chancery.grammar.types import Token
from chancery.mentions.places.find import place_of
from chancery.mentions.types import Marked, Party
from chancery.mentions.who import parties
from chancery.observations.events.slots import Scene, saying_above
from chancery.observations.types import Statement


def sayers(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Those in whose reported words a word stands, or whose verb of saying is above it; empty for the reporter's."""
    around = [s for s in scene.statements if s.span[0] <= token.start and token.end <= s.span[1]]
    if around:
        inner = min(around, key=lambda s: s.span[1] - s.span[0]).span
        return tuple(_speaker(scene.marked, s) for s in around if s.span == inner)
    saying = saying_above(scene.parsed, token)
    speaker = None if saying is None else clauses.agent(scene.parsed, saying)
    return () if speaker is None else parties(scene.marked, speaker)


def _speaker(marked: Marked, statement: Statement) -> Party:
    """A statement's speaker as the report knows them; unnamed ones with the country that they speak for."""
    for party in marked.parties:
        if party.name == statement.speaker:
            return party
    country = statement.speaker_country
    return Party(-1, "group", statement.speaker, country, country, "GOV" if statement.official else None)


def home_state(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The state whose courts, police or streets an act is about, where the words name none.

    It is the state of the act's place, else the one that the whole report is about.
    """
    place = place_of(scene.marked, token)
    country = place.country if place is not None and place.country else scene.marked.home
    if country is None:
        return ()
    return (Party(-1, "body", name_of_state(scene.marked, country), country, country),)


def name_of_state(marked: Marked, code: str) -> str:
    """What a report calls a state, or its code where the report does not name it."""
    return next((p.name for p in marked.parties if p.kind == "country" and p.country == code), code)


def only_state(scene: Scene, token: Token) -> str | None:
    """The one state that the sentence of a word names, in any form; None where it names two or none."""
    sentence = scene.parsed.sentence(token)
    words = scene.parsed.tokens[sentence.first : sentence.last]
    told = {p.country for word in words for p in scene.marked.named(word) if p.country}
    told |= {p.country for p in scene.marked.places if p.country and sentence.first <= p.head < sentence.last}
    return told.pop() if len(told) == 1 else None
