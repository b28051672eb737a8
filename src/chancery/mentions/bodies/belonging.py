"""The state of people without a post: by what they are called ("a Kenyan trader"), or the body that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.mentions.types import Met, Party
from chancery.mentions.world import World

_OF_A_BODY = frozenset({"from", "of", "with"})
_NAMING = ("appos", "flat", "nmod:desc", "compound")
_UNTIED = frozenset({"MED", "BUS", "EDU", "NGO", "IGO", None})
"""Sectors of bodies whose people may be of any state."""


def settle(parsed: Parsed, world: World, met: Met) -> None:
    """Gives people of whom the report tells no state the one that their own words tell, in `world` and `met`.

    Left alone is who belongs to a body of no single state, and who is called by the words of two states.
    """
    for party in list(world.parties):
        if party.kind != "person" or party.country is not None or party.code is not None or party.body is not None:
            continue
        states = {state for at, named in met.items() if party in named for state in _told(parsed, met, at)}
        if len(states) == 1:
            state = states.pop()
            _put(world, met, party, replace(party, country=state, code=state))


def _told(parsed: Parsed, met: Met, at: int) -> Iterator[str]:
    head = parsed.tokens[at]
    if not head.name:
        return
    for child in parsed.children(head, "nmod"):
        if preposition(parsed, child) in _OF_A_BODY:
            bodies = [p for p in met.get(child.i, ()) if p.kind == "body" and p.sector not in _UNTIED]
            yield from (p.country for p in bodies if p.country is not None)
    for noun in _called(parsed, head):
        for word in parsed.children(noun, "amod", "compound"):
            yield from (p.country for p in met.get(word.i, ()) if p.kind == "country" and p.country is not None)


def _called(parsed: Parsed, head: Token) -> Iterator[Token]:
    """The common nouns that say what a named person is: "Kenyan trader NAME", "NAME, a Kenyan trader"."""
    nouns = [*parsed.children(head, "appos"), *parsed.children(head, "nmod:desc", "compound")]
    above = parsed.head(head)
    if above is not None and head.deprel in _NAMING:
        nouns.append(above)
    yield from (noun for noun in nouns if noun.upos == "NOUN" and noun.feat("Number") != "Plur")


def _put(world: World, met: Met, old: Party, new: Party) -> None:
    world.parties[new.entity] = new
    world.of_name.update({number: new for number, party in world.of_name.items() if party == old})
    for at, named in met.items():
        if old in named:
            met[at] = tuple(new if party == old else party for party in named)
