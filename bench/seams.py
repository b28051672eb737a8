"""What windows cost and gain: trees of long sentences, near the seams of windows and elsewhere.

    CHANCERY_SHARED=… python -m bench.seams [--words 200] [--sentences 300]

No treebank has many sentences that are longer than a window, so sentences of PUD's and GUM's are joined until they
have so many words, and given to the reader as one. Counts words whose head stands in their own sentence: right head
and relation (LAS). A word is near a seam if its scores and those of a word at most ten away come from different
windows. The first row has the sentences by themselves.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

import chancery.grammar
from chancery.articles.types import Article
from chancery.grammar.conllu import documents
from chancery.grammar.pieces import Pieces
from chancery.grammar.reader import EncoderReader
from chancery.grammar.types import Token
from chancery.grammar.windows import homes, windows
from chancery.grammar.words import Word

BANKS = ("pud-test", "gum-test")
NEAR = 10
MODEL = Path(chancery.grammar.__file__).parent / "english"
SETTINGS = ((480, 128), (256, 128), (192, 96), (128, 64), (96, 48))
"""Pieces of a window, and of its overlap."""


@dataclass
class Share:
    """Words counted, and those that are right."""

    words: int = 0
    right: int = 0

    def __str__(self) -> str:
        return f"{100 * self.right / self.words:.1f} ({self.words:,})" if self.words else "–"


@dataclass(frozen=True, slots=True)
class Gold:
    """A word of a treebank: its form, its relation, and how far on its head stands (0 at a root)."""

    form: str
    rel: str
    to_head: int


def gold_sentences(path: Path, count: int) -> list[list[Gold]]:
    """The first sentences of a treebank."""
    found = (
        [Gold(t.text, t.rel, t.head - t.i) for t in given.parsed.tokens_of(s)]
        for given in documents(path.read_text("utf-8"), source=str(path))
        for s in given.parsed.sentences
    )
    return list(islice(found, count))


def joined(sentences: Sequence[list[Gold]], words: int) -> Iterator[list[Gold]]:
    """Neighbouring sentences until they have so many words."""
    row: list[Gold] = []
    for sentence in sentences:
        row.extend(sentence)
        if len(row) >= words:
            yield row
            row = []


def measure(rows: Sequence[list[Gold]], cut: tuple[int, int]) -> tuple[Share, Share]:
    """The shares of right words away from seams and near them, with windows and overlaps of so many pieces."""
    reader = EncoderReader(MODEL, window=cut)
    away, near = Share(), Share()
    for row in rows:
        seams = _seams(row, reader._pieces, cut)
        for place, (gold, said) in enumerate(zip(row, _said(row, reader), strict=True)):
            if gold.to_head:
                share = near if any(-NEAR <= place - seam < NEAR for seam in seams) else away
                share.words += 1
                share.right += said.head == place + gold.to_head and said.rel == gold.rel
    return away, near


def _said(row: Sequence[Gold], reader: EncoderReader) -> tuple[Token, ...]:
    text = " ".join(gold.form for gold in row)
    words, at = [], 0
    for gold in row:
        words.append(Word(at, at + len(gold.form), gold.form, 0))
        at += len(gold.form) + 1
    return reader.analyse(Article("gold", "gold", text), [words]).tokens


def _seams(row: Sequence[Gold], pieces: Pieces, cut: tuple[int, int]) -> list[int]:
    spans = windows([len(pieces.of_word(gold.form)) for gold in row], *cut)
    found = homes(spans, len(row)).tolist()
    return [i + 1 for i, (one, other) in enumerate(pairwise(found)) if one != other]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=300)
    options = parser.parse_args()
    if "CHANCERY_SHARED" not in os.environ:
        sys.exit("bench.seams: skipped, the treebanks are not at hand (set CHANCERY_SHARED)")
    print(
        "| treebank | sentences | window, overlap | away from seams | near seams |\n| --- | --- | --- | ---: | ---: |"
    )
    for name in BANKS:
        path = Path(os.environ["CHANCERY_SHARED"]) / "data" / "treebanks" / f"{name}.conllu"
        gold = gold_sentences(path, options.sentences)
        away, near = measure(gold, SETTINGS[0])
        print(f"| {name} | as they are | one window | {away} | {near} |", flush=True)
        rows = list(joined(gold, options.words))
        for cut in SETTINGS:
            away, near = measure(rows, cut)
            print(f"| {name} | joined | {cut[0]}, {cut[1]} | {away} | {near} |", flush=True)


if __name__ == "__main__":
    main()
