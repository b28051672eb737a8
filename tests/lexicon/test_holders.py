"""Office-holders found by name, day and state."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.holders import Holders, load_holders

DATA = Path(chancery.lexicon.__file__).parent / "data"


@pytest.fixture(scope="module")
def holders() -> Holders:
    return load_holders(DATA)


@pytest.fixture(scope="module")
def few() -> Holders:
    """A small world: two of one family name, one who led two states' missions, one known by the family name alone."""
    return of(
        ("Ada Stone", "president", "FRA", "2001-05", "2006-05", "own", "2006-05", "Q11"),
        ("Ben Stone", "ambassador to Peru", "USA", "2003", "2007", "own", "2007", ""),
        ("Kim Yong Nam", "minister", "PRK", "1998", "2019", "own", "2019", ""),
        ("Rao", "leader", "IND", "1991-06", "1996-05", "reign", "1996-05", ""),
        ("Sergei Orlov", "foreign minister", "RUS", "2004", "", "ep", "2022-07", "Q12"),
        ("Ivan Petrov", "minister of foreign affairs", "BGR", "2003", "2005", "ep", "2005", "Q13"),
        ("Ivan Petrov", "minister of trade", "BGR", "2003", "2005", "ep", "2005", "Q14"),
    )


def of(*rows: tuple[str, ...]) -> Holders:
    return Holders(rows=tuple("\t".join(row) for row in rows))


@pytest.mark.parametrize(
    ("name", "on", "country"),
    [
        ("Sergey Lavrov", "2019-04-26", "RUS"),
        ("Kim Jong-un", "2019-04-25", "PRK"),
        ("KIM JONG UN", "2019", "PRK"),
        ("Volodymyr Zelenskyy", "2022-03", "UKR"),
        ("Recep Tayyip Erdoğan", "2016-06", "TUR"),
        ("Mohammad Javad Zarif", "2016", "IRN"),
        ("de Mistura", "2016", None),
        ("Staffan de Mistura", "2016", None),
        ("Abdullah Abdullah", "2018", "AFG"),
    ],
)
def test_full_names_in_any_spelling(holders: Holders, name: str, on: str, country: str | None) -> None:
    found = holders.find(name, on)
    assert found
    assert country in {holding.country for holding in found}


def test_a_name_that_nobody_bears(holders: Holders) -> None:
    assert holders.find("Quentin Imaginary", "2019") == ()
    assert holders.find("", "2019") == ()


def test_other_spellings_are_found(few: Holders) -> None:
    (found,) = few.find("Sergey Orlov")
    assert (found.person, found.office, found.end, found.by_surname) == (
        "Sergei Orlov",
        "foreign minister",
        None,
        False,
    )


def test_the_day_leaves_out_those_long_gone(few: Holders) -> None:
    assert few.find("Ada Stone", "2008-01")
    assert few.find("Ada Stone", "2009-01") == ()
    assert few.find("Ada Stone", "1998") == ()


def test_a_shared_family_name_means_the_one_who_leads_that_day(few: Holders) -> None:
    found = few.find("Stone", "2004")
    assert [(h.person, h.by_surname) for h in found] == [("Ada Stone", True)]
    assert [h.person for h in few.find("Stone", "2009")] == ["Ben Stone"]
    assert [h.person for h in few.find("Stone", "2004", "USA")] == ["Ben Stone"]
    assert few.find("Stone", "2007") == ()  # both are near, and neither leads


def test_only_the_well_known_are_known_by_the_family_name_alone(holders: Holders) -> None:
    obscure = of(("Cy Pell", "ambassador to Chad", "FRA", "2001", "2005", "ep", "2005", ""))
    assert obscure.find("Pell", "2003") == ()
    assert [h.person for h in obscure.find("Pell", "2003", "FRA")] == ["Cy Pell"]
    assert holders.find("Mohammed", "2016-06") == ()  # a given name of many
    assert {h.person for h in holders.find("Lavrov", "2019")} >= {"Sergei Lavrov"}


def test_korean_family_names_come_first(few: Holders) -> None:
    assert [h.person for h in few.find("Kim", "2010")] == ["Kim Yong Nam"]
    assert few.find("Nam", "2010") == ()


def test_a_family_name_alone_is_no_full_name(few: Holders) -> None:
    assert few.find("Narasimha Rao", "1993") == ()
    assert [h.country for h in few.find("Rao", "1993")] == ["IND"]


def test_a_term_that_went_on_is_told_with_the_day_up_to_which_it_is_known(few: Holders) -> None:
    (found,) = few.find("Sergei Orlov", "2026-01")
    assert (found.end, found.verified_until) == (None, "2022-07")


def test_a_post_tells_two_of_one_name_apart(few: Holders) -> None:
    link = few.resolve("Ivan Petrov", "2004-05-01", "BGR", "Trade Minister")
    assert link is not None
    assert (link.wikidata, link.agrees, link.others) == ("Q14", True, ("Ivan Petrov",))
    assert few.resolve("Ivan Petrov", "2004-05-01", "BGR") is None


def test_the_country_tells_two_of_one_name_apart(few: Holders) -> None:
    assert few.resolve("Stone", "2004", "USA") is not None
    link = few.resolve("Stone", "2004", "FRA", "President")
    assert link is not None
    assert (link.holding.person, link.wikidata) == ("Ada Stone", "Q11")


def test_what_the_table_has_otherwise_is_told(few: Holders) -> None:
    rows = (*few.rows, "Anna Vance\tminister of justice\tRUS\t2003\t2009\tep\t2009\t")
    link = Holders(rows=rows).resolve("Anna Vance", "2006-03-01", "RUS", "Foreign Minister")
    assert link is not None
    assert link.agrees is False
    assert link.conflict is not None
    assert link.conflict.person == "Sergei Orlov"


def test_the_table_vouches_for_a_term_only_as_long_as_it_is_known(few: Holders) -> None:
    assert [h.person for h in few.incumbents("foreign minister", "RUS", "2010-01-01")] == ["Sergei Orlov"]
    assert few.incumbents("minister of external affairs", "RUS", "2022-09-01") == ()
    assert few.incumbents("President", "FRA", "2006-05-20") != ()  # the term's end is known to the month
    assert few.incumbents("President", "FRA", "2006-06-01") == ()


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        ("president", "FRA", "2019-01-10", "Macron"),
        ("foreign minister", "RUS", "2016-05-01", "Lavrov"),
        ("prime minister", "ISR", "2015-02-01", "Netanyahu"),
        ("president", "KOR", "2018-09-01", "Moon"),
        ("president", "IRN", "2016-01-15", "Rouhani"),
        ("chancellor", "DEU", "2010-01-15", "Merkel"),
    ],
)
def test_a_title_alone_names_its_holder(holders: Holders, office: str, country: str, on: str, name: str) -> None:
    (found,) = holders.incumbents(office, country, on)
    assert name in found.person


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    for name in ("diplomats.tsv", "holders.tsv"):
        (tmp_path / name).write_text("# of\nperson\toffice\n", "utf-8")
    with pytest.raises(DataError, match=r"diplomats\.tsv:2"):
        load_holders(tmp_path)
