"""Where on the globe the named places of an article lie, and which of several places of one name is meant.

What the words tell goes first ("Paris, Texas", "Russky Island near Vladivostok", "the Syrian town of Afrin"), then
what the tables kept by hand take the name for, then the company that the name keeps in the article: its states and
regions, and the places already settled. Where none of these decides between places in several states, it cannot be
told. The weights were set on the first half of GeoWebNews (see `bench.geowebnews`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import log10

from chancery.grammar.types import Parsed
from chancery.lexicon.atlas import Atlas
from chancery.lexicon.gazetteer import Spot, gazetteer, kilometres
from chancery.lexicon.load import Lexicon
from chancery.lexicon.spelling import plain
from chancery.mentions.places.names import Names, PlaceName, gathered, key_of
from chancery.mentions.types import Place

_NEAR_KM = 300.0  # farther off a namesake is not meant by "near"
_PART_KM = 40.0  # farther off a namesake is no part of a town
_BESIDE_KM, _AROUND_KM = 80.0, 250.0
_OF_KIND = {"region": -0.5, "district": -1.0}
_DEFAULT, _OWN_NAME, _REGION, _STATE, _HOME, _BESIDE, _AROUND = 4.0, 0.7, 2.5, 1.5, 0.5, 1.5, 0.7
_LEAST = 300  # people that a place of unknown size is taken to have
_RENOWNED = 1_000_000  # the same for a site kept by hand
_WELL_KNOWN = 20_000  # people: a smaller place does not stand out from its namesakes in other states
_SOLE = 3_000  # people: a smaller place is not meant only because no other is called so
_DECIDES = 0.3  # by so much the best must lead where nothing but size speaks for it


def locate(parsed: Parsed, places: Sequence[Place], lexicon: Lexicon) -> tuple[Place, ...]:
    """The places with their positions, and with the state that follows where none was known or the words tell it."""
    if not places:
        return ()
    names = gathered(parsed, places, lexicon, gazetteer())
    for name in names.values():
        _settle_told(name, names)
    ground = _ground(parsed, places, names, lexicon.atlas)
    by_trust = sorted(names.values(), key=lambda n: (n.spot is None, n.default is None, n.numbers[0]))
    for by_size in (False, True):
        for name in by_trust:
            if name.spot is None and name.candidates and not name.local:
                _settle(name, ground, by_size)
            if name.spot is not None and name.spot.point is not None:
                ground.settled.add(name.spot.point)
    for name in names.values():
        _settle_near(name, names)
        if name.spot is None and (name.local or not name.candidates):
            _settle_by_town(name, names, places)
    by_number = {i: name for name in names.values() for i in name.numbers}
    return tuple(_placed(place, by_number[i]) for i, place in enumerate(places))


def _lies_in(spot: Spot, outer: Spot) -> bool:
    """Whether a place lies in a larger one; for a town, whether it is a part of it or hard by."""
    if outer.kind == "country":
        return spot.country == outer.country and spot.kind != "country"
    if outer.kind == "region":
        return spot.region == outer.region is not None and spot.kind not in ("region", "country")
    if outer.kind == "district":
        return spot.district == outer.district is not None and spot.kind == "settlement"
    towns = outer.kind == "settlement" and spot.kind == "settlement" and spot.people < outer.people
    return towns and kilometres(_at(spot), _at(outer)) < _PART_KM


def _at(spot: Spot) -> tuple[float, float]:
    return spot.latitude, spot.longitude


def _settle_told(name: PlaceName, names: Names) -> None:
    """Takes the largest of the name that lies where the words say; what holds it is thereby settled too."""
    fits = [(s, told) for told in name.within for s in name.candidates if _lies_in(s, told.outer)]
    if not fits:
        return
    spot, told = max(fits, key=lambda f: (f[1].outer.kind != "settlement", f[0] == name.default, f[0].people))
    name.choose(spot, f"told to be in {told.outer.name}")
    holder = names[told.key] if told.key is not None else None
    if holder is not None and holder.spot is None and holder.default != told.outer and told.outer.kind != "settlement":
        holder.choose(told.outer, f"told to hold {spot.name}")


@dataclass
class _Ground:
    """What the article names besides: states by how often, codes of regions, and points settled so far."""

    states: Counter[str]
    regions: frozenset[str]
    settled: set[tuple[float, float]] = field(default_factory=set)

    def support(self, spot: Spot, default: Spot | None) -> list[tuple[float, str]]:
        """What speaks for a place besides its size: weights, each with its reason."""
        found = []
        if spot == default:
            found.append((_DEFAULT, "what the name means to most"))
        if spot.region in self.regions and spot.kind != "region":
            found.append((_REGION, "its region is named"))
        if spot.country is not None and spot.country in self.states and spot.kind != "country":
            most = self.states[spot.country] == max(self.states.values())
            found.append((_STATE + _HOME * most, "its state is named"))
        if spot.point is not None and self.settled:
            apart = min(kilometres(spot.point, other) for other in self.settled)
            if apart < _AROUND_KM:
                found.append((_BESIDE if apart < _BESIDE_KM else _AROUND, "near other places named"))
        return found


def _ground(parsed: Parsed, places: Sequence[Place], names: Names, atlas: Atlas) -> _Ground:
    states: Counter[str] = Counter()
    regions = set()
    for place in places:
        name = names[key_of(place)]
        meant = name.spot or name.default
        if meant is not None and meant.country is not None:
            states[meant.country] += 1
        if meant is not None and meant.kind in ("region", "district") and meant.region is not None:
            regions.add(meant.region)
    for token in parsed.tokens:
        if token.upos == "ADJ" and token.text[:1].isupper():
            known = atlas.adjective(token.text)
            if known is not None and known.country is not None:
                states[known.country] += 1
    return _Ground(states, frozenset(regions))


def _settle(name: PlaceName, ground: _Ground, by_size: bool) -> None:
    """Weighs the places of that name; where nothing in the article speaks for one, its size may, if asked."""
    ranked = []
    for spot in name.candidates:
        support = ground.support(spot, name.default)
        people = _RENOWNED if spot.geonames is None else max(spot.people, _LEAST)
        score = log10(people) + _OF_KIND.get(spot.kind, 0.0) + _OWN_NAME * _is_own(name, spot)
        ranked.append((score + sum(weight for weight, _ in support), spot, max(support, default=(0.0, ""))[1]))
    ranked.sort(key=lambda r: -r[0])
    score, best, reason = ranked[0]
    order = [spot for _, spot, _ in ranked]
    rival = next((s for s, spot, _ in ranked[1:] if spot.country != best.country), None)
    stands_out = best.people >= (_SOLE if rival is None else _WELL_KNOWN) and _is_own(name, best)
    if reason:
        name.choose(best, reason, order)
    elif by_size and stands_out and (rival is None or score - rival >= _DECIDES):
        name.choose(best, "the only one of that name" if len(ranked) == 1 else "the largest of that name", order)
    else:
        name.leave("nothing in the report says which", order)


def _is_own(name: PlaceName, spot: Spot) -> bool:
    """Whether the place is mostly called so: not Ghent by "Gand"."""
    return plain(spot.name).lower() in name.key


def _settle_near(name: PlaceName, names: Names) -> None:
    """Of several places of that name the one nearest to what it is told to be near; of none, that one's position."""
    anchors = [spot for other in name.near if (spot := names[other].spot) is not None and spot.point is not None]
    if not anchors or name.default is not None:
        return
    by_distance = sorted((kilometres(_at(s), _at(anchors[0])), n, s) for n, s in enumerate(name.candidates))
    if by_distance and by_distance[0][0] < _NEAR_KM:
        name.choose(by_distance[0][2], f"told to be near {anchors[0].name}")
    elif name.spot is None:
        name.choose(_stand_in(name, anchors[0]), f"told to be near {anchors[0].name}")


def _settle_by_town(name: PlaceName, names: Names, places: Sequence[Place]) -> None:
    """A name that nobody lists has the position of its town: told, in its name, or the last named before a street."""
    inside = [names[told.key].spot for told in name.within if told.key is not None and told.inside]
    called = [n.spot for key, n in names.items() if name.key.startswith(key + " ") or name.key.endswith(" " + key)]
    before = places[name.numbers[0] - 1 :: -1] if name.local and name.numbers[0] else ()
    known = {places[n].country for n in name.numbers} - {None}
    for spots, reason in (
        ((*inside, *called), "told to be in"),
        ((names[key_of(place)].spot for place in before), "the town named before is"),
    ):
        town = next((s for s in spots if s is not None and s.kind == "settlement"), None)
        if town is not None and known <= {town.country}:
            name.choose(_stand_in(name, town), f"{reason} {town.name}")
            return


def _stand_in(name: PlaceName, spot: Spot) -> Spot:
    """The position of a better known place for one in it or near it."""
    return replace(spot, name=name.key, kind="venue", people=0, geonames=None)


def _placed(place: Place, name: PlaceName) -> Place:
    country = place.country
    if name.spot is not None and (name.default is None or name.spot != name.default):
        told = name.reason is not None and name.reason.startswith("told")
        country = name.spot.country if country is None or told else country
    return replace(place, country=country, spot=name.spot, reason=name.reason, others=name.others)
