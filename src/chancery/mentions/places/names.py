"""The names of places in an article: what may bear each name, and what the words beside it tell of where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from chancery.grammar.types import Parsed
from chancery.lexicon.atlas import Atlas
from chancery.lexicon.gazetteer import Gazetteer, Spot, place_words
from chancery.lexicon.load import Lexicon
from chancery.lexicon.spelling import plain
from chancery.mentions.types import Place

_GAP = 5  # tokens between a place and the one that tells where it lies
_SHORT = 3  # letters of an abbreviation in capitals
_OWNER = frozenset({"'s", "’s", "'", "’"})
_OPENS = frozenset({",", "("})
_KEPT = 3  # runners-up


@dataclass(frozen=True, slots=True)
class Told:
    """What the words put around a place: `key` of its name if it is a place of the article, `inside` if by "in"."""

    outer: Spot
    key: str | None = None
    inside: bool = False


@dataclass
class PlaceName:
    """One name in the article.

    Attributes:
        key: its plain lower-case form.
        numbers: which places of the article bear it.
        default: what the atlas, or the table of sites, takes the name for.
        candidates: everything that bears the name, the default first.
        local: true of streets and buildings, which every town may have.
        within: what the words put around it; near: keys of the names that it is told to be near.
        spot, reason, others: what was chosen, why, and the runners-up.
    """

    key: str
    numbers: list[int]
    default: Spot | None
    candidates: tuple[Spot, ...]
    local: bool
    within: list[Told] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    spot: Spot | None = None
    reason: str | None = None
    others: tuple[Spot, ...] = ()

    def choose(self, spot: Spot, reason: str, order: Iterable[Spot] = ()) -> None:
        """Settles the name; `order` ranks all candidates, where they were weighed."""
        self.spot, self.reason = spot, reason
        self.others = tuple(s for s in (order or self.candidates) if s != spot)[:_KEPT]

    def leave(self, reason: str, order: Sequence[Spot]) -> None:
        """Leaves the name open, for a reason; `order` ranks the candidates."""
        self.reason, self.others = reason, tuple(order[:_KEPT])


Names = dict[str, PlaceName]
"""By the plain lower-case form of the name."""


def key_of(place: Place) -> str:
    return plain(place.name).lower()


def gathered(parsed: Parsed, places: Sequence[Place], lexicon: Lexicon, world: Gazetteer) -> Names:
    """The names of the places, each with its candidates and with what is told of where it lies."""
    names: Names = {}
    for number, place in enumerate(places):
        key = key_of(place)
        if key not in names:
            default, candidates = _candidates(place.name, lexicon, world)
            local = default is None and " " in key and key.rpartition(" ")[2] in place_words().local
            names[key] = PlaceName(key, [], default, candidates, local)
        names[key].numbers.append(number)
    _note_neighbours(parsed, places, names, world)
    for place in places:
        told = names[key_of(place)].within
        told.extend(Told(spot) for spot in _adjective_above(parsed, place, lexicon.atlas, world))
        after = parsed.tokens[place.last : place.last + 2]
        if len(after) == 2 and after[0].text in _OPENS and after[1].text[:1].isupper():
            told.extend(Told(spot) for spot in world.abbreviated(after[1].text))
    return names


def _candidates(name: str, lexicon: Lexicon, world: Gazetteer) -> tuple[Spot | None, tuple[Spot, ...]]:
    """What the tables kept by hand take the name for, and everything that bears it, that first."""
    for form in _shorter(name):
        for known in lexicon.atlas.names(form):
            if known.kind == "country":
                state, namesakes = world.country(known.key), (s for s in world.find(form) if s.kind == "region")
                return state, (*((state,) if state is not None else ()), *namesakes)
            if known.kind == "place":
                site = world.site(known.key)
                return site, (site, *(s for s in world.find(form) if s != site)) if site is not None else ()
        if _is_no_name(form, lexicon):
            continue
        found = world.find(form)
        if found:
            return found[0] if found[0].geonames is None else None, found
    if "." in name[:-1]:  # "N.J."
        found = world.abbreviated(name)
        return next(iter(found), None), found
    return None, ()


def _is_no_name(form: str, lexicon: Lexicon) -> bool:
    """Whether it is an abbreviation ("U.N."), a point of the compass ("the West") or a mere noun ("University")."""
    bare, words = plain(form), place_words()
    mere = words.sorts | words.sides | lexicon.meetings.venues
    return (bare.isupper() and len(bare) <= _SHORT) or all(word in mere for word in bare.lower().split())


def _shorter(name: str) -> Iterator[str]:
    """The name, then without what it says of sort and side: "Oaxaca State", "southern Homs", "City of Calamba"."""
    yield name
    words, vocabulary = name.split(), place_words()
    while len(words) > 1 and words[0].lower() in vocabulary.sides:
        words = words[1:]
        yield " ".join(words)
    if len(words) > 2 and words[0].lower() in vocabulary.sorts and words[1].lower() == "of":
        words = words[2:]
        yield " ".join(words)
    while len(words) > 1 and words[-1].lower() in vocabulary.sorts:
        words = words[:-1]
        yield " ".join(words)


def _note_neighbours(parsed: Parsed, places: Sequence[Place], names: Names, world: Gazetteer) -> None:
    """Notes what two places beside each other tell: "Paris, Texas", "Syria's Aleppo", "Rafah near Gaza"."""
    words = place_words()
    for one, two in pairwise(places):
        if not 0 < two.first - one.last <= _GAP:
            continue
        gap = [t.lower for t in parsed.tokens[one.last : two.first]]
        first, second = names[key_of(one)], names[key_of(two)]
        if len(gap) == 1 and gap[0] in _OPENS and not second.candidates:
            second.candidates = world.abbreviated(two.name)  # "Walker County (Ga.)"
        if (gap[0] in _OPENS or gap[0] in words.within) and set(gap[1:]) <= {"the", *words.within}:
            inside = bool(words.within & set(gap))
            first.within.extend(Told(spot, second.key, inside) for spot in second.candidates)
        elif _owns(gap):
            second.within.extend(Told(spot, first.key, True) for spot in first.candidates)
        elif words.near & set(gap) and "." not in gap:
            first.near.append(second.key)


def _owns(gap: list[str]) -> bool:
    """Whether words between two places put the second into the first: "Syria's Aleppo", "the Texas city of Dallas"."""
    if gap[-1] == "of":
        return bool(place_words().sorts & set(gap[:-1])) and (len(gap) == 2 or gap[0] in _OWNER)
    return len(gap) == 1 and gap[0] in _OWNER


def _adjective_above(parsed: Parsed, place: Place, atlas: Atlas, world: Gazetteer) -> Iterator[Spot]:
    """The state in "the Syrian town of Afrin", "the Turkish resort Antalya"."""
    above = parsed.head(parsed.tokens[place.head])
    if above is None or above.lemma.lower() not in place_words().sorts:
        return
    for child in parsed.children(above, "amod", "compound"):
        known = atlas.adjective(child.text)
        spot = world.country(known.country) if known is not None and known.country is not None else None
        if spot is not None:
            yield spot
