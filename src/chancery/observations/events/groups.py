"""Who a phrase stands for, unnamed people with the state that it tells: peoples, kin, those who live somewhere."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar import clauses
from chancery.grammar.types import Token
from chancery.mentions.types import Party
from chancery.mentions.who import parties
from chancery.observations.events.slots import Scene

_DWELL = frozenset({"base", "operate", "live", "locate", "headquarter", "reside", "fight", "hold", "jail", "imprison"})
"""Verbs whose participle tells where people have their place: "a group based in"."""

_INSIDE = ("in", "of", "from", "at", "inside", "throughout", "across", "within", "around")
_KIN = ("ethnic", "minority")
"""Words that tell a people of another state apart from that state."""


def people(scene: Scene, head: Token) -> tuple[Party, ...]:
    """The parties that a phrase stands for (`mentions.who.parties`), with what else it tells of state and post."""
    found = parties(scene.marked, head)
    leaders = _leaders(scene, head)
    if leaders:
        return leaders
    if not any(p.code for p in found):
        found = _beside(scene, head) or _folk(scene, head) or found
    heads = (_head_of(scene, head, p) for p in found)
    return tuple(_ranked(scene, own, _resident(scene, own, p)) for own, p in zip(heads, found, strict=True))


def crowd(scene: Scene, head: Token) -> Party | None:
    """People whom only a common noun in the plural names ("farmers", "fundamentalists"), or None."""
    if head.upos not in ("NOUN", "PROPN") or head.feat("Number") != "Plur":
        return None
    first = min((c.i for c in scene.parsed.children(head, "amod", "compound")), default=head.i)
    text = scene.parsed.article.text[scene.parsed.tokens[first].start : head.end]
    return _resident(scene, head, Party(-1, "group", text, sector="CVL"))


def _leaders(scene: Scene, head: Token) -> tuple[Party, ...]:
    """The states at the head of a coalition or force, which act through it: "a coalition led by Saudi Arabia"."""
    if not (scene.is_a(head, "LEAGUE_N") or scene.is_a(head, "TROOPS_N")):
        return ()
    for clause in scene.parsed.children(head, "acl"):
        leader = clauses.by_phrase(scene.parsed, clause) if scene.is_a(clause, "LED") else None
        found = () if leader is None else parties(scene.marked, leader)
        if found:
            text = scene.parsed.article.text[head.start : head.end]
            return tuple(Party(-1, "body", f"{text} led by {p.name}", p.country, p.code, "MIL") for p in found)
    return ()


def _head_of(scene: Scene, head: Token, party: Party) -> Token:
    """The noun of a party among coordinated ones."""
    return next((c for c in scene.parsed.conjuncts(head) if party in scene.marked.named(c)), head)


def _beside(scene: Scene, head: Token) -> tuple[Party, ...]:
    """Those in apposition: "the emir, Sheikh Hamad", where the noun alone does not tell the state."""
    named = (scene.marked.named(c) for c in scene.parsed.children(head, "appos"))
    return next((tuple(found) for found in named if any(p.code for p in found)), ())


def _folk(scene: Scene, head: Token) -> tuple[Party, ...]:
    """A people without a state of its own, by the state's adjective before it: "Iraqi Kurds", "Turkish Alevis"."""
    if head.upos != "PROPN" or head.feat("Number") != "Plur" or not head.lower.endswith("s"):
        return ()
    for child in scene.parsed.children(head, "amod"):
        for party in scene.marked.named(child):
            if party.kind == "country":
                text = scene.parsed.article.text[child.start : head.end]
                return (Party(-1, "group", text, party.country, party.code, "CVL"),)
    return ()


def _ranked(scene: Scene, head: Token, party: Party) -> Party:
    """A person with the sector of the title before the name, where the report tells no other: "Judge Rivera"."""
    if party.kind != "person" or party.sector is not None:
        return party
    titles = (t for c in scene.parsed.children(head, "nmod") for t in scene.marked.named(c) if c.deprel == "nmod:desc")
    return replace(party, sector=next((t.sector for t in titles if t.kind == "group"), None))


def _resident(scene: Scene, head: Token, party: Party) -> Party:
    """An unnamed group with the code of the place that its phrase tells: "demonstrators in Baghdad".

    A people of another state's kin is of the state where it lives: "ethnic Albanians in Serbia".
    """
    kin = party.kind in ("group", "body") and _is_kin(scene, head)
    unnamed = party.kind == "group" or (party.kind == "body" and party.sector is not None)
    if not unnamed or (party.code is not None and not kin):
        return party
    country = _home_told(scene, head)
    if country is None and kin:
        sentence = scene.parsed.sentence(head)
        near = (p.country for p in scene.marked.places if sentence.first <= p.head < sentence.last)
        country = next(near, None)
    return party if country is None else replace(party, country=country, code=country)


def _is_kin(scene: Scene, head: Token) -> bool:
    before = scene.parsed.children(head, "amod", "compound")
    if any(c.lower in _KIN for b in before for c in (b, *scene.parsed.children(b, "advmod", "amod"))):
        return True
    bare = head.upos == "PROPN" and head.feat("Number") == "Plur"
    return bare and any(clauses.preposition(scene.parsed, c) == "of" for c in scene.parsed.children(head, "nmod"))


def _home_told(scene: Scene, head: Token) -> str | None:
    """The country of the place behind a group's noun, or in a clause that tells where it is."""
    parsed = scene.parsed
    seats = list(parsed.children(head, "nmod"))
    for clause in parsed.children(head, "acl", "amod"):
        if scene.lemma(clause) in _DWELL:
            seats += parsed.children(clause, "obl")
    for seat in seats:
        if clauses.preposition(parsed, seat) in _INSIDE:
            for word in (seat, *parsed.children(seat, "nmod", "appos")):
                country = next((p.country for p in scene.marked.places if p.head == word.i and p.country), None)
                if country is not None:
                    return country
    return None
