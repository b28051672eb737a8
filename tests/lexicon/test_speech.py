"""The lists that the rules for statements need besides the cues."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.speech import load_speech_words
from tests.lexicon.cue_table import CUES


def test_the_shipped_lists_are_of_lower_case_words() -> None:
    for name, words in asdict(CUES.words).items():
        assert words, name
        assert all(word == word.lower() for word in words), name


def test_a_list_that_is_missing_or_unknown_is_told(tmp_path: Path) -> None:
    (tmp_path / "speech.tsv").write_text("domestic\tpolice judge\nforeign\tenvoy\n", "utf-8")
    with pytest.raises(DataError, match=r"speech\.tsv: the lists should be domestic shared"):
        load_speech_words(tmp_path)
