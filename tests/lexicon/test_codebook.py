"""The codebook as a whole: broad enough for every type and mode, and printed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.lexicon.codebook import distinct, page, pairs_by_kind, words_by_type
from chancery.lexicon.event_rules import MODES
from chancery.lexicon.load import Lexicon, load_lexicon

DATA = Path(chancery.lexicon.__file__).parent / "data"
PRINTED = Path(__file__).parents[2] / "docs" / "codebook.md"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_every_type_has_forty_pairs_and_every_mode_eight(lexicon: Lexicon) -> None:
    found = pairs_by_kind(lexicon.events, lexicon.meetings)
    assert set(found) == {(event, mode) for event, modes in MODES.items() for mode in ("", *modes)}
    assert sum(map(len, found.values())) >= 3000
    by_type = {event: sum(len(rows) for (of, _), rows in found.items() if of == event) for event in MODES}
    assert {event: number for event, number in by_type.items() if number < 40} == {}
    assert {kind: len(rows) for kind, rows in found.items() if kind[1] and len(rows) < 8} == {}


def test_forms_and_spellings_of_one_word_count_once(lexicon: Lexicon) -> None:
    words = frozenset({"sanction", "sanctions", "penalise", "penalize", "criticise", "labour", "labor", "cut off"})
    kept = {"sanction", "penalize", "criticise", "labor", "cut off"}
    assert distinct(words, lexicon.events.by_form) == kept
    accused = [word for word, _, _ in pairs_by_kind(lexicon.events, lexicon.meetings)["ACCUSE", "disapprove"]]
    assert "criticize" in accused
    assert "criticise" not in accused


def test_words_of_meetings_are_words_of_consult(lexicon: Lexicon) -> None:
    words = words_by_type(lexicon.events, lexicon.meetings)
    assert {"visit", "summit", "telephone", "mediate"} <= words["CONSULT"]
    assert "denounce" not in words["CONSULT"]


def test_the_printed_codebook_is_the_one_that_codes(lexicon: Lexicon) -> None:
    printed = "\n".join(page(DATA, lexicon.events, lexicon.meetings)) + "\n"
    assert PRINTED.read_text("utf-8") == printed, "run: python -m bench.codebook --page docs/codebook.md"
    for rule in lexicon.events.rules:
        assert f"**{rule.key}**: {rule.event}" in printed
        assert f"- codes: {rule.example}\n- not: {rule.near_miss}\n" in printed
