"""Groups of states told by one name, opened up to their members of the day."""

from __future__ import annotations

import pytest

from tests.mentions.scenes import marked, word

GROUP = """
1 The the DET _ _ 3 det _ _
2 {name} {name} {pos} _ Number=Sing 3 {rel} _ {ner}
3 {noun} {lemma} NOUN _ Number=Plur 4 nsubj _ _
4 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
"""

KOREAS = """
1 Both both DET _ _ 2 det _ _
2 Koreas Koreas PROPN _ Number=Plur 3 nsubj _ Name=B-LOC
3 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _
"""

SIX = """
1 North North PROPN _ Number=Sing 2 compound _ Name=B-LOC
2 Korea Korea PROPN _ Number=Sing 3 nsubj _ Name=I-LOC
3 left leave VERB _ VerbForm=Fin 0 root _ _
4 the the DET _ _ 8 det _ _
5 six six NUM _ NumType=Card 7 nummod _ SpaceAfter=No
6 - - PUNCT _ _ 5 punct _ SpaceAfter=No
7 party party NOUN _ Number=Sing 8 compound _ _
8 talks talk NOUN _ Number=Plur 3 obj _ SpaceAfter=No
9 . . PUNCT _ _ 3 punct _ _

1 All all DET _ _ 3 det _ _
2 six six NUM _ NumType=Card 3 nummod _ _
3 parties party NOUN _ Number=Plur 4 nsubj _ _
4 objected object VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 Three three NUM _ NumType=Card 2 nummod _ _
2 parties party NOUN _ Number=Plur 3 nsubj _ _
3 stayed stay VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _
"""

MINISTERS = """
1 Nordic Nordic ADJ _ _ 3 amod _ _
2 {word} {word} ADJ _ _ 3 amod _ _
3 {noun} {lemma} NOUN _ Number=Plur 4 nsubj _ _
4 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
"""

THE_SIX = ["CHN", "JPN", "KOR", "PRK", "RUS", "USA"]


def group(name: str, noun: str, lemma: str, published: str) -> list[str | None]:
    proper = name[0].isupper() and name[-1] not in "cn"
    pos, rel, ner = ("PROPN", "compound", "Name=B-ORG") if proper else ("ADJ", "amod", "_")
    scene = marked(GROUP.format(name=name, noun=noun, lemma=lemma, pos=pos, rel=rel, ner=ner), published)
    return [p.country for p in scene.named(word(scene, noun))]


@pytest.mark.parametrize(
    ("name", "noun", "lemma", "published", "members"),
    [
        ("Baltic", "states", "state", "2019-04-26", ["EST", "LTU", "LVA"]),
        ("Nordic", "countries", "country", "2019-04-26", ["DNK", "FIN", "ISL", "NOR", "SWE"]),
        ("Visegrad", "countries", "country", "1992-05-01", ["HUN", "POL", "CSK"]),
        ("Visegrad", "countries", "country", "2019-04-26", ["HUN", "POL", "CZE", "SVK"]),
        ("E3", "countries", "country", "2019-04-26", ["DEU", "FRA", "GBR"]),
        ("Quad", "nations", "nation", "2022-05-24", ["AUS", "IND", "JPN", "USA"]),
        ("BRICS", "countries", "country", "2010-04-15", ["BRA", "CHN", "IND", "RUS"]),
        ("BRICS", "countries", "country", "2012-04-15", ["BRA", "CHN", "IND", "RUS", "ZAF"]),
        ("permanent", "members", "member", "2019-04-26", ["FRA", "GBR", "USA", "CHN", "RUS"]),
    ],
)
def test_the_members_on_the_day(name: str, noun: str, lemma: str, published: str, members: list[str]) -> None:
    assert group(name, noun, lemma, published) == members


@pytest.mark.parametrize(
    ("name", "noun", "lemma", "published"),
    [
        ("EU", "countries", "country", "2019-04-26"),
        ("BRICS", "countries", "country", "2026-01-15"),
        ("G8", "countries", "country", "2019-04-26"),
    ],
)
def test_large_and_ended_groups_are_not_opened_up(name: str, noun: str, lemma: str, published: str) -> None:
    assert group(name, noun, lemma, published) == []


def test_both_koreas() -> None:
    scene = marked(KOREAS)
    assert [p.country for p in scene.named(word(scene, "Koreas"))] == ["PRK", "KOR"]


def test_the_six_party_talks_and_the_six_parties() -> None:
    scene = marked(SIX)
    assert [p.country for p in scene.named(word(scene, "party"))] == THE_SIX
    assert [p.country for p in scene.named(word(scene, "parties"))] == THE_SIX
    assert [p.country for p in scene.named(word(scene, "parties", 1))] == []


def test_six_parties_of_no_talks_are_nobody() -> None:
    scene = marked(SIX.replace("six six NUM _ NumType=Card 7", "four four NUM _ NumType=Card 7"))
    assert [p.country for p in scene.named(word(scene, "parties"))] == []


@pytest.mark.parametrize(
    ("qualifier", "noun", "lemma", "several"),
    [
        ("foreign", "ministers", "minister", True),
        ("prime", "ministers", "minister", True),
        ("young", "women", "woman", False),
    ],
)
def test_leaders_of_a_group_stand_for_its_members(qualifier: str, noun: str, lemma: str, several: bool) -> None:
    scene = marked(MINISTERS.format(word=qualifier, noun=noun, lemma=lemma))
    found = [p.country for p in scene.named(word(scene, noun))]
    assert (found == ["DNK", "FIN", "ISL", "NOR", "SWE"]) is several
