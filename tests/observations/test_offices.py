"""Offices that a report tells, and the table of holders beside them."""

from __future__ import annotations

from chancery.observations.offices import find_offices
from chancery.observations.types import Office
from tests.mentions.people.test_posts import line
from tests.mentions.scenes import lexicon, marked


def only(words: str, published: str | None = "2019-04-26") -> Office:
    (office,) = find_offices(marked(line(words), published=published), lexicon())
    return office


def test_the_tables_term_stands_beside_what_is_told() -> None:
    office = only("Russian/ADJ Foreign/ADJ Minister Sergei/PROPN/B-PER Lavrov/PROPN/I-PER")
    assert (office.wikidata, office.agrees, office.instead) == ("Q58217", True, None)
    assert (office.term_start, office.term_end) == ("2004-03-09", None)
    assert office.verified_until is not None


def test_what_is_told_stands_where_the_table_differs() -> None:
    office = only("Russian/ADJ Foreign/ADJ Minister Sergei/PROPN/B-PER Shoigu/PROPN/I-PER")
    assert (office.person, office.office, office.country) == ("Sergei Shoigu", "Foreign Minister", "RUS")
    assert office.agrees is False
    assert office.instead == "Sergei Lavrov"
    assert office.term_start is None


def test_of_former_posts_and_undated_reports_nothing_is_compared() -> None:
    former = only("former/ADJ Russian/ADJ Foreign/ADJ Minister Igor/PROPN/B-PER Ivanov/PROPN/I-PER")
    assert former.agrees is None
    assert only("Russian/ADJ Foreign/ADJ Minister Sergei/PROPN/B-PER Lavrov/PROPN/I-PER", None).agrees is None
