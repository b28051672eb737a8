"""Two that a phrase stands for together: "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chancery.grammar.types import Token
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met, Party, RunnerUp
from chancery.mentions.world import World

SIDES = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "REB", "IGO", None})
"""Sectors of people who may stand for a side."""

WITHIN = frozenset({"REB", "OPP", "PTY", "UAF", "MIL", "SPY", "CRM"})
"""Sectors of bodies that may be a side of a conflict within a state."""

PAIR = 2
NEAR = 1
"""Sentences before a description of two whose people are meant, where they are just two."""

FAR = 4
"""Sentences before it that are searched otherwise."""

HEARD = 3000
"""Words before it at most that count: long reports must not take long for each such phrase."""

Pair = tuple[tuple[Party, ...], tuple[RunnerUp, ...]]
"""The two, and who else was thought of."""


def two_of(scene: Scene, world: World, token: Token, noun: str, met: Met, states: tuple[str, ...] = ()) -> Pair | None:
    """The two people, or states, that the report last set side by side; of `states` alone if given.

    Those of this sentence and the one before, where they are just two of two states; else, of the last few
    sentences, the people told of most ("the two" of a summit are not the minister who came along), or the states
    named last. Two bodies of one state that are told of last are the sides of its own conflict.
    """
    people = noun in scene.chains.pair_people
    if not people and not states:
        within = _within(scene, token, met)
        if within:
            return within, ()
    near = _candidates(scene, token, met, NEAR, people=people)
    if states:
        near = [p for p in near if p.country in states]
    if len(near) != PAIR or len({p.country for p in near}) < PAIR or not people:
        wide = _candidates(scene, token, met, FAR, people=people)
        near = [p for p in wide if not states or p.country in states]
    if people and len(near) > PAIR:
        heard = range(max(token.i - HEARD, 0), token.i)
        told = Counter(p.entity for i in heard for p in met.get(i, ()))
        near.sort(key=lambda p: -told[p.entity])
    found: list[Party] = []
    for party in near:
        if not any(p.country == party.country for p in found):
            found.append(party if people else state_of(scene, world, party))
    if len(found) < PAIR:
        return None
    others = tuple(RunnerUp(p.name, "told of less" if people else "named farther back") for p in found[PAIR:])
    return tuple(sorted(found[:PAIR], key=lambda p: _first_told(met, p, token.i))), others


def _within(scene: Scene, token: Token, met: Met) -> tuple[Party, ...]:
    """The two bodies told of last, where they are of one state and no other state has been told of since."""
    found: list[Party] = []
    oldest = scene.parsed.sentence(token).number - FAR
    for i in range(token.i - 1, -1, -1):
        if scene.parsed.sentence(scene.tokens[i]).number < oldest:
            break
        for party in reversed(met.get(i, ())):
            if party.kind in ("country", "person") or party.sector not in WITHIN:
                if party.kind == "country" and not _is_of(party, found):
                    return ()
                continue
            if not any(p.name == party.name or 0 <= p.entity == party.entity for p in found):
                found.append(party)
        if len(found) >= PAIR:
            break
    states = {p.country for p in found}
    return tuple(reversed(found[:PAIR])) if len(found) >= PAIR and len(states) == 1 and None not in states else ()


def _is_of(state: Party, bodies: Sequence[Party]) -> bool:
    """Is a state that of the bodies found behind it (its own name is no further side)?"""
    return not bodies or state.country in {p.country for p in bodies}


def _candidates(scene: Scene, token: Token, met: Met, back: int, *, people: bool) -> list[Party]:
    """Those who may be one of a pair, latest first, of the last sentences; further back where they are too few."""
    sentence = scene.parsed.sentence(token).number
    found: list[Party] = []
    seen: set[tuple[int, str, str]] = set()
    for i in range(token.i - 1, -1, -1):
        far = scene.parsed.sentence(scene.tokens[i]).number < sentence - back
        if far and (back == NEAR or len({p.country for p in found}) >= PAIR or token.i - i > HEARD):
            break
        for party in reversed(met.get(i, ())):
            if party.country is None or (people and party.kind != "person"):
                continue
            if party.kind == "person" and party.sector not in SIDES:
                continue  # an analyst is no side
            if (party.entity, party.kind, party.name) not in seen:
                seen.add((party.entity, party.kind, party.name))
                found.append(party)
    return found


def _first_told(met: Met, party: Party, before: int) -> int:
    told = (i for i in range(before) if any(p.country == party.country for p in met.get(i, ())))
    return next(told, before)


def state_of(scene: Scene, world: World, party: Party) -> Party:
    """The state that a party is of, as the report's own party; the party itself where no state is known."""
    if party.kind == "country" or party.country is None:
        return party
    known = scene.atlas.country(party.country)
    if known is None:
        return party
    return world.state(known)


def told_near(scene: Scene, token: Token, met: Met, party: Party) -> bool:
    """Has a party, or somebody of that state, been told of in the last few sentences?"""
    oldest = max(scene.parsed.sentence(token).number - FAR, 0)
    first = scene.parsed.sentences[oldest].first
    near = (p for i in range(first, token.i) for p in met.get(i, ()))
    return any(p == party or (p.country == party.country and party.kind == "country") for p in near)


def names_them(scene: Scene, token: Token, met: Met) -> bool:
    """True where the phrase says itself whose they are: "the leaders of China and the United States"."""
    for child in scene.parsed.children(token, "nmod"):
        case = scene.parsed.child(child, "case")
        if case is not None and case.lower in ("of", "from") and scene.number_at(child.i) is not None:
            return child.i in met
    return False


def definite_plural(scene: Scene, token: Token, words: list[str]) -> bool:
    """Is it "the leaders", "the sides": two without the word, where the report has set two side by side?"""
    plural = token.feat("Number") == "Plur"
    return plural and words == ["the"] and token.lemma in scene.chains.pair_definite
