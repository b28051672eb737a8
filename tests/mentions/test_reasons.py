"""Whom words were taken to mean, as the record keeps it."""

from __future__ import annotations

from chancery.mentions.reasons import reasons
from tests.mentions.scenes import TWO_PRESIDENTS, marked

TALKS = f"""{TWO_PRESIDENTS}
1 The the DET _ _ 3 det _ _
2 two two NUM _ _ 3 nummod _ _
3 leaders leader NOUN _ Number=Plur 4 nsubj _ _
4 talked talk VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 Ruto Ruto PROPN _ _ 2 nsubj _ Name=B-PER
2 smiled smile VERB _ VerbForm=Fin 0 root _ _
3 and and CCONJ _ _ 5 cc _ _
4 he he PRON _ Gender=Masc|Number=Sing|PronType=Prs 5 nsubj _ _
5 left leave VERB _ VerbForm=Fin 2 conj _ SpaceAfter=No
6 . . PUNCT _ _ 2 punct _ _
"""


def test_each_phrase_that_is_no_plain_name_has_its_reason() -> None:
    scene = marked(TALKS)
    text = scene.parsed.article.text
    told = {text[slice(*r.span)]: r for r in reasons(scene)}
    assert list(told) == ["The two leaders", "he"]
    assert told["The two leaders"].rule == "collective"
    assert told["The two leaders"].parties == (("Ruto", "KEN"), ("Museveni", "UGA"))


def test_a_pronoun_keeps_what_it_refers_to_and_who_came_near() -> None:
    scene = marked(TALKS)
    text = scene.parsed.article.text
    he = reasons(scene)[-1]
    assert he.back is not None
    assert text[slice(*he.back)] == "Ruto"
    assert he.back[0] > text.index("leaders")
    assert he.others == (("Museveni", "told of farther back"),)
