"""Names of people that the reader missed or cut short: behind a title, at a particle, of a known office-holder."""

from __future__ import annotations

from dataclasses import replace

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.atlas import Atlas
from chancery.lexicon.titles import Titles
from chancery.mentions.names import Name, find_names, people_again
from chancery.mentions.scene import POSSESSIVES

LINKS = frozenset("al el bin bint ibn ben de del della di da dos das do la le van von der den ten ter y".split())
"""Words that a name goes on behind, written small or large."""
_COMPLEMENTS = frozenset({"of", "for", "on", "to"})
_DATED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_OF_POSTS = frozenset(
    "office palace house residence summit visit meeting conference candidate campaign election elections term cabinet "
    "delegation statement decree resignation".split()
)
"""What a post has ("the Prime Minister Office"), and no family is called."""
_REACH = 9
"""Words between a title and the name behind its complement at most ("Commissioner for Refugees NAME")."""


def all_names(parsed: Parsed, atlas: Atlas, titles: Titles) -> list[Name]:
    """The names that the reader and the atlas give, with people whom they left out or cut; in text order."""
    found = _Names(parsed, atlas, titles, find_names(parsed, atlas, titles))
    found.join()
    found.behind_titles()
    return people_again(parsed, found.names)


class _Names:
    """The names found so far, by token."""

    def __init__(self, parsed: Parsed, atlas: Atlas, titles: Titles, names: list[Name]) -> None:
        self.parsed, self.atlas, self.titles = parsed, atlas, titles
        self.words = [t.text for t in parsed.tokens]
        self._by_token = {i: n for n in names for i in range(n.first, n.last)}
        self._in_title_case: dict[int, bool] = {}

    @property
    def names(self) -> list[Name]:
        """The names in text order."""
        return sorted(set(self._by_token.values()), key=lambda n: n.first)

    def at(self, i: int) -> Name | None:
        return self._by_token.get(i)

    def put(self, name: Name) -> None:
        """Adds a name; of those that it overlaps, what stands before it remains where it is no mere title."""
        for other in {n for i in range(name.first, name.last) if (n := self.at(i)) is not None}:
            for i in range(other.first, other.last):
                del self._by_token[i]
            if other.first < name.first and not self._qualifies(other.first, name.first):
                self._lay(replace(other, last=name.first, known=None))
        self._lay(name)

    def _lay(self, name: Name) -> None:
        self._by_token.update(dict.fromkeys(range(name.first, name.last), name))

    def _qualifies(self, first: int, last: int) -> bool:
        """Are these words but part of a title ("Foreign Affairs")?"""
        return all(self.titles.qualifies(w) or w.lower() in ("and", "of", "for") for w in self.words[first:last]) or (
            self.titles.qualifies(" ".join(self.words[first:last]))
        )

    def join(self) -> None:
        """Puts together what was cut at a particle, or is the full name of a holder of office."""
        for name in [n for n in self.names if n.kind == "PER" and n.known is None]:
            if self.at(name.first) is not name:
                continue  # joined already to the one before
            last = self._end(name)
            if last > name.last:
                self.put(Name(name.first, last, "PER"))

    def _end(self, name: Name) -> int:
        _, high = self._bounds(name.first)
        end = self._past_links(name.last, high)
        if end > name.last and end < high and self._person_part(end):
            after = self.at(end)
            return after.last if after is not None else end + 1
        end = name.last
        while end < high and end - name.last < 3 and self._loose(end):
            end += 1
        while end > name.last:
            if self.atlas.holders.known_full(" ".join(self.words[name.first : end])):
                return end
            end -= 1
        return name.last

    def _past_links(self, i: int, high: int) -> int:
        while i < high and self.words[i].lower() in LINKS and self.at(i) is None:
            i += 1
        return i

    def _person_part(self, i: int) -> bool:
        named = self.at(i)
        return (named is not None and named.kind == "PER" and named.first == i) or (
            named is None and self._capital(self.parsed.tokens[i])
        )

    def _loose(self, i: int) -> bool:
        """Is the token a capital word, or a particle, that belongs to no name?"""
        return self.at(i) is None and (self._capital(self.parsed.tokens[i]) or self.words[i].lower() in LINKS)

    def behind_titles(self) -> None:
        """Makes a name of a capital word right behind a title, or behind its complement."""
        for i in (k for k in range(1, len(self.words)) if self.words[k][:1].isupper()):
            if self._may_be_named(i) and (self._title_ends(i) or self._complement_ends(i)):
                self.put(Name(i, self._run(i), "PER"))

    def _run(self, i: int) -> int:
        _, high = self._bounds(i)
        end = i + 1
        while end < high and (self._loose(end) or self._same(i, end)):
            end += 1
        named = self.at(end)
        if named is not None and named.kind == "PER" and named.first == end and not self.parsed.tokens[end].begins:
            return named.last  # the reader's name was cut
        while self.words[end - 1].lower() in LINKS:
            end -= 1
        return max(end, i + 1)

    def _same(self, i: int, end: int) -> bool:
        """Is the token in the name that the reader has here, be it of another kind?"""
        named = self.at(i)
        return named is not None and named.known is None and end < named.last

    def _may_be_named(self, i: int) -> bool:
        token, named = self.parsed.tokens[i], self.at(i)
        if token.text.isupper() or not token.text.replace("-", "").isalpha():
            return False
        if self.titles.match(self.words, i) is not None:
            return False
        if named is not None and (named.kind == "PER" or (named.known is not None and token.name != "PER")):
            return False
        cut = named is not None and named.first < i and not self._qualifies(named.first, i)
        return (not cut or self._complement_ends(i)) and self._named_like(token)

    def _named_like(self, token: Token) -> bool:
        """A word that can be a family name: no verb, no word of titles, organs and days."""
        after = self.words[token.i + 1] if token.i + 1 < len(self.words) else "."
        if token.upos not in ("PROPN", "NOUN", "ADV", "ADJ") or token.lower in _DATED | _OF_POSTS:
            return False
        if self.titles.head(after) is not None and after[:1].isupper():  # "Special Representative | Affairs Ambassador"
            return False
        text = token.text
        if token.name == "PER" or (token.upos == "NOUN" and not self._title_case(token.i)):
            return self.titles.head(text) is None and not self.titles.qualifies(text)
        told = self.titles.role(text) or self.titles.head(text) or self.atlas.organ(text) or self.atlas.adjective(text)
        if told is not None or self.titles.qualifies(text) or self.titles.honorific(text):
            return False
        if token.upos == "PROPN":
            return token.name == "PER" or self.atlas.match(self.words, token.i) is None
        return not after[:1].isupper() and not self._title_case(token.i)

    def _title_case(self, i: int) -> bool:
        """Is the sentence a headline in capitals, where any word may have one?"""
        low, high = self._bounds(i)
        known = self._in_title_case.get(low)
        if known is None:
            plain = (t for t in self.parsed.tokens[low + 1 : high] if t.upos in ("VERB", "NOUN", "ADJ", "ADV"))
            known = self._in_title_case[low] = not any(t.text.islower() for t in plain)
        return known

    def _title_ends(self, i: int) -> bool:
        low, _ = self._bounds(i)
        match = self.titles.match(self.words, i - 1)
        if match is None or match[0] < low or not self.words[i - 1][:1].isupper():
            return False
        return (match[1].official and not self.words[i - 1].endswith("s")) or match[1].form.endswith("affairs")

    def _complement_ends(self, i: int) -> bool:
        """Does a title's complement end before the token: a known name or an organ behind "of", "for" or "on"?"""
        low, _ = self._bounds(i)
        before = self.at(i - 1)
        known = before is not None and before.known is not None and before.last == i
        if not known and self.atlas.organ(self.words[i - 1]) is None and not self._organ_word(i - 1):
            return False
        for at in range(i - 2, max(low, i - _REACH), -1):
            if self.words[at].lower() in _COMPLEMENTS:
                match = self.titles.match(self.words, at - 1)
                if match is not None and match[0] >= low and self.words[at - 1][:1].isupper():
                    return match[1].official
            if self.parsed.tokens[at].upos in ("VERB", "AUX", "PUNCT", "PRON") and self.words[at] != ",":
                return False
        return False

    def _organ_word(self, i: int) -> bool:
        role = self.titles.role(self.words[i])
        return role is not None and role.kind == "group" and self.words[i][:1].isupper()

    def _capital(self, token: Token) -> bool:
        return token.upos == "PROPN" and token.text[:1].isupper() and token.text not in POSSESSIVES

    def _bounds(self, i: int) -> tuple[int, int]:
        sentence = self.parsed.sentence(self.parsed.tokens[i])
        return sentence.first, sentence.last
