"""Who held which public office when: `data/holders.tsv` (built by `training/holders.py`) and `data/diplomats.tsv`.

Names are compared in a rough spelling, so that "Sergey Lavrov" finds "Sergei Lavrov" and "Kim Jong-un" finds
"Kim Jong Un". What a report itself says of a person goes before anything found here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import forms, read_rows

YEARS_AROUND = 2
"""How far outside a term a holder is still looked for: reports go on naming people by a post that they left."""
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK"})
_LEADERS = frozenset(
    {
        "president", "prime minister", "premier", "chancellor", "federal chancellor", "leader", "supreme leader",
        "head of state", "head of government", "king", "queen", "emir", "emperor", "pope",
        "secretary-general of the united nations",
    }
)  # fmt: skip
_MINISTERS = frozenset(
    {
        "foreign minister", "minister of foreign affairs", "minister for foreign affairs", "secretary of state",
        "foreign secretary", "minister of external affairs", "defense minister", "minister of defence",
        "secretary of defense", "eu foreign policy chief", "national security adviser",
    }
)  # fmt: skip
"""Offices, in lower case, whose holders reports call by the family name alone from the first."""
_MANY = 10  # people with a word as their first name, from which on the word alone means none of its bearers
_HEADER = "person office country start end source verified_until"


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office for a time.

    Attributes:
        person: the full name as the table has it. office: in English, without the country.
        country: alpha-3, or None for a body of no single state.
        start, end: ISO 8601, whole or cut; None where not known, and for `end` also where the term goes on.
        source: where the row is from. verified_until: the ISO date up to which it is known to hold.
        by_surname: true where only the family name was asked for.
    """

    person: str
    office: str
    country: str | None
    start: str | None
    end: str | None
    source: str
    verified_until: str
    by_surname: bool = False


@dataclass(frozen=True)
class Holders:
    """The rows of the tables; the index is made when the first name is looked up."""

    rows: tuple[tuple[str, ...], ...]
    variants: Mapping[str, str] = field(repr=False)

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
        words = self._words(name)
        if not words:
            return ()
        if len(words) == 1:
            return self._by_family(plain(name).lower(), on, country)
        hits = [i for i in self._sharing(words) if self._same(words, self._people[i])]
        return self._holdings(hits, on, country, by_surname=False)

    def _by_family(self, word: str, on: str | None, country: str | None) -> tuple[Holding, ...]:
        hits = [i for i in self._index.get(self._rough(word), ()) if self._is_family(word, i)]
        hits = [i for i in hits if word in plain(self.rows[i][0]).lower().split()] or hits
        found = self._holdings(hits, on, country, by_surname=True)
        if country is None:
            found = tuple(h for h in found if h.source == "own" or h.office.lower() in _LEADERS | _MINISTERS)
        family = self._given[self._rough(word)] < _MANY
        if family and self._one_person(found):
            return found
        for offices in (_LEADERS, _MINISTERS) if family else (_LEADERS,):
            known = [h for h in found if h.office.lower() in offices and (on is None or _around(h, on, 0))]
            if known:
                return tuple(h for h in found if self._one_person((h, known[0]))) if self._one_person(known) else ()
        return ()

    def _one_person(self, found: Sequence[Holding]) -> bool:
        """Whether all rows can be one person's: each name is the longest one or a part of it."""
        names = [frozenset(w for w in self._words(h.person) if len(w) > 1) for h in found]
        return bool(names) and all(name <= max(names, key=len) for name in names)

    def _sharing(self, words: tuple[str, ...]) -> list[int]:
        """Rows whose name has two words of the name asked for, or the one that it repeats."""
        counts: dict[int, int] = {}
        for word in words:
            for i in self._index.get(word, ()):
                counts[i] = counts.get(i, 0) + 1
        return sorted(i for i, n in counts.items() if n >= 2)

    def _same(self, asked: tuple[str, ...], known: tuple[str, ...]) -> bool:
        """All words of the shorter name are in the longer; single letters (initials) are passed over."""
        left = {w for w in asked if len(w) > 1}
        right = {w for w in known if len(w) > 1}
        return asked == known or (min(len(left), len(right)) >= 2 and (left <= right or right <= left))

    def _is_family(self, word: str, i: int) -> bool:
        """Whether a word is the family name of a row. Pak and Park are two where two states write them so."""
        words = self._people[i]
        if self.rows[i][2] in _FAMILY_FIRST:
            return plain(self.rows[i][0]).lower().split()[0] == word
        return words[-1] == self._rough(word)

    def _holdings(
        self, hits: list[int], on: str | None, country: str | None, *, by_surname: bool
    ) -> tuple[Holding, ...]:
        rows = [
            Holding(p, o, c or None, s or None, e or None, src, v, by_surname)
            for p, o, c, s, e, src, v in (self.rows[i] for i in hits)
        ]
        found = [
            h
            for h in rows
            if (on is None or _around(h, on, YEARS_AROUND)) and (country is None or h.country == country)
        ]
        return tuple(sorted(found, key=lambda h: (h.start or "", h.end or "9999", h.office, h.person), reverse=True))

    def _words(self, name: str) -> tuple[str, ...]:
        return tuple(self._rough(w) for w in plain(name).lower().split())

    def _rough(self, word: str) -> str:
        """A word in a spelling that hides differences of transliteration."""
        word = self.variants.get(word, word)
        word = word.replace("y", "i").replace("ou", "u").replace("kh", "h").replace("w", "v")
        return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])

    @cached_property
    def _people(self) -> tuple[tuple[str, ...], ...]:
        made: dict[str, tuple[str, ...]] = {}
        return tuple(made.setdefault(row[0], made.get(row[0]) or self._words(row[0])) for row in self.rows)

    @cached_property
    def _given(self) -> Counter[str]:
        """How many people have a word as their first name, where that is the given one."""
        people = {words: row[2] for words, row in zip(self._people, self.rows, strict=True)}
        return Counter(words[0] for words, country in people.items() if words and country not in _FAMILY_FIRST)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for i, words in enumerate(self._people):
            for word in dict.fromkeys(words):
                index.setdefault(word, []).append(i)
        return index


def load_holders(folder: Path) -> Holders:
    """The tables in a folder.

    Raises:
        DataError: where a table has not the columns that it should have.
    """
    rows = [tuple(row) for name in ("diplomats.tsv", "holders.tsv") for row in read_rows(folder / name, _HEADER)]
    variants: dict[str, str] = {}
    for (group,) in read_rows(folder / "spellings.tsv", "spellings"):
        first, *others = forms(group)
        variants.update(dict.fromkeys(others, first))
    return Holders(rows=tuple(rows), variants=variants)


def _around(holding: Holding, on: str, years: int) -> bool:
    """Whether a term, drawn out by some years on both sides, covers the year of a date.

    A term without an end is taken to go on, one without a start to have begun `YEARS_AROUND` years before the day up
    to which its list is known to hold.
    """
    year = int(on[:4])
    start = int(holding.start[:4]) if holding.start else int(holding.verified_until[:4]) - YEARS_AROUND
    end = int(holding.end[:4]) if holding.end else year
    return start - years <= year <= end + years
