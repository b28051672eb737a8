"""The network's input: pieces, cases and padding."""

from pathlib import Path

import numpy as np
import pytest

import chancery.grammar
from chancery.grammar.pieces import CLS, MAX_WORD_PIECES, SEP, Pieces, case_of, stacked


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(Path(chancery.grammar.__file__).parent / "english" / "tokenizer.json")


@pytest.mark.parametrize(
    ("word", "first", "case"),
    [
        ("talks", False, 1), ("Hanoi", False, 2), ("The", True, 3), ("UN", True, 4), ("McCain", False, 5),
        ("A", False, 2), ("F-16", False, 6), ("—", False, 7), ("", False, 7), ("iPhone", True, 5),
    ],
)  # fmt: skip
def test_case_classes(word: str, first: bool, case: int) -> None:
    assert case_of(word, first=first) == case


def test_a_row_has_special_pieces_at_both_ends(pieces: Pieces) -> None:
    row = pieces.row(["Panmunjom", "met"])
    assert row.pieces[0] == CLS
    assert row.pieces[-1] == SEP
    assert row.first[0] == 1
    assert row.last[0] == row.first[1] - 1
    assert row.last[1] == len(row.pieces) - 2
    assert len(row.cases) == len(row.pieces)


def test_only_the_word_that_opens_the_sentence_is_an_opening(pieces: Pieces) -> None:
    assert pieces.row(["The", "Hague"]).cases[1:3] == [3, 2]
    assert pieces.row(["The", "Hague"], opens=False).cases[1:3] == [2, 2]
    assert pieces.row(["The", "Hague"]).cases[1:3] == [3, 2]


def test_padding_is_masked(pieces: Pieces) -> None:
    batch = stacked([pieces.row(["Yes"]), pieces.row(["They", "met", "twice"])], width=7)
    assert batch["mask"].tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]
    assert batch["first"].shape == (2, 7)
    assert batch["last"][0].tolist() == [1, 0, 0, 0, 0, 0, 0]
    assert all(column.dtype == np.int64 for column in batch.values())


@pytest.mark.parametrize("word", ["x" * 100_000, "\ud800", "\u200d", "🏳️‍🌈", "e" + "\u0301" * 5_000, "\x00", "()" * 999])
def test_odd_words_have_pieces(pieces: Pieces, word: str) -> None:
    assert 1 <= len(pieces.of_word(word)) <= MAX_WORD_PIECES


def test_long_words_are_not_kept(pieces: Pieces) -> None:
    pieces.of_word("y" * 1_000_000)
    assert max(len(word) for word in pieces._known) < 1_000
