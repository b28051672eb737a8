"""Descriptions that stand for two at once, or for somebody's own state."""

from __future__ import annotations

from tests.mentions.scenes import TWO_PRESIDENTS, marked, word


def test_the_two_are_the_last_two_people_set_side_by_side() -> None:
    scene = marked(
        TWO_PRESIDENTS
        + """
1 The the DET _ _ 2 det _ _
2 two two NUM _ _ 3 nsubj _ _
3 talked talk VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert [p.country for p in scene.named(word(scene, "two"))] == ["KEN", "UGA"]


def test_leaders_whose_states_are_told_are_no_pair_told_before() -> None:
    scene = marked(
        TWO_PRESIDENTS
        + """
1 The the DET _ _ 2 det _ _
2 leaders leader NOUN _ Number=Plur 7 nsubj _ _
3 of of ADP _ _ 4 case _ _
4 Chad Chad PROPN _ _ 2 nmod _ Name=B-LOC
5 and and CCONJ _ _ 6 cc _ _
6 Mali Mali PROPN _ _ 4 conj _ Name=B-LOC
7 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert {p.country for p in scene.named(word(scene, "leaders"))}.isdisjoint({"KEN", "UGA"})


def test_the_two_koreas_are_two_states() -> None:
    scene = marked(
        """
1 The the DET _ _ 3 det _ _
2 two two NUM _ _ 3 nummod _ _
3 Koreas Korea PROPN _ Number=Plur 4 nsubj _ Name=B-LOC
4 talked talk VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert sorted(p.country or "" for p in scene.named(word(scene, "Koreas"))) == ["KOR", "PRK"]


def test_his_country_is_the_state_of_whom_the_pronoun_means() -> None:
    scene = marked(
        TWO_PRESIDENTS
        + """
1 Ruto Ruto PROPN _ _ 2 nsubj _ Name=B-PER
2 praised praise VERB _ VerbForm=Fin 0 root _ _
3 his his PRON _ Gender=Masc|Number=Sing|Poss=Yes|PronType=Prs 4 nmod:poss _ _
4 country country NOUN _ Number=Sing 2 obj _ _
"""
    )
    owner = scene.named(word(scene, "his"))
    assert [p.country for p in scene.named(word(scene, "country"))] == [p.country for p in owner]


def test_who_agrees_to_see_him_is_not_he() -> None:
    scene = marked(
        TWO_PRESIDENTS
        + """
1 Museveni Museveni PROPN _ _ 2 nsubj _ Name=B-PER
2 agreed agree VERB _ VerbForm=Fin 0 root _ _
3 to to PART _ _ 4 mark _ _
4 see see VERB _ VerbForm=Inf 2 xcomp _ _
5 him he PRON _ Gender=Masc|Number=Sing|PronType=Prs 4 obj _ _
"""
    )
    assert [p.country for p in scene.named(word(scene, "him"))] == ["KEN"]


def test_the_mission_is_the_one_told_before_with_its_state() -> None:
    scene = marked(
        """
1 A a DET _ _ 3 det _ _
2 Ugandan Ugandan ADJ _ _ 3 amod _ _
3 delegation delegation NOUN _ Number=Sing 4 nsubj _ _
4 left leave VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 The the DET _ _ 2 det _ _
2 mission mission NOUN _ Number=Sing 3 nsubj _ _
3 returned return VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert [p.country for p in scene.named(word(scene, "mission"))] == ["UGA"]


def test_the_sources_are_the_officials_told_before() -> None:
    scene = marked(
        """
1 Two two NUM _ _ 3 nummod _ _
2 Kenyan Kenyan ADJ _ _ 3 amod _ _
3 officials official NOUN _ Number=Plur 4 nsubj _ _
4 spoke speak VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 The the DET _ _ 2 det _ _
2 sources source NOUN _ Number=Plur 3 nsubj _ _
3 agreed agree VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert [p.country for p in scene.named(word(scene, "sources"))] == ["KEN"]
