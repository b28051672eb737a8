"""Encounters told by a verb of travel: "visited Kyiv", "flew to Cairo", "sent an envoy to Kampala"."""

from __future__ import annotations

from chancery.grammar.clauses import patient, preposition
from chancery.grammar.types import Token
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.times.find import time_of
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.parties import is_head, travels
from chancery.observations.meetings.sides import sides_at, subject_of
from chancery.observations.meetings.status import LEAVING, lies, time_ahead, travel_standing, verb_standing
from chancery.observations.numbers import ordinal_of

_DESTINATION = ("to", "in", "into", "at", "for", "on")
_REACHING = frozenset({"arrive", "land", "touch down"})
_ENVOYS = frozenset({"envoy", "emissary", "delegation", "representative", "diplomat", "negotiator", "minister"})


def journeys(marked: Marked, words: MeetingWords, verb: Token, word: EncounterWord) -> list[Encounter]:
    """One visit for each state that the subject goes to, of which they are no people."""
    visitors = _visitors(marked, verb, word)
    if not visitors:
        return []
    when = time_of(marked, verb) or _time_of_first(marked, verb)
    standing = _journey_standing(marked, words, verb, when)
    rule = f"meetings.journey.{word.word.replace(' ', '-')}"
    goals = destinations(marked, verb, word)
    if when is not None and word.word in _REACHING and not goals:
        return [Encounter(verb, "visit", visitors, standing, when, None, None, True, rule)]
    found: list[Encounter] = []
    for place in goals:
        if place.country is None or any(v.country == place.country for v in visitors):
            continue
        sides = (*visitors, _inviter(marked, words, verb, place) or host(place))
        day = _day_there(marked, place, goals) or time_ahead(marked.parsed, standing, when)
        found.append(
            Encounter(verb, "visit", sides, standing, day, place, ordinal_of(marked.parsed, verb), False, rule)
        )
    return found


def stays(marked: Marked, words: MeetingWords, token: Token) -> list[Encounter]:
    """A stay abroad is a visit: "Biegun was in Pyongyang from Wednesday to Friday"; so is one "on his way" there."""
    parsed = marked.parsed
    being = parsed.child(token, "cop")
    if being is None or being.lower.endswith("ing") or parsed.child(token, "nsubj") is None:
        return []
    under_way = token.lower == "way" and preposition(parsed, token) == "on"
    if not under_way and preposition(parsed, token) not in ("in", "at"):
        return []
    goals = [c for c in parsed.children(token) if preposition(parsed, c) == "to"] if under_way else [token]
    place = place_at(marked, goals[0]) if goals else None
    visitors = tuple(v for v in sides_at(marked, subject_of(marked, token)) if v.kind == "person" and travels(v))
    if place is None or place.country is None or any(v.country in (None, place.country) for v in visitors):
        return []
    when = time_of(marked, token)
    standing = Standing("planned", True) if under_way else verb_standing(parsed, words, token, when)
    sides = (*visitors, host(place))
    return [Encounter(token, "visit", sides, standing, when, place, None, False, "meetings.stay")] if visitors else []


def _visitors(marked: Marked, verb: Token, word: EncounterWord) -> tuple[Party, ...]:
    """Who travels: the subject, or the object of "sent" and "invited"."""
    if word.word == "invite":
        return tuple(p for p in sides_at(marked, patient(marked.parsed, verb)) if p.kind == "person" and travels(p))
    found = _sent(marked, verb) if "sent" in word.frame else sides_at(marked, subject_of(marked, verb))
    weak = "weak" in word.frame
    return tuple(p for p in found if travels(p) and (not weak or (p.kind == "person" and p.office)))


def _day_there(marked: Marked, place: Place, goals: list[Place]) -> When | None:
    """The day told right behind one of several destinations: "to Seoul on Wednesday and to Beijing on Thursday"."""
    if len(goals) < 2:
        return None
    last = marked.parsed.sentence(marked.parsed.tokens[place.head]).last
    stop = min([last, *(g.first for g in goals if g.first > place.first)])
    return next((w for w in marked.times if place.last <= w.first <= place.last + 1 and w.last <= stop), None)


def _inviter(marked: Marked, words: MeetingWords, verb: Token, place: Place) -> Party | None:
    """The head of the state that is visited, where they invite: "Kim invited Xi to visit Pyongyang"."""
    parsed = marked.parsed
    near = (verb, *parsed.children(verb, "obl"), *parsed.ancestors(verb))  # "at the invitation of", "invited to visit"
    inviting = next((t for t in near if t.lemma.lower() in ("invite", "invitation")), None)
    if inviting is None:
        return None
    told = subject_of(marked, inviting) if inviting.upos == "VERB" else None
    for child in parsed.children(inviting, "nmod", "nmod:poss"):
        if told is None and (child.rel == "nmod:poss" or preposition(parsed, child) in ("from", "of", "by")):
            told = child
    people = [p for p in sides_at(marked, told) if p.kind == "person" and p.country == place.country]
    return next((p for p in people if not p.office or is_head(words, p.office)), None)


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


def _time_of_first(marked: Marked, verb: Token) -> When | None:
    """2005, of "the last leader to visit the North was Hu, in 2005", whichever of the two is the root."""
    described = marked.parsed.head(verb)
    if described is None or verb.rel != "acl" or described.upos not in ("NOUN", "PROPN"):
        return None
    above = marked.parsed.head(described) if described.rel == "nsubj" else described
    if above is None or marked.parsed.child(above, "cop") is None:
        return None
    beside = (when for child in marked.parsed.children(above, "nmod", "obl") for when in marked.times_at(child))
    return time_of(marked, above) or next(beside, None)


def _journey_standing(marked: Marked, words: MeetingWords, verb: Token, when: When | None) -> Standing:
    if verb.lemma.lower() == "invite":
        own = verb_standing(marked.parsed, words, verb, None)
        return own if own.status == "refused" else Standing("proposed", True)
    own = verb_standing(marked.parsed, words, verb, when)
    travelling = travel_standing(marked.parsed, words, verb)
    leaving = travelling.status == "held" and words.lemma_of(verb) in LEAVING
    if own.status == "held" and leaving and lies(marked.parsed.article.published, when) != "behind":
        return Standing("planned", False)  # who left today has not arrived, unless more is told
    told = travelling.sure or not own.sure  # "the last leader to visit" went there, for all the infinitive
    return travelling if own.status == "held" and told else own


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
    """The place whose name holds this token, or stands in its "of"-phrase ("the city of Odessa").

    A state that other words stand for is one too: "the North", "his country".
    """
    meant = [p for p in marked.named(token) if p.kind == "country"]
    for place in marked.places_at(token):
        if place.country is not None or len(meant) != 1:
            return place
    if len(meant) == 1 and token.upos in ("NOUN", "PROPN"):
        return Place(meant[0].name, meant[0].country, token.i, token.i, token.i + 1)
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
