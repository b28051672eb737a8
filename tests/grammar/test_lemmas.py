"""Lemmas as edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.grammar.lemmas import apply_edit, edit_between, spelled_verb


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("said", "say", "2|y"),
        ("Talks", "talk", "1|"),
        ("Putin", "Putin", "^0|"),
        ("the", "the", "0|"),
        ("US", "US", "^0|"),
    ],
)
def test_known_edits(form: str, lemma: str, edit: str) -> None:
    assert edit_between(form, lemma) == edit
    assert apply_edit(form, edit) == lemma


@given(st.text("abcXYZ", min_size=1, max_size=8), st.text("abcXYZ", min_size=1, max_size=8))
def test_an_edit_leads_to_its_lemma(form: str, lemma: str) -> None:
    found = apply_edit(form, edit_between(form, lemma))
    assert found.lower() == lemma.lower()


def test_an_edit_longer_than_the_word_leaves_it() -> None:
    assert apply_edit("is", "5|be") == "is"


@pytest.mark.parametrize(
    ("form", "guessed", "lemma"),
    [
        ("barred", "barr", "bar"),
        ("permitting", "permitte", "permit"),
        ("rallied", "ralli", "rally"),
        ("bridged", "bridg", "bridge"),
        ("besieging", "besieg", "besiege"),
        ("announced", "announc", "announce"),
        ("deserving", "deserv", "deserve"),
        ("added", "add", "add"),
        ("called", "call", "call"),
        ("expelled", "expelle", "expel"),
        ("patrolling", "patroll", "patrol"),
        ("recalled", "recall", "recall"),
        ("passed", "pass", "pass"),
        ("boycotted", "boycott", "boycott"),
        ("bring", "bring", "bring"),
        ("hanging", "hang", "hang"),
        ("argued", "argu", "argue"),
        ("met", "meet", "meet"),
    ],
)
def test_a_verb_is_spelled_as_verbs_are(form: str, guessed: str, lemma: str) -> None:
    assert spelled_verb(form, guessed) == lemma
