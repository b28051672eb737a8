"""Words to word pieces and case classes: the network's input, for training and for reading alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_WORD_PIECES = 8
"""Pieces kept of one word: a longer one (a link, a run of symbols) is cut, its meaning is not in its spelling."""
MAX_LETTERS = 120
"""Letters of a word that are looked at. The vocabulary knows no word of more than 100: a longer one is unknown."""
MAX_KNOWN = 50_000
"""Words remembered at once: a bound on memory over a long run."""

CAPITALISED, OPENING = 2, 3


def case_of(word: str, *, first: bool = False) -> int:
    """The case class of a word: what an uncased vocabulary loses.

    0 special piece, 1 lower case, 2 capitalised, 3 capitalised at the start of a sentence, 4 all capitals,
    5 mixed case, 6 with a digit, 7 no letters.
    """
    if any(c.isdigit() for c in word):
        return 6
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 7
    if all(c.islower() for c in letters):
        return 1
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 4
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return OPENING if first else CAPITALISED
    return 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row of words as the network takes it.

    Attributes:
        pieces, cases: of each word piece, with the special ones at both ends.
        first, last: where in `pieces` each word begins and ends.
    """

    pieces: list[int]
    cases: list[int]
    first: list[int]
    last: list[int]


class Pieces:
    """Cuts words into the encoder's word pieces, each word by itself, and remembers those it has met."""

    def __init__(self, tokenizer_json: str | Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_json))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[list[int], int]] = {}

    def of_word(self, word: str) -> list[int]:
        """Piece ids of one word; at least one (the unknown piece) and at most `MAX_WORD_PIECES`."""
        return self._of(word)[0]

    def _of(self, word: str) -> tuple[list[int], int]:
        """Piece ids of a word, and its case class where it opens no sentence."""
        word = word[:MAX_LETTERS]
        known = self._known.get(word)
        if known is None:
            clean = word.encode("utf-8", "replace").decode("utf-8")  # lone surrogates have no pieces
            ids = self._tokenizer.encode(clean, add_special_tokens=False).ids
            known = list(ids[:MAX_WORD_PIECES]) or [UNKNOWN], case_of(word)
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            self._known[word] = known
        return known

    def row(self, words: Sequence[str], *, opens: bool = True) -> Row:
        """The words as the network takes them; `opens` where the first of them opens the sentence."""
        ids, cases = [CLS], [0]
        first: list[int] = []
        last: list[int] = []
        for word in words:
            pieces, case = self._of(word)
            if opens and not last and case == CAPITALISED:
                case = OPENING
            first.append(len(ids))
            ids.extend(pieces)
            cases.extend([case] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(SEP)
        cases.append(0)
        return Row(ids, cases, first, last)

    def batch(self, sentences: list[list[str]]) -> dict[str, Ints]:
        """The network's inputs for sentences of words, padded: pieces, cases, mask, first, last."""
        return stacked([self.row(words) for words in sentences])


def stacked(rows: Sequence[Row], width: int = 0) -> dict[str, Ints]:
    """The network's inputs for rows, padded to the longest of them, and to `width` words where that is more."""
    long = max(len(r.pieces) for r in rows)
    many = max(width, *(len(r.first) for r in rows))
    out = {name: np.zeros((len(rows), long), np.int64) for name in ("pieces", "cases", "mask")}
    out |= {name: np.zeros((len(rows), many), np.int64) for name in ("first", "last")}
    for i, row in enumerate(rows):
        out["pieces"][i, : len(row.pieces)] = row.pieces
        out["cases"][i, : len(row.cases)] = row.cases
        out["mask"][i, : len(row.pieces)] = 1
        out["first"][i, : len(row.first)] = row.first
        out["last"][i, : len(row.last)] = row.last
    return out
