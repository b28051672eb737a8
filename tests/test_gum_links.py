"""The measure of links on GUM: chains as its MISC column tells them, and what counts as right."""

from __future__ import annotations

from dataclasses import replace

from bench.gum_links import KINDS, asked_of, chains_of, tally
from chancery.grammar.conllu import parsed_from
from chancery.mentions.mark import mark
from tests.mentions.scenes import lexicon

TALKS = """
1	Kenya	Kenya	PROPN	_	_	4	nsubj	_	Entity=(1-place-new-x-cf1-1-coref-Kenya)|Name=B-LOC
2	and	and	CCONJ	_	_	3	cc	_	_
3	Chad	Chad	PROPN	_	_	1	conj	_	Entity=(2-place-new-x-cf2-1-coref-Chad_%28state%29)|Name=B-LOC
4	met	meet	VERB	_	VerbForm=Fin	0	root	_	_
5	.	.	PUNCT	_	_	4	punct	_	_

1	They	they	PRON	_	_	2	nsubj	_	Entity=(3-place-giv-x-cf1-1-coref)|SplitAnte=1<3,2<3
2	signed	sign	VERB	_	VerbForm=Fin	0	root	_	_
3	the	the	DET	_	_	4	det	_	Entity=(4-abstract-new-x-cf2-2-sgl
4	deal	deal	NOUN	_	Number=Sing	2	obj	_	Entity=4)
5	.	.	PUNCT	_	_	2	punct	_	_
"""


def test_chains_and_their_parts_are_read_from_the_misc_column() -> None:
    parsed = parsed_from(TALKS)
    chains = chains_of(TALKS, parsed)
    assert chains.at == {0: {"1"}, 2: {"2"}, 5: {"3"}, 8: {"4"}}
    assert chains.named == {"1", "2"}
    assert chains.parts == {"3": {"1", "2"}}
    assert list(asked_of(parsed, chains)) == [(5, "pronoun")]


def test_they_are_right_for_each_of_those_they_stand_for() -> None:
    parsed = parsed_from(TALKS)
    told = tally(mark(parsed, lexicon()), chains_of(TALKS, parsed), parsed)
    counts = told.counts["pronoun"]
    assert (counts.made, counts.right, counts.asked, counts.found) == (2, 2, 1, 1)
    assert all(told.counts[kind].made == 0 for kind in KINDS if kind != "pronoun")


def test_a_link_to_another_chain_is_wrong_and_the_word_missed() -> None:
    wrong = TALKS.replace("SplitAnte=1<3,2<3", "SplitAnte=4<3")
    parsed = parsed_from(wrong)
    chains = replace(chains_of(wrong, parsed), named={"1", "2", "3"})
    told = tally(mark(parsed, lexicon()), chains, parsed)
    assert told.counts["pronoun"].right == 0
    assert [link.mention.head for link in told.wrong] == [5, 5]
    assert told.missed == [(5, "pronoun")]
