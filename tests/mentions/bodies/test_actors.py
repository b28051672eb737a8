"""Seats of power: parties where the grammar makes them act, places where it does not.

The rules are tested on hand-written trees, the two tables of sentences as our parser reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from chancery.articles.types import Article
from chancery.grammar.reader import load_reader
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked, Party
from tests.mentions.bodies.seat_table import ACTS, PLACES, rows
from tests.mentions.scenes import lexicon, marked, word

READ = 0.95
"""The share of a table that must come out right: a parser retrained may stumble over a sentence."""

Named = Callable[[str, str], tuple[Party, ...]]


@pytest.fixture(scope="module")
def named() -> Named:
    reader = load_reader()

    def parties(name: str, sentence: str) -> tuple[Party, ...]:
        article = Article(source="example", id="example", text=sentence, published="2023-05-12")
        return tuple(_parties(mark(reader.parse(article), lexicon()), name))

    return parties


def _parties(scene: Marked, name: str) -> Iterator[Party]:
    size = len(name.split())
    first = next(t for t in scene.parsed.tokens if t.text == name.split()[0])
    for token in scene.parsed.tokens[first.i : first.i + size]:
        yield from scene.named(token)


def test_the_tables_are_long_enough() -> None:
    assert len(rows(ACTS)) >= 60
    assert len(rows(PLACES)) >= 60


def test_seats_that_act_are_parties(named: Named) -> None:
    missed = [sentence for name, sentence in rows(ACTS) if not named(name, sentence)]
    assert len(missed) <= (1 - READ) * len(rows(ACTS)), missed


def test_seats_that_are_places_are_none(named: Named) -> None:
    made_up = [sentence for name, sentence in rows(PLACES) if named(name, sentence)]
    assert len(made_up) <= (1 - READ) * len(rows(PLACES)), made_up


SAID = """
1 {name} {name} PROPN _ Number=Sing 2 nsubj _ Name=B-LOC
2 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""

MET_IN = """
1 They they PRON _ Number=Plur 2 nsubj _ _
2 met meet VERB _ VerbForm=Fin 0 root _ _
3 in in ADP _ _ 4 case _ _
4 {name} {name} PROPN _ Number=Sing 2 obl _ Name=B-LOC|SpaceAfter=No
5 . . PUNCT _ _ 2 punct _ _
"""

HAVE = """
1 {name} {name} PROPN _ Number=Sing 3 nmod:poss _ Name=B-LOC|SpaceAfter=No
2 's 's PART _ _ 1 case _ _
3 {noun} {noun} NOUN _ Number=Sing 4 nsubj _ _
4 surprised surprise VERB _ VerbForm=Fin 0 root _ _
5 them they PRON _ Number=Plur 4 obj _ SpaceAfter=No
6 . . PUNCT _ _ 4 punct _ _
"""

BEHIND = """
1 The the DET _ _ 2 det _ _
2 {noun} {noun} NOUN _ Number=Sing 5 nsubj _ _
3 {case} {case} ADP _ _ 4 case _ _
4 Beijing Beijing PROPN _ Number=Sing 2 nmod _ Name=B-LOC
5 grew grow VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct _ _
"""


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Pyongyang", "country", "PRK"),
        ("Kremlin", "body", "RUS"),
        ("Brussels", "body", None),
        ("Nabanna", "country", "IND"),
    ],
)
def test_who_a_seat_means(name: str, kind: str, country: str | None) -> None:
    scene = marked(SAID.format(name=name))
    (party,) = scene.named(word(scene, name))
    assert (party.kind, party.name, party.country) == (kind, name, country)


@pytest.mark.parametrize("name", ["Pyongyang", "Kremlin", "Brussels", "Zhongnanhai"])
def test_nobody_is_met_by_a_place(name: str) -> None:
    scene = marked(MET_IN.format(name=name))
    assert scene.named(word(scene, name)) == ()


@pytest.mark.parametrize(("noun", "acting"), [("offer", True), ("missile", True), ("mayor", False), ("airport", False)])
def test_a_possessor(noun: str, acting: bool) -> None:
    scene = marked(HAVE.format(name="Moscow", noun=noun))
    assert bool(scene.named(word(scene, "Moscow"))) is acting


@pytest.mark.parametrize(
    ("noun", "case", "acting"),
    [
        ("message", "to", True),
        ("road", "to", False),
        ("pressure", "from", True),
        ("train", "from", False),
        ("ally", "of", True),
        ("outskirts", "of", False),
        ("sanctions", "against", True),
        ("pressure", "on", True),
        ("march", "on", False),
        ("meeting", "with", True),
        ("meeting", "in", False),
    ],
)
def test_behind_a_preposition(noun: str, case: str, acting: bool) -> None:
    lemma = "sanction" if noun == "sanctions" else noun
    scene = marked(BEHIND.format(noun=noun, case=case).replace(f"{noun} {noun}", f"{noun} {lemma}"))
    assert bool(scene.named(word(scene, "Beijing"))) is acting
