"""Who in the table of office-holders a person of the report is, and what the table tells of them.

What the report tells goes first: its state and office narrow what is looked up, and are never overruled.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery.lexicon.atlas import Known
from chancery.lexicon.holders import Holding, Link
from chancery.lexicon.titles import LEADERS, Title
from chancery.mentions.people.find import Person
from chancery.mentions.people.postphrases import Post
from chancery.mentions.scene import Scene

_SURE = "holds the told office on the day"
_SINGLE_RANKS = LEADERS | {"minister"}
"""Ranks of offices that a state has one of at a time, so that the office alone names its holder."""


def state_of_holder(scene: Scene, person: Person, on: str | None) -> tuple[str | None, Known | None]:
    """The state whose office somebody without a told state holds, or the international body.

    The told office on the day tells it, else the one state of all who bear the name around the day; people of long
    ago are found by their full name whatever the day.
    """
    link = _by_office(scene, person, on)
    if link is not None and link.holding.country is not None:
        return link.holding.country, None
    found = scene.atlas.holder(person.name, on)
    if not found and len(person.words) > 1:
        found = scene.atlas.holder(person.name)
    states = {h.country for h in found if h.country is not None}
    if len(states) == 1:
        return states.pop(), None
    if states or not found:
        return None, None
    words = found[0].office.split()
    bodies = (scene.atlas.match(words, i) for i in range(len(words)))
    return None, next((m[1] for m in bodies if m is not None and m[1].code == "IGO"), None)


def link_of(scene: Scene, person: Person, on: str | None, country: str | None) -> Link | None:
    """The one person of the table who is meant; None where it may be several, or none."""
    post = next(iter(_present(person)), None)
    return scene.atlas.holders.resolve(person.name, on, country, post.office if post is not None else None)


def offices_then(scene: Scene, person: Person, on: str | None, country: str | None) -> tuple[Holding, ...]:
    """The offices that somebody held on the day, of whom the report tells none: descriptions may go by them."""
    if on is None or country is None or any(p.is_office for p in person.posts):
        return ()
    return tuple(h for h in scene.atlas.holder(person.name, on, country) if h.covers(on))


def holder_id(scene: Scene, title: Title, country: str | None) -> str | None:
    """The Wikidata id of whoever holds an office of a state that is told alone ("the French president"), on the day
    of the report; None where the table doesn't know, or has several.
    """
    on = scene.parsed.article.published
    if on is None or country is None or title.former or title.rank not in _SINGLE_RANKS:
        return None
    found = scene.atlas.holders.incumbents(title.form, country, on)
    return found[0].wikidata if len(found) == 1 else None


def _by_office(scene: Scene, person: Person, on: str | None) -> Link | None:
    for post in _present(person):
        link = scene.atlas.holders.resolve(person.name, on, None, post.office)
        if link is not None and link.reason == _SURE:
            return link
    return None


def _present(person: Person) -> Iterator[Post]:
    yield from (p for p in person.posts if p.is_office and not p.former)
