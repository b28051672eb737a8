"""The words that tell whether a seat of power acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.acting import english_acting, load_acting


def test_the_shipped_words() -> None:
    words = english_acting()
    assert {"visit", "shell"} <= words.going
    assert "call" in words.addressed["on"]
    assert not words.going & words.giving


@pytest.mark.parametrize(
    ("line", "reason"), [("flying\tfly\n", "flying is no kind of word"), ("going\tvisit\n", "no words of the kind")]
)
def test_wrong_files_are_refused(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "acting.tsv").write_text(line, "utf-8")
    with pytest.raises(DataError, match=reason):
        load_acting(tmp_path)
