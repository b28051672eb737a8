"""Our reader: words by rule, then one encoder with several heads through onnxruntime.

Nothing is fetched, written or looked up: onnxruntime's telemetry, which from 1.30 on writes device files under
the home folder and looks up a host when it is imported, is turned off before the first import.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.lemmas import apply_edit
from chancery.grammar.pieces import Pieces
from chancery.grammar.trees import best_heads
from chancery.grammar.types import Parsed, Sentence, Token
from chancery.grammar.words import Word, sentences

BATCH_WORDS = 1200
"""Words (with padding) that go through the network at once: more costs memory and gains nothing."""

MAX_PIECES = 500
"""Pieces of a sentence at most; the encoder knows 512 places."""


class EncoderReader:
    """The shipped English pipeline, or another of the same form in `folder`.

    Args:
        folder: holds `model.onnx`, `labels.json` and `tokenizer.json` (see training/export.py).
        threads: threads of onnxruntime within one network call.

    Raises:
        DataError: where a file is missing or is not what it should be; it names the folder.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        try:
            labels = json.loads((folder / "labels.json").read_text("utf-8"))
            self._pieces = Pieces(folder / "tokenizer.json")
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session: Any = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime and tokenizers raise many kinds of their own
            raise DataError(f"{folder}: not a language model that Chancery can load ({error})") from error
        self._forms: dict[str, str] = labels.pop("forms", {})
        self._labels: dict[str, list[str]] = labels
        self._names = _name_moves(labels["names"])
        self.name = f"chancery-en {labels['version']}"

    def parse(self, article: Article) -> Parsed:
        """Words, sentences, parts of speech, lemmas, trees and names of an article."""
        return self.analyse(article, sentences(article.text))

    def analyse(self, article: Article, found: Sequence[Sequence[Word]]) -> Parsed:
        """The analysis of words and sentences that are given."""
        found = [part for words in found for part in self._fitting(list(words))]
        columns: dict[int, dict[str, Any]] = {}
        for group in _groups(found):
            columns.update(self._run(group, [[w.text for w in found[i]] for i in group]))
        tokens: list[Token] = []
        spans: list[Sentence] = []
        for number, words in enumerate(found):
            base = len(tokens)
            tokens.extend(self._tokens(words, columns[number], base))
            spans.append(Sentence(number, base, len(tokens), words[0].start, words[-1].end))
        return Parsed(article, tuple(tokens), tuple(spans), self.name)

    def _fitting(self, words: list[Word]) -> Iterator[list[Word]]:
        """The sentence, cut where it has more pieces than the encoder has places."""
        pieces, begin = 0, 0
        for i, word in enumerate(words):
            pieces += len(self._pieces.of_word(word.text))
            if pieces > MAX_PIECES:
                yield words[begin:i]
                begin, pieces = i, len(self._pieces.of_word(word.text))
        yield words[begin:]

    def _run(self, group: list[int], forms: list[list[str]]) -> dict[int, dict[str, Any]]:
        outputs = self._session.run(None, self._pieces.batch(forms))
        upos, feats, lemmas, names, arcs, rels = outputs
        found = {}
        for row, i in enumerate(group):
            n = len(forms[row])
            heads = best_heads(arcs[row, :n, : n + 1])
            found[i] = {
                "upos": upos[row, :n], "feats": feats[row, :n], "lemmas": lemmas[row, :n], "heads": heads,
                "rels": [int(rels[row, k, head]) for k, head in enumerate(heads)],
                "names": _best_names(names[row, :n], self._names),
            }  # fmt: skip
        return found

    def _tokens(self, words: Sequence[Word], columns: dict[str, Any], base: int) -> Iterator[Token]:
        labels = self._labels
        for k, word in enumerate(words):
            feats = labels["feats"][columns["feats"][k]]
            name = labels["names"][columns["names"][k]]
            head = columns["heads"][k]
            upos = labels["upos"][columns["upos"][k]]
            yield Token(
                i=base + k, start=word.start, end=word.end, text=word.text,
                lemma=self._lemma(word.text, upos, labels["lemmas"][columns["lemmas"][k]]),
                upos=upos, feats="" if feats == "_" else feats,
                head=base + (head - 1 if head else k), deprel=labels["deprels"][columns["rels"][k]],
                name=name[2:], begins=name.startswith("B"), par=word.par,
            )  # fmt: skip

    def _lemma(self, form: str, upos: str, edit: str) -> str:
        return self._forms.get(f"{form.lower()} {upos}") or apply_edit(form, edit)


def _groups(found: Sequence[Sequence[Word]]) -> Iterator[list[int]]:
    """Sentences of like length together, so that little is padding."""
    order = sorted(range(len(found)), key=lambda i: (len(found[i]), i))
    group: list[int] = []
    for i in order:
        if group and len(found[i]) * (len(group) + 1) > BATCH_WORDS:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _name_moves(names: list[str]) -> npt.NDArray[np.float32]:
    """Costs of moving from one BIO tag to another: an inside tag must follow its own kind."""
    moves = np.zeros((len(names), len(names)), np.float32)
    for i, before in enumerate(names):
        for j, after in enumerate(names):
            if after.startswith("I-") and before[2:] != after[2:]:
                moves[i, j] = -1e4
    return moves


def _best_names(scores: npt.NDArray[np.float32], moves: npt.NDArray[np.float32]) -> list[int]:
    """The likeliest sequence of tags that is well-formed (Viterbi 1967)."""
    best = scores[0] + moves[0]  # before the sentence stands an "O"
    back = []
    for row in scores[1:]:
        paths = best[:, None] + moves
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    tags = [int(best.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def load_reader(folder: Path | None = None, threads: int = 1) -> EncoderReader:
    """The shipped reader, or the one in `folder`.

    Raises:
        DataError: where its files cannot be loaded.
    """
    if folder is not None:
        return EncoderReader(folder, threads)
    with as_file(files("chancery.grammar") / "english") as shipped:
        return EncoderReader(shipped, threads)
