"""Who does what to whom, on hand-written trees."""

import pytest

from chancery.grammar.clauses import (
    agent,
    head_among,
    is_misread_passive,
    is_passive,
    negated,
    patient,
    phrase,
    preposition,
)
from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed, Token


def word(parsed: Parsed, form: str) -> Token:
    return next(t for t in parsed.tokens if t.text == form)


PASSIVE = """
1 Sanctions sanction NOUN _ Number=Plur 3 nsubj:pass _ _
2 were be AUX _ _ 3 aux:pass _ _
3 imposed impose VERB _ Tense=Past|VerbForm=Part 0 root _ _
4 by by ADP _ _ 5 case _ _
5 Washington Washington PROPN _ _ 3 obl:agent _ _
6 and and CCONJ _ _ 7 cc _ _
7 condemned condemn VERB _ Tense=Past|VerbForm=Part 3 conj _ _
8 . . PUNCT _ _ 3 punct _ _
"""

CONTROL = """
1 Kim Kim PROPN _ _ 2 nsubj _ Name=B-PER
2 agreed agree VERB _ Mood=Ind|VerbForm=Fin 0 root _ _
3 not not PART _ _ 5 advmod _ _
4 to to PART _ _ 5 mark _ _
5 test test VERB _ VerbForm=Inf 2 xcomp _ _
6 missiles missile NOUN _ _ 5 obj _ _
7 and and CCONJ _ _ 8 cc _ _
8 left leave VERB _ Mood=Ind|VerbForm=Fin 2 conj _ _
"""

RELATIVE = """
1 The the DET _ _ 2 det _ _
2 envoy envoy NOUN _ _ 6 nsubj _ _
3 who who PRON _ PronType=Rel 4 nsubj _ _
4 visited visit VERB _ VerbForm=Fin 2 acl:relcl _ _
5 Moscow Moscow PROPN _ _ 4 obj _ _
6 returned return VERB _ VerbForm=Fin 0 root _ _
"""


def test_a_passive_has_its_agent_in_the_by_phrase() -> None:
    parsed = parsed_from(PASSIVE)
    imposed = word(parsed, "imposed")
    assert is_passive(parsed, imposed)
    assert agent(parsed, imposed) == word(parsed, "Washington")
    assert patient(parsed, imposed) == word(parsed, "Sanctions")
    assert preposition(parsed, word(parsed, "Washington")) == "by"


def test_subjects_are_shared_by_control_and_coordination() -> None:
    parsed = parsed_from(CONTROL)
    kim = word(parsed, "Kim")
    assert agent(parsed, word(parsed, "test")) == kim
    assert agent(parsed, word(parsed, "left")) == kim
    assert negated(parsed, word(parsed, "test"))
    assert not negated(parsed, word(parsed, "agreed"))


def test_a_relative_pronoun_is_its_noun() -> None:
    parsed = parsed_from(RELATIVE)
    assert agent(parsed, word(parsed, "visited")) == word(parsed, "envoy")
    assert [t.text for t in phrase(parsed, word(parsed, "envoy"))] == ["The", "envoy"]


CALLED = """
1 Peru Peru PROPN _ _ 4 nsubj:pass _ _
2 has have AUX _ _ 4 aux _ _
3 {helper} _ 4 {relation} _ _
4 called call VERB _ Tense=Past|VerbForm=Part 0 root _ _
"""


@pytest.mark.parametrize(
    ("helper", "relation", "misread"),
    [("again again ADV _", "advmod", True), ("been be AUX _", "aux:pass", False), ("got get AUX _", "aux", False)],
)
def test_a_passive_subject_after_have_alone_is_an_active_one(helper: str, relation: str, misread: bool) -> None:
    parsed = parsed_from(CALLED.format(helper=helper, relation=relation))
    assert is_misread_passive(parsed, word(parsed, "called")) == misread


def test_words_side_by_side_have_a_head() -> None:
    parsed = parsed_from(RELATIVE)
    assert head_among(parsed.tokens[2:5]) == word(parsed, "visited")
    assert head_among(parsed.tokens[0:2]) == word(parsed, "envoy")
    assert head_among(()) is None


NEVER = """
1 Kim Kim PROPN _ _ 2 nsubj _ _
2 vowed vow VERB _ Mood=Ind|VerbForm=Fin 0 root _ _
3 never never ADV _ _ 2 advmod _ _
4 to to PART _ _ 5 mark _ _
5 leave leave VERB _ VerbForm=Inf 2 xcomp _ _
6 . . PUNCT _ _ 2 punct _ _
"""


def test_never_before_an_infinitive_denies_it_wherever_it_hangs() -> None:
    parsed = parsed_from(NEVER)
    assert not negated(parsed, word(parsed, "vowed"))
    assert negated(parsed, word(parsed, "leave"))
    control = parsed_from(CONTROL)
    assert not negated(control, word(control, "agreed"))
    assert negated(control, word(control, "test"))
