"""Which names are one person, and which of several of one name is meant."""

from __future__ import annotations

from tests.mentions.scenes import marked, word

BROTHERS = """
1 Igor Igor PROPN _ _ 8 nsubj _ Name=B-PER
2 Petrov Petrov PROPN _ _ 1 flat _ Name=I-PER
3 and and CCONJ _ _ 5 cc _ _
4 his his PRON _ Poss=Yes 5 nmod:poss _ _
5 brother brother NOUN _ Number=Sing 1 conj _ _
6 Oleg Oleg PROPN _ _ 5 appos _ Name=B-PER
7 Petrov Petrov PROPN _ _ 6 flat _ Name=I-PER
8 came come VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
9 . . PUNCT _ _ 8 punct _ _

1 Petrov Petrov PROPN _ _ 2 nsubj _ Name=B-PER
2 spoke speak VERB _ VerbForm=Fin 0 root _ _
"""

COUPLE = """
1 Anna Anna PROPN _ _ 6 nsubj _ Name=B-PER
2 Lund Lund PROPN _ _ 1 flat _ Name=I-PER
3 and and CCONJ _ _ 4 cc _ _
4 Peter Peter PROPN _ _ 1 conj _ Name=B-PER
5 Lund Lund PROPN _ _ 4 flat _ Name=I-PER
6 came come VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
7 . . PUNCT _ _ 6 punct _ _

1 TITLE TITLE PROPN _ _ 2 nmod:desc _ _
2 Lund Lund PROPN _ _ 3 nsubj _ Name=B-PER
3 spoke speak VERB _ VerbForm=Fin 0 root _ _
"""


def _name(conllu: str, form: str, nth: int) -> str:
    scene = marked(conllu)
    return scene.named(word(scene, form, nth))[0].name


def test_a_family_name_is_not_that_of_the_relative_who_was_told_beside() -> None:
    assert _name(BROTHERS, "Petrov", 2) == "Igor Petrov"


def test_an_honorific_tells_which_of_two_is_meant() -> None:
    assert _name(COUPLE.replace("TITLE", "Mrs"), "Lund", 2) == "Anna Lund"
    assert _name(COUPLE.replace("TITLE", "Mr"), "Lund", 2) == "Peter Lund"


def test_a_family_name_that_two_share_stays_open() -> None:
    assert _name(COUPLE.replace("TITLE", "Yesterday"), "Lund", 2) == "Lund"


def test_a_place_behind_of_is_no_short_name() -> None:
    scene = """
1 Philip Philip PROPN _ _ 4 nsubj _ Name=B-PER
2 of of ADP _ _ 3 case _ Name=I-PER
3 Altona Altona PROPN _ _ 1 nmod _ Name=I-PER
4 came come VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 Philip Philip PROPN _ _ 2 nsubj _ Name=B-PER
2 spoke speak VERB _ VerbForm=Fin 0 root _ _
"""
    assert _name(scene, "Philip", 1) == "Philip of Altona"


def test_a_cited_author_is_nobody_told_of() -> None:
    scene = """
1 Anna Anna PROPN _ _ 3 nsubj _ Name=B-PER
2 Lund Lund PROPN _ _ 1 flat _ Name=I-PER
3 came come VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

1 It it PRON _ _ 2 nsubj _ _
2 lasts last VERB _ VerbForm=Fin 0 root _ _
3 ( ( PUNCT _ _ 4 punct _ SpaceAfter=No
4 Lund Lund PROPN _ _ 2 parataxis _ Name=B-PER
5 2014 2014 NUM _ _ 4 nummod _ SpaceAfter=No
6 ) ) PUNCT _ _ 4 punct _ _
"""
    assert _name(scene, "Lund", 1) == "Lund"
