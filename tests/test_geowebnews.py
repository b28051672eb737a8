"""The measure of places: what counts as found and right, and floors under the figures on GeoWebNews."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.geowebnews import Judged, judged, measure, table, toponyms
from chancery.grammar.conllu import parsed_from
from chancery.lexicon.load import load_lexicon
from chancery.mentions.places.find import find_places
from chancery.run.kit import Kit

ARTICLE = """<article><text>Talks in Lyon opened.</text><toponyms>
<toponym><extractedName>Lyon</extractedName><type>Literal</type><modifierType/><start>9</start><end>13</end>
<geonamesID>{number}</geonamesID><latitude>{latitude}</latitude><longitude>4.85</longitude></toponym>
<toponym><extractedName>Talks</extractedName><type>Non_Toponym</type><modifierType/><start>0</start><end>5</end></toponym>
<toponym><extractedName>French</extractedName><type>Literal_Modifier</type><modifierType>Adjective</modifierType>
<start>0</start><end>5</end></toponym></toponyms></article>"""
TREE = "\n".join(
    f"{n}\t{form}\t{form}\tX\t_\t_\t{min(n - 1, 1)}\t{'dep' if n > 1 else 'root'}\t_\t_"
    for n, form in enumerate("Talks in Lyon opened".split(), start=1)
)


def read(number: str, latitude: str) -> Judged:
    literal = list(toponyms(ElementTree.fromstring(ARTICLE.format(number=number, latitude=latitude))))
    assert [t.kind for t in literal] == ["Literal"]
    parsed = parsed_from(TREE)
    return judged(literal[0], parsed, find_places(parsed, load_lexicon()))


def test_found_and_right_by_its_number_or_its_distance() -> None:
    assert read("2996944", "0.0") == Judged("Literal", found=True, exact=True, error=0.0)
    near = read("1", "45.76")
    assert near.error is not None
    assert near.error < 3
    far = read("1", "40.00")
    assert far.error is not None
    assert far.error > 600


def test_what_has_no_place_of_ours_is_missed() -> None:
    toponym = next(toponyms(ElementTree.fromstring(ARTICLE.format(number="1", latitude="0.0"))))
    assert judged(toponym, parsed_from(TREE), ()) == Judged("Literal", found=False, exact=False, error=None)


def test_the_table_counts_what_is_unplaced_as_wrong() -> None:
    rows = [Judged("Mixed", True, True, 10.0), Judged("Mixed", True, False, None), Judged("Mixed", False, False, None)]
    assert table("some", rows)[2].split() == ["Mixed", "3", "0.667", "0.333", "0.500", "0.500", "10.0", "10.0"]


@pytest.mark.slow
def test_places_of_geowebnews(shared: Path, kit: Kit) -> None:
    first, second = measure(shared / "data" / "places" / "geowebnews.xml", kit)
    found = [r for r in (*first, *second) if r.found]
    assert len(found) / len(first + second) >= 0.85
    assert sum(r.error is not None and r.error <= 161 for r in found) / len(found) >= 0.80
