"""Which names are one person: "Kim", "Kim Jong-un" and "Mr Kim" of one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chancery.lexicon.holders import Holding
from chancery.lexicon.spelling import core_words
from chancery.lexicon.titles import LEADERS
from chancery.mentions.people.families import Families
from chancery.mentions.people.postphrases import Post
from chancery.mentions.scene import Scene

_YEAR = re.compile(r"(?: et al\.?|,? (?:&|and) [A-Z]\S*)*,? ?\(?(?:1[6-9]|20)\d\d[a-z]?\b")
"""What stands behind an author whose work is cited: fellow authors and a year."""

_NEARER = 3
"""By how many sentences somebody must have been told of later than his namesakes to be meant by the bare name."""

_OUTWEIGHS = 2
"""How many times as often as his namesakes somebody is named in full whom the bare family name means."""


@dataclass(slots=True)
class Person:
    """Somebody named: the fullest form of the name, its words, and the places in `Scene.names` that name them.

    `words` are without what stands behind "of" ("Philip of Spain"), which `seat` has. `full` are those of the mentions
    that give more than one of the words. `holdings` are offices of the day in the table of holders, where the report
    tells none.
    """

    name: str
    words: tuple[str, ...]
    seat: str = ""
    mentions: list[int] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    holdings: tuple[Holding, ...] = ()


def find_people(scene: Scene, posts: Sequence[Post]) -> list[Person]:
    """The people of the report in the order in which they are first named.

    A shorter name is the person whose full name it is the given or the family name of. Where several share it, the
    title or honorific tells which one is meant, else who alone is told of before it or not long before it, is named
    in full by far more often, or alone leads a state.
    Where nothing tells, it is kept apart from all of them. Relatives ("his brother Igor Petrov", "Anna and Igor
    Petrov") are never one.
    """
    chains = _People(scene, posts)
    chains.name_in_full()
    chains.name_shortly()
    for person in chains.found:
        person.mentions.sort()
        person.posts.sort(key=lambda p: p.start)
    return sorted(chains.found, key=lambda p: p.mentions[0])


class _People:
    """The people found so far."""

    def __init__(self, scene: Scene, posts: Sequence[Post]) -> None:
        self.found: list[Person] = []
        self._scene = scene
        self._posts: dict[int, list[Post]] = {}
        for post in posts:
            self._posts.setdefault(post.name, []).append(post)
        self._families = Families(scene)
        self._texts = {n: _text(scene, n) for n, name in enumerate(scene.names) if name.kind == "PER"}
        self._words = {n: _telling(text) for n, text in self._texts.items()}

    def name_in_full(self) -> None:
        """Takes the names of more than one word, the longest first."""
        several = [n for n, (words, _) in self._words.items() if len(set(words)) > 1]
        for n in sorted(several, key=lambda n: (-len(self._words[n][0]), n)):
            fits = [p for p in self.found if self._is_form_of(n, p)]
            person = self._most_named(fits) if fits else self._new(n)
            person.full.append(n)
            self._join(person, n)

    def name_shortly(self) -> None:
        """Takes the names of one word, in text order."""
        for n, (words, _) in self._words.items():
            if len(set(words)) == 1:
                self._join(self._bearer(n, words[0]) or self._alone(n), n)

    def _new(self, n: int) -> Person:
        words, seat = self._words[n]
        person = Person(self._texts[n], words, seat)
        self.found.append(person)
        return person

    def _join(self, person: Person, n: int) -> None:
        person.mentions.append(n)
        person.posts.extend(self._posts.get(n, []))

    def _alone(self, n: int) -> Person:
        """The one known by a single word alone, or somebody new."""
        words = self._words[n][0]
        known = [p for p in self.found if not p.full and p.words == words and self._agrees(p, n)]
        return known[0] if known else self._new(n)

    def _is_form_of(self, n: int, person: Person) -> bool:
        """Is a name of several words another form of somebody's full one: middle names left out, or a second surname?

        A given name that is not theirs before the family name tells of a relative: "Omar Farouk Saleh", "Farouk Saleh".
        """
        words, seat = self._words[n]
        if not set(words) <= set(person.words) or (seat and person.seat and seat != person.seat):
            return False
        same = {person.words[0], person.words[-1]} <= set(words) or words == person.words
        cut = person.words[0] in words or words[0] not in self._scene.chains.given
        return (same or (cut and not self._is_kin(n, person))) and self._agrees(person, n)

    def _is_kin(self, n: int, person: Person) -> bool:
        """Does one of the two mentions come with a word for a relative, and the other not?"""
        return self._families.is_kin(n) != any(self._families.is_kin(m) for m in person.full)

    def _bearer(self, n: int, word: str) -> Person | None:
        """Whose given or family name a single word is."""
        fits = [p for p in self.found if p.full and _is_outer(self._scene, word, p.words) and self._agrees(p, n)]
        if _is_cited(self._scene, n):
            return None
        if self._families.is_kin(n):
            fits = [p for p in fits if self._same_kin(n, p)]
        ends = [p for p in fits if word in (p.words[0], p.words[-1])]
        fits = ends or fits  # a middle name or first surname only where it is nobody's last
        if len(fits) < 2:
            return fits[0] if fits else None
        titled = [p for p in fits if self._shares_title(p, n)]
        return titled[0] if len(titled) == 1 else self._outstanding(titled or fits, n)

    def _same_kin(self, n: int, person: Person) -> bool:
        """May "his father Johan" be somebody told of: as a relative too, or by that given name?"""
        return any(self._families.is_kin(m) for m in person.full) or person.words[0] == self._words[n][0][0]

    def _outstanding(self, people: list[Person], n: int) -> Person | None:
        """Who of several of one name is meant, if anybody: no relative, alone before it, or named by far most often."""
        first = [p for p in people if not any(self._families.is_kin(m) for m in p.full)]
        people = first or people
        before = [p for p in people if min(p.full) < n]
        if len(people) == 1 or len(before) == 1:
            return before[0] if before else people[0]
        ranked = sorted(people, key=lambda p: -len(p.full))
        if len(ranked[0].full) >= _OUTWEIGHS * len(ranked[1].full):
            return ranked[0]
        latest = sorted(((self._last_told(p, n), p) for p in before), key=lambda told: -told[0])
        near = len(latest) > 1 and latest[0][0] - latest[1][0] >= _NEARER
        leaders = [p for p in people if any(post.title.rank in LEADERS and not post.former for post in p.posts)]
        return latest[0][1] if near else leaders[0] if len(leaders) == 1 else None

    def _last_told(self, person: Person, n: int) -> int:
        """The sentence in which somebody was last named before a mention."""
        last = max(m for m in person.mentions if m < n)
        return self._scene.parsed.sentence(self._scene.tokens[self._scene.names[last].first]).number

    def _most_named(self, people: list[Person]) -> Person:
        return max(people, key=lambda p: (len(p.mentions), -p.mentions[0]))

    def _shares_title(self, person: Person, n: int) -> bool:
        """Is this mention called by a title of somebody's: "President Saleh"?"""
        ours = {p.title.form for p in self._posts.get(n, [])}
        return any(p.title.form in ours for p in person.posts)

    def _agrees(self, person: Person, n: int) -> bool:
        """No clash between what this mention is called and what the person is: "King Salman", "Crown Prince ..."."""
        if self._families.apart(n, person.mentions):
            return False
        sex, theirs = self._families.sex(n), self._scene.chains.sex_of_name(person.name)
        if sex is not None and theirs is not None and sex != theirs:
            return False
        royal = [p for p in self._posts.get(n, []) if p.title.rank in ("royal", "clergy")]
        known = [p for p in person.posts if p.title.rank in ("royal", "clergy")]
        return not (royal and known) or any(_last_word(a) == _last_word(b) for a in royal for b in known)


def _last_word(post: Post) -> str:
    return post.office.lower().split()[-1]


def _text(scene: Scene, number: int) -> str:
    name = scene.names[number]
    return re.sub(r"\s+", " ", re.sub(r"['’]s?$", "", scene.text(name.first, name.last)))


def _is_cited(scene: Scene, number: int) -> bool:
    """Is it the author of a work, cited in brackets or before a year in brackets: "(Lund 2014)", "Lund (2014)"?"""
    name = scene.names[number]
    low, high = scene.bounds(name.first)
    text = scene.parsed.article.text
    behind = _YEAR.match(text[scene.tokens[name.last - 1].end : scene.tokens[high - 1].end])
    before = text[scene.tokens[low].start : scene.tokens[name.first].start]
    return behind is not None and ("(" in behind[0] or before.rfind("(") > before.rfind(")"))


def _telling(text: str) -> tuple[tuple[str, ...], str]:
    """A name's words, and what stands behind "of", which is no part of what somebody is called for short."""
    own, _, seat = text.partition(" of ")
    return core_words(own), seat.lower()


def _is_outer(scene: Scene, word: str, words: tuple[str, ...]) -> bool:
    """Is a word somebody's first or last name, or the first of two surnames?"""
    if word in (words[0], words[-1]):
        return True
    return len(words) > 2 and word in words[1:] and word not in scene.chains.given
