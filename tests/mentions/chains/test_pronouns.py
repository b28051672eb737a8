"""Whom pronouns for one person, for a state or body, and for several stand for."""

from __future__ import annotations

from tests.mentions.scenes import marked, word

WOMAN_AND_MAN = """
1 Angela Angela PROPN _ _ 3 nsubj _ Name=B-PER
2 Brandt Brandt PROPN _ _ 1 flat _ Name=I-PER
3 received receive VERB _ VerbForm=Fin 0 root _ _
4 Vladimir Vladimir PROPN _ _ 3 obj _ Name=B-PER
5 Sokolov Sokolov PROPN _ _ 4 flat _ Name=I-PER|SpaceAfter=No
6 . . PUNCT _ _ 3 punct _ _
"""


def names(conllu: str, form: str, nth: int = 0) -> list[str]:
    scene = marked(conllu)
    return [p.name for p in scene.named(word(scene, form, nth))]


def after(sentence: str) -> str:
    return f"{WOMAN_AND_MAN}\n{sentence}"


def test_the_given_name_tells_who_he_is_though_she_was_the_subject() -> None:
    he = "1 He he PRON _ _ 2 nsubj _ _\n2 left leave VERB _ VerbForm=Fin 0 root _ _\n"
    assert names(after(he), "He") == ["Vladimir Sokolov"]
    assert names(after(he.replace("He he", "She she")), "She") == ["Angela Brandt"]


def test_somebody_unnamed_who_fits_better_keeps_the_pronoun_from_the_named() -> None:
    sentence = """
1 Her her PRON _ Poss=Yes 2 nmod:poss _ _
2 brother brother NOUN _ Number=Sing 3 nsubj _ _
3 called call VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

1 He he PRON _ _ 2 nsubj _ _
2 laughed laugh VERB _ VerbForm=Fin 0 root _ _
"""
    assert names(after(sentence), "He") == ["brother"]


def test_himself_is_the_subject_of_its_own_verb() -> None:
    sentence = """
1 Sokolov Sokolov PROPN _ _ 2 nsubj _ Name=B-PER
2 defended defend VERB _ VerbForm=Fin 0 root _ _
3 himself himself PRON _ _ 2 obj _ _
"""
    assert names(after(sentence), "himself") == ["Vladimir Sokolov"]


def test_the_one_who_speaks_is_not_he_of_whom_he_speaks() -> None:
    sentence = """
1 Sokolov Sokolov PROPN _ _ 2 nsubj _ Name=B-PER
2 said say VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
3 : : PUNCT _ _ 2 punct _ _
4 “ “ PUNCT _ _ 6 punct _ SpaceAfter=No
5 He he PRON _ _ 6 nsubj _ _
6 lied lie VERB _ VerbForm=Fin 2 ccomp _ SpaceAfter=No
7 ” ” PUNCT _ _ 6 punct _ _
"""
    assert names(after(sentence), "He") == []


def test_it_is_the_state_that_is_subject_unless_another_thing_is() -> None:
    sentence = """
1 Kenya Kenya PROPN _ _ 2 nsubj _ Name=B-LOC
2 said say VERB _ VerbForm=Fin 0 root _ _
3 it it PRON _ _ 5 nsubj _ _
4 would would AUX _ _ 5 aux _ _
5 withdraw withdraw VERB _ VerbForm=Inf 2 ccomp _ _
"""
    assert names(sentence, "it") == ["Kenya"]
    thing = sentence.replace(
        "Kenya Kenya PROPN _ _ 2 nsubj _ Name=B-LOC", "report report NOUN _ Number=Sing 2 nsubj _ _"
    )
    assert names(thing, "it") == []


def test_it_as_the_object_of_the_same_verb_is_something_else() -> None:
    sentence = """
1 Kenya Kenya PROPN _ _ 2 nsubj _ Name=B-LOC
2 rejected reject VERB _ VerbForm=Fin 0 root _ _
3 it it PRON _ _ 2 obj _ _
"""
    assert names(sentence, "it") == []


def test_they_are_those_who_met() -> None:
    they = "1 They they PRON _ _ 2 nsubj _ _\n2 left leave VERB _ VerbForm=Fin 0 root _ _\n"
    met = """
1 Kenya Kenya PROPN _ _ 2 nsubj _ Name=B-LOC
2 met meet VERB _ VerbForm=Fin 0 root _ _
3 Uganda Uganda PROPN _ _ 2 obj _ Name=B-LOC|SpaceAfter=No
4 . . PUNCT _ _ 2 punct _ _
"""
    assert names(f"{met}\n{they}", "They") == ["Kenya", "Uganda"]
    assert names(f"{met.replace('met meet', 'praised praise')}\n{they}", "They") == []


def test_another_leader_is_no_rival_of_whose_talks_they_are() -> None:
    sentence = """
1 It it PRON _ _ 4 nsubj _ _
2 is be AUX _ _ 4 cop _ _
3 Sokolov Sokolov PROPN _ _ 4 nmod:poss _ Name=B-PER|SpaceAfter=No
4 talks talk NOUN _ Number=Plur 0 root _ _
5 with with ADP _ _ 7 case _ _
6 another another DET _ _ 7 det _ _
7 leader leader NOUN _ Number=Sing 4 nmod _ _
8 since since ADP _ _ 10 case _ _
9 his his PRON _ Poss=Yes 10 nmod:poss _ _
10 visit visit NOUN _ Number=Sing 4 nmod _ _
"""
    assert names(after(sentence), "his") == ["Vladimir Sokolov"]


def test_it_in_a_phrase_set_before_is_the_body_that_follows() -> None:
    sentence = """
1 In in ADP _ _ 3 case _ _
2 its its PRON _ Poss=Yes 3 nmod:poss _ _
3 statement statement NOUN _ Number=Sing 5 obl _ _
4 NATO NATO PROPN _ _ 5 nsubj _ Name=B-ORG
5 agreed agree VERB _ VerbForm=Fin 0 root _ _
"""
    assert names(after(sentence), "its") == ["NATO"]


SPOKEN_FOR = """
1 Igor Igor PROPN _ _ 4 nmod:poss _ Name=B-PER
2 Sokolov Sokolov PROPN _ _ 1 flat _ Name=I-PER
3 's 's PART _ _ 1 case _ _
4 {voice} {voice} NOUN _ Number=Sing 5 nsubj _ _
5 said say VERB _ VerbForm=Fin 0 root _ _
6 he he PRON _ _ 8 nsubj _ _
7 would would AUX _ _ 8 aux _ _
8 resign resign VERB _ VerbForm=Inf 5 ccomp _ SpaceAfter=No
9 . . PUNCT _ _ 5 punct _ _
"""


def test_he_is_whoever_is_spoken_for() -> None:
    assert names(SPOKEN_FOR.format(voice="office"), "he") == ["Igor Sokolov"]
    assert names(SPOKEN_FOR.format(voice="spokesman"), "he") == ["Igor Sokolov"]
    assert names(SPOKEN_FOR.format(voice="brother"), "he") != ["Igor Sokolov"]
