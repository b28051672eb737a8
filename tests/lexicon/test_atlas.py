"""Names, adjectives, demonyms and seats of power, looked up and matched over tokens."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.atlas import Atlas, load_atlas

DATA = Path(chancery.lexicon.__file__).parent / "data"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas(DATA)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("N. Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("Czechia", "CZE"),
        ("Türkiye", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("Holy See", "VAT"),
        ("Kosovo", "XKX"),
        ("U.N.", "org:UN"),
        ("Security Council", "org:UNSC"),
        ("Houthis", "org:YE-HOUTHI"),
        ("the Guardian", "org:GUARDIAN"),
        ("Panmunjom", "place:panmunjom"),
    ],
)
def test_names_find_one(atlas: Atlas, form: str, key: str) -> None:
    assert [known.key for known in atlas.names(form)] == [key]


@pytest.mark.parametrize("form", ["us", "who", "Korea", "Congo", "the North", "Guardian", "fed", "quad", ""])
def test_common_words_and_shared_names_find_nothing(atlas: Atlas, form: str) -> None:
    assert atlas.names(form) == ()


def test_a_name_of_two_kinds_gives_both_countries_and_bodies_first(atlas: Atlas) -> None:
    assert [known.kind for known in atlas.names("Kremlin")] == ["body", "place"]


def test_what_a_country_is(atlas: Atlas) -> None:
    known = atlas.country("PRK")
    assert known is not None
    assert (known.name, known.country, known.code, known.sector) == ("North Korea", "PRK", "PRK", "GOV")
    assert atlas.country("XXX") is None


def test_a_territory_has_its_own_country_and_its_states_code(atlas: Atlas) -> None:
    known = atlas.country("HKG")
    assert known is not None
    assert (known.country, known.code) == ("HKG", "CHN")


@pytest.mark.parametrize(("key", "successor"), [("SUN", "RUS"), ("DDR", "DEU"), ("CSK", None)])
def test_a_former_state_counts_to_its_successor(atlas: Atlas, key: str, successor: str | None) -> None:
    known = atlas.country(key)
    assert known is not None
    assert (known.country, known.code) == (successor, successor)


def test_a_body_of_no_single_state_has_no_country(atlas: Atlas) -> None:
    (nato,) = atlas.names("NATO")
    assert (nato.country, nato.code, nato.sector) == (None, "IGO", "IGO")
    (islamic_state,) = atlas.names("ISIS")
    assert (islamic_state.country, islamic_state.code, islamic_state.sector) == (None, None, "REB")


@pytest.mark.parametrize(
    ("text", "length", "key"),
    [
        ("U.S. officials said", 1, "USA"),
        ("People 's Republic of China", 5, "CHN"),
        ("Guinea - Bissau", 3, "GNB"),
        ("Workers ' Party of Korea", 5, "org:KP-WPK"),
        ("NORTH KOREA WARNS", 2, "PRK"),
        ("the Guardian reported", 2, "org:GUARDIAN"),
        ("El Salvador said", 2, "SLV"),
        ("Al Qaeda said", 2, "org:AQ"),
        ("UN Security Council", 3, "org:UNSC"),
        ("New York Times", 3, "org:NYT"),
        ("IS claimed the attack", 1, "org:IS"),
    ],
)
def test_match_takes_the_longest_name(atlas: Atlas, text: str, length: int, key: str) -> None:
    found = atlas.match(text.split(), 0)
    assert found is not None
    assert (found[0], found[1].key) == (length, key)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("in Latin America", 2),
        ("in Mexico City", 1),
        ("Papua New Guinea", 2),
        ("off South Korea", 2),
        ("they told us", 2),
        ("South China Sea", 1),
        ("THIS IS WAR", 1),
    ],
)
def test_match_leaves_what_a_longer_name_covers(atlas: Atlas, text: str, at: int) -> None:
    assert atlas.match(text.split(), at) is None


def test_a_place_is_matched_apart_from_actors(atlas: Atlas) -> None:
    words = "talks in Mexico City ended".split()
    found = atlas.place_match(words, 2)
    assert found is not None
    assert (found[0], found[1].country) == (2, "MEX")
    assert atlas.place_match(words, 0) is None


@pytest.mark.parametrize(
    ("text", "length", "key", "sector"),
    [
        ("Russian Foreign Ministry said", 3, "RUS:foreign ministry", "GOV"),
        ("North Korea 's army said", 4, "PRK:army", "MIL"),
        ("foreign ministry of Chile said", 4, "CHL:foreign ministry", "GOV"),
        ("Ministry of Foreign Affairs of the Russian Federation", 8, "RUS:ministry of foreign affairs", "GOV"),
        ("South Korean parliament", 3, "KOR:parliament", "LEG"),
    ],
)
def test_an_organ_of_a_state_is_composed(atlas: Atlas, text: str, length: int, key: str, sector: str) -> None:
    found = atlas.composed(text.split(), 0)
    assert found is not None
    assert (found[0], found[1].key, found[1].sector) == (length, key, sector)
    assert found[1].name == " ".join(text.split()[:length]).replace(" 's", "'s")


def test_not_everything_after_a_state_is_its_organ(atlas: Atlas) -> None:
    assert atlas.composed("Russian officials said".split(), 0) is None
    assert atlas.composed("foreign ministry of the day".split(), 0) is None
    assert atlas.composed("army of".split(), 0) is None


def test_organs_are_found_in_any_case(atlas: Atlas) -> None:
    assert atlas.organ("Foreign Ministry") == "GOV"
    assert atlas.organ("navy") == "MIL"
    assert atlas.organ("orchard") is None


@pytest.mark.parametrize(
    ("form", "key"),
    [("Russian", "RUS"), ("North Korean", "PRK"), ("Cypriot", "CYP"), ("Sino", "CHN"), ("Nigerien", "NER")],
)
def test_adjectives(atlas: Atlas, form: str, key: str) -> None:
    known = atlas.adjective(form)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("form", ["Korean", "Congolese", "European", "russian", "Kurdish"])
def test_adjectives_of_no_single_state_are_unknown(atlas: Atlas, form: str) -> None:
    assert atlas.adjective(form) is None


@pytest.mark.parametrize(
    ("form", "key"),
    [("Russians", "RUS"), ("a Frenchman", "FRA"), ("the Dutch", "NLD"), ("Poles", "POL"), ("Palestinians", "PSE")],
)
def test_demonyms(atlas: Atlas, form: str, key: str) -> None:
    known = atlas.demonym(form)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Pyongyang", "PRK"),
        ("Kiev", "UKR"),
        ("the Kremlin", "org:RU-KREMLIN"),
        ("White House", "org:US-WH"),
        ("Foggy Bottom", "org:US-STATE"),
        ("Downing Street", "org:GB-NO10"),
        ("Brussels", "org:EU"),
        ("Élysée", "org:FR-ELYSEE"),
        ("Pentagon", "org:US-DOD"),
    ],
)
def test_seats_stand_for_those_in_them(atlas: Atlas, form: str, key: str) -> None:
    known = atlas.metonym(form)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("form", ["Singapore", "Davos", "Reuters", "Mar-a-Lago"])
def test_other_places_and_bodies_are_no_seats(atlas: Atlas, form: str) -> None:
    assert atlas.metonym(form) is None


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Vladivostok", "RUS"),
        ("Russky Island", "RUS"),
        ("Mar-a-Lago", "USA"),
        ("Buergenstock", "CHE"),
        ("Crimea", "UKR"),
        ("East Jerusalem", "PSE"),
        ("Kashmir", None),
        ("Panmunjom", None),
        ("Kremlin", "RUS"),
    ],
)
def test_places_and_their_states(atlas: Atlas, form: str, country: str | None) -> None:
    known = atlas.place(form)
    assert known is not None
    assert (known.kind, known.country) == ("place", country)


def test_state_numbers(atlas: Atlas) -> None:
    assert atlas.numbers["DEU"] == (255, 260)
    assert atlas.numbers["HKG"] == (None, None)


def test_a_form_with_two_owners_is_refused(tmp_path: Path) -> None:
    for path in DATA.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    with (tmp_path / "organisations.tsv").open("a", encoding="utf-8") as file:
        file.write("org:ZZ\tReuters\t\tGBR\tGBR\tMED\n")
    with pytest.raises(DataError, match="Reuters stands for org:REUTERS and for org:ZZ"):
        load_atlas(tmp_path)


def test_a_seat_for_an_unknown_body_is_refused(tmp_path: Path) -> None:
    for path in DATA.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    with (tmp_path / "seats.tsv").open("a", encoding="utf-8") as file:
        file.write("Nowhere Palace\torg:NOWHERE\n")
    with pytest.raises(DataError, match="Nowhere Palace"):
        load_atlas(tmp_path)


ISO_3166 = (
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM "
    "BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR "
    "CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB "
    "GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA "
    "JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA "
    "MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS "
    "SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON "
    "TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE"
).split()

SECTORS = frozenset("GOV MIL REB OPP PTY AGR BUS CRM CVL EDU ELI HLH IGO JUD LAB LEG MED NGO REF REL SPY UAF".split())


def _rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def test_every_iso_3166_code_is_there(atlas: Atlas) -> None:
    former = {row[0] for row in _rows("countries.tsv") if row[8] == "former"}
    assert len(ISO_3166) == 249
    assert set(atlas.countries) - former == {*ISO_3166, "XKX"}
    assert {"SUN", "YUG", "DDR", "CSK", "SCG", "YMD", "RVN", "ANT"} == former


def test_the_rows_of_states_are_well_formed(atlas: Atlas) -> None:
    for key, name, aliases, adjectives, demonyms, capitals, cow, gw, status, above in _rows("countries.tsv"):
        assert status in ("state", "territory", "former"), key
        assert above == "" or above in atlas.countries, key
        assert status != "territory" or above or key == "ATA", key
        forms = [name, *aliases.split("|")]
        assert len(forms) == len(set(forms)), key
        for cell in (aliases, adjectives, demonyms, capitals):
            assert all(form == form.strip() for form in cell.split("|")), key
        if status == "state":
            assert (adjectives and demonyms) or key in ("COG", "DMA", "LCA", "LIE", "STP", "VAT"), key
            assert gw or key in ("PSE", "VAT", "ESH"), key
        assert all(number == "" or number.isdecimal() for number in (cow, gw)), key


def test_numbers_of_states_are_shared_by_no_two_that_exist_together(atlas: Atlas) -> None:
    alive = [row for row in _rows("countries.tsv") if row[8] == "state"]
    for column in (6, 7):
        told = [row[column] for row in alive if row[column]]
        assert len(told) == len(set(told))


def test_the_rows_of_bodies_are_well_formed(atlas: Atlas) -> None:
    for key, name, aliases, country, code, sector in _rows("organisations.tsv"):
        assert key.startswith("org:"), key
        assert sector in SECTORS, key
        forms = [name, *filter(None, aliases.split("|"))]
        assert len(forms) == len(set(forms)), key
        assert all(form and form == form.strip() for form in forms), key
        known = atlas.country(country) if country else None
        assert (known is not None) == bool(country), key
        if code in ("IGO", "NGO", "MNC"):
            assert code != "IGO" or not country, key
        else:
            assert code == ((known.code or "") if known is not None else ""), key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("ECOWAS", "org:ECOWAS"),
        ("Shanghai Cooperation Organisation", "org:SCO"),
        ("Gulf Cooperation Council", "org:GCC"),
        ("OPCW", "org:OPCW"),
        ("Pacific Islands Forum", "org:PIF"),
        ("AUKUS", "org:AUKUS"),
        ("P5+1", "org:P5PLUS1"),
        ("UN Security Council", "org:UNSC"),
        ("International Court of Justice", "org:ICJ"),
        ("Arab League", "org:ARABLEAGUE"),
        ("MNDAA", "org:MYANMAR-NATIONAL-DEMOCRATIC-ALLIANCE-ARMY"),
        ("Polisario", "org:EH-POLISARIO"),
        ("Trinamool Congress", "org:TRINAMOOL-CONGRESS"),
    ],
)
def test_bodies_by_their_wire_names(atlas: Atlas, form: str, key: str) -> None:
    assert [known.key for known in atlas.names(form)] == [key]


@pytest.mark.parametrize(
    ("form", "code", "sector"),
    [
        ("NATO", "IGO", "IGO"),
        ("International Criminal Court", "IGO", "JUD"),
        ("European Parliament", "IGO", "LEG"),
        ("Taliban", "AFG", "REB"),
        ("Hezbollah", "LBN", "REB"),
        ("Hamas", "PSE", "REB"),
        ("Sinaloa Cartel", "MEX", "CRM"),
        ("Wagner Group", "RUS", "UAF"),
        ("FSB", "RUS", "SPY"),
        ("IDF", "ISR", "MIL"),
        ("Likud", "ISR", "PTY"),
        ("South China Morning Post", "CHN", "MED"),
        ("Oxfam", "NGO", "NGO"),
    ],
)
def test_codes_and_sectors_of_bodies(atlas: Atlas, form: str, code: str, sector: str) -> None:
    (known,) = atlas.names(form)
    assert (known.code, known.sector) == (code, sector)
