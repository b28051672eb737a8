"""The analysis of a text: tokens, sentences and trees in Universal Dependencies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, runtime_checkable

from chancery.articles.types import Article
from chancery.grammar.words import Word


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word.

    Attributes:
        i: its place in the article, from 0, across sentences.
        start, end: half-open character range in `Article.text`.
        upos, feats, head, deprel: as in Universal Dependencies; `head` is a place in the article too,
            and the token's own place `i` at the root. `feats` is the CoNLL-U string ("Number=Sing|Tense=Past").
        name: "PER", "ORG", "LOC" or "" with `begins` true on the first word of a name.
        par: the number of the paragraph that it stands in, from 0.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    name: str = ""
    begins: bool = False
    par: int = 0

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def rel(self) -> str:
        """The universal part of the relation: "nsubj" for "nsubj:pass"."""
        return self.deprel.partition(":")[0]

    @property
    def is_root(self) -> bool:
        return self.head == self.i

    def feat(self, name: str) -> str | None:
        """The value of a feature, or None: `feat("Tense")` gives "Past"."""
        return _features(self.feats).get(name)


@lru_cache(maxsize=1 << 12)  # a treebank has some hundreds of them
def _features(feats: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for pair in feats.split("|"):
        key, _, value = pair.partition("=")
        found.setdefault(key, value)
    return found


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (not included) of the article; characters `start` to `end` of its text."""

    number: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True)
class Parsed:
    """An article with its analysis. Trees are trees: each sentence has one root and no cycle."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    parser: str

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if not token.is_root:
                found[token.head].append(token)
        return tuple(tuple(f) for f in found)

    @cached_property
    def _edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the tokens begin and end: both rise."""
        return tuple(t.start for t in self.tokens), tuple(t.end for t in self.tokens)

    @cached_property
    def _sentence_at(self) -> tuple[int, ...]:
        return tuple(s.number for s in self.sentences for _ in range(s.first, s.last))

    @cached_property
    def _rels(self) -> tuple[str, ...]:
        return tuple(t.rel for t in self.tokens)

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """The words in lower case, by their places."""
        return tuple(t.lower for t in self.tokens)

    def children(self, token: Token, *rels: str) -> tuple[Token, ...]:
        """The token's dependents in text order; with `rels`, those whose relation is one of them.

        A relation without a subtype matches all of its subtypes: "nsubj" matches "nsubj:pass"; "nsubj:pass"
        matches only itself.
        """
        found = self._children[token.i]
        if not rels or not found:
            return found
        universal = self._rels
        return tuple([c for c in found if c.deprel in rels or universal[c.i] in rels])

    def child(self, token: Token, *rels: str) -> Token | None:
        """The first of `children`, or None."""
        found = self.children(token, *rels)
        return found[0] if found else None

    def head(self, token: Token) -> Token | None:
        """The token that it depends on, or None at the root."""
        return None if token.is_root else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Its head, the head's head, and so on up to the root."""
        above = self.head(token)
        while above is not None:
            yield above
            above = self.head(above)

    def subtree(self, token: Token, without: Callable[[Token], bool] | None = None) -> list[Token]:
        """The token and all below it in text order; branches whose top satisfies `without` are left out."""
        found, queue = [token], [token]
        while queue:
            for child in self._children[queue.pop().i]:
                if without is None or not without(child):
                    found.append(child)
                    queue.append(child)
        return sorted(found, key=lambda t: t.i)

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """The token and those coordinated under it: for "Putin and Kim", asked at "Putin", both."""
        found = [token]
        for child in self.children(token, "conj"):
            found.extend(self.conjuncts(child))
        return tuple(found)

    def sentence(self, token: Token) -> Sentence:
        return self.sentences[self._sentence_at[token.i]]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def text_of(self, sentence: Sentence) -> str:
        return self.article.text[sentence.start : sentence.end]

    def within(self, start: int, end: int) -> range:
        """The places of the tokens that lie wholly inside a character range."""
        starts, ends = self._edges
        return range(bisect_left(starts, start), bisect_right(ends, end))

    def covering(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly inside a character range."""
        places = self.within(start, end)
        return self.tokens[places.start : max(places.stop, places.start)]

    def token_from(self, start: int) -> Token | None:
        """The first token that begins at a character or after it."""
        place = bisect_left(self._edges[0], start)
        return self.tokens[place] if place < len(self.tokens) else None


class Reader(Protocol):
    """What turns an article into its analysis: ours, or any pipeline with UD labels behind this."""

    @property
    def name(self) -> str:
        """Name and version, kept with each reading."""
        ...

    def parse(self, article: Article) -> Parsed:
        """Analyses an article; never raises on text, however odd."""
        ...


@runtime_checkable
class WordReader(Reader, Protocol):
    """A reader that can also take words and sentences as they are given."""

    def analyse(self, article: Article, found: Sequence[Sequence[Word]]) -> Parsed:
        """Analyses words of the article, sentence by sentence."""
        ...


@runtime_checkable
class ManyReader(Reader, Protocol):
    """A reader that is quicker with many articles at a time."""

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """The analyses of articles in their order, each as `parse` gives it."""
        ...
