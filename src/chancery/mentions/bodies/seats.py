"""Seats of power as parties, and groups of states told by one name: what a name stands for beside its own bearer."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.clauses import head_among
from chancery.grammar.types import Token
from chancery.lexicon.atlas import Known
from chancery.mentions.bodies.actors import acts, is_there
from chancery.mentions.names import Name
from chancery.mentions.scene import Scene
from chancery.mentions.types import Party
from chancery.mentions.world import World


def seat(scene: Scene, world: World, name: Name) -> Party | None:
    """Whom the name of a capital or seat of power means where it acts; None where it is a place."""
    text = scene.text(name.first, name.last)
    known = scene.atlas.metonym(text)
    if known is None or not acts(scene.parsed, head_of(scene, name)):
        return None
    if known.kind == "body":
        return world.body(known, text)
    return replace(world.state(known), name=text)


def is_building(scene: Scene, name: Name) -> bool:
    """Is a body's name that of its house, and does the grammar mean the house: "at the White House"?"""
    if name.known is None or name.known.kind != "body" or not _is_house(scene, name, name.known):
        return False
    return is_there(scene.parsed, head_of(scene, name))


def _is_house(scene: Scene, name: Name, known: Known) -> bool:
    return known.sector != "IGO" and scene.atlas.metonym(scene.text(name.first, name.last)) is not None


def head_of(scene: Scene, name: Name) -> Token:
    """The token of a name whose own head lies outside it."""
    head = head_among(scene.tokens[name.first : name.last])
    return scene.tokens[name.last - 1] if head is None else head
