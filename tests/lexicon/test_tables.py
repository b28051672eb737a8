"""The name tables themselves: what must be filled is filled, codes are codes, and no form stands for two."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import forms, read_rows

DATA = Path(chancery.lexicon.__file__).parent / "data"
SECTORS = frozenset(
    "GOV MIL REB OPP PTY AGR BUS CRM CVL EDU ELI HLH IGO JUD LAB LEG MED NGO REF REL SPY UAF NON".split()
)
COUNTRIES = read_rows(DATA / "countries.tsv", "key name aliases adjectives demonyms capitals cow gw status belongs_to")
BODIES = read_rows(DATA / "organisations.tsv", "key name aliases country code sector")
PLACES = read_rows(DATA / "places.tsv", "key name aliases country type source")
HELD = "person office country start end source verified_until wikidata"
WIKIDATA = re.compile(r"Q[1-9]\d*")
KEYS = frozenset(row[0] for row in COUNTRIES)
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_every_key_is_there_once() -> None:
    for rows in (COUNTRIES, BODIES, PLACES):
        keys = [row[0] for row in rows]
        assert len(keys) == len(set(keys))
        assert all(row[0] and row[1] for row in rows)


def test_rows_stand_in_the_order_of_their_keys() -> None:
    for rows in (COUNTRIES, BODIES, PLACES):
        keys = [row[0] for row in rows]
        assert keys == sorted(keys)


def test_all_states_and_territories_of_iso_3166_are_there() -> None:
    status = {row[0]: row[8] for row in COUNTRIES}
    assert set(status.values()) == {"state", "territory", "former"}
    current = [key for key, kind in status.items() if kind != "former"]
    assert len(current) == 250  # 249 of ISO 3166-1, and Kosovo
    assert all(re.fullmatch(r"[A-Z]{3}", key) for key in KEYS)


def test_a_territory_belongs_to_a_state_that_is_there() -> None:
    states = {row[0] for row in COUNTRIES if row[8] == "state"}
    for row in COUNTRIES:
        assert row[9] in states or (row[9] == "" and (row[8] == "state" or row[0] in ("ATA", "CSK")))


def test_state_numbers_are_numbers_and_belong_to_one_living_state() -> None:
    for column in (6, 7):
        numbers = [row[column] for row in COUNTRIES if row[column] and row[8] == "state"]
        assert all(number.isdigit() for number in numbers)
        assert len(numbers) == len(set(numbers))


def test_every_state_has_what_reports_need_of_it() -> None:
    for row in COUNTRIES:
        if row[8] == "state":
            assert row[3] or row[0] in ("DMA", "LIE"), row[0]
            assert row[4] or row[0] in ("COG", "DMA", "VAT"), row[0]


def test_bodies_have_plover_codes() -> None:
    for key, _, _, country, code, sector in BODIES:
        assert key.startswith("org:")
        assert country == "" or country in KEYS
        assert code in KEYS | {"", "IGO", "NGO", "MNC"}
        assert sector in SECTORS - {"NON"}


def test_the_table_of_bodies_is_well_filled() -> None:
    assert len(BODIES) >= 350
    assert len(PLACES) >= 1500


def test_places_lie_in_states_and_have_a_type_and_a_source() -> None:
    for key, _, _, country, kind, source in PLACES:
        assert key.startswith("place:")
        assert country == "" or country in KEYS
        assert kind in ("city", "region", "island", "sea", "river", "venue")
        assert source in ("own", "geonames")


def test_every_capital_is_a_place() -> None:
    known = {plain(form) for row in PLACES for form in [row[1], *forms(row[2])]}
    living = [row for row in COUNTRIES if row[8] != "former"]
    assert [c for row in living for c in forms(row[5]) if plain(c) not in known] == []


def test_no_cell_has_loose_blanks_or_empty_forms() -> None:
    for rows in (COUNTRIES, BODIES, PLACES):
        for row in rows:
            assert all(cell == cell.strip() for cell in row)
            assert all(form and form == form.strip() for cell in row if cell for form in cell.split("|"))


@pytest.mark.parametrize("name", ["roles.tsv", "organs.tsv"])
def test_roles_and_organs_have_sectors_and_no_repetition(name: str) -> None:
    rows = read_rows(DATA / name, "form sector kind" if name == "roles.tsv" else "form sector")
    assert len(rows) >= 150
    assert len({row[0] for row in rows}) == len(rows)
    assert all(row[0] == row[0].lower() and row[1] in SECTORS for row in rows)


def test_titles_are_complete() -> None:
    rows = read_rows(DATA / "titles.tsv", "kind form sector rank official")
    titles = [row for row in rows if row[0] == "title"]
    assert len(titles) >= 300
    assert all(row[2] in SECTORS and row[3] and row[4] in ("yes", "no") for row in titles)
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["holders.tsv", "diplomats.tsv"])
def test_holders_are_dated_and_in_order(name: str) -> None:
    rows = read_rows(DATA / name, HELD)
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)
    for person, office, country, start, end, source, verified, wikidata in rows:
        assert person
        assert office
        assert country == "" or country in KEYS
        assert start == "" or DATE.fullmatch(start), person
        assert end == "" or DATE.fullmatch(end), person
        assert not start or not end or start[:4] <= end[:4], person
        assert source in ("own", "ep", "wl", "reign")
        assert DATE.fullmatch(verified), person
        assert wikidata == "" or WIKIDATA.fullmatch(wikidata), person


def test_the_table_of_holders_is_small_enough_to_ship() -> None:
    assert (DATA / "holders.tsv").stat().st_size <= 1_500_000


def test_a_spelling_belongs_to_one_group() -> None:
    words = [word for (group,) in read_rows(DATA / "spellings.tsv", "spellings") for word in forms(group)]
    assert len(words) == len(set(words))
    assert all(word == plain(word).lower() for word in words)


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("# a comment\nkey\tvalue\n", "utf-8")
    with pytest.raises(DataError, match=r"t\.tsv:2"):
        read_rows(path, "key name")


def test_a_row_with_too_few_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("key\tname\na\tb\nc\n", "utf-8")
    with pytest.raises(DataError, match=r"t\.tsv:3: 1 cells where the header has 2"):
        read_rows(path, "key name")
