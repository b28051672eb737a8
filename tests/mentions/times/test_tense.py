"""Ahead or behind: read off hand-written trees."""

from __future__ import annotations

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.lexicon.times import english_times
from chancery.mentions.times.tense import looks_ahead, looks_back

ELECTIONS = """\
1 He _ PRON _ _ 2 nsubj _ _
2 called call VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 elections election NOUN _ _ 2 obj _ _
4 {preposition} _ ADP _ _ 5 case _ _
5 Sunday _ PROPN _ _ {head} {rel} _ _
"""

HOPED = """\
1 They _ PRON _ _ 3 nsubj _ _
2 had have AUX _ _ 3 aux _ _
3 hoped hope VERB _ Tense=Past|VerbForm=Part 0 root _ _
4 to _ PART _ _ 5 mark _ _
5 meet meet VERB _ VerbForm=Inf 3 xcomp _ _
6 on _ ADP _ _ 7 case _ _
7 Sunday _ PROPN _ _ 5 obl _ _
"""

DUE = """\
1 They _ PRON _ _ 5 nsubj _ _
2 are be AUX _ _ 5 cop _ _
3 {due} _ ADJ _ _ 5 mark _ _
4 to _ PART _ _ 3 fixed _ _
5 meet meet VERB _ VerbForm=Inf 0 root _ _
6 on _ ADP _ _ 7 case _ _
7 Sunday _ PROPN _ _ 5 obl _ _
"""


def ahead(conllu: str) -> bool | None:
    parsed = parsed_from(conllu, published="2019-04-26")
    last = len(parsed.tokens)
    return looks_ahead(parsed, last - 1, last, english_times())


def test_what_is_aimed_at_lies_ahead() -> None:
    assert ahead(ELECTIONS.format(preposition="for", head=2, rel="obl")) is True
    assert ahead(ELECTIONS.format(preposition="since", head=2, rel="obl")) is False


def test_what_is_offered_lies_ahead() -> None:
    assert ahead(ELECTIONS.format(preposition="on", head=3, rel="nmod")) is True


def test_what_had_been_hoped_lies_behind() -> None:
    assert ahead(HOPED) is False
    assert ahead(HOPED.replace("had have AUX", "then then ADV").replace("3 aux", "3 advmod")) is True


@pytest.mark.parametrize("word", ["due", "set", "slated"])
def test_due_however_it_is_hung(word: str) -> None:
    assert ahead(DUE.format(due=word)) is True


def test_a_past_verb_looks_back() -> None:
    parsed = parsed_from(HOPED, published="2019-04-26")
    assert looks_back(parsed, parsed.tokens[2], english_times())
    assert not looks_back(parsed, parsed.tokens[6], english_times())
