"""Definite nouns for acts that were told before."""

from __future__ import annotations

import pytest

from chancery.mentions.chains.told import first_telling
from tests.mentions.scenes import lexicon, marked, word

MET = """
1 Kenya Kenya PROPN _ _ 2 nsubj _ Name=B-LOC
2 met meet VERB _ VerbForm=Fin 0 root _ _
3 Uganda Uganda PROPN _ _ 2 obj _ Name=B-LOC|SpaceAfter=No
4 . . PUNCT _ _ 2 punct _ _
"""
TALKS = """
1 The the DET _ _ 2 det _ _
2 talks talk NOUN _ Number=Plur 3 nsubj _ _
3 failed fail VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _
"""


def told(conllu: str) -> str | None:
    scene = marked(conllu)
    found = first_telling(scene.parsed, lexicon().chains, word(scene, "talks"))
    return None if found is None else found.text


def test_the_talks_are_the_meeting_told_before() -> None:
    assert told(f"{MET}\n{TALKS}") == "met"


def test_after_two_meetings_either_may_be_meant() -> None:
    assert told(f"{MET}\n{MET}\n{TALKS}") is None


@pytest.mark.parametrize(
    "talks",
    [
        TALKS.replace("The the DET", "New new ADJ").replace("det", "amod"),
        TALKS.replace(
            "3 failed fail VERB _ VerbForm=Fin 0 root",
            "3 Oslo Oslo PROPN _ _ 2 nmod _ _\n4 failed fail VERB _ VerbForm=Fin 0 root",
        )
        .replace("3 nsubj", "4 nsubj")
        .replace("4 . . PUNCT _ _ 3", "5 . . PUNCT _ _ 4"),
    ],
)
def test_a_noun_that_brings_something_new_speaks_of_nothing_before(talks: str) -> None:
    assert told(f"{MET}\n{talks}") is None
