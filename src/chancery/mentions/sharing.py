"""One noun, several owners: "the British and French ministers" are ministers of two states, not of the nearer one."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.sharing import sharers
from chancery.grammar.types import Token
from chancery.mentions.chains.described import LASTING
from chancery.mentions.chains.nominals import Descriptions, Nominal
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met, Party
from chancery.mentions.world import World

_SHARED = "group by role"
"""The rule by which a noun was read as people of one owner."""
_OWNERS = ("country", "body")
_HALVES = frozenset({"north", "south", "east", "west"})


def shared_out(told: Descriptions, nominal: Nominal) -> Nominal:
    """The noun with a party for each of the states or bodies that share it.

    A holder of the office whom the report names is meant himself ("the US and South Korean presidents"); else the
    party goes by the whole phrase as printed. Unchanged is what one owner has, what stands in the singular, and what
    has an owner that nobody knows.
    """
    scene, world, met = told.scene, told.world, told.ground.met
    token = scene.tokens[nominal.head]
    if nominal.rule != _SHARED or token.feat("Number") != "Plur" or len(nominal.parties) != 1:
        return nominal
    heads = sharers(scene.parsed, token)
    each = [_owners(scene, world, head, heads[-1].i + 1, met) for head in heads]
    owners = list(dict.fromkeys(owner for found in each for owner in found))
    if heads and not owners:
        return _of_one(told, nominal, heads)
    if len(owners) < 2 or not all(each):
        return nominal
    first, last = _range(scene, nominal, heads)
    name = scene.text(first, last)
    group = nominal.parties[0]
    parties = tuple(_holder(told, token, owner) or _of(group, owner, name) for owner in owners)
    return replace(nominal, first=first, last=last, parties=parties, rule=f"{nominal.rule}, shared")


def _of_one(told: Descriptions, nominal: Nominal, heads: tuple[Token, ...]) -> Nominal:
    """ "The Turkish foreign and defence ministers": the coordination tells what they are, a word before it whose."""
    group, scene = nominal.parties[0], told.scene
    before = heads[0].i - 1
    if group.country is not None or group.body is not None or before < scene.bounds(heads[0].i)[0]:
        return nominal
    owners = _owners(scene, told.world, scene.tokens[before], before + 1, told.ground.met)
    if len(owners) != 1:
        return nominal
    name = scene.text(heads[0].i, nominal.last)
    return replace(nominal, first=heads[0].i, parties=(_of(group, owners[0], name),), rule=f"{nominal.rule}, shared")


def _owners(scene: Scene, world: World, head: Token, after: int, met: Met) -> tuple[Party, ...]:
    """The states or bodies that a modifier names; `after` is the word behind the coordination that it stands in."""
    known = tuple(p for p in met.get(head.i, ()) if p.kind in _OWNERS)
    if known:
        return known
    if head.lower in _HALVES:  # "North and South Korean soldiers"
        half = scene.atlas.adjective(f"{head.text} {scene.words[after]}")
        country = None if half is None else half.country
    else:
        adjective = scene.adjective(head.i)
        country = None if adjective is None else adjective[0].country
    state = None if country is None else world.country(scene, country)
    return () if state is None else (state,)


def _holder(told: Descriptions, token: Token, owner: Party) -> Party | None:
    """The one named holder of an office that lasts, where the phrase is definite."""
    scene = told.scene
    if not any(c.lower in ("the", "both") for c in scene.parsed.children(token, "det", "cc")):
        return None
    for begin in range(scene.bounds(token.i)[0], token.i + 1):
        words = [*scene.words[begin : token.i], token.lemma.lower()]
        title = scene.titles.head(" ".join(words))
        if title is not None:
            found = told.holders.find(token, title, owner) if title.rank in LASTING else None
            return None if found is None else found[0]
    return None


def _of(group: Party, owner: Party, name: str) -> Party:
    body = owner.name if owner.kind == "body" else None
    return replace(group, name=name, country=owner.country, code=owner.code, body=body)


def _range(scene: Scene, nominal: Nominal, heads: tuple[Token, ...]) -> tuple[int, int]:
    """From the first owner to the noun, or from the noun to the last owner."""
    if heads[-1].i > nominal.head:
        name = scene.name_at(heads[-1].i)
        return nominal.first + _articles(scene, nominal.first), heads[-1].i + 1 if name is None else name.last
    name = scene.name_at(heads[0].i)
    adjective = scene.adjective(heads[0].i)
    begin = name.first if name is not None else adjective[1] if adjective is not None else heads[0].i
    return begin, nominal.head + 1


def _articles(scene: Scene, first: int) -> int:
    return int(scene.tokens[first].upos == "DET")
