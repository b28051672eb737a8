"""Places of the world with their positions, by name: settlements, regions, districts, states, known sites.

`data/gazetteer.zip` is made by `training/gazetteer.py` from GeoNames' data (https://www.geonames.org, CC BY 4.0):
rows sorted by name in members of a few hundred, with the first name of each member in the member `index`, so that
a look-up unpacks one member. `data/sites.tsv` is kept by hand: venues, islands and wide regions that atlas entries
name and that the GeoNames rows have not. Nothing is read before the first question.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from io import BytesIO
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Literal, cast

from chancery.errors import DataError
from chancery.lexicon.numbers import DATA
from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import forms, read_rows

SpotKind = Literal["country", "region", "district", "settlement", "venue", "island", "area"]
"""A region is a state's first division, a district its second; an area is any other stretch of land or water."""

KINDS: dict[str, SpotKind] = {"C": "country", "R": "region", "D": "district", "S": "settlement", "A": "area"}
POINTED = frozenset({"settlement", "venue", "island"})
"""Kinds that have a point; the position of any other is a middle, good for telling what is near."""

_MEANT: dict[str, tuple[SpotKind, ...]] = {
    "city": ("settlement",),
    "region": ("region", "district", "area"),
    "island": ("region", "district"),
    "venue": ("settlement",),
}
"""What an entry of places.tsv may be among GeoNames' rows, by its type; the first kind that there is."""

_EARTH_KM = 6371.0
_BLOCKS, _ANSWERS = 64, 10_000  # kept in memory
_ALIAS = 4  # cells of a row that only names another; of one with a position there are ten


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a position.

    Attributes:
        name: as GeoNames or our tables have it.
        country: alpha-3, None where no single state has it.
        region, district: GeoNames' codes of its first and second division ("US.TX", "US.TX.453"); None if unknown.
        latitude, longitude: degrees north and east, to a hundredth.
        people: how many live there, to two digits; 0 if unknown.
        geonames: its number in GeoNames, None for what is kept by hand.
    """

    name: str
    kind: SpotKind
    country: str | None
    region: str | None
    district: str | None
    latitude: float
    longitude: float
    people: int
    geonames: int | None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude where the place is small enough to have a point; else None."""
        return (self.latitude, self.longitude) if self.kind in POINTED else None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lower-case words in and around names of places, by what they do; the data file tells each kind."""

    sorts: frozenset[str]
    sides: frozenset[str]
    local: frozenset[str]
    near: frozenset[str]
    within: frozenset[str]
    about: frozenset[str]


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two positions (latitude, longitude in degrees) on the sphere, by the haversine formula."""
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    half = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


class Gazetteer:
    """Looks places up by name; reads its files at the first question that needs them.

    Args:
        folder: where `gazetteer.zip` and `sites.tsv` lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._block = lru_cache(maxsize=_BLOCKS)(self._unpacked)
        self._meant: dict[str, Spot | None] = {}
        self._of_key = lru_cache(maxsize=_ANSWERS)(self._looked_up)

    def find(self, name: str) -> tuple[Spot, ...]:
        """Every place of that name; case, accents and dots make no difference.

        A site kept by hand stands first, then those with most people.

        Raises:
            DataError: where a file cannot be read or is not what it should be.
        """
        key = plain(name).lower()
        kept = self._sites_by_name.get(key)
        return self._of_key(key) if kept is None else (kept, *self._of_key(key))

    def abbreviated(self, form: str) -> tuple[Spot, ...]:
        """The state or province that an abbreviation after a town means: "Va.", "Calif.", "ON"."""
        return self._of_key("." + plain(form).lower())

    def country(self, alpha3: str) -> Spot | None:
        """A state or territory as a place: its number in GeoNames and its middle."""
        return next(iter(self._of_key("=" + alpha3.lower())), None)

    def site(self, key: str) -> Spot | None:
        """The place that an atlas entry means ("place:panmunjom"): kept by hand, else the GeoNames row for it."""
        if key in self._sites:
            return self._sites[key]
        if key not in self._meant:
            self._meant[key] = self._largest(*self._entries[key]) if key in self._entries else None
        return self._meant[key]

    def _largest(self, spelled: list[str], country: str, kinds: tuple[SpotKind, ...]) -> Spot | None:
        """The largest of the first kind that any of the names has in a state; in any state where none is given."""
        found = [s for form in spelled for s in self._of_key(plain(form).lower())]
        there = [s for s in found if s.kind in kinds and (s.country == country or not country)]
        return min(there, key=lambda s: (kinds.index(s.kind), -s.people, s.geonames or 0), default=None)

    def _looked_up(self, key: str) -> tuple[Spot, ...]:
        found: dict[int, Spot] = {}
        for cells in self._rows(key):
            if len(cells) == _ALIAS:
                aimed = [row for row in self._rows(cells[2]) if row[-1] == cells[3] and len(row) > _ALIAS]
            else:
                aimed = [cells]
            for row in aimed:
                spot = _spot(row)
                found[spot.geonames or 0] = spot
        return tuple(sorted(found.values(), key=lambda s: (-s.people, s.geonames or 0)))

    def _rows(self, key: str) -> list[list[str]]:
        number = bisect_right(self._firsts, key) - 1
        if number < 0 or not key:
            return []
        block, rows = self._block(number), []
        start = block.find(f"\n{key}\t")
        while start >= 0:
            end = block.find("\n", start + 1)
            rows.append(block[start + 1 : end].split("\t"))
            start = end if block.startswith(f"\n{key}\t", end) else -1
        return rows

    def _unpacked(self, number: int) -> str:
        try:
            return "\n" + self._archive.read(f"{number:04d}").decode("utf-8") + "\n"
        except (KeyError, zipfile.BadZipFile, UnicodeDecodeError) as error:
            raise DataError(f"{self._folder / 'gazetteer.zip'}: part {number} cannot be read: {error}") from error

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        path = self._folder / "gazetteer.zip"
        try:
            return zipfile.ZipFile(BytesIO(path.read_bytes()))
        except (OSError, zipfile.BadZipFile) as error:
            raise DataError(f"{path}: cannot be read: {error}") from error

    @cached_property
    def _firsts(self) -> list[str]:
        try:
            return self._archive.read("index").decode("utf-8").split("\n")
        except KeyError as error:
            raise DataError(f"{self._folder / 'gazetteer.zip'}: has no index") from error

    @cached_property
    def _entries(self) -> dict[str, tuple[list[str], str, tuple[SpotKind, ...]]]:
        """The entries of the atlas that GeoNames' rows can place: their names, state, and the kinds they may be of."""
        rows = read_rows(self._folder / "places.tsv", "key name aliases country type source")
        return {r[0]: ([r[1], *forms(r[2])], r[3], _MEANT[r[4]]) for r in rows if r[4] in _MEANT}

    @cached_property
    def _sites_by_name(self) -> dict[str, Spot]:
        return {plain(spot.name).lower(): spot for spot in self._sites.values()}

    @cached_property
    def _sites(self) -> dict[str, Spot]:
        path = self._folder / "sites.tsv"
        found = {}
        for key, name, kind, country, latitude, longitude in read_rows(
            path, "key name kind country latitude longitude"
        ):
            if kind not in ("venue", "island", "region", "area"):
                raise DataError(f"{path}: {key} is a {kind}, which is no kind of site")
            at = float(latitude), float(longitude)
            found[key] = Spot(name, cast(SpotKind, kind), country or None, None, None, *at, 0, None)
        return found


def _spot(row: list[str]) -> Spot:
    key, name, kind, country, region, district, north, east, people, number = row
    return Spot(
        name=name or key.title(),
        kind=KINDS[kind],
        country=country or None,
        region=region or None,
        district=f"{region}.{district}" if district else None,
        latitude=int(north) / 100,
        longitude=int(east) / 100,
        people=int(people),
        geonames=int(number),
    )


def load_place_words(folder: Path = DATA) -> PlaceWords:
    """Reads `place_words.tsv`.

    Raises:
        DataError: where a row has not a word and a known kind.
    """
    path, words = (
        folder / "place_words.tsv",
        {kind: set[str]() for kind in ("sort", "side", "local", "near", "within", "about")},
    )
    for word, kind in read_rows(path, "word kind"):
        if kind not in words:
            raise DataError(f"{path}: {word} is a {kind}, which is no kind of word")
        words[kind].add(word)
    return PlaceWords(*(frozenset(found) for found in words.values()))


@cache
def place_words() -> PlaceWords:
    """The shipped words, read once."""
    return load_place_words()


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer; asking for it reads nothing yet."""
    return Gazetteer(DATA)
