"""Encounters told by a verb of travel: "visited Kyiv", "flew to Cairo", "sent an envoy to Kampala"."""

from __future__ import annotations

from chancery.grammar.clauses import patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.times import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meeting_draft import Encounter, Standing
from chancery.observations.meeting_parties import travels
from chancery.observations.meeting_sides import sides_at, subject_of
from chancery.observations.meeting_status import travel_standing, verb_standing
from chancery.observations.numbers import ordinal_of

_DESTINATION = ("to", "in", "into", "at", "for", "on")
_REACHING = frozenset({"arrive", "land", "touch down"})
_ENVOYS = frozenset({"envoy", "emissary", "delegation", "representative", "diplomat", "negotiator", "minister"})


def journeys(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """One visit for each state that the subject goes to, of which they are no people."""
    visitors = _sent(marked, verb) if "sent" in word.frame else sides_at(marked, subject_of(marked, verb))
    visitors = tuple(p for p in visitors if travels(p))
    if "weak" in word.frame:
        visitors = tuple(v for v in visitors if v.kind == "person" and v.office)
    if not visitors:
        return []
    when = time_of(marked, verb)
    found: list[Encounter] = []
    if when is not None and word.word in _REACHING and not destinations(marked, verb, word):
        standing = _journey_standing(marked, words, verb, when)
        rule = f"meetings.journey.{word.word.replace(' ', '-')}"
        return [Encounter(verb, "visit", visitors, standing, when, None, None, True, rule)]
    for place in destinations(marked, verb, word):
        if place.country is None or any(v.country == place.country for v in visitors):
            continue
        standing = _journey_standing(marked, words, verb, when)
        rule = f"meetings.journey.{word.word.replace(' ', '-')}"
        sides = (*visitors, host(place))
        ordinal = ordinal_of(marked.parsed, verb)
        found.append(Encounter(verb, "visit", sides, standing, when, place, ordinal, False, rule))
    return found


def _sent(marked: Marked, verb: Token) -> tuple[Party, ...]:
    """Who is sent: the person, or the state for an envoy without a name."""
    goal = patient(marked.parsed, verb)
    if goal is None or goal.lemma.lower() not in _ENVOYS:
        return ()
    people = tuple(p for p in sides_at(marked, goal) if p.kind == "person")
    if people:
        return people
    senders = sides_at(marked, subject_of(marked, verb))
    return tuple(Party(-1, "group", f"{s.name} {goal.lower}", s.country, s.code, "GOV") for s in senders if s.country)


def _journey_standing(marked: Marked, words: MeetingWords, verb: Token, when: When | None) -> Standing:
    own = verb_standing(marked.parsed, words, verb, when)
    travelling = travel_standing(marked.parsed, words, verb)
    return travelling if own.status == "held" else own


def destinations(marked: Marked, verb: Token, word: EncounterWord) -> list[Place]:
    """The places that a verb of travel leads to: its object, or its "to" and "in" phrases."""
    parsed = marked.parsed
    heads: list[Token] = []
    if "obj" in word.frame:
        goal = patient(parsed, verb)
        heads.extend([goal] if goal is not None else [])
    below = list(parsed.children(verb, "obl"))
    if "sent" in word.frame:
        below.extend(c for o in parsed.children(verb, "obj") for c in parsed.children(o, "nmod"))
    heads.extend(c for c in below if preposition(parsed, c) in _DESTINATION)
    found: list[Place] = []
    for head in heads:
        for one in parsed.conjuncts(head):
            place = place_at(marked, one)
            if place is not None and place not in found:
                found.append(place)
    return _innermost(found)


def place_at(marked: Marked, token: Token) -> Place | None:
    """The place whose name holds this token, or stands in its "of"-phrase ("the city of Odessa")."""
    for place in marked.places:
        if place.head == token.i or place.first <= token.i < place.last:
            return place
    for child in marked.parsed.children(token, "nmod", "flat", "appos"):
        if child.rel != "nmod" or preposition(marked.parsed, child) == "of":
            found = place_at(marked, child)
            if found is not None:
                return found
    return None


def host(place: Place) -> Party:
    """The state whose place it is, as a side that is told by the place alone."""
    return Party(-1, "country", place.country or place.name, place.country, place.country, None)


def _innermost(places: list[Place]) -> list[Place]:
    """One place a state: "in Cairo, Egypt" is one destination, "to Cairo and Amman" are two."""
    kept: dict[str | None, Place] = {}
    for place in places:
        kept.setdefault(place.country, place)
    return list(kept.values())
