"""Who held which public office when: `data/holders.tsv` (built by `training/holders.py`) and `data/diplomats.tsv`.

Names are compared as `spelling.compare` does, so that "Sergey Lavrov" finds "Sergei Lavrov" and "Kim Jong-un" finds
"Kim Jong Un". What a report itself says of a person goes before anything found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from chancery.lexicon.posts import SINGLE, posts_of, same_post
from chancery.lexicon.spelling import compare, core_words, plain, sound, sounds, variants
from chancery.lexicon.tables import read_rows

YEARS_AROUND = 2
"""How far outside a term a holder is still looked for: reports go on naming people by a post that they left."""
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK"})
_WELL_KNOWN = (
    ("head of state", "prime minister", "un secretary-general"),
    ("foreign minister", "defense minister", "high representative", "national security adviser"),
)
"""Posts whose holders reports call by the family name alone from the first, those of the first group before others."""
_MANY = 10  # people with a word as their first name, from which on the word alone means none of its bearers
_MONTH = len("2019-04")
_NAMES_KEPT = 4096  # names of people whose bearers are remembered
HEADER = "person office country start end source verified_until wikidata"
_TABS = HEADER.count(" ")
_TWICE = re.compile(r"(.)\1+")
_SKELETON = str.maketrans("qckgxzwf", "kkkkssvv", "aeiouyh'")


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office for a time.

    Attributes:
        person: the full name as the table has it. office: in English, without the country.
        country: alpha-3, or None for a body of no single state.
        start, end: ISO 8601, whole or cut; None where not known, and for `end` also where the term goes on.
        source: where the row is from. verified_until: the ISO date up to which it is known to hold.
        wikidata: the person's Wikidata id, or None.
        by_surname: true where only the family name was asked for.
    """

    person: str
    office: str
    country: str | None
    start: str | None
    end: str | None
    source: str
    verified_until: str
    wikidata: str | None = None
    by_surname: bool = False

    def covers(self, on: str) -> bool:
        """Whether the term is known to cover some day of an ISO date, whole or cut."""
        last = self.end or max(self.verified_until, self.start or "")
        return (self.start or "0000")[: len(on)] <= on and on[: len(last)] <= last[: len(on)]


@dataclass(frozen=True, slots=True)
class Link:
    """Who in the table a name, as a report tells it, is.

    Attributes:
        holding: the office by which the person was told from others, the one that the report tells where the table
            has it.
        wikidata: the person's Wikidata id, from whichever row has it, or None.
        reason: why this person. others: names of people who came near.
        agrees: true where the table has the told office for the day; false where it has another holder of it;
            None where it says neither.
        conflict: that other holding.
    """

    holding: Holding
    wikidata: str | None
    reason: str
    others: tuple[str, ...] = ()
    agrees: bool | None = None
    conflict: Holding | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report tells of somebody beside the name: the office, and the date."""

    office: str | None
    on: str | None

    def held(self, holding: Holding) -> bool:
        """Is this the told office, whenever it was?"""
        return self.office is not None and same_post(holding.office, self.office)

    def then(self, holding: Holding) -> bool:
        """Is this an office of the day, to the month? A term without an end is taken to go on."""
        if self.on is None or not _around(holding, self.on, 0):
            return False
        day = self.on[:_MONTH]
        begun = not holding.start or holding.start[: len(day)] <= day
        return begun and (not holding.end or day[: len(holding.end)] <= holding.end[: len(day)])

    def preferences(self, *, anybody: bool) -> Iterator[tuple[str, Callable[[Holding], bool]]]:
        """What tells people of one name apart, the surest first; being in office at all only for `anybody`."""
        yield "holds the told office on the day", lambda h: self.held(h) and self.then(h)
        yield "held the told office", self.held
        if anybody:
            yield "the only one in office on the day", self.then


@dataclass(frozen=True)
class Holders:
    """The rows of the tables as they stand there, cells apart by tabs: 16,000 of them, of which few are asked for.

    The index is made when the first name is looked up.
    """

    rows: tuple[str, ...]

    def find(self, name: str, on: str | None = None, country: str | None = None) -> tuple[Holding, ...]:
        """The offices of a person, latest first.

        Args:
            name: a full name in any order and common spelling, or a family name. A family name alone is answered
                only where all that bear it (around `on`, of `country`) are one person, or where just one of them
                leads a state on that day, or else is just then the only foreign or defence minister or like them;
                without `country`, only the well-known are looked at: those, and the rows kept by hand.
            on: an ISO date, whole or cut; only offices held within `YEARS_AROUND` years of it are given.
            country: alpha-3; only offices of that state are given.
        """
        words = core_words(name)
        if not words:
            return ()
        if len(words) == 1:
            return self._by_family(words[0], self.bearers(name, on, country), on, country)
        return self.bearers(name, on, country)

    def bearers(self, name: str, on: str | None = None, country: str | None = None) -> tuple[Holding, ...]:
        """The offices of all who may be meant by a name, be it a full or a family name, latest first."""
        words = core_words(name)
        lone = len(words) == 1
        rows = (i for person in self._named(name) for i in self._by_person[person])
        found = [self.holding(i, by_surname=lone) for i in rows]
        kept = [h for h in found if (country is None or h.country == country) and (on is None or _around(h, on))]
        return tuple(sorted(kept, key=lambda h: (h.start or "", h.end or "9999", h.office, h.person), reverse=True))

    def resolve(
        self, name: str, on: str | None = None, country: str | None = None, office: str | None = None
    ) -> Link | None:
        """The one person of the table whom a report means; None where it may be several or the table has none.

        Args:
            name: as the report tells it. on: the date of the report or event. country: alpha-3 of the state that the
                report tells for the person; of an international body's people none. office: as the report tells it.
        """
        told = _Told(office, on)
        found = self.bearers(name, on, country)
        lone = len(core_words(name)) == 1
        if lone and office is not None and not any(told.held(h) and told.then(h) for h in found):
            found = (*found, *self._by_any_word(name, country, told))
        people = self._people_of(found)
        for reason, fits in told.preferences(anybody=not lone or country is not None):
            best = [rows for rows in people if any(fits(h) for h in rows)]
            if len(best) == 1:
                return self._link(next(h for h in best[0] if fits(h)), people, reason, told)
        if lone and country is None:
            known = self.find(name, on)
            return self._link(known[0], self._people_of(known), "the best known of the name", told) if known else None
        return self._link(found[0], people, "the only one of the name", told) if len(people) == 1 else None

    def _by_any_word(self, name: str, country: str | None, told: _Told) -> tuple[Holding, ...]:
        """Holders of the told office on the day one of whose names, be it no family name, is this: "Minister Retno"."""
        words = core_words(name)
        rows = (i for p in self._candidates(words) if compare(name, p) != "no" for i in self._by_person[p])
        holdings = (self.holding(i, by_surname=True) for i in rows)
        return tuple(h for h in holdings if h.country == country and told.held(h) and told.then(h))

    def incumbents(self, office: str, country: str, on: str) -> tuple[Holding, ...]:
        """Who held a post of a state on a day, as far as the table vouches for it: one row for each person.

        Where a state has two of a kind ("supreme leader", "president"), those of just the asked name are given.
        """
        wanted = posts_of(office)
        found: dict[str, Holding] = {}
        for i in self._by_country.get(country, ()):
            holding = self.holding(i)
            fits = holding.covers(on) and posts_of(holding.office) & wanted
            if fits and all(compare(holding.person, other) == "no" for other in found):
                found[holding.person] = holding
        named = tuple(h for h in found.values() if plain(h.office).lower() == plain(office).lower())
        return named or tuple(found.values())

    def known_full(self, name: str) -> bool:
        """Whether the table has somebody of just these words as the full name, whatever the day."""
        words = core_words(name)
        return len(words) > 1 and any(core_words(p) == words for p in self._candidates(words))

    def _link(self, holding: Holding, people: Sequence[Sequence[Holding]], reason: str, told: _Told) -> Link:
        rows = next(rows for rows in people if holding in rows)
        wikidata = next((h.wikidata for h in rows if h.wikidata is not None), None)
        others = tuple(sorted({h.person for other in people if other is not rows for h in other}))
        if told.office is None or told.on is None:
            return Link(holding, wikidata, reason, others)
        if any(told.held(h) and told.then(h) for h in rows):
            return Link(holding, wikidata, reason, others, agrees=True)
        rival = self._rival(holding.person, told.office, holding.country, told.on)
        return Link(holding, wikidata, reason, others, False if rival else None, rival)

    def _rival(self, person: str, office: str, country: str | None, on: str) -> Holding | None:
        """Another holder of a post that there is one of, whom the table has for the day."""
        if country is None or not posts_of(office) & SINGLE:
            return None
        others = self.incumbents(office, country, on)
        return others[0] if others and all(compare(person, h.person) == "no" for h in others) else None

    def _people_of(self, found: Sequence[Holding]) -> list[list[Holding]]:
        """The rows by person: of one Wikidata id, or of names that meet."""
        people: list[list[Holding]] = []
        for holding in found:
            rows = next((rows for rows in people if _one(rows, holding)), None)
            if rows is None:
                people.append([holding])
            else:
                rows.append(holding)
        return people

    def _by_family(
        self, word: str, hits: Sequence[Holding], on: str | None, country: str | None
    ) -> tuple[Holding, ...]:
        exact = [h for h in hits if word in plain(h.person).lower().split()] or hits
        found = [h for h in exact if country is not None or h.source == "own" or _rank(h) is not None]
        family = self._given[word] < _MANY
        if not family:  # "Mohammed" alone is not the king of that name
            found = [h for h in found if len(core_words(h.person)) > 1]
        if family and found and len(self._people_of(found)) == 1:
            return tuple(found)
        for rank in (0, 1) if family else (0,):
            known = [h for h in found if _rank(h) == rank and (on is None or _around(h, on, 0))]
            people = self._people_of(known)
            if people:
                return tuple(h for h in found if _one(people[0], h)) if len(people) == 1 else ()
        return ()

    @cached_property
    def _named(self) -> Callable[[str], tuple[str, ...]]:
        """People in the table whom a name may mean: asked several times of everybody whom a report names."""

        @lru_cache(maxsize=_NAMES_KEPT)
        def named(name: str) -> tuple[str, ...]:
            words = core_words(name)
            candidates = self._candidates(words)
            if len(words) == 1:
                return tuple(p for p in candidates if self._is_family(words[0], p))
            return tuple(p for p in candidates if len(core_words(p)) > 1 and compare(name, p) != "no")

        return named

    def _candidates(self, words: tuple[str, ...]) -> list[str]:
        """Names that have two words of the name asked for, or its only one, in rough letters."""
        asked = [{p for key in _keys(word) for p in self._index.get(key, ())} for word in dict.fromkeys(words)]
        if len(asked) == 1:
            return sorted(asked[0])
        counts = Counter(p for people in asked for p in people)
        return sorted(p for p, n in counts.items() if n > 1)

    def _is_family(self, word: str, person: str) -> bool:
        """Whether a word is the family name of somebody. Pak and Park are two where two states write them so."""
        words = core_words(person)
        if self._country(person) in _FAMILY_FIRST:
            return words[0] == word
        return sound(word) in (sound(words[-1]), sound(words[0]) if len(words) == 1 else "")

    def holding(self, i: int, *, by_surname: bool = False) -> Holding:
        """The row of that place."""
        p, o, c, s, e, src, v, q = self.rows[i].split("\t")
        return Holding(p, o, c or None, s or None, e or None, src, v, q or None, by_surname)

    @cached_property
    def _by_person(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, row in enumerate(self.rows):
            found.setdefault(row.partition("\t")[0], []).append(i)
        return found

    def _country(self, person: str) -> str:
        return self.rows[self._by_person[person][0]].split("\t", 3)[2]

    @cached_property
    def _by_country(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, row in enumerate(self.rows):
            found.setdefault(row.split("\t", 3)[2], []).append(i)
        return found

    @cached_property
    def _given(self) -> Counter[str]:
        """How many people have a word as their first name, where that is the given one."""
        first = Counter[str]()
        for person in self._by_person:
            if " " in person and self._country(person) not in _FAMILY_FIRST:
                first[plain(person.partition(" ")[0]).lower()] += 1
        return first

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """The people by the rough letters of each word of their names."""
        index: dict[str, list[str]] = {}
        for person in self._by_person:
            for word in dict.fromkeys(plain(person).lower().split()):
                index.setdefault(_rough(word), []).append(person)
        return index


def load_holders(folder: Path) -> Holders:
    """The tables in a folder.

    Raises:
        DataError: where a table has not the columns that it should have.
    """
    return Holders(rows=(*_lines(folder / "diplomats.tsv"), *_lines(folder / "holders.tsv")))


def _lines(path: Path) -> list[str]:
    """The rows of a table uncut: cutting 16,000 of them would take most of the program's start."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if not lines or lines[0].split("\t") != HEADER.split() or any(line.count("\t") != _TABS for line in lines):
        read_rows(path, HEADER)  # raises, and names file and line
    return lines[1:]


def _rough(word: str) -> str:
    """A word's consonants in few letters, for finding what may be alike: cheap, since it is made of each name."""
    return _TWICE.sub(r"\1", word.translate(_SKELETON))


@lru_cache(maxsize=1 << 14)
def _keys(word: str) -> frozenset[str]:
    """The rough letters of a word and of its variants in the table of spellings."""
    first = variants().get(word)
    group = [w for w, led in variants().items() if led == first] if first is not None else []
    return frozenset(_rough(w) for w in (word, *group))


def _rank(holding: Holding) -> int | None:
    posts = posts_of(holding.office)
    return next((n for n, group in enumerate(_WELL_KNOWN) if posts & set(group)), None)


def _one(rows: Sequence[Holding], holding: Holding) -> bool:
    """Whether a row is of the person of others: of one Wikidata id, or, where one has none, of a name that meets."""
    ids = {h.wikidata for h in rows if h.wikidata is not None}
    if holding.wikidata is not None and ids:
        return holding.wikidata in ids
    return any(compare(h.person, holding.person) != "no" or _same_term(h, holding) for h in rows)


def _same_term(one: Holding, other: Holding) -> bool:
    """One post of a state from one year on, and a name in common: "Liz Truss" and "Elizabeth Truss"."""
    begun = one.start is not None and other.start is not None and one.start[:4] == other.start[:4]
    alike = one.country == other.country and bool(posts_of(one.office) & posts_of(other.office) & SINGLE)
    return begun and alike and bool(set(sounds(one.person)) & set(sounds(other.person)))


def _around(holding: Holding, on: str, years: int = YEARS_AROUND) -> bool:
    """Whether a term, drawn out by some years on both sides, covers the year of a date.

    A term without an end is taken to go on, one without a start to have begun `YEARS_AROUND` years before the day up
    to which its list is known to hold.
    """
    year = int(on[:4])
    start = int(holding.start[:4]) if holding.start else int(holding.verified_until[:4]) - YEARS_AROUND
    end = int(holding.end[:4]) if holding.end else year
    return start - years <= year <= end + years
