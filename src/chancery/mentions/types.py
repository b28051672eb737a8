"""Who, when and where: a parsed article with its people, states, bodies, times and places marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.gazetteer import Spot
from chancery.provenance import Skipped

PartyKind = Literal["person", "country", "body", "group"]
T = TypeVar("T")
Basis = Literal["stated", "relative", "dateline", "publication"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that can act, as this report makes it known.

    Attributes:
        entity: the number of the chain in this article, or -1 for a group that is no chain.
        kind: "person" (named), "country", "body" (an organisation, ministry, armed group, seat of power that
            acts: "the Kremlin"), "group" (unnamed people: "US officials", "Palestinian woman").
        name: the fullest form in the report ("Kim Jong-un", "North Korea", "the Kremlin", "U.S. officials").
        country: ISO 3166-1 alpha-3 of the state that it is or speaks for or belongs to, or None.
        code: PLOVER actor code: alpha-3, or "IGO", "NGO", "MNC", or None where not told.
        sector: PLOVER sector ("GOV", "MIL", "REB" ...), or None where unsure.
        office: the post as the report prints it, without the country ("deputy foreign minister"), or None.
        body: the organisation that a person belongs to ("Sejong Institute"), or None.
        wikidata: a person's Wikidata id, where the table of office-holders has one, or None.
    """

    entity: int
    kind: PartyKind
    name: str
    country: str | None = None
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    body: str | None = None
    wikidata: str | None = None


Met = dict[int, tuple[Party, ...]]
"""The parties of the tokens marked so far, by the tokens' places."""


YEAR, MONTH, DAY = len("2019"), len("2019-04"), len("2019-04-26")
"""How long ISO dates are that are told to the year, the month, the day."""


@dataclass(frozen=True, slots=True)
class When:
    """A time that the words fix: ISO 8601 dates, whole or cut, `end` None for one day (or month, or year).

    `first` and `last` are the token range of the words (last not included). `since` is true for an open start
    ("since March 2018": start is March 2018), `until` for an open end ("until Friday").
    """

    start: str
    end: str | None
    basis: Basis
    first: int
    last: int
    since: bool = False
    until: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named, with its country (alpha-3) where known; `head` is the token that heads the name.

    `spot` is the place of the gazetteer that is meant, None where it cannot be told; `reason` says why that one (or
    why none), `others` are the runners-up, the likeliest first.
    """

    name: str
    country: str | None
    head: int
    first: int
    last: int
    spot: Spot | None = None
    reason: str | None = None
    others: tuple[Spot, ...] = ()

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, of a settlement, venue or small island alone."""
        return None if self.spot is None else self.spot.point

    @property
    def geonames(self) -> int | None:
        """Its number in GeoNames, where it has a point of its own or is a division or state."""
        return None if self.spot is None else self.spot.geonames


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Somebody whom a word might have stood for, and why it does not."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands for one chain, and how that was told.

    Attributes:
        entity: the chain's number, or -1 for a group that is no chain; name: what the party is called.
        head: the head token; `first` to `last` (not included) are the words of the name.
        rule: the rule that resolved it; antecedent: the token that it refers back to, or None.
        others: who else was thought of, the likeliest first.
    """

    entity: int
    kind: Literal["name", "pronoun", "nominal", "adjective"]
    head: int
    first: int
    last: int
    rule: str
    name: str = ""
    antecedent: int | None = None
    others: tuple[RunnerUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A post that the report pairs with a person.

    Attributes:
        entity: the person's number in `Marked.parties`.
        office: as printed, without the country; `start`, `end` are its characters.
        rank: the rank class of its title ("head_of_state", "minister", "spokesperson" ...), see the lexicon.
        country: alpha-3 of the state that it belongs to; body: the organisation, where it is not the state.
        former: true where the report says that it is past.
        rule: the construction that paired them.
    """

    entity: int
    office: str
    start: int
    end: int
    rank: str
    rule: str
    country: str | None = None
    body: str | None = None
    former: bool = False


@dataclass(frozen=True)
class Marked:
    """A parsed article and what its phrases stand for.

    `by_head` gives the parties of the phrase headed by a token (by its place): one for a name, a pronoun or
    "the minister", several for "the two sides"; nothing where it cannot be told. Coordination is not opened up
    here: use `mentions.who.parties`. `home` is the state that the report is at home in (see `homes`).
    """

    parsed: Parsed
    parties: tuple[Party, ...]
    mentions: tuple[Mention, ...]
    by_head: Mapping[int, tuple[Party, ...]]
    times: tuple[When, ...]
    places: tuple[Place, ...]
    posts: tuple[Held, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())
    home: str | None = None

    def named(self, token: Token) -> tuple[Party, ...]:
        """The parties that the phrase headed by this very token stands for, coordination left aside."""
        return self.by_head.get(token.i, ())

    def places_at(self, token: Token) -> tuple[Place, ...]:
        """The places whose name a token belongs to, or heads, in text order."""
        return self._places_by_token.get(token.i, ())

    def times_at(self, token: Token) -> tuple[When, ...]:
        """The times that a token is a word of, in text order."""
        return self._times_by_token.get(token.i, ())

    def times_in(self, sentence: Sentence) -> tuple[When, ...]:
        """The times whose words begin in a sentence, in text order."""
        return self._times_by_sentence.get(sentence.number, ())

    def is_collective(self, token: Token) -> bool:
        """True where the token heads a phrase like "the two sides", which names its parties together."""
        return token.i in self._collective

    @cached_property
    def _places_by_token(self) -> Mapping[int, tuple[Place, ...]]:
        return _filed((i, place) for place in self.places for i in {place.head, *range(place.first, place.last)})

    @cached_property
    def _times_by_token(self) -> Mapping[int, tuple[When, ...]]:
        return _filed((i, when) for when in self.times for i in range(when.first, when.last))

    @cached_property
    def _times_by_sentence(self) -> Mapping[int, tuple[When, ...]]:
        tokens = self.parsed.tokens
        return _filed((self.parsed.sentence(tokens[when.first]).number, when) for when in self.times)

    @cached_property
    def _collective(self) -> frozenset[int]:
        return frozenset(m.head for m in self.mentions if m.rule == "collective")


def _filed(entries: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = {}
    for key, entry in entries:
        found.setdefault(key, []).append(entry)
    return {key: tuple(several) for key, several in found.items()}
