"""One noun, several owners: which words share it."""

from chancery.grammar.conllu import parsed_from
from chancery.grammar.sharing import halves, sharers
from chancery.grammar.types import Parsed

BEFORE = """
1 The the DET _ _ 5 det _ _
2 Chadian Chadian ADJ _ _ 5 amod _ _
3 and and CCONJ _ _ 4 cc _ _
4 Malian Malian ADJ _ _ 2 conj _ _
5 envoys envoy NOUN _ Number=Plur 6 nsubj _ _
6 left leave VERB _ _ 0 root _ _
"""
BEHIND = """
1 Envoys envoy NOUN _ Number=Plur 8 nsubj _ _
2 of of ADP _ _ 3 case _ _
3 Chad Chad PROPN _ _ 1 nmod _ _
4 , , PUNCT _ _ 5 punct _ _
5 Mali Mali PROPN _ _ 3 conj _ _
6 and and CCONJ _ _ 7 cc _ _
7 Togo Togo PROPN _ _ 3 conj _ _
8 left leave VERB _ _ 0 root _ _
"""
HALVES = """
1 Envoys envoy NOUN _ Number=Plur 7 nsubj _ _
2 from from ADP _ _ 6 case _ _
3 North North PROPN _ _ 6 compound _ _
4 and and CCONJ _ _ 5 cc _ _
5 South South PROPN _ _ 3 conj _ _
6 Korea Korea PROPN _ _ 1 nmod _ _
7 left leave VERB _ _ 0 root _ _
"""
APART = """
1 Malian Malian ADJ _ _ 2 amod _ _
2 envoys envoy NOUN _ Number=Plur 8 nsubj _ _
3 of of ADP _ _ 5 case _ _
4 the the DET _ _ 5 det _ _
5 junta junta NOUN _ _ 2 nmod _ _
6 and and CCONJ _ _ 7 cc _ _
7 traders trader NOUN _ _ 2 conj _ _
8 left leave VERB _ _ 0 root _ _
"""


def shared(parsed: Parsed, noun: str) -> list[str]:
    return [t.text for t in sharers(parsed, next(t for t in parsed.tokens if t.text == noun))]


def test_modifiers_before_the_noun() -> None:
    assert shared(parsed_from(BEFORE), "envoys") == ["Chadian", "Malian"]


def test_owners_behind_one_preposition() -> None:
    assert shared(parsed_from(BEHIND), "Envoys") == ["Chad", "Mali", "Togo"]


def test_names_that_share_their_last_word() -> None:
    parsed = parsed_from(HALVES)
    assert shared(parsed, "Envoys") == ["Korea"]
    assert [t.text for t in halves(parsed, parsed.tokens[5])] == ["North", "South"]


def test_one_owner_and_coordinated_nouns_share_nothing() -> None:
    assert shared(parsed_from(APART), "envoys") == []
    assert shared(parsed_from(APART), "traders") == []
