"""Two that a phrase stands for together: "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from collections import Counter

from chancery.grammar.types import Token
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met, Party

PAIR_NOUNS = frozenset(
    "side country nation state leader president minister premier man woman party government ally neighbour neighbor "
    "rival power capital delegation diplomat negotiator chief head team foe".split()
)
PEOPLE_NOUNS = frozenset("leader president minister premier man woman diplomat negotiator chief head".split())
SIDES = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "REB", "IGO", None})
"""Sectors of people who may stand for a side."""

PAIR = 2
NEAR = 1
"""Sentences before a description of two whose people are meant, where they are just two."""

FAR = 4
"""Sentences before it that are searched otherwise."""


def two_of(scene: Scene, token: Token, lemma: str, met: Met, states: tuple[str, ...] = ()) -> tuple[Party, ...]:
    """The two people, or states, that the report last set side by side; of `states` alone if given.

    Those of this sentence and the one before, where they are just two of two states; else, of the last few
    sentences, the people told of most ("the two" of a summit are not the minister who came along), or the states
    named last.
    """
    near = _candidates(scene, token, lemma, met, NEAR)
    if states:
        near = [p for p in near if p.country in states]
    if len(near) != PAIR or len({p.country for p in near}) < PAIR or lemma not in PEOPLE_NOUNS:
        wide = _candidates(scene, token, lemma, met, FAR)
        near = [p for p in wide if not states or p.country in states]
    if lemma in PEOPLE_NOUNS and len(near) > PAIR:
        told = Counter(p.entity for i, parties in met.items() if i < token.i for p in parties)
        near.sort(key=lambda p: -told[p.entity])
    found: list[Party] = []
    for party in near:
        if not any(p.country == party.country for p in found):
            found.append(party if lemma in PEOPLE_NOUNS else state_of(scene, party))
    if len(found) < PAIR:
        return ()
    return tuple(sorted(found[:PAIR], key=lambda p: _first_told(met, p)))


def _candidates(scene: Scene, token: Token, lemma: str, met: Met, back: int) -> list[Party]:
    """Those who may be one of a pair, latest first, of the last sentences; further back where they are too few."""
    sentence = scene.parsed.sentence(token).number
    found: list[Party] = []
    for i in range(token.i - 1, -1, -1):
        far = scene.parsed.sentence(scene.tokens[i]).number < sentence - back
        if far and (back == NEAR or len({p.country for p in found}) >= PAIR):
            break
        for party in reversed(met.get(i, ())):
            if party.country is None or (lemma in PEOPLE_NOUNS and party.kind != "person"):
                continue
            if party.kind == "person" and party.sector not in SIDES:
                continue  # an analyst is no side
            if not any(p.entity == party.entity and p.kind == party.kind and p.name == party.name for p in found):
                found.append(party)
    return found


def _first_told(met: Met, party: Party) -> int:
    return min(i for i, parties in met.items() if any(p.country == party.country for p in parties))


def state_of(scene: Scene, party: Party) -> Party:
    if party.kind == "country" or party.country is None:
        return party
    known = scene.atlas.country(party.country)
    if known is None:
        return party
    return Party(-1, "country", known.name, party.country, known.code or party.country, "GOV")


def names_them(scene: Scene, token: Token, met: Met) -> bool:
    """True where the phrase says itself whose they are: "the leaders of China and the United States"."""
    for child in scene.parsed.children(token, "nmod"):
        case = scene.parsed.child(child, "case")
        if case is not None and case.lower in ("of", "from") and scene.number_at(child.i) is not None:
            return child.i in met
    return False


def definite_plural(token: Token, words: list[str]) -> bool:
    plural = token.feat("Number") == "Plur"
    return plural and words == ["the"] and token.lemma in ("leader", "side", "president", "premier")
