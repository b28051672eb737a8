"""Which place of a name is meant, where it lies, and when it cannot be told."""

from __future__ import annotations

import re

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.lexicon.gazetteer import kilometres
from chancery.mentions.places.find import find_places
from chancery.mentions.types import Place
from tests.mentions.scenes import lexicon


def read(text: str) -> dict[str, Place]:
    """The places of a text by their names; `[...]` marks what the reader takes for a place. Trees are flat."""
    rows = []
    for sentence in text.split(" | "):
        pieces = re.findall(r"\[|\]|\w[\w.'’-]*|[^\w\s]", sentence)
        tag, lines = "", list[str]()
        for piece in pieces:
            if piece in "[]":
                tag = "Name=B-LOC" if piece == "[" else ""
                continue
            n, rel = len(lines) + 1, "dep" if lines else "root"
            upos = "PROPN" if tag else "ADJ" if piece.endswith(("ian", "ish")) else "X"
            lines.append(f"{n}\t{piece}\t{piece}\t{upos}\t_\t_\t{1 if lines else 0}\t{rel}\t_\t{tag or '_'}")
            tag = tag.replace("B-", "I-")
        rows.append("\n".join(lines))
    return {place.name: place for place in find_places(parsed_from("\n\n".join(rows)), lexicon())}


def test_the_state_told_beside_a_town_decides() -> None:
    found = read("He spoke in [Paris] , [Texas] .")
    assert found["Paris"].country == "USA"
    assert found["Paris"].geonames == 4717560
    assert found["Paris"].reason == "told to be in Texas"
    assert found["Texas"].geonames == 4736286
    assert found["Texas"].point is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They met in [London] , [Ontario] .", "London", "CAN"),
        ("They met in [Birmingham] , Ala .", "Birmingham", "USA"),
        ("They met in [Salem] , Ore .", "Salem", "USA"),
        ("They met in [Cordoba] in [Argentina] .", "Cordoba", "ARG"),
        ("They met in [Jordan] 's [Irbid] .", "Irbid", "JOR"),
    ],
)
def test_what_the_words_put_around_a_town(text: str, name: str, country: str) -> None:
    found = read(text)[name]
    assert found.country == country
    assert found.point is not None


def test_a_town_tells_which_state_its_neighbour_is() -> None:
    found = read("They met in [Atlanta] , [Georgia] .")
    assert found["Georgia"].spot is not None
    assert found["Georgia"].country == "USA"
    assert read("They met in [Tbilisi] , [Georgia] .")["Georgia"].country == "GEO"


def test_without_more_a_name_means_what_it_means_to_most() -> None:
    found = read("They met in [Paris] .")["Paris"]
    assert (found.country, found.geonames) == ("FRA", 2988507)
    assert found.reason == "what the name means to most"
    assert any(s.region == "US.TX" for s in found.others)


def test_a_small_place_has_the_position_of_what_it_is_near() -> None:
    found = read("Shelling hit [Qurbatha] near [Donetsk] .")
    small, town = found["Qurbatha"], found["Donetsk"]
    assert small.reason == "told to be near Donetsk"
    assert small.country == "UKR"
    assert small.point == town.point
    assert small.geonames is None


def test_an_island_near_a_town() -> None:
    found = read("They met on [Russky Island] near [Vladivostok] .")
    island, town = found["Russky Island"].point, found["Vladivostok"].point
    assert island is not None
    assert town is not None
    assert kilometres(island, town) < 30


def test_of_namesakes_the_one_near_what_is_told() -> None:
    found = read("They met in [Woodstock] near [Oxford] , [England] .")["Woodstock"]
    assert found.country == "GBR"


def test_the_company_that_a_name_keeps() -> None:
    alone = read("He went to [Springfield] .")["Springfield"]
    assert alone.spot is not None
    assert alone.spot.region == "US.MO"
    beside = read("[Illinois] votes soon . | He went to [Springfield] .")["Springfield"]
    assert beside.spot is not None
    assert beside.spot.region == "US.IL"
    assert beside.reason == "its region is named"


def test_states_and_regions_have_no_point() -> None:
    found = read("Envoys of [France] met in [Bavaria] over the [Middle East] .")
    assert found["France"].geonames == 3017382
    assert found["Bavaria"].geonames == 2951839
    assert [p.point for p in found.values()] == [None, None, None]


def test_streets_lie_in_the_town_named_before() -> None:
    found = read("Crowds met in [Winnipeg] . | They marched down [Graham Avenue] .")["Graham Avenue"]
    assert found.country == "CAN"
    assert found.reason == "the town named before is Winnipeg"
    assert read("They marched down [Graham Avenue] .")["Graham Avenue"].point is None


def test_where_nothing_decides_it_is_left_open() -> None:
    found = read("They met in [Dundrum] .")["Dundrum"]
    assert (found.spot, found.country, found.geonames) == (None, None, None)
    assert found.reason == "nothing in the report says which"
    assert len(found.others) > 1


def test_a_name_that_nobody_lists_has_no_position() -> None:
    found = read("They met in [Qurbatha] .")["Qurbatha"]
    assert (found.spot, found.reason, found.others) == (None, None, ())


@pytest.mark.parametrize(
    "name", ["Panmunjom", "Camp David", "Bürgenstock", "Diaoyutai", "Livadia Palace", "Sunnylands"]
)
def test_sites_of_diplomacy_have_points(name: str) -> None:
    found = read(f"They met at {name} .")[name]
    assert found.spot is not None
    assert found.spot.kind == "venue"
    assert found.point is not None


def test_a_longer_name_is_another_place() -> None:
    found = read("They met in [Moscow Oblast] and sailed the [Mississippi Delta] .")
    assert set(found) == {"Moscow Oblast", "Mississippi Delta"}


@pytest.mark.parametrize("name", ["West", "South", "U.N.", "University", "UN"])
def test_compass_points_nouns_and_abbreviations_are_no_towns(name: str) -> None:
    assert all(place.spot is None for place in read(f"They talked in the [{name}] .").values())


def test_an_institute_is_in_no_town_for_being_told_after_it() -> None:
    found = read("They met in [Moscow] . | He is at the [Tarasov Institute] .")["Tarasov Institute"]
    assert found.spot is None


def test_a_wide_place_of_our_tables_goes_before_a_village() -> None:
    found = read("American envoys left [Baltimore] for the [Middle East] .")["Middle East"]
    assert found.spot is not None
    assert found.spot.kind == "area"
