"""Forms of listed lemmas."""

from __future__ import annotations

import pytest

from chancery.lexicon.inflection import forms, lemma_by_form


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("impose", "imposes imposing imposed"),
        ("expel", "expels expelling expelled"),
        ("visit", "visits visiting visited"),
        ("deny", "denies denying denied"),
        ("deploy", "deploys deploying deployed"),
        ("ban", "bans banning banned"),
        ("attack", "attacks attacking attacked"),
        ("slam", "slams slamming slammed"),
        ("clash", "clashes clashing clashed"),
        ("veto", "vetoes vetoing vetoed"),
        ("free", "frees freeing freed"),
        ("offer", "offers offering offered"),
        ("sail", "sails sailing sailed"),
        ("untie", "unties untying untied"),
    ],
)
def test_regular_forms(lemma: str, some: str) -> None:
    assert set(some.split()) <= set(forms(lemma))


def test_no_false_doubling() -> None:
    assert not {"visitting", "attackking", "sailling", "offerring"} & {f for w in ("visit", "sail") for f in forms(w)}


def test_irregular_forms_take_the_place_of_the_past() -> None:
    table = lemma_by_form(["seek", "strike", "see"], {"seek": ("sought",), "strike": ("struck",), "see": ("saw",)})
    assert table["sought"] == "seek"
    assert table["striking"] == "strike"
    assert "seeked" not in table


def test_of_two_lemmas_with_one_form_the_first_has_it() -> None:
    table = lemma_by_form(["found", "find"], {"find": ("found",)})
    assert table["found"] == "find"
    assert table["founded"] == "found"
