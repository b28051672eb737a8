"""Posts that need to know who is meant: "he served as ambassador", "her tenure as chair", "his senior adviser"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chancery.grammar.clauses import agent, is_passive, patient
from chancery.grammar.types import Token
from chancery.mentions.people.postphrases import Post, posts_in
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met
from chancery.mentions.world import World

OWN_VERBS = frozenset("serve work act resign retire return continue step stand run take sit".split())
"""Verbs whose subject holds the post behind "as"."""

GIVING_VERBS = frozenset(
    "name appoint nominate elect choose confirm install designate pick select swear reappoint reelect recall".split()
)
"""Verbs whose object holds, or is to hold, the post behind "as"."""

TERM_NOUNS = frozenset("position role post job tenure term stint time career capacity work years".split())
"""Nouns whose possessor holds the post behind "as"."""


def later_posts(scene: Scene, world: World, posts: Sequence[Post], met: Met) -> list[Post]:
    """The posts, with those that only a resolved phrase tells, and the states that a possessive pronoun gives."""
    found = [_owned(scene, post, met) for post in posts]
    for token in scene.tokens:
        if token.lower == "as":
            found.extend(_served(scene, world, token, met))
    return sorted(found, key=lambda p: p.start)


def _owned(scene: Scene, post: Post, met: Met) -> Post:
    """ "His senior adviser": the state of whoever "his" stands for."""
    if post.country is not None or post.body is not None:
        return post
    first = scene.parsed.token_from(post.start)
    before = scene.tokens[first.i - 1] if first is not None and first.i else None
    if before is None or before.feat("Poss") != "Yes":
        return post
    states = {p.country for p in met.get(before.i, ()) if p.country is not None}
    return replace(post, country=states.pop()) if len(states) == 1 else post


def _served(scene: Scene, world: World, token: Token, met: Met) -> Iterator[Post]:
    noun = scene.parsed.head(token)
    above = None if noun is None else scene.parsed.head(noun)
    holder = None if above is None else _holder(scene, above)
    if holder is None:
        return
    people = [p for p in met.get(holder.i, ()) if p.entity in world.people]
    if len(people) != 1:
        return
    number = world.people[people[0].entity].mentions[0]
    _, high = scene.bounds(token.i)
    for post in posts_in(scene, number, token.i + 1, high, "told to serve as"):
        yield post if post.country or post.body else replace(post, country=people[0].country)


def _holder(scene: Scene, above: Token) -> Token | None:
    """The token of whoever holds the post that an "as" phrase under `above` names."""
    lemma = above.lemma.lower()
    if above.upos == "VERB" and lemma in OWN_VERBS:
        return agent(scene.parsed, above)
    if above.upos == "VERB" and lemma in GIVING_VERBS:
        given = patient(scene.parsed, above)
        return given if given is not None or is_passive(scene.parsed, above) else None
    if above.upos == "NOUN" and lemma in TERM_NOUNS:
        return scene.parsed.child(above, "nmod:poss")
    return None
