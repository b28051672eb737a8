"""Titles matched over tokens, and words for unnamed people."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.lexicon.titles import Titles, load_titles

DATA = Path(chancery.lexicon.__file__).parent / "data"


@pytest.fixture(scope="module")
def titles() -> Titles:
    return load_titles(DATA)


@pytest.mark.parametrize(
    ("text", "start", "form", "rank"),
    [
        ("the deputy foreign minister", 1, "deputy foreign minister", "minister"),
        ("U.S. secretary of state", 1, "secretary of state", "minister"),
        ("minister of foreign affairs", 0, "minister of foreign affairs", "minister"),
        ("the minister for the environment", 1, "minister for the environment", "minister"),
        ("a vice - president", 1, "vice president", "minister"),
        ("Foreign Ministry spokeswoman", 0, "foreign ministry spokeswoman", "spokesperson"),
        ("special envoys", 0, "special envoy", "envoy"),
        ("its King", 1, "king", "royal"),
        ("President", 0, "president", "head_of_state"),
        ("Prime Minister", 0, "prime minister", "head_of_government"),
        ("chief of the general staff", 0, "chief of the general staff", "military"),
        ("deputy secretary - general", 0, "deputy secretary general", "official"),
        ("charge d' affaires", 0, "charge daffaires", "envoy"),
        ("a senior researcher", 1, "senior researcher", "academic"),
    ],
)
def test_the_longest_title_that_ends_at_a_token(titles: Titles, text: str, start: int, form: str, rank: str) -> None:
    words = text.split()
    found = titles.match(words, len(words) - 1)
    assert found is not None
    assert (found[0], found[1].form, found[1].rank) == (start, form, rank)


@pytest.mark.parametrize("text", ["the South Korean", "minister of", "the table", "-"])
def test_no_title_ends_there(titles: Titles, text: str) -> None:
    words = text.split()
    assert titles.match(words, len(words) - 1) is None


@pytest.mark.parametrize("text", ["former prime minister", "ex - president", "the then foreign minister"])
def test_a_post_no_longer_held(titles: Titles, text: str) -> None:
    words = text.split()
    found = titles.match(words, len(words) - 1)
    assert found is not None
    assert found[1].former
    assert not found[1].official
    assert found[1].sector == "ELI"


@pytest.mark.parametrize(
    ("text", "sector", "rank"),
    [
        ("rebel spokesman", "REB", "spokesperson"),
        ("rebel commander", "REB", "rebel"),
        ("military official", "MIL", "military"),
        ("opposition leader", "OPP", "party"),
        ("intelligence official", "SPY", "official"),
        ("union official", "LAB", "other"),
    ],
)
def test_whose_people_they_are_decides_the_sector(titles: Titles, text: str, sector: str, rank: str) -> None:
    found = titles.match(text.split(), 1)
    assert found is not None
    assert (found[1].sector, found[1].rank) == (sector, rank)


def test_a_deputy_of_a_leader_is_no_leader(titles: Titles) -> None:
    found = titles.match("deputy prime minister".split(), 2)
    assert found is not None
    assert found[1].rank == "minister"


@pytest.mark.parametrize(("form", "official"), [("spokesman", True), ("professor", False), ("analyst", False)])
def test_who_speaks_for_somebody(titles: Titles, form: str, official: bool) -> None:
    title = titles.head(form)
    assert title is not None
    assert title.official is official


def test_a_word_that_is_no_title(titles: Titles) -> None:
    assert titles.head("bridge") is None


@pytest.mark.parametrize("form", ["Mr", "Mr.", "Gen.", "Comrade", "His Majesty", "Dr."])
def test_honorifics(titles: Titles, form: str) -> None:
    assert titles.honorific(form)


def test_a_name_is_no_honorific(titles: Titles) -> None:
    assert not titles.honorific("Sergei")


@pytest.mark.parametrize(
    ("form", "sector", "kind"),
    [
        ("troops", "MIL", "group"),
        ("Soldiers", "MIL", "person"),
        ("rebels", "REB", "person"),
        ("policemen", "GOV", "person"),
        ("aid agencies", "NGO", "group"),
        ("refugees", "REF", "person"),
        ("sources", None, "person"),
    ],
)
def test_roles(titles: Titles, form: str, sector: str | None, kind: str) -> None:
    role = titles.role(form)
    assert role is not None
    assert (role.sector, role.kind) == (sector, kind)


def test_a_word_that_is_no_role(titles: Titles) -> None:
    assert titles.role("treaty") is None
