"""How disputed states, places, seats and bodies are filed, as shipped and as a user wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.atlas import Atlas, load_atlas
from chancery.lexicon.policy import load_policy
from chancery.lexicon.tables import read_rows
from tests.mentions.scenes import lexicon

DATA = Path(chancery.lexicon.__file__).parent / "data"
HEADER = "kind\tname\tfiled_under\talong\tground\n"


def with_policy(folder: Path, *rows: str) -> Atlas:
    path = folder / "mine.tsv"
    path.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    return load_atlas(DATA, path)


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("Crimea", "UKR"),
        ("Sevastopol", "UKR"),
        ("Golan", "SYR"),
        ("East Jerusalem", "PSE"),
        ("Abkhazia", "GEO"),
        ("Stepanakert", "AZE"),
        ("Kashmir", None),
        ("Diaoyu Islands", None),
        ("Mischief Reef", None),
        ("Hargeisa", "SOM"),
    ],
)
def test_places_as_shipped(place: str, state: str | None) -> None:
    known = lexicon().atlas.place(place)
    assert known is not None
    assert known.country == state


@pytest.mark.parametrize(
    ("seat", "key"), [("Taipei", "TWN"), ("Ramallah", "PSE"), ("Pristina", "XKX"), ("Jerusalem", "ISR")]
)
def test_seats_as_shipped(seat: str, key: str) -> None:
    known = lexicon().atlas.metonym(seat)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("seat", ["Tskhinvali", "Tiraspol", "Stepanakert"])
def test_a_seat_of_nobody(seat: str) -> None:
    assert lexicon().atlas.metonym(seat) is None


def test_places_tsv_says_the_same_as_the_policy() -> None:
    policy = load_policy(DATA / "policy.tsv")
    for _, name, _, country, _, _ in read_rows(DATA / "places.tsv", "key name aliases country type source"):
        filing = policy.of("place", name)
        assert filing is None or filing.under == (country or None), name


def test_a_state_takes_its_people_towns_bodies_and_office_holders_along(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "state\tTaiwan\tCHN\t\tour ministry's rule")
    for known in (atlas.country("TWN"), atlas.adjective("Taiwanese"), *atlas.names("Kuomintang")):
        assert known is not None
        assert (known.country, known.code) == ("CHN", "CHN")
    place = atlas.place("Taipei")
    assert place is not None
    assert place.country == "CHN"
    assert {h.country for h in atlas.holder("Tsai Ing-wen", "2019-01-01")} == {"CHN"}
    assert atlas.numbers["TWN"] == (713, 713)


def test_a_place_takes_along_what_goes_with_it(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "place\tCrimea\t-\t\t")
    assert [k.country for k in atlas.names("Crimea")] == [None]
    assert [k.country for k in atlas.names("Simferopol")] == [None]
    assert [k.country for k in atlas.names("Donetsk")] == ["UKR"]


def test_a_row_of_its_own_goes_before_going_along(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "place\tCrimea\t-\t\t", "place\tYalta\tUKR\t\t")
    assert [k.country for k in atlas.names("Yalta")] == ["UKR"]
    assert [k.country for k in atlas.names("Sevastopol")] == [None]


def test_what_is_not_in_our_policy_may_be_filed_too(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "place\tOdesa\tMDA\t\t", "seat\tNursultan\t-\t\t", "body\tHezbollah\tIRN\t\t")
    assert [k.country for k in atlas.names("Odesa")] == ["MDA"]
    assert atlas.metonym("Nursultan") is None
    assert [(k.country, k.code) for k in atlas.names("Hezbollah")] == [("IRN", "IRN")]


def test_places_of_another_gazetteer_are_filed_by_name_and_by_state(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "state\tTaiwan\tCHN\t\t", "place\tCrimea\t-\t\t")
    assert atlas.filed_under("Sevastopol", "UKR") is None
    assert atlas.filed_under("Hualien", "TWN") == "CHN"
    assert atlas.filed_under("Lviv", "UKR") == "UKR"


def test_a_seat_may_stand_for_a_body(tmp_path: Path) -> None:
    atlas = with_policy(tmp_path, "seat\tRamallah\torg:PS-PA\t\t")
    known = atlas.metonym("Ramallah")
    assert known is not None
    assert known.key == "org:PS-PA"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("state\tAtlantis\tGBR\t\t", "mine.tsv:2: no state is called Atlantis"),
        ("place\tCrimea\tXYZ\t\t", "mine.tsv:2: XYZ is no key that Crimea can be filed under"),
        ("place\tCrimea\tSUN\t\t", "mine.tsv:2: SUN is no key"),
        ("place\tCrimea\torg:UN\t\t", "mine.tsv:2: org:UN is no key"),
        ("state\tTaiwan\t-\t\t", "mine.tsv:2: a state has to be filed under some state"),
        ("town\tCrimea\tUKR\t\t", "mine.tsv:2: town is no kind of filing"),
        ("place\tCrimea\t\t\t", "mine.tsv:2: name and filed_under are needed"),
        ("place\tCrimea", "mine.tsv:2: 2 cells where the header has 5"),
        ("place\tCrimea\tUKR\t\t\nplace\tCrimea\tRUS\t\t", "mine.tsv:3: Crimea is filed twice"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(tmp_path: Path, row: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        with_policy(tmp_path, row)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="absent"):
        load_atlas(DATA, tmp_path / "absent.tsv")
