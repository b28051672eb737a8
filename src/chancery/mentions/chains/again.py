"""Nouns that speak again of a state or body named before: "the country", "the council", "the delegation"."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.types import Token
from chancery.mentions.chains.pairs import state_of
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met, Party, RunnerUp
from chancery.mentions.world import World

WINDOW = 4
"""Sentences before a description that are searched for whom it describes."""
_STATE_WINDOW = 1
_KINGDOM_WINDOW = 5
"""Sentences back to a state that "the country", or "the kingdom", may mean: few are kingdoms."""

SOURCES = frozenset({"source", "official", "diplomat", "aide", "adviser", "insider", "person"})
"""Nouns that take turns for people who would not be named."""

Found = tuple[Party, int, tuple[RunnerUp, ...]]
"""Whom a noun means, the token at which they were told, and who else was thought of."""


def body_again(scene: Scene, token: Token, sector: str | None, first: int, met: Met) -> Found | None:
    """The body told last, not long before, that the noun is in the name of, or that is of its kind.

    A noun of no kind of its own ("the group") may be any body, if there is only one; others one of their sector.
    """
    if not _again(scene, token, first) or _told_apart(scene, token, first):
        return None
    noun = token.lemma.lower()
    told = sector not in (None, "NON")
    seen: dict[int, tuple[Party, int]] = {}
    for party, at in _before(scene, token, met, WINDOW):
        if party.kind == "body" and party.entity >= 0:
            seen.setdefault(party.entity, (party, at))
    named = [found for found in seen.values() if noun in _kind_words(found[0].name)]
    kind = noun in scene.chains.bodies
    alike = [found for found in seen.values() if kind and (not told or found[0].sector == sector)]
    fits = named or alike
    if not fits or (len(alike) > 1 and not named and not told):
        return None
    others = tuple(RunnerUp(p.name, "told of farther back") for p, _ in fits[1:])
    return (*fits[0], others)


def unnamed_again(scene: Scene, token: Token, first: int, met: Met) -> Found | None:
    """ "The sources", "the envoy": those told before without a name, by the same noun or as officials are spoken of.

    Found are only such as were told with more words than the noun ("two U.S. officials", "a Cuban envoy").
    """
    if first != token.i - 1 or scene.words[first].lower() != "the":
        return None
    noun, number = token.lemma.lower(), token.feat("Number")
    for party, at in _before(scene, token, met, WINDOW):
        other = scene.tokens[at]
        if party.kind != "group" or party.entity >= 0 or other.upos != "NOUN" or other.feat("Number") != number:
            continue
        same = other.lemma.lower() == noun or {other.lemma.lower(), noun} <= SOURCES
        if same and len(party.name.split()) > 1:
            return party, at, ()
    return None


def _kind_words(name: str) -> tuple[str, ...]:
    """The words of a name that say what sort of body it is: the last, and the last before "of" or "for"."""
    words = name.lower().split()
    behind = next((i for i, word in enumerate(words) if i and word in ("of", "for", "on", "in")), len(words))
    return (words[-1], words[behind - 1])


def delegation_again(token: Token, met: Met, travellers: frozenset[str]) -> Party | None:
    """ "The mission", "the delegation": the one told before with its state, by the same noun rather than another."""
    told = [p for i in range(token.i - 1, -1, -1) for p in met.get(i, ()) if p.country is not None]
    sent = [p for p in told if travellers.intersection(p.name.lower().split()[-1:])]
    same = [p for p in sent if p.name.lower().endswith(token.lemma.lower())]
    return next(iter(same or sent), None)


def state_again(scene: Scene, world: World, token: Token, first: int, met: Met) -> tuple[Found, str] | None:
    """ "The country", "the kingdom": the state named last; "his country": that of whom the pronoun means."""
    owner = met.get(first, ())
    if scene.words[first].lower() in ("his", "her") and token.feat("Number") != "Plur" and owner:
        state = state_of(scene, world, owner[0])
        return ((state, first, ()), "state of its owner") if state.kind == "country" else None
    if not _again(scene, token, first):
        return None
    kingdom = token.lemma.lower() == "kingdom"
    for party, at in _before(scene, token, met, _KINGDOM_WINDOW if kingdom else _STATE_WINDOW):
        if party.kind == "country" and (not kingdom or party.country in scene.chains.kingdoms):
            return (party, at, ()), "state named before"
    return None


def _again(scene: Scene, token: Token, first: int) -> bool:
    return scene.words[first].lower() == "the" and token.feat("Number") != "Plur"


def _told_apart(scene: Scene, token: Token, first: int) -> bool:
    """Does the phrase say itself which one it means: "the Western world", "the school of a doctor"?"""
    behind = any(t.i > token.i for t in scene.parsed.children(token, "nmod", "acl", "appos"))
    return behind or any(scene.tokens[i].upos not in ("DET", "NOUN", "PUNCT") for i in range(first, token.i))


def _before(scene: Scene, token: Token, met: Met, window: int) -> Iterator[tuple[Party, int]]:
    """The parties told before a token, latest first, in its sentence and so many before it."""
    oldest = scene.parsed.sentence(token).number - window
    for i in range(token.i - 1, -1, -1):
        if scene.parsed.sentence(scene.tokens[i]).number < oldest:
            return
        for party in met.get(i, ()):
            yield party, i
