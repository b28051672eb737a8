"""A noun that several states share stands for people of each."""

from __future__ import annotations

from tests.mentions.scenes import marked, word

MINISTERS = """
1 The the DET _ _ 6 det _ _
2 Kenyan Kenyan ADJ _ _ 6 amod _ _
3 and and CCONJ _ _ 4 cc _ _
4 Ugandan Ugandan ADJ _ _ 2 conj _ _
5 foreign foreign ADJ _ _ 6 amod _ _
6 ministers minister NOUN _ Number=Plur 7 nsubj _ _
7 left leave VERB _ VerbForm=Fin 0 root _ _
"""


def test_each_state_has_its_people_under_the_name_as_printed() -> None:
    scene = marked(MINISTERS)
    found = [(p.name, p.country) for p in scene.named(word(scene, "ministers"))]
    printed = "Kenyan and Ugandan foreign ministers"
    assert found == [(printed, "KEN"), (printed, "UGA")]


def test_states_behind_of() -> None:
    scene = marked(
        """
1 Envoys envoy NOUN _ Number=Plur 6 nsubj _ _
2 of of ADP _ _ 3 case _ _
3 Chad Chad PROPN _ _ 1 nmod _ Name=B-LOC
4 and and CCONJ _ _ 5 cc _ _
5 Mali Mali PROPN _ _ 3 conj _ Name=B-LOC
6 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    )
    found = [(p.name, p.country) for p in scene.named(word(scene, "Envoys"))]
    assert found == [("Envoys of Chad and Mali", "TCD"), ("Envoys of Chad and Mali", "MLI")]


def test_whom_the_report_names_is_meant_himself() -> None:
    scene = marked(
        """
1 Kenyan Kenyan ADJ _ _ 2 amod _ _
2 President President PROPN _ _ 3 nmod:desc _ _
3 Ruto Ruto PROPN _ _ 4 nsubj _ Name=B-PER
4 spoke speak VERB _ VerbForm=Fin 0 root _ _

1 The the DET _ _ 5 det _ _
2 Kenyan Kenyan ADJ _ _ 5 amod _ _
3 and and CCONJ _ _ 4 cc _ _
4 Ugandan Ugandan ADJ _ _ 2 conj _ _
5 presidents president NOUN _ Number=Plur 6 nsubj _ _
6 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    )
    found = [(p.name, p.kind, p.country) for p in scene.named(word(scene, "presidents"))]
    assert found == [("Ruto", "person", "KEN"), ("Kenyan and Ugandan presidents", "group", "UGA")]


def test_a_coordination_that_tells_what_they_are_leaves_them_one_state() -> None:
    scene = marked(
        """
1 The the DET _ _ 6 det _ _
2 Kenyan Kenyan ADJ _ _ 6 amod _ _
3 foreign foreign ADJ _ _ 6 amod _ _
4 and and CCONJ _ _ 5 cc _ _
5 defence defence NOUN _ _ 3 conj _ _
6 ministers minister NOUN _ Number=Plur 7 nsubj _ _
7 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert [p.country for p in scene.named(word(scene, "ministers"))] == ["KEN"]
