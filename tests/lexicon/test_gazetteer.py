"""The gazetteer: places by name with their positions, and the sites kept by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.gazetteer import Gazetteer, gazetteer, kilometres, load_place_words, place_words
from chancery.lexicon.numbers import DATA
from chancery.lexicon.tables import read_rows

SITES = read_rows(DATA / "sites.tsv", "key name kind country latitude longitude")
PLACES = {row[0]: row for row in read_rows(DATA / "places.tsv", "key name aliases country type source")}


def test_asking_for_it_reads_nothing() -> None:
    fresh = Gazetteer(DATA / "nowhere")
    assert not {"_archive", "_firsts", "_sites"} & set(vars(fresh))


def test_places_of_one_name_stand_by_size() -> None:
    found = gazetteer().find("Paris")
    texan = next(s for s in found if s.region == "US.TX")
    assert [s.people for s in found] == sorted((s.people for s in found), reverse=True)
    assert texan.kind == "settlement"
    assert texan.country == "USA"
    assert texan.geonames == 4717560
    assert texan.point == pytest.approx((33.66, -95.55), abs=0.02)


@pytest.mark.parametrize(
    ("form", "country"), [("Kiev", "UKR"), ("AL-QAMISHLI", "SYR"), ("Qamishli", "SYR"), ("Łódź", "POL")]
)
def test_other_names_and_spellings_are_found(form: str, country: str) -> None:
    assert gazetteer().find(form)[0].country == country


def test_what_nobody_lists_is_not_found() -> None:
    world = gazetteer()
    assert world.find("Qqxville") == () == world.find("") == world.find("\t") == world.abbreviated("Zz.")


@pytest.mark.parametrize(("form", "region"), [("Va.", "US.VA"), ("TX", "US.TX"), ("Ont.", "CA.08"), ("N.J.", "US.NJ")])
def test_press_abbreviations_of_states_and_provinces(form: str, region: str) -> None:
    assert [s.region for s in gazetteer().abbreviated(form)] == [region]


def test_states_regions_and_districts_have_a_number_but_no_point() -> None:
    world = gazetteer()
    state, region = world.country("GBR"), world.find("Bavaria")[0]
    assert state is not None
    assert (state.geonames, state.point) == (2635167, None)
    assert (region.kind, region.country, region.point) == ("region", "DEU", None)
    assert world.country("ZZZ") is None


@pytest.mark.parametrize(
    ("key", "at"),
    [
        ("panmunjom", (37.96, 126.68)),
        ("camp-david", (39.65, -77.46)),
        ("burgenstock", (47.00, 8.38)),
        ("diaoyutai", (39.91, 116.32)),
        ("vladivostok", (43.12, 131.89)),
    ],
)
def test_entries_of_the_atlas_have_their_points(key: str, at: tuple[float, float]) -> None:
    spot = gazetteer().site(f"place:{key}")
    assert spot is not None
    assert spot.point is not None
    assert kilometres(spot.point, at) < 5


def test_an_entry_means_the_largest_of_its_kind_in_its_state() -> None:
    world = gazetteer()
    washington, xinjiang = world.site("place:washington"), world.site("place:xinjiang")
    assert washington is not None
    assert washington.geonames == 4140963
    assert xinjiang is not None
    assert (xinjiang.kind, xinjiang.country) == ("region", "CHN")
    assert world.site("place:atlantis") is None


def test_most_entries_of_the_atlas_are_placed() -> None:
    placed = sum(gazetteer().site(key) is not None for key in PLACES)
    assert placed / len(PLACES) > 0.97


def test_sites_kept_by_hand_agree_with_the_atlas() -> None:
    keys = [row[0] for row in SITES]
    assert keys == sorted(set(keys))
    for key, _, kind, country, latitude, longitude in SITES:
        assert kind in ("venue", "island", "region", "area")
        assert -90 <= float(latitude) <= 90
        assert -180 <= float(longitude) <= 180
        if key in PLACES:
            assert country in (PLACES[key][3], "") or PLACES[key][3] == "", key


def test_distances() -> None:
    assert kilometres((0.0, 0.0), (0.0, 0.0)) == 0
    assert kilometres((48.85, 2.35), (51.51, -0.13)) == pytest.approx(344, abs=2)
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, abs=1)


def test_words_of_place_names() -> None:
    words = place_words()
    assert "province" in words.sorts
    assert "downtown" in words.sides
    assert "street" in words.local
    assert not words.sorts & words.sides


def test_damaged_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "sites.tsv").write_text("key\tname\tkind\tcountry\tlatitude\tlongitude\n", "utf-8")
    with pytest.raises(DataError, match=r"gazetteer\.zip"):
        Gazetteer(tmp_path).find("Paris")
    (tmp_path / "gazetteer.zip").write_bytes(b"no archive")
    with pytest.raises(DataError, match=r"gazetteer\.zip"):
        Gazetteer(tmp_path).find("Paris")
    with zipfile.ZipFile(tmp_path / "gazetteer.zip", "w") as archive:
        archive.writestr("other", "")
    with pytest.raises(DataError, match="no index"):
        Gazetteer(tmp_path).find("Paris")
    (tmp_path / "sites.tsv").write_text(
        "key\tname\tkind\tcountry\tlatitude\tlongitude\nplace:x\tX\tplanet\t\t0\t0\n", "utf-8"
    )
    with pytest.raises(DataError, match="planet"):
        Gazetteer(tmp_path).site("place:x")
    (tmp_path / "place_words.tsv").write_text("word\tkind\nvast\tsize\n", "utf-8")
    with pytest.raises(DataError, match="vast"):
        load_place_words(tmp_path)
