"""Words to word pieces and case classes: the network's input, for training and for reading alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_WORD_PIECES = 8
"""Pieces kept of one word: a longer one (a link, a run of symbols) is cut, its meaning is not in its spelling."""


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
        return 3 if first else 2
    return 5


class Pieces:
    """Cuts words into the encoder's word pieces, each word by itself, and remembers those it has met."""

    def __init__(self, tokenizer_json: str | Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_json))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._met: dict[str, list[int]] = {}

    def of_word(self, word: str) -> list[int]:
        """Piece ids of one word; at least one (the unknown piece) and at most `MAX_WORD_PIECES`."""
        known = self._met.get(word)
        if known is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            known = list(ids[:MAX_WORD_PIECES]) or [UNKNOWN]
            if len(self._met) < 200_000:  # a bound on memory over a long run, not on correctness
                self._met[word] = known
        return known

    def batch(self, sentences: list[list[str]]) -> dict[str, Ints]:
        """The network's inputs for sentences of words, padded: pieces, cases, mask, first, last."""
        rows: list[tuple[list[int], list[int], list[int], list[int]]] = []
        for words in sentences:
            ids, cases, first, last = [CLS], [0], [], []
            for i, word in enumerate(words):
                pieces = self.of_word(word)
                first.append(len(ids))
                ids.extend(pieces)
                cases.extend([case_of(word, first=i == 0)] * len(pieces))
                last.append(len(ids) - 1)
            rows.append(([*ids, SEP], [*cases, 0], first, last))
        long = max(len(r[0]) for r in rows)
        many = max(len(r[2]) for r in rows)
        out = {name: np.zeros((len(rows), long), np.int64) for name in ("pieces", "cases", "mask")}
        out |= {name: np.zeros((len(rows), many), np.int64) for name in ("first", "last")}
        for i, (ids, cases, first, last) in enumerate(rows):
            out["pieces"][i, : len(ids)] = ids
            out["cases"][i, : len(ids)] = cases
            out["mask"][i, : len(ids)] = 1
            out["first"][i, : len(first)] = first
            out["last"][i, : len(last)] = last
        return out
