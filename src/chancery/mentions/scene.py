"""The words of an article with its names: what the finders of posts, chains and parties look at together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.atlas import Atlas, Known
from chancery.lexicon.chains import ChainWords
from chancery.lexicon.titles import Title, Titles
from chancery.mentions.names import Name

STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD"})
"""PLOVER sectors of bodies that speak for their state."""

DOMESTIC = frozenset({"OPP", "PTY", "LEG", "JUD"})
"""Sectors of bodies that reports name without their state where they are about it: "the opposition"."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True)
class Scene:
    """A parsed article, its names in text order, and the lexicon's tables of the world.

    `shorts` has the short forms that the article introduces itself, with the place in `names` of the long ones.
    """

    parsed: Parsed
    names: tuple[Name, ...]
    atlas: Atlas
    titles: Titles
    chains: ChainWords
    shorts: Mapping[str, int] = field(default_factory=dict)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.parsed.tokens

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(t.text for t in self.parsed.tokens)

    @cached_property
    def _at(self) -> dict[int, int]:
        return {i: n for n, name in enumerate(self.names) for i in range(name.first, name.last)}

    def name_at(self, i: int) -> Name | None:
        """The name that token `i` belongs to."""
        found = self._at.get(i)
        return None if found is None else self.names[found]

    def number_at(self, i: int) -> int | None:
        """The place in `names` of the name that token `i` belongs to."""
        return self._at.get(i)

    def text(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (not included), to the letter."""
        return self.parsed.article.text[self.tokens[first].start : self.tokens[last - 1].end]

    def title(self, end: int) -> tuple[int, Title] | None:
        """The longest title of the sentence that ends before token `end`: its number of words, and what it is."""
        if end < 1:
            return None
        if end not in self._titles_before:
            self._titles_before[end] = self._title(end)
        return self._titles_before[end]

    @cached_property
    def _titles_before(self) -> dict[int, tuple[int, Title] | None]:
        """The titles asked for so far: several rules ask for the same."""
        return {}

    def _title(self, end: int) -> tuple[int, Title] | None:
        found = self.titles.match(self.words, end - 1)
        if found is None or found[0] < self.bounds(end - 1)[0]:
            return None
        return end - found[0], found[1]

    def qualifies(self, i: int) -> bool:
        """Is token `i` a word that titles are made with: "deputy", "foreign", "rebel"?"""
        return self.titles.qualifies(self.words[i])

    def adjective(self, last: int) -> tuple[Known, int] | None:
        """The country whose adjective ends at token `last`, and where it begins: "South Korean", "Russian"."""
        if not self.words[last][:1].isupper():  # nor is a comma part of it: "On Taiwan, President Ruto"
            return None
        if last > 0 and self.tokens[last - 1].end + 1 >= self.tokens[last].start:
            two = self.atlas.adjective(f"{self.words[last - 1]} {self.words[last]}")
            if two is not None:
                return two, last - 1
        one = self.atlas.adjective(self.words[last])
        return None if one is None else (one, last)

    def bounds(self, i: int) -> tuple[int, int]:
        """First and last (not included) token of the sentence that token `i` stands in."""
        sentence = self.parsed.sentence(self.tokens[i])
        return sentence.first, sentence.last

    def state_of(self, first: int, last: int) -> str | None:
        """The state named in or right before a phrase: "Turkish Ministry of ...", "Ukraine's foreign ministry"."""
        for i in range(first, last):
            found = self.adjective(i)
            if found is not None:
                return found[0].country
        inside = [known for i in range(first, last) for known in self._states_at(i, last)]
        if inside:
            return inside[0]
        low, _ = self.bounds(first)
        before = first - 1
        if before >= low and self.words[before] in POSSESSIVES:
            before -= 1
            if before > low and self.tokens[before].upos == "NOUN":
                before -= 1  # "the Kenyan opposition's High Council"
        if before < low:
            return None
        found = self.adjective(before)
        if found is not None:
            return found[0].country
        named = self.name_at(before)
        if named is not None and named.known is not None and named.known.kind == "country":
            return named.known.country
        return None

    def _states_at(self, i: int, last: int) -> Iterator[str]:
        match = self.atlas.match(self.words[:last], i)
        if match is None or match[1].country is None:
            return
        if match[1].kind == "country" or (match[1].kind == "body" and match[1].sector in STATE_SECTORS):
            yield match[1].country

    @cached_property
    def about_korea(self) -> bool:
        return any(n.known is not None and n.known.country in ("PRK", "KOR") for n in self.names)

    def half_of_korea(self, i: int) -> str | None:
        """The alpha-3 code of "the North" or "the South" at token `i`, in a report that names either Korea."""
        halves = {"North": "PRK", "South": "KOR"}
        opened = i > 0 and self.words[i - 1].lower() == "the"
        return halves.get(self.words[i]) if opened and self.about_korea else None
