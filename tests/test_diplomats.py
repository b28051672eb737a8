"""Comparing our own table of diplomats with lists."""

from __future__ import annotations

import pytest

from training.diplomats import apart, differences, elsewhere, wikidata
from training.holders import Row


def row(person: str, office: str, country: str, start: str, end: str, qid: str = "") -> Row:
    return Row(person, office, country, start, end, "ep", end or "2022-07", qid)


OWN = row("Ada Stone", "foreign minister", "FRA", "2001-05", "2006-05")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2001-05", "2001-07-30", False),
        ("2001-05", "2001-08", True),
        ("2001", "2002-12", False),
        ("2001", "2003", True),
        ("", "2003", False),
    ],
)
def test_dates_apart(one: str, other: str, expected: bool) -> None:
    assert apart(one, other) is expected


def test_a_term_that_the_lists_have_is_no_difference() -> None:
    listed = row("Ada M. Stone", "Minister of Foreign Affairs", "FRA", "2001-05-17", "2006-05-30", "Q11")
    assert list(differences(OWN, [listed])) == []
    assert wikidata(OWN, [listed]) == "Q11"


def test_what_differs_is_told() -> None:
    late = row("Ada Stone", "Minister of Foreign Affairs", "FRA", "2003-01-10", "2006-05-30")
    other = row("Ben Marl", "Minister of Foreign Affairs", "FRA", "2000-01-10", "2007-05-30")
    there = row("Ada Stone", "Minister of Foreign Affairs", "BEL", "2003-01-10", "2006-05-30")
    assert list(differences(OWN, [late])) == ["start: the lists have 2003-01-10"]
    assert list(differences(OWN, [other])) == ["another holder: Ben Marl 2000-01-10..2007-05-30"]
    assert len(list(elsewhere(OWN, [there]))) == 1


def test_an_id_is_taken_only_where_one_person_has_the_name() -> None:
    two = [row("Ada Stone", "judge", "FRA", "2001", "2002", q) for q in ("Q1", "Q2")]
    assert wikidata(OWN, two) == ""
