"""The state of people without a post."""

from tests.mentions.scenes import marked, word

TRADER = """
1 Kenyan Kenyan ADJ _ _ 2 amod _ _
2 trader trader NOUN _ Number=Sing 5 nsubj _ _
3 Asha Asha PROPN _ Number=Sing 2 appos _ Name=B-PER
4 Odhiambo Odhiambo PROPN _ Number=Sing 3 flat _ Name=I-PER
5 waited wait VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct _ _
"""

BARE = """
1 Asha Asha PROPN _ Number=Sing 3 nsubj _ Name=B-PER
2 Odhiambo Odhiambo PROPN _ Number=Sing 1 flat _ Name=I-PER
3 left leave VERB _ VerbForm=Fin 0 root _ _
4 Kenya Kenya PROPN _ Number=Sing 3 obj _ Name=B-LOC|SpaceAfter=No
5 . . PUNCT _ _ 3 punct _ _
"""


def test_a_nationality_before_the_name() -> None:
    scene = marked(TRADER)
    (party,) = scene.named(word(scene, "Asha"))
    assert (party.name, party.country) == ("Asha Odhiambo", "KEN")
    assert scene.parties[party.entity] == party


def test_a_state_in_the_same_sentence_tells_nothing() -> None:
    scene = marked(BARE)
    (party,) = scene.named(word(scene, "Asha"))
    assert party.country is None
