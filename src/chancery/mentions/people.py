"""Which names are one person: "Kim", "Kim Jong-un" and "Mr Kim" of one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chancery.lexicon.holders import Holding
from chancery.lexicon.spelling import core_words
from chancery.mentions.names import Name
from chancery.mentions.postphrases import Post
from chancery.mentions.scene import Scene


@dataclass(slots=True)
class Person:
    """Somebody named: the fullest form of the name, its words, and the places in `Scene.names` that name them.

    `holdings` are offices of the day in the table of holders, where the report tells none.
    """

    name: str
    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    holdings: tuple[Holding, ...] = ()


def find_people(scene: Scene, posts: Sequence[Post]) -> list[Person]:
    """The people of the report in the order in which they are first named.

    A shorter name is the person whose full name holds all of its words: the one named last before it, else the
    first named after it (headline style). Two people who share a name ("Kim Jong-un", "Kim Yo-jong") stay
    two: the bare family name is the one more often named in full.
    """
    by_name: dict[int, list[Post]] = {}
    for post in posts:
        by_name.setdefault(post.name, []).append(post)
    people: list[Person] = []
    numbers = [n for n, name in enumerate(scene.names) if name.kind == "PER"]
    texts = {n: _text(scene, scene.names[n]) for n in numbers}
    full = sorted(numbers, key=lambda n: (-len(core_words(texts[n])), n))
    for n in full:
        words = core_words(texts[n])
        person = _owner(people, words, n, by_name)
        if person is None:
            person = Person(texts[n], words)
            people.append(person)
        person.mentions.append(n)
        person.posts.extend(by_name.get(n, []))
    for person in people:
        person.mentions.sort()
        person.posts.sort(key=lambda p: p.start)
    return sorted(people, key=lambda p: p.mentions[0])


def _text(scene: Scene, name: Name) -> str:
    text = scene.text(name.first, name.last)
    return re.sub(r"\s+", " ", re.sub(r"['’]s?$", "", text))


def _owner(people: list[Person], words: tuple[str, ...], number: int, posts: dict[int, list[Post]]) -> Person | None:
    fits = [p for p in people if set(words) <= set(p.words) and _agrees(p, number, posts)]
    if len(words) > 1:
        fits = [p for p in fits if len(set(words)) > 1 or p.words == words]
    if len(fits) < 2:
        return fits[0] if fits else None
    outer = [p for p in fits if words[-1] in (p.words[0], p.words[-1])] or fits
    return max(outer, key=lambda p: (len(p.mentions), -p.mentions[0]))


def _agrees(person: Person, number: int, posts: dict[int, list[Post]]) -> bool:
    """No clash between what this mention is called and what the person is: "King Salman", "Crown Prince ..."."""
    ours = [p for p in posts.get(number, []) if p.title.rank in ("royal", "clergy")]
    theirs = [p for p in person.posts if p.title.rank in ("royal", "clergy")]
    if ours and theirs:
        return any(a.office.lower().split()[-1] == b.office.lower().split()[-1] for a in ours for b in theirs)
    return True
