"""Names that the report and the atlas take for different things."""

from __future__ import annotations

import pytest

from tests.mentions.scenes import marked, word

TOLD_IN_FULL = """
1 {first} {first} PROPN _ Number=Sing 3 nsubj _ Name=B-PER
2 {last} {last} PROPN _ Number=Sing 1 flat _ Name=I-PER
3 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

1 {last} {last} PROPN _ Number=Sing 2 nsubj _ Name=B-{kind}
2 objected object VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [("Michael", "Bloomberg", "ORG"), ("Rosa", "Ford", "ORG"), ("Lloyd", "Austin", "PER"), ("Jack", "London", "PER")],
)
def test_a_family_name_told_in_full_is_the_persons(first: str, last: str, kind: str) -> None:
    scene = marked(TOLD_IN_FULL.format(first=first, last=last, kind=kind))
    (party,) = scene.named(word(scene, last, 1))
    assert (party.kind, party.name) == ("person", f"{first} {last}")


def test_a_place_that_the_reader_takes_for_one_stays_a_place() -> None:
    scene = marked(TOLD_IN_FULL.format(first="Lloyd", last="Austin", kind="LOC"))
    assert scene.named(word(scene, "Austin", 1)) == ()


def test_an_armed_group_is_no_family_name() -> None:
    scene = marked(TOLD_IN_FULL.format(first="Omar", last="Hamas", kind="ORG"))
    (party,) = scene.named(word(scene, "Hamas", 1))
    assert party.kind == "body"


BOTH_KOREAS = """
1 Talks talk NOUN _ Number=Plur 7 nsubj _ _
2 of of ADP _ _ 3 case _ _
3 North North PROPN _ Number=Sing 1 nmod _ Name=B-ORG
4 and and CCONJ _ _ 5 cc _ Name=I-ORG
5 South South PROPN _ Number=Sing 3 conj _ Name=I-ORG
6 Korea Korea PROPN _ Number=Sing 3 flat _ Name=I-ORG
7 failed fail VERB _ Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
8 . . PUNCT _ _ 7 punct _ _
"""


def test_two_states_taken_for_one_name_are_two() -> None:
    scene = marked(BOTH_KOREAS)
    assert {(p.kind, p.country) for p in scene.named(word(scene, "Korea"))} == {("country", "PRK"), ("country", "KOR")}


def test_a_state_with_and_in_its_name_is_one() -> None:
    scene = marked(
        """
1 Bosnia Bosnia PROPN _ Number=Sing 4 nsubj _ Name=B-LOC
2 and and CCONJ _ _ 3 cc _ Name=I-LOC
3 Herzegovina Herzegovina PROPN _ Number=Sing 1 conj _ Name=I-LOC
4 voted vote VERB _ Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
"""
    )
    assert {p.country for p in scene.parties} == {"BIH"}
