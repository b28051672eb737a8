"""Places told without their name: capitals of states, "there", "the city"."""

from __future__ import annotations

import pytest

from chancery.mentions.places.find import place_of
from tests.mentions.scenes import marked, word

ARRIVED = """
1	Ruto	Ruto	PROPN	_	_	2	nsubj	_	Name=B-PER
2	arrived	arrive	VERB	_	_	0	root	_	_
3	in	in	ADP	_	_	4	case	_	_
4	{town}	{town}	PROPN	_	_	2	obl	_	Name=B-LOC
5	.	.	PUNCT	_	_	2	punct	_	_
"""
MET_THERE = """
1	He	he	PRON	_	_	2	nsubj	_	_
2	met	meet	VERB	_	_	0	root	_	_
3	Museveni	Museveni	PROPN	_	_	2	obj	_	Name=B-PER
4	there	there	ADV	_	_	2	advmod	_	_
"""
MET_IN = """
1	He	he	PRON	_	_	2	nsubj	_	_
2	met	meet	VERB	_	_	0	root	_	_
3	Museveni	Museveni	PROPN	_	_	2	obj	_	Name=B-PER
4	in	in	ADP	_	_	6	case	_	_
5	the	the	DET	_	_	6	det	_	_
6	{noun}	{noun}	NOUN	_	_	2	obl	_	_
"""
CAPITAL = """
1	They	they	PRON	_	_	2	nsubj	_	_
2	met	meet	VERB	_	_	0	root	_	_
3	in	in	ADP	_	_	6	case	_	_
4	the	the	DET	_	_	6	det	_	_
5	Kenyan	Kenyan	ADJ	_	_	6	amod	_	_
6	capital	capital	NOUN	_	_	2	obl	_	_
"""


def where(*sentences: str) -> str | None:
    scene = marked("\n\n".join(s.strip() for s in sentences))
    found = place_of(scene, word(scene, "met"))
    return None if found is None else found.name


def test_there_is_the_town_named_before() -> None:
    assert where(ARRIVED.format(town="Entebbe"), MET_THERE) == "Entebbe"
    assert where(MET_THERE) is None


@pytest.mark.parametrize(("noun", "town"), [("city", "Entebbe"), ("island", None), ("country", None), ("room", None)])
def test_a_noun_points_at_a_place_of_its_sort(noun: str, town: str | None) -> None:
    assert where(ARRIVED.format(town="Entebbe"), MET_IN.format(noun=noun)) == town


def test_too_far_back_is_not_meant() -> None:
    between = "1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\trained\train\tVERB\t_\t_\t0\troot\t_\t_"
    assert where(ARRIVED.format(town="Entebbe"), *[between] * 4, MET_THERE) is None


def test_a_capital_is_called_by_its_name() -> None:
    scene = marked(CAPITAL.strip())
    assert [(p.name, p.country, p.geonames) for p in scene.places] == [("Nairobi", "KEN", 184745)]
    assert where(CAPITAL) == "Nairobi"


def test_a_capital_whose_name_follows_is_told_once() -> None:
    named = CAPITAL + "7\tNairobi\tNairobi\tPROPN\t_\t_\t6\tappos\t_\tName=B-LOC\n"
    assert [p.name for p in marked(named.strip()).places] == ["Nairobi"]


def test_capital_that_no_state_has_is_no_place() -> None:
    assert marked(CAPITAL.replace("Kenyan", "risky").strip()).places == ()
