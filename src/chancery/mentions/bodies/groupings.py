"""Groups of states told by one name: "the Baltic states", "the six-party talks", "the permanent members", "Koreas".

Their members are those of the day of the report. Only small groups are opened up: of a larger body ("EU countries")
the body is the party.
"""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.lexicon.atlas import Known
from chancery.lexicon.numbers import english_numbers
from chancery.lexicon.spelling import plain
from chancery.mentions.names import Name
from chancery.mentions.scene import Scene
from chancery.mentions.types import Party
from chancery.mentions.world import World

LARGEST = 8
"""States of a group that is still told by its members."""

MEMBER_NOUNS = frozenset("state country nation republic power member party government".split())
"""Nouns whose plural, behind a group's name, stands for its members."""

PERMANENT = "org:P5"
SIX = "org:SIXPARTY"
_MOST = 4
"""Members that a sentence names besides, so that its own list goes first."""
_LONGEST = 5
"""Words of a group's name before its noun, a hyphen counted as one."""


def named_group(scene: Scene, world: World, name: Name) -> tuple[Party, ...]:
    """The members of a group whose name a report treats as one: "Koreas", "Baltic states"."""
    text = plain(scene.text(name.first, name.last))
    words = text.split()
    own = scene.atlas.groups.get((text, "name"))
    if own is None and len(words) > 1 and _singular(words[-1].lower()) in MEMBER_NOUNS:
        own = scene.atlas.groups.get((" ".join(words[:-1]), "before"))
    return _members(scene, world, own)


def described_group(scene: Scene, world: World, token: Token) -> tuple[int, tuple[Party, ...]] | None:
    """The members that a common noun stands for, and the first word that names them; None where it names no group."""
    key = _of_noun(scene, token) if token.feat("Number") == "Plur" else _of_talks(scene, token)
    found = _members(scene, world, None if key is None else key[1])
    return (key[0], found) if key is not None and found else None


def _of_noun(scene: Scene, token: Token) -> tuple[int, str] | None:
    """The group of a plural noun, by the words right before it, and where they begin."""
    lemma, low = token.lemma.lower(), scene.bounds(token.i)[0]
    title = scene.title(token.i + 1) if lemma in scene.chains.pair_people else None
    if title is not None and title[1].official:  # "Baltic foreign ministers"
        return _group_before(scene, token.i + 1 - title[0], low)
    if lemma not in MEMBER_NOUNS or token.i == low:
        return None
    named = _group_before(scene, token.i, low)
    if named is not None:
        return named
    before = token.i - 1
    if scene.words[before].lower() == "permanent" and token.lemma.lower() == "member":
        return before, PERMANENT
    if english_numbers().count(scene.words[before]) == len(_six(scene)) and _has_six_party_talks(scene):
        return before, SIX
    return None


def _group_before(scene: Scene, end: int, low: int) -> tuple[int, str] | None:
    """The group that is named by the words that end before a token, and where they begin."""
    for first in range(max(low, end - _LONGEST), end):
        key = scene.atlas.groups.get((plain(scene.text(first, end)), "before"))
        if key is not None:
            return first, key
    name = scene.name_at(end - 1) if end > low else None
    if name is None or name.known is None or name.known.kind != "body" or name.last != end:
        return None
    return name.first, name.known.key


def _of_talks(scene: Scene, token: Token) -> tuple[int, str] | None:
    """ "Six-party" before "talks": the noun "party" stands for the six."""
    begin = token.i - 2
    if token.lower not in ("party", "nation", "way") or begin < scene.bounds(token.i)[0]:
        return None
    if not _is_six_party(scene, token.i) or not scene.about_korea or _are_told(scene, token):
        return None
    return begin, SIX


def _are_told(scene: Scene, token: Token) -> bool:
    """Does the sentence itself name most of them: "the six-party talks with China, Japan, Russia and ..."?"""
    low, high = scene.bounds(token.i)
    six = {known.key for known in _six(scene)}
    named = {n.known.key for n in scene.names if low <= n.first < high and n.known is not None}
    return len(named & six) >= _MOST


def _has_six_party_talks(scene: Scene) -> bool:
    return scene.about_korea and any(_is_six_party(scene, t.i) for t in scene.tokens if t.lower in ("party", "nation"))


def _is_six_party(scene: Scene, i: int) -> bool:
    return i > 1 and scene.words[i - 1] in ("-", "‑", "–") and scene.words[i - 2].lower() == "six"


def _six(scene: Scene) -> tuple[Known, ...]:
    return scene.atlas.members(SIX)


def _members(scene: Scene, world: World, key: str | None) -> tuple[Party, ...]:
    if key is None:
        return ()
    found = scene.atlas.members(key, scene.parsed.article.published)
    if not 1 < len(found) <= LARGEST:
        return ()
    return tuple(world.state(known) for known in found if known.kind == "country")


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
