"""Places found and put on the globe, on GeoWebNews: 200 news articles with their places resolved to GeoNames.

    python -m bench.geowebnews [FILE]

FILE is `geowebnews.xml`; by default that of `$CHANCERY_SHARED/data/places`. Counted are literal toponyms in Gritta et
al.'s sense (a physical place is meant): the annotated types Literal, Literal_Modifier, Mixed, Coercion and
Embedded_Literal. Left aside are associative ones (demonyms, languages, metonyms, homonyms), what is no toponym, and
adjectives ("the Syrian border"), which name no place for us. Rules were made on the first half of the articles; the
second half is looked at as numbers alone.

A toponym is found where one of our places shares a character with it, exact where both have the same characters. A
found one is right where our place has the annotated GeoNames number or lies within 161 km (100 miles) of the
annotated point; one that we give no place is wrong. States and regions have no point for us but a number and a
middle, which count here.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from xml.etree import ElementTree

from chancery.articles.types import Article
from chancery.grammar.types import Parsed
from chancery.lexicon.gazetteer import kilometres
from chancery.mentions.places.find import find_places
from chancery.mentions.types import Place
from chancery.run.kit import Kit, load_kit

LITERAL = ("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal")
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated literal toponym: characters `start` to `end`, its type, and where it lies if that is told."""

    start: int
    end: int
    kind: str
    geonames: int | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What we made of a toponym; `error` in kilometres, None where we gave it no place."""

    kind: str
    found: bool
    exact: bool
    error: float | None


def toponyms(article: ElementTree.Element) -> Iterator[Toponym]:
    """The literal toponyms of an article that are no adjectives."""
    for element in article.iterfind("toponyms/toponym"):
        cell = {child.tag: (child.text or "").strip() for child in element}
        if cell["type"] not in LITERAL or cell["modifierType"] == "Adjective":
            continue
        point = (float(cell["latitude"]), float(cell["longitude"])) if cell.get("latitude") else None
        number = int(cell["geonamesID"]) if cell.get("geonamesID") else None
        yield Toponym(int(cell["start"]), int(cell["end"]), cell["type"], number, point)


def judged(toponym: Toponym, parsed: Parsed, places: Iterable[Place]) -> Judged:
    """Compares a toponym with our places of the same article."""
    spans = [(parsed.tokens[p.first].start, parsed.tokens[p.last - 1].end, p) for p in places]
    over = [(s, e, p) for s, e, p in spans if s < toponym.end and toponym.start < e]
    if not over:
        return Judged(toponym.kind, False, False, None)
    start, end, place = max(over, key=lambda o: min(o[1], toponym.end) - max(o[0], toponym.start))
    return Judged(toponym.kind, True, (start, end) == (toponym.start, toponym.end), _error(toponym, place))


def _error(toponym: Toponym, place: Place) -> float | None:
    if place.spot is None:
        return None
    if toponym.geonames is not None and place.geonames == toponym.geonames:
        return 0.0
    if toponym.point is None:
        return None
    return kilometres((place.spot.latitude, place.spot.longitude), toponym.point)


def table(title: str, rows: list[Judged]) -> list[str]:
    """The figures of some articles, by type and together."""
    lines = [
        f"{title}",
        f"{'type':18}{'all':>6}{'found':>8}{'exact':>8}{'placed':>8}{'≤161km':>8}{'mean km':>9}{'median':>8}",
    ]
    for kind in (*LITERAL, "together"):
        chosen = [r for r in rows if kind in (r.kind, "together")]
        found = [r for r in chosen if r.found]
        errors = [r.error for r in found if r.error is not None]
        if not found or not errors:
            continue
        near = sum(e <= NEAR_KM for e in errors)
        shares = len(found) / len(chosen), sum(r.exact for r in chosen) / len(chosen), len(errors) / len(found)
        figures = "".join(f"{share:8.3f}" for share in (*shares, near / len(found)))
        lines.append(f"{kind:18}{len(chosen):6}{figures}{mean(errors):9.1f}{median(errors):8.1f}")
    return lines


def measure(path: Path, kit: Kit) -> tuple[list[Judged], list[Judged]]:
    """Our places on both halves of the articles, in their order in the file."""
    articles = ElementTree.parse(path).getroot().findall("article")
    halves: tuple[list[Judged], list[Judged]] = ([], [])
    for number, element in enumerate(articles):
        text = element.findtext("text") or ""
        parsed = kit.reader.parse(Article(f"{path.name}#{number}", str(number), text))
        places = find_places(parsed, kit.lexicon)
        halves[number >= len(articles) // 2].extend(judged(t, parsed, places) for t in toponyms(element))
    return halves


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    shared = Path(os.environ.get("CHANCERY_SHARED", "shared"))
    path = parser.parse_args().file or shared / "data" / "places" / "geowebnews.xml"
    if not path.exists():
        print(f"{path}: not there; name the file", file=sys.stderr)
        return 2
    first, second = measure(path, load_kit())
    for title, rows in (("first half", first), ("second half", second), ("all", first + second)):
        print("\n".join(table(title, rows)) + "\n")
    print("placed, ≤161km: of those found; mean and median: of those placed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
